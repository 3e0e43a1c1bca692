//! Lists of all items of one kind, 500 rows a page: phases, milestones, features, stories and tasks.

use std::sync::Arc;

use crate::model::kind::Kind;
use crate::output;
use crate::page::book::Book;
use crate::page::levels::levels;
use crate::page::noun;
use crate::page::outlook::{leaves, outlook};
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{links, range, rows};
use crate::page::register::Register;
use crate::page::route::{ROWS, list, list_page};
use crate::page::section::{Head, Part, Section, Sheet};
use crate::page::total::total;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// The lists.
pub struct List;

impl Page for List {
    fn name(&self) -> &'static str {
        "list"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        for kind in [Kind::Phase, Kind::Milestone, Kind::Feature] {
            if let Some((name, items)) = all(book, kind) {
                add_levels(book, kind, name, &Arc::new(items), pages);
            }
        }
        for kind in [Kind::Story, Kind::Task] {
            if let Some((name, items)) = all(book, kind) {
                add_register(
                    book,
                    Register::new(book, kind, name, items),
                    kind,
                    name,
                    pages,
                );
            }
        }
    }
}

/// The items of a kind in the order of the plan, and the name of their list.
fn all(book: &Book, kind: Kind) -> Option<(&'static str, Vec<usize>)> {
    let items: Vec<usize> = book.of_kind(kind).map(|(at, _)| at).collect();
    let first = *items.first()?;
    Some((list(book.item(first)), items))
}

fn add_register(
    book: &Book,
    register: Register,
    kind: Kind,
    name: &'static str,
    pages: &mut Pages,
) {
    let style = register.style().map(|(address, rules)| {
        let rules = output::Sheet::Bytes(rules.into_bytes().into());
        pages.sheets.push((address.clone(), rules));
        address
    });
    let register = Arc::new(register);
    for (order, page) in register.pages() {
        let title = register.title(&book.tongue, order, page);
        let register = register.clone();
        pages.leaves.push(Leaf {
            address: register.address(order, page),
            description: described(&book.tongue, kind),
            title,
            entry: Some(list_page(name, 0)),
            branch: None,
            is_wide: true,
            crumbs: vec![(book.tongue.say("Plan").into_owned(), "index.html".into())],
            style: style.clone(),
            fill: Box::new(move |book| register.inner(book, order, page)),
        });
    }
}

fn add_levels(
    book: &Book,
    kind: Kind,
    name: &'static str,
    items: &Arc<Vec<usize>>,
    pages: &mut Pages,
) {
    for page in 0..items.len().div_ceil(ROWS) {
        let items = items.clone();
        let title = noun::titles(&book.tongue, kind);
        pages.leaves.push(Leaf {
            address: list_page(name, page),
            description: described(&book.tongue, kind),
            title: match page {
                0 => title,
                page => book.tongue.tell(
                    "{title}, page {page}",
                    &[("title", &title), ("page", &(page + 1))],
                ),
            },
            entry: Some(list_page(name, 0)),
            branch: None,
            is_wide: true,
            crumbs: vec![(book.tongue.say("Plan").into_owned(), "index.html".into())],
            style: None,
            fill: Box::new(move |book| {
                let sheet = sheet(book, kind, name, &items, page);
                let main = book.render("sheet", &sheet)?;
                Ok(sheet.inner(main))
            }),
        });
    }
}

fn sheet(book: &Book, kind: Kind, name: &str, items: &[usize], page: usize) -> Sheet {
    let tongue = &*book.tongue;
    let from = list_page(name, page);
    let all = items.len();
    let shown = range(page, all);
    let table = levels(book, &from, kind, rows(items, page));
    let pager = links(tongue, name, page, all);
    let sections = [Section::new("list", "In order")
        .count(all)
        .with(Part::table(table))];
    let together = (page == 0).then(|| together(book, kind, items)).flatten();
    Sheet {
        head: Head {
            title: Markup::text(&noun::titles(tongue, kind)),
            lead: Some(Markup::text(&outlook(book, kind, items))),
            sub: pager.is_some().then(|| {
                Markup::text(&tongue.tell(
                    "Rows {first} to {last} of {all}, in the order of the documents.",
                    &[
                        ("first", &(shown.start + 1)),
                        ("last", &shown.end),
                        ("all", &all),
                    ],
                ))
            }),
            ..Head::default()
        },
        sections: sections.into_iter().chain(together).collect(),
        pager,
        ..Sheet::default()
    }
}

/// What those on top of the plan come to.
fn together(book: &Book, kind: Kind, items: &[usize]) -> Option<Section> {
    let is_top = book
        .tree
        .tops()
        .first()
        .is_some_and(|top| book.item(*top).kind == kind);
    let (of, leaf) = leaves(book, items).filter(|_| is_top && items.len() > 1)?;
    let progress = || {
        items
            .iter()
            .filter_map(|at| book.item(*at).progress.as_ref())
    };
    let tallies = progress().filter_map(|progress| progress.tally);
    let done = tallies.map(|tally| tally.done).sum();
    let silent = progress().map(|progress| progress.without_status).sum();
    let found = book.edition.items.iter();
    let found = found.filter(|item| item.discovered && item.kind == leaf);
    let words = total(&book.tongue, done, of, leaf, silent, found.count());
    let part = Part::prose(format!("<p>{}</p>", escape(&words)));
    Some(Section::new("total", "All together").with(part))
}

/// What a list is about, for search engines and previews.
fn described(tongue: &Tongue, kind: Kind) -> String {
    let words = match kind {
        Kind::Phase => tongue.say("All phases of the plan"),
        Kind::Milestone => tongue.say("All milestones of the plan"),
        Kind::Story => tongue.say("All stories of the plan"),
        Kind::Task => tongue.say("All tasks of the plan"),
        _ => tongue.say("All features of the plan"),
    };
    words.into_owned()
}
