//! Work that is kept in an archive: its status was the last word, and nobody means to begin it.

use crate::edition::entry::Entry;

/// How the folders of archives are called, whole or at their beginning.
const FOLDERS: [&str; 4] = ["archive", "_archive", ".archive", "attic"];

/// Whether an item stands in a document that lies in an archive.
pub fn is_archived(item: &Entry) -> bool {
    let source = item.sources.first();
    source.is_some_and(|source| lies_in_archive(&source.file))
}

fn lies_in_archive(path: &str) -> bool {
    let mut folders = path.split('/').rev().skip(1);
    folders.any(|folder| {
        let folder = folder.to_lowercase();
        FOLDERS.iter().any(|name| folder.starts_with(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_archive_is_a_folder() {
        assert!(lies_in_archive("work/archived-epics/ai/plan.md"));
        assert!(lies_in_archive("Archive/plan.md"));
        assert!(!lies_in_archive("docs/archive.md"));
        assert!(!lies_in_archive("docs/search-archive/plan.md"));
    }
}
