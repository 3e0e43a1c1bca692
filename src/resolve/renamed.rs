//! Ids whose prefix was renamed: `task-12` for what is now `KIT-12`.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::resolve::group::number;
use crate::text::similar::fold;

/// The items by kind and number, and the prefixes that are in use.
#[derive(Debug, Default)]
pub struct Numbers {
    items: HashMap<(Kind, String), Vec<ItemId>>,
    prefixes: HashSet<String>,
}

impl Numbers {
    /// Those of these items: kind and folded id, in their order.
    pub fn of<'a>(items: impl Iterator<Item = (Kind, Option<&'a str>)>) -> Self {
        let mut numbers = Self::default();
        for (at, (kind, id)) in items.enumerate() {
            if let Some((prefix, rest)) = id.and_then(parted) {
                numbers.prefixes.insert(prefix.to_string());
                let same = numbers.items.entry((kind, rest.to_string()));
                same.or_default().push(number(at));
            }
        }
        numbers
    }

    /// The items of a kind that bear the number of an id, if no id has its prefix any more; of a bare number those of
    /// the kind `own`.
    pub fn find(
        &self,
        id: &str,
        own: Option<Kind>,
        kind_of: impl Fn(&str) -> Option<Kind>,
    ) -> Option<&Vec<ItemId>> {
        let folded = fold(id);
        if is_bare(&folded) {
            return self.items.get(&(own?, folded));
        }
        let (prefix, rest) = parted(&folded).filter(|_| !id.contains(' '))?;
        let kind = kind_of(prefix).filter(|_| !self.prefixes.contains(prefix))?;
        self.items.get(&(kind, rest.to_string()))
    }
}

/// Whether words are a number and nothing else.
fn is_bare(folded: &str) -> bool {
    !folded.is_empty() && folded.chars().all(|c| c.is_ascii_digit() || c == ' ')
}

/// The letters of a folded id, and its number: `kit 12 1`.
fn parted(folded: &str) -> Option<(&str, &str)> {
    let (prefix, rest) = folded.split_once(' ')?;
    let is_number = rest.chars().all(|c| c.is_ascii_digit() || c == ' ');
    (is_number && prefix.chars().all(char::is_alphabetic)).then_some((prefix, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_that_nobody_has_is_renamed() {
        let ids = [
            (Kind::Task, Some("kit 12")),
            (Kind::Task, Some("kit 12 1")),
            (Kind::Story, Some("us 12")),
        ];
        let numbers = Numbers::of(ids.into_iter());
        let kind = |word: &str| matches!(word, "task" | "kit").then_some(Kind::Task);
        let own = Some(Kind::Story);
        assert_eq!(numbers.find("12", own, kind), Some(&vec![number(2)]));
        assert_eq!(numbers.find("task-12.1", own, kind), Some(&vec![number(1)]));
        assert_eq!(numbers.find("task-13", None, kind), None);
        assert_eq!(numbers.find("kit-12", None, kind), None);
        assert_eq!(numbers.find("task 12", None, kind), None);
    }
}
