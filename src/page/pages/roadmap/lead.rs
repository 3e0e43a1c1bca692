//! What the roadmap shows, said first.

use std::fmt::Display;

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::calendar::{distance, full, long_day};
use crate::page::figure;
use crate::page::name;
use crate::page::noun::spelled;
use crate::page::pages::roadmap::rows::{done, mark, start};
use crate::page::words::capital;
use crate::theme::tongue::{Tongue, forms, key};

/// What is said of a standing: of the only one, of two, of all, and of some.
struct Said {
    standing: &'static str,
    one: &'static str,
    both: &'static str,
    all: &'static str,
    some: (&'static str, &'static str),
}

/// The standings, in the order in which they are told.
const STANDINGS: [Said; 6] = [
    Said {
        standing: "done",
        one: key("It is complete."),
        both: key("Both are complete."),
        all: key("All are complete."),
        some: forms("one is complete", "{spelled} are complete"),
    },
    Said {
        standing: "late",
        one: key("It is late."),
        both: key("Both are late."),
        all: key("All are late."),
        some: forms("one is late", "{spelled} are late"),
    },
    Said {
        standing: "at risk",
        one: key("It is at risk."),
        both: key("Both are at risk."),
        all: key("All are at risk."),
        some: forms("one is at risk", "{spelled} are at risk"),
    },
    Said {
        standing: "on track",
        one: key("It is on track."),
        both: key("Both are on track."),
        all: key("All are on track."),
        some: forms("one is on track", "{spelled} are on track"),
    },
    Said {
        standing: "unknown",
        one: key("It is unknown."),
        both: key("Both are unknown."),
        all: key("All are unknown."),
        some: forms("one is unknown", "{spelled} are unknown"),
    },
    Said {
        standing: "dropped",
        one: key("It is dropped."),
        both: key("Both are dropped."),
        all: key("All are dropped."),
        some: forms("one is dropped", "{spelled} are dropped"),
    },
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
    pub(super) fn new(tongue: &Tongue, item: &Entry) -> Self {
        Self {
            kind: item.kind,
            name: name::called(tongue, item),
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
pub(super) fn sentence(tongue: &Tongue, all: &[Dated], today: Date) -> Option<String> {
    let is_high = |row: &&Dated| row.kind != Kind::Feature;
    let rows: Vec<&Dated> = match all.iter().any(|row| is_high(&row)) {
        true => all.iter().filter(is_high).collect(),
        false => all.iter().collect(),
    };
    let first = rows.iter().flat_map(|row| row.days()).min()?;
    let last = rows.iter().flat_map(|row| row.days()).max()?;
    let is_past = last < today && rows.iter().any(|row| row.is_open());
    let parts: [(&str, &dyn Display); 3] = [
        ("items", &subject(tongue, &rows)),
        ("first", &long_day(tongue, first, last)),
        ("last", &full(tongue, last)),
    ];
    let when = match first == last {
        true => key("{items} on {last}"),
        false => key("{items} from {first} to {last}"),
    };
    let head = tongue.tell(when, &parts);
    let told = match next(tongue, &rows, today) {
        Some(next) => tongue.tell("{head}; {next}.", &[("head", &head), ("next", &next)]),
        None if is_past => tongue.tell(past(rows.len()), &[("head", &head)]),
        None => tongue.tell("{words}.", &[("words", &head)]),
    };
    let more = [standings(tongue, &rows), no_start(tongue, &rows, is_past)];
    let told: Vec<String> = std::iter::once(told)
        .chain(more.into_iter().flatten())
        .collect();
    Some(told.join(" "))
}

fn past(count: usize) -> &'static str {
    match count {
        1 => key("{head}, in the past."),
        2 => key("{head}, both in the past."),
        _ => key("{head}, all in the past."),
    }
}

/// "Two phases and four milestones".
fn subject(tongue: &Tongue, rows: &[&Dated]) -> String {
    let kinds = [Kind::Phase, Kind::Milestone, Kind::Feature];
    let counted = kinds.into_iter().filter_map(|kind| {
        let count = rows.iter().filter(|row| row.kind == kind).count();
        (count > 0).then(|| spelled(tongue, count, kind))
    });
    capital(&tongue.list(&counted.collect::<Vec<_>>()))
}

/// "the next, The Engine, is due in 7 days".
fn next(tongue: &Tongue, rows: &[&Dated], today: Date) -> Option<String> {
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
    let when = match next.iter().any(|row| row.is_about) {
        true => tongue.tell("about {date}", &[("date", &long_day(tongue, due, today))]),
        false => distance(tongue, due, today),
    };
    let names: Vec<&str> = next.iter().map(|row| row.name.as_str()).collect();
    let number = names.len();
    let parts: [(&str, &dyn Display); 3] = [
        ("when", &when),
        ("names", &tongue.list(&names)),
        ("spelled", &figure::number(tongue, number)),
    ];
    Some(match number {
        1 if rows.len() == 1 => tongue.tell("it is due {when}", &parts),
        1..=NAMES => tongue.count(
            number,
            "the next, {names}, is due {when}",
            "the next, {names}, are due {when}",
            &parts,
        ),
        many => tongue.count(
            many,
            "the next one is due {when}",
            "the next {spelled} are due {when}",
            &parts,
        ),
    })
}

/// "One is complete, two are late."; nothing where nothing is known of any.
fn standings(tongue: &Tongue, rows: &[&Dated]) -> Option<String> {
    let counted = STANDINGS.iter().filter_map(|said| {
        let count = rows
            .iter()
            .filter(|row| row.standing() == Some(said.standing));
        Some((count.count(), said)).filter(|(count, _)| *count > 0)
    });
    let counted: Vec<(usize, &Said)> = counted.collect();
    let whole = |words: &str| tongue.say(words).into_owned();
    Some(match &counted[..] {
        [] => return None,
        [(_, said)] if said.standing == "unknown" => return None,
        [(1, said)] if rows.len() == 1 => whole(said.one),
        [(2, said)] if rows.len() == 2 => whole(said.both),
        [(count, said)] if *count == rows.len() => whole(said.all),
        counted => {
            let parts = counted.iter().map(|(count, said)| {
                let spelled = figure::number(tongue, *count);
                let (one, many) = said.some;
                tongue.count(*count, one, many, &[("spelled", &spelled)])
            });
            let parts = capital(&tongue.row(&parts.collect::<Vec<_>>()));
            tongue.tell("{words}.", &[("words", &parts)])
        }
    })
}

/// Why there is no bar.
fn no_start(tongue: &Tongue, rows: &[&Dated], is_past: bool) -> Option<String> {
    let has_start = rows.iter().any(|row| row.start.is_some());
    let has_mark = rows.iter().any(|row| row.has_mark);
    let has_status = rows.iter().any(|row| row.state != Status::Unknown);
    let words = match (is_past && !has_status, rows.len()) {
        (true, 1) => key("No start and no status is written, so there is a diamond and no bar."),
        (true, _) => key("No start and no status is written, so there are diamonds and no bars."),
        (false, 1) => key("No start is written, so there is a diamond and no bar."),
        (false, _) => key("No start is written, so there are diamonds and no bars."),
    };
    (has_mark && !has_start).then(|| tongue.say(words).into_owned())
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
        sentence(&Tongue::english(), rows, date(today)).unwrap_or_default()
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
