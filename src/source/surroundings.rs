//! What lies beside the documents: whether there is anything where a link leads.

use std::path::{Component, Path, PathBuf};

use crate::source::folder::folder;

/// The folder of the documents, and those around it up to the root of the repository.
#[derive(Debug)]
pub struct Surroundings {
    root: PathBuf,
    above: Vec<PathBuf>,
}

impl Surroundings {
    /// Around these documents.
    pub fn of(root: &Path) -> Self {
        let folder = folder(root);
        let real = folder
            .canonicalize()
            .unwrap_or_else(|_| folder.to_path_buf());
        let all: Vec<PathBuf> = real.ancestors().map(Path::to_path_buf).collect();
        let top = all.iter().position(|folder| folder.join(".git").exists());
        Self {
            above: all[..top.map_or(1, |top| top + 1)].to_vec(),
            root: real,
        }
    }

    /// Whether something lies at this path below the folder of the documents; a path that begins with a slash may lie
    /// below any folder up to the root of the repository.
    pub fn hold(&self, path: &str) -> bool {
        match path.strip_prefix('/') {
            Some(path) => self.above.iter().any(|folder| lies(folder, path)),
            None => lies(&self.root, path),
        }
    }
}

/// A name that the system cannot have is none to be missed, and nobody looks where a path leads out of the folder.
fn lies(folder: &Path, path: &str) -> bool {
    let is_inside = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    let path = Path::new(path);
    !path.components().all(is_inside) || folder.join(path).try_exists().unwrap_or(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_lies_around_its_documents() {
        let around = Surroundings::of(Path::new("src/source"));
        assert!(around.hold("mod.rs") && around.hold("/src/lib.rs") && around.hold("/mod.rs"));
        assert!(around.hold("//gone") && around.hold("../gone") && around.hold("/../gone"));
        assert!(!around.hold("lib.rs") && !around.hold("/src/nothing.rs"));
    }
}
