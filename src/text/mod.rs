//! Where words stand in a file: spans, places, and how names resemble one another.

pub mod file;
pub mod mojibake;
pub mod path;
pub mod similar;
pub mod slot;
pub mod span;
