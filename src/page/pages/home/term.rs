//! What is due next, and what is known of sprints.

use crate::edition::entry::{Entry, Figure};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::distance;
use crate::page::figure::amount;
use crate::page::mark;
use crate::page::name;
use crate::page::panels::panel::{FROM, Panel, ROWS, side};
use crate::page::section::Line;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// The days to come on which something that is open is due or ends, by position.
pub fn upcoming(book: &Book) -> Vec<(Date, usize)> {
    let today = book.edition.as_of;
    let is_open =
        |item: &Entry| !matches!(item.state(), Status::Done | Status::Dropped) && !item.discovered;
    let items = book.edition.items.iter().enumerate();
    let mut found: Vec<(Date, usize)> = items
        .filter(|(_, item)| is_open(item) && !item.week)
        .filter_map(|(at, item)| {
            let end = item.term.and_then(|term| term.end);
            let due = item.due_day().or(end)?;
            (due >= today).then_some((due, at))
        })
        .collect();
    found.sort_unstable();
    found
}

/// What is due on such a day: "Search", "Sprint 6 ends".
pub fn event(tongue: &Tongue, item: &Entry) -> String {
    let name = name::called(tongue, item);
    match item.kind {
        Kind::Sprint => tongue.tell("{sprint} ends", &[("sprint", &name)]),
        _ => name,
    }
}

/// What is due next.
pub fn dates(book: &Book) -> Option<Panel> {
    let today = book.edition.as_of;
    let found = upcoming(book);
    let lines: Vec<Line> = found
        .iter()
        .take(ROWS + 2)
        .map(|(due, at)| {
            let words = event(&book.tongue, book.item(*at));
            Line {
                lead: badge::day(&book.tongue, *due, today),
                title: mark::anchor(&book.link(FROM, *at), &words, "title"),
                end: Some(Markup::text(&distance(&book.tongue, *due, today))),
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| Panel::new("next", "Next dates").rows("dcol", lines))
}

/// What is known of sprints where none runs.
pub fn sprints(book: &Book) -> Option<Panel> {
    if book.views.sprint.is_some() {
        return None;
    }
    let sprints = book.of_kind(Kind::Sprint).filter(|(_, item)| !item.week);
    let all: Vec<&Entry> = sprints.map(|(_, item)| item).collect();
    let finished: Vec<&&Entry> = all
        .iter()
        .filter(|item| item.term.is_some_and(|term| term.is_finished))
        .collect();
    let tongue = &book.tongue;
    let mut facts = Vec::new();
    for item in finished.iter().rev().take(3) {
        let told = |figure: &Figure| amount(tongue, figure.value);
        let done = item.completed.as_ref().map(told);
        let of = item.committed.as_ref().map(told);
        let words = match (done, of) {
            (Some(done), Some(of)) => {
                tongue.tell("{done} of {of} completed", &[("done", &done), ("of", &of)])
            }
            (Some(done), None) => tongue.tell("{done} completed", &[("done", &done)]),
            _ => continue,
        };
        let name = name::called(tongue, item);
        facts.push((
            tongue.tell("{sprint}, finished", &[("sprint", &name)]),
            Markup::text(&words),
        ));
    }
    let written = all.iter().rev().find_map(|item| item.velocity.as_ref());
    facts.extend(written.map(|said| {
        (
            tongue.say("Velocity, as written").into_owned(),
            Markup::text(&said.raw),
        )
    }));
    if finished.len() < 3 && !all.is_empty() {
        let pips: String = (0..3)
            .map(|at| {
                if at < finished.len() {
                    "<i class=\"on\"></i>"
                } else {
                    "<i></i>"
                }
            })
            .collect();
        let count = finished.len();
        let parts: [(&str, &dyn std::fmt::Display); 1] = [("count", &count)];
        facts.push((
            tongue.say("Forecast").into_owned(),
            Markup::html(format!(
                "<span class=\"pips\" role=\"img\" aria-label=\"{}\">{pips}</span> {}",
                escape(&tongue.tell("{count} of 3 finished sprints", &parts)),
                escape(&tongue.tell("not enough data ({count} of 3 sprints)", &parts))
            )),
        ));
    }
    (!facts.is_empty()).then(|| Panel {
        side: side(book, "sprints.html", key("History")),
        facts,
        ..Panel::new("sprints", "Sprints")
    })
}
