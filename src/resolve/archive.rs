//! Documents that are laid away: what is in them gives way to what is alive.

use crate::text::similar::fold;

/// Whether a document lies in a folder `archive`.
pub fn is_archived(path: &str) -> bool {
    let mut folders = path.rsplit('/').skip(1);
    folders.any(|folder| matches!(fold(folder).as_str(), "archive" | "archived" | "attic"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn archives_are_folders() {
        assert!(is_archived("backlog/archive/tasks/t-1.md") && is_archived("_archive/t-1.md"));
        assert!(!is_archived("tasks/archive.md") && !is_archived("archived-epics/a.md"));
    }
}
