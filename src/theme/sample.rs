//! Folders of themes for tests, removed with their value.

use std::fs;
use std::path::{Path, PathBuf};

/// A folder for one test.
pub(super) struct Folder(PathBuf);

impl Folder {
    /// An empty one; the name only keeps tests apart.
    pub(super) fn new(name: &str) -> Self {
        let name = format!("plansite-theme-{name}-{}", std::process::id());
        let root = std::env::temp_dir().join(name);
        // A killed test leaves its folder behind.
        let _ = fs::remove_dir_all(&root);
        fs::create_dir_all(&root).unwrap();
        Self(root)
    }

    /// Writes one file and the folders above it.
    pub(super) fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let file = self.0.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
        self
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
