//! Why something is so: a sentence with holes, and what fills them, so that it can be said in any language.

use std::fmt;

use crate::model::date::Date;
use crate::model::when::When;
use crate::theme::tongue::NUMBER;
use crate::theme::tongue::sentence::{Piece, pieces};

/// Why something is so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reason {
    /// The sentence in English.
    pub sentence: &'static str,
    /// The number on which the words depend, and the sentence for one.
    pub counted: Option<(usize, &'static str)>,
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
    /// A day or a longer time.
    When(When),
    /// A number.
    Number(u32),
    /// A number in tenths.
    Tenths(i64),
    /// A sentence within the sentence.
    Reason(Reason),
    /// Some after one another: "a, b, c".
    Row(Vec<Part>),
    /// All that there are: "a, b and c".
    List(Vec<Part>),
}

impl Part {
    /// A number of which one digit behind the point is told.
    pub fn rounded(number: f64) -> Self {
        // A figure of a plan is far below what a whole number holds.
        #[allow(clippy::cast_possible_truncation)]
        Self::Tenths((number * 10.0).round() as i64)
    }
}

impl Reason {
    /// A sentence without holes.
    pub fn new(sentence: &'static str) -> Self {
        Self {
            sentence,
            ..Self::default()
        }
    }

    /// A sentence whose words depend on a number, which stands in `{number}`.
    pub fn count(number: usize, one: &'static str, many: &'static str) -> Self {
        Self {
            sentence: many,
            counted: Some((number, one)),
            parts: Vec::new(),
        }
    }

    /// With something in one of its holes.
    pub fn with(mut self, hole: &'static str, part: Part) -> Self {
        self.parts.push((hole, part));
        self
    }

    /// With words of a document in one of its holes.
    pub fn words(self, hole: &'static str, words: &str) -> Self {
        self.with(hole, Part::Words(words.to_string()))
    }

    /// With a sentence in one of its holes.
    pub fn and(self, hole: &'static str, reason: Self) -> Self {
        self.with(hole, Part::Reason(reason))
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sentence = match self.counted {
            Some((1, one)) => one,
            _ => self.sentence,
        };
        for piece in pieces(sentence) {
            match piece {
                Piece::Words(words) => out.write_str(words)?,
                Piece::Hole(name) => {
                    let part = self.parts.iter().find(|(hole, _)| *hole == name);
                    let number = self.counted.filter(|_| name == NUMBER);
                    match (part, number) {
                        (Some((_, part)), _) => write!(out, "{part}")?,
                        (None, Some((number, _))) => write!(out, "{number}")?,
                        (None, None) => {}
                    }
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
            Self::When(when) => {
                let about = if when.approximate { "about " } else { "" };
                let words = when.period().or_else(|| when.day.map(Date::words));
                write!(out, "{about}{}", words.unwrap_or_default())
            }
            Self::Number(number) => write!(out, "{number}"),
            Self::Tenths(tenths) if tenths % 10 == 0 => write!(out, "{}", tenths / 10),
            Self::Tenths(tenths) => write!(out, "{}.{}", tenths / 10, (tenths % 10).abs()),
            Self::Reason(reason) => write!(out, "{reason}"),
            Self::Row(parts) => row(parts, ", ", out),
            Self::List(parts) => row(parts, " and ", out),
        }
    }
}

/// Parts with commas between them, but for the last one.
fn row(parts: &[Part], last: &str, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        match at {
            0 => {}
            at if at + 1 == parts.len() => out.write_str(last)?,
            _ => out.write_str(", ")?,
        }
        write!(out, "{part}")?;
    }
    Ok(())
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

    #[test]
    fn numbers_and_lists_are_told_like_people_do() {
        let of = |number| {
            let words = ["a", "b", "c"].map(|word| Part::Words(word.into()));
            let list = Part::List(words[..number].to_vec());
            let said = Reason::count(number, "{number} of {all}", "{number}s of {all}");
            said.with("all", list).to_string()
        };
        assert_eq!((of(1), of(3)), ("1 of a".into(), "3s of a, b and c".into()));
        let told = |number: f64| Part::rounded(number).to_string();
        assert_eq!((told(2.333), told(4.0)), ("2.3".into(), "4".into()));
    }
}
