//! From the plan to its numbers.

use std::collections::BTreeMap;

use crate::analyze::children::Contradiction;
use crate::analyze::completion::Completion;
use crate::analyze::critical::CriticalPath;
use crate::analyze::declared::Stale;
use crate::analyze::health::{Grounds, Health};
use crate::analyze::impeded::Impeded;
use crate::analyze::later_need::LaterNeed;
use crate::analyze::obstacle::Known;
use crate::analyze::overdue::Overdue;
use crate::analyze::phases::OutOfPhase;
use crate::analyze::progress::Progress;
use crate::analyze::readiness::Readiness;
use crate::analyze::schedule::Schedule;
use crate::analyze::sprint::Sprint;
use crate::analyze::turn::Queue;
use crate::analyze::untouched::Untouched;
use crate::analyze::velocity::{Overcommitment, Velocity};
use crate::model::date::Date;
use crate::model::key::ItemId;
use crate::model::plan::Plan;

pub mod acceptance;
pub mod below;
pub mod children;
pub mod circle;
pub mod completion;
pub mod critical;
pub mod deadline;
pub mod declared;
pub mod estimate;
pub mod habit;
pub mod halted;
pub mod health;
pub mod impeded;
pub mod later_need;
pub mod milestones;
pub mod obstacle;
pub mod overdue;
pub mod pace;
pub mod phases;
pub mod priority;
pub mod progress;
pub mod queue;
pub mod readiness;
#[cfg(test)]
pub(crate) mod sample;
pub mod schedule;
pub mod sequence;
pub mod size;
pub mod sprint;
pub mod trace;
pub mod turn;
pub mod untouched;
pub mod velocity;
pub mod wording;

/// All numbers of a plan.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// What must come before what, and the circles in it.
    pub schedule: Schedule,
    /// Declared progress that differs from the computed one.
    pub stale: Vec<Stale>,
    /// Statuses that the parts contradict.
    pub contradictions: Vec<Contradiction>,
    /// Tasks that were taken up before their turn.
    pub out_of_phase: Vec<OutOfPhase>,
    /// How much the team completes in a sprint.
    pub velocity: Option<Velocity>,
    /// Sprints that commit more than earlier ones completed.
    pub overcommitted: Vec<Overcommitment>,
    /// What should be finished by now.
    pub overdue: Vec<Overdue>,
    /// Needs that are due after what waits for them.
    pub later_needs: Vec<LaterNeed>,
    /// What is planned for now and cannot go on.
    pub impeded: Vec<Impeded>,
    /// The longest chain of open work in the whole plan.
    pub longest: Option<CriticalPath>,
    /// Milestones in work whose documents rest; nothing as long as nobody asked for the history.
    pub untouched: Vec<Untouched>,
    /// For each phase the earlier ones that are known not to be finished.
    unfinished: BTreeMap<ItemId, Vec<ItemId>>,
    progress: Vec<Progress>,
    readiness: Vec<Option<Readiness>>,
    completion: Vec<Completion>,
    paths: Vec<Option<CriticalPath>>,
    sprints: Vec<Option<Sprint>>,
    health: Vec<Option<Health>>,
}

impl Analysis {
    /// How far an item is.
    pub fn progress(&self, id: ItemId) -> &Progress {
        &self.progress[id.0 as usize]
    }

    /// Whether an open task can go on.
    pub fn readiness(&self, id: ItemId) -> Option<&Readiness> {
        self.readiness[id.0 as usize].as_ref()
    }

    /// Whether an item is finished: by its own word, or by its own work.
    pub fn is_finished(&self, id: ItemId) -> bool {
        self.completion[id.0 as usize] == Completion::Finished
    }

    /// The longest chain of open work below an item.
    pub fn critical_path(&self, id: ItemId) -> Option<&CriticalPath> {
        self.paths[id.0 as usize].as_ref()
    }

    /// The figures of a sprint.
    pub fn sprint(&self, id: ItemId) -> Option<&Sprint> {
        self.sprints[id.0 as usize].as_ref()
    }

    /// How an item stands.
    pub fn health(&self, id: ItemId) -> Option<&Health> {
        self.health[id.0 as usize].as_ref()
    }

    /// What can be begun, and what the rest waits for; of the plan that was analysed, on that day.
    pub fn queue(&self, plan: &Plan, today: Date) -> Queue {
        queue::Grounds {
            plan,
            today,
            schedule: &self.schedule,
            completion: &completion::completion(plan, &self.progress),
            progress: &self.progress,
            sprints: &self.sprints,
            unfinished: &self.unfinished,
        }
        .queue()
    }
}

/// Works out all numbers of a plan, on the day that counts as today.
pub fn analyze(plan: &Plan, today: Date) -> Analysis {
    let progress = progress::progress(plan);
    let completion = completion::completion(plan, &progress);
    let schedule = Schedule::new(plan);
    let halted = halted::halted(plan, &completion, today);
    let stuck: Vec<bool> = plan
        .items()
        .map(|(id, _)| {
            halted.contains_key(&id) || readiness::is_stuck(plan, &schedule, &completion, id)
        })
        .collect();
    let paths = critical::critical_paths(plan, &schedule, &completion, &stuck);
    let sprints = sprint::sprints(plan, today);
    let known = Known {
        plan,
        schedule: &schedule,
        completion: &completion,
    };
    let velocity = velocity::velocity(plan, &sprints);
    let unfinished = phases::unfinished_before(plan, &completion);
    let grounds = Grounds {
        plan,
        today,
        progress: &progress,
        completion: &completion,
        schedule: &schedule,
        paths: &paths,
        stuck: &stuck,
        halted: &halted,
        pace: pace::pace(plan, &sprints, velocity.as_ref()),
    };
    Analysis {
        stale: declared::stale(plan, &progress),
        contradictions: children::contradictions(plan),
        out_of_phase: phases::out_of_phase(plan, &unfinished),
        overcommitted: velocity::overcommitted(plan, &sprints),
        overdue: overdue::overdue(plan, &completion, today),
        later_needs: later_need::later_needs(plan, &schedule, &completion),
        impeded: impeded::impeded(&known, &sprints, today),
        longest: critical::whole(plan, &schedule, &completion, &stuck),
        untouched: Vec::new(),
        readiness: readiness::readiness(plan, &schedule, &completion, &halted),
        health: plan
            .items()
            .map(|(id, _)| health::health(&grounds, id))
            .collect(),
        velocity,
        unfinished,
        completion,
        schedule,
        progress,
        paths,
        sprints,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, date, id};
    use crate::model::kind::Kind;
    use crate::model::status::Status;

    #[test]
    fn all_numbers_together() {
        let plan = Sample::default()
            .add(Kind::Phase, "1")
            .declares(0, 2)
            .task(0, Status::Done)
            .task(0, Status::Planned)
            .needs(1)
            .plan();
        let analysis = analyze(&plan, date("2026-01-29"));
        assert_eq!(analysis.readiness(id(2)), Some(&Readiness::Ready));
        assert_eq!(
            (
                analysis.stale.len(),
                analysis.progress(id(0)).without_status
            ),
            (1, 0)
        );
        assert_eq!(
            analysis.health(id(0)).map(|health| health.why.to_string()),
            Some("no due date is written".to_string())
        );
    }

    /// Stories, each a part of the next and waiting for it; the last is a part of the first.
    fn ring(length: u32) -> Sample {
        let next = |at| (at + 1) % length;
        (0..length).fold(Sample::default(), |plan, at| {
            plan.add(Kind::Story, "S").under(next(at)).needs(next(at))
        })
    }

    #[test]
    fn deep_and_circular_plans_end() {
        for plan in [
            ring(5_000),
            ring(5_000).add(Kind::Task, "T").under(0),
            ring(1),
        ] {
            let analysis = analyze(&plan.plan(), date("2026-01-29"));
            assert_eq!(analysis.schedule.cycles.len(), 1);
        }
    }
}
