//! Documents that are nobody's item and are shown as they are, and where the links of all documents lead.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap as HashMap;

use crate::config::sources::Pages;
use crate::edition::body::Body;
use crate::edition::home::Homes;
use crate::edition::sight::Sight;
use crate::model::document::{Document, Link};
use crate::model::item::Role;
use crate::model::picture::Picture;
use crate::syntax::data::is_data;
use crate::text::file::SourceFile;
use crate::text::path::{Target, target};

/// A document that is shown as it is.
#[derive(Clone, Debug)]
pub struct Paper {
    /// What it is called.
    pub title: String,
    /// Its words.
    pub body: Body,
}

/// Where a path of the plan leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// To an item, by position.
    Item(usize),
    /// To a document that is shown as it is, by position.
    Paper(usize),
    /// To a picture or another file that is copied: its name in the site, and the file.
    Picture(String, Picture),
    /// To a file that is there and is not copied: its path.
    File(String),
    /// To a document that is there and has no page.
    Unshown,
}

/// Where a link of a document leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination<'a> {
    /// To an item, a document or a picture of the site; behind it the fragment, without its `#`.
    Within(&'a Address, &'a str),
    /// To a place in the same document.
    Here(&'a str),
    /// Out of the plan.
    Outside,
    /// To nothing that is there.
    Dead,
}

/// What lies at each path that the audience may know.
#[derive(Clone, Debug, Default)]
pub struct Addresses {
    by_path: HashMap<String, Address>,
    pictures: BTreeMap<String, Picture>,
}

impl Addresses {
    /// Puts an address at a path.
    pub(super) fn put(&mut self, path: &str, address: Address) {
        self.by_path.insert(path.to_string(), address);
    }

    /// Puts a picture at a path, under the name that the audience may know.
    pub(super) fn put_picture(&mut self, path: &str, name: String, file: Picture) {
        self.pictures.insert(name.clone(), file.clone());
        self.put(path, Address::Picture(name, file));
    }

    /// Where a link that stands in the document `from` leads.
    pub fn lead<'a>(&'a self, from: &str, link: &'a str) -> Destination<'a> {
        let fragment = link.split_once('#').map_or("", |(_, fragment)| fragment);
        match target(from, link) {
            Target::Outside => Destination::Outside,
            Target::Here => Destination::Here(fragment),
            Target::Path(path) => self.find(&path).map_or(Destination::Dead, |address| {
                Destination::Within(address, fragment)
            }),
        }
    }

    /// By path; a folder is its first page, and the ending may be missing.
    pub(super) fn find(&self, path: &str) -> Option<&Address> {
        let endings = [".md", "/README.md", "/index.md", "/readme.md"];
        let mut paths = endings.iter().map(|ending| format!("{path}{ending}"));
        let other = || paths.find_map(|path| self.by_path.get(path.trim_start_matches('/')));
        self.by_path.get(path).or_else(other)
    }

    /// Every picture that is shown somewhere: its name in the site, and the file.
    pub fn pictures(&self) -> impl Iterator<Item = (&str, &Picture)> {
        self.pictures
            .iter()
            .map(|(name, file)| (name.as_str(), file))
    }
}

/// Which documents are shown as they are: those that the configuration wants, of those that are no item.
pub(super) fn shown(
    files: &[Arc<SourceFile>],
    documents: &[Arc<Document>],
    homes: &Homes,
    sight: &Sight<'_>,
    pages: Pages,
    has_items: bool,
) -> Vec<bool> {
    // A file of data is no text to read; what it holds is shown with the items, and line by line.
    let is_free: Vec<bool> = (0..files.len())
        .map(|at| homes.owner(at).is_none() && !is_data(&files[at].path))
        .collect();
    match pages {
        _ if !has_items => is_free,
        Pages::All => is_free,
        Pages::Items => vec![false; files.len()],
        Pages::Linked => linked(files, documents, homes, sight, &is_free),
    }
}

/// The free documents that one comes to by links from what is shown.
fn linked(
    files: &[Arc<SourceFile>],
    documents: &[Arc<Document>],
    homes: &Homes,
    sight: &Sight<'_>,
    is_free: &[bool],
) -> Vec<bool> {
    let at: HashMap<&str, usize> = files
        .iter()
        .enumerate()
        .map(|(at, file)| (file.path.as_str(), at))
        .collect();
    let leads: Vec<Vec<usize>> = documents
        .par_iter()
        .enumerate()
        .map(|(from, document)| {
            let links = document.links.iter();
            let to = links.filter_map(|link| Some((link.span, free(link, &at, is_free)?)));
            let seen = to.filter(|(span, _)| sight.reads(from, *span));
            seen.map(|(_, to)| to).collect()
        })
        .collect();
    // What says more of an item is part of it, also where no link leads to it.
    let is_part = |at: usize| homes.all(at).iter().any(|home| home.role == Role::Part);
    let mut shown: Vec<bool> = (0..files.len())
        .map(|at| is_free[at] && is_part(at))
        .collect();
    let mut open: Vec<usize> = (0..files.len())
        .filter(|file| !homes.of(*file).is_empty() || shown[*file])
        .filter(|file| !documents[*file].is_template())
        .collect();
    while let Some(from) = open.pop() {
        for to in &leads[from] {
            if !shown[*to] {
                shown[*to] = true;
                open.push(*to);
            }
        }
    }
    shown
}

/// The free document that a link leads to; a folder is its first page, and the ending may be missing.
fn free(link: &Link, at: &HashMap<&str, usize>, is_free: &[bool]) -> Option<usize> {
    let Target::Path(path) = &link.to else {
        return None;
    };
    let mut endings = [".md", "/README.md"].iter();
    let other = || endings.find_map(|ending| at.get(format!("{path}{ending}").as_str()));
    let to = at.get(path.as_str()).or_else(other);
    to.copied().filter(|to| is_free[*to])
}
