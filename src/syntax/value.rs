//! The values of front matter as they are written: a scalar, or a list in brackets.

use std::ops::Range;

use crate::syntax::line::{BLANK, lines, uncommented};
use crate::syntax::node;
use crate::syntax::outline::Text;
use crate::syntax::quoted::{self, unquoted};
use crate::text::span::Span;

/// The entries of `[a, b]` and where it ends, if nothing but a comment follows; lists in it become one with it.
pub fn bracketed(text: &str, region: Range<usize>) -> Option<(Vec<Text>, usize)> {
    let raw = &text[region.clone()];
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
                quoted::pass(&mut bytes, byte);
            }
            b',' | b']' => {
                found.extend(
                    from.take()
                        .map(|from| scalar(text, region.start + from..region.start + at)),
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
pub fn scalar(text: &str, range: Range<usize>) -> Text {
    let at = trimmed(text, range);
    let raw = &text[at.clone()];
    if let Some((value, length)) = unquoted(raw) {
        return node::text_of(&value, at.start..at.start + length);
    }
    let mut words = Vec::new();
    let mut end = at.start;
    for line in lines(text, at.clone()) {
        let shown = uncommented(&text[line.clone()]);
        if !shown.is_empty() {
            end = line.start + shown.len();
            words.push(shown.trim_start());
        }
    }
    let value = words.join(" ");
    node::text_of(
        if node::is_null(&value) || value == "{}" {
            ""
        } else {
            &value
        },
        at.start..end,
    )
}

/// The range without the blanks at its ends.
pub fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    Span::new(range).trimmed(text).range()
}
