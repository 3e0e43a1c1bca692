//! The lines of a document and what each was taken for, as rows of a table. These pages are half of a large site, so
//! every byte counts: tags that may be left out are, and nothing is repeated that the style sheet can say once.

use std::fmt::Write;
use std::ops::Range;

use crate::edition::line::{Doubt, KEPT, Line, Taken};
use crate::edition::nature::Nature;
use crate::page::book::Book;
use crate::page::noun;
use crate::page::spoken;
use crate::page::told;
use crate::theme::markup::escape;
use crate::theme::tongue::{Tongue, key};

/// How many lines of a document are shown.
pub const LINES: usize = 5_000;

/// How much of a key is shown.
const KEY: usize = 32;

/// The address of a line on the page of its document.
pub fn address(page: &str, line: usize) -> String {
    match line <= LINES {
        true => format!("{page}#l{line}"),
        false => page.to_string(),
    }
}

/// The rows of these lines, for a page at `from`; what is written once for a run of lines stands at its first.
pub fn rows(book: &Book, from: &str, lines: &[Line]) -> String {
    let mut out = String::with_capacity(lines.len() * 120);
    let mut before = Nature::Blank;
    for (at, line) in lines.iter().take(LINES).enumerate() {
        let nature = Nature::of(line, lines.get(at + 1));
        let row = Row {
            book,
            from,
            line,
            nature,
            is_first: nature != before,
        };
        row.write(at + 1, &mut out);
        before = nature;
    }
    out
}

struct Row<'a> {
    book: &'a Book,
    from: &'a str,
    line: &'a Line,
    nature: Nature,
    is_first: bool,
}

impl Row<'_> {
    fn write(&self, number: usize, out: &mut String) {
        let class = match (self.nature, self.line.doubts.is_empty()) {
            (nature, true) if nature.is_taken() => " class=t",
            (nature, false) if nature.is_taken() => " class=\"t d\"",
            (Nature::Comment, true) => " class=c",
            (_, false) => " class=d",
            _ => "",
        };
        _ = write!(out, "<tr{class} id=l{number}><td>{number}<td>");
        let is_strong = matches!(self.nature, Nature::Columns | Nature::Heading);
        match is_strong && self.line.doubts.is_empty() {
            true => _ = write!(out, "<b>{}</b>", escape(&self.line.text)),
            false => text(self.line, &self.marks(), out),
        }
        out.push_str("<td>");
        self.taken(out);
        for doubt in &self.line.doubts {
            let why = why(&self.book.tongue, doubt);
            _ = write!(
                out,
                "<div><i class=\"i i-warn\"></i><span>{why}</span></div>"
            );
        }
        out.push('\n');
    }

    /// The reader, and what it took.
    fn taken(&self, out: &mut String) {
        let reader = self.line.reader.filter(|_| self.nature.is_taken());
        if let Some(reader) = reader {
            let reader = self.book.tongue.say(reader);
            _ = write!(out, "<small>{}</small>", escape(&reader));
        }
        if self.nature != Nature::Taken {
            let says_doubt = self.nature == Nature::Read && !self.line.doubts.is_empty();
            if self.is_first && !says_doubt {
                let words = match self.nature {
                    Nature::Comment => key("comment, private: never published"),
                    nature => nature.word(),
                };
                out.push_str(&escape(&self.book.tongue.say(words)));
            }
            return;
        }
        let mut about: Option<Option<usize>> = None;
        for (taken, count) in self.line.told() {
            let is_item = taken.is_item();
            if about != Some(taken.item) || is_item {
                about = Some(taken.item);
                _ = write!(out, "<em>{}</em> ", escape(&self.kind(taken)));
            }
            self.field(taken, count, is_item, out);
        }
    }

    /// What is marked in the line. The place of an item is often its whole row: there its title is marked.
    fn marks(&self) -> Vec<(Range<usize>, bool)> {
        let text = &self.line.text;
        let taken = self.line.taken.iter().map(|taken| {
            let range = sound(text, &taken.range);
            let item = taken.item.filter(|_| taken.is_item());
            let title = item.and_then(|at| Some(self.book.edition.items.get(at)?.title.as_str()));
            (narrowed(text, range, title.unwrap_or_default()), false)
        });
        let doubts = self.line.doubts.iter();
        let doubts = doubts.map(|doubt| (sound(text, &doubt.range), true));
        apart(taken.chain(doubts).collect())
    }

    fn kind(&self, taken: &Taken) -> String {
        let item = taken.item.and_then(|at| self.book.edition.items.get(at));
        let tongue = &self.book.tongue;
        item.map_or_else(
            || tongue.say("plan").into_owned(),
            |item| noun::one(tongue, item.kind),
        )
    }

    fn field(&self, taken: &Taken, count: usize, is_item: bool, out: &mut String) {
        let link = taken.to.map(|to| self.link(to));
        if let Some(link) = link.as_ref().filter(|_| is_item) {
            _ = write!(out, "{link} ");
            return;
        }
        let say = |message| told::message(&self.book.tongue, message);
        // That a field is kept as written, its name and the mark already say.
        let (name, value) = match taken.item {
            None => (say(&taken.value), "".into()),
            Some(_) if &*taken.value == KEPT => (say(&taken.name), "".into()),
            Some(_) => (say(&taken.name), say(&taken.value)),
        };
        _ = write!(out, "<span><b>{}</b>", escape(&name));
        match link {
            Some(link) => _ = write!(out, " {link}"),
            None if value.is_empty() => {}
            None if &*taken.name == "status" => {
                _ = write!(out, " {}{}", icon(&taken.value), escape(&value));
            }
            None => _ = write!(out, " {}", escape(&value)),
        }
        if count > 1 {
            _ = write!(out, " ×{count}");
        }
        out.push_str("</span> ");
    }

    fn link(&self, to: usize) -> String {
        let Some(item) = self.book.edition.items.get(to) else {
            return String::new();
        };
        let href = self.book.link(self.from, to);
        let key = short(&item.key);
        format!("<a href=\"{}\">{}</a>", escape(&href), escape(&key))
    }
}

/// The shape of a status.
fn icon(status: &str) -> String {
    let style = match status {
        "planned" => "planned",
        "active" => "doing",
        "blocked" => "blocked",
        "done" => "done",
        "dropped" => "left",
        _ => "unknown",
    };
    format!("<i class=\"i i-{style} st-{style}\"></i> ")
}

fn short(key: &str) -> String {
    match key.char_indices().nth(KEY) {
        Some((end, _)) => format!("{}…", &key[..end]),
        None => key.to_string(),
    }
}

/// Why a line is in doubt, as a sentence; behind it the rule, where it is a finding.
fn why(tongue: &Tongue, doubt: &Doubt) -> String {
    let why = spoken::sentence(tongue, &doubt.message);
    match doubt.rule {
        Some(rule) => format!("{} <code>{rule}</code>", why.as_str()),
        None => why.as_str().to_string(),
    }
}

/// The line as written, with what is marked in it.
fn text(line: &Line, marks: &[(Range<usize>, bool)], out: &mut String) {
    let mut at = 0;
    for (range, is_doubt) in marks {
        out.push_str(&escape(&line.text[at..range.start]));
        out.push_str(if *is_doubt {
            "<mark class=d>"
        } else {
            "<mark>"
        });
        out.push_str(&escape(&line.text[range.clone()]));
        out.push_str("</mark>");
        at = range.end;
    }
    out.push_str(&escape(&line.text[at..]));
}

/// Where in a range of a text these words stand; all of it where they do not.
fn narrowed(text: &str, range: Range<usize>, words: &str) -> Range<usize> {
    let found = text[range.clone()].find(words);
    match found.filter(|_| !words.is_empty()) {
        Some(at) => range.start + at..range.start + at + words.len(),
        None => range,
    }
}

/// Marks that do not overlap, from left to right. Of two that do, the doubt counts, then the narrower: it says more.
fn apart(mut wanted: Vec<(Range<usize>, bool)>) -> Vec<(Range<usize>, bool)> {
    wanted.retain(|(range, _)| !range.is_empty());
    wanted.sort_by_key(|(range, is_doubt)| (range.start, range.end, !is_doubt));
    wanted.dedup_by(|next, kept| next.0 == kept.0);
    let mut marks: Vec<(Range<usize>, bool)> = Vec::new();
    for (range, is_doubt) in wanted {
        while let Some((last, was_doubt)) = marks.last() {
            let is_wider = last.end >= range.end && (is_doubt || !was_doubt);
            match range.start < last.end {
                true if is_wider || is_doubt && !was_doubt => _ = marks.pop(),
                _ => break,
            }
        }
        if marks.last().is_none_or(|(last, _)| last.end <= range.start) {
            marks.push((range, is_doubt));
        }
    }
    marks
}

/// A range of a text that begins and ends between two characters.
fn sound(text: &str, range: &Range<usize>) -> Range<usize> {
    let floor = |mut at: usize| {
        at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = floor(range.start);
    start..floor(range.end).max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, taken: &[(usize, usize)], doubts: &[(usize, usize)]) -> String {
        let taken = taken
            .iter()
            .map(|(start, end)| (sound(text, &(*start..*end)), false));
        let doubts = doubts
            .iter()
            .map(|(start, end)| (sound(text, &(*start..*end)), true));
        let line = Line {
            text: text.into(),
            ..Line::default()
        };
        let mut out = String::new();
        super::text(&line, &apart(taken.chain(doubts).collect()), &mut out);
        out
    }

    #[test]
    fn the_title_is_marked_in_a_row() {
        assert_eq!(narrowed("| é | b |", 0..10, "é"), 2..4);
        assert_eq!(narrowed("| a |", 0..5, "z"), 0..5);
        assert_eq!(narrowed("| a |", 0..5, ""), 0..5);
    }

    #[test]
    fn a_doubt_is_a_sentence() {
        let why = |rule, message: &str| {
            let (range, message) = (0..1, message.into());
            why(
                &Tongue::english(),
                &Doubt {
                    range,
                    rule,
                    message,
                },
            )
        };
        assert_eq!(
            why(Some("stale-tally"), "declares 1/2"),
            "Declares 1/2. <code>stale-tally</code>"
        );
        assert_eq!(why(None, "placeholder: <a>"), "Placeholder: &lt;a&gt;.");
    }

    #[test]
    fn values_are_marked_and_the_narrower_wins() {
        assert_eq!(line("a <b>", &[(0, 1)], &[]), "<mark>a</mark> &lt;b&gt;");
        assert_eq!(
            line("| a | b |", &[(0, 9), (2, 3), (6, 7)], &[]),
            "| <mark>a</mark> | <mark>b</mark> |"
        );
        assert_eq!(line("abcd", &[(0, 3), (2, 4)], &[]), "<mark>abc</mark>d");
    }

    #[test]
    fn doubt_wins() {
        let doubt = "<mark class=d>ab</mark>c";
        assert_eq!(line("abc", &[(0, 2)], &[(0, 2)]), doubt);
        assert_eq!(line("abc", &[(1, 3)], &[(0, 2)]), doubt);
    }

    #[test]
    fn ranges_inside_of_characters_and_behind_the_end_do_no_harm() {
        assert_eq!(line("é€", &[(1, 4)], &[]), "<mark>é</mark>€");
        assert_eq!(
            line("a\u{1}b\t", &[(0, 99), (7, 3)], &[]),
            "<mark>ab\t</mark>"
        );
    }

    #[test]
    fn long_keys_are_cut_between_characters() {
        assert_eq!(short(&"é".repeat(33)), format!("{}…", "é".repeat(32)));
        assert_eq!(short("us-1"), "us-1");
    }

    #[test]
    fn lines_that_are_not_shown_have_no_anchor() {
        assert_eq!(address("reading/a.html", 7), "reading/a.html#l7");
        assert_eq!(address("reading/a.html", LINES + 1), "reading/a.html");
    }
}
