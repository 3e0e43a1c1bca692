//! Stub.
use crate::diagnostic::Severity;
use crate::lint::rule::Rule;
/// Stub.
pub struct StaleTally;
impl Rule for StaleTally {
    fn name(&self) -> &'static str {
        "stale-tally"
    }
    fn severity(&self) -> Severity {
        Severity::Warning
    }
    fn page(&self) -> &'static str {
        include_str!("stale_tally.md")
    }
}
