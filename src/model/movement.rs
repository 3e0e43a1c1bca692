//! What a week did with an item: it entered, left, was blocked, done or carried over.

use crate::model::reference::Reference;

/// What happened to an item in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It came in.
    Entered,
    /// It stayed from the week before.
    Carried,
    /// It could not go on.
    Blocked,
    /// It was finished.
    Done,
    /// It went out again.
    Left,
}

impl Change {
    /// The word in plan.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Carried => "carried over",
            Self::Blocked => "blocked",
            Self::Done => "done",
            Self::Left => "left",
        }
    }
}

/// One line of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Movement {
    /// What happened.
    pub change: Change,
    /// To which item.
    pub item: Reference,
    /// Why, in the words of the week.
    pub reason: Option<String>,
}
