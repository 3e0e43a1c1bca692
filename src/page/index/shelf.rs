//! How the words are shared out: shelves of a few kilobytes, each with the words between two beginnings, and for each
//! beginning that is too much for one shelf, the best of it.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::ops::Range;

use rayon::prelude::*;

use crate::page::index::numbers;
use crate::page::index::postings::Word;
use crate::page::index::role::{Posting, ROLES, Role};

/// About so many bytes are loaded at a time.
const BOUND: usize = 8_000;

/// Beginnings are no longer, for they are the names of files.
const DEEPEST: usize = 18;

/// So many targets of a word are told with it; of others one must ask.
const TOLD: usize = 6;

/// So many are told of a beginning: as many as are shown.
const BEST: usize = 10;

/// A word has no more targets of one role.
const MOST: usize = 2_500;

/// A word that stands in the texts of this part of all targets says little of any.
const COMMON: usize = 10;

/// Nor is a word common in fewer texts; of one that is, so many are told.
const FEW: usize = 100;

/// A word as it is written on a shelf.
#[derive(Debug)]
pub(super) struct Written {
    /// The word with its numbers.
    pub(super) text: String,
    /// The targets that are told with it.
    pub(super) told: Vec<u32>,
    /// The best that its title or id brings, for the beginnings of the word.
    best: Vec<(Role, u32)>,
}

/// The words, shared out.
#[derive(Debug, Default)]
pub(super) struct Shelves {
    /// The shelves by their beginnings, each with its words by position.
    pub(super) shelves: Vec<(String, Range<usize>)>,
    /// The beginnings that take several shelves.
    pub(super) tops: Vec<(String, Top)>,
}

/// The best of a beginning.
#[derive(Debug)]
pub(super) struct Top {
    /// The word that is nothing but the beginning, by position.
    pub(super) exact: Option<usize>,
    /// The best of all its words.
    pub(super) best: Written,
}

/// The words as they are written.
pub(super) fn written(words: &[Word], targets: usize) -> Vec<Written> {
    let few = FEW.max(targets / COMMON);
    let words = words.par_iter();
    words.map(|(word, list)| write(word, list, few)).collect()
}

/// `!word` is one of which not all targets are told.
fn write(word: &str, list: &[Posting], few: usize) -> Written {
    let in_role = |role: Role| {
        let of = list.iter().filter(move |(_, other)| *other == role);
        of.map(|(number, _)| *number)
    };
    let most = |role: Role| {
        let count = in_role(role).count();
        match role {
            Role::Text if count > few => (FEW, true),
            _ => (count.min(MOST), count > MOST),
        }
    };
    let most = ROLES.map(|role| (role, most(role)));
    let is_common = most.iter().any(|(_, (_, is_cut))| *is_cut);
    let mut text = format!("{}{word}", if is_common { "!" } else { "" });
    for (role, (most, _)) in most {
        text.push(' ');
        numbers::write(in_role(role).take(most), &mut text);
    }
    text.truncate(text.trim_end().len());
    let ranked = |most: usize| {
        let roles = ROLES[..4].iter();
        roles.flat_map(move |role| in_role(*role).take(most).map(move |number| (*role, number)))
    };
    Written {
        text,
        told: ranked(TOLD).take(TOLD).map(|(_, number)| number).collect(),
        best: ranked(BEST)
            .filter(|(role, _)| *role <= Role::Title)
            .collect(),
    }
}

/// Leaves as much to be told with the words as there is room for; what is best known is told first. `weights` says
/// how many bytes a target takes where it is told.
pub(super) fn tell_within(room: usize, written: &mut [Written], weights: &[usize]) {
    let mut taken = vec![0; weights.len()];
    for number in written.iter().flat_map(|one| &one.told) {
        taken[*number as usize] += weights[*number as usize];
    }
    let mut left = room;
    let fits = |taken: &&usize| {
        let rest = left.checked_sub(**taken);
        left = rest.unwrap_or_default();
        rest.is_some()
    };
    let end = taken.iter().take_while(fits).count();
    for one in written {
        one.told.retain(|number| (*number as usize) < end);
    }
}

/// Shares the words out, with what is told of them.
pub(super) fn shelves(words: &[Word], written: &[Written], weights: &[usize]) -> Shelves {
    let told = |one: &Written| -> usize {
        let told = one.told.iter();
        told.map(|number| weights[*number as usize]).sum()
    };
    let mut share = Share {
        words,
        written,
        sums: vec![0],
        found: Shelves::default(),
    };
    for one in written {
        let sum = share.sums.last().copied().unwrap_or_default();
        share.sums.push(sum + one.text.len() + 1 + told(one));
    }
    share.share(0..words.len(), 0);
    share.found
}

struct Share<'a> {
    words: &'a [Word],
    written: &'a [Written],
    /// How much all words before this one take.
    sums: Vec<usize>,
    found: Shelves,
}

impl Share<'_> {
    fn size(&self, range: &Range<usize>) -> usize {
        self.sums[range.end] - self.sums[range.start]
    }

    /// The beginning of a word, of so many letters.
    fn start(&self, at: usize, letters: usize) -> &str {
        let word = &self.words[at].0;
        let end = word.char_indices().nth(letters);
        &word[..end.map_or(word.len(), |(end, _)| end)]
    }

    /// Shares out words that have this many letters in common.
    fn share(&mut self, range: Range<usize>, letters: usize) {
        if range.len() < 2 || letters > DEEPEST || self.size(&range) <= BOUND {
            return self.put(range, letters);
        }
        if letters > 0 {
            let top = (
                self.start(range.start, letters).to_string(),
                self.top(&range, letters),
            );
            self.found.tops.push(top);
        }
        let mut open = range.start..range.start;
        let mut at = range.start;
        while at < range.end {
            let child = at..self.end(at, range.end, letters + 1);
            at = child.end;
            let joined = open.start..child.end;
            if self.size(&child) > BOUND {
                self.put(open, letters + 1);
                self.share(child.clone(), letters + 1);
                open = child.end..child.end;
            } else if self.size(&joined) > BOUND {
                self.put(open, letters + 1);
                open = child;
            } else {
                open = joined;
            }
        }
        self.put(open, letters + 1);
    }

    /// Where the words end that begin like this one; one that is shorter stands alone.
    fn end(&self, at: usize, end: usize, letters: usize) -> usize {
        let start = self.start(at, letters);
        match start.chars().count() < letters {
            true => at + 1,
            false => at + self.words[at..end].partition_point(|word| word.0.starts_with(start)),
        }
    }

    fn put(&mut self, range: Range<usize>, letters: usize) {
        if !range.is_empty() {
            let start = self.start(range.start, letters).to_string();
            self.found.shelves.push((start, range));
        }
    }

    fn top(&self, range: &Range<usize>, letters: usize) -> Top {
        let start = self.start(range.start, letters);
        let exact = (self.words[range.start].0 == start).then_some(range.start);
        let mut best = BinaryHeap::new();
        for one in &self.written[range.clone()] {
            for found in &one.best {
                best.push(*found);
                if best.len() > 2 * BEST {
                    best.pop();
                }
            }
        }
        let mut best: Vec<(Role, u32)> = best.into_sorted_vec();
        let mut seen = BTreeSet::new();
        best.retain(|(_, number)| seen.insert(*number));
        best.truncate(BEST);
        Top {
            exact,
            best: beginning(start, &best),
        }
    }
}

fn beginning(start: &str, best: &[(Role, u32)]) -> Written {
    let mut list: Vec<Posting> = best.iter().map(|(role, number)| (*number, *role)).collect();
    list.sort_unstable_by_key(|(number, _)| Reverse(*number));
    list.reverse();
    let written = write(&format!("{start}*"), &list, FEW);
    Written {
        text: format!("!{}", written.text),
        told: best.iter().map(|(_, number)| *number).collect(),
        best: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words of one target each that take this many bytes.
    fn shared(words: &[&str], weight: usize) -> Shelves {
        let word = |(at, word): (usize, &&str)| (word.to_string(), vec![(at as u32, Role::First)]);
        let words: Vec<Word> = words.iter().enumerate().map(word).collect();
        let written = written(&words, words.len());
        shelves(&words, &written, &vec![weight; words.len()])
    }

    fn starts(shelves: &Shelves) -> Vec<&str> {
        shelves
            .shelves
            .iter()
            .map(|(start, _)| start.as_str())
            .collect()
    }

    #[test]
    fn few_words_stand_on_one_shelf() {
        let shelves = shared(&["a", "b"], 100);
        assert_eq!(shelves.shelves, [(String::new(), 0..2)]);
        assert!(shelves.tops.is_empty() && shared(&[], 1).shelves.is_empty());
    }

    #[test]
    fn what_is_too_much_is_shared_by_the_next_letter() {
        let words = ["a", "pa", "paa", "pab", "pz", "q", "r"];
        let shelves = shared(&words, BOUND / 2 - 20);
        assert_eq!(starts(&shelves), ["a", "pa", "pab", "pz", "q"]);
        let tops: Vec<&str> = shelves
            .tops
            .iter()
            .map(|(start, _)| start.as_str())
            .collect();
        assert_eq!(tops, ["p", "pa"]);
        assert_eq!(shelves.tops[1].1.exact, Some(1));
        assert_eq!(shelves.tops[0].1.best.text, "!p*  1000");
    }

    #[test]
    fn a_word_that_is_everywhere_is_cut() {
        let list = |role| (0..3_000).map(|number| (number, role)).collect::<Vec<_>>();
        let one = write("task", &list(Role::Mark), FEW);
        assert_eq!(
            numbers::read(one.text.split(' ').nth(4).unwrap()).len(),
            MOST
        );
        assert!(one.text.starts_with("!task "));
        let the = write("the", &list(Role::Text), FEW).text;
        assert_eq!(the, format!("!the     {}", "0".repeat(FEW)));
        assert_eq!(one.told, [0, 1, 2, 3, 4, 5]);
    }

    #[test]
    fn what_is_best_known_is_told_first() {
        let list = |numbers: &[u32]| -> Vec<Posting> {
            numbers
                .iter()
                .map(|number| (*number, Role::Title))
                .collect()
        };
        let words = [("a".into(), list(&[0, 1])), ("b".into(), list(&[0, 2]))];
        let mut written = written(&words, 3);
        tell_within(35, &mut written, &[10, 10, 10]);
        let told: Vec<&[u32]> = written.iter().map(|one| &one.told[..]).collect();
        assert_eq!(told, [&[0, 1][..], &[0]]);
    }
}
