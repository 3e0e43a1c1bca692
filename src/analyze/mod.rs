//! From the plan to its numbers.

pub mod below;
pub mod children;
pub mod completion;
pub mod critical;
pub mod declared;
pub mod estimate;
pub mod progress;
pub mod readiness;
#[cfg(test)]
mod sample;
pub mod schedule;
