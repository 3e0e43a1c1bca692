//! Finds the pictures and other files that documents show, as far as they lie beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::model::picture::Picture;
use crate::source::folder::folder;
use crate::source::size::size;

/// A larger file is not copied into a site.
const LARGEST: u64 = 32 << 20;

/// Which of these paths, with forward slashes and from the root, are files below it, and where each is in truth.
///
/// A link may lead to another place below the root, but not to a file of another ending: a name that ends in `.png`
/// must not show what is in `.env`.
pub fn existing(
    root: &Path,
    targets: impl IntoIterator<Item = String>,
) -> BTreeMap<String, Picture> {
    let Ok(root) = fs::canonicalize(folder(root)) else {
        return BTreeMap::new();
    };
    let targets = targets.into_iter().filter(|target| stays_below(target));
    let targets: BTreeSet<String> = targets.collect();
    let folders = folders(&root, &targets);
    let found = targets.par_iter().filter_map(|target| {
        let place = place(&root, &folders, target)?;
        let size = size(&place);
        Some((target.clone(), Picture { place, size }))
    });
    found.collect()
}

/// Whether the path is written plainly and has no way up.
fn stays_below(target: &str) -> bool {
    // Windows takes what follows a colon for a stream of the file.
    let foreign = |c: char| c == '\0' || c == '\\' || cfg!(windows) && c == ':';
    let plain = |name: &str| !matches!(name, "" | "." | "..") && !name.contains(foreign);
    target.split('/').all(plain)
}

/// The folders of the targets, each with its true place, as far as that is below the root.
fn folders<'a>(root: &Path, targets: &'a BTreeSet<String>) -> BTreeMap<&'a str, PathBuf> {
    let names: BTreeSet<&str> = targets.iter().map(|target| split(target).0).collect();
    let found = names.par_iter().filter_map(|name| {
        let place = fs::canonicalize(root.join(name)).ok()?;
        place.starts_with(root).then_some((*name, place))
    });
    found.collect()
}

fn place(root: &Path, folders: &BTreeMap<&str, PathBuf>, target: &str) -> Option<PathBuf> {
    let (folder, name) = split(target);
    let place = folders.get(folder)?.join(name);
    let found = fs::symlink_metadata(&place).ok()?;
    if !found.is_symlink() {
        return (found.is_file() && found.len() <= LARGEST).then_some(place);
    }
    let to = fs::canonicalize(&place).ok()?;
    let found = fs::symlink_metadata(&to).ok()?;
    let fits = to.starts_with(root) && to.extension() == place.extension();
    (fits && found.is_file() && found.len() <= LARGEST).then_some(to)
}

/// The folder, which is empty at the root, and the name in it.
fn split(target: &str) -> (&str, &str) {
    target.rsplit_once('/').unwrap_or(("", target))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_has_a_way_up() {
        assert!(stays_below("a.png") && stays_below("img/A b.größe.png"));
        for path in [
            "", "/a", "a/", "a//b", "./a", "a/../b", "..", "a\0b", "..\\a",
        ] {
            assert!(!stays_below(path), "{path:?}");
        }
    }
}
