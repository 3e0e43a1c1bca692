//! Patterns for paths, written as in `.gitignore`.

use ignore::gitignore::{Gitignore, GitignoreBuilder};

use crate::config::entry::{Entry, Faults};

/// Patterns for paths; a folder stands for all in it.
#[derive(Clone, Debug)]
pub struct Patterns {
    written: Vec<String>,
    matcher: Gitignore,
}

impl Default for Patterns {
    fn default() -> Self {
        Self {
            written: Vec::new(),
            matcher: Gitignore::empty(),
        }
    }
}

impl PartialEq for Patterns {
    fn eq(&self, other: &Self) -> bool {
        self.written == other.written
    }
}

impl Eq for Patterns {}

impl Patterns {
    /// Whether a path fits one of them.
    pub fn fit(&self, path: &str) -> bool {
        let matched = || self.matcher.matched_path_or_any_parents(path, false);
        !self.written.is_empty() && !path.starts_with('/') && matched().is_ignore()
    }
}

/// Reads a list of patterns.
pub(super) fn patterns(entry: &Entry<'_>, faults: &mut Faults) -> Patterns {
    let mut builder = GitignoreBuilder::new("");
    let mut written = Vec::new();
    for (pattern, place) in entry.texts(faults) {
        match builder.add_line(None, pattern) {
            Ok(_) => written.push(pattern.to_string()),
            Err(fault) => faults.pattern(pattern, place, &fault.to_string()),
        }
    }
    // What cannot be built was refused line by line.
    let matcher = builder.build().unwrap_or_else(|_| Gitignore::empty());
    Patterns { written, matcher }
}

#[cfg(test)]
mod tests {
    use toml_edit::Document;

    use super::*;

    fn read(text: &str) -> Result<Patterns, String> {
        let document = Document::parse(text).unwrap();
        let mut faults = Faults::default();
        let parts = Entry::root(&document).parts(&mut faults);
        let patterns = patterns(&parts[0], &mut faults);
        faults.told().map_or(Ok(patterns), Err)
    }

    #[test]
    fn a_folder_stands_for_all_in_it() {
        let patterns = read("a = ['docs/bets', '*-old.md', '!docs/bets/keep.md']").unwrap();
        assert!(patterns.fit("docs/bets/one.md") && patterns.fit("docs/bets/a/b.md"));
        assert!(patterns.fit("any/where-old.md"));
        assert!(!patterns.fit("more/docs/bets/one.md") && !patterns.fit("docs/better.md"));
        assert!(!Patterns::default().fit("a.md"));
    }

    #[test]
    fn paths_from_the_root_of_the_machine_fit_nothing() {
        assert!(!read("a = '*.md'").unwrap().fit("/a.md"));
    }

    #[test]
    fn a_pattern_that_is_none_is_told_at_its_place() {
        let fault = read("a = ['x', 'b{']").unwrap_err();
        assert!(
            fault.starts_with("10: `b{` is no pattern for paths"),
            "{fault}"
        );
    }
}
