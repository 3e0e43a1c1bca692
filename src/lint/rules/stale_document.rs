//! A milestone in work whose documents nobody touches.

use crate::analyze::Analysis;
use crate::analyze::untouched::Untouched;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};

/// A milestone in work whose documents nobody touches.
pub struct StaleDocument;

impl Rule for StaleDocument {
    fn name(&self) -> &'static str {
        "stale-document"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn page(&self) -> &'static str {
        include_str!("stale_document.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        for untouched in &analysis.untouched {
            let milestone = plan.item(untouched.milestone);
            findings.add(Diagnostic {
                label: format!("in work, and at rest for over {} days", untouched.patience),
                help: Some(Reason::new("write down how far it is, or say that it rests").into()),
                ..self.finding(status_place(milestone), message(milestone, untouched))
            });
        }
    }
}

fn message(milestone: &Item, untouched: &Untouched) -> Reason {
    Reason::count(
        usize::try_from(untouched.days).unwrap_or_default(),
        "`{item}` is in work, but its documents were last touched on {date}, {number} day ago",
        "`{item}` is in work, but its documents were last touched on {date}, {number} days ago",
    )
    .words("item", name(milestone))
    .with("date", Part::Day(untouched.last))
}
