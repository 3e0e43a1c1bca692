//! The outside world of documents: which files there are, what they hold, and what git knows of them.

pub mod absence;
pub mod folder;
pub mod git;
pub mod picture;
pub mod repository;
pub mod shelf;
mod size;
pub mod surroundings;
pub mod touch;
pub mod walk;
