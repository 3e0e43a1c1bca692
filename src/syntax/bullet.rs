//! A list entry: its checkbox, its fields, its words.

use crate::syntax::inline::{Inline, Piece};
use crate::syntax::outline::{Checkbox, Entry, Field, Shape};
use crate::text::slot::Form;
use crate::text::span::Span;

/// A list entry under way.
pub struct Begun<'a> {
    /// How many lists it lies in, besides its own.
    pub depth: usize,
    /// Its number in a numbered list.
    pub number: Option<u64>,
    /// Where it stands, with what lies in it.
    pub span: Span,
    /// Its words.
    pub inline: Inline<'a>,
    /// How many bytes of its words are struck through.
    pub struck: usize,
}

/// A finished list entry: its checkbox split off, its fields read.
pub fn entry(begun: Begun<'_>, source: &str) -> Entry {
    let Begun {
        depth,
        number,
        span,
        mut inline,
        struck,
    } = begun;
    let checkbox = checkbox(source, span);
    if let Some(checkbox) = checkbox {
        inline.cut_before(checkbox.span.end + 1 + u32::from(checkbox.optional));
    }
    let fields = inline.fields(Form::Entry);
    let text = inline.text();
    Entry {
        depth,
        number,
        checkbox,
        lead: inline.lead(),
        badges: badges(&inline, source),
        struck: struck > 0 && struck * 2 > text.value.len(),
        text,
        fields,
    }
}

/// The longest words in code that are a badge and no name of a thing, in bytes.
const BADGE: usize = 16;

/// The words in code at the end of the first line.
fn badges(inline: &Inline<'_>, source: &str) -> Vec<String> {
    let line = inline.pieces.iter().take_while(|piece| !piece.line_break);
    let line: Vec<_> = line.collect();
    let is_code = |piece: &&&Piece<'_>| {
        source[piece.span.range()].starts_with('`') && piece.words.len() <= BADGE
    };
    let is_blank = |piece: &&&Piece<'_>| piece.words.trim().is_empty();
    let tail = line.iter().rev();
    tail.filter(|piece| !is_blank(piece))
        .take_while(is_code)
        .map(|piece| piece.words.trim().to_string())
        .collect()
}

/// The checkbox behind the bullet or the number of a list entry: `[ ]`, `[x]`, `[-]`, also without a blank behind it.
fn checkbox(source: &str, entry: Span) -> Option<Checkbox> {
    let text = &source[entry.range()];
    // An entry that is set far in begins with blanks.
    let blanks = text.len() - text.trim_start_matches([' ', '\t']).len();
    let number = text[blanks..].find(|c: char| !c.is_ascii_digit());
    let bullet = blanks + number.unwrap_or(0) + 1;
    let behind = text.get(bullet..)?;
    let start = bullet + (behind.len() - behind.trim_start_matches([' ', '\t']).len());
    let inside = text.get(start..)?.strip_prefix('[')?;
    let (mark, rest) = inside.split_once(']')?;
    if mark.chars().count() > 2 || rest.starts_with(['(', '[', ':']) {
        return None;
    }
    let c = mark.chars().find(|c| !c.is_whitespace()).unwrap_or(' ');
    if c.is_alphanumeric() && !matches!(c, 'x' | 'X' | 'х' | 'Х' | 'v' | 'V' | 'B') {
        return None;
    }
    let from = entry.start as usize + start + 1;
    Some(Checkbox {
        mark: c,
        span: Span::new(from..from + mark.len()),
        optional: rest.starts_with("* "),
    })
}

/// A list in a quotation is somebody's words: what it says of keys with a meaning is read, items it has none.
pub fn quoted(entries: Vec<Entry>) -> Shape {
    let is_sheet = entries
        .iter()
        .all(|entry| entry.depth == 0 && entry.checkbox.is_none() && !entry.fields.is_empty());
    if !is_sheet {
        return Shape::Other;
    }
    let mut fields: Vec<Field> = entries.into_iter().flat_map(|entry| entry.fields).collect();
    fields.iter_mut().for_each(|field| field.marked = false);
    Shape::Fields(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Option<char> {
        checkbox(text, Span::new(0..text.len())).map(|checkbox| checkbox.mark)
    }

    #[test]
    fn checkboxes_of_every_kind() {
        for (text, c) in [
            ("- [ ] a", ' '),
            ("- [x] b", 'x'),
            ("- [X]c", 'X'),
            ("- [-] d", '-'),
            ("* [~] e", '~'),
            ("1. [ ] f", ' '),
            ("- [ ] [i](j)", ' '),
            ("- [х] k", 'х'),
            ("- [ ]* m", ' '),
            ("  - [x] n", 'x'),
            ("  1. [x] o", 'x'),
        ] {
            assert_eq!(mark(text), Some(c), "{text}");
        }
        for text in ["- [x](y) g", "- [1] h", "- [P] l", "- [", "-", ""] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
