//! What carries a label, by kind and status, in pages of 500, and all labels with their counts.

use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::filter;
use crate::page::mark;
use crate::page::noun;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{links, pages, range};
use crate::page::route::list_page;
use crate::page::section::{Column, Head, Part, Row, Section, Sheet, Table};
use crate::page::slices::{LABELS, Slice};
use crate::page::table::table;
use crate::page::tally::told;
use crate::theme::markup::Markup;
use crate::theme::tongue::Tongue;

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
        found.leaves.push(index(book));
        for (at, slice) in labels.iter().enumerate() {
            let pages = 0..pages(slice.items.len());
            found.leaves.extend(pages.map(|page| leaf(book, at, page)));
        }
    }
}

/// The title of a page of several.
fn numbered(tongue: &Tongue, title: &str, page: usize) -> String {
    match page {
        0 => title.to_string(),
        page => tongue.tell(
            "{title}, page {page}",
            &[("title", &title), ("page", &(page + 1))],
        ),
    }
}

fn stem(slice: &Slice) -> &str {
    slice.address.trim_end_matches(".html")
}

fn leaf(book: &Book, at: usize, page: usize) -> Leaf {
    let slice = &book.slices.labels[at];
    Leaf {
        address: list_page(stem(slice), page),
        title: numbered(&book.tongue, &slice.name, page),
        description: book
            .tongue
            .tell("What carries the label {label}", &[("label", &slice.name)]),
        entry: Some(LABELS.into()),
        branch: None,
        is_wide: true,
        crumbs: vec![
            (book.tongue.say("Plan").into(), "index.html".into()),
            (book.tongue.say("Labels").into(), LABELS.into()),
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
        let title = noun::titles(&book.tongue, kind);
        let table = table(book, &from, part, title.clone());
        let section = Section::new(&format!("l.{}", kind.folder()), &title);
        section.count(of_kind(kind)).with(Part::table(table))
    });
    Sheet {
        head: Head {
            kicker: Some(Markup::text(&book.tongue.say("Label"))),
            title: Markup::text(&slice.name),
            lead: Some(Markup::text(&in_words(book, &items))),
            ..Head::default()
        },
        sections: sections.collect(),
        pager: links(&book.tongue, stem(slice), page, items.len()),
        ..Sheet::default()
    }
}

/// "3 tasks and 1 story: 2 complete, 2 planned."
fn in_words(book: &Book, items: &[usize]) -> String {
    let states: Vec<&str> = items
        .iter()
        .map(|at| badge::style(book.item(*at)))
        .collect();
    let kinds = items.chunk_by(|a, b| book.item(*a).kind == book.item(*b).kind);
    let kinds: Vec<String> = kinds
        .map(|part| noun::count(&book.tongue, part.len(), book.item(part[0]).kind))
        .collect();
    told(&book.tongue, &book.tongue.list(&kinds), &states)
}

fn index(book: &Book) -> Leaf {
    let say = |words| book.tongue.say(words).into_owned();
    Leaf {
        address: LABELS.into(),
        title: say("Labels"),
        description: say("All labels of the plan"),
        entry: None,
        branch: None,
        is_wide: false,
        crumbs: vec![(say("Plan"), "index.html".into())],
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
    let tongue = &book.tongue;
    let mut table = Table {
        caption: tongue.say("Labels").into_owned(),
        head: Column::all([
            (&*tongue.say("Label"), "grow"),
            (&*tongue.say("Items"), "r"),
            (&*tongue.say("Blocked"), "r"),
            (&*tongue.say("In progress"), "r"),
            (&*tongue.say("Planned"), "r"),
            (&*tongue.say("Without a status"), "r"),
            (&*tongue.say("Complete"), "r"),
            (&*tongue.say("Dropped"), "r"),
        ]),
        rows: rows.collect(),
    };
    table.drop_empty_columns();
    let most = labels.iter().max_by_key(|slice| slice.items.len());
    let lead = match (labels.len(), most) {
        (_, None) => String::new(),
        (1, Some(one)) => tongue.count(
            one.items.len(),
            "One item carries the label {label}.",
            "{number} items carry the label {label}.",
            &[("label", &one.name)],
        ),
        (many, Some(most)) => tongue.count(
            most.items.len(),
            "The plan has {labels} labels. Each stands on one item.",
            "The plan has {labels} labels. Most used is {label}, on {number} items.",
            &[("labels", &many), ("label", &most.name)],
        ),
    };
    Sheet {
        head: Head {
            title: Markup::text(&tongue.say("Labels")),
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
        let states = slice.items.iter().map(|at| badge::style(book.item(*at)));
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
