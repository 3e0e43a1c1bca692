//! The ways of a plan from its milestones down to its tasks, as rows.

use std::collections::{BTreeMap, BTreeSet};

use crate::edition::Edition;
use crate::page::prose::ids::Ids;
use crate::page::trace::above::{above, nearest};
use crate::page::trace::lack::{Coverage, coverage};
use crate::page::trace::ladder::Ladder;

/// As many rows and items are looked through on one page.
const ROWS: usize = 100;
const LEAVES: usize = 400;

/// The name of the page.
pub const NAME: &str = "trace";

/// The name of the pages of all gaps, where these are many.
pub const GAPS: &str = "trace-gaps";

/// How the work of a plan leads up to its roadmap.
#[derive(Debug, Default)]
pub struct Trace {
    /// The levels of the plan.
    pub ladder: Ladder,
    /// What is asked of each level, and what is missing.
    pub coverage: Vec<Coverage>,
    /// The rows by milestone, in the order of the plan; those that lead to none come last.
    pub groups: Vec<Group>,
    /// Whether each milestone has a page of its own.
    pub is_long: bool,
    /// What each open item lacks: places in `coverage`.
    lacks: BTreeMap<usize, Vec<usize>>,
}

/// The rows of a milestone.
#[derive(Debug, Default)]
pub struct Group {
    /// The milestone, or else what is above milestones; none for what leads to nothing.
    pub at: Option<usize>,
    /// The name of its page, where it has one.
    pub name: String,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A way down from a milestone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What it goes through, one for each level between; none where it leaves a level out.
    pub path: Vec<Option<usize>>,
    /// What stands at its end.
    pub leaves: Vec<usize>,
}

/// A path that can be put in order: what leaves a level out comes last.
type Order = Vec<(bool, usize)>;

impl Trace {
    /// Of this edition; without groups where nothing is a part of anything.
    pub fn new(edition: &Edition) -> Self {
        let Some(ladder) = Ladder::new(edition) else {
            return Self::default();
        };
        let coverage = coverage(edition, &ladder);
        let mut lacks: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, found) in coverage.iter().enumerate() {
            for at in &found.missing {
                lacks.entry(*at).or_default().push(number);
            }
        }
        let mut groups = groups(edition, &ladder);
        let rows: usize = groups.iter().map(|group| group.rows.len()).sum();
        let leaves = groups.iter().flat_map(|group| &group.rows);
        let leaves: usize = leaves.map(|row| row.leaves.len()).sum();
        name(edition, &mut groups);
        Self {
            is_long: groups.len() > 1 && (rows > ROWS || leaves > LEAVES),
            ladder,
            coverage,
            groups,
            lacks,
        }
    }

    /// How many gaps there are in open work.
    pub fn gaps(&self) -> usize {
        self.lacks.values().map(Vec::len).sum()
    }

    /// How many gaps finished work was left with.
    pub fn past(&self) -> usize {
        self.coverage.iter().map(|found| found.past.len()).sum()
    }

    /// What an open item lacks.
    pub fn lacks(&self, at: usize) -> impl Iterator<Item = &Coverage> {
        let numbers = self.lacks.get(&at).map_or(&[][..], Vec::as_slice);
        numbers.iter().map(|number| &self.coverage[*number])
    }

    /// How many gaps are in a row; what stands in several rows is counted in the first.
    pub fn gaps_of(&self, rows: &[Row]) -> usize {
        let items = rows
            .iter()
            .flat_map(|row| row.path.iter().flatten().chain(&row.leaves));
        let items: BTreeSet<usize> = items.copied().collect();
        items.iter().map(|at| self.lacks(*at).count()).sum()
    }

    /// Whether anything in a row, or of it, is missing.
    pub fn has_gap(&self, row: &Row) -> bool {
        let mut items = row.path.iter().flatten().chain(&row.leaves);
        items.any(|at| self.lacks.contains_key(at))
    }
}

/// Each group has a name for its page, which no other has.
fn name(edition: &Edition, groups: &mut [Group]) {
    let mut ids = Ids::default();
    ids.give("none");
    for group in groups {
        let name = match group.at {
            Some(at) => ids.take(&edition.items[at].key),
            None => "none".into(),
        };
        group.name = format!("{NAME}/{name}");
    }
}

fn groups(edition: &Edition, ladder: &Ladder) -> Vec<Group> {
    let (group, leaf) = (ladder.group(), ladder.leaf());
    let mut found: BTreeMap<(bool, usize), BTreeMap<Order, Row>> = BTreeMap::new();
    for (at, item) in edition.items.iter().enumerate() {
        if item.discovered || !ladder.levels.contains(&item.kind) {
            continue;
        }
        let mut way = vec![at];
        way.extend(above(edition, at));
        if item.kind == group {
            found.entry((false, at)).or_default();
            continue;
        }
        if ladder.upper().contains(&item.kind) {
            continue;
        }
        let home = home(edition, ladder, &way[1..]);
        let path: Vec<Option<usize>> = ladder
            .middle()
            .iter()
            .map(|kind| nearest(edition, &way, *kind))
            .collect();
        let order = path
            .iter()
            .map(|at| (at.is_none(), at.unwrap_or(0)))
            .collect();
        let rows = found
            .entry((home.is_none(), home.unwrap_or(0)))
            .or_default();
        let row = rows.entry(order).or_insert_with(|| Row {
            path,
            leaves: Vec::new(),
        });
        if item.kind == leaf {
            row.leaves.push(at);
        }
    }
    let group = |((is_none, at), rows): ((bool, usize), BTreeMap<Order, Row>)| Group {
        at: (!is_none).then_some(at),
        name: String::new(),
        rows: thinned(rows),
    };
    found.into_iter().map(group).collect()
}

/// The nearest item of the level of groups, else of one above it.
fn home(edition: &Edition, ladder: &Ladder, way: &[usize]) -> Option<usize> {
    let own = nearest(edition, way, ladder.group());
    let is_upper = |at: &usize| ladder.upper().contains(&edition.items[*at].kind);
    own.or_else(|| way.iter().copied().find(is_upper))
}

/// Without the rows that only begin a way which others go on with; a group without any has an empty one.
fn thinned(rows: BTreeMap<Order, Row>) -> Vec<Row> {
    let rows: Vec<Row> = rows.into_values().collect();
    let begins = begun(&rows);
    let kept = rows.into_iter().zip(begins);
    let kept: Vec<Row> = kept
        .filter(|(_, begins)| !begins)
        .map(|(row, _)| row)
        .collect();
    match kept.is_empty() {
        true => vec![Row::default()],
        false => kept,
    }
}

/// Which rows are without leaves and have a longer way beside them: those begin with the same items.
fn begun(rows: &[Row]) -> Vec<bool> {
    let mut starts: BTreeSet<Vec<usize>> = BTreeSet::new();
    for row in rows {
        let known: Vec<usize> = row.path.iter().flatten().copied().collect();
        for end in 1..known.len() {
            starts.insert(known[..end].to_vec());
        }
    }
    let is_begun = |row: &Row| {
        let known: Vec<usize> = row.path.iter().flatten().copied().collect();
        row.leaves.is_empty() && starts.contains(&known)
    };
    rows.iter().map(is_begun).collect()
}
