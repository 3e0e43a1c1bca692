//! The reference in the guide is what the program says of itself: commands, flags, variables, settings and rules.
//!
//! `PLANSITE_BLESS=1 cargo test --test reference` writes `content/guide/reference.md` and `content/guide/rules.md` anew.
//! Read them before you commit.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod harness;

use harness::expected::{self, Wrong};
use harness::plans;
use plansite::cli::{reference, rulebook};
use plansite::config::key::{Key, Table};
use plansite::config::reference::TABLES;
use plansite::config::{Config, FILE_NAME};
use plansite::text::file::SourceFile;

/// What is set by this text, in a form that can be compared.
fn set(text: &str) -> Result<String, String> {
    let file = SourceFile::new(FILE_NAME, text.as_bytes().to_vec());
    let config = Config::parse(file).map_err(|fault| format!("{fault:?}"))?;
    let file = None;
    Ok(format!("{:?}", Config { file, ..config }))
}

fn keys() -> impl Iterator<Item = (&'static Table, &'static Key)> {
    let tables = TABLES.into_iter();
    tables.flat_map(|table| table.keys.iter().map(move |key| (table, key)))
}

#[test]
fn every_example_sets_something() {
    for (table, key) in keys() {
        let text = format!("[{}]\n{}\n", table.example, key.example);
        let bare = format!("[{}]\n", table.example);
        let found = set(&text).unwrap_or_else(|fault| panic!("{text}{fault}"));
        assert_ne!(found, set(&bare).unwrap(), "{text}");
        let is_word = key.name.chars().all(|c| c.is_ascii_uppercase());
        assert!(
            is_word || key.example.starts_with(&format!("{} = ", key.name)),
            "{text}"
        );
    }
}

#[test]
fn every_default_that_is_a_value_changes_nothing() {
    for (table, key) in keys() {
        let Some(value) = key.default.strip_prefix('`') else {
            continue;
        };
        let value = value.split('`').next().unwrap();
        let text = format!("[{}]\n{} = {value}\n", table.example, key.name);
        let bare = format!("[{}]\n", table.example);
        let found = set(&text).unwrap_or_else(|fault| panic!("{text}{fault}"));
        // What nobody set is none, and a default by name is the name.
        let unset = found.replace(&format!("Some({value})"), "None");
        assert_eq!(unset, set(&bare).unwrap(), "{text}");
    }
}

#[test]
fn all_examples_of_a_file_go_together() {
    let mut text = String::new();
    for table in TABLES {
        let lines = table.keys.iter().map(|key| key.example);
        let lines: Vec<&str> = lines.collect();
        text += &format!("[{}]\n{}\n", table.example, lines.join("\n"));
    }
    set(&text).unwrap();
}

#[test]
fn a_key_that_is_not_in_the_reference_is_none() {
    for table in TABLES
        .iter()
        .filter(|table| table.keys[0].name != "WORD" && table.keys[0].name != "RULE")
    {
        let fault = set(&format!("[{}]\nsomething-else = 1\n", table.example)).unwrap_err();
        for name in table.names() {
            assert!(fault.contains(name), "{name}: {fault}");
        }
    }
    let fault = set("[something-else]\n").unwrap_err();
    for table in TABLES {
        assert!(fault.contains(table.head()), "{}: {fault}", table.head());
    }
}

#[test]
fn the_guide_says_what_the_program_says() {
    let guide = plans::home().join("content/guide");
    let mut wrong = Wrong::default();
    for (name, page) in [
        ("reference.md", reference::page()),
        ("rules.md", rulebook::page()),
    ] {
        wrong.hold(&guide.join(name), &page, expected::lines);
    }
    wrong.none();
}
