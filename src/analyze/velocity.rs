//! How much the team completes in a sprint, and which sprints commit more than that.

use crate::analyze::sequence::sequence;
use crate::analyze::sprint::{Figure, Sprint};
use crate::model::date::Date;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;

/// How many finished sprints a mean is taken of.
const RECENT: usize = 3;

/// A mean of what was completed.
#[derive(Clone, Debug, PartialEq)]
pub struct Velocity {
    /// The mean.
    pub mean: f64,
    /// Of how many sprints.
    pub of: usize,
    /// These sprints, the earliest first.
    pub sprints: Vec<ItemId>,
}

/// A sprint that commits more than earlier ones completed.
#[derive(Clone, Debug, PartialEq)]
pub struct Overcommitment {
    /// The sprint.
    pub sprint: ItemId,
    /// What it commits.
    pub committed: f64,
    /// What the sprints before it completed.
    pub earlier: Velocity,
}

/// The mean of the last finished sprints; none where there is none.
pub fn velocity(plan: &Plan, sprints: &[Option<Sprint>]) -> Option<Velocity> {
    mean(&in_time(plan, sprints), sprints)
}

/// Every overcommitted sprint, the earliest first; judged against earlier finished sprints only.
pub fn overcommitted(plan: &Plan, sprints: &[Option<Sprint>]) -> Vec<Overcommitment> {
    let order = in_time(plan, sprints);
    let judge = |(at, id): (usize, &ItemId)| {
        let committed = value(of(sprints, *id)?.committed.as_ref())?;
        let earlier = mean(&order[..at], sprints).filter(|earlier| committed > earlier.mean)?;
        Some(Overcommitment {
            sprint: *id,
            committed,
            earlier,
        })
    };
    order.iter().enumerate().filter_map(judge).collect()
}

/// The sprints in the order of their ends, else of their starts, those without either first; no weeks beside sprints proper.
fn in_time(plan: &Plan, sprints: &[Option<Sprint>]) -> Vec<ItemId> {
    let proper = sprints.iter().flatten().any(|sprint| !sprint.is_week);
    let wanted = |id: &ItemId| of(sprints, *id).is_some_and(|sprint| !(proper && sprint.is_week));
    let mut order = sequence(
        plan,
        plan.of_kind(Kind::Sprint).map(|(id, _)| id).filter(wanted),
    );
    order.sort_by_key(|id| time(plan, sprints, *id));
    order
}

fn time(plan: &Plan, sprints: &[Option<Sprint>], id: ItemId) -> Option<Date> {
    let start = || {
        plan.item(id)
            .start
            .as_ref()
            .and_then(|start| start.value.day)
    };
    of(sprints, id).and_then(|sprint| sprint.end).or_else(start)
}

fn mean(order: &[ItemId], sprints: &[Option<Sprint>]) -> Option<Velocity> {
    let finished = |id: &ItemId| of(sprints, *id).filter(|sprint| sprint.finished);
    let completed = |id: &ItemId| Some((*id, value(finished(id)?.completed.as_ref())?));
    let (mut ids, values): (Vec<ItemId>, Vec<f64>) = order
        .iter()
        .rev()
        .filter_map(completed)
        .take(RECENT)
        .unzip();
    ids.reverse();
    let count = u32::try_from(values.len())
        .ok()
        .filter(|count| *count > 0)?;
    Some(Velocity {
        mean: values.iter().sum::<f64>() / f64::from(count),
        of: ids.len(),
        sprints: ids,
    })
}

fn of(sprints: &[Option<Sprint>], id: ItemId) -> Option<&Sprint> {
    sprints[id.0 as usize].as_ref()
}

fn value(figure: Option<&Figure>) -> Option<f64> {
    figure.map(|figure| figure.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, date, id};
    use crate::analyze::sprint::sprints;
    use crate::model::movement::Change;

    fn sprint(sample: Sample, name: &str, committed: f64, completed: Option<f64>) -> Sample {
        sample
            .add(Kind::Sprint, name)
            .figures(Some(committed), completed)
    }

    type Numbers = (Option<(f64, usize)>, Vec<(ItemId, f64)>);

    fn numbers(sample: Sample) -> Numbers {
        let plan = sample.plan();
        let sprints = sprints(&plan, date("2026-02-16"));
        let over = overcommitted(&plan, &sprints)
            .into_iter()
            .map(|over| (over.sprint, over.earlier.mean))
            .collect();
        (
            velocity(&plan, &sprints).map(|velocity| (velocity.mean, velocity.of)),
            over,
        )
    }

    #[test]
    fn the_last_three_finished_count() {
        let history = |names: [&str; 4]| {
            let completed = [100.0, 3.0, 4.0, 5.0];
            names
                .iter()
                .zip(completed)
                .fold(Sample::default(), |plan, (name, completed)| {
                    sprint(plan, name, 1.0, Some(completed))
                })
        };
        assert_eq!(numbers(history(["1", "2", "3", "4"])).0, Some((4.0, 3)));
        assert_eq!(
            numbers(history(["4", "3", "2", "1"])).0,
            Some((107.0 / 3.0, 3))
        );
        assert_eq!(
            numbers(sprint(Sample::default(), "1", 5.0, None)),
            (None, Vec::new())
        );
    }

    #[test]
    fn only_earlier_sprints_judge() {
        let plan = sprint(
            sprint(Sample::default(), "1", 9.0, Some(4.0)),
            "2",
            8.0,
            None,
        );
        assert_eq!(numbers(plan), (Some((4.0, 1)), vec![(id(1), 4.0)]));
    }

    #[test]
    fn dates_order_and_weeks_stand_back() {
        let late = sprint(Sample::default(), "b", 9.0, Some(2.0)).due("2026-02-10");
        let plan = sprint(late, "a", 1.0, Some(4.0))
            .due("2026-01-10")
            .add(Kind::Sprint, "2026-W01")
            .moves(Change::Done, 0);
        assert_eq!(numbers(plan), (Some((3.0, 2)), vec![(id(0), 4.0)]));
        let weeks = Sample::default()
            .add(Kind::Sprint, "2026-W01")
            .moves(Change::Done, 0);
        assert_eq!(numbers(weeks).0, Some((1.0, 1)));
    }
}
