//! Phases that lead to no milestone, in roadmaps whose other phases do.

use std::collections::BTreeMap;

use crate::analyze::habit::{Habit, Keeps, Member, habits};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// So many phases of a roadmap must have a milestone.
const FEW: usize = 2;

/// The habit of each roadmap in which phases have milestones.
pub fn without_milestone(plan: &Plan) -> Vec<Habit> {
    let mut roadmaps: BTreeMap<Option<ItemId>, Vec<Member<'_>>> = BTreeMap::new();
    for (id, phase) in plan.of_kind(Kind::Phase) {
        let source = phase.sources.first();
        let member = source.map(|source| Member::new(plan, id, keeps(plan, id, phase), *source));
        roadmaps.entry(plan.parent(id)).or_default().extend(member);
    }
    roadmaps
        .into_values()
        .flat_map(|phases| habits(&phases, FEW))
        .collect()
}

fn keeps(plan: &Plan, id: ItemId, phase: &Item) -> Keeps {
    let mut parts = plan.children(id).iter();
    let has_one = parts.any(|part| plan.item(*part).kind == Kind::Milestone);
    let is_over = matches!(phase.status(), Status::Done | Status::Dropped);
    match (has_one, is_over) {
        (true, _) => Keeps::Yes,
        (false, true) => Keeps::Excused,
        (false, false) => Keeps::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::Sample;

    #[test]
    fn phases_of_one_roadmap_are_compared() {
        let plan = |status| {
            Sample::default()
                .add(Kind::Phase, "1")
                .add(Kind::Milestone, "M-1")
                .under(0)
                .add(Kind::Phase, "2")
                .add(Kind::Milestone, "M-2")
                .under(2)
                .add(Kind::Phase, "3")
                .is(status)
                .add(Kind::Milestone, "M-3")
                .add(Kind::Phase, "a")
                .under(5)
                .plan()
        };
        let found = without_milestone(&plan(Status::Planned));
        let breaks: Vec<_> = found.iter().map(|habit| habit.breaks.as_slice()).collect();
        assert_eq!(breaks, [[ItemId(4)]]);
        assert!(without_milestone(&plan(Status::Done)).is_empty());
    }
}
