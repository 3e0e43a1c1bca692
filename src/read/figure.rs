//! How far an item is, told in running words below its heading: "Tools go out. 1/3 stories complete".

use crate::read::field::FieldName;
use crate::read::mention::{Mention, Raw};
use crate::syntax::outline::{Outline, Shape};
use crate::text::slot::Form;

/// What is counted.
const WORK: [&str; 10] = [
    "stories",
    "tasks",
    "epics",
    "features",
    "issues",
    "milestones",
    "items",
    "phases",
    "histórias",
    "historias",
];

/// Words behind it that say it is finished.
const FINISHED: [&str; 9] = [
    "complete",
    "completed",
    "done",
    "finished",
    "delivered",
    "shipped",
    "closed",
    "concluídas",
    "completadas",
];

/// Adds the figure that the paragraphs directly in a section tell, where no field does.
pub fn add(outline: &Outline, section: usize, mention: &mut Mention) {
    if mention.value(FieldName::Progress).is_some() {
        return;
    }
    let told = outline
        .blocks_of(section)
        .find_map(|(_, block)| match &block.shape {
            Shape::Prose(text) => {
                figure(&text.value).map(|part| Raw::within(text, part, Form::Line))
            }
            _ => None,
        });
    mention
        .values
        .extend(told.map(|raw| (FieldName::Progress, raw)));
}

/// "1/3 stories complete" within a sentence.
fn figure(text: &str) -> Option<&str> {
    let mut at = 0;
    while let Some(found) = text[at..].find('/') {
        let slash = at + found;
        at = slash + 1;
        let before = text[..slash]
            .trim_end_matches(|c: char| c.is_ascii_digit())
            .len();
        let rest = text[slash + 1..].trim_start_matches(|c: char| c.is_ascii_digit());
        let behind = text.len() - rest.len();
        let mut words = rest.split_whitespace();
        let mut next = |known: &[&str]| {
            let word = words.next().unwrap_or_default().to_lowercase();
            known.contains(&word.trim_end_matches(|c: char| !c.is_alphanumeric()))
        };
        if before < slash && behind > slash + 1 && next(&WORK) && next(&FINISHED) {
            return Some(&text[before..behind]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::figure;

    #[test]
    fn work_that_is_done_is_counted() {
        assert_eq!(figure("Out. 1/3 stories complete."), Some("1/3"));
        assert_eq!(figure("4/4 Tasks done (all)"), Some("4/4"));
        for text in [
            "17/20 tools mended",
            "1/3 stories",
            "and/or stories done",
            "/3 tasks done",
            "12/ tasks done",
        ] {
            assert_eq!(figure(text), None, "{text}");
        }
    }
}
