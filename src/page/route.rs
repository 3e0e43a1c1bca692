//! Where each item of an edition is told of: on a page of its own, or at an anchor of another page.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::edition::Edition;
use crate::edition::entry::Entry;
use crate::model::key::slug;
use crate::model::kind::Kind;

/// How many rows a page of a list has.
pub const ROWS: usize = 500;

/// The first page, which hosts show for its folder.
pub const HOME: &str = "index.html";

/// The page that hosts show where there is none.
pub const LOST: &str = "404.html";

/// The page that finds.
pub const SEARCH: &str = "search.html";

/// Names of sections and of parts of the frame, which no row may take.
pub const RESERVED: [&str; 69] = [
    "about",
    "ageing",
    "all",
    "balance",
    "blocked",
    "blockers",
    "burnup",
    "capacity",
    "carried",
    "commitment",
    "criteria",
    "current",
    "dates",
    "decisions",
    "declared",
    "depends",
    "discovered",
    "documents",
    "done",
    "entered",
    "features",
    "findings",
    "flow",
    "footnotes",
    "forecast",
    "freed",
    "goal",
    "history",
    "holds-up",
    "how",
    "inferred",
    "lanes",
    "left",
    "list",
    "ls-blocked",
    "ls-doing",
    "ls-done",
    "ls-left",
    "ls-planned",
    "ls-review",
    "ls-unknown",
    "main",
    "milestone",
    "milestones",
    "nav",
    "needed",
    "next",
    "now",
    "order",
    "others",
    "phases",
    "read",
    "records",
    "referenced",
    "review",
    "said",
    "shaped",
    "slipped",
    "sprints",
    "stories",
    "superseded",
    "tasks",
    "today",
    "total",
    "trail",
    "unsettled",
    "velocity",
    "weeks",
    "write",
];

/// The address of everything in an edition, relative to the site's first page.
#[derive(Debug)]
pub struct Routes {
    urls: Vec<String>,
    papers: Vec<String>,
    readings: Vec<String>,
    /// Which rows stand on which page, in the order of the plan.
    rows: BTreeMap<String, Vec<usize>>,
}

impl Routes {
    /// The addresses for this edition.
    pub fn new(edition: &Edition) -> Self {
        let items = edition.items.par_iter();
        let slugs: Vec<String> = items.map(|item| slug(&item.key)).collect();
        let mut taken = Taken::default();
        let pages: Vec<Option<String>> = edition
            .items
            .iter()
            .zip(&slugs)
            .map(|(item, slug)| taken.page(item, slug))
            .collect();
        let hosts = hosts(edition, &pages);
        let mut rows: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut urls = Vec::with_capacity(edition.items.len());
        for (at, item) in edition.items.iter().enumerate() {
            urls.push(match (&pages[at], &hosts[at]) {
                (None, Some(host)) => {
                    rows.entry(host.clone()).or_default().push(at);
                    taken.anchor(host, item, &slugs[at])
                }
                (page, _) => page.clone().unwrap_or_default(),
            });
        }
        let papers = edition.papers.iter();
        let papers: Vec<&str> = papers.map(|paper| &*paper.body.from).collect();
        let papers = taken.documents("docs", &papers);
        let record = edition.record.iter();
        let read = record.flat_map(|record| (0..record.len()).map(|at| record.path(at)));
        let readings = taken.documents("reading", &read.collect::<Vec<_>>());
        Self {
            urls,
            papers,
            readings,
            rows,
        }
    }

    /// The address of the item at this position.
    pub fn url(&self, item: usize) -> &str {
        &self.urls[item]
    }

    /// The address of a document that is shown as it is.
    pub fn paper(&self, at: usize) -> &str {
        &self.papers[at]
    }

    /// The address of the page that tells how a document was read.
    pub fn reading(&self, at: usize) -> &str {
        &self.readings[at]
    }

    /// The items that are rows of this page.
    pub fn rows(&self, page: &str) -> &[usize] {
        self.rows.get(page).map_or(&[], Vec::as_slice)
    }
}

/// The address of the twin of a page: `tasks/t-7.md` beside `tasks/t-7.html`.
pub fn twin(page: &str, ending: &str) -> String {
    format!("{}.{ending}", page.strip_suffix(".html").unwrap_or(page))
}

/// Where a picture is copied to.
pub fn picture(path: &str) -> String {
    format!("files/{path}")
}

/// The address of a page of a list: `tasks.html`, `tasks-2.html`.
pub fn list_page(name: &str, page: usize) -> String {
    match page {
        0 => format!("{name}.html"),
        page => format!("{name}-{}.html", page + 1),
    }
}

/// The pages that rows stand on: each on that of the nearest item around it, else on the list of its kind.
///
/// The way up is walked once for every item, however long chains of parents are.
fn hosts(edition: &Edition, pages: &[Option<String>]) -> Vec<Option<String>> {
    let mut above: Vec<Option<Option<usize>>> = vec![None; pages.len()];
    for start in 0..pages.len() {
        let mut way = Vec::new();
        let mut at = start;
        let found = loop {
            if let Some(found) = above[at] {
                break found;
            }
            above[at] = Some(None);
            way.push(at);
            match edition.items[at].parent_item() {
                Some(parent) if pages[parent].is_some() => break Some(parent),
                Some(parent) => at = parent,
                None => break None,
            }
        };
        way.into_iter().for_each(|at| above[at] = Some(found));
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let items = edition.items.iter().zip(above).enumerate();
    items
        .map(|(at, (item, above))| {
            let list = list(item);
            let number = counts.entry(list).or_default();
            *number += 1;
            let host = above.flatten().and_then(|above| pages[above].clone());
            let own = || list_page(list, (*number - 1) / ROWS);
            pages[at].is_none().then(|| host.unwrap_or_else(own))
        })
        .collect()
}

/// The list of items like this one.
pub fn list(item: &Entry) -> &'static str {
    match item.kind {
        _ if item.discovered => "discovered",
        Kind::Phase => "phases",
        Kind::Milestone => "milestones",
        Kind::Feature => "prd",
        Kind::Story => "stories",
        Kind::Task => "tasks",
        Kind::Sprint => "sprints",
        Kind::Decision => "decisions",
        Kind::Blocker => "blocked",
    }
}

/// Addresses that are given away, in lower case: some disks know no other.
#[derive(Default)]
struct Taken {
    pages: HashSet<String>,
    anchors: HashMap<String, HashSet<String>>,
}

impl Taken {
    fn page(&mut self, item: &Entry, slug: &str) -> Option<String> {
        item.has_page.then(|| {
            let (folder, name) = match item.week {
                true => ("weeks", short(item, slug)),
                false => (item.kind.folder(), named(slug, item)),
            };
            free(&mut self.pages, |tail| {
                format!("{folder}/{name}{tail}.html")
            })
        })
    }

    /// The pages of documents, named by their paths.
    fn documents(&mut self, folder: &str, paths: &[&str]) -> Vec<String> {
        let stem = |path: &&str| slug(path.rsplit_once('.').map_or(path, |(stem, _)| stem));
        let slugs: Vec<String> = paths.par_iter().map(stem).collect();
        let names = slugs.iter().map(|slug| match slug.as_str() {
            "" => "document",
            slug => slug,
        });
        names
            .map(|name| {
                free(&mut self.pages, |tail| {
                    format!("{folder}/{name}{tail}.html")
                })
            })
            .collect()
    }

    fn anchor(&mut self, page: &str, item: &Entry, slug: &str) -> String {
        let name = short(item, slug);
        let reserved = || RESERVED.iter().map(|name| (*name).to_string()).collect();
        let anchors = self
            .anchors
            .entry(page.to_string())
            .or_insert_with(reserved);
        let anchor = free(anchors, |tail| format!("{name}{tail}"));
        format!("{page}#{anchor}")
    }
}

/// The key without its kind, as a slug.
fn short<'a>(item: &Entry, slug: &'a str) -> &'a str {
    let rest = slug
        .strip_prefix(item.kind.name())
        .and_then(|rest| rest.strip_prefix('-'));
    // Of `phase-1` the number alone would say too little.
    let rest = rest.filter(|rest| rest.contains(|c: char| !c.is_ascii_digit()));
    named(rest.unwrap_or(slug), item)
}

fn named<'a>(slug: &'a str, item: &Entry) -> &'a str {
    if slug.is_empty() {
        item.kind.name()
    } else {
        slug
    }
}

/// The first of `name`, `name-2`, `name-3` that nobody has.
fn free(taken: &mut HashSet<String>, name: impl Fn(&str) -> String) -> String {
    let mut candidate = name("");
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = name(&format!("-{number}"));
        number += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_twin_lies_beside_its_page() {
        assert_eq!(twin("tasks/t-7.html", "md"), "tasks/t-7.md");
        assert_eq!(twin("a.html.html", "json"), "a.html.json");
    }
}
