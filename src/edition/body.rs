//! What is written of an item beside its fields, parts and criteria: the words that no reader took.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::edition::home::Home;
use crate::model::document::Document;
use crate::text::span::Span;

/// Words of the author's that are shown as they are, in markdown.
#[derive(Clone, Debug)]
pub struct Body {
    /// The words.
    pub text: String,
    /// The document they stand in, from which its links lead.
    pub from: Arc<str>,
}

/// Who reads lists of boxes.
const BOXES: &str = "checklist";

/// A document whose words are cut up.
pub(super) struct Sheet<'a> {
    text: &'a str,
    document: &'a Document,
    /// Comments that would be taken for words.
    comments: Vec<Span>,
    /// `[label]: address`, which hold for the whole document, by label.
    definitions: BTreeMap<&'a str, &'a str>,
}

impl<'a> Sheet<'a> {
    /// This document, of which the places that `sees` are seen.
    pub(super) fn new(text: &'a str, document: &'a Document, sees: impl Fn(Span) -> bool) -> Self {
        let mut definitions = BTreeMap::new();
        if text.contains("]:") {
            let mut start = 0;
            for whole in text.split_inclusive('\n') {
                let line = whole.trim();
                let label = line
                    .strip_prefix('[')
                    .and_then(|line| line.split_once("]:"));
                if let Some((label, _)) =
                    label.filter(|_| sees(Span::new(start..start + whole.len()).trimmed(text)))
                {
                    definitions.entry(label).or_insert(line);
                }
                start += whole.len();
            }
        }
        Self {
            text,
            comments: long_comments(text, &document.comments),
            document,
            definitions,
        }
    }

    /// What a home leaves to be shown: its words without what was taken from them, without the sections of other
    /// items and without `hidden`.
    ///
    /// Boxes that were only counted are no items: they are shown with the words around them.
    pub(super) fn of_home(
        &self,
        home: &Home,
        homes: &[Home],
        told: &[Home],
        hidden: &[Span],
    ) -> String {
        let claims = &self.document.claims;
        let first = claims.partition_point(|(span, _)| span.start < home.span.start);
        let last = claims.partition_point(|(span, _)| span.start < home.span.end);
        let claims = claims[first..last].iter();
        let claims = claims.filter(|(span, reader)| *reader != BOXES || tells_item(told, *span));
        let mut gone: Vec<Span> = claims.map(|(span, _)| *span).collect();
        let first = homes.partition_point(|other| other.span.start < home.span.start);
        let last = homes.partition_point(|other| other.span.start < home.span.end);
        let inner = homes[first..last].iter();
        let sections = inner.filter(|other| other.section.is_some() && other.item != home.item);
        gone.extend(sections.map(|other| other.span));
        gone.extend(hidden);
        // A document's title is the title of its page.
        let own = home.section.or_else(|| self.title());
        self.rest(home.span, own, gone)
    }

    /// What a document has to show that is no item: everything but its front matter and `hidden`.
    pub(super) fn whole(&self, hidden: &[Span]) -> String {
        let gone = self
            .document
            .front
            .into_iter()
            .chain(hidden.iter().copied());
        self.rest(Span::new(0..self.text.len()), self.title(), gone.collect())
    }

    fn title(&self) -> Option<usize> {
        let mut sections = self.document.sections.iter();
        sections.position(|section| section.level == 1)
    }

    /// The words of `span` without those in `gone`; headings below which nothing is left go too.
    fn rest(&self, span: Span, own: Option<usize>, gone: Vec<Span>) -> String {
        let gone = apart(
            gone.into_iter()
                .chain(self.comments.iter().copied())
                .collect(),
        );
        let text = self.text;
        let sections = &self.document.sections;
        let first = sections.partition_point(|section| section.span.start < span.start);
        let last = sections.partition_point(|section| section.span.start < span.end);
        let ends = |at: usize| {
            sections
                .get(at + 1)
                .map_or(span.end, |next| next.span.start.min(span.end))
        };
        let mut out = String::new();
        let before = sections
            .get(first)
            .map_or(span.end, |section| section.span.start.min(span.end));
        if span.start < before {
            keep(text, span.start..before, &gone, &mut out);
        }
        // Headings that wait for words below them.
        let mut waiting: Vec<(u8, String)> = Vec::new();
        for (at, section) in sections.iter().enumerate().take(last).skip(first) {
            waiting.retain(|(level, _)| *level < section.level);
            if is_gone(&gone, section.span.start) {
                continue;
            }
            if Some(at) != own {
                waiting.push((section.level, heading(text, section.level, section.heading)));
            }
            let mut words = String::new();
            let start = behind_heading(text, section.span.start, section.heading);
            keep(text, start..ends(at), &gone, &mut words);
            if !words.trim().is_empty() {
                for (_, heading) in waiting.drain(..) {
                    out.push_str(&heading);
                }
                out.push_str(&words);
            }
        }
        if out.trim().is_empty() {
            return String::new();
        }
        self.define(&mut out);
        out
    }

    /// Adds what the shown words refer to by a label, and what stands elsewhere in the document.
    fn define(&self, shown: &mut String) {
        if self.definitions.is_empty() {
            return;
        }
        let mut here = BTreeSet::new();
        let mut wanted = BTreeSet::new();
        for part in shown.split('[').skip(1) {
            let Some((label, behind)) = part.split_once(']') else {
                continue;
            };
            if behind.starts_with(':') {
                here.insert(label);
            } else if let Some((label, line)) = self.definitions.get_key_value(label) {
                wanted.insert((*label, *line));
            }
        }
        let missing = wanted
            .into_iter()
            .filter(|(label, _)| !here.contains(label));
        let lines: Vec<&str> = missing.map(|(_, line)| line).collect();
        for line in lines {
            shown.push_str("\n\n");
            shown.push_str(line);
        }
    }
}

/// Comments with blank lines in them: in other markup, markdown takes what follows the blank line for words.
pub(super) fn long_comments(text: &str, comments: &[Span]) -> Vec<Span> {
    let is_long = |comment: &&Span| {
        let words = text.get(comment.range()).unwrap_or_default();
        words.lines().any(|line| line.trim().is_empty())
    };
    comments.iter().filter(is_long).copied().collect()
}

/// Whether something in this span speaks of an item.
fn tells_item(told: &[Home], span: Span) -> bool {
    let first = told.partition_point(|home| home.span.start < span.start);
    told[first..]
        .first()
        .is_some_and(|home| home.span.start < span.end)
}

/// Those of some spans in order that begin in this one.
pub(super) fn within(spans: &[Span], around: Span) -> &[Span] {
    let first = spans.partition_point(|span| span.start < around.start);
    let last = spans.partition_point(|span| span.start < around.end);
    &spans[first..last.max(first)]
}

/// The same words in spans that do not overlap, in order.
pub(super) fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => out.push(span),
        }
    }
    out
}

fn is_gone(gone: &[Span], at: u32) -> bool {
    let until = gone.partition_point(|span| span.start <= at);
    until > 0 && gone[until - 1].end > at
}

/// A heading as markdown, in one line.
fn heading(text: &str, level: u8, words: Span) -> String {
    let words = text.get(words.range()).unwrap_or_default();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("\n\n{} {words}\n\n", "#".repeat(level.into()))
}

/// Where the words below a heading begin: behind its line, and behind the line that underlines it.
fn behind_heading(text: &str, start: u32, words: Span) -> u32 {
    let from = start.max(words.end) as usize;
    let next = |from: usize| {
        text[from..]
            .find('\n')
            .map_or(text.len(), |at| from + at + 1)
    };
    let Some(_) = text.get(from..) else {
        return start;
    };
    let line = next(from);
    let under = text[line..].lines().next().unwrap_or_default().trim();
    let is_hash = text[start as usize..].trim_start().starts_with('#');
    let is_underline =
        !under.is_empty() && (under.bytes().all(|b| b == b'=') || under.bytes().all(|b| b == b'-'));
    let end = if is_underline && !is_hash {
        next(line)
    } else {
        line
    };
    Span::new(end..end).end
}

/// Adds the words of a range without those that are gone.
fn keep(text: &str, range: std::ops::Range<u32>, gone: &[Span], out: &mut String) {
    let mut at = range.start;
    let skip = gone.partition_point(|span| span.end <= range.start);
    for span in gone[skip..]
        .iter()
        .take_while(|span| span.start < range.end)
    {
        if span.start > at {
            push(text, at..span.start.min(range.end), out);
        }
        at = at.max(span.end);
    }
    if at < range.end {
        push(text, at..range.end, out);
    }
}

fn push(text: &str, range: std::ops::Range<u32>, out: &mut String) {
    let words = text.get(range.start as usize..range.end as usize);
    let words = words.unwrap_or_default();
    if !words.trim().is_empty() {
        out.push_str(words);
        if !words.ends_with('\n') {
            out.push('\n');
        }
    } else if !out.is_empty() {
        out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_joined_where_they_touch() {
        let spans = [4..6, 0..9, 1..2, 9..11, 20..21].map(Span::new);
        assert_eq!(apart(spans.to_vec()), [0..11, 20..21].map(Span::new));
        let apart = apart(vec![Span::new(0..500), Span::new(3..4)]);
        assert!(is_gone(&apart, 400) && !is_gone(&apart, 500));
    }

    #[test]
    fn what_is_gone_leaves_nothing_behind() {
        let text = "# A\n\none\n\n## B\n\ntwo\n\n## C\n\nthree [x]\n\n[x]: y.md\n";
        let section = |level, from: &str, words: &str| {
            let start = text.find(from).unwrap();
            let heading = text.find(words).unwrap();
            crate::model::document::Section {
                level,
                span: Span::new(start..text.len()),
                heading: Span::new(heading..heading + 1),
                reader: None,
            }
        };
        let document = Document {
            sections: vec![
                section(1, "# A", "A"),
                section(2, "## B", "B"),
                section(2, "## C", "C"),
            ],
            ..Document::default()
        };
        let all = Sheet::new(text, &document, |_| true);
        let gone = text.find("two").map(|at| Span::new(at..at + 5)).unwrap();
        assert_eq!(
            all.whole(&[gone]).trim(),
            "one\n\n\n\n## C\n\n\nthree [x]\n\n[x]: y.md"
        );
    }
}
