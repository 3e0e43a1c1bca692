//! Where the status of an item and those of its parts cannot both be true.

use crate::analyze::progress::is_counted;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// How a status and those of the parts contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contrast {
    /// It is said to be done, and parts are open.
    DoneButOpenParts,
    /// It is said to be planned, and all its parts are done.
    PlannedButDoneParts,
}

/// An item whose status its parts contradict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The item.
    pub item: ItemId,
    /// The parts that contradict it, in the order of the plan.
    pub parts: Vec<ItemId>,
    /// How.
    pub contrast: Contrast,
}

/// Every contradiction, in the order of the plan.
///
/// Planned with parts that are begun is none: many plans state the status of the whole only when it ends.
pub fn contradictions(plan: &Plan) -> Vec<Contradiction> {
    let found = |(item, stated): (ItemId, &Item)| match stated.status() {
        Status::Done => contradiction(item, open_parts(plan, item), Contrast::DoneButOpenParts),
        Status::Planned => {
            contradiction(item, done_parts(plan, item), Contrast::PlannedButDoneParts)
        }
        _ => None,
    };
    plan.items().filter_map(found).collect()
}

fn contradiction(item: ItemId, parts: Vec<ItemId>, contrast: Contrast) -> Option<Contradiction> {
    (!parts.is_empty()).then_some(Contradiction {
        item,
        parts,
        contrast,
    })
}

/// The parts that are steps of the work: decisions and blockers may well outlive it.
fn parts(plan: &Plan, item: ItemId) -> impl Iterator<Item = (ItemId, Status)> {
    let parts = plan
        .children(item)
        .iter()
        .map(|part| (*part, plan.item(*part)));
    parts
        .filter(|(_, part)| part.kind.level().is_some() && is_counted(part))
        .map(|(id, part)| (id, part.status()))
}

fn open_parts(plan: &Plan, item: ItemId) -> Vec<ItemId> {
    parts(plan, item)
        .filter(|(_, status)| status.is_open())
        .map(|(id, _)| id)
        .collect()
}

/// All parts, if every one of them is done.
fn done_parts(plan: &Plan, item: ItemId) -> Vec<ItemId> {
    let all_done = parts(plan, item).all(|(_, status)| status == Status::Done);
    parts(plan, item)
        .filter(|_| all_done)
        .map(|(id, _)| id)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;

    fn found(whole: Status, parts: [Status; 2]) -> Vec<Contradiction> {
        let plan = Sample::default()
            .add(Kind::Story, "S")
            .is(whole)
            .task(0, parts[0])
            .task(0, parts[1])
            .plan();
        contradictions(&plan)
    }

    #[test]
    fn done_with_open_parts() {
        let contrast = Contrast::DoneButOpenParts;
        assert_eq!(
            found(Status::Done, [Status::Done, Status::Planned]),
            [Contradiction {
                item: id(0),
                parts: vec![id(2)],
                contrast
            }]
        );
        assert!(found(Status::Done, [Status::Done, Status::Unknown]).is_empty());
    }

    #[test]
    fn planned_with_done_parts() {
        assert_eq!(
            found(Status::Planned, [Status::Done, Status::Done]).len(),
            1
        );
        assert_eq!(
            found(Status::Planned, [Status::Done, Status::Dropped]).len(),
            1
        );
        assert!(found(Status::Planned, [Status::Done, Status::Active]).is_empty());
        assert!(found(Status::Active, [Status::Done, Status::Done]).is_empty());
    }
}
