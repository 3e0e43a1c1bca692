//! What can be begun next, with all that somebody needs who begins it.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::analyze::turn::{Queue, Turn};
use crate::edition::entry::{Claim, Condition, Entry};
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::answer::excerpt::Excerpt;
use crate::page::answer::hold::{Hold, holds};
use crate::page::answer::named::{Called, Named};
use crate::page::answer::reason::{Why, above, position};
use crate::page::book::Book;
use crate::page::iteration::goal;

/// The JSON Schema of this answer.
pub const SCHEMA: &str = include_str!("next.schema.json");

/// No more of a body is told.
const BODY: usize = 1_200;

/// No more criteria, fields or parts are told of one item.
const LISTED: usize = 40;

/// Which work is wanted.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Whose work.
    pub owner: Option<String>,
    /// What kind of work.
    pub kind: Option<Kind>,
    /// The position of the item that it is a part of.
    pub part_of: Option<usize>,
}

/// The answer.
#[derive(Debug, Serialize)]
pub struct Next {
    schema: &'static str,
    as_of: String,
    /// Who the answer was made for.
    pub audience: String,
    /// The folder in which paths begin, as typed, where the audience may know.
    #[serde(skip_serializing_if = "Option::is_none")]
    folder: Option<String>,
    /// How much open work there is.
    pub counts: Counts,
    /// What is under way, then what can be begun.
    pub tasks: Vec<Ready>,
    /// What holds up the work that waits, what holds up most at first.
    pub holds: Vec<Hold>,
    /// What states no status, so that nobody knows whether it is open.
    pub silent: Vec<Named>,
    /// What has no work below it yet.
    pub empty: Vec<Named>,
}

/// How much open work there is.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Counts {
    /// Under way.
    pub in_progress: usize,
    /// Can be begun.
    pub ready: usize,
    /// Waits for other items.
    pub waiting: usize,
    /// Is blocked.
    pub blocked: usize,
    /// Its phase has not come yet.
    pub phase_not_open: usize,
    /// States no status beside others that do.
    pub without_status: usize,
    /// Is a part of what is complete or dropped, or kept in an archive.
    pub aside: usize,
    /// All work that is written, complete or not.
    pub of: usize,
    /// Stands for open parts and is not complete itself, for people.
    #[serde(skip)]
    pub wholes: usize,
}

/// Work that can be done now.
#[derive(Debug, Serialize)]
pub struct Ready {
    /// What it is.
    #[serde(flatten)]
    pub item: Named,
    /// Whether it is under way already.
    pub begun: bool,
    /// Why it is ready, and why it comes where it comes.
    pub why: Why,
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    priority: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rank: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    estimate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    due: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sprint: Option<Called>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<String>,
    /// What it is a part of, the nearest first.
    pub path: Vec<Above>,
    /// What it depends on.
    pub depends_on: Vec<Called>,
    /// What must hold for it to be finished.
    pub criteria: Vec<Criterion>,
    /// What else is stated of it.
    pub fields: BTreeMap<String, String>,
    /// What could be begun as soon as it is finished.
    frees: Vec<Named>,
    /// How many pieces of open work wait for it in the end.
    behind: usize,
    /// What is written of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Excerpt>,
    /// Estimate, owner and due day, for people.
    #[serde(skip)]
    pub brief: Vec<String>,
}

/// What it is a part of.
#[derive(Debug, Serialize)]
pub struct Above {
    /// What it is.
    #[serde(flatten)]
    pub item: Named,
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<String>,
    criteria: Vec<Criterion>,
}

/// What must hold for an item to be finished.
#[derive(Clone, Debug, Serialize)]
pub struct Criterion {
    /// The words.
    pub text: String,
    /// Whether its box is ticked, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<bool>,
}

impl Criterion {
    /// Of a condition.
    pub fn of(condition: &Condition) -> Self {
        Self {
            text: condition.text.clone(),
            done: condition.done,
        }
    }

    /// The first of an item.
    pub fn all(item: &Entry) -> Vec<Self> {
        item.criteria.iter().take(LISTED).map(Self::of).collect()
    }
}

impl Filter {
    /// The part of a queue that is wanted.
    fn applied(&self, book: &Book, queue: &Queue) -> Queue {
        let wants = |turn: &&Turn| self.wants(book, position(turn.item));
        let part = |turns: &[Turn]| turns.iter().filter(wants).cloned().collect();
        let some = |ids: &[ItemId]| {
            let ids = ids.iter().copied();
            ids.filter(|id| self.wants(book, position(*id))).collect()
        };
        Queue {
            begun: part(&queue.begun),
            ready: part(&queue.ready),
            waiting: part(&queue.waiting),
            blocked: part(&queue.blocked),
            early: part(&queue.early),
            aside: some(&queue.aside),
            silent: some(&queue.silent),
            is_unstated: queue.is_unstated,
        }
    }

    fn wants(&self, book: &Book, at: usize) -> bool {
        let item = book.item(at);
        let owner = self.owner.as_ref().is_none_or(|owner| owns(item, owner));
        let kind = self.kind.is_none_or(|kind| item.kind == kind);
        let part = self
            .part_of
            .is_none_or(|whole| whole == at || above(book, at).contains(&whole));
        owner && kind && part
    }
}

/// Whether one of the owners of an item is this one; a handle may go without its mark.
fn owns(item: &Entry, owner: &str) -> bool {
    let bare = |name: &str| name.trim().trim_start_matches('@').to_lowercase();
    let said = item.owner.as_ref().map_or("", |said| &said.raw);
    let owners = said.split([',', ';', '/', '&']);
    !bare(owner).is_empty()
        && (bare(said) == bare(owner) || owners.map(bare).any(|one| one == bare(owner)))
}

impl Next {
    /// What is next: at most `most` that are under way, and as many that can be begun.
    pub fn new(
        book: &Book,
        queue: &Queue,
        filter: &Filter,
        most: usize,
        folder: Option<String>,
    ) -> Self {
        let queue = filter.applied(book, queue);
        let begun = queue.begun.iter().take(most).map(|turn| (turn, true));
        let ready = queue.ready.iter().take(most).map(|turn| (turn, false));
        let tasks = begun.chain(ready);
        let tasks = tasks.map(|(turn, begun)| Ready::new(book, &queue, turn, begun));
        let silent = queue.silent.iter().take(most.min(LISTED));
        Self {
            schema: "plansite/next/1",
            as_of: book.edition.as_of.to_string(),
            audience: book.edition.audience.name.clone(),
            folder: folder.filter(|_| book.edition.read.is_some()),
            counts: counts(book, &queue, filter),
            tasks: tasks.collect(),
            holds: holds(book, &queue),
            silent: silent.map(|id| Named::at(book, position(*id))).collect(),
            empty: empty(book),
        }
    }
}

/// Whether this kind of item is work that can be begun.
fn is_work(item: &Entry) -> bool {
    matches!(item.kind, Kind::Task | Kind::Story | Kind::Feature) && !item.discovered
}

fn counts(book: &Book, queue: &Queue, filter: &Filter) -> Counts {
    let all = book.edition.items.iter().enumerate();
    let all = all.filter(|(at, item)| is_work(item) && filter.wants(book, *at));
    let all: Vec<&Entry> = all.map(|(_, item)| item).collect();
    let is_open = |at: &usize| matches!(book.item(*at).state(), Status::Planned | Status::Active);
    let wholes = all.iter().filter(|item| item.children.iter().any(is_open));
    Counts {
        wholes: wholes.count(),
        in_progress: queue.begun.len(),
        ready: queue.ready.len(),
        waiting: queue.waiting.len(),
        blocked: queue.blocked.len(),
        phase_not_open: queue.early.len(),
        without_status: queue.silent.len(),
        aside: queue.aside.len(),
        of: all.len(),
    }
}

/// Open milestones and phases that hold no work: the next step is to write it.
fn empty(book: &Book) -> Vec<Named> {
    let items = book.edition.items.iter();
    let wholes = items.filter(|item| matches!(item.kind, Kind::Phase | Kind::Milestone));
    let is_open = |item: &&Entry| !matches!(item.state(), Status::Done | Status::Dropped);
    let is_bare = |item: &&Entry| {
        let parts = item.children.iter();
        !parts
            .map(|at| book.item(*at))
            .any(|part| part.kind.level().is_some())
    };
    let open = wholes.filter(|item| is_open(item) && is_bare(item) && !item.discovered);
    open.take(3).map(Named::of).collect()
}

impl Ready {
    fn new(book: &Book, queue: &Queue, turn: &Turn, begun: bool) -> Self {
        let at = position(turn.item);
        let item = book.item(at);
        let raw = |said: &Option<Claim<String>>| said.as_ref().map(|said| said.raw.clone());
        let frees = turn.frees.iter().take(LISTED);
        let depends = item.depends_on.iter().take(LISTED);
        let fields = item.fields.iter().take(LISTED);
        let due = item.due.as_ref();
        let brief = [
            raw(&item.estimate),
            raw(&item.owner),
            due.map(|said| format!("due {}", said.raw)),
        ];
        Self {
            item: Named::of(item),
            begun,
            why: Why::new(book, queue, turn),
            owner: raw(&item.owner),
            priority: raw(&item.priority),
            rank: raw(&item.rank),
            estimate: raw(&item.estimate),
            due: due.map(|said| {
                let day = said.value.day.map(|day| day.to_string());
                day.unwrap_or_else(|| said.raw.clone())
            }),
            sprint: item.sprint.as_ref().map(|lead| Called::of(book, lead)),
            labels: item.labels.clone(),
            path: above(book, at)
                .into_iter()
                .map(|whole| Above::new(book.item(whole)))
                .collect(),
            depends_on: depends.map(|lead| Called::of(book, lead)).collect(),
            criteria: Criterion::all(item),
            fields: fields
                .map(|fact| (fact.name.clone(), fact.raw.clone()))
                .collect(),
            frees: frees.map(|id| Named::at(book, position(*id))).collect(),
            behind: turn.behind,
            body: Excerpt::of(book, at, BODY),
            brief: brief.into_iter().flatten().collect(),
        }
    }
}

impl Above {
    fn new(item: &Entry) -> Self {
        Self {
            item: Named::of(item),
            goal: goal(item).map(str::to_string),
            criteria: Criterion::all(item),
        }
    }
}
