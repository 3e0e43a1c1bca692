//! Looks things up as a browser does: in the scripts of the index, one shelf for each word.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod harness;
mod printed;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use harness::plans;
use plansite::pipeline;
use printed::{Printed, Sheets};
use proptest::prelude::*;
use serde_json::Value;

const DIGITS: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// The index of a site, as a browser sees it.
struct Index {
    index: Value,
    starts: Vec<String>,
    shelves: BTreeMap<String, Vec<Said>>,
    addresses: BTreeMap<u64, String>,
}

/// What a shelf says of one word: the word, whether something is left out, the numbers.
type Said = (String, bool, BTreeSet<u64>);

impl Index {
    fn new(sheets: &Sheets) -> Self {
        let index = script(sheets, "index")[2].clone();
        let names = sheets.keys().filter_map(|address| {
            let name = address.strip_prefix("search/")?.strip_suffix(".js")?;
            (name != "index").then_some(name)
        });
        let (mut shelves, mut addresses) = (BTreeMap::new(), BTreeMap::new());
        for name in names {
            if name.starts_with("r-") {
                let told = records(sheets, name).into_iter();
                addresses.extend(told.map(|(at, told)| (at, text(&told[2]))));
            } else {
                shelves.insert(name.to_string(), shelf(sheets, name));
            }
        }
        let mut starts: Vec<String> = Vec::new();
        for entry in index["starts"].as_str().unwrap().split(',') {
            let (shared, rest) = entry.split_at(1);
            let shared = shared.chars().next().unwrap().to_digit(36).unwrap();
            let before = starts.last().map_or("", String::as_str).chars();
            let start: String = before.take(shared as usize).collect();
            starts.push(start + rest);
        }
        Self {
            starts,
            index: index.clone(),
            shelves,
            addresses,
        }
    }

    /// The name of the file that holds the words that begin like this.
    fn place(&self, word: &str) -> String {
        let starts = &self.starts;
        if starts
            .iter()
            .filter(|start| start.starts_with(word))
            .count()
            > 1
        {
            return file('t', word);
        }
        let at = starts.partition_point(|start| start.as_str() <= word);
        file('w', &starts[at.saturating_sub(1)])
    }

    /// What is found by a beginning of a word, and whether there is more.
    fn find(&self, word: &str) -> (BTreeSet<String>, bool) {
        let shelf = &self.shelves[&self.place(word)];
        let (mut found, mut is_cut) = (BTreeSet::new(), false);
        for (_, cut, numbers) in shelf.iter().filter(|(other, ..)| other.starts_with(word)) {
            is_cut |= cut;
            found.extend(numbers.iter().map(|number| self.addresses[number].clone()));
        }
        (found, is_cut)
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_string()
}

fn shelf(sheets: &Sheets, name: &str) -> Vec<Said> {
    let script = script(sheets, name);
    let words = script[2].as_str().unwrap();
    let said = |entry: &str| {
        let (word, lists) = entry.split_once(' ').unwrap_or((entry, ""));
        let cut = word.strip_prefix('!');
        let numbers = lists.split(' ').flat_map(numbers).collect();
        (cut.unwrap_or(word).to_string(), cut.is_some(), numbers)
    };
    words.split(',').map(said).collect()
}

fn file(kind: char, start: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
        byte => format!("_{byte:02x}"),
    };
    format!("{kind}-{}", start.bytes().map(sign).collect::<String>())
}

/// What a script hands over: name, version, words or index, records.
fn script(sheets: &Sheets, name: &str) -> Vec<Value> {
    let address = format!("search/{name}.js");
    let bytes = sheets.get(&address).unwrap_or_else(|| panic!("{address}"));
    let text = str::from_utf8(bytes).unwrap();
    let inner = text.strip_prefix("plansiteSearch(").unwrap();
    let inner = inner.strip_suffix(");\n").unwrap();
    serde_json::from_str(&format!("[{inner}]")).unwrap()
}

fn records(sheets: &Sheets, name: &str) -> BTreeMap<u64, Value> {
    let told = script(sheets, name)[3].as_array().unwrap().clone();
    let pairs = told.chunks(2);
    pairs
        .map(|pair| (pair[0].as_u64().unwrap(), pair[1].clone()))
        .collect()
}

fn numbers(text: &str) -> Vec<u64> {
    let (mut next, mut value, mut weight) = (0, 0, 1);
    let mut found = Vec::new();
    for c in text.chars() {
        let digit = DIGITS.find(c).unwrap() as u64;
        value += digit % 32 * weight;
        weight *= 32;
        if digit < 32 {
            found.push(next + value);
            next += value + 1;
            (value, weight) = (0, 1);
        }
    }
    found
}

fn words(title: &str) -> Vec<String> {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && word.len() <= 30);
    words.map(str::to_lowercase).collect()
}

/// Everything of a plan is found by each word of its title and by its id, and by what these begin with.
fn complete(name: &str, plan: &Printed, audience: &str) {
    let sheets = plan.sheets(audience);
    let index = Index::new(&sheets);
    let told: Value = serde_json::from_str(&plan.json(audience)).unwrap();
    for item in told["items"].as_array().unwrap() {
        let (title, url) = (&item["title"], item["url"].as_str().unwrap());
        let title = title.as_str().unwrap();
        if !title.is_ascii() || title.contains('\'') {
            continue;
        }
        let id = item["id"].as_str().unwrap_or_default().to_lowercase();
        let id: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
        let id = (!id.is_empty() && id.len() <= 30).then_some(id);
        for word in words(title).into_iter().chain(id) {
            for end in 1..=word.len() {
                let (found, is_cut) = index.find(&word[..end]);
                let url = url.replace(' ', "%20");
                let is_there = is_cut || found.iter().any(|to| plain(to) == plain(&url));
                assert!(is_there, "{name}, {audience}: {title} by {}", &word[..end]);
            }
        }
    }
}

/// Addresses in links write signs by their numbers.
fn plain(url: &str) -> String {
    url.chars().filter(char::is_ascii_alphanumeric).collect()
}

#[test]
fn everything_is_found_by_its_title() {
    for folder in plans::all() {
        let plan = read(&folder.join("plan"));
        for audience in ["internal", "public"] {
            complete(&folder.display().to_string(), &plan, audience);
        }
    }
}

fn read(root: &Path) -> Printed {
    let request = plans::request(root);
    let checked = pipeline::check(&request).unwrap();
    let beside = pipeline::beside(&request, &checked, false);
    Printed { checked, beside }
}

fn tasks(titles: &[String]) -> Printed {
    let rows: String = titles
        .iter()
        .enumerate()
        .map(|(at, title)| format!("| T-{at} | {title} | Planned |\n"))
        .collect();
    let text = format!("# Tasks\n\n| ID | Task | Status |\n|---|---|---|\n{rows}");
    Printed::new(&[("tasks.md".into(), text)], "", "2026-03-11")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]
    #[test]
    fn any_title_is_found(titles in prop::collection::vec("[a-c]{1,3}[a-z]{0,3} [a-z]{2,6}", 1..300)) {
        complete("made up", &tasks(&titles), "internal");
    }
}

#[test]
fn a_key_press_loads_little() {
    let verbs = [
        "Import", "Show", "Cancel", "Retime", "Measure", "Export", "Split", "Refactor",
    ];
    let nouns = [
        "payout", "ledger", "sailing", "manifest", "boarding", "counter", "route",
    ];
    let title = |at: usize| {
        let (verb, noun) = (verbs[at % verbs.len()], nouns[at / 3 % nouns.len()]);
        format!(
            "{verb} the {noun} of {} {}",
            nouns[at / 7 % nouns.len()],
            at * 7919 % 10_007
        )
    };
    let plan = tasks(&(0..4_000).map(title).collect::<Vec<_>>());
    let sheets = plan.sheets("internal");
    let scripts = sheets
        .iter()
        .filter(|(address, _)| address.starts_with("search/"));
    let mut whole = 0;
    for (address, bytes) in scripts {
        whole += bytes.len();
        let most = if address.contains("/r-") {
            4_000
        } else {
            12_000
        };
        assert!(bytes.len() <= most, "{address}: {}", bytes.len());
    }
    let site: usize = sheets.values().map(Vec::len).sum();
    assert!(whole * 4 < site, "{whole} of {site}");
    let index = Index::new(&sheets);
    let (found, is_cut) = index.find("7919");
    assert!(found.contains("tasks.html#t-1") && !is_cut, "{found:?}");
    assert!(index.find("p").1 && index.find("task").1);
    assert_eq!(index.index["count"].as_u64().unwrap() / 4_000, 1);
}

#[test]
fn other_scripts_are_found() {
    let titles = [
        "検索機能を追加する",
        "Поиск поездки",
        "أُسْبُوع العمل",
        "חיפוש נסיעה",
        "Größe der Fähre",
        "Αναζήτηση",
        "ค้นหาเรือ",
        "검색 기능",
    ];
    let sheets = tasks(&titles.map(String::from)).sheets("internal");
    let index = Index::new(&sheets);
    let typed = ["検索", "поез", "اسب", "נסי", "grosse", "αναζητ", "คน", "검"];
    for (at, word) in typed.iter().enumerate() {
        let (found, _) = index.find(word);
        assert!(
            found.contains(&format!("tasks.html#t-{at}")),
            "{word}: {found:?}"
        );
    }
    assert!(index.find("能を").0.contains("tasks.html#t-0"));
}

#[test]
fn what_leads_to_something_is_told_with_it() {
    let sheets = tasks(&["Draw the ferry".into(), "Paint it".into()]).sheets("internal");
    let told = records(&sheets, &Index::new(&sheets).place("ferry"));
    let titles: Vec<&str> = told
        .values()
        .map(|record| record[1].as_str().unwrap())
        .collect();
    assert!(titles.contains(&"Draw the ferry"), "{titles:?}");
}
