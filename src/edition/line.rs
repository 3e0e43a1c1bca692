//! One line of a document, and what became of it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Message;
use crate::theme::tongue::key;

/// What is said of a field of the author's own.
pub const KEPT: &str = key("kept as written");

/// Words of a line, and what they were taken for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Where in the line they stand, in bytes.
    pub range: Range<usize>,
    /// The name of what they were taken for: a field, a relation, the kind of an item, `plan`.
    pub name: Message,
    /// What stands between the name and what it says.
    pub between: &'static str,
    /// What it says.
    pub value: Message,
    /// The item that they state something of, by position; none where it is the plan.
    pub item: Option<usize>,
    /// The item that the value names, by position.
    pub to: Option<usize>,
}

/// Why words of a line are in doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// Where in the line they stand, in bytes.
    pub range: Range<usize>,
    /// The rule that found it, where one did.
    pub rule: Option<&'static str>,
    /// What is in doubt.
    pub message: Message,
}

impl Doubt {
    /// In English, behind the rule.
    pub fn words(&self) -> String {
        match self.rule {
            Some(rule) => format!("{rule}: {}", self.message),
            None => self.message.to_string(),
        }
    }
}

/// One line, and what became of it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// The line as written.
    pub text: String,
    /// What it was taken for, from left to right.
    pub taken: Vec<Taken>,
    /// What is in doubt about it.
    pub doubts: Vec<Doubt>,
    /// Who read it.
    pub reader: Option<&'static str>,
    /// Whether it is a comment, which is private.
    pub is_comment: bool,
}

impl Line {
    /// What it was taken for, item by item, each once, and how often; that it is the item comes before what is said
    /// of it.
    pub fn told(&self) -> Vec<(&Taken, usize)> {
        let mut told: Vec<(&Taken, usize)> = Vec::new();
        let mut places = BTreeMap::new();
        for taken in &self.taken {
            let key = (taken.item, &*taken.name, &*taken.value);
            let place = *places.entry(key).or_insert(told.len());
            match told.get_mut(place) {
                Some((_, count)) => *count += 1,
                None => told.push((taken, 1)),
            }
        }
        let mut first = BTreeMap::new();
        for (at, (taken, _)) in told.iter().enumerate() {
            first.entry(taken.item).or_insert(at);
        }
        told.sort_by_key(|(taken, _)| (first.get(&taken.item).copied(), !taken.is_item()));
        told
    }
}

impl Taken {
    /// Whether it is the item itself, and not something that is said of it.
    pub fn is_item(&self) -> bool {
        self.to.is_some() && self.to == self.item
    }
}
