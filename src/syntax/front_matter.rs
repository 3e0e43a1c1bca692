//! The fence at the head of a file, and what stands in it: YAML or TOML, or what can be read of either line by line.

use std::ops::Range;

use crate::syntax::key::{Format, has_key};
use crate::syntax::line::{BLANK, beginning, lines};
use crate::syntax::loose;
use crate::syntax::outline::{Fault, Field};
use crate::syntax::toml;
use crate::syntax::yaml;

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
    let start = beginning(text);
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
    read.unwrap_or_else(|fault| loose::fields(text, &front.inner, front.format, &fault))
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
fn fence<'a>(text: &'a str, line: &Range<usize>) -> &'a str {
    text[line.clone()].trim_end_matches(BLANK)
}

/// Whether the first paragraph has a line that looks like `key:`; blank front matter is fine too.
fn has_keys(text: &str, inner: Range<usize>) -> bool {
    let mut lines = lines(text, inner)
        .map(|line| text[line].trim_end())
        .skip_while(|line| line.is_empty())
        .peekable();
    lines.peek().is_none() || lines.take_while(|line| !line.is_empty()).any(has_key)
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
            faults[0].message.to_string(),
            "the front matter is not valid YAML: mapping values are not allowed in this context"
        );
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
                .to_string()
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
