//! The documents that are nobody's item and are shown as they are, by folder.

use crate::page::book::{Book, relative};
use crate::page::figure::number;
use crate::page::mark;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::{links, rows};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Head, Line, Part, Section, Sheet};
use crate::page::words::capital;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, forms, key};

/// The documents.
pub struct Documents;

impl Page for Documents {
    fn name(&self) -> &'static str {
        "documents"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let all = book.edition.papers.len();
        for page in 0..all.div_ceil(ROWS) {
            let title = match page {
                0 => book.tongue.say("Documents").into_owned(),
                page => book.tongue.tell(
                    "{title}, page {page}",
                    &[
                        ("title", &book.tongue.say("Documents")),
                        ("page", &(page + 1)),
                    ],
                ),
            };
            pages.leaves.push(Leaf {
                address: list_page("docs", page),
                title,
                description: book
                    .tongue
                    .say("Documents that are shown as they are")
                    .into_owned(),
                entry: Some("docs.html".into()),
                branch: None,
                is_wide: false,
                crumbs: vec![(book.tongue.say("Plan").into_owned(), "index.html".into())],
                style: None,
                fill: Box::new(move |book| {
                    let sheet = sheet(book, page);
                    let main = book.render("documents", &sheet)?;
                    Ok(sheet.inner(main))
                }),
            });
        }
    }
}

fn sheet(book: &Book, page: usize) -> Sheet {
    let all: Vec<usize> = (0..book.edition.papers.len()).collect();
    let has_items = !book.edition.items.is_empty();
    let from = list_page("docs", page);
    Sheet {
        head: Head {
            title: Markup::text(&book.tongue.say("Documents")),
            lead: Some(Markup::text(&sentence(&book.tongue, all.len(), has_items))),
            ..Head::default()
        },
        sections: sections(book, &from, rows(&all, page)),
        pager: links(&book.tongue, "docs", page, all.len()),
        ..Sheet::default()
    }
}

fn sentence(tongue: &Tongue, all: usize, has_items: bool) -> String {
    let spelled = capital(&number(tongue, all));
    let (one, many) = match has_items {
        true => forms(
            "One document is no item of the plan and is shown as it is.",
            "{spelled} documents are no items of the plan and are shown as they are.",
        ),
        false => forms(
            "One document, shown as it is.",
            "{spelled} documents, shown as they are.",
        ),
    };
    tongue.count(all, one, many, &[("spelled", &spelled)])
}

/// A section for each folder, where the audience may know of folders.
fn sections(book: &Book, from: &str, papers: &[usize]) -> Vec<Section> {
    let is_known = book.edition.audience.sources;
    let mut folders: Vec<(String, Vec<Line>)> = Vec::new();
    for at in papers {
        let path = &book.edition.papers[*at].body.from;
        let folder = match path.rsplit_once('/') {
            Some((folder, _)) if is_known => format!("{folder}/"),
            _ => String::new(),
        };
        let line = line(book, from, *at, is_known);
        match folders.iter_mut().find(|(name, _)| *name == folder) {
            Some((_, lines)) => lines.push(line),
            None => folders.push((folder, vec![line])),
        }
    }
    let is_one = folders.len() == 1;
    let section = |(number, (folder, lines)): (usize, (String, Vec<Line>))| {
        let title = match (folder.is_empty(), is_one) {
            (true, true) => key("All documents"),
            (true, false) => key("At the top"),
            (false, _) => &folder,
        };
        let id = match number {
            0 => "list".to_string(),
            number => format!("list.{}", number + 1),
        };
        let section = Section::new(&id, title).count(lines.len());
        section.with(Part::rows("", lines))
    };
    folders.into_iter().enumerate().map(section).collect()
}

fn line(book: &Book, from: &str, at: usize, is_known: bool) -> Line {
    let paper = &book.edition.papers[at];
    let href = relative(from, book.routes.paper(at));
    let words = paper.body.text.split_whitespace().count();
    let title = mark::anchor(&href, &paper.title, "title");
    let path = match is_known {
        true => format!(
            "<span class=\"sub mono\">{}</span>",
            escape(&paper.body.from)
        ),
        false => String::new(),
    };
    Line {
        lead: Markup::html("<i class=\"i i-file\"></i>".into()),
        title,
        end: Some(Markup::text(&match words {
            0 => book.tongue.say("empty").into_owned(),
            words => book
                .tongue
                .count(words, "{number} word", "{number} words", &[]),
        })),
        why: Some(Markup::html(path))
            .filter(|why| !why.is_empty())
            .into_iter()
            .collect(),
        ..Line::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_counted() {
        let english = Tongue::english();
        assert_eq!(
            sentence(&english, 1, true),
            "One document is no item of the plan and is shown as it is."
        );
        assert_eq!(
            sentence(&english, 8, true),
            "Eight documents are no items of the plan and are shown as they are."
        );
        assert_eq!(
            sentence(&english, 86, false),
            "86 documents, shown as they are."
        );
    }
}
