//! Header lines about the running sprint join it by its number, or by dates that are equal.

use crate::model::item::Item;
use crate::model::kind::Kind;
use crate::model::plan::Fact;
use crate::model::stated::Stated;
use crate::resolve::when;
use crate::text::similar::fold;

/// Adds goal and dates from the head of a plan to the sprint that they are about.
pub fn join(facts: &[Fact], items: &mut [Item]) {
    let fact = |names: &[&str]| {
        facts
            .iter()
            .find(|fact| names.contains(&fold(&fact.name).as_str()))
    };
    let number = fact(&[
        "current sprint",
        "sprint",
        "current iteration",
        "iteration",
        "sprint number",
    ]);
    let dates = fact(&["sprint dates", "iteration dates", "cycle dates"]);
    let goal = fact(&["sprint goal", "iteration goal", "cycle goal"]);
    let numbered = number.and_then(|fact| by_number(&fact.value.value, items));
    let Some(at) = numbered.or_else(|| dates.and_then(|fact| by_dates(&fact.value.value, items)))
    else {
        return;
    };
    for fact in [dates, goal].into_iter().flatten() {
        items[at]
            .fields
            .push((fact.name.clone(), fact.value.clone()));
    }
    if let Some(fact) = dates.filter(|_| items[at].due.is_none()) {
        let dated = when::read(&fact.value.value, None);
        let stated = |value| Stated {
            value,
            said: fact.value.said.clone(),
        };
        items[at].start = dated.last.map(|_| stated(dated.first));
        items[at].due = dated.last.map(stated);
    }
}

/// "4", "#4" or "Sprint 4", and nothing else.
fn by_number(words: &str, items: &[Item]) -> Option<usize> {
    let folded = fold(words);
    let wanted = match folded.split(' ').collect::<Vec<_>>()[..] {
        [number] => number,
        ["sprint" | "iteration" | "cycle", number] => number,
        _ => return None,
    };
    let is_it = |item: &Item| {
        item.kind == Kind::Sprint && item.id.as_deref().map(fold).as_deref() == Some(wanted)
    };
    items.iter().position(is_it)
}

fn by_dates(words: &str, items: &[Item]) -> Option<usize> {
    let dated = when::read(words, None);
    let (first, last) = (dated.first.day?, dated.last?.day?);
    let runs = |item: &Item| {
        item.start.as_ref().and_then(|start| start.value.day) == Some(first)
            && item.due.as_ref().and_then(|due| due.value.day) == Some(last)
    };
    items
        .iter()
        .position(|item| item.kind == Kind::Sprint && runs(item))
}
