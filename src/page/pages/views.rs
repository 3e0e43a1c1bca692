//! Views of the team's own: what their filter asks for, in pages of 500, and the list of all views.

use crate::page::asked::{Group, groups, items};
use crate::page::book::{Book, relative};
use crate::page::column::{columns, table};
use crate::page::mark;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{pager, pages, range};
use crate::page::route::list_page;
use crate::page::section::{Head, Line, Part, Section, Sheet};
use crate::page::slices::VIEWS;
use crate::page::tally::told;
use crate::page::words::several;
use crate::query::view::Named;
use crate::theme::markup::{Markup, escape};

/// Views of the team's own.
pub struct OwnViews;

impl Page for OwnViews {
    fn name(&self) -> &'static str {
        "view"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let views = &book.edition.views;
        if !views.is_empty()
            && !views
                .iter()
                .zip(&book.slices.views)
                .any(|(_, to)| book.views.has(to))
        {
            pages.leaves.push(all());
        }
        for at in 0..views.len() {
            let rows = rows(book, &views[at]).len();
            for page in 0..self::pages(rows) {
                pages.leaves.push(leaf(book, at, page));
            }
        }
    }
}

/// The name of the pages of a view: its address without its ending.
fn stem(book: &Book, at: usize) -> &str {
    let address = &book.slices.views[at];
    address.strip_suffix(".html").unwrap_or(address)
}

fn leaf(book: &Book, at: usize, page: usize) -> Leaf {
    let view = &book.edition.views[at];
    let own = &book.slices.views[at];
    let is_named = book.views.has(own);
    let mut crumbs = vec![("Plan".to_string(), "index.html".to_string())];
    if !is_named {
        crumbs.push(("Own views".into(), VIEWS.into()));
    }
    Leaf {
        address: list_page(stem(book, at), page),
        title: match page {
            0 => view.name.clone(),
            page => format!("{}, page {}", view.name, page + 1),
        },
        description: view
            .description
            .clone()
            .unwrap_or_else(|| view.name.clone()),
        entry: Some(if is_named { own.clone() } else { VIEWS.into() }),
        branch: None,
        is_wide: true,
        crumbs,
        style: None,
        fill: Box::new(move |book| {
            let sheet = sheet(book, at, page);
            let main = book.render("view", &sheet)?;
            Ok(sheet.inner(main))
        }),
    }
}

/// A row of a view: the group that it stands in, and its item.
struct Place {
    group: usize,
    item: usize,
}

fn grouped(book: &Book, view: &Named) -> Vec<Group> {
    let items = items(book, &view.view);
    match &view.view.group {
        Some(field) => groups(book, &items, field),
        None => vec![Group {
            name: None,
            item: None,
            items,
        }],
    }
}

fn places(groups: &[Group]) -> Vec<Place> {
    let groups = groups.iter().enumerate();
    let places = groups.flat_map(|(group, one)| {
        one.items
            .iter()
            .map(move |item| Place { group, item: *item })
    });
    places.collect()
}

fn rows(book: &Book, view: &Named) -> Vec<Place> {
    places(&grouped(book, view))
}

fn sheet(book: &Book, at: usize, page: usize) -> Sheet {
    let named = &book.edition.views[at];
    let stem = stem(book, at);
    let from = list_page(stem, page);
    let groups = grouped(book, named);
    let places = places(&groups);
    let shown = range(page, places.len());
    let sections = sections(book, &from, named, &groups, &places[shown]);
    let mut all: Vec<usize> = places.iter().map(|place| place.item).collect();
    all.sort_unstable();
    all.dedup();
    let states: Vec<&str> = all.iter().map(|at| mark::state(book.item(*at)).0).collect();
    let asked = match named.view.written.as_str() {
        "" => String::new(),
        written => format!("Asks for <code>{}</code>", escape(written)),
    };
    let described = named
        .description
        .as_ref()
        .map(|words| escape(words).into_owned());
    let sub: Vec<String> = described
        .into_iter()
        .chain([asked])
        .filter(|words| !words.is_empty())
        .collect();
    Sheet {
        head: Head {
            title: Markup::text(&named.name),
            lead: Some(Markup::text(&match all.len() {
                0 => "No item is as this view asks.".to_string(),
                many => told(&book.tongue, &several(many, "item"), &states),
            })),
            sub: (!sub.is_empty()).then(|| Markup::html(sub.join("<br>"))),
            ..Head::default()
        },
        sections,
        pager: pager(stem, page, places.len()),
        ..Sheet::default()
    }
}

/// The rows of a page, a section for each group on it.
fn sections(
    book: &Book,
    from: &str,
    named: &Named,
    groups: &[Group],
    places: &[Place],
) -> Vec<Section> {
    let columns = columns(&named.view);
    let parts = places.chunk_by(|one, next| one.group == next.group);
    let sections = parts.enumerate().map(|(number, places)| {
        let group = &groups[places[0].group];
        let items: Vec<usize> = places.iter().map(|place| place.item).collect();
        let table = table(book, from, &items, &columns, &named.name);
        let Some(field) = &named.view.group else {
            return Section {
                id: "list".into(),
                ..Section::default()
            }
            .with(Part::table(table));
        };
        let title = match &group.name {
            Some(name) => name.clone(),
            None => format!("Without {field}"),
        };
        let mut section =
            Section::new(&format!("g.{}", number + 1), &title).count(group.items.len());
        if let Some(item) = group.item {
            section.title = mark::anchor(&book.link(from, item), &title, "quiet");
        }
        section.with(Part::table(table))
    });
    sections.collect()
}

/// The list of all views.
fn all() -> Leaf {
    Leaf {
        address: VIEWS.into(),
        title: "Own views".into(),
        description: "Views of the team's own".into(),
        entry: None,
        branch: None,
        is_wide: false,
        crumbs: vec![("Plan".into(), "index.html".into())],
        style: None,
        fill: Box::new(|book| {
            let sheet = index(book);
            let main = book.render("view", &sheet)?;
            Ok(sheet.inner(main))
        }),
    }
}

fn index(book: &Book) -> Sheet {
    let views = book.edition.views.iter().zip(&book.slices.views);
    let lines = views.map(|(named, address)| {
        let count = items(book, &named.view).len();
        Line {
            title: mark::anchor(&relative(VIEWS, address), &named.name, "title"),
            end: Some(Markup::text(&several(count, "item"))),
            why: named
                .description
                .iter()
                .map(|words| Markup::text(words))
                .collect(),
            ..Line::default()
        }
    });
    let lines: Vec<Line> = lines.collect();
    let count = lines.len();
    Sheet {
        head: Head {
            title: Markup::text("Own views"),
            lead: Some(Markup::text(&format!(
                "{} of this plan have a name of the team's own.",
                several(count, "view")
            ))),
            ..Head::default()
        },
        sections: vec![
            Section {
                id: "list".into(),
                ..Section::default()
            }
            .with(Part::rows("", lines)),
        ],
        ..Sheet::default()
    }
}
