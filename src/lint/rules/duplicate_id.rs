//! An id that two items carry.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// An id that two items carry. Found while reading.
pub struct DuplicateId;

impl Rule for DuplicateId {
    fn name(&self) -> &'static str {
        "duplicate-id"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn page(&self) -> &'static str {
        include_str!("duplicate_id.md")
    }
}
