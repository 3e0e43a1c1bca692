//! A status that the parts of an item contradict.

use crate::analyze::Analysis;
use crate::analyze::children::{Contradiction, Contrast};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::plan::Plan;
use crate::model::reason::Reason;
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

fn message(plan: &Plan, contradiction: &Contradiction) -> Reason {
    let reason = match (contradiction.contrast, contradiction.parts.as_slice()) {
        (Contrast::DoneButOpenParts, [part]) => {
            Reason::new("`{item}` is done, but its part `{part}` is open")
                .words("part", name(plan.item(*part)))
        }
        (Contrast::DoneButOpenParts, parts) => Reason::count(
            parts.len(),
            "`{item}` is done, but {number} of its parts is open",
            "`{item}` is done, but {number} of its parts are open",
        ),
        (Contrast::PlannedButDoneParts, _) => {
            Reason::new("`{item}` is planned, but all its parts are done")
        }
    };
    reason.words("item", name(plan.item(contradiction.item)))
}

fn help(contrast: Contrast) -> Reason {
    match contrast {
        Contrast::DoneButOpenParts => {
            Reason::new("close or drop the open part, or say that the whole is still in progress")
        }
        Contrast::PlannedButDoneParts => {
            Reason::new("say that the whole is done, or write down what is still to do")
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
