//! Words of a template that are left in a document of the plan.

use crate::read::mention::{Mentions, Note};
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::vocabulary::gaps::{ASKS, NAMES};
use crate::read::words::looks_like_id;
use crate::syntax::outline::{Checkbox, Entry, List, Outline, Shape, Text};
use crate::text::similar::fold;
use crate::text::span::Span;

/// Every word of a template that was read as part of the plan, in the order of the document.
pub fn leftovers(outline: &Outline, mentions: &Mentions, text: &str) -> Vec<Note> {
    let is_plan = !mentions.found.is_empty() || !mentions.facts.is_empty();
    if mentions.aside.is_some() || !is_plan && mentions.notes.is_empty() {
        return Vec::new();
    }
    let mut left = Left {
        text,
        whole: Vec::new(),
        within: Vec::new(),
    };
    if is_plan {
        outline
            .front
            .iter()
            .for_each(|field| left.see(&field.value, true));
    }
    let is_read = |at: usize| mentions.heading_claimed(at).is_some();
    let title = outline.title_section();
    for (at, section) in outline.sections.iter().enumerate() {
        if is_read(at) || Some(at) == title {
            left.see(&section.heading, false);
        }
    }
    for (at, block) in outline.blocks.iter().enumerate() {
        let is_aside = || scope::topic(outline, block.section, mentions) == Some(Topic::Aside);
        // What nobody read may tell how things are to be written.
        if mentions.claimed(at).is_some() && !is_aside() {
            left.block(&block.shape);
        }
    }
    left.notes()
}

/// So many gaps among other words make a template; one alone may be the author's own way to write.
const MANY: usize = 3;

struct Left<'a> {
    text: &'a str,
    /// Gaps that are all that is said.
    whole: Vec<Note>,
    /// Gaps among other words.
    within: Vec<Note>,
}

impl Left<'_> {
    fn notes(self) -> Vec<Note> {
        let is_form = !self.whole.is_empty() || self.within.len() >= MANY;
        let within = self.within.into_iter().filter(|_| is_form);
        let mut notes: Vec<Note> = self.whole.into_iter().chain(within).collect();
        notes.sort_by_key(|note| (note.span.start, note.span.end));
        notes.dedup();
        notes
    }

    fn block(&mut self, shape: &Shape) {
        match shape {
            Shape::Fields(fields) => fields.iter().for_each(|field| self.see(&field.value, true)),
            Shape::List(list) => self.list(list),
            Shape::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                cells.for_each(|cell| self.see(cell, true));
            }
            _ => {}
        }
    }

    /// Work that is done waits for no words.
    fn list(&mut self, list: &List) {
        let is_open = |entry: &&Entry| !entry.checkbox.is_some_and(Checkbox::done);
        for entry in list.entries.iter().filter(is_open) {
            self.see(&entry.text, false);
            let fields = entry.fields.iter();
            fields.for_each(|field| self.see(&field.value, true));
        }
    }

    /// Remembers a gap in these words; words in code and in links are no gaps.
    fn see(&mut self, words: &Text, is_value: bool) {
        let Some(gap) = gap(&words.value, is_value) else {
            return;
        };
        let Some(span) = self.place(words, gap) else {
            return;
        };
        let is_whole = gap == words.value.trim();
        let notes = if is_whole {
            &mut self.whole
        } else {
            &mut self.within
        };
        notes.push(Note {
            span,
            text: gap.to_string(),
        });
    }

    fn place(&self, words: &Text, gap: &str) -> Option<Span> {
        let source = self.text.get(words.span.range())?;
        let start = words.span.start as usize;
        let (from, to) = match source.find(gap) {
            Some(at) => (start + at, start + at + gap.len()),
            None => (start, start + source.len()),
        };
        let is_code = self.text[..from].ends_with('`') || self.text[to..].starts_with('`');
        let mut links = words.links.iter().map(|link| &link.text);
        let is_link = links.any(|text| text.contains(gap) || gap.contains(text.as_str()));
        (from < to && !is_code && !is_link).then(|| Span::new(from..to))
    }
}

/// The first words that wait to be replaced.
fn gap(words: &str, is_value: bool) -> Option<&str> {
    let words = words.trim();
    let is_whole = is_pattern(words)
        || wraps(words, "{{", "}}")
        || is_number(words)
        || is_filler(words)
        || wraps(words, "<", ">") && is_asked(&words[1..words.len() - 1])
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
    use crate::config::Config;
    use crate::read::words::Words;
    use crate::text::file::SourceFile;

    #[test]
    fn what_a_template_asks_for_is_found_in_words() {
        for (words, wanted) in [
            ("[Feature Name] - Overview", "[Feature Name]"),
            ("As a [user type], I want [action]", "[user type]"),
            ("[Describe what it is for]", "[Describe what it is for]"),
            ("YYYY-MM-DD to YYYY-MM-DD", "YYYY-MM-DD to YYYY-MM-DD"),
            ("{{status}}", "{{status}}"),
            ("<owner name>", "<owner name>"),
            ("ADR-XXX", "ADR-XXX"),
            ("TODO: describe the outcome", "TODO: describe the outcome"),
            ("Lorem ipsum dolor", "Lorem ipsum dolor"),
        ] {
            assert_eq!(gap(words, true), Some(wanted), "{words}");
        }
    }

    /// What is left in a document of the plan.
    fn left(text: &str) -> Vec<String> {
        let file = SourceFile::new("tasks/t-1.md", text.into());
        let outline = crate::syntax::outline(&file);
        let mentions = crate::read::read(&outline, &Words::new(&Config::default()));
        let notes = leftovers(&outline, &mentions, &file.text).into_iter();
        notes.map(|note| note.text).collect()
    }

    #[test]
    fn one_gap_among_words_is_no_template() {
        let head = "# T-1: Sort\n\n**Status:** planned\n";
        assert!(left(&format!("{head}\n- [ ] Tell [user name]\n")).is_empty());
        let dated = format!("{head}**Due:** YYYY-MM-DD\n\n- [ ] Tell [user name]\n");
        assert_eq!(left(&dated), ["YYYY-MM-DD", "[user name]"]);
        let coded = format!("{head}**Due:** `YYYY-MM-DD`\n\n- [x] [user name]\n");
        assert!(left(&coded).is_empty());
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
