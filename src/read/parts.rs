//! A list of links to documents below *User stories*, *PRDs* or *Tasks* names the parts of the item above.

use crate::model::kind::Kind;
use crate::read::fields::{is_reference, linked};
use crate::read::gap::is_placeholder;
use crate::read::mention::{Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::{Words, is_none};
use crate::syntax::outline::{Entry, List, Outline, Shape};
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads lists of links.
pub struct Parts;

impl Reader for Parts {
    fn name(&self) -> &'static str {
        key("parts")
    }

    fn page(&self) -> &'static str {
        include_str!("parts.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            if mentions.claimed(at).is_some() {
                continue;
            }
            let Some(owner) = mentions.owner(outline, block.section) else {
                continue;
            };
            let kind = mentions.found[owner].kind;
            let topic = scope::topic(outline, block.section, mentions);
            let names_parts = match topic {
                Some(Topic::Items(part)) => kind == Kind::Sprint || kind.is_above(part),
                Some(Topic::Members) => kind == Kind::Sprint,
                _ => false,
            };
            let found = if names_parts {
                parts(&block.shape, words)
            } else {
                Vec::new()
            };
            if !found.is_empty() {
                mentions.claim(at, self.name());
                mentions.claim_heading(block.section, self.name());
                mentions.found[owner].parts.extend(found);
            }
        }
    }
}

/// The parts that a list or a paragraph names; none where an entry is not a reference.
fn parts(shape: &Shape, words: &Words) -> Vec<Raw> {
    match shape {
        Shape::List(list) if is_list_of_links(list, words) => list
            .entries
            .iter()
            .filter(|entry| entry.depth == 0)
            .map(part)
            .collect(),
        Shape::Prose(text) => linked(text),
        Shape::Fields(fields) => fields
            .iter()
            .flat_map(|field| linked(&field.value))
            .collect(),
        _ => Vec::new(),
    }
}

fn is_list_of_links(list: &List, words: &Words) -> bool {
    let top = || list.entries.iter().filter(|entry| entry.depth == 0);
    let boxed = top().any(|entry| entry.checkbox.is_some() && entry.text.links.is_empty());
    let references = |entry: &Entry| {
        let raw = Raw::of(&entry.text, Form::Entry);
        is_reference(&raw, words) && !is_placeholder(&raw.text) || is_none(&raw.text)
    };
    !boxed && top().count() > 0 && top().all(references)
}

/// A link says what is meant; without one the id at the head does.
fn part(entry: &Entry) -> Raw {
    let raw = Raw::of(&entry.text, Form::Entry);
    if raw.links.is_empty() {
        let id = raw
            .text
            .split([' ', ':', ','])
            .next()
            .unwrap_or_default()
            .to_string();
        return raw.part(id);
    }
    raw
}
