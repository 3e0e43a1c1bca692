//! The sprints: what was committed, what was completed, and the one that runs.

mod aside;
mod history;
mod lead;
mod sentence;
mod team;
mod velocity;

use serde::Serialize;

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::links;
use crate::page::pages::sprints::aside::{discovered, goals, weeks};
use crate::page::pages::sprints::history::history;
use crate::page::pages::sprints::lead::{Sum, current, ledger, note, sentence};
use crate::page::pages::sprints::team::Team;
use crate::page::pages::sprints::velocity::velocity;
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Head, Sheet};
use crate::theme::markup::Markup;

/// The sprints.
pub struct Sprints;

impl Page for Sprints {
    fn name(&self) -> &'static str {
        "sprints"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let all = book.of_kind(Kind::Sprint).count();
        for page in 0..all.div_ceil(ROWS) {
            let title = match page {
                0 => book.tongue.say("Sprints").into_owned(),
                page => book.tongue.tell(
                    "{title}, page {page}",
                    &[
                        ("title", &book.tongue.say("Sprints")),
                        ("page", &(page + 1)),
                    ],
                ),
            };
            pages.leaves.push(Leaf {
                address: list_page("sprints", page),
                title,
                description: book
                    .tongue
                    .say("What was committed and what was completed")
                    .into_owned(),
                entry: Some("sprints.html".into()),
                branch: None,
                is_wide: false,
                crumbs: vec![(book.tongue.say("Plan").into_owned(), "index.html".into())],
                style: None,
                fill: Box::new(move |book| {
                    let told = Told::new(book, page);
                    let main = book.render("sprints", &told)?;
                    Ok(told.sheet.inner(main))
                }),
            });
        }
    }
}

/// What the template is given.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    sheet: Sheet,
    ledger: Option<Sum>,
}

impl Told {
    fn new(book: &Book, page: usize) -> Self {
        let from = list_page("sprints", page);
        let all: Vec<usize> = book.of_kind(Kind::Sprint).map(|(at, _)| at).collect();
        let start = page * ROWS;
        let here = Team::new(book, &from, &all[start..all.len().min(start + ROWS)]);
        let whole = Team::new(book, &from, &all);
        let is_first = page == 0;
        let mut sections = Vec::new();
        if is_first {
            sections.extend(current(&whole));
            sections.extend(velocity(&whole));
        }
        sections.extend(history(&here, &whole));
        sections.extend(weeks(&here));
        if is_first {
            sections.extend(goals(&whole));
            sections.extend(discovered(&whole));
        }
        let lead = sentence(&whole).filter(|_| is_first);
        Self {
            ledger: ledger(&whole).filter(|_| is_first),
            sheet: Sheet {
                head: Head {
                    title: Markup::text(&book.tongue.say("Sprints")),
                    lead: lead.map(|words| Markup::text(&words)),
                    note: note(&whole).filter(|_| is_first),
                    ..Head::default()
                },
                sections,
                pager: links(&book.tongue, "sprints", page, all.len()),
                ..Sheet::default()
            },
        }
    }
}
