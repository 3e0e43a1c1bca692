//! What one item says of another.

use crate::model::key::ItemId;
use crate::text::span::Place;

/// A reference as written, and what it leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The words as written; empty where the place in the document is all that says it.
    pub raw: String,
    /// The item it leads to; none while it is open.
    pub to: Option<ItemId>,
    /// Whether it was found by likeness of words.
    pub inferred: bool,
    /// Whether it names something outside the plan.
    pub external: bool,
    /// Where it stands.
    pub place: Place,
}
