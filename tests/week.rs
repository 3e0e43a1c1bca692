//! Builds a site from sheets of weeks and lists of sprints, and reads what their pages say.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs,
    dead_code
)]

mod dom;
mod printed;
mod walk;

use printed::Printed;
use walk::{Pages, Walk};

#[test]
fn weeks_and_sprints_tell_what_went_from_one_to_the_next() {
    let task = |at: usize, status: &str| format!("- T-{at} Task {at} - {status}\n");
    let week = |number: usize, lanes: &str| format!("# Week 2026-W{number:02}\n\n{lanes}");
    let rows = "| ID | Task | Status | Sprint |\n|---|---|---|---|\n| T-1 | One | Done | 1 |\n| T-2 | Two | Planned | 2 |\n| T-3 | Three | Blocked | 2 |\n";
    let sprint = |number: usize, days: &str, list: &str| {
        format!("# Sprint {number}\n\n**Dates:** {days}\n\n## Members\n\n{list}")
    };
    let documents = [
        ("tasks.md", format!("# Tasks\n\n{rows}")),
        (
            "weeks/2026-W08.md",
            week(
                8,
                &format!("## Entered\n\n{}{}", task(1, "a"), task(2, "b")),
            ),
        ),
        ("weeks/2026-W10.md", week(10, "## Carried over\n\n- T-2\n")),
        (
            "weeks/someday.md",
            "# Someday\n\n## Entered\n\n- T-3 Three\n".to_string(),
        ),
        (
            "sprints/1.md",
            sprint(1, "2026-02-16 – 2026-02-27", "- T-1\n- T-2\n"),
        ),
        (
            "sprints/2.md",
            sprint(2, "2026-03-02 – 2026-03-13", "- T-2\n- T-3\n"),
        ),
    ];
    let documents = documents.map(|(path, text)| (path.to_string(), text));
    let plan = Printed::new(&documents, "", "2026-03-11");
    let sheets = plan.sheets("internal");
    let faults = Pages::new(&sheets).faults();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let lead = |page: &str| Walk::new(page, &sheets[page]).first("p", "lead");
    let told = "1 task was in week 10. Of 2 tasks in week 8, 1 was done and 1 carried over.";
    assert_eq!(lead("weeks/2026-w10.html"), told);
    let told = "2 tasks are in Sprint 2; none is done, 1 is blocked. Of 2 tasks in Sprint 1, 1 was done and 1 carried over; 1 entered.";
    assert_eq!(lead("sprints/sprint-2.html"), told);
    let page = String::from_utf8_lossy(&sheets["weeks/2026-w10.html"]);
    assert!(page.contains("<b>W9</b>no sheet"), "{page}");
    assert!(
        sheets
            .keys()
            .any(|address| address.starts_with("weeks/someday"))
    );
    let overview = String::from_utf8_lossy(&sheets["index.html"]);
    assert!(overview.contains("href=\"sprints/sprint-2.html\""));
    // The overview answers what is blocked, what slipped and what enters next, also where that is nothing.
    let panel = |id: &str| {
        let from = overview.find(&format!("id=\"{id}\"")).unwrap();
        overview[from..].split("</section>").next().unwrap()
    };
    assert!(panel("blocked").contains("Nobody is named who can unblock it."));
    assert!(panel("slipped").contains(">Two</a>") && panel("slipped").contains("carried over"));
    let nothing = "Nothing: all work that is written is done or taken up already.";
    assert!(panel("ahead").contains(nothing), "{}", panel("ahead"));
}
