//! The ids that a page has given away: no two of its elements share one.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

/// The ids that a page has given away.
#[derive(Debug, Default)]
pub struct Ids {
    given: FxHashSet<Cow<'static, str>>,
    /// How often each wanted id was asked for again.
    again: BTreeMap<String, u32>,
}

impl Ids {
    /// An id for a heading of these words, as code forges make them: `Set up CI/CD` is `set-up-cicd`.
    pub fn take(&mut self, wanted: &str) -> String {
        let slug = slug(wanted);
        self.give(if slug.is_empty() { "section" } else { &slug })
    }

    /// Gives these away, which are those of every page.
    pub fn keep(&mut self, ids: &[&'static str]) {
        self.given.extend(ids.iter().copied().map(Cow::Borrowed));
    }

    /// This very id, or the next free one: `x`, `x-1`, `x-2`.
    pub fn give(&mut self, wanted: &str) -> String {
        if !self.given.contains(wanted) {
            self.given.insert(Cow::Owned(wanted.to_string()));
            return wanted.to_string();
        }
        let number = self.again.entry(wanted.to_string()).or_default();
        loop {
            *number += 1;
            let id = format!("{wanted}-{number}");
            if self.given.insert(Cow::Owned(id.clone())) {
                return id;
            }
        }
    }
}

/// Lower case, blanks as hyphens, punctuation dropped, other scripts kept.
pub fn slug(words: &str) -> String {
    let lower = words.trim().chars().flat_map(char::to_lowercase);
    lower.filter_map(letter).collect()
}

fn letter(c: char) -> Option<char> {
    if c.is_whitespace() {
        return Some('-');
    }
    (c.is_alphanumeric() || matches!(c, '-' | '_') || is_mark(c)).then_some(c)
}

/// Combining marks belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(u32::from(c), 0x300..=0x36f | 0x591..=0x5c7 | 0x610..=0x61a | 0x64b..=0x65f | 0x900..=0xdff | 0xe31..=0xe4e)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_those_of_forges() {
        let mut ids = Ids::default();
        assert_eq!(ids.take("1. Set up CI/CD — now!"), "1-set-up-cicd--now");
        assert_eq!(ids.take("snake_case `code`"), "snake_case-code");
        assert_eq!(ids.take("検索 機能"), "検索-機能");
        assert_eq!(ids.take("हिन्दी"), "हिन्दी");
        assert_eq!(ids.take("\"><script>"), "script");
    }

    #[test]
    fn no_id_is_given_twice() {
        let mut ids = Ids::default();
        let given = ["a", "a-1", "A", "a", "", "?!", "a-1"].map(|wanted| ids.take(wanted));
        assert_eq!(
            given,
            ["a", "a-1", "a-2", "a-3", "section", "section-1", "a-1-1"]
        );
    }
}
