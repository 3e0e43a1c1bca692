//! A finding that a document allows and that is not there any more.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// A finding that a document allows and that is not there any more. Found where what is allowed is left out.
pub struct UnusedAllow;

impl Rule for UnusedAllow {
    fn name(&self) -> &'static str {
        "unused-allow"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn page(&self) -> &'static str {
        include_str!("unused_allow.md")
    }
}
