//! Builds small plans and reads what the pages of their items, and those of what is blocked or decided, tell.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod printed;

use printed::Printed;

/// A milestone that is over, its PRD and its stories.
const MILESTONE: &str = "# Milestone 1: The Quay

**Status:** Completed
**Due:** 2026-03-27
**Original due:** 2026-03-20
**Completed:** 2026-04-08

Words of the author.

## Risks

A storm.

## Success criteria

- [x] A visitor finds a seat
  - 71 s on staging
- [ ] The coastguard accepts it

## Features

| Feature | Priority | PRD Link |
|---|---|---|
| Zeppelin rides | High | [Zeppelin rides](../prd/zeppelin.md) |
| Boat rides | Low | - |

## Tasks

| ID | Task | Status | Done |
|---|---|---|---|
| T-1 | One | Done | 2026-03-01 |
| T-2 | Two | Done | 2026-03-05 |
| T-3 | Three | Done | 2026-04-08 |
";

const PRD: &str = "# Zeppelin rides

**Status:** Done
**Milestone:** [The Quay](../milestones/milestone-1.md)
";

const ADDED: &str = "# Aqueduct

**Status:** Done
**Milestone:** [The Quay](../milestones/milestone-1.md)
";

fn plan(documents: &[(&str, &str)]) -> Printed {
    let own = |(path, text): &(&str, &str)| ((*path).to_string(), (*text).to_string());
    let documents: Vec<(String, String)> = documents.iter().map(own).collect();
    Printed::new(&documents, "", "2026-05-12")
}

fn page(plan: &Printed, audience: &str, address: &str) -> String {
    let sheets = plan.sheets(audience);
    let page = sheets.get(address).unwrap_or_else(|| {
        let all: Vec<&String> = sheets.keys().collect();
        panic!("no {address} among {all:?}")
    });
    let page = String::from_utf8_lossy(page);
    let main = page.split("<main").nth(1).unwrap();
    main.split("</main>").next().unwrap().to_string()
}

fn quay(review: &str) -> Printed {
    let milestone = format!("{MILESTONE}{review}");
    plan(&[
        ("docs/milestones/milestone-1.md", &milestone),
        ("docs/prd/aqueduct.md", ADDED),
        ("docs/prd/zeppelin.md", PRD),
    ])
}

/// The places of these words in a page, which must hold each of them.
fn places(page: &str, words: &[&str]) -> Vec<usize> {
    let place = |word: &&str| {
        page.find(word)
            .unwrap_or_else(|| panic!("no {word} in {page}"))
    };
    words.iter().map(place).collect()
}

#[test]
fn the_sections_of_a_milestone_stand_in_one_order_and_each_once() {
    let page = page(&quay(""), "internal", "milestones/milestone-1.html");
    let ids = [
        "Words of the author",
        "id=\"criteria\"",
        "id=\"features\"",
        "id=\"tasks\"",
        "id=\"burnup\"",
        "id=\"dates\"",
        "A storm.",
        "id=\"review\"",
    ];
    assert!(places(&page, &ids).is_sorted(), "{page}");
    assert_eq!(page.matches("A storm.").count(), 1);
    assert!(page.contains("<span class=\"sub\">71 s on staging</span>"));
    assert!(page.contains("12 days after its due date"), "{page}");
}

#[test]
fn features_stand_as_the_milestone_lists_them() {
    let page = page(&quay(""), "internal", "milestones/milestone-1.html");
    let names = ["Zeppelin rides", "Boat rides", "Aqueduct"];
    assert!(places(&page, &names).is_sorted(), "{page}");
    assert!(page.contains("to be written"), "{page}");
}

#[test]
fn what_is_over_and_unreviewed_says_what_to_write() {
    let open = page(&quay(""), "internal", "milestones/milestone-1.html");
    assert!(open.contains("Not reviewed yet"));
    assert!(open.contains("- The coastguard accepts it (not met): …"));
    assert!(open.contains("1 of 2 criteria was met."));
    assert!(open.contains("added on the way") && open.contains("not finished"));
    let written = quay("\n## Retrospective\n\nWe sailed late.\n");
    let written = page(&written, "internal", "milestones/milestone-1.html");
    assert!(!written.contains("Not reviewed yet"));
    assert_eq!(written.matches("We sailed late.").count(), 1);
    assert!(places(&written, &["id=\"review\"", "We sailed late."]).is_sorted());
}

#[test]
fn a_story_knows_the_way_to_it_and_its_neighbours() {
    let story = |id: &str| {
        format!(
            "# {id}: Story {id}\n\n**Status:** Planned\n**PRD:** [Zeppelin rides](../../prd/zeppelin.md)\n"
        )
    };
    let (one, two) = (story("US-1"), story("US-2"));
    let plan = plan(&[
        ("docs/milestones/milestone-1.md", MILESTONE),
        ("docs/prd/zeppelin.md", PRD),
        ("docs/user-stories/zeppelin/us-1.md", &one),
        ("docs/user-stories/zeppelin/us-2.md", &two),
    ]);
    let page = page(&plan, "internal", "stories/us-1.html");
    let trail = page.split("id=\"trail\"").nth(1).unwrap();
    assert!(places(trail, &["The Quay", "Zeppelin rides", "US-1"]).is_sorted());
    assert!(
        page.contains("rel=\"next\" href=\"../stories/us-2.html\""),
        "{page}"
    );
    assert!(!page.contains("rel=\"prev\""));
}

#[test]
fn what_is_blocked_says_by_whom_and_what_it_holds_up() {
    let text = "# Plan

## Phase 1: Sea

| ID | Task | Status | Depends on |
|---|---|---|---|
| T-1 | Small | Blocked | |
| T-2 | Large | Blocked | |
| T-3 | Behind | Planned | T-2 |
| T-4 | Far behind | Planned | T-3 |

## Blocked Tasks

| Task | Blocked By | Since | Waits for | Resolution Path |
|---|---|---|---|---|
| T-1 | No schema | 2026-05-02 | External | ask @ops-team weekly |
| T-2 | No answer | 2026-05-07 | | @api-team decides |
";
    let page = page(&plan(&[("PLAN.md", text)]), "internal", "blocked.html");
    assert!(
        page.contains("Who can free them: @api-team (1), @ops-team (1)."),
        "{page}"
    );
    assert!(
        places(
            &page,
            &["Obstacles", "Large", "Waiting on somebody outside", "Small"]
        )
        .is_sorted()
    );
    assert!(page.contains("2 tasks<span class=\"sub\">"), "{page}");
    assert!(page.contains("10 days"));
}

#[test]
fn evidence_is_shown_to_others_only_where_it_is_opened() {
    let milestone = format!("---\naudience: public\n---\n\n{MILESTONE}");
    let documents = [("docs/milestones/milestone-1.md".to_string(), milestone)];
    let told = |config: &str| {
        let plan = Printed::new(&documents, config, "2026-05-12");
        page(&plan, "public", "milestones/milestone-1.html").contains("71 s on staging")
    };
    assert!(!told(""));
    assert!(told("[audiences.public]\nfields = ['evidence']\n"));
}

#[test]
fn many_parts_can_be_narrowed_by_their_state() {
    let row = |at: usize| format!("| T-{at} | Task {at} | {} |\n", ["Done", "Planned"][at % 2]);
    let rows = |count: usize| {
        let rows: String = (0..count).map(row).collect();
        format!("# Plan\n\n## Phase 1: Sea\n\n| ID | Task | Status |\n|---|---|---|\n{rows}")
    };
    let told = |count: usize| {
        let text = rows(count);
        page(
            &plan(&[("PLAN.md", &text)]),
            "internal",
            "phases/phase-1.html",
        )
    };
    let many = told(40);
    assert!(many.contains("id=\"ls-done\"") && many.contains("<tr class=\"s-planned\""));
    assert!(!told(10).contains("id=\"ls-done\""));
}
