//! plan.ics: the days of the plan for calendars, by RFC 5545. Phases, sprints and whatever is due, all day long.

use std::fmt::Display;

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::model::when::{Precision, When};
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::period;
use crate::page::machine::address::{self, address, host, title, uuid};
use crate::page::machine::fold::{line, words};
use crate::page::name;
use crate::page::noun;
use crate::page::page::Pages;
use crate::page::term::term;
use crate::theme::tongue::Tongue;

/// Its address.
pub const CALENDAR: &str = "plan.ics";

/// An event: what it is called, and its first and last day.
struct Event {
    at: usize,
    what: &'static str,
    summary: String,
    first: Date,
    last: Date,
}

/// Adds the calendar, where anything has a day.
pub fn add(book: &Book, pages: &mut Pages) {
    if (0..book.edition.items.len()).any(|at| event(book, at).is_some()) {
        let write = |book: &Book| Ok(calendar(book).into_bytes());
        pages.files.push((CALENDAR.into(), Box::new(write)));
    }
}

/// The days of a plan as a calendar.
pub fn calendar(book: &Book) -> String {
    let mut out = String::new();
    let title = words(&title(book));
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//plansite//plansite//EN"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", &title),
        ("X-WR-CALNAME", &title),
        ("REFRESH-INTERVAL;VALUE=DURATION", "P1D"),
    ] {
        out.push_str(&line(name, value));
    }
    let events = (0..book.edition.items.len()).filter_map(|at| event(book, at));
    events.for_each(|event| out.push_str(&written(book, &event)));
    out + "END:VCALENDAR\r\n"
}

/// The event of an item; none where it has no day, was dropped, or is a week like any other.
fn event(book: &Book, at: usize) -> Option<Event> {
    let item = book.item(at);
    if item.state() == Status::Dropped || item.week || item.kind == Kind::Blocker {
        return None;
    }
    let lasts = match item.kind {
        Kind::Sprint => term(item),
        Kind::Phase => start(item).zip(item.due_day()),
        _ => None,
    };
    if let Some((first, last)) = lasts.filter(|(first, last)| first <= last) {
        let summary = match item.kind {
            Kind::Sprint => name::called(&book.tongue, item),
            _ => name::short(item),
        };
        return Some(Event {
            at,
            what: "term",
            summary,
            first,
            last,
        });
    }
    let due = item.due.as_ref()?;
    let day = due.value.day?;
    Some(Event {
        at,
        what: "due",
        summary: summary(&book.tongue, &name::short(item), due.value),
        first: day,
        last: day,
    })
}

fn start(item: &Entry) -> Option<Date> {
    item.start.as_ref().and_then(|start| start.value.day)
}

/// "Due: M2 A site worth reading"; a day that is none says so.
fn summary(tongue: &Tongue, name: &str, due: When) -> String {
    match (period(tongue, due), due.approximate) {
        (Some(period), _) if due.precision != Precision::Day => tongue.tell(
            "Due in {period}: {name}",
            &[("period", &period), ("name", &name)],
        ),
        (_, true) => tongue.tell("Due about now: {name}", &[("name", &name)]),
        _ => tongue.tell("Due: {name}", &[("name", &name)]),
    }
}

fn written(book: &Book, event: &Event) -> String {
    let item = book.item(event.at);
    let day = |day: Date| day.to_string().replace('-', "");
    let own = format!("{}/{}/{}", item.kind.name(), item.key, event.what);
    let place = match host(book) {
        Some((host, path)) => format!("{host}{path}"),
        None => address::name(book).to_string(),
    };
    let domain = host(book).map_or("plansite.invalid", |(host, _)| host);
    let uid = format!("{}@{domain}", uuid(&format!("{place}\n{own}")));
    let mut lines = vec![
        ("BEGIN", "VEVENT".to_string()),
        ("UID", uid),
        ("DTSTAMP", format!("{}T000000Z", day(book.edition.as_of))),
        ("DTSTART;VALUE=DATE", day(event.first)),
        // The day on which it is over.
        ("DTEND;VALUE=DATE", day(event.last.plus_days(1))),
        ("SUMMARY", words(&event.summary)),
        ("CATEGORIES", words(&noun::title(&book.tongue, item.kind))),
        ("TRANSP", "TRANSPARENT".to_string()),
    ];
    let description = description(&book.tongue, item);
    if !description.is_empty() {
        lines.push(("DESCRIPTION", words(&description)));
    }
    if host(book).is_some() {
        lines.push(("URL", address(book, book.routes.url(event.at))));
    }
    lines.push(("END", "VEVENT".to_string()));
    let lines = lines.iter().map(|(name, value)| line(name, value));
    lines.collect()
}

/// The state, the progress and how it stands.
fn description(tongue: &Tongue, item: &Entry) -> String {
    let mut said = Vec::new();
    if let Some(status) = &item.status {
        let name = tongue.say("Status");
        let parts: [(&str, &dyn Display); 2] = [("name", &name), ("words", &status.raw)];
        said.push(tongue.tell("{name}: {words}", &parts));
    }
    let tally = item.progress.as_ref().and_then(|progress| progress.tally);
    if let Some(tally) = tally {
        let parts: [(&str, &dyn Display); 2] = [("done", &tally.done), ("of", &tally.of)];
        said.push(tongue.tell("{done} of {of} complete", &parts));
    }
    if let Some(health) = item.health.as_ref().filter(|health| health.value != "done") {
        let (_, _, word) = badge::health_note(tongue, health);
        let why = badge::reason(tongue, health);
        let parts: [(&str, &dyn Display); 2] = [("first", &word), ("second", &why)];
        said.push(tongue.tell("{first} {second}", &parts));
    }
    said.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_that_is_none_says_so() {
        let when = |precision, approximate| When {
            day: Date::iso("2026-06-30"),
            precision,
            approximate,
            ..When::default()
        };
        let said = |precision, approximate| {
            summary(
                &Tongue::english(),
                "T-1 Search",
                when(precision, approximate),
            )
        };
        assert_eq!(said(Precision::Day, false), "Due: T-1 Search");
        assert_eq!(said(Precision::Day, true), "Due about now: T-1 Search");
        assert_eq!(said(Precision::Quarter, true), "Due in Q2 2026: T-1 Search");
    }
}
