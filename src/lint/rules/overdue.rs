//! A date that has passed while its item is said to be open.

use std::collections::BTreeSet;

use crate::analyze::Analysis;
use crate::analyze::overdue::Overdue;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};
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
                label: ago(late.days).to_string(),
                others: vec![(status_place(item), status)],
                help: Some(help(plan, analysis, late.item, &all).into()),
                ..self.finding(
                    item.due.as_ref().map(Stated::place).unwrap_or_default(),
                    message(item, late),
                )
            });
        }
    }
}

fn message(item: &Item, late: &Overdue) -> Reason {
    let due = item.due.as_ref().map(|due| due.value);
    Reason::new("`{item}` was due {date}, {ago}, and is {status}")
        .words("item", name(item))
        .with("date", due.map_or(Part::Word(""), Part::When))
        .and("ago", ago(late.days))
        .with("status", Part::Word(item.status().name()))
}

fn ago(days: i64) -> Reason {
    let days = usize::try_from(days).unwrap_or_default();
    Reason::count(days, "one day ago", "{number} days ago")
}

/// Where another overdue item stands in the way, that is the place to begin.
fn help(plan: &Plan, analysis: &Analysis, id: ItemId, late: &BTreeSet<ItemId>) -> Reason {
    let needs = analysis.schedule.needs(id).iter();
    let reason = match needs
        .copied()
        .find(|need| *need != id && late.contains(need))
    {
        Some(need) => {
            Reason::new("begin with `{need}`: `{item}` waits for it, and it is overdue too")
                .words("need", name(plan.item(need)))
        }
        None => Reason::new("say that `{item}` is done, or give it a date that can be kept"),
    };
    reason.words("item", name(plan.item(id)))
}
