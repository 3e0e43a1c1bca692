//! Items that wait for one another in a circle.

use crate::analyze::Analysis;
use crate::analyze::circle::shortest;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, waiting_place};
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::reason::Reason;
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
                help: Some(Reason::new("take the dependency out that matters least").into()),
                ..self.finding(place, message(plan, &circle, cycle.len()))
            });
        }
    }
}

fn message(plan: &Plan, circle: &[ItemId], all: usize) -> Reason {
    let name = |id: &ItemId| Reason::new("`{item}`").words("item", name(plan.item(*id)));
    let [first, rest @ ..] = circle else {
        return Reason::default();
    };
    if rest.is_empty() {
        return Reason::new("{item} waits for itself").and("item", name(first));
    }
    let shown = circle.iter().skip(1).take(SHOWN - 1).map(name);
    let left = circle.len().saturating_sub(SHOWN);
    let left = (left > 0).then(|| Reason::count(left, "{number} more", "{number} more"));
    let names = shown.chain(left).chain([name(first)]);
    let names = names.fold(name(first), |before, next| {
        Reason::new("{first} -> {next}")
            .and("first", before)
            .and("next", next)
    });
    let said = match all - circle.len() {
        0 => Reason::new("{items} wait for one another"),
        more => Reason::count(
            more,
            "{items} wait for one another; {number} more item is caught in it",
            "{items} wait for one another; {number} more items are caught in it",
        ),
    };
    said.and("items", names)
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
