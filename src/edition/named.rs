//! Ids of hidden items, and where words name them.

use rustc_hash::FxHashMap;

use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::text::span::Span;

/// The ids of items that an audience does not see.
pub(super) struct Named<'a>(FxHashMap<&'a str, ItemId>);

impl<'a> Named<'a> {
    /// Those of the items that are not `seen`; an id that an open item has too tells nothing.
    pub(super) fn new(plan: &'a Plan, seen: impl Fn(ItemId) -> bool) -> Self {
        let ids = || {
            plan.items()
                .filter_map(|(id, item)| Some((item.id.as_deref()?, id)))
        };
        let hidden = ids().filter(|(name, id)| is_telling(name) && !seen(*id));
        let mut hidden: FxHashMap<&str, ItemId> = hidden.collect();
        for (name, _) in ids().filter(|(_, id)| seen(*id)) {
            hidden.remove(name);
        }
        Self(hidden)
    }

    /// Where a text names one.
    pub(super) fn in_text(&self, text: &str) -> Vec<(ItemId, Span)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let is_inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/');
        let words = text.split(|c| !is_inside(c));
        let mut start = 0;
        let found = words.filter_map(|word| {
            let at = start;
            // What splits is one character, of any length.
            let behind = text[at + word.len()..].chars().next();
            start = at + word.len() + behind.map_or(0, char::len_utf8);
            let word = word.trim_end_matches(['.', '-', '/']);
            let id = self.0.get(word)?;
            Some((*id, Span::new(at..at + word.len())))
        });
        found.collect()
    }
}

/// Letters and digits: "1.2" and "search" may mean anything.
fn is_telling(id: &str) -> bool {
    id.len() > 2 && id.starts_with(char::is_alphabetic) && id.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_found_as_a_word() {
        let named = Named(FxHashMap::from_iter([("T-2", ItemId(7))]));
        let found = |text: &str| {
            let found = named.in_text(text).into_iter();
            found.map(|(_, span)| span.start).collect::<Vec<_>>()
        };
        assert_eq!(found("after T-2. Größe (T-2), T-21, xT-2, T-2.md"), [6, 20]);
        assert!(found("").is_empty());
    }

    #[test]
    fn names_that_may_mean_anything_tell_nothing() {
        assert!(is_telling("T-2") && is_telling("US101"));
        assert!(!is_telling("1.2") && !is_telling("search") && !is_telling("T1"));
    }
}
