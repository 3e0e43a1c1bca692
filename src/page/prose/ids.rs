//! The anchors that a page has given away.

use std::collections::{BTreeMap, BTreeSet};

/// The anchors that a page has given away.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// With these given away beforehand.
    pub fn with(taken: impl IntoIterator<Item = String>) -> Self {
        Self {
            taken: taken.into_iter().collect(),
            next: BTreeMap::new(),
        }
    }

    /// An anchor for these words that nobody has; `-1`, `-2` behind it where the words are taken.
    pub fn take(&mut self, words: &str) -> String {
        let slug = slug(words);
        if self.taken.insert(slug.clone()) {
            return slug;
        }
        let next = self.next.entry(slug.clone()).or_insert(1);
        loop {
            let candidate = format!("{slug}-{next}");
            *next += 1;
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

/// Words as an anchor, like forges write it: lower case, hyphens for blanks, marks dropped.
pub fn slug(words: &str) -> String {
    let mut out = String::new();
    for c in words.trim().chars().flat_map(char::to_lowercase) {
        match c {
            ' ' | '-' => out.push('-'),
            '_' => out.push('_'),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    // A long heading is a long address; what is beyond helps nobody.
    let mut end = out.len().min(120);
    while !out.is_char_boundary(end) {
        end -= 1;
    }
    out.truncate(end);
    if out.trim_matches('-').is_empty() {
        "section".to_string()
    } else {
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_like_those_of_forges() {
        assert_eq!(slug("1. Define the Milestone"), "1-define-the-milestone");
        assert_eq!(slug("Why & how?"), "why--how");
        assert_eq!(slug("検索 機能"), "検索-機能");
        assert_eq!(slug("***"), "section");
    }

    #[test]
    fn no_anchor_is_given_twice() {
        let mut ids = Ids::with(["tasks".to_string()]);
        let given: Vec<String> = (0..3).map(|_| ids.take("Tasks")).collect();
        assert_eq!(given, ["tasks-1", "tasks-2", "tasks-3"]);
        assert_eq!(ids.take("tasks-1"), "tasks-1-1");
    }
}
