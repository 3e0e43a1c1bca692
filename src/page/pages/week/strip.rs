//! The strip of weeks or sprints around one: what moved in each, and where no sheet was written.

use serde::Serialize;

use crate::model::date::{Date, Week};
use crate::page::book::Book;
use crate::page::calendar;
use crate::page::flow::Flow;
use crate::page::pages::week::balance::Count;
use crate::page::pages::week::telling::{heading, short};
use crate::page::view::week_of;
use crate::theme::tongue::Tongue;

/// How many are shown on each side.
const NEAR: usize = 3;

/// More weeks in a row without a sheet are one place in the strip.
const SINGLE: usize = 2;

/// A place in the strip.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Stop {
    /// Where it leads; nothing where nothing is written.
    href: Option<String>,
    name: String,
    /// What moved, a line each.
    lines: Vec<String>,
    is_here: bool,
}

/// The way to the one before or after.
#[derive(Debug, Serialize)]
pub(super) struct Way {
    href: String,
    words: String,
}

/// The strip; nothing where there is only one.
pub(super) fn strip(book: &Book, from: &str, at: usize) -> Vec<Stop> {
    let row = book.rounds.row(book.item(at));
    let Some(place) = row.iter().position(|other| *other == at) else {
        return Vec::new();
    };
    let near = &row[place.saturating_sub(NEAR)..row.len().min(place + NEAR + 1)];
    let mut stops = Vec::new();
    let mut last: Option<Week> = None;
    for other in near.iter().copied() {
        let week = week_of(book.item(other));
        if let (Some(last), Some(week)) = (last, week) {
            stops.extend(gap(&book.tongue, last, week));
        }
        last = week;
        stops.push(Stop {
            href: Some(book.link(from, other)),
            name: short(&book.tongue, book.item(other)),
            lines: lines(book, other),
            is_here: other == at,
        });
    }
    match near.len() {
        1 => Vec::new(),
        _ => stops,
    }
}

/// The weeks between two sheets.
fn gap(tongue: &Tongue, last: Week, next: Week) -> Vec<Stop> {
    let days = next.monday().days_since(last.monday());
    let missing = usize::try_from(days / 7 - 1).unwrap_or_default();
    let empty = |name: String, line: String| Stop {
        name,
        lines: vec![line],
        ..Stop::default()
    };
    let week = |number: usize| -> Week { later(last.monday(), number).week() };
    match missing {
        0 => Vec::new(),
        few if few <= SINGLE => (1..=few)
            .map(|number| {
                let name = calendar::short_week(tongue, week(number));
                empty(name, tongue.say("no sheet").into_owned())
            })
            .collect(),
        many => {
            let (first, last) = (week(1), week(many));
            let first = calendar::short_week(tongue, first);
            let last = calendar::short_week(tongue, last);
            let name = tongue.tell("{first} to {last}", &[("first", &first), ("last", &last)]);
            vec![empty(name, tongue.say("no sheets").into_owned())]
        }
    }
}

fn later(day: Date, weeks: usize) -> Date {
    day.plus_days(u64::try_from(weeks * 7).unwrap_or_default())
}

/// "+2 in, −1 out", "1 done"; what did not move is not told, unless nothing did.
fn lines(book: &Book, at: usize) -> Vec<String> {
    match Flow::new(book, at) {
        Some(flow) => told(&book.tongue, &Count::new(&flow)),
        None => vec![book.tongue.say("nothing listed").into_owned()],
    }
}

fn told(tongue: &Tongue, count: &Count) -> Vec<String> {
    let moved = count.entered + count.left > 0;
    let moved = moved.then(|| {
        let parts: [(&str, &dyn std::fmt::Display); 2] =
            [("in", &count.entered), ("out", &count.left)];
        match (count.entered, count.left) {
            (_, 0) => tongue.tell("+{in} in", &parts),
            (0, _) => tongue.tell("−{out} out", &parts),
            _ => tongue.tell("+{in} in, −{out} out", &parts),
        }
    });
    let size = moved
        .is_none()
        .then(|| tongue.count(count.is, "{number} in it", "{number} in it", &[]));
    let done =
        (count.done > 0).then(|| tongue.count(count.done, "{number} done", "{number} done", &[]));
    let blocked = (count.blocked > 0 && done.is_none())
        .then(|| tongue.count(count.blocked, "{number} blocked", "{number} blocked", &[]));
    let lines = [size, moved, done, blocked];
    lines.into_iter().flatten().take(2).collect()
}

/// The ways to the one before and the one after.
pub(super) fn ways(book: &Book, from: &str, at: usize) -> [Option<Way>; 2] {
    let row = book.rounds.row(book.item(at));
    let place = row.iter().position(|other| *other == at);
    let way = |to: Option<&usize>| {
        to.map(|to| Way {
            href: book.link(from, *to),
            words: heading(&book.tongue, book.item(*to)),
        })
    };
    let before = place.and_then(|place| place.checked_sub(1));
    [
        way(before.and_then(|place| row.get(place))),
        way(place.and_then(|place| row.get(place + 1))),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_without_a_sheet_are_gaps() {
        let week = |number| Week::new(2026, number).unwrap();
        let names = |last, next| -> Vec<String> {
            let gaps = gap(&Tongue::english(), week(last), week(next)).into_iter();
            gaps.map(|stop| stop.name).collect()
        };
        assert!(names(19, 20).is_empty());
        assert_eq!(names(17, 20), ["W18", "W19"]);
        assert_eq!(names(10, 20), ["W11 to W19"]);
        assert!(gap(&Tongue::english(), week(20), week(20)).is_empty());
    }

    #[test]
    fn a_stop_tells_only_what_moved() {
        let count = Count {
            entered: 2,
            left: 1,
            done: 1,
            finished: 2,
            blocked: 1,
            ..Count::default()
        };
        assert_eq!(
            told(&Tongue::english(), &count),
            ["+2 in, −1 out", "1 done"]
        );
        let still = Count {
            is: 4,
            blocked: 1,
            ..Count::default()
        };
        assert_eq!(told(&Tongue::english(), &still), ["4 in it", "1 blocked"]);
    }
}
