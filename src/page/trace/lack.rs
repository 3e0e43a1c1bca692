//! What items of a plan have of what they should have, and which of them have it not.

use crate::edition::Edition;
use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::trace::above::{above, counts, nearest};
use crate::page::trace::ladder::Ladder;

/// So many gaps are told even where most have none of it.
const FEW: usize = 20;

/// The kinds that are asked for criteria; the first of which one has some.
const JUDGED: [Kind; 5] = [
    Kind::Story,
    Kind::Feature,
    Kind::Task,
    Kind::Milestone,
    Kind::Phase,
];

/// What an item can lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// What is above it: the first kind is a part of the second.
    Above(Kind, Kind),
    /// Parts: the first kind has parts of the second.
    Below(Kind, Kind),
    /// Criteria.
    Criteria(Kind),
    /// A document, where others have one.
    Document,
}

/// How many have something, and which have it not.
#[derive(Clone, Debug)]
pub struct Coverage {
    /// What it is.
    pub lack: Lack,
    /// How many have it.
    pub have: usize,
    /// How many could.
    pub of: usize,
    /// Open ones that have it not; none where it is not used to be written.
    pub missing: Vec<usize>,
    /// Finished ones that went without it: nobody will mend these any more.
    pub past: Vec<usize>,
}

/// Everything that the levels of a plan ask for, from the top to the bottom; what nothing has is not asked for.
pub fn coverage(edition: &Edition, ladder: &Ladder) -> Vec<Coverage> {
    let above = |kind: &Kind| ladder.usual(*kind).map(|upper| Lack::Above(*kind, upper));
    let below = |kind: &Kind| ladder.parts(*kind).map(|lower| Lack::Below(*kind, lower));
    let criteria = JUDGED.into_iter().find(|kind| {
        let mut items = edition.items.iter();
        ladder.levels.contains(kind)
            && items.any(|item| item.kind == *kind && counts(item) && has_criteria(item))
    });
    let levels = ladder.levels.iter();
    let lacks = levels.flat_map(|kind| {
        let document = (*kind == Kind::Feature).then_some(Lack::Document);
        let criteria = criteria.filter(|judged| judged == kind).map(Lack::Criteria);
        [above(kind), document, criteria, below(kind)]
            .into_iter()
            .flatten()
    });
    lacks
        .map(|lack| judge(edition, ladder, lack))
        .filter(|found| found.have > 0)
        .collect()
}

fn judge(edition: &Edition, ladder: &Ladder, lack: Lack) -> Coverage {
    let mut found = Coverage {
        lack,
        have: 0,
        of: 0,
        missing: Vec::new(),
        past: Vec::new(),
    };
    for (at, item) in edition.items.iter().enumerate() {
        if item.kind != lack.kind() || !counts(item) {
            continue;
        }
        let Some(has) = lack.holds(edition, ladder, at, item) else {
            continue;
        };
        found.of += 1;
        found.have += usize::from(has);
        if !has {
            found.missing.push(at);
        }
    }
    let is_habit =
        found.missing.len() <= FEW.min(found.have * 4) || found.have >= found.missing.len();
    if !is_habit {
        found.missing.clear();
    }
    let is_past = |at: &usize| edition.items[*at].finished;
    (found.past, found.missing) = found.missing.into_iter().partition(is_past);
    found
}

impl Lack {
    /// The kind that can lack it.
    pub fn kind(self) -> Kind {
        match self {
            Self::Above(kind, _) | Self::Below(kind, _) | Self::Criteria(kind) => kind,
            Self::Document => Kind::Feature,
        }
    }

    /// Its anchor on a page.
    pub fn anchor(self) -> String {
        match self {
            Self::Above(low, high) => format!("above.{}.{}", low.name(), high.name()),
            Self::Below(high, low) => format!("below.{}.{}", high.name(), low.name()),
            Self::Criteria(kind) => format!("criteria.{}", kind.name()),
            Self::Document => "document".into(),
        }
    }

    /// Whether an item has it; nothing where it is not asked.
    fn holds(self, edition: &Edition, ladder: &Ladder, at: usize, item: &Entry) -> Option<bool> {
        match self {
            Self::Above(kind, upper) => {
                let way = above(edition, at);
                // What is part of its own kind leads where that leads.
                let is_inner = nearest(edition, &way, kind).is_some();
                let is_outside = item.parent.as_ref().is_some_and(|parent| parent.external);
                // What leaves a level out on the usual way lacks it; what goes another way does not.
                let kinds = way.iter().map(|at| edition.items[*at].kind);
                let mut others = kinds.filter(|other| ladder.levels.contains(other));
                let goes_another_way = others
                    .next()
                    .is_some_and(|other| !ladder.is_above(other, upper));
                (!is_inner).then(|| {
                    is_outside || goes_another_way || nearest(edition, &way, upper).is_some()
                })
            }
            Self::Below(..) => {
                let level = |at: &usize| edition.items[*at].kind.level().is_some();
                Some(item.children.iter().any(level))
            }
            Self::Criteria(_) => Some(has_criteria(item)),
            Self::Document => Some(item.has_page),
        }
    }
}

fn has_criteria(item: &Entry) -> bool {
    !item.criteria.is_empty()
}
