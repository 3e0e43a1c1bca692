//! What is blocked below an item, beside the risks that its author sees.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::blockage::Blockage;
use crate::page::mark;
use crate::page::pages::item::shelf::{Shelf, Topic};
use crate::page::pages::item::telling::Telling;
use crate::page::section::{Line, Part, Section};
use crate::theme::markup::Markup;

/// More of what is blocked stands on the page of that name.
const SHOWN: usize = 20;

impl Telling<'_> {
    /// Blockers and risks: what is blocked now, then the author's own words. `obstacles` are its parts of that kind.
    pub(super) fn risks(&self, shelf: &mut Shelf, obstacles: Option<Section>) -> Option<Section> {
        let stuck = self.book.around.stuck(self.at);
        let has_parts = self.item.kind.level().is_some() && self.item.kind < Kind::Task;
        let is_quiet = !has_parts || !is_open(self.item) || self.item.children.is_empty();
        let tongue = &self.book.tongue;
        let mut ours = match shelf.has(Topic::Risks) {
            true => Section::new("blockers", "Blockers and risks"),
            false => Section::new("blockers", "Blockers"),
        };
        if !stuck.is_empty() {
            ours = ours.count(tongue.tell("{number} blocked", &[("number", &stuck.len())]));
            ours.parts.push(self.blocked_lines(stuck));
            if stuck.len() > SHOWN {
                ours.parts.push(self.more_blocked(stuck.len() - SHOWN));
            }
        } else if obstacles.is_none() {
            if is_quiet || !shelf.has(Topic::Risks) && self.item.kind != Kind::Milestone {
                return shelf.place(Topic::Risks, None);
            }
            ours = ours.lead(&tongue.say("Nothing below it is blocked."));
        }
        if let Some(obstacles) = obstacles {
            ours.parts.extend(obstacles.parts);
        }
        shelf.place(Topic::Risks, Some(ours))
    }

    fn blocked_lines(&self, stuck: &[usize]) -> Part {
        let mut shown: Vec<usize> = stuck.to_vec();
        shown.sort_by_key(|at| std::cmp::Reverse(self.book.item(*at).waiting.len()));
        let lines = shown.iter().take(SHOWN);
        Part::rows("", lines.map(|at| self.blocked_line(*at)).collect())
    }

    /// Why it is blocked, since when, and the way out.
    fn blocked_line(&self, at: usize) -> Line {
        let told = Blockage::new(self.book, self.from, at);
        let age = told.since(&self.book.tongue, self.book.edition.as_of);
        let way_out = told.way_out.as_ref();
        let mut why = told.why;
        why.extend(way_out.map(|words| {
            Markup::text(
                &self
                    .book
                    .tongue
                    .tell("Way out: {words}", &[("words", words)]),
            )
        }));
        let word = self.book.tongue.say("Blocked");
        Line {
            lead: Markup::html(format!(
                "<i class=\"i i-blocked c-bad\" role=\"img\" aria-label=\"{word}\"></i>"
            )),
            title: mark::item(self.book, self.from, at),
            end: age.map(|age| Markup::text(&age)),
            why,
            ..Line::default()
        }
    }

    fn more_blocked(&self, more: usize) -> Part {
        let href = crate::page::book::relative(self.from, "blocked.html");
        let words = self
            .book
            .tongue
            .tell("And {number} more.", &[("number", &more)]);
        let link = mark::anchor(&href, &words, "");
        Part::markup(format!("<p class=\"sub mt2\">{}</p>", link.as_str()))
    }
}

/// Whether there is still something to do.
pub(super) fn is_open(item: &Entry) -> bool {
    !matches!(item.state(), Status::Done | Status::Dropped)
}
