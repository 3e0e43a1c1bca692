//! Stub.
use crate::diagnostic::Severity;
use crate::lint::rule::Rule;
/// Stub.
pub struct DependencyCycle;
impl Rule for DependencyCycle {
    fn name(&self) -> &'static str {
        "dependency-cycle"
    }
    fn severity(&self) -> Severity {
        Severity::Error
    }
    fn page(&self) -> &'static str {
        include_str!("dependency_cycle.md")
    }
}
