//! The choice among many parts of an item by their state, which works without script.

use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::filter;
use crate::page::mark;
use crate::page::pager::pages;
use crate::page::pages::item::parts::Parts;
use crate::page::pages::item::telling::Telling;
use crate::page::route::{ROWS, list, list_page};
use crate::page::section::Part;
use crate::theme::markup::Markup;

/// Fewer rows are seen at once.
const MANY: usize = 25;

impl Telling<'_> {
    /// Adds the choice to the longest table; the rules of the style sheet know one a page.
    pub(super) fn add_choice(&self, sections: &mut Parts) {
        let rows = |part: &Part| part.table.as_ref().map_or(0, |table| table.rows.len());
        let parts = sections.values_mut().flat_map(|section| &mut section.parts);
        let Some(part) = parts.max_by_key(|part| rows(part)) else {
            return;
        };
        if rows(part) < MANY || part.items.len() != rows(part) {
            return;
        }
        part.filter = choice(self.book, &part.items);
        let styles = part
            .items
            .iter()
            .map(|at| badge::style(self.book.item(*at)));
        part.styles = match part.filter {
            Some(_) => styles.collect(),
            None => Vec::new(),
        };
    }

    /// As many of the parts as stand on one page; those that have a page themselves are in the list of their kind too.
    pub(super) fn on_page<'a>(&self, parts: &'a [usize]) -> (&'a [usize], Option<Markup>) {
        let first = parts.first().map(|at| self.book.item(*at));
        let is_apart = parts.iter().all(|at| self.book.item(*at).has_page);
        let Some(first) = first.filter(|_| pages(parts.len()) > 1 && is_apart) else {
            return (parts, None);
        };
        let to = relative(self.from, &list_page(list(first), 0));
        let words = self.book.tongue.count(
            parts.len() - ROWS,
            "One more row in the list of all",
            "{number} more rows in the list of all",
            &[],
        );
        let link = mark::anchor(&to, &words, "");
        (&parts[..ROWS], Some(link))
    }
}

/// One choice for each state that occurs, and one for all; none where all have the same.
fn choice(book: &Book, items: &[usize]) -> Option<Markup> {
    let states = filter::states(book, items);
    if states.len() < 2 {
        return None;
    }
    let input = |id: &str, value: &str, words: &str, checked: &str| {
        format!(
            "<input type=\"radio\" name=\"status\" id=\"{id}\" value=\"{value}\" data-url=\"status\"{checked}><label for=\"{id}\">{words}</label>"
        )
    };
    let mut inputs = input(
        "ls.all",
        "all",
        &book.tongue.say("All"),
        " data-default checked",
    );
    for (style, word) in states {
        let styled = items
            .iter()
            .filter(|at| badge::style(book.item(**at)) == style);
        let word = book.tongue.say(word);
        let words = format!("{word} <span class=\"n\">{}</span>", styled.count());
        inputs.push_str(&input(&format!("ls-{style}"), style, &words, ""));
    }
    let label = book.tongue.say("Choose by status");
    let status = book.tongue.say("Status");
    Some(Markup::html(format!(
        "<form class=\"filters\" aria-label=\"{label}\"><fieldset><legend>{status}</legend><span class=\"seg\">{inputs}</span></fieldset></form>"
    )))
}
