//! The navigation: what there is to look at, and the part of the plan around the page. At most 20 links.

use serde::Serialize;

use crate::model::kind::Kind;
use crate::model::tally::Tally;
use crate::page::book::{Book, relative};
use crate::page::figure;
use crate::page::name;
use crate::page::noun;
use crate::page::view::View;
use crate::page::words::clip;
use crate::theme::tongue::key;

/// How many links there may be.
const MOST: usize = 20;

/// How many letters a title may have here.
const LONGEST: usize = 60;

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
    title: String,
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
    /// The navigation of a page that shows these items of the plan, each with its depth.
    pub fn new(book: &Book, from: &str, shown: &[(usize, usize)]) -> Self {
        let link = |view: &View| Link {
            address: view.address.clone(),
            href: relative(from, &view.address),
            icon: Some(view.icon),
            words: view.label.clone(),
            note: view.note.clone(),
        };
        let views = &book.views;
        let groups = [(key("Views"), &views.plan), (key("Checks"), &views.checks)];
        let groups = groups.into_iter().filter(|(_, views)| !views.is_empty());
        let tops = book.tree.tops();
        Self {
            groups: groups
                .map(|(title, views)| Group {
                    title: book.tongue.say(title).into_owned(),
                    links: views.iter().map(link).collect(),
                })
                .collect(),
            tree: branches(book, from, shown, 0),
            rest: (tops.len() > 1).then(|| all(book, from, tops)),
        }
    }

    /// Which items of the plan the navigation of a page shows, each with its depth.
    pub fn shown(book: &Book, branch: Option<usize>) -> Vec<(usize, usize)> {
        let way = book.tree.way(&book.edition, branch);
        let views = book.views.plan.len() + book.views.checks.len();
        book.tree.shown(&way, MOST.saturating_sub(views + 1))
    }
}

/// The items of one depth, each with those that follow it one deeper.
fn branches(book: &Book, from: &str, shown: &[(usize, usize)], depth: usize) -> Vec<Branch> {
    let mut found = Vec::new();
    for (number, (here, at)) in shown.iter().enumerate() {
        if *here < depth {
            break;
        }
        if *here == depth {
            found.push(Branch {
                link: item(book, from, *at),
                below: branches(book, from, &shown[number + 1..], depth + 1),
            });
        }
    }
    found
}

fn item(book: &Book, from: &str, at: usize) -> Link {
    let item = book.item(at);
    let tally = item.progress.as_ref().and_then(|progress| progress.tally);
    let percent = tally.and_then(Tally::percent);
    let tells = matches!(item.kind, Kind::Phase | Kind::Milestone);
    Link {
        address: book.routes.url(at).to_string(),
        href: book.link(from, at),
        icon: None,
        words: clip(&name::short(item), LONGEST).into_owned(),
        note: percent
            .filter(|_| tells)
            .map(|percent| figure::percent(&book.tongue, percent)),
    }
}

/// The list of those on top.
fn all(book: &Book, from: &str, tops: &[usize]) -> Link {
    let kind = book.item(tops[0]).kind;
    let address = match kind {
        Kind::Phase => "phases.html",
        Kind::Milestone => "milestones.html",
        _ => "prd.html",
    };
    Link {
        address: address.to_string(),
        href: relative(from, address),
        icon: None,
        words: noun::all(&book.tongue, tops.len(), kind),
        note: None,
    }
}
