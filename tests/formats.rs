//! Holds what `check` writes for machines against schemas of it: JSON, SARIF, annotations, the summary of a step.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod scratch;

use std::fs;
use std::path::{Path, PathBuf};

use harness::plans;
use harness::repository::git;
use harness::run::{self, Said};
use jsonschema::Validator;
use plansite::cli::schema;
use plansite::lint::rules::RULES;
use scratch::Scratch;
use serde_json::{Value, json};

const PLAN: &str = "# Acme\n\n## Phase 1: Foundation\n\n\
    | Task | Status |\n|------|--------|\n| Größe 🚀 | Done |\n| Search | Planned |\n\n\
    **Phase 1 progress:** 2/3 tasks complete (66%)\n";

/// A plan with a finding in a folder whose name is no plain word.
fn plan(name: &str) -> Scratch {
    let plan = Scratch::new(name).file("our docs/größe #1.md", PLAN);
    git(plan.root(), &["init", "--quiet"]);
    plan
}

fn check(plan: &Scratch, typed: &str) -> Said {
    let mut command = run::command(plan.root());
    command.env_remove("GIT_CEILING_DIRECTORIES");
    command.args(["check", "our docs", "--as-of", "2026-11-20"]);
    run::run(command.args(typed.split_whitespace()))
}

fn fits(schema: &str, value: &Value) {
    let schema: Value = serde_json::from_str(schema).unwrap();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator: Validator = jsonschema::draft202012::new(&schema).unwrap();
    let faults = validator.iter_errors(value);
    let faults: Vec<String> = faults
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

fn ours(name: &str) -> String {
    fs::read_to_string(plans::home().join("tests/schema").join(name)).unwrap()
}

/// What `check` writes of every plan of the tests, and of plansite's own.
fn everywhere(typed: &str) -> Vec<Value> {
    let folders = plans::all().into_iter().map(|plan| plan.join("plan"));
    let folders = folders.chain([plans::home().join("content")]);
    let run = |folder: PathBuf| {
        let mut command = run::command(plans::home());
        command.args(["check", "--as-of", "2026-06-01", "--no-git"]);
        let said = run::run(command.args(typed.split_whitespace()).arg(folder));
        serde_json::from_str(&said.out).unwrap()
    };
    folders.map(run).collect()
}

#[test]
fn json_fits_its_schema() {
    for typed in ["--format json", "--format json --reading"] {
        let all = everywhere(typed);
        for value in &all {
            fits(schema::CHECK, value);
        }
        let findings = all.iter().map(|value| &value["findings"]);
        let findings: usize = findings.map(|list| list.as_array().unwrap().len()).sum();
        assert!(
            findings > 5,
            "the plans of the tests say little: {findings}"
        );
    }
}

#[test]
fn sarif_fits_its_schema() {
    for value in everywhere("--format sarif") {
        fits(&ours("sarif.schema.json"), &value);
    }
}

#[test]
fn sarif_names_the_rule_the_file_and_the_words() {
    let plan = plan("sarif");
    let said = check(&plan, "--format sarif");
    let log: Value = serde_json::from_str(&said.out).unwrap();
    fits(&ours("sarif.schema.json"), &log);
    let run = &log["runs"][0];
    let results = run["results"].as_array().unwrap();
    let tally = results
        .iter()
        .find(|found| found["ruleId"] == "stale-tally");
    let tally = tally.unwrap_or_else(|| panic!("{results:#?}"));
    let rule = &run["tool"]["driver"]["rules"][tally["ruleIndex"].as_u64().unwrap() as usize];
    assert_eq!(rule["id"], "stale-tally");
    assert_eq!(tally["level"], "warning");
    let place = &tally["locations"][0]["physicalLocation"];
    assert_eq!(
        place["artifactLocation"],
        json!({"uri": "our%20docs/gr%C3%B6%C3%9Fe%20%231.md", "uriBaseId": "%SRCROOT%"})
    );
    let columns = |place: &Value| {
        let region = &place["region"];
        let line = region["startLine"].as_u64().unwrap() as usize;
        let line: Vec<u16> = PLAN.lines().nth(line - 1).unwrap().encode_utf16().collect();
        let column = |name: &str| region[name].as_u64().unwrap() as usize - 1;
        String::from_utf16(&line[column("startColumn")..column("endColumn")]).unwrap()
    };
    assert_eq!(columns(place), "2/3 tasks complete (66%)");
    let others = tally["relatedLocations"].as_array().unwrap();
    let others: Vec<String> = others
        .iter()
        .map(|other| columns(&other["physicalLocation"]))
        .collect();
    assert_eq!(others, ["Done", "Planned"]);
    assert_eq!(run["automationDetails"]["id"], "plansite/our docs/");
}

#[test]
fn fixes_are_told_in_json_and_sarif() {
    let text = "# Task: X\n\n🚀 [a](large/map.md)\n";
    let plan = plan("fixes").file("our docs/x.md", text);
    let plan = plan.file("our docs/small/map.md", "# Map\n");
    let json: Value = serde_json::from_str(&check(&plan, "--format json").out).unwrap();
    fits(schema::CHECK, &json);
    let log: Value = serde_json::from_str(&check(&plan, "--format sarif").out).unwrap();
    fits(&ours("sarif.schema.json"), &log);
    let fixed = |list: &Value, name: &str| {
        let found = list.as_array().unwrap().iter();
        found.filter(|found| found.get(name).is_some()).count()
    };
    let (findings, results) = (&json["findings"], &log["runs"][0]["results"]);
    assert_eq!(fixed(findings, "fix"), fixed(results, "fixes"));
    assert!(fixed(findings, "fix") > 0, "{findings:#}");
    let saved: Value = serde_json::from_str(&check(&plan, "--format json --fix").out).unwrap();
    fits(schema::CHECK, &saved);
    assert!(saved["fixed"].is_array(), "{saved}");
}

#[test]
fn sarif_has_every_rule_with_its_page() {
    let log: Value = serde_json::from_str(&check(&plan("rules"), "--format sarif").out).unwrap();
    let listed = log["runs"][0]["tool"]["driver"]["rules"]
        .as_array()
        .unwrap();
    assert_eq!(listed.len(), RULES.len());
    for (rule, told) in RULES.iter().zip(listed) {
        assert_eq!(told["id"], rule.name());
        let page = told["help"]["markdown"].as_str().unwrap();
        assert!(rule.page().contains(page), "{page}");
    }
}

#[test]
fn what_is_left_out_is_said_in_sarif() {
    let plan = plan("left").file("our docs/big.md", vec![b'x'; 17 << 20]);
    let log: Value = serde_json::from_str(&check(&plan, "--format sarif").out).unwrap();
    fits(&ours("sarif.schema.json"), &log);
    let said = &log["runs"][0]["invocations"][0]["toolExecutionNotifications"][0];
    let place = &said["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(place["uri"], "our%20docs/big.md");
    assert!(
        said["message"]["text"]
            .as_str()
            .unwrap()
            .starts_with("Left out: "),
        "{said}"
    );
}

#[test]
fn wrong_logs_do_not_fit() {
    let log: Value = serde_json::from_str(&check(&plan("wrong"), "--format sarif").out).unwrap();
    let schema: Value = serde_json::from_str(&ours("sarif.schema.json")).unwrap();
    let validator = jsonschema::draft202012::new(&schema).unwrap();
    assert!(validator.is_valid(&log));
    let result = "/runs/0/results/0";
    let place = format!("{result}/locations/0/physicalLocation");
    for (pointer, wrong) in [
        ("/version".to_string(), json!("2.0.0")),
        ("/runs/0/columnKind".into(), json!("unicodeCodePoints")),
        (format!("{result}/level"), json!("fatal")),
        (format!("{result}/message/text"), json!("[a](b)")),
        (format!("{result}/partialFingerprints"), json!({})),
        (format!("{place}/region/startColumn"), json!(0)),
        (format!("{place}/artifactLocation/uri"), json!("a b.md")),
        (format!("{place}/artifactLocation/uri"), json!("/a.md")),
        (
            format!("{place}/artifactLocation/uri"),
            json!("file:///a.md"),
        ),
    ] {
        let mut log = log.clone();
        *log.pointer_mut(&pointer).unwrap() = wrong;
        assert!(!validator.is_valid(&log), "{pointer}");
    }
}

/// A workflow command, taken apart as the runner does it.
fn parsed(line: &str) -> Value {
    let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
    let (command, rest) = head.split_once(' ').unwrap_or((head, ""));
    let decoded = |text: &str| {
        let codes = [
            ("%0D", "\r"),
            ("%0A", "\n"),
            ("%3A", ":"),
            ("%2C", ","),
            ("%25", "%"),
        ];
        let step = |text: String, (code, sign): (&str, &str)| text.replace(code, sign);
        codes.into_iter().fold(text.to_string(), step)
    };
    let pairs = rest.split(',').filter_map(|pair| pair.split_once('='));
    let properties: serde_json::Map<String, Value> = pairs
        .map(|(key, value)| (key.to_string(), decoded(value).into()))
        .collect();
    json!({ "command": command, "properties": properties, "message": decoded(message) })
}

#[test]
fn annotations_fit_their_schema() {
    let plan = plan("github").file(
        "our docs/a,b:c.md",
        "# Task: X\n\n[a](gone%0A::error::x.md)\n",
    );
    let said = check(&plan, "--format github");
    let lines: Vec<Value> = said.out.lines().map(parsed).collect();
    assert!(lines.len() > 1, "{}", said.out);
    for line in &lines {
        fits(&ours("annotation.schema.json"), line);
    }
    let files = lines
        .iter()
        .map(|line| line["properties"]["file"].as_str().unwrap());
    let mut files: Vec<&str> = files.collect();
    files.sort_unstable();
    files.dedup();
    assert_eq!(files, ["our docs/a,b:c.md", "our docs/größe #1.md"]);
}

fn in_actions(plan: &Scratch, typed: &str) -> (Said, String) {
    let summary = plan.root().join("summary.txt");
    let mut command = run::command(plan.root());
    command.env_remove("GIT_CEILING_DIRECTORIES");
    command
        .env("GITHUB_ACTIONS", "true")
        .env("GITHUB_STEP_SUMMARY", &summary)
        .env("GITHUB_SERVER_URL", "https://github.example")
        .env("GITHUB_REPOSITORY", "acme/plan")
        .env("GITHUB_SHA", "0123abc");
    command.args(["check", "our docs", "--as-of", "2026-11-20"]);
    let said = run::run(command.args(typed.split_whitespace()));
    (said, fs::read_to_string(summary).unwrap_or_default())
}

#[test]
fn in_actions_annotations_and_a_summary_need_not_be_asked_for() {
    let plan = plan("actions");
    let (said, summary) = in_actions(&plan, "");
    assert!(
        said.out
            .starts_with("::warning file=our docs/größe #1.md,line="),
        "{}",
        said.out
    );
    assert_eq!(said.code, 0);
    assert!(
        summary.starts_with("### plansite: 1 warning\n\n1 document, "),
        "{summary}"
    );
    let row = "| warning | <code>phase-1</code> declares 2/3, but 1/2 of its tasks are done<br>";
    assert!(summary.contains(row), "{summary}");
    let link = "(https://github.example/acme/plan/blob/0123abc/our%20docs/gr%C3%B6%C3%9Fe%20%231.md?plain=1#L10) |\n";
    assert!(summary.contains(link), "{summary}");
}

#[test]
fn in_actions_a_format_that_is_asked_for_is_written_and_the_summary_is_added_to() {
    let plan = plan("asked");
    let (said, first) = in_actions(&plan, "--format json");
    fits(schema::CHECK, &serde_json::from_str(&said.out).unwrap());
    let (_, both) = in_actions(&plan, "--format json");
    assert_eq!(both, format!("{first}{first}"));
    let (said, _) = in_actions(&plan, "--format human");
    assert!(said.err.contains("warning[stale-tally]"), "{}", said.err);
}

#[test]
fn a_summary_is_short_and_its_words_are_no_markup() {
    let links: String = (0..30).map(|at| format!("[a](gone-{at}.md)\n")).collect();
    let text = format!("# Task: X\n\n**Status:** \\<b>odd|\n\n{links}");
    let plan = plan("short").file("our docs/x.md", text);
    let (_, summary) = in_actions(&plan, "");
    let rows = summary
        .lines()
        .filter(|line| line.starts_with("| warning |"));
    assert_eq!(rows.clone().count(), 20, "{summary}");
    for row in rows {
        assert_eq!(row.matches('|').count(), 4, "{row}");
        assert!(!row.contains("<b>"), "{row}");
    }
    assert!(
        summary.contains("\n12 more findings: `plansite check` shows all.\n"),
        "{summary}"
    );
}

#[test]
fn a_summary_that_cannot_be_written_is_said() {
    let plan = plan("unwritable");
    let mut command = run::command(plan.root());
    command.env("GITHUB_ACTIONS", "true");
    command.env("GITHUB_STEP_SUMMARY", Path::new("no/such/folder/summary"));
    let said = run::run(command.args(["check", "our docs"]));
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("cannot write `no/such/folder/summary`"),
        "{}",
        said.err
    );
}
