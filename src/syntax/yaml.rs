//! YAML to fields: every key and value with its place, aliases left as written.

use std::ops::Range;

use granit_parser::Event;

use crate::syntax::cursor::{Cursor, invalid};
use crate::syntax::field::flatten;
use crate::syntax::node::Node;
use crate::syntax::outline::{Fault, Field};

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
        let (event, at) = cursor.step()?;
        match event {
            Event::StreamStart | Event::DocumentStart(..) => {}
            Event::StreamEnd | Event::DocumentEnd => return Ok(None),
            event => {
                let node = cursor.node(event, at, 0)?;
                return cursor.step().map(|_| Some(node));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::syntax::field::MOST;
    use crate::syntax::outline::Text;
    use crate::text::span::Span;

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
        assert_eq!(faults[0].message.to_string(), "`status` is stated twice");
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
        assert_eq!(
            fault.message.to_string(),
            "not valid YAML: unexpected character: `@`"
        );
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
