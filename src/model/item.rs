//! One thing of the plan, and what is stated of it.

use crate::model::criterion::Criterion;
use crate::model::key::Key;
use crate::model::kind::Kind;
use crate::model::movement::Movement;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::model::when::When;
use crate::text::span::Place;

/// How a place mentions an item, from the most specific to the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// A document of its own.
    Document,
    /// A second document that repeats the first, such as `current-milestone.md`.
    Alias,
    /// A document that says more of what another one in its folder tells.
    Part,
    /// A heading of its own.
    Heading,
    /// A row or an entry in what it belongs to.
    Row,
    /// A row or an entry elsewhere.
    Elsewhere,
}

/// One place that mentions an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where the item stands there.
    pub place: Place,
    /// How it stands there.
    pub role: Role,
}

/// One item.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its unique name.
    pub key: Key,
    /// The id as written.
    pub id: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Its visible title.
    pub title: String,
    /// Further names that a document gives it.
    pub aliases: Vec<String>,
    /// Its state.
    pub status: Option<Stated<Status>>,
    /// Its priority, as written.
    pub priority: Option<Stated<String>>,
    /// Its place in the order of its list, as written.
    pub rank: Option<Stated<String>>,
    /// When it begins.
    pub start: Option<Stated<When>>,
    /// When it is to be finished.
    pub due: Option<Stated<When>>,
    /// When it was finished.
    pub done: Option<Stated<When>>,
    /// Who looks after it, as written.
    pub owner: Option<Stated<String>>,
    /// How much work it is, as written.
    pub estimate: Option<Stated<String>>,
    /// The sprint it is in.
    pub sprint: Option<Reference>,
    /// The sprints that list it; an item that is carried over stands in several.
    pub sprints: Vec<Reference>,
    /// Its labels.
    pub labels: Vec<String>,
    /// What it is a part of.
    pub parent: Option<Reference>,
    /// What must be finished first.
    pub depends_on: Vec<Reference>,
    /// What waits for it.
    pub blocks: Vec<Reference>,
    /// What it was split into or replaced by.
    pub became: Vec<Reference>,
    /// The audience it is open to, as written.
    pub audience: Option<Stated<String>>,
    /// The progress that a document declares for it.
    pub declared: Option<Stated<Tally>>,
    /// Of a sprint: how much was committed.
    pub committed: Option<Stated<f64>>,
    /// Of a sprint: how much was completed.
    pub completed: Option<Stated<f64>>,
    /// Of a sprint: the velocity as written, in its own unit.
    pub velocity: Option<Stated<String>>,
    /// Everything else that is stated of it, under the author's own names.
    pub fields: Vec<(String, Stated<String>)>,
    /// What must hold for it to be finished.
    pub criteria: Vec<Criterion>,
    /// The checkboxes that belong to it.
    pub checks: Option<Tally>,
    /// Of a week: what it did with items.
    pub movements: Vec<Movement>,
    /// Whether it was found during work and is not in the plan.
    pub discovered: bool,
    /// Every place that mentions it, the most specific first.
    pub sources: Vec<Source>,
}

impl Item {
    /// Its state; unknown where nothing is stated.
    pub fn status(&self) -> Status {
        self.status
            .as_ref()
            .map_or(Status::Unknown, |stated| stated.value)
    }

    /// Everything that it says of other items.
    pub fn references(&self) -> impl Iterator<Item = &Reference> {
        let single = self.parent.iter().chain(&self.sprint);
        let lists = self
            .depends_on
            .iter()
            .chain(&self.blocks)
            .chain(&self.became);
        let moved = self.movements.iter().map(|movement| &movement.item);
        single.chain(lists).chain(moved)
    }

    /// Whether a document of its own or a section of its own tells of it.
    pub fn has_page(&self) -> bool {
        self.sources
            .first()
            .is_some_and(|source| source.role <= Role::Heading)
    }
}
