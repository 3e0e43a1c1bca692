//! Words in the width of a terminal: cut, wrapped, and in columns.

use std::io::{self, Write};

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::cli::plain::plain;

/// How wide answers are.
pub const WIDTH: usize = 80;

/// Blanks between two columns.
const GAP: usize = 2;

/// The style of words that matter.
pub const STRONG: &str = "\x1b[1m";
/// The style of words that say little.
pub const DIM: &str = "\x1b[2m";
/// The style of what is wrong.
pub const BAD: &str = "\x1b[31m";
/// The style of what may go wrong.
pub const WARN: &str = "\x1b[33m";
/// The style of what is well.
pub const GOOD: &str = "\x1b[32m";
/// The end of a style.
pub const END: &str = "\x1b[0m";

/// The text as far as there is room for it.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_string();
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += c.width().unwrap_or(0);
        used <= width
    };
    let shown: String = text.chars().take_while(fits).collect();
    shown + "…"
}

/// Words in rows of this width; what is longer than a row is cut into several.
pub fn rows(words: &str, width: usize) -> Vec<String> {
    let mut rows = vec![String::new()];
    for word in plain(words).split_whitespace() {
        for piece in pieces(word, width) {
            let row = rows.last_mut().map_or(0, |row| row.width());
            let blank = usize::from(row > 0);
            match rows
                .last_mut()
                .filter(|_| row + blank + piece.width() <= width)
            {
                Some(row) if blank > 0 => {
                    row.push(' ');
                    row.push_str(&piece);
                }
                Some(row) => row.push_str(&piece),
                None => rows.push(piece),
            }
        }
    }
    rows
}

/// A word in pieces that fit into a row.
fn pieces(word: &str, width: usize) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for c in word.chars() {
        let wide = c.width().unwrap_or(0);
        if used + wide > width && used > 0 {
            pieces.push(String::new());
            used = 0;
        }
        used += wide;
        pieces.last_mut().into_iter().for_each(|last| last.push(c));
    }
    pieces
}

/// Writes words that are wrapped and set in.
pub fn paragraph(words: &str, indent: usize, style: &str, out: &mut dyn Write) -> io::Result<()> {
    labelled("", words, indent, style, out)
}

/// Writes a label and words behind it, which are wrapped beside the label; `indent` is where the words begin.
pub fn labelled(
    label: &str,
    words: &str,
    indent: usize,
    style: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut label = label.to_string();
    for row in rows(words, WIDTH.saturating_sub(indent)) {
        let blank = " ".repeat(indent.saturating_sub(label.width()));
        let end = if style.is_empty() { "" } else { END };
        let told = match label.is_empty() {
            true => String::new(),
            false => format!("{DIM}{label}{END}"),
        };
        writeln!(out, "{told}{blank}{style}{row}{end}")?;
        label.clear();
    }
    Ok(())
}

/// A cell of a table.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// The words.
    pub words: String,
    /// How they look.
    pub style: &'static str,
    /// Whether they stand at the right of their column.
    pub is_right: bool,
}

impl Cell {
    /// Words in a style.
    pub fn new(words: &str, style: &'static str) -> Self {
        Self {
            words: plain(words),
            style,
            is_right: false,
        }
    }

    /// A figure.
    pub fn figure(words: &str) -> Self {
        Self {
            is_right: true,
            ..Self::new(words, "")
        }
    }
}

/// Writes rows in columns; the first column is cut where there is no room for it.
pub fn table<const N: usize>(
    table: &[[Cell; N]],
    indent: usize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let widest = |at: usize| table.iter().map(|row| row[at].words.width()).max();
    let mut widths: Vec<usize> = (0..N).map(|at| widest(at).unwrap_or(0)).collect();
    let others: usize = widths.iter().skip(1).filter(|width| **width > 0).count();
    let taken: usize = widths.iter().skip(1).sum::<usize>() + others * GAP + indent;
    if let Some(first) = widths.first_mut() {
        *first = (*first).min(WIDTH.saturating_sub(taken).max(10));
    }
    for row in table {
        let mut line = " ".repeat(indent);
        let mut blank = 0;
        for (cell, width) in row.iter().zip(&widths).filter(|(_, width)| **width > 0) {
            let words = cut(&cell.words, *width);
            line.push_str(&" ".repeat(blank));
            let left = width - words.width().min(*width);
            line.push_str(&" ".repeat(if cell.is_right { left } else { 0 }));
            blank = GAP + if cell.is_right { 0 } else { left };
            let end = if cell.style.is_empty() { "" } else { END };
            line.push_str(&format!("{}{words}{end}", cell.style));
        }
        writeln!(out, "{}", line.trim_end())?;
    }
    Ok(())
}

/// Writes a heading after an empty line.
pub fn heading(words: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "\n{STRONG}{}{END}", plain(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_its_width_and_not_by_its_letters() {
        assert_eq!(cut("계획 문서", 9), "계획 문서");
        assert_eq!(cut("계획 문서", 8), "계획 문…");
        assert_eq!(cut("plan", 4), "plan");
    }

    #[test]
    fn rows_are_never_wider_than_asked() {
        assert_eq!(rows("one two three", 7), ["one two", "three"]);
        assert_eq!(rows("unbreakable", 4), ["unbr", "eaka", "ble"]);
        assert_eq!(rows("a\u{1b}[2Jb", 9), ["a [2Jb"]);
    }

    #[test]
    fn the_first_column_gives_way() {
        let mut out = Vec::new();
        let row = |name: &str| [Cell::new(name, ""), Cell::new("12/13", "")];
        table(&[row(&"long ".repeat(30)), row("short")], 2, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.iter().all(|line| line.width() == WIDTH), "{text}");
    }
}
