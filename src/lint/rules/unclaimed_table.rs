//! A table that looks like a plan and that no reader understands.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A table that looks like a plan and that no reader understands. Found while reading.
pub struct UnclaimedTable;

impl Rule for UnclaimedTable {
    fn name(&self) -> &'static str {
        "unclaimed-table"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn folds(&self) -> bool {
        true
    }

    fn page(&self) -> &'static str {
        include_str!("unclaimed_table.md")
    }
}
