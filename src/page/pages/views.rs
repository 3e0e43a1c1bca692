//! Views of the team's own: what their filter asks for, in pages of 500, and the list of all views.

use crate::page::asked::{Group, groups, items, without};
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::column::{columns, table};
use crate::page::mark;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{links, pages, range};
use crate::page::route::list_page;
use crate::page::section::{Head, Line, Part, Section, Sheet};
use crate::page::slices::VIEWS;
use crate::page::tally::told;
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
            pages.leaves.push(all(book));
        }
        for at in 0..views.len() {
            let rows = rows(book, at).len();
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
    let say = |words| book.tongue.say(words).into_owned();
    let mut crumbs = vec![(say("Plan"), "index.html".to_string())];
    if !is_named {
        crumbs.push((say("Own views"), VIEWS.into()));
    }
    Leaf {
        address: list_page(stem(book, at), page),
        title: match page {
            0 => view.name.clone(),
            page => book.tongue.tell(
                "{title}, page {page}",
                &[("title", &view.name), ("page", &(page + 1))],
            ),
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

/// The items that a view asks for, looked for once.
fn asked(book: &Book, at: usize) -> Vec<usize> {
    let view = &book.edition.views[at].view;
    let found = book.kept.get(&book.slices.views[at], || items(book, view));
    found.to_vec()
}

fn grouped(book: &Book, at: usize) -> Vec<Group> {
    let view = &book.edition.views[at];
    let items = asked(book, at);
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

fn rows(book: &Book, at: usize) -> Vec<Place> {
    places(&grouped(book, at))
}

fn sheet(book: &Book, at: usize, page: usize) -> Sheet {
    let named = &book.edition.views[at];
    let stem = stem(book, at);
    let from = list_page(stem, page);
    let groups = grouped(book, at);
    let places = places(&groups);
    let shown = range(page, places.len());
    let mut sections = sections(book, &from, named, &groups, &places[shown]);
    if places.is_empty() {
        let words = book.tongue.say(
            "Nothing fits now. The page fills as soon as the plan has what the filter asks for.",
        );
        let title = book.tongue.say("Nothing yet");
        sections.push(Section::new("list", &title).lead(&words));
    }
    let mut all: Vec<usize> = places.iter().map(|place| place.item).collect();
    all.sort_unstable();
    all.dedup();
    let states: Vec<&str> = all.iter().map(|at| badge::style(book.item(*at))).collect();
    let tongue = &book.tongue;
    let asked = match named.view.written.as_str() {
        "" => String::new(),
        written => {
            let filter = Markup::html(format!("<code>{}</code>", escape(written)));
            let asked = tongue.mark("Asks for {filter}", &[("filter", &filter)]);
            asked.as_str().to_string()
        }
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
                0 => tongue.say("No item is as this view asks.").into_owned(),
                many => {
                    let items = tongue.count(many, "{number} item", "{number} items", &[]);
                    told(tongue, &items, &states)
                }
            })),
            sub: (!sub.is_empty()).then(|| Markup::html(sub.join("<br>"))),
            ..Head::default()
        },
        sections,
        pager: links(&book.tongue, stem, page, places.len()),
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
            None => without(&book.tongue, field),
        };
        let mut section =
            Section::new(&format!("g.{}", number + 1), &title).count(group.items.len());
        section.is_ours = false;
        if let Some(item) = group.item {
            section.title = mark::anchor(&book.link(from, item), &title, "quiet");
        }
        section.with(Part::table(table))
    });
    sections.collect()
}

/// The list of all views.
fn all(book: &Book) -> Leaf {
    let say = |words| book.tongue.say(words).into_owned();
    Leaf {
        address: VIEWS.into(),
        title: say("Own views"),
        description: say("Views of the team's own"),
        entry: None,
        branch: None,
        is_wide: false,
        crumbs: vec![(say("Plan"), "index.html".into())],
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
    let lines = views.enumerate().map(|(at, (named, address))| {
        let count = asked(book, at).len();
        Line {
            title: mark::anchor(&relative(VIEWS, address), &named.name, "title"),
            end: Some(Markup::text(&book.tongue.count(
                count,
                "{number} item",
                "{number} items",
                &[],
            ))),
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
            title: Markup::text(&book.tongue.say("Own views")),
            lead: Some(Markup::text(&book.tongue.count(
                count,
                "One view of this plan has a name of the team's own.",
                "{number} views of this plan have a name of the team's own.",
                &[],
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
