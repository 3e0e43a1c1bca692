//! Begins documents as somebody would type it, in copies of the plans and in folders with nothing in them.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod scratch;

use std::fs;
use std::path::Path;

use harness::run::{self, Said};
use harness::tree;
use scratch::Scratch;
use serde_json::Value;

impl Said {
    /// The path of the document, of a run that was fine and had no doubts.
    fn path(&self) -> &str {
        assert_eq!(self.code, 0, "{}", self.err);
        assert!(!self.err.contains("warning"), "{}", self.err);
        self.out.trim_end()
    }
}

fn run(plan: &Scratch, typed: &[&str]) -> Said {
    let mut command = run::command(plan.root());
    run::run(command.args(["--as-of", "2026-11-20"]).args(typed))
}

fn new(plan: &Scratch, typed: &[&str]) -> Said {
    run(plan, &[&["new"], typed].concat())
}

/// A copy of one of the plans of the tests, or of plansite's own.
fn copy(name: &str) -> Scratch {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let from = match name {
        "content" => root.join("content"),
        name => root.join("tests/plans").join(name).join("plan"),
    };
    let plan = Scratch::new(&format!("new-{name}"));
    tree::copy(&from, plan.root());
    plan
}

fn text(plan: &Scratch, path: &str) -> String {
    fs::read_to_string(plan.root().join(path)).unwrap()
}

/// The item of a document, as the whole plan has it.
fn item(plan: &Scratch, path: &str) -> Value {
    let said = run(plan, &["export", "."]);
    let json: Value = serde_json::from_str(&said.out).unwrap();
    let items = json["items"].as_array().unwrap();
    let of = |item: &&Value| item["sources"][0]["file"] == path;
    items
        .iter()
        .find(of)
        .unwrap_or_else(|| panic!("no item in {path}"))
        .clone()
}

/// How many files lie in the folder and below.
fn count(folder: &Path) -> usize {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| match entry.file_type().unwrap().is_dir() {
            true => count(&entry.path()),
            false => 1,
        })
        .sum()
}

const PRD: &str = "---\nid: PRD-3\ntitle: Search\nstatus: draft\n---\n\n# Search\n";
const STORY: &str = "---\nid: US-009\nstatus: draft\nprd: PRD-3\n---\n\n# Filter\n";

#[test]
fn a_story_goes_where_the_stories_of_its_prd_lie() {
    let plan = Scratch::new("new-story")
        .file("docs/prd/search/search-prd.md", PRD)
        .file("docs/user-stories/search/us-009-filter.md", STORY);
    let said = new(&plan, &["story", "Search customers", "--prd", "PRD-3"]);
    let path = "docs/user-stories/search/us-010-search-customers.md";
    assert_eq!(said.path(), path);
    let link = "link it from docs/prd/search/search-prd.md: \
                `- [US-010 Search customers](../../user-stories/search/us-010-search-customers.md)`";
    assert!(said.err.contains(link), "{}", said.err);
    let item = item(&plan, path);
    assert_eq!(item["id"], "US-010");
    assert_eq!(item["title"], "Search customers");
    assert_eq!(item["parent"]["key"], "PRD-3");
    assert_eq!(item["status"]["value"], "planned");
}

#[test]
fn the_teams_own_template_is_filled_and_otherwise_kept() {
    let plan = copy("milestone-tree");
    let said = new(
        &plan,
        &[
            "user-story",
            "Get the deposit back",
            "--parent",
            "Deposits and Late Fees",
        ],
    );
    let path = "docs/user-stories/deposits/us-108-get-the-deposit-back.md";
    assert_eq!(said.path(), path);
    assert!(
        said.err
            .contains("from your template docs/user-stories/template.md"),
        "{}",
        said.err
    );
    let filled = text(&plan, "docs/user-stories/template.md")
        .replace("US-NNN: [Story Title]", "US-108: Get the deposit back")
        .replace(
            "[Feature Name](../prd/[feature]/[feature]-prd.md)",
            "[Deposits and Late Fees](../../prd/deposits/deposits-prd.md)",
        )
        .replace("[Not started / In progress / Completed]", "Not started");
    assert_eq!(text(&plan, path), filled);
    let said = new(&plan, &["milestone", "Summer"]);
    assert_eq!(said.path(), "docs/milestones/milestone-3.md");
    assert!(text(&plan, said.path()).starts_with("# Milestone 3: Summer\n\n**Version:** X.Y\n"));
    let said = new(
        &plan,
        &["prd", "Pick-up reminders", "--milestone", "milestone-2"],
    );
    assert_eq!(
        said.path(),
        "docs/prd/pick-up-reminders/pick-up-reminders-prd.md"
    );
    assert_eq!(item(&plan, said.path())["parent"]["key"], "milestone-2");
}

#[test]
fn templates_alone_draw_the_folders_of_a_plan() {
    let templates = copy("milestone-tree");
    let names = [
        "templates/milestone-overview.md",
        "prd/template.md",
        "user-stories/template.md",
    ];
    let plan = names.iter().fold(Scratch::new("new-grown"), |plan, name| {
        let path = format!("docs/{name}");
        plan.file(&path, text(&templates, &path))
    });
    for (typed, path) in [
        (
            &["milestone", "Better search"][..],
            "docs/milestones/milestone-1-better-search.md",
        ),
        (
            &["prd", "Find customers", "--milestone", "Better search"],
            "docs/prd/find-customers/find-customers-prd.md",
        ),
        (
            &["story", "Index", "--prd", "Find customers"],
            "docs/user-stories/find-customers/us-001-index.md",
        ),
        (
            &["story", "Filter", "--prd", "Find customers"],
            "docs/user-stories/find-customers/us-002-filter.md",
        ),
        (
            &["prd", "Export", "--milestone", "milestone-1"],
            "docs/prd/export/export-prd.md",
        ),
        (
            &["milestone", "Later"],
            "docs/milestones/milestone-2-later.md",
        ),
    ] {
        assert_eq!(new(&plan, typed).path(), path);
    }
    let story = item(&plan, "docs/user-stories/find-customers/us-002-filter.md");
    assert_eq!(story["parent"]["key"], "feature-find-customers");
}

#[test]
fn windows_line_ends_stay_as_they_are() {
    let template = "---\r\nid: \r\ntitle: \"Title here\" # short\r\nstatus: draft|open|done\r\ncreated: YYYY-MM-DD\r\n---\r\n\r\n# {{title}}\r\n\r\nKeep *this*.\r\n";
    let plan = Scratch::new("new-crlf")
        .file("tasks/t-1.md", "---\r\nid: T-1\r\n---\r\n\r\n# One\r\n")
        .file("tasks/template.md", template);
    let said = new(&plan, &["task", "Say \"no\": now"]);
    assert_eq!(said.path(), "tasks/t-2.md");
    let wanted = "---\r\nid: T-2 \r\ntitle: \"Say \\\"no\\\": now\" # short\r\nstatus: draft\r\ncreated: 2026-11-20\r\n---\r\n\r\n# Say \"no\": now\r\n\r\nKeep *this*.\r\n";
    assert_eq!(text(&plan, said.path()), wanted);
}

#[test]
fn each_kind_goes_its_usual_way_in_plans_of_three_kinds() {
    for (name, typed, path, key) in [
        (
            "milestone-tree",
            &["task", "Fix the printer", "--parent", "US-106"][..],
            "docs/tasks/t-22-fix-the-printer.md",
            "T-22",
        ),
        (
            "milestone-tree",
            &["sprint"],
            "docs/sprints/sprint-3.md",
            "sprint-3",
        ),
        (
            "milestone-tree",
            &["adr", "Card or cash"],
            "docs/decisions/d-1-card-or-cash.md",
            "D-1",
        ),
        (
            "milestone-tree",
            &["week", "2026-W08"],
            "docs/weeks/2026-W08.md",
            "2026-W08",
        ),
        (
            "front-matter",
            &["task", "Dry the pods"],
            "tasks/k-8.md",
            "K-8",
        ),
        (
            "front-matter",
            &["epic", "Swap table: the second", "--parent", "M1"],
            "swap-table-the-second.md",
            "PRD-3",
        ),
        (
            "front-matter",
            &["decision", "Jars"],
            "decisions/d-3.md",
            "D-3",
        ),
        ("four-tiers", &["week"], "weeks/2026-W47.md", "2026-W47"),
        (
            "four-tiers",
            &["issue", "Sharpen the knives"],
            "tasks/kit-11-sharpen-the-knives.md",
            "KIT-11",
        ),
        (
            "four-tiers",
            &["milestone", "The second oven"],
            "milestones/a3-the-second-oven.md",
            "A3",
        ),
        (
            "project-plan",
            &["sprint", "--dry-run"],
            "sprints/sprint-5.md",
            "",
        ),
        (
            "content",
            &["milestone", "Later"],
            "milestones/m7-later.md",
            "M7",
        ),
        (
            "content",
            &["prd", "Forecasts", "--milestone", "M6"],
            "prd/forecasts/prd-forecasts.md",
            "PRD-15",
        ),
    ] {
        let plan = copy(name);
        let said = new(&plan, typed);
        let shown = said.path().lines().next().unwrap();
        assert_eq!(shown, path, "{name} {typed:?}");
        if !key.is_empty() {
            assert_eq!(item(&plan, path)["key"], key, "{name} {typed:?}");
        }
    }
}

#[test]
fn our_own_decisions_go_on_by_number() {
    let plan = copy("content");
    let numbers = fs::read_dir(plan.root().join("decisions")).unwrap();
    let numbers = numbers.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let last = numbers.map(|name| name[..4].parse::<u32>().unwrap()).max();
    let next = last.unwrap() + 1;
    let said = new(&plan, &["decision", "Two of it"]);
    let path = format!("decisions/{next:04}-two-of-it.md");
    assert_eq!(said.path().trim_end(), path);
    assert_eq!(item(&plan, &path)["key"], format!("D-{next}"));
}

/// The first item of a kind that is not done: a done one with a new part would be a finding.
fn open(plan: &Scratch, kind: &str) -> String {
    let said = run(plan, &["export", "."]);
    let json: Value = serde_json::from_str(&said.out).unwrap();
    let items = json["items"].as_array().unwrap().iter();
    let mut open = items.filter(|item| item["kind"] == kind && item["status"]["value"] != "done");
    open.next().unwrap()["key"].as_str().unwrap().to_string()
}

/// What a document that has just begun does not say yet.
const UNWRITTEN: [&str; 3] = [
    "phase-without-milestone",
    "story-without-criteria",
    "untraced-item",
];

#[test]
fn our_own_documents_add_no_findings() {
    let plan = copy("content");
    let findings = || {
        let said = run(&plan, &["check", "--format", "json", "."]);
        let json: Value = serde_json::from_str(&said.out).unwrap();
        let found = json["findings"].as_array().unwrap().iter();
        let is_fault = |found: &&Value| !UNWRITTEN.contains(&found["rule"].as_str().unwrap());
        found.filter(is_fault).cloned().collect::<Vec<_>>()
    };
    let before = findings();
    let [milestone, feature, story] =
        ["milestone", "feature", "story"].map(|kind| open(&plan, kind));
    for typed in [
        &["story", "A", "--prd", &feature][..],
        &["prd", "B", "--milestone", &milestone],
        &["milestone", "C"],
        &["task", "D", "--story", &story],
        &["sprint", "E"],
        &["week", "2026-W49"],
        &["decision", "F"],
        &["phase", "G"],
    ] {
        let said = new(&plan, typed);
        said.path();
    }
    assert_eq!(findings(), before);
}

#[test]
fn nothing_is_needed_to_begin() {
    for (word, path) in [
        ("story", "user-stories/us-1-first.md"),
        ("prd", "prd/prd-1-first.md"),
        ("task", "tasks/t-1-first.md"),
        ("milestone", "milestones/m1-first.md"),
        ("decision", "decisions/d-1-first.md"),
        ("phase", "phases/phase-1-first.md"),
        ("sprint", "sprints/sprint-1-first.md"),
    ] {
        let plan = Scratch::new("new-empty");
        assert_eq!(new(&plan, &[word, "First"]).path(), path);
        assert_eq!(item(&plan, path)["title"], "First", "{word}");
    }
}

#[test]
fn numbers_of_files_go_on_where_documents_have_no_ids() {
    let plan = Scratch::new("new-numbered")
        .file("proposals/0008-oak.md", "# Oak\n\n* Status: **Accepted**\n")
        .file("proposals/0009-ash.md", "# Ash\n\n* Status: **Accepted**\n")
        .file(
            "proposal-templates/0000-template.md",
            "# Feature name\n\n* Status: **Awaiting review**\n",
        );
    let said = new(&plan, &["proposal", "Elm"]);
    assert_eq!(said.path(), "proposals/0010-elm.md");
    assert_eq!(
        text(&plan, said.path()),
        "# Elm\n\n* Status: **Awaiting review**\n"
    );
}

#[test]
fn plansite_toml_names_the_folder_and_the_templates() {
    let plan = Scratch::new("new-config")
        .file(
            "plansite.toml",
            "[kinds.task]\nfolders = ['jobs']\n[sources]\ntemplates = ['forms/']\n",
        )
        .file("forms/task.md", "# <Name>\n\nBy hand.\n");
    let said = new(&plan, &["task", "Sow"]);
    assert_eq!(said.path(), "jobs/sow.md");
    assert_eq!(text(&plan, "jobs/sow.md"), "# Sow\n\nBy hand.\n");
}

#[test]
fn ids_that_somebody_has_are_left_alone() {
    let plan = Scratch::new("new-taken")
        .file(
            "tasks/t-1-sow.md",
            "# T-1: Sow\n\nNext comes T-4, says the book.\n",
        )
        .file("plan.md", "# Plan\n\n## Tasks\n\n- [ ] T-2 Water\n")
        .file(".gitignore", "t-3*\n")
        .file("tasks/t-3-dig.md", "# T-3: Dig\n");
    assert_eq!(new(&plan, &["task", "Reap"]).path(), "tasks/t-5-reap.md");
    // A row may get a document of its own; what has one keeps its id.
    assert_eq!(
        new(&plan, &["task", "Water", "--id", "T-2"]).path(),
        "tasks/t-2-water.md"
    );
    let said = new(&plan, &["task", "Sow again", "--id", "t-1"]);
    assert!(
        said.failure().contains("the id `t-1` is taken by \"Sow\""),
        "{}",
        said.err
    );
    assert!(
        new(&plan, &["task", "X", "--id", "../x y"])
            .failure()
            .contains("no id")
    );
}

#[test]
fn nothing_is_written_over_what_is_there() {
    let plan = Scratch::new("new-over").file("weeks/2026-W47.md", "# Week 47\n\nMine.\n");
    let said = new(&plan, &["week"]);
    assert!(
        said.failure()
            .contains("`weeks/2026-W47.md` is there already"),
        "{}",
        said.err
    );
    assert!(
        said.err.contains("help: nothing was written"),
        "{}",
        said.err
    );
    assert_eq!(text(&plan, "weeks/2026-W47.md"), "# Week 47\n\nMine.\n");
}

#[test]
fn a_dry_run_shows_all_and_writes_nothing() {
    let plan = copy("milestone-tree");
    let before = count(plan.root());
    let said = new(&plan, &["task", "Fix it", "--dry-run"]);
    assert!(
        said.path()
            .starts_with("docs/tasks/t-22-fix-it.md\n\n---\nid: T-22\ntitle: Fix it\n"),
        "{}",
        said.out
    );
    assert!(
        said.err
            .starts_with("would write docs/tasks/t-22-fix-it.md: task T-22"),
        "{}",
        said.err
    );
    assert_eq!(count(plan.root()), before);
}

#[test]
fn what_cannot_be_meant_is_refused_with_help() {
    let plan = copy("milestone-tree");
    let before = count(plan.root());
    for (typed, wanted) in [
        (&["stroy", "X"][..], "did you mean `story`?"),
        (&["blocker", "X"], "an obstacle has no document of its own"),
        (&["story"], "a story has a title"),
        (&["week", "2026-W60"], "there is no week `2026-W60`"),
        (&["story", " \n "], "a story has a title"),
        (&["story", "[Name]"], "would be read as a gap"),
        (
            &["story", "X", "--parent", "Reservatons"],
            "did you mean `Reservations`?",
        ),
        (
            &["story", "X", "--parent", "T-20"],
            "`T-20` is a task, which holds no story",
        ),
        (
            &["story", "X", "--in", "../elsewhere"],
            "lies outside of the plan",
        ),
        (&["story", "X", "--in", "/etc"], "lies outside of the plan"),
    ] {
        let said = new(&plan, typed);
        assert!(said.failure().contains(wanted), "{typed:?}: {}", said.err);
    }
    assert_eq!(count(plan.root()), before);
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_plan() {
    let outside = Scratch::new("new-outside");
    let plan = Scratch::new("new-link").file("a.md", "# A\n");
    std::os::unix::fs::symlink(outside.root(), plan.root().join("tasks")).unwrap();
    let said = new(&plan, &["task", "Escape"]);
    assert!(
        said.failure().contains("leads out of the plan"),
        "{}",
        said.err
    );
    assert_eq!(count(outside.root()), 0);
}

#[test]
fn a_template_that_states_less_is_told_of() {
    let plan = Scratch::new("new-doubt")
        .file("prd/search/search-prd.md", PRD)
        .file("prd/template.md", "# [Feature name] PRD\n\nWhy?\n");
    let said = new(&plan, &["prd", "Export"]);
    assert_eq!(
        (said.code, said.out.as_str()),
        (0, "prd/export/export-prd.md\n")
    );
    assert_eq!(
        text(&plan, "prd/export/export-prd.md"),
        "# Export PRD\n\nWhy?\n"
    );
    assert!(
        said.err
            .contains("warning: its title is read as \"Export PRD\""),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("warning: it does not state its id `PRD-4`"),
        "{}",
        said.err
    );
}

#[test]
fn a_document_that_is_not_read_is_told_of() {
    let plan = Scratch::new("new-ignored")
        .file("a.md", "# A\n")
        .file(".gitignore", "tasks/\n");
    let said = new(&plan, &["task", "Hide"]);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err
            .contains("is not read: .gitignore or plansite.toml leaves it out"),
        "{}",
        said.err
    );
}

#[test]
fn hostile_titles_stay_in_the_folder_and_are_read_back() {
    let long = "long ".repeat(100);
    for title in [
        "../../../etc/passwd",
        "C:\\temp\\x",
        "a/b",
        "..",
        "\"quotes\" and 'more'",
        "--- # : | > & * ! % @",
        "Überprüfung der 検索 🍏",
        "日本語",
        "🌱",
        "???",
        "Buy milk (done)",
        "Milestone 3: Later",
        "# Heading",
        "*bold* _it_ `code` <b>html</b> [link](x.md) ![p](q.png)",
        "yes",
        "1.5",
        "Template",
        "Email template",
        "README",
        "Tasks",
        "Current state",
        "2026-W07",
        "ends with a colon:",
        "{mus} [or] <so>",
        "+++",
        long.as_str(),
    ] {
        for plan in [copy("front-matter"), Scratch::new("new-hostile")] {
            let before = count(plan.root());
            let said = new(&plan, &["task", "--", title]);
            let path = said.path().to_string();
            assert!(
                path.starts_with("tasks/") && path.matches('/').count() == 1,
                "{path}"
            );
            assert_eq!(count(plan.root()), before + 1);
            assert_eq!(item(&plan, &path)["title"], title.trim(), "{path}");
        }
    }
}
