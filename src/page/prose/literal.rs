//! Words in markdown that mean themselves: what would be markup is escaped.

use crate::theme::markup::is_control;

/// Words in which nothing is markup; at the head of a line more would be.
pub fn escaped(words: &str, is_head: bool) -> String {
    let mut out = String::with_capacity(words.len() + 8);
    let mut is_first = is_head;
    for letter in words.chars() {
        let is_marked = match letter {
            '\\' | '`' | '*' | '[' | ']' | '<' => true,
            '#' | '>' | '-' | '+' | '=' | '|' | '~' => is_first,
            '_' => !out.ends_with(char::is_alphanumeric),
            _ => false,
        };
        if is_marked {
            out.push('\\');
        }
        if !is_control(letter) {
            out.push(letter);
        }
        is_first &= letter.is_whitespace();
    }
    numbered(out, is_head)
}

/// A number with a dot at the head of a line would begin a list.
fn numbered(words: String, is_head: bool) -> String {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &words[digits..];
    match is_head && digits > 0 && rest.starts_with(['.', ')']) {
        true => format!("{}\\{rest}", &words[..digits]),
        false => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_markup_is_escaped() {
        assert_eq!(
            escaped("a *b* [c] <d> e_f _g", false),
            "a \\*b\\* \\[c\\] \\<d> e_f \\_g"
        );
        assert_eq!(escaped("# a\u{7}", true), "\\# a");
        assert_eq!(
            (escaped("1. a", true), escaped("1. a", false)),
            ("1\\. a".into(), "1. a".into())
        );
    }
}
