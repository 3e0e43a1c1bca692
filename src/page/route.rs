//! Where each item of an edition is told of: on a page of its own, or at an anchor of another page.

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::Edition;
use crate::edition::entry::Entry;
use crate::model::key::slug;
use crate::model::kind::Kind;

/// The address of every item, relative to the site's first page.
#[derive(Debug)]
pub struct Routes {
    urls: Vec<String>,
}

impl Routes {
    /// The addresses for this edition.
    pub fn new(edition: &Edition) -> Self {
        let mut taken = Taken::default();
        let pages: Vec<Option<String>> =
            edition.items.iter().map(|item| taken.page(item)).collect();
        let urls = edition
            .items
            .iter()
            .zip(&pages)
            .map(|(item, page)| match page {
                Some(page) => page.clone(),
                None => taken.anchor(&host(edition, &pages, item), item),
            });
        Self {
            urls: urls.collect(),
        }
    }

    /// The address of the item at this position.
    pub fn url(&self, item: usize) -> &str {
        &self.urls[item]
    }
}

/// The page that a row stands on: that of the nearest item around it, else the list of its kind.
fn host(edition: &Edition, pages: &[Option<String>], item: &Entry) -> String {
    let mut seen = BTreeSet::new();
    let mut above = item.parent_item();
    while let Some(at) = above.filter(|at| seen.insert(*at)) {
        if let Some(page) = &pages[at] {
            return page.clone();
        }
        above = edition.items[at].parent_item();
    }
    list(item).to_string()
}

/// The page that lists items like this one.
fn list(item: &Entry) -> &'static str {
    match item.kind {
        _ if item.discovered => "discovered.html",
        Kind::Phase => "roadmap.html",
        Kind::Milestone => "milestones.html",
        Kind::Feature => "prd.html",
        Kind::Story => "stories.html",
        Kind::Task => "tasks.html",
        Kind::Sprint => "sprints.html",
        Kind::Decision => "decisions.html",
        Kind::Blocker => "blocked.html",
    }
}

/// Addresses that are given away, in lower case: some disks know no other.
#[derive(Default)]
struct Taken {
    pages: BTreeSet<String>,
    anchors: BTreeMap<String, BTreeSet<String>>,
}

impl Taken {
    fn page(&mut self, item: &Entry) -> Option<String> {
        item.has_page.then(|| {
            let (folder, name) = match item.week {
                true => ("weeks", short(item)),
                false => (item.kind.folder(), named(slug(&item.key), item)),
            };
            free(&mut self.pages, |tail| {
                format!("{folder}/{name}{tail}.html")
            })
        })
    }

    fn anchor(&mut self, page: &str, item: &Entry) -> String {
        let name = short(item);
        let anchors = self.anchors.entry(page.to_string()).or_default();
        let anchor = free(anchors, |tail| format!("{name}{tail}"));
        format!("{page}#{anchor}")
    }
}

/// The key without its kind, as a slug.
fn short(item: &Entry) -> String {
    let slug = slug(&item.key);
    let rest = slug
        .strip_prefix(item.kind.name())
        .and_then(|rest| rest.strip_prefix('-'));
    // Of `phase-1` the number alone would say too little.
    let rest = rest.filter(|rest| rest.contains(|c: char| !c.is_ascii_digit()));
    named(rest.map_or(slug.clone(), str::to_string), item)
}

fn named(slug: String, item: &Entry) -> String {
    if slug.is_empty() {
        item.kind.name().to_string()
    } else {
        slug
    }
}

/// The first of `name`, `name-2`, `name-3` that nobody has.
fn free(taken: &mut BTreeSet<String>, name: impl Fn(&str) -> String) -> String {
    let mut candidate = name("");
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = name(&format!("-{number}"));
        number += 1;
    }
    candidate
}
