//! YAML to fields: every key and value with its place, aliases left as written.

use std::collections::BTreeSet;
use std::ops::Range;

use granit_parser::{Event, Options, Parser, ScalarStyle, ScanError, StrInput, StructureStyle};

use crate::syntax::outline::{Fault, Field, Text};
use crate::text::mojibake::repair;
use crate::text::slot::Form;
use crate::text::span::Span;

/// The rule that all faults of YAML and TOML break.
pub const RULE: &str = "broken-front-matter";

/// How deep maps and lists are followed; what lies deeper is taken as written.
pub const DEEPEST: usize = 16;
/// How many fields are read; a document with more of them is no plan.
pub const MOST: usize = 4096;
/// How long a key may be that others are nested under, so that a few bytes cannot become many.
pub const LONGEST: usize = 1024;
/// The keys that tell what a map is called, the best one first.
const CAPTIONS: [&str; 5] = ["title", "name", "text", "description", "id"];

/// A value, as YAML and TOML nest them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// One value; empty if it is null.
    Scalar(Text),
    /// A list and where it stands.
    List(Vec<Self>, Span),
    /// Keys with their values, in order, and where they stand.
    Map(Vec<(Text, Self)>, Span),
}

impl Node {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Scalar(text) => text.span,
            Self::List(_, span) | Self::Map(_, span) => *span,
        }
    }
}

/// The fields of the YAML in this range and the keys that are stated twice; a fault alone where it is not YAML.
pub fn fields(text: &str, range: Range<usize>) -> Result<(Vec<Field>, Vec<Fault>), Fault> {
    match node(text, range)? {
        None => Ok((Vec::new(), Vec::new())),
        Some(Node::Map(pairs, _)) => Ok(flatten(pairs)),
        Some(other) => Err(invalid("it has no keys", other.span())),
    }
}

/// The first document of the YAML in this range; nothing if it is blank.
pub fn node(text: &str, range: Range<usize>) -> Result<Option<Node>, Fault> {
    let mut cursor = Cursor::new(text, range);
    loop {
        let (event, at) = cursor.next()?;
        match event {
            Event::StreamStart | Event::DocumentStart(..) => {}
            Event::StreamEnd | Event::DocumentEnd => return Ok(None),
            event => {
                let node = cursor.node(event, at, 0)?;
                return cursor.next().map(|_| Some(node));
            }
        }
    }
}

/// A value without the blanks round it, its double encoding repaired.
pub fn text_of(value: &str, at: Range<usize>) -> Text {
    Text {
        value: repair(value.trim()).into_owned(),
        span: Span::new(at),
        links: Vec::new(),
    }
}

/// The fields of nested maps under dotted keys (those of `extra` under their own), and the keys that are stated twice.
pub fn flatten(pairs: Vec<(Text, Node)>) -> (Vec<Field>, Vec<Fault>) {
    let mut fields = Vec::new();
    spread(pairs, "", &mut fields);
    settle(fields)
}

/// Puts fields in their final form: what is stated twice or too much is said, and `extra.` is taken away.
pub fn settle(mut fields: Vec<Field>) -> (Vec<Field>, Vec<Fault>) {
    let mut faults = twice(&fields);
    if fields.len() >= MOST {
        let span = fields[MOST - 1].key.span;
        let message = format!("there are too many keys: only the first {MOST} are read");
        faults.push(Fault {
            rule: RULE,
            message,
            span,
            help: "split the file",
        });
        fields.truncate(MOST);
    }
    for field in &mut fields {
        if field.key.value.starts_with("extra.") {
            field.key.value.drain(.."extra.".len());
        }
    }
    (fields, faults)
}

fn twice(fields: &[Field]) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let again = fields
        .iter()
        .filter(|field| !seen.insert(field.key.value.as_str()));
    again
        .map(|field| Fault {
            rule: RULE,
            message: format!("`{}` is stated twice", field.key.value),
            span: field.key.span,
            help: "keep one of them",
        })
        .collect()
}

fn spread(pairs: Vec<(Text, Node)>, prefix: &str, fields: &mut Vec<Field>) {
    for (mut key, node) in pairs {
        if fields.len() == MOST {
            return;
        }
        key.value.insert_str(0, prefix);
        match node {
            Node::Map(inner, _) if !inner.is_empty() && key.value.len() < LONGEST => {
                spread(inner, &format!("{}.", key.value), fields);
            }
            Node::Map(inner, span) => fields.push(field(key, caption(&inner, span), Vec::new())),
            Node::Scalar(value) => fields.push(field(key, value, Vec::new())),
            Node::List(nodes, span) => {
                let mut entries = Vec::new();
                collect(nodes, &mut entries);
                fields.push(listed(key, entries, span));
            }
        }
    }
}

/// A field of front matter.
pub fn field(key: Text, value: Text, entries: Vec<Text>) -> Field {
    Field {
        key,
        value,
        entries,
        form: Form::Scalar,
        marked: true,
    }
}

/// A field whose value is a list.
pub fn listed(key: Text, entries: Vec<Text>, span: Span) -> Field {
    let words: Vec<&str> = entries.iter().map(|entry| entry.value.as_str()).collect();
    let value = Text {
        value: words.join(", "),
        span,
        links: Vec::new(),
    };
    field(key, value, entries)
}

/// Lists in lists become one: `[[US-013]]` without quotes names one story.
fn collect(nodes: Vec<Node>, entries: &mut Vec<Text>) {
    for node in nodes {
        match node {
            Node::Scalar(text) if text.is_empty() => {}
            Node::Scalar(text) => entries.push(text),
            Node::List(inner, _) => collect(inner, entries),
            Node::Map(pairs, span) => entries.push(caption(&pairs, span)),
        }
    }
}

/// What a map in a list is called: its title, else all that it says; `- US-101: Login` is one pair and stays together.
pub fn caption(pairs: &[(Text, Node)], span: Span) -> Text {
    let named = CAPTIONS.iter().find_map(|wanted| {
        pairs.iter().find_map(|(key, node)| match node {
            Node::Scalar(text) if key.value == *wanted && !text.is_empty() => {
                Some(text.value.clone())
            }
            _ => None,
        })
    });
    let value = named.unwrap_or_else(|| match pairs {
        [(key, Node::Scalar(text))] => format!("{}: {}", key.value, text.value)
            .trim_end()
            .to_string(),
        _ => {
            let mut words = Vec::new();
            pairs.iter().for_each(|(_, node)| said(node, &mut words));
            words.join(" ")
        }
    });
    Text {
        value,
        span,
        links: Vec::new(),
    }
}

fn said<'a>(node: &'a Node, words: &mut Vec<&'a str>) {
    match node {
        Node::Scalar(text) if text.is_empty() => {}
        Node::Scalar(text) => words.push(&text.value),
        Node::List(nodes, _) => nodes.iter().for_each(|node| said(node, words)),
        Node::Map(pairs, _) => pairs.iter().for_each(|(_, node)| said(node, words)),
    }
}

fn invalid(words: &str, span: Span) -> Fault {
    let message = format!("not valid YAML: {}", words.replace('\'', "`"));
    Fault {
        rule: RULE,
        message,
        span,
        help: "put the value in quotes",
    }
}

/// Whether a plain scalar stands for nothing.
pub fn is_null(value: &str) -> bool {
    matches!(value, "" | "~" | "null" | "Null" | "NULL")
}

/// The parser's events and what is known of the place between two of them.
struct Cursor<'a> {
    text: &'a str,
    range: Range<usize>,
    parser: Parser<'a, StrInput<'a>>,
    /// Where the event before this one ends.
    before: usize,
    last: usize,
    /// The end of a key whose value is not finished.
    open: Option<usize>,
}

impl<'a> Cursor<'a> {
    fn new(text: &'a str, range: Range<usize>) -> Self {
        let mut options = Options::default();
        options.set_emit_comments(false);
        let inner = text.get(range.clone()).unwrap_or_default();
        let parser = Parser::new_from_str_with_options(inner, options);
        Self {
            text,
            before: range.start,
            last: range.start,
            open: None,
            range,
            parser,
        }
    }

    fn next(&mut self) -> Result<(Event<'a>, Range<usize>), Fault> {
        let (event, span) = match self.parser.next_event() {
            Some(Ok(step)) => step,
            Some(Err(error)) => return Err(self.broken(&error)),
            None => return Ok((Event::StreamEnd, self.last..self.last)),
        };
        let at = span
            .byte_range()
            .map(|at| at.start + self.range.start..at.end + self.range.start);
        let at = at
            .filter(|at| self.text.get(at.clone()).is_some())
            .unwrap_or(self.last..self.last);
        self.before = self.last;
        self.last = at.end;
        Ok((event, at))
    }

    /// The fault of a parser's error, on the line of the value that it began with.
    fn broken(&self, error: &ScanError) -> Fault {
        let noticed = error
            .marker()
            .byte_offset()
            .map_or(self.last, |at| at + self.range.start);
        let begun = self.open.and_then(|end| {
            let rest = self.text[end..self.range.end].strip_prefix(':')?;
            let line = rest.lines().next()?;
            let value = line.trim_start();
            let at = end + 1 + line.len() - value.len();
            (!value.is_empty() && !value.starts_with('#')).then_some(at)
        });
        let at = begun.unwrap_or(noticed).min(self.range.end);
        invalid(&error.info(), Span::new(at..at))
    }

    fn node(&mut self, event: Event<'a>, at: Range<usize>, depth: usize) -> Result<Node, Fault> {
        match event {
            Event::Scalar(value, style, ..) => Ok(Node::Scalar(self.scalar(&value, style, at))),
            Event::SequenceStart(..) | Event::MappingStart(..) if depth == DEEPEST => {
                self.skip(at.start)
            }
            Event::SequenceStart(style, ..) => self.list(style, &at, depth),
            Event::MappingStart(style, ..) => self.map(style, &at, depth),
            _ => Ok(Node::Scalar(text_of(&self.text[at.clone()], at))),
        }
    }

    fn scalar(&self, value: &str, style: ScalarStyle, at: Range<usize>) -> Text {
        match style {
            ScalarStyle::Plain if is_null(value) => text_of("", at),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let end = at.start + self.text[at.clone()].trim_end().len();
                let (start, least) = self
                    .mark(at.start)
                    .map_or((at.start, end), |mark| (mark, mark + 1));
                text_of(value, start..end.max(least))
            }
            _ => text_of(value, at),
        }
    }

    /// The `|` or `>` of a block whose words begin at `start`.
    fn mark(&self, start: usize) -> Option<usize> {
        let bytes = &self.text.as_bytes()[..start];
        (self.before..start).find(|at| {
            matches!(bytes[*at], b'|' | b'>') && *at > 0 && bytes[*at - 1].is_ascii_whitespace()
        })
    }

    /// The first dash of a list; of one that is not indented, the parser only tells where the first entry begins.
    fn dash(&self, start: usize) -> usize {
        let gap = self.text.get(self.before..start).unwrap_or_default();
        let mut at = self.before;
        for line in gap.split_inclusive('\n') {
            let entry = line.trim_start();
            if at > self.before && entry.starts_with('-') {
                return at + line.len() - entry.len();
            }
            at += line.len();
        }
        start
    }

    fn list(
        &mut self,
        style: StructureStyle,
        at: &Range<usize>,
        depth: usize,
    ) -> Result<Node, Fault> {
        let start = if style == StructureStyle::Block {
            self.dash(at.start)
        } else {
            at.start
        };
        let mut nodes = Vec::new();
        let mut end = at.end;
        loop {
            let (event, at) = self.next()?;
            if matches!(event, Event::SequenceEnd | Event::StreamEnd) {
                let end = if style == StructureStyle::Flow {
                    at.end
                } else {
                    end
                };
                return Ok(Node::List(nodes, Span::new(start..end).trimmed(self.text)));
            }
            let node = self.node(event, at, depth + 1)?;
            end = end.max(node.span().range().end);
            nodes.push(node);
        }
    }

    fn map(
        &mut self,
        style: StructureStyle,
        at: &Range<usize>,
        depth: usize,
    ) -> Result<Node, Fault> {
        let mut pairs = Vec::new();
        let mut end = at.end;
        loop {
            let (event, key_at) = self.next()?;
            match event {
                Event::MappingEnd | Event::StreamEnd => {
                    let end = if style == StructureStyle::Flow {
                        key_at.end
                    } else {
                        end
                    };
                    return Ok(self.finished(pairs, at.start..end));
                }
                Event::SequenceStart(..) | Event::MappingStart(..) => {
                    return Err(invalid(
                        "braces or brackets stand where a key is expected",
                        Span::new(key_at),
                    ));
                }
                _ => {}
            }
            let key_end = key_at.end;
            let Node::Scalar(key) = self.node(event, key_at, depth)? else {
                continue;
            };
            let node = self.value(key_end, depth)?;
            end = end.max(node.span().range().end);
            pairs.push((key, node));
        }
    }

    fn value(&mut self, key_end: usize, depth: usize) -> Result<Node, Fault> {
        self.open = Some(key_end);
        let (event, mut at) = self.next()?;
        if at.is_empty() && matches!(event, Event::Scalar(_, ScalarStyle::Plain, ..)) {
            let place = at.start.max(self.after_colon(key_end));
            at = place..place;
        }
        let node = self.node(event, at, depth + 1)?;
        self.open = None;
        Ok(node)
    }

    /// Where an empty value would be written.
    fn after_colon(&self, key_end: usize) -> usize {
        let rest = &self.text[key_end..self.range.end];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        match rest[blanks..].strip_prefix(':') {
            Some(value) => key_end + blanks + 1 + usize::from(value.starts_with([' ', '\t'])),
            None => key_end,
        }
    }

    /// A map, or the words of a placeholder: `{status}` has no value.
    fn finished(&self, pairs: Vec<(Text, Node)>, at: Range<usize>) -> Node {
        let written = &self.text[at.clone()];
        if written.starts_with('{') && !pairs.is_empty() && !written.contains(':') {
            return Node::Scalar(text_of(written, at));
        }
        Node::Map(pairs, Span::new(at))
    }

    /// Passes over a list or map that lies too deep.
    fn skip(&mut self, start: usize) -> Result<Node, Fault> {
        let mut open = 1;
        let mut end = start;
        while open > 0 {
            let (event, at) = self.next()?;
            match event {
                Event::SequenceStart(..) | Event::MappingStart(..) => open += 1,
                Event::SequenceEnd | Event::MappingEnd => open -= 1,
                Event::StreamEnd => open = 0,
                _ => {}
            }
            end = end.max(at.end);
        }
        let at = start..start + self.text[start..end].trim_end().len();
        Ok(Node::Scalar(text_of(&self.text[at.clone()], at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(String, String, String)> {
        let (fields, _) = fields(text, 0..text.len()).unwrap();
        let row = |field: Field| {
            (
                field.key.value,
                field.value.value,
                text[field.value.span.range()].to_string(),
            )
        };
        fields.into_iter().map(row).collect()
    }

    fn entries(text: &str) -> Vec<(String, String)> {
        let (fields, _) = fields(text, 0..text.len()).unwrap();
        let row = |entry: &Text| (entry.value.clone(), text[entry.span.range()].to_string());
        fields[0].entries.iter().map(row).collect()
    }

    fn one(text: &str) -> (String, String) {
        let (_, value, written) = read(text).remove(0);
        (value, written)
    }

    fn pair(a: &str, b: &str) -> (String, String) {
        (a.to_string(), b.to_string())
    }

    #[test]
    fn scalars_are_seen_and_placed() {
        assert_eq!(one("a: b c # d\n"), pair("b c", "b c"));
        assert_eq!(one("größe: 'it''s' # é\n"), pair("it's", "'it''s'"));
        assert_eq!(
            one("é: \"x\\n\\u00e9\"\r\n"),
            pair("x\né", "\"x\\n\\u00e9\"")
        );
        assert_eq!(one("a: 2023-9-18\n"), pair("2023-9-18", "2023-9-18"));
        assert_eq!(one("a: one\n  two\n"), pair("one two", "one\n  two"));
        assert_eq!(one("\u{feff}a: ü\nb: c"), pair("ü", "ü"));
        assert_eq!(one("a: cafÃ©\n"), pair("café", "cafÃ©"));
        assert_eq!(one("a: !!str x\n"), pair("x", "x"));
        assert_eq!(one("a: {status}\n"), pair("{status}", "{status}"));
    }

    #[test]
    fn nothing_has_a_place() {
        for (text, at) in [
            ("a:\nb: c", 2),
            ("a: \nb: c", 3),
            ("a:   # c\nb: c", 3),
            ("a:", 2),
            ("a: !!str\n", 8),
        ] {
            let (fields, _) = fields(text, 0..text.len()).unwrap();
            assert_eq!(
                (fields[0].value.value.as_str(), fields[0].value.span),
                ("", Span::new(at..at)),
                "{text:?}"
            );
        }
        assert_eq!(one("a: ~\n"), pair("", "~"));
        assert_eq!(one("a: null\n"), pair("", "null"));
        assert_eq!(one("a: 'null'\n"), pair("null", "'null'"));
        assert_eq!(one("a:\n  - \n"), pair("", "-"));
        assert_eq!(one("a: []\n"), pair("", "[]"));
        assert_eq!(read(""), []);
        assert_eq!(read("# only\n"), []);
    }

    #[test]
    fn blocks_begin_at_their_mark() {
        assert_eq!(
            one("a: |\r\n  one\r\n  two\r\nb: c"),
            pair("one\ntwo", "|\r\n  one\r\n  two")
        );
        assert_eq!(
            one("a: >- # x\n  one\n  two\n\n"),
            pair("one two", ">- # x\n  one\n  two")
        );
        assert_eq!(one("a: &x |\n\n"), pair("", "|"));
        assert_eq!(one("a:\n- >\ré:\n").1, "- >");
        assert_eq!(
            entries("a:\n  - |\n    x\n  - y\n"),
            [pair("x", "|\n    x"), pair("y", "y")]
        );
    }

    #[test]
    fn lists_have_entries() {
        assert_eq!(one("a: [b, \"c d\"] # e\n"), pair("b, c d", "[b, \"c d\"]"));
        assert_eq!(
            one("a: # x-y\n- b\n- 'c'\nd: e\n"),
            pair("b, c", "- b\n- 'c'")
        );
        assert_eq!(one("a:\n  - b\n\n  -\n\nd: e\n"), pair("b", "- b\n\n  -"));
        assert_eq!(
            entries("a: [\"[[x]]\", [[y]]]\n"),
            [pair("[[x]]", "\"[[x]]\""), pair("y", "y")]
        );
        assert_eq!(entries("a:\n  - b\n  - - c\n    - d\n").len(), 3);
    }

    #[test]
    fn maps_are_flattened_or_named() {
        let rows = read("m: {alpha: \"v1\"}\nn:\n  b:\n    c: d\nextra:\n  e: f\n");
        let keys: Vec<&str> = rows.iter().map(|(key, ..)| key.as_str()).collect();
        assert_eq!(keys, ["m.alpha", "n.b.c", "e"]);
        assert_eq!(
            entries("a:\n- id: 1\n  title: T\n- x: y\n  z: w\n- US-1: Log\n"),
            [
                pair("T", "id: 1\n  title: T"),
                pair("y w", "x: y\n  z: w"),
                pair("US-1: Log", "US-1: Log")
            ]
        );
    }

    #[test]
    fn aliases_stay() {
        assert_eq!(read("a: &x [1, 2]\nb: *x\n")[1].1, "*x");
        let bomb: String = (1..40)
            .map(|at| format!("k{at}: &k{at} [*k{0}, *k{0}, *k{0}]\n", at - 1))
            .collect();
        let rows = read(&format!("k0: &k0 lol\n{bomb}"));
        assert_eq!(rows[39].1, "*k38, *k38, *k38");
    }

    #[test]
    fn what_is_stated_twice_is_kept_and_said() {
        let text = "status: a\nn: {status: x}\nstatus: b\n";
        let (fields, faults) = fields(text, 0..text.len()).unwrap();
        assert_eq!((fields.len(), faults.len()), (3, 1));
        assert_eq!(faults[0].message, "`status` is stated twice");
        assert_eq!(faults[0].span, Span::new(25..31));
    }

    #[test]
    fn only_the_first_document_counts() {
        assert_eq!(read("---\na: b\n---\nc: @\n").len(), 1);
    }

    #[test]
    fn faults_stand_where_the_value_begins() {
        for (text, at) in [
            ("a: b\nc: @x\n", 8),
            ("t: \"x\nb: c\n", 3),
            ("t: é: b\n", 5),
            ("a: [b\nc: d\n", 3),
            ("a: {{ x }}\n", 4),
        ] {
            let fault = fields(text, 0..text.len()).unwrap_err();
            assert_eq!(fault.span.start, at, "{text:?}");
        }
        assert!(fields("- a\n", 0..4).is_err());
        let fault = fields("a: @x", 0..5).unwrap_err();
        assert_eq!(fault.message, "not valid YAML: unexpected character: `@`");
    }

    #[test]
    fn depth_and_number_are_limited() {
        let deep = format!("a: {}x{}\n", "[".repeat(60), "]".repeat(60));
        assert_eq!(entries(&deep).len(), 1);
        for open in [
            "[",
            "{",
            "- ",
            "? ",
            "a: {",
            "[a, ",
            "\"",
            "&a ",
            "!a ",
            "- - a: |\n ",
        ] {
            let text = format!(
                "a: {}",
                open.repeat(if open == "[" { 1_000_000 } else { 20_000 })
            );
            let _ = fields(&text, 0..text.len());
            let _ = fields(&text, 3..text.len());
        }
        let many: String = (0..5000).map(|at| format!("k{at}: v\n")).collect();
        let (fields, faults) = fields(&many, 0..many.len()).unwrap();
        assert_eq!((fields.len(), faults.len()), (MOST, 1));
    }

    proptest! {
        #[test]
        fn garbage_is_read_in_place(text in "([a-c]|é|[-:#|>&*!?,{}\"'~ \t\r\n\\[\\]]|: |\n  |- ){0,60}") {
            if let Ok((fields, faults)) = fields(&text, 0..text.len()) {
                for span in fields.iter().flat_map(|field| [field.key.span, field.value.span]) {
                    prop_assert!(text.get(span.range()).is_some());
                }
                for entry in fields.iter().flat_map(|field| &field.entries) {
                    prop_assert!(text.get(entry.span.range()).is_some());
                }
                prop_assert!(faults.iter().all(|fault| text.get(fault.span.range()).is_some()));
            }
        }
    }
}
