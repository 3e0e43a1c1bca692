//! Words of a title written so that markdown, YAML and TOML give them back unchanged.

use crate::text::mojibake;

/// A title as it can be read back: one line, single blanks, no control characters.
pub fn one_line(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| {
            if c.is_control() || is_break(c) {
                ' '
            } else {
                c
            }
        })
        .collect();
    let joined = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    mojibake::repair(joined.trim_matches('\u{feff}').trim()).into_owned()
}

/// Line breaks that are no control characters.
fn is_break(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// The words as they stand in a heading.
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let inside = before.is_alphanumeric() && rest.peek().is_some_and(|c| c.is_alphanumeric());
        let is_mark = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '~' | '|' | '$' => true,
            '&' => rest
                .peek()
                .is_some_and(|c| c.is_alphanumeric() || *c == '#'),
            '_' => !inside,
            // A row of them at the end of a heading closes it.
            '#' => true,
            _ => false,
        };
        if is_mark {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
}

/// The words as a value of YAML: bare where that is safe.
pub fn yaml(text: &str) -> String {
    if is_bare(text) {
        text.to_string()
    } else {
        quoted(text)
    }
}

/// Whether YAML takes these words for themselves, wherever they stand.
fn is_bare(text: &str) -> bool {
    let first = text.chars().next();
    let begins = first.is_some_and(char::is_alphanumeric);
    let is_word = !matches!(
        text.to_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "null" | "y" | "n"
    );
    let harmless = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | '-' | '_' | '.' | '/' | '(' | ')' | '+' | '?' | '!' | ';'
            )
    };
    begins && is_word && text.chars().all(harmless) && !text.ends_with(' ')
}

/// The words in double quotes, as YAML, TOML and JSON read them.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\u{feff}' | '\u{fffe}' | '\u{ffff}' => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_line() {
        assert_eq!(one_line("  a\n\tb\u{0}c \u{2028} d "), "a b c d");
        assert_eq!(one_line("Über Äpfel 🍏"), "Über Äpfel 🍏");
    }

    #[test]
    fn only_marks_are_escaped() {
        assert_eq!(
            markdown("Plain words, 3.5 (done)!"),
            "Plain words, 3.5 (done)!"
        );
        assert_eq!(
            markdown("a_b _c_ *d* `e` [f](g) <h>"),
            r"a_b \_c\_ \*d\* \`e\` \[f\](g) \<h>"
        );
        assert_eq!(markdown("C#"), r"C\#");
        assert_eq!(markdown("R & D &amp;"), r"R & D \&amp;");
    }

    #[test]
    fn yaml_is_quoted_where_it_must_be() {
        assert_eq!(yaml("Search customers"), "Search customers");
        assert_eq!(yaml("a: b"), "\"a: b\"");
        assert_eq!(yaml("no"), "\"no\"");
        assert_eq!(yaml(r#"say "hi" \o/"#), r#""say \"hi\" \\o/""#);
        assert_eq!(yaml("- x"), "\"- x\"");
    }
}
