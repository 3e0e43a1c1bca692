//! Text that was encoded twice.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// Text that was encoded twice. Found while reading.
pub struct Mojibake;

impl Rule for Mojibake {
    fn name(&self) -> &'static str {
        "mojibake"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn page(&self) -> &'static str {
        include_str!("mojibake.md")
    }
}
