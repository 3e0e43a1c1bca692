//! reading.html: how the documents were read.

mod explained;

use serde::Serialize;

use crate::edition::reads::Reads;
use crate::edition::record::Record;
use crate::edition::why::Why;
use crate::page::book::{Book, relative};
use crate::page::lines;
use crate::page::mark;
use crate::page::page::{Inner, Leaf, Page, Pages};
use crate::page::pager::{pager, pages as page_count, range};
use crate::page::route::list_page;
use crate::page::section::{Column, Head, Part, Row, Section, Sheet, Table};
use crate::page::words::{count, list};
use crate::theme::markup::{Markup, escape};

/// How many skipped documents are named.
const SKIPPED: usize = 500;

/// How many documents are named for one reason.
const NAMED: usize = 5;

/// How the documents were read.
pub struct Reading;

impl Page for Reading {
    fn name(&self) -> &'static str {
        "reading"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let Some(record) = &book.edition.record else {
            return;
        };
        for page in 0..page_count(record.len()) {
            pages.leaves.push(overview(page, record.len()));
        }
        for at in 0..record.len() {
            pages.leaves.push(explained::document(book, record, at));
        }
    }
}

// The list of documents.

/// What the template of the list is given.
#[derive(Serialize)]
struct Overview {
    sheet: Sheet,
    pager: Option<Markup>,
}

fn overview(page: usize, documents: usize) -> Leaf {
    let rows = range(page, documents);
    let title = match page {
        0 => "How it was read".to_string(),
        _ => format!("How it was read, {} to {}", rows.start + 1, rows.end),
    };
    Leaf {
        address: list_page("reading", page),
        title,
        description: "What each document was taken for".into(),
        entry: Some("reading.html".into()),
        branch: None,
        is_wide: false,
        crumbs: vec![("Plan".into(), "index.html".into())],
        style: None,
        fill: Box::new(move |book| {
            let Some(record) = &book.edition.record else {
                return Ok(nothing());
            };
            let context = Overview {
                sheet: sheet(book, record, page),
                pager: pager("reading", page, documents),
            };
            let main = book.render("reading", &context)?;
            Ok(context.sheet.inner(main))
        }),
    }
}

fn nothing() -> Inner {
    Inner {
        main: String::new(),
        sections: Vec::new(),
    }
}

fn sheet(book: &Book, record: &Record, page: usize) -> Sheet {
    let from = list_page("reading", page);
    let skipped = book.edition.read.as_ref().filter(|_| page == 0);
    let skipped = skipped.map_or(&[][..], |read| &read.skipped);
    let rows = range(page, record.len());
    let has_doubts = rows.clone().any(|at| record.doubt_count(at) > 0);
    let mut head = Column::all([("Document", "grow"), ("Read as", "wrap"), ("In doubt", "r")]);
    head.truncate(if has_doubts { 3 } else { 2 });
    let table = Table {
        caption: "Documents and what they were read as".into(),
        head,
        rows: rows
            .map(|at| row(book, record, &from, at, has_doubts))
            .collect(),
    };
    // What is told of the whole stands on the first page; no page more grows with the plan.
    let reads = (page == 0).then(|| Reads::of(record));
    let reads = reads.as_ref();
    let documents = (!table.rows.is_empty()).then(|| {
        Section::new("documents", "Documents")
            .count(record.len())
            .with(Part::table(table))
    });
    Sheet {
        drawing: None,
        head: Head {
            title: Markup::text("How it was read"),
            lead: reads.map(|reads| Markup::text(&sentence(reads))),
            ..Head::default()
        },
        sections: [
            reads.and_then(|reads| left_section(book, record, reads, &from)),
            reads.and_then(framework_section),
            documents,
            reads.and_then(|reads| unclaimed_section(book, record, reads, &from)),
            skipped_section(skipped),
        ]
        .into_iter()
        .flatten()
        .collect(),
        write: Vec::new(),
        ..Sheet::default()
    }
}

fn row(book: &Book, record: &Record, from: &str, at: usize, has_doubts: bool) -> Row {
    let mut cells = vec![
        file(book, record, from, at),
        Markup::text(&read_as(record, at)),
    ];
    if has_doubts {
        let count = record.doubt_count(at);
        let words = (count > 0).then(|| Markup::text(&count.to_string()));
        cells.push(words.unwrap_or_default());
    }
    Row { id: None, cells }
}

/// "1 phase, 5 tasks"; "template" or "prose" where nothing was taken.
fn read_as(record: &Record, at: usize) -> String {
    let kinds = record.kinds_in(at).into_iter();
    let words: Vec<String> = kinds.map(|(kind, number)| count(number, kind)).collect();
    match record.why(at) {
        Some(why) => why.name().into(),
        None => words.join(", "),
    }
}

/// Why documents were left as prose, with the first of each.
fn left_section(book: &Book, record: &Record, reads: &Reads, from: &str) -> Option<Section> {
    let left = reads.left.iter().map(|(why, files)| {
        let shown = files.iter().take(NAMED);
        let shown = shown.map(|at| file(book, record, from, *at).as_str().to_string());
        let mut names: Vec<String> = shown.collect();
        match files.len().saturating_sub(NAMED) {
            0 => {}
            more => names.push(format!("{more} more")),
        }
        Row {
            id: None,
            cells: vec![
                Markup::text(&mark::sentence(why.words())),
                Markup::text(&files.len().to_string()),
                Markup::html(names.join(", ")),
            ],
        }
    });
    let table = Table {
        caption: "Documents from which nothing was taken, and why".into(),
        head: Column::all([("Why", "wrap"), ("Documents", "r"), ("Such as", "grow")]),
        rows: left.collect(),
    };
    let count = reads.documents - reads.with_items;
    let section = Section::new("left", "Left as prose").count(count);
    (count > 0).then(|| section.with(Part::table(table)))
}

/// Tables and lists that nobody claimed.
fn unclaimed_section(book: &Book, record: &Record, reads: &Reads, from: &str) -> Option<Section> {
    let rows = reads.unclaimed.iter().take(SKIPPED);
    let rows = rows.map(|(at, line, one)| {
        let page = relative(from, book.routes.reading(*at));
        let place = format!("{}:{line}", record.path(*at));
        Row {
            id: None,
            cells: vec![
                mark::anchor(&lines::address(&page, *line), &place, "mono"),
                Markup::text(&one.heading),
                Markup::text(&one.words),
            ],
        }
    });
    let table = Table {
        caption: "Tables and lists that nobody read".into(),
        head: Column::all([
            ("Place", "grow"),
            ("Below", "wrap"),
            ("Begins with", "wrap"),
        ]),
        rows: rows.collect(),
    };
    let count = reads.unclaimed.len();
    let section = Section::new("unclaimed", "Looks like a plan, and nobody read it")
        .count(count)
        .with(Part::table(table));
    let section = match count.saturating_sub(SKIPPED) {
        0 => section,
        left => section.note(&format!(
            "{left} more; plansite check --reading names them all."
        )),
    };
    (count > 0).then_some(section)
}

/// The frameworks that the paths show.
fn framework_section(reads: &Reads) -> Option<Section> {
    let rows = reads.frameworks.iter().map(|one| Row {
        id: None,
        cells: vec![
            Markup::text(one.name),
            Markup::text(&format!("{} {}", one.count, one.units)),
            Markup::html(format!(
                "<span class=\"mono\">{}</span>",
                escape(&one.folder)
            )),
        ],
    });
    let table = Table {
        caption: "Frameworks that were recognised".into(),
        head: Column::all([("Framework", ""), ("Found", ""), ("Folder", "grow")]),
        rows: rows.collect(),
    };
    let section = Section::new("frameworks", "Recognised").count(reads.frameworks.len());
    let note = "They are read like everything else.";
    (!reads.frameworks.is_empty()).then(|| section.with(Part::table(table)).note(note))
}

fn file(book: &Book, record: &Record, from: &str, at: usize) -> Markup {
    let page = relative(from, book.routes.reading(at));
    mark::anchor(&page, record.path(at), "mono")
}

fn skipped_section(skipped: &[(String, String)]) -> Option<Section> {
    let table = Table {
        caption: "Documents that were skipped".into(),
        head: Column::all([("Document", "grow"), ("Why", "wrap")]),
        rows: skipped
            .iter()
            .take(SKIPPED)
            .map(|(path, why)| Row {
                id: None,
                cells: vec![
                    Markup::html(format!("<span class=\"mono\">{}</span>", escape(path))),
                    mark::told(&mark::sentence(why)),
                ],
            })
            .collect(),
    };
    let section = Section::new("skipped", "Skipped")
        .count(skipped.len())
        .with(Part::table(table));
    let section = match skipped.len().saturating_sub(SKIPPED) {
        0 => section,
        left => section.note(&format!("{left} more; plansite check names them all.")),
    };
    (!skipped.is_empty()).then_some(section)
}

/// "70 documents were read: 61 hold items, 6 are prose and 3 are templates. 5 have lines in doubt."
fn sentence(reads: &Reads) -> String {
    let form = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let templates = reads.count(Why::Aside("template"));
    let aside = reads.left.iter();
    let aside = aside.filter(|(why, _)| matches!(why, Why::Aside(_)));
    let aside = aside.map(|(_, files)| files.len()).sum::<usize>() - templates;
    let prose = reads.count(Why::Nothing) + reads.count(Why::Unclaimed);
    let parts: Vec<String> = [
        form(reads.with_items, "holds items", "hold items"),
        form(prose, "is prose", "are prose"),
        form(templates, "is a template", "are templates"),
        form(aside, "stands beside the plan", "stand beside the plan"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let doubt = form(reads.in_doubt, "has lines in doubt", "have lines in doubt");
    let doubt = doubt.unwrap_or_else(|| "Nothing is in doubt".into());
    match reads.documents {
        0 => "No document was read.".into(),
        1 => {
            let alone = parts.first().map_or("", |part| &part[2..]);
            format!("1 document was read: it {alone}. {doubt}.")
        }
        many => format!("{many} documents were read: {}. {doubt}.", list(&parts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_counted_by_what_they_were_read_as() {
        let reads = |with_items, prose, templates, in_doubt| Reads {
            documents: with_items + prose + templates,
            with_items,
            left: [(Why::Nothing, prose), (Why::Aside("template"), templates)]
                .map(|(why, count)| (why, vec![0; count]))
                .into(),
            in_doubt,
            ..Reads::default()
        };
        assert_eq!(
            sentence(&reads(61, 6, 3, 5)),
            "70 documents were read: 61 hold items, 6 are prose and 3 are templates. 5 have lines in doubt."
        );
        assert_eq!(
            sentence(&reads(0, 1, 1, 0)),
            "2 documents were read: 1 is prose and 1 is a template. Nothing is in doubt."
        );
        assert_eq!(
            sentence(&reads(1, 0, 0, 1)),
            "1 document was read: it holds items. 1 has lines in doubt."
        );
        assert_eq!(sentence(&reads(0, 0, 0, 0)), "No document was read.");
    }
}
