//! Something that is blocked while nobody says why or what would free it.

use std::collections::BTreeSet;

use crate::analyze::Analysis;
use crate::analyze::below::above;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lint::rule::{Findings, Rule, name, status_place};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::movement::{Change, Movement};
use crate::model::plan::Plan;
use crate::model::reason::Reason;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::model::status::Status;

/// Something that is blocked while nobody says why or what would free it.
pub struct BlockedWithoutWayOut;

impl Rule for BlockedWithoutWayOut {
    fn name(&self) -> &'static str {
        "blocked-without-way-out"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn page(&self) -> &'static str {
        include_str!("blocked_without_way_out.md")
    }

    fn check(&self, plan: &Plan, analysis: &Analysis, findings: &mut Findings) {
        let explained = explained(plan, analysis);
        let blocked = plan.items().filter(|(_, item)| is_bare(item));
        for (_, item) in blocked.filter(|(id, _)| !explained.contains(id)) {
            findings.add(Diagnostic {
                label: "blocked".into(),
                help: Some(
                    Reason::new("write what blocks it, and what or who would free it").into(),
                ),
                ..self.finding(status_place(item), message(item))
            });
        }
        for (id, line) in lines(plan, analysis).filter(|(id, _)| !explained.contains(id)) {
            findings.add(Diagnostic {
                label: "blocked this week".into(),
                help: Some(Reason::new("write behind it what blocks it").into()),
                ..self.finding(line.item.place, message(plan.item(id)))
            });
        }
    }
}

/// Whether it is said to be blocked where no text of its own could say why.
fn is_bare(item: &Item) -> bool {
    item.status() == Status::Blocked && !item.has_page()
}

fn message(item: &Item) -> Reason {
    let reason = if item.depends_on.is_empty() {
        Reason::new("`{item}` is blocked, and nobody says by what")
    } else {
        Reason::new(
            "`{item}` is blocked, but what it depends on is done, and nobody says what else is in its way",
        )
    };
    reason.words("item", name(item))
}

/// What a week that is not over says is blocked, without a reason; what its item says itself is told there.
fn lines<'a>(
    plan: &'a Plan,
    analysis: &'a Analysis,
) -> impl Iterator<Item = (ItemId, &'a Movement)> {
    let is_over = |id| analysis.sprint(id).is_none_or(|sprint| sprint.finished);
    let weeks = plan.items().filter(move |(id, _)| !is_over(*id));
    let lines = weeks.flat_map(|(_, week)| &week.movements);
    lines
        .filter(|line| line.change == Change::Blocked && line.reason.is_none())
        .filter_map(|line| Some((line.item.to?, line)))
        .filter(|(id, _)| {
            let item = plan.item(*id);
            !is_bare(item) && !matches!(item.status(), Status::Done | Status::Dropped)
        })
}

/// Every item of which something says why it is blocked: the item, what it belongs to, a part of it, or a week.
fn explained(plan: &Plan, analysis: &Analysis) -> BTreeSet<ItemId> {
    let mut explained: BTreeSet<ItemId> = plan
        .items()
        .filter(|(id, item)| waits(plan, analysis, *id) || gives_reason(item))
        .map(|(id, _)| id)
        .collect();
    let lines = plan.items().flat_map(|(_, week)| &week.movements);
    let lines = lines.filter(|line| line.change == Change::Blocked && line.reason.is_some());
    explained.extend(lines.filter_map(|line| line.item.to));
    let blocked = plan
        .items()
        .filter(|(_, item)| item.status() == Status::Blocked);
    let mut around = BTreeSet::new();
    for (id, _) in blocked {
        let wholes = above(plan, id);
        let is_stuck = |whole: &ItemId| {
            let needs = analysis.schedule.needs(*whole).iter();
            let is_obstacle = |need: &ItemId| plan.item(*need).kind == Kind::Blocker;
            plan.item(*whole).status() == Status::Blocked
                || needs.copied().any(|id| is_obstacle(&id))
        };
        around.extend(Some(id).filter(|_| wholes.iter().any(is_stuck)));
        // A blocked part is why its whole is.
        around.extend(wholes);
    }
    explained.extend(around);
    explained
}

/// Whether it waits for something that is not said to be done.
fn waits(plan: &Plan, analysis: &Analysis, id: ItemId) -> bool {
    let needs = analysis.schedule.needs(id).iter();
    let is_over = |status| matches!(status, Status::Done | Status::Dropped);
    needs
        .copied()
        .any(|need| !is_over(plan.item(need).status()))
}

/// Whether the item itself has a word on it: something outside of the plan, more than the bare status, or a note.
fn gives_reason(item: &Item) -> bool {
    let status = item.status.as_ref().map_or("", Stated::raw);
    let is_sentence = |text: &str| text.split_whitespace().nth(2).is_some();
    let leads_outside = |reference: &Reference| reference.to.is_none();
    item.depends_on.iter().any(leads_outside)
        || is_sentence(status)
        || status.contains([':', '(', '#', '—', '–'])
        || item.fields.iter().any(|(_, said)| is_sentence(said.raw()))
}
