//! What each line of a document is, and how many there are of each.

use crate::edition::line::Line;
use crate::theme::tongue::key;

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Something was taken from it.
    Taken,
    /// The headings of a table that was read.
    Columns,
    /// A reader has seen it and took nothing from it.
    Read,
    /// A comment, which is private.
    Comment,
    /// Nothing stands in it.
    Blank,
    /// A line across the page.
    Rule,
    /// The line below the headings of a table.
    Grid,
    /// A heading that is no item.
    Heading,
    /// Words that nobody reads.
    Prose,
}

impl Nature {
    /// What a line is; the headings of a table are known by the line below them.
    pub fn of(line: &Line, next: Option<&Line>) -> Self {
        let is_read = line.reader.is_some();
        match line.text.trim() {
            _ if !line.taken.is_empty() => Self::Taken,
            _ if line.is_comment => Self::Comment,
            "" => Self::Blank,
            "---" | "***" | "___" | "+++" => Self::Rule,
            text if is_grid(text) => Self::Grid,
            _ if is_read && next.is_some_and(|next| is_grid(&next.text)) => Self::Columns,
            text if is_heading(text) => Self::Heading,
            _ if is_read => Self::Read,
            _ => Self::Prose,
        }
    }

    /// The word for it, where it has one.
    pub fn word(self) -> &'static str {
        match self {
            Self::Taken | Self::Blank => "",
            Self::Columns => key("columns"),
            Self::Read => key("read"),
            Self::Comment => key("comment, private"),
            Self::Rule => key("rule"),
            Self::Grid => key("rule of the table"),
            Self::Heading => key("heading"),
            Self::Prose => key("prose"),
        }
    }

    /// Whether it counts as taken for something.
    pub fn is_taken(self) -> bool {
        matches!(self, Self::Taken | Self::Columns | Self::Read)
    }
}

/// Whether a line begins as a heading does; `#12` is the number of an issue.
fn is_heading(text: &str) -> bool {
    let behind = text.trim_start_matches('#');
    (1..=6).contains(&(text.len() - behind.len())) && behind.starts_with([' ', '\t'])
}

/// How many lines were taken for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Lines that were taken for something.
    pub taken: usize,
    /// Comments.
    pub comments: usize,
    /// Blank lines and rules.
    pub silent: usize,
    /// Prose and headings.
    pub prose: usize,
    /// Lines that are in doubt.
    pub doubts: usize,
}

impl Counts {
    /// Of these lines.
    pub fn of(lines: &[Line]) -> Self {
        let mut counts = Self::default();
        for (at, line) in lines.iter().enumerate() {
            counts.doubts += usize::from(!line.doubts.is_empty());
            let count = match Nature::of(line, lines.get(at + 1)) {
                Nature::Taken | Nature::Columns | Nature::Read => &mut counts.taken,
                Nature::Comment => &mut counts.comments,
                Nature::Blank | Nature::Rule | Nature::Grid => &mut counts.silent,
                Nature::Heading | Nature::Prose => &mut counts.prose,
            };
            *count += 1;
        }
        counts
    }
}

/// Whether this is the line below the headings of a table.
fn is_grid(text: &str) -> bool {
    let text = text.trim();
    text.contains("--") && text.contains('|') && text.chars().all(|c| "|-: ".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str, reader: Option<&'static str>) -> Line {
        Line {
            text: text.into(),
            reader,
            ..Line::default()
        }
    }

    #[test]
    fn a_line_is_known_by_its_reader_and_by_the_next() {
        let lines = [
            line("# A plan", None),
            line("", None),
            line("| Task | Status |", Some("table")),
            line("|------|:------:|", Some("table")),
            line("more", Some("facts")),
            line("---", None),
            line("words", None),
        ];
        let nature = |at: usize| Nature::of(&lines[at], lines.get(at + 1));
        let found: Vec<Nature> = (0..lines.len()).map(nature).collect();
        assert_eq!(
            found,
            [
                Nature::Heading,
                Nature::Blank,
                Nature::Columns,
                Nature::Grid,
                Nature::Read,
                Nature::Rule,
                Nature::Prose
            ]
        );
        let counts = Counts::of(&lines);
        assert_eq!((counts.taken, counts.silent, counts.prose), (2, 3, 2));
    }
}
