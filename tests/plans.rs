//! Reads whole plans and holds each against its plan.json.
//!
//! `tests/plans/<name>/NOTES.md` is the answer key: what a careful planner sees, and the day that counts as today.
//! `tests/plans/<name>/plan` is read as on that day, and `tests/plans/<name>/expected/plan.json` is what must come of it. `PLANSITE_BLESS=1 cargo test` writes the expected files anew; read them before you commit.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use plansite::config::FILE_NAME;
use plansite::model::audience::Audience;
use plansite::model::date::Date;
use plansite::page::pages::data::{self, Layout};
use plansite::pipeline::{self, Request};
use serde_json::Value;

#[test]
fn every_plan_is_read_as_expected() {
    let mut wrong = Vec::new();
    for folder in plans() {
        let told = export(&folder.join("plan"));
        let path = folder.join("expected/plan.json");
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if told != expected && env::var_os("PLANSITE_BLESS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, told).unwrap();
        } else if told != expected {
            wrong.push(format!(
                "{}: {}",
                path.display(),
                first_difference(&expected, &told)
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "\n{}\n(PLANSITE_BLESS=1 writes them anew)",
        wrong.join("\n")
    );
}

#[test]
fn every_plan_fits_the_schema() {
    for folder in plans() {
        fits(&export(&folder.join("plan")), &folder);
    }
}

#[test]
fn plansites_own_plan_fits_the_schema() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    if content.join(FILE_NAME).is_file() {
        fits(&export(&content), &content);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for folder in plans() {
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| export(&folder.join("plan")))
        };
        assert!(on(1) == on(5), "{}", folder.display());
    }
}

fn plans() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut plans: Vec<PathBuf> = entries
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    plans.sort();
    plans
}

fn export(root: &Path) -> String {
    let config = root.join(FILE_NAME);
    let request = Request {
        root: root.to_path_buf(),
        config: config.is_file().then_some(config),
        levels: Vec::new(),
        today: today(root),
    };
    let checked = pipeline::check(&request).unwrap();
    pipeline::plan_json(&checked, &Audience::internal(), Layout::Indented).unwrap() + "\n"
}

/// The day that the answer key names (`today = 2026-02-11`); plansite's own plan has none, and any day will do.
fn today(root: &Path) -> Date {
    let notes = fs::read_to_string(root.parent().unwrap().join("NOTES.md")).unwrap_or_default();
    let named = notes
        .split_once("today = ")
        .and_then(|(_, rest)| Date::iso(rest.get(..10)?));
    named.unwrap_or_else(|| Date::iso("2026-11-20").unwrap())
}

fn fits(json: &str, folder: &Path) {
    let schema: Value = serde_json::from_str(data::SCHEMA).unwrap();
    let value: Value = serde_json::from_str(json).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    let faults: Vec<String> = validator
        .iter_errors(&value)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(
        faults.is_empty(),
        "{}:\n{}",
        folder.display(),
        faults.join("\n")
    );
}

fn first_difference(expected: &str, told: &str) -> String {
    let line = expected.lines().zip(told.lines()).position(|(a, b)| a != b);
    let at = line.unwrap_or_else(|| expected.lines().count().min(told.lines().count()));
    let show = |text: &str| {
        text.lines()
            .nth(at)
            .unwrap_or("(nothing more)")
            .trim()
            .to_string()
    };
    format!(
        "line {}: expected {}, told {}",
        at + 1,
        show(expected),
        show(told)
    )
}
