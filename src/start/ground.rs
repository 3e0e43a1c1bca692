//! What stands already where a new document is to go.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Config;
use crate::model::date::Date;
use crate::model::document::Document;
use crate::model::item::{Item, Role};
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::read::place::week;
use crate::read::words::Words;
use crate::start::sort::Sort;
use crate::start::way;
use crate::text::file::SourceFile;
use crate::text::similar::fold;

/// The plan, its documents and its words.
pub struct Ground<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The documents as they are.
    pub files: &'a [Arc<SourceFile>],
    /// The documents as they were read, in the same order.
    pub documents: &'a [Arc<Document>],
    /// What is set.
    pub config: &'a Config,
    /// The words that hold for the plan.
    pub words: &'a Words,
    /// The day that counts as today.
    pub today: Date,
    /// The names of what lies in a folder of the plan, documents or not.
    pub names: &'a dyn Fn(&str) -> Vec<String>,
}

/// A document of the same sort.
#[derive(Clone, Copy)]
pub struct Neighbour<'a> {
    /// The document.
    pub file: &'a SourceFile,
    /// What it tells of.
    pub item: &'a Item,
    /// The same, by number.
    pub number: ItemId,
}

impl Neighbour<'_> {
    /// The folder it lies in.
    pub fn folder(&self) -> &str {
        way::folder(&self.file.path)
    }

    /// Its name without the ending.
    pub fn stem(&self) -> &str {
        way::stem(&self.file.path)
    }
}

impl<'a> Ground<'a> {
    /// The documents of a sort, by path.
    pub fn neighbours(&self, sort: Sort) -> Vec<Neighbour<'a>> {
        let of_kind = self.plan.of_kind(sort.kind);
        let mut found: Vec<Neighbour<'_>> = of_kind
            .filter_map(|(number, item)| {
                let file = self.document(number)?;
                Some(Neighbour { file, item, number })
            })
            .filter(|neighbour| week(neighbour.stem()).is_some() == sort.is_week)
            .collect();
        found.sort_by(|a, b| a.file.path.cmp(&b.file.path));
        found
    }

    /// The document that tells of an item and of nothing else.
    pub fn document(&self, number: ItemId) -> Option<&'a SourceFile> {
        let source = self.plan.item(number).sources.first()?;
        (source.role == Role::Document)
            .then(|| self.files.get(source.place.file.0 as usize))
            .flatten()
            .map(AsRef::as_ref)
    }

    /// The documents that are templates.
    pub fn templates(&self) -> impl Iterator<Item = &'a SourceFile> {
        let both = self.files.iter().zip(self.documents);
        both.filter(|(_, document)| document.is_template())
            .map(|(file, _)| file.as_ref())
    }
}

/// Without those in an archive, if there are others.
pub fn living<'a>(neighbours: &[Neighbour<'a>]) -> Vec<Neighbour<'a>> {
    let lives = |one: &&Neighbour<'_>| !one.folder().split('/').any(is_archive);
    let living: Vec<Neighbour<'_>> = neighbours.iter().filter(lives).copied().collect();
    match living.is_empty() {
        true => neighbours.to_vec(),
        false => living,
    }
}

/// Whether a folder of this name holds what is over: `archive`, `archived-epics`, `completed`.
pub fn is_archive(name: &str) -> bool {
    const WORDS: [&str; 9] = [
        "archive",
        "archived",
        "archives",
        "attic",
        "closed",
        "completed",
        "done",
        "obsolete",
        "old",
    ];
    let folded = fold(name);
    folded
        .split(' ')
        .next()
        .is_some_and(|word| WORDS.contains(&word))
}

/// What most of them are; of two that are as frequent, the one that comes first in their own order.
pub fn most<T: Ord>(found: impl IntoIterator<Item = T>) -> Option<T> {
    let mut counts = BTreeMap::new();
    for one in found {
        *counts.entry(one).or_insert(0_usize) += 1;
    }
    let highest = counts.values().copied().max()?;
    counts
        .into_iter()
        .find(|(_, count)| *count == highest)
        .map(|(one, _)| one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_are_known() {
        assert!(is_archive("archived-epics") && is_archive("Done"));
        assert!(!is_archive("tasks") && !is_archive("abandoned-carts"));
    }

    #[test]
    fn the_majority_decides() {
        assert_eq!(most(["b", "a", "b"]), Some("b"));
        assert_eq!(most(["b", "a"]), Some("a"));
        assert_eq!(most(Vec::<u8>::new()), None);
    }
}
