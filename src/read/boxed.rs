//! A list entry as an item: its box as status, its words as title.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::line::{self, Line};
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::prefix;
use crate::read::reach;
use crate::read::tail::is_time;
use crate::read::words::{Words, is_none};
use crate::syntax::outline::{Checkbox, Entry, Field};
use crate::text::slot::{Form, Slot};
use crate::text::span::Span;

/// The mention that an entry makes; none where nothing is written yet.
pub fn mention(
    entry: &Entry,
    reader: &'static str,
    kind: Kind,
    words: &Words,
    mentions: &mut Mentions,
) -> Option<Mention> {
    let mut line = line::line(entry, words);
    let is_version = kind == Kind::Milestone && line.label.id.is_none();
    let phases = is_version.then(|| reach::take(&mut line, words)).flatten();
    let label = &line.label;
    if is_none(&label.title) || is_address(&label.title) && entry.checkbox.is_none() {
        return None;
    }
    if is_placeholder(&label.title) {
        mentions.placeholder(entry.text.span);
        return None;
    }
    let title = Raw::within(&entry.text, &label.title, Form::Entry);
    let mut mention = Mention::new(reader, Role::Row, kind, title, entry.text.span);
    fields::take_label(label, &entry.text, Form::Entry, &mut mention);
    if let Some(checkbox) = entry.checkbox {
        tick(entry, checkbox, words, &mut mention);
    }
    let link = entry.text.links.first().filter(|link| {
        !link.target.contains("://")
            && !link.target.starts_with('#')
            && label.title.contains(link.text.trim())
    });
    mention.target = link.map(|link| link.target.clone());
    take_line(&line, entry, words, &mut mention);
    let phases = phases.map(|phases| Raw::within(&entry.text, &phases, Form::Entry));
    mention.parts.extend(phases);
    let heads = |field: &Field| {
        line.label.id.is_some() && entry.lead.is_some()
            || field.value.value.trim() == line.rest.as_deref().unwrap_or_default()
    };
    for (at, field) in entry.fields.iter().enumerate() {
        if at > 0 || !heads(field) {
            fields::add(field, words, &mut mention, mentions);
        }
    }
    Some(mention)
}

/// The box is the status, and words that say something else are a contradiction to report; an empty box says less
/// than words that tell why it is empty.
fn tick(entry: &Entry, checkbox: Checkbox, words: &Words, mention: &mut Mention) {
    let told = mention.value(FieldName::Status);
    let told = told.and_then(|raw| words.status(&raw.text, mention.kind));
    let is_open = checkbox.mark == ' ';
    let tells_why = matches!(
        told,
        Some(Status::Active | Status::Blocked | Status::Dropped)
    );
    let mut state = status(checkbox);
    if is_open && entry.struck {
        state.text = "struck through".to_string();
        state.slot.form = Form::Entry;
    }
    if !is_open || !tells_why {
        mention.values.insert(0, (FieldName::Status, state));
    }
    if checkbox.optional {
        let raw = mention.title.part("optional");
        mention.values.push((FieldName::Labels, raw));
    }
}

/// Whether a title is an address and nothing else: a list of those is for further reading.
fn is_address(title: &str) -> bool {
    title.contains("://") && !title.contains(char::is_whitespace)
}

/// Adds what stands before and behind the title.
fn take_line(line: &Line, entry: &Entry, words: &Words, mention: &mut Mention) {
    for flag in &line.flags {
        let raw = Raw::within(&entry.text, flag, Form::Entry);
        let story = prefix::kind(flag, words) == Some(Kind::Story);
        if story && Kind::Story.is_above(mention.kind) {
            let name = FieldName::Parent(Some(Kind::Story));
            mention.values.push((name, raw));
        } else if flag == "P" {
            mention
                .values
                .push((FieldName::Labels, raw.part("parallel")));
        } else {
            mention.values.push((FieldName::Labels, raw));
        }
    }
    for (name, words) in &line.facts {
        let raw = Raw::ending(&entry.text, words, Form::Entry);
        fields::value(*name, raw, mention);
    }
    if let Some(date) = &line.date {
        let raw = Raw::ending(&entry.text, date, Form::Entry);
        mention.own.push(("Date".to_string(), raw));
    }
    if let Some(rest) = &line.rest {
        let raw = Raw::ending(&entry.text, rest, Form::Entry);
        match mention.kind {
            Kind::Milestone if is_time(rest) => mention.values.push((FieldName::Due, raw)),
            Kind::Phase | Kind::Sprint if is_time(rest) => {
                mention.values.push((FieldName::Span, raw));
            }
            _ => mention.own.push(("Description".to_string(), raw)),
        }
    }
}

/// The box itself, as the words of a status.
pub fn status(checkbox: Checkbox) -> Raw {
    let Span { start, end } = checkbox.span;
    let span = Span {
        start: start.saturating_sub(1),
        end: end + 1,
    };
    Raw {
        text: format!("[{}]", checkbox.mark),
        slot: Slot {
            span,
            form: Form::Checkbox,
        },
        links: Vec::new(),
    }
}
