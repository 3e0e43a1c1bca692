//! What is due next, and what is known of sprints.

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::home::panel::{FROM, Panel, ROWS, side};
use crate::page::section::Line;
use crate::page::words::{amount, distance};
use crate::theme::markup::Markup;

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
pub fn event(item: &Entry) -> String {
    let ends = match item.kind {
        Kind::Sprint => " ends",
        _ => "",
    };
    format!("{}{ends}", name::spoken(item))
}

/// What is due next.
pub fn dates(book: &Book) -> Option<Panel> {
    let today = book.edition.as_of;
    let found = upcoming(book);
    let lines: Vec<Line> = found
        .iter()
        .take(ROWS + 2)
        .map(|(due, at)| {
            let words = event(book.item(*at));
            Line {
                lead: mark::day(*due, today),
                title: mark::anchor(&book.link(FROM, *at), &words, "title"),
                end: Some(Markup::text(&distance(*due, today))),
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
    let mut facts = Vec::new();
    for item in finished.iter().rev().take(3) {
        let done = item.completed.as_ref().map(|figure| amount(figure.value));
        let of = item.committed.as_ref().map(|figure| amount(figure.value));
        let words = match (done, of) {
            (Some(done), Some(of)) => format!("{done} of {of} completed"),
            (Some(done), None) => format!("{done} completed"),
            _ => continue,
        };
        facts.push((
            format!("{}, finished", name::spoken(item)),
            Markup::text(&words),
        ));
    }
    let written = all.iter().rev().find_map(|item| item.velocity.as_ref());
    facts.extend(written.map(|said| ("Velocity, as written".into(), Markup::text(&said.raw))));
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
        facts.push((
            "Forecast".into(),
            Markup::html(format!(
                "<span class=\"pips\" role=\"img\" aria-label=\"{count} of 3 finished sprints\">{pips}</span> not enough data ({count} of 3 sprints)"
            )),
        ));
    }
    (!facts.is_empty()).then(|| Panel {
        side: side("sprints.html", "History"),
        facts,
        ..Panel::new("sprints", "Sprints")
    })
}
