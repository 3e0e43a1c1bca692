//! A sprint that commits more than the sprints before it completed.

use crate::analyze::Analysis;
use crate::analyze::velocity::Overcommitment;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};
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
                others: earlier(plan, analysis, over),
                help: Some(
                    Reason::new("commit {figure} or less, and keep the rest for the next sprint")
                        .with("figure", Part::rounded(over.earlier.mean))
                        .into(),
                ),
                ..self.finding(
                    figure_place(sprint, sprint.committed.as_ref()),
                    message(plan, analysis, over),
                )
            });
        }
    }
}

fn message(plan: &Plan, analysis: &Analysis, over: &Overcommitment) -> Reason {
    let sprints = over.earlier.sprints.iter();
    let figures = sprints.filter_map(|id| Some(Part::rounded(completed(analysis, *id)?)));
    let reason = match over.earlier.of {
        1 => Reason::new("`{sprint}` commits {committed}, but the sprint before completed {mean}"),
        several => Reason::count(
            several,
            "`{sprint}` commits {committed}, but the sprint before completed {figures}: {mean}",
            "`{sprint}` commits {committed}, but the last {number} sprints completed {figures}: {mean} on average",
        ),
    };
    reason
        .words("sprint", name(plan.item(over.sprint)))
        .with("committed", Part::rounded(over.committed))
        .with("figures", Part::List(figures.collect()))
        .with("mean", Part::rounded(over.earlier.mean))
}

fn earlier(plan: &Plan, analysis: &Analysis, over: &Overcommitment) -> Vec<(Place, String)> {
    let told = |id: &ItemId| {
        let sprint = plan.item(*id);
        let figure = completed(analysis, *id)?;
        let place = figure_place(sprint, sprint.completed.as_ref());
        Some((place, format!("completed {figure}")))
    };
    over.earlier.sprints.iter().filter_map(told).collect()
}

fn completed(analysis: &Analysis, sprint: ItemId) -> Option<f64> {
    let figure = analysis.sprint(sprint)?.completed.as_ref()?;
    Some(rounded(figure.value))
}

/// Where a figure is stated; one that was counted stands nowhere, so where its sprint does.
fn figure_place(sprint: &Item, figure: Option<&Stated<f64>>) -> Place {
    figure.map_or_else(|| status_place(sprint), Stated::place)
}

fn rounded(number: f64) -> f64 {
    (number * 10.0).round() / 10.0
}
