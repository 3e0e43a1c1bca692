//! Asks git where the repository begins, where it is kept in common and which branch is its main one.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::source::folder::folder;
use crate::source::git::ask;

/// The repository that documents lie in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repository {
    /// Its folder, as seen from where the documents were looked for.
    pub root: PathBuf,
    /// The folder of the documents in it, with a slash at its end; nothing for the repository's own.
    pub prefix: String,
    /// Where `origin` is, as git has it.
    pub origin: Option<String>,
    /// Its main branch, as far as git knows one.
    pub branch: Option<String>,
}

/// Names that main branches have, the usual one first.
const USUAL: [&str; 3] = ["main", "master", "trunk"];

/// The repository around the documents at `place`; none where git knows none.
pub fn repository(place: &Path) -> Option<Repository> {
    let folder = folder(place);
    let up = line(folder, &["rev-parse", "--show-cdup"])?;
    Some(Repository {
        root: folder.join(up),
        prefix: line(folder, &["rev-parse", "--show-prefix"])?,
        origin: line(folder, &["remote", "get-url", "origin"]),
        branch: branch(place),
    })
}

/// The name of the repository's folder, where documents lie in it or in a folder of it; git is not asked.
pub fn name(place: &Path) -> Option<String> {
    let root = fs::canonicalize(folder(place)).ok()?;
    let mut near = root.ancestors().take(2);
    let top = near.find(|folder| folder.join(".git").exists())?;
    Some(top.file_name()?.to_string_lossy().into_owned())
}

/// The main branch of the repository around these documents: what `origin` says; else a branch of a usual name; else the one that is worked on.
pub fn branch(place: &Path) -> Option<String> {
    let folder = folder(place);
    let named = |name: &str| line(folder, &["symbolic-ref", "--quiet", name]);
    let head = named("refs/remotes/origin/HEAD");
    let said = head.and_then(|name| short(&name, "refs/remotes/origin/"));
    let here = || named("HEAD").and_then(|name| short(&name, "refs/heads/"));
    said.or_else(|| usual(folder)).or_else(here)
}

fn usual(folder: &Path) -> Option<String> {
    let is_there = |name: &&'static str| {
        let places = ["refs/remotes/origin/", "refs/heads/"];
        places.iter().any(|place| {
            let reference = format!("{place}{name}");
            line(folder, &["rev-parse", "--verify", "--quiet", &reference]).is_some()
        })
    };
    USUAL.into_iter().find(is_there).map(str::to_string)
}

fn short(name: &str, place: &str) -> Option<String> {
    name.strip_prefix(place).map(str::to_string)
}

/// An answer, without the end of its last line.
fn line(folder: &Path, typed: &[&str]) -> Option<String> {
    let told = ask(folder, typed.iter().map(OsString::from))?;
    told.strip_suffix('\n').map(str::to_string)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_there_is_no_folder_there_is_no_repository() {
        assert_eq!(repository(Path::new("nowhere/at/all")), None);
    }

    #[test]
    fn a_branch_is_named_without_its_place() {
        let name = "refs/remotes/origin/release/2";
        let wanted = Some("release/2".to_string());
        assert_eq!(short(name, "refs/remotes/origin/"), wanted);
        assert_eq!(short("HEAD", "refs/heads/"), None);
    }
}
