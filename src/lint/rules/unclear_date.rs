//! A date that may be more than one day.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A date that may be more than one day. Found while reading.
pub struct UnclearDate;

impl Rule for UnclearDate {
    fn name(&self) -> &'static str {
        "unclear-date"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("unclear_date.md")
    }
}
