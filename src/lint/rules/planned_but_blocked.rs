//! Work that is planned for the running sprint or week although something stands in its way.

use crate::analyze::Analysis;
use crate::analyze::impeded::Impeded;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::reason::Reason;
use crate::text::span::Place;

/// So many obstacles are shown; more would hide what is wrong.
const SHOWN: usize = 8;

/// Work that is planned for the running sprint or week although something stands in its way.
pub struct PlannedButBlocked;

impl Rule for PlannedButBlocked {
    fn name(&self) -> &'static str {
        "planned-but-blocked"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("planned_but_blocked.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        for impeded in &analysis.impeded {
            findings.add(Diagnostic {
                label: format!("planned for `{}`", name(plan.item(impeded.sprint))),
                others: others(plan, impeded),
                help: Some(help(plan, impeded).into()),
                ..self.finding(impeded.place, message(plan, impeded))
            });
        }
    }
}

fn message(plan: &Plan, impeded: &Impeded) -> Reason {
    let why = match impeded.by.as_slice() {
        [] => Reason::new("its status says that it is blocked"),
        [one] => stands(plan.item(*one)),
        [first, more @ ..] => Reason::count(
            more.len(),
            "{why}, and {number} more",
            "{why}, and {number} more",
        )
        .and("why", stands(plan.item(*first))),
    };
    Reason::new("`{item}` is planned for `{sprint}`, but {why}")
        .words("item", name(plan.item(impeded.item)))
        .words("sprint", name(plan.item(impeded.sprint)))
        .and("why", why)
}

fn stands(obstacle: &Item) -> Reason {
    let reason = match obstacle.kind {
        Kind::Blocker => Reason::new("`{item}` blocks it"),
        _ => Reason::new("`{item}`, which it waits for, is not done"),
    };
    reason.words("item", name(obstacle))
}

fn others(plan: &Plan, impeded: &Impeded) -> Vec<(Place, String)> {
    if impeded.by.is_empty() {
        return vec![(status_place(plan.item(impeded.item)), "blocked".into())];
    }
    let obstacles = impeded.by.iter().take(SHOWN).map(|id| plan.item(*id));
    let told = |obstacle: &Item| match obstacle.kind {
        Kind::Blocker => "still in the way".to_string(),
        _ => format!("not done: {}", obstacle.status().name()),
    };
    obstacles
        .map(|obstacle| (status_place(obstacle), told(obstacle)))
        .collect()
}

fn help(plan: &Plan, impeded: &Impeded) -> Reason {
    let reason = match impeded.by.first().map(|id| plan.item(*id)) {
        Some(obstacle) if obstacle.kind == Kind::Blocker => {
            Reason::new("say that the blocker is resolved, or take `{item}` out until it is")
        }
        Some(obstacle) => {
            Reason::new("plan `{need}` first, or take `{item}` out").words("need", name(obstacle))
        }
        None => Reason::new("take `{item}` out, or change its status"),
    };
    reason.words("item", name(plan.item(impeded.item)))
}
