//! The planning sheet of a week: what is carried over, blocked and ready, what moved, and how much fits in.

use serde::Serialize;

use crate::analyze::turn::Queue;
use crate::edition::entry::{Entry, Move};
use crate::model::date::Week as Number;
use crate::model::movement::Change;
use crate::model::status::Status;
use crate::page::answer::named::{Called, Listed, Named};
use crate::page::answer::reason::{Why, position};
use crate::page::answer::status::{First, Running};
use crate::page::answer::stuck::Stuck;
use crate::page::book::Book;
use crate::page::flow::{Flow, Step, Way};
use crate::page::iteration::in_order;
use crate::page::moves::{LANES, of};
use crate::page::name;
use crate::page::tale::Thing;
use crate::page::term::{end, is_finished, term};
use crate::page::view::week_of;
use crate::page::words::{amount, mean};

/// The JSON Schema of this answer.
pub const SCHEMA: &str = include_str!("week.schema.json");

/// No list is longer; its count says how long it is in truth.
const LISTED: usize = 50;

/// The answer.
#[derive(Debug, Serialize)]
pub struct Week {
    schema: &'static str,
    as_of: String,
    audience: String,
    /// The week: 2026-W47.
    pub week: String,
    /// Its Monday.
    pub start: String,
    /// Its Sunday.
    pub end: String,
    /// Whether today lies in it.
    pub is_current: bool,
    /// The sheet that is written for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Named>,
    /// What the sheet says that entered, left, was blocked, done or carried over.
    pub moved: Vec<Lane>,
    /// What comes over from before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carried_over: Option<Carried>,
    /// What is blocked today; only of this week and later ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub blocked: Option<Listed<Stuck>>,
    /// What can be done today; only of this week and later ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ready: Option<Listed<First>>,
    /// How much is taken on, and how much fits.
    pub capacity: Capacity,
    /// What cannot be told, and why.
    pub unknown: Vec<String>,
}

/// What happened to items in one way.
#[derive(Debug, Serialize)]
pub struct Lane {
    /// What happened.
    pub change: &'static str,
    /// To which items.
    pub items: Vec<Moved>,
}

/// An item that moved.
#[derive(Clone, Debug, Serialize)]
pub struct Moved {
    /// Which it is.
    #[serde(flatten)]
    pub item: Called,
    /// Why, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What comes over from before.
#[derive(Debug, Serialize)]
pub struct Carried {
    /// How that is known.
    pub basis: String,
    /// Which items.
    pub items: Vec<Moved>,
}

/// How much is taken on, and how much fits.
#[derive(Debug, Default, Serialize)]
pub struct Capacity {
    /// The sprint that runs in this week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sprint: Option<Running>,
    /// How much is committed, by the sprint or by the sheet of the week.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub committed: Option<f64>,
    /// How much of it is complete.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed: Option<f64>,
    /// How much the last finished sprints completed, on the mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub velocity: Option<Mean>,
}

/// A mean of finished sprints.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Mean {
    /// The mean, rounded to hundredths.
    pub mean: f64,
    /// Of how many sprints.
    pub of: usize,
}

impl Mean {
    /// "4.0 a sprint, the mean of the last 3".
    pub fn words(self) -> String {
        match self.of {
            1 => format!(
                "{}, what the one finished sprint completed",
                amount(self.mean)
            ),
            of => format!("{} a sprint, the mean of the last {of}", mean(self.mean)),
        }
    }
}

impl Week {
    /// The sheet of this week.
    pub fn new(book: &Book, queue: &Queue, week: Number) -> Self {
        let today = book.edition.as_of;
        let maker = Maker { book, week };
        let sheet = maker.sheet();
        let is_to_do = week >= today.week();
        let carried = maker.carried(sheet);
        let capacity = maker.capacity(sheet);
        let turns: Vec<_> = queue.begun.iter().chain(&queue.ready).collect();
        Self {
            schema: "plansite/week/1",
            as_of: today.to_string(),
            audience: book.edition.audience.name.clone(),
            week: week.to_string(),
            start: week.monday().to_string(),
            end: week.sunday().to_string(),
            is_current: week == today.week(),
            sheet: sheet.map(|at| Named::at(book, at)),
            moved: sheet.map_or_else(Vec::new, |at| lanes(book, book.item(at))),
            unknown: maker.unknown(sheet, carried.as_ref(), &capacity),
            carried_over: carried,
            blocked: is_to_do
                .then(|| Listed::first(&book.views.blocked, LISTED, |at| Stuck::at(book, *at))),
            ready: is_to_do.then(|| {
                Listed::first(&turns, LISTED, |turn| First {
                    item: Named::at(book, position(turn.item)),
                    why: Why::new(book, queue, turn).first,
                })
            }),
            capacity,
        }
    }
}

fn lanes(book: &Book, sheet: &Entry) -> Vec<Lane> {
    let lanes = LANES.iter().filter(|lane| lane.change != Change::Carried);
    let lanes = lanes.map(|lane| Lane {
        change: lane.change.name(),
        items: of(sheet, lane.change)
            .take(LISTED)
            .map(|moved| Moved::of(book, moved))
            .collect(),
    });
    lanes.filter(|lane| !lane.items.is_empty()).collect()
}

impl Moved {
    fn of(book: &Book, moved: &Move) -> Self {
        Self {
            item: Called::of(book, &moved.item),
            reason: moved.reason.clone(),
        }
    }

    fn thing(book: &Book, thing: &Thing) -> Self {
        let (raw, item) = match thing {
            Thing::Item(at) => (String::new(), Some(Named::at(book, *at))),
            Thing::Words(words) => (words.clone(), None),
        };
        Self {
            item: Called {
                raw,
                item,
                inferred: false,
                external: false,
            },
            reason: None,
        }
    }
}

struct Maker<'a> {
    book: &'a Book,
    week: Number,
}

impl Maker<'_> {
    /// The sheets of weeks, each with its week, the earliest first.
    fn sheets(&self) -> Vec<(Number, usize)> {
        let items = self.book.edition.items.iter().enumerate();
        let mut sheets: Vec<(Number, usize)> = items
            .filter_map(|(at, item)| Some((week_of(item)?, at)))
            .collect();
        sheets.sort_unstable();
        sheets
    }

    fn sheet(&self) -> Option<usize> {
        let sheets = self.sheets();
        let mut sheets = sheets.into_iter();
        sheets
            .find(|(week, _)| *week == self.week)
            .map(|(_, at)| at)
    }

    /// What comes over into the sheet of this week; without one, what the last sheet or the last finished sprint left open.
    fn carried(&self, sheet: Option<usize>) -> Option<Carried> {
        let come = sheet.and_then(|at| self.come_over(at));
        come.or_else(|| self.left_by_sheet())
            .or_else(|| self.left_by_sprint())
    }

    /// What is in this week and was in the one before, as on its page, and what its sheet says was carried over.
    fn come_over(&self, sheet: usize) -> Option<Carried> {
        let flow = Flow::new(self.book, sheet)?;
        let moves = &self.book.item(sheet).movements;
        let said = |step: &Step| {
            let mut carried = moves.iter().filter(|moved| moved.change == Change::Carried);
            carried.find(|moved| step.thing == Thing::of(&moved.item))
        };
        let comes = |step: &&Step| step.way == Way::Carried || said(step).is_some();
        let steps: Vec<&Step> = flow.here().filter(comes).take(LISTED).collect();
        let is_said = steps.iter().all(|step| said(step).is_some());
        let basis = match is_said {
            true => "as the sheet of this week says",
            false => "in the sheet of this week and in the one before it",
        };
        let item = |step: &&Step| match said(step) {
            Some(moved) => Moved::of(self.book, moved),
            None => Moved::thing(self.book, &step.thing),
        };
        (!steps.is_empty()).then(|| Carried {
            basis: basis.into(),
            items: steps.iter().map(item).collect(),
        })
    }

    fn left_by_sheet(&self) -> Option<Carried> {
        let sheets = self.sheets().into_iter();
        let (week, at) = sheets.take_while(|(week, _)| *week < self.week).last()?;
        let basis = format!("taken up in week {} and not complete", week.number());
        self.left(basis, at)
    }

    fn left_by_sprint(&self) -> Option<Carried> {
        let items = self.book.edition.items.iter().enumerate();
        let over = items.filter(|(_, item)| {
            let is_before = end(item).is_none_or(|end| end < self.week.monday());
            !item.is_week_sheet() && is_finished(item) && is_before
        });
        let order = in_order(self.book, over.map(|(at, _)| at));
        let at = *order.last()?;
        let sprint = name::spoken(self.book.item(at));
        let is_known = !self.book.members(at).is_empty();
        self.left(format!("in {sprint} and not complete"), at)
            .filter(|_| is_known)
    }

    /// What is in a week or sprint and was finished neither there nor since.
    fn left(&self, basis: String, at: usize) -> Option<Carried> {
        let flow = Flow::new(self.book, at)?;
        let is_open = |step: &&Step| !step.is_done && self.is_open(&step.thing);
        let open = flow.here().filter(is_open).take(LISTED);
        Some(Carried {
            basis,
            items: open
                .map(|step| Moved::thing(self.book, &step.thing))
                .collect(),
        })
    }

    fn is_open(&self, thing: &Thing) -> bool {
        match thing {
            Thing::Item(at) => {
                !matches!(self.book.item(*at).state(), Status::Done | Status::Dropped)
            }
            Thing::Words(_) => true,
        }
    }

    /// The sprint whose days reach into this week, the last to begin; of this week also one that says it runs.
    fn sprint(&self) -> Option<usize> {
        let items = self.book.edition.items.iter().enumerate();
        let proper = items.filter(|(_, item)| !item.is_week_sheet());
        let reaches = proper.filter_map(|(at, item)| {
            let (start, end) = term(item)?;
            let is_in = start <= self.week.sunday() && end >= self.week.monday();
            is_in.then_some((start, at))
        });
        let found = reaches.max().map(|(_, at)| at);
        let is_now = self.week == self.book.edition.as_of.week();
        found.or_else(|| self.book.views.sprint.filter(|_| is_now))
    }

    fn capacity(&self, sheet: Option<usize>) -> Capacity {
        let sprint = self.sprint();
        let told = sprint.or(sheet).map(|at| self.book.item(at));
        let committed = told.and_then(|item| item.committed.as_ref());
        let completed = told.and_then(|item| item.completed.as_ref());
        let velocity = self.book.edition.velocity;
        Capacity {
            sprint: sprint.map(|at| Running::of(self.book.item(at))),
            committed: committed.map(|figure| figure.value),
            completed: completed.map(|figure| figure.value),
            velocity: velocity.map(|velocity| Mean {
                mean: (velocity.mean * 100.0).round() / 100.0,
                of: velocity.of,
            }),
        }
    }

    fn unknown(
        &self,
        sheet: Option<usize>,
        carried: Option<&Carried>,
        capacity: &Capacity,
    ) -> Vec<String> {
        let said = |is_missing: bool, words: &str| is_missing.then(|| words.to_string());
        let undone = capacity.sprint.is_none() && capacity.committed.is_none();
        let parts = [
            said(
                sheet.is_none(),
                "what entered and what left: no sheet is written for this week (`plansite new week` begins one)",
            ),
            said(
                carried.is_none(),
                "what is carried over: no earlier sheet of a week and no finished sprint names its items",
            ),
            said(
                undone,
                "what is committed: no sprint with dates reaches into this week",
            ),
            said(
                !undone && capacity.committed.is_none(),
                "how much is committed: the sprint states no figure and no item names it",
            ),
            said(
                capacity.velocity.is_none(),
                "how much fits: no finished sprint says how much it completed",
            ),
        ];
        parts.into_iter().flatten().collect()
    }
}
