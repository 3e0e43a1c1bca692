//! Words of a template that are left in a document of the plan.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// Words of a template that are left in a document of the plan. Found while reading.
pub struct PlaceholderLeft;

impl Rule for PlaceholderLeft {
    fn name(&self) -> &'static str {
        "placeholder-left"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("placeholder_left.md")
    }
}
