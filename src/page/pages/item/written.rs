//! What is written of an item under names of the author's own, and its criteria.

use std::collections::BTreeSet;

use crate::edition::entry::{Condition, Fact as Stated};
use crate::model::key::slug;
use crate::page::figure;
use crate::page::pages::item::telling::{LONG, Telling};
use crate::page::section::{Check, Part, Section};
use crate::page::words::capital;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

impl Telling<'_> {
    /// Long words under a name of the author's.
    pub(super) fn long_fields(&self) -> Vec<Section> {
        let long = self.item.fields.iter();
        let long = long.filter(|fact| fact.raw.chars().count() > LONG && !self.is_told(fact));
        let mut ids = BTreeSet::new();
        long.map(|fact| {
            let slug = slug(&fact.name);
            let mut id = format!("field.{slug}");
            while !ids.insert(id.clone()) {
                id.push_str("-2");
            }
            Section::new(&id, &capital(&fact.name))
                .with(Part::prose(format!("<p>{}</p>", escape(&fact.raw))))
        })
        .collect()
    }

    pub(super) fn criteria(&self) -> Vec<Section> {
        let mut groups: Vec<(&str, Vec<&Condition>)> = Vec::new();
        for condition in &self.item.criteria {
            match groups.iter_mut().find(|(name, _)| *name == condition.group) {
                Some((_, group)) => group.push(condition),
                None => groups.push((&condition.group, vec![condition])),
            }
        }
        let boxes = groups.into_iter().enumerate();
        let boxes = boxes.map(|(at, (name, group))| criteria(&self.book.tongue, at, name, &group));
        boxes.chain(self.criteria_in_prose()).collect()
    }

    /// Criteria that were written as a sentence: nothing says which of them are met.
    pub(super) fn criteria_in_prose(&self) -> impl Iterator<Item = Section> {
        let fields = self.item.fields.iter().filter(|fact| is_criteria(fact));
        fields.enumerate().map(|(at, fact)| {
            Section::new(&format!("done-when.{}", at + 1), &capital(&fact.name))
                .with(Part::said(&fact.raw))
                .note(
                    &self
                        .book
                        .tongue
                        .say("Written as prose, so no box says what is met."),
                )
        })
    }
}

/// Whether a field of the author's own tells when the item is finished.
pub(super) fn is_criteria(fact: &Stated) -> bool {
    let name = fact.name.to_lowercase();
    let words = ["criteria", "done when", "definition of done"];
    words.iter().any(|word| name.contains(word)) && !fact.raw.trim().is_empty()
}

/// A criterion with its state and what is written below it.
pub(super) fn check(condition: &Condition) -> Check {
    let (class, icon, word) = match condition.done {
        Some(true) => ("y", "boxed", key("Met")),
        Some(false) => ("n", "box", key("Not met")),
        None => ("", "unknown", key("State unknown")),
    };
    let (words, more) = condition
        .text
        .split_once('\n')
        .unwrap_or((&condition.text, ""));
    let notes = condition.notes.iter().map(String::as_str);
    let notes = std::iter::once(more).chain(notes);
    let notes = notes.filter(|note| !note.trim().is_empty());
    let notes: String = notes
        .map(|note| format!("<span class=\"sub\">{}</span>", escape(note)))
        .collect();
    Check {
        text: Markup::html(format!("{}{notes}", escape(words))),
        class,
        icon,
        word,
    }
}

/// The criteria under one heading: met, not met, or of unknown state.
fn criteria(tongue: &Tongue, at: usize, name: &str, group: &[&Condition]) -> Section {
    let id = match at {
        0 => "criteria".to_string(),
        at => format!("criteria.{}", at + 1),
    };
    let title = if name.is_empty() {
        key("Criteria")
    } else {
        name
    };
    let boxed: Vec<bool> = group
        .iter()
        .filter_map(|condition| condition.done)
        .collect();
    let met = boxed.iter().filter(|done| **done).count();
    let checks = group.iter().map(|condition| check(condition));
    let part = Part {
        checks: Some(checks.collect()),
        ..Part::default()
    };
    let section = Section::new(&id, &capital(title)).with(part);
    match boxed.len() {
        0 => section.count(group.len()).note(
            &tongue
                .say("Bullets are criteria of unknown state. Write them as boxes to count them."),
        ),
        of => section.count(figure::of(tongue, met, of)),
    }
}
