//! What happened since the last look, as far as it matters to the preview.

use std::path::{Path, PathBuf};

use crate::config::FILE_NAME;
use crate::emit::manifest::MANIFEST;
use crate::pipeline;
use crate::serve::outskirts::Outskirts;
use crate::source::shelf::Touched;
use crate::source::walk::{is_data, is_document};

/// Files that say which others are left out: a manifest is in each folder that a build has written.
const DECIDING: [&str; 2] = [".gitignore", MANIFEST];

/// What happened since the last look.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// Documents, and whether folders have changed.
    pub touched: Touched,
    /// Whether the configuration, the theme or a picture has changed.
    pub beside: bool,
    /// Whether there may be another commit.
    pub commit: bool,
}

impl Batch {
    /// Everything may have changed.
    pub fn anything() -> Self {
        Self {
            touched: Touched::anything(),
            beside: true,
            commit: true,
        }
    }

    /// Whether nothing of this matters.
    pub fn is_empty(&self) -> bool {
        !(self.beside || self.commit || self.touched.more) && self.touched.paths.is_empty()
    }

    /// Adds what happened at a path; `is_folder` where it is one, or was.
    pub fn add(&mut self, path: PathBuf, is_folder: bool, around: &Outskirts) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let lies_in = |folder: &Option<PathBuf>| {
            folder
                .as_ref()
                .is_some_and(|folder| path.starts_with(folder))
        };
        if lies_in(&around.git) {
            let within = around
                .git
                .as_ref()
                .and_then(|git| path.strip_prefix(git).ok());
            let is_branch = within.is_some_and(|within| within.starts_with("refs/heads"));
            self.commit |= name == "HEAD" || is_branch && !name.ends_with(".lock");
            self.touched.more |= name == "exclude";
        } else if lies_in(&around.theme) {
            self.beside = true;
            // A theme may hold documents too.
            self.touched.more |= is_folder || is_document(&path);
        } else if name == FILE_NAME || around.config.as_deref() == Some(&path) {
            self.beside = true;
            self.touched.more = true;
        } else if around.look.contains(&path) {
            self.beside = true;
        } else if DECIDING.contains(&&*name) || around.asked.as_deref() == Some(&path) {
            self.touched.more = true;
        } else if around.root.is_some() && !lies_in(&around.root) {
            // The neighbours of the root have their own life.
        } else if is_folder {
            self.touched.more = true;
        } else if is_document(&path) || is_data(&path) {
            self.touched.paths.insert(path);
        } else {
            self.beside |= pipeline::is_picture(&name);
        }
    }

    /// Adds what happened nobody knows where.
    pub fn add_anything(&mut self) {
        *self = Self::anything();
    }
}

/// Whether this is a folder, as far as that can be told of what may be gone.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir() || !path.exists() && path.extension().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(paths: &[&str]) -> Batch {
        let around = Outskirts {
            root: Some("/plan".into()),
            asked: Some("/links/plan".into()),
            config: Some("/plan/other.toml".into()),
            theme: Some("/plan/theme".into()),
            look: vec!["/plan/brand/logo.txt".into()],
            git: Some("/plan/.git".into()),
        };
        let mut batch = Batch::default();
        for path in paths {
            batch.add(path.into(), path.ends_with("dir"), &around);
        }
        batch
    }

    #[test]
    fn documents_are_named() {
        let batch = batch(&["/plan/a.md", "/plan/b/C.MARKDOWN", "/plan/a.md~"]);
        assert_eq!(batch.touched.paths.len(), 2);
        assert!(!batch.touched.more && !batch.beside && !batch.commit);
    }

    #[test]
    fn what_decides_over_others_is_looked_for_everywhere() {
        for path in ["/plan/.gitignore", "/plan/dir", "/plan/plansite.toml"] {
            assert!(batch(&[path]).touched.more, "{path}");
        }
        assert!(batch(&["/plan/other.toml"]).beside && batch(&["/plan/plansite.toml"]).beside);
        assert!(batch(&["/plan/theme/templates/item.html"]).beside);
        assert!(batch(&["/plan/brand/logo.txt"]).beside);
        assert!(batch(&["/plan/img/a.PNG"]).beside);
    }

    #[test]
    fn neighbours_of_the_root_do_not_matter() {
        let paths = ["/other", "/other.md", "/a.png", "/links/dir", "/planet/dir"];
        assert!(batch(&paths).is_empty());
        assert!(batch(&["/plan"]).is_empty() && batch(&["/links/plan"]).touched.more);
    }

    #[test]
    fn a_manifest_closes_its_folder_and_a_theme_may_hold_documents() {
        assert!(batch(&["/plan/site/plansite-manifest.json"]).touched.more);
        assert!(batch(&["/plan/theme/README.md"]).touched.more);
    }

    #[test]
    fn of_git_only_the_commit_matters() {
        for told in ["logs/HEAD", "HEAD", "refs/heads/main"] {
            assert!(batch(&[&format!("/plan/.git/{told}")]).commit, "{told}");
        }
        assert!(!batch(&["/plan/.git/refs/heads/main.lock"]).commit);
        assert!(batch(&["/plan/.git/index.lock", "/plan/x.swp", "/plan/site/a.html"]).is_empty());
    }
}
