//! To which words of a document a comment in it applies.

use std::ops::Range;

use crate::syntax::outline::{Block, Outline, Section, Shape};
use crate::text::span::Span;

/// Answers for the comments of a document, in their order; a document may hold very many.
pub struct Scopes<'a> {
    text: &'a str,
    outline: &'a Outline,
    /// Where the body says its first word.
    said: usize,
    /// The number of a section, and where it says its first word below its heading.
    below: Option<(usize, usize)>,
    /// The number of the block that came next to the last comment.
    next: usize,
    /// The number of a list, and where its entries begin.
    entries: Option<(usize, Vec<usize>)>,
}

impl<'a> Scopes<'a> {
    /// For this document.
    pub fn new(text: &'a str, outline: &'a Outline) -> Self {
        let body = outline.front_span.map_or(0, |front| front.end as usize);
        Self {
            text,
            outline,
            said: said(text, body),
            below: None,
            next: 0,
            entries: None,
        }
    }

    /// The line that the comment stands in; else, standing alone, the document at whose head or the section below
    /// whose heading it stands; else the next block or section.
    pub fn of(&mut self, comment: Span) -> Span {
        let line = line(self.text, comment);
        let sections = &self.outline.sections;
        let at =
            sections.partition_point(|section| section.span.start < Span::new(0..line.end).end);
        let at = at.saturating_sub(1);
        let section = &sections[at];
        let has_heading = section.level > 0;
        if said(&self.text[..line.end], line.start) < line.end {
            return match has_heading && section.span.start as usize >= line.start {
                true => self.section_or_all(section),
                false => self.entry(comment).unwrap_or(Span::new(line)),
            };
        }
        if line.start <= self.said {
            return Span::new(0..self.text.len());
        }
        if has_heading && line.start <= self.said_below(at) {
            return self.section_or_all(section);
        }
        self.entry(comment).unwrap_or_else(|| self.next(comment))
    }

    /// Where a section says its first word below its heading.
    fn said_below(&mut self, at: usize) -> usize {
        match self.below {
            Some((known, said)) if known == at => said,
            _ => {
                let heading = self.outline.sections[at].heading.span.end as usize;
                let rest = self.text.get(heading..).unwrap_or_default();
                let marks = rest.len() - rest.trim_start_matches(is_of_heading).len();
                let said = said(self.text, heading + marks);
                self.below = Some((at, said));
                said
            }
        }
    }

    /// A section; the whole document with its front matter, where nothing stands outside.
    fn section_or_all(&self, section: &Section) -> Span {
        let end = self.text.len();
        let is_all = section.span.start as usize <= self.said
            && said(self.text, section.span.end as usize) == end;
        if is_all {
            Span::new(0..end)
        } else {
            section.span
        }
    }

    /// The entry of a list that a comment stands in, without those within it.
    fn entry(&mut self, comment: Span) -> Option<Span> {
        let blocks = &self.outline.blocks;
        let at = blocks.partition_point(|block| block.span.start <= comment.start);
        let at = at.checked_sub(1)?;
        let block = &blocks[at];
        let starts = self.starts(at)?;
        let next = starts.partition_point(|start| *start <= comment.start as usize);
        let start = *starts.get(next.checked_sub(1)?)?;
        let end = starts.get(next).copied().unwrap_or(block.span.end as usize);
        let before = self
            .text
            .get(line(self.text, comment).start..comment.start as usize)?;
        let is_own = !before.trim().is_empty() && before.chars().all(is_of_bullet);
        (block.span.holds(comment) && !is_own).then(|| Span::new(start..end))
    }

    /// Where the entries of a list begin.
    fn starts(&mut self, at: usize) -> Option<&[usize]> {
        let Shape::List(list) = &self.outline.blocks[at].shape else {
            return None;
        };
        if self.entries.as_ref().is_none_or(|(known, _)| *known != at) {
            let said = list.entries.iter().filter(|entry| !entry.text.is_empty());
            let starts = said.map(|entry| line(self.text, entry.text.span).start);
            self.entries = Some((at, starts.collect()));
        }
        self.entries.as_ref().map(|(_, starts)| starts.as_slice())
    }

    /// The block or the section that comes next.
    fn next(&mut self, comment: Span) -> Span {
        let (text, blocks) = (self.text, &self.outline.blocks);
        let from = blocks.partition_point(|block| block.span.start < comment.end);
        let is_bare = |block: &Block| {
            let words = text.get(..block.span.end as usize).unwrap_or_default();
            said(words, block.span.start as usize) == words.len()
        };
        self.next = self.next.max(from);
        while blocks.get(self.next).is_some_and(is_bare) {
            self.next += 1;
        }
        let block = blocks.get(self.next).map(|block| block.span);
        let sections = &self.outline.sections;
        let at = sections.partition_point(|section| section.span.start < comment.end);
        let section = sections.get(at).map(|section| section.span);
        let is_first = |section: &Span| block.is_none_or(|block| section.start <= block.start);
        let near = section.filter(is_first).or(block);
        let none = comment.end as usize..comment.end as usize;
        near.map_or(Span::new(none), |near| {
            let first = line(
                text,
                Span {
                    end: near.start,
                    ..near
                },
            );
            Span::new(first.start..near.end as usize)
        })
    }
}

/// The lines of these words, to the end of the last one.
fn line(text: &str, words: Span) -> Range<usize> {
    let words = words.range();
    let start = text.get(..words.start).and_then(|text| text.rfind('\n'));
    let end = text.get(words.end..).and_then(|text| text.find('\n'));
    let start = start.map_or(0, |at| at + 1);
    start..end.map_or(text.len(), |at| words.end + at + 1)
}

/// Where something is said from here on that is no comment; the end, where nothing is.
fn said(text: &str, from: usize) -> usize {
    let mut rest = text.get(from..).unwrap_or_default();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
        let Some(inside) = rest.strip_prefix("<!--") else {
            return text.len() - rest.len();
        };
        rest = inside.split_once("-->").map_or("", |(_, behind)| behind);
    }
}

/// What may stand between the words of a heading and the next line.
fn is_of_heading(c: char) -> bool {
    c.is_whitespace() || matches!(c, '#' | '=' | '-' | '*' | '_')
}

/// What stands before the first words of an entry; markdown takes a line that goes on with a comment for no words.
fn is_of_bullet(c: char) -> bool {
    c.is_whitespace() || c.is_ascii_digit() || "-*+.)[]xX".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::file::SourceFile;

    const ASK: &str = "<!-- a -->";

    /// The words to which the first comment applies.
    fn applies(text: &str) -> String {
        let file = SourceFile::new("a.md", text.as_bytes().to_vec());
        let outline = crate::syntax::outline(&file);
        let comment = *outline.comments.last().unwrap();
        let scope = Scopes::new(text, &outline).of(comment);
        text[scope.range()].trim().to_string()
    }

    #[test]
    fn a_comment_in_a_line_speaks_for_the_line() {
        let text = format!("# A\n\nOne.\nStatus: x {ASK}\nTwo.\n");
        assert_eq!(applies(&text), format!("Status: x {ASK}"));
        let table = format!("# A\n\n| T | S |\n|---|---|\n| a | b {ASK} |\n| c | d |\n");
        assert_eq!(applies(&table), format!("| a | b {ASK} |"));
    }

    #[test]
    fn a_comment_in_an_entry_speaks_for_it_and_not_for_those_within() {
        let text = format!("# A\n\nWords.\n\n- a\n- b {ASK}\n  more\n  - c\n- d\n");
        assert_eq!(applies(&text), format!("- b {ASK}\n  more"));
        let own = format!("# A\n\nWords.\n\n- a\n- b\n\n  {ASK}\n\n- c\n");
        assert_eq!(applies(&own), format!("- b\n\n  {ASK}"));
        let first = format!("# A\n\nWords.\n\n- a\n- {ASK} b\n- c\n");
        assert_eq!(applies(&first), format!("- {ASK} b"));
    }

    #[test]
    fn a_comment_below_a_heading_speaks_for_what_the_heading_names() {
        let text = format!("# A\n\n## B\n\n{ASK}\n\nb\n\n### C\n\nc\n\n## D\n");
        assert_eq!(applies(&text), format!("## B\n\n{ASK}\n\nb\n\n### C\n\nc"));
        let line = format!("# A\n\n## B {ASK}\n\nb\n\n## D\n");
        assert_eq!(applies(&line), format!("## B {ASK}\n\nb"));
    }

    #[test]
    fn a_comment_at_the_head_speaks_for_the_document() {
        for text in [
            format!("{ASK}\n\nWords.\n\n# A\n\n# B"),
            format!("---\nid: a\n---\n<!-- x -->\n{ASK}\n# A\n\nb"),
            format!("---\nid: a\n---\n\n# A\n\n{ASK}\n\nb"),
            format!("A\n===\n{ASK}\n\nb"),
        ] {
            assert_eq!(applies(&text), text);
        }
    }

    #[test]
    fn a_comment_between_blocks_speaks_for_the_next() {
        let text = format!("# A\n\na\n\n{ASK}\n\n| T | S |\n|---|---|\n| a | b |\n\nc\n");
        assert_eq!(applies(&text), "| T | S |\n|---|---|\n| a | b |");
        let section = format!("# A\n\na\n\n{ASK}\n\n## B\n\nb\n\n## C\n");
        assert_eq!(applies(&section), "## B\n\nb");
        assert_eq!(applies(&format!("# A\n\na\n\n{ASK}\n")), "");
    }

    #[test]
    fn very_many_comments_are_answered_in_time() {
        for (head, one) in [
            ("", "<!-- a -->\n"),
            ("# A\n\n## B\n\n", "<!-- a -->\n\n"),
            ("# A\n\nb\n\n", "<!-- a -->\n\n"),
            ("# A\n\nb\n\n", "- c <!-- a -->\n"),
        ] {
            let text = format!("{head}{}", one.repeat(20_000));
            let file = SourceFile::new("a.md", text.as_bytes().to_vec());
            let outline = crate::syntax::outline(&file);
            let mut scopes = Scopes::new(&text, &outline);
            assert_eq!(outline.comments.len(), 20_000);
            for comment in &outline.comments {
                scopes.of(*comment);
            }
        }
    }
}
