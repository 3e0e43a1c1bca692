//! The folder in which the paths of documents begin.

use std::path::Path;

/// The folder itself; of a single document, the folder that it lies in.
pub fn folder(root: &Path) -> &Path {
    let above = || root.parent().filter(|above| !above.as_os_str().is_empty());
    if root.is_file() {
        above().unwrap_or(Path::new("."))
    } else {
        root
    }
}
