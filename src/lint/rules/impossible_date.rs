//! A date that no calendar has.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A date that no calendar has. Found while reading.
pub struct ImpossibleDate;

impl Rule for ImpossibleDate {
    fn name(&self) -> &'static str {
        "impossible-date"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("impossible_date.md")
    }
}
