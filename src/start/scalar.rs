//! A value in one line of front matter.

use std::ops::Range;

/// The value in a line of front matter, without the comment behind it.
pub fn scalar(text: &str, range: Range<usize>) -> Range<usize> {
    let raw = &text[range.clone()];
    let start = range.start + (raw.len() - raw.trim_start().len());
    let value = raw.trim();
    let start = if value.is_empty() { range.start } else { start };
    let quoted = quoted(value);
    let comment = if value.starts_with('#') {
        Some(0)
    } else {
        value.find(" #")
    };
    let end = quoted.or(comment).unwrap_or(value.len());
    start..start + value[..end].trim_end().len()
}

/// How long a value in quotes is; nothing where they do not end.
fn quoted(value: &str) -> Option<usize> {
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut rest = value.char_indices().skip(1).peekable();
    while let Some((at, c)) = rest.next() {
        let doubled = quote == '\'' && rest.peek().is_some_and(|(_, next)| *next == quote);
        match c {
            '\\' if quote == '"' => {
                rest.next();
            }
            c if c == quote && doubled => {
                rest.next();
            }
            c if c == quote => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The words of a value without their quotes.
pub fn unquoted(raw: &str) -> &str {
    raw.trim_matches(['"', '\'']).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(line: &str) -> &str {
        let start = line.find(':').unwrap() + 1;
        &line[scalar(line, start..line.len())]
    }

    #[test]
    fn values_end_before_comments() {
        assert_eq!(value("status: todo   # or doing"), "todo");
        assert_eq!(value("title: \"a # b\" # c"), "\"a # b\"");
        assert_eq!(value("title: 'open"), "'open");
        assert_eq!(value("title: 'It''s' # b"), "'It''s'");
        assert_eq!(value(r#"title: "a \" # b" # c"#), r#""a \" # b""#);
        assert_eq!(value("id:"), "");
        assert_eq!(value("id: # none"), "");
        assert_eq!(unquoted("\" a \""), "a");
    }
}
