//! A list entry as an item: its box as status, its words as title.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::label;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::words::{Words, is_none};
use crate::syntax::outline::{Checkbox, Entry};
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
    let mut label = label::label(&entry.text.value, words);
    if let Some((id, title)) = label::numbered(&entry.text.value).filter(|_| label.id.is_none()) {
        (label.id, label.title) = (Some(id.to_string()), title.to_string());
    }
    if is_none(&label.title) {
        return None;
    }
    if is_placeholder(&label.title) {
        mentions.note(entry.text.span, "placeholder: nothing is taken from it");
        return None;
    }
    let title = Raw::within(&entry.text, &label.title, Form::Entry);
    let mut mention = Mention::new(reader, Role::Row, kind, title, entry.text.span);
    fields::take_label(&label, &entry.text, Form::Entry, &mut mention);
    // The box is the status; words in the title that say something else are a contradiction to report.
    if let Some(checkbox) = entry.checkbox {
        mention
            .values
            .insert(0, (FieldName::Status, status(checkbox)));
    }
    let link = entry.text.links.first().filter(|link| {
        !link.target.contains("://")
            && !link.target.starts_with('#')
            && label.title.contains(link.text.trim())
    });
    mention.target = link.map(|link| link.target.clone());
    for field in &entry.fields {
        fields::add(field, words, &mut mention, mentions);
    }
    Some(mention)
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
