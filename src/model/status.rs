//! The states that a written word is taken for.

/// How far an item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// Nothing is stated, or the word is not known.
    #[default]
    Unknown,
    /// Not begun.
    Planned,
    /// Being worked on, in review included.
    Active,
    /// Cannot go on.
    Blocked,
    /// Finished.
    Done,
    /// Given up, split or replaced.
    Dropped,
}

impl Status {
    /// The word in plan.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Planned => "planned",
            Self::Active => "active",
            Self::Blocked => "blocked",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The state of this name.
    pub fn named(name: &str) -> Option<Self> {
        [
            Self::Unknown,
            Self::Planned,
            Self::Active,
            Self::Blocked,
            Self::Done,
            Self::Dropped,
        ]
        .into_iter()
        .find(|status| status.name() == name)
    }

    /// Whether work on it may still come.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::Active | Self::Blocked)
    }
}
