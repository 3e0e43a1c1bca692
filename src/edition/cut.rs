//! From the plan and its numbers to what is told of each item.

use crate::analyze::critical::CriticalPath;
use crate::analyze::{Analysis, circle, readiness, sprint, velocity};
use crate::diagnostic::Diagnostic;
use crate::edition::children::Children;
use crate::edition::entry::{
    Claim, Condition, Entry, Fact, Figure, Finding, Health, Lead, Move, Progress, Readiness,
    Source, Term, Velocity,
};
use crate::edition::place::Places;
use crate::model::criterion::Criterion;
use crate::model::item::{self, Item, Role};
use crate::model::key::{ItemId, slug};
use crate::model::kind::Kind;
use crate::model::movement::Movement;
use crate::model::plan::Plan;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::model::when::When;
use crate::text::span::Place;

/// What is told from.
pub(super) struct Teller<'a> {
    pub(super) plan: &'a Plan,
    pub(super) analysis: &'a Analysis,
    pub(super) places: &'a Places<'a>,
    /// Whether the audience may know where things stand.
    pub(super) tells_sources: bool,
    /// The audience that an item is for where it says nothing.
    pub(super) audience: &'a str,
}

impl Teller<'_> {
    /// All of one item but its words and who speaks of it.
    pub(super) fn entry(&self, id: ItemId, item: &Item) -> Entry {
        let sprint = self.analysis.sprint(id);
        let parts = Children::new(self.plan, id);
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
            due: self.claim(item.due.as_ref()).filter(|due| !is_aim(due)),
            done: self.claim(item.done.as_ref()),
            owner: self.claim(item.owner.as_ref()),
            estimate: self.claim(item.estimate.as_ref()),
            sprint: item.sprint.as_ref().map(|sprint| self.lead(sprint)),
            sprints: sprints(item),
            labels: item.labels.clone(),
            parent: item.parent.as_ref().map(|parent| self.lead(parent)),
            children: parts.in_order.iter().copied().map(position).collect(),
            named_parts: parts.named,
            depends_on: self.leads(&item.depends_on),
            blocks: self.leads(&item.blocks),
            became: self.leads(&item.became),
            fields: item
                .fields
                .iter()
                .map(|(name, said)| self.fact(name, said))
                .chain(self.aim(item))
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
                .map_or(self.audience.into(), |said| said.value.clone()),
            sources: item
                .sources
                .iter()
                .filter_map(|mention| self.source(mention.place))
                .collect(),
            has_document: item
                .sources
                .first()
                .is_some_and(|source| source.role <= Role::Alias),
            body: None,
            readiness: self.analysis.readiness(id).map(ready),
            finished: self.analysis.is_finished(id),
            longest_path: positions(self.analysis.critical_path(id)),
            waiting: Vec::new(),
            term: sprint.map(|sprint| self.term(id, sprint)),
            backlinks: Vec::new(),
        }
    }

    /// A sprint that is called by its ISO week, or whose document lies in a folder of weeks.
    fn is_week(&self, item: &Item) -> bool {
        let lies_with_weeks = |source: &item::Source| {
            let file = self.places.path(source.place.file.0 as usize);
            file.split('/').rev().skip(1).any(|part| part == "weeks")
        };
        item.kind == Kind::Sprint
            && (item.sources.first().is_some_and(lies_with_weeks)
                || is_iso_week(&slug(&item.key.0)))
    }

    fn claim<T: Clone>(&self, stated: Option<&Stated<T>>) -> Option<Claim<T>> {
        stated.map(|stated| Claim {
            value: stated.value.clone(),
            raw: stated.raw().to_string(),
            source: self.source(stated.place()),
        })
    }

    /// The sentence that stands where a date is looked for: "Target: a first version that answers all questions".
    fn aim(&self, item: &Item) -> Option<Fact> {
        let due = self.claim(item.due.as_ref()).filter(is_aim)?;
        Some(Fact {
            name: "Target".into(),
            raw: due.raw,
            source: due.source,
        })
    }

    /// A fact under a name of the author's own.
    pub(super) fn fact(&self, name: &str, said: &Stated<String>) -> Fact {
        Fact {
            name: name.to_string(),
            raw: said.value.clone(),
            source: self.source(said.place()),
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
            source: self.source(reference.place),
        }
    }

    fn movement(&self, movement: &Movement) -> Move {
        Move {
            change: movement.change,
            item: self.lead(&movement.item),
            reason: movement.reason.clone(),
        }
    }

    /// Where something stands, where the audience may know.
    pub(super) fn source(&self, place: Place) -> Option<Source> {
        self.tells_sources.then(|| self.places.source(place))
    }

    /// How much the team completes in a sprint.
    pub(super) fn velocity(&self) -> Option<Velocity> {
        self.analysis.velocity.as_ref().map(mean)
    }

    /// The longest chain of open work in the whole plan.
    pub(super) fn longest_path(&self) -> Vec<usize> {
        positions(self.analysis.longest.as_ref())
    }

    /// Of each knot of items that wait for one another the shortest circle, each followed by what it waits for.
    pub(super) fn circles(&self) -> Vec<Vec<usize>> {
        let schedule = &self.analysis.schedule;
        let knots = schedule.cycles.iter();
        let circles = knots.map(|knot| circle::shortest(schedule, knot));
        circles
            .map(|circle| circle.into_iter().map(position).collect())
            .collect()
    }

    fn term(&self, id: ItemId, sprint: &sprint::Sprint) -> Term {
        let mut over = self.analysis.overcommitted.iter();
        Term {
            end: sprint.end,
            is_finished: sprint.finished,
            over: over
                .find(|over| over.sprint == id)
                .map(|over| mean(&over.earlier)),
        }
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
                stated: Some((stated.raw().to_string(), self.source(stated.place()))),
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
            active: computed.active,
            blocked: computed.blocked,
            uncounted: computed
                .uncounted
                .iter()
                .map(|part| position(*part))
                .collect(),
            counts_hidden: false,
            declared,
        })
    }

    fn health(&self, id: ItemId) -> Option<Health> {
        let health = self.analysis.health(id)?;
        Some(Health {
            value: health.value.name(),
            why: health.why.to_string(),
            reason: health.why.clone(),
        })
    }

    /// Something that is wrong.
    pub(super) fn finding(&self, finding: &Diagnostic) -> Finding {
        Finding {
            rule: finding.rule,
            severity: finding.severity,
            message: finding.message.clone(),
            help: finding.help.clone(),
            source: self.places.source(finding.place),
        }
    }
}

fn positions(path: Option<&CriticalPath>) -> Vec<usize> {
    let items = path.iter().flat_map(|path| &path.items);
    items.copied().map(position).collect()
}

/// The sprint that an item is in, and those that list it beside that.
fn sprints(item: &Item) -> Vec<usize> {
    let all = item.sprint.iter().chain(&item.sprints);
    let mut found: Vec<usize> = all.filter_map(|sprint| sprint.to).map(position).collect();
    found.sort_unstable();
    found.dedup();
    found
}

fn mean(velocity: &velocity::Velocity) -> Velocity {
    Velocity {
        mean: velocity.mean,
        of: velocity.of,
    }
}

fn ready(readiness: &readiness::Readiness) -> Readiness {
    let positions = |ids: &[ItemId]| ids.iter().copied().map(position).collect();
    match readiness {
        readiness::Readiness::Ready => Readiness::Ready,
        readiness::Readiness::Waiting(ids) => Readiness::Waiting(positions(ids)),
        readiness::Readiness::Blocked(ids) => Readiness::Blocked(positions(ids)),
    }
}

/// Whether the words name no time at all and are as long as a sentence.
fn is_aim(due: &Claim<When>) -> bool {
    const SENTENCE: usize = 7;
    let is_timeless = due.value.day.is_none() && due.value.count.is_none();
    is_timeless && due.raw.split_whitespace().count() >= SENTENCE
}

fn condition(criterion: &Criterion) -> Condition {
    Condition {
        text: criterion.text.clone(),
        done: criterion.done,
        group: criterion.group.clone(),
        notes: criterion.notes.clone(),
    }
}

/// The position of an item in the edition.
pub(super) fn position(id: ItemId) -> usize {
    id.0 as usize
}

fn is_iso_week(slug: &str) -> bool {
    let digits =
        |part: &str, wanted| part.len() == wanted && part.bytes().all(|b| b.is_ascii_digit());
    let slug = slug.strip_prefix("sprint-").unwrap_or(slug);
    slug.split_once("-w")
        .is_some_and(|(year, week)| digits(year, 4) && digits(week, 2))
}
