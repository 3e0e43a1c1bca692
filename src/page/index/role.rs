//! What a word is to what can be found by it.

/// What a word is to what can be found, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A part of its id.
    Id,
    /// The first word of its title.
    First,
    /// A word of its title or of another name of it.
    Title,
    /// A word of a heading, its kind, its state, its owner, a label.
    Mark,
    /// A word of what is written of it.
    Text,
}

/// The roles, in order.
pub(super) const ROLES: [Role; 5] = [Role::Id, Role::First, Role::Title, Role::Mark, Role::Text];

/// A target by its number, and what the word is to it.
pub(super) type Posting = (u32, Role);
