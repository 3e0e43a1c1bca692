//! Work that was taken up before its phase had its turn.

use crate::analyze::Analysis;
use crate::analyze::phases::OutOfPhase;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::text::span::Place;

/// Work that was taken up before its phase had its turn.
pub struct OutOfPhaseWork;

impl Rule for OutOfPhaseWork {
    fn name(&self) -> &'static str {
        "out-of-phase"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("out_of_phase.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        for early in &analysis.out_of_phase {
            let task = plan.item(early.task);
            findings.add(Diagnostic {
                label: task.status().name().into(),
                others: phases(plan, &early.unfinished),
                help: Some("finish the earlier phase first, or move the task".into()),
                ..self.finding(status_place(task), message(plan, early))
            });
        }
    }
}

fn message(plan: &Plan, early: &OutOfPhase) -> String {
    let task = plan.item(early.task);
    let earlier = early
        .unfinished
        .iter()
        .map(|id| format!("`{}`", name(plan.item(*id))));
    let earlier = earlier.collect::<Vec<_>>().join(", ");
    format!(
        "`{}` is {}, but {earlier} is not finished",
        name(task),
        task.status().name()
    )
}

fn phases(plan: &Plan, phases: &[ItemId]) -> Vec<(Place, String)> {
    let phases = phases.iter().map(|id| plan.item(*id));
    phases
        .map(|phase| (status_place(phase), "not finished".into()))
        .collect()
}
