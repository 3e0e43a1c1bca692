//! In which targets each word is, and how: numbers in order, and what the word is to each.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::page::book::Book;
use crate::page::index::role::{Posting, Role};
use crate::page::index::speech::speak;
use crate::page::index::target::Target;

/// A word, and where it is, in the order of the numbers.
pub(super) type Word = (String, Vec<Posting>);

/// Targets that are read at one go. Each word of a chunk is put together with those of the others, on one core, so
/// chunks are large.
const CHUNK: usize = 2_048;

/// Where the words of some targets are.
#[derive(Default)]
struct Part {
    ids: FxHashMap<String, usize>,
    lists: Vec<Vec<Posting>>,
}

/// The words of all targets, in the order of their letters.
#[expect(clippy::iter_over_hash_type, reason = "they are sorted at the end")]
pub(super) fn postings(book: &Book, targets: &[Target]) -> Vec<Word> {
    let chunks = targets.par_chunks(CHUNK).enumerate();
    let parts: Vec<Part> = chunks
        .map(|(at, chunk)| part(book, at * CHUNK, chunk))
        .collect();
    let mut all: FxHashMap<String, Vec<Posting>> = FxHashMap::default();
    for Part { ids, mut lists } in parts {
        for (word, id) in ids {
            let list = std::mem::take(&mut lists[id]);
            all.entry(word).or_default().extend(list);
        }
    }
    let mut words: Vec<Word> = all.into_iter().collect();
    words.par_sort_unstable();
    words
}

fn part(book: &Book, first: usize, targets: &[Target]) -> Part {
    let mut part = Part::default();
    for (at, target) in targets.iter().enumerate() {
        let Ok(number) = u32::try_from(first + at) else {
            break;
        };
        speak(book, target, &mut |word, role| part.add(word, number, role));
    }
    part
}

impl Part {
    /// The best role comes first and stays.
    fn add(&mut self, word: &str, number: u32, role: Role) {
        match self.ids.get(word) {
            Some(id) => {
                let list = &mut self.lists[*id];
                if list.last().is_none_or(|(last, _)| *last != number) {
                    list.push((number, role));
                }
            }
            None => {
                self.ids.insert(word.to_string(), self.lists.len());
                self.lists.push(vec![(number, role)]);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_role_stays() {
        let mut part = Part::default();
        part.add("a", 0, Role::Title);
        part.add("a", 0, Role::Text);
        part.add("a", 2, Role::Text);
        assert_eq!(part.lists, [[(0, Role::Title), (2, Role::Text)]]);
    }
}
