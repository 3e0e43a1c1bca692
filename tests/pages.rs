//! Runs the literate pages beside readers and rules: each is manual and test in one.
//!
//! A page gives documents (```` ```md plan.md ````), perhaps a `plansite.toml` (```` ```toml plansite.toml ````), and
//! then what comes of them: ```` ```mentions ````, one line an item in the order of the plan, or ```` ```findings ````,
//! one line a finding. A page that needs the days on which documents were touched gives them (```` ```text history ````).
//! `PLANSITE_BLESS=1 cargo test` writes the expected blocks anew; read them before you commit.
//! In the pages of `tests/shapes` the expected block is ```` ```wanted ````, written by hand; nothing writes it anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod harness;
#[path = "shapes/wanted.rs"]
mod wanted;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::sync::Arc;

use harness::expected::{self, Wrong};
use harness::plans;
use plansite::analyze;
use plansite::analyze::untouched;
use plansite::config::Config;
use plansite::diagnostic::Diagnostic;
use plansite::edition::hint;
use plansite::lint;
use plansite::lint::fold::fold;
use plansite::load::{self, Memo};
use plansite::model::date::Date;
use plansite::model::item::Item;
use plansite::model::plan::Plan;
use plansite::model::reference::Reference;
use plansite::model::stated::Stated;
use plansite::model::when::When;
use plansite::text::file::SourceFile;

#[test]
fn every_rule_does_what_its_page_says() {
    run("src/lint/rules");
}

#[test]
fn every_reader_does_what_its_page_says() {
    run("src/read");
}

#[test]
fn every_shape_is_read() {
    run("tests/shapes");
}

fn run(folder: &str) {
    let mut wrong = Wrong::default();
    for path in expected::pages(&plans::home().join(folder)) {
        let page = fs::read_to_string(&path).unwrap();
        assert!(page.contains("```"), "{} shows no example", path.display());
        let truth = told(&page);
        if truth != page && page.contains("```wanted") {
            wrong.add(&path, &expected::lines(&page, &truth));
        } else {
            wrong.hold(&path, &truth, expected::lines);
        }
    }
    wrong.none();
}

/// The page with what comes of its documents in the expected blocks.
fn told(page: &str) -> String {
    let mut out = String::new();
    let mut documents: Vec<(String, String)> = Vec::new();
    let mut answered = false;
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let fence: String = line.chars().take_while(|c| *c == '`').collect();
        writeln!(out, "{line}").unwrap();
        if fence.len() < 3 {
            continue;
        }
        let body: String = lines
            .by_ref()
            .take_while(|line| *line != fence)
            .map(|line| format!("{line}\n"))
            .collect();
        match line[fence.len()..].split_once(' ') {
            Some((_, path)) => {
                if std::mem::take(&mut answered) {
                    documents.clear();
                }
                documents.push((path.to_string(), body.clone()));
                out.push_str(&body);
            }
            None if matches!(&line[fence.len()..], "mentions" | "findings" | "wanted") => {
                answered = true;
                let outcome = Outcome::of(&documents);
                let truth = match &line[fence.len()..] {
                    "mentions" => outcome.mentions(),
                    "wanted" => wanted::held(&body, &outcome.plan),
                    _ => outcome.findings(),
                };
                out.push_str(&truth);
            }
            None => out.push_str(&body),
        }
        writeln!(out, "{fence}").unwrap();
    }
    out
}

/// When each document was touched last: `2026-11-20 plan.md`.
fn touched(history: &str) -> BTreeMap<String, Date> {
    let touch = |line: &str| {
        let (day, path) = line.split_once(' ').unwrap();
        (path.to_string(), Date::iso(day).unwrap())
    };
    history.lines().map(touch).collect()
}

struct Outcome {
    files: Vec<Arc<SourceFile>>,
    plan: Plan,
    findings: Vec<Diagnostic>,
}

impl Outcome {
    fn of(documents: &[(String, String)]) -> Self {
        let mut config = Config::default();
        let mut files = Vec::new();
        let mut history = BTreeMap::new();
        for (path, text) in documents {
            let file = SourceFile::new(path.as_str(), text.clone().into_bytes());
            match path.as_str() {
                "plansite.toml" => config = Config::parse(file).unwrap(),
                "history" => history = touched(text),
                _ => files.push(Arc::new(file)),
            }
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut loaded = load::load(&files, &config, &mut Memo::default());
        let hints = hint::hints(&loaded.plan, &files, &loaded.documents, &config);
        loaded.diagnostics.extend(hints);
        let today = Date::iso("2026-11-20").unwrap();
        let mut analysis = analyze::analyze(&loaded.plan, today);
        let sprint = |id| analysis.sprint(id);
        let patience = untouched::patience(&loaded.plan, sprint, config.sprints.length);
        analysis.untouched = untouched::untouched(&loaded.plan, patience, today, |ids, day| {
            let paths = ids.iter().map(|id| files[id.0 as usize].path.as_str());
            let last = paths.filter_map(|path| history.get(path)).max();
            last.copied().filter(|last| *last < day)
        });
        let findings = lint::check(&loaded.plan, &analysis, loaded.diagnostics, &config);
        let findings = fold(findings);
        Self {
            files,
            plan: loaded.plan,
            findings,
        }
    }

    /// `plan.md:3 rule-name: message`.
    fn findings(&self) -> String {
        let line = |finding: &Diagnostic| {
            let file = &self.files[finding.place.file.0 as usize];
            let line = file.line(finding.place.span.start);
            format!(
                "{}:{line} {}: {}\n",
                file.path, finding.rule, finding.message
            )
        };
        self.findings.iter().map(line).collect()
    }

    fn mentions(&self) -> String {
        let mut out = String::new();
        let facts = self
            .plan
            .facts
            .iter()
            .map(|fact| (fact.name.as_str(), &fact.value));
        let title = self.plan.title.as_ref().map(|title| format!(" {title:?}"));
        if title.is_some() || !self.plan.facts.is_empty() {
            writeln!(out, "plan{}{}", title.unwrap_or_default(), own(facts)).unwrap();
        }
        for (_, item) in self.plan.items() {
            out.push_str(&told_item(&self.plan, item));
        }
        out
    }
}

/// One item in one line, and a line more for each movement of a week:
///
/// `story US-1 "Search" status=active due=2026-02-04 parent=PRD-3 depends=US-2,~task-x,?raw,!vendor checks=1/2`
///
/// `~` marks what was inferred, `?` what leads nowhere, `!` what is outside.
fn told_item(plan: &Plan, item: &Item) -> String {
    let mut line = Words(format!(
        "{} {} {:?}",
        item.kind.name(),
        item.key,
        item.title
    ));
    line.put(
        "id",
        item.id.clone().filter(|id| *id != item.key.0).map(quoted),
    );
    line.put(
        "status",
        item.status
            .as_ref()
            .map(|status| status.value.name().to_string()),
    );
    line.put("priority", words(item.priority.as_ref()));
    line.put("rank", words(item.rank.as_ref()));
    line.put("start", item.start.as_ref().map(|when| day(when.value)));
    line.put("due", item.due.as_ref().map(|when| day(when.value)));
    line.put("done", item.done.as_ref().map(|when| day(when.value)));
    line.put("owner", words(item.owner.as_ref()));
    line.put("estimate", words(item.estimate.as_ref()));
    line.list("labels", item.labels.iter().cloned().map(quoted));
    line.list("aliases", item.aliases.iter().cloned().map(quoted));
    line.list("parent", item.parent.iter().map(|to| reference(plan, to)));
    line.list("sprint", item.sprint.iter().map(|to| reference(plan, to)));
    line.list(
        "depends",
        item.depends_on.iter().map(|to| reference(plan, to)),
    );
    line.list("blocks", item.blocks.iter().map(|to| reference(plan, to)));
    line.list("became", item.became.iter().map(|to| reference(plan, to)));
    line.put(
        "criteria",
        Some(item.criteria.len().to_string()).filter(|count| count != "0"),
    );
    line.put(
        "checks",
        item.checks
            .map(|tally| format!("{}/{}", tally.done, tally.of)),
    );
    line.put(
        "declared",
        item.declared
            .as_ref()
            .map(|said| format!("{}/{}", said.value.done, said.value.of)),
    );
    line.put(
        "committed",
        item.committed.as_ref().map(|said| said.value.to_string()),
    );
    line.put(
        "completed",
        item.completed.as_ref().map(|said| said.value.to_string()),
    );
    line.put("velocity", words(item.velocity.as_ref()));
    line.put("audience", words(item.audience.as_ref()));
    let discovered = if item.discovered { " discovered" } else { "" };
    let own = own(item.fields.iter().map(|(name, said)| (name.as_str(), said)));
    let mut out = format!("{}{discovered}{own}\n", line.0);
    for movement in &item.movements {
        let reason = movement
            .reason
            .as_ref()
            .map(|reason| format!(" {reason:?}"))
            .unwrap_or_default();
        writeln!(
            out,
            "  {} {}{reason}",
            movement.change.name(),
            reference(plan, &movement.item)
        )
        .unwrap();
    }
    out
}

struct Words(String);

impl Words {
    fn put(&mut self, name: &str, value: Option<String>) {
        if let Some(value) = value {
            write!(self.0, " {name}={value}").unwrap();
        }
    }

    fn list(&mut self, name: &str, values: impl Iterator<Item = String>) {
        let values: Vec<String> = values.collect();
        self.put(
            name,
            Some(values.join(",")).filter(|values| !values.is_empty()),
        );
    }
}

fn words(said: Option<&Stated<String>>) -> Option<String> {
    said.map(|said| quoted(said.value.clone()))
}

/// One word stands bare, more stand in quotes.
fn quoted(word: String) -> String {
    let is_bare = !word.is_empty()
        && word
            .chars()
            .all(|c| c.is_alphanumeric() || "-_./".contains(c));
    if is_bare { word } else { format!("{word:?}") }
}

fn day(when: When) -> String {
    let about = if when.approximate { "~" } else { "" };
    format!(
        "{about}{}",
        when.day.map_or("?".to_string(), |day| day.to_string())
    )
}

fn reference(plan: &Plan, reference: &Reference) -> String {
    match reference.to {
        Some(to) if reference.inferred => format!("~{}", plan.item(to).key),
        Some(to) => plan.item(to).key.to_string(),
        None if reference.external => format!("!{}", quoted(reference.raw.clone())),
        None => format!("?{}", quoted(reference.raw.clone())),
    }
}

/// What is kept under the author's own names: `{Area="Search"}`.
fn own<'a>(facts: impl Iterator<Item = (&'a str, &'a Stated<String>)>) -> String {
    let facts: Vec<String> = facts
        .map(|(name, said)| format!("{name}={:?}", said.value))
        .collect();
    if facts.is_empty() {
        String::new()
    } else {
        format!(" {{{}}}", facts.join(", "))
    }
}
