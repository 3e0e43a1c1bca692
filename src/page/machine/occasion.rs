//! What has happened in a plan, or soon will, as far as a day is known: what is finished, decided, written, in the way.

use std::fmt::Display;

use crate::edition::entry::{Entry, Lead};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::blockage::SINCE;
use crate::page::book::Book;
use crate::page::calendar::full;
use crate::page::decision;
use crate::page::figure::amount;
use crate::page::moves::{LANES, of};
use crate::page::name;
use crate::page::noun;
use crate::page::stated;
use crate::page::view::week_of;
use crate::theme::tongue::Tongue;

/// A milestone is announced so many days before it is due.
const AHEAD: u64 = 7;

/// What happened to an item on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The day.
    pub day: Date,
    /// What happened: with the item it makes a name that no other occasion has.
    pub what: String,
    /// The item, by position.
    pub at: usize,
    /// It in words.
    pub title: String,
    /// What else there is to say.
    pub summary: String,
}

/// Everything that has happened, the newest first; of one day, in the order of the plan.
pub fn occasions(book: &Book) -> Vec<Occasion> {
    let items = 0..book.edition.items.len();
    let mut found: Vec<Occasion> = items.filter_map(|at| occasion(book, at)).collect();
    found.retain(|occasion| occasion.day <= book.edition.as_of);
    found.sort_by(|a, b| b.day.cmp(&a.day).then(a.at.cmp(&b.at)));
    found
}

/// The one thing of an item that one wants to hear of.
fn occasion(book: &Book, at: usize) -> Option<Occasion> {
    let (item, tongue) = (book.item(at), &book.tongue);
    let told = |day: Option<Date>, what: &str, title: String, summary: String| {
        Some(Occasion {
            day: day?,
            what: what.to_string(),
            at,
            title,
            summary,
        })
    };
    let named = name::short(item);
    match item.kind {
        Kind::Sprint if item.week => {
            let week = week_of(item)?;
            let title = tongue.tell(
                "Week {number} of {year}",
                &[("number", &week.number()), ("year", &week.year())],
            );
            told(Some(week.monday()), "week", title, moved(book, item))
        }
        Kind::Sprint => {
            let term = item.term.filter(|term| term.is_finished)?;
            let title = tongue.tell("Ended: {name}", &[("name", &name::called(tongue, item))]);
            told(term.end, "ended", title, result(tongue, item))
        }
        Kind::Blocker => {
            let title = tongue.tell("Blocked: {name}", &[("name", &blocked(book, item))]);
            told(since(item), "blocked", title, why(book, item))
        }
        Kind::Decision if item.state() == Status::Done => {
            let title = tongue.tell("Decided: {name}", &[("name", &named)]);
            told(decision::date(item), "decided", title, kind(book, item))
        }
        Kind::Milestone if !is_over(item) => due(book, at),
        _ if item.state() == Status::Done => {
            let done = item.done.as_ref().and_then(|done| done.value.day);
            let title = tongue.tell("Finished: {name}", &[("name", &named)]);
            told(done, "finished", title, kind(book, item))
        }
        _ => None,
    }
}

fn is_over(item: &Entry) -> bool {
    matches!(item.state(), Status::Done | Status::Dropped)
}

/// A milestone that is due soon, or was.
fn due(book: &Book, at: usize) -> Option<Occasion> {
    let item = book.item(at);
    let day = item.due_day()?;
    Some(Occasion {
        day: day.minus_days(AHEAD),
        // A date that is moved is another piece of news.
        what: format!("due-{day}"),
        at,
        title: book.tongue.tell(
            "Due on {day}: {name}",
            &[
                ("day", &full(&book.tongue, day)),
                ("name", &name::short(item)),
            ],
        ),
        summary: item.health.as_ref().map_or(String::new(), |health| {
            let tongue = &book.tongue;
            let (_, _, word) = badge::health_note(tongue, health);
            let parts: [(&str, &dyn Display); 2] =
                [("first", &word), ("second", &badge::reason(tongue, health))];
            tongue.tell("{first} {second}", &parts)
        }),
    })
}

/// Since when an obstacle stands in the way.
fn since(item: &Entry) -> Option<Date> {
    let day = item.start.as_ref().and_then(|start| start.value.day);
    day.or_else(|| stated::day(stated::field(item, &SINCE)?))
}

/// What an obstacle blocks; itself where it does not say.
fn blocked(book: &Book, item: &Entry) -> String {
    let leads = item.blocks.iter().filter(|lead| !lead.external);
    let names: Vec<String> = leads.map(|lead| called(book, lead)).collect();
    match names.is_empty() {
        true => name::short(item),
        false => book.tongue.row(&names),
    }
}

fn called(book: &Book, lead: &Lead) -> String {
    match lead.to {
        Some(to) => name::short(book.item(to)),
        None => lead.raw.clone(),
    }
}

fn why(book: &Book, item: &Entry) -> String {
    let told = [("name", &name::title(item) as &dyn Display)];
    book.tongue.tell("Blocked by {name}.", &told)
}

/// "Task of M2 A site worth reading."
fn kind(book: &Book, item: &Entry) -> String {
    let tongue = &book.tongue;
    let word = noun::title(tongue, item.kind);
    match item.parent_item() {
        Some(above) => {
            let above = name::short(book.item(above));
            tongue.tell("{kind} of {name}.", &[("kind", &word), ("name", &above)])
        }
        None => tongue.tell("{words}.", &[("words", &word)]),
    }
}

/// "Entered: T-1 Search, T-2 Import. Blocked: T-3 Merge."
fn moved(book: &Book, item: &Entry) -> String {
    let lanes = LANES.iter().filter_map(|lane| {
        let names: Vec<String> = of(item, lane.change)
            .map(|movement| called(book, &movement.item))
            .collect();
        let (tongue, title) = (&book.tongue, book.tongue.say(lane.title));
        let parts: [(&str, &dyn Display); 2] = [("lane", &title), ("names", &tongue.row(&names))];
        (!names.is_empty()).then(|| tongue.tell("{lane}: {names}.", &parts))
    });
    lanes.collect::<Vec<_>>().join(" ")
}

/// "4 of 5 completed."
fn result(tongue: &Tongue, item: &Entry) -> String {
    let number = |value: f64| amount(tongue, value);
    let (completed, committed) = (item.completed.as_ref(), item.committed.as_ref());
    match (completed, committed) {
        (Some(completed), Some(committed)) => tongue.tell(
            "{done} of {of} completed.",
            &[
                ("done", &number(completed.value)),
                ("of", &number(committed.value)),
            ],
        ),
        (Some(completed), None) => {
            tongue.tell("{done} completed.", &[("done", &number(completed.value))])
        }
        _ => String::new(),
    }
}
