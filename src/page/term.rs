//! When a sprint or a week is, and which comes first.

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::page::name;
use crate::theme::tongue::Tongue;

/// A short name, for charts: "S1".
pub fn short(tongue: &Tongue, item: &Entry) -> String {
    match &item.id {
        Some(id) if is_number(id) => tongue.tell("S{number}", &[("number", id)]),
        Some(id) => id.clone(),
        None => name::title(item),
    }
}

fn is_number(id: &str) -> bool {
    id.starts_with(|c: char| c.is_ascii_digit())
        && id.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Its first day.
pub fn start(item: &Entry) -> Option<Date> {
    item.start.as_ref().and_then(|said| said.value.day)
}

/// Its last day.
pub fn end(item: &Entry) -> Option<Date> {
    item.term.and_then(|term| term.end)
}

/// Its first and its last day, where both are known.
pub fn term(item: &Entry) -> Option<(Date, Date)> {
    start(item).zip(end(item))
}

/// Whether it is over.
pub fn is_finished(item: &Entry) -> bool {
    item.term.is_some_and(|term| term.is_finished)
}

/// Sprints in the order of time, those without a day first; where that is the same, by number.
pub fn in_time(items: &[Entry], sprints: impl IntoIterator<Item = usize>) -> Vec<usize> {
    let mut order: Vec<usize> = sprints.into_iter().collect();
    let numbers = |at: &usize| number_of(&items[*at]);
    if order.iter().all(|at| numbers(at).is_some()) {
        order.sort_by_key(numbers);
    }
    order.sort_by_key(|at| last_day(&items[*at]));
    order
}

/// The day by which a sprint stands among others.
pub fn last_day(item: &Entry) -> Option<Date> {
    end(item).or(start(item))
}

/// The parts of a bare number: `2`, `1.10`.
fn number_of(item: &Entry) -> Option<Vec<u32>> {
    let id = item.id.as_deref()?;
    id.split('.').map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_numbers_are_numbers() {
        assert!(is_number("6") && is_number("1.10") && !is_number("2026-W10") && !is_number("."));
    }
}
