//! Short names for what is compared later.

use std::hash::{DefaultHasher, Hash, Hasher};

/// A number for a value; equal ones have the same, in this run of the program.
pub fn hash(value: &(impl Hash + ?Sized)) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// The number as it is sent.
pub fn named(hash: u64) -> String {
    format!("{hash:016x}")
}
