//! The words of all titles, stemmed, so that a title is found by some of its words.

use rayon::prelude::*;
use rustc_hash::FxHashMap as HashMap;

use crate::model::key::ItemId;
use crate::resolve::group::number;
use crate::resolve::values::Member;
use crate::text::similar::{stems, within};

/// The stems of every title, and the items that have each stem.
#[derive(Debug, Default)]
pub struct Likeness {
    titles: Vec<Vec<Vec<String>>>,
    items: HashMap<String, Vec<ItemId>>,
}

impl Likeness {
    /// The likeness among items with these members.
    pub fn of(all: &[&[Member<'_>]]) -> Self {
        let titles: Vec<Vec<Vec<String>>> = all
            .par_iter()
            .map(|members| members.iter().map(stems_of).collect())
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

    /// The items with a title that holds all these stems; of a stem that many have, only the first are looked at.
    pub fn holding(&self, wanted: &[String], most: usize) -> Vec<ItemId> {
        let having = |stem: &String| self.items.get(stem).map_or(&[][..], Vec::as_slice);
        let rarest = wanted
            .iter()
            .map(having)
            .min_by_key(|items| items.len())
            .unwrap_or_default();
        self.among(wanted, &rarest[..rarest.len().min(most)])
    }

    /// Those of these items with a title that holds all the stems.
    pub fn among(&self, wanted: &[String], items: &[ItemId]) -> Vec<ItemId> {
        let holds = |item: &ItemId| {
            self.titles[item.0 as usize]
                .iter()
                .any(|title| within(wanted, title))
        };
        items.iter().copied().filter(holds).collect()
    }
}

fn stems_of(member: &Member<'_>) -> Vec<String> {
    stems(&member.mention.title.text)
}
