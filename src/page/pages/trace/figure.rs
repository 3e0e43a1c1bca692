//! How many of each level have what is asked of them.

use serde::Serialize;

use crate::page::book::Book;
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

/// The figures, from the top of the plan to the bottom.
pub(super) fn figures(book: &Book) -> Vec<Figure> {
    let asked = book.trace.coverage.iter();
    // That each row of a table has its document is seen at once.
    let asked = asked.filter(|found| found.lack != Lack::Document || found.have < found.of);
    asked.map(figure).collect()
}

fn figure(found: &Coverage) -> Figure {
    Figure {
        percent: found.have * 100 / found.of.max(1),
        words: has(found.lack),
        have: found.have,
        of: found.of,
        href: match found.missing.is_empty() {
            true => "#matrix".into(),
            false => format!("#{}", found.lack.anchor()),
        },
    }
}
