//! The upper part of the plan as the navigation shows it: what is on top, what is below, and which of it fits.

use crate::edition::Edition;
use crate::edition::entry::Entry;
use crate::model::kind::Kind;

/// How many of a row are shown where not all fit.
const NEAR: usize = 6;

/// The items of the navigation that have pages, by what they are part of.
#[derive(Debug, Default)]
pub struct Tree {
    tops: Vec<usize>,
    parts: Vec<Vec<usize>>,
    /// Where an item stands among the parts of what it belongs to, or among those on top.
    place: Vec<usize>,
}

impl Tree {
    /// Of this edition.
    pub fn new(edition: &Edition) -> Self {
        let items = &edition.items;
        let tops = tops(edition);
        let parts: Vec<Vec<usize>> = items
            .iter()
            .map(|item| {
                let parts = item.children.iter().copied();
                parts.filter(|part| is_shown(&items[*part])).collect()
            })
            .collect();
        let mut place = vec![0; items.len()];
        for row in parts.iter().chain([&tops]) {
            for (number, at) in row.iter().enumerate() {
                place[*at] = number;
            }
        }
        Self { tops, parts, place }
    }

    /// The items on top.
    pub fn tops(&self) -> &[usize] {
        &self.tops
    }

    /// The items of the navigation from the top down to an item, or to what it is part of.
    pub fn way(&self, edition: &Edition, branch: Option<usize>) -> Vec<usize> {
        let mut way = Vec::new();
        let mut next = branch;
        while let Some(at) = next.filter(|at| !way.contains(at) && way.len() < 8) {
            way.push(at);
            next = edition.items[at].parent_item();
        }
        way.retain(|at| is_shown(&edition.items[*at]));
        way.reverse();
        // Where the way does not begin on top, nothing of it can be opened there.
        if way.first().is_some_and(|first| !self.tops.contains(first)) {
            way.clear();
        }
        way
    }

    /// What is shown, from top to bottom, each with its depth. Pages that lie near one another are shown the same.
    pub fn shown(&self, way: &[usize], room: usize) -> Vec<(usize, usize)> {
        let deeper = way.len().saturating_sub(1);
        let top = room.saturating_sub(2 * deeper).clamp(1, NEAR);
        let mut shown: Vec<(usize, usize)> = Vec::new();
        let mut left = room;
        self.add(&self.tops, way, 0, top, &mut left, &mut shown);
        shown
    }

    fn add(
        &self,
        row: &[usize],
        way: &[usize],
        depth: usize,
        room: usize,
        left: &mut usize,
        shown: &mut Vec<(usize, usize)>,
    ) {
        let current = way.get(depth).copied();
        let row = self.window(row, current, room.min(*left));
        *left -= row.len();
        for at in row {
            shown.push((depth, *at));
            if Some(*at) == current {
                let deeper = way.len().saturating_sub(depth + 2);
                let room = left.saturating_sub(deeper).min(NEAR);
                self.add(&self.parts[*at], way, depth + 1, room, left, shown);
            }
        }
    }

    /// A part of a row, always cut at the same places, so that neighbours have the same one.
    fn window<'a>(&self, row: &'a [usize], current: Option<usize>, room: usize) -> &'a [usize] {
        if room == 0 {
            return &[];
        }
        let place = current.map_or(0, |at| self.place[at]);
        let last = row.len().saturating_sub(room);
        let start = (place / room * room).min(last);
        &row[start..row.len().min(start + room)]
    }
}

fn is_shown(item: &Entry) -> bool {
    let is_high = matches!(
        item.kind,
        Kind::Phase | Kind::Milestone | Kind::Feature | Kind::Story
    );
    is_high && !item.discovered && item.has_page
}

/// The kind of the items on top.
pub fn top(edition: &Edition) -> Option<Kind> {
    let first = tops(edition).first().copied()?;
    Some(edition.items[first].kind)
}

/// The items of the highest kind that there is. A kind whose items are mostly parts of another of these is not on top:
/// two hundred phases of a hundred milestones are found below those.
fn tops(edition: &Edition) -> Vec<usize> {
    const KINDS: [Kind; 3] = [Kind::Phase, Kind::Milestone, Kind::Feature];
    let items = &edition.items;
    let of_kind = |kind: &Kind| -> Vec<usize> {
        let is_one = |at: &usize| items[*at].kind == *kind && is_shown(&items[*at]);
        (0..items.len()).filter(is_one).collect()
    };
    let is_part = |at: &&usize| {
        let around = items[**at].parent_item().map(|around| &items[around]);
        around.is_some_and(|around| {
            around.kind != items[**at].kind && KINDS.contains(&around.kind) && is_shown(around)
        })
    };
    let rows: Vec<Vec<usize>> = KINDS.iter().map(of_kind).collect();
    let mut rows = rows.iter().filter(|row| !row.is_empty());
    let first = rows.clone().next();
    let top = rows.find(|row| row.iter().filter(is_part).count() * 2 <= row.len());
    top.or(first).cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Fifty on top, each with ten parts.
    fn tree() -> Tree {
        let tops: Vec<usize> = (0..50).collect();
        let parts = |top: usize| (0..10).map(move |part| 50 + top * 10 + part);
        let mut all: Vec<Vec<usize>> = tops.iter().map(|top| parts(*top).collect()).collect();
        all.resize(550, Vec::new());
        let place = (0..550)
            .map(|at| if at < 50 { at } else { (at - 50) % 10 })
            .collect();
        Tree {
            tops,
            parts: all,
            place,
        }
    }

    #[test]
    fn the_way_is_open_and_neighbours_share_what_they_see() {
        let tree = tree();
        let seen = |way: &[usize]| tree.shown(way, 8);
        assert!(seen(&[20, 251]).contains(&(1, 251)));
        assert_eq!(seen(&[20, 250]), seen(&[20, 251]));
        assert!(seen(&[20, 259]).len() <= 8);
        assert_eq!(tree.shown(&[], 3), [(0, 0), (0, 1), (0, 2)]);
        assert!(tree.shown(&[49], 2).contains(&(0, 49)));
        assert!(tree.shown(&[49], 0).is_empty());
    }
}
