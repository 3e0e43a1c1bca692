//! A change of some bytes of a file; all others stay.

use crate::text::span::Span;

/// Words in the place of others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that are replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub text: String,
}

/// The text with these edits, and where each of them stands in it, in the order of the file. None where two of them
/// want the same bytes, or one cuts a character in two; the same edit twice is one.
pub fn splice(text: &str, edits: &[Edit]) -> Option<(String, Vec<Span>)> {
    let mut sorted: Vec<&Edit> = edits.iter().collect();
    sorted.sort();
    sorted.dedup();
    let mut out = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(sorted.len());
    let mut at = 0;
    for (number, edit) in sorted.iter().enumerate() {
        let range = edit.span.range();
        // Two edits that touch would be told apart by their order only.
        let touches = number > 0 && range.start == at;
        if touches || range.end < range.start {
            return None;
        }
        out.push_str(text.get(at..range.start)?);
        let start = out.len();
        out.push_str(&edit.text);
        places.push(Span::new(start..out.len()));
        at = range.end;
    }
    out.push_str(text.get(at..)?);
    Some((out, places))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(range: std::ops::Range<usize>, text: &str) -> Edit {
        Edit {
            span: Span::new(range),
            text: text.to_string(),
        }
    }

    #[test]
    fn edits_are_made_in_the_order_of_the_file() {
        let edits = [edit(4..5, "drei"), edit(0..1, ""), edit(4..5, "drei")];
        let (text, places) = splice("1 2 3\r\n", &edits).unwrap();
        assert_eq!(text, " 2 drei\r\n");
        assert_eq!(places, [Span::new(0..0), Span::new(3..7)]);
    }

    #[test]
    fn edits_of_the_same_bytes_are_refused() {
        assert_eq!(splice("abcd", &[edit(0..2, "x"), edit(1..3, "y")]), None);
        assert_eq!(splice("abcd", &[edit(0..2, "x"), edit(0..2, "y")]), None);
        assert_eq!(splice("abcd", &[edit(0..2, "x"), edit(2..3, "y")]), None);
        assert_eq!(splice("abcd", &[edit(3..5, "x")]), None);
        assert_eq!(splice("é", &[edit(1..2, "x")]), None);
    }
}
