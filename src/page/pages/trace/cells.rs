//! The cells of a way: what it goes through, what it leaves out, its criteria, its ends and how far these are.

use crate::edition::entry::Progress;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::page::badge;
use crate::page::figure;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::trace::rows::{Cell, Telling};
use crate::page::trace::above::counts;
use crate::page::trace::lack::Lack;
use crate::page::trace::matrix::{Group, Row};
use crate::page::trace::words::{no, none_of};
use crate::page::words::clip;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// So many ends of a way are told in its row.
const CHIPS: usize = 60;

/// The words of an end are no longer than this.
const CHIP: usize = 26;

impl Telling<'_> {
    /// That something is missing.
    fn missing(&self, words: &str) -> String {
        marked(&self.book.tongue.say(words))
    }

    /// What a way goes through; where the row above has told it, its name alone.
    pub(super) fn item(&self, at: usize, is_known: bool) -> Cell {
        let item = self.book.item(at);
        let id = item.id.as_deref().unwrap_or_default();
        let id = format!("<span class=\"id\">{}</span>", escape(id));
        let html = match (is_known, item.id.is_some()) {
            (true, true) => id,
            (true, false) => format!("<span class=\"sub\">{}</span>", escape(&name::title(item))),
            (false, true) => format!("{} {id}", mark::item(self.book, self.from, at).as_str()),
            (false, false) => mark::item(self.book, self.from, at).as_str().to_string(),
        };
        let dropped = match item.state() {
            Status::Dropped => {
                let word = self.book.tongue.say("Dropped");
                format!(" <small>{}</small>", escape(&word))
            }
            _ => String::new(),
        };
        let lacks_above = self.lacks(at, |lack| matches!(lack, Lack::Above(..)));
        let written = self.lacks(at, |lack| lack == Lack::Document) && !is_known;
        let note = match written {
            true => self.missing(key("Document to be written")),
            false => String::new(),
        };
        Cell {
            class: if lacks_above && self.columns().len() == 1 {
                "story gap"
            } else {
                "story"
            },
            html: Markup::html(format!("{html}{dropped}{note}")),
            ..Cell::default()
        }
    }

    fn lacks(&self, at: usize, wanted: impl Fn(Lack) -> bool) -> bool {
        let mut lacks = self.book.trace.lacks(at);
        lacks.any(|found| wanted(found.lack))
    }

    /// A level that a way leaves out: a gap where it is missed, else nothing of note.
    pub(super) fn hole(
        &self,
        group: &Group,
        path: &[Option<usize>],
        place: usize,
        kind: Kind,
        row: &Row,
    ) -> Cell {
        let below = path[place + 1..].iter().flatten().next().copied();
        let above = path[..place].iter().flatten().next_back().copied();
        let above = above.or(group
            .at
            .filter(|_| row.leaves.is_empty() && below.is_none()));
        let mut leaves = row.leaves.iter().copied();
        let is_missed_above = |at: usize| {
            self.lacks(
                at,
                |lack| matches!(lack, Lack::Above(_, upper) if upper == kind),
            )
        };
        let is_missed_below = |at: usize| self.lacks(at, |lack| matches!(lack, Lack::Below(..)));
        let (words, is_gap) = match (below, above) {
            (Some(below), _) => (no(kind), is_missed_above(below)),
            (None, Some(above)) if row.leaves.is_empty() => {
                let is_first = path[..place].iter().all(Option::is_some);
                (
                    if is_first { none_of(kind) } else { "" },
                    is_first && is_missed_below(above),
                )
            }
            _ => (no(kind), leaves.any(is_missed_above)),
        };
        Cell {
            class: if is_gap { "gap" } else { "" },
            html: Markup::html(match is_gap {
                true => self.missing(words),
                false => format!(
                    "<span class=\"sub\">{}</span>",
                    escape(&self.book.tongue.say(words))
                ),
            }),
            ..Cell::default()
        }
    }

    pub(super) fn criteria(&self, at: Option<usize>) -> Cell {
        let Some(at) = at else {
            return Cell::default();
        };
        let item = self.book.item(at);
        let lacks = self.lacks(at, |lack| matches!(lack, Lack::Criteria(_)));
        let boxes = item
            .criteria
            .iter()
            .filter(|criterion| criterion.done.is_some())
            .count();
        let met = item
            .criteria
            .iter()
            .filter(|criterion| criterion.done == Some(true))
            .count();
        let words = match (lacks, item.criteria.len()) {
            (true, _) => self.missing(key("No criteria")),
            (_, 0) => String::new(),
            (_, all) if boxes == 0 => self.book.tongue.tell("{count} written", &[("count", &all)]),
            (_, all) => figure::of(&self.book.tongue, met, all),
        };
        Cell {
            class: if lacks { "cr gap" } else { "cr" },
            is_named: !lacks,
            html: Markup::html(words),
            ..Cell::default()
        }
    }

    /// What stands at the end of a way, each with its status.
    pub(super) fn ends(&self, last: Option<usize>, path: &[Option<usize>], row: &Row) -> Cell {
        let leaf = self.book.trace.ladder.leaf();
        if row.leaves.is_empty() {
            let lacks =
                last.is_some_and(|at| self.lacks(at, |lack| matches!(lack, Lack::Below(..))));
            return match lacks {
                true => Cell {
                    class: "gap",
                    html: Markup::html(self.missing(none_of(leaf))),
                    ..Cell::default()
                },
                false => Cell::default(),
            };
        }
        let shown = row.leaves.iter().take(CHIPS).map(|at| self.chip(*at));
        let shown: String = shown.collect();
        let rest = row.leaves.len().saturating_sub(CHIPS);
        let tongue = &self.book.tongue;
        let and_more = tongue.count(rest, "and {number} more", "and {number} more", &[]);
        let whole = path.iter().flatten().next_back();
        let more = match (rest, whole) {
            (0, _) => String::new(),
            (_, Some(at)) => mark::anchor(&self.book.link(self.from, *at), &and_more, "more")
                .as_str()
                .to_string(),
            (_, None) => format!("<span class=\"sub\">{}</span>", escape(&and_more)),
        };
        Cell {
            html: Markup::html(format!("<span class=\"tasks\">{shown}{more}</span>")),
            ..Cell::default()
        }
    }

    fn chip(&self, at: usize) -> String {
        let item = self.book.item(at);
        let style = badge::style(item);
        let word = badge::word(&self.book.tongue, item);
        let title = name::title(item);
        let (words, class) = match &item.id {
            Some(id) => (clip(id, CHIP), ""),
            None => (clip(&title, CHIP), " w"),
        };
        format!(
            "<a class=\"st-{style}{class}\" href=\"{}\" title=\"{}\"><i class=\"i i-{style}\" role=\"img\" aria-label=\"{word}\"></i>{}</a>",
            escape(&self.book.link(self.from, at)),
            escape(&title),
            escape(&words)
        )
    }

    pub(super) fn progress(&self, last: Option<usize>, row: &Row) -> Markup {
        match last.and_then(|at| self.book.item(at).progress.as_ref()) {
            Some(progress) => badge::bar(&self.book.tongue, progress),
            None if row.leaves.is_empty() => Markup::default(),
            None => badge::bar(&self.book.tongue, &self.sum(&row.leaves)),
        }
    }

    /// How far the ends of a way are that leads through no one thing.
    fn sum(&self, leaves: &[usize]) -> Progress {
        let items = leaves.iter().map(|at| self.book.item(*at));
        let items: Vec<_> = items.filter(|item| counts(item)).collect();
        let count = |state: Status| {
            let alike = items.iter().filter(|item| item.state() == state);
            u32::try_from(alike.count()).unwrap_or(u32::MAX)
        };
        let mut tally = Tally::default();
        items
            .iter()
            .for_each(|item| tally.count(item.state() == Status::Done));
        let without_status = count(Status::Unknown);
        Progress {
            tally: (without_status < tally.of).then_some(tally),
            leaves: Some(self.book.trace.ladder.leaf()),
            without_status,
            active: count(Status::Active),
            blocked: count(Status::Blocked),
            uncounted: Vec::new(),
            counts_hidden: false,
            declared: None,
        }
    }
}

/// Words that say that something is missing, in the language of the pages already.
fn marked(words: &str) -> String {
    format!(
        " <span class=\"gapw\"><i class=\"i i-warn\"></i>{}</span>",
        escape(words)
    )
}
