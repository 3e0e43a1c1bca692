//! The decisions: those that are needed first, then those that were made.

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Head, Part, Section, Sheet};
use crate::page::table::table;
use crate::page::words::{capital, long_day, number};
use crate::theme::markup::Markup;

/// The decisions.
pub struct Decisions;

impl Page for Decisions {
    fn name(&self) -> &'static str {
        "decisions"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let all: Vec<usize> = decisions(book);
        for page in 0..all.len().div_ceil(ROWS) {
            pages.leaves.push(Leaf {
                address: list_page("decisions", page),
                title: match page {
                    0 => "Decisions".to_string(),
                    page => format!("Decisions, page {}", page + 1),
                },
                description: "Decisions that are needed and decisions that were made".into(),
                entry: Some("decisions.html".into()),
                branch: None,
                is_wide: true,
                crumbs: vec![("Plan".into(), "index.html".into())],
                style: None,
                fill: Box::new(move |book| {
                    let sheet = sheet(book, page);
                    let main = book.render("decisions", &sheet)?;
                    Ok(sheet.inner(main))
                }),
            });
        }
    }
}

fn decisions(book: &Book) -> Vec<usize> {
    book.of_kind(Kind::Decision).map(|(at, _)| at).collect()
}

fn sheet(book: &Book, page: usize) -> Sheet {
    let all = decisions(book);
    let from = list_page("decisions", page);
    let here: Vec<usize> = all.iter().copied().skip(page * ROWS).take(ROWS).collect();
    let is_open = |at: &usize| book.views.open_decisions.binary_search(at).is_ok();
    let (open, made): (Vec<usize>, Vec<usize>) = here.into_iter().partition(is_open);
    let section = |id: &str, title: &str, items: &[usize]| {
        let table = table(book, &from, items, title.to_string());
        (!items.is_empty()).then(|| {
            Section::new(id, title)
                .count(items.len())
                .with(Part::table(table))
        })
    };
    let sections = [
        section("needed", "Needed", &open),
        section("made", "Made", &made),
    ];
    let others = (all.len() > ROWS).then(|| all_pages(all.len()));
    Sheet {
        head: Head {
            title: Markup::text("Decisions"),
            lead: Some(Markup::text(&sentence(book, all.len()))),
            sub: others,
            ..Head::default()
        },
        sections: sections.into_iter().flatten().collect(),
        ..Sheet::default()
    }
}

/// Links to all pages of the list.
fn all_pages(all: usize) -> Markup {
    let links = (0..all.div_ceil(ROWS)).map(|page| {
        let words = format!("{} to {}", page * ROWS + 1, all.min((page + 1) * ROWS));
        mark::anchor(&list_page("decisions", page), &words, "")
            .as_str()
            .to_string()
    });
    Markup::html(format!("Pages: {}", links.collect::<Vec<_>>().join(", ")))
}

fn sentence(book: &Book, all: usize) -> String {
    let today = book.edition.as_of;
    let open = &book.views.open_decisions;
    let next = open
        .iter()
        .filter_map(|at| book.item(*at).due_day().filter(|due| *due >= today))
        .min();
    told(
        open.len(),
        all,
        next.map(|due| long_day(due, today)).as_deref(),
    )
}

fn told(open: usize, all: usize, next: Option<&str>) -> String {
    let next = next.map_or(String::new(), |due| format!("; the next is due {due}"));
    match (open, all) {
        (0, 1) => "One decision is recorded, and none is open.".into(),
        (0, all) => format!(
            "{} decisions are recorded, and none is open.",
            capital(&number(all))
        ),
        (1, 1) => format!("One decision is open{next}."),
        (1, all) => format!("One of {all} decisions is open{next}."),
        (open, all) if open == all => {
            format!("{} decisions are open{next}.", capital(&number(open)))
        }
        (open, all) => format!(
            "{} of {all} decisions are open{next}.",
            capital(&number(open))
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_said_first() {
        assert_eq!(
            told(2, 2, Some("22 May")),
            "Two decisions are open; the next is due 22 May."
        );
        assert_eq!(told(1, 20, None), "One of 20 decisions is open.");
        assert_eq!(
            told(0, 3, None),
            "Three decisions are recorded, and none is open."
        );
    }
}
