//! The lines of a document in the terminal, and beside each what it was taken for.

use std::io::{self, IsTerminal, Write};

use unicode_width::UnicodeWidthStr;

use crate::cli::measure::cut;
use crate::cli::plain::plain;
use crate::cli::report::several;
use crate::edition::line::{Line, Taken};
use crate::edition::nature::{Counts, Nature};
use crate::edition::record::Record;

/// How wide lines are where nobody says it.
const WIDTH: usize = 120;

/// Narrower or wider helps nobody.
const WIDTHS: (usize, usize) = (80, 200);

/// A blank, a line and a blank between two columns.
const BETWEEN: usize = 3;

/// The style of words that say little.
const DIM: &str = "\x1b[2m";
/// The style of an item.
const ITEM: &str = "\x1b[1;32m";
/// The style of a doubt.
const DOUBT: &str = "\x1b[33m";
/// The end of a style.
const END: &str = "\x1b[0m";

/// The columns of a terminal, or what is usual.
pub fn width() -> usize {
    let terminal = io::stdout()
        .is_terminal()
        .then(terminal_size::terminal_size);
    let width = terminal.flatten().map(|(width, _)| usize::from(width.0));
    width.unwrap_or(WIDTH).clamp(WIDTHS.0, WIDTHS.1)
}

/// A document, line by line.
pub struct Sheet<'a> {
    /// What was read of all documents.
    pub record: &'a Record,
    /// Which document.
    pub at: usize,
    /// How wide lines are.
    pub width: usize,
}

/// The widths of the columns.
struct Columns {
    number: usize,
    text: usize,
    words: usize,
}

/// Words in one style.
type Styled = (&'static str, String);

impl Sheet<'_> {
    /// Writes all of it.
    pub fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let lines = self.record.lines(self.at);
        let columns = Columns::of(&lines, self.width);
        let path = plain(self.record.path(self.at));
        match self.record.why(self.at) {
            Some(why) => writeln!(out, "{path}: {}", why.words())?,
            None => writeln!(out, "{path}")?,
        }
        let mut about = None;
        for (number, line) in lines.iter().enumerate() {
            let nature = Nature::of(line, lines.get(number + 1));
            let mut words = self.words(line, nature, &mut about);
            for doubt in &line.doubts {
                words.push((DOUBT, format!("? {}", plain(&doubt.words()))));
            }
            columns.print(number + 1, &plain(&line.text), &words, out)?;
        }
        writeln!(out, "{}", summary(Counts::of(&lines)))
    }

    /// What a line was taken for, a part for each item; `about` is the item that was spoken of last.
    fn words(&self, line: &Line, nature: Nature, about: &mut Option<usize>) -> Vec<Styled> {
        let mut parts: Vec<Styled> = Vec::new();
        if nature != Nature::Taken {
            parts.push((DIM, nature.word().to_string()));
        } else {
            for (taken, count) in line.told() {
                let is_new = taken.item != *about || taken.is_item();
                let said = said(taken, count);
                let said = match taken.item.filter(|_| is_new && !taken.is_item()) {
                    Some(item) => format!("{}: {said}", self.record.key(item)),
                    None => said,
                };
                *about = taken.item;
                let style = if taken.is_item() { ITEM } else { "" };
                match parts.last_mut() {
                    Some((_, last)) if !is_new => last.push_str(&format!("; {said}")),
                    _ => parts.push((style, said)),
                }
            }
        }
        let reader = line.reader.filter(|_| nature.is_taken());
        if let (Some(reader), Some((_, last))) = (reader, parts.last_mut()) {
            last.push_str(&format!("  [{reader}]"));
        }
        parts.retain(|(_, words)| !words.is_empty());
        parts
    }
}

fn said(taken: &Taken, count: usize) -> String {
    let times = match count {
        1 => String::new(),
        _ => format!(" ×{count}"),
    };
    plain(&format!(
        "{}{}{}{times}",
        taken.name, taken.between, taken.value
    ))
}

impl Columns {
    fn of(lines: &[Line], width: usize) -> Self {
        let number = lines.len().to_string().len();
        let widest = lines.iter().map(|line| plain(&line.text).width()).max();
        let room = width.saturating_sub(number + 2 * BETWEEN);
        let text = widest.unwrap_or(0).min(room / 2);
        Self {
            number,
            text,
            words: room - text,
        }
    }

    fn print(
        &self,
        number: usize,
        text: &str,
        parts: &[Styled],
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut rows: Vec<Styled> = Vec::new();
        for (style, words) in parts {
            rows.extend(
                wrapped(words, self.words)
                    .into_iter()
                    .map(|row| (*style, row)),
            );
        }
        let text = cut(text, self.text);
        let blank = " ".repeat(self.text.saturating_sub(text.width()));
        let count = self.number;
        if rows.is_empty() {
            let line = format!("{number:count$} │ {text}{blank} │");
            return writeln!(out, "{}", line.trim_end());
        }
        for (at, (style, row)) in rows.iter().enumerate() {
            let end = if style.is_empty() { "" } else { END };
            match at {
                0 => writeln!(out, "{number:count$} │ {text}{blank} │ {style}{row}{end}")?,
                _ => {
                    let blank = " ".repeat(self.text);
                    writeln!(out, "{:count$} │ {blank} │ {style}{row}{end}", "")?;
                }
            }
        }
        Ok(())
    }
}

/// Words in rows of this width; a longer word has a row of its own.
fn wrapped(words: &str, width: usize) -> Vec<String> {
    let mut rows: Vec<String> = Vec::new();
    let mut used = 0;
    for word in words.split(' ') {
        let wide = word.width();
        match rows.last_mut().filter(|_| used + 1 + wide <= width) {
            Some(row) => {
                row.push(' ');
                row.push_str(word);
                used += 1 + wide;
            }
            None => {
                // Rows that go on are set in.
                let indent = if rows.is_empty() { "" } else { "  " };
                rows.push(format!("{indent}{word}"));
                used = wide + indent.len();
            }
        }
    }
    rows
}

fn summary(counts: Counts) -> String {
    let are = |count| if count == 1 { "is" } else { "are" };
    let was = if counts.taken == 1 { "was" } else { "were" };
    format!(
        "{} {was} taken for something, {} {} prose or headings, {} {} private, {} {} blank or rules; {} in doubt",
        several(counts.taken, "line"),
        counts.prose,
        are(counts.prose),
        counts.comments,
        are(counts.comments),
        counts.silent,
        are(counts.silent),
        counts.doubts,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped_and_set_in() {
        assert_eq!(
            wrapped("task a; status done", 10),
            ["task a;", "  status", "  done"]
        );
        assert_eq!(wrapped("", 10), [""]);
    }
}
