//! Words that ask for others in their place: what a template says where an author is to write.

use crate::read::gap::is_choice;
use crate::read::vocabulary::gaps::{ASKS, NAMES};
use crate::read::words::looks_like_id;
use crate::text::similar::fold;

/// The first words that wait to be replaced.
pub fn gap(words: &str, is_value: bool) -> Option<&str> {
    let words = words.trim();
    let is_whole = is_pattern(words)
        || wraps(words, "{{", "}}")
        || is_number(words)
        || is_filler(words)
        || wraps(words, "<", ">") && is_asked(&words[1..words.len() - 1])
        || wraps(words, "{", "}") && is_braced(&words[1..words.len() - 1])
        || is_value && is_order(words);
    if is_whole {
        return Some(words);
    }
    bracketed(words)
}

/// `YYYY-MM-DD`, `YYYY-MM-DD to YYYY-MM-DD`, `YYYY-MM-DD (Session NNN)`.
fn is_pattern(words: &str) -> bool {
    let mut parts = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty());
    let is_blank = |part: &str| {
        matches!(
            part,
            "YYYY"
                | "YY"
                | "MM"
                | "DD"
                | "HH"
                | "SS"
                | "NN"
                | "NNN"
                | "XX"
                | "XXX"
                | "T"
                | "Z"
                | "Www"
                | "WW"
        )
    };
    words.contains("YYYY")
        && parts.all(|part| {
            is_blank(part)
                || matches!(
                    fold(part).as_str(),
                    "to" | "until" | "session" | "sprint" | "week"
                )
        })
}

/// `{{status}}`.
fn wraps(words: &str, open: &str, close: &str) -> bool {
    let inside = words
        .strip_prefix(open)
        .and_then(|rest| rest.strip_suffix(close));
    inside.is_some_and(|inside| !inside.contains(open) && inside.contains(char::is_alphabetic))
}

/// `{Feature name}`, `{PROJECT_NAME}`, `{Low|High}`.
fn is_braced(inside: &str) -> bool {
    let is_loud = |c: char| c.is_ascii_uppercase() || c == '_' || c.is_ascii_digit();
    is_asked(inside) || is_choice(inside) || inside.len() > 3 && inside.chars().all(is_loud)
}

/// `US-XXX`, `ADR-NNN`.
fn is_number(words: &str) -> bool {
    let Some((letters, number)) = words.split_once('-') else {
        return false;
    };
    let is_letters =
        (1..=6).contains(&letters.len()) && letters.bytes().all(|c| c.is_ascii_uppercase());
    is_letters
        && matches!(
            number,
            "N" | "NN" | "NNN" | "NNNN" | "XX" | "XXX" | "XXXX" | "###"
        )
}

fn is_filler(words: &str) -> bool {
    let head = words.get(..11);
    head.is_some_and(|head| head.eq_ignore_ascii_case("lorem ipsum"))
}

/// "TODO: describe the outcome"; "TODO: add a test" may be work.
fn is_order(words: &str) -> bool {
    let behind = ["TODO:", "TODO -", "TBD:"]
        .iter()
        .find_map(|mark| words.strip_prefix(mark));
    let first = behind.and_then(|behind| behind.split_whitespace().next());
    first.is_some_and(|first| {
        matches!(
            fold(first).as_str(),
            "describe"
                | "fill"
                | "explain"
                | "specify"
                | "summarize"
                | "summarise"
                | "insert"
                | "replace"
        )
    })
}

/// The first `[Feature name]` in words.
fn bracketed(words: &str) -> Option<&str> {
    let mut from = 0;
    while let Some(open) = words[from..].find('[').map(|at| from + at) {
        let close = open + words[open..].find(']')?;
        let inside = &words[open + 1..close];
        let is_used =
            words[close + 1..].starts_with(['(', ':', '[', ']']) || words[..open].ends_with('[');
        // "[Feature] Sort the shelf" begins with a tag.
        let is_tag = open == 0 && close + 1 < words.len() && !inside.trim().contains(' ');
        if !is_used && !is_tag && is_asked(inside) {
            return Some(&words[open..=close]);
        }
        from = close + 1;
    }
    None
}

/// So many words say what is to be put in their place.
const LONGEST: usize = 12;

/// "Feature name", "your project", "describe what it is for": words that ask for others.
fn is_asked(inside: &str) -> bool {
    let inside = inside.trim();
    let folded = fold(inside);
    let words: Vec<&str> = folded.split(' ').filter(|word| !word.is_empty()).collect();
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return false;
    };
    let asks = words.len() > 1 && ASKS.contains(first) || words.contains(&"your");
    let names = words.len() <= 4 && NAMES.contains(last);
    let is_code = inside.contains(['{', '}', '?', '=', '|', '$', '_', '"']);
    words.len() <= LONGEST && !looks_like_id(inside) && !is_code && (asks || names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_template_asks_for_is_found_in_words() {
        for (words, wanted) in [
            ("[Feature Name] - Overview", "[Feature Name]"),
            ("As a [user type], I want [action]", "[user type]"),
            ("[Describe what it is for]", "[Describe what it is for]"),
            ("YYYY-MM-DD to YYYY-MM-DD", "YYYY-MM-DD to YYYY-MM-DD"),
            ("{{status}}", "{{status}}"),
            ("<owner name>", "<owner name>"),
            ("{PROJECT_NAME}", "{PROJECT_NAME}"),
            ("{Low|High|Must}", "{Low|High|Must}"),
            ("ADR-XXX", "ADR-XXX"),
            ("TODO: describe the outcome", "TODO: describe the outcome"),
            ("Lorem ipsum dolor", "Lorem ipsum dolor"),
        ] {
            assert_eq!(gap(words, true), Some(wanted), "{words}");
        }
    }

    #[test]
    fn words_of_an_author_are_no_gaps() {
        for words in [
            "[BLOCKED] Paint the desk",
            "[Feature] Sort the shelf",
            "[T-12] Sort",
            "[P] [US1] Paint",
            "[name](docs/name.md)",
            "[[Project name]]",
            "Write dates as YYYY-MM-DD in every sheet",
            "TBD",
            "TODO",
            "TODO: add a test",
            "Render {{title}} in templates",
            "Paint [NEEDS CLARIFICATION: which colour]",
            "Vec<name>",
            "COVID-XX vaccine",
            "[ ] [",
            "Store [{ name, members }]",
            "Give [user_name]",
        ] {
            assert_eq!(gap(words, true), None, "{words}");
        }
    }
}
