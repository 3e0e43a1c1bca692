//! What an audience may see that refers to what it may not see.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// What an audience may see that refers to what it may not see. Found by looking with the eyes of each audience.
pub struct HiddenReference;

impl Rule for HiddenReference {
    fn name(&self) -> &'static str {
        "hidden-reference"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("hidden_reference.md")
    }
}
