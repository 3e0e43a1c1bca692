//! The fence at the head of a file, and what stands in it: YAML or TOML, or what can be read of either line by line.

use std::ops::Range;

use crate::syntax::outline::{Fault, Field, Text};
use crate::syntax::toml;
use crate::syntax::yaml::{self, Node};
use crate::text::span::Span;

/// The language between the fences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// `key: value` between `---`.
    Yaml,
    /// `key = value` between `+++`.
    Toml,
}

/// Where front matter stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// Its language.
    pub format: Format,
    /// What stands between the fences.
    pub inner: Range<usize>,
    /// All of it, with the fences and the line break after the closing one.
    pub whole: Range<usize>,
}

/// The front matter of a document; nothing where a leading `---` only draws a line.
pub fn split(text: &str) -> Option<Front> {
    let start = bom(text);
    let mut lines = lines(text, start..text.len());
    let first = lines.next()?;
    let format = match fence(text, &first) {
        "---" => Format::Yaml,
        "+++" => Format::Toml,
        _ => return None,
    };
    let close = closing(text, &mut lines, format)?;
    let inner = first.end..close.start;
    (format == Format::Toml || has_keys(text, inner.clone())).then_some(Front {
        format,
        inner,
        whole: start..close.end,
    })
}

/// The fields of front matter, and what is wrong with it.
pub fn fields(text: &str, front: &Front) -> (Vec<Field>, Vec<Fault>) {
    let read = match front.format {
        Format::Yaml => yaml::fields(text, front.inner.clone()),
        Format::Toml => toml::fields(text, front.inner.clone()),
    };
    read.unwrap_or_else(|fault| {
        let lines = Lines {
            text,
            format: front.format,
        };
        let mut fields = Vec::new();
        lines.read(front.inner.clone(), "", 0, &mut fields);
        let (fields, mut faults) = yaml::settle(fields);
        faults.retain(|fault| front.format == Format::Yaml || !fault.message.ends_with("twice"));
        faults.insert(0, lines.explained(&fault, front));
        (fields, faults)
    })
}

/// The line that closes front matter; a line across the page below a title and words closes none.
fn closing(
    text: &str,
    lines: &mut impl Iterator<Item = Range<usize>>,
    format: Format,
) -> Option<Range<usize>> {
    let mut is_titled = false;
    for line in lines {
        match (fence(text, &line), format) {
            ("---" | "...", Format::Yaml) | ("+++", Format::Toml) => return Some(line),
            (words, Format::Yaml) if is_titled && is_prose(words) => return None,
            (words, _) => is_titled |= words.starts_with("# "),
        }
    }
    None
}

/// Whether a line can be nothing of front matter: words at the margin without a key.
fn is_prose(words: &str) -> bool {
    words.starts_with(|c: char| c.is_alphabetic() || matches!(c, '*' | '_' | '|' | '`'))
        && !has_key(words)
        || words.starts_with("## ")
}

fn bom(text: &str) -> usize {
    text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len()
}

/// The lines of a range, with their line breaks.
fn lines(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = range.start;
    text[range].split_inclusive('\n').map(move |line| {
        at += line.len();
        at - line.len()..at
    })
}

fn fence<'a>(text: &'a str, line: &Range<usize>) -> &'a str {
    text[line.clone()].trim_end_matches(BLANK)
}

const BLANK: [char; 4] = [' ', '\t', '\r', '\n'];

/// Whether the first paragraph has a line that looks like `key:`; blank front matter is fine too.
fn has_keys(text: &str, inner: Range<usize>) -> bool {
    let mut lines = lines(text, inner)
        .map(|line| text[line].trim_end())
        .skip_while(|line| line.is_empty())
        .peekable();
    lines.peek().is_none() || lines.take_while(|line| !line.is_empty()).any(has_key)
}

/// Whether a line begins with a key, or is a map in braces.
pub fn has_key(line: &str) -> bool {
    let is_flow = line.starts_with('{') && !line.starts_with("{{") && line.contains(':');
    is_flow
        || (!line.starts_with([' ', '\t'])
            && key(line, Format::Yaml).is_some_and(|(key, _)| key.len() <= 64))
}

/// The key of a line, and where what follows its mark begins.
pub fn key(line: &str, format: Format) -> Option<(Range<usize>, usize)> {
    let start = line.len() - line.trim_start_matches(BLANK).len();
    let first = line[start..].chars().next()?;
    if matches!(first, '"' | '\'') {
        let end = start + 2 + line[start + 1..].find(first)?;
        let blanks = line[end..].len() - line[end..].trim_start_matches(BLANK).len();
        return mark(line, end + blanks, format).map(|value| (start..end, value));
    }
    let is_markup = "#*>|[]{}<!&%@`,?=+:".contains(first)
        || line[start..].starts_with("- ")
        || line[start..].starts_with("--");
    if is_markup {
        return None;
    }
    let sign = if format == Format::Toml { '=' } else { ':' };
    let (end, value) = line[start..]
        .match_indices(sign)
        .find_map(|(at, _)| Some((start + at, mark(line, start + at, format)?)))?;
    let end = start + line[start..end].trim_end().len();
    (end > start).then_some((start..end, value))
}

/// Where the value begins, if a mark that ends a key stands here: a blank follows it, or the key is one plain word.
fn mark(line: &str, at: usize, format: Format) -> Option<usize> {
    let rest = line[at..].strip_prefix(if format == Format::Toml { '=' } else { ':' })?;
    let is_word = || {
        let key = line[..at].trim_start();
        key.len() <= 64
            && key
                .chars()
                .all(|c| c.is_alphabetic() || c == '_' || c == '-')
    };
    let ends = rest.is_empty()
        || rest.starts_with(BLANK)
        || format == Format::Toml
        || (!rest.starts_with(['/', '\\', ':']) && is_word());
    ends.then_some(at + 1 + usize::from(rest.starts_with([' ', '\t'])))
}

/// A line without what a ` #` opens.
fn uncommented(line: &str) -> &str {
    let opens = |(at, _): &(usize, &str)| *at == 0 || line[..*at].ends_with([' ', '\t']);
    let end = line
        .match_indices('#')
        .find(opens)
        .map_or(line.len(), |(at, _)| at);
    line[..end].trim_end_matches(BLANK)
}

/// What stands behind the dash of a list's entry.
fn after_dash(words: &str) -> Option<&str> {
    words
        .strip_prefix('-')
        .filter(|rest| rest.is_empty() || rest.starts_with([' ', '\t']))
}

/// What a quoted scalar says and how long it is, if nothing but a comment follows it.
fn unquoted(raw: &str) -> Option<(String, usize)> {
    let long = ["\"\"\"", "'''"]
        .into_iter()
        .find(|quote| raw.starts_with(quote) && raw.len() >= 6);
    if let Some(quote) = long {
        let end = 3 + raw[3..].find(quote)?;
        return Some((raw[3..end].trim().to_string(), end + 3));
    }
    let quote = raw.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut said = String::new();
    let mut rest = raw.char_indices().skip(1).peekable();
    while let Some((at, c)) = rest.next() {
        match c {
            '\\' if quote == '"' => {
                said.extend(rest.next().map(|(_, c)| escaped(c)).into_iter().flatten());
            }
            '\'' if quote == c && rest.next_if(|(_, next)| *next == c).is_some() => said.push(c),
            c if c == quote => {
                let after = raw[at + 1..].trim_start();
                let is_last = after.is_empty() || (after.starts_with('#') && !after.contains('\n'));
                return is_last.then(|| (folded(&said), at + 1));
            }
            c => said.push(c),
        }
    }
    None
}

fn escaped(c: char) -> impl Iterator<Item = char> {
    let (kept, c) = match c {
        'n' => (None, '\n'),
        't' => (None, '\t'),
        '"' | '\\' | '/' => (None, c),
        _ => (Some('\\'), c),
    };
    kept.into_iter().chain([c])
}

/// Lines as one.
fn folded(text: &str) -> String {
    if !text.contains("\n ") && !text.contains('\r') {
        return text.to_string();
    }
    let words: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    words.join(" ")
}

/// A key, what stands behind it on its line, and the lines that belong to it.
struct Entry {
    key: Range<usize>,
    head: Range<usize>,
    rest: Vec<Range<usize>>,
}

impl Entry {
    fn end(&self) -> usize {
        self.rest.last().map_or(self.head.end, |line| line.end)
    }
}

/// A reader, line by line, for what no parser takes.
struct Lines<'a> {
    text: &'a str,
    format: Format,
}

impl Lines<'_> {
    /// The fault of a parser, on the value that it stumbled over.
    fn explained(&self, fault: &Fault, front: &Front) -> Fault {
        let what = "front matter";
        Fault {
            rule: fault.rule,
            message: format!("the {what} is {}", fault.message),
            span: self.value_at(fault.span.range().start, &front.inner),
            help: "put the value in quotes; until then it is read line by line",
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
        let span = self.scalar(value..end).span;
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
            if fields.len() == yaml::MOST {
                return;
            }
            let name = &self.text[entry.key.clone()];
            if name.starts_with('[') {
                let name = name.trim_matches(['[', ']', ' ', '\t']);
                table = if name.len() < yaml::LONGEST {
                    format!("{name}.")
                } else {
                    String::new()
                };
            } else {
                let name = unquoted(name).map_or_else(|| name.to_string(), |(name, _)| name);
                let key = yaml::text_of(&format!("{table}{name}"), entry.key.clone());
                self.field(key, &entry, depth, fields);
            }
        }
    }

    /// The keys of the outermost level, each with the lines that belong to it.
    fn entries(&self, range: Range<usize>) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        let mut level = None;
        for line in lines(self.text, range) {
            let words = self.trimmed(line.clone());
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
    fn entry(&self, line: &Range<usize>) -> Option<Entry> {
        let shown = self.text[line.clone()].trim_end_matches(['\r', '\n']);
        if self.format == Format::Toml && shown.trim_start().starts_with('[') {
            let key = self.trimmed(line.start..line.start + uncommented(shown).len());
            return Some(Entry {
                head: key.end..key.end,
                key,
                rest: Vec::new(),
            });
        }
        let (key, value) = key(shown, self.format)?;
        let place = line.start + value.min(shown.len());
        let head = self.trimmed(place..line.start + shown.len());
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

    fn field(&self, key: Text, entry: &Entry, depth: usize, fields: &mut Vec<Field>) {
        let region = entry.head.start..entry.end();
        if self.is_block(entry) {
            fields.push(yaml::field(key, self.block(entry), Vec::new()));
        } else if entry.head.is_empty() {
            self.below(key, entry, depth, fields);
        } else if let Some((entries, end)) = self.bracketed(region.clone()) {
            fields.push(yaml::listed(key, entries, Span::new(region.start..end)));
        } else {
            let is_long = |quote| self.text[region.clone()].starts_with(quote);
            let one_line = self.format == Format::Toml && !is_long("\"\"\"") && !is_long("'''");
            let value = self.scalar(if one_line { entry.head.clone() } else { region });
            fields.push(yaml::field(key, value, Vec::new()));
        }
    }

    /// What stands on the lines below a key: a list, a map, a text or nothing.
    fn below(&self, mut key: Text, entry: &Entry, depth: usize, fields: &mut Vec<Field>) {
        let Some(first) = entry.rest.first() else {
            return fields.push(yaml::field(
                key,
                yaml::text_of("", entry.head.clone()),
                Vec::new(),
            ));
        };
        let region = first.start..entry.end();
        if after_dash(&self.text[self.trimmed(first.clone())]).is_some() {
            let entries: Vec<Text> = self
                .dashed(&entry.rest)
                .into_iter()
                .map(|at| self.listed(at, depth))
                .collect();
            let span = self.trimmed(
                region.start
                    ..entries
                        .last()
                        .map_or(region.end, |last| last.span.range().end),
            );
            fields.push(yaml::listed(key, entries, Span::new(span)));
        } else if depth < yaml::DEEPEST
            && key.value.len() < yaml::LONGEST
            && self.entry(first).is_some()
        {
            key.value.push('.');
            self.read(region, &key.value, depth + 1, fields);
        } else {
            fields.push(yaml::field(key, self.scalar(region), Vec::new()));
        }
    }

    /// The entries of a list, each with the lines that go on with it.
    fn dashed(&self, lines: &[Range<usize>]) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut level = None;
        for line in lines {
            let words = self.trimmed(line.clone());
            let column = self.column(words.start);
            let entry = after_dash(&self.text[words.clone()])
                .filter(|_| column <= *level.get_or_insert(column));
            match (entry, found.last_mut()) {
                (Some(rest), _) => found.push(self.trimmed(words.end - rest.len()..words.end)),
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
        let head = self.trimmed(rows.next().unwrap_or(at.start..at.start));
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
        if !is_map || depth == yaml::DEEPEST {
            return self.scalar(at);
        }
        let mut fields = Vec::new();
        self.read(at.clone(), "", depth + 1, &mut fields);
        let pairs: Vec<(Text, Node)> = fields
            .into_iter()
            .map(|field| (field.key, Node::Scalar(field.value)))
            .collect();
        yaml::caption(&pairs, Span::new(at))
    }

    fn is_block(&self, entry: &Entry) -> bool {
        let head = self.text[entry.head.clone()].strip_prefix(['|', '>']);
        self.format == Format::Yaml
            && head.is_some_and(|rest| {
                uncommented(rest)
                    .chars()
                    .all(|c| c.is_ascii_digit() || "+-".contains(c))
            })
    }

    /// The lines of a block, joined as its mark says.
    fn block(&self, entry: &Entry) -> Text {
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
        yaml::text_of(&value, self.trimmed(entry.head.start..entry.end()))
    }

    /// The entries of `[a, b]` and where it ends, if nothing but a comment follows; lists in it become one with it.
    fn bracketed(&self, region: Range<usize>) -> Option<(Vec<Text>, usize)> {
        let raw = &self.text[region.clone()];
        let mut found = Vec::new();
        let mut open = 0;
        let mut from = None;
        let mut bytes = raw.bytes().enumerate();
        while let Some((at, byte)) = bytes.next() {
            match byte {
                b'[' if from.is_none() => open += 1,
                _ if open == 0 => return None,
                b'#' if raw[..at].ends_with(BLANK) => _ = bytes.find(|(_, byte)| *byte == b'\n'),
                b'"' | b'\'' if from.is_none() => {
                    from = Some(at);
                    pass_quoted(&mut bytes, byte);
                }
                b',' | b']' => {
                    found.extend(
                        from.take()
                            .map(|from| self.scalar(region.start + from..region.start + at)),
                    );
                    open -= usize::from(byte == b']');
                    if open == 0 {
                        let rest = raw[at + 1..].trim_start();
                        return (rest.is_empty() || rest.starts_with('#'))
                            .then_some((found, region.start + at + 1));
                    }
                }
                byte if byte.is_ascii_whitespace() => {}
                _ => _ = from.get_or_insert(at),
            }
        }
        None
    }

    /// A scalar as it is seen: without quotes or comment, its lines as one.
    fn scalar(&self, range: Range<usize>) -> Text {
        let at = self.trimmed(range);
        let raw = &self.text[at.clone()];
        if let Some((value, length)) = unquoted(raw) {
            return yaml::text_of(&value, at.start..at.start + length);
        }
        let mut words = Vec::new();
        let mut end = at.start;
        for line in lines(self.text, at.clone()) {
            let shown = uncommented(&self.text[line.clone()]);
            if !shown.is_empty() {
                end = line.start + shown.len();
                words.push(shown.trim_start());
            }
        }
        let value = words.join(" ");
        yaml::text_of(
            if yaml::is_null(&value) || value == "{}" {
                ""
            } else {
                &value
            },
            at.start..end,
        )
    }

    /// The range without the blanks at its ends.
    fn trimmed(&self, range: Range<usize>) -> Range<usize> {
        Span::new(range).trimmed(self.text).range()
    }

    /// How many bytes stand before this one on its line.
    fn column(&self, at: usize) -> usize {
        at - self.text[..at].rfind('\n').map_or(0, |found| found + 1)
    }
}

fn pass_quoted(bytes: &mut impl Iterator<Item = (usize, u8)>, quote: u8) {
    while let Some((_, byte)) = bytes.next() {
        match byte {
            b'\\' if quote == b'"' => _ = bytes.next(),
            byte if byte == quote => return,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn inside(text: &str) -> Option<&str> {
        split(text).map(|front| &text[front.inner])
    }

    fn read(text: &str) -> (Vec<(String, String, String)>, Vec<Fault>) {
        let front = split(text).unwrap();
        let (fields, faults) = fields(text, &front);
        let row = |field: Field| {
            (
                field.key.value,
                field.value.value,
                text[field.value.span.range()].to_string(),
            )
        };
        (fields.into_iter().map(row).collect(), faults)
    }

    /// The rows of front matter that no parser takes.
    fn broken(inner: &str) -> Vec<(String, String, String)> {
        let text = format!("---\n{inner}\nbad: @x\n---\n");
        let (mut rows, faults) = read(&text);
        assert_eq!(faults.len(), 1, "{faults:?}");
        assert_eq!(rows.pop(), Some(row("bad", "@x", "@x")));
        rows
    }

    fn row(key: &str, value: &str, written: &str) -> (String, String, String) {
        (key.to_string(), value.to_string(), written.to_string())
    }

    #[test]
    fn fences_stand_at_the_head() {
        assert_eq!(inside("---\na: b\n---\n# H\n"), Some("a: b\n"));
        assert_eq!(
            inside("\u{feff}--- \r\na: b\r\n...\t\r\n# H"),
            Some("a: b\r\n")
        );
        assert_eq!(inside("+++\na = 1\n+++"), Some("a = 1\n"));
        assert_eq!(inside("---\n---\n"), Some(""));
        assert_eq!(
            inside("---\n\n# c\n{{ x }}\nkey: v\n---"),
            Some("\n# c\n{{ x }}\nkey: v\n")
        );
        let text = "---\na: b\n---\n\nx";
        assert_eq!(
            split(text).map(|front| &text[front.whole.end..]),
            Some("\nx")
        );
    }

    #[test]
    fn lines_across_the_page_are_no_fences() {
        for text in [
            "",
            "---",
            "---\n",
            "---\na: b\n",
            "\n---\na: b\n---\n",
            "---\n\nSome words.\n\nNote: x\n\n---\n",
            "----\na: b\n----\n",
        ] {
            assert_eq!(split(text), None, "{text:?}");
        }
        assert_eq!(split("---\n# Title\n\n**Status:** done\n\n---\n"), None);
        assert_eq!(split("---\n**Status:** done\n---\n"), None);
        assert_eq!(split("---\na: b\n\n# Title\n\nWords.\n\n---\n"), None);
        assert!(split("---\na: b\n\n# comment\nc: d\n---\n").is_some());
        assert_eq!(split("---\nhttp://x\n- a: b\n---\n"), None);
    }

    #[test]
    fn good_front_matter_is_parsed() {
        let (rows, faults) = read("\u{feff}---\r\ntitel: Größe\r\nl:\r\n  - é\r\n---\r\n");
        assert_eq!(rows, [row("titel", "Größe", "Größe"), row("l", "é", "- é")]);
        assert_eq!(faults, []);
        let (rows, _) = read("+++\ndate = 2024-01-01\n[extra]\nowner = 'é'\n+++\n");
        assert_eq!(
            rows,
            [
                row("date", "2024-01-01", "2024-01-01"),
                row("owner", "é", "'é'")
            ]
        );
    }

    #[test]
    fn broken_front_matter_is_read_line_by_line() {
        let text = "---\ntitle: Föö: bar # c\nassignee: @web-team\nx: {{ y }}\nstatus:done\n---\n";
        let (rows, faults) = read(text);
        assert_eq!(
            rows,
            [
                row("title", "Föö: bar", "Föö: bar"),
                row("assignee", "@web-team", "@web-team"),
                row("x", "{{ y }}", "{{ y }}"),
                row("status", "done", "done")
            ]
        );
        assert_eq!(faults.len(), 1);
        assert_eq!(&text[faults[0].span.range()], "Föö: bar");
        assert_eq!(
            faults[0].message,
            "the front matter is not valid YAML: mapping values are not allowed in this context"
        );
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

    #[test]
    fn broken_toml_is_read_line_by_line() {
        let text =
            "+++\na = é # c\nb = [\n  'c',\n  \"d\"\n]\n[extra]\ne = \"f\" # g\n[m]\nn = 1\n+++\n";
        let (rows, faults) = read(text);
        assert_eq!(rows[0], row("a", "é", "é"));
        assert_eq!(rows[1], row("b", "c, d", "[\n  'c',\n  \"d\"\n]"));
        assert_eq!(rows[2..], [row("e", "f", "\"f\""), row("m.n", "1", "1")]);
        assert_eq!(&text[faults[0].span.range()], "é");
        assert!(
            faults[0]
                .message
                .starts_with("the front matter is not valid TOML: ")
        );
        assert_eq!(read("+++\na = 1\na = 2\n+++\n").1.len(), 1);
    }

    #[test]
    fn large_garbage_is_read_in_time() {
        for open in [
            "[",
            "{",
            "k: [\n",
            "k:\n ",
            "- ",
            "k: |\n",
            "\"",
            "k: 'a\n",
            " - k: v\n",
            "#\n",
            "---x\n",
        ] {
            for (fence, head) in [("---", "a: "), ("---", "a:\n"), ("+++", "a = ")] {
                let text = format!("{fence}\n{head}{}\n{fence}\n", open.repeat(10_000));
                _ = split(&text).map(|front| fields(&text, &front));
            }
        }
    }

    proptest! {
        #[test]
        fn garbage_is_read_in_place(inner in "([a-c]|é|\u{a0}|[-:=#|>&*@,{}\"'~ \t\r\n\\[\\]\\\\]|: |\n  |\n- |\na: ){0,60}", toml: bool) {
            let text = if toml { format!("+++\n{inner}\n+++\n") } else { format!("---\nk: {inner}\n---\n") };
            if let Some(front) = split(&text) {
                let (fields, faults) = fields(&text, &front);
                for span in fields.iter().flat_map(|field| [field.key.span, field.value.span]) {
                    prop_assert!(text.get(span.range()).is_some());
                }
                for span in fields.iter().flat_map(|field| &field.entries).map(|entry| entry.span).chain(faults.iter().map(|fault| fault.span)) {
                    prop_assert!(text.get(span.range()).is_some());
                }
            }
        }
    }
}
