//! Items that wait for one another in a circle.

use crate::analyze::Analysis;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, waiting_place};
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::text::span::Place;

/// Items that wait for one another in a circle.
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

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        for cycle in &analysis.schedule.cycles {
            let next = cycle.iter().cycle().skip(1);
            let links = cycle
                .iter()
                .zip(next)
                .filter_map(|(from, to)| link(plan, *from, *to));
            let mut links: Vec<(Place, String)> = links.collect();
            if links.is_empty() {
                continue;
            }
            let (place, label) = links.remove(0);
            findings.add(Diagnostic {
                label,
                others: links,
                help: Some("take one of these dependencies out".into()),
                ..self.finding(place, message(plan, cycle))
            });
        }
    }
}

fn message(plan: &Plan, cycle: &[ItemId]) -> String {
    let names = cycle
        .iter()
        .chain(cycle.first())
        .map(|id| format!("`{}`", name(plan.item(*id))));
    format!(
        "{} wait for one another",
        names.collect::<Vec<_>>().join(" -> ")
    )
}

/// Where it is written that `from` waits for `to`.
fn link(plan: &Plan, from: ItemId, to: ItemId) -> Option<(Place, String)> {
    let place = waiting_place(plan, from, to)?;
    let label = format!(
        "`{}` waits for `{}`",
        name(plan.item(from)),
        name(plan.item(to))
    );
    Some((place, label))
}
