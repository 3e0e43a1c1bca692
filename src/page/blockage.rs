//! What is blocked: by what, since when, and what the way out is.

use crate::edition::entry::{Entry, Move};
use crate::model::date::{Date, Week};
use crate::model::kind::Kind;
use crate::model::movement::Change;
use crate::page::book::Book;
use crate::page::calendar;
use crate::page::mark;
use crate::page::moves::of;
use crate::page::stated::field;
use crate::page::view::week_of;
use crate::theme::markup::Markup;
use crate::theme::tongue::Tongue;

/// What stands in the way of one item.
pub struct Blockage {
    /// Why it is blocked, each reason in the words of the plan.
    pub why: Vec<Markup>,
    /// Since when, where a day is known.
    pub since: Option<Date>,
    /// Since when, as written, where no day is in it.
    pub since_written: Option<String>,
    /// The way out, as written.
    pub way_out: Option<String>,
}

/// Names under which it is written since when.
pub const SINCE: [&str; 5] = ["since", "blocked since", "seit", "blockiert seit", "منذ"];

/// Names under which reasons are written.
pub const WHY: [&str; 9] = [
    "blocked by",
    "blocker",
    "blocked on",
    "reason",
    "why",
    "blocked because",
    "waiting for",
    "blockiert durch",
    "wartet auf",
];

/// Names under which the way out is written.
pub const WAY_OUT: [&str; 11] = [
    "way out",
    "resolution path",
    "resolution",
    "to unblock",
    "unblock",
    "next step",
    "mitigation",
    "workaround",
    "ausweg",
    "lösungsweg",
    "المخرج",
];

/// Since which week the sheets of weeks say without a break that an item is blocked, and what the last of them says.
pub fn sheets(book: &Book, at: usize) -> Option<(Week, Move)> {
    let sheets = book.rounds.weeks().iter().rev();
    let sheets = sheets.map(|at| book.item(*at));
    let begun = sheets
        .filter_map(|sheet| Some((week_of(sheet)?, sheet)))
        .skip_while(|(week, _)| week.monday() > book.edition.as_of);
    let mut found = begun.map_while(|(week, sheet)| {
        let mut moves = of(sheet, Change::Blocked);
        let moved = moves.find(|moved| moved.item.to == Some(at))?;
        Some((week, moved.clone()))
    });
    let (last, moved) = found.next()?;
    let first = found.last().map_or(last, |(week, _)| week);
    Some((first, moved))
}

impl Blockage {
    /// Of the item at this position, told on the page at `from`.
    pub fn new(book: &Book, from: &str, at: usize) -> Self {
        let item = book.item(at);
        let obstacles = book.obstacles(at);
        let told: Vec<&Entry> = obstacles.iter().map(|(at, _)| book.item(*at)).collect();
        let mut why: Vec<Markup> = obstacles
            .iter()
            .map(|(obstacle, lead)| {
                let inferred = match lead.inferred {
                    true => format!(
                        " {} {}",
                        book.tongue
                            .mark(
                                "Written as “{words}”",
                                &[("words", &Markup::text(&lead.raw))]
                            )
                            .as_str(),
                        mark::is_inferred(&book.tongue).as_str()
                    ),
                    false => String::new(),
                };
                let link = mark::item(book, from, *obstacle);
                Markup::html(format!("{}{inferred}", link.as_str()))
            })
            .collect();
        let sources = || told.iter().copied().chain([item]);
        if why.is_empty() {
            why.extend(field(item, &WHY).map(|fact| Markup::text(&fact.raw)));
        }
        if why.is_empty() {
            let said = sheets(book, at).and_then(|(_, moved)| moved.reason);
            why.extend(said.map(|words| Markup::text(&words)));
        }
        let since = sources().find_map(|item| {
            let day = item.start.as_ref().and_then(|said| said.value.day);
            let is_obstacle = item.kind == Kind::Blocker;
            day.filter(|_| is_obstacle)
                .or_else(|| Date::iso(field(item, &SINCE)?.raw.trim()))
        });
        let written = sources().find_map(|item| {
            let start = item.start.as_ref().filter(|_| item.kind == Kind::Blocker);
            let start = start.map(|said| said.raw.clone());
            start.or_else(|| Some(field(item, &SINCE)?.raw.clone()))
        });
        Self {
            why,
            since,
            since_written: written.filter(|_| since.is_none()),
            way_out: sources().find_map(|item| Some(field(item, &WAY_OUT)?.raw.clone())),
        }
    }

    /// How long it has been blocked, or since when as it is written.
    pub fn since(&self, tongue: &Tongue, today: Date) -> Option<String> {
        let Some(since) = self.since else {
            let raw = self.since_written.as_ref()?;
            return Some(tongue.tell("since {written}", &[("written", raw)]));
        };
        Some(match today.days_since(since) {
            0 => tongue.say("since today").into_owned(),
            days if days > 0 => calendar::days(tongue, usize::try_from(days).unwrap_or_default()),
            _ => calendar::distance(tongue, since, today),
        })
    }

    /// The same in English.
    pub fn age(&self, today: Date) -> Option<String> {
        self.since(&Tongue::english(), today)
    }
}
