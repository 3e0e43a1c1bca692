//! What plan.json says of small plans: addresses, figures, weeks.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod scratch;

use std::collections::BTreeSet;

use plansite::config::FILE_NAME;
use plansite::model::audience::Audience;
use plansite::model::date::Date;
use plansite::page::pages::data::Layout;
use plansite::pipeline::{self, Request};
use scratch::Scratch;
use serde_json::{Value, json};

fn export(plan: &Scratch) -> Value {
    let config = plan.root().join(FILE_NAME);
    let request = Request {
        root: plan.root().to_path_buf(),
        config: config.is_file().then_some(config),
        levels: Vec::new(),
        today: Date::iso("2026-11-20").unwrap(),
        asks_git: false,
    };
    let checked = pipeline::check(&request).unwrap();
    serde_json::from_str(
        &pipeline::plan_json(&checked, &Audience::internal(), Layout::Compact).unwrap(),
    )
    .unwrap()
}

fn item<'a>(plan: &'a Value, title: &str) -> &'a Value {
    let items = plan["items"].as_array().unwrap();
    let found = items.iter().find(|item| item["title"] == title);
    found.unwrap_or_else(|| panic!("no `{title}` in {items:#?}"))
}

fn url<'a>(plan: &'a Value, title: &str) -> &'a str {
    item(plan, title)["url"].as_str().unwrap()
}

#[test]
fn what_has_its_own_words_has_its_own_page_and_rows_are_anchors_on_it() {
    let plan = export(&Scratch::new("urls").file("plan.md", "# Acme\n\n## Phase 1: Foundation\n\n| Task | Status |\n|---|---|\n| Set up CI/CD | Done |\n\n## Blocked\n\n| Task | Blocked By | Since |\n|---|---|---|\n| Set up CI/CD | No account | Monday |\n").file("prd/search.md", "# PRD: Search\n"));
    assert_eq!(url(&plan, "Foundation"), "phases/phase-1.html");
    assert_eq!(
        url(&plan, "Set up CI/CD"),
        "phases/phase-1.html#set-up-ci-cd"
    );
    assert_eq!(url(&plan, "No account"), "blocked.html#no-account");
    assert!(url(&plan, "Search").starts_with("prd/"));
}

#[test]
fn rows_of_nothing_are_anchors_on_the_list_of_their_kind() {
    let plan = export(&Scratch::new("lists").file("plan.md", "# Acme\n\n| ID | Task | Status |\n|---|---|---|\n| T-7 | Search | Done |\n\n## Sprint History\n\n| Sprint | Goal | Committed | Completed |\n|---|---|---|---|\n| 1 | Search first | 5 | 4 |\n"));
    assert_eq!(url(&plan, "Search"), "tasks.html#t-7");
    assert_eq!(url(&plan, "Search first"), "sprints.html#sprint-1");
}

#[test]
fn addresses_are_unique_also_where_only_case_and_marks_differ() {
    let names = ["a-b", "A-B", "a b"];
    let file = |plan: Scratch, name: &&str| {
        plan.file(
            &format!("tasks/{name} x.md"),
            format!("---\nid: {name}\nkind: task\ntitle: {name}\n---\n"),
        )
    };
    let plan = export(&names.iter().fold(Scratch::new("unique"), file));
    let items = plan["items"].as_array().unwrap();
    let urls: BTreeSet<String> = items
        .iter()
        .map(|item| item["url"].as_str().unwrap().to_lowercase())
        .collect();
    assert_eq!((items.len(), urls.len()), (3, 3), "{urls:?}");
}

#[test]
fn a_week_has_its_own_address_and_says_what_it_did() {
    let plan = export(
        &Scratch::new("week")
            .file(
                "tasks/t-1.md",
                "---\nid: T-1\nkind: task\ntitle: Search\n---\n",
            )
            .file(
                "weeks/2026-W20.md",
                "# Week 20\n\n## Entered\n\n- T-1: a customer asked\n",
            ),
    );
    let week = plan["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|item| item["kind"] == "sprint")
        .unwrap();
    assert_eq!(week["url"], "weeks/2026-w20.html");
    let moved = &week["movements"][0];
    assert_eq!(
        (moved["change"].as_str(), moved["key"].as_str()),
        (Some("entered"), Some("T-1"))
    );
    assert_eq!(
        moved["source"],
        json!({"file": "weeks/2026-W20.md", "line": 5})
    );
}

#[test]
fn figures_are_stated_or_counted() {
    let stated = export(&Scratch::new("stated").file("plan.md", "# Acme\n\n## Sprint History\n\n| Sprint | Goal | Committed | Completed |\n|---|---|---|---|\n| 1 | Search | 5 | 4 |\n"));
    let committed = &item(&stated, "Search")["committed"];
    assert_eq!(
        (committed["value"].as_f64(), committed["raw"].as_str()),
        (Some(5.0), Some("5"))
    );
    assert_eq!(stated["plan"]["velocity"], json!({"mean": 4.0, "of": 1}));
    let task = |id: u32, status: &str| {
        format!("---\nid: T-{id}\nkind: task\nsprint: S-1\nstatus: {status}\n---\n# One\n")
    };
    let plan =
        Scratch::new("counted").file("s.md", "---\nid: S-1\nkind: sprint\ntitle: First\n---\n");
    let counted = export(
        &plan
            .file("a.md", task(1, "done"))
            .file("b.md", task(2, "planned")),
    );
    assert_eq!(
        item(&counted, "First")["committed"],
        json!({"value": 2.0, "counted": ["T-1", "T-2"]})
    );
}

#[test]
fn what_is_absent_is_an_absent_key() {
    let plan = export(&Scratch::new("absent").file("a.md", "# Task: Import\n"));
    let task = item(&plan, "Import").as_object().unwrap();
    for key in [
        "id",
        "status",
        "due",
        "parent",
        "blocks",
        "checks",
        "progress",
        "movements",
    ] {
        assert!(!task.contains_key(key), "{key}");
    }
    assert!(!plan.to_string().contains("null"), "{plan}");
}

#[test]
fn the_configuration_names_the_plan() {
    let plan = Scratch::new("title").file("a.md", "# Task: Import\n");
    let plan = export(&plan.file(FILE_NAME, "[site]\ntitle = 'Acme CRM'\n"));
    assert_eq!(plan["plan"]["title"], "Acme CRM");
}
