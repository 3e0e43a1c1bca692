//! Who speaks of an item: references turned round, and links in what is written.

use std::collections::HashSet;

use crate::edition::entry::{Backlink, Entry, Lead, Source, Speaker};

/// One link in somebody's words to an item.
pub(super) struct Spoken {
    /// Who speaks.
    pub(super) from: Speaker,
    /// Of which item, by position.
    pub(super) of: usize,
    /// Where.
    pub(super) source: Option<Source>,
}

/// Gives every item those that wait for it and those that speak of it; its own parts are not named again.
pub(super) fn turn_round(items: &mut [Entry], spoken: Vec<Spoken>) {
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    let mut found: Vec<Spoken> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let needs = item.depends_on.iter().filter_map(|lead| lead.to);
        needs.for_each(|need| waiting[need].push(at));
        let held_up = item.blocks.iter().filter_map(|lead| lead.to);
        waiting[at].extend(held_up);
        found.extend(leads(item).filter_map(|lead| {
            Some(Spoken {
                from: Speaker::Item(at),
                of: lead.to?,
                source: lead.source.clone(),
            })
        }));
    }
    found.extend(spoken);
    for (item, mut waiting) in items.iter_mut().zip(waiting) {
        waiting.sort_unstable();
        waiting.dedup();
        item.waiting = waiting;
    }
    let mut known = HashSet::new();
    for Spoken { from, of, source } in found {
        let is_part =
            matches!(from, Speaker::Item(at) if at == of || items[at].parent_item() == Some(of));
        let speaks = !is_part && !is_waiting(&items[of], from);
        if speaks && known.insert((of, from)) {
            items[of].backlinks.push(Backlink { from, source });
        }
    }
    for item in items {
        item.backlinks.sort_by_key(|backlink| backlink.from);
    }
}

fn is_waiting(item: &Entry, from: Speaker) -> bool {
    matches!(from, Speaker::Item(at) if item.waiting.binary_search(&at).is_ok())
}

fn leads(item: &Entry) -> impl Iterator<Item = &Lead> {
    let single = item.parent.iter().chain(&item.sprint);
    let lists = item
        .depends_on
        .iter()
        .chain(&item.blocks)
        .chain(&item.became);
    let moved = item.movements.iter().map(|movement| &movement.item);
    single.chain(lists).chain(moved)
}
