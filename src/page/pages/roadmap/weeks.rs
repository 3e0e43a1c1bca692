//! What is counted in weeks or days from the beginning of the plan, in that order.

use crate::edition::entry::Entry;
use crate::model::when::Count;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::counted as counted_time;
use crate::page::mark;
use crate::page::pages::roadmap::rows::Rows;
use crate::page::route::ROWS;
use crate::page::section::{Column, Part, Row, Section, Table};
use crate::theme::markup::Markup;

/// The rows that have no day and a place among the weeks of the plan.
pub(super) fn weeks(book: &Book, from: &str, rows: &Rows) -> Option<Section> {
    let all = rows.dated.iter().chain(&rows.undated).copied();
    let mut counted: Vec<(usize, Option<Count>, Option<Count>)> = all
        .map(|at| (at, ends(book.item(at))))
        .filter(|(_, (first, last))| first.or(*last).is_some())
        .map(|(at, (first, last))| (at, first, last))
        .collect();
    counted.sort_by_key(|(_, first, last)| first.or(*last).map(Count::days));
    let words = |count: &Option<Count>| {
        let words = count.map(|count| counted_time(&book.tongue, count));
        Markup::text(&words.unwrap_or_default())
    };
    let lines = counted.iter().take(ROWS).map(|(at, first, last)| Row {
        id: None,
        cells: vec![
            mark::item(book, from, *at),
            words(first),
            words(last),
            badge::status(&book.tongue, book.item(*at)),
        ],
    });
    let mut table = Table {
        caption: book.tongue.say("Weeks of the plan").into_owned(),
        head: Column::all([("Title", "grow"), ("From", ""), ("To", ""), ("Status", "")]),
        rows: lines.collect(),
    };
    table.drop_empty_columns();
    (!counted.is_empty()).then(|| {
        Section::new("weeks", "Counted from the beginning")
            .count(counted.len())
            .with(Part::table(table))
    })
}

/// Where an item stands among the weeks of the plan; nothing where its days are stated.
fn ends(item: &Entry) -> (Option<Count>, Option<Count>) {
    let count = |said: &Option<crate::edition::entry::Claim<crate::model::when::When>>| {
        said.as_ref()
            .filter(|said| said.value.day.is_none() || said.value.derived)
            .and_then(|said| said.value.count)
    };
    (count(&item.start), count(&item.due))
}
