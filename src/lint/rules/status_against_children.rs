//! Stub.
use crate::diagnostic::Severity;
use crate::lint::rule::Rule;
/// Stub.
pub struct StatusAgainstChildren;
impl Rule for StatusAgainstChildren {
    fn name(&self) -> &'static str {
        "status-against-children"
    }
    fn severity(&self) -> Severity {
        Severity::Warning
    }
    fn page(&self) -> &'static str {
        include_str!("status_against_children.md")
    }
}
