//! How an item stands, and why, in words.

use std::collections::BTreeMap;

use crate::analyze::completion::Completion;
use crate::analyze::critical::CriticalPath;
use crate::analyze::deadline::deadline;
use crate::analyze::pace::{Pace, short_of_time};
use crate::analyze::progress::Progress;
use crate::analyze::readiness::blockers;
use crate::analyze::schedule::Schedule;
use crate::analyze::wording::{due_words, named, status_words, work_words};
use crate::model::date::{Date, Week};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};
use crate::model::status::Status;

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// It is finished.
    Done,
    /// Nothing speaks against its date.
    OnTrack,
    /// Something speaks against its date.
    AtRisk,
    /// Its date has passed, and it is known to be open.
    Late,
    /// Too little is written to say.
    Unknown,
}

impl Standing {
    /// The word in plan.json.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::OnTrack => "on track",
            Self::AtRisk => "at risk",
            Self::Late => "late",
            Self::Unknown => "unknown",
        }
    }
}

/// How an item stands, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// How it stands.
    pub value: Standing,
    /// The reason.
    pub why: Reason,
}

/// What health is judged by.
#[derive(Clone, Copy, Debug)]
pub struct Grounds<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The day that counts as today.
    pub today: Date,
    /// The progress of every item.
    pub progress: &'a [Progress],
    /// The completion of every item.
    pub completion: &'a [Completion],
    /// What must come before what.
    pub schedule: &'a Schedule,
    /// The critical path of every item.
    pub paths: &'a [Option<CriticalPath>],
    /// Which items are blocked themselves.
    pub stuck: &'a [bool],
    /// What the sheet of a week says is blocked, and of which.
    pub halted: &'a BTreeMap<ItemId, Week>,
    /// How fast the team was, if that is known.
    pub pace: Option<Pace>,
}

/// The health of an item; none where it is dropped or of a kind that lies across the levels.
pub fn health(grounds: &Grounds<'_>, id: ItemId) -> Option<Health> {
    let item = grounds.plan.item(id);
    let judged = item.kind.level().is_some() && item.status() != Status::Dropped;
    let steps = [done, past_due, at_risk];
    let health = || {
        steps
            .iter()
            .find_map(|step| step(grounds, id, item))
            .unwrap_or_else(|| on_track(grounds, id, item))
    };
    judged.then(health)
}

fn says(value: Standing, why: Reason) -> Health {
    Health { value, why }
}

/// Said to be done; or, where nothing is said, complete by its own work.
fn done(grounds: &Grounds<'_>, id: ItemId, item: &Item) -> Option<Health> {
    let finished = grounds.completion[id.0 as usize] == Completion::Finished;
    let day = item.done.as_ref().and_then(|done| done.value.day);
    let why = match (item.status(), day) {
        (Status::Done, Some(day)) => Reason::new("done on {date}").with("date", Part::Day(day)),
        (Status::Done, None) => status_words(item),
        (Status::Unknown, _) if finished => work_words(&grounds.progress[id.0 as usize])?,
        _ => return None,
    };
    Some(says(Standing::Done, why))
}

fn past_due(grounds: &Grounds<'_>, id: ItemId, item: &Item) -> Option<Health> {
    let due = item.due.as_ref()?.value;
    deadline(due).filter(|last| *last < grounds.today)?;
    let due = Part::Reason(due_words(due)?);
    Some(match open_words(item, &grounds.progress[id.0 as usize]) {
        Some(open) => says(
            Standing::Late,
            Reason::new("{due} has passed; {why}")
                .with("due", due)
                .with("why", Part::Reason(open)),
        ),
        None => says(
            Standing::Unknown,
            Reason::new("{due} has passed; no status is stated").with("due", due),
        ),
    })
}

/// Why the item is known to be open.
fn open_words(item: &Item, progress: &Progress) -> Option<Reason> {
    let left = |progress: &Progress| {
        progress
            .tally
            .is_some_and(|tally| tally.done + progress.without_status < tally.of)
    };
    match item.status() {
        Status::Unknown => work_words(progress).filter(|_| left(progress)),
        _ => Some(status_words(item)),
    }
}

fn at_risk(grounds: &Grounds<'_>, id: ItemId, item: &Item) -> Option<Health> {
    let why = own_obstacle(grounds, id, item)
        .or_else(|| obstacle_on_path(grounds, id))
        .or_else(|| later_need(grounds, id, item))
        .or_else(|| too_slow(grounds, id, item));
    why.map(|why| says(Standing::AtRisk, why))
}

fn own_obstacle(grounds: &Grounds<'_>, id: ItemId, item: &Item) -> Option<Reason> {
    let blocker = blockers(grounds.plan, grounds.schedule, grounds.completion, id)
        .first()
        .copied();
    let told = blocker.map(|blocker| {
        Reason::new("blocked by {blocker}").with("blocker", named(grounds.plan.item(blocker)))
    });
    let said = || {
        let week = grounds.halted.get(&id)?;
        let reason = Reason::new("the sheet of week {number} says that it is blocked");
        Some(reason.with("number", Part::Number(week.number())))
    };
    told.or_else(|| (item.status() == Status::Blocked).then(|| status_words(item)))
        .or_else(said)
}

fn obstacle_on_path(grounds: &Grounds<'_>, id: ItemId) -> Option<Reason> {
    let path = grounds.paths[id.0 as usize].as_ref()?;
    let stuck = path
        .items
        .iter()
        .find(|step| grounds.stuck[step.0 as usize])?;
    let step = grounds.plan.item(*stuck);
    let why = own_obstacle(grounds, *stuck, step);
    let why = why.map_or(Part::Word(""), Part::Reason);
    Some(
        Reason::new("{item} stands on its critical path: {why}")
            .with("item", named(step))
            .with("why", why),
    )
}

fn later_need(grounds: &Grounds<'_>, id: ItemId, item: &Item) -> Option<Reason> {
    let day = |item: &Item| item.due.as_ref().and_then(|due| due.value.day);
    let due = day(item)?;
    let needs = grounds
        .schedule
        .needs(id)
        .iter()
        .filter(|need| grounds.completion[need.0 as usize] != Completion::Finished);
    let needs = needs.map(|need| grounds.plan.item(*need));
    let (need, later) = needs
        .filter_map(|need| Some((need, day(need)?)))
        .find(|(_, later)| *later > due)?;
    Some(
        Reason::new("due {date}; depends on {need}, due {later}")
            .with("date", Part::Day(due))
            .with("need", named(need))
            .with("later", Part::Day(later)),
    )
}

fn too_slow(grounds: &Grounds<'_>, id: ItemId, item: &Item) -> Option<Reason> {
    let progress = &grounds.progress[id.0 as usize];
    short_of_time(grounds.plan, item, progress, grounds.pace?, grounds.today)
}

/// On track if it has a date and work with statuses. A task without parts is its own work.
fn on_track(grounds: &Grounds<'_>, id: ItemId, item: &Item) -> Health {
    let unknown = |why| says(Standing::Unknown, why);
    let Some(due) = &item.due else {
        return unknown(Reason::new("no due date is written"));
    };
    let Some(date) = due_words(due.value) else {
        let raw = Part::Words(due.raw().to_string());
        return unknown(
            Reason::new("its due date \"{written}\" names no day").with("written", raw),
        );
    };
    let fine = |why| {
        let reason = Reason::new("{due}; {why}").with("due", Part::Reason(date));
        says(Standing::OnTrack, reason.with("why", Part::Reason(why)))
    };
    let progress = &grounds.progress[id.0 as usize];
    match (work_words(progress), progress.leaves, item.status()) {
        (Some(work), _, _) => fine(work),
        (None, Some(leaves), _) => unknown(silent(leaves)),
        (None, None, Status::Unknown) if item.kind == Kind::Task => {
            unknown(Reason::new("no status is stated"))
        }
        (None, None, _) if item.kind == Kind::Task => fine(status_words(item)),
        (None, None, Status::Unknown) => {
            unknown(Reason::new("no status and no task is written below it"))
        }
        (None, None, _) => unknown(Reason::new("no task is written below it")),
    }
}

fn silent(leaves: Kind) -> Reason {
    match leaves {
        Kind::Milestone => Reason::new("no milestone below it has a status"),
        Kind::Feature => Reason::new("no feature below it has a status"),
        Kind::Story => Reason::new("no story below it has a status"),
        _ => Reason::new("no task below it has a status"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::critical::critical_paths;
    use crate::analyze::progress::progress;
    use crate::analyze::readiness::is_stuck;
    use crate::analyze::sample::{Sample, date, id};

    fn of_first(sample: Sample) -> Option<(&'static str, String)> {
        let plan = &sample.plan();
        let (progress, schedule) = (&progress(plan), &Schedule::new(plan));
        let completion = &completion(plan, progress);
        let stuck: Vec<bool> = plan
            .items()
            .map(|(id, _)| is_stuck(plan, schedule, completion, id))
            .collect();
        let paths = &critical_paths(plan, schedule, completion, &stuck);
        let grounds = Grounds {
            plan,
            today: date("2026-01-29"),
            progress,
            completion,
            schedule,
            paths,
            stuck: &stuck,
            halted: &BTreeMap::new(),
            pace: None,
        };
        health(&grounds, id(0)).map(|health| (health.value.name(), health.why.to_string()))
    }

    fn milestone() -> Sample {
        Sample::default().add(Kind::Milestone, "M")
    }

    fn check(sample: Sample, value: &'static str, why: &str) {
        assert_eq!(of_first(sample), Some((value, why.into())));
    }

    #[test]
    fn done_is_said_or_complete() {
        check(
            milestone().due("2026-01-01").is(Status::Done),
            "done",
            "its status is \"done\"",
        );
        check(
            milestone().task(0, Status::Done),
            "done",
            "1 of 1 tasks done",
        );
        assert_eq!(of_first(milestone().is(Status::Dropped)), None);
    }

    #[test]
    fn late_is_known_to_be_open() {
        let past = || milestone().due("2026-01-27");
        check(
            past().is(Status::Active),
            "late",
            "due 27 January 2026 has passed; its status is \"active\"",
        );
        check(
            past().task(0, Status::Planned),
            "late",
            "due 27 January 2026 has passed; 0 of 1 tasks done",
        );
        check(
            past().task(0, Status::Unknown),
            "unknown",
            "due 27 January 2026 has passed; no status is stated",
        );
        check(
            milestone().due_about("2026-01-27", true).is(Status::Active),
            "unknown",
            "no task is written below it",
        );
    }

    #[test]
    fn risk_is_on_the_critical_path_or_in_dates() {
        let blocked = milestone()
            .task(0, Status::Planned)
            .add(Kind::Blocker, "Vendor")
            .blocks(1);
        check(
            blocked,
            "at risk",
            "T-1 stands on its critical path: blocked by Vendor",
        );
        let later = milestone()
            .due("2026-02-01")
            .needs(1)
            .add(Kind::Milestone, "2")
            .due("2026-03-01");
        check(
            later,
            "at risk",
            "due 1 February 2026; depends on milestone 2, due 1 March 2026",
        );
        check(
            Sample::default().add(Kind::Task, "T").is(Status::Blocked),
            "at risk",
            "its status is \"blocked\"",
        );
    }

    #[test]
    fn on_track_has_a_date_and_work() {
        let dated = || milestone().due("2026-02-01");
        check(
            dated().task(0, Status::Done).task(0, Status::Planned),
            "on track",
            "due 1 February 2026; 1 of 2 tasks done",
        );
        check(
            dated().task(0, Status::Unknown),
            "unknown",
            "no task below it has a status",
        );
        check(
            dated(),
            "unknown",
            "no status and no task is written below it",
        );
        check(
            milestone().due("Q3"),
            "unknown",
            "its due date \"Q3\" names no day",
        );
        check(
            milestone().task(0, Status::Active),
            "unknown",
            "no due date is written",
        );
    }
}
