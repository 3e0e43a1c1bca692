//! The preview in a real browser. Chromium is needed, so `cargo test` alone does not run this: `cargo test --test browser`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod chromium;
#[path = "../preview/mod.rs"]
mod preview;
#[path = "../scratch/mod.rs"]
mod scratch;

use std::fs;

use chromium::{Chromium, Tab};
use preview::Preview;
use scratch::Scratch;

const OVERLAY: &str = "document.getElementById('plansite-overlay')";

fn story(fields: &str, words: &str) -> String {
    let long = "A paragraph that takes some room on the page.\n\n".repeat(120);
    format!("---\nid: US-1\n{fields}\n---\n\n# Tie up a boat\n\n{words}\n\n{long}")
}

fn plan(name: &str) -> Scratch {
    Scratch::new(name)
        .file("stories/us-1.md", story("status: active", "It floats."))
        .file("stories/us-2.md", "---\nid: US-2\n---\n\n# Read the tide\n")
}

fn save(plan: &Scratch, path: &str, text: &str) {
    fs::write(plan.root().join(path), text).unwrap();
}

fn open<'a>(browser: &'a Chromium, preview: &Preview, page: &str) -> Tab<'a> {
    let tab = browser.open(&format!("http://{}{}{page}", preview.address, preview.base));
    tab.size(1440, 900);
    // A page that is loaded again forgets this.
    tab.value("window.mark = 1");
    tab
}

fn is_same(tab: &Tab<'_>) -> bool {
    tab.value("window.mark === 1") == true
}

fn overlay(tab: &Tab<'_>) -> String {
    tab.text(&format!(
        "{OVERLAY} ? {OVERLAY}.shadowRoot.textContent : ''"
    ))
}

#[test]
fn a_save_is_seen_where_the_reader_is() {
    let plan = plan("reload");
    let (browser, preview) = (
        Chromium::new(),
        Preview::new(plan.root(), "--base-url /plan"),
    );
    let tab = open(&browser, &preview, "stories/us-1.html");
    let other = open(&browser, &preview, "stories/us-2.html");
    tab.front();
    tab.value("scrollTo({ top: 1234, behavior: 'instant' })");
    tab.until("scrollY === 1234");
    save(
        &plan,
        "stories/us-1.md",
        &story("status: active", "It sinks."),
    );
    tab.until("document.body.innerText.includes('It sinks.')");
    tab.until("scrollY === 1234");
    assert!(!is_same(&tab));
    // What changed while nobody looked is made good; here it is nothing.
    other.front();
    save(
        &plan,
        "stories/us-1.md",
        &story("status: active", "It sinks deep."),
    );
    tab.front();
    tab.until("document.body.innerText.includes('It sinks deep.')");
    assert!(is_same(&other));
    // Another status is another mark in the list of stories, at once.
    let list = open(&browser, &preview, "stories.html");
    assert!(list.text("document.body.innerText").contains("In progress"));
    save(
        &plan,
        "stories/us-1.md",
        &story("status: done", "It sinks."),
    );
    list.until("document.body.innerText.includes('Complete')");
    assert!(!is_same(&list));
    // A page that is not there yet comes.
    let new = open(&browser, &preview, "stories/us-3.html");
    assert!(
        new.text("document.body.innerText")
            .contains("This page is not in the plan")
    );
    save(
        &plan,
        "stories/us-3.md",
        "---\nid: US-3\n---\n\n# Cast off\n",
    );
    new.until("document.body.innerText.includes('Cast off')");
    // That page was not found at first, as it should be.
    let errors = browser.errors();
    let unexpected: Vec<&String> = errors
        .iter()
        .filter(|error| !error.contains("404"))
        .collect();
    assert!(unexpected.is_empty(), "{unexpected:?}");
}

#[test]
fn what_is_wrong_lies_over_the_last_good_page_until_it_is_mended() {
    let plan = plan("overlay");
    let (browser, preview) = (Chromium::new(), Preview::new(plan.root(), ""));
    let tab = open(&browser, &preview, "stories/us-1.html");
    let good = tab.text("document.querySelector('main').innerText");
    save(
        &plan,
        "stories/us-1.md",
        &story("status: [active", "It floats."),
    );
    tab.until(&format!("{OVERLAY} !== null"));
    let said = overlay(&tab);
    assert!(
        said.contains("something is wrong in stories/us-1.md"),
        "{said}"
    );
    assert!(
        said.contains("broken-front-matter") && said.contains("stories/us-1.md:3"),
        "{said}"
    );
    assert!(is_same(&tab), "the page is not loaded again");
    assert_eq!(tab.text("document.querySelector('main').innerText"), good);
    let height = tab.value(&format!(
        "{OVERLAY}.shadowRoot.querySelector('.box').getBoundingClientRect().height"
    ));
    assert!(
        (80.0..640.0).contains(&height.as_f64().unwrap()),
        "{height}"
    );
    save(
        &plan,
        "stories/us-1.md",
        &story("status: active", "It floats."),
    );
    tab.until(&format!("{OVERLAY} === null"));
    assert!(is_same(&tab), "the page is as it was");
    // Who does not want to mend it now looks at the page all the same.
    save(
        &plan,
        "stories/us-1.md",
        &story("status: [active", "It leaks."),
    );
    tab.until(&format!("{OVERLAY} !== null"));
    tab.value(&format!(
        "{OVERLAY}.shadowRoot.querySelector('button').click()"
    ));
    tab.until("document.body.innerText.includes('It leaks.')");
    assert_eq!(overlay(&tab), "");
    save(
        &plan,
        "stories/us-1.md",
        &story("status: [active", "It leaks again."),
    );
    tab.until("document.body.innerText.includes('It leaks again.')");
    assert_eq!(browser.errors(), [""; 0]);
}

#[test]
fn a_configuration_that_cannot_be_used_is_told_and_a_finding_takes_one_line() {
    let plan = plan("faults");
    let (browser, preview) = (Chromium::new(), Preview::new(plan.root(), ""));
    let tab = open(&browser, &preview, "stories/us-1.html");
    save(
        &plan,
        "plansite.toml",
        "[site]\ntilte = '<img src=x onerror=alert(1)>'\n",
    );
    tab.until(&format!("{OVERLAY} !== null"));
    let said = overlay(&tab);
    assert!(
        said.contains("unknown key `site.tilte`") && said.contains("<img src=x"),
        "{said}"
    );
    assert_eq!(
        tab.value(&format!(
            "{OVERLAY}.shadowRoot.querySelector('img') === null"
        )),
        true
    );
    save(&plan, "plansite.toml", "");
    tab.until(&format!("{OVERLAY} === null"));
    assert!(is_same(&tab));
    save(
        &plan,
        "stories/us-1.md",
        &story("status: active", "See [it](nowhere.md)."),
    );
    tab.until(&format!("{OVERLAY} !== null"));
    assert!(!is_same(&tab), "the page shows what was saved");
    assert!(tab.text("document.body.innerText").contains("See it"));
    let shown = format!("{OVERLAY}.shadowRoot.querySelector('pre').checkVisibility()");
    assert_eq!(tab.value(&shown), false);
    tab.value(&format!(
        "{OVERLAY}.shadowRoot.querySelector('button[aria-expanded]').click()"
    ));
    assert_eq!(tab.value(&shown), true);
    assert!(overlay(&tab).contains("broken-link"));
    assert_eq!(browser.errors(), [""; 0]);
}
