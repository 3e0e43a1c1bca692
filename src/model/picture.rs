//! A picture, or another file beside the documents that is copied.

use std::path::PathBuf;

/// Where it lies, and what a page needs to know of it beforehand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The file.
    pub place: PathBuf,
    /// Its width and height in pixels, where the file says them at once.
    pub size: Option<(u32, u32)>,
}
