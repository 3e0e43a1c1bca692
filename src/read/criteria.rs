//! Boxes, numbers and bullets below *Acceptance criteria*, *Success criteria* or *Outcome* belong to the item above.

use crate::read::gap::is_placeholder;
use crate::read::mention::{Mentions, Raw, RawCriterion};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{Entry, List, Outline, Shape};
use crate::text::slot::Form;

/// Reads criteria and outcomes.
pub struct Criteria;

impl Reader for Criteria {
    fn name(&self) -> &'static str {
        "criteria"
    }

    fn page(&self) -> &'static str {
        include_str!("criteria.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            let Shape::List(list) = &block.shape else {
                continue;
            };
            if mentions.claimed(at).is_some() {
                continue;
            }
            let Some(owner) = mentions.owner(outline, block.section) else {
                continue;
            };
            let Some(group) = group(outline, at, words, mentions) else {
                continue;
            };
            mentions.claim(at, self.name());
            if outline.sections[block.section].heading.value == group {
                mentions.claim_heading(block.section, self.name());
            }
            for entry in wanted(list) {
                add(entry, &group, owner, mentions);
            }
        }
    }
}

/// The heading or the key that says that this list holds criteria.
fn group(outline: &Outline, at: usize, words: &Words, mentions: &Mentions) -> Option<String> {
    let block = &outline.blocks[at];
    match scope::lead(outline, at) {
        Some(lead) if words.topic(&lead) == Some(Topic::Criteria) => Some(lead),
        _ if scope::topic(outline, block.section, mentions) == Some(Topic::Criteria) => {
            Some(outline.sections[block.section].heading.value.clone())
        }
        _ => None,
    }
}

/// The entries that are criteria: all with boxes, and those that are not nested; one that only heads boxes is none.
fn wanted(list: &List) -> Vec<&Entry> {
    let heads_boxes = |at: usize| {
        let below = list.entries[at + 1..]
            .iter()
            .take_while(|entry| entry.depth > list.entries[at].depth);
        below.into_iter().any(|entry| entry.checkbox.is_some())
    };
    let entries = list.entries.iter().enumerate();
    entries
        .filter(|(at, entry)| entry.checkbox.is_some() || entry.depth == 0 && !heads_boxes(*at))
        .map(|(_, entry)| entry)
        .collect()
}

fn add(entry: &Entry, group: &str, owner: usize, mentions: &mut Mentions) {
    if entry.text.is_empty() {
        return;
    }
    if is_placeholder(&entry.text.value) {
        mentions.note(entry.text.span, "placeholder: nothing is taken from it");
        return;
    }
    let done = entry.checkbox.map(crate::syntax::outline::Checkbox::done);
    let mention = &mut mentions.found[owner];
    if let Some(done) = done {
        mention.checks.count(done);
    }
    mention.criteria.push(RawCriterion {
        text: Raw::of(&entry.text, Form::Entry),
        done,
        group: group.to_string(),
    });
}
