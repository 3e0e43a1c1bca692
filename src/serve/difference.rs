//! Which documents are others than before.

use std::sync::Arc;

use crate::text::file::SourceFile;

/// Which documents are others than before, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Those that were read again.
    pub read: Vec<String>,
    /// Those that are new.
    pub added: Vec<String>,
    /// Those that are gone.
    pub removed: Vec<String>,
}

impl Difference {
    /// Between two lists that are sorted by path.
    pub fn of(before: &[Arc<SourceFile>], now: &[Arc<SourceFile>]) -> Self {
        let mut found = Self::default();
        let (mut old, mut new) = (before.iter().peekable(), now.iter().peekable());
        loop {
            match (old.peek(), new.peek()) {
                (Some(a), Some(b)) if a.path == b.path => {
                    if !is_same(a, b) {
                        found.read.push(b.path.clone());
                    }
                    old.next();
                    new.next();
                }
                (Some(a), b) if b.is_none_or(|b| a.path < b.path) => {
                    found.removed.push(a.path.clone());
                    old.next();
                }
                (_, Some(b)) => {
                    found.added.push(b.path.clone());
                    new.next();
                }
                _ => return found,
            }
        }
    }

    /// Whether there is none.
    pub fn is_none(&self) -> bool {
        self.read.is_empty() && self.added.is_empty() && self.removed.is_empty()
    }
}

fn is_same(before: &Arc<SourceFile>, now: &Arc<SourceFile>) -> bool {
    let has_same_text = || before.text == now.text && before.damaged == now.damaged;
    Arc::ptr_eq(before, now) || has_same_text()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Vec<Arc<SourceFile>> {
        let file = |(path, text): &(&str, &str)| SourceFile::new(*path, text.as_bytes().to_vec());
        files.iter().map(file).map(Arc::new).collect()
    }

    #[test]
    fn what_has_changed_is_told_apart() {
        let before = files(&[("a", "1"), ("b", "1"), ("d", "1"), ("e", "1")]);
        let now = files(&[("a", "1"), ("b", "2"), ("c", "1"), ("e", "1"), ("f", "1")]);
        let found = Difference::of(&before, &now);
        assert_eq!(found.read, ["b"]);
        assert_eq!(found.added, ["c", "f"]);
        assert_eq!(found.removed, ["d"]);
        assert!(Difference::of(&now, &now).is_none() && !found.is_none());
    }
}
