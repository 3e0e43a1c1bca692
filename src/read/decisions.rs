//! Lists below *Decisions needed*: each entry is a decision, its box says whether it was made.

use crate::model::kind::Kind;
use crate::read::boxed;
use crate::read::field::FieldName;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::{Words, looks_like_id};
use crate::syntax::outline::{Entry, List, Outline, Shape};
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads lists of decisions.
pub struct Decisions;

impl Reader for Decisions {
    fn name(&self) -> &'static str {
        key("decisions")
    }

    fn page(&self) -> &'static str {
        include_str!("decisions.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            let Shape::List(list) = &block.shape else {
                continue;
            };
            let topic = scope::topic(outline, block.section, mentions);
            let boxes = list.entries.iter().any(|entry| entry.checkbox.is_some());
            let wanted = topic == Some(Topic::Decisions)
                || (topic == Some(Topic::Items(Kind::Decision)) && (boxes || bear_ids(list)));
            if mentions.claimed(at).is_some() || !wanted {
                continue;
            }
            mentions.claim(at, self.name());
            mentions.claim_heading(block.section, self.name());
            let owner = mentions.owner(outline, block.section);
            for entry in list.entries.iter().filter(|entry| entry.depth == 0) {
                let Some(mut mention) =
                    boxed::mention(entry, self.name(), Kind::Decision, words, mentions)
                else {
                    continue;
                };
                take_id(entry, &mut mention);
                mention.nest = owner;
                mention.block = Some(at);
                add_blocked(entry, &mut mention);
                mentions.add(mention);
            }
        }
    }
}

/// Whether every entry of a list begins with an id of its own.
fn bear_ids(list: &List) -> bool {
    let mut top = list.entries.iter().filter(|entry| entry.depth == 0);
    !list.entries.is_empty() && top.all(|entry| id_before(&entry.text.value).is_some())
}

/// "ADR-NET-01: Nets of rope. They last." The first sentence is what was decided.
fn id_before(text: &str) -> Option<(&str, &str)> {
    let (id, rest) = text.split_once([':', '—', '–'])?;
    let id = id.trim();
    (looks_like_id(id) && id.starts_with(char::is_uppercase)).then(|| (id, rest.trim()))
}

fn take_id(entry: &Entry, mention: &mut Mention) {
    let text = &entry.text;
    if let Some((id, rest)) = id_before(&text.value).filter(|(_, rest)| !rest.is_empty()) {
        mention.id = Some(Raw::within(text, id, Form::Entry));
        mention.title = Raw::within(text, rest, Form::Entry);
    }
    let title = &mention.title.text;
    let end = title.find(". ").map(|at| at + 1);
    let line = title.find('\n');
    if let Some(end) = end.into_iter().chain(line).min() {
        mention.title = Raw::within(text, title[..end].trim(), Form::Entry);
    }
}

/// "(blocks Phase 2 payment integration)" in the entry.
fn add_blocked(entry: &Entry, mention: &mut Mention) {
    let inside = entry
        .text
        .value
        .split('(')
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    for words in inside {
        if let Some(what) = words
            .trim()
            .strip_prefix("blocks ")
            .or_else(|| words.trim().strip_prefix("Blocks "))
        {
            mention.values.push((
                FieldName::Blocks,
                Raw::within(
                    &entry.text,
                    what.trim_start_matches(':').trim(),
                    Form::Entry,
                ),
            ));
        }
    }
}
