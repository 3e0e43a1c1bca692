//! What is on the plate of one owner, in the order in which it is looked at.

use std::cmp::Reverse;

use crate::model::date::Date;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::subject::Subject;
use crate::query::answer::Answers;
use crate::query::field::{Field, Known};
use crate::theme::tongue::key;

/// A part of what is on a plate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// Its anchor.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: &'static str,
}

/// What is late stands before the rest; what is late and begun stands again where its status puts it.
pub(super) const OVERDUE: Part = part("overdue", key("Overdue"));
pub(super) const BLOCKED: Part = part("blocked", key("Blocked"));
pub(super) const ACTIVE: Part = part("doing", key("In progress"));
pub(super) const DATED: Part = part("next", key("Due next"));
pub(super) const UNDATED: Part = part("undated", key("Planned, without a date"));
pub(super) const UNKNOWN: Part = part("unknown", key("Without a status"));
pub(super) const DONE: Part = part("done", key("Complete"));

const fn part(id: &'static str, title: &'static str) -> Part {
    Part { id, title }
}

/// What is on the plate of one owner.
pub(super) struct Plate {
    /// The parts that hold something, in order.
    pub(super) parts: Vec<(Part, Vec<usize>)>,
    /// How many are open.
    pub(super) open: usize,
}

impl Plate {
    /// Of these items.
    pub(super) fn new(book: &Book, items: &[usize]) -> Self {
        let parts = [OVERDUE, BLOCKED, ACTIVE, DATED, UNDATED, UNKNOWN, DONE];
        let parts = parts.map(|part| (part, of(book, items, part)));
        let parts = parts.into_iter().filter(|(_, items)| !items.is_empty());
        let open = items.iter().filter(|at| book.item(**at).state().is_open());
        Self {
            parts: parts.collect(),
            open: open.count(),
        }
    }

    /// Those of one part.
    pub(super) fn of(&self, wanted: Part) -> &[usize] {
        let part = self.parts.iter().find(|(part, _)| *part == wanted);
        part.map_or(&[], |(_, items)| items)
    }

    /// The open item that is due first, from today on.
    pub(super) fn next(&self, book: &Book) -> Option<(usize, Date)> {
        let open = [BLOCKED, ACTIVE, DATED];
        let items = open.iter().flat_map(|part| self.of(*part));
        let due = items.filter_map(|at| Some((*at, book.item(*at).due_day()?)));
        let ahead = due.filter(|(_, day)| *day >= book.edition.as_of);
        ahead.min_by_key(|(at, day)| (*day, *at))
    }

    /// Every row with its part.
    pub(super) fn rows(&self) -> Vec<(Part, usize)> {
        let parts = self.parts.iter();
        parts
            .flat_map(|(part, items)| items.iter().map(|at| (*part, *at)))
            .collect()
    }
}

fn of(book: &Book, items: &[usize], part: Part) -> Vec<usize> {
    let asks = |at: usize, field| Subject { book, at }.holds(&Field::Known(field));
    let is_in = |at: usize| {
        let item = book.item(at);
        let status = match item.state() {
            Status::Planned if asks(at, Known::Blocked) => Status::Blocked,
            Status::Active if asks(at, Known::Blocked) => Status::Blocked,
            status => status,
        };
        let is_dated = item.due_day().is_some();
        match part {
            OVERDUE => asks(at, Known::Overdue),
            BLOCKED => status == Status::Blocked,
            ACTIVE => status == Status::Active,
            DATED => status == Status::Planned && is_dated && !asks(at, Known::Overdue),
            UNDATED => status == Status::Planned && !is_dated,
            UNKNOWN => status == Status::Unknown,
            _ => status == Status::Done,
        }
    };
    let mut found: Vec<usize> = items.iter().copied().filter(|at| is_in(*at)).collect();
    match part {
        DONE => found.sort_by_key(|at| {
            let done = book.item(*at).done.as_ref();
            Reverse(done.and_then(|done| done.value.day))
        }),
        _ => found.sort_by_key(|at| {
            let day = book.item(*at).due_day();
            (day.is_none(), day)
        }),
    }
    found
}
