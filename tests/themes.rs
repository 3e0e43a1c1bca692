//! The look of whole sites: settings, values and templates of the user's own, as the guide tells of them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod dom;
mod harness;
mod printed;
mod scratch;
mod walk;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

use harness::plans;
use plansite::pipeline;
use printed::{Printed, Sheets};
use scratch::Scratch;
use walk::Pages;

fn guide() -> String {
    fs::read_to_string(plans::home().join("content/guide/themes.md")).unwrap()
}

fn built_in(folder: &str) -> BTreeMap<String, String> {
    let folder = plans::home().join("themes/default").join(folder);
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let named = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_string();
        (name, fs::read_to_string(path).unwrap())
    };
    files.map(named).collect()
}

/// The templates of the guide, by name.
fn examples() -> BTreeMap<String, String> {
    let guide = guide();
    let blocks = guide.split("\n```html templates/").skip(1);
    let block = |block: &str| {
        let (name, rest) = block.split_once('\n').unwrap();
        let text = rest.split("\n```").next().unwrap();
        (name.to_string(), text.to_string())
    };
    blocks.map(block).collect()
}

/// What stands between backticks in the guide.
fn named() -> BTreeSet<String> {
    let guide = guide();
    let words = guide.split('`').skip(1).step_by(2);
    words.map(str::to_string).collect()
}

#[test]
fn every_template_is_told_of() {
    let named = named();
    for name in built_in("templates").keys() {
        assert!(
            named.contains(name),
            "content/guide/themes.md tells nothing of `{name}`: what page is it, and what is it given?"
        );
    }
}

#[test]
fn every_value_is_told_of() {
    let tokens = &built_in("assets")["tokens.css"];
    let values = tokens.split(['{', ';', '}']).filter_map(|part| {
        let name = part.rsplit("*/").next()?.trim().split_once(':')?.0;
        name.starts_with("--").then(|| name.to_string())
    });
    let values: BTreeSet<String> = values.collect();
    let told: BTreeSet<String> = named()
        .into_iter()
        .filter(|word| word.starts_with("--") && !word.contains(' '))
        .collect();
    assert!(values.len() > 60, "{values:?}");
    assert_eq!(told, values);
}

/// A plan with every kind of page, dressed by these settings.
fn site(config: &str, folder: &Scratch) -> Result<Sheets, String> {
    let documents = [
        (
            "plan.md",
            "# Plan\n\n## Milestone M1: The quay\n\nDue: 2026-04-01\n\n- [ ] It stands\n\n| ID | Task | Status | Owner | Labels | Due | Depends on |\n|---|---|---|---|---|---|---|\n| T-1 | Draw | Planned | @a | ui | 2026-03-01 | |\n| T-2 | Paint | Blocked | @b | ui | 2026-03-02 | T-1 |\n| T-3 | Dry | Planned | @b | ui | 2026-03-02 | T-2 |\n\n```plansite\nfilter: open\n```\n\n## Architecture Decisions Needed\n\n- [ ] Which wood\n\n## Discovered Tasks\n\n| Task | Discovered In |\n|---|---|\n| Sand | W9 |\n",
        ),
        (
            "sprints/sprint-1.md",
            "# Sprint 1\n\n**Start:** 2026-03-02\n**End:** 2026-03-13\n\nCommitted: 2\n",
        ),
        (
            "weeks/2026-W11.md",
            "# Week 11\n\n## Entered\n\n- T-2: asked for\n",
        ),
        (
            "notes.md",
            "# Notes\n\nA view:\n\n```plansite\nfilter: kind is task\n```\n",
        ),
    ];
    let documents = documents.map(|(path, text)| (path.to_string(), text.to_string()));
    let config =
        format!("{config}\n[sources]\npages = 'all'\n[[views]]\nname = 'Open'\nfilter = 'open'\n");
    let mut plan = Printed::new(&documents, &config, "2026-03-11");
    plan.checked.config.home = Some(folder.root().to_path_buf());
    let theme = pipeline::theme(&plan.checked.config).map_err(|fault| fault.to_string())?;
    assert_eq!(theme.remarks(), Vec::<String>::new());
    let audience = plan.audience("internal");
    let site = pipeline::site(&plan.checked, &audience, &plan.beside, theme);
    let mut sheets = Sheets::new();
    for (address, sheet) in site.sheets() {
        let bytes = match sheet {
            plansite::output::Sheet::Page(render) => {
                render().map_err(|fault| format!("{address}: {fault}"))?
            }
            sheet => printed::bytes(address, sheet),
        };
        sheets.insert(address.to_string(), bytes);
    }
    Ok(sheets)
}

#[test]
fn each_template_of_the_guide_can_replace_the_built_in_one() {
    let usual = site("", &Scratch::new("guide-usual")).unwrap();
    let examples = examples();
    assert!(examples.len() >= 12, "{:?}", examples.keys());
    for (name, text) in examples {
        let folder = Scratch::new(&format!("guide-{}", name.trim_end_matches(".html")));
        let folder = folder.file(&format!("ours/templates/{name}"), &text);
        let sheets = site("[site]\ntheme = 'ours'", &folder)
            .unwrap_or_else(|fault| panic!("{name}: {fault}"));
        assert!(sheets.keys().eq(usual.keys()), "{name}");
        assert!(sheets != usual, "{name} changes nothing");
        let faults = Pages::new(&sheets).faults();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn a_broken_template_names_its_file_and_line() {
    for (name, text, told) in [
        (
            "item.html",
            "<p>\n{{ nothing }}</p>",
            "item.html:2: undefined value `nothing`",
        ),
        ("labels.html", "\n\n{% if %}", "labels.html:3: syntax error"),
    ] {
        let folder = Scratch::new(&format!("broken-{name}"));
        let folder = folder.file(&format!("ours/templates/{name}"), text);
        let fault = site("[site]\ntheme = 'ours'", &folder).unwrap_err();
        assert!(fault.contains(told), "{fault}");
        assert!(fault.contains("the theme `ours`"), "{fault}");
    }
}

#[test]
fn settings_dress_every_page() {
    let folder = Scratch::new("dressed")
        .file(
            "brand/logo.svg",
            "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        )
        .file("brand/a.woff2", "x")
        .file("brand/own.css", "h1 { color: var(--accent); }");
    let config = "[site]\ntitle = 'Quay'\n[theme]\naccent = '#7a1fa2'\nlogo = 'brand/logo.svg'\nlogo-alt = 'Acme'\nfont-sans = 'brand/a.woff2'\ncss = 'brand/own.css'";
    let sheets = site(config, &folder).unwrap();
    let faults = Pages::new(&sheets).faults();
    assert!(faults.is_empty(), "{faults:#?}");
    let text = |address: &str| String::from_utf8_lossy(&sheets[address]).into_owned();
    for page in ["index.html", "owners.html", "milestones/m1.html"] {
        let page = text(page);
        for part in [
            "assets/logo.svg\" alt=\"Acme\"",
            "assets/look.css",
            "assets/own.css",
            "font-src &#39;self&#39;",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(!page.contains("style=\"--accent"));
    }
    assert!(text("assets/look.css").contains("--accent: #7a1fa2"));
    assert!(sheets.contains_key("assets/fonts/sans-1.woff2"));
    let plain = site("", &Scratch::new("plain")).unwrap();
    assert!(!String::from_utf8_lossy(&plain["index.html"]).contains("look.css"));
    let lost = site("[theme]\nlogo = 'brand/none.svg'", &Scratch::new("lost")).unwrap_err();
    assert!(lost.contains("none.svg`, which `[theme]` names"), "{lost}");
}
