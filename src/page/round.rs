//! Weeks and sprints in the order of time, and the work that each of them lists.

use std::collections::BTreeMap;

use crate::edition::Edition;
use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::name;
use crate::page::term::{in_time, last_day};
use crate::page::view::week_of;
use crate::theme::tongue::Tongue;

/// The sheets of weeks and the sprints of a plan.
#[derive(Debug, Default)]
pub struct Rounds {
    weeks: Vec<usize>,
    sprints: Vec<usize>,
    members: BTreeMap<usize, Vec<usize>>,
}

impl Rounds {
    /// Of this edition.
    pub fn new(edition: &Edition) -> Self {
        let items = &edition.items;
        let all = || items.iter().enumerate();
        let mut weeks: Vec<_> = all()
            .filter_map(|(at, item)| Some((week_of(item)?, at)))
            .collect();
        weeks.sort_unstable();
        let sprints = all().filter(|(_, item)| item.kind == Kind::Sprint && !item.is_week_sheet());
        Self {
            weeks: weeks.into_iter().map(|(_, at)| at).collect(),
            sprints: in_time(items, sprints.map(|(at, _)| at)),
            members: members(items),
        }
    }

    /// The weeks or the sprints among which one stands, the earliest first.
    pub fn row(&self, item: &Entry) -> &[usize] {
        match item.is_week_sheet() {
            true => &self.weeks,
            false => &self.sprints,
        }
    }

    /// The sheets of weeks, the earliest first.
    pub fn weeks(&self) -> &[usize] {
        &self.weeks
    }

    /// The work that lists or names a sprint as its own, that which was carried on since too.
    pub fn members(&self, at: usize) -> &[usize] {
        self.members.get(&at).map_or(&[], Vec::as_slice)
    }

    /// Whether anything is known of what is in it.
    pub fn is_told(&self, items: &[Entry], at: usize) -> bool {
        !items[at].movements.is_empty() || !self.members(at).is_empty()
    }

    /// The last one before it of which it is known what was in it.
    pub fn before(&self, items: &[Entry], at: usize) -> Option<usize> {
        let row = self.row(&items[at]);
        let place = row.iter().position(|other| *other == at)?;
        let mut earlier = row[..place].iter().rev().copied();
        earlier.find(|other| self.is_told(items, *other) && follows(&items[at], &items[*other]))
    }

    /// The next one that is written.
    pub fn after(&self, items: &[Entry], at: usize) -> Option<usize> {
        let row = self.row(&items[at]);
        let place = row.iter().position(|other| *other == at)?;
        row.get(place + 1).copied()
    }
}

/// What one calls it in a sentence: "week 19", "Sprint 6".
pub fn called(tongue: &Tongue, item: &Entry) -> String {
    match week_of(item) {
        Some(week) => tongue.tell("week {which}", &[("which", &week.number())]),
        None => name::called(tongue, item),
    }
}

/// Whether one comes after another for certain: a sprint without a day may be from any time.
fn follows(item: &Entry, earlier: &Entry) -> bool {
    match (week_of(item), week_of(earlier)) {
        (Some(week), Some(before)) => before < week,
        _ => last_day(item).is_some() == last_day(earlier).is_some(),
    }
}

/// The work of every sprint, in the order of the plan. Where parts are listed, the whole is not counted beside them.
fn members(items: &[Entry]) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let is_work = |item: &Entry| item.kind.level().is_some() && !item.discovered;
    for (at, item) in items.iter().enumerate().filter(|(_, item)| is_work(item)) {
        for sprint in &item.sprints {
            let mut parts = item.children.iter().map(|part| &items[*part]);
            if !parts.any(|part| is_work(part) && part.sprints.contains(sprint)) {
                found.entry(*sprint).or_default().push(at);
            }
        }
    }
    found
}
