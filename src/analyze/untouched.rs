//! Milestones that are said to be in work while nobody touches the documents that tell of them.

use std::collections::BTreeSet;

use crate::analyze::below::below;
use crate::analyze::progress::is_counted;
use crate::analyze::sprint::Sprint;
use crate::model::date::Date;
use crate::model::item::{Item, Role};
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;
use crate::text::span::FileId;

/// How many days a milestone in work may rest where nothing tells how long a sprint is.
const USUAL: u32 = 28;

/// No sprint is longer; what is, is a phase.
const LONGEST: i64 = 92;

/// No more milestones than this are looked at: hardly anyone works on more at a time.
const MOST: usize = 16;

/// A milestone whose documents nobody touched for longer than a sprint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Untouched {
    /// The milestone.
    pub milestone: ItemId,
    /// When one of its documents was touched last.
    pub last: Date,
    /// How many days ago that was.
    pub days: i64,
    /// How many days it may rest.
    pub patience: u32,
}

/// Every milestone in work whose documents rest for too long, in the order of the plan.
///
/// `last_before` is asked when any of some documents was touched last; it answers if that was before a day.
pub fn untouched(
    plan: &Plan,
    patience: u32,
    today: Date,
    last_before: impl Fn(&BTreeSet<FileId>, Date) -> Option<Date>,
) -> Vec<Untouched> {
    let in_work = plan.of_kind(Kind::Milestone);
    let in_work = in_work.filter(|(_, item)| item.status() == Status::Active && is_counted(item));
    let rests = |(milestone, _): (ItemId, &Item)| {
        let since = today.minus_days(u64::from(patience));
        let last = last_before(&documents(plan, milestone), since)?;
        Some(Untouched {
            milestone,
            last,
            days: today.days_since(last),
            patience,
        })
    };
    in_work.take(MOST).filter_map(rests).collect()
}

/// How long a sprint is: as set, else as the sprint that ends last has it.
pub fn patience<'a>(
    plan: &Plan,
    figures: impl Fn(ItemId) -> Option<&'a Sprint>,
    set: Option<u32>,
) -> u32 {
    let length = |(id, item): (ItemId, &Item)| {
        let sprint = figures(id).filter(|sprint| !sprint.is_week)?;
        let (start, end) = (item.start.as_ref()?.value.day?, sprint.end?);
        let days = end.days_since(start) + 1;
        (7..=LONGEST).contains(&days).then_some((end, days))
    };
    let written = plan.of_kind(Kind::Sprint).filter_map(length).max();
    let written = written.and_then(|(_, days)| u32::try_from(days).ok());
    set.or(written).unwrap_or(USUAL)
}

/// The documents that tell of a milestone and of what is below it; those that only mention it say nothing.
fn documents(plan: &Plan, milestone: ItemId) -> BTreeSet<FileId> {
    let parts = below(plan, milestone);
    let items = std::iter::once(&milestone).chain(&parts);
    let sources = items.flat_map(|id| &plan.item(*id).sources);
    sources
        .filter(|source| source.role != Role::Elsewhere)
        .map(|source| source.place.file)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, date};
    use crate::analyze::sprint::sprints;

    #[test]
    fn milestones_in_work_must_not_rest() {
        let found = |status, last: &str| {
            let plan = Sample::default()
                .add(Kind::Milestone, "M")
                .is(status)
                .plan();
            let last = date(last);
            let before = |_: &BTreeSet<FileId>, day| Some(last).filter(|last| *last < day);
            let found = untouched(&plan, 14, date("2026-01-29"), before);
            found.first().map(|untouched| untouched.days)
        };
        assert_eq!(found(Status::Active, "2026-01-14"), Some(15));
        assert_eq!(found(Status::Active, "2026-01-15"), None);
        assert_eq!(found(Status::Planned, "2026-01-01"), None);
    }

    #[test]
    fn a_sprint_is_as_long_as_it_is_written() {
        let sprint = |name| Sample::default().add(Kind::Sprint, name);
        let length = |sample: Sample, set| {
            let plan = sample.plan();
            let sprints = sprints(&plan, date("2026-01-29"));
            patience(&plan, |id| sprints[id.0 as usize].as_ref(), set)
        };
        let dated = || sprint("S-1").starts("2026-01-05").due("2026-01-25");
        assert_eq!(length(dated(), None), 21);
        assert_eq!(length(dated(), Some(10)), 10);
        assert_eq!(length(sprint("S-1").due("2026-01-25"), None), USUAL);
    }
}
