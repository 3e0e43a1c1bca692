//! How many of each level have what is asked of them.

use serde::Serialize;

use crate::page::book::Book;
use crate::page::pages::trace::gap::past_anchor;
use crate::page::trace::lack::{Coverage, Lack};
use crate::page::trace::words::has;

/// A figure.
#[derive(Serialize)]
pub(super) struct Figure {
    percent: usize,
    words: &'static str,
    have: usize,
    of: usize,
    /// Where the rows are that it counts.
    href: String,
}

/// As many figures are seen at once.
const MOST: usize = 6;

/// The figures, from the top of the plan to the bottom; of many, those in which nothing is missing make room.
pub(super) fn figures(book: &Book) -> Vec<Figure> {
    let is_full = |found: &&Coverage| found.have == found.of;
    let asked = book.trace.coverage.iter();
    let asked: Vec<&Coverage> = asked
        .filter(|found| found.lack != Lack::Document || !is_full(found))
        .collect();
    let mut too_many = asked.len().saturating_sub(MOST);
    let mut shown = Vec::new();
    for found in asked {
        if too_many > 0 && is_full(&found) {
            too_many -= 1;
        } else {
            shown.push(figure(found));
        }
    }
    shown
}

fn figure(found: &Coverage) -> Figure {
    Figure {
        percent: found.have * 100 / found.of.max(1),
        words: has(found.lack),
        have: found.have,
        of: found.of,
        href: match (found.missing.is_empty(), found.past.is_empty()) {
            (false, _) => format!("#{}", found.lack.anchor()),
            (true, false) => format!("#{}", past_anchor(&found.lack.anchor())),
            (true, true) => "#matrix".into(),
        },
    }
}
