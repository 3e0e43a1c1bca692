//! Boxes, numbers and bullets below *Acceptance criteria*, *Success criteria* or *Outcome* belong to the item above.

use crate::read::criterion::{self, Found};
use crate::read::gap::is_placeholder;
use crate::read::mention::{Mentions, Raw, RawCriterion};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{Entry, List, Outline, Shape, Text};
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads criteria and outcomes.
pub struct Criteria;

impl Reader for Criteria {
    fn name(&self) -> &'static str {
        key("criteria")
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
        let below = outline.blocks_of(section);
        let found = found.noting(below.flat_map(|(_, block)| notes(&block.shape)).collect());
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
            Shape::List(list) if group.is_some() => wanted(list),
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
            let is_box = is_list && !found.text.is_empty() && !is_placeholder(&found.text.value);
            if let Some(done) = found.done.filter(|_| is_box) {
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
/// What else is nested below one belongs to it.
fn wanted(list: &List) -> Vec<Found> {
    let heads_boxes = |at: usize| {
        let below = list.entries[at + 1..]
            .iter()
            .take_while(|entry| entry.depth > list.entries[at].depth);
        below.into_iter().any(|entry| entry.checkbox.is_some())
    };
    let mut found: Vec<Found> = Vec::new();
    // How deep the last criterion stands, below which notes are its own.
    let mut depth = None;
    for (at, entry) in list.entries.iter().enumerate() {
        if entry.checkbox.is_some() || entry.depth == 0 && !heads_boxes(at) {
            found.push(of_entry(entry));
            depth = Some(entry.depth);
        } else if depth.is_some_and(|depth| entry.depth > depth) {
            let words = Some(&entry.text).filter(|text| !text.is_empty());
            if let Some((last, words)) = found.last_mut().zip(words) {
                last.notes.push(words.value.clone());
            }
        } else {
            depth = None;
        }
    }
    found
}

fn of_entry(entry: &Entry) -> Found {
    let done = entry.checkbox.map(crate::syntax::outline::Checkbox::done);
    Found::new(&entry.text, done)
}

/// The words of what explains a criterion.
fn notes(shape: &Shape) -> Vec<String> {
    let texts: Vec<&Text> = match shape {
        Shape::Prose(text) => vec![text],
        Shape::List(list) => list.entries.iter().map(|entry| &entry.text).collect(),
        _ => Vec::new(),
    };
    let texts = texts.into_iter().filter(|text| !text.is_empty());
    texts.map(|text| text.value.clone()).collect()
}

fn put(found: Found, group: &str, owner: usize, mentions: &mut Mentions) {
    let Found { text, done, notes } = found;
    if text.is_empty() {
        return;
    }
    if is_placeholder(&text.value) {
        mentions.placeholder(text.span);
        return;
    }
    mentions.found[owner].criteria.push(RawCriterion {
        text: Raw::of(&text, Form::Entry),
        done,
        group: group.to_string(),
        notes,
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::markdown;

    #[test]
    fn what_is_nested_below_a_criterion_is_its_own() {
        let text = "- [x] Lit\n  - seen on 8 May\n- Speed\n  - [ ] one second\n    - two so far\n";
        let mut outline = Outline::default();
        markdown::read(text, 0, &mut outline);
        let Shape::List(list) = &outline.blocks[0].shape else {
            panic!("no list");
        };
        let found = wanted(list).into_iter();
        let told: Vec<(String, Vec<String>)> =
            found.map(|found| (found.text.value, found.notes)).collect();
        let wanted = [("Lit", "seen on 8 May"), ("one second", "two so far")];
        let wanted = wanted.map(|(text, note)| (text.to_string(), vec![note.to_string()]));
        assert_eq!(told, wanted);
    }
}
