//! The scripts of the index, each made when it is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::Hasher;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHasher;
use serde_json::json;

use crate::output::Sheet;
use crate::page::book::Book;
use crate::page::index::postings::{Word, postings};
use crate::page::index::record::{kinds, record, states, weight};
use crate::page::index::shelf::{Shelves, Top, Written, shelves, tell_within, written};
use crate::page::index::target::{Target, targets};
use crate::theme::tongue::{Tongue, key};

/// The folder of the index.
pub const FOLDER: &str = "search/";

/// About how many bytes a block has: few, since of most blocks one record is wanted.
const BLOCK: usize = 1_600;

/// How many bytes may be told with the words: some, more for each target, and a part of what is written.
const SOME: usize = 20_000;
const ROOM: usize = 150;
const PART: usize = 16;

/// Everything that can be found, and by which words.
#[derive(Debug)]
struct Index {
    targets: Vec<Target>,
    written: Vec<Written>,
    shelves: Shelves,
    /// How many records stand in a block.
    block: usize,
    /// Tells apart indexes whose numbers mean something else.
    version: String,
}

/// What the script of the search says.
const WORDS: [(&str, &str); 14] = [
    ("all", key("See all results")),
    ("atleast", key("{shown} results or more; type on")),
    ("close", key("Close the search")),
    ("count", key("Results: {shown}")),
    (
        "first",
        key("The first {shown} are shown. Type on to see others."),
    ),
    ("hint", key("Title, ID, owner or status")),
    ("list", key("Results")),
    (
        "mixed",
        key("The plan has just changed. Load this page again to search it."),
    ),
    ("move", key("move")),
    (
        "none",
        key("Nothing matches. Try an ID, or a status such as blocked."),
    ),
    ("open", key("open")),
    (
        "some",
        key("Nothing has all of these words. These have some of them."),
    ),
    ("text", key("In the text")),
    ("views", key("Go to")),
];

/// What stands at one address of the index.
#[derive(Clone, Copy)]
enum Place {
    Index,
    Shelf(usize),
    Top(usize),
    Block(usize),
}

/// The scripts of the index of a book that also has these pages.
pub fn scripts(book: &Arc<Book>, pages: &[(String, String)]) -> Vec<(String, Sheet)> {
    let index = Arc::new(Index::new(book, pages));
    let sheet = |(name, place): (String, Place)| {
        let (book, index) = (book.clone(), index.clone());
        let text = Box::new(move || Ok(index.script(&book, place).into_bytes()));
        (format!("{FOLDER}{name}.js"), Sheet::Page(text))
    };
    index.places().into_iter().map(sheet).collect()
}

/// The name of a file for a beginning: letters of ASCII as they are, everything else by its bytes.
fn file(kind: char, start: &str) -> String {
    let mut name = format!("{kind}-");
    for byte in start.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' => name.push(char::from(byte)),
            byte => name.push_str(&format!("_{byte:02x}")),
        }
    }
    name
}

impl Index {
    fn new(book: &Book, pages: &[(String, String)]) -> Self {
        let targets = targets(book, pages);
        let words: Vec<Word> = postings(book, &targets);
        let mut written = written(&words, targets.len());
        let weights = targets.par_iter().map(|target| weight(book, target));
        let weights: Vec<usize> = weights.collect();
        tell_within(room(book, &targets), &mut written, &weights);
        let shelves = shelves(&words, &written, &weights);
        let version = version(book, &targets);
        let mean = weights.iter().sum::<usize>() / weights.len().max(1);
        Self {
            block: (BLOCK / mean.max(1)).clamp(4, 16),
            targets,
            written,
            shelves,
            version,
        }
    }

    fn places(&self) -> Vec<(String, Place)> {
        let shelves = self.shelves.shelves.iter().enumerate();
        let shelves = shelves.map(|(at, (start, _))| (file('w', start), Place::Shelf(at)));
        let tops = self.shelves.tops.iter().enumerate();
        let tops = tops.map(|(at, (start, _))| (file('t', start), Place::Top(at)));
        let blocks = 0..self.targets.len().div_ceil(self.block);
        let blocks = blocks.map(|at| (format!("r-{at}"), Place::Block(at)));
        let index = [("index".to_string(), Place::Index)].into_iter();
        index.chain(shelves).chain(tops).chain(blocks).collect()
    }

    fn script(&self, book: &Book, place: Place) -> String {
        match place {
            Place::Index => self.index(&book.tongue),
            Place::Shelf(at) => {
                let (start, range) = &self.shelves.shelves[at];
                let words: Vec<&Written> = self.written[range.clone()].iter().collect();
                self.shelf(book, &file('w', start), &words)
            }
            Place::Top(at) => {
                let (start, Top { exact, best }) = &self.shelves.tops[at];
                let exact = exact.map(|at| &self.written[at]);
                let words: Vec<&Written> = exact.into_iter().chain([best]).collect();
                self.shelf(book, &file('t', start), &words)
            }
            Place::Block(at) => {
                let start = at * self.block;
                let end = self.targets.len().min(start + self.block);
                let numbers: Vec<usize> = (start..end).collect();
                self.told(book, &format!("r-{at}"), "", &numbers)
            }
        }
    }

    fn shelf(&self, book: &Book, name: &str, words: &[&Written]) -> String {
        let texts: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let told = words.iter().flat_map(|word| &word.told);
        let told: BTreeSet<usize> = told.map(|number| *number as usize).collect();
        let told: Vec<usize> = told.into_iter().collect();
        self.told(book, name, &texts.join(","), &told)
    }

    /// A script with words and with records, each behind its number.
    fn told(&self, book: &Book, name: &str, words: &str, numbers: &[usize]) -> String {
        let records = numbers.iter().map(|number| {
            let record = record(book, &self.targets[*number]);
            format!("{number},{record}")
        });
        let records: Vec<String> = records.collect();
        format!(
            "plansiteSearch(\"{name}\",\"{}\",\"{words}\",[{}]);\n",
            self.version,
            records.join(",\n")
        )
    }

    /// The words of the search itself, and what is where.
    fn index(&self, tongue: &Tongue) -> String {
        let starts = self.shelves.shelves.iter().map(|(start, _)| start.as_str());
        let said = WORDS.iter().map(|(name, words)| (*name, tongue.say(words)));
        let index = json!({
            "starts": listed(starts),
            "block": self.block,
            "count": self.targets.len(),
            "kinds": kinds(tongue),
            "states": states(tongue),
            "words": said.collect::<BTreeMap<_, _>>(),
        });
        format!("plansiteSearch(\"index\",\"{}\",{index});\n", self.version)
    }
}

fn room(book: &Book, targets: &[Target]) -> usize {
    let items = book.edition.items.iter();
    let bodies = items.filter_map(|item| item.body.as_ref());
    let bodies = bodies.chain(book.edition.papers.iter().map(|paper| &paper.body));
    let texts: usize = bodies.map(|body| body.text.len()).sum();
    SOME + ROOM * targets.len() + texts / PART
}

/// Beginnings in order: of each, how many letters it shares with the one before, and the rest.
fn listed<'a>(starts: impl Iterator<Item = &'a str>) -> String {
    let mut before = "";
    let each = starts.map(|start| {
        let pairs = start.chars().zip(before.chars());
        let shared = pairs.take_while(|(a, b)| a == b).count();
        before = start;
        let rest: String = start.chars().skip(shared).collect();
        let shared = u32::try_from(shared).ok();
        let shared = shared.and_then(|shared| char::from_digit(shared, 36));
        format!("{}{rest}", shared.unwrap_or('0'))
    });
    each.collect::<Vec<_>>().join(",")
}

fn version(book: &Book, targets: &[Target]) -> String {
    let mut hasher = FxHasher::default();
    for target in targets {
        let address = match target {
            Target::Item(at) => book.routes.url(*at),
            Target::Paper(at) => book.routes.paper(*at),
            Target::Heading(_, _, id) => id,
            Target::Page(_, address) => address,
        };
        hasher.write(address.as_bytes());
    }
    format!("{:08x}", hasher.finish() >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn beginnings_are_files() {
        assert_eq!(file('w', "us1"), "w-us1");
        assert_eq!(file('t', "é"), "t-_c3_a9");
    }

    #[test]
    fn beginnings_are_listed_by_what_is_new_in_them() {
        let starts = ["0", "task1", "task2", "u", "検索"];
        assert_eq!(listed(starts.into_iter()), "00,0task1,42,0u,0検索");
        assert_eq!(listed([""].into_iter()), "0");
    }
}
