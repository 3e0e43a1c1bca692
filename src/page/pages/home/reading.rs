//! What was read: the documents, and what they became.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::book::{Book, relative};
use crate::page::mark;
use crate::page::pages::home::panel::{FROM, Panel, ROWS, side};
use crate::page::route::{list, list_page};
use crate::page::section::Line;
use crate::page::words::{capital, many};
use crate::theme::markup::{Markup, escape};

/// Documents that are shown as they are.
pub fn documents(book: &Book) -> Option<Panel> {
    let papers = &book.edition.papers;
    let lines: Vec<Line> = papers
        .iter()
        .enumerate()
        .take(ROWS)
        .map(|(at, paper)| {
            let href = relative(FROM, book.routes.paper(at));
            let place = book.edition.read.as_ref().map(|_| {
                Markup::html(format!(
                    "<span class=\"mono\">{}</span>",
                    escape(&paper.body.from)
                ))
            });
            Line {
                lead: Markup::html("<i class=\"i i-prd\"></i>".into()),
                title: mark::anchor(&href, &paper.title, "title"),
                why: place.into_iter().collect(),
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Panel {
            count: Some(papers.len().to_string()),
            side: side("docs.html", "All documents"),
            ..Panel::new("documents", "Documents")
        }
        .rows("", lines)
    })
}

/// How much was read, and what it became.
pub fn read(book: &Book) -> Option<Panel> {
    let read = book.edition.read.as_ref()?;
    let mut facts = Vec::new();
    let skipped = match read.skipped.len() {
        0 => "none skipped".to_string(),
        count => format!("{count} skipped"),
    };
    let words = format!("{}, {skipped}", read.documents);
    let documents = match book.edition.record.is_some() {
        true => mark::anchor("reading.html", &words, ""),
        false => Markup::text(&words),
    };
    facts.push(("Documents".to_string(), documents));
    for kind in Kind::all() {
        let items: Vec<&Entry> = book.of_kind(kind).map(|(_, item)| item).collect();
        let Some(first) = items.first() else { continue };
        let address = list_page(list(first), 0);
        let link = if kind == Kind::Blocker && !book.views.has(&address) {
            Markup::text(&items.len().to_string())
        } else {
            mark::anchor(&address, &items.len().to_string(), "")
        };
        facts.push((capital(many(kind)), link));
    }
    facts.extend(inferred(book));
    (facts.len() > 1).then(|| Panel {
        facts,
        ..Panel::new("read", "What was read")
    })
}

fn inferred(book: &Book) -> Option<(String, Markup)> {
    let leads = book.edition.items.iter().flat_map(|item| {
        let lists = item
            .depends_on
            .iter()
            .chain(&item.blocks)
            .chain(&item.became);
        lists.filter(|lead| lead.to.is_some())
    });
    let (mut all, mut near) = (0, 0);
    for lead in leads {
        all += 1;
        near += usize::from(lead.inferred);
    }
    (near > 0).then(|| {
        (
            "References inferred".to_string(),
            Markup::text(&format!("{near} of {all}")),
        )
    })
}
