//! What the running sprint or week holds although something stands in its way.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::obstacle::{Known, Ways};
use crate::analyze::sprint::{Sprint, members, week};
use crate::model::date::{Date, Week};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::movement::Change;
use crate::model::plan::Plan;
use crate::model::status::Status;
use crate::text::span::Place;

/// An item that is planned for now and cannot go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Impeded {
    /// The item.
    pub item: ItemId,
    /// The sprint or week.
    pub sprint: ItemId,
    /// Where it is planned for it.
    pub place: Place,
    /// What stands in its way, in the order of the plan; nothing where its own status alone says so.
    pub by: Vec<ItemId>,
}

/// Where an item is planned for a sprint, and whether a week says so, which knows nothing of the item's own status.
#[derive(Clone, Copy)]
struct Planned {
    place: Place,
    in_week: bool,
}

/// Every item that is planned for a running sprint and impeded, each once.
pub fn impeded(known: &Known<'_>, sprints: &[Option<Sprint>], today: Date) -> Vec<Impeded> {
    let members = members(known.plan);
    let running = known.plan.items().filter(|(id, item)| {
        let sprint = sprints[id.0 as usize].as_ref();
        sprint.is_some_and(|sprint| runs(item, sprint, today))
    });
    let mut seen = BTreeSet::new();
    let found = running.flat_map(|(id, _)| of_sprint(known, id, &members[id.0 as usize]));
    found.filter(|found| seen.insert(found.item)).collect()
}

fn of_sprint(known: &Known<'_>, sprint: ItemId, members: &[ItemId]) -> Vec<Impeded> {
    let plan = known.plan;
    let planned = planned(plan, plan.item(sprint), members);
    let mut ways = Ways::new(known, planned.keys().copied());
    let impeded = |(item, planned): (&ItemId, &Planned)| {
        let by = ways.obstacles(*item);
        let says_so = planned.in_week && plan.item(*item).status() == Status::Blocked;
        (says_so || !by.is_empty()).then_some(Impeded {
            item: *item,
            sprint,
            place: planned.place,
            by,
        })
    };
    planned.iter().filter_map(impeded).collect()
}

/// Whether it is the sprint of today: by its dates, or, where it has none, by its status.
fn runs(item: &Item, sprint: &Sprint, today: Date) -> bool {
    let start = item.start.as_ref().and_then(|start| start.value.day);
    let start = start.or_else(|| week(item).map(Week::monday));
    let is_active = item.status() == Status::Active;
    let is_over = sprint.finished || matches!(item.status(), Status::Done | Status::Dropped);
    !is_over
        && start.map_or(is_active, |start| {
            start <= today && (sprint.end.is_some() || is_active)
        })
}

/// The items of a sprint. What left the week again, is done or is said to be blocked is not planned any more.
fn planned(plan: &Plan, sprint: &Item, members: &[ItemId]) -> BTreeMap<ItemId, Planned> {
    let stated = members.iter().filter_map(|member| {
        let place = plan.item(*member).sprint.as_ref()?.place;
        let in_week = false;
        Some((*member, Planned { place, in_week }))
    });
    let mut planned: BTreeMap<ItemId, Planned> = stated.collect();
    for line in &sprint.movements {
        if let (Some(to), Change::Entered | Change::Carried) = (line.item.to, line.change) {
            let place = line.item.place;
            let in_week = true;
            planned.insert(to, Planned { place, in_week });
        }
    }
    for line in &sprint.movements {
        let to = line
            .item
            .to
            .filter(|_| matches!(line.change, Change::Blocked | Change::Done | Change::Left));
        to.and_then(|to| planned.remove(&to));
    }
    planned.retain(|id, _| is_wanted(plan.item(*id)));
    planned
}

fn is_wanted(item: &Item) -> bool {
    item.kind.level().is_some() && !matches!(item.status(), Status::Done | Status::Dropped)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, date, id};
    use crate::analyze::schedule::Schedule;
    use crate::analyze::sprint::sprints;
    use crate::model::kind::Kind;

    fn found(sample: Sample, today: &str) -> Vec<(u32, Vec<ItemId>)> {
        let plan = &sample.plan();
        let (completion, schedule) = (completion(plan, &progress(plan)), Schedule::new(plan));
        let known = Known {
            plan,
            schedule: &schedule,
            completion: &completion,
        };
        let today = date(today);
        impeded(&known, &sprints(plan, today), today)
            .into_iter()
            .map(|found| (found.item.0, found.by))
            .collect()
    }

    /// A sprint that runs, and a task in it.
    fn sprint() -> Sample {
        Sample::default()
            .add(Kind::Sprint, "S-1")
            .is(Status::Active)
            .add(Kind::Task, "T-1")
            .is(Status::Planned)
            .during(0)
    }

    #[test]
    fn blockers_and_open_needs_impede() {
        let blocked = sprint().add(Kind::Blocker, "B").blocks(1);
        assert_eq!(found(blocked, "2026-02-10"), [(1, vec![id(2)])]);
        let waits = |status| sprint().needs(2).add(Kind::Task, "T-2").is(status);
        assert_eq!(found(waits(Status::Planned), "2026-02-10").len(), 1);
        assert_eq!(found(waits(Status::Done), "2026-02-10"), []);
        assert_eq!(found(waits(Status::Unknown), "2026-02-10"), []);
    }

    #[test]
    fn one_after_the_other_in_a_sprint_is_fine() {
        let both = sprint().needs(2).add(Kind::Task, "T-2");
        assert_eq!(found(both.is(Status::Planned).during(0), "2026-02-10"), []);
        let story = sprint().needs(2).add(Kind::Story, "US-1");
        let begun = story.task(2, Status::Active).during(0);
        assert_eq!(found(begun, "2026-02-10"), []);
        let beside = sprint().under(2).needs(3).add(Kind::Milestone, "M");
        let beside = beside.task(2, Status::Planned);
        assert_eq!(found(beside, "2026-02-10"), [(1, vec![id(3)])]);
    }

    #[test]
    fn a_week_says_what_it_knows() {
        let week = |change| {
            Sample::default()
                .add(Kind::Sprint, "2026-W07")
                .moves(Change::Entered, 1)
                .moves(change, 1)
                .add(Kind::Task, "T-1")
                .is(Status::Blocked)
        };
        assert_eq!(found(week(Change::Carried), "2026-02-10"), [(1, vec![])]);
        assert_eq!(found(week(Change::Blocked), "2026-02-10"), []);
        assert_eq!(found(week(Change::Carried), "2026-02-16"), []);
        assert_eq!(found(week(Change::Carried), "2026-02-08"), []);
    }

    #[test]
    fn parts_wait_with_their_whole() {
        let part = sprint()
            .under(2)
            .add(Kind::Story, "US-1")
            .add(Kind::Blocker, "B")
            .blocks(2);
        assert_eq!(found(part, "2026-02-10"), [(1, vec![id(3)])]);
    }
}
