//! A sprint that commits more than the sprints before it completed.

use crate::analyze::Analysis;
use crate::analyze::velocity::Overcommitment;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, status_place};
use crate::model::item::Item;
use crate::model::plan::Plan;
use crate::model::stated::Stated;
use crate::text::span::Place;

/// A sprint that commits more than the sprints before it completed.
pub struct OvercommittedSprint;

impl Rule for OvercommittedSprint {
    fn name(&self) -> &'static str {
        "overcommitted-sprint"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("overcommitted_sprint.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        // What is over cannot be committed otherwise.
        let is_over = |id| analysis.sprint(id).is_some_and(|sprint| sprint.finished);
        for over in analysis
            .overcommitted
            .iter()
            .filter(|over| !is_over(over.sprint))
        {
            let sprint = plan.item(over.sprint);
            findings.add(Diagnostic {
                label: format!("commits {}", rounded(over.committed)),
                others: earlier(plan, over),
                help: Some("commit what the team has shown that it completes".into()),
                ..self.finding(
                    figure_place(sprint, sprint.committed.as_ref()),
                    message(over),
                )
            });
        }
    }
}

fn message(over: &Overcommitment) -> String {
    let (committed, mean) = (rounded(over.committed), rounded(over.earlier.mean));
    match over.earlier.of {
        1 => format!("commits {committed}, but the sprint before completed {mean}"),
        of => format!("commits {committed}, but the last {of} sprints completed {mean} on average"),
    }
}

fn earlier(plan: &Plan, over: &Overcommitment) -> Vec<(Place, String)> {
    let sprints = over.earlier.sprints.iter().map(|id| plan.item(*id));
    let places = sprints.map(|sprint| figure_place(sprint, sprint.completed.as_ref()));
    places.map(|place| (place, "completed".into())).collect()
}

/// Where a figure is stated; one that was counted stands nowhere, so where its sprint does.
fn figure_place(sprint: &Item, figure: Option<&Stated<f64>>) -> Place {
    figure.map_or_else(|| status_place(sprint), Stated::place)
}

fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
