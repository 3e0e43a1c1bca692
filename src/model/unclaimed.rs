//! A table or a list that looks like part of a plan, and that nobody read.

use crate::text::span::Span;

/// A table or a list that nobody read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unclaimed {
    /// What it is: `table` or `list`.
    pub shape: &'static str,
    /// The headings of its columns, or its first entry.
    pub words: String,
    /// The heading that it stands below.
    pub heading: String,
    /// Where it begins.
    pub span: Span,
}
