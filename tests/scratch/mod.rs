//! A temporary plan for tests, written file by file and removed with its value.
#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    missing_docs,
    reason = "every test crate uses its own part of this"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A folder of its own: `Scratch::new("cycle").file("a.md", "# A").file("prd/b.md", "# B")`.
///
/// Bind it to a name (`let plan = …`): the folder goes when the value does.
#[must_use]
pub(crate) struct Scratch {
    root: PathBuf,
}

impl Scratch {
    /// Makes an empty folder; the name only tells a person which test it belonged to.
    pub(crate) fn new(name: &str) -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let root = Path::new(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("{name}-{}-{number}", process::id()));
        // A killed test leaves its folder behind, and process ids come round again.
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).unwrap();
        Self { root }
    }

    /// Writes one file and the folders above it; also over an earlier one, also bytes that are no text.
    pub(crate) fn file(self, path: &str, text: impl AsRef<[u8]>) -> Self {
        let file = self.root.join(path);
        assert!(
            file.starts_with(&self.root) && !path.contains(".."),
            "`{path}` is outside the plan"
        );
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
        self
    }

    /// Where the plan lies.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Not a reason to fail: a panic here would hide the one that the test is about.
        let _ = fs::remove_dir_all(&self.root);
    }
}
