//! Where a site goes, and the names beside it that a run uses.

use std::ffi::OsString;
use std::fs::{self, Metadata};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::emit::fault::EmitFault;

/// A folder for a site, and its neighbours on the same disk.
#[derive(Debug)]
pub struct Place {
    /// Where the site goes.
    pub target: PathBuf,
    /// The new site, until it is complete.
    pub new: PathBuf,
    /// The old site, where the system cannot exchange two folders at once.
    pub old: PathBuf,
    /// The file that a run holds.
    pub lock: PathBuf,
}

impl Place {
    /// The place of a folder that another one can take the name of.
    pub fn of(target: &Path) -> Result<Self, EmitFault> {
        let Some(name) = target.file_name() else {
            return Err(EmitFault::Nameless(target.to_path_buf()));
        };
        let beside = |what: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(what);
            target.with_file_name(hidden)
        };
        Ok(Self {
            // With a slash at its end, a link would be taken for its folder.
            target: target.with_file_name(name),
            new: beside(".plansite-new"),
            old: beside(".plansite-old"),
            lock: beside(".plansite-lock"),
        })
    }
}

/// What stands at a path, if anything; links are not followed.
pub fn stands(path: &Path) -> Result<Option<Metadata>, EmitFault> {
    match fs::symlink_metadata(path) {
        Ok(data) => Ok(Some(data)),
        Err(fault) if fault.kind() == ErrorKind::NotFound => Ok(None),
        Err(source) => Err(EmitFault::Read {
            path: path.to_path_buf(),
            source,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_hidden_and_beside() {
        let place = Place::of(Path::new("out/site/")).unwrap();
        assert_eq!(place.target.as_os_str(), "out/site");
        assert_eq!(place.new, Path::new("out/.site.plansite-new"));
        let here = Place::of(Path::new("site")).unwrap();
        assert_eq!(here.lock, Path::new(".site.plansite-lock"));
    }

    #[test]
    fn a_folder_without_a_name_cannot_be_exchanged() {
        for path in ["/", ".", "..", "a/..", ""] {
            let refused = Place::of(Path::new(path));
            assert!(matches!(refused, Err(EmitFault::Nameless(_))), "{path}");
        }
    }
}
