//! The plans of `tests/plans`, each with its answer key.

use std::fs;
use std::path::{Path, PathBuf};

use plansite::config::FILE_NAME;
use plansite::model::date::Date;
use plansite::pipeline::Request;

/// The folder of plansite itself.
pub(crate) fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The folder of each plan, in order.
pub(crate) fn all() -> Vec<PathBuf> {
    let entries = fs::read_dir(home().join("tests/plans")).unwrap();
    let mut plans: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    plans.sort();
    plans
}

/// What is asked of the program for a plan on the disk, on the day that its answer key names.
pub(crate) fn request(root: &Path) -> Request {
    let config = root.join(FILE_NAME);
    Request {
        root: root.to_path_buf(),
        config: config.is_file().then_some(config),
        levels: Vec::new(),
        today: today(root),
        asks_git: false,
    }
}

/// The day that the answer key names (`today = 2026-02-11`); plansite's own plan has none, and any day will do.
fn today(root: &Path) -> Date {
    let notes = fs::read_to_string(root.parent().unwrap().join("NOTES.md")).unwrap_or_default();
    let named = notes
        .split_once("today = ")
        .and_then(|(_, rest)| Date::iso(rest.get(..10)?));
    named.unwrap_or_else(|| Date::iso("2026-11-20").unwrap())
}
