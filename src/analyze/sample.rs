//! Small plans for the tests of this room.

use crate::model::criterion::Criterion;
use crate::model::date::Date;
use crate::model::item::{Item, Role, Source};
use crate::model::key::{ItemId, Key};
use crate::model::kind::Kind;
use crate::model::movement::{Change, Movement};
use crate::model::plan::Plan;
use crate::model::reference::Reference;
use crate::model::stated::{Saying, Stated};
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::model::when::When;
use crate::text::slot::Form;
use crate::text::span::{FileId, Place, Span};

/// A plan in the making: every call tells of the item that was added last.
#[derive(Default)]
pub(crate) struct Sample(Vec<Item>);

/// The number of an item.
pub(crate) fn id(at: u32) -> ItemId {
    ItemId(at)
}

/// The date of `2026-01-27`.
pub(crate) fn date(text: &str) -> Date {
    Date::iso(text).unwrap()
}

/// A value and the words it was taken from.
fn stated<T>(value: T, raw: &str) -> Option<Stated<T>> {
    let saying = Saying {
        raw: raw.into(),
        place: Place::default(),
        form: Form::Cell,
    };
    Some(Stated {
        value,
        said: vec![saying],
    })
}

fn leads_to(to: u32) -> Reference {
    Reference {
        raw: String::new(),
        to: Some(id(to)),
        inferred: false,
        external: false,
        place: Place::default(),
    }
}

fn empty(kind: Kind, name: &str) -> Item {
    Item {
        key: Key(name.into()),
        id: Some(name.into()),
        kind,
        title: name.into(),
        aliases: Vec::new(),
        status: None,
        priority: None,
        rank: None,
        start: None,
        due: None,
        done: None,
        owner: None,
        estimate: None,
        sprint: None,
        sprints: Vec::new(),
        labels: Vec::new(),
        parent: None,
        depends_on: Vec::new(),
        blocks: Vec::new(),
        became: Vec::new(),
        audience: None,
        declared: None,
        committed: None,
        completed: None,
        velocity: None,
        fields: Vec::new(),
        criteria: Vec::new(),
        checks: None,
        movements: Vec::new(),
        discovered: false,
        sources: vec![Source {
            place: Place::default(),
            role: Role::Heading,
        }],
    }
}

impl Sample {
    /// Adds an item without a word on its status.
    pub(crate) fn add(mut self, kind: Kind, name: &str) -> Self {
        self.0.push(empty(kind, name));
        self
    }

    /// Adds a task of this status below an item.
    pub(crate) fn task(self, parent: u32, status: Status) -> Self {
        let name = format!("T-{}", self.0.len());
        self.add(Kind::Task, &name).under(parent).is(status)
    }

    fn tell(mut self, tell: impl FnOnce(&mut Item)) -> Self {
        tell(self.0.last_mut().unwrap());
        self
    }

    /// Puts it below another.
    pub(crate) fn under(self, parent: u32) -> Self {
        self.tell(|item| item.parent = Some(leads_to(parent)))
    }

    /// Stands in these files, there, in these roles.
    pub(crate) fn stands(self, places: &[(u32, usize, Role)]) -> Self {
        let source = |(file, start, role): &(u32, usize, Role)| Source {
            place: Place {
                file: FileId(*file),
                span: Span::new(*start..start + 1),
            },
            role: *role,
        };
        self.tell(|item| item.sources = places.iter().map(source).collect())
    }

    /// States its status.
    pub(crate) fn is(self, status: Status) -> Self {
        self.tell(|item| item.status = stated(status, status.name()))
    }

    /// Says what it needs.
    pub(crate) fn needs(self, other: u32) -> Self {
        self.tell(|item| item.depends_on.push(leads_to(other)))
    }

    /// Says what it blocks.
    pub(crate) fn blocks(self, other: u32) -> Self {
        self.tell(|item| item.blocks.push(leads_to(other)))
    }

    /// Says what it turned into.
    pub(crate) fn became(self, other: u32) -> Self {
        self.tell(|item| item.became.push(leads_to(other)))
    }

    /// Says that it was found during work.
    pub(crate) fn discovered(self) -> Self {
        self.tell(|item| item.discovered = true)
    }

    /// States its due date.
    pub(crate) fn due(self, day: &str) -> Self {
        self.due_about(day, false)
    }

    /// States its due date, approximate or not.
    pub(crate) fn due_about(self, day: &str, approximate: bool) -> Self {
        let when = When {
            day: Date::iso(day),
            approximate,
            ..When::default()
        };
        self.tell(|item| item.due = stated(when, day))
    }

    /// States when it begins.
    pub(crate) fn starts(self, day: &str) -> Self {
        let when = When {
            day: Date::iso(day),
            ..When::default()
        };
        self.tell(|item| item.start = stated(when, day))
    }

    /// States its estimate.
    pub(crate) fn estimate(self, raw: &str) -> Self {
        self.tell(|item| item.estimate = stated(raw.to_string(), raw))
    }

    /// States a tally.
    pub(crate) fn declares(self, done: u32, of: u32) -> Self {
        self.tell(|item| item.declared = stated(Tally { done, of }, &format!("{done}/{of}")))
    }

    /// Adds a criterion, with a box or without.
    pub(crate) fn criterion(self, done: Option<bool>) -> Self {
        let criterion = Criterion {
            text: String::new(),
            done,
            group: String::new(),
            notes: Vec::new(),
            place: Place::default(),
        };
        self.tell(|item| item.criteria.push(criterion))
    }

    /// States the figures of a sprint.
    pub(crate) fn figures(self, committed: Option<f64>, completed: Option<f64>) -> Self {
        self.tell(|item| {
            item.committed = committed.and_then(|value| stated(value, ""));
            item.completed = completed.and_then(|value| stated(value, ""));
        })
    }

    /// Puts it into a sprint.
    pub(crate) fn during(self, sprint: u32) -> Self {
        self.tell(|item| item.sprint = Some(leads_to(sprint)))
    }

    /// Adds a line to a week.
    pub(crate) fn moves(self, change: Change, to: u32) -> Self {
        let movement = Movement {
            change,
            item: leads_to(to),
            reason: None,
        };
        self.tell(|item| item.movements.push(movement))
    }

    /// The plan of these items.
    pub(crate) fn plan(self) -> Plan {
        Plan::new(None, Vec::new(), self.0)
    }
}
