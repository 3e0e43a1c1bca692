//! What cannot be understood of a question, and where in it.

use std::ops::Range;

use crate::text::similar::nearest;

/// What cannot be understood of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: String,
    /// What to write.
    pub help: String,
    /// Where, in bytes of the question.
    pub range: Range<usize>,
    /// The name of the field that is at fault, where one is.
    pub field: Option<String>,
    /// Whether a word that is known is nearly the one that was written.
    pub is_slip: bool,
}

impl Fault {
    /// A fault at this place.
    pub fn new(message: impl Into<String>, help: impl Into<String>, range: Range<usize>) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
            range,
            field: None,
            is_slip: false,
        }
    }

    /// A word in a place where only these are known.
    pub fn unknown<'a>(
        what: &str,
        word: &str,
        known: impl IntoIterator<Item = &'a str> + Clone,
        range: Range<usize>,
    ) -> Self {
        let near = nearest(word, known.clone());
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let all: Vec<&str> = known.into_iter().collect();
                format!("known are `{}`", all.join("`, `"))
            }
        };
        Self {
            is_slip: near.is_some(),
            ..Self::new(format!("unknown {what} `{word}`"), help, range)
        }
    }

    /// The same fault, about the field of this name.
    pub fn of(self, field: String) -> Self {
        Self {
            field: Some(field),
            ..self
        }
    }

    /// The same fault, where its field stands in these words.
    pub fn placed(mut self, words: &str) -> Option<Self> {
        let name = self.field.as_deref()?;
        let at = words.find(name)?;
        self.range = at..at + name.len();
        Some(self)
    }

    /// The same fault in a text in which the question begins at this byte.
    pub fn within(mut self, start: usize) -> Self {
        self.range = self.range.start + start..self.range.end + start;
        self
    }
}
