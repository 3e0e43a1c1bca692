//! Holds the schemas that the program prints against what is right and what is wrong: plans, settings, front matter.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;

use std::fs;
use std::path::{Path, PathBuf};

use harness::{plans, run, tree};
use jsonschema::Validator;
use plansite::cli::schema;
use plansite::config::reference::TABLES;
use plansite::config::{Config, FILE_NAME};
use plansite::lint::rules;
use plansite::model::audience::Audience;
use plansite::page::pages::data::{self, Layout};
use plansite::pipeline;
use plansite::read::front_matter;
use plansite::syntax::front_matter::split;
use plansite::syntax::key::Format;
use plansite::syntax::node::Node;
use plansite::syntax::yaml;
use plansite::text::file::SourceFile;
use serde_json::{Value, json};
use toml_edit::{Document, Item, TableLike};

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

/// What the program prints is the schema that it was made with.
#[test]
fn every_schema_is_printed_and_is_one() {
    for (what, wanted) in [
        ("plan", serde_json::from_str(data::SCHEMA).unwrap()),
        ("check", serde_json::from_str(schema::CHECK).unwrap()),
        ("config", schema::config()),
        ("front-matter", front_matter::schema()),
    ] {
        let said = run::plansite(plans::home(), &format!("schema {what}"));
        let printed = said.json();
        assert_eq!(printed, wanted, "{what}");
        assert!(jsonschema::meta::is_valid(&printed), "{what}");
        assert_eq!(printed["$id"], format!("urn:plansite:schema:{what}:1"));
    }
}

#[test]
fn exported_plans_fit() {
    let folders = plans::all().into_iter().map(|plan| plan.join("plan"));
    for folder in folders.chain([plans::home().join("content")]) {
        let checked = pipeline::check(&plans::request(&folder)).unwrap();
        let text = pipeline::plan_json(&checked, &Audience::internal(), Layout::Compact).unwrap();
        let plan: Value = serde_json::from_str(&text).unwrap();
        let faults: Vec<String> = validator()
            .iter_errors(&plan)
            .map(|fault| format!("{}: {fault}", fault.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{}: {faults:#?}", folder.display());
    }
}

fn settings() -> Validator {
    jsonschema::draft7::new(&schema::config()).unwrap()
}

/// TOML as editors hand it to a schema.
fn toml(text: &str) -> Value {
    table(Document::parse(text).unwrap().as_table())
}

fn table(table: &dyn TableLike) -> Value {
    let pairs = table
        .iter()
        .map(|(key, item)| (key.to_string(), item_of(item)));
    Value::Object(pairs.collect())
}

fn item_of(item: &Item) -> Value {
    if let Some(inner) = item.as_table_like() {
        return table(inner);
    }
    if let Some(tables) = item.as_array_of_tables() {
        return tables.iter().map(|one| table(one)).collect();
    }
    match item.as_value().unwrap() {
        toml_edit::Value::String(text) => json!(text.value()),
        toml_edit::Value::Integer(number) => json!(number.value()),
        toml_edit::Value::Float(number) => json!(number.value()),
        toml_edit::Value::Boolean(flag) => json!(flag.value()),
        toml_edit::Value::Datetime(day) => json!(day.to_string()),
        toml_edit::Value::Array(list) => list
            .iter()
            .map(|one| item_of(&Item::Value(one.clone())))
            .collect(),
        toml_edit::Value::InlineTable(inner) => table(inner),
    }
}

/// Whether the program takes these settings.
fn is_taken(text: &str) -> bool {
    let file = SourceFile::new(FILE_NAME, text.as_bytes().to_vec());
    let config = Config::parse(file).and_then(|config| config.knowing_rules(&rules::names()));
    config.is_ok()
}

#[test]
fn settings_that_are_taken_fit() {
    let mut texts: Vec<String> = Vec::new();
    for table in TABLES {
        let lines = table.keys.iter().map(|key| format!("{}\n", key.example));
        texts.extend(lines.map(|line| format!("[{}]\n{line}", table.example)));
    }
    let ours = plans::home().join("content").join(FILE_NAME);
    texts.push(fs::read_to_string(ours).unwrap());
    texts.extend(
        [
            "",
            "[lint]\nwarnings = 'deny'\n",
            "[kinds.epic]\nfolders = 'bets'\n",
            "[audiences.public]\nkinds = ['epic']\n",
            "[[views]]\nname = 'mine'\n",
            "[site]\nbase-url = '/plan'\n",
            "[sprints]\ncapacity = 2.5\n",
        ]
        .map(str::to_string),
    );
    let settings = settings();
    for text in texts {
        assert!(is_taken(&text), "{text}");
        let faults: Vec<String> = settings
            .iter_errors(&toml(&text))
            .map(|fault| fault.to_string())
            .collect();
        assert!(faults.is_empty(), "{text}{faults:?}");
    }
}

#[test]
fn settings_that_are_refused_do_not_fit() {
    let settings = settings();
    for text in [
        "[site]\ntilte = 'x'",
        "[lnit]",
        "[site]\ntitle = 3",
        "[site]\nbase-url = 'example.org'",
        "[sources]\npages = 'every'",
        "[sources]\ninclude = [1]",
        "sources = ['docs']",
        "[kinds.taks]\nfolders = []",
        "[kinds.task]\nfolder = []",
        "[status]\nShipped = 'doen'",
        "[fields]\nSteward = 'ownr'",
        "[headings]\nReady = 'criterion'",
        "[sprints]\nlength = 0",
        "[sprints]\ncapacity = -1",
        "[audiences.internal]\nsources = true",
        "[audiences.Partners]\nsources = true",
        "[audiences.public]\nkinds = ['taks']",
        "[audiences.public]\nsources = 'yes'",
        "[lint]\nmojibak = 'deny'",
        "[lint]\nmojibake = 'forbid'",
    ] {
        assert!(!is_taken(text), "{text}");
        assert!(!settings.is_valid(&toml(text)), "{text} fits");
    }
}

/// Front matter as editors hand it to a schema; none where there is none in sound YAML.
fn matter(text: &str) -> Option<Value> {
    let front = split(text).filter(|front| front.format == Format::Yaml)?;
    yaml::node(text, front.inner).ok()?.map(|node| of(&node))
}

fn of(node: &Node) -> Value {
    match node {
        Node::Scalar(text) => match text.value.as_str() {
            "" => Value::Null,
            word => serde_json::from_str::<Value>(word)
                .ok()
                .filter(|value| value.is_number() || value.is_boolean())
                .unwrap_or_else(|| word.into()),
        },
        Node::List(nodes, _) => nodes.iter().map(of).collect(),
        Node::Map(pairs, _) => {
            let pairs = pairs
                .iter()
                .map(|(key, node)| (key.value.clone(), of(node)));
            Value::Object(pairs.collect())
        }
    }
}

fn fronts() -> Validator {
    jsonschema::draft7::new(&front_matter::schema()).unwrap()
}

#[test]
fn front_matter_of_real_documents_fits() {
    let (mut count, fronts) = (0, fronts());
    for folder in ["content", "tests/plans"].map(|name| plans::home().join(name)) {
        for path in tree::paths(&folder)
            .iter()
            .filter(|path| path.ends_with(".md"))
        {
            let text = fs::read_to_string(folder.join(path)).unwrap();
            let Some(front) = matter(&text) else {
                continue;
            };
            count += 1;
            let faults: Vec<String> = fronts
                .iter_errors(&front)
                .map(|fault| format!("{}: {fault}", fault.instance_path()))
                .collect();
            assert!(faults.is_empty(), "{path}: {faults:?}");
        }
    }
    assert!(count > 40, "{count}");
}

#[test]
fn front_matter_that_says_nothing_does_not_fit() {
    let fronts = fronts();
    for (right, wrong) in [
        ("status: done", "status: [done, planned]"),
        ("due: 2026-01-27", "due: { day: 27 }"),
        ("due-date: Q1 2026", "due-date: [Q1]"),
        ("dueDate: Q1 2026", "dueDate: true"),
        ("Due Date: Q1 2026", "Due Date: true"),
        ("depends-on: [T-1, 2]", "depends-on: { id: T-1 }"),
        ("depends_on: T-1", "depends_on: { id: T-1 }"),
        ("prioridad: alta", "prioridad: [alta]"),
        ("PRD: PRD-1", "PRD: { id: PRD-1 }"),
        ("kind: story", "kind: [story]"),
        ("labels: [a, b]", "labels: [[a]]"),
        ("risk: high", ""),
    ] {
        let fits = |line: &str| fronts.is_valid(&matter(&format!("---\n{line}\n---\n")).unwrap());
        assert!(fits(right), "{right}");
        assert!(wrong.is_empty() || !fits(wrong), "{wrong} fits");
    }
}

#[test]
fn editors_can_suggest_keys_kinds_and_states() {
    let schema = front_matter::schema();
    for key in [
        "id",
        "kind",
        "status",
        "depends-on",
        "due",
        "owner",
        "milestone",
        "audience",
    ] {
        assert!(
            schema["properties"][key]["description"].is_string(),
            "{key}"
        );
    }
    let states = schema.pointer("/properties/status/anyOf/0/enum").unwrap();
    for state in ["planned", "in progress", "done", "blocked"] {
        assert!(
            states.as_array().unwrap().contains(&json!(state)),
            "{state}"
        );
    }
}
