//! The ways through the tree of the plan that end even where items are parts of one another.

use crate::model::key::ItemId;
use crate::model::plan::Plan;

/// Every item after all of its parts; items that are parts of themselves are left out.
pub fn bottom_up(plan: &Plan) -> Vec<ItemId> {
    let mut open: Vec<usize> = plan
        .items()
        .map(|(id, _)| plan.children(id).len())
        .collect();
    let mut order: Vec<ItemId> = plan
        .items()
        .map(|(id, _)| id)
        .filter(|id| plan.children(*id).is_empty())
        .collect();
    let mut at = 0;
    while let Some(id) = order.get(at).copied() {
        at += 1;
        if let Some(parent) = plan.parent(id) {
            open[parent.0 as usize] -= 1;
            if open[parent.0 as usize] == 0 {
                order.push(parent);
            }
        }
    }
    order
}

/// No plan has more levels than this; the bound keeps every walk short on any input.
const LEVELS: usize = 32;

/// What an item is a part of, the nearest first.
pub fn above(plan: &Plan, id: ItemId) -> Vec<ItemId> {
    let mut path = Vec::new();
    let mut next = plan.parent(id);
    while let Some(parent) =
        next.filter(|parent| *parent != id && !path.contains(parent) && path.len() < LEVELS)
    {
        path.push(parent);
        next = plan.parent(parent);
    }
    path
}

/// All parts of an item, level by level.
pub fn below(plan: &Plan, id: ItemId) -> Vec<ItemId> {
    let mut found = Vec::new();
    let mut level = vec![id];
    for _ in 0..LEVELS {
        // Every item has one parent, so nothing but `id` itself could be met twice.
        let parts = level
            .iter()
            .flat_map(|whole| plan.children(*whole))
            .copied();
        level = parts.filter(|part| *part != id).collect();
        found.extend_from_slice(&level);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;

    #[test]
    fn parts_come_first() {
        let plan = Sample::default()
            .add(Kind::Phase, "1")
            .add(Kind::Story, "a")
            .under(0)
            .add(Kind::Task, "t")
            .under(1)
            .plan();
        assert_eq!(bottom_up(&plan), [id(2), id(1), id(0)]);
        assert_eq!(above(&plan, id(2)), [id(1), id(0)]);
        assert_eq!(below(&plan, id(0)), [id(1), id(2)]);
    }

    #[test]
    fn circles_end() {
        let plan = Sample::default()
            .add(Kind::Story, "a")
            .under(1)
            .add(Kind::Story, "b")
            .under(0)
            .add(Kind::Task, "t")
            .under(1)
            .plan();
        assert_eq!(bottom_up(&plan), [id(2)]);
        assert_eq!(above(&plan, id(2)), [id(1), id(0)]);
        assert_eq!(below(&plan, id(0)), [id(1), id(2)]);
    }
}
