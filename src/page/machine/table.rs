//! The items of a plan as one table for spreadsheets, in CSV.

use crate::edition::entry::{Claim, Entry, Lead};
use crate::model::date::Date;
use crate::model::when::When;
use crate::page::book::Book;
use crate::page::json;

/// The headings.
const HEAD: [&str; 22] = [
    "key",
    "id",
    "kind",
    "title",
    "status",
    "status as written",
    "priority",
    "start",
    "due",
    "done",
    "owner",
    "estimate",
    "sprint",
    "labels",
    "parent",
    "depends on",
    "blocks",
    "complete",
    "of",
    "health",
    "file",
    "line",
];

/// The items, a row each, by RFC 4180.
pub fn csv(book: &Book) -> String {
    let mut out = row(HEAD.map(str::to_string));
    for item in &book.edition.items {
        out.push_str(&row(cells(book, item)));
    }
    out
}

/// The items, each in a line of JSON as in plan.json.
pub fn lines(book: &Book) -> serde_json::Result<String> {
    let mut out = String::new();
    for at in 0..book.edition.items.len() {
        let item = json::item(&book.edition, &book.routes, at);
        out.push_str(&serde_json::to_string(&item)?);
        out.push('\n');
    }
    Ok(out)
}

fn cells(book: &Book, item: &Entry) -> [String; 22] {
    let raw =
        |said: &Option<Claim<String>>| said.as_ref().map_or(String::new(), |said| said.raw.clone());
    let day = |said: &Option<Claim<When>>| {
        let day = said.as_ref().and_then(|said| said.value.day);
        day.map_or(String::new(), |day: Date| day.to_string())
    };
    let tally = item.progress.as_ref().and_then(|progress| progress.tally);
    let source = item.sources.first();
    let status = item.status.as_ref();
    [
        item.key.clone(),
        item.id.clone().unwrap_or_default(),
        item.kind.name().to_string(),
        item.title.clone(),
        item.state().name().to_string(),
        status.map_or(String::new(), |said| said.raw.clone()),
        raw(&item.priority),
        day(&item.start),
        day(&item.due),
        day(&item.done),
        raw(&item.owner),
        raw(&item.estimate),
        leads(book, item.sprint.as_slice()),
        item.labels.join("; "),
        leads(book, item.parent.as_slice()),
        leads(book, &item.depends_on),
        leads(book, &item.blocks),
        tally.map_or(String::new(), |tally| tally.done.to_string()),
        tally.map_or(String::new(), |tally| tally.of.to_string()),
        item.health
            .as_ref()
            .map_or("", |health| health.value)
            .to_string(),
        source.map_or(String::new(), |source| source.file.to_string()),
        source.map_or(String::new(), |source| source.line.to_string()),
    ]
}

/// The keys of what is meant; what leads nowhere as it is written.
fn leads(book: &Book, leads: &[Lead]) -> String {
    let names = leads.iter().map(|lead| match lead.to {
        Some(to) => book.item(to).key.clone(),
        None => lead.raw.clone(),
    });
    names.collect::<Vec<_>>().join("; ")
}

fn row(cells: [String; 22]) -> String {
    let cells = cells.map(|words| cell(&words));
    cells.join(",") + "\r\n"
}

/// A cell. What a spreadsheet would take for a formula gets a mark that makes it words.
fn cell(words: &str) -> String {
    let is_number = words.parse::<f64>().is_ok();
    let is_formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']) && !is_number;
    let words = match is_formula {
        true => format!("'{words}"),
        false => words.to_string(),
    };
    match words.contains([',', '"', '\n', '\r']) {
        true => format!("\"{}\"", words.replace('"', "\"\"")),
        false => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_words_and_no_formula() {
        assert_eq!(cell("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(cell("a\nb"), "\"a\nb\"");
        assert_eq!(cell("=1+1"), "'=1+1");
        assert_eq!(cell("@api-team"), "'@api-team");
        assert_eq!(
            (cell("-4").as_str(), cell("2026-01-27").as_str()),
            ("-4", "2026-01-27")
        );
    }
}
