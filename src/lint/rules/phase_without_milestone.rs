//! A phase that leads to no milestone, in a roadmap whose other phases do.

use crate::analyze::Analysis;
use crate::analyze::milestones;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, place};
use crate::model::plan::Plan;
use crate::model::reason::Reason;

/// A phase that leads to no milestone.
pub struct PhaseWithoutMilestone;

impl Rule for PhaseWithoutMilestone {
    fn name(&self) -> &'static str {
        "phase-without-milestone"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("phase_without_milestone.md")
    }

    fn check(&self, plan: &Plan, _analysis: &Analysis, findings: &mut Findings) {
        for habit in milestones::without_milestone(plan) {
            let example = plan.item(habit.example);
            for id in &habit.breaks {
                let phase = plan.item(*id);
                let message =
                    Reason::new("`{item}` leads to no milestone").words("item", name(phase));
                findings.add(Diagnostic {
                    label: format!("{} other phases lead to one", habit.kept),
                    others: vec![(place(example), format!("`{}` does", name(example)))],
                    help: Some(
                        Reason::new("name the milestone that ends this phase, with what can be seen by then and a date")
                            .into(),
                    ),
                    ..self.finding(place(phase), message)
                });
            }
        }
    }
}
