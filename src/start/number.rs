//! The next free id of a sort of documents: in the letters and the width that the plan uses for it.

use std::collections::BTreeSet;

use crate::model::item::Item;
use crate::model::kind::Kind;
use crate::start::ground::{Ground, Neighbour, most};
use crate::start::scheme::{DIGITS, Scheme, leading, leading_digits};
use crate::start::sort::Sort;
use crate::start::way;
use crate::text::similar::fold;

/// What a new document is called by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Next {
    /// The id; none where documents of its sort have none.
    pub id: Option<String>,
    /// The number in it, or that of the file where only files are numbered.
    pub number: Option<u64>,
}

/// The next free id; `wanted` says how it is written where that is known beforehand.
pub fn next(
    ground: &Ground<'_>,
    sort: Sort,
    neighbours: &[Neighbour<'_>],
    wanted: Option<Scheme>,
) -> Next {
    match wanted.or_else(|| scheme(ground, sort, neighbours)) {
        Some(scheme) => {
            let number = free(ground, sort, neighbours, &scheme);
            Next {
                id: Some(scheme.id(number)),
                number: Some(number),
            }
        }
        None => without_id(ground, neighbours),
    }
}

/// No id; the number of the file where files are numbered.
pub fn without_id(ground: &Ground<'_>, neighbours: &[Neighbour<'_>]) -> Next {
    Next {
        id: None,
        number: numbered_files(ground, neighbours).map(|highest| highest + 1),
    }
}

/// An id that was asked for.
pub fn given(id: &str) -> Next {
    Next {
        id: Some(id.to_string()),
        number: Scheme::of(id).map(|(_, number)| number),
    }
}

/// The item that has this id already.
pub fn owner<'a>(ground: &Ground<'a>, id: &str) -> Option<(&'a Item, bool)> {
    let wanted = fold(id);
    let has = |item: &&Item| {
        let ids = item.id.iter().chain(&item.aliases);
        ids.map(|id| fold(id)).any(|id| id == wanted)
    };
    let (number, item) = ground.plan.items().find(|(_, item)| has(item))?;
    Some((item, ground.document(number).is_some()))
}

/// How the ids of this sort are written; nothing where its documents have none.
fn scheme(ground: &Ground<'_>, sort: Sort, neighbours: &[Neighbour<'_>]) -> Option<Scheme> {
    let of = |item: &Item| Scheme::of(item.id.as_deref()?).map(|(scheme, _)| scheme);
    if !neighbours.is_empty() {
        return usual_among(neighbours.iter().map(|one| of(one.item)).collect());
    }
    let of_kind = ground.plan.of_kind(sort.kind).map(|(_, item)| of(item));
    // What is only told of elsewhere may be numbered there from one: "Story 1" of a PRD.
    let suits = |scheme: &Scheme| scheme.suits(sort, ground.words);
    let told = of_kind.flatten().filter(suits).map(Some).collect();
    usual_among(told).or_else(|| {
        let is_counted = matches!(sort.kind, Kind::Phase | Kind::Sprint);
        let is_id = |item: &Item| of(item).is_some_and(|scheme| !scheme.prefix.is_empty());
        let has_ids = ground.plan.items().any(|(_, item)| is_id(item));
        (is_counted || has_ids || ground.plan.is_empty()).then(|| usual(sort))
    })
}

/// The scheme of most of them, unless most of them have none.
fn usual_among(found: Vec<Option<Scheme>>) -> Option<Scheme> {
    let count = found.len();
    let with: Vec<Scheme> = found.into_iter().flatten().collect();
    if with.len() * 2 < count {
        return None;
    }
    let prefix = most(with.iter().map(|scheme| scheme.prefix.as_str()))?.to_string();
    let same = with.iter().filter(|scheme| scheme.prefix == prefix);
    let width = same.map(|scheme| scheme.width).max()?;
    Some(Scheme { prefix, width })
}

/// How ids are written where nobody has written one.
fn usual(sort: Sort) -> Scheme {
    Scheme {
        prefix: sort.prefix().to_string(),
        width: 1,
    }
}

/// The number behind the highest one, and behind all that somebody speaks of already.
fn free(ground: &Ground<'_>, sort: Sort, neighbours: &[Neighbour<'_>], scheme: &Scheme) -> u64 {
    let is_bare = scheme.prefix.is_empty();
    let items = ground.plan.items().map(|(_, item)| item);
    let same = items.filter(|item| !is_bare || item.kind == sort.kind);
    let ids = same.flat_map(|item| item.id.iter().chain(&item.aliases));
    let prefix = fold(&scheme.prefix);
    let numbers = ids.filter_map(|id| {
        let (other, number) = Scheme::of(id)?;
        (fold(&other.prefix) == prefix).then_some(number)
    });
    let mut taken: BTreeSet<u64> = numbers.collect();
    if is_bare {
        taken.extend(word_numbers(ground, sort, neighbours));
    } else {
        let names = ground.files.iter().map(|file| way::stem(&file.path));
        taken.extend(names.filter_map(|name| scheme.number_in(name)));
        let beside = names_beside(ground, neighbours);
        taken.extend(
            beside
                .iter()
                .filter_map(|name| scheme.number_in(way::stem(name))),
        );
    }
    taken.extend(numbered_files(ground, neighbours));
    let next = taken.last().map_or(1, |highest| highest.saturating_add(1));
    let mentioned = mentioned(ground, scheme);
    (next..)
        .find(|number| !mentioned.contains(number))
        .unwrap_or(next)
}

/// The names of what lies beside documents of this sort.
fn names_beside(ground: &Ground<'_>, neighbours: &[Neighbour<'_>]) -> Vec<String> {
    let folders: BTreeSet<&str> = neighbours.iter().map(Neighbour::folder).collect();
    folders
        .into_iter()
        .flat_map(|folder| (ground.names)(folder))
        .collect()
}

/// The numbers behind the word for the sort in names: `sprint-2`, `milestone_3`.
fn word_numbers(ground: &Ground<'_>, sort: Sort, neighbours: &[Neighbour<'_>]) -> Vec<u64> {
    let behind = |name: &String| {
        let stem = way::stem(name);
        let end = stem.find(|c: char| !c.is_alphabetic())?;
        let (word, rest) = stem.split_at(end);
        let same = ground.words.kind(word) == Some(sort.kind);
        let number = leading(rest.trim_start_matches(['-', '_', ' ']))?.0;
        (same && number < 1900).then_some(number)
    };
    names_beside(ground, neighbours)
        .iter()
        .filter_map(behind)
        .collect()
}

/// The highest number at the head of file names, where most files have one.
fn numbered_files(ground: &Ground<'_>, neighbours: &[Neighbour<'_>]) -> Option<u64> {
    let numbered = neighbours
        .iter()
        .filter(|one| leading(one.stem()).is_some());
    if numbered.count() * 2 <= neighbours.len() {
        return None;
    }
    let names = names_beside(ground, neighbours);
    let numbers = names.iter().filter_map(|name| leading(way::stem(name)));
    let here = neighbours.iter().filter_map(|one| leading(one.stem()));
    numbers.chain(here).map(|(number, _)| number).max()
}

/// The numbers of ids that documents speak of, whether there is such an item or not.
fn mentioned(ground: &Ground<'_>, scheme: &Scheme) -> BTreeSet<u64> {
    let mut found = BTreeSet::new();
    if scheme.prefix.is_empty() {
        return found;
    }
    let both = ground.files.iter().zip(ground.documents);
    for (file, _) in both.filter(|(_, document)| !document.is_template()) {
        for (at, _) in file.text.match_indices(&scheme.prefix) {
            let is_apart = !file.text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '-');
            let behind = &file.text[at + scheme.prefix.len()..];
            let digits = leading_digits(behind).min(DIGITS + 1);
            let ends = !behind[digits..].starts_with(char::is_alphanumeric);
            let number = (is_apart && ends).then(|| behind[..digits].parse::<u64>().ok());
            found.extend(number.flatten());
        }
    }
    found
}
