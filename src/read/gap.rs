//! Gaps that wait to be filled: placeholders in names and values, and the forms that are made of them.

use crate::read::words::looks_like_id;
use crate::syntax::outline::{Outline, Shape};

/// Whether these words wait to be replaced: `YYYY-MM-DD`, `[Name]`, `{{title}}`, `<owner>`, `todo|doing|done`, `US-X`.
pub fn is_placeholder(raw: &str) -> bool {
    let text = raw.trim().trim_matches(['*', '`', '"', '_']);
    if text.starts_with("[[") && text.ends_with("]]") {
        return false;
    }
    repeats(text, b'Y', 4)
        || is_all_gaps(text)
        || repeats(text, b'{', 2)
        || repeats(text, b'N', 3)
        || [('[', ']'), ('<', '>'), ('{', '}')]
            .iter()
            .any(|(open, close)| wraps(text, *open, *close))
        || is_choice(text)
        || is_unnumbered(text)
        || starts_with_filler(text)
}

/// Whether a character stands so many times in a row.
fn repeats(text: &str, byte: u8, times: usize) -> bool {
    let mut run = 0;
    text.bytes().any(|here| {
        run = if here == byte { run + 1 } else { 0 };
        run == times
    })
}

fn wraps(text: &str, open: char, close: char) -> bool {
    text.strip_prefix(open)
        .and_then(|rest| rest.strip_suffix(close))
        .is_some_and(|inner| {
            inner.contains(char::is_alphabetic)
                && !inner.contains([open, close])
                && !inner.contains("://")
                && !looks_like_id(inner)
        })
}

/// Whether these words name choices of which none is made: `todo|doing|done`.
pub fn is_choice(text: &str) -> bool {
    text.matches('|').nth(1).is_some()
        && text
            .split('|')
            .all(|choice| !choice.trim().is_empty() && choice.trim().split(' ').count() <= 3)
}

/// `[Task]: [what blocks it]`: nothing stands outside the brackets.
fn is_all_gaps(text: &str) -> bool {
    if !text.contains('[') {
        return false;
    }
    let mut outside = String::new();
    let mut gaps = 0;
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('[') {
        let Some((inside, after)) = behind.split_once(']') else {
            return false;
        };
        let is_gap =
            inside.chars().filter(|c| c.is_alphabetic()).count() > 2 && !looks_like_id(inside);
        gaps += usize::from(is_gap);
        outside.push_str(before);
        if !is_gap {
            outside.push_str(inside);
        }
        rest = after;
    }
    outside.push_str(rest);
    let outside = outside.trim();
    gaps > 0 && (!outside.contains(char::is_alphanumeric) || is_unnumbered(outside))
}

/// Words that a number follows in a plan.
const COUNTED: &[&str] = &[
    "milestone",
    "phase",
    "sprint",
    "epic",
    "story",
    "task",
    "feature",
    "step",
    "week",
    "issue",
    "iteration",
    "version",
    "adr",
    "rfc",
    "hito",
    "fase",
    "tarea",
    "épica",
    "historia",
    "meilenstein",
    "aufgabe",
    "jalon",
    "tâche",
    "étape",
    "marco",
    "tarefa",
];

/// `US-X`, `T-N [Task]`, "Milestone N", "Phase X: …": a letter stands where a number will.
fn is_unnumbered(text: &str) -> bool {
    let head = text.split([':', '—', '–', '[']).next().unwrap_or(text);
    let mut words = head.split_whitespace();
    match (words.next(), words.next(), words.next()) {
        (Some(word), None, _) => word
            .split_once('-')
            .is_some_and(|(letters, number)| is_letters(letters) && is_unknown(number)),
        (Some(word), Some(number), None) => {
            is_unknown(number) && COUNTED.contains(&word.to_lowercase().as_str())
        }
        _ => false,
    }
}

fn is_letters(text: &str) -> bool {
    (1..=6).contains(&text.len()) && text.chars().all(|c| c.is_ascii_uppercase())
}

/// `N`, `X`, `NN`, `XXX`, `X.Y`, `#`.
fn is_unknown(text: &str) -> bool {
    let is_stand_in = |c: char| matches!(c, 'N' | 'X' | 'x' | '#' | '.' | 'Y');
    !text.is_empty() && text.chars().all(is_stand_in) && text.starts_with(['N', 'X', 'x', '#'])
}

fn starts_with_filler(text: &str) -> bool {
    text.get(..11)
        .is_some_and(|head| head.eq_ignore_ascii_case("lorem ipsum"))
}

/// So many gaps make a form.
const FEW: usize = 4;

/// Whether a document is a form: gaps make up a good part of its names, values and entries.
pub fn is_form(outline: &Outline) -> bool {
    let mut count = Count::default();
    for field in &outline.front {
        count.see(&field.value.value);
    }
    for section in outline.sections.iter().skip(1) {
        count.see(&section.heading.value);
    }
    for block in &outline.blocks {
        count.block(&block.shape);
    }
    count.gaps >= FEW && count.gaps * 3 >= count.all
}

/// How much of a document is gaps.
#[derive(Default)]
struct Count {
    gaps: usize,
    all: usize,
}

impl Count {
    fn see(&mut self, words: &str) {
        if !words.trim().is_empty() {
            self.all += 1;
            self.gaps += usize::from(has_gap(words));
        }
    }

    fn block(&mut self, shape: &Shape) {
        match shape {
            Shape::Fields(fields) => fields.iter().for_each(|field| self.see(&field.value.value)),
            Shape::List(list) => list
                .entries
                .iter()
                .for_each(|entry| self.see(&entry.text.value)),
            Shape::Table(table) => table
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .for_each(|cell| self.see(&cell.value)),
            _ => {}
        }
    }
}

/// Whether words have a gap in them: `[Feature Name] - Overview`, "Given [initial state], …".
pub fn has_gap(words: &str) -> bool {
    is_placeholder(words)
        || words.split('[').skip(1).any(|behind| {
            behind.split_once(']').is_some_and(|(inside, after)| {
                is_gap(inside) && !after.starts_with(['(', ':', '['])
            })
        })
}

/// Two words or more, or one in capitals: not the mark of a box, an id or a short tag.
fn is_gap(inside: &str) -> bool {
    let letters = inside.chars().filter(|c| c.is_alphabetic()).count();
    let is_loud = letters > 4 && !inside.contains(char::is_lowercase);
    letters > 3 && !looks_like_id(inside) && (inside.trim().contains(' ') || is_loud)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::outline;
    use crate::text::file::SourceFile;

    #[test]
    fn what_waits_for_words_is_known() {
        for gap in [
            "YYYY-MM-DD",
            "[Feature Name]",
            "{{title}}",
            "<owner>",
            "todo | doing | done",
            "US-X",
            "T-N [Task]",
            "Milestone N",
            "Phase X: [Name]",
            "Tarea N",
            "ADR-XXX",
            "v|w|x",
            "[Task]: [what blocks it]",
            "Lorem ipsum dolor",
        ] {
            assert!(is_placeholder(gap), "{gap}");
        }
        for words in [
            "[T-12]",
            "Project X",
            "Milestone 3",
            "X-ray the parcels",
            "A-B tests",
            "Phase 1: [x]",
            "Mac OS X: build",
            "Option N",
            "[docs] Write the manual",
            "a | b",
        ] {
            assert!(!is_placeholder(words), "{words}");
        }
    }

    fn form(text: &str) -> bool {
        is_form(&outline(&SourceFile::new("x.md", text.as_bytes().to_vec())))
    }

    #[test]
    fn a_form_is_known_by_its_gaps() {
        let gaps = "# [Feature name]\n\n**Owner:** [Name of owner]\n**Due:** YYYY-MM-DD\n\n- [ ] [First step]\n- [ ] Check\n";
        assert!(form(gaps));
        assert!(!form(
            "# Lending\n\n**Owner:** desk\n**Due:** YYYY-MM-DD\n\n- [ ] Buy shelves\n- [ ] [Any colour] paint\n"
        ));
        let long = format!("{gaps}{}", "- [ ] Sort the nails\n".repeat(20));
        assert!(!form(&long));
    }
}
