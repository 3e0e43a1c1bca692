//! What a line says at its end of others that come first: "Dig (depends on T003, T004)", "Fill. **Depends on:** 2.1".

use crate::read::field::FieldName;
use crate::read::prefix;
use crate::read::words::{Words, looks_like_id};

/// What parts a line from such a clause at its end.
const BREAKS: [&str; 7] = [". ", " — ", " – ", " - ", " -- ", "; ", " | "];

/// Words between two names.
const ANDS: [&str; 3] = [" and ", " & ", " + "];

/// Splits the clause off the end: what is left, and the names of what comes first.
pub fn split<'a>(line: &'a str, own: Option<&str>, words: &Words) -> Option<(&'a str, String)> {
    let end = line.trim_end();
    let inside = [('(', ')'), ('[', ']')]
        .iter()
        .find_map(|(open, close)| end.strip_suffix(*close)?.rsplit_once(*open));
    if let Some((before, clause)) = inside {
        let (names, _) = named(clause, own, words)?;
        return is_title(before).then(|| (before.trim_end(), names));
    }
    // Most lines have none of them, and are not searched for each.
    if !end.contains(['.', '—', '–', '-', ';', '|']) {
        return None;
    }
    BREAKS.iter().find_map(|gap| {
        end.match_indices(gap).find_map(|(at, gap)| {
            let (names, all) = named(&end[at + gap.len()..], own, words)?;
            (all && is_title(&end[..at])).then(|| (end[..at].trim_end(), names))
        })
    })
}

fn is_title(text: &str) -> bool {
    text.contains(char::is_alphabetic)
}

/// The names behind words such as "depends on", and whether nothing else stands there.
fn named(clause: &str, own: Option<&str>, words: &Words) -> Option<(String, bool)> {
    let rest = behind_key(clause, words)?;
    let mut names: Vec<&str> = Vec::new();
    let parts = ANDS
        .iter()
        .fold(rest.to_string(), |text, and| text.replace(and, ", "));
    for part in parts.split([',', ';']).map(str::trim) {
        let (first, more) = part.split_once(' ').unwrap_or((part, ""));
        // "Requires 3 days" names nothing.
        let is_amount = !more.is_empty() && first.chars().all(|c| c.is_ascii_digit());
        if is_amount || !is_name(first, own, words) {
            let names = names.join(", ");
            return (!names.is_empty()).then_some((names, false));
        }
        names.push(first);
        if !more.is_empty() {
            return Some((names.join(", "), false));
        }
    }
    Some((names.join(", "), true))
}

/// What follows on one to three words that say that others come first.
fn behind_key<'a>(clause: &'a str, words: &Words) -> Option<&'a str> {
    let ends = clause.match_indices([' ', ':']).map(|(at, _)| at).take(3);
    let ends: Vec<usize> = ends.collect();
    ends.into_iter().rev().find_map(|end| {
        let key = words.field(&clause[..end]);
        let waits = matches!(key, Some(FieldName::DependsOn | FieldName::BlockedBy));
        let rest = clause[end..].trim_start_matches([':', ' ', '*']);
        (waits && !rest.is_empty()).then_some(rest)
    })
}

/// Whether a word is the name of an item: an id of a known kind, of a tracker, or in the form of the line's own.
fn is_name(word: &str, own: Option<&str>, words: &Words) -> bool {
    let word = word.trim_end_matches('.');
    let word = word.split(['–', '—']).next().unwrap_or_default();
    let letters = |id: &str| -> String { id.chars().take_while(|c| c.is_alphabetic()).collect() };
    let is_own = own.is_some_and(|own| {
        let is_plan = |id: &str| id.contains('-');
        letters(own) == letters(word) && (!letters(own).is_empty() || is_plan(own) == is_plan(word))
    });
    let is_known = word.starts_with('#')
        || prefix::is_tracked(word)
        || prefix::kind(word, words).is_some() && word.contains(|c: char| c.is_ascii_digit());
    looks_like_id(word) && !prefix::is_standard(word) && (is_own || is_known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn told(line: &str, own: &str) -> Option<(String, String)> {
        let words = Words::new(&Config::default());
        split(line, Some(own), &words).map(|(rest, names)| (rest.to_string(), names))
    }

    fn some(rest: &str, names: &str) -> Option<(String, String)> {
        Some((rest.to_string(), names.to_string()))
    }

    #[test]
    fn names_stand_in_a_bracket_or_a_sentence_at_the_end() {
        assert_eq!(told("Dig (depends on T003)", "T4"), some("Dig", "T003"));
        assert_eq!(
            told("Dig (depends on T003, T002, same rope)", "T4"),
            some("Dig", "T003, T002")
        );
        assert_eq!(
            told("Dig [blocked by: T6 and T7]", "T8"),
            some("Dig", "T6, T7")
        );
        assert_eq!(told("Dig. Depends on: 2.1", "2.2"), some("Dig", "2.1"));
        assert_eq!(
            told("Dig — requires 01-02, 01-03", "01-04"),
            some("Dig", "01-02, 01-03")
        );
        assert_eq!(
            told("Graben (abhängig von T1–T3)", "T4"),
            some("Graben", "T1–T3")
        );
    }

    #[test]
    fn other_words_stay() {
        assert_eq!(told("Dig (requires 3 days)", "2"), None);
        for line in [
            "Dig (depends on the weather)",
            "Dig (requires 3 days)",
            "Read UTF (needs UTF-8)",
            "Dig (depth 3)",
            "Say what it depends on T3",
            "Dig. Depends on T3 when it rains",
            "(depends on T3)",
        ] {
            assert_eq!(told(line, "T9"), None, "{line}");
        }
    }
}
