//! The outside world of documents: which files there are, and what they hold.

pub mod walk;
