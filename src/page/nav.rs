//! The navigation: what there is to look at, and the part of the plan around the page. At most 20 links.

use serde::Serialize;

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::book::{Book, relative};
use crate::page::name;
use crate::page::view::View;

/// How many links there may be.
const MOST: usize = 20;

/// How many neighbours are shown where not all fit.
const NEAR: usize = 6;

/// The navigation of a page.
#[derive(Debug, Serialize)]
pub struct Nav {
    groups: Vec<Group>,
    tree: Vec<Branch>,
    /// A link for those that the tree leaves out.
    rest: Option<Link>,
}

/// Links under a heading.
#[derive(Debug, Serialize)]
struct Group {
    title: &'static str,
    links: Vec<Link>,
}

/// A link of the navigation.
#[derive(Clone, Debug, Serialize)]
pub struct Link {
    address: String,
    href: String,
    icon: Option<&'static str>,
    words: String,
    note: Option<String>,
}

/// An item of the tree; what is below it is shown on the way to the page.
#[derive(Debug, Serialize)]
struct Branch {
    link: Link,
    below: Vec<Branch>,
}

impl Nav {
    /// The navigation for pages in the first folder or one below, with the way to an item open.
    pub fn new(book: &Book, from: &str, branch: Option<usize>) -> Self {
        let link = |view: &View| Link {
            address: view.address.clone(),
            href: relative(from, &view.address),
            icon: Some(view.icon),
            words: view.label.clone(),
            note: view.note.clone(),
        };
        let views = &book.views;
        let plan: Vec<Link> = views.plan.iter().map(link).collect();
        let checks: Vec<Link> = views.checks.iter().map(link).collect();
        let left = MOST.saturating_sub(plan.len() + checks.len());
        let mut grower = Grower {
            book,
            from,
            way: way(book, branch),
            left,
        };
        let (tree, rest) = grower.tree();
        let groups = [("Views", plan), ("Checks", checks)]
            .into_iter()
            .filter(|(_, links)| !links.is_empty())
            .map(|(title, links)| Group { title, links });
        Self {
            groups: groups.collect(),
            tree,
            rest,
        }
    }
}

/// The items from the top down to this one.
fn way(book: &Book, branch: Option<usize>) -> Vec<usize> {
    let mut way: Vec<usize> = branch.into_iter().collect();
    while let Some(above) = way.last().and_then(|at| book.item(*at).parent_item()) {
        if way.contains(&above) || way.len() > 8 {
            break;
        }
        way.push(above);
    }
    way.reverse();
    way
}

struct Grower<'a> {
    book: &'a Book,
    from: &'a str,
    way: Vec<usize>,
    left: usize,
}

impl Grower<'_> {
    fn tree(&mut self) -> (Vec<Branch>, Option<Link>) {
        let tops = tops(self.book);
        // A way that goes on below the top needs room there.
        let room = self.left.saturating_sub(self.way.len().min(3) * 2).max(1);
        let shown = around(&tops, self.way.first().copied(), room.min(NEAR));
        self.left = self.left.saturating_sub(shown.len() + 1);
        let rest = (tops.len() > 1).then(|| self.all(&tops));
        let tree = shown.into_iter().map(|at| self.branch(at, 0)).collect();
        (tree, rest)
    }

    fn branch(&mut self, at: usize, depth: usize) -> Branch {
        let is_open = self.way.get(depth) == Some(&at);
        let below = match is_open {
            true => self.below(at, depth + 1),
            false => Vec::new(),
        };
        Branch {
            link: self.link(at),
            below,
        }
    }

    fn below(&mut self, at: usize, depth: usize) -> Vec<Branch> {
        let item = self.book.item(at);
        let parts = item.children.iter().copied();
        let parts: Vec<usize> = parts
            .filter(|part| is_structure(self.book.item(*part)) && self.book.item(*part).has_page)
            .collect();
        // What is further down on the way needs room, too.
        let deeper = self.way.len().saturating_sub(depth + 1);
        let room = self.left.saturating_sub(deeper);
        let shown = around(&parts, self.way.get(depth).copied(), room.min(NEAR));
        self.left = self.left.saturating_sub(shown.len());
        shown
            .into_iter()
            .map(|part| self.branch(part, depth))
            .collect()
    }

    fn link(&self, at: usize) -> Link {
        let item = self.book.item(at);
        let tally = item.progress.as_ref().and_then(|progress| progress.tally);
        let percent = tally.and_then(|tally| tally.percent());
        let tells = matches!(item.kind, Kind::Phase | Kind::Milestone);
        Link {
            address: self.book.routes.url(at).to_string(),
            href: self.book.link(self.from, at),
            icon: None,
            words: name::short(item),
            note: percent
                .filter(|_| tells)
                .map(|percent| format!("{percent}%")),
        }
    }

    fn all(&self, tops: &[usize]) -> Link {
        let kind = self.book.item(tops[0]).kind;
        let address = match kind {
            Kind::Phase => "phases.html",
            Kind::Milestone => "milestones.html",
            _ => "prd.html",
        };
        Link {
            address: address.to_string(),
            href: relative(self.from, address),
            icon: None,
            words: format!("all {}", crate::page::words::count(tops.len(), kind)),
            note: None,
        }
    }
}

fn is_structure(item: &Entry) -> bool {
    let is_high = matches!(
        item.kind,
        Kind::Phase | Kind::Milestone | Kind::Feature | Kind::Story
    );
    is_high && !item.discovered
}

/// The items at the top of the tree: of the highest kind that there is.
fn tops(book: &Book) -> Vec<usize> {
    let kinds = [Kind::Phase, Kind::Milestone, Kind::Feature];
    let tops = kinds.iter().map(|kind| {
        let items = book.of_kind(*kind).filter(|(_, item)| item.has_page);
        items.map(|(at, _)| at).collect::<Vec<usize>>()
    });
    tops.into_iter()
        .find(|tops| !tops.is_empty())
        .unwrap_or_default()
}

/// As many of a row as there is room for, around the one that counts, in their order.
fn around(row: &[usize], current: Option<usize>, room: usize) -> Vec<usize> {
    let at = current.and_then(|current| row.iter().position(|item| *item == current));
    let start = at.unwrap_or(0).saturating_sub(room / 2);
    let start = start.min(row.len().saturating_sub(room));
    row.iter().copied().skip(start).take(room).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_shown_around_the_one_that_counts() {
        let row: Vec<usize> = (0..50).collect();
        assert_eq!(around(&row, Some(20), 4), [18, 19, 20, 21]);
        assert_eq!(around(&row, Some(49), 4), [46, 47, 48, 49]);
        assert_eq!(around(&row, None, 3), [0, 1, 2]);
        assert_eq!(around(&row[..2], Some(1), 4), [0, 1]);
    }
}
