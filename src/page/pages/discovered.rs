//! What was found during work and is not in the plan.

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::figure::number;
use crate::page::mark;
use crate::page::name;
use crate::page::noun::spelled;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{links, rows};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Column, Head, Part, Section, Sheet, Table};
use crate::page::table::table;
use crate::page::words::capital;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// Columns of many words.
const NOTES: [&str; 5] = ["notes", "note", "description", "reason", "why"];

/// What was found during work.
pub struct Discovered;

impl Page for Discovered {
    fn name(&self) -> &'static str {
        "discovered"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let tongue = &book.tongue;
        for page in 0..found(book).len().div_ceil(ROWS) {
            let title = match page {
                0 => tongue.say("Discovered").into_owned(),
                page => tongue.tell(
                    "{title}, page {page}",
                    &[("title", &tongue.say("Discovered")), ("page", &(page + 1))],
                ),
            };
            pages.leaves.push(Leaf {
                address: list_page("discovered", page),
                title,
                description: tongue
                    .say("What was found while working and is not in the plan")
                    .into_owned(),
                entry: Some("discovered.html".into()),
                branch: None,
                is_wide: true,
                crumbs: vec![(tongue.say("Plan").into_owned(), "index.html".into())],
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
    let tongue = &book.tongue;
    let from = list_page("discovered", page);
    let found = found(book);
    let mut kinds = found.iter().map(|at| book.item(*at).kind);
    let first = kinds.next();
    let kind = first.filter(|first| kinds.all(|kind| kind == *first));
    let mut table = table(book, &from, rows(&found, page), key("Discovered").into());
    if kind.is_none() {
        let title = table.head.iter_mut().find(|column| column.class == "grow");
        title
            .into_iter()
            .for_each(|column| column.label = key("Item").into());
    }
    let section = Section::new("list", "Discovered").count(found.len());
    places(book, rows(&found, page), &mut table);
    for column in &mut table.head {
        if NOTES
            .iter()
            .any(|name| column.label.eq_ignore_ascii_case(name))
        {
            column.class = "grow also";
        }
    }
    Sheet {
        head: Head {
            title: Markup::text(&tongue.say("Discovered")),
            lead: Some(Markup::text(&sentence(tongue, kind, found.len()))),
            ..Head::default()
        },
        sections: std::iter::once(section.with(Part::table(table)))
            .chain(how(book, &found, page))
            .collect(),
        pager: links(tongue, "discovered", page, found.len()),
        ..Sheet::default()
    }
}

/// Adds where each stands, as far as the audience may know.
fn places(book: &Book, found: &[usize], table: &mut Table) {
    let first = |at: &usize| book.item(*at).sources.first();
    if found.iter().all(|at| first(at).is_none()) {
        return;
    }
    table.head.extend(Column::all([("Written in", "wrap")]));
    for (row, at) in table.rows.iter_mut().zip(found) {
        let place = first(at).map(|source| mark::near_place(book, source));
        row.cells.push(place.unwrap_or_default());
    }
}

/// How something that was found joins the plan, for those who write the documents.
fn how(book: &Book, found: &[usize], page: usize) -> Option<Section> {
    let first = found.first().map(|at| book.item(*at))?;
    let source = first.sources.first()?;
    let is_told = book.edition.audience.sees_all() && page == 0;
    let tongue = &book.tongue;
    let way = tongue.mark(
        "Move it out of the list of what was found: a row in the table of the phase, story or sprint that it belongs to, a box below it, or a document of its own. From the next build on it counts. What will not be done is struck out or marked *dropped*.",
        &[],
    );
    let file = Markup::html(format!("<code>{}</code>", escape(&source.file)));
    let example = tongue.mark("In {file}, for the first of them:", &[("file", &file)]);
    let words = format!(
        "<p>{}</p><p>{}</p><pre tabindex=\"0\">- [ ] {}</pre>",
        way.as_str(),
        example.as_str(),
        escape(&name::short(first))
    );
    is_told.then(|| Section::new("how", "How to promote one").with(Part::prose(words)))
}

fn sentence(tongue: &Tongue, kind: Option<Kind>, found: usize) -> String {
    let what = match kind {
        Some(kind) => spelled(tongue, found, kind),
        None => {
            let spelled = number(tongue, found);
            tongue.count(
                found,
                "one item",
                "{spelled} items",
                &[("spelled", &spelled)],
            )
        }
    };
    tongue.count(
        found,
        "{items} was found while working and is not in the plan. It is counted in no figure until it is promoted.",
        "{items} were found while working and are not in the plan. They are counted in no figure until they are promoted.",
        &[("items", &capital(&what))],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_is_counted_nowhere() {
        assert_eq!(
            sentence(&Tongue::english(), Some(Kind::Task), 1),
            "One task was found while working and is not in the plan. It is counted in no figure until it is promoted."
        );
        assert!(
            sentence(&Tongue::english(), Some(Kind::Story), 3)
                .starts_with("Three stories were found")
        );
        assert!(sentence(&Tongue::english(), None, 14).starts_with("14 items were found"));
    }
}
