//! The key of each item: its id where that is unique, a kind and a number, a scope before an id that repeats, else a slug.

use rustc_hash::FxHashMap as HashMap;

use crate::model::key::{Key, slug};
use crate::model::kind::Kind;
use crate::resolve::group::is_number;
use crate::text::similar::fold;

/// What a key is made of.
#[derive(Clone, Debug)]
pub struct Name<'a> {
    /// The kind of the item.
    pub kind: Kind,
    /// Its id.
    pub id: Option<&'a str>,
    /// Its title.
    pub title: &'a str,
    /// The folder or the document in which its id is unique.
    pub scope: String,
}

/// A key for each name, in the order given; no two alike, whatever the case.
pub fn keys(names: &[Name<'_>]) -> Vec<Key> {
    let mut repeats: HashMap<String, usize> = HashMap::default();
    for base in names.iter().filter(|name| name.id.is_some()).map(base) {
        *repeats.entry(fold(&base)).or_default() += 1;
    }
    let mut taken: HashMap<String, usize> = HashMap::default();
    names
        .iter()
        .map(|name| Key(unused(scoped(name, &repeats), &mut taken)))
        .collect()
}

fn base(name: &Name<'_>) -> String {
    match name.id {
        Some(id) if is_number(id) => format!("{}-{id}", name.kind.name()),
        Some(id) => id.chars().filter(|c| !c.is_control()).collect(),
        None => match slug(name.title) {
            slug if slug.is_empty() => name.kind.name().to_string(),
            slug => format!("{}-{slug}", name.kind.name()),
        },
    }
}

fn scoped(name: &Name<'_>, repeats: &HashMap<String, usize>) -> String {
    let base = base(name);
    let is_repeated =
        name.id.is_some() && repeats.get(&fold(&base)).is_some_and(|count| *count > 1);
    if is_repeated && !name.scope.is_empty() {
        format!("{}/{base}", name.scope)
    } else {
        base
    }
}

/// The key, with `-2`, `-3` behind it where it is taken. Addresses are made of slugs, so keys that have one slug are
/// one key; a slug is cut where it is long, so the number goes behind the slug.
fn unused(key: String, taken: &mut HashMap<String, usize>) -> String {
    let base = slug(&key);
    let mut number = match taken.get(&base) {
        None => {
            taken.insert(base, 1);
            return key;
        }
        Some(number) => number + 1,
    };
    let stem = if base.len() > 100 { base.clone() } else { key };
    while taken.contains_key(&format!("{base}-{number}")) {
        number += 1;
    }
    taken.insert(format!("{base}-{number}"), 1);
    taken.insert(base, number);
    format!("{stem}-{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name<'a>(kind: Kind, id: Option<&'a str>, title: &'a str, scope: &str) -> Name<'a> {
        Name {
            kind,
            id,
            title,
            scope: scope.into(),
        }
    }

    #[test]
    fn long_titles_that_differ_at_their_end_have_two_keys() {
        let long = "word ".repeat(40);
        let (one, two) = (format!("{long}y"), format!("{long}x"));
        let names = [
            name(Kind::Task, None, &one, ""),
            name(Kind::Task, None, &two, ""),
        ];
        let keys: Vec<String> = keys(&names).into_iter().map(|key| key.0).collect();
        assert_ne!(keys[0], keys[1]);
    }

    #[test]
    fn keys_are_unique() {
        let names = [
            name(Kind::Story, Some("US-101"), "Search", ""),
            name(Kind::Phase, Some("1"), "Foundation", ""),
            name(Kind::Task, Some("T001"), "a", "login"),
            name(Kind::Task, Some("T001"), "b", "search"),
            name(Kind::Task, None, "Same", ""),
            name(Kind::Task, None, "same!", ""),
            name(Kind::Task, None, "???", ""),
        ];
        let keys: Vec<String> = keys(&names).into_iter().map(|key| key.0).collect();
        assert_eq!(
            keys,
            [
                "US-101",
                "phase-1",
                "login/T001",
                "search/T001",
                "task-same",
                "task-same-2",
                "task"
            ]
        );
    }
}
