//! `check --fix`: what is mended, what is left alone, and that not a byte more is written than that.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod scratch;

use std::fs;

use harness::run::{self, Said};
use harness::tree::files;
use scratch::Scratch;
use serde_json::Value;

const PLAN: &str = "\u{feff}# Plan\r\n\r\n## Phase 1: Pier\r\n\r\n| Task | Status |\r\n|---|---|\r\n\
    | Drive \\| set piles 🌊 | Complete |\r\n| Lay `a\\|b` planks | Done  |\r\n| Paint | Planned |\r\n\r\n\
    **Phase 1 progress:** 1/3 tasks complete (33%)";

const STORY: &str = "# US-1: Find\n\n**PRD:** [Search](../prd/Search/search-prd.md#goals \"It\")\n";

fn plan(name: &str) -> Scratch {
    Scratch::new(name)
        .file("plan.md", PLAN)
        .file(
            "docs/prd/search/search-prd.md",
            "# PRD-3: Search\n\n## Goals\n",
        )
        .file("docs/stories/us-1.md", STORY)
}

fn check(plan: &Scratch, typed: &str) -> Said {
    let typed = format!("check --as-of 2026-11-20 --no-git --color never {typed}");
    run::plansite(plan.root(), &typed)
}

fn json(plan: &Scratch, typed: &str) -> Value {
    check(plan, &format!("--format json {typed}")).json()
}

fn read(plan: &Scratch, path: &str) -> String {
    fs::read_to_string(plan.root().join(path)).unwrap()
}

#[test]
fn what_is_safe_is_mended_and_nothing_else() {
    let plan = plan("fix");
    let said = check(&plan, "--fix");
    assert!(
        said.err.contains("2 findings in 2 documents fixed"),
        "{}",
        said.err
    );
    let told = said.err.split_once("fixed[stale-tally]: ").unwrap().1;
    assert!(
        told.contains("1/3") && told.contains("\n --> plan.md:11:23\n"),
        "{told}"
    );
    assert_eq!(
        read(&plan, "plan.md"),
        PLAN.replace("1/3 tasks complete (33%)", "2/3 tasks complete (66%)")
    );
    assert_eq!(
        read(&plan, "docs/stories/us-1.md"),
        STORY.replace("Search/", "search/")
    );
    assert_eq!(files(plan.root()).len(), 3);
}

#[test]
fn a_second_run_writes_nothing() {
    let plan = plan("again");
    check(&plan, "--fix");
    let before = files(plan.root());
    let written = || {
        fs::metadata(plan.root().join("plan.md"))
            .unwrap()
            .modified()
            .unwrap()
    };
    let at = written();
    let said = check(&plan, "--fix");
    assert!(said.err.contains("nothing fixed\n"), "{}", said.err);
    assert_eq!((files(plan.root()), written()), (before, at));
}

#[test]
fn a_diff_shows_it_and_writes_nothing() {
    let plan = plan("diff");
    let before = files(plan.root());
    let said = check(&plan, "--diff");
    assert!(
        said.out.starts_with(
            "--- a/docs/stories/us-1.md\n+++ b/docs/stories/us-1.md\n@@ -1,3 +1,3 @@\n"
        )
    );
    let tally = "-**Phase 1 progress:** 1/3 tasks complete (33%)\n\\ No newline at end of file\n\
                 +**Phase 1 progress:** 2/3 tasks complete (66%)\n\\ No newline at end of file\n";
    assert!(
        said.out.contains("@@ -8,4 +8,4 @@\n") && said.out.ends_with(tally),
        "{}",
        said.out
    );
    assert!(
        said.err
            .ends_with("2 findings in 2 documents would be fixed; nothing was written\n")
    );
    assert_eq!(files(plan.root()), before);
}

#[test]
fn a_fix_is_shown_below_its_finding() {
    let said = check(&plan("shown"), "");
    let wanted = "\n  |\n\
                  3 - **PRD:** [Search](../prd/Search/search-prd.md#goals \"It\")\n\
                  3 + **PRD:** [Search](../prd/search/search-prd.md#goals \"It\")\n  |\n";
    let help = "help: there is `docs/prd/search/search-prd.md`";
    assert!(
        said.err.contains(help) && said.err.contains(wanted),
        "{}",
        said.err
    );
    assert!(
        said.err
            .ends_with("2 findings can be fixed with `--fix`; `--diff` shows how\n")
    );
}

#[test]
fn programs_are_told_the_same() {
    let plan = plan("json");
    let found = &json(&plan, "")["findings"];
    let fix = serde_json::json!({"safety": "safe", "edits": [
        {"file": "plan.md", "line": 11, "column": 23, "was": "1", "now": "2"},
        {"file": "plan.md", "line": 11, "column": 43, "was": "33", "now": "66"}]});
    let of = |finding: &&Value| finding["rule"] == "stale-tally";
    assert_eq!(
        found.as_array().unwrap().iter().find(of).unwrap()["fix"],
        fix
    );
    let after = json(&plan, "--fix");
    let open = after["findings"].as_array().unwrap().iter();
    assert_eq!(
        open.filter(|finding| finding.get("fix").is_some()).count(),
        0
    );
    assert_eq!(after["fixed"][0]["rule"], "broken-link");
    assert_eq!(after["left"], serde_json::json!([]));
    assert!(json(&plan, "").get("fixed").is_none());
}

#[test]
fn what_is_not_sure_is_shown_and_not_written() {
    let plan = Scratch::new("unsure")
        .file(
            "a/README.md",
            "# Guide\n\nSee [it](../other/README.md) and [x][y].\n\n[y]: ../B/to-do.md\n",
        )
        .file(
            "b/to-do.md",
            "# Notes\n\n[Guide](README.md), `[x](../A/README.md)` <!-- [x](../A/README.md) -->\n",
        )
        .file(
            "plan.md",
            PLAN.replace("1/3 tasks complete (33%)", "3/3 tasks complete (100%)"),
        );
    let before = files(plan.root());
    let said = check(&plan, "--fix");
    assert!(said.err.contains("nothing fixed\n"), "{}", said.err);
    assert!(
        said.err
            .contains("+ **Phase 1 progress:** 2/3 tasks complete (66%)"),
        "{}",
        said.err
    );
    assert_eq!(files(plan.root()), before);
}

#[test]
fn a_row_that_says_two_things_mends_no_tally() {
    let text = "# Plan\n\n## Phase 1: Pier\n\n**Progress:** 0/2 tasks\n\n### Task 1.1: Piles (DONE)\n\n**Status:** Planned\n\n\
                ### Task 1.2: Planks\n\n**Status:** Planned\n";
    let plan = Scratch::new("voices").file("plan.md", text);
    check(&plan, "--fix");
    assert_eq!(read(&plan, "plan.md"), text);
}

#[test]
fn a_rule_that_is_allowed_mends_nothing() {
    let plan = plan("allowed").file("plansite.toml", "[lint]\nbroken-link = 'allow'\n");
    let after = json(&plan, "--fix --allow stale-tally");
    assert_eq!(after["fixed"], serde_json::json!([]));
    assert_eq!(read(&plan, "plan.md"), PLAN);
}

/// Each waits for the other once the link leads to it.
#[test]
fn a_document_stays_where_the_plan_would_become_another() {
    let plan = plan("trial")
        .file(
            "docs/tasks/t-1-dig.md",
            "# T-1: Dig\n\n**Depends on:** [T-2](t-2-fill.md)\n",
        )
        .file(
            "docs/tasks/t-2-fill.md",
            "# T-2: Fill\n\n**Depends on:** [first](../Tasks/t-1-dig.md)\n",
        );
    let after = json(&plan, "--fix --allow ambiguous-reference");
    assert_eq!(after["left"][0]["file"], "docs/tasks/t-2-fill.md");
    let why = after["left"][0]["why"].as_str().unwrap();
    assert!(
        why.starts_with("`dependency-cycle` would be found then: "),
        "{why}"
    );
    assert_eq!(after["fixed"].as_array().unwrap().len(), 2);
    assert!(read(&plan, "docs/tasks/t-2-fill.md").contains("../Tasks/t-1-dig.md"));
    assert_ne!(read(&plan, "plan.md"), PLAN);
}

#[test]
fn text_that_was_encoded_twice_is_left_alone() {
    let text = format!("{STORY}\nIt is hidden â€” all of it.\n");
    let plan = plan("mojibake").file("docs/stories/us-1.md", &text);
    let after = json(&plan, "--fix");
    assert!(
        after["left"][0]["why"]
            .as_str()
            .unwrap()
            .starts_with("its text was encoded twice")
    );
    assert_eq!(read(&plan, "docs/stories/us-1.md"), text);
}

#[cfg(unix)]
mod on_the_disk {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn mode(plan: &Scratch, path: &str) -> u32 {
        fs::metadata(plan.root().join(path))
            .unwrap()
            .permissions()
            .mode()
            & 0o777
    }

    fn set_mode(plan: &Scratch, path: &str, mode: u32) {
        fs::set_permissions(plan.root().join(path), fs::Permissions::from_mode(mode)).unwrap();
    }

    fn left(plan: &Scratch) -> String {
        let after = json(plan, "--fix");
        after["left"][0]["why"]
            .as_str()
            .unwrap_or_default()
            .to_string()
    }

    #[test]
    fn permissions_stay() {
        let plan = plan("mode");
        set_mode(&plan, "plan.md", 0o640);
        check(&plan, "--fix");
        assert_eq!(mode(&plan, "plan.md"), 0o640);
        assert_ne!(read(&plan, "plan.md"), PLAN);
    }

    #[test]
    fn a_file_that_is_read_only_stays() {
        let plan = plan("locked");
        set_mode(&plan, "plan.md", 0o444);
        assert_eq!(left(&plan), "it is read only");
        assert_eq!(read(&plan, "plan.md"), PLAN);
    }

    #[test]
    fn a_file_with_two_names_keeps_both() {
        let plan = plan("names");
        let (one, two) = (plan.root().join("plan.md"), plan.root().join("copy.txt"));
        fs::hard_link(&one, &two).unwrap();
        assert_eq!(left(&plan), "it has a second name, and would lose it");
        assert_eq!(
            fs::metadata(&one).unwrap().ino(),
            fs::metadata(&two).unwrap().ino()
        );
        assert_eq!(read(&plan, "plan.md"), PLAN);
    }

    #[test]
    fn a_link_is_never_written_through() {
        let far = plan("far");
        let near = Scratch::new("near");
        symlink(far.root().join("plan.md"), near.root().join("plan.md")).unwrap();
        symlink(far.root().join("docs"), near.root().join("docs")).unwrap();
        let near = near.file("a.md", "# A\n\n[x](docs/Stories/us-1.md)\n");
        let before = files(far.root());
        check(&near, "--fix");
        check(&near, "--fix plan.md");
        assert_eq!(files(far.root()), before);
        assert!(near.root().join("plan.md").is_symlink());
    }
}
