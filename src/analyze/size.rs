//! Tasks that are too large to be done in one go, by the estimates that are stated.

use std::collections::BTreeMap;

use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// How estimates are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Sittings of work.
    Session,
    /// Time, in hours of work.
    Hour,
    /// Points.
    Point,
}

/// Why a task is too large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bound {
    /// It takes more than one session.
    Session,
    /// It takes longer than a sprint of the plan, which has so many hours.
    Sprint(f64),
    /// It is far larger than the usual task of the plan, of this size.
    Usual(f64),
}

/// A task that is too large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Oversized {
    /// The task.
    pub task: ItemId,
    /// Its size.
    pub amount: f64,
    /// In which unit.
    pub unit: Unit,
    /// What it exceeds.
    pub bound: Bound,
}

/// So many tasks must be estimated before one of them can be unusual.
const MANY: usize = 8;

/// So much larger than the usual task is unusual.
const TIMES: f64 = 4.0;

/// Hours of work in a day, and days of work in a week.
const DAY: f64 = 8.0;
const WEEK: f64 = 5.0;

/// Open tasks that are too large and not split yet, in the order of the plan.
pub fn oversized(plan: &Plan) -> Vec<Oversized> {
    let sizes: Vec<(ItemId, f64, Unit)> = plan
        .of_kind(Kind::Task)
        .filter_map(|(id, item)| {
            let (amount, unit) = size(item.estimate.as_ref()?.raw())?;
            Some((id, amount, unit))
        })
        .collect();
    let usual = usual(&sizes);
    let sprint = sprint(plan);
    let open = sizes.into_iter().filter(|(id, _, _)| is_open(plan, *id));
    let found = open.filter_map(|(task, amount, unit)| {
        let usual = usual.get(&unit).copied();
        let bound = bound(amount, unit, sprint, usual)?;
        Some(Oversized {
            task,
            amount,
            unit,
            bound,
        })
    });
    found.collect()
}

fn bound(amount: f64, unit: Unit, sprint: Option<f64>, usual: Option<f64>) -> Option<Bound> {
    let least = match unit {
        Unit::Session => return (amount > 1.0).then_some(Bound::Session),
        Unit::Hour => 2.0 * DAY,
        Unit::Point => 8.0,
    };
    let sprint = sprint.filter(|hours| unit == Unit::Hour && amount > *hours);
    let usual = usual.filter(|usual| amount >= least && amount >= usual * TIMES);
    sprint.map(Bound::Sprint).or(usual.map(Bound::Usual))
}

fn is_open(plan: &Plan, id: ItemId) -> bool {
    let item = plan.item(id);
    let is_over = matches!(item.status(), Status::Done | Status::Dropped);
    !is_over && plan.children(id).is_empty() && item.became.is_empty()
}

/// The size in the middle of all, by unit, where there are many.
fn usual(sizes: &[(ItemId, f64, Unit)]) -> BTreeMap<Unit, f64> {
    let mut all: BTreeMap<Unit, Vec<f64>> = BTreeMap::new();
    for (_, amount, unit) in sizes {
        all.entry(*unit).or_default().push(*amount);
    }
    all.retain(|_, amounts| amounts.len() >= MANY);
    let middle = |(unit, mut amounts): (Unit, Vec<f64>)| {
        amounts.sort_by(f64::total_cmp);
        (unit, amounts[amounts.len() / 2])
    };
    all.into_iter()
        .map(middle)
        .filter(|(_, size)| *size > 0.0)
        .collect()
}

/// Hours of work in the longest sprint of the plan.
fn sprint(plan: &Plan) -> Option<f64> {
    let sprints = plan.of_kind(Kind::Sprint);
    let days = sprints.filter_map(|(_, item)| days(item));
    days.max().map(|days| f64::from(days) / 7.0 * WEEK * DAY)
}

/// How many days a sprint has; less than a week is no measure.
fn days(sprint: &Item) -> Option<i32> {
    let start = sprint.start.as_ref()?.value.day?;
    let end = sprint.due.as_ref()?.value.day?;
    let days = i32::try_from(end.days_since(start)).ok()?.checked_add(1)?;
    (7..=70).contains(&days).then_some(days)
}

/// The size that "2 sessions", "2-3 days", "~90 min" or "5 SP" means; of a range the lower end.
pub fn size(raw: &str) -> Option<(f64, Unit)> {
    let text = raw.trim().trim_start_matches(['~', '≈', '<']).trim_start();
    let (least, rest) = number(text)?;
    let most = ["-", "–", "to "].iter().find_map(|gap| {
        let behind = rest.trim_start().strip_prefix(gap)?;
        number(behind.trim_start())
    });
    let unit = most
        .map_or(rest, |(_, rest)| rest)
        .trim()
        .trim_end_matches('.');
    let (unit, of) = unit_of(&unit.to_lowercase())?;
    Some((least * of, unit))
}

fn number(text: &str) -> Option<(f64, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || c == '.';
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let amount: f64 = text[..end].parse().ok()?;
    amount.is_finite().then_some((amount, &text[end..]))
}

/// The unit that a word stands for, and how much of it.
fn unit_of(word: &str) -> Option<(Unit, f64)> {
    Some(match word {
        "session" | "sessions" => (Unit::Session, 1.0),
        "m" | "min" | "mins" | "minute" | "minutes" => (Unit::Hour, 1.0 / 60.0),
        "h" | "hr" | "hrs" | "hour" | "hours" => (Unit::Hour, 1.0),
        "d" | "day" | "days" | "pd" | "person days" => (Unit::Hour, DAY),
        "w" | "wk" | "week" | "weeks" => (Unit::Hour, DAY * WEEK),
        "" | "p" | "pt" | "pts" | "sp" | "point" | "points" | "story points" => (Unit::Point, 1.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_compared_by_unit() {
        assert_eq!(size("2 sessions"), Some((2.0, Unit::Session)));
        assert_eq!(size("~90 min"), Some((1.5, Unit::Hour)));
        assert_eq!(size("2-3 days"), Some((16.0, Unit::Hour)));
        assert_eq!(size("1 to 2 weeks"), Some((40.0, Unit::Hour)));
        assert_eq!(size("5 SP"), Some((5.0, Unit::Point)));
        for none in ["", "M", "large", "2 + 3", "-1 h", "3 sprints", "1.2.3 h"] {
            assert_eq!(size(none), None, "{none}");
        }
    }

    #[test]
    fn a_task_is_too_large_by_the_measure_of_its_plan() {
        let bound = |amount, unit| bound(amount, unit, Some(80.0), Some(3.0));
        assert_eq!(bound(1.0, Unit::Session), None);
        assert_eq!(bound(2.0, Unit::Session), Some(Bound::Session));
        assert_eq!(bound(88.0, Unit::Hour), Some(Bound::Sprint(80.0)));
        assert_eq!(bound(16.0, Unit::Hour), Some(Bound::Usual(3.0)));
        assert_eq!(bound(12.0, Unit::Hour), None);
        assert_eq!(bound(13.0, Unit::Point), Some(Bound::Usual(3.0)));
        assert_eq!(super::bound(88.0, Unit::Hour, None, None), None);
    }
}
