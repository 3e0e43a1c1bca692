//! A comment for plansite that cannot be understood.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A comment for plansite that cannot be understood. Found while reading.
pub struct UnclearAllow;

impl Rule for UnclearAllow {
    fn name(&self) -> &'static str {
        "unclear-allow"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("unclear_allow.md")
    }
}
