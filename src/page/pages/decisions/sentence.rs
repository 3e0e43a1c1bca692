//! The sentence over the decisions.

use std::fmt::Display;

use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::page::calendar::long_day;
use crate::page::figure::number;
use crate::page::noun::spelled;
use crate::page::words::capital;
use crate::theme::tongue::Tongue;

/// How many are open, what they hold up, by when the next is needed, and what became of the others.
pub(super) fn sentence(
    tongue: &Tongue,
    open: usize,
    held: &[Kind],
    due: Option<Date>,
    made: &[(&str, usize)],
    today: Date,
) -> String {
    let mut out = vec![still_open(tongue, open, held)];
    if let Some(due) = due {
        let day = long_day(tongue, due, today);
        let parts: [(&str, &dyn Display); 1] = [("date", &day)];
        out.push(match (open, due < today) {
            (1, true) => tongue.tell("It was due {date}.", &parts),
            (1, false) => tongue.tell("It is due {date}.", &parts),
            (_, true) => tongue.tell("The next was due {date}.", &parts),
            (_, false) => tongue.tell("The next is due {date}.", &parts),
        });
    }
    let told: Vec<String> = made
        .iter()
        .map(|(word, count)| {
            let (some, word) = (number(tongue, *count), tongue.say(word));
            tongue.count(
                *count,
                "{spelled} is {state}",
                "{spelled} are {state}",
                &[("spelled", &some), ("state", &word)],
            )
        })
        .collect();
    if !told.is_empty() {
        let states = capital(&tongue.row(&told));
        out.push(tongue.tell("{states}.", &[("states", &states)]));
    }
    out.join(" ")
}

fn still_open(tongue: &Tongue, open: usize, held: &[Kind]) -> String {
    if open == 0 {
        return tongue.say("No decision is open.").into_owned();
    }
    let items = capital(&spelled(tongue, open, Kind::Decision));
    let is_one = held.iter().all(|kind| Some(kind) == held.first());
    let what = match held.first().filter(|_| is_one) {
        Some(kind) => spelled(tongue, held.len(), *kind),
        None => {
            let word = number(tongue, held.len());
            tongue.count(
                held.len(),
                "one item",
                "{spelled} items",
                &[("spelled", &word)],
            )
        }
    };
    let parts: [(&str, &dyn Display); 2] = [("items", &items), ("held", &what)];
    match held.is_empty() {
        true => tongue.count(open, "{items} is open.", "{items} are open.", &parts),
        false => tongue.count(
            open,
            "{items} is open and holds up {held}.",
            "{items} are open and hold up {held}.",
            &parts,
        ),
    }
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
            sentence(
                &Tongue::english(),
                open,
                held,
                due.map(date),
                made,
                date("2026-05-12"),
            )
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
            "Two decisions are open. The next is due 22 May."
        );
        assert_eq!(
            said(
                1,
                &[Kind::Story],
                Some("2026-05-02"),
                &[("without a status", 1)]
            ),
            "One decision is open and holds up one story. It was due 2 May. One is without a status."
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
