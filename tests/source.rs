//! What git and the disk say of a folder of documents.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod scratch;

use std::fs;
use std::path::Path;

use harness::repository::git;
use plansite::model::date::Date;
use plansite::source::git::{Revision, revision};
use plansite::source::picture::existing;
use plansite::source::repository;
use plansite::source::touch::last_before;
use scratch::Scratch;

/// A repository whose one commit holds `plan/a.md`.
fn repository(name: &str) -> Scratch {
    let plan = Scratch::new(name).file("plan/a.md", "# A");
    let plan = plan.file(".gitignore", "out\n");
    git(plan.root(), &["init", "-q"]);
    git(plan.root(), &["add", "."]);
    git(plan.root(), &["commit", "-qm", "a"]);
    plan
}

#[test]
fn the_commit_and_the_folder_in_it_are_known() {
    let plan = repository("commit");
    let head = git(plan.root(), &["rev-parse", "HEAD"]);
    let top = revision(plan.root()).unwrap();
    assert!(top.short.len() >= 7 && head.starts_with(&top.short));
    assert_eq!(top.prefix, "");
    let below = Revision {
        prefix: "plan/".into(),
        ..top
    };
    let at = |path| revision(&plan.root().join(path));
    assert_eq!(at("plan"), Some(below.clone()));
    assert_eq!(at("plan/a.md"), Some(below));
}

#[test]
fn what_no_commit_holds_has_none() {
    let plan = repository("untracked");
    let plan = plan.file("out/a.md", "# A").file("new/a.md", "# A");
    let plan = plan.file("plan/b.md", "# B");
    git(plan.root(), &["add", "new"]);
    for path in ["out", "new", "plan/b.md", "nowhere", ".git"] {
        assert_eq!(revision(&plan.root().join(path)), None, "{path}");
    }
}

#[test]
fn without_a_repository_or_a_commit_there_is_none() {
    let plan = Scratch::new("plain").file("plan/a.md", "# A");
    assert_eq!(revision(plan.root()), None);
    git(plan.root(), &["init", "-q"]);
    assert_eq!(revision(plan.root()), None);
    let plan = plan.file(".git/config", "[core\n");
    assert_eq!(revision(plan.root()), None);
}

#[test]
fn a_repository_starts_no_program() {
    let plan = repository("hostile");
    let trap = plan.root().join("trap");
    let set = |key: &str, value: &str| git(plan.root(), &["config", key, value]);
    let touch = format!("touch {}", trap.display());
    set("core.fsmonitor", &touch);
    set("core.pager", &touch);
    set("core.repositoryFormatVersion", "1");
    set("extensions.partialClone", "away");
    set("remote.away.promisor", "true");
    set("remote.away.url", &format!("ext::{touch}"));
    set("protocol.ext.allow", "always");
    set("log.showSignature", "true");
    set("gpg.program", &touch);
    set("filter.trap.clean", &touch);
    assert!(revision(&plan.root().join("plan")).is_some());
    let plan = plan.file(".gitattributes", "*.md filter=trap\n");
    let coming = Date::iso("2090-01-01").unwrap();
    assert!(last_before(plan.root(), &["plan/a.md"], coming).is_some());
    // What the commit holds is gone: git would fetch it from there.
    let tree = git(plan.root(), &["rev-parse", "HEAD^{tree}"]);
    let (folder, name) = tree.split_at(2);
    let objects = plan.root().join(".git/objects").join(folder);
    fs::remove_file(objects.join(name)).unwrap();
    assert_eq!(revision(&plan.root().join("plan")), None);
    assert!(!trap.exists());
}

#[test]
fn the_last_touch_is_that_of_the_newest_commit() {
    let plan = repository("touched").file("new/b.md", "# B");
    let last = |paths: &[&str], day: &str| {
        let day = Date::iso(day).unwrap();
        last_before(plan.root(), paths, day)
    };
    let (past, coming) = ("2026-01-01", "2090-01-01");
    let found = last(&["plan/a.md"], coming).unwrap();
    let seconds = git(plan.root(), &["log", "-1", "--format=%ct"]);
    assert_eq!(Some(found), Date::from_unix(seconds.parse().unwrap()));
    assert_eq!(last(&["plan/a.md"], past), None);
    assert_eq!(last(&[], coming), None);
    for unknown in ["new/b.md", "plan/*.md", "nowhere.md"] {
        assert_eq!(last(&["plan/a.md", unknown], coming), None, "{unknown}");
    }
    fs::write(plan.root().join("plan/a.md"), "# A, edited").unwrap();
    assert_eq!(last(&["plan/a.md"], coming), None);
}

#[test]
fn a_repository_among_the_documents_is_none() {
    let plan = repository("inner");
    let inner = plan.root().join("plan/inner");
    let from = plan.root().join(".git").display().to_string();
    let to = inner.display().to_string();
    git(plan.root(), &["clone", "-q", "--bare", &from, &to]);
    git(&inner, &["config", "core.bare", "false"]);
    git(&inner, &["config", "core.worktree", "."]);
    assert_eq!(revision(&inner), None);
}

/// The paths of these that are files of the plan.
fn found(plan: &Scratch, paths: &[&str]) -> Vec<String> {
    let paths = paths.iter().map(ToString::to_string);
    existing(plan.root(), paths).into_keys().collect()
}

#[test]
fn files_beside_the_documents_are_found() {
    let plan = Scratch::new("pictures").file("a.png", "A");
    let plan = plan.file("img/b c.svg", "B").file("PLAN.md", "# A");
    let paths = [
        "img/b c.svg",
        "a.png",
        "a.png",
        "img",
        "none.png",
        "x/y.png",
    ];
    assert_eq!(found(&plan, &paths), ["a.png", "img/b c.svg"]);
    let paths = || ["a.png".to_string()];
    let beside = existing(&plan.root().join("PLAN.md"), paths());
    assert_eq!(fs::read(&beside["a.png"].place).unwrap(), b"A");
    assert!(existing(Path::new("nowhere"), paths()).is_empty());
}

#[test]
fn nothing_outside_is_found() {
    let plan = Scratch::new("outside").file("secret.png", "S");
    let plan = plan.file("plan/img/a.png", "A");
    let root = plan.root().join("plan");
    let secret = plan.root().join("secret.png").display().to_string();
    let paths = ["../secret.png", "img/../../secret.png", &secret];
    assert!(existing(&root, paths.map(str::to_string)).is_empty());
}

#[test]
fn large_files_are_left_out() {
    let plan = Scratch::new("large");
    let set = |name: &str, size| {
        let file = fs::File::create(plan.root().join(name)).unwrap();
        file.set_len(size).unwrap();
    };
    set("a.png", 32 << 20);
    set("b.png", (32 << 20) + 1);
    assert_eq!(found(&plan, &["a.png", "b.png"]), ["a.png"]);
}

#[cfg(unix)]
#[test]
fn links_lead_to_nothing_outside_and_to_nothing_else() {
    use std::os::unix::fs::symlink;

    let plan = Scratch::new("links").file("secret/s.png", "S");
    let plan = plan.file("plan/img/a.png", "A").file("plan/.env", "E");
    let root = plan.root().join("plan");
    let link = |to: &str, name: &str| symlink(to, root.join(name)).unwrap();
    link("img/a.png", "near.png");
    link("img", "pictures");
    link("../secret/s.png", "far.png");
    link("../secret", "away");
    link(".env", "env.png");
    link("loop.png", "loop.png");
    link("/dev/zero", "zero.png");
    let paths = [
        "near.png",
        "pictures/a.png",
        "far.png",
        "away/s.png",
        "env.png",
        "loop.png",
        "zero.png",
    ];
    let found = existing(&root, paths.map(str::to_string));
    let real = fs::canonicalize(root.join("img/a.png")).unwrap();
    let names: Vec<&str> = found.keys().map(String::as_str).collect();
    assert_eq!(names, ["near.png", "pictures/a.png"]);
    assert!(found.values().all(|picture| picture.place == real));
}

#[test]
fn the_repository_is_known_from_any_folder_in_it() {
    let plan = repository("around");
    git(plan.root(), &["branch", "-m", "topic"]);
    let origin = "git@github.com:acme/plan.git";
    git(plan.root(), &["config", "remote.origin.url", origin]);
    let top = repository::repository(plan.root()).unwrap();
    assert_eq!(top.prefix, "");
    assert_eq!(top.origin.as_deref(), Some(origin));
    assert_eq!(top.branch.as_deref(), Some("topic"));
    for path in ["plan", "plan/a.md"] {
        let below = repository::repository(&plan.root().join(path)).unwrap();
        assert_eq!(below.prefix, "plan/");
        let root = fs::canonicalize(below.root).unwrap();
        assert_eq!(root, fs::canonicalize(plan.root()).unwrap());
    }
    assert_eq!(repository::repository(&plan.root().join("nowhere")), None);
}

#[test]
fn the_main_branch_is_what_the_origin_says_and_else_the_usual_one() {
    let plan = repository("branches");
    git(plan.root(), &["branch", "-m", "topic"]);
    let branch = || repository::repository(plan.root()).unwrap().branch.unwrap();
    assert_eq!(branch(), "topic");
    git(
        plan.root(),
        &["update-ref", "refs/remotes/origin/master", "HEAD"],
    );
    assert_eq!(branch(), "master");
    git(plan.root(), &["branch", "main"]);
    assert_eq!(branch(), "main");
    let head = "refs/remotes/origin/HEAD";
    git(
        plan.root(),
        &["symbolic-ref", head, "refs/remotes/origin/release/2"],
    );
    assert_eq!(branch(), "release/2");
}
