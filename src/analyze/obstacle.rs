//! What stands in the way of work that is planned for one time.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::below::above;
use crate::analyze::completion::Completion;
use crate::analyze::readiness::blockers;
use crate::analyze::schedule::Schedule;
use crate::model::key::ItemId;
use crate::model::plan::Plan;

/// What is known of the plan beforehand.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What must come before what.
    pub schedule: &'a Schedule,
    /// The completion of every item.
    pub completion: &'a [Completion],
}

/// No more obstacles than this are told of one item.
const MOST: usize = 32;

/// What is worked on in the same time.
struct InWork {
    /// What is planned.
    planned: BTreeSet<ItemId>,
    /// What the planned is a part of.
    wholes: BTreeSet<ItemId>,
}

impl InWork {
    fn new(plan: &Plan, planned: impl Iterator<Item = ItemId>) -> Self {
        let planned: BTreeSet<ItemId> = planned.collect();
        let wholes = planned.iter().flat_map(|id| above(plan, *id));
        Self {
            wholes: wholes.collect(),
            planned,
        }
    }

    /// Whether it is planned, or a part of what is, or has a part that is.
    fn has(&self, id: ItemId, above: &[ItemId]) -> bool {
        let is_planned = |id: &ItemId| self.planned.contains(id);
        self.wholes.contains(&id) || is_planned(&id) || above.iter().any(is_planned)
    }
}

/// Open blockers of an item, and what else it waits for, as far as that is known to be open and not worked on in the
/// same time.
fn obstacles(known: &Known<'_>, id: ItemId, in_work: &InWork) -> Vec<ItemId> {
    let Known {
        plan,
        schedule,
        completion,
    } = *known;
    let wholes = above(plan, id);
    let stands_apart = |need: &ItemId| {
        let above = above(plan, *need);
        // A whole that waits for its parts holds none of them up, nor does a part its whole.
        !in_work.has(*need, &above) && *need != id && !wholes.contains(need) && !above.contains(&id)
    };
    let needs = schedule.needs(id).iter().copied();
    let open = needs.filter(|need| completion[need.0 as usize] == Completion::Open);
    let mut found = blockers(plan, schedule, completion, id);
    found.extend(open.filter(stands_apart).take(MOST));
    found.truncate(MOST);
    found
}

/// The obstacles of everything in a sprint; what is a part of the same whole shares those of the whole.
pub struct Ways<'a> {
    known: &'a Known<'a>,
    in_work: InWork,
    seen: BTreeMap<ItemId, Vec<ItemId>>,
}

impl<'a> Ways<'a> {
    /// The obstacles of what is planned for one time.
    pub fn new(known: &'a Known<'a>, planned: impl Iterator<Item = ItemId>) -> Self {
        Self {
            known,
            in_work: InWork::new(known.plan, planned),
            seen: BTreeMap::new(),
        }
    }

    /// What stands in the way of an item itself, and of what it is a part of.
    pub fn obstacles(&mut self, id: ItemId) -> Vec<ItemId> {
        let mut found = Vec::new();
        for waits in std::iter::once(id).chain(above(self.known.plan, id)) {
            let own = || obstacles(self.known, waits, &self.in_work);
            found.extend_from_slice(self.seen.entry(waits).or_insert_with(own));
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;
    use crate::model::status::Status;

    fn of_first(sample: Sample, planned: &[u32]) -> Vec<ItemId> {
        let plan = &sample.plan();
        let (completion, schedule) = (completion(plan, &progress(plan)), Schedule::new(plan));
        let known = Known {
            plan,
            schedule: &schedule,
            completion: &completion,
        };
        Ways::new(&known, planned.iter().copied().map(id)).obstacles(id(0))
    }

    #[test]
    fn what_is_planned_for_the_same_time_is_no_obstacle() {
        let two = || Sample::default().add(Kind::Task, "T-1").needs(1);
        let two = || two().add(Kind::Task, "T-2").is(Status::Planned);
        assert_eq!(of_first(two(), &[0]), [id(1)]);
        assert_eq!(of_first(two(), &[0, 1]), []);
    }

    #[test]
    fn wholes_hand_their_obstacles_down() {
        let part = Sample::default().add(Kind::Task, "T-1").under(1);
        let part = part.add(Kind::Story, "US-1").needs(2);
        let part = part.add(Kind::Story, "US-2").is(Status::Active);
        assert_eq!(of_first(part, &[0]), [id(2)]);
        let of_its_whole = Sample::default().add(Kind::Task, "T-1").under(1).needs(1);
        let of_its_whole = of_its_whole.add(Kind::Story, "US-1").is(Status::Active);
        assert_eq!(of_first(of_its_whole, &[0]), []);
    }
}
