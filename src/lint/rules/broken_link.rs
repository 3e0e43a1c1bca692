//! A link to a document that is not there.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A link to a document that is not there. Found while reading.
pub struct BrokenLink;

impl Rule for BrokenLink {
    fn name(&self) -> &'static str {
        "broken-link"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("broken_link.md")
    }
}
