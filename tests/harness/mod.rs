//! What several tests have in common: runs of the program, folders, repositories, expected files.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    reason = "every test crate uses its own part of this"
)]

pub(crate) mod expected;
pub(crate) mod plans;
pub(crate) mod repository;
pub(crate) mod run;
pub(crate) mod tree;
