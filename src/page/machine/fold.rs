//! The lines of a calendar: escaped, and folded where they are long.

/// So many bytes may stand in a line, by the standard.
const LONGEST: usize = 75;

/// A line of a calendar: its name, and its value as it is.
pub fn line(name: &str, value: &str) -> String {
    let mut out = String::with_capacity(name.len() + value.len() + 8);
    let mut length = 0;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        // What follows a fold begins with a blank, which counts.
        if length + letter.len_utf8() > LONGEST {
            out.push_str("\r\n ");
            length = 1;
        }
        out.push(letter);
        length += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

/// Words for a value: what has a meaning in a calendar is escaped, and what cannot be in one is left out.
pub fn words(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push(' '),
            letter if crate::theme::markup::is_control(letter) => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_has_a_meaning_is_escaped() {
        assert_eq!(words("a, b; c\\d\r\ne\u{7}\u{85}"), "a\\, b\\; c\\\\d\\ne");
    }

    proptest! {
        #[test]
        fn folded_lines_unfold_to_what_they_were(value in "\\PC{0,300}") {
            let folded = line("SUMMARY", &value);
            prop_assert!(folded.ends_with("\r\n"));
            for line in folded.trim_end_matches("\r\n").split("\r\n") {
                prop_assert!(line.len() <= LONGEST, "{line:?}");
            }
            let unfolded = folded.replace("\r\n ", "");
            prop_assert_eq!(unfolded, format!("SUMMARY:{value}\r\n"));
        }

        #[test]
        fn no_words_end_a_line(value in any::<String>()) {
            let is_end = |c: char| c.is_control();
            prop_assert!(!words(&value).contains(is_end));
        }
    }
}
