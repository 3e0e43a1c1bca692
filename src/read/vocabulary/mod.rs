//! The built-in vocabulary. Most new conventions are a new word here.

pub mod active;
pub mod asides;
pub mod calendar;
pub mod fields;
pub mod folders;
pub mod foreign;
pub mod foreign_fields;
pub mod foreign_statuses;
pub mod gaps;
pub mod kinds;
pub mod planned;
pub mod references;
pub mod statuses;
pub mod stories;
pub mod terms;
pub mod ties;
pub mod topics;
