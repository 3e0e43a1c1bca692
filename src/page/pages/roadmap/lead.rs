//! What the roadmap shows, said first.

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::name;
use crate::page::pages::roadmap::rows::{done, mark, start};
use crate::page::words::{capital, distance, list, long_day, many, number, one};

/// The standings, in the order in which they are told, and their words.
const STANDINGS: [(&str, &str); 6] = [
    ("done", "complete"),
    ("late", "late"),
    ("at risk", "at risk"),
    ("on track", "on track"),
    ("unknown", "unknown"),
    ("dropped", "dropped"),
];

/// More names than this are a number.
const NAMES: usize = 3;

/// What the sentence needs of an item with a date.
#[derive(Clone, Debug)]
pub(super) struct Dated {
    kind: Kind,
    name: String,
    start: Option<Date>,
    due: Option<Date>,
    done: Option<Date>,
    /// Whether its due date is called approximate.
    is_about: bool,
    has_mark: bool,
    state: Status,
    health: Option<&'static str>,
}

impl Dated {
    /// What is told of this item.
    pub(super) fn new(item: &Entry) -> Self {
        Self {
            kind: item.kind,
            name: name::spoken(item),
            start: start(item),
            due: item.due_day(),
            done: done(item),
            is_about: item.due.as_ref().is_some_and(|due| due.value.approximate),
            has_mark: mark(item).is_some(),
            state: item.state(),
            health: item.health.as_ref().map(|health| health.value),
        }
    }

    fn is_open(&self) -> bool {
        !matches!(self.state, Status::Done | Status::Dropped)
    }

    fn standing(&self) -> Option<&'static str> {
        match self.state {
            Status::Done => Some("done"),
            Status::Dropped => Some("dropped"),
            _ => self.health,
        }
    }

    fn days(&self) -> impl Iterator<Item = Date> {
        [self.start, self.due, self.done].into_iter().flatten()
    }
}

/// Phases and milestones in time, or features where only these have dates.
pub(super) fn sentence(all: &[Dated], today: Date) -> Option<String> {
    let is_high = |row: &&Dated| row.kind != Kind::Feature;
    let rows: Vec<&Dated> = match all.iter().any(|row| is_high(&row)) {
        true => all.iter().filter(is_high).collect(),
        false => all.iter().collect(),
    };
    let first = rows.iter().flat_map(|row| row.days()).min()?;
    let last = rows.iter().flat_map(|row| row.days()).max()?;
    let when = match first == last {
        true => format!("on {}", last.words()),
        false => format!("from {} to {}", long_day(first, last), last.words()),
    };
    let is_past = last < today && rows.iter().any(|row| row.is_open());
    let rest = match next(&rows, today) {
        Some(next) => format!("; {next}"),
        None if is_past => ", all in the past".replace("all ", all_word(rows.len())),
        None => String::new(),
    };
    let mut told = format!("{} {when}{rest}.", subject(&rows));
    for more in [standings(&rows), no_start(&rows, is_past)]
        .into_iter()
        .flatten()
    {
        told.push(' ');
        told.push_str(&more);
    }
    Some(told)
}

fn all_word(count: usize) -> &'static str {
    match count {
        1 => "",
        2 => "both ",
        _ => "all ",
    }
}

/// "Two phases and four milestones".
fn subject(rows: &[&Dated]) -> String {
    let kinds = [Kind::Phase, Kind::Milestone, Kind::Feature];
    let counted = kinds.into_iter().filter_map(|kind| {
        let count = rows.iter().filter(|row| row.kind == kind).count();
        let noun = if count == 1 { one(kind) } else { many(kind) };
        (count > 0).then(|| format!("{} {noun}", number(count)))
    });
    capital(&list(&counted.collect::<Vec<_>>()))
}

/// "the next, The Engine, is due in 7 days".
fn next(rows: &[&Dated], today: Date) -> Option<String> {
    let to_come = |row: &&&Dated| row.is_open() && row.due.is_some_and(|due| due >= today);
    let due = rows
        .iter()
        .filter(to_come)
        .filter_map(|row| row.due)
        .min()?;
    let next: Vec<&&Dated> = rows
        .iter()
        .filter(to_come)
        .filter(|row| row.due == Some(due))
        .collect();
    let is = if next.len() == 1 { "is" } else { "are" };
    let when = match next.iter().any(|row| row.is_about) {
        true => format!("about {}", long_day(due, today)),
        false => distance(due, today),
    };
    let names: Vec<String> = next.iter().map(|row| row.name.clone()).collect();
    Some(match names.len() {
        1 if rows.len() == 1 => format!("it is due {when}"),
        1..=NAMES => format!("the next, {}, {is} due {when}", list(&names)),
        many => format!("the next {} {is} due {when}", number(many)),
    })
}

/// "One is complete, two are late."; nothing where nothing is known of any.
fn standings(rows: &[&Dated]) -> Option<String> {
    let counted = STANDINGS.iter().filter_map(|(standing, words)| {
        let count = rows.iter().filter(|row| row.standing() == Some(standing));
        Some((count.count(), *words)).filter(|(count, _)| *count > 0)
    });
    let counted: Vec<(usize, &str)> = counted.collect();
    Some(match &counted[..] {
        [] | [(_, "unknown")] => return None,
        [(1, words)] if rows.len() == 1 => format!("It is {words}."),
        [(2, words)] if rows.len() == 2 => format!("Both are {words}."),
        [(count, words)] if *count == rows.len() => format!("All are {words}."),
        counted => {
            let parts = counted.iter().map(|(count, words)| {
                let is = if *count == 1 { "is" } else { "are" };
                format!("{} {is} {words}", number(*count))
            });
            format!("{}.", capital(&parts.collect::<Vec<_>>().join(", ")))
        }
    })
}

/// Why there is no bar.
fn no_start(rows: &[&Dated], is_past: bool) -> Option<String> {
    let has_start = rows.iter().any(|row| row.start.is_some());
    let has_mark = rows.iter().any(|row| row.has_mark);
    let has_status = rows.iter().any(|row| row.state != Status::Unknown);
    let shapes = match rows.len() {
        1 => "a diamond and no bar",
        _ => "diamonds and no bars",
    };
    let there = if rows.len() == 1 {
        "there is"
    } else {
        "there are"
    };
    let missing = match is_past && !has_status {
        true => "No start and no status is written",
        false => "No start is written",
    };
    (has_mark && !has_start).then(|| format!("{missing}, so {there} {shapes}."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::iso(text).unwrap()
    }

    fn due(name: &str, day: &str) -> Dated {
        Dated {
            kind: Kind::Milestone,
            name: name.into(),
            start: None,
            due: Some(date(day)),
            done: None,
            is_about: false,
            has_mark: true,
            state: Status::Unknown,
            health: Some("unknown"),
        }
    }

    fn four() -> Vec<Dated> {
        vec![
            due("The Engine", "2026-01-27"),
            due("The Brain", "2026-02-04"),
            due("The Business", "2026-02-11"),
            due("The Scale", "2026-02-27"),
        ]
    }

    fn told(rows: &[Dated], today: &str) -> String {
        sentence(rows, date(today)).unwrap_or_default()
    }

    #[test]
    fn nothing_is_said_of_nothing() {
        assert_eq!(told(&[], "2026-01-20"), "");
    }

    #[test]
    fn dates_without_a_status() {
        assert_eq!(
            told(&four(), "2026-01-20"),
            "Four milestones from 27 January to 27 February 2026; the next, The Engine, is due in 7 days. No start is written, so there are diamonds and no bars."
        );
        assert_eq!(
            told(&four(), "2026-11-20"),
            "Four milestones from 27 January to 27 February 2026, all in the past. No start and no status is written, so there are diamonds and no bars."
        );
        assert_eq!(
            told(&four()[..1], "2026-11-20"),
            "One milestone on 27 January 2026, in the past. No start and no status is written, so there is a diamond and no bar."
        );
    }

    #[test]
    fn standings_are_counted() {
        let mut rows = four();
        for row in &mut rows {
            row.start = Some(date("2025-12-01"));
        }
        rows[0].state = Status::Done;
        rows[1].health = Some("late");
        rows[2].health = Some("on track");
        rows[2].is_about = true;
        assert_eq!(
            told(&rows, "2026-02-10"),
            "Four milestones from 1 December 2025 to 27 February 2026; the next, The Business, is due about 11 February. One is complete, one is late, one is on track, one is unknown."
        );
        assert!(told(&rows[..1], "2026-02-10").ends_with("2026. It is complete."));
        rows[1].state = Status::Done;
        assert!(told(&rows[..2], "2026-02-10").ends_with("2026. Both are complete."));
    }

    #[test]
    fn what_is_due_together_is_told_together() {
        let same = |name: &str| due(name, "2026-01-27");
        let mut rows = vec![same("A"), same("B")];
        assert!(told(&rows, "2026-01-26").contains("; the next, A and B, are due tomorrow."));
        rows.extend([same("C"), same("D")]);
        assert!(told(&rows, "2026-01-26").contains("; the next four are due tomorrow."));
        assert!(told(&rows[..1], "2026-01-27").contains("; it is due today."));
    }

    #[test]
    fn features_are_told_where_only_they_have_dates() {
        let mut rows = four();
        rows[0].kind = Kind::Feature;
        rows[1].kind = Kind::Phase;
        assert!(told(&rows, "2026-01-20").starts_with("One phase and two milestones from"));
        assert!(told(&rows[..1], "2026-01-20").starts_with("One feature on 27 January 2026;"));
    }
}
