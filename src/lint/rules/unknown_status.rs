//! A status in words that are not known.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A status in words that are not known. Found while reading.
pub struct UnknownStatus;

impl Rule for UnknownStatus {
    fn name(&self) -> &'static str {
        "unknown-status"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn folds(&self) -> bool {
        true
    }

    fn page(&self) -> &'static str {
        include_str!("unknown_status.md")
    }
}
