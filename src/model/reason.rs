//! Why something is so: a sentence with holes, and what fills them, so that it can be said in any language.

use std::fmt;

use crate::model::date::Date;
use crate::theme::tongue::sentence::{Piece, pieces};

/// Why something is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The sentence in English.
    pub sentence: &'static str,
    /// What fills its holes.
    pub parts: Vec<(&'static str, Part)>,
}

/// What fills a hole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words of a document.
    Words(String),
    /// A word of the program, in English.
    Word(&'static str),
    /// A day.
    Day(Date),
    /// A number.
    Number(u32),
    /// A sentence within the sentence.
    Reason(Reason),
}

impl Reason {
    /// A sentence without holes.
    pub fn new(sentence: &'static str) -> Self {
        Self {
            sentence,
            parts: Vec::new(),
        }
    }

    /// With something in one of its holes.
    pub fn with(mut self, hole: &'static str, part: Part) -> Self {
        self.parts.push((hole, part));
        self
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in pieces(self.sentence) {
            match piece {
                Piece::Words(words) => out.write_str(words)?,
                Piece::Hole(name) => {
                    let part = self.parts.iter().find(|(hole, _)| *hole == name);
                    part.map_or(Ok(()), |(_, part)| write!(out, "{part}"))?;
                }
            }
        }
        Ok(())
    }
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(words) => out.write_str(words),
            Self::Word(word) => out.write_str(word),
            Self::Day(day) => out.write_str(&day.words()),
            Self::Number(number) => write!(out, "{number}"),
            Self::Reason(reason) => write!(out, "{reason}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holes_are_filled_in_english() {
        let inner = Reason::new("{done} done").with("done", Part::Number(2));
        let due = Reason::new("due {date}; {why}")
            .with(
                "date",
                Date::iso("2026-01-27").map_or(Part::Word(""), Part::Day),
            )
            .with("why", Part::Reason(inner));
        assert_eq!(due.to_string(), "due 27 January 2026; 2 done");
    }
}
