//! Work that is planned for the running sprint or week although something stands in its way.

use crate::analyze::Analysis;
use crate::analyze::impeded::Impeded;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
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
                help: Some(help(plan, impeded)),
                ..self.finding(impeded.place, message(plan, impeded))
            });
        }
    }
}

fn message(plan: &Plan, impeded: &Impeded) -> String {
    let why = match impeded.by.as_slice() {
        [] => "its status says that it is blocked".to_string(),
        [one] => stands(plan.item(*one)),
        [first, more @ ..] => format!("{}, and {} more", stands(plan.item(*first)), more.len()),
    };
    format!(
        "`{}` is planned for `{}`, but {why}",
        name(plan.item(impeded.item)),
        name(plan.item(impeded.sprint))
    )
}

fn stands(obstacle: &Item) -> String {
    if obstacle.kind == Kind::Blocker {
        format!("`{}` blocks it", name(obstacle))
    } else {
        format!("`{}`, which it waits for, is not done", name(obstacle))
    }
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

fn help(plan: &Plan, impeded: &Impeded) -> String {
    let item = name(plan.item(impeded.item));
    match impeded.by.first().map(|id| plan.item(*id)) {
        Some(obstacle) if obstacle.kind == Kind::Blocker => {
            format!("say that the blocker is resolved, or take `{item}` out until it is")
        }
        Some(obstacle) => format!("plan `{}` first, or take `{item}` out", name(obstacle)),
        None => format!("take `{item}` out, or change its status"),
    }
}
