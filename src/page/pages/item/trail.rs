//! Where an item sits: what it is a part of, what is below it, and what stands beside it.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::mark;
use crate::page::name;
use crate::page::noun::{title, titles};
use crate::page::pages::item::telling::Telling;
use crate::page::rows;
use crate::page::words::clip;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// Longer titles are clipped in links to what is beside an item.
const LONGEST: usize = 60;

/// Nobody is nested deeper.
const DEEPEST: usize = 6;

impl Telling<'_> {
    /// The way from the top of the plan through a story, task or feature to what is below it. An item that hangs on
    /// nothing has none.
    pub(super) fn trail(&self) -> Option<Markup> {
        let is_step = matches!(self.item.kind, Kind::Feature | Kind::Story | Kind::Task);
        let above = self.above_items();
        if !is_step || above.is_empty() {
            return None;
        }
        let tongue = &self.book.tongue;
        let mut steps: Vec<String> = above.iter().rev().map(|at| self.step(*at)).collect();
        steps.push(format!(
            "<li aria-current=\"true\"><span class=\"k\">{}</span><span>{}</span></li>",
            title(&self.book.tongue, self.item.kind),
            escape(&clip(&called(self.item), LONGEST))
        ));
        steps.extend(self.below());
        Some(Markup::html(format!(
            "<section id=\"trail\" class=\"mt5\"><h2 class=\"vh\">{}</h2><ol class=\"trail\" aria-label=\"{}\">{}</ol></section>",
            tongue.say("Traceability"),
            tongue.say("Where it sits"),
            steps.join("\n")
        )))
    }

    fn above_items(&self) -> Vec<usize> {
        let mut above = Vec::new();
        let mut next = self.item.parent_item();
        while let Some(at) = next.filter(|at| !above.contains(at) && above.len() < DEEPEST) {
            above.push(at);
            next = self.book.item(at).parent_item();
        }
        above
    }

    fn step(&self, at: usize) -> String {
        let item = self.book.item(at);
        let words = clip(&name::short(item), LONGEST).into_owned();
        format!(
            "<li><span class=\"k\">{}</span>{}</li>",
            title(&self.book.tongue, item.kind),
            mark::anchor(&self.book.link(self.from, at), &words, "").as_str()
        )
    }

    /// How far what is below it is.
    fn below(&self) -> Option<String> {
        let progress = self.item.progress.as_ref()?;
        let leaves = progress.leaves.filter(|_| progress.tally.is_some())?;
        let rows = rows::address(self.book, self.from, self.at);
        Some(format!(
            "<li><span class=\"k\">{}</span><span>{}</span></li>",
            titles(&self.book.tongue, leaves),
            badge::bar_to(&self.book.tongue, progress, rows.as_deref()).as_str()
        ))
    }

    /// Links to the parts of the same whole before and behind it.
    pub(super) fn beside(&self) -> Option<Markup> {
        let tongue = &self.book.tongue;
        let link = |at: Option<usize>, rel: &str, sentence: &str| {
            let at = at?;
            let words = clip(&name::short(self.book.item(at)), LONGEST).into_owned();
            Some(format!(
                "<li><a rel=\"{rel}\" href=\"{}\">{}</a></li>",
                escape(&self.book.link(self.from, at)),
                escape(&tongue.tell(sentence, &[("item", &words)]))
            ))
        };
        let [before, behind] = self.book.around.beside(self.at);
        let links = [
            link(before, "prev", key("Previous: {item}")),
            link(behind, "next", key("Next: {item}")),
        ];
        let links: Vec<String> = links.into_iter().flatten().collect();
        (!links.is_empty()).then(|| {
            Markup::html(format!(
                "<nav class=\"pager mt5\" aria-label=\"{}\"><ol>{}</ol></nav>",
                tongue.say("Beside it"),
                links.join("\n")
            ))
        })
    }
}

/// Its id where it has one, else its title.
fn called(item: &Entry) -> String {
    item.id.clone().unwrap_or_else(|| name::title(item))
}
