//! The header of a plan: fields that belong to no item are facts of the plan itself.

use crate::read::gap::is_placeholder;
use crate::read::mention::{Mentions, Raw};
use crate::read::reader::Reader;
use crate::read::words::{Words, is_none};
use crate::syntax::outline::{Field, Outline, Shape};
use crate::text::similar::fold;
use crate::theme::tongue::key;

/// Reads the facts of a plan.
pub struct Facts;

impl Reader for Facts {
    fn name(&self) -> &'static str {
        key("facts")
    }

    fn page(&self) -> &'static str {
        include_str!("facts.md")
    }

    fn read(&self, outline: &Outline, words: &Words, mentions: &mut Mentions) {
        let title = outline.title_section();
        if mentions.owner(outline, title.unwrap_or(0)).is_none() {
            mentions.title = title.map(|at| {
                Raw::of(
                    &outline.sections[at].heading,
                    crate::text::slot::Form::Heading,
                )
            });
        }
        if mentions.found.is_empty() {
            return;
        }
        if mentions.owner(outline, 0).is_none() {
            for field in &outline.front {
                add(field, mentions);
            }
        }
        for (at, block) in outline.blocks.iter().enumerate() {
            if mentions.claimed(at).is_some() || mentions.owner(outline, block.section).is_some() {
                continue;
            }
            let found: Vec<&Field> = match &block.shape {
                Shape::Fields(fields) => fields
                    .iter()
                    .filter(|field| {
                        field.marked && is_head(outline, block.section) || is_header(field)
                    })
                    .collect(),
                Shape::List(list) if is_head(outline, block.section) => list
                    .entries
                    .iter()
                    .flat_map(|entry| &entry.fields)
                    .filter(|field| field.marked || words.field(&field.key.value).is_some())
                    .collect(),
                _ => Vec::new(),
            };
            if !found.is_empty() {
                mentions.claim(at, self.name());
            }
            for field in found {
                add(field, mentions);
            }
        }
    }
}

/// Whether an unmarked line is one of those that plans begin with.
fn is_header(field: &Field) -> bool {
    let key = fold(&field.key.value);
    matches!(
        key.as_str(),
        "project" | "product" | "status key" | "statuses" | "legend" | "last updated" | "updated"
    ) || key.starts_with("current ")
        || key.starts_with("sprint ")
        || key.starts_with("iteration ")
}

/// Whether a section is the head of its document.
fn is_head(outline: &Outline, section: usize) -> bool {
    outline.sections[section].level <= 1
}

fn add(field: &Field, mentions: &mut Mentions) {
    if is_placeholder(&field.value.value) {
        // A list of choices between bars is what a key of statuses looks like.
        let is_choice = field.value.value.contains('|') && !field.value.value.contains("YYYY");
        if !is_choice {
            mentions.placeholder(field.value.span);
            return;
        }
    }
    if !is_none(&field.value.value) {
        mentions
            .facts
            .push((field.key.value.clone(), Raw::of(&field.value, field.form)));
    }
}
