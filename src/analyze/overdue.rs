//! What should have been finished by now and is known not to be.

use std::collections::BTreeMap;

use crate::analyze::below::above;
use crate::analyze::completion::Completion;
use crate::analyze::deadline::deadline;
use crate::analyze::progress::is_counted;
use crate::model::date::Date;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;

/// An item whose time has passed and that is said to be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// The item.
    pub item: ItemId,
    /// How many days ago the last day was that its date left.
    pub days: i64,
}

/// Every overdue item, in the order of the plan. A whole is let be where a part of it that was due no later is overdue.
pub fn overdue(plan: &Plan, completion: &[Completion], today: Date) -> Vec<Overdue> {
    let is_open = |id: ItemId| completion[id.0 as usize] != Completion::Finished;
    let late: Vec<(ItemId, Date)> = plan
        .items()
        .filter(|(id, item)| is_judged(item) && is_open(*id))
        .filter_map(|(id, item)| Some((id, deadline(item.due.as_ref()?.value)?)))
        .filter(|(_, last)| *last < today)
        .collect();
    let told = told_by_parts(plan, &late);
    let is_news = |(id, last): &(ItemId, Date)| told.get(id).is_none_or(|part| part > last);
    late.into_iter()
        .filter(is_news)
        .map(|(item, last)| Overdue {
            item,
            days: today.days_since(last),
        })
        .collect()
}

/// Only what is said to be open can be overdue. Sprints end by themselves.
fn is_judged(item: &Item) -> bool {
    item.kind != Kind::Sprint && item.status().is_open() && is_counted(item)
}

/// For each whole, when the earliest of its overdue parts was due.
fn told_by_parts(plan: &Plan, late: &[(ItemId, Date)]) -> BTreeMap<ItemId, Date> {
    let mut told = BTreeMap::new();
    for (part, last) in late {
        for whole in above(plan, *part) {
            let earliest = told.entry(whole).or_insert(*last);
            *earliest = (*earliest).min(*last);
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, date};
    use crate::model::status::Status;

    fn found(sample: Sample) -> Vec<(u32, i64)> {
        let plan = sample.plan();
        let completion = completion(&plan, &progress(&plan));
        overdue(&plan, &completion, date("2026-01-29"))
            .into_iter()
            .map(|late| (late.item.0, late.days))
            .collect()
    }

    fn milestone(status: Status) -> Sample {
        Sample::default().add(Kind::Milestone, "M").is(status)
    }

    #[test]
    fn what_is_open_after_its_day_is_overdue() {
        let due = |status| milestone(status).due("2026-01-27");
        assert_eq!(found(due(Status::Active)), [(0, 2)]);
        assert_eq!(found(milestone(Status::Active).due("2026-01-29")), []);
        for status in [Status::Unknown, Status::Done, Status::Dropped] {
            assert_eq!(found(due(status)), [], "{status:?}");
        }
        assert_eq!(found(due(Status::Active).task(0, Status::Done)), []);
        assert_eq!(found(due(Status::Active).discovered()), []);
    }

    #[test]
    fn about_a_day_is_its_week() {
        let about = milestone(Status::Planned).due_about("2026-01-27", true);
        assert_eq!(found(about), []);
        let earlier = milestone(Status::Planned).due_about("2026-01-20", true);
        assert_eq!(found(earlier), [(0, 4)]);
    }

    #[test]
    fn a_part_speaks_for_its_whole() {
        let with = |part| {
            milestone(Status::Active)
                .due("2026-01-27")
                .task(0, Status::Planned)
                .due(part)
        };
        assert_eq!(found(with("2026-01-20")), [(1, 9)]);
        assert_eq!(found(with("2026-01-28")), [(0, 2), (1, 1)]);
        assert_eq!(found(with("2026-02-20")), [(0, 2)]);
    }

    #[test]
    fn a_sprint_ends_by_itself() {
        let sprint = Sample::default().add(Kind::Sprint, "1").is(Status::Active);
        assert_eq!(found(sprint.due("2026-01-01")), []);
    }
}
