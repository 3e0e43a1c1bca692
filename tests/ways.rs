//! How the work of a plan leads up to its roadmap, and what waits for what: what these pages tell of small and large
//! plans.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod harness;
mod printed;

use printed::{Printed, Sheets};

const TODAY: &str = "2026-05-12";

/// A document: its path, its kind and id, further lines of its front matter.
fn document(kind: &str, id: &str, lines: &str) -> (String, String) {
    let text = format!("---\nid: {id}\nkind: {kind}\n{lines}---\n# Title of {id}\n");
    (format!("{kind}/{}.md", id.to_lowercase()), text)
}

fn sheets(documents: &[(String, String)]) -> Sheets {
    Printed::new(documents, "", TODAY).sheets("internal")
}

fn page<'a>(sheets: &'a Sheets, address: &str) -> &'a str {
    std::str::from_utf8(&sheets[address]).unwrap()
}

/// A milestone with tasks, each of which waits for the one before it; so many of them are done.
fn chain(count: usize, done: usize) -> Vec<(String, String)> {
    let task = |at: usize| {
        let status = if at <= done { "done" } else { "planned" };
        let need = if at > 1 {
            format!("depends-on: T-{}\n", at - 1)
        } else {
            String::new()
        };
        document(
            "task",
            &format!("T-{at}"),
            &format!("status: {status}\nmilestone: M-1\n{need}"),
        )
    };
    let milestone = document("milestone", "M-1", "status: active\n");
    std::iter::once(milestone)
        .chain((1..=count).map(task))
        .collect()
}

#[test]
fn a_small_graph_is_drawn_whole_and_told_in_a_table() {
    let sheets = sheets(&chain(5, 1));
    let graph = page(&sheets, "graph.html");
    assert_eq!(graph.matches("<li class=\"n ").count(), 5);
    assert_eq!(graph.matches("<tr").count(), 1 + 4);
    assert!(graph.contains(
        "The longest chain of open work has 4 steps. The first of them is Title of T-2."
    ));
    assert!(page(&sheets, "tasks/t-3.html").contains("../graph.html#n.t-3"));
    let around = |task: &str| page(&sheets, task).matches("<li class=\"n ").count();
    assert_eq!(around("tasks/t-3.html"), 3, "before, itself, behind");
    assert_eq!(around("tasks/t-1.html"), 0, "one tie is read");
    assert!(!sheets.contains_key("graph/m-1.html"));
}

#[test]
fn a_large_graph_narrows_and_says_so() {
    let graph = |count, done| {
        let sheets = sheets(&chain(count, done));
        page(&sheets, "graph.html").to_string()
    };
    let open = graph(60, 30);
    assert!(
        open.contains("30 of 60 are drawn: those that are not complete."),
        "{open}"
    );
    assert_eq!(open.matches("<li class=\"n ").count(), 30);
    assert_eq!(open.matches("<tr").count(), 1 + 59);
    let start = graph(90, 0);
    assert!(
        start.contains("40 of 90 are drawn: the first of those that decide."),
        "{start}"
    );
    assert_eq!(start.matches("<li class=\"n ").count(), 40);
}

#[test]
fn a_circle_is_told_and_drawn_in_red() {
    let task = |id: &str, need: &str| {
        document(
            "task",
            id,
            &format!("status: planned\ndepends-on: {need}\n"),
        )
    };
    let sheets = sheets(&[task("T-1", "T-2"), task("T-2", "T-1"), task("T-3", "T-1")]);
    let graph = page(&sheets, "graph.html");
    assert!(graph.contains("2 items wait for one another in a circle: none of them can begin."));
    assert!(graph.contains("<path class=\"e loop\""));
}

#[test]
fn where_nothing_leads_anywhere_there_are_no_pages() {
    let sheets = sheets(&[document("task", "T-1", ""), document("task", "T-2", "")]);
    assert!(!sheets.contains_key("graph.html"));
    assert!(!sheets.contains_key("trace.html"));
}

/// A milestone, a feature in it, stories in that, a task in each.
fn traced() -> Vec<(String, String)> {
    let mut documents = vec![
        document("milestone", "M-1", ""),
        document("feature", "PRD-1", "milestone: M-1\n"),
        document("feature", "PRD-2", "milestone: M-1\n"),
    ];
    for at in 1..=4 {
        documents.push(document("story", &format!("US-{at}"), "prd: PRD-1\n"));
        documents.push(document(
            "task",
            &format!("T-{at}"),
            &format!("story: US-{at}\n"),
        ));
    }
    documents
}

#[test]
fn what_leads_nowhere_is_told_first() {
    let mut documents = traced();
    documents.push(document("task", "T-9", ""));
    documents.push(document("story", "US-9", ""));
    documents.push(document("task", "T-10", "status: dropped\n"));
    let sheets = sheets(&documents);
    let trace = page(&sheets, "trace.html");
    assert!(trace.contains("Every task should lead to a story, every story to a feature, every feature to a milestone. 4 gaps are left."), "{trace}");
    for (anchor, item) in [
        ("below.feature.story", "Title of PRD-2"),
        ("above.story.feature", "Title of US-9"),
        ("below.story.task", "Title of US-9"),
        ("above.task.story", "Title of T-9"),
    ] {
        let block = trace.split(&format!("id=\"{anchor}\"")).nth(1).unwrap();
        let block = block.split("</ul>").next().unwrap();
        assert!(block.contains(item), "{anchor}: {block}");
        assert_eq!(block.matches("<li").count(), 1, "{anchor}");
        assert!(trace.contains(&format!("href=\"#{anchor}\"")), "{anchor}");
    }
    assert!(trace.contains("Tasks with a story, 4 of 5"));
    assert!(trace.contains("4 gaps"), "the navigation says so");
}

#[test]
fn what_finished_work_went_without_is_no_gap() {
    let mut documents = traced();
    documents.retain(|(path, _)| !path.contains("prd-2"));
    documents.push(document("task", "T-9", "status: done\n"));
    let sheets = sheets(&documents);
    let trace = page(&sheets, "trace.html");
    assert!(trace.contains("Nothing is missing in open work."));
    assert!(trace.contains("Tasks with a story, 4 of 5"));
    assert!(trace.contains("href=\"#past.above.task.story\""));
    let past = trace.split("<details class=\"more past\">").nth(1).unwrap();
    assert!(past.contains("Title of T-9"), "{past}");
    assert!(!page(&sheets, "index.html").contains("1 gap"));
}

#[test]
fn a_plan_in_which_all_leads_up_has_no_gap() {
    let mut documents = traced();
    documents.retain(|(path, _)| !path.contains("prd-2"));
    let sheets = sheets(&documents);
    let trace = page(&sheets, "trace.html");
    assert!(trace.contains("Nothing is missing."));
    assert!(!trace.contains("id=\"only\"") && !trace.contains("id=\"gaps\""));
}

#[test]
fn a_long_plan_has_a_page_for_each_milestone() {
    let mut documents = Vec::new();
    for milestone in 1..=12 {
        documents.push(document("milestone", &format!("M-{milestone}"), ""));
        for task in 1..=50 {
            let id = format!("T-{milestone}-{task}");
            documents.push(document(
                "task",
                &id,
                &format!("milestone: M-{milestone}\n"),
            ));
        }
    }
    let sheets = sheets(&documents);
    assert!(page(&sheets, "trace.html").contains("href=\"trace/m-12.html\""));
    assert!(page(&sheets, "trace/m-12.html").contains("T-12-50"));
    assert!(sheets["trace.html"].len() < 16_000);
}

/// A plan of rows in one document.
fn rows(head: &str, rows: &str, config: &str) -> Sheets {
    let columns = head.matches('|').count() - 1;
    let text = format!("# Plan\n\n{head}\n|{}\n{rows}", "---|".repeat(columns));
    Printed::new(&[("PLAN.md".into(), text)], config, TODAY).sheets("internal")
}

#[test]
fn weeks_that_are_only_counted_have_lanes() {
    let phases = "| 1 | Find | Week 1-2 | done |\n| 2 | Pack | Week 2-5 | planned |\n";
    let sheets = rows("| Phase | Name | Timeline | Status |", phases, "");
    let roadmap = page(&sheets, "roadmap.html");
    assert!(roadmap.contains("counted from the beginning, the plan reaches to Week 5."));
    assert!(roadmap.contains("style=\"--n:5\""), "{roadmap}");
    assert!(roadmap.contains("--s:0;--w:2") && roadmap.contains("--s:1;--w:4"));
    assert!(
        roadmap.find("id=\"weeks\"") < roadmap.find("id=\"dates\""),
        "it is the picture of such a plan"
    );
}

#[test]
fn a_row_leads_to_its_line() {
    let tasks = "| T-1 | Sweep | planned |\n| T-2 | Paint | done |\n";
    let head = "| ID | Task | Status |";
    let config = "[site]\nrepository = \"https://github.com/acme/plan\"\n";
    let with = rows(head, tasks, config);
    let link = "PLAN.md?plain=1#L6\" aria-label=\"PLAN.md:6\"";
    assert!(
        page(&with, "tasks.html").contains(link),
        "{}",
        page(&with, "tasks.html")
    );
    let without = rows(head, tasks, "");
    assert!(page(&without, "tasks.html").contains("<span class=\"at\" data-at=\"PLAN.md:6\">"));
}

#[test]
fn what_the_board_has_no_room_for_is_found_in_the_list() {
    let task = |at: usize| {
        let status = if at < 5 { "planned" } else { "done" };
        let lines = format!(
            "status: {status}\nowner: \"@one, @two\"\nmilestone: M-{}\n",
            at % 5
        );
        document("task", &format!("T-{at}"), &lines)
    };
    let milestone = |at: usize| document("milestone", &format!("M-{at}"), "");
    let documents: Vec<_> = (0..5).map(milestone).chain((0..60).map(task)).collect();
    let sheets = sheets(&documents);
    let board = page(&sheets, "board.html");
    let way = "href=\"tasks-open-first.html#state.done\">15 completed earlier";
    assert!(board.contains(way), "{board}");
    let list = page(&sheets, "tasks-open-first.html");
    assert_eq!(list.matches("id=\"state.done\"").count(), 1);
    let grouped = page(&sheets, "board-by-milestone.html");
    assert!(
        grouped.contains("<a href=\"#g.5\">"),
        "many groups are jumped to"
    );
    assert!(
        !grouped.contains("<span>M-1</span>"),
        "no card repeats its group"
    );
}
