//! A line over a list of boxes that names an item: "**Task 1: Dig the hole** ✅"; the boxes are its steps.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::fields;
use crate::read::label;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::words::Words;
use crate::syntax::outline::{Entry, Field, Outline, Shape, Text};
use crate::text::slot::Form;

/// Adds the item that the line over a list names, if it may stand here.
pub fn add(
    outline: &Outline,
    list: usize,
    reader: &'static str,
    words: &Words,
    mentions: &mut Mentions,
) -> Option<usize> {
    let at = list.checked_sub(1)?;
    if mentions.claimed(at).is_some() {
        return None;
    }
    let (text, kind) = named(outline, at, words)?;
    let owner = mentions.owner(outline, outline.blocks[at].section);
    let above = owner.map(|owner| mentions.found[owner].kind);
    let fits = above.is_none_or(|above| above == Kind::Sprint || above.holds(kind));
    if !fits {
        return None;
    }
    let label = label::label(&text.value, words);
    let title = Raw::within(&text, &label.title, Form::Line);
    let mut mention = Mention::new(reader, Role::Row, kind, title, text.span);
    fields::take_label(&label, &text, Form::Line, &mut mention);
    mention.nest = owner;
    mention.block = Some(at);
    mentions.claim(at, reader);
    Some(mentions.add(mention))
}

/// The words of a block that names an item by a word and a number, and has a list of boxes below it.
pub fn named(outline: &Outline, at: usize, words: &Words) -> Option<(Text, Kind)> {
    let block = outline.blocks.get(at)?;
    let next = outline
        .blocks
        .get(at + 1)
        .filter(|next| next.section == block.section)?;
    let Shape::List(list) = &next.shape else {
        return None;
    };
    let is_box = |entry: &Entry| entry.depth > 0 || entry.checkbox.is_some();
    let text = match &block.shape {
        Shape::Prose(text) if !text.value.contains('\n') => text.clone(),
        Shape::Fields(fields) => match fields.as_slice() {
            [field] if field.entries.is_empty() => joined(field),
            _ => return None,
        },
        _ => return None,
    };
    if !list.entries.iter().all(is_box) || text.value.chars().count() > 120 {
        return None;
    }
    let label = label::label(&text.value, words);
    let named_by_word = |id: &str| !text.value.trim_start().starts_with(id);
    let id = label.id.as_deref().filter(|id| named_by_word(id));
    let titled = label.title != text.value;
    let kind = label.kind.filter(|_| id.is_some() && titled)?;
    Some((text, kind))
}

/// "Task 1: Dig" as it was before it was taken for a field.
fn joined(field: &Field) -> Text {
    Text {
        value: format!("{}: {}", field.key.value, field.value.value),
        span: field.key.span.join(field.value.span),
        links: field.value.links.clone(),
    }
}
