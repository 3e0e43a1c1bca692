//! A date that has passed while its item is said to be open.

use std::collections::BTreeSet;

use crate::analyze::Analysis;
use crate::analyze::overdue::Overdue;
use crate::analyze::wording::date_words;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::stated::Stated;

/// A date that has passed while its item is said to be open.
pub struct PastDue;

impl Rule for PastDue {
    fn name(&self) -> &'static str {
        "overdue"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("overdue.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        let all: BTreeSet<ItemId> = analysis.overdue.iter().map(|late| late.item).collect();
        for late in &analysis.overdue {
            let item = plan.item(late.item);
            let status = format!("said to be {}", item.status().name());
            findings.add(Diagnostic {
                label: ago(late.days),
                others: vec![(status_place(item), status)],
                help: Some(help(plan, analysis, late.item, &all)),
                ..self.finding(
                    item.due.as_ref().map(Stated::place).unwrap_or_default(),
                    message(item, late),
                )
            });
        }
    }
}

fn message(item: &Item, late: &Overdue) -> String {
    let due = item.due.as_ref().and_then(|due| date_words(due.value));
    let due = due.unwrap_or_default();
    let (name, status) = (name(item), item.status().name());
    format!(
        "`{name}` was due {due}, {}, and is {status}",
        ago(late.days)
    )
}

fn ago(days: i64) -> String {
    match days {
        1 => "one day ago".into(),
        days => format!("{days} days ago"),
    }
}

/// Where another overdue item stands in the way, that is the place to begin.
fn help(plan: &Plan, analysis: &Analysis, id: ItemId, late: &BTreeSet<ItemId>) -> String {
    let needs = analysis.schedule.needs(id).iter();
    let item = name(plan.item(id));
    match needs
        .copied()
        .find(|need| *need != id && late.contains(need))
    {
        Some(need) => {
            let need = name(plan.item(need));
            format!("begin with `{need}`: `{item}` waits for it, and it is overdue too")
        }
        None => format!("say that `{item}` is done, or give it a date that can be kept"),
    }
}
