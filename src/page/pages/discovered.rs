//! What was found during work and is not in the plan.

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{pager, rows};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Head, Part, Section, Sheet};
use crate::page::table::table;
use crate::page::words::{capital, many, number, spelled};
use crate::theme::markup::Markup;

/// What was found during work.
pub struct Discovered;

impl Page for Discovered {
    fn name(&self) -> &'static str {
        "discovered"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        for page in 0..found(book).len().div_ceil(ROWS) {
            let title = match page {
                0 => "Discovered".to_string(),
                page => format!("Discovered, page {}", page + 1),
            };
            pages.leaves.push(Leaf {
                address: list_page("discovered", page),
                title,
                description: "What was found while working and is not in the plan".into(),
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
    items
        .filter(|(_, item)| item.discovered)
        .map(|(at, _)| at)
        .collect()
}

fn sheet(book: &Book, page: usize) -> Sheet {
    let from = list_page("discovered", page);
    let found = found(book);
    let mut kinds = found.iter().map(|at| book.item(*at).kind);
    let first = kinds.next();
    let kind = first.filter(|first| kinds.all(|kind| kind == *first));
    let mut table = table(book, &from, rows(&found, page), "Discovered".into());
    if kind.is_none() {
        let title = table.head.iter_mut().find(|column| column.class == "grow");
        title
            .into_iter()
            .for_each(|column| column.label = "Item".into());
    }
    let heading = format!("Discovered {}", kind.map_or("items", many));
    let section = Section::new("list", &heading).count(found.len());
    Sheet {
        head: Head {
            title: Markup::text("Discovered"),
            lead: Some(Markup::text(&sentence(kind, found.len()))),
            ..Head::default()
        },
        sections: vec![section.with(Part::table(table))],
        pager: pager("discovered", page, found.len()),
        ..Sheet::default()
    }
}

fn sentence(kind: Option<Kind>, found: usize) -> String {
    let what = match kind {
        Some(kind) => spelled(found, kind),
        None => format!("{} items", number(found)),
    };
    let what = capital(&what);
    match found {
        1 => format!(
            "{what} was found while working and is not in the plan. It is counted in no figure until it is promoted."
        ),
        _ => format!(
            "{what} were found while working and are not in the plan. They are counted in no figure until they are promoted."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_counted_nowhere() {
        assert_eq!(
            sentence(Some(Kind::Task), 1),
            "One task was found while working and is not in the plan. It is counted in no figure until it is promoted."
        );
        assert!(sentence(Some(Kind::Story), 3).starts_with("Three stories were found"));
        assert!(sentence(None, 14).starts_with("14 items were found"));
    }
}
