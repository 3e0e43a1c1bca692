//! What a week did with items, counted and in lanes.

use crate::edition::entry::{Entry, Move};
use crate::model::movement::Change;
use crate::theme::tongue::{Tongue, forms, key};

/// A lane of a week: the change, its words, its style and its icon.
pub struct Lane {
    /// What happened.
    pub change: Change,
    /// The anchor.
    pub id: &'static str,
    /// The heading.
    pub title: &'static str,
    /// How it looks.
    pub style: &'static str,
    /// Its icon.
    pub icon: &'static str,
}

/// The lanes, in the order in which a planning meeting goes through them.
pub const LANES: [Lane; 5] = [
    Lane {
        change: Change::Entered,
        id: "entered",
        title: key("Entered"),
        style: "st-doing",
        icon: "enter",
    },
    Lane {
        change: Change::Left,
        id: "left",
        title: key("Left"),
        style: "st-left",
        icon: "leave",
    },
    Lane {
        change: Change::Blocked,
        id: "blocked",
        title: key("Blocked"),
        style: "st-blocked",
        icon: "blocked",
    },
    Lane {
        change: Change::Done,
        id: "done",
        title: key("Done"),
        style: "st-done",
        icon: "done",
    },
    Lane {
        change: Change::Carried,
        id: "carried",
        title: key("Carried over"),
        style: "hl-idle",
        icon: "carry",
    },
];

/// What happened to items in this way.
pub fn of(item: &Entry, change: Change) -> impl Iterator<Item = &Move> {
    let moves = item.movements.iter();
    moves.filter(move |movement| movement.change == change)
}

/// "2 entered, 1 blocked"; nothing where nothing moved.
pub fn summary(tongue: &Tongue, item: &Entry) -> String {
    let parts = LANES.iter().filter_map(|lane| {
        let count = of(item, lane.change).count();
        let (one, many) = match lane.change {
            Change::Entered => forms("{number} entered", "{number} entered"),
            Change::Left => forms("{number} left", "{number} left"),
            Change::Blocked => forms("{number} blocked", "{number} blocked"),
            Change::Done => forms("{number} done", "{number} done"),
            Change::Carried => forms("{number} carried over", "{number} carried over"),
        };
        (count > 0).then(|| tongue.count(count, one, many, &[]))
    });
    tongue.row(&parts.collect::<Vec<String>>())
}
