//! What was read: the documents, and what they became.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::book::{Book, relative};
use crate::page::figure;
use crate::page::mark;
use crate::page::noun;
use crate::page::panels::panel::{FROM, Panel, ROWS, side};
use crate::page::route::{list, list_page};
use crate::page::section::Line;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

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
            side: side(book, "docs.html", key("All documents")),
            ..Panel::new("documents", "Documents")
        }
        .rows("", lines)
    })
}

/// How much was read, and what it became.
pub fn read(book: &Book) -> Option<Panel> {
    let read = book.edition.read.as_ref()?;
    let tongue = &book.tongue;
    let mut facts = Vec::new();
    let skipped = match read.skipped.len() {
        0 => tongue.say("none skipped").into_owned(),
        count => tongue.count(count, "{number} skipped", "{number} skipped", &[]),
    };
    let words = tongue.row(&[read.documents.to_string(), skipped]);
    let documents = match book.edition.record.is_some() {
        true => mark::anchor("reading.html", &words, ""),
        false => Markup::text(&words),
    };
    facts.push((tongue.say("Documents").into_owned(), documents));
    for kind in Kind::all() {
        let items: Vec<&Entry> = book.of_kind(kind).map(|(_, item)| item).collect();
        let Some(first) = items.first() else { continue };
        let address = list_page(list(first), 0);
        let link = if kind == Kind::Blocker && !book.views.has(&address) {
            Markup::text(&items.len().to_string())
        } else {
            mark::anchor(&address, &items.len().to_string(), "")
        };
        facts.push((noun::titles(tongue, kind), link));
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
            book.tongue.say("References inferred").into_owned(),
            Markup::text(&figure::of(&book.tongue, near, all)),
        )
    })
}
