//! What can be found: items, documents and their headings, and the pages of the site; best known first.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::page::Leaf;
use crate::page::prose::{self, ids::Ids};
use crate::page::route::{HOME, LOST, SEARCH};

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// An item, by position.
    Item(usize),
    /// A document that is shown as it is, by position.
    Paper(usize),
    /// A heading of such a document: its words and its anchor.
    Heading(usize, String, String),
    /// Another page: its title and its address.
    Page(String, String),
}

/// How documents were read line by line is nothing that one looks for.
const READING: &str = "reading/";

/// Of one document, so many headings can be found.
const HEADINGS: usize = 100;

/// The pages of a site that stand for no item and no document, by title and address: those of the navigation first.
pub fn pages(book: &Book, leaves: &[Leaf]) -> Vec<(String, String)> {
    let items = (0..book.edition.items.len()).map(|at| book.routes.url(at));
    let papers = (0..book.edition.papers.len()).map(|at| book.routes.paper(at));
    let told: HashSet<&str> = items.chain(papers).collect();
    let all: HashSet<&str> = leaves.iter().map(|leaf| leaf.address.as_str()).collect();
    let own = |leaf: &&Leaf| {
        let address = leaf.address.as_str();
        let is_frame = [SEARCH, LOST].contains(&address) || address.starts_with(READING);
        !is_frame && !is_later(address, &all) && !told.contains(address)
    };
    let views = || book.views.plan.iter().chain(&book.views.checks);
    let place = |address: &str| views().position(|view| view.address == address);
    let named = |leaf: &Leaf| {
        let mut views = views();
        let view = views.find(|view| view.address == leaf.address);
        let title = view.map_or(&leaf.title, |view| &view.label);
        (title.clone(), leaf.address.clone())
    };
    let mut pages: Vec<(String, String)> = leaves.iter().filter(own).map(named).collect();
    pages.sort_by_key(|(_, address)| place(address).unwrap_or(usize::MAX));
    pages
}

/// Whether this is not the first page of a list: `tasks-2.html`.
fn is_later(address: &str, all: &HashSet<&str>) -> bool {
    let name = address.strip_suffix(".html").unwrap_or(address);
    let Some((first, number)) = name.rsplit_once('-') else {
        return false;
    };
    let is_number = number.bytes().all(|b| b.is_ascii_digit());
    is_number && all.contains(format!("{first}.html").as_str())
}

/// Everything that can be found, the best known first: pages, then what is higher in the plan, open before closed.
pub(super) fn targets(book: &Book, pages: &[(String, String)]) -> Vec<Target> {
    let items = book.edition.items.iter().enumerate();
    let items = items.map(|(at, item)| (rank(item), Target::Item(at)));
    let pages = pages.iter().map(|(title, address)| {
        let rank = u8::from(address != HOME);
        (rank, Target::Page(title.clone(), address.clone()))
    });
    let papers = (0..book.edition.papers.len()).into_par_iter();
    let papers: Vec<Vec<(u8, Target)>> = papers.map(|at| paper(book, at)).collect();
    let mut all: Vec<(u8, Target)> = pages.chain(items).collect();
    all.extend(papers.into_iter().flatten());
    all.sort_by_key(|(rank, _)| *rank);
    all.into_iter().map(|(_, target)| target).collect()
}

fn paper(book: &Book, at: usize) -> Vec<(u8, Target)> {
    let text = &book.edition.papers[at].body.text;
    let mut ids: Ids = book.ids(book.routes.paper(at));
    let headings = prose::anchors(text, &mut ids).into_iter();
    let headings = headings.filter(|(words, _)| !words.is_empty());
    let headings = headings.map(|(words, id)| (5, Target::Heading(at, words, id)));
    let own = [(3, Target::Paper(at))].into_iter();
    own.chain(headings.take(HEADINGS)).collect()
}

fn rank(item: &Entry) -> u8 {
    let level = match item.kind {
        Kind::Phase | Kind::Milestone => 1,
        Kind::Feature => 2,
        Kind::Story => 3,
        Kind::Task | Kind::Sprint | Kind::Decision => 4,
        Kind::Blocker => 5,
    };
    let is_closed = matches!(item.state(), Status::Done | Status::Dropped);
    level + 3 * u8::from(is_closed) + u8::from(item.discovered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_first_page_of_a_list_is_found() {
        let all = HashSet::from(["tasks.html", "labels/a.html", "labels/q-2.html"]);
        let is_later = |address| is_later(address, &all);
        assert!(is_later("tasks-2.html") && is_later("labels/a-12.html"));
        assert!(!is_later("tasks-open-first.html") && !is_later("labels/q-2.html"));
    }
}
