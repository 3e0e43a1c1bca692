//! The shortest way round among items that all wait for one another.

use std::collections::{HashMap, VecDeque};

use crate::analyze::schedule::Schedule;
use crate::model::key::ItemId;

/// So many steps are looked at; in a larger knot a short circle is good enough.
const STEPS: usize = 200_000;

/// The shortest circle among these items, each followed by what it waits for, from the first in the order of the plan.
pub fn shortest(schedule: &Schedule, knot: &[ItemId]) -> Vec<ItemId> {
    let mut members = knot.to_vec();
    members.sort_unstable();
    let mut steps = 0;
    let mut best: Option<Vec<ItemId>> = None;
    for start in &members {
        let is_done = best.as_ref().is_some_and(|best| best.len() <= 2) || steps > STEPS;
        if is_done {
            break;
        }
        let found = around(schedule, &members, *start, &mut steps);
        let is_shorter =
            |found: &Vec<ItemId>| best.as_ref().is_none_or(|best| found.len() < best.len());
        if let Some(found) = found.filter(is_shorter) {
            best = Some(found);
        }
    }
    best.unwrap_or(members)
}

/// The shortest way from an item back to itself, level by level.
fn around(
    schedule: &Schedule,
    members: &[ItemId],
    start: ItemId,
    steps: &mut usize,
) -> Option<Vec<ItemId>> {
    let mut from: HashMap<ItemId, ItemId> = HashMap::new();
    let mut open = VecDeque::from([start]);
    while let Some(id) = open.pop_front() {
        for need in schedule.needs(id) {
            *steps += 1;
            if *need == start {
                return Some(way(&from, start, id));
            }
            if members.binary_search(need).is_ok() && !from.contains_key(need) {
                from.insert(*need, id);
                open.push_back(*need);
            }
        }
    }
    None
}

fn way(from: &HashMap<ItemId, ItemId>, start: ItemId, last: ItemId) -> Vec<ItemId> {
    let mut way = vec![last];
    let mut at = last;
    while let Some(before) = from.get(&at).filter(|_| at != start) {
        way.push(*before);
        at = *before;
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;

    fn circle(needs: &[(usize, &[u32])]) -> Vec<ItemId> {
        let plan = needs.iter().fold(Sample::default(), |plan, (_, needs)| {
            let plan = plan.add(Kind::Task, "T");
            needs.iter().fold(plan, |plan, need| plan.needs(*need))
        });
        let schedule = Schedule::new(&plan.plan());
        shortest(&schedule, &schedule.cycles[0])
    }

    #[test]
    fn the_short_way_is_found() {
        let long = circle(&[(0, &[1]), (1, &[2]), (2, &[0, 3]), (3, &[2])]);
        assert_eq!(long, [id(2), id(3)]);
        assert_eq!(circle(&[(0, &[0])]), [id(0)]);
        assert_eq!(
            circle(&[(0, &[2]), (1, &[0]), (2, &[1])]),
            [id(0), id(2), id(1)]
        );
    }
}
