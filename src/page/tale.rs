//! What is told of one week or sprint: what its sheet says of items, which items list it, and when it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::entry::Lead;
use crate::model::date::{Date, Week};
use crate::model::movement::Change;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::term;
use crate::page::view::week_of;

/// Something that a week or a sprint tells of: an item by its position, or words that lead to none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// An item.
    Item(usize),
    /// Words.
    Words(String),
}

impl Thing {
    /// The item that it is; words lead to none.
    pub fn item(&self) -> Option<usize> {
        match self {
            Self::Item(at) => Some(*at),
            Self::Words(_) => None,
        }
    }
}

/// What is told of one week or sprint.
#[derive(Debug, Default)]
pub(super) struct Tale {
    pub(super) at: usize,
    pub(super) said: BTreeMap<Thing, BTreeSet<Change>>,
    /// Everything that is named or listed, as it comes.
    pub(super) order: Vec<Thing>,
    pub(super) members: BTreeSet<usize>,
    pub(super) start: Option<Date>,
    pub(super) end: Option<Date>,
    pub(super) is_over: bool,
    pub(super) is_week: bool,
}

/// What is known of an item today.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Fact {
    pub(super) state: Status,
    pub(super) done: Option<Date>,
    pub(super) sprint: Option<usize>,
    pub(super) is_stuck: bool,
}

impl Thing {
    /// What a reference leads to.
    pub fn of(lead: &Lead) -> Self {
        match lead.to {
            Some(to) => Self::Item(to),
            None => Self::Words(lead.raw.clone()),
        }
    }
}

impl Fact {
    pub(super) fn new(book: &Book, at: usize) -> Self {
        let item = book.item(at);
        Self {
            state: item.state(),
            done: item.done.as_ref().and_then(|done| done.value.day),
            sprint: item.sprint.as_ref().and_then(|sprint| sprint.to),
            is_stuck: book.views.is_blocked(at),
        }
    }
}

impl Tale {
    pub(super) fn new(book: &Book, at: usize) -> Self {
        let item = book.item(at);
        let week = week_of(item);
        let start = term::start(item).or(week.map(Week::monday));
        let end = term::end(item).or(week.map(Week::sunday));
        let mut round = Self {
            at,
            start,
            end,
            is_over: end.map_or(term::is_finished(item), |end| end < book.edition.as_of),
            is_week: item.is_week_sheet(),
            ..Self::default()
        };
        for moved in &item.movements {
            round.say(Thing::of(&moved.item), moved.change);
        }
        for member in book.rounds.members(at) {
            round.list(*member);
        }
        round
    }

    pub(super) fn say(&mut self, thing: Thing, change: Change) {
        if !self.said.contains_key(&thing) {
            self.order.push(thing.clone());
        }
        self.said.entry(thing).or_default().insert(change);
    }

    pub(super) fn list(&mut self, member: usize) {
        if self.members.insert(member) && !self.said.contains_key(&Thing::Item(member)) {
            self.order.push(Thing::Item(member));
        }
    }

    pub(super) fn says(&self, thing: &Thing, change: Change) -> bool {
        let said = self.said.get(thing);
        said.is_some_and(|said| said.contains(&change))
    }

    pub(super) fn is_member(&self, thing: &Thing) -> bool {
        matches!(thing, Thing::Item(at) if self.members.contains(at))
    }

    /// Whether it is named as something that is in it, or was when it ended.
    pub(super) fn touches(&self, thing: &Thing) -> bool {
        let is_named = self.said.contains_key(thing) && !self.says(thing, Change::Left);
        is_named || self.is_member(thing)
    }

    /// Whether something is in it. What is only told to be done was finished in it, unless it was in the one before
    /// and nothing says that it went on: then it was finished there.
    pub(super) fn holds(&self, thing: &Thing, before: Option<&Self>, fact: Fact) -> bool {
        let comes = [Change::Entered, Change::Carried, Change::Blocked];
        if self.says(thing, Change::Left) {
            return false;
        }
        if self.is_member(thing) && fact.state != Status::Dropped
            || comes.iter().any(|change| self.says(thing, *change))
        {
            return true;
        }
        self.says(thing, Change::Done)
            && match (fact.done, self.start) {
                (Some(done), Some(start)) => done >= start,
                _ => before.is_none_or(|before| !before.touches(thing)),
            }
    }

    pub(super) fn contents(
        &self,
        before: Option<&Self>,
        facts: &dyn Fn(usize) -> Fact,
    ) -> Vec<&Thing> {
        let things = self.order.iter();
        things
            .filter(|thing| self.holds(thing, before, fact(thing, facts)))
            .collect()
    }

    pub(super) fn is_done(&self, thing: &Thing, fact: Fact) -> bool {
        let is_finished = fact.state == Status::Done
            && match fact.done {
                Some(done) => self.end.is_none_or(|end| done <= end),
                None => fact.sprint == Some(self.at) || !self.is_over,
            };
        self.says(thing, Change::Done) || is_finished
    }

    pub(super) fn is_blocked(&self, thing: &Thing, fact: Fact) -> bool {
        let is_stuck = !self.is_over && fact.is_stuck;
        (self.says(thing, Change::Blocked) || is_stuck) && !self.is_done(thing, fact)
    }
}

/// What is known of a thing; of words nothing is.
pub(super) fn fact(thing: &Thing, facts: &dyn Fn(usize) -> Fact) -> Fact {
    match thing {
        Thing::Item(at) => facts(*at),
        Thing::Words(_) => Fact::default(),
    }
}
