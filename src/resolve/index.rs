//! The items of each name: ids, titles, documents, files.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::{FxBuildHasher, FxHashMap as HashMap};

use crate::model::key::ItemId;
use crate::resolve::group::number;
use crate::resolve::known::Known;
use crate::text::similar::fold;

/// The items of each name.
pub type Names<'a> = HashMap<Cow<'a, str>, Vec<ItemId>>;

/// The items of each name, by what the name is.
pub struct Index<'a> {
    /// By id, key or further name.
    pub ids: Names<'a>,
    /// By title.
    pub titles: Names<'a>,
    /// By the name of a document, without its folder and its ending.
    pub stems: Names<'a>,
    /// By the file that mentions them.
    pub files: HashMap<usize, Vec<ItemId>>,
}

impl<'a> Index<'a> {
    /// Of these items and their documents.
    pub fn of(known: &'a [Known<'a>], documents: &BTreeMap<&'a str, ItemId>) -> Self {
        let ((ids, titles), (stems, files)) = rayon::join(
            || rayon::join(|| ids(known), || titles(known)),
            || rayon::join(|| stems_of(documents), || files(known)),
        );
        Self {
            ids,
            titles,
            stems,
            files,
        }
    }
}

/// The items of each id, key or further name.
fn ids<'a>(known: &'a [Known<'a>]) -> Names<'a> {
    let mut ids = Names::with_capacity_and_hasher(known.len(), FxBuildHasher);
    for (at, item) in known.iter().enumerate() {
        let names = item.aliases.iter().map(String::as_str).chain(item.key);
        let names = names.map(|name| Cow::Owned(fold(name)));
        let names = item.id.map(Cow::Borrowed).into_iter().chain(names);
        names.for_each(|name| push(&mut ids, name, number(at)));
    }
    ids
}

/// The items of each title.
fn titles<'a>(known: &'a [Known<'a>]) -> Names<'a> {
    let mut titles = Names::with_capacity_and_hasher(known.len(), FxBuildHasher);
    for (at, item) in known.iter().enumerate() {
        for member in item.members {
            let title = member.mention.folded.plain_title();
            push(&mut titles, title.into(), number(at));
        }
    }
    titles
}

/// The items of each name of a document, without its folder and its ending.
fn stems_of<'a>(documents: &BTreeMap<&'a str, ItemId>) -> Names<'a> {
    let mut stems = Names::with_capacity_and_hasher(documents.len(), FxBuildHasher);
    for (path, id) in documents {
        let name = path.rsplit('/').next().unwrap_or(path);
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
        push(&mut stems, fold(stem).into(), *id);
    }
    stems
}

/// The items that each file mentions.
fn files(known: &[Known<'_>]) -> HashMap<usize, Vec<ItemId>> {
    let mut files: HashMap<usize, Vec<ItemId>> = HashMap::default();
    for (at, item) in known.iter().enumerate() {
        for member in item.members {
            let here = files.entry(member.file.0 as usize).or_default();
            if here.last() != Some(&number(at)) {
                here.push(number(at));
            }
        }
    }
    files
}

fn push<'a>(map: &mut Names<'a>, name: Cow<'a, str>, id: ItemId) {
    let list = map.entry(name).or_default();
    if list.last() != Some(&id) {
        list.push(id);
    }
}
