//! A reference that fits several items.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A reference that fits several items. Found while reading.
pub struct AmbiguousReference;

impl Rule for AmbiguousReference {
    fn name(&self) -> &'static str {
        "ambiguous-reference"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("ambiguous_reference.md")
    }
}
