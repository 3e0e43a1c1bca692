//! Builds whole sites and walks every page: links, anchors, markup, and what may not be in a page at all.
//!
//! `tests/plans/<name>/expected/site.txt` tells each page in a line; `PLANSITE_BLESS=1 cargo test` writes it anew. Read
//! it before you commit.
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

use std::collections::BTreeMap;
use std::path::Path;

use harness::expected::{self, Wrong};
use harness::plans;
use plansite::pipeline;
use printed::{Printed, Sheets};
use serde_json::Value;
use walk::{Pages, Walk};

const AUDIENCES: [&str; 2] = ["internal", "public"];

#[test]
fn every_page_of_every_plan_is_sound() {
    for folder in plans::all() {
        sound(&folder.display().to_string(), &read(&folder.join("plan")));
    }
}

#[test]
fn every_page_of_plansites_own_plan_is_sound() {
    sound("content", &read(&plans::home().join("content")));
}

#[test]
fn every_page_of_a_plan_without_items_is_sound() {
    let documents = [
        (
            "README.md",
            "# Notes\n\nSee [there](deep/other.md#a-heading) and [nothing](no.md).\n",
        ),
        (
            "deep/other.md",
            "Words.\n\n# A heading\n\n[back](../README.md)\n",
        ),
        ("empty.md", ""),
    ];
    let plan = printed(&documents, "");
    sound("documents", &plan);
    assert_eq!(plan.checked.plan.len(), 0);
}

#[test]
fn every_page_of_a_nasty_plan_is_sound() {
    let plan = Printed::new(&nasty(), "[sources]\npages = 'all'\n", "2026-03-11");
    sound("nasty", &plan);
    let sources = "[sources]\npages = 'all'\n[audiences.public]\nsources = true\nfields = ['*']\n";
    let sheets = Printed::new(&nasty()[1..], sources, "2026-03-11").sheets("public");
    let found = Pages::new(&sheets).faults();
    assert!(
        found.is_empty(),
        "nasty, public with sources:\n{}",
        told(&found)
    );
}

#[test]
fn a_link_to_a_heading_leads_there_though_the_page_needs_its_name() {
    let text = "# Notes\n\n[first](#goal) [second](#goal-1)\n\n## Goal\n\nOne\n\n## Goal\n\nTwo\n";
    let plan = printed(&[("notes.md", text)], "[sources]\npages = 'all'\n");
    let page = &plan.sheets("internal")["docs/notes.html"];
    let page = String::from_utf8_lossy(page);
    assert!(page.contains("<a href=\"#goal-1\">first</a>"), "{page}");
    assert!(page.contains("<a href=\"#goal-2\">second</a>"), "{page}");
    sound("taken headings", &plan);
}

#[test]
fn every_row_of_a_long_list_is_where_its_address_says() {
    let tasks = |from: usize| {
        let row = |at: usize| {
            let status = ["Planned", "Done", "Blocked", ""][at % 4];
            let owner = ["lo-1", "<b>\"me\"</b>", "m3", "ls-done", "all"][at % 5];
            format!("| LO-{at} | Task {at} | {status} | {owner} |\n")
        };
        (from..from + 200).map(row).collect::<String>()
    };
    let head = "| ID | Task | Status | Owner |\n|---|---|---|---|\n";
    let milestones: String = (0..3)
        .map(|at| {
            format!(
                "\n## Milestone M{at}: Part {at}\n\n{head}{}",
                tasks(at * 200)
            )
        })
        .collect();
    let boxes: String = (0..510)
        .map(|at| {
            format!(
                "- [{}] Which way {at}\n",
                if at % 3 == 0 { " " } else { "x" }
            )
        })
        .collect();
    let blocked: String = (0..600)
        .map(|at| format!("| Task {at} | Reason {at} | 2026-02-{:02} |\n", at % 28 + 1))
        .collect();
    let found: String = (0..510)
        .map(|at| format!("| Found {at} | W9 |\n"))
        .collect();
    let documents = [
        ("plan.md", format!("# Plan\n{milestones}")),
        ("list.md", format!("# Tasks\n\n{head}{}", tasks(600))),
        (
            "rest.md",
            format!(
                "# Rest\n\n## Architecture Decisions Needed\n\n{boxes}\n## Blocked Tasks\n\n| Task | Blocked By | Since |\n|---|---|---|\n{blocked}\n## Discovered Tasks\n\n| Task | Discovered In |\n|---|---|\n{found}"
            ),
        ),
    ];
    let documents: Vec<(&str, &str)> = documents
        .iter()
        .map(|(path, text)| (*path, text.as_str()))
        .collect();
    let plan = printed(&documents, "");
    sound("long lists", &plan);
    let sheets = plan.sheets("internal");
    for page in [
        "tasks-2.html",
        "tasks-open-first-2.html",
        "decisions-2.html",
        "blocked-2.html",
        "discovered-2.html",
        "tasks.css",
        "board-by-owner.html",
        "board.css",
    ] {
        assert!(sheets.contains_key(page), "{page}");
    }
    for page in ["board.html", "board-by-milestone.html"] {
        let page = String::from_utf8_lossy(&sheets[page]);
        let cards = page.matches("<li class=\"card").count();
        assert!((200..=500).contains(&cards), "{cards} cards");
    }
}

#[test]
fn order_and_threads_change_no_byte() {
    for folder in plans::all() {
        let plan = folder.join("plan");
        let on = |threads| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            let pool = pool.build().unwrap();
            pool.install(|| read(&plan).sheets("internal"))
        };
        let one = on(1);
        assert!(one == on(4), "{}: threads", folder.display());
        let site = read(&plan).site("internal");
        let mut backwards = Sheets::new();
        let addresses: Vec<&str> = site.sheets().map(|(address, _)| address).collect();
        for address in addresses.into_iter().rev() {
            let sheet = site.get(address).unwrap();
            backwards.insert(address.to_string(), printed::bytes(address, sheet));
        }
        assert!(one == backwards, "{}: order", folder.display());
    }
}

#[test]
fn every_page_tells_what_it_told() {
    let mut wrong = Wrong::default();
    for folder in plans::all() {
        let told = lines(&read(&folder.join("plan")).sheets("internal"));
        wrong.hold(&folder.join("expected/site.txt"), &told, expected::lines);
    }
    wrong.none();
}

/// One line a page: address, title, heading, first sentence, note; `-` where there is none.
fn lines(sheets: &Sheets) -> String {
    let pages = sheets
        .iter()
        .filter(|(address, _)| address.ends_with(".html"));
    let line = |(address, bytes): (&String, &Vec<u8>)| {
        let page = Walk::new(address, bytes);
        let told = [("title", ""), ("h1", ""), ("p", "lead"), ("p", "note")];
        let told = told.map(|(name, class)| page.first(name, class));
        format!("{address} | {}\n", told.join(" | "))
    };
    pages.map(line).collect()
}

/// Every fault of the plan's sites, told at once.
fn sound(name: &str, plan: &Printed) {
    let mut all = Vec::new();
    for audience in AUDIENCES {
        let sheets = plan.sheets(audience);
        let pages = Pages::new(&sheets);
        let mut found = pages.faults();
        found.extend(untold(&pages, &plan.json(audience)));
        if !found.is_empty() {
            all.push(format!("{name}, {audience}:\n{}", told(&found)));
        }
    }
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

/// Each fault once, with the page that has it first: what is wrong with a template is wrong on every page.
fn told(faults: &[String]) -> String {
    let mut known: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for fault in faults {
        let (address, fault) = fault.split_once(": ").unwrap_or(("", fault));
        known.entry(fault).or_default().push(address);
    }
    let line = |(fault, pages): (&str, Vec<&str>)| match pages.as_slice() {
        [page] => format!("  {page}: {fault}"),
        pages => format!("  {} and {} more: {fault}", pages[0], pages.len() - 1),
    };
    known.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Items that are not told of where plan.json says they are.
fn untold(pages: &Pages<'_>, json: &str) -> Vec<String> {
    let plan: Value = serde_json::from_str(json).unwrap();
    let mut found = Vec::new();
    for item in plan["items"].as_array().unwrap() {
        let (key, url) = (item["key"].as_str().unwrap(), item["url"].as_str().unwrap());
        let (page, anchor) = url.split_once('#').unwrap_or((url, ""));
        match pages.ids(page) {
            None => found.push(format!("{page}: there is no page for {key}")),
            Some(ids) if !anchor.is_empty() && !ids.contains(anchor) => {
                found.push(format!("{page}: there is no #{anchor} for {key}"));
            }
            Some(_) => {}
        }
    }
    found
}

/// A plan on the disk, on the day that its answer key names.
fn read(root: &Path) -> Printed {
    let request = plans::request(root);
    let checked = pipeline::check(&request).unwrap();
    let beside = pipeline::beside(&request, &checked, false);
    Printed { checked, beside }
}

fn printed(documents: &[(&str, &str)], config: &str) -> Printed {
    let owned = documents.iter();
    let owned: Vec<(String, String)> = owned
        .map(|(path, text)| ((*path).to_string(), (*text).to_string()))
        .collect();
    Printed::new(&owned, config, "2026-03-11")
}

/// Everything that is hard on a site.
fn nasty() -> Vec<(String, String)> {
    let long = "long ".repeat(60);
    let title =
        "<b>&amp; \"quoted\" 'single' <script>alert(1)</script> `code` \u{202e}right\u{202c} 😀";
    let mut documents: Vec<(String, String)> = vec![(
        "tasks.md".into(),
        (0..1_200).fold(
            "# All tasks\n\n| ID | Task | Status | Audience |\n|---|---|---|---|\n".to_string(),
            |table, at| {
                let audience = if at % 2 == 0 { "public" } else { "" };
                table + &format!("| X-{at} | Task {at} | Planned | {audience} |\n")
            },
        ),
    )];
    let mut put = |path: &str, text: String| documents.push((path.to_string(), text));
    put(
        "milestones/one.md",
        format!(
            "---\nid: M1\naudience: public\nstatus: \"{}\"\nowner: 'A <b>\"'\ndue: 2026-04-01\n---\n\n# {title}\n\n{HARD}",
            "In progress & <i>late</i>"
        ),
    );
    put(
        "milestones/two.md",
        format!(
            "---\nid: M1\naudience: public\n---\n\n# {long}\n\n## Tasks\n\n{ROWS}\n\n## Tasks\n\nAgain.\n\n## Main\n\nx\n\n## Nav\n\ny\n\n# Another first heading\n\n### Skipped\n\n###### Deep\n\nz\n"
        ),
    );
    put(
        "prd/a b#c?/größe & co.md",
        "---\nkind: feature\naudience: public\nmilestone: M1\n---\n\n# 検索 機能\n\n[up](../../milestones/two.md#tasks) [rtl](<../עברית.md>)\n\n![p](<bild 1#.png>)\n".into(),
    );
    put(
        "prd/עברית.md",
        "---\nkind: feature\naudience: public\n---\n\n# תוכנית עבודה לשנה\n\n[פנימה](<a b%23c%3F/größe & co.md>)\n".into(),
    );
    put(
        "prd/العربية.md",
        format!(
            "---\nkind: feature\naudience: public\nid: 😀\n---\n\n# 🌱🌱 {}\n",
            "語".repeat(300)
        ),
    );
    put(
        "prd/marks.md",
        "---\nkind: feature\naudience: public\nid: '***'\n---\n\n# ???\n\nWords\n".into(),
    );
    put(
        "prd/marks2.md",
        "---\nkind: feature\naudience: public\nid: '!!!'\n---\n\n# !!!\n".into(),
    );
    put(
        "prd/empty.md",
        "---\nkind: feature\naudience: public\n---\n".into(),
    );
    put("stories/index.md", "---\nkind: story\naudience: public\n---\n\n# index\n\n- [ ] step one\n- [x] step two\n\n## Acceptance criteria\n\n- [ ] a <b>\n- works\n".into());
    put("docs/Index.md", "# Index\n\n[a](../milestones/one.md) [b](#gone) [c](#index) [d](../milestones/one.md#gone)\n".into());
    put("docs/index.md", "# index\n\nother case\n".into());
    put("docs/deep/er/x.md", HARD.into());
    put(
        "main.md",
        "---\nkind: task\nid: main\naudience: public\n---\n\n# main\n".into(),
    );
    put("404.md", "---\nkind: task\nid: '404'\naudience: public\ndepends-on: [main, nowhere, 'https://example.org/x']\n---\n\n# 404\n".into());
    put("weeks/2026-W10.md", "---\naudience: public\n---\n\n# Week 10\n\n## Entered\n\n- X-0 Task 0\n- X-1 Task 1 (<b>because</b>)\n\n## Blocked\n\n- X-2 Task 2\n".into());
    put("sprints/s-1.md", "---\nid: S1\naudience: public\nstart: 2026-03-02\nend: 2026-03-15\ncommitted: 8\n---\n\n# Sprint 1\n\n## Tasks\n\n- [ ] X-0 Task 0\n".into());
    put(
        "decisions/d-1.md",
        "---\nid: D-1\naudience: public\nstatus: proposed\n---\n\n# Which <way>?\n".into(),
    );
    put(
        "plan.md",
        format!(
            "# {title}\n\n**Current phase:** Phase 1 <b>\n\n## Phase 1: Tasks\n\n{ROWS}\n\n**Phase 1 progress:** 1/5 tasks complete (20%)\n\n## Phase 2: {long}\n\n- [ ] {long}\n- [ ] {long}\n\n## Blocked tasks\n\n| Task | Blocked by | Since |\n|---|---|---|\n| main | \"<x>\" | 2026-01-01 |\n\n## Decisions needed\n\n| Decision | Options |\n|---|---|\n| <a> or b? | \"a\" & 'b' |\n\n## Discovered tasks\n\n- [ ] found <it>\n"
        ),
    );
    documents
}

/// Rows that want the names of sections and of parts of the page.
const ROWS: &str = "| Task | Status | Audience | <b>Own</b> & | Depends on |\n|---|---|---|---|---|\n| Tasks | Done | public | a \\| b | main |\n| main | Planned | public | <i>x</i> | nav |\n| nav | Planned | public | | Tasks |\n| About | Odd \"word\" | public | | |\n| Tasks | Done | public | | |\n| | Done | public | | |\n| <script>x</script> | | public | | |\n| criteria | Done | | | |\n";

/// A body with everything in it.
const HARD: &str = r##"Words with <b>raw</b> HTML, <script>alert(1)</script> and <a href="javascript:alert(1)" onclick="x()">a trap</a>,
[another](javascript:alert(1)), [a third](JaVaScRiPt:alert(1)), [data](data:text/html,x), <img src=x onerror=alert(1)>.

<div style="position:fixed" title="<img x " id="main" class="side"><p>raw block<ul><li>one<li>two</ul></div>

<table><tr><td>cell</table>

<ul></ul>

<details><summary>More</summary>

* inside

</details>

<!-- a comment -- with -- dashes -->

[here](#again) [gone](#gone) [there](../milestones/two.md#tasks) [theirs](../milestones/two.md#no-such) [no](missing.md)
[above](../../../../above.md) [root](/milestones/one.md) [rootless](//example.org/x) [mail](mailto:a@example.org)
<https://example.org/?a=1&b=2> https://example.org/bare [empty]() [query](?x=1) [blank](<a b.md>)

![there](pictures/a%20b.png "title") ![missing](missing.png) ![out](https://example.org/x.png) ![](nothing.png)
![bad](javascript:alert(1)) ![http](http://example.org/x.png) [![both](pictures/c.png)](https://example.org)

## Again

Text[^1] and[^two] and[^none].

## Again

## *Emphasis* & `code` <b>raw</b>

### Third

##### Fifth

> ## A heading in a quotation
>
> - [ ] a box
> - [x] done

> [!WARNING]
> Mind.

1. one

   ## A heading in a list

3. three
   - nested

     | a | b |
     |---|---|
     | 1 | 2 |

| Left | Right | `x|y` |
|:-----|------:|-------|
| a \| b | <b>c</b> | d | e |
| short |

```html
<script>alert("&amp;")</script>
```

    indented

Line one\
line two  
line three

[^1]: A note with [a link](#again).
[^two]: Another

    with two paragraphs

Control: abcd ￾ end. Entities: &lt;b&gt; &copy; &#0; &#x1F600;
"##;
