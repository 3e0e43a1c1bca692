//! Runs the command as somebody would type it.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod scratch;

use std::io::Read;
use std::process::{Command, Stdio};

use harness::run::{self, Said};
use harness::tree::paths;
use scratch::Scratch;
use serde_json::Value;

fn plansite(plan: &Scratch, typed: &str) -> Said {
    run::plansite(plan.root(), typed)
}

fn command(plan: &Scratch, typed: &str) -> Command {
    let mut command = run::command(plan.root());
    command.args(typed.split_whitespace());
    command
}

/// The files from which items were taken.
fn files(plan: &Scratch, typed: &str) -> Vec<String> {
    let json = plansite(plan, &format!("export --as-of 2026-11-20 {typed}")).json();
    let items = json["items"].as_array().unwrap().iter();
    let mut files: Vec<String> = items
        .map(|item| item["sources"][0]["file"].as_str().unwrap().to_string())
        .collect();
    files.dedup();
    files
}

const TASK: &str = "---\nkind: task\nstatus: done\n---\n\n# Import customers\n";

fn tasks(name: &str, paths: &[&str]) -> Scratch {
    let plan = Scratch::new(name);
    paths.iter().fold(plan, |plan, path| {
        plan.file(path, TASK.replace("Import", path))
    })
}

#[test]
fn a_missing_folder_is_named() {
    let plan = Scratch::new("missing");
    let said = plansite(&plan, "check nowhere");
    assert!(
        said.failure()
            .starts_with("error: no such folder: `nowhere`\n"),
        "{}",
        said.err
    );
    assert!(said.err.contains("help: name a folder"), "{}", said.err);
}

#[test]
fn a_folder_without_documents_says_what_was_looked_for() {
    let plan = Scratch::new("empty").file("plan.txt", "# Plan");
    let said = plansite(&plan, "export .");
    assert!(
        said.failure().starts_with("error: no documents in `.`\n"),
        "{}",
        said.err
    );
    assert!(
        said.err
            .contains("looked for *.md, *.markdown and for plans in *.yaml and *.json here"),
        "{}",
        said.err
    );
}

#[test]
fn an_unknown_key_is_shown_in_its_place_with_a_suggestion() {
    let plan = Scratch::new("key")
        .file("a.md", TASK)
        .file("plansite.toml", "[site]\ntilte = 'Acme'\n");
    let said = plansite(&plan, "check");
    let wanted = "error[config]: unknown key `site.tilte`\n --> plansite.toml:2:1\n  |\n2 | tilte = 'Acme'\n  | ^^^^^ not known\n  |\n  = help: did you mean `title`?\n";
    assert!(said.failure().starts_with(wanted), "{}", said.err);
}

#[test]
fn an_unknown_rule_is_an_error_wherever_it_is_named() {
    let plan = Scratch::new("rule")
        .file("a.md", TASK)
        .file("plansite.toml", "[lint]\nmojibak = 'deny'\n");
    assert!(
        plansite(&plan, "check")
            .failure()
            .contains("did you mean `mojibake`?")
    );
    let plan = Scratch::new("rule").file("a.md", TASK);
    let said = plansite(&plan, "check --allow mojibak");
    assert!(
        said.failure().starts_with("error: no such rule: `mojibak`"),
        "{}",
        said.err
    );
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let plan = Scratch::new("typed").file("a.md", TASK);
    for (typed, wanted) in [
        ("expotr", "unrecognized subcommand 'expotr'"),
        ("export --format xml", "invalid value 'xml'"),
        (
            "export --as-of 2026-02-30",
            "a day is written like 2026-01-27",
        ),
        (
            "explain nowhere.md",
            "no such document and no such rule: `nowhere.md`",
        ),
        ("explain mojibak", "did you mean `mojibake`?"),
        ("check -f nowhere.toml", "cannot read `nowhere.toml`"),
    ] {
        assert!(plansite(&plan, typed).failure().contains(wanted), "{typed}");
    }
}

#[cfg(unix)]
#[test]
fn a_document_that_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let plan = Scratch::new("locked").file("a.md", TASK);
    let locked = plan.root().join("a.md");
    std::fs::set_permissions(&locked, std::fs::Permissions::from_mode(0o0)).unwrap();
    if std::fs::read(&locked).is_ok() {
        return; // Root may read everything.
    }
    assert!(
        plansite(&plan, "check .")
            .failure()
            .starts_with("error: cannot read `./a.md`: ")
    );
}

#[test]
fn a_plan_is_exported_the_same_each_time() {
    let plan = tasks("export", &["b.md", "a/c.md", "a.md"]);
    let first = plansite(&plan, "export --as-of 2026-11-20 --jobs 1");
    assert_eq!(first.json()["as_of"], "2026-11-20");
    assert_eq!(first.json()["items"].as_array().unwrap().len(), 3);
    let again = plansite(&plan, "export --as-of 2026-11-20 --jobs 4 --no-git .");
    assert_eq!(first.out, again.out);
}

#[test]
fn today_is_what_the_build_says() {
    let plan = Scratch::new("today").file("a.md", TASK);
    let mut built = command(&plan, "export");
    built.env("SOURCE_DATE_EPOCH", "1763683200");
    assert_eq!(run::run(&mut built).json()["as_of"], "2025-11-21");
    let mut built = command(&plan, "export");
    built.env("SOURCE_DATE_EPOCH", "tomorrow");
    assert!(
        run::run(&mut built)
            .failure()
            .contains("SOURCE_DATE_EPOCH is `tomorrow`")
    );
}

#[test]
fn documents_of_plans_are_read_and_others_are_not() {
    let plan = tasks(
        "walk",
        &[
            "a.md",
            "b.markdown",
            ".planning/c.md",
            ".claude/epics/d.md",
            ".claude/skills/no.md",
            ".hidden/no.md",
            "node_modules/no.md",
            "web/target/no.md",
            "site/no.md",
            "drafts/no.md",
        ],
    );
    let plan = plan
        .file("site/plansite-manifest.json", "{}")
        .file(".gitignore", "drafts/\n");
    assert_eq!(
        files(&plan, "."),
        [".claude/epics/d.md", ".planning/c.md", "a.md", "b.markdown"]
    );
}

#[test]
fn the_configuration_says_what_is_read() {
    let plan = tasks(
        "include",
        &["docs/a.md", "docs/old/no.md", "no.md", ".notes/b.md"],
    );
    let plan = plan.file(
        "plansite.toml",
        "[sources]\ninclude = ['docs', '.notes/*.md']\nexclude = ['docs/old']\n",
    );
    assert_eq!(files(&plan, ""), [".notes/b.md", "docs/a.md"]);
    assert_eq!(files(&plan, "docs"), ["a.md"]);
}

#[cfg(unix)]
#[test]
fn links_are_not_followed() {
    let plan = tasks("links", &["plan/a.md", "outside/no.md"]);
    std::os::unix::fs::symlink("../outside", plan.root().join("plan/way")).unwrap();
    std::os::unix::fs::symlink("../outside/no.md", plan.root().join("plan/no.md")).unwrap();
    assert_eq!(files(&plan, "plan"), ["a.md"]);
}

#[cfg(target_os = "linux")]
#[test]
fn odd_names_do_no_harm() {
    use std::os::unix::ffi::OsStrExt;
    let plan = tasks("odd", &["größe/ä b.md"]);
    let odd = std::ffi::OsStr::from_bytes(b"\xff\xfe.md");
    std::fs::write(plan.root().join(odd), TASK).unwrap();
    assert_eq!(files(&plan, "."), ["größe/ä b.md", "\u{fffd}\u{fffd}.md"]);
}

#[test]
fn very_long_documents_are_left_out_and_named() {
    let plan = Scratch::new("long")
        .file("a.md", TASK)
        .file("b.md", vec![b'x'; (16 << 20) + 1]);
    let said = plansite(&plan, "check .");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err
            .starts_with("warning: `b.md` is left out: it has 16 MiB"),
        "{}",
        said.err
    );
}

#[test]
fn one_document_can_be_read_alone() {
    let plan = tasks("alone", &["plans/a.md", "plans/b.md"]);
    assert_eq!(files(&plan, "plans/a.md"), ["a.md"]);
}

#[test]
fn without_a_path_the_nearest_plan_is_read() {
    let plan = tasks("nearest", &["a.md", "docs/b.md", "docs/deep/c.md"]);
    assert_eq!(files(&plan, ""), ["a.md", "docs/b.md", "docs/deep/c.md"]);
    let plan = plan.file("docs/plansite.toml", "");
    assert_eq!(files(&plan, ""), ["b.md", "deep/c.md"]);
    assert_eq!(files(&plan, "-C docs/deep"), ["b.md", "deep/c.md"]);
}

#[test]
fn findings_have_the_look_of_rustc_and_decide_the_exit_code() {
    let plan = Scratch::new("check").file("a.md", "# Task: Import\n\n**Status:** Ripening\n");
    let said = plansite(&plan, "check .");
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    assert!(
        said.err.starts_with("warning[unknown-status]: "),
        "{}",
        said.err
    );
    assert!(said.err.contains(" --> a.md:3:13\n"), "{}", said.err);
    assert!(
        said.err.ends_with("1 document, 1 item: 1 warning\n"),
        "{}",
        said.err
    );
    assert_eq!(plansite(&plan, "check . --deny warnings").code, 1);
    assert_eq!(plansite(&plan, "check . --deny unknown-status").code, 1);
    let allowed = plansite(&plan, "check . --allow unknown-status");
    assert_eq!(
        (allowed.code, allowed.err.as_str()),
        (0, "1 document, 1 item: nothing found\n")
    );
    assert_eq!(plansite(&plan, "check . --quiet").err, "");
}

#[test]
fn the_configuration_says_how_much_findings_weigh_and_the_command_line_more() {
    let plan = Scratch::new("levels").file("a.md", "# Task: Import\n\n**Status:** Ripening\n");
    let plan = plan.file("plansite.toml", "[lint]\nunknown-status = 'deny'\n");
    assert_eq!(plansite(&plan, "check").code, 1);
    assert_eq!(plansite(&plan, "check --warn unknown-status").code, 0);
}

#[test]
fn findings_are_written_for_programs() {
    let plan = Scratch::new("json").file("a.md", "# Task: Import\n\n**Status:** Ripening\n");
    let json = plansite(&plan, "check . --format json --reading").json();
    assert_eq!(json["schema"], "plansite/check/1");
    assert_eq!(json["counts"]["warnings"], 1);
    let finding = &json["findings"][0];
    assert_eq!(
        (finding["rule"].as_str(), finding["line"].as_u64()),
        (Some("unknown-status"), Some(3))
    );
    assert_eq!(json["reading"][0]["read_as"], "task");
}

#[test]
fn it_is_told_who_read_what() {
    let plan = tasks("reading", &["a.md"])
        .file("b.md", "Just words.\n")
        .file("templates/t.md", TASK);
    let said = plansite(&plan, "check . --reading");
    assert!(
        said.out.starts_with("a.md: task\n    items    1 task\n"),
        "{}",
        said.out
    );
    assert!(said.out.contains("b.md: prose\n"), "{}", said.out);
    assert!(
        said.out.contains("templates/t.md: template\n"),
        "{}",
        said.out
    );
}

#[test]
fn it_is_told_what_was_read_as_a_whole() {
    let table =
        "# Quays\n\n## Moorings\n\n| Quay | Owner | Due |\n|--|--|--|\n| East | Ana | 1 May |\n";
    let plan = tasks("whole", &["a.md"])
        .file("notes.md", "Just words.\n")
        .file("quays.md", table)
        .file("templates/t.md", TASK)
        .file("mine/m.md", TASK)
        .file(".kiro/specs/tides/design.md", "# Tides\n\nWords.\n")
        .file("plansite.toml", "[sources]\naside = 'mine'\n");
    let said = plansite(&plan, "check --reading");
    for wanted in [
        "6 documents read, 1 holds items: 1 task\n",
        "    1 document: a template: nothing is taken from it\n",
        "    1 document: left aside by plansite.toml\n",
        "    quays.md:5: table below “Moorings”: Quay | Owner | Due\n",
        "    Kiro: 1 spec in .kiro/specs\n",
    ] {
        assert!(said.out.contains(wanted), "{wanted}{}", said.out);
    }
    let json = plansite(&plan, "check --reading --format json").json();
    assert_eq!(json["read"]["with_items"], 1);
    assert_eq!(json["read"]["unclaimed"][0]["line"], 5);
    assert_eq!(json["read"]["frameworks"][0]["name"], "Kiro");
    let whys: Vec<&Value> = json["read"]["left"].as_array().unwrap().iter().collect();
    assert_eq!(whys.len(), 4, "{whys:?}");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_and_that_is_told() {
    let plan = tasks("links", &["a.md", "real/b.md"]);
    std::os::unix::fs::symlink("a.md", plan.root().join("c.md")).unwrap();
    std::os::unix::fs::symlink("real", plan.root().join("more")).unwrap();
    let said = plansite(&plan, "check . --reading");
    let wanted = "Not read\n    c.md: it is a link to `a.md`, and links are not followed\n    \
                  more: it is a link to `real`, and links are not followed\n";
    assert!(said.out.contains(wanted), "{}", said.out);
    assert!(!said.err.contains("c.md"), "{}", said.err);
}

#[test]
fn a_document_is_explained_line_by_line() {
    let plan = Scratch::new("explain").file(
        "a.md",
        "<!-- mine -->\n# Task: Import\n\n**Status:** Done\n",
    );
    let said = plansite(&plan, "explain a.md");
    assert_eq!(said.code, 0, "{}", said.err);
    let lines: Vec<&str> = said.out.lines().collect();
    assert!(lines[1].ends_with("│ comment, private"), "{}", said.out);
    assert!(lines[2].contains("│ task "), "{}", said.out);
    assert!(lines[4].contains("│ status done"), "{}", said.out);
}

#[test]
fn a_line_names_its_item_its_field_its_reader_and_its_doubt() {
    let plan = Scratch::new("sheet").file(
        "a.md",
        "# Milestone 1: Import\n\n**Status:** Ripening\n\n## Tasks\n\n| Task | Status |\n|--|--|\n| Wash | done |\n",
    );
    let said = plansite(&plan, "explain a.md").out;
    assert!(
        said.contains("│ milestone milestone-1  [document]\n"),
        "{said}"
    );
    assert!(said.contains("│ ? unknown-status: "), "{said}");
    assert!(
        said.contains("│ task task-wash; status done  [table]\n"),
        "{said}"
    );
    let widest = said.lines().map(|line| line.chars().count()).max();
    assert!(widest <= Some(120), "{said}");
    assert!(!said.contains('\u{1b}'), "{said}");
    let coloured = plansite(&plan, "--color always explain a.md").out;
    assert!(
        coloured.contains("\u{1b}[33m? unknown-status"),
        "{coloured}"
    );
}

#[test]
fn lines_are_explained_for_programs() {
    let plan = Scratch::new("sheet-json").file("a.md", "# Task: Import\n\n**Status:** Done\n");
    let json = plansite(&plan, "explain a.md --format json").json();
    assert_eq!(json["schema"], "plansite/explain/1");
    assert_eq!(json["file"], "a.md");
    assert_eq!(json["counts"]["taken"], 2);
    let line = &json["lines"][2];
    assert_eq!(
        (&line["line"], &line["reader"]),
        (&Value::from(3), &"document".into())
    );
    let taken = &line["taken"][0];
    assert_eq!(
        (&taken["name"], &taken["value"]),
        (&"status".into(), &"done".into())
    );
    assert_eq!(taken["item"], "task-import");
    let text = line["text"].as_str().unwrap();
    let (start, end) = (
        taken["start"].as_u64().unwrap(),
        taken["end"].as_u64().unwrap(),
    );
    assert_eq!(
        &text[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()],
        "Done"
    );
}

#[test]
fn it_is_told_why_there_is_nothing_to_explain() {
    let plan = tasks(
        "absent",
        &["docs/a.md", "old/b.md", "lost/c.md", ".notes/d.md"],
    )
    .file(".gitignore", "lost/\n")
    .file("docs/e.txt", "words")
    .file("docs/e.json", "{}")
    .file("plansite.toml", "[sources]\nexclude = 'old'\n");
    let other = tasks("absent-other", &["f.md"]);
    let outside = other.root().join("f.md");
    for (typed, why) in [
        ("b.md", "no such document and no such rule: `b.md`"),
        ("a.md", "did you mean `docs/a.md`?"),
        ("docs/aa.md", "did you mean `docs/a.md`?"),
        ("old/b.md", "`[sources] exclude` leaves it out"),
        ("lost/c.md", ".gitignore leaves it out"),
        (".notes/d.md", "`.notes` is not looked into"),
        ("docs/e.txt", "its ending is not that of a document"),
        ("docs/e.json", "no plan is found in this file of data"),
        ("docs", "it is a folder"),
        (
            outside.to_str().unwrap(),
            "it lies outside of the folder that is read",
        ),
    ] {
        let said = plansite(&plan, &format!("explain {typed}"));
        assert!(said.failure().contains(why), "{typed}: {}", said.err);
    }
    let plan = plan.file("plansite.toml", "[sources]\ninclude = 'docs'\n");
    let said = plansite(&plan, "explain old/b.md");
    assert!(
        said.failure()
            .contains("`[sources] include` does not name it"),
        "{}",
        said.err
    );
}

#[test]
fn a_plan_without_a_title_is_called_like_its_repository() {
    let plan = tasks("called", &["harbour/docs/a.md", "harbour/.git/HEAD"]);
    let title = |typed: &str| plansite(&plan, typed).json()["plan"]["title"].clone();
    assert_eq!(title("export harbour"), "harbour");
    assert_eq!(title("export harbour/docs"), "harbour");
    assert!(title("export harbour --audience public").is_null());
    let plan = plan.file("harbour/README.md", "# The harbour\n");
    assert_eq!(
        plansite(&plan, "export harbour").json()["plan"]["title"],
        "The harbour"
    );
}

#[test]
fn a_rule_is_explained_by_its_page() {
    let plan = Scratch::new("page");
    let said = plansite(&plan, "explain stale-tally");
    assert!(
        said.code == 0 && said.out.starts_with("# stale-tally\n"),
        "{}",
        said.out
    );
}

fn page(plan: &Scratch, path: &str) -> String {
    std::fs::read_to_string(plan.root().join(path)).unwrap()
}

#[test]
fn build_writes_a_site_for_whoever_types_nothing_else() {
    let plan = tasks("build", &["a.md", "b.md"]);
    let said = plansite(&plan, "build");
    assert_eq!((said.code, said.out.as_str()), (0, ""), "{}", said.err);
    let written = paths(&plan.root().join("site"));
    let count = format!("site: {} files, {0} written\n", written.len());
    assert!(said.err.contains(&count), "{count}{}", said.err);
    for file in [
        "index.html",
        "404.html",
        "plan.json",
        "assets/site.css",
        "tasks/task-a-md-customers.html",
    ] {
        assert!(
            written.iter().any(|path| path == file),
            "{file}: {written:?}"
        );
    }
    assert_eq!(files(&plan, "."), ["a.md", "b.md"], "the site is no source");
    let again = plansite(&plan, "build");
    assert!(again.err.contains("nothing has changed"), "{}", again.err);
    assert_eq!(plansite(&plan, "build --quiet").err, "");
}

#[test]
fn build_says_what_changed() {
    let plan = tasks("rebuild", &["a.md", "b.md"]);
    plansite(&plan, "build --as-of 2026-11-20 --no-git");
    let plan = plan.file("a.md", TASK.replace("done", "planned"));
    std::fs::remove_file(plan.root().join("b.md")).unwrap();
    let said = plansite(&plan, "build --as-of 2026-11-20 --no-git");
    assert!(
        said.err.contains(" written, ") && said.err.contains(" removed\n"),
        "{}",
        said.err
    );
    let gone = "tasks/task-b-md-customers.html";
    assert!(
        !paths(&plan.root().join("site"))
            .iter()
            .any(|path| path == gone)
    );
}

#[test]
fn build_writes_where_it_is_told() {
    let plan = tasks("out", &["plan/a.md"]);
    let said = plansite(&plan, "build plan -o public/plan --as-of 2026-11-20");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("public/plan: "), "{}", said.err);
    assert!(page(&plan, "public/plan/index.html").contains("20 November 2026"));
    let said = plansite(&plan, "build -C plan");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(plan.root().join("plan/site/index.html").is_file());
}

#[test]
fn a_site_within_the_plan_is_not_read_again() {
    let plan = tasks("within", &["docs/a.md"]).file("plansite.toml", "");
    for _ in 0..2 {
        let said = plansite(&plan, "build --out-dir docs/out --as-of 2026-11-20");
        assert_eq!(said.code, 0, "{}", said.err);
        assert_eq!(files(&plan, "docs"), ["a.md"]);
    }
    // What a person puts into it stays, and is read no more than the rest.
    let plan = plan.file("docs/out/notes.md", TASK);
    let said = plansite(&plan, "build --out-dir docs/out --as-of 2026-11-20");
    assert!(said.err.contains("nothing has changed"), "{}", said.err);
    assert_eq!(files(&plan, "docs"), ["a.md"]);
    assert_eq!(page(&plan, "docs/out/notes.md"), TASK);
}

#[test]
fn build_shows_an_audience_what_it_may_see() {
    let open = TASK.replace("status", "audience: public\nstatus");
    let plan = tasks("public", &["hidden.md"]).file("open.md", open.replace("Import", "open"));
    let said = plansite(&plan, "build --audience public");
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(
        said.err.contains(" for the audience `public`, "),
        "{}",
        said.err
    );
    let json: Value = serde_json::from_str(&page(&plan, "site/plan.json")).unwrap();
    assert_eq!(json["audience"], "public");
    let titles: Vec<&str> = json["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["title"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["open customers"]);
    let said = plansite(&plan, "build");
    let wanted = "`site` holds the site for `public`, and this one is for `internal`";
    assert!(said.failure().contains(wanted), "{}", said.err);
    assert!(said.err.contains("= help: "), "{}", said.err);
}

#[test]
fn an_unknown_audience_is_answered_with_a_suggestion() {
    let plan = tasks("unknown", &["a.md"]);
    let said = plansite(&plan, "build --audience pubic");
    assert!(
        said.failure().contains("no such audience: `pubic`"),
        "{}",
        said.err
    );
    assert!(said.err.contains("did you mean `public`?"), "{}", said.err);
    assert!(!plan.root().join("site").exists());
}

#[test]
fn strict_builds_fail_after_they_have_written() {
    let plan = Scratch::new("strict").file("a.md", "# Task: Import\n\n**Status:** Ripening\n");
    assert_eq!(plansite(&plan, "build").code, 0);
    let said = plansite(&plan, "build --strict -o other");
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(said.err.contains("1 warning"), "{}", said.err);
    assert!(plan.root().join("other/index.html").is_file());
    let plan = tasks("strict", &["a.md"]);
    assert_eq!(plansite(&plan, "build --strict").code, 0);
}

#[test]
fn only_the_page_for_what_is_not_there_knows_below_which_path_the_site_stands() {
    let plan = tasks("base", &["a.md"]);
    for (folder, base) in [
        ("one", "/plans/acme"),
        ("two", "/elsewhere"),
        ("whole", "https://example.org/plans/acme"),
    ] {
        let said = plansite(
            &plan,
            &format!("build -o {folder} --base-url {base} --as-of 2026-11-20"),
        );
        assert_eq!(said.code, 0, "{}", said.err);
    }
    assert!(page(&plan, "one/404.html").contains("\"/plans/acme/index.html\""));
    assert!(page(&plan, "two/404.html").contains("\"/elsewhere/index.html\""));
    for path in [
        "index.html",
        "tasks/task-a-md-customers.html",
        "assets/site.css",
    ] {
        let (one, two) = (
            page(&plan, &format!("one/{path}")),
            page(&plan, &format!("two/{path}")),
        );
        assert_eq!(one, two, "{path}");
    }
    let own = "<link rel=\"canonical\" href=\"https://example.org/plans/acme/\">";
    assert!(page(&plan, "whole/index.html").contains(own));
    assert!(plan.root().join("whole/sitemap.xml").is_file());
    assert!(!plan.root().join("one/sitemap.xml").exists());
    let said = plansite(&plan, "build --base-url example.org");
    assert!(said.failure().contains("--base-url"), "{}", said.err);
}

#[test]
fn the_number_of_jobs_changes_no_byte() {
    let plan = tasks("jobs", &["a.md", "b.md", "c/d.md"]);
    for jobs in [1, 4] {
        let said = plansite(
            &plan,
            &format!("build . -o out-{jobs} --jobs {jobs} --as-of 2026-11-20"),
        );
        assert_eq!(said.code, 0, "{}", said.err);
    }
    let (one, four) = (plan.root().join("out-1"), plan.root().join("out-4"));
    assert_eq!(paths(&one), paths(&four));
    for path in paths(&one) {
        let same =
            std::fs::read(one.join(&path)).unwrap() == std::fs::read(four.join(&path)).unwrap();
        assert!(same, "{path}");
    }
    assert!(
        plansite(&plan, "build --jobs 0")
            .failure()
            .contains("--jobs")
    );
}

#[test]
fn a_folder_of_somebody_elses_is_left_alone() {
    let plan = tasks("foreign", &["a.md"]).file("site/notes.txt", "mine");
    let said = plansite(&plan, "build");
    let wanted = "error: `site` is not empty and was not written by plansite\n";
    assert!(said.failure().contains(wanted), "{}", said.err);
    assert!(said.err.contains("= help: "), "{}", said.err);
    assert_eq!(paths(&plan.root().join("site")), ["notes.txt"]);
    let said = plansite(&plan, "build -o a.md");
    assert!(
        said.failure().contains("`a.md` is not a folder"),
        "{}",
        said.err
    );
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let plan = Scratch::new("colour").file("a.md", "# Task: Import\n\n**Status:** Ripening\n");
    assert!(!plansite(&plan, "check .").err.contains('\u{1b}'));
    assert!(
        plansite(&plan, "check . --color always")
            .err
            .contains('\u{1b}')
    );
}

#[test]
fn a_reader_may_stop_reading() {
    let plan = Scratch::new("pipe").file("a.md", "- [ ] task\n".repeat(20_000));
    let mut run = command(&plan, "explain a.md");
    let mut child = run
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut err)
        .unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}
