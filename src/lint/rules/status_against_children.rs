//! A status that the parts of an item contradict.

use crate::analyze::Analysis;
use crate::analyze::children::{Contradiction, Contrast};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::plan::Plan;
use crate::text::span::Place;

/// So many parts are shown; more would hide what is wrong.
const SHOWN: usize = 8;

/// A status that the parts of an item contradict.
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

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        for contradiction in &analysis.contradictions {
            let item = plan.item(contradiction.item);
            findings.add(Diagnostic {
                label: item.status().name().into(),
                others: parts(plan, contradiction),
                help: Some(help(contradiction.contrast).into()),
                ..self.finding(status_place(item), message(plan, contradiction))
            });
        }
    }
}

fn message(plan: &Plan, contradiction: &Contradiction) -> String {
    let whole = name(plan.item(contradiction.item));
    match (contradiction.contrast, contradiction.parts.as_slice()) {
        (Contrast::DoneButOpenParts, [part]) => {
            format!(
                "`{whole}` is done, but its part `{}` is open",
                name(plan.item(*part))
            )
        }
        (Contrast::DoneButOpenParts, parts) => {
            format!(
                "`{whole}` is done, but {} of its parts are open",
                parts.len()
            )
        }
        (Contrast::PlannedButDoneParts, _) => {
            format!("`{whole}` is planned, but all its parts are done")
        }
    }
}

fn help(contrast: Contrast) -> &'static str {
    match contrast {
        Contrast::DoneButOpenParts => {
            "close or drop the open part, or say that the whole is still in progress"
        }
        Contrast::PlannedButDoneParts => {
            "say that the whole is done, or write down what is still to do"
        }
    }
}

fn parts(plan: &Plan, contradiction: &Contradiction) -> Vec<(Place, String)> {
    let parts = contradiction
        .parts
        .iter()
        .take(SHOWN)
        .map(|id| plan.item(*id));
    parts
        .map(|part| (status_place(part), part.status().name().to_string()))
        .collect()
}
