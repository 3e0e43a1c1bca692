//! The columns of the board, one for each state.

use serde::Serialize;

use crate::page::badge;
use crate::page::book::Book;
use crate::page::pages::board::card::{Card, Sight, card};
use crate::theme::tongue::key;

/// The states in the order of work, the word for each, and whether its column is there even if nothing is in it.
const STATES: [(&str, &str, bool); 7] = [
    ("planned", key("Planned"), true),
    ("doing", key("In progress"), true),
    ("review", key("In review"), false),
    ("blocked", key("Blocked"), true),
    ("done", key("Complete"), true),
    ("left", key("Dropped"), false),
    ("unknown", key("Unknown"), false),
];

/// Which columns may have how many cards when not all fit: what is stuck or begun before what is to come.
const FIRST: [&str; 5] = ["blocked", "doing", "review", "planned", "unknown"];

/// So many cards of a column are open; on a phone so many.
const OPEN: usize = 8;
const PHONE: usize = 3;

/// How many cards there may be.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    /// Of open work.
    pub(super) open: usize,
    /// Of what is over, in each of its columns.
    pub(super) over: usize,
}

/// How many cards the board by status has: at most 500.
pub(super) const WHOLE: Room = Room {
    open: 420,
    over: 40,
};

/// A column.
#[derive(Serialize)]
pub(super) struct Column {
    style: &'static str,
    title: &'static str,
    /// How many there are, shown or not.
    count: usize,
    cards: Vec<Card>,
    /// The words for the box that shows them all.
    unfold: Option<String>,
    /// Whether only a phone folds it.
    folds_on_phone: bool,
    /// What is said of those that are not here.
    rest: Option<String>,
    /// Where they are.
    way: Option<String>,
}

impl Column {
    /// How many cards it has.
    pub(super) fn shown(&self) -> usize {
        self.cards.len()
    }
}

/// The states that have a column, each with its word.
pub(super) fn styles(book: &Book, items: &[usize]) -> Vec<(&'static str, &'static str)> {
    let mut occurs = [false; STATES.len()];
    for at in items {
        let (style, _) = badge::shape(book.item(*at));
        let place = STATES.iter().position(|(other, ..)| *other == style);
        place.into_iter().for_each(|place| occurs[place] = true);
    }
    let all = STATES.iter().zip(occurs);
    let shown = all.filter(|((_, _, always), occurs)| *always || *occurs);
    shown.map(|((style, word, _), _)| (*style, *word)).collect()
}

/// The columns of these items, which come in their order.
pub(super) fn columns(
    sight: &Sight<'_>,
    styles: &[(&'static str, &'static str)],
    items: &[usize],
    room: Room,
) -> Vec<Column> {
    let of = |style: &str| -> Vec<usize> {
        let all = items.iter().copied();
        all.filter(|at| badge::style(sight.book.item(*at)) == style)
            .collect()
    };
    let sizes: Vec<(&str, usize)> = styles
        .iter()
        .map(|(style, _)| (*style, of(style).len()))
        .collect();
    let column = |(style, title): &(&'static str, &'static str)| {
        let all = of(style);
        let most = share(&sizes, style, room);
        Column::new(sight, style, title, &all, most)
    };
    styles.iter().map(column).collect()
}

/// How many cards a column may have.
fn share(sizes: &[(&str, usize)], style: &str, room: Room) -> usize {
    let mut left = room.open;
    for first in FIRST {
        let size = sizes.iter().find(|(other, _)| *other == first);
        let size = size.map_or(0, |(_, size)| *size).min(left);
        if first == style {
            return size;
        }
        left -= size;
    }
    room.over
}

impl Column {
    fn new(
        sight: &Sight<'_>,
        style: &'static str,
        title: &'static str,
        all: &[usize],
        most: usize,
    ) -> Self {
        let tongue = &sight.book.tongue;
        let shown = &all[..all.len().min(most)];
        // One or two more are not worth a fold.
        let (open, phone) = (fold(shown.len(), OPEN), fold(shown.len(), PHONE));
        let folds = |number: usize| match () {
            () if number >= open => " x y",
            () if number >= phone => " y",
            () => "",
        };
        let cards = shown.iter().enumerate();
        let rest = all.len() - shown.len();
        let way = sight.ways.iter().find(|(of, _)| *of == style && rest > 0);
        Self {
            style,
            title,
            count: all.len(),
            cards: cards
                .map(|(number, at)| card(sight, *at, folds(number)))
                .collect(),
            unfold: (phone < shown.len()).then(|| match rest {
                0 => tongue.tell("Show all {number}", &[("number", &shown.len())]),
                _ => tongue.tell("Show {number}", &[("number", &shown.len())]),
            }),
            folds_on_phone: open == shown.len(),
            rest: (rest > 0).then(|| match style {
                "done" => tongue.count(
                    rest,
                    "{number} completed earlier",
                    "{number} completed earlier",
                    &[],
                ),
                _ => tongue.count(rest, "{number} more", "{number} more", &[]),
            }),
            way: way.map(|(_, href)| href.clone()),
        }
    }
}

fn fold(all: usize, open: usize) -> usize {
    match all > open + 2 {
        true => open,
        false => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_stuck_or_begun_has_room_before_what_is_to_come() {
        let sizes = [
            ("planned", 900),
            ("doing", 30),
            ("blocked", 20),
            ("done", 500),
        ];
        let share = |style| share(&sizes, style, WHOLE);
        assert_eq!(
            ["blocked", "doing", "planned", "done"].map(share),
            [20, 30, 370, 40]
        );
    }

    #[test]
    fn one_or_two_more_are_not_folded() {
        assert_eq!((fold(10, 8), fold(11, 8), fold(0, 8)), (10, 8, 0));
    }
}
