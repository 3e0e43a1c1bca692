//! Needs that are due after the items that wait for them.

use crate::analyze::below::above;
use crate::analyze::completion::Completion;
use crate::analyze::deadline::{deadline, earliest};
use crate::analyze::schedule::Schedule;
use crate::model::date::Date;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::when::When;

/// An item, and what it waits for beyond its own date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaterNeed {
    /// The item.
    pub item: ItemId,
    /// What it waits for.
    pub need: ItemId,
}

/// Every need that is due later, in the order of the plan. Times that overlap may both be kept.
pub fn later_needs(plan: &Plan, schedule: &Schedule, completion: &[Completion]) -> Vec<LaterNeed> {
    let is_open = |id: &ItemId| completion[id.0 as usize] != Completion::Finished;
    let mut found = Vec::new();
    for (item, _) in plan.items().filter(|(id, _)| is_open(id)) {
        let Some(last) = due(plan, item, deadline) else {
            continue;
        };
        let needs = schedule.needs(item).iter().copied().filter(is_open);
        let later = needs.filter(|need| due(plan, *need, earliest).is_some_and(|day| day > last));
        // A part that waits for its whole says that it comes last, not that the whole is finished.
        let later = later.filter(|need| !above(plan, item).contains(need));
        found.extend(later.map(|need| LaterNeed { item, need }));
    }
    found
}

fn due(plan: &Plan, id: ItemId, which: fn(When) -> Option<Date>) -> Option<Date> {
    which(plan.item(id).due.as_ref()?.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;
    use crate::model::status::Status;

    fn found(sample: Sample) -> Vec<LaterNeed> {
        let plan = sample.plan();
        let completion = completion(&plan, &progress(&plan));
        later_needs(&plan, &Schedule::new(&plan), &completion)
    }

    fn story(due: &str) -> Sample {
        let story = Sample::default().add(Kind::Story, "S").is(Status::Planned);
        story.due(due).needs(1).add(Kind::Story, "N")
    }

    #[test]
    fn needs_must_not_be_due_later() {
        let pair = LaterNeed {
            item: id(0),
            need: id(1),
        };
        assert_eq!(found(story("2026-02-01").due("2026-03-01")), [pair]);
        assert_eq!(found(story("2026-02-01").due("2026-02-01")), []);
        assert_eq!(found(story("2026-02-01")), []);
        let done = story("2026-02-01").due("2026-03-01").is(Status::Done);
        assert_eq!(found(done), []);
    }

    #[test]
    fn about_the_same_time_is_no_matter() {
        let about = story("2026-02-10").due_about("2026-02-12", true);
        assert_eq!(found(about), []);
        let later = story("2026-02-10").due_about("2026-02-17", true);
        assert_eq!(found(later).len(), 1);
    }

    #[test]
    fn a_part_may_wait_for_its_whole() {
        let part = Sample::default()
            .add(Kind::Story, "S")
            .due("2026-02-01")
            .needs(1)
            .under(1);
        assert_eq!(found(part.add(Kind::Milestone, "M").due("2026-03-01")), []);
    }
}
