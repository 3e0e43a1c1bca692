//! What the plan answers in the terminal: `status`, `next`, `week` and `show`, for people and for programs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod harness;
mod scratch;

use std::fs;
use std::path::Path;

use harness::expected::{self, Wrong};
use harness::plans;
use harness::run::{Said, command, plansite, run};
use jsonschema::Validator;
use plansite::page::answer::{item, next, status, week};
use plansite::page::pages::data;
use scratch::Scratch;
use serde_json::Value;

/// The questions that every plan of the tests is asked, and the file of each answer.
const QUESTIONS: [(&str, &str); 3] = [
    ("status", "status.txt"),
    ("next", "next.txt"),
    ("week", "week.txt"),
];

/// An item of each plan that is shown.
const SHOWN: [(&str, &str); 7] = [
    ("arabic", "M1"),
    ("documents", "T-2"),
    ("four-tiers", "KIT-2"),
    ("front-matter", "K-2"),
    ("german", "A-4"),
    ("milestone-tree", "M1"),
    ("project-plan", "alerts for cancelled"),
];

fn asked(root: &Path, question: &[&str]) -> Said {
    let today = plans::request(root).today.to_string();
    let mut command = command(root);
    command.args(question);
    run(command.args(["--as-of", &today, "--no-git"]))
}

/// A small plan about which most can be said.
fn plan(name: &str) -> Scratch {
    Scratch::new(name).file(
        "PLAN.md",
        "# Acme

## Phase 1: Foundation

**Goal:** A base to stand on

| ID | Task | Status | Depends on | Priority | Owner |
|----|------|--------|------------|----------|-------|
| T-1 | Set up the project | Done | -- | | @core |
| T-2 | Draw the model | In progress | T-1 | | @core |
| T-3 | Write the connector | Planned | T-2 | | @web |
| T-4 | Choose the colours | Planned | -- | Low | @web |
| T-5 | Write the manual | Planned | -- | High | @core |

## Phase 2: Features

| ID | Task | Status | Depends on |
|----|------|--------|------------|
| T-6 | Build the API | Planned | -- |
",
    )
}

fn answer(plan: &Scratch, typed: &str) -> Value {
    let line = format!("{typed} --as-of 2026-11-20 --no-git");
    plansite(plan.root(), &line).json()
}

fn keys(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap().iter();
    list.map(|item| item["key"].as_str().unwrap()).collect()
}

#[test]
fn the_plans_of_the_tests_answer_as_expected() {
    let mut wrong = Wrong::default();
    for folder in plans::all() {
        let root = folder.join("plan");
        let name = folder.file_name().unwrap().to_str().unwrap();
        let (_, key) = SHOWN.iter().find(|(plan, _)| *plan == name).unwrap();
        let shown = (vec!["show", *key], "show.txt");
        let questions = QUESTIONS.map(|(question, file)| (vec![question], file));
        for (question, file) in questions.into_iter().chain([shown]) {
            let said = asked(&root, &question);
            assert_eq!(said.code, 0, "{name} {question:?}: {}", said.err);
            let path = folder.join("expected").join(file);
            wrong.hold(&path, &said.out, expected::lines);
        }
    }
    wrong.none();
}

#[test]
fn answers_fit_into_eighty_columns_and_obey_nobody() {
    let wide = "語".repeat(90);
    let plan = Scratch::new("wide").file(
        "PLAN.md",
        format!("# {wide}\n\n## Phase 1: {wide}\n\n| ID | Task | Status | Notes |\n|--|--|--|--|\n| T-1 | a\u{1b}[2Jb {wide} | Planned | {wide} |\n| T-2 | Two | Blocked | \u{202e}x |\n"),
    );
    for question in ["status", "next", "week", "show T-1", "show T-2"] {
        let said = plansite(
            plan.root(),
            &format!("{question} --no-git --as-of 2026-11-20"),
        );
        assert_eq!(said.code, 0, "{}", said.err);
        for line in said.out.lines() {
            let wide = line.chars().map(|c| if c == '語' { 2 } else { 1 });
            assert!(wide.sum::<usize>() <= 80, "{question}: {line}");
        }
        assert!(!said.out.contains(['\u{1b}', '\u{202e}']), "{}", said.out);
    }
}

#[test]
fn what_is_begun_comes_first_then_what_is_urgent() {
    let plan = plan("order");
    let next = answer(&plan, "next --json");
    assert_eq!(keys(&next["tasks"]), ["T-2", "T-5", "T-4"]);
    let first = &next["tasks"][0];
    assert_eq!(first["begun"], true);
    assert_eq!(keys(&first["frees"]), ["T-3"]);
    assert_eq!(first["source"]["line"], 10);
    assert_eq!(first["path"][0]["goal"], "A base to stand on");
    assert_eq!(first["depends_on"][0]["item"]["key"], "T-1");
    assert_eq!(next["counts"]["waiting"], 1);
    assert_eq!(next["counts"]["phase_not_open"], 1);
}

#[test]
fn work_is_asked_for_by_owner_kind_and_whole() {
    let plan = plan("filters");
    let tasks = |typed: &str| {
        let next = answer(&plan, &format!("next --format json {typed}"));
        let keys = keys(&next["tasks"]).into_iter();
        keys.map(str::to_string).collect::<Vec<_>>()
    };
    assert_eq!(tasks("--owner web"), ["T-4"]);
    assert_eq!(tasks("-n 1"), ["T-2", "T-5"]);
    assert_eq!(tasks("--phase Foundation -n 0"), ["T-2", "T-5", "T-4"]);
    assert!(tasks("--kind story").is_empty());
    let wrong = plansite(plan.root(), "next --kind tsak --no-git");
    assert!(
        wrong.failure().contains("did you mean `task`?"),
        "{}",
        wrong.err
    );
}

#[test]
fn where_nothing_is_ready_it_says_what_holds_it_up() {
    let text = "# Acme\n\n## Phase 1: A\n\n| ID | Task | Status | Depends on |\n|--|--|--|--|\n| T-1 | One | Blocked | -- |\n| T-2 | Two | Planned | T-1 |\n| T-3 | Three | Planned | T-1 |\n";
    let plan = Scratch::new("held").file("PLAN.md", text);
    let said = plansite(plan.root(), "next --no-git --as-of 2026-11-20");
    assert!(
        said.out
            .starts_with("Nothing can be done now. 2 wait and 1 is blocked."),
        "{}",
        said.out
    );
    assert!(
        said.out
            .contains("blocked; no reason is written; 3 wait for it"),
        "{}",
        said.out
    );
    assert!(said.out.contains("`plansite show T-1`"), "{}", said.out);
    let next = answer(&plan, "next --json");
    assert_eq!(next["holds"][0]["holds_up"], 3);
}

#[test]
fn an_item_is_found_by_key_id_and_part_of_its_title() {
    let plan = plan("found");
    for typed in ["T-2", "t-2", "model", "drawing"] {
        let shown = answer(&plan, &format!("show {typed} --json"));
        assert_eq!(shown["item"]["key"], "T-2", "{typed}");
    }
    let several = plansite(plan.root(), "show the --no-git");
    assert!(
        several.failure().contains("fits 6 items"),
        "{}",
        several.err
    );
    let none = plansite(plan.root(), "show T-22 --no-git");
    assert!(
        none.failure().contains("did you mean one of these?"),
        "{}",
        none.err
    );
}

#[test]
fn a_week_says_what_is_not_known() {
    let plan = plan("week");
    let said = answer(&plan, "week 2026-W30 --json");
    assert_eq!(
        (&said["is_current"], &said["start"]),
        (&Value::Bool(false), &"2026-07-20".into())
    );
    assert!(said.get("ready").is_none());
    assert_eq!(said["unknown"].as_array().unwrap().len(), 4, "{said}");
    let wrong = plansite(plan.root(), "week 2026-W99 --no-git");
    assert!(wrong.failure().contains("2026-W47"), "{}", wrong.err);
}

/// Nothing that an audience may not see is in any answer.
#[test]
fn an_audience_is_told_only_what_it_may_know() {
    let open = "---\nid: M1\nkind: milestone\ntitle: Harvest\naudience: public\nowner: vorpalix\nstatus: active\ndue: 2026-12-01\n---\n\n# Harvest\n\nOpen words.\n";
    let hidden = "---\nid: T-9\nkind: task\ntitle: Vorpalix task\nstatus: planned\nparent: M1\npriority: vorpalix\n---\n\nVorpalix words.\n";
    let blocker = "---\nid: T-8\nkind: task\ntitle: Vorpalix stop\nstatus: blocked\nparent: M1\nblocked-by: T-9\n---\n";
    let plan = Scratch::new("audience")
        .file("vorpalix/m1.md", open)
        .file("vorpalix/t9.md", hidden)
        .file("t8.md", blocker)
        .file(
            "m2.md",
            "---\nid: M2\nkind: story\ntitle: Open\naudience: public\nstatus: planned\n---\n\nSee [it](vorpalix/t9.md) <!-- vorpalix -->.\n\n<!--\n\nvorpalix\n",
        );
    for typed in [
        "status",
        "next",
        "week",
        "show M1",
        "show Vorpalix",
        "show T-9",
        "next --milestone vorpa",
    ] {
        for format in ["human", "json"] {
            let line =
                format!("{typed} --format {format} --audience public --no-git --as-of 2026-11-20");
            let said = plansite(plan.root(), &line);
            // What was typed may be named again.
            let told = said.out + &said.err.replace("`Vorpalix`", "").replace("`vorpa`", "");
            assert!(!told.to_lowercase().contains("vorpa"), "{line}: {told}");
            assert!(!told.contains("t8.md"), "{line}: {told}");
        }
    }
    let next = answer(&plan, "next --json --audience public");
    assert_eq!(next["tasks"][0]["body"]["text"], "See it .");
    let shown = answer(&plan, "show M1 --json --audience public");
    assert_eq!(shown["item"]["title"], "Harvest");
    let wrong = plansite(plan.root(), "status --audience nobody --no-git");
    assert!(
        wrong.failure().contains("no such audience"),
        "{}",
        wrong.err
    );
}

#[test]
fn every_answer_has_the_form_that_its_schema_says() {
    let plans = plans::all().into_iter().map(|folder| folder.join("plan"));
    let roots = plans.chain([plans::home().join("content")]);
    for root in roots {
        for (question, schema) in [
            ("status", status::SCHEMA),
            ("next", next::SCHEMA),
            ("week", week::SCHEMA),
        ] {
            for audience in ["internal", "public"] {
                let question = [question, "--json", "--audience", audience];
                fits(schema, &asked(&root, &question).json(), &root);
            }
        }
        let next = asked(&root, &["next", "--json", "-n", "0"]).json();
        let plan = asked(&root, &["export"]).json();
        let all = plan["items"].as_array().unwrap().iter().take(6);
        for task in next["tasks"].as_array().unwrap().iter().chain(all) {
            let key = task["key"].as_str().unwrap();
            fits(
                item::SCHEMA,
                &asked(&root, &["show", key, "--json"]).json(),
                &root,
            );
        }
    }
}

fn fits(schema: &str, answer: &Value, root: &Path) {
    let faults: Vec<String> = validator(schema)
        .iter_errors(answer)
        .map(|fault| format!("{fault} at {}", fault.instance_path()))
        .collect();
    assert!(
        faults.is_empty(),
        "{}: {faults:#?}\n{answer:#}",
        root.display()
    );
}

/// The schema of an item speaks of that of plan.json, which is put into it here.
fn validator(schema: &str) -> Validator {
    let plan: Value = serde_json::from_str(data::SCHEMA).unwrap();
    let local = schema.replace("urn:plansite:schema:plan:1#/$defs/item", "#/$defs/item");
    let mut schema: Value = serde_json::from_str(&local).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    for (name, part) in plan["$defs"].as_object().unwrap() {
        let known = schema["$defs"].as_object_mut().unwrap();
        known.entry(name.clone()).or_insert_with(|| part.clone());
    }
    jsonschema::draft202012::new(&schema).unwrap()
}

/// Every answer in the guide is what the program says of the plan in the guide.
#[test]
fn the_guide_shows_what_the_program_says() {
    let guide = plans::home().join("content/guide/agents.md");
    let text = fs::read_to_string(&guide).unwrap();
    let plan = text.split("```markdown\n").nth(1).unwrap();
    let plan = plan.split("```").next().unwrap();
    let plan = Scratch::new("guide").file("PLAN.md", plan);
    let mut told = String::new();
    let mut rest = text.as_str();
    while let Some((before, block)) = rest.split_once("```console\n$ plansite ") {
        let (block, after) = block.split_once("```\n").unwrap();
        let typed = block.lines().next().unwrap();
        told.push_str(&format!("{before}```console\n$ plansite {typed}\n"));
        told.push_str(&match typed.contains("--as-of") {
            true => answered(&plan, typed),
            false => block.split_once('\n').unwrap().1.to_string(),
        });
        told.push_str("```\n");
        rest = after;
    }
    told.push_str(rest);
    let mut wrong = Wrong::default();
    wrong.hold(&guide, &told, expected::lines);
    wrong.none();
}

fn answered(plan: &Scratch, typed: &str) -> String {
    let said = plansite(plan.root(), &format!("{typed} --no-git"));
    assert_eq!(said.code, 0, "{typed}: {}", said.err);
    match typed.contains("--json") {
        true => format!("{:#}\n", said.json()),
        false => said.out,
    }
}
