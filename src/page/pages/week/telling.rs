//! A week or a sprint that is told of, and what everything on its page needs to know.

use crate::edition::entry::{Entry, Move};
use crate::model::date::{Date, Week};
use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::calendar;
use crate::page::flow::Flow;
use crate::page::name;
use crate::page::noun;
use crate::page::round::called;
use crate::page::tale::Thing;
use crate::page::term::{end, is_finished, start};
use crate::page::view::week_of;
use crate::theme::tongue::Tongue;

/// A week or a sprint, and the page that tells of it.
pub(super) struct Telling<'a> {
    pub(super) book: &'a Book,
    pub(super) at: usize,
    pub(super) item: &'a Entry,
    pub(super) from: &'a str,
    pub(super) today: Date,
    /// What moved; nothing where nothing is known of what is in it.
    pub(super) flow: Option<Flow>,
}

impl<'a> Telling<'a> {
    /// Of the week or the sprint at this position, on its page.
    pub(super) fn new(book: &'a Book, at: usize) -> Self {
        Self {
            book,
            at,
            item: book.item(at),
            from: book.routes.url(at),
            today: book.edition.as_of,
            flow: Flow::new(book, at),
        }
    }

    /// Whether its last day is over.
    pub(super) fn is_over(&self) -> bool {
        let end = week_of(self.item).map(Week::sunday);
        let end = end.or(end_of(self.item));
        end.map_or(is_finished(self.item), |end| end < self.today)
    }

    /// Whether it has not begun.
    pub(super) fn is_to_come(&self) -> bool {
        let start = week_of(self.item).map(Week::monday);
        let start = start.or(self::start(self.item));
        start.is_some_and(|start| start > self.today)
    }

    /// The kind of what is in it; nothing where there are several.
    pub(super) fn kind(&self) -> Option<Kind> {
        let things = self.flow.iter().flat_map(|flow| &flow.steps);
        let mut kinds = things.map(|step| match &step.thing {
            Thing::Item(at) => self.book.item(*at).kind,
            Thing::Words(_) => Kind::Task,
        });
        let first = kinds.next()?;
        kinds.all(|kind| kind == first).then_some(first)
    }

    /// So much of what is in it: "1 task", "5 tasks", "5 items".
    pub(super) fn size(&self, number: usize) -> String {
        match self.kind() {
            Some(kind) => noun::count(&self.book.tongue, number, kind),
            None => self
                .book
                .tongue
                .count(number, "{number} item", "{number} items", &[]),
        }
    }

    /// What it is called in a sentence.
    pub(super) fn called(&self) -> String {
        called(&self.book.tongue, self.item)
    }

    /// What the one before is called in a sentence.
    pub(super) fn before(&self) -> Option<String> {
        let before = self.flow.as_ref()?.before?;
        Some(called(&self.book.tongue, self.book.item(before)))
    }

    /// The line that says something of a thing, where it says this.
    pub(super) fn said(&self, moves: impl Fn(&Move) -> bool, thing: &Thing) -> Option<&'a Move> {
        let mut all = self.item.movements.iter();
        all.find(|moved| moves(moved) && is_of(moved, thing))
    }
}

fn end_of(item: &Entry) -> Option<Date> {
    end(item)
}

/// Whether a line of a sheet is of this thing.
pub(super) fn is_of(moved: &Move, thing: &Thing) -> bool {
    match (thing, moved.item.to) {
        (Thing::Item(at), to) => to == Some(*at),
        (Thing::Words(words), None) => moved.item.raw == *words,
        (Thing::Words(_), Some(_)) => false,
    }
}

/// "Week 19", "Sprint 6".
pub(super) fn heading(tongue: &Tongue, item: &Entry) -> String {
    match week_of(item) {
        Some(week) => tongue.tell("Week {which}", &[("which", &week.number())]),
        None => name::called(tongue, item),
    }
}

/// "W19", "S6".
pub(super) fn short(tongue: &Tongue, item: &Entry) -> String {
    match week_of(item) {
        Some(week) => calendar::short_week(tongue, week),
        None => crate::page::term::short(tongue, item),
    }
}
