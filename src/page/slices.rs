//! Ways to cut the plan that lie across it: by who looks after an item, and by its labels. Made once for a site.

use std::collections::BTreeMap;

use rustc_hash::FxHashSet as HashSet;

use crate::edition::Edition;
use crate::edition::entry::Entry;
use crate::model::audience::folded;
use crate::model::key::slug;
use crate::model::kind::Kind;
use crate::page::owner::owners;
use crate::theme::markup::{Markup, escape};

/// Owners with more items have a page of their own, and so has what nobody looks after.
pub const SHORT: usize = 30;

/// No more items than this stand on the page of all owners.
const TOGETHER: usize = 400;

/// The page of all owners.
pub const OWNERS: &str = "owners.html";

/// The name of the pages of what nobody looks after, where it is much.
pub const UNOWNED: &str = "unowned";

/// The page of all labels.
pub const LABELS: &str = "labels.html";

/// The page of all views.
pub const VIEWS: &str = "views.html";

/// What is cut out.
#[derive(Debug)]
pub struct Slice {
    /// What it is called.
    pub name: String,
    /// Where it is told of: a page, or an anchor of one.
    pub address: String,
    /// Its items, in the order of the plan.
    pub items: Vec<usize>,
}

/// All of them.
#[derive(Debug, Default)]
pub struct Slices {
    /// Those who look after items, by name.
    pub owners: Vec<Slice>,
    /// The labels, by name.
    pub labels: Vec<Slice>,
    /// Open items that nobody looks after, though others of their kind have an owner.
    pub unowned: Vec<usize>,
    /// The addresses of the views, in their order.
    pub views: Vec<String>,
    owner_at: BTreeMap<String, usize>,
    label_at: BTreeMap<String, usize>,
}

impl Slices {
    /// The slices of an edition.
    pub fn new(edition: &Edition) -> Self {
        let mut slices = Self {
            unowned: unowned(edition),
            ..Self::default()
        };
        let mut owned = Collected::default();
        let mut labelled = Collected::default();
        for (at, item) in edition.items.iter().enumerate() {
            if is_work(item) {
                let names = item.owner.iter().flat_map(|said| owners(&said.raw));
                names.for_each(|name| owned.add(slug(name), name, at));
            }
            let labels = item.labels.iter().map(String::as_str);
            let labels = labels.filter(|_| !item.discovered);
            labels.for_each(|label| labelled.add(folded(label), label, at));
        }
        (slices.owners, slices.owner_at) = owned.finish("owners");
        (slices.labels, slices.label_at) = labelled.finish("labels");
        slices.place_owners();
        slices.views = addresses("views", edition.views.iter().map(|view| &*view.name));
        slices
    }

    /// Where few have few items, all stand on one page.
    fn place_owners(&mut self) {
        let short = |slice: &&mut Slice| slice.items.len() <= SHORT;
        let all: usize = self.owners.iter().map(|slice| slice.items.len()).sum();
        if all > TOGETHER {
            return;
        }
        for slice in self.owners.iter_mut().filter(short) {
            let name = slice.address.trim_start_matches("owners/");
            let name = name.trim_end_matches(".html");
            // No section has an anchor with a dot.
            slice.address = format!("{OWNERS}#o.{name}");
        }
    }

    /// The slice of an owner.
    pub fn owner(&self, name: &str) -> Option<&Slice> {
        self.owner_at.get(&slug(name)).map(|at| &self.owners[*at])
    }

    /// Those whom these words name, each as on the page of owners, however one item writes it.
    pub fn named<'a>(&'a self, raw: &'a str) -> Vec<&'a str> {
        let mut named = Vec::new();
        for name in owners(raw) {
            let name = self.owner(name).map_or(name, |slice| &*slice.name);
            if !named.contains(&name) {
                named.push(name);
            }
        }
        named
    }

    /// The slice of a label.
    pub fn label(&self, name: &str) -> Option<&Slice> {
        self.label_at.get(&folded(name)).map(|at| &self.labels[*at])
    }

    /// Words that name owners, each name as a link, as a page writes it by `link`.
    pub fn owners_in(&self, raw: &str, link: impl Fn(&str) -> String) -> Markup {
        let mut html = String::new();
        let mut rest = raw;
        for name in owners(raw) {
            let Some((slice, at)) = self.owner(name).zip(rest.find(name)) else {
                continue;
            };
            html.push_str(&escape(&rest[..at]));
            html.push_str(&anchor(&link(&slice.address), name));
            rest = &rest[at + name.len()..];
        }
        html.push_str(&escape(rest));
        Markup::html(html)
    }

    /// Labels, each as a link.
    pub fn labels_in(&self, labels: &[String], link: impl Fn(&str) -> String) -> Markup {
        let told = labels.iter().map(|label| match self.label(label) {
            Some(slice) => anchor(&link(&slice.address), label),
            None => escape(label).into_owned(),
        });
        Markup::html(told.collect::<Vec<_>>().join(", "))
    }
}

fn anchor(href: &str, words: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(href), escape(words))
}

/// Whether an item is something that one does. What is not in the plan yet counts nowhere, and a sprint is the work of
/// all who have work in it.
fn is_work(item: &Entry) -> bool {
    item.kind != Kind::Sprint && !item.discovered
}

fn unowned(edition: &Edition) -> Vec<usize> {
    let has_owner = |item: &Entry| {
        let said = item.owner.as_ref();
        said.is_some_and(|said| !owners(&said.raw).is_empty())
    };
    let items = edition.items.iter().enumerate();
    let (owned, others): (Vec<_>, Vec<_>) = items.partition(|(_, item)| has_owner(item));
    let kinds: HashSet<Kind> = owned.iter().map(|(_, item)| item.kind).collect();
    let open = others.into_iter().filter(|(_, item)| {
        let wants = kinds.contains(&item.kind) && is_work(item);
        wants && item.state().is_open()
    });
    open.map(|(at, _)| at).collect()
}

/// Names under way, with the items of each.
#[derive(Default)]
struct Collected(BTreeMap<String, (String, Vec<usize>)>);

impl Collected {
    fn add(&mut self, key: String, name: &str, at: usize) {
        if key.is_empty() {
            return;
        }
        let (_, items) = self
            .0
            .entry(key)
            .or_insert_with(|| (name.trim().to_string(), Vec::new()));
        if items.last() != Some(&at) {
            items.push(at);
        }
    }

    fn finish(self, folder: &str) -> (Vec<Slice>, BTreeMap<String, usize>) {
        let addresses = addresses(folder, self.0.values().map(|(name, _)| name.as_str()));
        let mut by_key = BTreeMap::new();
        let mut slices = Vec::new();
        for ((key, (name, items)), address) in self.0.into_iter().zip(addresses) {
            by_key.insert(key, slices.len());
            slices.push(Slice {
                name,
                address,
                items,
            });
        }
        (slices, by_key)
    }
}

/// An address for each name, of which no two are alike.
fn addresses<'a>(folder: &str, names: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut taken = HashSet::default();
    let address = |name: &str| {
        let stem = match slug(name) {
            stem if stem.is_empty() => "unnamed".to_string(),
            stem => stem,
        };
        let mut candidate = stem.clone();
        let mut number = 2;
        while !taken.insert(candidate.clone()) {
            candidate = format!("{stem}-{number}");
            number += 1;
        }
        format!("{folder}/{candidate}.html")
    };
    names.map(address).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_addresses_are_alike() {
        let found = addresses("labels", ["C", "C++", "C 2", "???"].into_iter());
        assert_eq!(
            found,
            [
                "labels/c.html",
                "labels/c-2.html",
                "labels/c-2-2.html",
                "labels/unnamed.html"
            ]
        );
    }

    #[test]
    fn each_name_is_a_link_where_it_stands() {
        let mut collected = Collected::default();
        collected.add(slug("@web"), "@web", 0);
        let (owners, owner_at) = collected.finish("owners");
        let slices = Slices {
            owners,
            owner_at,
            ..Slices::default()
        };
        let told = slices.owners_in("@new & <b>, Web", |to| format!("../{to}"));
        assert_eq!(
            told.as_str(),
            "@new &amp; &lt;b&gt;, <a href=\"../owners/web.html\">Web</a>"
        );
    }
}
