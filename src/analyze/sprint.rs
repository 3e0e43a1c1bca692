//! What was committed and completed in each sprint, and whether it is over.

use std::collections::BTreeSet;

use crate::analyze::deadline::deadline;
use crate::analyze::progress::is_counted;
use crate::model::date::{Date, Week};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::movement::{Change, Movement};
use crate::model::plan::Plan;
use crate::model::stated::Stated;
use crate::model::status::Status;

/// Where a figure comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A document states it.
    Stated,
    /// The members of the sprint were counted.
    Members,
    /// What the week says of items was counted.
    Movements,
}

/// A figure of a sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// How much.
    pub value: f64,
    /// Where it comes from.
    pub origin: Origin,
    /// The items that were counted.
    pub rows: Vec<ItemId>,
}

/// The figures of a sprint.
#[derive(Clone, Debug, PartialEq)]
pub struct Sprint {
    /// How much was taken on.
    pub committed: Option<Figure>,
    /// How much of it is done; none where nothing tells.
    pub completed: Option<Figure>,
    /// The last day, as stated or as its week has it.
    pub end: Option<Date>,
    /// Whether it is over.
    pub finished: bool,
    /// Whether it is a week's planning and no sprint proper.
    pub is_week: bool,
}

/// The figures of every sprint, by its number; other items have none.
pub fn sprints(plan: &Plan, today: Date) -> Vec<Option<Sprint>> {
    let members = members(plan);
    // A team that never writes down what was done tells nothing by a week without it.
    let tells_done = plan
        .items()
        .flat_map(|(_, item)| &item.movements)
        .any(|line| line.change == Change::Done);
    let figures = |(id, item): (ItemId, &Item)| {
        sprint(plan, item, &members[id.0 as usize], tells_done, today)
    };
    plan.items()
        .map(|found| (found.1.kind == Kind::Sprint).then(|| figures(found)))
        .collect()
}

fn sprint(plan: &Plan, item: &Item, members: &[ItemId], tells_done: bool, today: Date) -> Sprint {
    let week = week(item);
    let completed = stated(item.completed.as_ref())
        .or_else(|| done(plan, members))
        .or_else(|| recorded(item, &[Change::Done]).filter(|_| tells_done));
    let committed = stated(item.committed.as_ref())
        .or_else(|| counted(members))
        .or_else(|| recorded(item, &[Change::Entered, Change::Carried, Change::Done]));
    let end = item
        .due
        .as_ref()
        .and_then(|due| deadline(due.value))
        .or_else(|| week.map(Week::sunday));
    let finished = item.completed.is_some() || end.is_some_and(|end| end < today);
    Sprint {
        committed,
        completed,
        end,
        finished,
        is_week: week.is_some() || !item.movements.is_empty(),
    }
}

/// The ISO week that a sprint is named after: `2026-W07`.
pub(super) fn week(item: &Item) -> Option<Week> {
    let (year, number) = item.id.as_deref()?.split_once('-')?;
    let number = number.strip_prefix(['W', 'w'])?;
    Week::new(year.parse().ok()?, number.parse().ok()?)
}

/// The items whose sprint each is. Where parts are members, the whole is not counted beside them.
pub(super) fn members(plan: &Plan) -> Vec<Vec<ItemId>> {
    let sprint = |item: &Item| item.sprint.as_ref().and_then(|sprint| sprint.to);
    let counts = |item: &Item| item.kind.level().is_some() && is_counted(item);
    let part = |whole: &Item, part: &ItemId| {
        sprint(plan.item(*part)) == sprint(whole) && counts(plan.item(*part))
    };
    let mut members = vec![Vec::new(); plan.len()];
    for (id, item) in plan.items().filter(|(_, item)| counts(item)) {
        if let Some(sprint) =
            sprint(item).filter(|_| !plan.children(id).iter().any(|child| part(item, child)))
        {
            members[sprint.0 as usize].push(id);
        }
    }
    members
}

fn stated(figure: Option<&Stated<f64>>) -> Option<Figure> {
    figure.map(|stated| Figure {
        value: stated.value,
        origin: Origin::Stated,
        rows: Vec::new(),
    })
}

fn counted(members: &[ItemId]) -> Option<Figure> {
    (!members.is_empty()).then(|| figure(members.len(), Origin::Members, members.to_vec()))
}

/// The members that are done, if the status of any is known.
fn done(plan: &Plan, members: &[ItemId]) -> Option<Figure> {
    let status = |id: &ItemId| plan.item(*id).status();
    let rows: Vec<ItemId> = members
        .iter()
        .copied()
        .filter(|id| status(id) == Status::Done)
        .collect();
    let known = members.iter().any(|id| status(id) != Status::Unknown);
    known.then(|| figure(rows.len(), Origin::Members, rows))
}

/// How many things a week says one of these of, each once.
fn recorded(item: &Item, changes: &[Change]) -> Option<Figure> {
    let told = item
        .movements
        .iter()
        .filter(|line| changes.contains(&line.change));
    let things: BTreeSet<(Option<ItemId>, &str)> = told.map(name).collect();
    let rows = things.iter().filter_map(|(id, _)| *id).collect();
    (!item.movements.is_empty()).then(|| figure(things.len(), Origin::Movements, rows))
}

/// The item that a line tells of; its words only where it leads to none.
fn name(line: &Movement) -> (Option<ItemId>, &str) {
    let words = if line.item.to.is_some() {
        ""
    } else {
        line.item.raw.as_str()
    };
    (line.item.to, words)
}

fn figure(count: usize, origin: Origin, rows: Vec<ItemId>) -> Figure {
    Figure {
        value: f64::from(u32::try_from(count).unwrap_or(u32::MAX)),
        origin,
        rows,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, date, id};

    fn of_first(sample: Sample) -> Sprint {
        sprints(&sample.plan(), date("2026-02-16"))
            .swap_remove(0)
            .unwrap()
    }

    fn figures(sprint: &Sprint) -> (Option<f64>, Option<f64>) {
        let value = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.value);
        (value(&sprint.committed), value(&sprint.completed))
    }

    fn sprint(name: &str) -> Sample {
        Sample::default().add(Kind::Sprint, name)
    }

    #[test]
    fn stated_figures_win() {
        let found = of_first(
            sprint("1")
                .figures(Some(8.0), Some(4.0))
                .add(Kind::Task, "T")
                .during(0)
                .is(Status::Done),
        );
        assert_eq!(
            (figures(&found), found.finished),
            ((Some(8.0), Some(4.0)), true)
        );
    }

    #[test]
    fn members_are_counted_once() {
        let plan = || {
            sprint("1")
                .due("2026-02-20")
                .add(Kind::Story, "S")
                .during(0)
        };
        let found = of_first(
            plan()
                .task(1, Status::Done)
                .during(0)
                .task(1, Status::Planned)
                .during(0)
                .task(1, Status::Dropped)
                .during(0),
        );
        assert_eq!(
            (figures(&found), found.finished),
            ((Some(2.0), Some(1.0)), false)
        );
        assert_eq!(found.completed.map(|figure| figure.rows), Some(vec![id(2)]));
        assert_eq!(figures(&of_first(plan())), (Some(1.0), None));
        assert_eq!(figures(&of_first(sprint("1"))), (None, None));
    }

    #[test]
    fn weeks_count_what_they_say() {
        let entered = || {
            sprint("2026-W07")
                .moves(Change::Entered, 1)
                .moves(Change::Carried, 2)
                .moves(Change::Entered, 1)
        };
        let found = of_first(
            entered()
                .moves(Change::Done, 1)
                .add(Kind::Task, "T")
                .add(Kind::Task, "U"),
        );
        assert_eq!(
            (figures(&found), found.is_week, found.finished),
            ((Some(2.0), Some(1.0)), true, true)
        );
        assert_eq!(figures(&of_first(entered())), (Some(2.0), None));
    }
}
