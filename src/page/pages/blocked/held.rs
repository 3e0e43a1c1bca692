//! What waits behind something that is blocked, directly or behind what waits for it.

use std::collections::{BTreeSet, VecDeque};

use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::filter;
use crate::page::mark;
use crate::page::noun;
use crate::theme::markup::Markup;

/// How many that wait behind a row are named.
const NAMED: usize = 3;

/// More are not counted.
const MOST: usize = 300;

/// The open work that cannot go on before this item, the nearest first.
pub(super) fn held(book: &Book, at: usize) -> Vec<usize> {
    let mut known = BTreeSet::from([at]);
    let mut next = VecDeque::from([at]);
    let mut found = Vec::new();
    while let Some(here) = next.pop_front() {
        for waiting in &book.item(here).waiting {
            let item = book.item(*waiting);
            let is_open = !matches!(item.state(), Status::Done | Status::Dropped);
            let is_work = !matches!(item.kind, Kind::Decision | Kind::Blocker);
            if !(is_open && is_work) || item.discovered || !known.insert(*waiting) {
                continue;
            }
            if found.len() == MOST {
                return found;
            }
            found.push(*waiting);
            next.push_back(*waiting);
        }
    }
    found
}

/// How many open items wait for it, and the first of them.
pub(super) fn told(book: &Book, from: &str, at: usize) -> Markup {
    let tongue = &book.tongue;
    let held = held(book, at);
    let Some(first) = held.first() else {
        return Markup::text(&tongue.say("nothing"));
    };
    let kind = book.item(*first).kind;
    let is_same = held.iter().all(|at| book.item(*at).kind == kind);
    let words = match (held.len() >= MOST, is_same) {
        (true, _) => tongue.tell("{number} items or more", &[("number", &MOST)]),
        (false, true) => noun::count(tongue, held.len(), kind),
        (false, false) => tongue.count(held.len(), "1 item", "{number} items", &[]),
    };
    let words = match book.item(at).has_page && !book.item(at).waiting.is_empty() {
        true => {
            let href = format!("{}#holds-up", book.link(from, at));
            mark::anchor(&href, &words, "").as_str().to_string()
        }
        false => words,
    };
    let named = held.iter().take(NAMED).map(|at| {
        let words = filter::short(book.item(*at));
        let link = mark::anchor(&book.link(from, *at), &words, "");
        link.as_str().to_string()
    });
    let mut named: Vec<String> = named.collect();
    if held.len() > NAMED {
        let more = held.len() - NAMED;
        named.push(tongue.tell("{number} more", &[("number", &more)]));
    }
    Markup::html(format!(
        "{words}<span class=\"sub\">{}</span>",
        tongue.list(&named)
    ))
}
