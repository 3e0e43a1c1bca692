//! Front matter that no parser takes, read line by line.

use std::ops::Range;

use crate::model::reason::Reason;
use crate::syntax::entry::{Entry, Lines};
use crate::syntax::field;
use crate::syntax::key::{Format, key};
use crate::syntax::line::{BLANK, after_dash, lines, uncommented};
use crate::syntax::node::{self, Node};
use crate::syntax::outline::{Fault, Field, Text};
use crate::syntax::quoted::unquoted;
use crate::syntax::value::{bracketed, scalar, trimmed};
use crate::text::span::Span;
use crate::theme::tongue;

/// What is said of front matter that cannot be read as what it claims to be.
pub const BROKEN: &str = tongue::key("the front matter is {fault}");

/// The fields in this range, and the fault of the parser in words for the author.
pub fn fields(
    text: &str,
    inner: &Range<usize>,
    format: Format,
    fault: &Fault,
) -> (Vec<Field>, Vec<Fault>) {
    let lines = Lines { text, format };
    let mut fields = Vec::new();
    lines.read(inner.clone(), "", 0, &mut fields);
    let (fields, mut faults) = field::settle(fields);
    faults.retain(|fault| format == Format::Yaml || fault.message.sentence != field::TWICE);
    faults.insert(0, lines.explained(fault, inner));
    (fields, faults)
}

impl Lines<'_> {
    /// The fault of a parser, on the value that it stumbled over.
    fn explained(&self, fault: &Fault, inner: &Range<usize>) -> Fault {
        Fault {
            rule: fault.rule,
            message: Reason::new(BROKEN).and("fault", fault.message.clone()),
            span: self.value_at(fault.span.range().start, inner),
            help: tongue::key("put the value in quotes; until then it is read line by line"),
        }
    }

    /// The value on the line that holds this place; of a place behind everything, on the last line.
    fn value_at(&self, at: usize, inner: &Range<usize>) -> Span {
        let written = inner.start + self.text[inner.clone()].trim_end().len();
        let at = at.clamp(inner.start, written);
        let start = self.text.as_bytes()[inner.start..at]
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |found| found + 1)
            + inner.start;
        let end = self.text[start..inner.end]
            .find('\n')
            .map_or(inner.end, |found| start + found);
        let line = &self.text[start..end];
        let value = key(line, self.format).map_or(start, |(_, value)| start + value);
        let span = scalar(self.text, value..end).span;
        if span.start < span.end {
            span
        } else {
            Span::new(start..end).trimmed(self.text)
        }
    }

    /// The fields of the outermost level in this range.
    fn read(&self, range: Range<usize>, prefix: &str, depth: usize, fields: &mut Vec<Field>) {
        let mut table = prefix.to_string();
        for entry in self.entries(range) {
            if fields.len() == field::MOST {
                return;
            }
            let name = &self.text[entry.key.clone()];
            if name.starts_with('[') {
                let name = name.trim_matches(['[', ']', ' ', '\t']);
                table = if name.len() < field::LONGEST {
                    format!("{name}.")
                } else {
                    String::new()
                };
            } else {
                let name = unquoted(name).map_or_else(|| name.to_string(), |(name, _)| name);
                let key = node::text_of(&format!("{table}{name}"), entry.key.clone());
                self.field(key, &entry, depth, fields);
            }
        }
    }

    fn field(&self, key: Text, entry: &Entry, depth: usize, fields: &mut Vec<Field>) {
        let region = entry.head.start..entry.end();
        if self.is_block(entry) {
            fields.push(field::field(key, self.block(entry), Vec::new()));
        } else if entry.head.is_empty() {
            self.below(key, entry, depth, fields);
        } else if let Some((entries, end)) = bracketed(self.text, region.clone()) {
            fields.push(field::listed(key, entries, Span::new(region.start..end)));
        } else {
            let is_long = |quote| self.text[region.clone()].starts_with(quote);
            let one_line = self.format == Format::Toml && !is_long("\"\"\"") && !is_long("'''");
            let value = scalar(
                self.text,
                if one_line { entry.head.clone() } else { region },
            );
            fields.push(field::field(key, value, Vec::new()));
        }
    }

    /// What stands on the lines below a key: a list, a map, a text or nothing.
    fn below(&self, mut key: Text, entry: &Entry, depth: usize, fields: &mut Vec<Field>) {
        let Some(first) = entry.rest.first() else {
            return fields.push(field::field(
                key,
                node::text_of("", entry.head.clone()),
                Vec::new(),
            ));
        };
        let region = first.start..entry.end();
        if after_dash(&self.text[trimmed(self.text, first.clone())]).is_some() {
            let entries: Vec<Text> = self
                .dashed(&entry.rest)
                .into_iter()
                .map(|at| self.listed(at, depth))
                .collect();
            let span = trimmed(
                self.text,
                region.start
                    ..entries
                        .last()
                        .map_or(region.end, |last| last.span.range().end),
            );
            fields.push(field::listed(key, entries, Span::new(span)));
        } else if depth < node::DEEPEST
            && key.value.len() < field::LONGEST
            && self.entry(first).is_some()
        {
            key.value.push('.');
            self.read(region, &key.value, depth + 1, fields);
        } else {
            fields.push(field::field(key, scalar(self.text, region), Vec::new()));
        }
    }

    /// The entries of a list, each with the lines that go on with it.
    fn dashed(&self, lines: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut level = None;
        for line in lines {
            let words = trimmed(self.text, line.clone());
            let column = self.column(words.start);
            let entry = after_dash(&self.text[words.clone()])
                .filter(|_| column <= *level.get_or_insert(column));
            match (entry, found.last_mut()) {
                (Some(rest), _) => {
                    found.push(trimmed(self.text, words.end - rest.len()..words.end));
                }
                (None, Some(last)) if last.start == last.end => *last = words,
                (None, Some(last)) => last.end = words.end,
                (None, None) => {}
            }
        }
        found.retain(|entry| !uncommented(&self.text[entry.clone()]).is_empty());
        found
    }

    /// An entry of a list; of a map, what it is called.
    fn listed(&self, at: Range<usize>, depth: usize) -> Text {
        let mut rows = lines(self.text, at.clone());
        let head = trimmed(self.text, rows.next().unwrap_or(at.start..at.start));
        let entry = Entry {
            key: at.start..at.start,
            head,
            rest: rows.collect(),
        };
        if self.is_block(&entry) {
            return self.block(&entry);
        }
        let is_map = key(&self.text[at.clone()], self.format)
            .is_some_and(|(_, value)| self.text[..at.start + value].ends_with(BLANK));
        if !is_map || depth == node::DEEPEST {
            return scalar(self.text, at);
        }
        let mut fields = Vec::new();
        self.read(at.clone(), "", depth + 1, &mut fields);
        let pairs: Vec<(Text, Node)> = fields
            .into_iter()
            .map(|field| (field.key, Node::Scalar(field.value)))
            .collect();
        node::caption(&pairs, Span::new(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::yaml;

    /// The rows of front matter that no parser takes.
    fn broken(inner: &str) -> Vec<(String, String, String)> {
        let text = format!("{inner}\nbad: @x\n");
        let fault = yaml::fields(&text, 0..text.len()).unwrap_err();
        let (fields, faults) = fields(&text, &(0..text.len()), Format::Yaml, &fault);
        assert_eq!(faults.len(), 1, "{faults:?}");
        let shown = |field: Field| {
            let written = &text[field.value.span.range()];
            row(&field.key.value, &field.value.value, written)
        };
        let mut rows: Vec<(String, String, String)> = fields.into_iter().map(shown).collect();
        assert_eq!(rows.pop(), Some(row("bad", "@x", "@x")));
        rows
    }

    fn row(key: &str, value: &str, written: &str) -> (String, String, String) {
        (key.to_string(), value.to_string(), written.to_string())
    }

    #[test]
    fn scalars_are_seen() {
        assert_eq!(
            broken("a: \"b \\\"c\\\"\" # d\r"),
            [row("a", "b \"c\"", "\"b \\\"c\\\"\"")]
        );
        assert_eq!(broken("a: 'it''s'"), [row("a", "it's", "'it''s'")]);
        assert_eq!(
            broken("\"a b\": b\n  c # d\n\n  e"),
            [row("a b", "b c e", "b\n  c # d\n\n  e")]
        );
        assert_eq!(
            broken("a: ~\nb:  # c\nc:"),
            [row("a", "", "~"), row("b", "", ""), row("c", "", "")]
        );
        assert_eq!(broken("\ta: b\n\tc: d")[1], row("c", "d", "d"));
        assert_eq!(broken("a: cafÃ©#1"), [row("a", "café#1", "cafÃ©#1")]);
        assert_eq!(broken("a: \"b\n  c\""), [row("a", "b c", "\"b\n  c\"")]);
    }

    #[test]
    fn lists_have_entries() {
        assert_eq!(
            broken("a: [b, \"c, d\", [[e]]] # f"),
            [row("a", "b, c, d, e", "[b, \"c, d\", [[e]]]")]
        );
        assert_eq!(
            broken("a: [\n  b, # c\n  d\n]"),
            [row("a", "b, d", "[\n  b, # c\n  d\n]")]
        );
        assert_eq!(
            broken("a:\n- b # c\n- \"@d\"\n-\ne: f")[0],
            row("a", "b, @d", "- b # c\n- \"@d\"")
        );
        assert_eq!(
            broken("a:\n  - id: 1\n    title: é: T\n  - x")[0].1,
            "é: T, x"
        );
        assert_eq!(
            broken("a:\n  - >-\n    b: c\n    d\n  - e")[0].1,
            "b: c d, e"
        );
        assert_eq!(broken("a: [b](c) d"), [row("a", "[b](c) d", "[b](c) d")]);
    }

    #[test]
    fn blocks_and_maps_are_followed() {
        assert_eq!(
            broken("a: |\n  b: c\n\n    # d\n\ne: f")[0],
            row("a", "b: c\n\n  # d", "|\n  b: c\n\n    # d")
        );
        assert_eq!(broken("a: >-\n  b\n  c\n\n  d")[0].1, "b c\nd");
        assert_eq!(
            broken("m:\n  alpha: v1: x\n  n:\n    b: c\nextra:\n  z: 1")[1],
            row("m.n.b", "c", "c")
        );
        assert_eq!(broken("extra:\n  z: 1")[0].0, "z");
    }
}
