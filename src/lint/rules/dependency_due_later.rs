//! Something that is waited for and due after the item that waits for it.

use crate::analyze::Analysis;
use crate::analyze::later_need::LaterNeed;
use crate::analyze::wording::date_words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, waiting_place};
use crate::model::item::Item;
use crate::model::plan::Plan;
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
                help: Some(help(item, need)),
                ..self.finding(place, message(plan, later))
            });
        }
    }
}

fn due(item: &Item) -> Option<(Place, String)> {
    let due = item.due.as_ref()?;
    Some((due.place(), format!("when `{}` is due", name(item))))
}

fn message(plan: &Plan, later: &LaterNeed) -> String {
    let (item, need) = (plan.item(later.item), plan.item(later.need));
    format!(
        "`{}` is due {}, but waits for `{}`, which is due {}",
        name(item),
        day(item),
        name(need),
        day(need)
    )
}

fn day(item: &Item) -> String {
    let due = item.due.as_ref().and_then(|due| date_words(due.value));
    due.unwrap_or_default()
}

fn help(item: &Item, need: &Item) -> String {
    format!(
        "move one of the dates: `{}` is to be due first, `{}` after it",
        name(need),
        name(item)
    )
}
