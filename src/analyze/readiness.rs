//! Which open tasks can be begun, and what the others wait for.

use std::collections::BTreeMap;

use crate::analyze::below;
use crate::analyze::completion::Completion;
use crate::analyze::schedule::Schedule;
use crate::model::date::Week;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// Whether a task can go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Readiness {
    /// Nothing stands in its way.
    Ready,
    /// These must be finished first.
    Waiting(Vec<ItemId>),
    /// These obstacles are open; none are named where its status alone says so, or the sheet of the week.
    Blocked(Vec<ItemId>),
}

/// The readiness of every open task, by its number; discovered ones are not in the plan yet and have none.
pub fn readiness(
    plan: &Plan,
    schedule: &Schedule,
    completion: &[Completion],
    halted: &BTreeMap<ItemId, Week>,
) -> Vec<Option<Readiness>> {
    let needs = Needs::new(plan, schedule, completion);
    let judged =
        |item: &Item| item.kind == Kind::Task && item.status().is_open() && !item.discovered;
    let of_task = |id| {
        let is_halted = halted.contains_key(&id) || plan.item(id).status() == Status::Blocked;
        judge(plan, is_halted, needs.of(id))
    };
    plan.items()
        .map(|(id, item)| judged(item).then(|| of_task(id)))
        .collect()
}

/// The open obstacles that block an item itself.
pub fn blockers(
    plan: &Plan,
    schedule: &Schedule,
    completion: &[Completion],
    id: ItemId,
) -> Vec<ItemId> {
    let needs = schedule.needs(id).iter().copied();
    needs
        .filter(|need| plan.item(*need).kind == Kind::Blocker && is_open(completion, *need))
        .collect()
}

/// Whether an item is blocked itself: by its status, or by an open obstacle.
pub fn is_stuck(plan: &Plan, schedule: &Schedule, completion: &[Completion], id: ItemId) -> bool {
    plan.item(id).status() == Status::Blocked
        || !blockers(plan, schedule, completion, id).is_empty()
}

/// What is not known to be finished is waited for.
fn is_open(completion: &[Completion], id: ItemId) -> bool {
    completion[id.0 as usize] != Completion::Finished
}

/// What the parts of an item wait for because it does. A whole may depend on its own parts; they do not wait for one another.
fn outer_needs(
    plan: &Plan,
    schedule: &Schedule,
    completion: &[Completion],
    id: ItemId,
) -> Vec<ItemId> {
    let outside = |need: &ItemId| *need != id && !below::above(plan, *need).contains(&id);
    let needs = schedule.needs(id).iter().copied();
    needs
        .filter(|need| is_open(completion, *need) && outside(need))
        .collect()
}

/// What open items wait for, where what holds for a whole holds for its parts.
pub struct Needs<'a> {
    plan: &'a Plan,
    schedule: &'a Schedule,
    completion: &'a [Completion],
    /// What the parts of each item wait for because it does, by its number.
    outer: Vec<Vec<ItemId>>,
}

impl<'a> Needs<'a> {
    /// Of this plan.
    pub fn new(plan: &'a Plan, schedule: &'a Schedule, completion: &'a [Completion]) -> Self {
        let items = plan.items();
        let outer = items.map(|(id, _)| outer_needs(plan, schedule, completion, id));
        Self {
            outer: outer.collect(),
            plan,
            schedule,
            completion,
        }
    }

    /// What must be finished before an item, obstacles included.
    pub fn of(&self, id: ItemId) -> Vec<ItemId> {
        let own = self.schedule.needs(id).iter().copied();
        let own = own.filter(|need| is_open(self.completion, *need));
        let above = below::above(self.plan, id);
        let inherited = above
            .iter()
            .flat_map(|whole| self.outer[whole.0 as usize].iter().copied());
        let mut needs: Vec<ItemId> = own.chain(inherited).collect();
        needs.sort_unstable();
        needs.dedup();
        needs
    }
}

fn judge(plan: &Plan, is_halted: bool, needs: Vec<ItemId>) -> Readiness {
    let (blockers, waiting): (Vec<_>, Vec<_>) = needs
        .into_iter()
        .partition(|need| plan.item(*need).kind == Kind::Blocker);
    if !blockers.is_empty() || is_halted {
        Readiness::Blocked(blockers)
    } else if waiting.is_empty() {
        Readiness::Ready
    } else {
        Readiness::Waiting(waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, id};

    fn of(sample: Sample, at: usize) -> Option<Readiness> {
        let plan = sample.plan();
        let completion = completion(&plan, &progress(&plan));
        readiness(&plan, &Schedule::new(&plan), &completion, &BTreeMap::new())[at].clone()
    }

    fn story() -> Sample {
        Sample::default().add(Kind::Story, "S")
    }

    #[test]
    fn unfinished_needs_are_waited_for() {
        let with = |status| story().task(0, status).task(0, Status::Planned).needs(1);
        assert_eq!(of(with(Status::Done), 2), Some(Readiness::Ready));
        assert_eq!(
            of(with(Status::Unknown), 2),
            Some(Readiness::Waiting(vec![id(1)]))
        );
        assert_eq!(of(with(Status::Done), 1), None);
    }

    #[test]
    fn open_blockers_block() {
        let with = |status| {
            story()
                .task(0, Status::Active)
                .add(Kind::Blocker, "B")
                .blocks(1)
                .is(status)
        };
        assert_eq!(
            of(with(Status::Unknown), 1),
            Some(Readiness::Blocked(vec![id(2)]))
        );
        assert_eq!(of(with(Status::Done), 1), Some(Readiness::Ready));
        assert_eq!(
            of(story().task(0, Status::Blocked), 1),
            Some(Readiness::Blocked(Vec::new()))
        );
    }

    #[test]
    fn the_sheet_of_the_week_blocks() {
        let plan = story().task(0, Status::Planned).plan();
        let completion = completion(&plan, &progress(&plan));
        let halted = Week::new(2026, 7).map(|week| (id(1), week));
        let halted = halted.into_iter().collect();
        let found = readiness(&plan, &Schedule::new(&plan), &completion, &halted);
        assert_eq!(found[1], Some(Readiness::Blocked(Vec::new())));
    }

    #[test]
    fn parts_wait_for_what_the_whole_needs() {
        let plan = story()
            .needs(1)
            .add(Kind::Phase, "1")
            .task(0, Status::Planned);
        assert_eq!(of(plan, 2), Some(Readiness::Waiting(vec![id(1)])));
        let of_its_parts = story()
            .needs(1)
            .task(0, Status::Planned)
            .task(0, Status::Planned);
        assert_eq!(of(of_its_parts, 2), Some(Readiness::Ready));
    }
}
