//! The files that a site holds for programs: what stands in them, and that their lines and links hold.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod harness;
mod printed;

use harness::expected::{self, Wrong};
use harness::plans;
use plansite::pipeline::{self, Form};
use printed::{Printed, Sheets};

/// The plan with everything in its documents, and every file that one can wish for.
fn documents() -> Printed {
    let request = plans::request(&plans::home().join("tests/plans/documents/plan"));
    let checked = pipeline::check(&request).unwrap();
    let beside = pipeline::beside(&request, &checked, false);
    Printed { checked, beside }
}

fn text(sheets: &Sheets, address: &str) -> String {
    let bytes = sheets.get(address);
    let bytes = bytes.unwrap_or_else(|| panic!("no {address} in {:?}", sheets.keys()));
    String::from_utf8(bytes.clone()).unwrap()
}

fn made(config: &str) -> Sheets {
    let task = "---\nid: T-1\nstatus: done\ndone: 2026-03-02\ndue: 2026-03-04\n---\n\n# Search\n";
    let plan = [("tasks/t-1.md".to_string(), task.to_string())];
    Printed::new(&plan, config, "2026-03-11").sheets("internal")
}

#[test]
fn every_file_tells_what_it_told() {
    let plan = documents();
    let sheets = plan.sheets("internal");
    let folder = plans::home().join("tests/plans/documents/expected");
    let mut wrong = Wrong::default();
    for file in [
        "feed.xml",
        "plan.ics",
        "llms.txt",
        "tasks/t-2.md",
        "prd/prd-1.md",
        "prd/prd-1.json",
        "badges/progress.svg",
        "tasks/old-7.html",
        "work/index-seeds.html",
    ] {
        let name = file.replace('/', "-");
        wrong.hold(&folder.join(name), &text(&sheets, file), expected::lines);
    }
    let prose = text(&sheets, "docs/notes-handbook.html");
    let start = prose.find("<main").unwrap();
    let main = &prose[start..prose.find("</main>").unwrap()];
    wrong.hold(&folder.join("handbook.html"), main, expected::lines);
    let audience = plan.audience("internal");
    for (form, name) in [(Form::Table, "plan.csv"), (Form::Lines, "plan.ndjson")] {
        let told = pipeline::exported(&plan.checked, &audience, form).unwrap();
        wrong.hold(&folder.join(name), &told, expected::lines);
    }
    wrong.none();
}

#[test]
fn no_line_of_a_calendar_is_too_long() {
    let sheets = documents().sheets("internal");
    let calendar = text(&sheets, "plan.ics");
    assert!(calendar.ends_with("END:VCALENDAR\r\n"));
    assert!(
        calendar
            .split("\r\n")
            .all(|line| line.len() <= 75 && !line.contains('\n'))
    );
    let count = |word: &str| calendar.matches(word).count();
    assert_eq!(count("BEGIN:VEVENT"), count("END:VEVENT"));
    assert_eq!(count("\r\nUID:"), count("BEGIN:VEVENT"));
}

#[test]
fn an_old_address_leads_to_what_is_there() {
    let sheets = documents().sheets("internal");
    let sign = text(&sheets, "work/index-seeds.html");
    assert!(
        sign.contains("content=\"0; url=../tasks/t-1.html\""),
        "{sign}"
    );
    let canonical = "<link rel=\"canonical\" href=\"https://seeds.example/plan/tasks/t-1.html\">";
    assert!(sign.contains(canonical), "{sign}");
    assert!(
        text(&sheets, "tasks/t-1.html").contains("<main"),
        "never over a page"
    );
}

#[test]
fn twins_are_named_by_the_pages_that_have_them() {
    let sheets = documents().sheets("internal");
    let twin = "<link rel=\"alternate\" type=\"text/markdown\" href=\"t-1.md\">";
    assert!(text(&sheets, "tasks/t-1.html").contains(twin));
    assert!(!text(&sheets, "tasks.html").contains("text/markdown"));
    for (address, bytes) in &sheets {
        let page = String::from_utf8_lossy(bytes);
        for (_, rest) in page
            .match_indices("<link rel=\"alternate\"")
            .map(|(at, _)| page.split_at(at))
        {
            let (_, href) = rest.split_once("href=\"").unwrap();
            let href = href.split('"').next().unwrap();
            let href = href.strip_prefix("/plan/").unwrap_or(href);
            let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
            let to = match href.strip_prefix("../") {
                Some(below) => below.to_string(),
                None if folder.is_empty() => href.to_string(),
                None => format!("{folder}/{href}"),
            };
            assert!(sheets.contains_key(&to), "{address} names {to}");
        }
    }
}

#[test]
fn without_an_address_of_its_own_a_site_has_what_needs_none() {
    let sheets = made("");
    let feed = text(&sheets, "feed.xml");
    assert!(feed.contains("<link href=\"tasks/t-1.html\"/>"), "{feed}");
    assert!(
        feed.contains("<id>urn:uuid:") && !feed.contains("rel=\"self\""),
        "{feed}"
    );
    assert!(!text(&sheets, "plan.ics").contains("URL:"));
    assert!(!text(&sheets, "index.html").contains("og:"));
    assert!(
        !sheets
            .keys()
            .any(|name| name.ends_with(".md") || name.starts_with("badges/"))
    );
}

#[test]
fn what_is_told_does_not_hang_on_the_day_of_the_build() {
    let task = "---\nid: T-1\nstatus: done\ndone: 2026-03-02\n---\n\n# Search\n";
    let plan = [("tasks/t-1.md".to_string(), task.to_string())];
    let on = |day: &str| text(&Printed::new(&plan, "", day).sheets("internal"), "feed.xml");
    assert_eq!(on("2026-03-11"), on("2026-09-01"));
    let before = Printed::new(&plan, "", "2026-03-01").sheets("internal");
    assert!(
        !before.contains_key("feed.xml"),
        "what is to come has not happened"
    );
}

#[test]
fn a_page_says_what_a_link_to_it_shows() {
    let sheets = made("site.base-url = 'https://a.example/p'");
    let page = text(&sheets, "tasks/t-1.html");
    assert!(
        page.contains("<meta property=\"og:title\" content=\"T-1 Search\">"),
        "{page}"
    );
    assert!(
        page.contains("<meta property=\"og:url\" content=\"https://a.example/p/tasks/t-1.html\">")
    );
    assert!(!text(&sheets, "404.html").contains("og:url"));
}

#[test]
fn an_alias_is_never_put_over_a_page() {
    let one = "---\nid: T-1\nstatus: done\naliases: [T-2, index.html, ../up.html, assets/site.css, tasks.html]\n---\n\n# One\n";
    let two = "---\nid: T-2\nstatus: done\naliases: [gone/a.html]\n---\n\n# Two\n";
    let plan = [("tasks/t-1.md", one), ("tasks/t-2.md", two)];
    let plan = plan.map(|(path, text)| (path.to_string(), text.to_string()));
    let sheets = Printed::new(&plan, "", "2026-03-11").sheets("internal");
    assert!(text(&sheets, "tasks/t-2.html").contains("Two"));
    assert!(!text(&sheets, "index.html").contains("has moved"));
    assert!(text(&sheets, "gone/a.html").contains("has moved"));
    assert!(sheets.keys().all(|name| !name.contains("..")));
}
