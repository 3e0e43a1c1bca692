//! Work out of phase: begun or done while an earlier phase is not finished.

use std::collections::BTreeMap;

use crate::analyze::below;
use crate::analyze::completion::Completion;
use crate::analyze::progress::is_counted;
use crate::analyze::sequence::sequence;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// A task that was taken up before its turn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfPhase {
    /// The task.
    pub task: ItemId,
    /// The phase it is in.
    pub phase: ItemId,
    /// The earlier phases that are not finished, in their order.
    pub unfinished: Vec<ItemId>,
}

/// Every task out of phase, in the order of the plan. A phase of which nothing is known holds nobody up.
pub fn out_of_phase(plan: &Plan, unfinished: &BTreeMap<ItemId, Vec<ItemId>>) -> Vec<OutOfPhase> {
    let early = |task: ItemId| {
        let phase = below::above(plan, task)
            .into_iter()
            .find(|id| plan.item(*id).kind == Kind::Phase)?;
        let unfinished = unfinished.get(&phase)?.clone();
        (!unfinished.is_empty()).then_some(OutOfPhase {
            task,
            phase,
            unfinished,
        })
    };
    let begun = plan.of_kind(Kind::Task).filter(|(_, task)| {
        is_counted(task) && matches!(task.status(), Status::Active | Status::Done)
    });
    begun.filter_map(|(task, _)| early(task)).collect()
}

/// For each phase the earlier ones of its row that are known to be open.
pub fn unfinished_before(plan: &Plan, completion: &[Completion]) -> BTreeMap<ItemId, Vec<ItemId>> {
    let mut before = BTreeMap::new();
    for row in rows(plan).into_values() {
        let mut open = Vec::new();
        for phase in sequence(plan, row) {
            before.insert(phase, open.clone());
            open.extend(
                Some(phase).filter(|phase| completion[phase.0 as usize] == Completion::Open),
            );
        }
    }
    before
}

/// The phases that follow one another: parts of the same whole, their keys in the same scope.
fn rows(plan: &Plan) -> BTreeMap<(Option<ItemId>, &str), Vec<ItemId>> {
    let mut rows: BTreeMap<_, Vec<ItemId>> = BTreeMap::new();
    for (id, phase) in plan
        .of_kind(Kind::Phase)
        .filter(|(_, phase)| is_counted(phase))
    {
        let scope = phase.key.0.rsplit_once('/').map_or("", |(scope, _)| scope);
        rows.entry((plan.parent(id), scope)).or_default().push(id);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, id};

    fn found(first: Sample) -> Vec<OutOfPhase> {
        let plan = first
            .add(Kind::Phase, "2")
            .task(2, Status::Done)
            .task(2, Status::Planned)
            .plan();
        let completion = completion(&plan, &progress(&plan));
        out_of_phase(&plan, &unfinished_before(&plan, &completion))
    }

    fn phase(task: Status) -> Sample {
        Sample::default().add(Kind::Phase, "1").task(0, task)
    }

    #[test]
    fn begun_before_the_earlier_phase_ends() {
        assert_eq!(
            found(phase(Status::Planned)),
            [OutOfPhase {
                task: id(3),
                phase: id(2),
                unfinished: vec![id(0)]
            }]
        );
        assert!(found(phase(Status::Done)).is_empty());
        assert!(found(phase(Status::Unknown)).is_empty());
    }

    #[test]
    fn criteria_count_where_they_have_boxes() {
        let with = |done| {
            Sample::default()
                .add(Kind::Phase, "1")
                .criterion(done)
                .task(0, Status::Done)
        };
        assert_eq!(found(with(Some(false))).len(), 1);
        assert!(found(with(Some(true))).is_empty());
        assert!(found(with(None)).is_empty());
    }

    #[test]
    fn other_rows_are_other_plans() {
        assert!(
            found(
                Sample::default()
                    .add(Kind::Phase, "web/1")
                    .task(0, Status::Planned)
            )
            .is_empty()
        );
    }
}
