//! Something that is waited for and due after the item that waits for it.

use crate::analyze::Analysis;
use crate::analyze::later_need::LaterNeed;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, waiting_place};
use crate::model::item::Item;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};
use crate::text::span::Place;

/// Something that is waited for and due after the item that waits for it.
pub struct DependencyDueLater;

impl Rule for DependencyDueLater {
    fn name(&self) -> &'static str {
        "dependency-due-later"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("dependency_due_later.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        for later in &analysis.later_needs {
            let (item, need) = (plan.item(later.item), plan.item(later.need));
            let Some(place) = waiting_place(plan, later.item, later.need) else {
                continue;
            };
            findings.add(Diagnostic {
                label: format!("waits for `{}`", name(need)),
                others: [item, need].into_iter().filter_map(due).collect(),
                help: Some(help(item, need).into()),
                ..self.finding(place, message(plan, later))
            });
        }
    }
}

fn due(item: &Item) -> Option<(Place, String)> {
    let due = item.due.as_ref()?;
    Some((due.place(), format!("when `{}` is due", name(item))))
}

fn message(plan: &Plan, later: &LaterNeed) -> Reason {
    let (item, need) = (plan.item(later.item), plan.item(later.need));
    Reason::new("`{item}` is due {date}, but waits for `{need}`, which is due {later}")
        .words("item", name(item))
        .with("date", day(item))
        .words("need", name(need))
        .with("later", day(need))
}

fn day(item: &Item) -> Part {
    let due = item.due.as_ref().map(|due| due.value);
    due.map_or(Part::Word(""), Part::When)
}

fn help(item: &Item, need: &Item) -> Reason {
    Reason::new("move one of the dates: `{need}` is to be due first, `{item}` after it")
        .words("need", name(need))
        .words("item", name(item))
}
