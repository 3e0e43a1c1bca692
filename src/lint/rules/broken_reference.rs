//! A reference that fits no item.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A reference that fits no item. Found while reading.
pub struct BrokenReference;

impl Rule for BrokenReference {
    fn name(&self) -> &'static str {
        "broken-reference"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("broken_reference.md")
    }
}
