//! Documents that are laid away: nobody is going to do what is still open in them.

use crate::model::item::Item;
use crate::model::status::Status;
use crate::text::similar::fold;

/// Takes open items for dropped that stand nowhere but in a folder `archive`.
pub fn lay_away(paths: &[String], items: &mut [Item]) {
    for item in items {
        let mut files = item
            .sources
            .iter()
            .map(|source| source.place.file.0 as usize);
        let Some(status) = &mut item.status else {
            continue;
        };
        let is_open = matches!(
            status.value,
            Status::Planned | Status::Active | Status::Blocked
        );
        if is_open && files.all(|file| is_archived(&paths[file])) {
            status.value = Status::Dropped;
        }
    }
}

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
