//! What was found during work and is not in the plan.

use crate::page::book::Book;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Head, Part, Section, Sheet};
use crate::page::table::table;
use crate::page::words::{capital, number};
use crate::theme::markup::Markup;

/// What was found during work.
pub struct Discovered;

impl Page for Discovered {
    fn name(&self) -> &'static str {
        "discovered"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let all = found(book).len();
        for page in 0..all.div_ceil(ROWS) {
            pages.leaves.push(Leaf {
                address: list_page("discovered", page),
                title: match page {
                    0 => "Discovered".to_string(),
                    page => format!("Discovered, page {}", page + 1),
                },
                description: "What was found during work and is not in the plan".into(),
                entry: Some("discovered.html".into()),
                branch: None,
                is_wide: true,
                crumbs: vec![("Plan".into(), "index.html".into())],
                style: None,
                fill: Box::new(move |book| {
                    let sheet = sheet(book, page);
                    let main = book.render("discovered", &sheet)?;
                    Ok(sheet.inner(main))
                }),
            });
        }
    }
}

fn found(book: &Book) -> Vec<usize> {
    let items = book.edition.items.iter().enumerate();
    let found = items.filter(|(_, item)| item.discovered);
    found.map(|(at, _)| at).collect()
}

fn sheet(book: &Book, page: usize) -> Sheet {
    let all = found(book);
    let from = list_page("discovered", page);
    let here: Vec<usize> = all.iter().copied().skip(page * ROWS).take(ROWS).collect();
    let part = Part::table(table(book, &from, &here, "Discovered".into()));
    Sheet {
        head: Head {
            title: Markup::text("Discovered"),
            lead: Some(Markup::text(&sentence(all.len()))),
            ..Head::default()
        },
        sections: vec![
            Section::new("list", "Not in the plan")
                .count(all.len())
                .lead("Counted in no figure until promoted.")
                .with(part),
        ],
        ..Sheet::default()
    }
}

fn sentence(count: usize) -> String {
    match count {
        1 => "One thing was found while working and is not in the plan.".into(),
        count => format!(
            "{} things were found while working and are not in the plan.",
            capital(&number(count))
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_a_thing_and_several_are_things() {
        assert!(sentence(1).starts_with("One thing was"));
        assert!(sentence(3).starts_with("Three things were"));
    }
}
