//! Whether an item is finished: by its own word, or by its own work.

use crate::analyze::progress::Progress;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// What is known of the end of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completion {
    /// It is done or dropped, or complete by its own tasks and criteria.
    Finished,
    /// Work on it is known to be left.
    Open,
    /// Nothing says so or otherwise.
    #[default]
    Unknown,
}

/// The completion of every item, by its number.
pub fn completion(plan: &Plan, progress: &[Progress]) -> Vec<Completion> {
    plan.items()
        .map(|(id, item)| of_item(item, id, progress))
        .collect()
}

fn of_item(item: &Item, id: ItemId, progress: &[Progress]) -> Completion {
    if matches!(item.status(), Status::Done | Status::Dropped) {
        return Completion::Finished;
    }
    match progress[id.0 as usize].tally {
        Some(tally) if tally.done == tally.of && criteria_hold(item) => Completion::Finished,
        Some(_) => Completion::Open,
        None if item.status().is_open() || !criteria_hold(item) => Completion::Open,
        // Boxes under an item never give it a status, so ticked ones alone finish nothing.
        None => Completion::Unknown,
    }
}

/// Whether no box of a criterion is empty; criteria without a box say nothing.
fn criteria_hold(item: &Item) -> bool {
    item.criteria
        .iter()
        .all(|criterion| criterion.done != Some(false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::Sample;
    use crate::model::kind::Kind;

    fn of_first(sample: Sample) -> Completion {
        let plan = sample.plan();
        completion(&plan, &progress(&plan))[0]
    }

    fn phase() -> Sample {
        Sample::default().add(Kind::Phase, "1")
    }

    #[test]
    fn own_words_and_own_work_finish() {
        assert_eq!(
            of_first(phase().is(Status::Done).task(0, Status::Planned)),
            Completion::Finished
        );
        assert_eq!(
            of_first(phase().is(Status::Active).task(0, Status::Done)),
            Completion::Finished
        );
        assert_eq!(of_first(phase().task(0, Status::Active)), Completion::Open);
        assert_eq!(
            of_first(phase().task(0, Status::Unknown)),
            Completion::Unknown
        );
    }

    #[test]
    fn empty_boxes_keep_it_open() {
        assert_eq!(
            of_first(phase().criterion(Some(false)).task(0, Status::Done)),
            Completion::Open
        );
        assert_eq!(
            of_first(phase().criterion(None).task(0, Status::Done)),
            Completion::Finished
        );
        assert_eq!(of_first(phase().criterion(Some(true))), Completion::Unknown);
    }
}
