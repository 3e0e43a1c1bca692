//! What the sections of an item say of it: field lines, one-word sections, lists below a key.

use crate::read::count;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::lead;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::tie;
use crate::read::topic::Topic;
use crate::read::words::{Words, looks_like_id};
use crate::syntax::outline::{Block, Checkbox, Entry, Field, List, Outline, Shape, Text};
use crate::text::slot::Form;

/// The longest text of a section that is taken for the value of a field.
const SHORT: usize = 120;

/// Adds the fields that stand directly in a section, and claims their blocks.
pub fn add_fields(
    outline: &Outline,
    section: usize,
    reader: &'static str,
    words: &Words,
    mention: &mut Mention,
    mentions: &mut Mentions,
) {
    for (at, block) in outline.blocks_of(section) {
        if mentions.claimed(at).is_some() || lead::named(outline, at, words).is_some() {
            continue;
        }
        let found = block_fields(block, words);
        if found.is_empty() {
            add_count(block, mention);
            continue;
        }
        if is_told(block) {
            mentions.claim(at, reader);
        }
        for field in found {
            fields::add(field, words, mention, mentions);
        }
        add_list_below(outline, at, block, reader, words, mention, mentions);
    }
}

/// A line that counts what is done states how far the item is.
fn add_count(block: &Block, mention: &mut Mention) {
    let line = match &block.shape {
        Shape::Prose(text) => Some(text).filter(|text| !text.value.contains('\n')),
        Shape::List(list) => {
            let mut entries = list.entries.iter().filter(|entry| entry.checkbox.is_none());
            entries.find_map(|entry| Some(&entry.text).filter(|text| count::is_count(&text.value)))
        }
        _ => None,
    };
    let is_stated = mention.values_of(FieldName::Progress).next().is_some();
    if let Some(text) = line.filter(|text| !is_stated && count::is_count(&text.value)) {
        let raw = Raw::of(text, Form::Line);
        mention.values.push((FieldName::Progress, raw));
    }
}

/// Adds the fields that stand behind the criteria of an item, in their section: `**Depends on:** T-3`.
pub fn add_behind_criteria(
    outline: &Outline,
    parent: usize,
    reader: &'static str,
    words: &Words,
    mention: &mut Mention,
    mentions: &mut Mentions,
) {
    let leads = |field: &Field| {
        let name = words.field(&field.key.value);
        field.marked
            && !field.value.is_empty()
            && matches!(
                name,
                Some(
                    FieldName::DependsOn
                        | FieldName::BlockedBy
                        | FieldName::Estimate
                        | FieldName::Priority
                )
            )
    };
    for section in outline.below(parent) {
        if mentions.topic(section) != Some(Topic::Criteria) {
            continue;
        }
        for (at, block) in outline.blocks_of(section).skip(1) {
            let Shape::Fields(fields) = &block.shape else {
                continue;
            };
            if mentions.claimed(at).is_some() || !fields.iter().all(leads) {
                continue;
            }
            mentions.claim(at, reader);
            for field in fields {
                fields::add(field, words, mention, mentions);
            }
        }
    }
}

/// Whether nothing of a block is left when its fields are taken; else it is shown as it stands, too.
fn is_told(block: &Block) -> bool {
    let is_field = |entry: &Entry| entry.depth == 0 && !entry.fields.is_empty();
    match &block.shape {
        Shape::List(list) => list.entries.iter().all(is_field),
        _ => true,
    }
}

/// The fields of a block; of a list, only where its keys are known and no box stands in it.
fn block_fields<'a>(block: &'a Block, words: &Words) -> Vec<&'a Field> {
    match &block.shape {
        Shape::Fields(fields) => fields.iter().collect(),
        Shape::List(list) => {
            let top: Vec<&Entry> = list
                .entries
                .iter()
                .filter(|entry| entry.depth == 0)
                .collect();
            let known = |entry: &Entry| {
                entry
                    .fields
                    .first()
                    .is_some_and(|field| fields::name(&field.key.value, words).is_some())
            };
            let most = |is: &dyn Fn(&Entry) -> bool| {
                top.iter().filter(|entry| is(entry)).count() * 2 >= top.len()
            };
            // With a state among them, the other keys may be of the author's own.
            let states = |entry: &&Entry| {
                entry
                    .fields
                    .first()
                    .is_some_and(|field| words.field(&field.key.value) == Some(FieldName::Status))
            };
            let is_sheet = top.iter().all(|entry| entry.checkbox.is_none())
                && (most(&known)
                    || top.iter().any(states) && most(&|entry| !entry.fields.is_empty()));
            if is_sheet {
                top.iter().flat_map(|entry| &entry.fields).collect()
            } else {
                Vec::new()
            }
        }
        _ => Vec::new(),
    }
}

/// `**Depends on:**` with the list in the next block.
fn add_list_below(
    outline: &Outline,
    at: usize,
    block: &Block,
    reader: &'static str,
    words: &Words,
    mention: &mut Mention,
    mentions: &mut Mentions,
) {
    let Shape::Fields(fields) = &block.shape else {
        return;
    };
    let Some(last) = fields
        .last()
        .filter(|field| field.value.is_empty() && field.entries.is_empty())
    else {
        return;
    };
    let next = outline
        .blocks
        .get(at + 1)
        .filter(|next| next.section == block.section);
    let Some(Shape::List(list)) = next.map(|next| &next.shape) else {
        return;
    };
    if fields::name(&last.key.value, words).is_none() {
        return;
    }
    let entries = list
        .entries
        .iter()
        .filter(|entry| entry.depth == 0)
        .map(|entry| entry.text.clone())
        .collect();
    mentions.claim(at + 1, reader);
    fields::add(
        &Field {
            entries,
            ..(*last).clone()
        },
        words,
        mention,
        mentions,
    );
}

/// Adds one-word sections below a section: `## Status` with a word under it, `## Dependencies` with a list.
pub fn add_short_sections(
    outline: &Outline,
    parent: usize,
    reader: &'static str,
    words: &Words,
    mention: &mut Mention,
    mentions: &mut Mentions,
) {
    for section in outline.below(parent) {
        let heading = &outline.sections[section].heading;
        let Some(name) = words.field(&heading.value) else {
            continue;
        };
        if words.topic(&heading.value) == Some(Topic::Criteria)
            || mentions.heading_claimed(section).is_some()
        {
            continue;
        }
        if add_short(outline, section, name, reader, words, mention, mentions) {
            mentions.claim_heading(section, reader);
        }
        if name == FieldName::DependsOn {
            add_dependencies(outline, section, reader, words, mention, mentions);
        }
    }
}

fn add_short(
    outline: &Outline,
    section: usize,
    name: FieldName,
    reader: &'static str,
    words: &Words,
    mention: &mut Mention,
    mentions: &mut Mentions,
) -> bool {
    let mut blocks = outline
        .blocks_of(section)
        .filter(|(_, block)| block.shape.has_words());
    let Some((at, block)) = blocks.next() else {
        return false;
    };
    let several = blocks.next().is_some();
    let heading = &outline.sections[section].heading;
    let field = match &block.shape {
        Shape::Prose(text)
            if (!several || name == FieldName::Status)
                && text.value.chars().count() <= SHORT
                && !text.value.contains('\n') =>
        {
            fields::of_section(heading, text.clone(), Vec::new())
        }
        Shape::List(list) if chosen(list, name, words).is_some() => {
            let chosen = chosen(list, name, words).unwrap_or_default();
            fields::of_section(heading, chosen, Vec::new())
        }
        Shape::List(list) if name != FieldName::DependsOn && takes_list(name) => {
            let entries: Vec<Text> = list
                .entries
                .iter()
                .filter(|entry| entry.depth == 0)
                .map(|entry| entry.text.clone())
                .collect();
            fields::of_section(
                heading,
                entries.first().cloned().unwrap_or_default(),
                entries,
            )
        }
        _ => return false,
    };
    mentions.claim(at, reader);
    fields::add(&field, words, mention, mentions);
    true
}

/// The state that is ticked in a list of states: "- [x] Draft", "- [ ] Accepted". The last one holds.
fn chosen(list: &List, name: FieldName, words: &Words) -> Option<Text> {
    let text = |entry: &Entry| {
        let said = entry.text.value.split('(').next().unwrap_or_default();
        words.status_alone(said).is_some()
    };
    let is_form = name == FieldName::Status
        && list.entries.len() > 1
        && list
            .entries
            .iter()
            .all(|entry| entry.checkbox.is_some() && text(entry));
    let ticked = |entry: &&Entry| entry.checkbox.is_some_and(Checkbox::done);
    let last = list.entries.iter().rev().find(ticked);
    last.filter(|_| is_form).map(|entry| entry.text.clone())
}

fn takes_list(name: FieldName) -> bool {
    matches!(
        name,
        FieldName::Labels
            | FieldName::Owner
            | FieldName::Blocks
            | FieldName::BlockedBy
            | FieldName::Aliases
            | FieldName::Became
            | FieldName::Parent(_)
    )
}

/// A section on dependencies: entries with a link or an id are references; below *External* they lead out of the plan; the rest is kept in words.
fn add_dependencies(
    outline: &Outline,
    section: usize,
    reader: &'static str,
    words: &Words,
    mention: &mut Mention,
    mentions: &mut Mentions,
) {
    for here in std::iter::once(section).chain(outline.below(section)) {
        let heading = outline.sections[here].heading.value.clone();
        let outside = words.topic(&heading) == Some(Topic::Outside);
        for (at, block) in outline.blocks_of(here) {
            let Shape::List(list) = &block.shape else {
                continue;
            };
            if mentions.claimed(at).is_some()
                || list.entries.iter().any(|entry| entry.checkbox.is_some())
            {
                continue;
            }
            mentions.claim(at, reader);
            mentions.claim_heading(here, reader);
            for entry in list.entries.iter().filter(|entry| entry.depth == 0) {
                add_dependency(entry, &heading, outside, words, mention);
            }
        }
    }
}

fn add_dependency(
    entry: &Entry,
    heading: &str,
    outside: bool,
    words: &Words,
    mention: &mut Mention,
) {
    let raw = Raw::of(&entry.text, Form::Entry);
    let is_reference = fields::is_reference(&raw, words) && !tells_of_others(&raw.text);
    match (outside, is_reference) {
        (true, _) => mention.values.push((FieldName::DependsOutside, raw)),
        (false, true) => fields::value(FieldName::DependsOn, raw, mention),
        (false, false) if crate::read::words::is_none(&raw.text) => {}
        (false, false) => mention.own.push((heading.to_string(), raw)),
    }
}

/// "US-2 depends on US-1" says it of others.
fn tells_of_others(words: &str) -> bool {
    let has_id = |names: &[&str]| names.iter().any(|name| looks_like_id(name));
    let mut ties = tie::ties(words).into_iter();
    ties.any(|tie| has_id(&tie.after) && has_id(&tie.before))
}

/// The nearest topic of a section: its own, or that of the sections around it up to the one that tells of an item.
pub fn topic(outline: &Outline, section: usize, mentions: &Mentions) -> Option<Topic> {
    let mut at = Some(section);
    while let Some(here) = at {
        if mentions.topic(here).is_some() || mentions.owns(here) {
            return mentions.topic(here);
        }
        at = outline.sections[here].parent;
    }
    None
}

/// The words that lead up to a list in the block before it: `**Tasks:**`, "Done when:".
pub fn lead(outline: &Outline, at: usize) -> Option<String> {
    let before = &outline.blocks[at.checked_sub(1)?];
    if before.section != outline.blocks[at].section {
        return None;
    }
    match &before.shape {
        Shape::Fields(fields) => fields
            .last()
            .filter(|field| field.value.is_empty())
            .map(|field| field.key.value.clone()),
        Shape::Prose(text) => text.value.strip_suffix(':').map(str::to_string),
        _ => None,
    }
}
