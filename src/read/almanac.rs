//! What the words of the calendar mean.

use crate::model::when::{Precision, Unit};
use crate::read::vocabulary::calendar::{COUNTED, MONTHS, PERIODS};

/// The month of a word.
pub fn month(word: &str) -> Option<u32> {
    let at = MONTHS.iter().position(|names| has(names, word))?;
    u32::try_from(at + 1).ok()
}

/// The longer time of a year that a word counts: "quarter".
pub fn precision(word: &str) -> Option<Precision> {
    let found = PERIODS.iter().find(|(_, names)| has(names, word))?;
    Some(found.0)
}

/// What a word counts from the beginning of the plan: "week".
pub fn unit(word: &str) -> Option<Unit> {
    let found = COUNTED.iter().find(|(_, names)| has(names, word))?;
    Some(found.0)
}

/// Whether a word stands before or behind the number of a time.
pub fn is_calendar(word: &str) -> bool {
    precision(word).is_some() || unit(word).is_some()
}

fn has(names: &str, word: &str) -> bool {
    names.split(' ').any(|name| name == word)
}
