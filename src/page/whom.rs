//! Whom something waits for: who can free what is blocked, and whether that is inside of the plan.

use crate::edition::entry::Entry;
use crate::model::status::Status;
use crate::page::blockage::{WAY_OUT, WHY, sheets};
use crate::page::book::Book;
use crate::page::stated;

/// What somebody waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A decision of ours.
    Decision,
    /// An obstacle, or a reason in words.
    Obstacle,
    /// Other work of this plan.
    Plan,
    /// Somebody or something outside of the plan.
    Outside,
}

/// Names under which it is written who clears an obstacle.
const WHOM: [&str; 9] = [
    "by whom",
    "who",
    "responsible",
    "assigned to",
    "assignee",
    "action by",
    "escalated to",
    "contact",
    "deciders",
];

/// Names under which it is written what kind of thing is waited for.
const SORT: [&str; 5] = ["waits for", "waiting for", "waiting on", "type", "kind"];

/// Words for what is outside of a plan.
const OUTSIDE: [&str; 8] = [
    "external",
    "third party",
    "third-party",
    "vendor",
    "supplier",
    "upstream",
    "customer",
    "client",
];

/// What one blocked item waits for.
pub struct Whom<'a> {
    book: &'a Book,
    at: usize,
}

impl<'a> Whom<'a> {
    /// Of this item.
    pub fn new(book: &'a Book, at: usize) -> Self {
        Self { book, at }
    }

    /// Its obstacles, then itself.
    fn told(&self) -> impl Iterator<Item = &'a Entry> + use<'a> {
        let book = self.book;
        let obstacles = book.obstacles(self.at).iter().map(|(at, _)| *at);
        obstacles.chain([self.at]).map(|at| book.item(at))
    }

    /// What it waits for.
    pub fn cause(&self) -> Cause {
        let mut leads = self.told().flat_map(|item| &item.depends_on);
        let mut sorts = self.told().filter_map(|item| stated::field(item, &SORT));
        let is_outside = sorts.any(|fact| is_outside(&fact.raw)) || leads.any(|lead| lead.external);
        if !self.book.around.deciding(self.at).is_empty() {
            Cause::Decision
        } else if is_outside {
            Cause::Outside
        } else if self.needs().next().is_some() {
            Cause::Plan
        } else {
            Cause::Obstacle
        }
    }

    /// The open items that must be finished first.
    fn needs(&self) -> impl Iterator<Item = usize> + use<'a> {
        let book = self.book;
        let leads = self.told().flat_map(|item| &item.depends_on);
        let needs = leads.filter_map(|lead| lead.to);
        needs.filter(move |at| is_open(book.item(*at)))
    }

    /// Whether words say why it is blocked: then it is not other work that it waits for.
    fn has_reason(&self) -> bool {
        let is_said = stated::field(self.book.item(self.at), &WHY).is_some();
        is_said || sheets(self.book, self.at).is_some_and(|(_, moved)| moved.reason.is_some())
    }

    /// Who can free it, as far as the documents name somebody.
    pub fn name(&self) -> Option<String> {
        let decisions = self.book.around.deciding(self.at).iter();
        let decisions = decisions.map(|at| self.book.item(*at));
        let obstacles = self
            .told()
            .filter(|item| !std::ptr::eq(*item, self.book.item(self.at)));
        let owner = |item: &Entry| item.owner.as_ref().map(|owner| owner.raw.clone());
        let written = |item: &Entry| Some(stated::field(item, &WHOM)?.raw.clone());
        let mut before = decisions.chain(obstacles);
        let told = before.find_map(|item| owner(item).or_else(|| written(item)));
        told.or_else(|| self.told().find_map(written))
            .or_else(|| self.told().find_map(in_words))
            .or_else(|| {
                let mut needs = self.needs().filter(|_| !self.has_reason());
                needs.find_map(|at| owner(self.book.item(at)))
            })
    }
}

fn is_open(item: &Entry) -> bool {
    !matches!(item.state(), Status::Done | Status::Dropped)
}

/// Somebody whom the way out or the reason names.
fn in_words(item: &Entry) -> Option<String> {
    let fields = [&WAY_OUT[..], &WHY[..]].map(|names| stated::field(item, names));
    let mut fields = fields.into_iter().flatten();
    fields.find_map(|fact| handle(&fact.raw).map(str::to_string))
}

/// The first handle in a text: "@ops-team asks weekly".
fn handle(text: &str) -> Option<&str> {
    let starts = text.match_indices('@').map(|(at, _)| at);
    let mut starts = starts.filter(|at| {
        let before = text[..*at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric())
    });
    starts.find_map(|at| {
        let rest = &text[at + 1..];
        let length = rest
            .find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/')))
            .unwrap_or(rest.len());
        let name = rest[..length].trim_end_matches(['.', '/', '-']);
        (!name.is_empty()).then(|| &text[at..=at + name.len()])
    })
}

fn is_outside(raw: &str) -> bool {
    let raw = raw.to_lowercase();
    OUTSIDE.iter().any(|word| raw.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_found_in_words() {
        assert_eq!(handle("Since May @ops-team, weekly"), Some("@ops-team"));
        assert_eq!(handle("Ask @a/b."), Some("@a/b"));
        assert_eq!(handle("mail me@example.org"), None);
        assert_eq!(handle("at @ nobody"), None);
    }

    #[test]
    fn what_is_outside_is_told_by_its_words() {
        assert!(is_outside("External (the bank)") && is_outside("our vendor"));
        assert!(!is_outside("T-7"));
    }
}
