//! The sprints and the sheets of weeks that a page tells of, in the order of time.

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::page::book::Book;
use crate::page::iteration::{in_order, over};
use crate::page::term::{is_finished, start};
use crate::page::view::week_of;
use crate::theme::tongue::Tongue;

/// Sprints and weeks.
pub(super) struct Team<'a> {
    /// The book.
    pub(super) book: &'a Book,
    /// The page that tells of them.
    pub(super) from: &'a str,
    /// The sprints, the earliest first.
    pub(super) sprints: Vec<usize>,
    /// The sheets of weeks, the earliest first.
    pub(super) weeks: Vec<usize>,
}

impl<'a> Team<'a> {
    /// Those of these items.
    pub(super) fn new(book: &'a Book, from: &'a str, items: &[usize]) -> Self {
        let (mut weeks, sprints): (Vec<usize>, Vec<usize>) = items
            .iter()
            .copied()
            .partition(|at| book.item(*at).is_week_sheet());
        weeks.sort_by_key(|at| week_of(book.item(*at)));
        Self {
            book,
            from,
            sprints: in_order(book, sprints),
            weeks,
        }
    }

    /// The language of the page.
    pub(super) fn tongue(&self) -> &'a Tongue {
        &self.book.tongue
    }

    /// Today.
    pub(super) fn today(&self) -> Date {
        self.book.edition.as_of
    }

    /// The sprints with their positions, the earliest first.
    pub(super) fn items(&self) -> impl DoubleEndedIterator<Item = (usize, &'a Entry)> {
        let book = self.book;
        self.sprints.iter().map(move |at| (*at, book.item(*at)))
    }

    /// Those that are over.
    pub(super) fn finished(&self) -> impl DoubleEndedIterator<Item = (usize, &'a Entry)> {
        self.items().filter(|(_, item)| is_finished(item))
    }

    /// Those that are still to begin.
    pub(super) fn to_come(&self) -> impl Iterator<Item = (usize, &'a Entry)> {
        self.items().filter(|(_, item)| self.is_to_come(item))
    }

    /// Whether it has not begun.
    pub(super) fn is_to_come(&self, item: &Entry) -> bool {
        !is_finished(item) && start(item).is_some_and(|start| start > self.today())
    }

    /// The one that runs.
    pub(super) fn running(&self) -> Option<(usize, &'a Entry)> {
        let at = self.book.views.sprint?;
        Some((at, self.book.item(at)))
    }

    /// The one that takes on too much: that which runs, or else the next.
    pub(super) fn overcommitted(&self) -> Option<&'a Entry> {
        let next = || self.to_come().next();
        let (_, item) = self.running().or_else(next)?;
        over(&self.book.tongue, item).is_some().then_some(item)
    }
}
