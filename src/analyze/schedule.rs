//! What must come before what: the graph of dependencies, an order through it, and its circles.

use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::reference::Reference;

/// The graph of dependencies.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    /// The circles, each from its first item in the order of the plan, along what waits for what.
    pub cycles: Vec<Vec<ItemId>>,
    needs: Vec<Vec<ItemId>>,
    /// The place of every item in an order in which needs come first, circles apart.
    rank: Vec<usize>,
    circular: Vec<bool>,
}

impl Schedule {
    /// The graph of what items depend on and what they block; references that lead nowhere are left out.
    pub fn new(plan: &Plan) -> Self {
        let needs = needs(plan);
        let order = finish_order(&needs);
        let cycles = cycles(&needs, &order);
        let mut schedule = Self {
            rank: vec![0; needs.len()],
            circular: vec![false; needs.len()],
            needs,
            cycles,
        };
        for (at, node) in order.into_iter().enumerate() {
            schedule.rank[node] = at;
        }
        for id in schedule.cycles.iter().flatten() {
            schedule.circular[id.0 as usize] = true;
        }
        schedule
    }

    /// What must be finished first, in the order of the plan.
    pub fn needs(&self, id: ItemId) -> &[ItemId] {
        &self.needs[id.0 as usize]
    }

    /// Its place in an order in which needs come first; members of circles have no true place.
    pub fn rank(&self, id: ItemId) -> usize {
        self.rank[id.0 as usize]
    }

    /// Whether it waits for itself, in the end.
    pub fn is_circular(&self, id: ItemId) -> bool {
        self.circular[id.0 as usize]
    }
}

fn needs(plan: &Plan) -> Vec<Vec<ItemId>> {
    let mut needs = vec![Vec::new(); plan.len()];
    for (id, item) in plan.items() {
        let Item {
            depends_on, blocks, ..
        } = item;
        needs[id.0 as usize].extend(targets(depends_on));
        targets(blocks).for_each(|waiting| needs[waiting.0 as usize].push(id));
    }
    for list in &mut needs {
        list.sort_unstable();
        list.dedup();
    }
    needs
}

fn targets(references: &[Reference]) -> impl Iterator<Item = ItemId> {
    references.iter().filter_map(|reference| reference.to)
}

/// Every node after all that it needs, as far as there is no circle: a walk in depth, without recursion.
fn finish_order(needs: &[Vec<ItemId>]) -> Vec<usize> {
    let mut seen = vec![false; needs.len()];
    let mut order = Vec::with_capacity(needs.len());
    for root in 0..needs.len() {
        let mut path = Vec::new();
        enter(root, &mut seen, &mut path);
        while let Some((node, next)) = path.last_mut() {
            let need = needs[*node].get(*next);
            *next += 1;
            match need {
                Some(need) => enter(need.0 as usize, &mut seen, &mut path),
                None => order.extend(path.pop().map(|(node, _)| node)),
            }
        }
    }
    order
}

fn enter(node: usize, seen: &mut [bool], path: &mut Vec<(usize, usize)>) {
    if !std::mem::replace(&mut seen[node], true) {
        path.push((node, 0));
    }
}

/// The strongly connected components that are circles, by Kosaraju: walk the reversed graph from the last to finish.
fn cycles(needs: &[Vec<ItemId>], order: &[usize]) -> Vec<Vec<ItemId>> {
    let waiting = reversed(needs);
    let mut seen = vec![false; needs.len()];
    let mut cycles = Vec::new();
    for root in order.iter().rev() {
        let mut group = reach(number(*root), &waiting, &mut seen);
        group.sort_unstable();
        if group.len() > 1 || group.iter().any(|id| needs[id.0 as usize].contains(id)) {
            cycles.push(along(&group, needs));
        }
    }
    cycles.sort_unstable();
    cycles
}

fn reversed(needs: &[Vec<ItemId>]) -> Vec<Vec<ItemId>> {
    let mut waiting = vec![Vec::new(); needs.len()];
    for (at, list) in needs.iter().enumerate() {
        list.iter()
            .for_each(|need| waiting[need.0 as usize].push(number(at)));
    }
    waiting
}

/// What can be reached and was not seen before, each after the one it was found from.
fn reach(root: ItemId, edges: &[Vec<ItemId>], seen: &mut [bool]) -> Vec<ItemId> {
    let mut found = Vec::new();
    let mut open = vec![root];
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut seen[id.0 as usize], true) {
            found.push(id);
            open.extend(edges[id.0 as usize].iter().rev());
        }
    }
    found
}

/// The members of a circle, each followed by what it waits for, where there is one way only.
fn along(group: &[ItemId], needs: &[Vec<ItemId>]) -> Vec<ItemId> {
    let inside = |id: &ItemId| group.binary_search(id).ok();
    let places = |id: &ItemId| {
        needs[id.0 as usize]
            .iter()
            .filter_map(inside)
            .map(number)
            .collect()
    };
    let local: Vec<Vec<ItemId>> = group.iter().map(places).collect();
    let walk = reach(number(0), &local, &mut vec![false; group.len()]);
    walk.into_iter()
        .map(|place| group[place.0 as usize])
        .collect()
}

fn number(at: usize) -> ItemId {
    ItemId(u32::try_from(at).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;

    fn task(sample: Sample) -> Sample {
        sample.add(Kind::Task, "T")
    }

    #[test]
    fn blocks_is_needs_from_the_other_side() {
        let plan = task(Sample::default().add(Kind::Blocker, "B").blocks(1)).needs(2);
        let schedule = Schedule::new(&task(plan).plan());
        assert_eq!(schedule.needs(id(1)), [id(0), id(2)]);
        assert!(schedule.rank(id(2)) < schedule.rank(id(1)));
        assert!(schedule.cycles.is_empty());
    }

    #[test]
    fn circles_are_told_along_the_waiting() {
        let plan = task(task(task(task(Sample::default()).needs(2)).needs(0)).needs(1))
            .needs(3)
            .plan();
        let schedule = Schedule::new(&plan);
        assert_eq!(schedule.cycles, [vec![id(0), id(2), id(1)], vec![id(3)]]);
        assert!(schedule.is_circular(id(3)));
    }

    #[test]
    fn long_chains_end() {
        let plan = (1..=20_000)
            .fold(Sample::default(), |plan, next| {
                task(plan).needs(next % 20_000)
            })
            .plan();
        assert_eq!(Schedule::new(&plan).cycles[0].len(), 20_000);
    }
}
