//! Runs what makes `check` quiet by choice: levels, comments, a baseline, the findings that tell most.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod scratch;

use std::fs;

use harness::run::{self, Said};
use harness::tree::files;
use scratch::Scratch;

fn plansite(plan: &Scratch, typed: &str) -> Said {
    run::plansite(plan.root(), typed)
}

const FILE: &str = "plansite-baseline.jsonl";

fn text(plan: &Scratch, path: &str) -> String {
    fs::read_to_string(plan.root().join(path)).unwrap()
}

/// A task whose status is no word for one.
fn task(title: &str) -> String {
    format!("# Task: {title}\n\n**Status:** Ripening\n")
}

#[test]
fn what_a_document_allows_is_not_denied_by_anybody() {
    let allowed = "# Task: Sow\n\n<!-- plansite: allow unknown-status we say so -->\n\n**Status:** Ripening\n";
    let plan = Scratch::new("allowed").file("a.md", allowed).file(
        "plansite.toml",
        "[lint]\nunknown-status = 'deny'\nwarnings = 'deny'\n",
    );
    let said = plansite(&plan, "check --deny unknown-status --deny warnings");
    assert_eq!(
        (said.code, said.err.as_str()),
        (0, "1 document, 1 item: nothing found\n")
    );
    assert_eq!(plansite(&plan, "build --strict --no-git").code, 0);
    let plan = plan.file("b.md", task("Reap"));
    assert_eq!(plansite(&plan, "check").code, 1);
    assert_eq!(plansite(&plan, "build --strict --no-git").code, 1);
    // A rule that is left out altogether leaves nothing for the comment to do, and that is no fault of the comment.
    let said = plansite(&plan, "check --allow unknown-status");
    assert!(said.err.ends_with(": nothing found\n"), "{}", said.err);
}

#[test]
fn a_comment_that_allows_nothing_any_more_is_told_and_has_a_level_too() {
    let mended =
        "# Task: Sow\n\n**Status:** Done <!-- plansite: allow unknown-status we say so -->\n";
    let plan = Scratch::new("unused").file("a.md", mended);
    let said = plansite(&plan, "check --deny warnings");
    assert_eq!(said.code, 0, "{}", said.err);
    let wanted = "note[unused-allow]: `unknown-status` is allowed here and not found any more\n --> a.md:3:39\n";
    assert!(said.err.starts_with(wanted), "{}", said.err);
    assert_eq!(plansite(&plan, "check --deny unused-allow").code, 1);
    let said = plansite(&plan, "check --allow unused-allow");
    assert!(said.err.ends_with(": nothing found\n"), "{}", said.err);
}

#[test]
fn levels_of_the_file_the_command_line_and_strict_go_together() {
    let plan = Scratch::new("levels").file("a.md", task("Sow"));
    assert_eq!(plansite(&plan, "build --strict --no-git").code, 1);
    let plan = plan.file("plansite.toml", "[lint]\nunknown-status = 'allow'\n");
    assert_eq!(plansite(&plan, "build --strict --no-git").code, 0);
    assert_eq!(plansite(&plan, "check").code, 0);
    assert_eq!(plansite(&plan, "check --deny unknown-status").code, 1);
    assert_eq!(
        plansite(&plan, "check --warn unknown-status --deny warnings").code,
        1
    );
}

#[test]
fn a_new_baseline_hides_what_there_is_and_nothing_that_comes() {
    let plan = Scratch::new("baseline")
        .file("a.md", task("Sow"))
        .file("b.md", task("Weed"));
    let said = plansite(&plan, "check --deny warnings --update-baseline");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err
            .ends_with(": nothing found\nplansite-baseline.jsonl: 2 findings, written\n"),
        "{}",
        said.err
    );
    let lines = text(&plan, FILE);
    let lines: Vec<&str> = lines.lines().collect();
    assert_eq!(
        (lines.len(), lines[0]),
        (3, "{\"schema\":\"plansite/baseline/1\"}")
    );
    assert!(
        lines[1].starts_with("{\"path\":\"a.md\",\"rule\":\"unknown-status\",\"says\":\""),
        "{}",
        lines[1]
    );
    // Words above do not matter, nor does the level.
    let plan = plan.file("a.md", format!("# Garden\n\nWords.\n\n{}", task("Sow")));
    let said = plansite(&plan, "check --deny unknown-status");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err
            .ends_with("plansite-baseline.jsonl hides 2 findings\n"),
        "{}",
        said.err
    );
    assert_eq!(plansite(&plan, "check -q").err, "");
    assert_eq!(plansite(&plan, "build --strict --no-git").code, 0);
    let plan = plan.file("c.md", task("Reap"));
    let said = plansite(&plan, "build --strict --no-git");
    assert_eq!(said.code, 1);
    assert!(
        said.err.ends_with(
            "findings: 3 warnings (see `plansite check`)\nbeside the baseline: 1 warning\n"
        ),
        "{}",
        said.err
    );
    let json = plansite(&plan, "check --format json").json();
    assert_eq!(json["findings"].as_array().unwrap().len(), 1);
    assert_eq!(json["findings"][0]["file"], "c.md");
    assert_eq!(json["counts"]["warnings"], 1);
    assert_eq!(
        (&json["baseline"]["hidden"], &json["baseline"]["gone"]),
        (&2.into(), &0.into())
    );
    assert_eq!(json["baseline"]["file"], FILE);
}

#[test]
fn it_only_gets_shorter_unless_it_is_asked_to_take_in_all() {
    let plan = Scratch::new("ratchet")
        .file("a.md", task("Sow"))
        .file("b.md", task("Weed"));
    plansite(&plan, "check --update-baseline");
    let plan = plan
        .file("a.md", "# Task: Sow\n\n**Status:** Done\n")
        .file("c.md", task("Reap"));
    let said = plansite(&plan, "check");
    assert!(
        said.err
            .ends_with("jsonl: 1 finding is gone; `--update-baseline` takes it out\n"),
        "{}",
        said.err
    );
    let said = plansite(&plan, "check --update-baseline");
    assert!(said.err.contains("c.md:3:13"), "{}", said.err);
    assert!(said.err.ends_with("1 finding, 1 fewer\n"), "{}", said.err);
    let once = text(&plan, FILE);
    assert!(
        once.contains("b.md") && !once.contains("a.md") && !once.contains("c.md"),
        "{once}"
    );
    assert!(
        plansite(&plan, "check --update-baseline")
            .err
            .ends_with("1 finding, nothing has changed\n")
    );
    assert_eq!(text(&plan, FILE), once);
    let said = plansite(&plan, "check --update-baseline=all");
    assert!(said.err.ends_with("2 findings, 1 more\n"), "{}", said.err);
    assert!(text(&plan, FILE).contains("c.md"));
}

#[test]
fn equal_findings_are_counted() {
    let table = |rows: &str| format!("# Garden\n\n| Task | Status |\n|---|---|\n{rows}");
    let row = "| Sow | Ripening |\n";
    let plan = Scratch::new("equal").file("a.md", table(row));
    plansite(&plan, "check --update-baseline");
    let count = |plan: &Scratch| {
        let json = plansite(plan, "check --format json").json();
        let found = json["findings"].as_array().unwrap().iter();
        found
            .filter(|found| found["rule"] == "unknown-status")
            .count()
    };
    assert_eq!(count(&plan), 0);
    let plan = plan.file("a.md", table("| Weed | Ripening |\n"));
    assert_eq!(count(&plan), 1);
}

#[test]
fn what_is_not_looked_at_stays_listed() {
    let plan = Scratch::new("part")
        .file("docs/a.md", task("Sow"))
        .file("docs/b.md", task("Weed"))
        .file("notes/c.md", task("Reap"))
        .file("plansite.toml", "[lint]\nbaseline = 'known.jsonl'\n");
    plansite(&plan, "check --update-baseline");
    let all = text(&plan, "known.jsonl");
    assert_eq!(all.lines().count(), 4);
    for part in ["docs", "docs/a.md", "notes"] {
        let said = plansite(
            &plan,
            &format!("check {part} --deny warnings --update-baseline"),
        );
        assert_eq!(said.code, 0, "{part}: {}", said.err);
        assert!(!said.err.contains("gone"), "{part}: {}", said.err);
        assert_eq!(text(&plan, "known.jsonl"), all, "{part}");
    }
    fs::remove_file(plan.root().join("docs/b.md")).unwrap();
    plansite(&plan, "check docs/a.md --update-baseline");
    assert_eq!(text(&plan, "known.jsonl"), all);
    plansite(&plan, "check docs --update-baseline");
    assert!(!text(&plan, "known.jsonl").contains("docs/b.md"));
}

#[test]
fn nothing_but_a_baseline_is_ever_written() {
    let plan = Scratch::new("foreign")
        .file("a.md", task("Sow"))
        .file("known.txt", "mine\n");
    let typo = Scratch::new("typo")
        .file("a.md", task("Sow"))
        .file("plansite.toml", "[lint]\nbasline = 'x'\n");
    assert!(
        plansite(&typo, "check")
            .failure()
            .contains("help: did you mean `baseline`?")
    );
    let before = files(plan.root());
    for typed in [
        "check --baseline known.txt",
        "check --baseline a.md --update-baseline=all",
    ] {
        let said = plansite(&plan, typed);
        assert!(
            said.failure()
                .contains("is no baseline, and is left as it is"),
            "{}",
            said.err
        );
    }
    let said = plansite(&plan, "check --baseline nowhere.jsonl");
    assert!(
        said.failure()
            .contains("the baseline `nowhere.jsonl` is not there"),
        "{}",
        said.err
    );
    assert!(
        plansite(&plan, "check --baseline no/where.jsonl --update-baseline")
            .failure()
            .contains("cannot write")
    );
    assert!(
        plansite(&plan, "check --update-baseline --allow mojibake")
            .failure()
            .contains("cannot be used with")
    );
    assert_eq!(files(plan.root()), before);
    plansite(&plan, "check --baseline known.jsonl --update-baseline");
    let mut after = files(plan.root());
    assert!(after.remove("known.jsonl").is_some());
    assert_eq!(after, before);
}

#[test]
fn a_merge_that_went_wrong_is_told_by_its_line() {
    let plan = Scratch::new("merge").file("a.md", task("Sow"));
    plansite(&plan, "check --update-baseline");
    let whole = text(&plan, FILE);
    let plan = plan.file(FILE, whole.replacen('\n', "\n<<<<<<< ours\n", 1));
    let said = plansite(&plan, "check");
    assert!(
        said.failure().contains("cannot be understood in line 2"),
        "{}",
        said.err
    );
    assert!(said.err.contains("help: take the line out"), "{}", said.err);
    plansite(&plan, "check --update-baseline=all");
    assert_eq!(text(&plan, FILE), whole);
    // Lines that a merge has doubled hide no more than before.
    let plan = plan.file(FILE, format!("{whole}{}", whole.lines().last().unwrap()));
    assert!(plansite(&plan, "check").err.ends_with("hides 1 finding\n"));
}

fn crowd(name: &str) -> Scratch {
    let rows: String = (1..=30)
        .map(|at| format!("| Task {at} | Ripening {at} |\n"))
        .collect();
    let other = "# Garden\n\n[a](a.md)\n\n[b](nowhere.md)\n";
    Scratch::new(name)
        .file(
            "a.md",
            format!("# Garden\n\n| Task | Status |\n|---|---|\n{rows}"),
        )
        .file("b.md", other)
}

#[test]
fn of_many_findings_a_dozen_are_shown_and_the_rest_is_counted() {
    let plan = crowd("crowd");
    let said = plansite(&plan, "check .");
    let shown = said.err.matches(" --> ").count();
    assert_eq!(shown, 12, "{}", said.err);
    assert!(said.err.starts_with("warning[broken-link]"), "{}", said.err);
    assert!(
        said.err
            .contains("12 of 31 findings are shown. All of them, by rule:\n\n"),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("  warning  broken-link         1  A link to a document, a folder"),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("  warning  unknown-status     30  A status in words"),
        "{}",
        said.err
    );
    assert!(
        said.err.contains("plansite check . --all\n"),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("plansite check . --allow unknown-status\n"),
        "{}",
        said.err
    );
    assert!(said.err.ends_with("31 warnings\n"), "{}", said.err);
    let all = plansite(&plan, "check . --all");
    assert_eq!(all.err.matches(" --> ").count(), 31);
    assert!(!all.err.contains("are shown"));
}

#[test]
fn programs_always_get_all() {
    let plan = crowd("programs");
    let json = plansite(&plan, "check --format json").json();
    assert_eq!(json["findings"].as_array().unwrap().len(), 31);
    let github = plansite(&plan, "check --format github");
    assert_eq!(github.out.lines().count(), 31);
    let quiet = plansite(&plan, "check -q --deny warnings");
    assert_eq!(quiet.err.matches(" --> ").count(), 31);
    assert!(!quiet.err.contains("are shown"));
}
