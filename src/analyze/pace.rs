//! How fast work was completed in the last finished sprints, and whether that is fast enough for a date.

use crate::analyze::progress::Progress;
use crate::analyze::sprint::{Sprint, week};
use crate::analyze::velocity::Velocity;
use crate::analyze::wording::{named, work_words};
use crate::model::date::{Date, Week};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};

/// What was completed in how many days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    completed: f64,
    days: u32,
    of: u32,
    last: ItemId,
}

/// The pace of the sprints that velocity is taken of; none where one of them has no days.
pub fn pace(plan: &Plan, sprints: &[Option<Sprint>], velocity: Option<&Velocity>) -> Option<Pace> {
    let velocity = velocity?;
    let days = |id: &ItemId| {
        let item = plan.item(*id);
        let said = item.start.as_ref().and_then(|start| start.value.day);
        let start = said.or_else(|| week(item).map(Week::monday))?;
        let end = sprints[id.0 as usize].as_ref()?.end?;
        u32::try_from(end.days_since(start) + 1).ok()
    };
    let days: Option<Vec<u32>> = velocity.sprints.iter().map(days).collect();
    let of = u32::try_from(velocity.of).ok()?;
    Some(Pace {
        completed: velocity.mean * f64::from(of),
        days: days?.iter().sum(),
        of,
        last: *velocity.sprints.last()?,
    })
}

/// Why the date of a milestone or a phase is in danger: more of its tasks are open than were completed in as many days
/// as are left. One sprint is too little for a forecast, and enough to see that.
pub fn short_of_time(
    plan: &Plan,
    item: &Item,
    progress: &Progress,
    pace: Pace,
    today: Date,
) -> Option<Reason> {
    let due = item.due.as_ref()?.value;
    let is_judged = matches!(item.kind, Kind::Milestone | Kind::Phase);
    let tally = progress.tally.filter(|_| is_judged)?;
    let left = u32::try_from(due.day?.days_since(today) + 1);
    let left = left.ok().filter(|left| *left > 0)?;
    let open = f64::from(tally.of - tally.done) * f64::from(pace.days);
    let is_short = progress.leaves == Some(Kind::Task) && open > pace.completed * f64::from(left);
    let work = work_words(progress).filter(|_| is_short)?;
    Some(pace.words(plan).with("work", Part::Reason(work)))
}

impl Pace {
    /// Beside the work that it is held against.
    fn words(self, plan: &Plan) -> Reason {
        let told = match self.of {
            1 => Reason::new("{work}, and {sprint} completed {completed} in {days} days"),
            _ => Reason::new(
                "{work}, and the last {number} sprints completed {completed} in {days} days",
            ),
        };
        let completed = format!("{}", (self.completed * 10.0).round() / 10.0);
        told.with("sprint", named(plan.item(self.last)))
            .with("number", Part::Number(self.of))
            .with("completed", Part::Words(completed))
            .with("days", Part::Number(self.days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, date, id};
    use crate::analyze::sprint::sprints;
    use crate::analyze::velocity::velocity;
    use crate::model::status::Status;

    /// Sprints of ten days that completed so many, and a milestone with one of three tasks done.
    fn told(completed: &[f64], due: &str) -> Option<String> {
        let milestone = Sample::default().add(Kind::Milestone, "M-1").due(due);
        let open = |plan: Sample| plan.task(0, Status::Planned);
        let sample = open(open(milestone.task(0, Status::Done)));
        let sample = completed
            .iter()
            .enumerate()
            .fold(sample, |plan, (at, done)| {
                let sprint = plan.add(Kind::Sprint, &format!("{}", at + 1));
                let dated = sprint.starts(&format!("2026-01-{at}1"));
                dated
                    .due(&format!("2026-01-{}0", at + 1))
                    .figures(None, Some(*done))
            });
        let plan = sample.plan();
        let today = date("2026-02-01");
        let sprints = sprints(&plan, today);
        let pace = pace(&plan, &sprints, velocity(&plan, &sprints).as_ref())?;
        let progress = &progress(&plan)[0];
        let reason = short_of_time(&plan, plan.item(id(0)), progress, pace, today);
        reason.map(|reason| reason.to_string())
    }

    #[test]
    fn what_is_open_is_held_against_what_was_completed() {
        let short = "1 of 3 tasks done, and sprint 1 completed 2 in 10 days";
        assert_eq!(told(&[2.0], "2026-02-09").as_deref(), Some(short));
        assert_eq!(told(&[2.0], "2026-02-10"), None);
        let many = "1 of 3 tasks done, and the last 2 sprints completed 5 in 20 days";
        assert_eq!(told(&[2.0, 3.0], "2026-02-02").as_deref(), Some(many));
    }

    #[test]
    fn without_a_finished_sprint_nothing_is_said() {
        assert_eq!(told(&[], "2026-02-01"), None);
        assert_eq!(told(&[0.0], "2026-01-31"), None);
    }
}
