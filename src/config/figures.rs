//! `[progress]` and `[sprints]`: how figures are counted.

use crate::config::choice::WEIGHTS;
use crate::config::entry::{Entry, Faults};
use crate::config::reference::{PROGRESS, SPRINTS};

/// What one task counts in a figure of progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// One.
    #[default]
    Count,
    /// Its estimate, where all have one of the same unit.
    Estimate,
}

/// What is known of the sprints beforehand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sprints {
    /// How many days one has.
    pub length: Option<u32>,
    /// How much the team can take on in one.
    pub capacity: Option<f64>,
}

/// Reads the table of progress.
pub(super) fn progress(entry: &Entry<'_>, weight: &mut Weight, faults: &mut Faults) {
    for part in entry.known(&PROGRESS.names(), faults) {
        if part.choice("weight", WEIGHTS, faults) == Some("estimate") {
            *weight = Weight::Estimate;
        }
    }
}

/// Reads the table of sprints.
pub(super) fn sprints(entry: &Entry<'_>, sprints: &mut Sprints, faults: &mut Faults) {
    for part in entry.known(&SPRINTS.names(), faults) {
        match part.name {
            "length" => sprints.length = part.days(faults),
            "capacity" => sprints.capacity = part.amount(faults),
            _ => {}
        }
    }
}
