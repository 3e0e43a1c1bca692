//! What carries a label, by kind and status, in pages of 500, and all labels with their counts.

use crate::model::kind::Kind;
use crate::page::book::{Book, relative};
use crate::page::filter;
use crate::page::mark;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{pager, pages, range};
use crate::page::route::list_page;
use crate::page::section::{Column, Head, Part, Row, Section, Sheet, Table};
use crate::page::slices::{LABELS, Slice};
use crate::page::table::table;
use crate::page::tally::told;
use crate::page::words::{capital, count, list, many, several};
use crate::theme::markup::Markup;

/// Labels and what carries them.
pub struct Labels;

impl Page for Labels {
    fn name(&self) -> &'static str {
        "labels"
    }

    fn add(&self, book: &Book, found: &mut Pages) {
        let labels = &book.slices.labels;
        if labels.is_empty() {
            return;
        }
        found.leaves.push(index());
        for (at, slice) in labels.iter().enumerate() {
            let pages = 0..pages(slice.items.len());
            found.leaves.extend(pages.map(|page| leaf(book, at, page)));
        }
    }
}

fn stem(slice: &Slice) -> &str {
    slice.address.trim_end_matches(".html")
}

fn leaf(book: &Book, at: usize, page: usize) -> Leaf {
    let slice = &book.slices.labels[at];
    Leaf {
        address: list_page(stem(slice), page),
        title: match page {
            0 => slice.name.clone(),
            page => format!("{}, page {}", slice.name, page + 1),
        },
        description: format!("What carries the label {}", slice.name),
        entry: Some(LABELS.into()),
        branch: None,
        is_wide: true,
        crumbs: vec![
            ("Plan".into(), "index.html".into()),
            ("Labels".into(), LABELS.into()),
        ],
        style: None,
        fill: Box::new(move |book| {
            let sheet = sheet(book, at, page);
            let main = book.render("labels", &sheet)?;
            Ok(sheet.inner(main))
        }),
    }
}

/// The items of a label, those of one kind together, open ones first.
fn sorted(book: &Book, slice: &Slice) -> Vec<usize> {
    let mut items = slice.items.clone();
    items.sort_by_key(|at| {
        let item = book.item(*at);
        (item.kind, filter::rank(item), *at)
    });
    items
}

fn sheet(book: &Book, at: usize, page: usize) -> Sheet {
    let slice = &book.slices.labels[at];
    let from = list_page(stem(slice), page);
    let items = sorted(book, slice);
    let shown = &items[range(page, items.len())];
    let kind = |at: usize| book.item(at).kind;
    let of_kind = |wanted: Kind| items.iter().filter(|at| kind(**at) == wanted).count();
    let sections = shown.chunk_by(|a, b| kind(*a) == kind(*b)).map(|part| {
        let kind = kind(part[0]);
        let title = capital(many(kind));
        let table = table(book, &from, part, format!("{title} with this label"));
        let section = Section::new(&format!("l.{}", many(kind)), &title);
        section.count(of_kind(kind)).with(Part::table(table))
    });
    Sheet {
        head: Head {
            kicker: Some(Markup::text("Label")),
            title: Markup::text(&slice.name),
            lead: Some(Markup::text(&in_words(book, &items))),
            ..Head::default()
        },
        sections: sections.collect(),
        pager: pager(stem(slice), page, items.len()),
        ..Sheet::default()
    }
}

/// "3 tasks and 1 story: 2 complete, 2 planned."
fn in_words(book: &Book, items: &[usize]) -> String {
    let states: Vec<&str> = items
        .iter()
        .map(|at| mark::state(book.item(*at)).0)
        .collect();
    let kinds = items.chunk_by(|a, b| book.item(*a).kind == book.item(*b).kind);
    let kinds: Vec<String> = kinds
        .map(|part| count(part.len(), book.item(part[0]).kind))
        .collect();
    told(&book.tongue, &list(&kinds), &states)
}

fn index() -> Leaf {
    Leaf {
        address: LABELS.into(),
        title: "Labels".into(),
        description: "All labels of the plan".into(),
        entry: None,
        branch: None,
        is_wide: false,
        crumbs: vec![("Plan".into(), "index.html".into())],
        style: None,
        fill: Box::new(|book| {
            let sheet = all(book);
            let main = book.render("labels", &sheet)?;
            Ok(sheet.inner(main))
        }),
    }
}

fn all(book: &Book) -> Sheet {
    let labels = &book.slices.labels;
    let rows = labels.iter().map(|slice| row(book, slice));
    let mut table = Table {
        caption: "Labels".into(),
        head: Column::all([
            ("Label", "grow"),
            ("Items", "r"),
            ("Blocked", "r"),
            ("In progress", "r"),
            ("Planned", "r"),
            ("Without a status", "r"),
            ("Complete", "r"),
            ("Dropped", "r"),
        ]),
        rows: rows.collect(),
    };
    table.drop_empty_columns();
    let most = labels.iter().max_by_key(|slice| slice.items.len());
    let lead = match (labels.len(), most) {
        (1, Some(one)) => format!(
            "{} carry the label {}.",
            several(one.items.len(), "item"),
            one.name
        ),
        (many, Some(most)) => format!(
            "The plan has {many} labels. Most used is {}, on {}.",
            most.name,
            several(most.items.len(), "item")
        ),
        _ => String::new(),
    };
    Sheet {
        head: Head {
            title: Markup::text("Labels"),
            lead: Some(Markup::text(&lead)),
            ..Head::default()
        },
        sections: vec![
            Section {
                id: "list".into(),
                ..Section::default()
            }
            .with(Part::table(table)),
        ],
        ..Sheet::default()
    }
}

fn row(book: &Book, slice: &Slice) -> Row {
    let number = |styles: &[&str]| {
        let states = slice.items.iter().map(|at| mark::state(book.item(*at)).0);
        match states.filter(|state| styles.contains(state)).count() {
            0 => Markup::default(),
            many => Markup::text(&many.to_string()),
        }
    };
    Row {
        id: None,
        cells: vec![
            mark::anchor(&relative(LABELS, &slice.address), &slice.name, "title"),
            Markup::text(&slice.items.len().to_string()),
            number(&["blocked"]),
            number(&["doing", "review"]),
            number(&["planned"]),
            number(&["unknown"]),
            number(&["done"]),
            number(&["left"]),
        ],
    }
}
