//! Something to say about the author's text. Data only; printing is the terminal's matter.

use std::fmt;
use std::ops::Deref;

use crate::model::reason::Reason;
use crate::text::span::Place;

/// What is said of a finding: in English, as the terminal and programs have it, and so that it can be said in any
/// language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    english: String,
    reason: Option<Reason>,
}

impl Message {
    /// The sentence and what fills it; nothing where only English is known.
    pub fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }
}

impl From<Reason> for Message {
    fn from(reason: Reason) -> Self {
        Self {
            english: reason.to_string(),
            reason: Some(reason),
        }
    }
}

impl From<String> for Message {
    fn from(english: String) -> Self {
        Self {
            english,
            reason: None,
        }
    }
}

impl From<&str> for Message {
    fn from(english: &str) -> Self {
        english.to_string().into()
    }
}

impl Deref for Message {
    type Target = str;

    fn deref(&self) -> &str {
        &self.english
    }
}

impl fmt::Display for Message {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.english)
    }
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Probably wrong.
    Warning,
    /// Certainly wrong.
    Error,
}

impl Severity {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of the rule, which reads after "allow".
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong: lower case, no full stop.
    pub message: Message,
    /// Where it is wrong.
    pub place: Place,
    /// What stands at the place: the label of the underlined words.
    pub label: String,
    /// Other places involved, each with a word on it.
    pub others: Vec<(Place, String)>,
    /// What to do.
    pub help: Option<Message>,
    /// What would mend it, where that can be said.
    pub fix: Option<Fix>,
}

/// What would mend a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What is to be changed.
    pub change: Change,
    /// Where: all places are of one file.
    pub places: Vec<Place>,
    /// Whether it is right whatever the author had in mind.
    pub safety: Safety,
}

/// Whether a fix may be made unasked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Safety {
    /// It is right every time.
    Safe,
    /// It is shown, and a person decides.
    Unsafe,
}

impl Safety {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// What a fix changes; how that is written depends on what stands at its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The links at the places lead to another document.
    Target {
        /// Where they lead, as written.
        was: String,
        /// The path of the document that is meant.
        now: String,
    },
    /// The figures at the places count anew.
    Figures {
        /// So many were done.
        was: u32,
        /// So many are done.
        now: u32,
        /// Of so many.
        of: u32,
        /// The name of the kind that is counted.
        kind: &'static str,
    },
}
