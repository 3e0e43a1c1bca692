//! The lines for fields at the head of a document.

use crate::syntax::outline::{Field, Outline, Shape};

/// The fields that stand before any other heading than the first.
pub fn head_lines(outline: &Outline) -> Vec<&Field> {
    let sections = [Some(0), outline.title_section()];
    let blocks = sections
        .into_iter()
        .flatten()
        .flat_map(|section| outline.blocks_of(section));
    let fields = blocks.map(|(_, block)| match &block.shape {
        Shape::Fields(fields) => fields.iter().collect(),
        // A list of fields, one in each entry.
        Shape::List(list) if list.entries.iter().all(|entry| entry.fields.len() == 1) => list
            .entries
            .iter()
            .flat_map(|entry| &entry.fields)
            .collect(),
        _ => Vec::new(),
    });
    fields.flatten().collect()
}
