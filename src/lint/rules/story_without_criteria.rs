//! A story that does not say when it is finished, in a plan whose other stories do.

use crate::analyze::Analysis;
use crate::analyze::acceptance;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, place};
use crate::model::plan::Plan;
use crate::model::reason::Reason;

/// A story that does not say when it is finished.
pub struct StoryWithoutCriteria;

impl Rule for StoryWithoutCriteria {
    fn name(&self) -> &'static str {
        "story-without-criteria"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("story_without_criteria.md")
    }

    fn check(&self, plan: &Plan, _analysis: &Analysis, findings: &mut Findings) {
        for habit in acceptance::without_criteria(plan) {
            let example = plan.item(habit.example);
            let other = example
                .criteria
                .first()
                .map_or_else(|| place(example), |first| first.place);
            for id in &habit.breaks {
                let story = plan.item(*id);
                let message =
                    Reason::new("`{item}` has no acceptance criteria").words("item", name(story));
                findings.add(Diagnostic {
                    label: format!("{} stories beside it have some", habit.kept),
                    others: vec![(other, format!("those of `{}`", name(example)))],
                    help: Some(
                        Reason::new("write below `Acceptance criteria`, as a list of boxes, what must hold for it to be done")
                            .into(),
                    ),
                    ..self.finding(place(story), message)
                });
            }
        }
    }
}
