//! How far an item is: the done leaves of all leaves below it.

use crate::analyze::below;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;
use crate::model::tally::Tally;

/// The kinds that may be counted, the most wanted first.
const LEAVES: [Kind; 4] = [Kind::Task, Kind::Story, Kind::Feature, Kind::Milestone];

/// How far an item is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The kind that is counted; none where nothing below the item can be.
    pub leaves: Option<Kind>,
    /// The done leaves of all; none where no leaf has a status.
    pub tally: Option<Tally>,
    /// How many leaves have no status; they stay in the count.
    pub without_status: u32,
    /// How many leaves are being worked on.
    pub active: u32,
    /// How many leaves are blocked by their own word.
    pub blocked: u32,
    /// The topmost parts without any such leaf, in the order of the plan.
    pub uncounted: Vec<ItemId>,
}

/// The leaves of one kind: done, all, and those without a status.
#[derive(Clone, Copy, Default)]
struct Count {
    tally: Tally,
    without_status: u32,
    active: u32,
    blocked: u32,
}

/// What an item hands on to the item above it, for each kind of leaf.
type Counts = [Count; LEAVES.len()];

/// The progress of every item, by its number.
pub fn progress(plan: &Plan) -> Vec<Progress> {
    let mut handed = vec![Counts::default(); plan.len()];
    let mut found = vec![Progress::default(); plan.len()];
    for id in below::bottom_up(plan) {
        let counts = sum(&handed, plan.children(id).iter());
        handed[id.0 as usize] = hand_on(plan, id, counts, &handed);
        found[id.0 as usize] = tell(plan, id, &counts, &handed, &found);
    }
    found
}

/// Whether an item is in any figure: dropped and discovered ones are in none.
pub fn is_counted(item: &Item) -> bool {
    !item.discovered && item.status() != Status::Dropped
}

/// What counts for the item above: the leaves below, else the item itself.
///
/// A task that has child tasks is not itself a leaf: its parts are the work, and it would be counted twice.
fn hand_on(plan: &Plan, id: ItemId, mut counts: Counts, handed: &[Counts]) -> Counts {
    let item = plan.item(id);
    if !is_counted(item) {
        return left_over(plan, id, handed);
    }
    if let Some(at) = LEAVES
        .iter()
        .position(|kind| *kind == item.kind && counts_nothing(&counts, *kind))
    {
        counts[at].tally.count(item.status() == Status::Done);
        counts[at].without_status += u32::from(item.status() == Status::Unknown);
        counts[at].active += u32::from(item.status() == Status::Active);
        counts[at].blocked += u32::from(item.status() == Status::Blocked);
    }
    counts
}

/// A dropped item takes its parts with it, but for those that it was split into.
fn left_over(plan: &Plan, id: ItemId, handed: &[Counts]) -> Counts {
    let became = |part: &&ItemId| {
        plan.item(id)
            .became
            .iter()
            .any(|other| other.to == Some(**part))
    };
    sum(handed, plan.children(id).iter().filter(became))
}

fn sum<'a>(handed: &[Counts], parts: impl Iterator<Item = &'a ItemId>) -> Counts {
    let mut total = Counts::default();
    for part in parts {
        for (total, more) in total.iter_mut().zip(&handed[part.0 as usize]) {
            total.tally.done += more.tally.done;
            total.tally.of += more.tally.of;
            total.without_status += more.without_status;
            total.active += more.active;
            total.blocked += more.blocked;
        }
    }
    total
}

fn counts_nothing(counts: &Counts, kind: Kind) -> bool {
    LEAVES
        .iter()
        .zip(counts)
        .all(|(other, count)| *other != kind || count.tally.of == 0)
}

fn tell(
    plan: &Plan,
    id: ItemId,
    counts: &Counts,
    handed: &[Counts],
    found: &[Progress],
) -> Progress {
    let Some((kind, count)) = LEAVES
        .iter()
        .zip(counts)
        .find(|(_, count)| count.tally.of > 0)
    else {
        return Progress::default();
    };
    Progress {
        leaves: Some(*kind),
        tally: (count.without_status < count.tally.of).then_some(count.tally),
        without_status: count.without_status,
        active: count.active,
        blocked: count.blocked,
        uncounted: uncounted(plan, id, *kind, handed, found),
    }
}

/// Parts that hold leaves are asked for their own uncounted ones; they count the same kind as the item does.
fn uncounted(
    plan: &Plan,
    id: ItemId,
    kind: Kind,
    handed: &[Counts],
    found: &[Progress],
) -> Vec<ItemId> {
    let mut names = Vec::new();
    for part in plan
        .children(id)
        .iter()
        .filter(|part| is_counted(plan.item(**part)))
    {
        if !counts_nothing(&handed[part.0 as usize], kind) {
            names.extend_from_slice(&found[part.0 as usize].uncounted);
        } else if plan.item(*part).kind.level().is_some() {
            names.push(*part);
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, id};

    fn tally(plan: &Plan, at: usize) -> Option<(u32, u32)> {
        progress(plan)[at].tally.map(|tally| (tally.done, tally.of))
    }

    #[test]
    fn tasks_count_and_branches_without_them_are_named() {
        let plan = Sample::default()
            .add(Kind::Milestone, "M")
            .add(Kind::Feature, "PRD-1")
            .under(0)
            .task(1, Status::Done)
            .task(1, Status::Active)
            .task(1, Status::Dropped)
            .task(1, Status::Done)
            .discovered()
            .add(Kind::Feature, "PRD-4")
            .under(0)
            .is(Status::Done)
            .plan();
        let of_milestone = &progress(&plan)[0];
        assert_eq!(tally(&plan, 0), Some((1, 2)));
        assert_eq!(
            (of_milestone.leaves, &of_milestone.uncounted[..]),
            (Some(Kind::Task), &[id(6)][..])
        );
    }

    #[test]
    fn without_tasks_stories_count() {
        let plan = Sample::default()
            .add(Kind::Feature, "F")
            .add(Kind::Story, "S")
            .under(0)
            .is(Status::Done)
            .plan();
        assert_eq!(
            (tally(&plan, 0), progress(&plan)[0].leaves),
            (Some((1, 1)), Some(Kind::Story))
        );
        assert_eq!(progress(&plan)[1], Progress::default());
    }

    #[test]
    fn unknown_is_not_nothing() {
        let some = Sample::default()
            .add(Kind::Phase, "1")
            .task(0, Status::Done)
            .task(0, Status::Unknown)
            .plan();
        assert_eq!(
            (tally(&some, 0), progress(&some)[0].without_status),
            (Some((1, 2)), 1)
        );
        let none = Sample::default()
            .add(Kind::Phase, "1")
            .task(0, Status::Unknown)
            .plan();
        assert_eq!(
            (tally(&none, 0), progress(&none)[0].leaves),
            (None, Some(Kind::Task))
        );
    }

    #[test]
    fn a_task_with_parts_is_no_leaf() {
        let plan = Sample::default()
            .add(Kind::Phase, "1")
            .task(0, Status::Done)
            .task(1, Status::Planned)
            .plan();
        assert_eq!(tally(&plan, 0), Some((0, 1)));
    }

    #[test]
    fn a_dropped_branch_leaves_what_it_became() {
        let plan = Sample::default()
            .add(Kind::Phase, "1")
            .add(Kind::Story, "S")
            .under(0)
            .is(Status::Dropped)
            .became(2)
            .task(1, Status::Done)
            .task(1, Status::Planned)
            .plan();
        assert_eq!(
            (tally(&plan, 0), tally(&plan, 1)),
            (Some((1, 1)), Some((1, 2)))
        );
    }

    #[test]
    fn circles_and_size_do_no_harm() {
        let plan = Sample::default()
            .add(Kind::Story, "a")
            .under(1)
            .add(Kind::Story, "b")
            .under(0)
            .plan();
        assert_eq!(progress(&plan)[0], Progress::default());
        let long = (0..10_000)
            .fold(Sample::default().add(Kind::Task, "0"), |plan, at| {
                plan.task(at, Status::Done)
            })
            .plan();
        assert_eq!(tally(&long, 0), Some((1, 1)));
    }
}
