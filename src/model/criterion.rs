//! What must hold for an item to be finished.

use crate::text::span::Place;

/// An acceptance criterion, a success criterion or an outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// The words as written.
    pub text: String,
    /// Whether its box is ticked; none where it has no box.
    pub done: Option<bool>,
    /// The heading or key it stands under ("Success criteria").
    pub group: String,
    /// What is written below it or beside it: evidence, figures, reasons.
    pub notes: Vec<String>,
    /// Where it stands.
    pub place: Place,
}
