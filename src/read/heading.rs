//! A heading is an item, with its fields below it: "#### Milestone 0.5 – The Brain".

use crate::model::item::Role;
use crate::read::field::FieldName;
use crate::read::fields;
use crate::read::figure;
use crate::read::gap::is_placeholder;
use crate::read::label;
use crate::read::mention::{Mention, Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::scope;
use crate::read::standing::Standing;
use crate::read::words::Words;
use crate::syntax::outline::Outline;
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Reads headings that are items.
pub struct Heading;

impl Reader for Heading {
    fn name(&self) -> &'static str {
        key("heading")
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
        let mut label = label::label(&heading.value, words);
        let owner = mentions.owner(outline, section);
        let standing = Standing {
            outline,
            section,
            words,
            mentions,
            owner,
        };
        let Some(kind) = standing.kind(&mut label) else {
            return;
        };
        if is_placeholder(&label.title) {
            mentions.placeholder(heading.span);
            return;
        }
        let title = Raw::within(heading, &label.title, Form::Heading);
        let role = match outline.sections[section].is_bold {
            true => Role::Row,
            false => Role::Heading,
        };
        let mut mention = Mention::new(
            self.name(),
            role,
            kind,
            title,
            outline.sections[section].heading.span,
        );
        mention.nest = owner;
        // Words below the heading say more than a mark in it.
        let mark = label
            .status
            .take_if(|status| !status.contains(char::is_alphanumeric));
        fields::take_label(&label, heading, Form::Heading, &mut mention);
        scope::add_fields(outline, section, self.name(), words, &mut mention, mentions);
        scope::add_behind_criteria(outline, section, self.name(), words, &mut mention, mentions);
        figure::add(outline, section, &mut mention);
        scope::add_short_sections(outline, section, self.name(), words, &mut mention, mentions);
        mention.values.extend(mark.map(|mark| {
            (
                FieldName::Status,
                Raw::within(heading, &mark, Form::Heading),
            )
        }));
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
