//! The preview, asked over HTTP as a browser asks.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod preview;
mod scratch;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use harness::repository::git;
use harness::run::{command, plansite};
use harness::tree::{copy, paths};
use preview::{PATIENCE, Preview, without_script};
use scratch::Scratch;
use serde_json::Value;

/// A small plan with a milestone, a story and three tasks.
fn plan(name: &str) -> Scratch {
    Scratch::new(name)
        .file(
            "milestones/m1.md",
            "---\nid: M1\nstatus: active\n---\n\n# Open the harbour\n\nBoats come in.\n",
        )
        .file(
            "stories/us-1.md",
            "---\nid: US-1\nmilestone: M1\nstatus: active\n---\n\n# Tie up a boat\n\n## Tasks\n\n\
             - [ ] Lay the ropes\n- [ ] Paint the rings\n- [ ] Call the pilot\n",
        )
        .file(
            "stories/us-2.md",
            "---\nid: US-2\nstatus: planned\n---\n\n# Read the tide\n",
        )
        .file("notes.md", "# Notes\n\nNothing here.\n")
}

fn write(plan: &Scratch, path: &str, text: &str) {
    fs::write(plan.root().join(path), text).unwrap();
}

#[test]
fn every_file_is_that_of_a_build_but_for_one_script() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let plans = [
        "milestone-tree",
        "project-plan",
        "four-tiers",
        "front-matter",
    ];
    let plans = plans.map(|name| here.join("tests/plans").join(name).join("plan"));
    for (at, folder) in plans.into_iter().chain([here.join("content")]).enumerate() {
        let plan = Scratch::new("same-bytes");
        copy(&folder, &plan.root().join("plan"));
        let site = plan.root().join("site");
        let flags = [
            "",
            "--base-url https://a.example/b/plan",
            "--base-url /p --audience public",
        ];
        let flags = flags[at % 3];
        let built = format!("build plan --as-of 2026-11-21 -q -o site {flags}");
        assert_eq!(plansite(plan.root(), &built).code, 0);
        let preview = Preview::new(plan.root(), &format!("plan {flags}"));
        let mut compared = 0;
        for file in paths(&site) {
            if file == "plansite-manifest.json" {
                continue;
            }
            let answer = preview.get(&file.replace(' ', "%20"));
            let wanted = fs::read(site.join(&file)).unwrap();
            assert_eq!(answer.status, 200, "{file}");
            if file.ends_with(".html") {
                let has = answer.text();
                assert!(has.contains("_plansite/live.js\" data-page=\""), "{file}");
                let text = without_script(&has);
                assert_eq!(text, String::from_utf8(wanted).unwrap(), "{file}");
            } else {
                assert_eq!(answer.body, wanted, "{file}");
            }
            compared += 1;
        }
        assert!(compared > 5, "{compared}");
    }
}

#[test]
fn lines_lead_into_the_editor_that_is_named() {
    let plan = plan("editor");
    let home = |typed: &str| {
        Preview::new(plan.root(), typed)
            .get("stories/us-1.html")
            .text()
    };
    let named = home("--editor zed");
    assert!(
        named.contains("data-editor=\"zed://file{path}:{line}:{column}\" data-root=\"/"),
        "{named}"
    );
    assert!(named.contains("data-at=\"stories/us-1.md:"), "{named}");
    assert!(!home("").contains("data-editor"));
    assert!(!home("--editor zed --audience public").contains("data-root"));
}

#[test]
fn a_browser_is_answered_as_servers_do() {
    let plan = plan("answers").file("img/a.png", b"\x89PNG").file(
        "stories/us-3.md",
        "---\nid: US-3\n---\n\n# See it\n\n![A](../img/a.png)\n",
    );
    let preview = Preview::new(plan.root(), "--base-url /plan");
    let ask = |head: &str| preview.raw(&format!("{head}\r\nHost: 127.0.0.1:1"));
    let page = ask("GET /plan/stories/us-1.html HTTP/1.1");
    assert_eq!(page.headers["content-type"], "text/html; charset=utf-8");
    assert_eq!(page.headers["cache-control"], "no-cache");
    assert_eq!(page.headers["x-content-type-options"], "nosniff");

    let head = ask("HEAD /plan/stories/us-1.html HTTP/1.1");
    assert_eq!((head.status, head.body.len()), (200, 0));
    assert_eq!(head.headers["content-length"], page.body.len().to_string());
    let tag = &page.headers["etag"];
    for known in [tag.clone(), format!("\"x\", W/{tag}"), "*".into()] {
        let same = ask(&format!(
            "GET /plan/stories/us-1.html HTTP/1.1\r\nIf-None-Match: {known}"
        ));
        assert_eq!((same.status, same.body.len()), (304, 0), "{known}");
        assert_eq!(&same.headers["etag"], tag);
    }
    let other = ask("GET /plan/ HTTP/1.1\r\nIf-None-Match: \"x\"");
    assert_eq!(other.status, 200);

    let media =
        |path: &str| ask(&format!("GET /plan/{path} HTTP/1.1")).headers["content-type"].clone();
    assert_eq!(media("assets/site.css"), "text/css; charset=utf-8");
    assert_eq!(media("_plansite/live.js"), "text/javascript; charset=utf-8");
    assert_eq!(media("plan.json"), "application/json; charset=utf-8");
    assert_eq!(media("assets/favicon.svg"), "image/svg+xml");
    assert_eq!(media("files/img/a.png"), "image/png");

    // As the pages of a code host serve it.
    assert_eq!(ask("GET /plan/stories/us-1 HTTP/1.1").body, page.body);
    assert_eq!(
        ask("GET /plan/stories/us-1.html?theme=dark HTTP/1.1").body,
        page.body
    );
    for (from, to) in [("/", "/plan/"), ("/plan", "/plan/")] {
        let moved = ask(&format!("GET {from} HTTP/1.1"));
        assert_eq!(
            (moved.status, moved.headers["location"].as_str()),
            (302, to)
        );
    }
    assert_eq!(ask("GET http://localhost/plan/ HTTP/1.1").status, 200);
}

#[test]
fn what_is_not_in_the_site_is_not_served() {
    let plan = plan("outside").file("secret.txt", "secret");
    let preview = Preview::new(plan.root(), "--base-url /plan");
    let ask = |head: &str| preview.raw(&format!("{head}\r\nHost: localhost:4000"));
    let lost = ask("GET /plan/nothing.html HTTP/1.1");
    assert_eq!(lost.status, 404);
    let text = lost.text();
    assert!(text.contains("This page is not in the plan"));
    assert!(
        text.contains("data-page=\"nothing.html\""),
        "it shows what comes to be there"
    );
    for path in [
        "/plan/secret.txt",
        "/plan/../secret.txt",
        "/plan/..%2fsecret.txt",
        "/plan/%2e%2e/secret.txt",
        "/plan/files/../../secret.txt",
        "/plan/..%5csecret.txt",
        "/plan/%00",
        "/plan/%ff",
        "/plan/%",
        "/plan//etc/passwd",
        "//etc/passwd",
        "/etc/passwd",
        "/plan/notes.md",
        "/planet/",
        "/plan/<script>alert(1)</script>",
    ] {
        let answer = ask(&format!("GET {path} HTTP/1.1"));
        assert!(
            [400, 404].contains(&answer.status),
            "{path}: {}",
            answer.status
        );
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(
            !body.contains("root:") && !body.contains("secret</"),
            "{path}"
        );
        assert!(!body.contains("<script>"), "{path}");
    }
    let refused = ask("POST /plan/ HTTP/1.1\r\nContent-Length: 0");
    assert_eq!(
        (refused.status, refused.headers["allow"].as_str()),
        (405, "GET, HEAD")
    );
}

#[test]
fn only_this_machine_is_answered() {
    let plan = plan("hosts");
    let preview = Preview::new(plan.root(), "");
    for host in [
        "evil.example",
        "localhost.evil.example:4000",
        "127.0.0.1.evil.example",
    ] {
        let answer = preview.raw(&format!("GET / HTTP/1.1\r\nHost: {host}"));
        assert_eq!(answer.status, 403, "{host}");
        assert!(!answer.text().contains("harbour"));
        let answer = preview.raw(&format!("GET http://{host}/ HTTP/1.1\r\nHost: localhost"));
        assert_eq!(answer.status, 403, "{host}");
    }
    assert_ne!(preview.raw("GET / HTTP/1.0").status, 200, "no host at all");
    for host in ["localhost", "127.0.0.1:9", "[::1]:4000", "plan.localhost"] {
        assert_eq!(
            preview
                .raw(&format!("GET / HTTP/1.1\r\nHost: {host}"))
                .status,
            200
        );
    }
    assert_eq!(preview.address.ip().to_string(), "127.0.0.1");
}

#[test]
fn a_save_is_seen_everywhere_at_once_and_only_pages_that_changed_are_told() {
    let plan = plan("saves");
    let preview = Preview::new(plan.root(), "");
    let mut story = preview.listen("stories/us-1.html");
    let before = story.next();
    assert_eq!(before["trouble"], Value::Null);
    assert!(preview.get("milestones/m1.html").text().contains("0 of 3"));
    write(
        &plan,
        "stories/us-1.md",
        "---\nid: US-1\nmilestone: M1\nstatus: active\n---\n\n# Tie up a boat\n\n## Tasks\n\n\
         - [x] Lay the ropes\n- [ ] Paint the rings\n- [ ] Call the pilot\n",
    );
    let after = story.next();
    assert_ne!(after["look"], before["look"]);
    for page in ["milestones/m1.html", "milestones.html", "index.html"] {
        assert!(preview.get(page).text().contains("1 of 3"), "{page}");
    }
    let said = preview.line(|line| line.starts_with("stories/us-1.md read again in "));
    assert!(said.ends_with(": no findings"), "{said}");
    // Words on one page are no matter of another.
    let mut other = preview.listen("stories/us-2.html");
    let unchanged = other.next();
    write(
        &plan,
        "stories/us-1.md",
        "---\nid: US-1\nmilestone: M1\nstatus: active\n---\n\n# Tie up a boat\n\nFast.\n\n## Tasks\n\n\
         - [x] Lay the ropes\n- [ ] Paint the rings\n- [ ] Call the pilot\n",
    );
    let (after, before) = (story.next(), after);
    assert_ne!(after["look"], before["look"]);
    assert_eq!(other.next(), unchanged);
    // The page names how it looks, so that a browser which comes back knows what it has.
    let page = preview.get("stories/us-1.html").text();
    assert!(
        page.contains(&format!("data-look={}", after["look"])),
        "{page}"
    );
}

#[test]
fn editors_save_in_many_ways() {
    let plan = plan("editors");
    let preview = Preview::new(plan.root(), "");
    let text = |title: &str| format!("---\nid: US-2\nstatus: planned\n---\n\n# {title}\n");
    let root = plan.root();
    // A new file takes the place of the old one.
    write(&plan, "stories/us-2.md.tmp", &text("Read the moon"));
    fs::rename(
        root.join("stories/us-2.md.tmp"),
        root.join("stories/us-2.md"),
    )
    .unwrap();
    preview.until("stories.html", |page| page.contains("Read the moon"));
    // The old file is moved away first.
    fs::rename(root.join("stories/us-2.md"), root.join("stories/us-2.md~")).unwrap();
    write(&plan, "stories/us-2.md", &text("Read the stars"));
    preview.until("stories.html", |page| page.contains("Read the stars"));
    // A new folder with folders, and then a change in it.
    fs::create_dir_all(root.join("more/stories/deep")).unwrap();
    write(
        &plan,
        "more/stories/deep/us-9.md",
        "---\nid: US-9\nkind: story\n---\n\n# Watch the fog\n",
    );
    preview.until("stories.html", |page| page.contains("Watch the fog"));
    write(
        &plan,
        "more/stories/deep/us-9.md",
        "---\nid: US-9\nkind: story\n---\n\n# Watch the ice\n",
    );
    preview.until("stories.html", |page| page.contains("Watch the ice"));
    // The folder goes, and comes again.
    fs::rename(root.join("more"), root.join(".gone")).unwrap();
    preview.until("stories.html", |page| !page.contains("Watch the ice"));
    assert_eq!(preview.get("stories/us-9.html").status, 404);
    fs::rename(root.join(".gone"), root.join("more")).unwrap();
    preview.until("stories.html", |page| page.contains("Watch the ice"));
    write(
        &plan,
        "more/stories/deep/us-9.md",
        "---\nid: US-9\nkind: story\n---\n\n# Watch the sky\n",
    );
    preview.until("stories.html", |page| page.contains("Watch the sky"));
    // What is ignored is gone.
    write(&plan, ".gitignore", "more\n");
    preview.until("stories.html", |page| !page.contains("Watch the sky"));
}

#[test]
fn a_thousand_documents_change_at_once() {
    let plan = plan("branch");
    let preview = Preview::new(plan.root(), "");
    let task = |number: usize, title: &str| {
        let text = format!("---\nid: T-{number}\nkind: task\n---\n\n# {title} {number}\n");
        write(&plan, &format!("tasks/t-{number}.md"), &text);
    };
    fs::create_dir_all(plan.root().join("tasks")).unwrap();
    (1..=1000).for_each(|number| task(number, "Sail"));
    preview.until("tasks-2.html", |page| page.contains("Sail 990"));
    (1..=1000).for_each(|number| task(number, "Row"));
    preview.until("tasks-2.html", |page| page.contains("Row 990"));
    let first = preview.until("tasks.html", |page| !page.contains("Sail"));
    assert!(first.contains("Row 1<"));
    fs::remove_dir_all(plan.root().join("tasks")).unwrap();
    // The three boxes of the story remain.
    preview.until("tasks.html", |page| {
        page.contains("Lay the ropes") && !page.contains("Row")
    });
}

#[test]
fn the_look_is_followed() {
    let plan = plan("look");
    let preview = Preview::new(plan.root(), "");
    write(&plan, "brand.css", "h1 { color: red; }");
    let settings = "[theme]\naccent = \"#7a1fa2\"\ncss = \"brand.css\"\n";
    write(&plan, "plansite.toml", settings);
    preview.until("index.html", |page| page.contains("assets/look.css"));
    assert!(preview.get("assets/look.css").text().contains("#7a1fa2"));
    let mut page = preview.listen("index.html");
    let before = page.next();
    write(&plan, "brand.css", "h1 { color: blue; }");
    page.until(|news| news["look"] != before["look"]);
    assert_eq!(preview.get("assets/own.css").text(), "h1 { color: blue; }");
    // What is no colour is told over the last good page.
    write(&plan, "plansite.toml", "[theme]\naccent = \"reddish\"\n");
    let broken = page.until(|news| !news["trouble"].is_null());
    let text = broken["trouble"]["items"][0].as_str().unwrap();
    assert!(text.contains("`theme.accent` must be a colour"), "{text}");
    assert!(preview.get("assets/look.css").text().contains("#7a1fa2"));
}

#[test]
fn the_configuration_and_the_theme_are_followed() {
    let plan = plan("settings");
    let preview = Preview::new(plan.root(), "");
    let title = |page: &str, title: &str| {
        page.contains(&format!(
            "<a class=\"brand\" href=\"index.html\"><span>{title}"
        ))
    };
    write(&plan, "plansite.toml", "[site]\ntitle = \"The harbour\"\n");
    preview.until("index.html", |page| title(page, "The harbour"));
    fs::create_dir_all(plan.root().join("ours/templates")).unwrap();
    write(&plan, "ours/templates/lost.html", "<p>Lost at sea</p>");
    write(
        &plan,
        "plansite.toml",
        "[site]\ntitle = \"The quay\"\ntheme = \"ours\"\n",
    );
    preview.until("index.html", |page| title(page, "The quay"));
    assert!(preview.get("404.html").text().contains("Lost at sea"));
    write(&plan, "ours/templates/lost.html", "<p>Found again</p>");
    preview.until("404.html", |page| page.contains("Found again"));
    // A style sheet changes every page.
    let mut page = preview.listen("stories/us-2.html");
    let before = page.next();
    fs::create_dir_all(plan.root().join("ours/assets")).unwrap();
    write(&plan, "ours/assets/tokens.css", ":root{--bg:#eee}");
    assert_ne!(
        page.until(|news| news["look"] != before["look"])["look"],
        before["look"]
    );
    assert_eq!(preview.get("assets/tokens.css").text(), ":root{--bg:#eee}");
    fs::remove_file(plan.root().join("plansite.toml")).unwrap();
    preview.until("index.html", |page| !page.contains("The quay"));
}

#[test]
fn what_cannot_be_made_is_told_over_the_last_good_page_until_it_is_mended() {
    let plan = plan("stops").file("plansite.toml", "[site]\ntitle = \"Good\"\n");
    let preview = Preview::new(plan.root(), "");
    let mut page = preview.listen("index.html");
    let good = page.next();
    write(&plan, "plansite.toml", "[site]\ntilte = \"Bad\"\n");
    let broken = page.until(|news| !news["trouble"].is_null());
    assert_eq!(broken["look"], good["look"]);
    assert_eq!(broken["trouble"]["holds"], true);
    let text = broken["trouble"]["items"][0].as_str().unwrap();
    assert!(
        text.contains("unknown key `site.tilte`") && text.contains("plansite.toml:2:1"),
        "{text}"
    );
    preview.line(|line| line.contains("unknown key `site.tilte`"));
    assert!(
        preview.get("index.html").text().contains("Good"),
        "the last good site is shown"
    );
    // Who comes only now is told as well.
    assert_eq!(
        preview.listen("stories.html").next()["trouble"],
        broken["trouble"]
    );
    write(&plan, "plansite.toml", "[site]\ntitle = \"Good\"\n");
    assert_eq!(page.until(|news| news["trouble"].is_null()), good);
    // A template that asks for what is not there.
    fs::create_dir_all(plan.root().join("ours/templates")).unwrap();
    write(&plan, "ours/templates/home.html", "<p>{{ nothing }}</p>");
    write(
        &plan,
        "plansite.toml",
        "[site]\ntitle = \"Good\"\ntheme = \"ours\"\n",
    );
    let broken = page.until(|news| !news["trouble"].is_null());
    assert_eq!(broken["look"], Value::Null);
    let answer = preview.get("index.html");
    assert_eq!(answer.status, 500);
    assert!(answer.text().contains("undefined value `nothing`"));
    write(&plan, "ours/templates/home.html", "<p>Mended</p>");
    page.until(|news| news["trouble"].is_null());
    assert!(preview.get("index.html").text().contains("Mended"));
}

#[test]
fn a_broken_document_holds_its_page_and_other_findings_do_not() {
    let plan = plan("breaks").file("old.md", "See [nothing](gone.md).\n");
    let preview = Preview::new(plan.root(), "");
    let mut page = preview.listen("stories/us-2.html");
    assert_eq!(
        page.next()["trouble"],
        Value::Null,
        "what was wrong before is no trouble"
    );
    write(
        &plan,
        "stories/us-2.md",
        "---\nid: US-2\nstatus: [planned\n---\n\n# Read the tide\n",
    );
    let broken = page.until(|news| !news["trouble"].is_null());
    assert_eq!(broken["trouble"]["holds"], true);
    let text = broken["trouble"].to_string();
    assert!(
        text.contains("broken-front-matter") && text.contains("stories/us-2.md:3"),
        "{text}"
    );
    write(
        &plan,
        "stories/us-2.md",
        "---\nid: US-2\nstatus: planned\n---\n\n# Read the tide\n\nSee [this](no.md).\n",
    );
    let noted = page.until(|news| news["trouble"]["holds"] == false);
    assert!(
        noted["trouble"]["items"][0]
            .as_str()
            .unwrap()
            .contains("broken-link")
    );
    assert_eq!(noted["trouble"]["items"].as_array().unwrap().len(), 1);
    write(
        &plan,
        "stories/us-2.md",
        "---\nid: US-2\nstatus: planned\n---\n\n# Read the tide\n",
    );
    page.until(|news| news["trouble"].is_null());
}

#[test]
fn what_is_no_document_changes_nothing() {
    let plan = plan("noise");
    let preview = Preview::new(plan.root(), "");
    preview.lines_within(Duration::from_millis(200));
    for (path, text) in [
        ("a.swp", "x"),
        ("4913", "x"),
        ("site.txt", "x"),
        (".#notes.md", "x"),
    ] {
        write(&plan, path, text);
    }
    write(&plan, "notes.md", "# Notes\n\nNothing here.\n");
    preview.get("index.html");
    assert_eq!(preview.lines_within(Duration::from_millis(600)), [""; 0]);
}

#[test]
fn a_commit_is_seen() {
    let plan = plan("commit");
    let git = |typed: &str| git(plan.root(), &typed.split_whitespace().collect::<Vec<_>>());
    git("init --quiet");
    git("add -A");
    git("commit --quiet --no-gpg-sign -m one");
    let preview = Preview::new(plan.root(), "");
    let foot = |page: &str| {
        let at = page.find("commit <span class=\"mono\">").unwrap();
        page[at..at + 40].to_string()
    };
    let before = foot(&preview.get("index.html").text());
    git("commit --quiet --no-gpg-sign --allow-empty -m two");
    preview.until("index.html", |page| foot(page) != before);
}

#[test]
fn half_open_connections_slow_nothing() {
    let plan = plan("half-open");
    let preview = Preview::new(plan.root(), "");
    let time = || {
        let start = Instant::now();
        (0..20).for_each(|_| assert_eq!(preview.get("index.html").status, 200));
        start.elapsed()
    };
    time();
    let alone = time();
    use std::io::Write;
    let mut open: Vec<_> = (0..300).map(|_| preview.connect()).collect();
    for half in open.iter_mut().step_by(2) {
        half.write_all(b"GET / HTTP/1.1\r\nHost: loc").unwrap();
    }
    let beside = time();
    let limit = alone * 5 + Duration::from_millis(500);
    assert!(beside < limit, "{beside:?}, alone {alone:?}");
    #[cfg(target_os = "linux")]
    {
        let tasks = format!("/proc/{}/task", preview.child.id());
        let threads = fs::read_dir(tasks).unwrap().count();
        assert!(threads < 100, "{threads} threads");
    }
}

#[cfg(unix)]
#[test]
fn signals_end_it_cleanly() {
    use std::os::unix::process::ExitStatusExt;
    for signal in ["INT", "TERM"] {
        let plan = plan("signals");
        let mut preview = Preview::new(plan.root(), "");
        let mut page = preview.listen("index.html");
        page.next();
        let _half_open = preview.connect();
        let id = preview.child.id().to_string();
        assert!(
            Command::new("kill")
                .args(["-s", signal, &id])
                .status()
                .unwrap()
                .success()
        );
        let start = Instant::now();
        let status = loop {
            if let Some(status) = preview.child.try_wait().unwrap() {
                break status;
            }
            assert!(start.elapsed() < PATIENCE, "it goes on after {signal}");
            std::thread::sleep(Duration::from_millis(10));
        };
        assert_eq!(
            (status.code(), status.signal()),
            (Some(0), None),
            "{signal}"
        );
    }
}

#[test]
fn the_next_free_port_is_taken() {
    let plan = plan("ports");
    let first = Preview::new(plan.root(), "");
    let taken = first.address.port();
    let mut child = command(plan.root());
    let second = child.args(["serve", "--addr"]).arg(taken.to_string());
    let mut second = second.stderr(std::process::Stdio::piped()).spawn().unwrap();
    let said = std::io::BufReader::new(second.stderr.take().unwrap());
    let lines: Vec<String> = std::io::BufRead::lines(said)
        .map_while(Result::ok)
        .take_while(|line| !line.starts_with("preview at"))
        .collect();
    second.kill().unwrap();
    second.wait().unwrap();
    let said = format!("port {taken} is taken, so it is ");
    assert!(
        lines.iter().any(|line| line.starts_with(&said)),
        "{lines:?}"
    );
}

#[test]
fn what_cannot_be_shown_is_said_at_once() {
    let empty = Scratch::new("empty");
    let said = plansite(empty.root(), "serve");
    let said = said.failure();
    assert!(said.contains("no documents in `.`"), "{said}");
    let said = plansite(empty.root(), "serve --addr nowhere");
    let said = said.failure();
    assert!(said.contains("an address is written like"), "{said}");
}

#[test]
fn a_page_beside_the_site_never_loads_itself_again() {
    let plan = plan("beside");
    let preview = Preview::new(plan.root(), "--base-url /plan");
    let lost = preview.raw("GET /stories/us-1.html HTTP/1.1\r\nHost: localhost");
    assert_eq!(lost.status, 404);
    let text = lost.text();
    let data = |name: &str| {
        let (_, rest) = text.split_once(&format!("data-{name}=\"")).unwrap();
        rest.split('"').next().unwrap().to_string()
    };
    let news = preview.listen(&data("page")).next();
    assert_eq!(news["look"], data("look").as_str());
}

#[cfg(unix)]
#[test]
fn what_comes_in_the_place_of_a_document_is_no_document() {
    let plan = plan("places").file("secret.txt", "# Secret words\n");
    let preview = Preview::new(plan.root(), "");
    let (first, second) = ("stories/us-1.md", "stories/us-2.md");
    let secret = plan.root().join("secret.txt");
    fs::remove_file(plan.root().join(first)).unwrap();
    std::os::unix::fs::symlink(secret, plan.root().join(first)).unwrap();
    preview.until("stories.html", |page| !page.contains("Tie up a boat"));
    assert!(!preview.get("plan.json").text().contains("Secret words"));
    // To read a pipe is to wait for ever.
    let path = plan.root().join(second);
    fs::remove_file(&path).unwrap();
    assert!(
        Command::new("mkfifo")
            .arg(&path)
            .status()
            .unwrap()
            .success()
    );
    preview.until("index.html", |page| !page.contains("Read the tide"));
    write(
        &plan,
        "stories/us-3.md",
        "---\nid: US-3\n---\n\n# Cast off\n",
    );
    preview.until("stories.html", |page| page.contains("Cast off"));
}

#[test]
fn a_plan_that_is_taken_away_comes_again_in_new_folders() {
    let plan = Scratch::new("away").file("a.md", "# A\n");
    let preview = Preview::new(plan.root(), "");
    fs::remove_file(plan.root().join("a.md")).unwrap();
    preview.line(|line| line.contains("no documents in"));
    fs::create_dir_all(plan.root().join("new/stories")).unwrap();
    preview.lines_within(Duration::from_millis(300));
    write(
        &plan,
        "new/stories/us-4.md",
        "---\nid: US-4\n---\n\n# Set sail\n",
    );
    preview.until("stories.html", |page| page.contains("Set sail"));
}

#[test]
fn whom_the_plan_is_not_open_to_is_told_no_word_of_its_faults() {
    let plan = plan("discreet").file("plansite.toml", "");
    let preview = Preview::new(plan.root(), "--audience public");
    let mut page = preview.listen("index.html");
    page.next();
    write(
        &plan,
        "stories/us-2.md",
        "---\nid: US-2\nstatus: [secret\n---\n\n# Read the tide\n",
    );
    let broken = page.until(|news| !news["trouble"].is_null());
    assert_eq!(broken["trouble"]["holds"], true);
    let text = broken.to_string();
    assert!(!text.contains("us-2") && !text.contains("secret"), "{text}");
    preview.line(|line| line.contains("broken-front-matter"));
    write(&plan, "plansite.toml", "[sources]\nexclude = 7 # secret\n");
    let stopped = page.until(|news| news["trouble"]["mark"] != broken["trouble"]["mark"]);
    assert!(!stopped.to_string().contains("secret"), "{stopped}");
    preview.line(|line| line.contains("secret"));
}

#[test]
fn what_happens_beside_the_plan_is_no_matter_of_it() {
    let plan = Scratch::new("neighbours").file("plan/a.md", "# A\n");
    let preview = Preview::new(plan.root(), "plan");
    // A second host in a question makes it unclear.
    let asked = preview.raw("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example");
    assert_eq!(asked.status, 403);
    preview.lines_within(Duration::from_millis(200));
    for at in 0..2 {
        for site in ["site", "plan/site"] {
            let built = plansite(plan.root(), &format!("build plan -q -o {site}"));
            assert_eq!(built.code, 0, "{at}");
        }
    }
    assert_eq!(preview.lines_within(Duration::from_millis(500)), [""; 0]);
}
