//! What stands around an item: what is beside it, and what below it cannot proceed.

use std::collections::BTreeMap;

use crate::edition::Edition;
use crate::edition::entry::Entry;
use crate::page::view::Views;

/// Items are nested no deeper than this.
const DEEPEST: usize = 12;

/// What stands around the items of an edition.
#[derive(Debug, Default)]
pub struct Around {
    beside: BTreeMap<usize, [Option<usize>; 2]>,
    stuck: BTreeMap<usize, Vec<usize>>,
    deciding: BTreeMap<usize, Vec<usize>>,
}

impl Around {
    /// Around the items of this edition.
    pub fn new(edition: &Edition, views: &Views) -> Self {
        let (blocked, open) = (&views.blocked, &views.open_decisions);
        Self {
            deciding: deciding(&edition.items, open),
            beside: beside(&edition.items),
            stuck: stuck(&edition.items, blocked),
        }
    }

    /// The parts with pages before and behind this one, of the same kind and the same whole.
    pub fn beside(&self, at: usize) -> [Option<usize>; 2] {
        self.beside.get(&at).copied().unwrap_or_default()
    }

    /// The open decisions that hold up an item.
    pub fn deciding(&self, at: usize) -> &[usize] {
        self.deciding.get(&at).map_or(&[], Vec::as_slice)
    }

    /// What is blocked below an item, in the order of the plan.
    pub fn stuck(&self, at: usize) -> &[usize] {
        self.stuck.get(&at).map_or(&[], Vec::as_slice)
    }
}

fn beside(items: &[Entry]) -> BTreeMap<usize, [Option<usize>; 2]> {
    let mut found = BTreeMap::new();
    for whole in items {
        let parts = whole.children.iter().copied();
        let parts = parts.filter(|at| items[*at].has_page && !items[*at].discovered);
        let mut rows: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        parts.for_each(|at| rows.entry(items[at].kind).or_default().push(at));
        for row in rows.values() {
            for (place, at) in row.iter().enumerate() {
                let before = place.checked_sub(1).map(|place| row[place]);
                found.insert(*at, [before, row.get(place + 1).copied()]);
            }
        }
    }
    found
}

fn deciding(items: &[Entry], open: &[usize]) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in open {
        for held in items[*at].blocks.iter().filter_map(|lead| lead.to) {
            found.entry(held).or_default().push(*at);
        }
    }
    found
}

fn stuck(items: &[Entry], blocked: &[usize]) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in blocked {
        let mut next = items[*at].parent_item();
        for _ in 0..DEEPEST {
            let Some(above) = next else { break };
            let below = found.entry(above).or_default();
            if below.last() != Some(at) {
                below.push(*at);
            }
            next = items[above].parent_item();
        }
    }
    found
}
