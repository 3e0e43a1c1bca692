//! Which of several items of a kind comes first: by their numbers, else in the order of the plan.

use crate::model::key::ItemId;
use crate::model::plan::Plan;

/// The items by number if every one of them has a bare number as id; else in the order of the plan.
pub fn sequence(plan: &Plan, ids: impl IntoIterator<Item = ItemId>) -> Vec<ItemId> {
    let mut ids: Vec<ItemId> = ids.into_iter().collect();
    ids.sort_unstable();
    let numbers: Option<Vec<Vec<u32>>> = ids
        .iter()
        .map(|id| number(plan.item(*id).id.as_deref()?))
        .collect();
    let Some(numbers) = numbers else { return ids };
    let mut numbered: Vec<(Vec<u32>, ItemId)> = numbers.into_iter().zip(ids).collect();
    numbered.sort();
    numbered.into_iter().map(|(_, id)| id).collect()
}

/// The parts of a bare number: `2`, `0.5`, `1.10`.
pub fn number(id: &str) -> Option<Vec<u32>> {
    id.split('.').map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::Sample;
    use crate::model::kind::Kind;

    fn order(names: [&str; 3]) -> Vec<u32> {
        let plan = names
            .iter()
            .fold(Sample::default(), |plan, name| plan.add(Kind::Phase, name))
            .plan();
        sequence(&plan, plan.items().map(|(id, _)| id))
            .into_iter()
            .map(|id| id.0)
            .collect()
    }

    #[test]
    fn numbers_before_places() {
        assert_eq!(order(["1.10", "0", "1.9"]), [1, 2, 0]);
        assert_eq!(order(["2", "1", "Beta"]), [0, 1, 2]);
    }
}
