//! The roadmap as a timeline.

use std::collections::{BTreeMap, BTreeSet};

use crate::chart::arrow::Link;
use crate::chart::calendar::Day;
use crate::chart::row::{Bar, Level, Mark, Row, Sprint};
use crate::chart::timeline::{Timeline, timeline};
use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::{day, distance};
use crate::page::figure;
use crate::page::mark as marks;
use crate::page::name;
use crate::page::noun;
use crate::page::pages::roadmap::rows::{Drawn, Rows, mark, start};
use crate::page::term::{short, term};
use crate::theme::markup::escape;
use crate::theme::tongue::{Tongue, key};

/// So few rows need no zoom.
const FEW: usize = 12;

/// More sprints than this make no picture.
const SPRINTS: usize = 60;

/// More paths than this make no picture.
const PATHS: usize = 200;

/// The rows with a mark as a timeline; empty where there is none.
pub(super) fn drawing(book: &Book, from: &str, rows: &Rows) -> String {
    if rows.drawn.is_empty() {
        return String::new();
    }
    let say = |words| book.tongue.say(words).into_owned();
    let drawn = Timeline {
        name: say("Roadmap timeline"),
        today: number(book.edition.as_of),
        sprints_label: marks::anchor("sprints.html", &say("Sprints"), "")
            .as_str()
            .into(),
        sprints: sprints(book),
        rows: rows
            .drawn
            .iter()
            .map(|row| track(book, from, row))
            .collect(),
        links: paths(book, rows),
        fit: rows.drawn.len() <= FEW,
    };
    timeline(&drawn, &say)
}

fn number(date: Date) -> Day {
    Day(date.number())
}

/// The rows that wait for another row, and for which one.
pub(super) fn waiting(book: &Book, rows: &Rows) -> Vec<(usize, usize)> {
    let drawn: BTreeSet<usize> = rows.drawn.iter().map(|row| row.at).collect();
    let mut found = Vec::new();
    let mut known = BTreeSet::new();
    for at in rows.drawn.iter().map(|row| row.at) {
        let needs = book.item(at).depends_on.iter().filter_map(|lead| lead.to);
        let needs = needs.filter(|need| *need != at && drawn.contains(need));
        found.extend(
            needs
                .map(|need| (at, need))
                .filter(|pair| known.insert(*pair)),
        );
    }
    found
}

fn paths(book: &Book, rows: &Rows) -> Vec<Link> {
    let places = rows.drawn.iter().enumerate();
    let places: BTreeMap<usize, usize> = places.map(|(row, drawn)| (drawn.at, row)).collect();
    let paths = waiting(book, rows).into_iter().filter_map(|(to, from)| {
        Some(Link {
            from: *places.get(&from)?,
            to: *places.get(&to)?,
            critical: false,
        })
    });
    paths.take(PATHS).collect()
}

/// The latest sprints that have both ends.
fn sprints(book: &Book) -> Vec<Sprint> {
    let sprints = book.of_kind(Kind::Sprint);
    let drawn = sprints.filter(|(_, item)| !item.is_week_sheet());
    let drawn = drawn.filter_map(|(_, item)| {
        let (start, end) = term(item)?;
        Some(Sprint {
            name: short(&book.tongue, item),
            start: number(start),
            end: number(end),
        })
    });
    let mut drawn: Vec<Sprint> = drawn.collect();
    drawn.sort_by_key(|sprint| (sprint.start, sprint.end));
    drawn.split_off(drawn.len().saturating_sub(SPRINTS))
}

fn track(book: &Book, from: &str, row: &Drawn) -> Row {
    let item = book.item(row.at);
    let today = book.edition.as_of;
    let href = book.link(from, row.at);
    let link = marks::anchor(&href, &name::short(item), "");
    let mut label = link.as_str().to_string();
    let above = above(book, item).filter(|_| !row.is_part);
    if let Some(above) = &above {
        label.push_str(&format!("<span class=\"sub\">{}</span>", escape(above)));
    }
    if let Some(health) = item.health.as_ref().filter(|_| !row.is_part) {
        label.push_str(badge::health(&book.tongue, health).as_str());
    }
    Row {
        label,
        bar: bar(&book.tongue, item, today),
        due: diamond(&book.tongue, item, today),
        level: if row.is_part { Level::Part } else { Level::Top },
        slim: above.is_none(),
        href: Some(href),
    }
}

/// The phase of a milestone, and what else a row is a part of: "Phase 1".
fn above(book: &Book, item: &Entry) -> Option<String> {
    let above = book.item(item.parent_item()?);
    Some(match above.id {
        Some(_) => name::above(&book.tongue, above),
        None => name::title(above),
    })
}

fn diamond(tongue: &Tongue, item: &Entry, today: Date) -> Option<Mark> {
    let at = mark(item)?;
    let is_due = item.due_day() == Some(at);
    let about = item.due.as_ref().is_some_and(|due| due.value.approximate);
    let label = day(tongue, at, today);
    Some(Mark {
        day: number(at),
        label: match about && is_due {
            true => tongue.tell("about {date}", &[("date", &label)]),
            false => label,
        },
        note: note(tongue, item, at, today),
        done: item.state() == Status::Done,
        late: is_late(item) && at < today,
    })
}

fn is_late(item: &Entry) -> bool {
    item.health
        .as_ref()
        .is_some_and(|health| health.value == "late")
}

/// How far away it is, or how much later than promised it was done.
fn note(tongue: &Tongue, item: &Entry, at: Date, today: Date) -> String {
    match item.state() {
        Status::Dropped => tongue.say("dropped").into_owned(),
        Status::Done => item
            .due_day()
            .map_or(String::new(), |due| later(tongue, at, due, today)),
        _ => distance(tongue, at, today),
    }
}

/// "12 days later than 27 Mar"; nothing for what was in time.
pub(super) fn later(tongue: &Tongue, done: Date, due: Date, today: Date) -> String {
    let days = usize::try_from(done.days_since(due)).unwrap_or_default();
    let promised = day(tongue, due, today);
    match days {
        0 => String::new(),
        days => tongue.count(
            days,
            "a day later than {date}",
            "{number} days later than {date}",
            &[("date", &promised)],
        ),
    }
}

/// A bar where both its ends are stated.
fn bar(tongue: &Tongue, item: &Entry, today: Date) -> Option<Bar> {
    let (start, end) = (start(item)?, mark(item)?);
    let progress = item.progress.as_ref();
    let known = progress.and_then(|progress| Some((progress, progress.tally?)));
    let known = known.filter(|(_, tally)| tally.of > 0);
    let share = |part: u32, of: u32| f64::from(part.min(of)) * 100.0 / f64::from(of);
    let percent = known.and_then(|(_, tally)| tally.percent());
    let percent = percent.map(|percent| figure::percent(tongue, percent));
    let leaves = known.map(|(progress, tally)| {
        let all = tally.of as usize;
        let all = match progress.leaves {
            Some(kind) => noun::count(tongue, all, kind),
            None => tongue.count(all, "{number} part", "{number} parts", &[]),
        };
        let parts: [(&str, &dyn std::fmt::Display); 2] = [("done", &tally.done), ("items", &all)];
        tongue.tell("{done} of {items} complete", &parts)
    });
    let days = (day(tongue, start, today), day(tongue, end, today));
    let mut words = vec![tongue.tell(
        "{first} to {last}",
        &[("first", &days.0), ("last", &days.1)],
    )];
    words.extend(percent.clone());
    let is_done = item.state() == Status::Done;
    let plain = match is_done {
        true => key("complete"),
        false => key("progress unknown"),
    };
    words.push(leaves.unwrap_or_else(|| tongue.say(plain).into_owned()));
    let health = item.health.as_ref();
    words.extend(health.map(|health| badge::health_word(tongue, health)));
    let words = tongue.row(&words);
    let unknown = || match is_done {
        true => String::new(),
        false => tongue.say("unknown").into_owned(),
    };
    Some(Bar {
        start: number(start),
        end: number(end),
        done_percent: match known {
            Some((_, tally)) => share(tally.done, tally.of),
            None if is_done => 100.0,
            None => 0.0,
        },
        doing_percent: known.map_or(0.0, |(told, tally)| share(told.active, tally.of)),
        text: percent.unwrap_or_else(unknown),
        aria: tongue.tell(
            "{name}: {words}",
            &[("name", &name::short(item)), ("words", &words)],
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_came_later_is_told() {
        let date = |text| Date::iso(text).unwrap();
        let english = Tongue::english();
        let told = |done| later(&english, date(done), date("2026-03-27"), date("2026-05-12"));
        assert_eq!(told("2026-04-08"), "12 days later than 27 Mar");
        assert_eq!(told("2026-03-28"), "a day later than 27 Mar");
        assert_eq!(told("2026-03-27"), "");
        assert_eq!(told("2026-03-01"), "");
    }
}
