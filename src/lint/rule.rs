//! The trait of the rules, and the collector of what they find.

use crate::analyze::Analysis;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::reason::Reason;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::text::span::Place;

/// Something that can be wrong with a plan.
pub trait Rule: Sync {
    /// Its name, which reads after "allow": `broken-reference`, `stale-tally`.
    fn name(&self) -> &'static str;

    /// How much its findings weigh, where nobody says otherwise.
    fn severity(&self) -> Severity;

    /// The neighbouring page: manual and test.
    fn page(&self) -> &'static str;

    /// Whether a document in which this is found cannot be read as it is meant.
    fn garbles(&self) -> bool {
        false
    }

    /// Whether all its findings of one message have one cause: a word that is not known, a table that is written often.
    fn folds(&self) -> bool {
        false
    }

    /// Looks for it; a rule whose findings are made while reading has nothing to look for.
    fn check(&self, _plan: &Plan, _analysis: &Analysis, _findings: &mut Findings) {}

    /// A finding of this rule, without label and help.
    fn finding(&self, place: Place, message: Reason) -> Diagnostic {
        Diagnostic {
            rule: self.name(),
            severity: self.severity(),
            message: message.into(),
            place,
            label: String::new(),
            others: Vec::new(),
            help: None,
            fix: None,
        }
    }
}

/// What an item is called in a finding: by its id where that says which one is meant, or else by its title.
pub fn name(item: &Item) -> &str {
    // `plan/task-1.2` is for machines; a title says what is meant.
    if item.id.is_some() && (!item.key.0.contains('/') || item.title.is_empty()) {
        &item.key.0
    } else {
        &item.title
    }
}

/// Where an item stands: the most specific of its places.
pub fn place(item: &Item) -> Place {
    let source = item.sources.first();
    source.map(|source| source.place).unwrap_or_default()
}

/// Where an item states its status, or else where it stands.
pub fn status_place(item: &Item) -> Place {
    let stands = || item.sources.first().map(|source| source.place);
    item.status
        .as_ref()
        .map(Stated::place)
        .or_else(stands)
        .unwrap_or_default()
}

/// Where it is written that `from` waits for `to`.
pub fn waiting_place(plan: &Plan, from: ItemId, to: ItemId) -> Option<Place> {
    let leads = |list: &[Reference], to| {
        let found = list.iter().find(|reference| reference.to == Some(to));
        found.map(|reference| reference.place)
    };
    leads(&plan.item(from).depends_on, to).or_else(|| leads(&plan.item(to).blocks, from))
}

/// What the rules found.
#[derive(Debug, Default)]
pub struct Findings(Vec<Diagnostic>);

impl Findings {
    /// Adds a finding.
    pub fn add(&mut self, finding: Diagnostic) {
        self.0.push(finding);
    }

    /// All of them, in the order in which they were found.
    pub fn into_vec(self) -> Vec<Diagnostic> {
        self.0
    }
}
