//! What of a graph is drawn: all of it where it is small, else what decides.

use std::collections::BTreeSet;

use crate::edition::Edition;
use crate::edition::entry::Readiness;
use crate::model::status::Status;
use crate::page::graph::link::Link;

/// So many things can be looked at in one drawing.
pub const MOST: usize = 40;

/// So many of them stand beside the path that decides.
const NEAR: usize = 24;

/// How much of it is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All.
    #[default]
    All,
    /// What is not complete.
    Open,
    /// The critical path, what stands beside it, what is blocked and what is in a circle.
    Near,
    /// The beginning of what is not complete, for even that is too much.
    Start,
}

/// What is drawn.
#[derive(Clone, Debug, Default)]
pub struct Picture {
    /// How much of it is drawn.
    pub extent: Extent,
    /// Of how many things.
    pub all: usize,
    /// What is drawn, in the order of the plan.
    pub shown: Vec<usize>,
    /// What leads from one to the other.
    pub links: Vec<Link>,
    /// The longest chain of open work, the first to be done first.
    pub path: Vec<usize>,
}

impl Picture {
    /// Of these things, with the links between them; where there is a goal, what is open leads to that at least.
    pub fn new(
        edition: &Edition,
        all: &[usize],
        links: &[Link],
        path: &[usize],
        has_goal: bool,
    ) -> Self {
        let whole: BTreeSet<usize> = all.iter().copied().collect();
        let is_open = |at: &usize| !edition.items[*at].finished;
        let open: BTreeSet<usize> = whole.iter().copied().filter(is_open).collect();
        let (extent, shown) = extent(edition, &whole, &open, links, path);
        // One step alone is no chain.
        let path = if path.len() > 1 { path } else { &[] };
        let is_shown = |link: &&Link| shown.contains(&link.from) && shown.contains(&link.to);
        let links: Vec<Link> = links.iter().filter(is_shown).copied().collect();
        let linked: BTreeSet<usize> = links.iter().flat_map(|link| [link.from, link.to]).collect();
        // Where only what decides is drawn, what is tied to nothing of it stands in the tables alone.
        let is_whole = matches!(extent, Extent::All | Extent::Open);
        let leads_on = |at: &usize| {
            linked.contains(at) || has_goal && open.contains(at) && (is_whole || path.contains(at))
        };
        let shown: Vec<usize> = shown.into_iter().filter(leads_on).collect();
        Self {
            extent,
            all: whole.len(),
            path: path
                .iter()
                .copied()
                .filter(|at| shown.contains(at))
                .collect(),
            links,
            shown,
        }
    }

    /// Whether one follows the other on the longest chain.
    pub fn is_step(&self, from: usize, to: usize) -> bool {
        self.path.windows(2).any(|pair| pair == [from, to])
    }

    /// Whether it is drawn.
    pub fn has(&self, at: usize) -> bool {
        self.shown.binary_search(&at).is_ok()
    }
}

/// How much can be looked at, and what that is.
fn extent(
    edition: &Edition,
    whole: &BTreeSet<usize>,
    open: &BTreeSet<usize>,
    links: &[Link],
    path: &[usize],
) -> (Extent, BTreeSet<usize>) {
    if whole.len() <= MOST {
        return (Extent::All, whole.clone());
    }
    if open.len() <= MOST {
        return (Extent::Open, open.clone());
    }
    let near = near(edition, open, links, path);
    match near.len() {
        1..=MOST => (Extent::Near, near),
        0 => (Extent::Start, first(open)),
        _ => (Extent::Start, first(&near)),
    }
}

fn first(all: &BTreeSet<usize>) -> BTreeSet<usize> {
    all.iter().copied().take(MOST).collect()
}

/// The path, what is in a circle or blocked, and as much of what stands beside these as there is room for.
fn near(
    edition: &Edition,
    open: &BTreeSet<usize>,
    links: &[Link],
    path: &[usize],
) -> BTreeSet<usize> {
    let circles = edition.circles.iter().flatten();
    let kept: BTreeSet<usize> = path.iter().chain(circles).copied().collect();
    let mut kept: BTreeSet<usize> = kept.intersection(open).copied().collect();
    let stuck: Vec<usize> = open
        .iter()
        .copied()
        .filter(|at| is_blocked(edition, *at))
        .collect();
    if kept.len() + stuck.len() <= MOST {
        kept.extend(stuck);
    }
    let beside = links
        .iter()
        .filter(|link| kept.contains(&link.from) != kept.contains(&link.to));
    let beside = beside.flat_map(|link| [link.from, link.to]);
    let beside: Vec<usize> = beside.filter(|at| open.contains(at)).collect();
    for at in beside {
        if kept.len() < NEAR {
            kept.insert(at);
        }
    }
    kept
}

/// Whether an item is blocked itself.
pub fn is_blocked(edition: &Edition, at: usize) -> bool {
    let item = &edition.items[at];
    item.state() == Status::Blocked || matches!(item.readiness, Some(Readiness::Blocked(_)))
}
