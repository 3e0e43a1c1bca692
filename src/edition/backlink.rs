//! Who speaks of an item: references turned round, and links in what is written.

use crate::edition::cut::{Teller, position};
use crate::edition::entry::{Backlink, Entry, Source, Speaker};

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
pub(super) fn turn_round(items: &mut [Entry], teller: &Teller<'_>, spoken: Vec<Spoken>) {
    wait(items);
    let mut backlinks: Vec<Vec<Backlink>> = items.iter().map(|_| Vec::new()).collect();
    for (id, item) in teller.plan.items() {
        let from = Speaker::Item(position(id));
        for reference in item.references() {
            let to = reference.to.map(position);
            if let Some(of) = to.filter(|of| speaks(items, from, *of)) {
                let source = teller.source(reference.place);
                backlinks[of].push(Backlink { from, source });
            }
        }
    }
    for Spoken { from, of, source } in spoken {
        if speaks(items, from, of) {
            backlinks[of].push(Backlink { from, source });
        }
    }
    for (item, mut backlinks) in items.iter_mut().zip(backlinks) {
        // Of several places in one speaker's words the first counts.
        backlinks.sort_by_key(|backlink| backlink.from);
        backlinks.dedup_by_key(|backlink| backlink.from);
        item.backlinks = backlinks;
    }
}

/// Gives every item those that wait for it.
fn wait(items: &mut [Entry]) {
    let mut waiting: Vec<Vec<usize>> = vec![Vec::new(); items.len()];
    for (at, item) in items.iter().enumerate() {
        let needs = item.depends_on.iter().filter_map(|lead| lead.to);
        needs.for_each(|need| waiting[need].push(at));
        let held_up = item.blocks.iter().filter_map(|lead| lead.to);
        waiting[at].extend(held_up);
    }
    for (item, mut waiting) in items.iter_mut().zip(waiting) {
        waiting.sort_unstable();
        waiting.dedup();
        item.waiting = waiting;
    }
}

/// Whether a link to an item says more than that it is a part of this one, or that this one waits for it.
fn speaks(items: &[Entry], from: Speaker, of: usize) -> bool {
    let is_part =
        matches!(from, Speaker::Item(at) if at == of || items[at].parent_item() == Some(of));
    !is_part && !is_waiting(&items[of], from)
}

fn is_waiting(item: &Entry, from: Speaker) -> bool {
    matches!(from, Speaker::Item(at) if item.waiting.binary_search(&at).is_ok())
}
