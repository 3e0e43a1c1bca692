//! What is missing, by sort, with what to write; what finished work went without stands apart.

use std::ops::Range;

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
    /// What to write; nothing where nobody will.
    hint: Option<Markup>,
    count: usize,
    rows: Rows,
    /// The way to the others.
    more: Option<Markup>,
}

/// All gaps of one sort, before they are told.
struct Sort<'a> {
    coverage: &'a Coverage,
    items: &'a [usize],
    is_past: bool,
}

/// Whether all gaps stand on one page.
pub(super) fn fits(trace: &Trace) -> bool {
    trace.gaps() <= MOST && trace.past() <= MOST
}

/// The gaps of open work or of finished work, by sort, or the first of each.
pub(super) fn blocks(book: &Book, from: &str, is_past: bool) -> Vec<Block> {
    let most = if fits(&book.trace) { MOST } else { FIRST };
    let mut before = 0;
    let mut found = Vec::new();
    for sort in sorts(&book.trace) {
        if sort.is_past == is_past {
            let page = list_page(GAPS, before / ROWS);
            let href = relative(from, &format!("{page}#{}", sort.anchor()));
            let shown = sort.items.len().min(most);
            let rest = sort.items.len() - shown;
            found.push(Block {
                more: (rest > 0).then(|| others(&book.tongue, &href, rest)),
                ..block(book, from, &sort, 0..shown)
            });
        }
        before += sort.items.len();
    }
    found
}

fn others(tongue: &Tongue, href: &str, rest: usize) -> Markup {
    let words = tongue.count(rest, "{number} more", "{number} more", &[]);
    mark::anchor(href, &words, "")
}

/// A link to all of them, where they have pages.
pub(super) fn all(book: &Book, from: &str) -> Option<Markup> {
    let href = relative(from, &list_page(GAPS, 0));
    (!fits(&book.trace)).then(|| mark::anchor(&href, &book.tongue.say("All gaps"), ""))
}

/// The gaps of open work or of finished work that stand on one page of all.
pub(super) fn page(book: &Book, from: &str, page: usize, is_past: bool) -> Vec<Block> {
    let range = pager::range(page, all_of(&book.trace));
    let mut before = 0;
    let mut found = Vec::new();
    for sort in sorts(&book.trace) {
        let count = sort.items.len();
        let start = range.start.saturating_sub(before).min(count);
        let end = range.end.saturating_sub(before).min(count);
        if start < end && sort.is_past == is_past {
            found.push(block(book, from, &sort, start..end));
        }
        before += count;
    }
    found
}

/// How many rows the pages of all gaps have.
pub(super) fn all_of(trace: &Trace) -> usize {
    trace.gaps() + trace.past()
}

/// Those of open work first.
fn sorts(trace: &Trace) -> impl Iterator<Item = Sort<'_>> {
    let open = trace.coverage.iter().map(|coverage| Sort {
        items: &coverage.missing,
        coverage,
        is_past: false,
    });
    let past = trace.coverage.iter().map(|coverage| Sort {
        items: &coverage.past,
        coverage,
        is_past: true,
    });
    open.chain(past).filter(|sort| !sort.items.is_empty())
}

impl Sort<'_> {
    fn anchor(&self) -> String {
        let anchor = self.coverage.lack.anchor();
        match self.is_past {
            true => past_anchor(&anchor),
            false => anchor,
        }
    }
}

/// The anchor of the same gaps in finished work.
pub(super) fn past_anchor(anchor: &str) -> String {
    format!("past.{anchor}")
}

fn block(book: &Book, from: &str, sort: &Sort, shown: Range<usize>) -> Block {
    let items = sort.items[shown].iter();
    let lack = sort.coverage.lack;
    Block {
        id: sort.anchor(),
        title: lacks(lack),
        hint: (!sort.is_past).then(|| mark::told(&book.tongue.say(hint(lack)))),
        count: sort.items.len(),
        rows: Rows {
            class: if sort.is_past { "w-56" } else { "hl-warn w-56" },
            items: items
                .map(|at| line(book, from, *at, sort.is_past))
                .collect(),
        },
        more: None,
    }
}

fn line(book: &Book, from: &str, at: usize, is_past: bool) -> Line {
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
    let icon = if is_past { "done" } else { "warn" };
    Line {
        lead: Markup::html(format!("<i class=\"i i-{icon}\"></i>")),
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
