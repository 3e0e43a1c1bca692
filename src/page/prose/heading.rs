//! The headings that make a body's outline: their words, their ids, and how deep each stands.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::page::prose::ids::Ids;
use crate::page::prose::step::Step;

/// A heading of the outline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    /// The step that begins it.
    pub(super) step: usize,
    /// Its level in the document, from 1.
    pub(super) level: usize,
    /// Its words.
    pub(super) title: String,
    /// Its id on the page.
    pub(super) id: String,
}

/// The headings of the outline, in order. What stands in a quote, a list or a footnote is none of it.
pub(super) fn headings(steps: &[Step<'_>], ids: &mut Ids) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut within = 0usize;
    let mut open = false;
    for (at, step) in steps.iter().enumerate() {
        match step {
            Step::Event(Event::Start(Tag::Heading { level, .. })) if within == 0 => {
                open = true;
                found.push(Heading {
                    step: at,
                    level: *level as usize,
                    title: String::new(),
                    id: String::new(),
                });
            }
            Step::Event(Event::End(TagEnd::Heading(_))) if open => {
                open = false;
                if let Some(heading) = found.last_mut() {
                    settle(heading, ids);
                }
            }
            _ if open => {
                let title = found.last_mut().map(|heading| &mut heading.title);
                title
                    .into_iter()
                    .for_each(|title| title.push_str(words(step)));
            }
            step if opens(step) => within += 1,
            step if closes(step) => within = within.saturating_sub(1),
            _ => {}
        }
    }
    found
}

fn settle(heading: &mut Heading, ids: &mut Ids) {
    let shown = |c: &char| !c.is_control() || *c == ' ';
    heading.title = heading.title.trim().chars().filter(shown).collect();
    heading.id = ids.take(&heading.title);
}

/// The plain words of a step within a line.
pub(super) fn words<'s>(step: &'s Step<'_>) -> &'s str {
    match step {
        Step::Words(words) => words,
        Step::Event(Event::Code(words)) => words,
        Step::Event(Event::SoftBreak | Event::HardBreak) => " ",
        _ => "",
    }
}

/// Whether a step opens something in which headings are none of the outline.
fn opens(step: &Step<'_>) -> bool {
    let nested = |tag: &Tag<'_>| matches!(tag, Tag::BlockQuote(_) | Tag::FootnoteDefinition(_));
    matches!(step, Step::List(..)) || matches!(step, Step::Event(Event::Start(tag)) if nested(tag))
}

/// Whether a step closes such a thing.
fn closes(step: &Step<'_>) -> bool {
    matches!(
        step,
        Step::Event(Event::End(
            TagEnd::List(_) | TagEnd::BlockQuote(_) | TagEnd::FootnoteDefinition
        ))
    )
}

/// How deep the headings met so far stand.
#[derive(Debug, Default)]
pub(super) struct Depth {
    /// The level of the passage, then those of the headings open below it.
    levels: Vec<usize>,
}

impl Depth {
    /// The depth of the next heading: 0 where it begins a passage, and never two more than the heading before.
    pub(super) fn of(&mut self, level: usize) -> usize {
        while self.levels.last().is_some_and(|last| *last >= level) {
            self.levels.pop();
        }
        self.levels.push(level);
        self.levels.len() - 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::prose::step::steps;

    #[test]
    fn words_make_ids() {
        let text = "# A `b` **c**\n\n> # d\n\n- # e\n\nf\n# g\n===\n\n## A b c\n\n##\n";
        let found = headings(&steps(text), &mut Ids::default());
        let found: Vec<_> = found
            .iter()
            .map(|heading| (heading.title.as_str(), heading.id.as_str(), heading.level))
            .collect();
        let wanted = [
            ("A b c", "a-b-c", 1),
            ("g", "g", 1),
            ("A b c", "a-b-c-1", 2),
            ("", "section", 2),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn no_depth_is_skipped() {
        let of = |levels: &[usize]| {
            let mut depth = Depth::default();
            levels
                .iter()
                .map(|level| depth.of(*level))
                .collect::<Vec<_>>()
        };
        assert_eq!(of(&[2, 4, 4, 3, 2]), [0, 1, 1, 1, 0]);
        assert_eq!(of(&[3, 1, 2, 6, 2]), [0, 0, 1, 2, 1]);
        assert_eq!(of(&[1, 2, 1, 2]), [0, 1, 0, 1]);
    }
}
