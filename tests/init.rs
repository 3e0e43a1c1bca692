//! Runs `plansite init` in folders as people have them, and reads again what it wrote.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod scratch;

use std::fs;
use std::path::Path;
use std::process::Command;

use harness::repository::git;
use harness::run::{Said, plansite};
use harness::tree::files;
use plansite::config::Config;
use plansite::syntax::node::Node;
use plansite::syntax::yaml;
use scratch::Scratch;
use serde_json::Value;

const TODAY: &str = "2026-11-20";
const WORKFLOW: &str = ".github/workflows/plan.yml";
const STYLES: [&str; 3] = ["four-tiers", "milestones", "project-plan"];

/// A run on a given day that was fine.
fn fine(folder: &Path, typed: &str) -> Said {
    let said = plansite(folder, &format!("{typed} --as-of {TODAY}"));
    assert_eq!(said.code, 0, "{typed}: {}", said.err);
    said
}

/// A run that could not be made.
fn refused(folder: &Path, typed: &str) -> String {
    let said = plansite(folder, typed);
    assert_eq!(
        (said.code, said.out.as_str()),
        (2, ""),
        "{typed}: {}",
        said.err
    );
    said.err
}

/// A repository with a plan of two documents in `docs/`.
fn repository(name: &str, remote: &str) -> Scratch {
    let plan = Scratch::new(name)
        .file("README.md", "# Acme\n\nWe sell anvils.\n")
        .file(
            "docs/milestones/m1.md",
            "# Milestone 1: Anvils\n\n**Status:** In progress\n",
        )
        .file(
            "docs/tasks.md",
            "# Tasks\n\n| ID | Task | Status | Audience |\n|----|------|--------|----------|\n\
             | T-1 | Forge | Done | public |\n| T-2 | Ship | Planned | |\n",
        );
    git(plan.root(), &["init", "-q", "-b", "trunk"]);
    git(plan.root(), &["config", "remote.origin.url", remote]);
    plan
}

fn read(folder: &Path, path: &str) -> String {
    fs::read_to_string(folder.join(path)).unwrap()
}

/// YAML as JSON: every value a text.
fn json(node: &Node) -> Value {
    match node {
        Node::Scalar(text) => Value::String(text.value.clone()),
        Node::List(nodes, _) => nodes.iter().map(json).collect(),
        Node::Map(pairs, _) => {
            let pairs = pairs.iter();
            pairs
                .map(|(key, node)| (key.value.clone(), json(node)))
                .collect()
        }
    }
}

fn workflow(folder: &Path) -> Value {
    let text = read(folder, WORKFLOW);
    let node = yaml::node(&text, 0..text.len());
    json(
        &node
            .unwrap_or_else(|fault| panic!("{}: {text}", fault.message))
            .unwrap(),
    )
}

fn keys(value: &Value) -> Vec<&str> {
    value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect()
}

#[test]
fn a_plan_that_is_there_is_understood_and_set_up() {
    let plan = repository("set-up", "git@github.com:Acme/anvils.git");
    let said = fine(plan.root(), "init --audience public");
    let wanted = "3 documents, the plan in docs/: 1 milestone, 2 tasks\n  \
                  1 document holds no item and stays prose\n";
    assert!(said.err.starts_with(wanted), "{}", said.err);
    assert!(
        said.err.contains("title: Acme (from README.md)"),
        "{}",
        said.err
    );
    assert!(said.err.contains("\nwrote plansite.toml\n"), "{}", said.err);
    assert!(
        said.err.contains("Pages -> Source: GitHub Actions"),
        "{}",
        said.err
    );

    let site = Config::read(plan.root()).unwrap().site;
    assert_eq!(site.audience.as_deref(), Some("public"));
    assert_eq!(
        site.base_url.unwrap().as_str(),
        "https://acme.github.io/anvils"
    );
    assert_eq!(
        site.repository.as_deref(),
        Some("https://github.com/Acme/anvils")
    );
    assert_eq!(site.title, None);

    let workflow = workflow(plan.root());
    assert_eq!(workflow["env"]["AUDIENCE"], "public");
    assert_eq!(workflow["env"]["PLAN"], ".");
    assert_eq!(workflow["on"]["push"]["branches"][0], "trunk");
    fine(plan.root(), "check --deny warnings");
}

#[test]
fn the_workflow_may_do_no_more_than_it_must() {
    let plan = repository("rights", "https://github.com/acme/anvils");
    fine(plan.root(), "init --audience internal");
    let workflow = workflow(plan.root());
    assert_eq!(keys(&workflow["permissions"]), ["contents"]);
    assert_eq!(workflow["permissions"]["contents"], "read");
    let jobs = &workflow["jobs"];
    assert_eq!(keys(jobs), ["build", "check", "deploy"]);
    for (job, rights) in jobs.as_object().unwrap() {
        let rights = &rights["permissions"];
        let writes = rights.to_string().contains("write");
        assert_eq!(writes, job == "deploy", "{job}: {rights}");
    }
    assert_eq!(keys(&jobs["build"]["permissions"]), ["contents", "pages"]);
    assert_eq!(keys(&jobs["deploy"]["permissions"]), ["id-token", "pages"]);
    assert_eq!(jobs["check"]["if"], "github.event_name == 'pull_request'");
    assert_eq!(jobs["build"]["if"], "github.event_name != 'pull_request'");
    assert_eq!(jobs["deploy"]["needs"], "build");
    for job in ["build", "check"] {
        let checkout = &jobs[job]["steps"][0]["with"];
        assert_eq!(checkout["persist-credentials"], "false");
        assert_eq!(checkout["fetch-depth"], "0");
    }
}

#[test]
fn every_action_is_one_commit() {
    let plan = repository("pins", "https://github.com/acme/anvils");
    fine(plan.root(), "init --audience internal");
    let text = read(plan.root(), WORKFLOW);
    let uses = text
        .lines()
        .filter_map(|line| line.trim().strip_prefix("uses: "));
    let uses: Vec<&str> = uses.collect();
    assert!(uses.len() >= 5, "{text}");
    for action in uses {
        let (name, pin) = action.split_once('@').unwrap();
        let (commit, version) = pin.split_once(" # v").unwrap();
        assert!(name.starts_with("actions/"), "{action}");
        assert!(commit.len() == 40 && commit.bytes().all(|c| c.is_ascii_hexdigit()));
        assert_eq!(version.matches('.').count(), 2, "{action}");
    }
}

#[test]
fn nobody_is_published_to_by_default() {
    let plan = repository("unsaid", "https://github.com/acme/anvils");
    let before = files(plan.root());
    for typed in ["init", "init --dry-run"] {
        let said = refused(plan.root(), typed);
        assert!(said.contains("--audience internal") && said.contains("--audience public"));
        assert!(said.contains("nobody said who may see"), "{said}");
    }
    let said = refused(plan.root(), "init --audience pubic");
    assert!(said.contains("did you mean `public`?"), "{said}");
    assert_eq!(files(plan.root()), before);
    // What `build` shows on one's own machine was not said about the web.
    let named = repository("named", "https://github.com/acme/anvils");
    let named = named.file("plansite.toml", "[site]\naudience = 'internal'\n");
    refused(named.root(), "init");
    fine(plan.root(), "init --no-workflow");
    assert_eq!(Config::read(plan.root()).unwrap().site.audience, None);
    assert!(!plan.root().join(".github").exists());
}

#[test]
fn a_dry_run_shows_every_file_and_writes_none() {
    let plan = repository("dry", "https://github.com/acme/anvils");
    let before = files(plan.root());
    let said = fine(plan.root(), "init --audience internal --dry-run");
    assert_eq!(files(plan.root()), before);
    fine(plan.root(), "init --audience internal");
    for path in ["plansite.toml", WORKFLOW] {
        let whole = format!("==> {path} <==\n{}\n", read(plan.root(), path));
        assert!(said.out.contains(&whole), "{}", said.out);
    }
    let empty = Scratch::new("dry-style");
    fine(
        empty.root(),
        "init --style milestones --audience internal --dry-run",
    );
    assert!(files(empty.root()).is_empty());
}

#[test]
fn nothing_is_overwritten_and_what_differs_is_said() {
    let plan = repository("stands", "https://github.com/acme/anvils")
        .file("plansite.toml", "[site]\ntitle = 'Ours'\n")
        .file(
            WORKFLOW,
            "name: Ours\r\nenv:\r\n  AUDIENCE: internal # all\r\n",
        );
    let before = files(plan.root());
    let said = fine(plan.root(), "init --audience public");
    assert_eq!(files(plan.root()), before);
    let told = |words: &str| assert!(said.err.contains(words), "{words}: {}", said.err);
    told("plansite.toml is there already and stays as it is\n");
    told("it names no `audience`, such as `public`");
    told(".github/workflows/plan.yml is there already and stays as it is\n");
    told("it publishes for `internal`, and you chose `public`");
    assert!(!said.err.contains("wrote"), "{}", said.err);
}

#[test]
fn what_was_written_is_found_in_order_the_next_time() {
    let plan = repository("again", "https://github.com/acme/anvils");
    fine(plan.root(), "init --audience internal");
    let before = files(plan.root());
    // The workflow says it now, so it need not be said again.
    let said = fine(plan.root(), "init");
    assert_eq!(files(plan.root()), before);
    let stays = "there already and stays as it is\n";
    assert_eq!(said.err.matches(stays).count(), 2, "{}", said.err);
    assert!(!said.err.contains("it names no") && !said.err.contains("it differs"));
}

#[test]
fn the_workflow_lies_at_the_root_and_knows_the_folder() {
    let plan = repository("below", "https://github.com/acme/anvils");
    fine(plan.root(), "init docs --audience internal");
    assert!(plan.root().join("docs/plansite.toml").is_file());
    assert_eq!(workflow(plan.root())["env"]["PLAN"], "./docs");
    let below = plan.root().join("docs");
    let said = fine(&below, "init --audience public");
    assert!(said.err.contains("you chose `public`"), "{}", said.err);
    assert!(!below.join(".github").exists());
}

#[test]
fn a_folder_is_named_where_most_documents_are_no_plan() {
    let crowd = |name| {
        let plan = repository(name, "https://github.com/acme/anvils");
        (0..60).fold(plan, |plan, at| {
            plan.file(&format!("notes/{at}.md"), "# Note\n")
        })
    };
    let plan = crowd("crowd");
    fine(plan.root(), "init --no-workflow");
    assert_eq!(Config::read(plan.root()).unwrap().sources.include, ["docs"]);
    let said = fine(plan.root(), "check");
    assert!(said.err.starts_with("2 documents, 3 items"), "{}", said.err);
    // A link to a note would lead nowhere.
    let plan = crowd("linked").file("docs/see.md", "See [a note](../notes/1.md).\n");
    fine(plan.root(), "init --no-workflow");
    assert!(
        Config::read(plan.root())
            .unwrap()
            .sources
            .include
            .is_empty()
    );
}

#[cfg(unix)]
#[test]
fn workflows_that_are_links_or_pipes_are_not_opened() {
    let plan =
        repository("pipes", "https://github.com/acme/anvils").file(".github/workflows/a", "");
    let folder = plan.root().join(".github/workflows");
    std::os::unix::fs::symlink("/dev/zero", folder.join("zero.yml")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.join("plan.yml")).unwrap();
    let made = Command::new("mkfifo")
        .arg(folder.join("pipe.yaml"))
        .status();
    assert!(made.unwrap().success());
    let said = fine(plan.root(), "init --audience internal");
    assert!(
        said.err
            .contains("plan.yml is there already and stays as it is"),
        "{}",
        said.err
    );
}

#[test]
fn another_workflow_that_deploys_is_named() {
    let other = "jobs:\n  a:\n    steps:\n      - uses: actions/deploy-pages@v4\n";
    let plan = repository("other", "https://github.com/acme/anvils")
        .file(".github/workflows/docs.yml", other)
        .file(".github/workflows/ci.yml", "name: CI\n");
    let said = fine(plan.root(), "init --audience internal");
    let told = ".github/workflows/docs.yml deploys to GitHub Pages too";
    assert!(
        said.err.contains(told) && !said.err.contains("ci.yml"),
        "{}",
        said.err
    );
}

#[test]
fn a_first_plan_is_sound_from_its_first_day() {
    for style in STYLES {
        // A Monday, a Sunday, the first and last days of years with odd weeks, a day that is in few years.
        for day in [
            "2026-11-16",
            "2026-11-22",
            "2027-01-01",
            "2026-12-31",
            "2028-02-29",
        ] {
            let plan = Scratch::new(style);
            let typed = format!("init --style {style} --audience internal --as-of {day}");
            let said = plansite(plan.root(), &typed);
            assert_eq!(said.code, 0, "{}", said.err);
            let check = format!("check --deny warnings --as-of {day}");
            let said = plansite(plan.root(), &check);
            assert_eq!(said.code, 0, "{style} on {day}: {}", said.err);
            assert!(said.err.ends_with("items: nothing found\n"), "{}", said.err);
            let json = plansite(plan.root(), &format!("export --as-of {day}")).out;
            let json: Value = serde_json::from_str(&json).unwrap();
            assert_eq!(json["plan"]["title"], "Parcel Shelf");
            for item in json["items"].as_array().unwrap() {
                assert_ne!(item["health"]["value"], "late", "{style} on {day}: {item}");
            }
        }
    }
}

#[test]
fn a_first_plan_shows_every_state() {
    for style in STYLES {
        let plan = Scratch::new(style);
        fine(
            plan.root(),
            &format!("init --style {style} --audience internal"),
        );
        let json: Value = serde_json::from_str(&fine(plan.root(), "export").out).unwrap();
        let items = json["items"].as_array().unwrap();
        let is = |kinds: &[&str], status: &str| {
            let here = |item: &&Value| {
                kinds.contains(&item["kind"].as_str().unwrap()) && item["status"]["value"] == status
            };
            assert!(
                items.iter().any(|item| here(&item)),
                "{style}: no {kinds:?} is {status}"
            );
        };
        is(&["milestone", "phase"], "active");
        is(&["story", "task"], "done");
        is(&["decision"], "planned");
        assert!(
            items.iter().any(|item| item["kind"] == "blocker"),
            "{style}"
        );
        fine(plan.root(), "build");
        let home = read(plan.root(), "site/index.html");
        for words in ["Parcel Shelf", "Blocked", "Decisions"] {
            assert!(home.contains(words), "{style}: no {words}");
        }
    }
}

#[test]
fn a_first_plan_needs_a_style_and_an_empty_place() {
    for (readme, wanted) in [
        ("We sell them.\n", "these documents hold no plan"),
        (
            "## Tasks\n\n- [ ] T-1 Forge\n",
            "a readme, a changelog and their like hold no plan",
        ),
    ] {
        let plan = Scratch::new("styleless").file("README.md", format!("# Anvils\n\n{readme}"));
        let said = refused(plan.root(), "init --audience internal");
        assert!(said.contains(wanted), "{said}");
        assert!(said.contains("--style four-tiers|milestones"), "{said}");
    }
    let plan = Scratch::new("readme").file("README.md", "# Anvils\n\n## Milestone 1: Forge\n");
    fine(plan.root(), "init --audience internal");
    let empty = Scratch::new("empty");
    assert!(refused(empty.root(), "init --no-workflow").contains("there are no documents"));

    let taken = Scratch::new("taken").file("ROADMAP.md", "Later.\n");
    let before = files(taken.root());
    let said = refused(taken.root(), "init --style four-tiers --audience internal");
    assert!(said.contains("`ROADMAP.md` is there already"), "{said}");
    assert_eq!(files(taken.root()), before);
    fine(taken.root(), "init --style milestones --audience internal");
    assert_eq!(read(taken.root(), "ROADMAP.md"), "Later.\n");

    let said = refused(taken.root(), "init --style milestones --audience internal");
    assert!(said.contains("there is a plan already"), "{said}");
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let plan = repository("meant", "https://github.com/acme/anvils");
    let cases = [
        (
            "init docs/tasks.md --audience internal",
            "`docs/tasks.md` is a document",
        ),
        (
            "init nowhere --audience internal",
            "no such folder: `nowhere`",
        ),
        (
            "init -f plan.toml --audience internal",
            "takes no `--config-file`",
        ),
    ];
    for (typed, wanted) in cases {
        let said = refused(plan.root(), typed);
        assert!(said.contains(wanted), "{typed}: {said}");
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let plan = repository("link", "https://github.com/acme/anvils");
    let outside = Scratch::new("outside");
    std::os::unix::fs::symlink(outside.root(), plan.root().join(".github")).unwrap();
    let said = refused(plan.root(), "init --audience internal");
    assert!(said.contains("`.github` is a symbolic link"), "{said}");
    assert!(files(outside.root()).is_empty() && !plan.root().join("plansite.toml").exists());
}

#[cfg(unix)]
#[test]
fn hostile_names_stay_values() {
    let folder = "do\"cs\n  x: ${{ github.token }} # '\\";
    let remote = "https://github.com/acme/an\"vils\n${{ github.token }}";
    let plan = repository("hostile", remote);
    git(
        plan.root(),
        &["symbolic-ref", "HEAD", "refs/heads/x\"${{github.token}}'"],
    );
    fs::rename(plan.root().join("docs"), plan.root().join(folder)).unwrap();
    let below = plan.root().join(folder);
    let said = fine(&below, "init --audience internal");
    assert!(
        said.err.contains("git names no main branch here"),
        "{}",
        said.err
    );

    let workflow = workflow(plan.root());
    let wanted = ["concurrency", "env", "jobs", "name", "on", "permissions"];
    assert_eq!(keys(&workflow), wanted);
    assert_eq!(keys(&workflow["env"]), ["AUDIENCE", "PLAN"]);
    let quoted = folder.replace("${{", "${{ '${{' }}");
    assert_eq!(workflow["env"]["PLAN"], format!("./{quoted}"));
    assert_eq!(workflow["on"]["push"]["branches"][0], "main");
    assert!(!read(plan.root(), WORKFLOW).contains("${{ github.token"));

    let site = Config::read(&below).unwrap().site;
    assert_eq!((site.repository, site.base_url), (None, None));
}

#[cfg(unix)]
#[test]
fn a_hostile_name_of_a_plan_without_a_title_stays_a_value() {
    let name = "an\"vils\n[site]";
    let plan = Scratch::new("title").file(&format!("{name}/plan.md"), "- [ ] T-1 Forge\n");
    let folder = plan.root().join(name);
    fine(&folder, "init --audience internal");
    let site = Config::read(&folder).unwrap().site;
    assert_eq!(site.title.as_deref(), Some(name));
}

#[test]
fn findings_stand_beside_their_lines_in_the_repository() {
    let broken = "# Milestone 1: Anvils\n\nSee [it](gone, 100%.md).\n\nSee [it](gone.md).\n";
    let plan = repository("github", "https://github.com/acme/anvils")
        .file("docs/milestones/a,b.md", broken);
    let below = plan.root().join("docs");
    for (folder, typed) in [
        (plan.root(), "check docs --format github"),
        (&below, "check --format github"),
        (plan.root(), "check docs --format github --no-git"),
    ] {
        let said = plansite(folder, typed);
        let begins = "file=docs/milestones/a%2Cb.md,line=5,col=";
        assert!(said.out.contains(begins), "{typed}: {}", said.out);
        assert!(
            said.out.lines().all(|line| line.starts_with("::")),
            "{}",
            said.out
        );
        assert!(said.out.contains(",title=broken-link::"), "{}", said.out);
        assert!(said.out.contains("%0Ahelp: "), "{}", said.out);
    }
}

#[test]
fn so_many_findings_are_shown_and_the_rest_is_counted() {
    let links: String = (0..80).map(|at| format!("- [x](gone-{at}.md)\n")).collect();
    let plan = Scratch::new("many")
        .file("plan.md", "- [ ] T-1 Forge\n")
        .file("links.md", links);
    let said = plansite(plan.root(), "check --format github");
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(lines.len(), 50);
    let last = "::notice title=plansite::31 more findings: run `plansite check` to see all";
    assert_eq!(lines[49], last);
}
