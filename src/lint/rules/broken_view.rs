//! A view in a document that cannot be understood.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A view in a document that cannot be understood. Found while reading.
pub struct BrokenView;

impl Rule for BrokenView {
    fn name(&self) -> &'static str {
        "broken-view"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("broken_view.md")
    }
}
