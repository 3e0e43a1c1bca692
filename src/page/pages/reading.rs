//! reading.html and reading/x.html: how the documents were read, and each of them line by line.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::edition::nature::Counts;
use crate::edition::record::Record;
use crate::model::kind::Kind;
use crate::page::book::{Book, relative};
use crate::page::lines::{self, LINES};
use crate::page::mark;
use crate::page::page::{Inner, Leaf, Page, Pages};
use crate::page::pager::{pager, pages as page_count, range};
use crate::page::route::list_page;
use crate::page::section::{Action, Column, Head, Part, Row, Section, Sheet, Table};
use crate::page::words::{count, list, several};
use crate::theme::markup::{Markup, escape};

/// How many skipped documents are named.
const SKIPPED: usize = 500;

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
            pages.leaves.push(document(book, record, at));
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
    let documents = (!table.rows.is_empty()).then(|| {
        Section::new("documents", "Documents")
            .count(record.len())
            .with(Part::table(table))
    });
    Sheet {
        drawing: None,
        head: Head {
            title: Markup::text("How it was read"),
            lead: Some(Markup::text(&sentence(&Reads::of(record)))),
            ..Head::default()
        },
        sections: documents
            .into_iter()
            .chain(skipped_section(skipped))
            .collect(),
        write: Vec::new(),
        ..Sheet::default()
    }
}

fn row(book: &Book, record: &Record, from: &str, at: usize, has_doubts: bool) -> Row {
    let page = relative(from, book.routes.reading(at));
    let mut cells = vec![
        mark::anchor(&page, record.path(at), "mono"),
        Markup::text(&read_as(book, record, at)),
    ];
    if has_doubts {
        let count = record.doubt_count(at);
        let words = (count > 0).then(|| Markup::text(&count.to_string()));
        cells.push(words.unwrap_or_default());
    }
    Row { id: None, cells }
}

/// "1 phase, 5 tasks"; "template" or "prose" where nothing was taken.
fn read_as(book: &Book, record: &Record, at: usize) -> String {
    let mut kinds: BTreeMap<Kind, usize> = BTreeMap::new();
    for item in record.items(at) {
        *kinds.entry(book.item(item).kind).or_default() += 1;
    }
    let words = kinds.into_iter().map(|(kind, number)| count(number, kind));
    let words: Vec<String> = words.collect();
    match words.is_empty() {
        true if record.is_template(at) => "template".into(),
        true => "prose".into(),
        false => words.join(", "),
    }
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

/// How many documents were read as what.
#[derive(Default)]
struct Reads {
    documents: usize,
    with_items: usize,
    templates: usize,
    prose: usize,
    in_doubt: usize,
}

impl Reads {
    fn of(record: &Record) -> Self {
        let mut reads = Self {
            documents: record.len(),
            ..Self::default()
        };
        for at in 0..record.len() {
            let count = match record.items(at).next() {
                Some(_) => &mut reads.with_items,
                None if record.is_template(at) => &mut reads.templates,
                None => &mut reads.prose,
            };
            *count += 1;
            reads.in_doubt += usize::from(record.doubt_count(at) > 0);
        }
        reads
    }
}

/// "70 documents were read: 61 hold items, 6 are prose and 3 are templates. 5 have lines in doubt."
fn sentence(reads: &Reads) -> String {
    let form = |count: usize, one: &str, many: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        _ => Some(format!("{count} {many}")),
    };
    let parts: Vec<String> = [
        form(reads.with_items, "holds items", "hold items"),
        form(reads.prose, "is prose", "are prose"),
        form(reads.templates, "is a template", "are templates"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let doubt = form(reads.in_doubt, "has lines in doubt", "have lines in doubt");
    let doubt = doubt.unwrap_or_else(|| "Nothing is in doubt".into());
    match reads.documents {
        0 => "No document was read.".into(),
        1 => format!("1 document was read: it {}. {doubt}.", alone(reads)),
        many => format!("{many} documents were read: {}. {doubt}.", list(&parts)),
    }
}

fn alone(reads: &Reads) -> &'static str {
    match (reads.with_items, reads.templates) {
        (0, 0) => "is prose",
        (0, _) => "is a template",
        _ => "holds items",
    }
}

// One document.

/// What the template of a document is given.
#[derive(Serialize)]
struct Lines {
    head: Head,
    rows: Markup,
    all: usize,
    taken: usize,
    doubt: usize,
    rest: Option<String>,
    command: String,
}

fn document(book: &Book, record: &Record, at: usize) -> Leaf {
    let path = record.path(at);
    let crumb = |words: &str, address: &str| (words.to_string(), address.to_string());
    Leaf {
        address: book.routes.reading(at).to_string(),
        title: path.to_string(),
        description: format!("How {path} was read"),
        entry: Some("reading.html".into()),
        branch: None,
        is_wide: true,
        crumbs: vec![
            crumb("Plan", "index.html"),
            crumb("How it was read", "reading.html"),
        ],
        style: None,
        fill: Box::new(move |book| {
            let Some(record) = &book.edition.record else {
                return Ok(nothing());
            };
            Ok(Inner {
                main: book.render("lines", &lines_of(book, record, at))?,
                sections: Vec::new(),
            })
        }),
    }
}

fn lines_of(book: &Book, record: &Record, at: usize) -> Lines {
    let path = record.path(at);
    let found = record.lines(at);
    let shown = &found[..found.len().min(LINES)];
    let counts = Counts::of(shown);
    let left = found.len() - shown.len();
    let kicker = match left {
        0 => path.to_string(),
        _ => format!("{path}, lines 1 to {LINES} of {}", found.len()),
    };
    Lines {
        head: Head {
            kicker: Some(Markup::text(&kicker)),
            title: Markup::text("How it was read"),
            lead: Some(Markup::text(&told(
                Counts::of(&found),
                record.is_template(at),
            ))),
            actions: actions(book, path),
            ..Head::default()
        },
        rows: Markup::html(lines::rows(book, book.routes.reading(at), &found)),
        all: shown.len(),
        taken: counts.taken,
        doubt: counts.doubts,
        rest: (left > 0).then(|| {
            let are = if left == 1 { "is" } else { "are" };
            format!("{} {are} left out here.", several(left, "further line"))
        }),
        command: format!("plansite explain {}", shell(path)),
    }
}

fn actions(book: &Book, path: &str) -> Vec<Action> {
    let action = |href, icon, words| Action { href, icon, words };
    let see = book.source(path, 1);
    let edit = book.edit(path);
    see.map(|href| action(href, "file", "Source"))
        .into_iter()
        .chain(edit.map(|href| action(href, "edit", "Edit")))
        .collect()
}

/// "25 lines were taken for something, 12 are comments and 23 are blank or rules. 8 are in doubt."
fn told(counts: Counts, is_template: bool) -> String {
    let are = |count: usize, words: &str| match count {
        0 => None,
        1 => Some(format!("1 is {words}")),
        _ => Some(format!("{count} are {words}")),
    };
    let taken = match counts.taken {
        _ if is_template => None,
        0 => Some("No line was taken for anything".to_string()),
        1 => Some("1 line was taken for something".to_string()),
        count => Some(format!("{count} lines were taken for something")),
    };
    let rest = [
        are(counts.prose, "prose or headings"),
        are(counts.comments, "private comments"),
        are(counts.silent, "blank or rules"),
    ];
    let parts: Vec<String> = taken
        .into_iter()
        .chain(rest.into_iter().flatten())
        .collect();
    let doubt = are(counts.doubts, "in doubt");
    let doubt = doubt.unwrap_or_else(|| "Nothing is in doubt".into());
    let template = match is_template {
        true => "This is a template: nothing is taken from it. ",
        false => "",
    };
    match counts.prose + counts.comments + counts.silent + counts.taken {
        0 => "Nothing is written in this document.".into(),
        _ => format!("{template}{}. {doubt}.", list(&parts)),
    }
}

/// A path as one word of a command line.
fn shell(path: &str) -> String {
    let path = match path.starts_with('-') {
        true => format!("./{path}"),
        false => path.to_string(),
    };
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+,@:".contains(c);
    match path.chars().all(is_plain) {
        true => path,
        false => format!("'{}'", path.replace('\'', "'\\''")),
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
            templates,
            prose,
            in_doubt,
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

    #[test]
    fn lines_are_counted_by_what_they_are() {
        let counts = Counts {
            taken: 25,
            comments: 12,
            silent: 23,
            prose: 0,
            doubts: 8,
        };
        assert_eq!(
            told(counts, false),
            "25 lines were taken for something, 12 are private comments and 23 are blank or rules. 8 are in doubt."
        );
        let prose = Counts {
            prose: 2,
            ..Counts::default()
        };
        assert_eq!(
            told(prose, false),
            "No line was taken for anything and 2 are prose or headings. Nothing is in doubt."
        );
        assert!(
            told(prose, true).starts_with("This is a template: nothing is taken from it. 2 are")
        );
        assert_eq!(
            told(Counts::default(), false),
            "Nothing is written in this document."
        );
    }

    #[test]
    fn a_path_is_one_word_of_the_command() {
        assert_eq!(shell("docs/a.md"), "docs/a.md");
        assert_eq!(shell("it's a.md"), "'it'\\''s a.md'");
        assert_eq!(shell("-x.md"), "./-x.md");
    }
}
