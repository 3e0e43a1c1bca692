//! The page of a document that is nobody's item: its words as they are, and what of the plan stands in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::edition::entry::Source;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::guide;
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::section::{Action, Head, Line, Part, Section, Sheet};
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

/// How many items of a document are named on its page.
const NAMED: usize = 100;

/// Which items stand in which document, by position.
type Holdings = BTreeMap<Arc<str>, Vec<usize>>;

/// The page of a document.
pub struct Paper;

impl Page for Paper {
    fn name(&self) -> &'static str {
        "paper"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let holdings = Arc::new(holdings(book));
        for at in 0..book.edition.papers.len() {
            pages.leaves.push(leaf(book, at, holdings.clone()));
        }
    }
}

/// Each item stands in the document that tells most of it. Only who sees all is told.
fn holdings(book: &Book) -> Holdings {
    let mut found = Holdings::new();
    if book.edition.record.is_none() {
        return found;
    }
    for (at, item) in book.edition.items.iter().enumerate() {
        if let Some(source) = item.sources.first() {
            found.entry(source.file.clone()).or_default().push(at);
        }
    }
    found
}

fn leaf(book: &Book, at: usize, holdings: Arc<Holdings>) -> Leaf {
    let title = &book.edition.papers[at].title;
    let crumb = |words: &'static str, address: &str| {
        (book.tongue.say(words).into_owned(), address.to_string())
    };
    Leaf {
        address: book.routes.paper(at).to_string(),
        title: title.clone(),
        description: book.tongue.tell("Document: {title}", &[("title", title)]),
        entry: Some("docs.html".into()),
        branch: None,
        is_wide: false,
        crumbs: vec![
            crumb(key("Plan"), "index.html"),
            crumb(key("Documents"), "docs.html"),
        ],
        style: None,
        fill: Box::new(move |book| {
            let sheet = sheet(book, at, &holdings);
            let main = book.render("paper", &sheet)?;
            Ok(sheet.inner(main))
        }),
    }
}

fn sheet(book: &Book, at: usize, holdings: &Holdings) -> Sheet {
    let paper = &book.edition.papers[at];
    let from = book.routes.paper(at);
    let path = &paper.body.from;
    let (opening, told) = guide::passages(book, from, Some(&paper.body)).split();
    let held = holdings.get(path).map_or(&[][..], Vec::as_slice);
    let is_known = book.edition.audience.sources;
    let is_empty = paper.body.text.trim().is_empty();
    Sheet {
        drawing: None,
        head: Head {
            kicker: is_known.then(|| mark::at(&first_line(path), path)),
            title: Markup::text(&paper.title),
            lead: is_empty
                .then(|| Markup::text(&book.tongue.say("Nothing is written in this document."))),
            actions: actions(book, path),
            ..Head::default()
        },
        sections: opening
            .into_iter()
            .chain(told)
            .chain(holding(book, from, held))
            .collect(),
        write: Vec::new(),
        ..Sheet::default()
    }
}

fn first_line(path: &Arc<str>) -> Source {
    Source {
        file: path.clone(),
        line: 1,
        column: 1,
    }
}

fn actions(book: &Book, path: &str) -> Vec<Action> {
    let action = |href, icon, words| Action { href, icon, words };
    let see = book.source(path, 1);
    let edit = book.edit(path);
    see.map(|href| action(href, "file", key("Source")))
        .into_iter()
        .chain(edit.map(|href| action(href, "edit", key("Edit"))))
        .collect()
}

/// What of the plan stands in the document.
fn holding(book: &Book, from: &str, items: &[usize]) -> Option<Section> {
    let lines = items.iter().take(NAMED).map(|at| {
        let item = book.item(*at);
        Line {
            lead: badge::status(&book.tongue, item),
            title: mark::anchor(&book.link(from, *at), &name::short(item), ""),
            end: Some(Markup::text(&noun::one(&book.tongue, item.kind))),
            ..Line::default()
        }
    });
    let section = Section::new("read", "In the plan from this document")
        .count(items.len())
        .with(Part::rows("stcol", lines.collect()));
    let section = match items.len().saturating_sub(NAMED) {
        0 => section,
        left => section.note(&book.tongue.count(
            left,
            "{number} more item in it.",
            "{number} more items in it.",
            &[],
        )),
    };
    (!items.is_empty()).then_some(section)
}
