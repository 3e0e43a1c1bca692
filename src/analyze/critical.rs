//! The longest chain of open work below an item: what decides when it ends.

use std::cmp::Ordering;

use rustc_hash::FxHashMap as HashMap;

use crate::analyze::below;
use crate::analyze::completion::Completion;
use crate::analyze::estimate::{Estimate, estimate};
use crate::analyze::progress::is_counted;
use crate::analyze::schedule::Schedule;
use crate::model::key::ItemId;
use crate::model::plan::Plan;

/// A chain of open items, each of which waits for the one before it.
#[derive(Clone, Debug, PartialEq)]
pub struct CriticalPath {
    /// The items, the first to be done first.
    pub items: Vec<ItemId>,
    /// How long it is.
    pub length: f64,
    /// The unit of the estimates, empty for bare numbers; none where every item counts one.
    pub unit: Option<String>,
}

/// The best chain that ends at a step.
#[derive(Clone, Copy, Default)]
struct Chain {
    length: f64,
    stuck: u32,
    before: Option<usize>,
}

impl Chain {
    /// Of chains of one length, the one with most that is stuck is the one to know of.
    fn order(&self, other: &Self) -> Ordering {
        self.length
            .total_cmp(&other.length)
            .then(self.stuck.cmp(&other.stuck))
    }
}

/// The critical path of every item with open work below it, by its number.
///
/// Members of circles are in no chain, for they can never be begun. Dependencies count as written: what holds for a
/// whole is not handed down to its parts.
pub fn critical_paths(
    plan: &Plan,
    schedule: &Schedule,
    completion: &[Completion],
    stuck: &[bool],
) -> Vec<Option<CriticalPath>> {
    let of_item = |id| {
        let below = below::below(plan, id);
        let steps = steps(plan, schedule, completion, below);
        longest(plan, &steps, schedule, stuck)
    };
    plan.items().map(|(id, _)| of_item(id)).collect()
}

/// The longest chain of open work in the whole plan.
pub fn whole(
    plan: &Plan,
    schedule: &Schedule,
    completion: &[Completion],
    stuck: &[bool],
) -> Option<CriticalPath> {
    let all = plan.items().map(|(id, _)| id).collect();
    let steps = steps(plan, schedule, completion, all);
    longest(plan, &steps, schedule, stuck)
}

/// The open work among items, what is needed coming first. A whole is a step only where a dependency names it.
fn steps(
    plan: &Plan,
    schedule: &Schedule,
    completion: &[Completion],
    mut open: Vec<ItemId>,
) -> Vec<ItemId> {
    open.retain(|id| {
        completion[id.0 as usize] != Completion::Finished && !schedule.is_circular(*id)
    });
    open.retain(|id| plan.item(*id).kind.level().is_some() && is_counted(plan.item(*id)));
    open.sort_unstable();
    let mut wholes: Vec<ItemId> = open.iter().filter_map(|id| plan.parent(*id)).collect();
    wholes.sort_unstable();
    let mut named: Vec<ItemId> = open
        .iter()
        .flat_map(|id| schedule.needs(*id))
        .copied()
        .collect();
    named.sort_unstable();
    let waits = |id: &ItemId| {
        schedule
            .needs(*id)
            .iter()
            .any(|need| open.binary_search(need).is_ok())
    };
    let is_step = |id: &ItemId| {
        wholes.binary_search(id).is_err() || named.binary_search(id).is_ok() || waits(id)
    };
    let mut steps: Vec<ItemId> = open.iter().copied().filter(is_step).collect();
    steps.sort_unstable_by_key(|id| schedule.rank(*id));
    steps
}

fn longest(
    plan: &Plan,
    steps: &[ItemId],
    schedule: &Schedule,
    stuck: &[bool],
) -> Option<CriticalPath> {
    let (weights, unit) = weights(plan, steps);
    let chains = chains(steps, &weights, schedule, stuck);
    let better = |a: &usize, b: &usize| {
        chains[*a]
            .order(&chains[*b])
            .then(steps[*b].cmp(&steps[*a]))
    };
    let last = (0..steps.len()).max_by(better)?;
    let walk = std::iter::successors(Some(last), |at| chains[*at].before);
    let mut items: Vec<ItemId> = walk.map(|at| steps[at]).collect();
    items.reverse();
    Some(CriticalPath {
        items,
        length: chains[last].length,
        unit,
    })
}

/// For each step the best chain that ends there.
fn chains(steps: &[ItemId], weights: &[f64], schedule: &Schedule, stuck: &[bool]) -> Vec<Chain> {
    let places: HashMap<ItemId, usize> =
        steps.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut chains: Vec<Chain> = Vec::with_capacity(steps.len());
    for (at, id) in steps.iter().enumerate() {
        let needs = schedule
            .needs(*id)
            .iter()
            .rev()
            .filter_map(|need| places.get(need).copied());
        let before = needs
            .filter(|need| *need < at)
            .max_by(|a, b| chains[*a].order(&chains[*b]));
        let so_far = before.map(|before| chains[before]).unwrap_or_default();
        let stuck = so_far.stuck + u32::from(stuck[id.0 as usize]);
        chains.push(Chain {
            length: so_far.length + weights[at],
            stuck,
            before,
        });
    }
    chains
}

/// The estimates, if all steps have one in the same unit; else each counts one.
fn weights(plan: &Plan, steps: &[ItemId]) -> (Vec<f64>, Option<String>) {
    let read = |id: &ItemId| {
        plan.item(*id)
            .estimate
            .as_ref()
            .and_then(|stated| estimate(&stated.value))
    };
    let estimates: Option<Vec<Estimate>> = steps.iter().map(read).collect();
    match estimates.as_deref() {
        Some([first, rest @ ..]) if rest.iter().all(|other| other.unit == first.unit) => {
            let amounts = std::iter::once(first)
                .chain(rest)
                .map(|estimate| estimate.amount);
            (amounts.collect(), Some(first.unit.clone()))
        }
        _ => (vec![1.0; steps.len()], None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;
    use crate::model::status::Status;

    fn of_first(sample: Sample) -> Option<CriticalPath> {
        let plan = sample.plan();
        let completion = completion(&plan, &progress(&plan));
        let stuck: Vec<bool> = plan
            .items()
            .map(|(_, item)| item.status() == Status::Blocked)
            .collect();
        critical_paths(&plan, &Schedule::new(&plan), &completion, &stuck).swap_remove(0)
    }

    #[test]
    fn the_whole_plan_has_a_longest_chain_of_its_own() {
        let plan = phase()
            .task(0, Status::Planned)
            .add(Kind::Phase, "2")
            .task(2, Status::Planned)
            .needs(1)
            .plan();
        let completion = completion(&plan, &progress(&plan));
        let stuck = vec![false; plan.len()];
        let path = whole(&plan, &Schedule::new(&plan), &completion, &stuck);
        assert_eq!(path.unwrap().items, [id(1), id(3)]);
    }

    fn phase() -> Sample {
        Sample::default().add(Kind::Phase, "1")
    }

    #[test]
    fn the_longest_chain_of_open_items() {
        let plan = phase()
            .task(0, Status::Done)
            .task(0, Status::Planned)
            .needs(1)
            .task(0, Status::Planned)
            .needs(2)
            .task(0, Status::Planned);
        assert_eq!(
            of_first(plan),
            Some(CriticalPath {
                items: vec![id(2), id(3)],
                length: 2.0,
                unit: None
            })
        );
        assert_eq!(of_first(phase().task(0, Status::Done)), None);
    }

    #[test]
    fn estimates_weigh_if_all_have_one() {
        let chain = || {
            phase()
                .task(0, Status::Planned)
                .estimate("1 session")
                .task(0, Status::Planned)
                .estimate("1 session")
                .needs(1)
        };
        let long = of_first(chain().task(0, Status::Planned).estimate("3 sessions")).unwrap();
        assert_eq!(
            (long.items, long.length, long.unit),
            (vec![id(3)], 3.0, Some("session".into()))
        );
        let mixed = of_first(chain().task(0, Status::Planned).estimate("3 days")).unwrap();
        assert_eq!((mixed.items, mixed.unit), (vec![id(1), id(2)], None));
    }

    #[test]
    fn of_equal_chains_the_stuck_one_counts() {
        let plan = phase()
            .task(0, Status::Planned)
            .task(0, Status::Blocked)
            .task(0, Status::Planned);
        assert_eq!(of_first(plan).unwrap().items, [id(2)]);
    }

    #[test]
    fn circles_are_left_out() {
        let plan = phase()
            .task(0, Status::Planned)
            .needs(2)
            .task(0, Status::Planned)
            .needs(1)
            .task(0, Status::Planned)
            .needs(2);
        assert_eq!(of_first(plan).unwrap().items, [id(3)]);
    }
}
