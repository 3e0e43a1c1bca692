//! What was read as a whole: how many documents hold items, which were left as prose and why, and what nobody claimed.

use std::collections::BTreeMap;

use crate::edition::framework::{Framework, frameworks};
use crate::edition::record::Record;
use crate::edition::why::Why;
use crate::model::kind::Kind;
use crate::model::unclaimed::Unclaimed;

/// What was read of all documents.
#[derive(Clone, Debug, Default)]
pub struct Reads {
    /// How many documents there are.
    pub documents: usize,
    /// How many of them hold items.
    pub with_items: usize,
    /// How many items of each kind there are.
    pub items: BTreeMap<Kind, usize>,
    /// Why documents were left as prose, and which, by position.
    pub left: BTreeMap<Why, Vec<usize>>,
    /// How many documents have lines in doubt.
    pub in_doubt: usize,
    /// Tables and lists that nobody claimed: the document, the line, and what they are.
    pub unclaimed: Vec<(usize, usize, Unclaimed)>,
    /// The frameworks that the paths show.
    pub frameworks: Vec<Framework>,
}

impl Reads {
    /// Of these documents.
    pub fn of(record: &Record) -> Self {
        let mut reads = Self {
            documents: record.len(),
            frameworks: frameworks((0..record.len()).map(|at| record.path(at))),
            items: record.kinds(),
            ..Self::default()
        };
        for at in 0..record.len() {
            match record.why(at) {
                None => reads.with_items += 1,
                Some(why) => reads.left.entry(why).or_default().push(at),
            }
            reads.in_doubt += usize::from(record.doubt_count(at) > 0);
            let unclaimed = record.unclaimed(at);
            reads
                .unclaimed
                .extend(unclaimed.map(|(line, one)| (at, line, one.clone())));
        }
        reads
    }

    /// How many documents were left for this reason.
    pub fn count(&self, why: Why) -> usize {
        self.left.get(&why).map_or(0, Vec::len)
    }
}
