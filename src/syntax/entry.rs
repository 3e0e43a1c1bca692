//! The entries of front matter: each key with the lines that belong to it, found without a parser.

use std::ops::Range;

use crate::syntax::key::{Format, key};
use crate::syntax::line::{after_dash, lines, uncommented};
use crate::syntax::node;
use crate::syntax::outline::Text;
use crate::syntax::value::trimmed;

/// A key, what stands behind it on its line, and the lines that belong to it.
pub struct Entry {
    /// Where the key stands.
    pub key: Range<usize>,
    /// What stands behind it on its line.
    pub head: Range<usize>,
    /// The lines below that belong to it.
    pub rest: Vec<Range<usize>>,
}

impl Entry {
    /// Where the last of its lines ends.
    pub fn end(&self) -> usize {
        self.rest.last().map_or(self.head.end, |line| line.end)
    }
}

/// The lines of front matter.
pub struct Lines<'a> {
    /// The document.
    pub text: &'a str,
    /// Its language.
    pub format: Format,
}

impl Lines<'_> {
    /// The keys of the outermost level, each with the lines that belong to it.
    pub fn entries(&self, range: Range<usize>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut level = None;
        for line in lines(self.text, range) {
            let words = trimmed(self.text, line.clone());
            let shown = &self.text[words.clone()];
            let in_block = entries.last().is_some_and(|entry| self.is_block(entry));
            if !in_block && (shown.is_empty() || shown.starts_with('#')) {
                continue;
            }
            let column = self.column(words.start);
            let is_deeper = shown.is_empty() || column > *level.get_or_insert(column);
            let begun = if is_deeper && self.format == Format::Yaml {
                None
            } else {
                self.entry(&line)
            };
            match (begun, entries.last_mut()) {
                (Some(entry), _) => entries.push(entry),
                (None, Some(last)) if is_deeper || self.goes_on(last, shown) => {
                    last.rest.push(line);
                }
                _ => {}
            }
        }
        entries
    }

    /// Whether a line that is not indented belongs to the key above: lists need no indentation.
    fn goes_on(&self, last: &Entry, shown: &str) -> bool {
        self.format == Format::Toml
            || shown.starts_with([']', '}'])
            || (last.head.is_empty() && after_dash(shown).is_some())
    }

    /// The key that begins on this line, or the heading of a table.
    pub fn entry(&self, line: &Range<usize>) -> Option<Entry> {
        let shown = self.text[line.clone()].trim_end_matches(['\r', '\n']);
        if self.format == Format::Toml && shown.trim_start().starts_with('[') {
            let key = trimmed(self.text, line.start..line.start + uncommented(shown).len());
            return Some(Entry {
                head: key.end..key.end,
                key,
                rest: Vec::new(),
            });
        }
        let (key, value) = key(shown, self.format)?;
        let place = line.start + value.min(shown.len());
        let head = trimmed(self.text, place..line.start + shown.len());
        let head = if uncommented(&self.text[head.clone()]).is_empty() {
            place..place
        } else {
            head
        };
        Some(Entry {
            key: line.start + key.start..line.start + key.end,
            head,
            rest: Vec::new(),
        })
    }

    /// Whether `|` or `>` opens a block behind its key.
    pub fn is_block(&self, entry: &Entry) -> bool {
        let head = self.text[entry.head.clone()].strip_prefix(['|', '>']);
        self.format == Format::Yaml
            && head.is_some_and(|rest| {
                uncommented(rest)
                    .chars()
                    .all(|c| c.is_ascii_digit() || "+-".contains(c))
            })
    }

    /// The lines of a block, joined as its mark says.
    pub fn block(&self, entry: &Entry) -> Text {
        let shown = entry
            .rest
            .iter()
            .map(|line| self.text[line.clone()].trim_end());
        let margin = shown
            .clone()
            .find(|line| !line.is_empty())
            .map_or(0, |line| line.len() - line.trim_start().len());
        let is_folded = self.text[entry.head.clone()].starts_with('>');
        let mut value = String::new();
        for line in shown {
            let indent = (line.len() - line.trim_start_matches([' ', '\t']).len()).min(margin);
            let is_joined =
                is_folded && !line.is_empty() && !value.is_empty() && !value.ends_with('\n');
            if is_joined {
                value.push(' ');
            }
            value.push_str(&line[indent..]);
            if !is_folded || line.is_empty() {
                value.push('\n');
            }
        }
        node::text_of(&value, trimmed(self.text, entry.head.start..entry.end()))
    }

    /// How many bytes stand before this one on its line.
    pub fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |found| found + 1)
    }
}
