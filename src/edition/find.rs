//! Which item somebody means: by key, id, further name, title, or a unique part of a title.

use crate::edition::entry::Entry;
use crate::model::key::slug;
use crate::text::similar::{fold, nearest, stems, within};

/// So many are suggested.
const NEAR: usize = 5;

/// What was found under some words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This item, by position.
    One(usize),
    /// The words fit several.
    Several(Vec<usize>),
    /// They fit none; these are like them, the most alike first.
    Near(Vec<usize>),
}

/// How words may fit an item, the most exact first.
const WAYS: [fn(&Entry, &str) -> bool; 7] = [
    |item, typed| item.key == typed,
    |item, typed| names(item).any(|name| name.eq_ignore_ascii_case(typed)),
    |item, typed| item.key == slug(typed) || is_short_for(item, typed),
    |item, typed| {
        let (_, last) = item.key.rsplit_once('/').unwrap_or_default();
        last.eq_ignore_ascii_case(typed)
    },
    |item, typed| fold(&item.title) == fold(typed),
    |item, typed| has(&fold(&item.title), &fold(typed)),
    |item, typed| within(&stems(typed), &stems(&item.title)),
];

/// The item that is meant; the first way in which the words fit any item counts.
pub fn find(items: &[Entry], typed: &str) -> Found {
    let typed = typed.trim();
    if fold(typed).is_empty() {
        return Found::Near(Vec::new());
    }
    for fits in WAYS {
        let all = items.iter().enumerate();
        let found: Vec<usize> = all
            .filter(|(_, item)| fits(item, typed))
            .map(|(at, _)| at)
            .collect();
        match found[..] {
            [] => {}
            [one] => return Found::One(one),
            _ => return Found::Several(found),
        }
    }
    Found::Near(near(items, typed))
}

fn names(item: &Entry) -> impl Iterator<Item = &str> {
    let ids = item.id.iter().map(String::as_str);
    ids.chain([item.key.as_str()])
        .chain(item.aliases.iter().map(String::as_str))
}

/// Whether `M1` is typed for the milestone with the number 1.
fn is_short_for(item: &Entry, typed: &str) -> bool {
    let digits = |id: &str| id.chars().all(|c| c.is_ascii_digit() || c == '.');
    let number = item.id.as_deref().filter(|id| digits(id));
    let letter = item.kind.name().get(..1);
    let has_letter = typed.get(..1).map(str::to_lowercase).as_deref() == letter;
    number.is_some_and(|number| has_letter && typed.get(1..) == Some(number))
}

/// Whether a name holds these words.
fn has(name: &str, words: &str) -> bool {
    !words.is_empty() && name.contains(words)
}

/// Those that are spelt alike, then those with most of the words.
fn near(items: &[Entry], typed: &str) -> Vec<usize> {
    let spelt = |name: fn(&Entry) -> &str| {
        let nearest = nearest(typed, items.iter().map(name))?;
        items.iter().position(|item| name(item) == nearest)
    };
    let by_key = spelt(|item| &item.key);
    let by_id = spelt(|item| item.id.as_deref().unwrap_or_default());
    let by_title = spelt(|item| &item.title);
    let wanted = stems(typed);
    let shared = |item: &Entry| {
        let found = stems(&item.title);
        wanted.iter().filter(|word| found.contains(word)).count()
    };
    let all = items.iter().enumerate();
    let mut alike: Vec<(usize, usize)> = all.map(|(at, item)| (shared(item), at)).collect();
    alike.retain(|(words, _)| *words > 0);
    alike.sort_by_key(|(words, at)| (std::cmp::Reverse(*words), *at));
    let mut found: Vec<usize> = Vec::new();
    let alike = alike.into_iter().map(|(_, at)| at);
    for at in [by_id, by_key, by_title].into_iter().flatten().chain(alike) {
        if found.len() < NEAR && !found.contains(&at) {
            found.push(at);
        }
    }
    found
}
