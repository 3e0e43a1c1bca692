//! What holds work up: the items that most of it waits for, and why each of them is not finished.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::analyze::turn::{Queue, Turn};
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::answer::named::Named;
use crate::page::answer::reason::position;
use crate::page::answer::status::Done;
use crate::page::answer::stuck::reasons;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::words::many;

/// So many are named.
const NAMED: usize = 5;

/// Something that holds work up.
#[derive(Clone, Debug, Serialize)]
pub struct Hold {
    /// What it is.
    #[serde(flatten)]
    pub item: Named,
    /// How many pieces of open work wait for it.
    pub holds_up: usize,
    /// Why it does.
    pub why: String,
}

/// What holds up the work that waits, what holds up most at first.
pub fn holds(book: &Book, queue: &Queue) -> Vec<Hold> {
    let lanes = [&queue.waiting, &queue.blocked, &queue.early];
    let stopped: Vec<&Turn> = lanes.into_iter().flatten().collect();
    let waits: BTreeSet<ItemId> = queue.waiting.iter().map(|turn| turn.item).collect();
    let mut counts: BTreeMap<ItemId, usize> = BTreeMap::new();
    for turn in stopped {
        let own = turn.needs.is_empty() && turn.early.is_empty();
        let own = own || book.item(position(turn.item)).state() == Status::Blocked;
        let needs = turn.needs.iter().chain(&turn.early).copied();
        for id in needs.chain(own.then_some(turn.item)) {
            *counts.entry(id).or_default() += 1;
        }
    }
    // What waits itself holds nothing up by itself, unless everything waits in a circle.
    let is_root = |id: &ItemId| !waits.contains(id);
    let has_roots = counts.keys().any(is_root);
    let mut found: Vec<(ItemId, usize)> = counts.into_iter().collect();
    found.retain(|(id, _)| !has_roots || is_root(id));
    found.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    let told = found.into_iter().take(NAMED);
    told.map(|(id, count)| hold(book, position(id), count))
        .collect()
}

fn hold(book: &Book, at: usize, count: usize) -> Hold {
    let item = book.item(at);
    let by: Vec<String> = reasons(book, at)
        .into_iter()
        .map(|reason| reason.words)
        .collect();
    let (_, word) = mark::state(item);
    let done = Done::of(item).map(|done| {
        let leaves = done.leaves.map_or("parts", many);
        format!("{} of {} {leaves} are complete", done.done, done.of)
    });
    let why = match item.state() {
        _ if item.kind == Kind::Blocker => "an obstacle that is still open".to_string(),
        _ if item.kind == Kind::Decision => "a decision that is still to be made".to_string(),
        Status::Blocked if by.is_empty() => "blocked; no reason is written".to_string(),
        _ if !by.is_empty() => format!("blocked by {}", by.join(", ")),
        _ if done.is_some() => done.unwrap_or_default(),
        Status::Unknown if item.status.is_none() => "its status is not written".to_string(),
        _ => word.to_lowercase(),
    };
    Hold {
        item: Named::of(item),
        holds_up: count,
        why,
    }
}
