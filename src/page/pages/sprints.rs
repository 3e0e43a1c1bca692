//! The sprints: what was committed, what was completed, and the one that runs.

mod aside;
mod history;
mod lead;
mod team;
mod velocity;

use serde::Serialize;

use crate::model::kind::Kind;
use crate::page::book::{Book, relative};
use crate::page::page::{Leaf, Page, Pages};
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
                0 => "Sprints".to_string(),
                page => format!("Sprints, page {}", page + 1),
            };
            pages.leaves.push(Leaf {
                address: list_page("sprints", page),
                title,
                description: "What was committed and what was completed".into(),
                entry: Some("sprints.html".into()),
                branch: None,
                is_wide: false,
                crumbs: vec![("Plan".into(), "index.html".into())],
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
    pages: Vec<Other>,
}

/// A page of the list.
#[derive(Serialize)]
struct Other {
    href: String,
    words: String,
    is_here: bool,
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
            pages: pages(&from, all.len(), page),
            sheet: Sheet {
                head: Head {
                    title: Markup::text("Sprints"),
                    lead: lead.map(|words| Markup::text(&words)),
                    note: note(&whole).filter(|_| is_first),
                    ..Head::default()
                },
                sections,
                ..Sheet::default()
            },
        }
    }
}

/// The way to the other pages, where there are any.
fn pages(from: &str, all: usize, here: usize) -> Vec<Other> {
    let pages = (0..all.div_ceil(ROWS)).filter(|_| all > ROWS);
    let link = |page: usize| Other {
        href: relative(from, &list_page("sprints", page)),
        words: format!("{} to {}", page * ROWS + 1, all.min((page + 1) * ROWS)),
        is_here: page == here,
    };
    pages.map(link).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_page_needs_no_way_to_others() {
        assert!(pages("sprints.html", ROWS, 0).is_empty());
        let found = pages("sprints-2.html", ROWS + 1, 1);
        let told: Vec<(&str, &str, bool)> = found
            .iter()
            .map(|page| (page.href.as_str(), page.words.as_str(), page.is_here))
            .collect();
        let wanted = [
            ("sprints.html", "1 to 500", false),
            ("sprints-2.html", "501 to 501", true),
        ];
        assert_eq!(told, wanted);
    }
}
