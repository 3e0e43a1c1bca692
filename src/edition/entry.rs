//! What is told of an item: owned values, every place resolved to a line.

use std::sync::Arc;

use crate::diagnostic::{Message, Severity};
use crate::edition::body::Body;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::movement::Change;
use crate::model::reason::Reason;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::model::when::When;

/// A line of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// The document, relative to the folder that was read.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// A value, the words it was taken from and where they stand.
#[derive(Clone, Debug)]
pub struct Claim<T> {
    /// What the words were taken for.
    pub value: T,
    /// The words as written.
    pub raw: String,
    /// Where they stand, where the audience may know.
    pub source: Option<Source>,
}

/// Something stated under a name of the author's own.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The words as written.
    pub raw: String,
    /// Where they stand, where the audience may know.
    pub source: Option<Source>,
}

/// The mean of the last finished sprints.
#[derive(Clone, Copy, Debug)]
pub struct Velocity {
    /// The mean.
    pub mean: f64,
    /// Of how many sprints.
    pub of: usize,
}

/// A number of a sprint, stated or counted.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The number.
    pub value: f64,
    /// The words that state it, and where they stand.
    pub stated: Option<(String, Option<Source>)>,
    /// The positions of the items that were counted, where nothing states it.
    pub rows: Vec<usize>,
}

/// What one item says of another.
#[derive(Clone, Debug)]
pub struct Lead {
    /// The words as written; empty where the place alone says it.
    pub raw: String,
    /// The position of the item it leads to.
    pub to: Option<usize>,
    /// Whether it was found by likeness of words.
    pub inferred: bool,
    /// Whether it names something outside the plan.
    pub external: bool,
    /// Where it stands, where the audience may know.
    pub source: Option<Source>,
}

/// What must hold for an item to be finished.
#[derive(Clone, Debug)]
pub struct Condition {
    /// The words.
    pub text: String,
    /// Whether its box is ticked, where it has one.
    pub done: Option<bool>,
    /// The heading or key it stands under.
    pub group: String,
    /// What is written below it or beside it: evidence, figures, reasons.
    pub notes: Vec<String>,
}

/// What a week did with an item.
#[derive(Clone, Debug)]
pub struct Move {
    /// What happened.
    pub change: Change,
    /// To which item.
    pub item: Lead,
    /// Why.
    pub reason: Option<String>,
}

/// How far an item is.
#[derive(Clone, Debug)]
pub struct Progress {
    /// Done leaves of all leaves; none where nothing is known.
    pub tally: Option<Tally>,
    /// What the leaves are.
    pub leaves: Option<Kind>,
    /// How many leaves are without a status.
    pub without_status: u32,
    /// How many leaves are being worked on.
    pub active: u32,
    /// How many leaves are blocked by their own word.
    pub blocked: u32,
    /// Parts that have no leaves, by position: they do not count.
    pub uncounted: Vec<usize>,
    /// Whether the tally counts work that the audience does not see.
    pub counts_hidden: bool,
    /// What a document declares.
    pub declared: Option<Claim<Tally>>,
}

/// How an item stands, and why.
#[derive(Clone, Debug)]
pub struct Health {
    /// The word for it.
    pub value: &'static str,
    /// The reason in English.
    pub why: String,
    /// The reason, for other languages.
    pub reason: Reason,
}

/// One item.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its unique name.
    pub key: String,
    /// The id as written.
    pub id: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Further names.
    pub aliases: Vec<String>,
    /// Whether it has a page of its own.
    pub has_page: bool,
    /// Whether it is the sheet of a week.
    pub week: bool,
    /// Its state.
    pub status: Option<Claim<Status>>,
    /// Its priority.
    pub priority: Option<Claim<String>>,
    /// Its place in the order of its list.
    pub rank: Option<Claim<String>>,
    /// When it begins.
    pub start: Option<Claim<When>>,
    /// When it is to be finished.
    pub due: Option<Claim<When>>,
    /// When it was finished.
    pub done: Option<Claim<When>>,
    /// Who looks after it.
    pub owner: Option<Claim<String>>,
    /// How much work it is.
    pub estimate: Option<Claim<String>>,
    /// The sprint it is in.
    pub sprint: Option<Lead>,
    /// Every sprint that it was ever in, by position, each once.
    pub sprints: Vec<usize>,
    /// Its labels.
    pub labels: Vec<String>,
    /// What it is a part of.
    pub parent: Option<Lead>,
    /// Its parts, by position: first those that it names itself, in its order.
    pub children: Vec<usize>,
    /// How many of its parts it names itself.
    pub named_parts: usize,
    /// What must be finished first.
    pub depends_on: Vec<Lead>,
    /// What waits for it.
    pub blocks: Vec<Lead>,
    /// What it turned into.
    pub became: Vec<Lead>,
    /// Everything else that is stated of it.
    pub fields: Vec<Fact>,
    /// What must hold for it to be finished.
    pub criteria: Vec<Condition>,
    /// Its checkboxes.
    pub checks: Option<Tally>,
    /// Of a sprint: how much was committed.
    pub committed: Option<Figure>,
    /// Of a sprint: how much was completed.
    pub completed: Option<Figure>,
    /// Of a sprint: the velocity as written.
    pub velocity: Option<Claim<String>>,
    /// Of a week: what it did with items.
    pub movements: Vec<Move>,
    /// How far it is.
    pub progress: Option<Progress>,
    /// How it stands.
    pub health: Option<Health>,
    /// Whether it was found during work and is not in the plan.
    pub discovered: bool,
    /// The audience it is open to.
    pub audience: String,
    /// Every place that mentions it, the most specific first.
    pub sources: Vec<Source>,
    /// Whether a whole document tells of it.
    pub has_document: bool,
    /// What is written of it beside all this.
    pub body: Option<Body>,
    /// Of an open task: whether it can be begun.
    pub readiness: Option<Readiness>,
    /// Whether it is finished: by its own word, or by its own work.
    pub finished: bool,
    /// The longest chain of open work below it, by position, the first to be done first.
    pub longest_path: Vec<usize>,
    /// What waits for it, by position.
    pub waiting: Vec<usize>,
    /// Of a sprint: its last day and whether it is over.
    pub term: Option<Term>,
    /// Who speaks of it.
    pub backlinks: Vec<Backlink>,
}

/// Whether an open task can be begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// Nothing stands in its way.
    Ready,
    /// These must be finished first.
    Waiting(Vec<usize>),
    /// These obstacles are open; none are named where its status alone says so.
    Blocked(Vec<usize>),
}

/// How long a sprint runs.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// Its last day.
    pub end: Option<Date>,
    /// Whether it is over.
    pub is_finished: bool,
    /// Whether it commits more than earlier ones completed, and how much these did.
    pub over: Option<Velocity>,
}

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speaker {
    /// An item, by position.
    Item(usize),
    /// A document that is shown as it is, by position.
    Paper(usize),
}

/// A place that speaks of an item.
#[derive(Clone, Debug)]
pub struct Backlink {
    /// Who speaks.
    pub from: Speaker,
    /// Where.
    pub source: Option<Source>,
}

/// Something that is wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: Message,
    /// What to do.
    pub help: Option<Message>,
    /// Where.
    pub source: Source,
}

impl Entry {
    /// The position of what it is a part of.
    pub fn parent_item(&self) -> Option<usize> {
        self.parent.as_ref().and_then(|parent| parent.to)
    }

    /// Its state; unknown where nothing is stated.
    pub fn state(&self) -> Status {
        self.status
            .as_ref()
            .map_or(Status::Unknown, |status| status.value)
    }

    /// Whether it is the sheet of a week and no sprint proper.
    pub fn is_week_sheet(&self) -> bool {
        self.week
    }

    /// The day it is due.
    pub fn due_day(&self) -> Option<Date> {
        self.due.as_ref().and_then(|due| due.value.day)
    }
}
