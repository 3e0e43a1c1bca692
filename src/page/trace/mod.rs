//! Whether the work leads up to the roadmap: which levels a plan has, what is on each way, and what is missing on it.

pub mod above;
pub mod lack;
pub mod ladder;
pub mod matrix;
pub mod words;
