//! Items that wait for one another in a circle.

use crate::analyze::Analysis;
use crate::analyze::circle::shortest;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, waiting_place};
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::text::span::Place;

/// So many items of a circle are named, and so many places shown; more would hide what is wrong.
const SHOWN: usize = 8;

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
            let circle = shortest(&analysis.schedule, cycle);
            let next = circle.iter().cycle().skip(1);
            let pairs = circle.iter().zip(next).take(SHOWN);
            let links = pairs.filter_map(|(from, to)| link(plan, *from, *to));
            let mut links: Vec<(Place, String)> = links.collect();
            if links.is_empty() {
                continue;
            }
            let (place, label) = links.remove(0);
            findings.add(Diagnostic {
                label,
                others: links,
                help: Some("take the dependency out that matters least".into()),
                ..self.finding(place, message(plan, &circle, cycle.len()))
            });
        }
    }
}

fn message(plan: &Plan, circle: &[ItemId], all: usize) -> String {
    let name = |id: &ItemId| format!("`{}`", name(plan.item(*id)));
    let [first, rest @ ..] = circle else {
        return String::new();
    };
    if rest.is_empty() {
        return format!("{} waits for itself", name(first));
    }
    let shown = circle.iter().take(SHOWN).map(name);
    let left = circle.len().saturating_sub(SHOWN);
    let left = (left > 0).then(|| format!("{left} more"));
    let names: Vec<String> = shown.chain(left).chain([name(first)]).collect();
    let beside = match all - circle.len() {
        0 => String::new(),
        1 => "; 1 more item is caught in it".to_string(),
        more => format!("; {more} more items are caught in it"),
    };
    format!("{} wait for one another{beside}", names.join(" -> "))
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
