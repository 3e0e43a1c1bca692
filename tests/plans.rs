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

mod harness;

use std::path::Path;

use harness::expected::Wrong;
use harness::plans;
use plansite::config::FILE_NAME;
use plansite::model::audience::Audience;
use plansite::page::pages::data::{self, Layout};
use plansite::pipeline;
use serde_json::Value;

#[test]
fn every_plan_is_read_as_expected() {
    let mut wrong = Wrong::default();
    for folder in plans::all() {
        let told = export(&folder.join("plan"));
        wrong.hold(&folder.join("expected/plan.json"), &told, first_difference);
    }
    wrong.none();
}

#[test]
fn every_plan_fits_the_schema() {
    for folder in plans::all() {
        fits(&export(&folder.join("plan")), &folder);
    }
}

#[test]
fn plansites_own_plan_fits_the_schema() {
    let content = plans::home().join("content");
    if content.join(FILE_NAME).is_file() {
        fits(&export(&content), &content);
    }
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for folder in plans::all() {
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

fn export(root: &Path) -> String {
    let request = plans::request(root);
    let checked = pipeline::check(&request).unwrap();
    pipeline::plan_json(&checked, &Audience::internal(), Layout::Indented).unwrap() + "\n"
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
