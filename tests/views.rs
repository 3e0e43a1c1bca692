//! Views, owners and labels of whole sites: what is asked for is what stands there, for each audience, and the guide
//! says what is true.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod dom;
mod harness;
mod printed;
mod walk;

use std::fs;

use harness::plans;
use plansite::query::fence::fences;
use plansite::query::field::Field;
use plansite::query::parser;
use plansite::query::view::View;
use printed::{Printed, Sheets};
use walk::Pages;

const PLAN: &str = "# Plan\n\n## Milestone M1: The quay\n\n\
    | ID | Task | Status | Owner | Labels | Due | Area | Audience |\n|---|---|---|---|---|---|---|---|\n\
    | T-1 | Draw the map | Done | @web | ui | 2026-03-01 | North | public |\n\
    | T-2 | Paint the hall | Blocked | @web, @api-team | ui, legal | 2026-03-02 | South | public |\n\
    | T-3 | Count the boats | In progress | @api-team | legal | 2026-03-20 | South | |\n\
    | T-10 | Ring the bell | Planned | | | 2026-03-13 | | |\n";

const NOTES: &str = "# Notes\n\nBefore.\n\n```plansite\nfilter: open and Area is South\ncolumns: id, title, Area\nsort: id descending\n```\n\nBetween <b>raw</b>.\n\n\
    ```plansite\nfilter: kind is taks\n```\n\n```plansite\nfilter: open\ngroup: owner\n```\n\nAfter.\n";

const CONFIG: &str = "[sources]\npages = 'all'\n[audiences.public]\nfields = ['owner', 'labels']\n\
    [[views]]\nname = 'To do'\nfilter = 'kind is task and open'\nsort = 'due descending'\n\
    [[views]]\nname = 'Red tape'\nfilter = 'label is legal'\naudience = 'public'\n\
    [[views]]\nname = 'Nothing at all'\nfilter = 'title is nothing'\ngroup = 'owner'\n";

fn plan() -> Printed {
    let documents = [("plan.md", PLAN), ("notes.md", NOTES)];
    let documents = documents.map(|(path, text)| (path.to_string(), text.to_string()));
    Printed::new(&documents, CONFIG, "2026-03-11")
}

fn page(sheets: &Sheets, address: &str) -> String {
    let bytes = sheets
        .get(address)
        .unwrap_or_else(|| panic!("{address}: {:?}", sheets.keys()));
    String::from_utf8_lossy(bytes).into_owned()
}

/// The words in the order in which they stand there.
fn stands(page: &str, words: &[&str]) {
    let mut rest = page;
    for word in words {
        let Some((_, after)) = rest.split_once(word) else {
            panic!("`{word}` is not there in its order:\n{page}");
        };
        rest = after;
    }
}

#[test]
fn every_page_is_sound() {
    for audience in ["internal", "public"] {
        let sheets = plan().sheets(audience);
        let faults = Pages::new(&sheets).faults();
        assert!(faults.is_empty(), "{audience}: {faults:#?}");
    }
}

#[test]
fn a_view_shows_what_it_asks_for_in_its_order() {
    let sheets = plan().sheets("internal");
    let shown = page(&sheets, "views/to-do.html");
    stands(
        &shown,
        &[
            "3 items: 1 in progress, 1 blocked, 1 planned.",
            "Count the boats",
            "Ring the bell",
            "Paint the hall",
        ],
    );
    assert!(!shown.contains("Draw the map"));
    let empty = page(&sheets, "views/nothing-at-all.html");
    assert!(empty.contains("No item is as this view asks."));
    stands(
        &page(&sheets, "index.html"),
        &["views/to-do.html", "views/red-tape.html"],
    );
}

#[test]
fn a_view_in_a_document_stands_in_its_place() {
    let shown = page(&plan().sheets("internal"), "docs/notes.html");
    stands(
        &shown,
        &[
            "Before.",
            "Count the boats",
            "South",
            "Paint the hall",
            "Between <b>raw</b>.",
            "This view cannot be shown.",
            "kind <code>taks</code>",
            "Did you mean",
            "@api-team",
            "@web",
            "Without: Owner",
            "Ring the bell",
            "After.",
        ],
    );
}

#[test]
fn an_audience_sees_its_own_items_and_views_alone() {
    let sheets = plan().sheets("public");
    assert!(!sheets.contains_key("views/to-do.html"));
    let shown = page(&sheets, "views/red-tape.html");
    assert!(shown.contains("Paint the hall") && !shown.contains("Count the boats"));
    let owners = page(&sheets, "owners.html");
    assert!(owners.contains("@api-team") && !owners.contains("Count the boats"));
    for (address, bytes) in &sheets {
        let text = String::from_utf8_lossy(bytes);
        assert!(
            !text.contains("To do") && !text.contains("boats"),
            "{address}"
        );
    }
}

#[test]
fn owners_and_labels_lead_to_their_rows() {
    let sheets = plan().sheets("internal");
    let owners = page(&sheets, "owners.html");
    stands(
        &owners,
        &[
            "@api-team has most to do: 2 open items. One open item has no owner.",
            "Without an owner",
            "Ring the bell",
            "id=\"o.api-team\"",
            "Overdue",
            "Paint the hall",
            "9 days ago",
            "In progress",
            "Count the boats",
            "id=\"o.web\"",
            "Draw the map",
        ],
    );
    let label = page(&sheets, "labels/ui.html");
    stands(
        &label,
        &[
            "2 tasks: 1 complete, 1 blocked.",
            "Paint the hall",
            "Draw the map",
        ],
    );
    let milestone = page(&sheets, "milestones/m1.html");
    assert!(
        milestone.contains("<a href=\"../owners.html#o.web\">@web</a>, <a href="),
        "{milestone}"
    );
    assert!(page(&sheets, "labels.html").contains("The plan has 2 labels."));
}

#[test]
fn what_is_long_has_pages_of_its_own() {
    let rows: String = (0..1100)
        .map(|at| {
            format!(
                "| T-{at} | Task {at} | {} | {} | big |\n",
                ["Planned", "Done"][at % 2],
                ["@a", "@b", ""][at % 3]
            )
        })
        .collect();
    let text =
        format!("# Plan\n\n| ID | Task | Status | Owner | Labels |\n|---|---|---|---|---|\n{rows}");
    let config = "[[views]]\nname = 'All'\n[[views]]\nname = 'B'\n[[views]]\nname = 'C'\n[[views]]\nname = 'D'\n[[views]]\nname = 'E'\n";
    let plan = Printed::new(&[("plan.md".to_string(), text)], config, "2026-03-11");
    let sheets = plan.sheets("internal");
    let faults = Pages::new(&sheets).faults();
    assert!(faults.is_empty(), "{faults:#?}");
    for address in [
        "owners/a.html",
        "unowned.html",
        "labels/big-3.html",
        "views/all-3.html",
        "views.html",
    ] {
        assert!(
            sheets.contains_key(address),
            "{address}: {:?}",
            sheets.keys()
        );
    }
    assert!(page(&sheets, "owners.html").contains("owners/a.html#done"));
}

#[test]
fn the_guide_says_what_can_be_written() {
    let guide = fs::read_to_string(plans::home().join("content/guide/views.md")).unwrap();
    let filters = guide.lines().filter_map(|line| line.strip_prefix("| `"));
    let filters = filters.filter_map(|line| line.split_once("` |"));
    let mut tried = 0;
    for (filter, _) in filters.filter(|(filter, _)| filter.contains(' ') && !filter.contains("`,"))
    {
        if let Err(fault) = parser::filter(filter) {
            panic!("{filter}: {fault:?}");
        }
        tried += 1;
    }
    assert!(tried >= 10, "{tried}");
    for name in Field::names() {
        assert!(
            guide.contains(&format!("`{name}`")),
            "the guide does not tell of `{name}`"
        );
    }
    for range in fences(&guide) {
        assert!(
            View::read(&guide[range.clone()]).is_ok(),
            "{}",
            &guide[range]
        );
    }
}
