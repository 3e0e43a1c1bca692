//! Boxes, numbers and bullets below *Acceptance criteria*, *Success criteria* or *Outcome* belong to the item above.

use crate::read::criterion::{self, Found};
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
        for section in 0..outline.sections.len() {
            self.read_heading(outline, section, words, mentions);
            for at in outline.sections[section].blocks.clone() {
                self.read_block(outline, at, words, mentions);
            }
        }
    }
}

impl Criteria {
    /// A heading below the one for criteria may be a criterion; what stands below it explains it.
    fn read_heading(
        &self,
        outline: &Outline,
        section: usize,
        words: &Words,
        mentions: &mut Mentions,
    ) {
        let parent = outline.sections[section].parent;
        let below = parent.and_then(|parent| scope::topic(outline, parent, mentions));
        let is_free =
            mentions.heading_claimed(section).is_none() && mentions.topic(section).is_none();
        if below != Some(Topic::Criteria) || !is_free || !criterion::is_heading(outline, section) {
            return;
        }
        let Some(owner) = mentions.owner(outline, section) else {
            return;
        };
        mentions.claim_heading(section, self.name());
        for (at, _) in outline.blocks_of(section) {
            mentions.claim(at, self.name());
        }
        let found = criterion::of_heading(&outline.sections[section].heading, words);
        let group = parent.map(|parent| outline.sections[parent].heading.value.clone());
        put(found, &group.unwrap_or_default(), owner, mentions);
    }

    fn read_block(&self, outline: &Outline, at: usize, words: &Words, mentions: &mut Mentions) {
        let block = &outline.blocks[at];
        if mentions.claimed(at).is_some() {
            return;
        }
        let Some(owner) = mentions.owner(outline, block.section) else {
            return;
        };
        let group = group(outline, at, words, mentions);
        let found = match &block.shape {
            Shape::List(list) if group.is_some() => {
                wanted(list).into_iter().map(of_entry).collect()
            }
            Shape::Table(table) => criterion::of_table(table, group.is_some(), words),
            Shape::Prose(text) if group.is_some() => {
                criterion::of_prose(text).into_iter().collect()
            }
            Shape::Fields(fields) if group.is_some() => criterion::of_fields(fields),
            _ => return,
        };
        let is_list = matches!(block.shape, Shape::List(_));
        if found.is_empty() && !is_list {
            return;
        }
        let heading = &outline.sections[block.section].heading.value;
        mentions.claim(at, self.name());
        if group.as_ref() == Some(heading) {
            mentions.claim_heading(block.section, self.name());
        }
        let group = group.unwrap_or_else(|| heading.clone());
        for found in found {
            let is_box = is_list && !found.0.is_empty() && !is_placeholder(&found.0.value);
            if let Some(done) = found.1.filter(|_| is_box) {
                mentions.found[owner].checks.count(done);
            }
            put(found, &group, owner, mentions);
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

fn of_entry(entry: &Entry) -> Found {
    let done = entry.checkbox.map(crate::syntax::outline::Checkbox::done);
    (entry.text.clone(), done)
}

fn put((text, done): Found, group: &str, owner: usize, mentions: &mut Mentions) {
    if text.is_empty() {
        return;
    }
    if is_placeholder(&text.value) {
        mentions.note(text.span, "placeholder: nothing is taken from it");
        return;
    }
    mentions.found[owner].criteria.push(RawCriterion {
        text: Raw::of(&text, Form::Entry),
        done,
        group: group.to_string(),
    });
}
