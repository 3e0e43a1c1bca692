//! Words of a template that are left in a document of the plan.

use crate::read::blank::gap;
use crate::read::field::FieldName;
use crate::read::gap::is_choice;
use crate::read::mention::{Mentions, Note};
use crate::read::scope;
use crate::read::topic::Topic;
use crate::read::words::Words;
use crate::syntax::outline::{Checkbox, Entry, Field, List, Outline, Shape, Text};
use crate::text::span::Span;

/// Every word of a template that was read as part of the plan, in the order of the document.
pub fn leftovers(outline: &Outline, mentions: &Mentions, words: &Words, text: &str) -> Vec<Note> {
    let is_plan = !mentions.found.is_empty() || !mentions.facts.is_empty();
    if mentions.aside.is_some() || !is_plan && mentions.notes.is_empty() {
        return Vec::new();
    }
    let mut left = Left {
        text,
        words,
        whole: Vec::new(),
        within: Vec::new(),
    };
    if is_plan {
        outline.front.iter().for_each(|field| left.field(field));
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
    words: &'a Words,
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
            Shape::Fields(fields) => fields.iter().for_each(|field| self.field(field)),
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
            entry.fields.iter().for_each(|field| self.field(field));
        }
    }

    /// "Status: Draft | Ready | Done" names every choice, and none is made.
    fn field(&mut self, field: &Field) {
        let name = self.words.field(&field.key.value);
        let is_chosen = matches!(name, Some(FieldName::Status | FieldName::Priority));
        let value = field.value.value.trim();
        match self
            .place(&field.value, value)
            .filter(|_| is_chosen && is_choice(value))
        {
            Some(span) => self.whole.push(Note {
                span,
                text: value.to_string(),
            }),
            None => self.see(&field.value, true),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::read::checklist::Checklist;
    use crate::read::document::Document;
    use crate::read::reader::Reader;
    use crate::text::file::SourceFile;

    /// What is left in a document of the plan.
    fn left(text: &str) -> Vec<String> {
        let file = SourceFile::new("tasks/t-1.md", text.into());
        let outline = crate::syntax::outline(&file);
        let words = Words::new(&Config::default());
        let mut mentions = Mentions::new(&outline, &words);
        Document.read(&outline, &words, &mut mentions);
        Checklist.read(&outline, &words, &mut mentions);
        let notes = leftovers(&outline, &mentions, &words, &file.text).into_iter();
        notes.map(|note| note.text).collect()
    }

    #[test]
    fn one_gap_among_words_is_no_template() {
        let head = "# T-1: Sort\n\n**Status:** planned\n";
        assert!(left(&format!("{head}\n- [ ] Tell [user name]\n")).is_empty());
        let dated = format!("{head}**Due:** YYYY-MM-DD\n\n- [ ] Tell [user name]\n");
        assert_eq!(left(&dated), ["YYYY-MM-DD", "[user name]"]);
        let chosen = "# T-1: Sort\n\n**Status:** Draft | Ready | Done\n**Status key:** a | b | c\n";
        assert_eq!(left(chosen), ["Draft | Ready | Done"]);
        let coded = format!("{head}**Due:** `YYYY-MM-DD`\n\n- [x] [user name]\n");
        assert!(left(&coded).is_empty());
    }
}
