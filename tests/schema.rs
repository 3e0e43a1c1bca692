//! Holds the schema of plan.json against plans that are right and plans that are wrong.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use plansite::page::pages::data;
use serde_json::Value;

#[test]
fn the_schema_is_one() {
    let schema: Value = serde_json::from_str(data::SCHEMA).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
}

#[test]
fn right_plans_fit() {
    for path in instances("valid", 3) {
        let value = read(&path);
        let faults: Vec<String> = validator()
            .iter_errors(&value)
            .map(|fault| fault.to_string())
            .collect();
        assert!(faults.is_empty(), "{}: {faults:?}", path.display());
    }
}

#[test]
fn wrong_plans_do_not() {
    for path in instances("invalid", 5) {
        assert!(
            !validator().is_valid(&read(&path)),
            "{} fits",
            path.display()
        );
    }
}

/// Every wrong plan differs from the least right one in a single place, so the fault that it shows is its only one.
#[test]
fn wrong_plans_have_one_fault_each() {
    for path in instances("invalid", 5) {
        let value = read(&path);
        let faults = validator().iter_errors(&value).count();
        assert_eq!(faults, 1, "{}", path.display());
    }
}

fn validator() -> Validator {
    let schema: Value = serde_json::from_str(data::SCHEMA).unwrap();
    jsonschema::draft202012::new(&schema).unwrap()
}

fn instances(folder: &str, least: usize) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/schema")
        .join(folder);
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    assert!(paths.len() >= least);
    paths
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}
