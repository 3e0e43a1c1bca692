//! Code that may be a drawing of how things hang together: its lines, where they hold arrows or strokes.

use crate::syntax::outline::Text;
use crate::text::span::Span;

/// More is no drawing of a plan (in bytes).
const LARGEST: usize = 16 * 1024;

/// Languages of code that a drawing may be marked with.
const LANGUAGES: [&str; 6] = ["", "text", "txt", "plain", "plaintext", "mermaid"];

/// What a drawing has somewhere.
const STROKES: [&str; 7] = ["→", "──", "->", "--", "↓", "⇒", "=>"];

/// Whether code in this language may be a drawing.
pub fn may_be(language: &str) -> bool {
    let language = language.split_whitespace().next().unwrap_or_default();
    LANGUAGES.contains(&language.to_ascii_lowercase().as_str())
}

/// The lines of a drawing that are not empty; none where the code is none.
pub fn lines(source: &str, span: Span) -> Option<Vec<Text>> {
    let code = source.get(span.range())?;
    if code.len() > LARGEST || !STROKES.iter().any(|stroke| code.contains(stroke)) {
        return None;
    }
    let mut at = span.start as usize;
    let mut lines = Vec::new();
    for line in code.split_inclusive('\n') {
        let words = line.trim();
        if !words.is_empty() && !is_fence(words) {
            let start = at + line.len() - line.trim_start().len();
            lines.push(Text {
                value: words.to_string(),
                span: Span::new(start..start + words.len()),
                links: Vec::new(),
            });
        }
        at += line.len();
    }
    Some(lines)
}

fn is_fence(words: &str) -> bool {
    words.starts_with("```") || words.starts_with("~~~")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_stand_where_they_are() {
        let source = "a\n```\nT1 → T2\n\n  T2 → T3\n```\n";
        let found = lines(source, Span::new(2..source.len())).unwrap();
        let said: Vec<&str> = found
            .iter()
            .map(|line| &source[line.span.range()])
            .collect();
        assert_eq!(said, ["T1 → T2", "T2 → T3"]);
    }

    #[test]
    fn other_code_is_none() {
        assert_eq!(lines("let a = 1;", Span::new(0..10)), None);
        assert!(may_be("mermaid") && !may_be("rust"));
    }
}
