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

use std::fs;

use clap::Parser;
use harness::expected::{self, Wrong};
use harness::plans;
use plansite::cli::args::Line;
use plansite::cli::{reference, rulebook};
use plansite::config::key::{Key, Table};
use plansite::config::reference::TABLES;
use plansite::config::{Config, FILE_NAME};
use plansite::syntax::node::Node;
use plansite::syntax::yaml;
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

/// What stands behind the prompt of a console, or behind a key of a workflow or a hook.
fn typed(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '-']);
    let leads = ["$ ", "run: ", "entry: "].into_iter();
    let mut typed = leads.filter_map(|lead| line.strip_prefix(lead));
    typed.find(|typed| typed.starts_with("plansite "))
}

/// The words of a line up to where the shell takes over; what stands in quotes is one word.
fn words(typed: &str) -> Vec<String> {
    let parts = typed.split('"').enumerate();
    let words = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    let words = words.take_while(|word| !word.starts_with(['#', '>', '|']));
    words.map(str::to_string).collect()
}

#[test]
fn every_command_in_the_guide_and_in_the_hooks_can_be_typed() {
    let mut paths = expected::pages(&plans::home().join("content/guide"));
    // The reference shows how commands are typed in general.
    paths.retain(|path| !path.ends_with("reference.md"));
    paths.extend([".pre-commit-hooks.yaml", "README.md"].map(|name| plans::home().join(name)));
    let mut count = 0;
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        for typed in text.lines().filter_map(typed) {
            let line = Line::try_parse_from(words(typed));
            assert!(line.is_ok(), "{}: {typed}\n{line:?}", path.display());
            count += 1;
        }
    }
    assert!(count > 30, "{count}");
    assert_eq!(
        words("plansite new story \"A b\" --id x > y"),
        ["plansite", "new", "story", "A b", "--id", "x"]
    );
    assert!(Line::try_parse_from(words("plansite chekc docs")).is_err());
}

/// The hooks have what pre-commit asks of one.
#[test]
fn hooks_are_whole() {
    let text = fs::read_to_string(plans::home().join(".pre-commit-hooks.yaml")).unwrap();
    let node = yaml::node(&text, 0..text.len()).unwrap().unwrap();
    let Node::List(hooks, _) = node else {
        panic!("{text}")
    };
    for hook in &hooks {
        let Node::Map(pairs, _) = hook else {
            panic!("{hook:?}")
        };
        for key in ["id", "name", "entry", "language", "pass_filenames"] {
            assert!(
                pairs.iter().any(|(name, _)| name.value == key),
                "{key}: {hook:?}"
            );
        }
    }
    assert_eq!(hooks.len(), 2);
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
