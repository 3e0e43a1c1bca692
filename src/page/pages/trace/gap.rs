//! What is missing, by sort, with what to write.

use serde::Serialize;

use crate::edition::entry::Entry;
use crate::page::book::{Book, relative};
use crate::page::filter;
use crate::page::mark;
use crate::page::pager;
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Line, Rows};
use crate::page::trace::lack::Coverage;
use crate::page::trace::matrix::{GAPS, Trace};
use crate::page::trace::words::{hint, lacks};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// So many gaps stand above the table; of more, the first of each sort.
const MOST: usize = 60;

/// How many of each sort are told where there are more.
const FIRST: usize = 5;

/// Gaps of one sort.
#[derive(Serialize)]
pub(super) struct Block {
    id: String,
    title: &'static str,
    hint: Markup,
    count: usize,
    rows: Rows,
    /// The way to the others.
    more: Option<Markup>,
}

/// Whether all gaps stand on one page.
pub(super) fn fits(trace: &Trace) -> bool {
    trace.gaps() <= MOST
}

/// The gaps of each sort, or the first of them.
pub(super) fn blocks(book: &Book, from: &str) -> Vec<Block> {
    let most = if fits(&book.trace) { MOST } else { FIRST };
    let mut before = 0;
    let mut found = Vec::new();
    for coverage in asked(book) {
        let shown = coverage.missing.len().min(most);
        let rest = coverage.missing.len() - shown;
        let page = list_page(GAPS, before / ROWS);
        let href = relative(from, &format!("{page}#{}", coverage.lack.anchor()));
        found.push(Block {
            more: (rest > 0).then(|| {
                mark::anchor(
                    &href,
                    &book
                        .tongue
                        .count(rest, "{number} more", "{number} more", &[]),
                    "",
                )
            }),
            ..block(book, from, coverage, 0..shown)
        });
        before += coverage.missing.len();
    }
    found
}

/// A link to all of them, where they have pages.
pub(super) fn all(book: &Book, from: &str) -> Option<Markup> {
    let href = relative(from, &list_page(GAPS, 0));
    (!fits(&book.trace)).then(|| mark::anchor(&href, &book.tongue.say("All gaps"), ""))
}

/// The gaps of one page.
pub(super) fn page(book: &Book, from: &str, page: usize) -> Vec<Block> {
    let range = pager::range(page, book.trace.gaps());
    let mut before = 0;
    let mut found = Vec::new();
    for coverage in asked(book) {
        let count = coverage.missing.len();
        let start = range.start.saturating_sub(before).min(count);
        let end = range.end.saturating_sub(before).min(count);
        if start < end {
            found.push(block(book, from, coverage, start..end));
        }
        before += count;
    }
    found
}

fn asked(book: &Book) -> impl Iterator<Item = &Coverage> {
    let all = book.trace.coverage.iter();
    all.filter(|coverage| !coverage.missing.is_empty())
}

fn block(book: &Book, from: &str, coverage: &Coverage, shown: std::ops::Range<usize>) -> Block {
    let items = coverage.missing[shown].iter();
    Block {
        id: coverage.lack.anchor(),
        title: lacks(coverage.lack),
        hint: mark::told(&book.tongue.say(hint(coverage.lack))),
        count: coverage.missing.len(),
        rows: Rows {
            class: "hl-warn w-56",
            items: items.map(|at| line(book, from, *at)).collect(),
        },
        more: None,
    }
}

fn line(book: &Book, from: &str, at: usize) -> Line {
    let item = book.item(at);
    let id = item
        .id
        .as_deref()
        .map(|id| format!("<span class=\"id\">{}</span> ", escape(id)));
    let above = filter::above(book, at).filter(|above| *above != at);
    let above = above.map(|above| {
        let words = filter::short(book.item(above));
        mark::anchor(&book.link(from, above), &words, "quiet")
    });
    Line {
        lead: Markup::html("<i class=\"i i-warn\"></i>".into()),
        title: Markup::html(format!(
            "{}{}",
            id.unwrap_or_default(),
            mark::item(book, from, at).as_str()
        )),
        end: above,
        why: lost(&book.tongue, item).into_iter().collect(),
        ..Line::default()
    }
}

/// That what it names is not there.
fn lost(tongue: &Tongue, item: &Entry) -> Option<Markup> {
    let parent = item.parent.as_ref()?;
    let is_lost = parent.to.is_none() && !parent.external && !parent.raw.is_empty();
    is_lost.then(|| {
        Markup::text(&tongue.tell(
            "It names “{what}”, which is not in the plan.",
            &[("what", &parent.raw)],
        ))
    })
}
