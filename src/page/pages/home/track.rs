//! The strip of milestones or phases, the current one with its ring.

use serde::Serialize;

use crate::chart::ring::ring;
use crate::edition::entry::{Entry, Health};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::calendar::distance;
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::pages::home::course::Course;
use crate::theme::markup::Markup;
use crate::theme::tongue::{Tongue, key};

/// How many fit side by side.
const MOST: usize = 4;

/// The strip.
#[derive(Serialize)]
pub struct Track {
    label: String,
    class: &'static str,
    stops: Vec<Stop>,
    /// A link to all of them, where not all fit.
    all: Option<(String, String)>,
}

/// One milestone or phase.
#[derive(Serialize)]
struct Stop {
    is_current: bool,
    name: Markup,
    due: Markup,
    health: Option<Markup>,
    why: Option<String>,
    ring: Option<Markup>,
    bar: Markup,
    declared: Option<String>,
}

impl Track {
    /// Of these items; a single one makes no strip.
    pub fn new(book: &Book, course: &Course) -> Option<Self> {
        let stops = &course.stops;
        let first = stops.first()?;
        let shown = course.near(MOST);
        let current = course.current_item();
        let told: Vec<Stop> = shown
            .iter()
            .map(|at| stop(book, *at, current == Some(*at)))
            .collect();
        let kind = book.item(*first).kind;
        let at = told.iter().position(|stop| stop.ring.is_some());
        let class = match (told.len(), at) {
            (1, _) => " one",
            (2, _) => " two",
            (3, Some(0)) => " three",
            (3, _) => " thirds",
            (_, Some(1)) => "",
            _ => " even",
        };
        let all = (shown.len() < stops.len()).then(|| {
            let address = relative("index.html", list(kind));
            (address, noun::all(&book.tongue, stops.len(), kind))
        });
        Some(Self {
            label: noun::titles(&book.tongue, kind),
            class,
            stops: told,
            all,
        })
    }
}

fn list(kind: Kind) -> &'static str {
    match kind {
        Kind::Phase => "phases.html",
        Kind::Milestone => "milestones.html",
        _ => "prd.html",
    }
}

fn stop(book: &Book, at: usize, is_current: bool) -> Stop {
    let item = book.item(at);
    let today = book.edition.as_of;
    let progress = item.progress.as_ref();
    let percent = progress.and_then(|progress| progress.tally?.percent());
    // Without a date the line above says the status, and that the date is missing: that needs no second word.
    let tells =
        |health: &&Health| item.due_day().is_some() || !matches!(health.value, "unknown" | "done");
    let health = item.health.as_ref().filter(tells);
    let is_over = item.state() == Status::Done;
    Stop {
        is_current,
        name: mark::anchor(&book.link("index.html", at), &name::short(item), ""),
        due: due(&book.tongue, item, today),
        health: health.map(|health| badge::health(&book.tongue, health)),
        why: health
            .filter(|_| !is_over)
            .map(|health| badge::reason(&book.tongue, health)),
        ring: percent.filter(|_| is_current).map(|percent| {
            let say = |words| book.tongue.say(words).into_owned();
            Markup::html(ring(percent, &say))
        }),
        bar: progress.map_or_else(
            || badge::unknown_bar(&book.tongue),
            |progress| badge::bar(&book.tongue, progress),
        ),
        declared: declared(&book.tongue, item),
    }
}

/// The date and how far away it is; the status where there is no date.
fn due(tongue: &Tongue, item: &Entry, today: Date) -> Markup {
    let done = item.done.as_ref().and_then(|said| said.value.day);
    let day = |date| badge::day(tongue, date, today);
    match (item.due_day(), done) {
        (_, Some(done)) => tongue.mark("Completed {date}", &[("date", &day(done))]),
        (Some(due), _) if item.state() == Status::Done => {
            tongue.mark("Due {date}", &[("date", &day(due))])
        }
        (Some(due), _) => {
            let distance = Markup::text(&distance(tongue, due, today));
            let parts = [("date", &day(due)), ("distance", &distance)];
            tongue.mark("Due {date}, {distance}", &parts)
        }
        (None, _) => {
            let status = badge::status(tongue, item);
            tongue.mark("{status} · no due date", &[("status", &status)])
        }
    }
}

fn declared(tongue: &Tongue, item: &Entry) -> Option<String> {
    let progress = item.progress.as_ref()?;
    let declared = progress.declared.as_ref()?.value;
    let tally = progress.tally?;
    let sentence = match (declared == tally, progress.leaves) {
        (true, Some(Kind::Task)) => {
            key("The plan declares {declared}; its tasks add up to the same.")
        }
        (true, Some(Kind::Story)) => {
            key("The plan declares {declared}; its stories add up to the same.")
        }
        (true, _) => key("The plan declares {declared}; its parts add up to the same."),
        (false, Some(Kind::Task)) => {
            key("The plan declares {declared}; its tasks add up to {computed}.")
        }
        (false, Some(Kind::Story)) => {
            key("The plan declares {declared}; its stories add up to {computed}.")
        }
        (false, _) => key("The plan declares {declared}; its parts add up to {computed}."),
    };
    let figure = |tally: Tally| format!("{}/{}", tally.done, tally.of);
    Some(tongue.tell(
        sentence,
        &[
            ("declared", &figure(declared)),
            ("computed", &figure(tally)),
        ],
    ))
}
