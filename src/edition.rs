//! What an audience may know of a plan: owned values, every place resolved; pages are given this and nothing else.

use std::sync::Arc;

use crate::analyze::{Analysis, sprint};
use crate::config::Config;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::criterion::Criterion;
use crate::model::date::{Date, When};
use crate::model::item::Item;
use crate::model::key::{ItemId, slug};
use crate::model::kind::Kind;
use crate::model::movement::{Change, Movement};
use crate::model::plan::Plan;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::text::file::SourceFile;
use crate::text::span::Place;

/// The audience that sees all.
pub const INTERNAL: &str = "internal";

/// All that pages need.
#[derive(Clone, Debug)]
pub struct Edition {
    /// What the plan is called.
    pub title: Option<String>,
    /// The day that counts as today.
    pub as_of: Date,
    /// Who it is for.
    pub audience: &'static str,
    /// Facts of the plan itself, in the order of the documents.
    pub facts: Vec<Fact>,
    /// How much the team completes in a sprint.
    pub velocity: Option<Velocity>,
    /// The items, in the order of the plan.
    pub items: Vec<Entry>,
    /// What is wrong, in the order of the documents.
    pub findings: Vec<Finding>,
    /// How many documents were read.
    pub documents: usize,
}

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
    /// Where they stand.
    pub source: Source,
}

/// Something stated under a name of the author's own.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The name.
    pub name: String,
    /// The words as written.
    pub raw: String,
    /// Where they stand.
    pub source: Source,
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
    pub stated: Option<(String, Source)>,
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
    /// Where it stands.
    pub source: Source,
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
    /// Parts that have no leaves, by position: they do not count.
    pub uncounted: Vec<usize>,
    /// What a document declares.
    pub declared: Option<Claim<Tally>>,
}

/// How an item stands, and why.
#[derive(Clone, Debug)]
pub struct Health {
    /// The word for it.
    pub value: &'static str,
    /// The reason in words.
    pub why: String,
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
    /// Its labels.
    pub labels: Vec<String>,
    /// What it is a part of.
    pub parent: Option<Lead>,
    /// Its parts, by position.
    pub children: Vec<usize>,
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
}

/// Something that is wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule.
    pub rule: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// Where.
    pub source: Source,
}

impl Entry {
    /// The position of what it is a part of.
    pub fn parent_item(&self) -> Option<usize> {
        self.parent.as_ref().and_then(|parent| parent.to)
    }
}

impl Edition {
    /// The edition that holds everything.
    pub fn cut(
        plan: &Plan,
        analysis: &Analysis,
        findings: &[Diagnostic],
        files: &[SourceFile],
        config: &Config,
        today: Date,
    ) -> Self {
        let cut = Cut {
            plan,
            analysis,
            places: Places::new(files),
        };
        Self {
            title: config.site.title.clone().or_else(|| plan.title.clone()),
            as_of: today,
            audience: INTERNAL,
            facts: plan
                .facts
                .iter()
                .map(|fact| cut.fact(&fact.name, &fact.value))
                .collect(),
            velocity: cut.velocity(),
            items: plan.items().map(|(id, item)| cut.entry(id, item)).collect(),
            findings: findings
                .iter()
                .map(|finding| cut.finding(finding))
                .collect(),
            documents: files.len(),
        }
    }
}

/// What is cut from.
struct Cut<'a> {
    plan: &'a Plan,
    analysis: &'a Analysis,
    places: Places<'a>,
}

impl Cut<'_> {
    fn entry(&self, id: ItemId, item: &Item) -> Entry {
        let source = |place: Place| self.places.source(place);
        let sprint = self.analysis.sprint(id);
        Entry {
            key: item.key.to_string(),
            id: item.id.clone(),
            kind: item.kind,
            title: item.title.clone(),
            aliases: item.aliases.clone(),
            has_page: item.has_page(),
            week: self.is_week(item),
            status: self.claim(item.status.as_ref()),
            priority: self.claim(item.priority.as_ref()),
            rank: self.claim(item.rank.as_ref()),
            start: self.claim(item.start.as_ref()),
            due: self.claim(item.due.as_ref()),
            done: self.claim(item.done.as_ref()),
            owner: self.claim(item.owner.as_ref()),
            estimate: self.claim(item.estimate.as_ref()),
            sprint: item.sprint.as_ref().map(|sprint| self.lead(sprint)),
            labels: item.labels.clone(),
            parent: item.parent.as_ref().map(|parent| self.lead(parent)),
            children: self
                .plan
                .children(id)
                .iter()
                .map(|child| position(*child))
                .collect(),
            depends_on: self.leads(&item.depends_on),
            blocks: self.leads(&item.blocks),
            became: self.leads(&item.became),
            fields: item
                .fields
                .iter()
                .map(|(name, said)| self.fact(name, said))
                .collect(),
            criteria: item.criteria.iter().map(condition).collect(),
            checks: item.checks,
            committed: self.figure(
                item.committed.as_ref(),
                sprint.and_then(|sprint| sprint.committed.as_ref()),
            ),
            completed: self.figure(
                item.completed.as_ref(),
                sprint.and_then(|sprint| sprint.completed.as_ref()),
            ),
            velocity: self.claim(item.velocity.as_ref()),
            movements: item
                .movements
                .iter()
                .map(|movement| self.movement(movement))
                .collect(),
            progress: self.progress(id, item),
            health: self.health(id),
            discovered: item.discovered,
            audience: item
                .audience
                .as_ref()
                .map_or(INTERNAL.into(), |said| said.value.clone()),
            sources: item
                .sources
                .iter()
                .map(|mention| source(mention.place))
                .collect(),
        }
    }

    /// A sprint that is called by its ISO week, or whose document lies in a folder of weeks.
    fn is_week(&self, item: &Item) -> bool {
        let file = item
            .sources
            .first()
            .map(|source| self.places.source(source.place).file);
        let folder =
            file.is_some_and(|file| file.split('/').rev().skip(1).any(|part| part == "weeks"));
        item.kind == Kind::Sprint && (folder || is_iso_week(&slug(&item.key.0)))
    }

    fn claim<T: Clone>(&self, stated: Option<&Stated<T>>) -> Option<Claim<T>> {
        stated.map(|stated| Claim {
            value: stated.value.clone(),
            raw: stated.raw().to_string(),
            source: self.places.source(stated.place()),
        })
    }

    fn fact(&self, name: &str, said: &Stated<String>) -> Fact {
        Fact {
            name: name.to_string(),
            raw: said.value.clone(),
            source: self.places.source(said.place()),
        }
    }

    fn leads(&self, references: &[Reference]) -> Vec<Lead> {
        references
            .iter()
            .map(|reference| self.lead(reference))
            .collect()
    }

    fn lead(&self, reference: &Reference) -> Lead {
        Lead {
            raw: reference.raw.clone(),
            to: reference.to.map(position),
            inferred: reference.inferred,
            external: reference.external,
            source: self.places.source(reference.place),
        }
    }

    fn movement(&self, movement: &Movement) -> Move {
        Move {
            change: movement.change,
            item: self.lead(&movement.item),
            reason: movement.reason.clone(),
        }
    }

    fn velocity(&self) -> Option<Velocity> {
        let velocity = self.analysis.velocity.as_ref()?;
        Some(Velocity {
            mean: velocity.mean,
            of: velocity.of,
        })
    }

    /// A figure as stated, or as counted.
    fn figure(
        &self,
        stated: Option<&Stated<f64>>,
        figure: Option<&sprint::Figure>,
    ) -> Option<Figure> {
        match (stated, figure) {
            (Some(stated), _) => Some(Figure {
                value: stated.value,
                stated: Some((stated.raw().to_string(), self.places.source(stated.place()))),
                rows: Vec::new(),
            }),
            (None, Some(figure)) => Some(Figure {
                value: figure.value,
                stated: None,
                rows: figure.rows.iter().map(|row| position(*row)).collect(),
            }),
            (None, None) => None,
        }
    }

    fn progress(&self, id: ItemId, item: &Item) -> Option<Progress> {
        let computed = self.analysis.progress(id);
        let declared = self.claim(item.declared.as_ref());
        (computed.leaves.is_some() || declared.is_some()).then(|| Progress {
            tally: computed.tally,
            leaves: computed.leaves,
            without_status: computed.without_status,
            uncounted: computed
                .uncounted
                .iter()
                .map(|part| position(*part))
                .collect(),
            declared,
        })
    }

    fn health(&self, id: ItemId) -> Option<Health> {
        let health = self.analysis.health(id)?;
        Some(Health {
            value: health.value.name(),
            why: health.why.clone(),
        })
    }

    fn finding(&self, finding: &Diagnostic) -> Finding {
        Finding {
            rule: finding.rule,
            severity: finding.severity,
            message: finding.message.clone(),
            help: finding.help.clone(),
            source: self.places.source(finding.place),
        }
    }
}

fn condition(criterion: &Criterion) -> Condition {
    Condition {
        text: criterion.text.clone(),
        done: criterion.done,
        group: criterion.group.clone(),
    }
}

fn position(id: ItemId) -> usize {
    id.0 as usize
}

fn is_iso_week(slug: &str) -> bool {
    let digits =
        |part: &str, wanted| part.len() == wanted && part.bytes().all(|b| b.is_ascii_digit());
    let slug = slug.strip_prefix("sprint-").unwrap_or(slug);
    slug.split_once("-w")
        .is_some_and(|(year, week)| digits(year, 4) && digits(week, 2))
}

/// From byte ranges to lines.
struct Places<'a> {
    files: &'a [SourceFile],
    paths: Vec<Arc<str>>,
}

impl<'a> Places<'a> {
    fn new(files: &'a [SourceFile]) -> Self {
        Self {
            files,
            paths: files.iter().map(|file| file.path.as_str().into()).collect(),
        }
    }

    fn source(&self, place: Place) -> Source {
        let at = place.file.0 as usize;
        let (line, column) = self.files[at].line_column(place.span.start);
        Source {
            file: self.paths[at].clone(),
            line,
            column,
        }
    }
}
