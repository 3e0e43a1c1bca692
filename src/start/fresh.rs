//! The word that a plan has for what is not begun.

use crate::model::item::Item;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::start::form::Form;
use crate::start::ground::{Ground, Neighbour, most};
use crate::start::sort::Sort;
use crate::text::similar::fold;

/// Words for what nobody has agreed to, scheduled or begun yet.
const FRESH: [&str; 30] = [
    "a fazer",
    "ausstehend",
    "backlog",
    "draft",
    "em breve",
    "geplant",
    "idea",
    "new",
    "not begun",
    "not started",
    "not yet started",
    "offen",
    "open",
    "pendente",
    "pending",
    "pendiente",
    "planned",
    "planejado",
    "planificado",
    "planning",
    "por hacer",
    "proposed",
    "prévu",
    "to do",
    "todo",
    "à faire",
    "예정",
    "대기",
    "待办",
    "计划中",
];

/// The word that the plan has for what is not begun: in documents of the sort, else of its kind, else of all.
pub fn fresh(ground: &Ground<'_>, sort: Sort, form: Form, neighbours: &[Neighbour<'_>]) -> String {
    let word = |item: &Item| {
        let raw = item.status.as_ref()?.raw().trim();
        let is_fresh = item.status() == Status::Planned && FRESH.contains(&fold(raw).as_str());
        is_fresh.then(|| raw.to_string())
    };
    let said = |own: bool| {
        let items = ground.plan.items().map(|(_, item)| item);
        let items = items.filter(|item| !own || item.kind == sort.kind);
        most(items.filter_map(word))
    };
    let beside = most(neighbours.iter().filter_map(|one| word(one.item)));
    let usual = match (sort.kind, form) {
        (Kind::Decision, Form::Lines) => "Proposed",
        (Kind::Decision, _) => "proposed",
        (_, Form::Lines) => "Planned",
        _ => "planned",
    };
    let others = || said(false).filter(|_| sort.kind != Kind::Decision);
    beside
        .or_else(|| said(true))
        .or_else(others)
        .unwrap_or_else(|| usual.to_string())
}
