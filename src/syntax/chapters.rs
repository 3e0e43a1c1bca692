//! Sections under way: where each one ends, and in which other it lies.

use crate::syntax::outline::{Outline, Section, Text};
use crate::text::span::Span;

/// A section that begins, with no block yet.
pub fn section(level: u8, heading: Text, span: Span, first_block: usize) -> Section {
    Section {
        level,
        is_bold: false,
        heading,
        span,
        parent: None,
        blocks: first_block..first_block,
    }
}

/// The words of a heading without the anchor behind them: "Inventory {#lot-25}".
pub fn named(heading: &str) -> &str {
    let anchor = heading
        .trim_end()
        .strip_suffix('}')
        .and_then(|rest| rest.rsplit_once(" {#"));
    let is_anchor = |name: &str| !name.contains(|c: char| c.is_whitespace() || c == '{');
    anchor
        .filter(|(words, name)| is_anchor(name) && !words.trim().is_empty())
        .map_or(heading, |(words, _)| words.trim_end())
}

/// Works out where each section ends, and in which other it lies.
pub fn close(outline: &mut Outline, end: usize) {
    let block_count = outline.blocks.len();
    let mut open: Vec<usize> = Vec::new();
    for at in 0..outline.sections.len() {
        let (level, start, first) = (
            outline.sections[at].level,
            outline.sections[at].span.start,
            outline.sections[at].blocks.start,
        );
        if at > 0 {
            outline.sections[at - 1].blocks.end = first;
        }
        while let Some(last) =
            open.pop_if(|last| outline.sections[*last].level >= level && level > 0)
        {
            outline.sections[last].span.end = start;
        }
        outline.sections[at].parent = open.last().copied();
        open.push(at);
    }
    let end = Span::new(end..end).end;
    for at in open {
        outline.sections[at].span.end = end;
    }
    if let Some(last) = outline.sections.last_mut() {
        last.blocks.end = block_count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_is_no_word_of_a_heading() {
        assert_eq!(named("Nets {#lot-25}"), "Nets");
        for heading in ["Nets {{name}}", "{#lot}", "Nets {# of them}", "Nets }"] {
            assert_eq!(named(heading), heading);
        }
    }
}
