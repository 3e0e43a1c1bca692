//! Which of several items is meant: of the kind that is asked for, and nearest to the words.

use crate::model::item::Role;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::resolve::archive::is_archived;
use crate::resolve::found::{Found, From};
use crate::resolve::known::Known;

/// A name or a word that more items have tells nothing apart; the rest of them are not compared.
pub const MANY: usize = 1024;

/// What is needed to choose among items.
pub struct Choice<'a> {
    /// All items.
    pub known: &'a [Known<'a>],
    /// The paths of all files, in order.
    pub paths: &'a [String],
}

impl Choice<'_> {
    /// The nearest of several with one name: in the same table, the same file, the same folder, else the only one.
    pub fn among(&self, candidates: Option<&Vec<ItemId>>, from: &From<'_>) -> Option<Found> {
        let fits = |item: &&ItemId| {
            Some(**item) != from.item
                && from
                    .kind
                    .is_none_or(|kind| self.known[item.0 as usize].kind == kind)
        };
        let mut left: Vec<ItemId> = candidates?
            .iter()
            .take(MANY)
            .filter(fits)
            .copied()
            .collect();
        left.dedup();
        if left.len() > 1 && !is_archived(from.path) {
            let living: Vec<ItemId> = left
                .iter()
                .copied()
                .filter(|item| self.lives(*item))
                .collect();
            left = if living.is_empty() { left } else { living };
        }
        if left.len() > 1
            && let Some(nearer) = self.nearest_scope(&left, from)
        {
            left = nearer;
        }
        if left.len() > 1 {
            left = self.told(left);
        }
        match left.as_slice() {
            [] => None,
            [one] => Some(Found::Item(*one, false)),
            _ => Some(Found::Ambiguous(left)),
        }
    }

    /// Of several the one that has a document of its own, where only one has.
    fn told(&self, items: Vec<ItemId>) -> Vec<ItemId> {
        let has_document = |item: &&ItemId| {
            let mut members = self.known[item.0 as usize].members.iter();
            members.any(|member| member.mention.role <= Role::Alias)
        };
        let mut told = items.iter().filter(has_document).copied();
        match (told.next(), told.next()) {
            (Some(one), None) => vec![one],
            _ => items,
        }
    }

    /// Whether an item stands outside of archives too: an id may be given anew when its first item is laid away.
    fn lives(&self, item: ItemId) -> bool {
        let mut places = self.known[item.0 as usize].places();
        places.any(|(file, _)| !is_archived(&self.paths[file]))
    }

    /// Those in the same table, else in the same file, else in the same folder; none where none is near.
    pub fn nearest_scope(&self, items: &[ItemId], from: &From<'_>) -> Option<Vec<ItemId>> {
        let folder = from.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let scopes: [&dyn Fn(usize, Option<usize>) -> bool; 3] = [
            &|file, block| file == from.file && block.is_some() && block == from.block,
            &|file, _| file == from.file,
            &|file, _| {
                self.paths[file]
                    .rsplit_once('/')
                    .map_or("", |(folder, _)| folder)
                    == folder
            },
        ];
        scopes.iter().find_map(|scope| {
            let here: Vec<ItemId> = items
                .iter()
                .copied()
                .filter(|item| {
                    self.known[item.0 as usize]
                        .places()
                        .any(|(file, block)| scope(file, block))
                })
                .collect();
            (!here.is_empty()).then_some(here)
        })
    }

    /// Those that can be meant: never the item itself; of the kind that is asked for, else work before decisions.
    pub fn meant(&self, found: &[ItemId], from: &From<'_>) -> Vec<ItemId> {
        let of_kind = |fits: &dyn Fn(Kind) -> bool| -> Vec<ItemId> {
            let others = found
                .iter()
                .copied()
                .filter(|item| Some(*item) != from.item);
            others
                .filter(|item| fits(self.known[item.0 as usize].kind))
                .collect()
        };
        if let Some(kind) = from.kind {
            return of_kind(&|other| other == kind);
        }
        let work = of_kind(&|kind| kind.level().is_some());
        if work.is_empty() {
            of_kind(&|kind| kind == Kind::Decision)
        } else {
            work
        }
    }
}
