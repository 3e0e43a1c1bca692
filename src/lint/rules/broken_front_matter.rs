//! Front matter that is not the YAML or TOML that it claims to be.

use crate::diagnostic::Severity;
use crate::lint::rule::Rule;

/// Front matter that is not the YAML or TOML that it claims to be. Found while reading.
pub struct BrokenFrontMatter;

impl Rule for BrokenFrontMatter {
    fn name(&self) -> &'static str {
        "broken-front-matter"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn garbles(&self) -> bool {
        true
    }

    fn page(&self) -> &'static str {
        include_str!("broken_front_matter.md")
    }
}
