//! A heading is an item, with its fields below it: "#### Milestone 0.5 – The Brain".

use crate::model::item::Role;
use crate::model::kind::Kind;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::gap::is_placeholder;
use crate::read::label::{self, Label};
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{Outline, Shape};
use crate::text::slot::Form;

/// Reads headings that are items.
pub struct Heading;

impl Reader for Heading {
    fn name(&self) -> &'static str {
        "heading"
    }

    fn page(&self) -> &'static str {
        include_str!("heading.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        for section in 1..outline.sections.len() {
            if mentions.heading_claimed(section).is_none() {
                self.read_section(outline, section, words, mentions);
            }
        }
    }
}

impl Heading {
    fn read_section(
        &self,
        outline: &Outline,
        section: usize,
        words: &Words,
        mentions: &mut Mentions,
    ) {
        let heading = &outline.sections[section].heading;
        let label = label::label(&heading.value, words);
        let owner = mentions.owner(outline, section);
        let Some(kind) = kind(outline, section, &label, words, mentions) else {
            return;
        };
        if owner.is_some_and(|owner| !mentions.found[owner].kind.holds(kind)) {
            return;
        }
        if is_placeholder(&label.title) {
            mentions.note(heading.span, "placeholder: nothing is taken from it");
            return;
        }
        let title = Raw::within(heading, &label.title, Form::Heading);
        let mut mention = Mention::new(
            self.name(),
            Role::Heading,
            kind,
            title,
            outline.sections[section].heading.span,
        );
        mention.nest = owner;
        fields::take_label(&label, heading, Form::Heading, &mut mention);
        scope::add_fields(outline, section, self.name(), words, &mut mention, mentions);
        scope::add_short_sections(outline, section, self.name(), words, &mut mention, mentions);
        if let Some(id) = mention.value(FieldName::Id).cloned() {
            mention.id = Some(id);
        }
        mention.values.retain(|(name, _)| {
            !matches!(name, FieldName::Id | FieldName::Title | FieldName::Kind)
        });
        mentions.claim_heading(section, self.name());
        let number = mentions.add(mention);
        mentions.own(section, number);
    }
}

/// What a heading is: as its own words say, or as the heading over it says where fields stand below.
fn kind(
    outline: &Outline,
    section: usize,
    label: &Label,
    words: &Words,
    mentions: &Mentions,
) -> Option<Kind> {
    if let Some(kind) = label.kind {
        return Some(kind);
    }
    let parent = outline.sections[section]
        .parent
        .filter(|parent| outline.sections[*parent].level > 0 && !mentions.owns(*parent))?;
    let Some(Topic::Items(kind)) = words.topic(&outline.sections[parent].heading.value) else {
        return None;
    };
    let stated = outline
        .blocks_of(section)
        .any(|(_, block)| match &block.shape {
            Shape::Fields(fields) => fields
                .iter()
                .any(|field| words.field(&field.key.value).is_some()),
            Shape::List(list) => list
                .entries
                .iter()
                .flat_map(|entry| entry.fields.first())
                .any(|field| field.marked && words.field(&field.key.value).is_some()),
            _ => false,
        });
    (stated || label.id.is_some()).then_some(kind)
}
