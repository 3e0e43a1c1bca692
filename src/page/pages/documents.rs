//! The list of documents that are shown as they are.

use std::collections::BTreeMap;

use crate::page::book::{Book, relative};
use crate::page::mark;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::section::{Head, Line, Part, Section, Sheet};
use crate::page::words::{capital, number};
use crate::theme::markup::{Markup, escape};

/// The list of documents.
pub struct Documents;

impl Page for Documents {
    fn name(&self) -> &'static str {
        "documents"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        if book.edition.papers.is_empty() {
            return;
        }
        pages.leaves.push(Leaf {
            address: "docs.html".into(),
            title: "Documents".into(),
            description: "Documents that are shown as they are".into(),
            entry: None,
            branch: None,
            is_wide: true,
            crumbs: vec![("Plan".into(), "index.html".into())],
            style: None,
            fill: Box::new(|book| {
                let sheet = sheet(book);
                let main = book.render("documents", &sheet)?;
                Ok(sheet.inner(main))
            }),
        });
    }
}

fn sheet(book: &Book) -> Sheet {
    let papers = &book.edition.papers;
    let mut folders: BTreeMap<&str, Vec<Line>> = BTreeMap::new();
    for (at, paper) in papers.iter().enumerate() {
        let folder = paper
            .body
            .from
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let href = relative("docs.html", book.routes.paper(at));
        folders.entry(folder).or_default().push(Line {
            lead: Markup::html("<i class=\"i i-file\"></i>".into()),
            title: mark::anchor(&href, &paper.title, "title"),
            end: Some(Markup::html(format!(
                "<span class=\"mono\">{}</span>",
                escape(&paper.body.from)
            ))),
            ..Line::default()
        });
    }
    let sections = folders
        .into_iter()
        .enumerate()
        .map(|(at, (folder, lines))| {
            let title = if folder.is_empty() { "Here" } else { folder };
            Section::new(&format!("folder.{}", at + 1), title)
                .count(lines.len())
                .with(Part::rows("", lines))
        });
    let lead = match papers.len() {
        1 => "One document is no item of the plan and is shown as it is.".to_string(),
        count => format!(
            "{} documents are no items of the plan and are shown as they are.",
            capital(&number(count))
        ),
    };
    Sheet {
        head: Head {
            title: Markup::text("Documents"),
            lead: Some(Markup::text(&lead)),
            ..Head::default()
        },
        sections: sections.collect(),
        ..Sheet::default()
    }
}
