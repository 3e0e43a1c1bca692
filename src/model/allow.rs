//! A finding that the author of a document wants to hear no more of.

use crate::text::span::{Place, Span};

/// What a document says may be found in it, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The name of the rule, as written.
    pub rule: String,
    /// The words that name it.
    pub span: Span,
    /// The words to which it applies.
    pub scope: Span,
}

/// The same in one of the documents of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allowed {
    /// The name of the rule, as written.
    pub rule: String,
    /// Where it is named.
    pub place: Place,
    /// The words of that document to which it applies.
    pub scope: Span,
}
