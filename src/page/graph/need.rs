//! What every item waits for: as it says itself, and as others say that they block it.

use std::collections::BTreeMap;

use crate::edition::Edition;
use crate::edition::entry::Lead;

/// What every item waits for.
#[derive(Debug, Default)]
pub struct Needs {
    of: BTreeMap<usize, Vec<Lead>>,
}

impl Needs {
    /// In this edition.
    pub fn new(edition: &Edition) -> Self {
        let mut needs = Self::default();
        for (at, item) in edition.items.iter().enumerate() {
            for lead in &item.depends_on {
                needs.add(at, lead.clone());
            }
            for lead in &item.blocks {
                if let Some(waiting) = lead.to {
                    let to = Some(at);
                    needs.add(waiting, Lead { to, ..lead.clone() });
                }
            }
        }
        needs
    }

    fn add(&mut self, waiting: usize, lead: Lead) {
        let told = self.of.entry(waiting).or_default();
        let is_known = lead.to.is_some() && told.iter().any(|other| other.to == lead.to);
        if !is_known {
            told.push(lead);
        }
    }

    /// What an item waits for.
    pub fn of(&self, at: usize) -> &[Lead] {
        self.of.get(&at).map_or(&[], Vec::as_slice)
    }

    /// The items that wait for something, in the order of the plan.
    pub fn waiting(&self) -> impl Iterator<Item = usize> {
        self.of.keys().copied()
    }

    /// Whether anything waits for an item, or for something outside.
    pub fn lead_anywhere(&self) -> bool {
        let mut all = self.of.values().flatten();
        all.any(|lead| lead.to.is_some() || lead.external)
    }

    /// Each item that waits, with what it waits for in the plan.
    pub fn pairs(&self) -> impl Iterator<Item = (usize, usize, &Lead)> {
        let all = self.of.iter();
        all.flat_map(|(at, leads)| {
            let known = leads.iter().filter_map(|lead| Some((lead.to?, lead)));
            known.map(|(to, lead)| (to, *at, lead))
        })
    }
}
