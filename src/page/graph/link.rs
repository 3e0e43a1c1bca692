//! What leads from one thing to another in a graph, several needs between the same two as one.

use std::collections::BTreeMap;

use crate::edition::Edition;
use crate::model::status::Status;
use crate::page::graph::need::Needs;

/// Something comes before something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// What comes first.
    pub from: usize,
    /// What waits for it.
    pub to: usize,
    /// How many needs it stands for.
    pub count: usize,
    /// How many of them are not finished.
    pub open: usize,
    /// Whether all of them were found by likeness of words.
    pub guessed: bool,
}

/// The links between what `lift` takes items for; what it takes for nothing is left out, and so is what is dropped.
pub fn links(edition: &Edition, needs: &Needs, lift: impl Fn(usize) -> Option<usize>) -> Vec<Link> {
    let mut found: BTreeMap<(usize, usize), Link> = BTreeMap::new();
    for (need, waiting, lead) in needs.pairs() {
        let is_dropped = |at: usize| edition.items[at].state() == Status::Dropped;
        let (Some(from), Some(to)) = (lift(need), lift(waiting)) else {
            continue;
        };
        let is_inside = from == to && need != waiting;
        if is_inside || is_dropped(need) || is_dropped(waiting) {
            continue;
        }
        let link = found.entry((from, to)).or_insert(Link {
            from,
            to,
            count: 0,
            open: 0,
            guessed: true,
        });
        link.count += 1;
        link.open += usize::from(!edition.items[need].finished);
        link.guessed &= lead.inferred;
    }
    found.into_values().collect()
}
