//! Where the plan stands, in a screenful: the words of the overview, and the figures behind them.

use serde::{Serialize, Serializer};

use crate::analyze::turn::Queue;
use crate::diagnostic::Severity;
use crate::edition::entry::{Entry, Figure};
use crate::model::kind::Kind;
use crate::page::answer::named::{Listed, Named};
use crate::page::answer::reason::{Why, position};
use crate::page::answer::stuck::Stuck;
use crate::page::book::Book;
use crate::page::iteration::{goal, over};
use crate::page::pages::home::course::Course;
use crate::page::pages::home::eyebrow;
use crate::page::pages::home::headline::Headline;
use crate::page::pages::home::term::{event, upcoming};
use crate::page::term::{end, start};
use crate::page::view::week_of;
use crate::page::words::{distance, many};
use crate::theme::tongue::Tongue;

/// The JSON Schema of this answer.
pub const SCHEMA: &str = include_str!("status.schema.json");

/// No list is longer; its count says how long it is in truth.
const LISTED: usize = 50;

/// The answer.
#[derive(Debug, Serialize)]
pub struct Status {
    schema: &'static str,
    as_of: String,
    audience: String,
    /// What the plan is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The day, the week, and where in the phases and the sprint that is.
    pub when: String,
    /// Where the plan stands, in the sentence of the overview.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// What else is known, and what cannot be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead: Option<String>,
    /// Milestones, phases or features, in the order of the plan.
    pub milestones: Listed<Stop>,
    /// The sprint that runs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sprint: Option<Running>,
    /// The sheet of this week, where one is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub week: Option<Named>,
    /// What is blocked, in the order of the plan.
    pub blocked: Listed<Stuck>,
    /// What can be done now: under way, and ready to begin.
    pub next: Ahead,
    /// What is due next, the nearest day first.
    pub dates: Listed<Dated>,
    /// Decisions that are still to be made.
    pub decisions: Listed<Open>,
    /// How much was found during work and is not in the plan.
    pub discovered: usize,
    /// What is wrong with the plan, where the audience may know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub findings: Option<Findings>,
    /// Those of the milestones that stand near the one under way, for people.
    #[serde(skip)]
    pub near: Vec<Stop>,
    /// What these are, for people.
    #[serde(skip)]
    pub stops: &'static str,
}

/// A milestone, a phase or a feature.
#[derive(Clone, Debug, Serialize)]
pub struct Stop {
    /// What it is.
    #[serde(flatten)]
    pub item: Named,
    /// Whether it is the one that counts now.
    pub is_current: bool,
    /// How far it is, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<Done>,
    /// The day it is due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// How it stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub health: Option<Health>,
}

/// How far something is.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Done {
    /// So many are complete.
    pub done: u32,
    /// Of so many.
    pub of: u32,
    /// In hundredths, rounded down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub percent: Option<u32>,
    /// What is counted.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "named")]
    pub leaves: Option<Kind>,
    /// So many of them state no status.
    pub without_status: u32,
}

/// How something stands, and why.
#[derive(Clone, Debug, Serialize)]
pub struct Health {
    /// The word for it.
    pub value: &'static str,
    /// The reason.
    pub why: String,
}

/// The sprint that runs.
#[derive(Debug, Serialize)]
pub struct Running {
    /// Which it is.
    #[serde(flatten)]
    pub item: Named,
    /// What it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goal: Option<String>,
    /// Its first day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<String>,
    /// Its last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    /// How much was committed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub committed: Option<f64>,
    /// How much of it is complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed: Option<f64>,
    /// Why it takes on too much, where it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overcommitted: Option<String>,
}

/// How much can be done now, and what comes first.
#[derive(Debug, Serialize)]
pub struct Ahead {
    /// Under way, and not held up.
    pub in_progress: usize,
    /// Can be begun.
    pub ready: usize,
    /// Waits for other items, or for its phase.
    pub waiting: usize,
    /// What comes first.
    pub first: Vec<First>,
}

/// What comes first, and why.
#[derive(Debug, Serialize)]
pub struct First {
    /// Which it is.
    #[serde(flatten)]
    pub item: Named,
    /// Why it comes first.
    pub why: Vec<String>,
}

/// Something that is due.
#[derive(Debug, Serialize)]
pub struct Dated {
    /// Which it is.
    #[serde(flatten)]
    pub item: Named,
    /// The day.
    pub date: String,
    /// In so many days.
    pub days: i64,
    /// What happens on it, for people.
    #[serde(skip)]
    pub event: String,
    /// How far away it is, for people.
    #[serde(skip)]
    pub distance: String,
}

/// A decision that is still to be made.
#[derive(Debug, Serialize)]
pub struct Open {
    /// Which it is.
    #[serde(flatten)]
    pub item: Named,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// What waits for it.
    pub blocks: Vec<String>,
}

/// How many findings there are of each weight.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Findings {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Status {
    /// Of this plan.
    pub fn new(book: &Book, queue: &Queue) -> Self {
        let edition = &book.edition;
        let course = Course::new(book);
        let headline = Headline::new(book, &course);
        let stop = |at: &usize| Stop::new(book, *at, course.current_item());
        let kind = course.stops.first().map(|at| book.item(*at).kind);
        let items = edition.items.iter();
        Self {
            schema: "plansite/status/1",
            as_of: edition.as_of.to_string(),
            audience: edition.audience.name.clone(),
            title: edition.title.clone(),
            when: eyebrow(book, &course),
            headline: headline.words.map(|words| words.words()),
            lead: headline.lead,
            milestones: Listed::first(&course.stops, LISTED, stop),
            near: course.near(NEAR).iter().map(stop).collect(),
            stops: kind.map_or("", many),
            sprint: book.views.sprint.map(|at| Running::of(book.item(at))),
            week: week(book),
            blocked: Listed::first(&book.views.blocked, LISTED, |at| Stuck::at(book, *at)),
            next: Ahead::new(book, queue),
            dates: Listed::first(&upcoming(book), LISTED, |(day, at)| {
                let item = book.item(*at);
                Dated {
                    item: Named::of(item),
                    date: day.to_string(),
                    days: day.days_since(edition.as_of),
                    event: event(&book.tongue, item),
                    distance: distance(*day, edition.as_of),
                }
            }),
            decisions: Listed::first(&book.views.open_decisions, LISTED, |at| {
                Open::new(book, book.item(*at))
            }),
            discovered: items.filter(|item| item.discovered).count(),
            findings: edition.audience.sees_all().then(|| Findings::of(book)),
        }
    }
}

/// So many milestones fit into a screenful.
const NEAR: usize = 5;

fn week(book: &Book) -> Option<Named> {
    let at = book.views.week?;
    let is_this = week_of(book.item(at)) == Some(book.edition.as_of.week());
    is_this.then(|| Named::at(book, at))
}

impl Stop {
    fn new(book: &Book, at: usize, current: Option<usize>) -> Self {
        let item = book.item(at);
        let health = item.health.as_ref();
        Self {
            item: Named::of(item),
            is_current: current == Some(at),
            progress: Done::of(item),
            due: item.due_day().map(|day| day.to_string()),
            health: health.map(|health| Health {
                value: health.value,
                why: health.why.clone(),
            }),
        }
    }
}

impl Done {
    /// Of an item of whose parts something is known.
    pub fn of(item: &Entry) -> Option<Self> {
        let progress = item.progress.as_ref()?;
        let tally = progress.tally.filter(|tally| tally.of > 0)?;
        Some(Self {
            done: tally.done,
            of: tally.of,
            percent: tally.percent(),
            leaves: progress.leaves,
            without_status: progress.without_status,
        })
    }

    /// "46/48, 95%".
    pub fn words(self) -> String {
        let percent = self.percent.unwrap_or_default();
        format!("{}/{}, {percent}%", self.done, self.of)
    }
}

/// A kind by its name.
fn named<S: Serializer>(kind: &Option<Kind>, serializer: S) -> Result<S::Ok, S::Error> {
    kind.map(Kind::name).serialize(serializer)
}

impl Running {
    /// Of a sprint.
    pub fn of(item: &Entry) -> Self {
        let value = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.value);
        Self {
            item: Named::of(item),
            goal: goal(item).map(str::to_string),
            start: start(item).map(|day| day.to_string()),
            end: end(item).map(|day| day.to_string()),
            committed: value(&item.committed),
            completed: value(&item.completed),
            overcommitted: over(&Tongue::english(), item),
        }
    }
}

impl Ahead {
    fn new(book: &Book, queue: &Queue) -> Self {
        let turns = queue.begun.iter().chain(&queue.ready);
        let first = turns.take(3).map(|turn| First {
            item: Named::at(book, position(turn.item)),
            why: Why::new(book, queue, turn).first,
        });
        Self {
            in_progress: queue.begun.len(),
            ready: queue.ready.len(),
            waiting: queue.waiting.len() + queue.early.len(),
            first: first.collect(),
        }
    }
}

impl Open {
    fn new(book: &Book, item: &Entry) -> Self {
        let blocks = item.blocks.iter().map(|lead| match lead.to {
            Some(to) => Named::at(book, to).words,
            None => lead.raw.clone(),
        });
        Self {
            item: Named::of(item),
            due: item.due_day().map(|day| day.to_string()),
            blocks: blocks.collect(),
        }
    }
}

impl Findings {
    fn of(book: &Book) -> Self {
        let count = |weight| {
            let all = book.edition.findings.iter();
            all.filter(|finding| finding.severity == weight).count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }
}
