//! What the running sprint or week holds although something stands in its way.

use std::collections::{BTreeMap, BTreeSet};

use crate::analyze::below::above;
use crate::analyze::completion::Completion;
use crate::analyze::readiness::blockers;
use crate::analyze::schedule::Schedule;
use crate::analyze::sprint::{Sprint, members, week};
use crate::model::date::Date;
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

/// Where an item is planned for a sprint, and whether a week says so, which knows nothing of the item's own status.
#[derive(Clone, Copy)]
struct Planned {
    place: Place,
    in_week: bool,
}

/// Every item that is planned for a running sprint and impeded, each once.
pub fn impeded(known: &Known<'_>, sprints: &[Option<Sprint>], today: Date) -> Vec<Impeded> {
    let members = members(known.plan);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (sprint, item) in known.plan.items() {
        let runs = |figures: &Sprint| runs(item, figures, today);
        if !sprints[sprint.0 as usize].as_ref().is_some_and(runs) {
            continue;
        }
        let planned = planned(known.plan, item, &members[sprint.0 as usize]);
        let mut ways = Ways {
            known,
            in_work: InWork::new(known.plan, planned.keys().copied()),
            seen: BTreeMap::new(),
        };
        for (member, planned_at) in &planned {
            let by = ways.obstacles(*member);
            let status = known.plan.item(*member).status();
            let is_stuck = !by.is_empty() || planned_at.in_week && status == Status::Blocked;
            if is_stuck && seen.insert(*member) {
                found.push(Impeded {
                    item: *member,
                    sprint,
                    place: planned_at.place,
                    by,
                });
            }
        }
    }
    found
}

/// Whether it is the sprint of today: by its dates, or, where it has none, by its status.
fn runs(item: &Item, sprint: &Sprint, today: Date) -> bool {
    let start = item.start.as_ref().and_then(|start| start.value.day);
    let start = start.or_else(|| week(item).map(|week| week.monday()));
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
struct Ways<'a> {
    known: &'a Known<'a>,
    in_work: InWork,
    seen: BTreeMap<ItemId, Vec<ItemId>>,
}

impl Ways<'_> {
    /// What stands in the way of an item itself, and of what it is a part of.
    fn obstacles(&mut self, id: ItemId) -> Vec<ItemId> {
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
    use crate::analyze::sample::{Sample, date, id};
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
