//! Elements of markup that have a name: `<task id="4"><name>Task 4: Paint</name>`.

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::label;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::words::{Words, is_none};
use crate::syntax::outline::{Element, Outline, Shape};
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads elements of markup.
pub struct Elements;

impl Reader for Elements {
    fn name(&self) -> &'static str {
        key("element")
    }

    fn page(&self) -> &'static str {
        include_str!("element.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for (at, block) in outline.blocks.iter().enumerate() {
            let Shape::Elements(elements) = &block.shape else {
                continue;
            };
            let owner = mentions.owner(outline, block.section);
            for element in elements {
                let Some(mut mention) = self.mention(element, words, mentions) else {
                    continue;
                };
                mention.nest = owner;
                mention.block = Some(at);
                if owner.is_none() {
                    take_parents(outline, words, &mut mention);
                }
                mentions.claim(at, self.name());
                mentions.add(mention);
            }
        }
    }
}

impl Elements {
    fn mention(
        &self,
        element: &Element,
        words: &Words,
        mentions: &mut Mentions,
    ) -> Option<Mention> {
        let kind = words
            .kind(&element.tag)
            .filter(|_| !element.tag.ends_with('s'))?;
        let label = label::label(&element.name.value, words);
        if is_none(&label.title) || is_placeholder(&label.title) {
            mentions.placeholder(element.name.span);
            return None;
        }
        let title = Raw::within(&element.name, &label.title, Form::Line);
        let mut mention = Mention::new(self.name(), Role::Row, kind, title, element.name.span);
        fields::take_label(&label, &element.name, Form::Line, &mut mention);
        for field in &element.fields {
            fields::add(field, words, &mut mention, mentions);
        }
        mention.id = mention.value(FieldName::Id).cloned().or(mention.id);
        mention.values.retain(|(name, _)| {
            !matches!(name, FieldName::Id | FieldName::Title | FieldName::Kind)
        });
        Some(mention)
    }
}

/// What the front matter of a document that is no item itself says of where its elements belong.
fn take_parents(outline: &Outline, words: &Words, mention: &mut Mention) {
    for field in &outline.front {
        let name = words.field(&field.key.value);
        if let Some(name @ FieldName::Parent(kind)) = name
            && kind.is_none_or(|kind: Kind| kind.is_above(mention.kind))
        {
            fields::value(name, Raw::of(&field.value, field.form), mention);
        }
    }
}
