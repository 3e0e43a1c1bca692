//! Where the way from the roadmap down to the work is broken, in plans that otherwise go it.

use crate::analyze::below::above;
use crate::analyze::habit::{Habit, Keeps, Member, habits};
use crate::model::item::{Item, Role, Source};
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// What an item lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// A story: the feature that it belongs to.
    Feature,
    /// A feature: the milestone that it belongs to.
    Milestone,
    /// A feature that has its turn: stories or tasks.
    Work,
    /// A feature that has its turn: a document of its own.
    Document,
}

/// An item that lacks what most of its kind have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The item.
    pub item: ItemId,
    /// What it lacks.
    pub lack: Lack,
    /// How many of its kind have it.
    pub kept: usize,
    /// One that has it.
    pub example: ItemId,
}

/// Every gap, those of one sort together. Where a level is not used, none is missed.
pub fn gaps(plan: &Plan) -> Vec<Gap> {
    let lacks = [Lack::Feature, Lack::Milestone, Lack::Work, Lack::Document];
    let found = lacks.into_iter().flat_map(|lack| {
        // Documents and rows are kept in different ways; only those of one form are alike.
        let (documents, others): (Vec<_>, Vec<_>) =
            members(plan, lack).partition(|(role, _)| *role <= Role::Part);
        [documents, others].into_iter().flat_map(move |alike| {
            let alike: Vec<Member<'_>> = alike.into_iter().map(|(_, member)| member).collect();
            habits(&alike, lack.few())
                .into_iter()
                .flat_map(move |habit| gaps_of(lack, habit))
        })
    });
    found.collect()
}

fn members(plan: &Plan, lack: Lack) -> impl Iterator<Item = (Role, Member<'_>)> {
    plan.of_kind(lack.of()).filter_map(move |(id, item)| {
        let source = lack.source(item)?;
        let keeps = lack.judges(plan, id, item);
        Some((source.role, Member::new(plan, id, keeps, source)))
    })
}

fn gaps_of(lack: Lack, habit: Habit) -> impl Iterator<Item = Gap> {
    habit.breaks.into_iter().map(move |item| Gap {
        item,
        lack,
        kept: habit.kept,
        example: habit.example,
    })
}

impl Lack {
    /// The kind that can lack it.
    fn of(self) -> Kind {
        match self {
            Self::Feature => Kind::Story,
            Self::Milestone | Self::Work | Self::Document => Kind::Feature,
        }
    }

    /// So many must have it before it is missed elsewhere; a table with a column for documents tells much.
    fn few(self) -> usize {
        if self == Self::Document { 2 } else { 3 }
    }

    /// The place at which an item is compared with others: for the want of a document, the row that should link it.
    fn source(self, item: &Item) -> Option<Source> {
        let mut sources = item.sources.iter().copied();
        match self {
            Self::Document => sources.find(|source| source.role > Role::Part),
            _ => sources.next(),
        }
    }

    fn judges(self, plan: &Plan, id: ItemId, item: &Item) -> Keeps {
        let has_it = match self {
            Self::Feature => is_below(plan, id, &[Kind::Feature]),
            Self::Milestone => is_below(plan, id, &[Kind::Milestone, Kind::Phase]),
            Self::Work => holds(plan, id, |kind| kind.level() > Kind::Feature.level()),
            Self::Document => has_document(item),
        };
        match has_it {
            _ if item.discovered => Keeps::Excused,
            true => Keeps::Yes,
            false if self.is_due(plan, id, item) => Keeps::No,
            false => Keeps::Excused,
        }
    }

    /// Whether it is time to have it: nobody writes down again what is over, nor plans all that is far off.
    fn is_due(self, plan: &Plan, id: ItemId, item: &Item) -> bool {
        let is_over = matches!(item.status(), Status::Done | Status::Dropped);
        // A reference that leads nowhere is a finding of its own.
        let is_open = item
            .parent
            .as_ref()
            .is_some_and(|parent| parent.to.is_none());
        let holds_others = || !plan.children(id).is_empty();
        match self {
            _ if is_over => false,
            Self::Feature => !is_open,
            // Where epics are cut into milestones, the way runs the other way round.
            Self::Milestone => {
                !is_open
                    && !is_below(plan, id, &[Kind::Feature])
                    && !holds(plan, id, |kind| kind == Kind::Milestone)
            }
            Self::Work => has_turn(plan, id, item) && !holds_others(),
            Self::Document => has_turn(plan, id, item) && !is_below(plan, id, &[Kind::Feature]),
        }
    }
}

/// Whether the item is in work, or the milestone or phase right above it is.
fn has_turn(plan: &Plan, id: ItemId, item: &Item) -> bool {
    let is_active = |item: &Item| matches!(item.status(), Status::Active | Status::Blocked);
    let roof = above(plan, id).into_iter().map(|id| plan.item(id));
    let mut roof = roof.filter(|item| matches!(item.kind, Kind::Milestone | Kind::Phase));
    is_active(item) || roof.next().is_some_and(is_active)
}

fn is_below(plan: &Plan, id: ItemId, kinds: &[Kind]) -> bool {
    let mut above = above(plan, id).into_iter();
    above.any(|id| kinds.contains(&plan.item(id).kind))
}

fn holds(plan: &Plan, id: ItemId, fits: impl Fn(Kind) -> bool) -> bool {
    let mut parts = plan.children(id).iter();
    parts.any(|id| fits(plan.item(*id).kind))
}

fn has_document(item: &Item) -> bool {
    let mut sources = item.sources.iter();
    sources.any(|source| source.role <= Role::Part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::Sample;

    /// A milestone, a feature and so many stories in it.
    fn traced(stories: usize) -> Sample {
        let plan = Sample::default()
            .add(Kind::Milestone, "M-1")
            .add(Kind::Feature, "PRD-1")
            .under(0);
        (0..stories).fold(plan, |plan, _| plan.add(Kind::Story, "US").under(1))
    }

    fn lacks(plan: Sample) -> Vec<(u32, Lack)> {
        let found = gaps(&plan.plan()).into_iter();
        found.map(|gap| (gap.item.0, gap.lack)).collect()
    }

    #[test]
    fn a_story_outside_every_feature_is_a_gap_where_others_are_inside() {
        assert_eq!(
            lacks(traced(3).add(Kind::Story, "US")),
            [(5, Lack::Feature)]
        );
        assert_eq!(lacks(traced(2).add(Kind::Story, "US")), []);
        let over = traced(3).add(Kind::Story, "US").is(Status::Done);
        assert_eq!(lacks(over), []);
    }

    #[test]
    fn work_is_missed_where_its_turn_has_come() {
        let plan = |status| {
            let full = (0..3).fold(Sample::default(), |plan, at| {
                plan.add(Kind::Feature, "PRD")
                    .add(Kind::Story, "US")
                    .under(at * 2)
            });
            full.add(Kind::Feature, "PRD").is(status)
        };
        assert_eq!(lacks(plan(Status::Active)), [(6, Lack::Work)]);
        assert_eq!(lacks(plan(Status::Planned)), []);
    }
}
