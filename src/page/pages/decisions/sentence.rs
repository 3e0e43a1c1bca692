//! The sentence over the decisions.

use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::page::words::{capital, long_day, number, spelled};

/// How many are open, what they hold up, by when the next is needed, and what became of the others.
pub(super) fn sentence(
    open: usize,
    held: &[Kind],
    due: Option<Date>,
    made: &[(&str, usize)],
    today: Date,
) -> String {
    let is = |count: usize| if count == 1 { "is" } else { "are" };
    let mut out = match open {
        0 => "No decision is open".to_string(),
        open => format!(
            "{} {} open",
            capital(&spelled(open, Kind::Decision)),
            is(open)
        ),
    };
    if let Some(first) = held.first() {
        let hold = if open == 1 { "holds" } else { "hold" };
        let what = match held.iter().all(|kind| kind == first) {
            true => spelled(held.len(), *first),
            false => format!("{} items", number(held.len())),
        };
        out.push_str(&format!(" and {hold} up {what}"));
    }
    if let Some(due) = due {
        let which = if open == 1 { "it" } else { "the next" };
        let tense = if due < today { "was" } else { "is" };
        out.push_str(&format!("; {which} {tense} due {}", long_day(due, today)));
    }
    out.push('.');
    let told: Vec<String> = made
        .iter()
        .map(|(word, count)| format!("{} {} {word}", number(*count), is(*count)))
        .collect();
    if !told.is_empty() {
        out.push_str(&format!(" {}.", capital(&told.join(", "))));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::iso(text).unwrap()
    }

    #[test]
    fn open_decisions_come_first() {
        let said = |open, held: &[Kind], due: Option<&str>, made: &[(&str, usize)]| {
            sentence(open, held, due.map(date), made, date("2026-05-12"))
        };
        assert_eq!(
            said(
                4,
                &[Kind::Task; 5],
                None,
                &[("accepted", 5), ("superseded", 1)]
            ),
            "Four decisions are open and hold up five tasks. Five are accepted, one is superseded."
        );
        assert_eq!(
            said(2, &[], Some("2026-05-22"), &[]),
            "Two decisions are open; the next is due 22 May."
        );
        assert_eq!(
            said(
                1,
                &[Kind::Story],
                Some("2026-05-02"),
                &[("without a status", 1)]
            ),
            "One decision is open and holds up one story; it was due 2 May. One is without a status."
        );
        assert_eq!(
            said(0, &[], None, &[("decided", 16)]),
            "No decision is open. 16 are decided."
        );
        assert_eq!(
            said(3, &[Kind::Story, Kind::Task], None, &[]),
            "Three decisions are open and hold up two items."
        );
    }
}
