//! Which levels a plan has, from the top to the bottom, as its own items are parts of one another.

use crate::edition::Edition;
use crate::model::kind::Kind;
use crate::page::trace::above::{above, counts};

/// The kinds that can be levels, as they usually lie above one another.
const KINDS: [Kind; 5] = [
    Kind::Phase,
    Kind::Milestone,
    Kind::Feature,
    Kind::Story,
    Kind::Task,
];

/// How often a kind of the first index is right above one of the second.
type Links = [[usize; 5]; 5];

/// The levels of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ladder {
    /// The levels, from the top to the bottom; at least two.
    pub levels: Vec<Kind>,
    /// What items of each level are mostly parts of.
    usual: Vec<Option<Kind>>,
    /// What parts items of each level mostly have.
    parts: Vec<Option<Kind>>,
}

impl Ladder {
    /// The levels of this edition; none where nothing is a part of anything.
    pub fn new(edition: &Edition) -> Option<Self> {
        let mut links: Links = [[0; 5]; 5];
        let items = edition.items.iter().enumerate();
        for (at, item) in items.filter(|(_, item)| counts(item)) {
            let Some(low) = place(item.kind) else {
                continue;
            };
            let way = above(edition, at).into_iter();
            let mut kinds = way.filter_map(|above| place(edition.items[above].kind));
            if let Some(high) = kinds.find(|high| *high != low) {
                links[high][low] += 1;
            }
        }
        Self::of(&links)
    }

    fn of(links: &Links) -> Option<Self> {
        let is_linked = |at: &usize| (0..5).any(|other| links[*at][other] + links[other][*at] > 0);
        let used: Vec<usize> = (0..5).filter(is_linked).collect();
        let order = best(&used, links);
        let most = |counts: Vec<(usize, usize)>| {
            let found = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
            (found.1 > 0).then_some(KINDS[found.0])
        };
        let usual = |low: usize| {
            let higher = order.iter().take_while(|other| **other != order[low]);
            most(
                higher
                    .map(|high| (*high, links[*high][order[low]]))
                    .collect(),
            )
        };
        let parts = |high: usize| {
            let lower = order[high + 1..].iter();
            most(lower.map(|low| (*low, links[order[high]][*low])).collect())
        };
        (order.len() > 1).then(|| Self {
            usual: (0..order.len()).map(usual).collect(),
            parts: (0..order.len()).map(parts).collect(),
            levels: order.iter().map(|at| KINDS[*at]).collect(),
        })
    }

    fn level(&self, kind: Kind) -> Option<usize> {
        self.levels.iter().position(|level| *level == kind)
    }

    /// What items of a level are mostly parts of.
    pub fn usual(&self, kind: Kind) -> Option<Kind> {
        self.usual[self.level(kind)?]
    }

    /// Whether a level lies above another one, as items mostly are parts of one another.
    pub fn is_above(&self, high: Kind, low: Kind) -> bool {
        let mut way = std::iter::successors(self.usual(low), |kind| self.usual(*kind));
        way.any(|kind| kind == high)
    }

    /// What parts items of a level mostly have.
    pub fn parts(&self, kind: Kind) -> Option<Kind> {
        self.parts[self.level(kind)?]
    }

    /// The lowest level.
    pub fn leaf(&self) -> Kind {
        self.levels.last().copied().unwrap_or(Kind::Task)
    }

    /// The level by which the table is grouped: milestones, else phases, else what is on top.
    pub fn group(&self) -> Kind {
        let told = [Kind::Milestone, Kind::Phase].into_iter();
        let mut told = told.filter(|kind| self.levels.contains(kind) && *kind != self.leaf());
        told.next().unwrap_or(self.levels[0])
    }

    /// The levels above the groups.
    pub fn upper(&self) -> &[Kind] {
        let group = self.level(self.group()).unwrap_or(0);
        &self.levels[..group]
    }

    /// The levels between the groups and the lowest one.
    pub fn middle(&self) -> &[Kind] {
        let group = self.level(self.group()).unwrap_or(0);
        &self.levels[group + 1..self.levels.len() - 1]
    }

    /// Whether each level is mostly part of the one above it.
    pub fn is_plain(&self) -> bool {
        let pairs = self.levels.windows(2);
        pairs
            .into_iter()
            .all(|pair| self.usual(pair[1]) == Some(pair[0]))
    }
}

fn place(kind: Kind) -> Option<usize> {
    KINDS.iter().position(|other| *other == kind)
}

/// The order in which most parts lie below what they are parts of; of equal ones the usual one.
fn best(used: &[usize], links: &Links) -> Vec<usize> {
    let mut best: Option<(usize, Vec<usize>)> = None;
    let mut order = Vec::new();
    try_all(used, links, &mut order, &mut best);
    best.map(|(_, order)| order).unwrap_or_default()
}

fn try_all(
    used: &[usize],
    links: &Links,
    order: &mut Vec<usize>,
    best: &mut Option<(usize, Vec<usize>)>,
) {
    if order.len() == used.len() {
        let downward = order.iter().enumerate();
        let downward =
            downward.flat_map(|(at, high)| order[at + 1..].iter().map(|low| links[*high][*low]));
        let sum: usize = downward.sum();
        if best.as_ref().is_none_or(|(known, _)| sum > *known) {
            *best = Some((sum, order.clone()));
        }
        return;
    }
    for at in used {
        if !order.contains(at) {
            order.push(*at);
            try_all(used, links, order, best);
            order.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ladder(pairs: &[(Kind, Kind, usize)]) -> Option<Ladder> {
        let mut links: Links = [[0; 5]; 5];
        for (high, low, count) in pairs {
            links[place(*high).unwrap()][place(*low).unwrap()] = *count;
        }
        Ladder::of(&links)
    }

    #[test]
    fn levels_lie_as_the_plan_has_them() {
        use Kind::{Feature, Milestone, Phase, Story, Task};
        let usual = ladder(&[
            (Milestone, Feature, 5),
            (Feature, Story, 9),
            (Story, Task, 20),
            (Milestone, Task, 2),
        ])
        .unwrap();
        assert_eq!(usual.levels, [Milestone, Feature, Story, Task]);
        assert_eq!(
            (usual.group(), usual.middle()),
            (Milestone, &[Feature, Story][..])
        );
        assert_eq!(
            (usual.usual(Task), usual.parts(Feature)),
            (Some(Story), Some(Story))
        );
        assert!(usual.is_plain());
        assert!(usual.is_above(Milestone, Task) && !usual.is_above(Task, Milestone));
        let epics = ladder(&[
            (Feature, Milestone, 146),
            (Milestone, Phase, 253),
            (Phase, Task, 432),
        ])
        .unwrap();
        assert_eq!(epics.levels, [Feature, Milestone, Phase, Task]);
        assert_eq!(
            (epics.upper(), epics.middle()),
            (&[Feature][..], &[Phase][..])
        );
    }

    #[test]
    fn two_levels_are_enough_and_one_is_not() {
        let two = ladder(&[(Kind::Phase, Kind::Task, 16)]).unwrap();
        assert_eq!(
            (two.group(), two.leaf(), two.middle().len()),
            (Kind::Phase, Kind::Task, 0)
        );
        let high = ladder(&[(Kind::Feature, Kind::Milestone, 6)]).unwrap();
        assert_eq!(
            (high.group(), high.leaf()),
            (Kind::Feature, Kind::Milestone)
        );
        assert_eq!(ladder(&[]), None);
    }
}
