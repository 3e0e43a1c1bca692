//! Bold lines that name items, "**Epic 2: Lending desk** ✅", are meant as headings, and are made so.

use crate::model::kind::Kind;
use crate::read::label;
use crate::read::words::Words;
use crate::syntax::chapters;
use crate::syntax::outline::{Block, BoldLine, Outline, Section};
use crate::text::similar::fold;

/// Makes sections of what stands below bold lines that name an item by a word and a number, if there are several.
pub fn raise(outline: &mut Outline, words: &Words) {
    let named: Vec<(usize, Kind)> = (0..outline.bold.len())
        .filter_map(|at| Some((at, kind(&outline.bold[at], words)?)))
        .collect();
    let alike = |kind: Kind| named.iter().filter(|(_, other)| *other == kind).count();
    let chosen: Vec<BoldLine> = named
        .iter()
        .filter(|(_, kind)| alike(*kind) > 1)
        .map(|(at, _)| outline.bold[*at].clone())
        .collect();
    if !chosen.is_empty() {
        divide(outline, chosen);
    }
}

/// What a bold line names, title and all; boxes below a task are read with the line over them.
fn kind(bold: &BoldLine, words: &Words) -> Option<Kind> {
    let label = label::label(&bold.lead, words);
    let is_titled = |id: &str| !bold.lead.trim_start().starts_with(id);
    let named = label.title != bold.lead && label.id.as_deref().is_some_and(is_titled);
    let bare = fold(&label.title) == fold(&bold.lead);
    let leads = bold.line.value.trim_end().ends_with([':', '：']);
    label.kind.filter(|kind| {
        let is_level = kind.level().is_some() || *kind == Kind::Sprint;
        named && !bare && !leads && is_level && *kind != Kind::Task
    })
}

/// Cuts the sections at these lines.
fn divide(outline: &mut Outline, chosen: Vec<BoldLine>) {
    let end = outline.sections[0].span.end;
    let mut chosen = chosen.into_iter().peekable();
    let old: Vec<Block> = std::mem::take(&mut outline.blocks);
    let sections = std::mem::take(&mut outline.sections);
    let mut old = old.into_iter().enumerate().peekable();
    for section in sections {
        let (last, level) = (section.blocks.end, section.level);
        let first = outline.blocks.len();
        outline.sections.push(chapters::section(
            level,
            section.heading,
            section.span,
            first,
        ));
        while let Some((at, block)) = old.next_if(|(at, _)| *at < last) {
            let raised = chosen.next_if(|bold| bold.block == at);
            let kept = match raised {
                Some(bold) => {
                    let first = outline.blocks.len();
                    // The first level is that of the title.
                    let level = (level + 1).max(2);
                    let span = bold.line.span;
                    outline.sections.push(Section {
                        is_bold: true,
                        ..chapters::section(level, bold.line, span, first)
                    });
                    bold.rest
                }
                None => Some(block),
            };
            let section = outline.sections.len() - 1;
            outline
                .blocks
                .extend(kept.map(|block| Block { section, ..block }));
        }
    }
    chapters::close(outline, end as usize);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::syntax::markdown;

    fn headings(text: &str) -> Vec<(u8, String, usize)> {
        let mut outline = Outline::default();
        markdown::read(text, 0, &mut outline);
        raise(&mut outline, &Words::new(&Config::default()));
        let sections = outline.sections.iter().skip(1);
        sections
            .map(|section| {
                let heading = section.heading.value.clone();
                (section.level, heading, section.blocks.len())
            })
            .collect()
    }

    #[test]
    fn bold_lines_with_a_kind_and_a_number_are_headings() {
        let text =
            "# Epics\n\n**Epic 1: Doors** ✅\n*Goal:* In.\n\n**Epic 2: Desk**\n\nOut.\n\nOn.\n";
        let wanted = [
            (1, "Epics".to_string(), 0),
            (2, "Epic 1: Doors ✅".to_string(), 1),
            (2, "Epic 2: Desk".to_string(), 2),
        ];
        assert_eq!(headings(text), wanted);
    }

    #[test]
    fn one_alone_and_other_bold_words_are_not() {
        for text in [
            "**Epic 1: Doors**\n\nIn.\n",
            "**Option 1: Doors**\n\n**Option 2: Desks**\n",
            "**Phase 1:** dig and dig\n\n**Phase 2:** pour and pour\n",
            "**Phase 1: dig** is what we do first, before anything else is done\n\n**Phase 2: pour** comes later, and takes a week or longer than that\n",
        ] {
            assert_eq!(headings(text), [], "{text}");
        }
    }
}
