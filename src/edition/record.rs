//! What each line of a document was taken for.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::edition::about::About;
use crate::edition::line::Line;
use crate::edition::otherwise::{Otherwise, otherwise};
use crate::edition::sheet::Sheet;
use crate::edition::stated::places;
use crate::edition::why::Why;
use crate::model::document::Document;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::unclaimed::Unclaimed;
use crate::text::file::SourceFile;
use crate::text::span::Span;

/// The documents beside the plan that was read from them. Only who sees all may see it.
#[derive(Clone, Debug)]
pub struct Record {
    plan: Arc<Plan>,
    files: Arc<Vec<Arc<SourceFile>>>,
    documents: Arc<Vec<Arc<Document>>>,
    findings: Arc<Vec<Diagnostic>>,
    /// The items that have words in each document, in the order of the plan.
    items: Vec<Vec<ItemId>>,
    /// The findings in each document.
    faults: Vec<Vec<usize>>,
    /// The facts of the plan in each document.
    facts: Vec<Vec<usize>>,
}

impl Record {
    /// Of these documents.
    pub fn new(
        plan: Arc<Plan>,
        files: Arc<Vec<Arc<SourceFile>>>,
        documents: Arc<Vec<Arc<Document>>>,
        findings: Arc<Vec<Diagnostic>>,
    ) -> Self {
        let mut items = vec![Vec::new(); files.len()];
        for (id, item) in plan.items() {
            places(item, &mut |place| {
                let here: &mut Vec<ItemId> = &mut items[place.file.0 as usize];
                if here.last() != Some(&id) {
                    here.push(id);
                }
            });
        }
        let mut faults = vec![Vec::new(); files.len()];
        for (at, finding) in findings.iter().enumerate() {
            faults[finding.place.file.0 as usize].push(at);
        }
        let mut facts = vec![Vec::new(); files.len()];
        for (at, fact) in plan.facts.iter().enumerate() {
            facts[fact.value.place().file.0 as usize].push(at);
        }
        Self {
            plan,
            files,
            documents,
            findings,
            items,
            faults,
            facts,
        }
    }

    /// How many documents there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The key of an item, by position.
    pub fn key(&self, item: usize) -> String {
        self.plan
            .item(ItemId(Span::new(0..item).end))
            .key
            .to_string()
    }

    /// What other places say of an item than those that won, by position.
    pub fn otherwise(&self, item: usize) -> Vec<Otherwise> {
        let item = self.plan.item(ItemId(Span::new(0..item).end));
        otherwise(item, &self.files)
    }

    /// The path of a document.
    pub fn path(&self, at: usize) -> &str {
        &self.files[at].path
    }

    /// Whether nothing is taken from it because it is a template.
    pub fn is_template(&self, at: usize) -> bool {
        self.documents[at].is_template()
    }

    /// Why nothing was taken from it; none where it holds items.
    pub fn why(&self, at: usize) -> Option<Why> {
        let document = &self.documents[at];
        if !self.items[at].is_empty() {
            return None;
        }
        Some(match document.aside {
            Some(aside) => Why::Aside(aside.name()),
            None if !document.unclaimed.is_empty() => Why::Unclaimed,
            None => Why::Nothing,
        })
    }

    /// Tables and lists in it that nobody claimed, and the line at which each begins.
    pub fn unclaimed(&self, at: usize) -> impl Iterator<Item = (usize, &Unclaimed)> {
        let file = &self.files[at];
        let all = self.documents[at].unclaimed.iter();
        all.map(|one| (file.line(one.span.start) as usize, one))
    }

    /// How many items of each kind there are.
    pub fn kinds(&self) -> BTreeMap<Kind, usize> {
        let mut kinds = BTreeMap::new();
        for (_, item) in self.plan.items() {
            *kinds.entry(item.kind).or_default() += 1;
        }
        kinds
    }

    /// The kinds of the items that have words in it, and how many of each.
    pub fn kinds_in(&self, at: usize) -> BTreeMap<Kind, usize> {
        let mut kinds = BTreeMap::new();
        for id in &self.items[at] {
            *kinds.entry(self.plan.item(*id).kind).or_default() += 1;
        }
        kinds
    }

    /// How many remarks there are on it: words in doubt, and findings.
    pub fn doubt_count(&self, at: usize) -> usize {
        self.documents[at].notes.len() + self.faults[at].len()
    }

    /// The lines of one document.
    pub fn lines(&self, at: usize) -> Vec<Line> {
        let mut sheet = Sheet::new(&self.plan, &self.files, at);
        sheet.read(&self.documents[at]);
        for fact in self.facts[at].iter().map(|fact| &self.plan.facts[*fact]) {
            let words = || ("plan".into(), ": ", fact.name.clone().into(), None);
            sheet.put(fact.value.place(), None, words);
        }
        for id in &self.items[at] {
            let sheet = &mut sheet;
            About { sheet, id: *id }.item(self.plan.item(*id));
        }
        for finding in self.faults[at].iter().map(|fault| &self.findings[*fault]) {
            sheet.doubt(finding.place, Some(finding.rule), finding.message.clone());
        }
        sheet.finished()
    }
}
