//! Which items are rows of the roadmap, and in which order.

use std::collections::BTreeSet;

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::view::has_place_in_time;

/// With more rows than this, features are left to their milestones.
const FEATURES: usize = 40;

/// More rows than this make no picture.
const MOST: usize = 200;

/// The rows of the roadmap, by position.
pub(super) struct Rows {
    /// Those that are drawn.
    pub(super) drawn: Vec<Drawn>,
    /// How many more could be drawn.
    pub(super) left_out: usize,
    /// Those that have a day.
    pub(super) dated: Vec<usize>,
    /// Those that have none.
    pub(super) undated: Vec<usize>,
}

/// A row of the drawing.
pub(super) struct Drawn {
    /// The item.
    pub(super) at: usize,
    /// Whether it is drawn as a part of the row above it.
    pub(super) is_part: bool,
}

impl Rows {
    /// The rows of this plan.
    pub(super) fn new(book: &Book) -> Self {
        let order = planned(book);
        let (dated, undated): (Vec<usize>, Vec<usize>) = order
            .into_iter()
            .partition(|at| has_place_in_time(book.item(*at)));
        let marked = || dated.iter().copied().filter(|at| is_marked(book.item(*at)));
        let mut tops = BTreeSet::new();
        let drawn: Vec<Drawn> = marked()
            .take(MOST)
            .map(|at| {
                let item = book.item(at);
                let above = item.parent_item().filter(|above| tops.contains(above));
                let is_part = item.kind == Kind::Feature && above.is_some();
                if !is_part {
                    tops.insert(at);
                }
                Drawn { at, is_part }
            })
            .collect();
        Self {
            left_out: marked().count() - drawn.len(),
            drawn,
            dated,
            undated,
        }
    }
}

/// The first day that is stated.
pub(super) fn start(item: &Entry) -> Option<Date> {
    item.start.as_ref().and_then(|said| said.value.day)
}

/// The day on which it was finished.
pub(super) fn done(item: &Entry) -> Option<Date> {
    item.done.as_ref().and_then(|said| said.value.day)
}

/// The day at which its diamond stands: that on which it was finished, or else is due.
pub(super) fn mark(item: &Entry) -> Option<Date> {
    let finished = done(item).filter(|_| item.state() == Status::Done);
    finished.or(item.due_day()).or(done(item))
}

/// A start alone is neither a bar nor a diamond.
fn is_marked(item: &Entry) -> bool {
    mark(item).is_some()
}

/// Phases and milestones in the order of the plan, each followed by its parts; features where there is room, or where
/// nothing else has a date.
fn planned(book: &Book) -> Vec<usize> {
    let items = || book.edition.items.iter().enumerate();
    let dated = |which: fn(&Entry) -> bool| {
        let dated = items().filter(|(_, item)| which(item) && has_place_in_time(item));
        dated.count()
    };
    let high = dated(is_high);
    let with_features = high == 0 || high + dated(is_feature) <= FEATURES;
    let is_row = |item: &Entry| is_high(item) || with_features && is_told(item);
    let mut walk = Walk {
        book,
        placed: vec![false; book.edition.items.len()],
        order: Vec::new(),
    };
    for (at, item) in items().filter(|(_, item)| is_row(item)) {
        let above = item.parent_item().map(|above| book.item(above));
        if !above.is_some_and(&is_row) {
            walk.place(at, &is_row);
        }
    }
    // Whatever a circle of parents keeps from being reached.
    for (at, _) in items().filter(|(_, item)| is_row(item)) {
        walk.place(at, &is_row);
    }
    walk.order
}

fn is_high(item: &Entry) -> bool {
    matches!(item.kind, Kind::Phase | Kind::Milestone) && !item.discovered
}

fn is_feature(item: &Entry) -> bool {
    item.kind == Kind::Feature && !item.discovered
}

/// Features without any word of a date are in the list of features.
fn is_told(item: &Entry) -> bool {
    is_feature(item) && (has_place_in_time(item) || item.due.is_some() || item.start.is_some())
}

struct Walk<'a> {
    book: &'a Book,
    placed: Vec<bool>,
    order: Vec<usize>,
}

impl Walk<'_> {
    /// An item and what is below it: features first, so that they stand right below what they are parts of.
    fn place(&mut self, at: usize, is_row: &impl Fn(&Entry) -> bool) {
        let mut open = vec![at];
        while let Some(at) = open.pop() {
            if std::mem::replace(&mut self.placed[at], true) {
                continue;
            }
            self.order.push(at);
            let parts = self.book.item(at).children.iter().rev().copied();
            let parts = parts.filter(|part| is_row(self.book.item(*part)));
            let (features, rest): (Vec<usize>, Vec<usize>) =
                parts.partition(|part| is_feature(self.book.item(*part)));
            open.extend(rest);
            open.extend(features);
        }
    }
}
