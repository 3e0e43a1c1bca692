//! The way from an item up to what it is a part of.

use crate::edition::Edition;
use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;

/// No plan has more levels; the bound keeps every walk short on any input.
const LEVELS: usize = 32;

/// The items around an item, the nearest first.
pub fn above(edition: &Edition, at: usize) -> Vec<usize> {
    let mut way = Vec::new();
    let mut next = edition.items[at].parent_item();
    while let Some(here) =
        next.filter(|here| *here != at && way.len() < LEVELS && !way.contains(here))
    {
        way.push(here);
        next = edition.items[here].parent_item();
    }
    way
}

/// The nearest of a kind among them.
pub fn nearest(edition: &Edition, way: &[usize], kind: Kind) -> Option<usize> {
    way.iter()
        .copied()
        .find(|at| edition.items[*at].kind == kind)
}

/// Whether an item counts: it is in the plan, and was not dropped.
pub fn counts(item: &Entry) -> bool {
    !item.discovered && item.state() != Status::Dropped
}
