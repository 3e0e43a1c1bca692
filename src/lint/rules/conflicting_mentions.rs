//! Places that say different things of one item.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// Places that say different things of one item. Found while reading.
pub struct ConflictingMentions;

impl Rule for ConflictingMentions {
    fn name(&self) -> &'static str {
        "conflicting-mentions"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("conflicting_mentions.md")
    }
}
