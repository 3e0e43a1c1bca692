//! Expected files: held against what is told, or written anew where `PLANSITE_BLESS` is set.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

/// What is not as expected.
#[derive(Default)]
pub(crate) struct Wrong(Vec<String>);

impl Wrong {
    /// Holds what is told against a file; `difference` is of what is expected and what is told.
    pub(crate) fn hold(
        &mut self,
        path: &Path,
        told: &str,
        difference: impl FnOnce(&str, &str) -> String,
    ) {
        let expected = fs::read_to_string(path).unwrap_or_default();
        if told != expected && may_write() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, told).unwrap();
        } else if told != expected {
            self.add(path, &difference(&expected, told));
        }
    }

    /// Remembers what is wrong with a file.
    pub(crate) fn add(&mut self, path: &Path, fault: &str) {
        self.0.push(format!("{}\n{fault}", path.display()));
    }

    /// Fails if anything is wrong.
    pub(crate) fn none(self) {
        assert!(
            self.0.is_empty(),
            "\n{}\n(PLANSITE_BLESS=1 writes them anew)",
            self.0.join("\n")
        );
    }
}

/// Whether expected files are written anew.
pub(crate) fn may_write() -> bool {
    env::var_os("PLANSITE_BLESS").is_some()
}

/// Lines that only one of the two has.
pub(crate) fn lines(expected: &str, told: &str) -> String {
    let only = |a: &str, b: &str, mark: char| -> String {
        let lines = a
            .lines()
            .filter(|line| !b.lines().any(|other| other == *line));
        lines.map(|line| format!("{mark} {line}\n")).collect()
    };
    only(expected, told, '-') + &only(told, expected, '+')
}

/// The pages of a folder, in order.
pub(crate) fn pages(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap();
    let mut pages: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    pages.sort();
    pages
}
