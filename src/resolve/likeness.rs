//! The words of all titles, stemmed, so that a title is found by some of its words.

use std::collections::HashMap;

use crate::model::key::ItemId;
use crate::resolve::identity::number;
use crate::text::similar::{stems, within};

/// The stems of every title, and the items that have each stem.
#[derive(Debug, Default)]
pub struct Likeness {
    titles: Vec<Vec<Vec<String>>>,
    items: HashMap<String, Vec<ItemId>>,
}

impl Likeness {
    /// The likeness among these items, each with its titles.
    pub fn of<'a>(all: impl Iterator<Item = &'a [String]>) -> Self {
        let titles: Vec<Vec<Vec<String>>> = all
            .map(|titles| titles.iter().map(|title| stems(title)).collect())
            .collect();
        let mut items: HashMap<String, Vec<ItemId>> = HashMap::default();
        for (at, titles) in titles.iter().enumerate() {
            for stem in titles.iter().flatten() {
                let list = items.entry(stem.clone()).or_default();
                if list.last() != Some(&number(at)) {
                    list.push(number(at));
                }
            }
        }
        Self { titles, items }
    }

    /// The items with a title that holds all these stems.
    pub fn holding<'a>(&'a self, wanted: &'a [String]) -> impl Iterator<Item = ItemId> + 'a {
        let having = |stem: &String| self.items.get(stem).map_or(&[][..], Vec::as_slice);
        let rarest = wanted
            .iter()
            .map(having)
            .min_by_key(|items| items.len())
            .unwrap_or_default();
        let holds = |item: &ItemId| {
            self.titles[item.0 as usize]
                .iter()
                .any(|title| within(wanted, title))
        };
        rarest.iter().copied().filter(holds)
    }
}
