//! The words of the pages are whole in every language that comes with the program: each that a source or a template
//! says is in each catalog, no catalog has one that nobody says, and translated sentences have the holes of the English.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod said;
mod scratch;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use plansite::lint::rules::RULES;
use plansite::theme::Theme;
use plansite::theme::tongue::sentence::{Piece, pieces};
use said::{Said, said};
use scratch::Scratch;
use toml_edit::{DocumentMut, Item};

const LANGUAGES: [(&str, &[&str]); 2] = [
    ("ar", &["one", "two", "few", "many", "other"]),
    ("de", &["one", "other"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A catalog: each sentence with the forms in which it is said, or the one way.
fn catalog(language: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let path = root().join(format!("themes/default/words/{language}.toml"));
    let document: DocumentMut = fs::read_to_string(path).unwrap().parse().unwrap();
    let forms = |item: &Item| match item.as_str() {
        Some(words) => vec![(String::new(), words.to_string())],
        None => {
            let forms = item.as_table_like().unwrap().iter();
            let forms = forms.map(|(form, item)| (form.to_string(), item.as_str().unwrap().into()));
            forms.collect()
        }
    };
    let phrases = document.iter();
    phrases
        .map(|(words, item)| (words.to_string(), forms(item)))
        .collect()
}

fn holes(words: &str) -> BTreeSet<&str> {
    let holes = pieces(words).filter_map(|piece| match piece {
        Piece::Hole(name) => Some(name),
        Piece::Words(_) => None,
    });
    holes.collect()
}

/// What is wrong with a catalog.
fn faults(language: &str, forms: &[&str], said: &Said) -> Vec<String> {
    let catalog = catalog(language);
    let mut faults = Vec::new();
    for words in said.keys() {
        if !catalog.contains_key(words) {
            faults.push(format!("{language} does not say {words:?}"));
        }
    }
    for (words, told) in &catalog {
        let Some(counted) = said.get(words) else {
            faults.push(format!("nobody says {words:?}, which is in {language}"));
            continue;
        };
        let names: BTreeSet<&str> = told.iter().map(|(form, _)| form.as_str()).collect();
        let is_plain = names == BTreeSet::from([""]);
        let is_whole = names == forms.iter().copied().collect();
        // A sentence that is the same for all numbers needs no forms.
        if !(is_plain || *counted && is_whole) {
            faults.push(format!(
                "{language}: {words:?} has other forms than it needs"
            ));
        }
        for (form, told) in told {
            let (wanted, found) = (holes(words), holes(told));
            // For one, the number may be a part of the words.
            let may_lack = |hole: &&str| !form.is_empty() && ["number", "spelled"].contains(hole);
            let missing: Vec<&&str> = wanted
                .difference(&found)
                .filter(|hole| !may_lack(hole))
                .collect();
            let strange: Vec<&&str> = found
                .difference(&wanted)
                .filter(|hole| !(*counted && **hole == "number"))
                .collect();
            if !missing.is_empty() || !strange.is_empty() {
                faults.push(format!(
                    "{language}: {told:?} has not the holes of {words:?}"
                ));
            }
            if words.matches('*').count() != told.matches('*').count() {
                faults.push(format!(
                    "{language}: {told:?} stresses otherwise than {words:?}"
                ));
            }
        }
    }
    faults
}

#[test]
fn every_language_says_everything() {
    let mut said = said(&files());
    said.extend(of_rules().map(|words| (words, false)));
    assert!(said.len() > 300, "{} sentences were found", said.len());
    let faults: Vec<String> = LANGUAGES
        .iter()
        .flat_map(|(language, forms)| faults(language, forms, &said))
        .collect();
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// What the pages of the rules say before their first example.
fn of_rules() -> impl Iterator<Item = String> {
    let pages = RULES.iter().map(|rule| rule.page());
    pages.flat_map(|page| {
        let paragraphs = page.split("\n\n").skip(1);
        let words = paragraphs.take_while(|words| !words.starts_with(['`', '#', '-', '|']));
        words.map(|words| words.trim().to_string())
    })
}

/// The sources and the templates.
fn files() -> Vec<PathBuf> {
    let rooms = [
        "src/page",
        "src/theme",
        "src/chart",
        "src/analyze",
        "src/edition",
        "src/lint",
        "src/load",
        "src/load.rs",
        "src/read",
        "src/resolve",
        "src/syntax",
        "themes/default/templates",
    ];
    // What is said in the terminal and to programs is English.
    let others = ["src/page/answer", "src/page/json"].map(|room| root().join(room));
    let rooms = rooms.iter().map(|room| root().join(room));
    let (mut open, mut found): (Vec<PathBuf>, Vec<PathBuf>) = rooms.partition(|room| room.is_dir());
    while let Some(folder) = open.pop() {
        if others.contains(&folder) {
            continue;
        }
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => open.push(path),
                false => found.push(path),
            }
        }
    }
    found.sort();
    found
}

/// What the guide shows: each block that names its file is a file of a theme.
#[test]
fn the_words_of_the_guide_can_be_used() {
    let guide = fs::read_to_string(root().join("content/guide/language.md")).unwrap();
    let mut folder = Scratch::new("words-of-the-guide");
    let mut blocks = 0;
    for block in guide.split("\n```toml words/").skip(1) {
        let (name, rest) = block.split_once('\n').unwrap();
        let (text, _) = rest.split_once("\n```").unwrap();
        folder = folder.file(&format!("words/{name}"), text);
        blocks += 1;
    }
    assert_eq!(blocks, 2);
    let open = |language| Theme::open(Some(folder.root()), language).unwrap();
    let german = open("de-AT");
    assert!(german.remarks().is_empty(), "{:?}", german.remarks());
    assert_eq!(german.tongue().say("Blocked"), "Gesperrt");
    assert_eq!(german.tongue().say("Overview"), "Übersicht");
    let english = open("en").tongue();
    let features = |number| english.count(number, "{number} feature", "{number} features", &[]);
    assert_eq!(
        (features(1), features(2)),
        ("1 epic".into(), "2 epics".into())
    );
    let [unknown] = &open("nl").remarks()[..] else {
        panic!("one remark")
    };
    assert!(unknown.contains("there are ar, de and en"), "{unknown}");
}
