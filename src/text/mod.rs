//! Where words stand in a file and how they are replaced: spans, places, edits; and how names resemble one another.

pub mod edit;
pub mod file;
pub mod mojibake;
pub mod path;
pub mod similar;
pub mod slot;
pub mod span;
