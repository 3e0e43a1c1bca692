//! reading.html: how the documents were read.

mod explained;

use rayon::prelude::*;
use serde::Serialize;

use crate::edition::reads::Reads;
use crate::edition::record::Record;
use crate::edition::why::Why;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::lines;
use crate::page::mark;
use crate::page::noun::count;
use crate::page::page::{Inner, Leaf, Page, Pages};
use crate::page::pager::{links, pages as page_count, range};
use crate::page::route::list_page;
use crate::page::section::{Column, Head, Part, Row, Section, Sheet, Table};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, forms, key};

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
            pages.leaves.push(overview(book, page, record.len()));
        }
        let documents = (0..record.len()).into_par_iter();
        let leaves = documents.map(|at| explained::document(book, record, at));
        pages.leaves.par_extend(leaves);
    }
}

// The list of documents.

/// What the template of the list is given.
#[derive(Serialize)]
struct Overview {
    sheet: Sheet,
    pager: Option<Markup>,
}

fn overview(book: &Book, page: usize, documents: usize) -> Leaf {
    let rows = range(page, documents);
    let title = match page {
        0 => book.tongue.say("How it was read").into_owned(),
        _ => book.tongue.tell(
            "How it was read, {first} to {last}",
            &[("first", &(rows.start + 1)), ("last", &rows.end)],
        ),
    };
    Leaf {
        address: list_page("reading", page),
        title,
        description: book
            .tongue
            .say("What each document was taken for")
            .into_owned(),
        entry: Some("reading.html".into()),
        branch: None,
        is_wide: false,
        crumbs: vec![(book.tongue.say("Plan").into_owned(), "index.html".into())],
        style: None,
        fill: Box::new(move |book| {
            let Some(record) = &book.edition.record else {
                return Ok(nothing());
            };
            let context = Overview {
                sheet: sheet(book, record, page),
                pager: links(&book.tongue, "reading", page, documents),
            };
            let main = book.render("reading", &context)?;
            Ok(context.sheet.inner(&book.tongue, main))
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
        caption: book
            .tongue
            .say("Documents and what they were read as")
            .into_owned(),
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
            title: Markup::text(&book.tongue.say("How it was read")),
            lead: reads.map(|reads| Markup::text(&sentence(&book.tongue, reads))),
            ..Head::default()
        },
        sections: [
            reads.and_then(|reads| left_section(book, record, reads, &from)),
            reads.and_then(|reads| framework_section(&book.tongue, reads)),
            documents,
            reads.and_then(|reads| unclaimed_section(book, record, reads, &from)),
            skipped_section(&book.tongue, skipped),
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
        Markup::text(&read_as(&book.tongue, record, at)),
    ];
    if has_doubts {
        let count = record.doubt_count(at);
        let words = (count > 0).then(|| Markup::text(&count.to_string()));
        cells.push(words.unwrap_or_default());
    }
    Row { id: None, cells }
}

/// "1 phase, 5 tasks"; "template" or "prose" where nothing was taken.
fn read_as(tongue: &Tongue, record: &Record, at: usize) -> String {
    let kinds = record.kinds_in(at).into_iter();
    let words: Vec<String> = kinds
        .map(|(kind, number)| count(tongue, number, kind))
        .collect();
    match record.why(at) {
        Some(why) => tongue.say(why.name()).into_owned(),
        None => tongue.row(&words),
    }
}

/// Why documents were left as prose, with the first of each.
fn left_section(book: &Book, record: &Record, reads: &Reads, from: &str) -> Option<Section> {
    let tongue = &*book.tongue;
    let left = reads.left.iter().map(|(why, files)| {
        let shown = files.iter().take(NAMED);
        let shown = shown.map(|at| file(book, record, from, *at).as_str().to_string());
        let mut names: Vec<String> = shown.collect();
        match files.len().saturating_sub(NAMED) {
            0 => {}
            more => names.push(tongue.count(more, "{number} more", "{number} more", &[])),
        }
        Row {
            id: None,
            cells: vec![
                Markup::text(&badge::sentence(tongue, &tongue.say(why.words()))),
                Markup::text(&files.len().to_string()),
                Markup::html(tongue.row(&names)),
            ],
        }
    });
    let table = Table {
        caption: tongue
            .say("Documents from which nothing was taken, and why")
            .into_owned(),
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
        caption: book
            .tongue
            .say("Tables and lists that nobody read")
            .into_owned(),
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
        left => section.note(&book.tongue.count(
            left,
            "{number} more; plansite check --reading names it.",
            "{number} more; plansite check --reading names them all.",
            &[],
        )),
    };
    (count > 0).then_some(section)
}

/// The frameworks that the paths show.
fn framework_section(tongue: &Tongue, reads: &Reads) -> Option<Section> {
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
        caption: tongue.say("Frameworks that were recognised").into_owned(),
        head: Column::all([("Framework", ""), ("Found", ""), ("Folder", "grow")]),
        rows: rows.collect(),
    };
    let section = Section::new("frameworks", "Recognised").count(reads.frameworks.len());
    let note = tongue.say("They are read like everything else.");
    (!reads.frameworks.is_empty()).then(|| section.with(Part::table(table)).note(&note))
}

fn file(book: &Book, record: &Record, from: &str, at: usize) -> Markup {
    let page = relative(from, book.routes.reading(at));
    mark::anchor(&page, record.path(at), "mono")
}

fn skipped_section(tongue: &Tongue, skipped: &[(String, String)]) -> Option<Section> {
    let table = Table {
        caption: tongue.say("Documents that were skipped").into_owned(),
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
        left => section.note(&tongue.count(
            left,
            "{number} more; plansite check names it.",
            "{number} more; plansite check names them all.",
            &[],
        )),
    };
    (!skipped.is_empty()).then_some(section)
}

/// "70 documents were read: 61 hold items, 6 are prose and 3 are templates. 5 have lines in doubt."
fn sentence(tongue: &Tongue, reads: &Reads) -> String {
    let templates = reads.count(Why::Aside("template"));
    let aside = reads.left.iter();
    let aside = aside.filter(|(why, _)| matches!(why, Why::Aside(_)));
    let aside = aside.map(|(_, files)| files.len()).sum::<usize>() - templates;
    let prose = reads.count(Why::Nothing) + reads.count(Why::Unclaimed);
    let parts = [
        (reads.with_items, ITEMS),
        (prose, PROSE),
        (templates, TEMPLATES),
        (aside, ASIDE),
    ];
    let parts = parts.into_iter().filter(|(number, _)| *number > 0);
    let doubt = match reads.in_doubt {
        0 => tongue.say("Nothing is in doubt.").into_owned(),
        number => tongue.count(
            number,
            "{number} has lines in doubt.",
            "{number} have lines in doubt.",
            &[],
        ),
    };
    let read = match reads.documents {
        0 => return tongue.say("No document was read.").into_owned(),
        1 => {
            let mut alone = parts.map(|(_, (alone, _, _))| tongue.say(alone));
            alone.next().unwrap_or_default().into_owned()
        }
        many => {
            let parts: Vec<String> = parts
                .map(|(number, (_, one, many))| tongue.count(number, one, many, &[]))
                .collect();
            let parts = tongue.list(&parts);
            tongue.tell(
                "{number} documents were read: {parts}.",
                &[("number", &many), ("parts", &parts)],
            )
        }
    };
    format!("{read} {doubt}")
}

/// What is said of documents: of the only one, of one of many, and of several.
type Words = (&'static str, &'static str, &'static str);

const ITEMS: Words = words(
    key("1 document was read: it holds items."),
    forms("{number} holds items", "{number} hold items"),
);

const PROSE: Words = words(
    key("1 document was read: it is prose."),
    forms("{number} is prose", "{number} are prose"),
);

const TEMPLATES: Words = words(
    key("1 document was read: it is a template."),
    forms("{number} is a template", "{number} are templates"),
);

const ASIDE: Words = words(
    key("1 document was read: it stands beside the plan."),
    forms(
        "{number} stands beside the plan",
        "{number} stand beside the plan",
    ),
);

const fn words(alone: &'static str, (one, many): (&'static str, &'static str)) -> Words {
    (alone, one, many)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_counted_by_what_they_were_read_as() {
        let english = Tongue::english();
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
            sentence(&english, &reads(61, 6, 3, 5)),
            "70 documents were read: 61 hold items, 6 are prose and 3 are templates. 5 have lines in doubt."
        );
        assert_eq!(
            sentence(&english, &reads(0, 1, 1, 0)),
            "2 documents were read: 1 is prose and 1 is a template. Nothing is in doubt."
        );
        assert_eq!(
            sentence(&english, &reads(1, 0, 0, 1)),
            "1 document was read: it holds items. 1 has lines in doubt."
        );
        assert_eq!(
            sentence(&english, &reads(0, 0, 0, 0)),
            "No document was read."
        );
    }
}
