//! What a chapter on dependencies says of other things: maps in code, drawings, and lines such as "US2 depends on US1".

use std::collections::BTreeMap;

use crate::read::mention::{Mentions, RawTie};
use crate::read::reader::Reader;
use crate::read::tie::{self, Tie};
use crate::read::vocabulary::ties::TIES;
use crate::read::words::Words;
use crate::syntax::outline::{Outline, Shape, Text};
use crate::text::similar::fold;
use crate::theme::tongue::key;

/// A longer line tells a story (in bytes).
const LONGEST: usize = 600;

/// Reads what waits for what.
pub struct Ties;

impl Reader for Ties {
    fn name(&self) -> &'static str {
        key("ties")
    }

    fn page(&self) -> &'static str {
        include_str!("ties.md")
    }

    fn read(&self, outline: &Outline, _: &Words, mentions: &mut Mentions) {
        let told = told(outline);
        for (at, block) in outline.blocks.iter().enumerate() {
            if !told[block.section] {
                continue;
            }
            let (found, all) = match &block.shape {
                Shape::Drawing(lines) => (drawn(lines), true),
                Shape::List(list) => {
                    let entries = list.entries.iter();
                    let entries = entries.filter(|entry| entry.checkbox.is_none());
                    let ties: Vec<Vec<RawTie>> = entries.map(|entry| line(&entry.text)).collect();
                    let all = ties.iter().all(|ties| !ties.is_empty());
                    (ties.into_iter().flatten().collect(), all)
                }
                Shape::Prose(text) => (line(text), false),
                _ => continue,
            };
            if !found.is_empty() && all {
                mentions.claim(at, self.name());
            }
            mentions.ties.extend(found);
        }
    }
}

/// Of each section whether its heading, or one around it, speaks of what comes after what.
fn told(outline: &Outline) -> Vec<bool> {
    let mut told: Vec<bool> = Vec::with_capacity(outline.sections.len());
    for section in &outline.sections {
        let around = section
            .parent
            .is_some_and(|parent| told.get(parent) == Some(&true));
        told.push(around || speaks(&section.heading.value));
    }
    told
}

fn speaks(heading: &str) -> bool {
    let heading = fold(heading);
    TIES.iter().any(|word| heading.contains(word))
}

/// The ties of one line of words.
fn line(text: &Text) -> Vec<RawTie> {
    if text.value.len() > LONGEST {
        return Vec::new();
    }
    let lines = text.value.lines();
    let found = lines.flat_map(tie::ties);
    let raw = |tie: Tie| raw(text, &tie, &BTreeMap::new());
    found.map(raw).collect()
}

/// The ties of a drawing: its arrows, those down the page among them, and what its lines say.
fn drawn(lines: &[Text]) -> Vec<RawTie> {
    let labels: BTreeMap<&str, &str> = lines.iter().flat_map(|line| labels(&line.value)).collect();
    let mut found = Vec::new();
    let mut above: Option<(&str, bool)> = None;
    for line in lines {
        let words = line.value.as_str();
        if is_down(words) {
            above = above.map(|(name, _)| (name, true));
            continue;
        }
        let ties = tie::ties(words);
        if let (Some((name, true)), true) = (above, ties.is_empty()) {
            let down = Tie {
                after: vec![words],
                before: vec![name],
                drawn: true,
            };
            found.push(raw(line, &down, &labels));
        }
        above = ties.is_empty().then_some((words, false));
        found.extend(ties.iter().map(|tie| raw(line, tie, &labels)));
    }
    found
}

/// An arrow down the page.
fn is_down(words: &str) -> bool {
    let mut marks = words.chars().filter(|c| !c.is_whitespace());
    words.chars().count() < 40
        && marks.all(|c| matches!(c, '↓' | '|' | '│' | '┃' | 'v' | 'V' | '▼' | '⬇'))
}

/// What a drawing calls its things: `A[Dig the well]`, `subgraph One["Phase 1"]`.
fn labels(line: &str) -> Vec<(&str, &str)> {
    let opened = line.match_indices(['[', '(', '{']);
    let label = |(at, _): (usize, &str)| {
        let name = line[..at]
            .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
            .next()?;
        let rest = line[at..].trim_start_matches(['[', '(', '{', '"']);
        let label = rest.split(['"', ']', ')', '}']).next()?.trim();
        (!name.is_empty() && !label.is_empty()).then_some((name, label))
    };
    opened.filter_map(label).take(64).collect()
}

fn raw(text: &Text, tie: &Tie<'_>, labels: &BTreeMap<&str, &str>) -> RawTie {
    let spell = |names: &[&str]| names.iter().map(|name| spellings(name, labels)).collect();
    RawTie {
        after: spell(&tie.after),
        before: spell(&tie.before),
        span: text.span,
        drawn: tie.drawn,
    }
}

fn spellings(name: &str, labels: &BTreeMap<&str, &str>) -> Vec<String> {
    let all = tie::spellings(name);
    let meant = all.iter().filter_map(|name| labels.get(name));
    let meant = meant.flat_map(|label| tie::spellings(label));
    meant
        .chain(all.iter().copied())
        .map(str::to_string)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drawings_name_their_things() {
        assert_eq!(
            labels("A[Dig the well] --> B(\"Walls\")"),
            [("A", "Dig the well"), ("B", "Walls")]
        );
        assert!(is_down("  ↓   v ") && !is_down("T1"));
    }
}
