//! The roadmap as a table, with what has no day at its end, and what waits for what.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::{counted, distance};
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::pages::roadmap::drawing::{later, waiting};
use crate::page::pages::roadmap::rows::{Rows, done, start};
use crate::page::route::{ROWS, list, list_page};
use crate::page::section::{Column, Part, Row, Section, Table};
use crate::page::words::first_sentence;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// More pairs than this are left to the pages of the items.
const PAIRS: usize = 100;

/// The rows as a table.
pub(super) fn dates(book: &Book, from: &str, rows: &Rows) -> Section {
    let all = || rows.dated.iter().chain(&rows.undated).copied();
    let cells = all().take(ROWS).map(|at| Row {
        id: None,
        cells: cells(book, from, at),
    });
    let tongue = &*book.tongue;
    let kind = kind(book, all());
    let mut table = Table {
        caption: tongue.say(caption(kind)).into_owned(),
        head: Column::all([
            (
                &kind.map_or_else(
                    || tongue.say("Title").into_owned(),
                    |kind| noun::title(tongue, kind),
                ),
                "grow",
            ),
            ("Start", ""),
            ("Due", ""),
            ("Done", ""),
            ("As written", ""),
            ("Distance", ""),
            ("Status", ""),
            ("Health", "wrap why"),
            ("Progress", ""),
        ]),
        rows: cells.collect(),
    };
    table.drop_empty_columns();
    let title = match rows.drawn.is_empty() {
        true => key("Dates"),
        false => key("The same dates as a table"),
    };
    Section {
        note: rest(book, from, all().skip(ROWS)),
        ..Section::new("dates", title).with(Part::table(table))
    }
}

/// The kind of the rows, where they are all of one.
fn kind(book: &Book, mut rows: impl Iterator<Item = usize>) -> Option<Kind> {
    let first = book.item(rows.next()?).kind;
    rows.all(|at| book.item(at).kind == first).then_some(first)
}

fn caption(kind: Option<Kind>) -> &'static str {
    match kind {
        Some(Kind::Phase) => key("Phases with dates"),
        Some(Kind::Milestone) => key("Milestones with dates"),
        Some(Kind::Feature) => key("Features with dates"),
        _ => key("Rows with dates"),
    }
}

/// Where the rows are that do not fit: "And 20 more: all milestones."
fn rest(book: &Book, from: &str, rows: impl Iterator<Item = usize>) -> Option<Markup> {
    let rest: Vec<usize> = rows.collect();
    let mut kinds: Vec<(Kind, String)> = Vec::new();
    for item in rest.iter().map(|at| book.item(*at)) {
        if kinds.iter().all(|(kind, _)| *kind != item.kind) {
            kinds.push((item.kind, list_page(list(item), 0)));
        }
    }
    let links = kinds.into_iter().map(|(kind, address)| {
        let href = crate::page::book::relative(from, &address);
        let words = book.tongue.say(every(kind));
        mark::anchor(&href, &words, "").as_str().to_string()
    });
    let links: Vec<String> = links.collect();
    (!rest.is_empty()).then(|| {
        let links = Markup::html(book.tongue.row(&links));
        book.tongue.mark_count(
            rest.len(),
            "And {number} more: {links}.",
            "And {number} more: {links}.",
            &[("links", &links)],
        )
    })
}

fn every(kind: Kind) -> &'static str {
    match kind {
        Kind::Phase => key("all phases"),
        Kind::Milestone => key("all milestones"),
        _ => key("all features"),
    }
}

fn cells(book: &Book, from: &str, at: usize) -> Vec<Markup> {
    let item = book.item(at);
    let today = book.edition.as_of;
    let tongue = &*book.tongue;
    let day = |day| badge::day(tongue, day, today);
    let written = item.due.as_ref().or(item.start.as_ref());
    vec![
        title(book, from, at),
        start(item).map_or_else(Markup::default, day),
        due(book, item),
        done(item).map_or_else(Markup::default, day),
        Markup::text(written.map_or("", |said| &said.raw)),
        Markup::text(&away(book, item)),
        badge::status(tongue, item),
        badge::health_cell(tongue, item),
        item.progress.as_ref().map_or_else(
            || badge::unknown_bar(tongue),
            |progress| badge::bar(tongue, progress),
        ),
    ]
}

/// Its name; below it what it is a part of, and in a sentence what it is for.
fn title(book: &Book, from: &str, at: usize) -> Markup {
    let item = book.item(at);
    let link = mark::anchor(&book.link(from, at), &name::short(item), "title");
    let above = item.parent_item().map(|above| {
        let above = book.item(above);
        match above.id {
            Some(_) => format!(
                "{} · {}.",
                name::above(&book.tongue, above),
                name::title(above)
            ),
            None => format!("{}.", name::title(above)),
        }
    });
    let words: Vec<&str> = above.as_deref().into_iter().chain(purpose(item)).collect();
    match words.is_empty() {
        true => link,
        false => Markup::html(format!(
            "{}<span class=\"sub\">{}</span>",
            link.as_str(),
            escape(&words.join(" "))
        )),
    }
}

fn purpose(item: &Entry) -> Option<&str> {
    let names = ["goal", "objective", "description", "outcome"];
    let said = names.iter().find_map(|name| {
        let mut fields = item.fields.iter();
        fields.find(|fact| fact.name.eq_ignore_ascii_case(name))
    });
    first_sentence(&said?.raw)
}

/// The day; where there is none, whether anything at all is written.
fn due(book: &Book, item: &Entry) -> Markup {
    let said = item.due.as_ref();
    if let Some(said) = said.filter(|said| said.value.day.is_some()) {
        return badge::when(&book.tongue, said, book.edition.as_of);
    }
    if let Some(count) = said.and_then(|said| said.value.count) {
        return Markup::text(&counted(&book.tongue, count));
    }
    let words = match (said, start(item).or(done(item))) {
        (Some(_), _) => key("no day"),
        (None, Some(_)) => key("no due date"),
        (None, None) => key("without a date"),
    };
    let words = book.tongue.say(words);
    Markup::html(format!("<span class=\"sub\">{}</span>", escape(&words)))
}

fn away(book: &Book, item: &Entry) -> String {
    let today = book.edition.as_of;
    let Some(due) = item.due_day() else {
        return String::new();
    };
    match item.state() {
        Status::Dropped => String::new(),
        Status::Done => {
            done(item).map_or(String::new(), |done| later(&book.tongue, done, due, today))
        }
        _ => distance(&book.tongue, due, today),
    }
}

/// Which drawn rows wait for which, in words.
pub(super) fn waits(book: &Book, from: &str, rows: &Rows) -> Option<Section> {
    let pairs = waiting(book, rows);
    let link = |at: usize| mark::item(book, from, at);
    let lines = pairs.iter().take(PAIRS);
    let lines = lines.map(|(at, need)| {
        let parts = [("item", &link(*at)), ("need", &link(*need))];
        let words = book.tongue.mark("{item} waits for {need}", &parts);
        format!("<li>{}</li>", words.as_str())
    });
    let lines: String = lines.collect();
    (!pairs.is_empty()).then(|| {
        let part = Part::prose(format!("<ul>{lines}</ul>"));
        let section = Section::new("deps", "Dependencies")
            .count(pairs.len())
            .with(part);
        match pairs.len() > PAIRS {
            true => section.note(&book.tongue.count(
                pairs.len() - PAIRS,
                "And {number} more.",
                "And {number} more.",
                &[],
            )),
            false => section,
        }
    })
}
