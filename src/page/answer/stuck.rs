//! What cannot go on: by what, since when, and what the way out is.

use serde::Serialize;

use crate::edition::entry::{Entry, Fact, Move};
use crate::model::date::Week;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::answer::named::{Named, Place};
use crate::page::blockage::{Blockage, WHY, sheets};
use crate::page::book::Book;
use crate::page::name;
use crate::page::stated::field;

/// Something that is blocked.
#[derive(Clone, Debug, Serialize)]
pub struct Stuck {
    /// What is blocked.
    #[serde(flatten)]
    pub item: Named,
    /// By what, in the words of the plan; none where nothing is written.
    pub by: Vec<Reason>,
    /// Since when, where a day is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<String>,
    /// Since when, as written, where no day is in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since_written: Option<String>,
    /// For how many days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
    /// The way out, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub way_out: Option<String>,
    /// How many open items wait for it.
    pub holds_up: usize,
    /// For how long, for people.
    #[serde(skip)]
    pub age: Option<String>,
}

/// One reason.
#[derive(Clone, Debug, Serialize)]
pub struct Reason {
    /// The words.
    pub words: String,
    /// The key of the obstacle or the decision, where it is an item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// Where it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Place>,
}

impl Reason {
    fn item(item: &Entry) -> Self {
        Self {
            words: name::short(item),
            key: Some(item.key.clone()),
            source: item.sources.first().map(Place::of),
        }
    }

    fn said(moved: Move) -> Option<Self> {
        let source = moved.item.source.as_ref().map(Place::of);
        moved.reason.map(|words| Self {
            words,
            key: None,
            source,
        })
    }

    fn fact(fact: &Fact) -> Self {
        Self {
            words: fact.raw.clone(),
            key: None,
            source: fact.source.as_ref().map(Place::of),
        }
    }
}

impl Stuck {
    /// The item at this position.
    pub fn at(book: &Book, at: usize) -> Self {
        let told = Blockage::new(book, "index.html", at);
        let today = book.edition.as_of;
        let is_told = told.since.is_some() || told.since_written.is_some();
        let week = sheets(book, at).filter(|_| !is_told).map(|(week, _)| week);
        Self {
            item: Named::at(book, at),
            by: reasons(book, at),
            days: told.since.map(|since| today.days_since(since)),
            age: told
                .since(&book.tongue, today)
                .or_else(|| week.map(|week| format!("since {week}"))),
            since: told.since.map(|since| since.to_string()),
            since_written: told
                .since_written
                .or_else(|| week.map(|week| week.to_string())),
            way_out: told.way_out,
            holds_up: waiting(book, at).len(),
        }
    }
}

/// Obstacles, then decisions that are still to be made, else what the item says itself.
pub fn reasons(book: &Book, at: usize) -> Vec<Reason> {
    let obstacles = book.obstacles(at).iter();
    let obstacles = obstacles.map(|(obstacle, _)| Reason::item(book.item(*obstacle)));
    let decisions = book.views.open_decisions.iter();
    let decisions = decisions.map(|decision| book.item(*decision));
    let decisions = decisions.filter(|item| item.blocks.iter().any(|lead| lead.to == Some(at)));
    let mut all: Vec<Reason> = obstacles.chain(decisions.map(Reason::item)).collect();
    if all.is_empty() {
        all.extend(field(book.item(at), &WHY).map(Reason::fact));
    }
    if all.is_empty() {
        all.extend(sheets(book, at).and_then(|(_, moved)| Reason::said(moved)));
    }
    all
}

/// Since which week the sheets of weeks say that an item is blocked, without a break up to the last.
pub fn since_sheets(book: &Book, at: usize) -> Option<Week> {
    sheets(book, at).map(|(week, _)| week)
}

/// The open work that waits for an item, by position.
pub fn waiting(book: &Book, at: usize) -> Vec<usize> {
    let waiting = book.item(at).waiting.iter().copied();
    waiting
        .filter(|at| {
            let item = book.item(*at);
            let is_work = !matches!(item.kind, Kind::Decision | Kind::Blocker);
            let is_open = !matches!(item.state(), Status::Done | Status::Dropped);
            is_work && is_open && !item.discovered
        })
        .collect()
}
