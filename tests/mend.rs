//! Whatever stands round what is mended, every other byte stays, and there is nothing to mend a second time.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod scratch;

use std::cell::Cell;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use plansite::change::diff::unified;
use plansite::change::draft::Draft;
use plansite::change::save::save;
use plansite::change::{Mending, mend};
use plansite::config::Config;
use plansite::model::date::Date;
use plansite::pipeline::{self, Checked, Look, Memory, Request};
use plansite::source::shelf::Found;
use plansite::text::file::SourceFile;
use plansite::text::span::Span;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use scratch::Scratch;

/// Lines of anything, many of them with something in them that is to be mended.
fn lines() -> impl Strategy<Value = Vec<String>> {
    let line = prop_oneof![
        2 => "\\PC{0,20}",
        2 => "[-*>#|`~ \\[\\]()x_<\\\\]{0,8}[aé状ß🌱 ]{0,4}",
        3 => "\\PC{0,6}".prop_map(|words| format!("See {words} [it](../Prd/search-prd.md) {words}")),
        6 => prop::sample::select(vec![
            "", "", "", "## Phase 1: Pier 🌊", "**Progress:** 1/3 tasks complete (33%)", "Progress: **1/3** done",
            "| Task | Status |\n|---|---|\n| Dig \\| fill | Done |\n| `a\\|b` | Complete |\n| Paint | Planned |",
            "- [x] Dig\n- [x] Fill 🌱\n- [ ] Paint", "[a `b](c` \\] d](<../Prd/search-prd.md> 'é \"x\"')",
            "`[it](../Prd/search-prd.md)`", "| [é\\|x](../PRD/Search-prd.md#ü) | b |\n|--|--|\n| [b](search-prd.md) | |",
            "> [it](\n> ../prd/Search-prd.md)", "[it][x]\n\n[x]: ../Prd/search-prd.md", "<!-- [it](../Prd/search-prd.md) -->",
            "```", "---", "[it]( ../x/search-prd.md\t(é) )", "![x](../Prd/search-prd.md)", "[[../Prd/search-prd.md]]",
        ]).prop_map(str::to_string),
    ];
    prop::collection::vec(line, 0..14)
}

fn documents() -> impl Strategy<Value = String> {
    let ending = prop::sample::select(vec!["\n", "\r\n"]);
    (lines(), ending, any::<bool>(), any::<bool>()).prop_map(|(lines, ending, bom, last)| {
        let text = lines.join("\n").replace('\n', ending);
        let bom = if bom { "\u{feff}" } else { "" };
        let last = if last { ending } else { "" };
        format!("{bom}{text}{last}")
    })
}

fn request(root: PathBuf) -> Request {
    Request {
        asks_git: false,
        root,
        config: None,
        levels: Vec::new(),
        today: Date::iso("2026-11-20").unwrap(),
    }
}

fn checked(texts: &[(&str, &str)]) -> Checked {
    let file =
        |(path, text): &(&str, &str)| Arc::new(SourceFile::new(*path, text.as_bytes().to_vec()));
    let look = Look {
        config: Config::default(),
        found: Found {
            files: texts.iter().map(file).collect(),
            ..Found::default()
        },
    };
    pipeline::read(&request(PathBuf::new()), look, &mut Memory::default())
}

fn mended(text: &str) -> Mending {
    let checked = checked(&[
        ("docs/a/plan.md", text),
        ("docs/prd/search-prd.md", "# PRD-1: Search\n\n## ü\n"),
    ]);
    mend(&request(PathBuf::new()), &checked)
}

/// The text without what stands at these places.
fn around(text: &str, places: &[Span]) -> Vec<String> {
    let mut rest = 0;
    let mut out = Vec::new();
    for place in places {
        out.push(text[rest..place.range().start].to_string());
        rest = place.range().end;
    }
    out.push(text[rest..].to_string());
    out
}

#[test]
fn every_other_byte_stays_and_a_second_run_changes_nothing() {
    let changed = Cell::new(0);
    let config = ProptestConfig {
        cases: 250,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let outcome = TestRunner::new(config).run(&documents(), |text| {
        for draft in mended(&text).drafts {
            changed.set(changed.get() + 1);
            prop_assert_eq!(&draft.old.text, &text);
            let (old, new) = (&draft.places.0, &draft.places.1);
            prop_assert_eq!(around(&text, old), around(&draft.new.text, new));
            prop_assert_eq!(
                text.matches('\n').count(),
                draft.new.text.matches('\n').count()
            );
            prop_assert_eq!(applied(&text, &unified(&draft)), draft.new.text.clone());
            let again = mended(&draft.new.text);
            prop_assert!(again.drafts.is_empty(), "{:?} after {text:?}", again.drafts);
        }
        Ok(())
    });
    outcome.unwrap();
    assert!(
        changed.get() > 50,
        "only {} documents had something to mend",
        changed.get()
    );
}

/// The text with a diff applied to it.
fn applied(text: &str, diff: &str) -> String {
    let old: Vec<&str> = text.split_inclusive('\n').collect();
    let mut at = 0;
    let mut out = String::new();
    let mut lines = diff.split_inclusive('\n').skip(2).peekable();
    while let Some(line) = lines.next() {
        let is_last = lines.peek().is_some_and(|next| next.starts_with('\\'));
        let words = if is_last {
            line[1..].strip_suffix('\n').unwrap()
        } else {
            &line[1..]
        };
        match &line[..1] {
            "@" => {
                let start: usize = line[4..].split(',').next().unwrap().parse().unwrap();
                out.extend(old[at..start - 1].iter().copied());
                at = start - 1;
            }
            "+" => out.push_str(words),
            " " | "-" => {
                assert_eq!(old[at], words);
                out.push_str(if line.starts_with(' ') { words } else { "" });
                at += 1;
            }
            _ => {}
        }
    }
    out.extend(old[at..].iter().copied());
    out
}

fn draft(old: &str, new: &str) -> Draft {
    let file = |text: &str| Arc::new(SourceFile::new("docs/a.md", text.as_bytes().to_vec()));
    let checked = checked(&[("docs/a.md", "P"), ("docs/b.md", "[x](A.md)")]);
    let mut draft = mend(&request(PathBuf::new()), &checked).drafts.remove(0);
    (draft.old, draft.new) = (file(old), file(new));
    draft
}

#[test]
fn a_document_that_has_changed_since_it_was_read_stays() {
    let plan = Scratch::new("changed").file("docs/a.md", "somebody else's");
    let left = save(plan.root(), &draft("old", "new")).unwrap_err();
    assert_eq!(
        (left.path.as_str(), left.why.as_str()),
        ("docs/a.md", "it has changed since it was read")
    );
    let path = plan.root().join("docs/a.md");
    assert_eq!(fs::read_to_string(&path).unwrap(), "somebody else's");
    assert_eq!(fs::read_dir(plan.root().join("docs")).unwrap().count(), 1);
    fs::write(&path, "old").unwrap();
    save(plan.root(), &draft("old", "new")).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), "new");
    fs::remove_file(&path).unwrap();
    assert_eq!(
        save(plan.root(), &draft("old", "new")).unwrap_err().why,
        "it is no longer there"
    );
}

#[cfg(unix)]
#[test]
fn a_folder_that_has_become_a_link_is_not_followed() {
    let far = Scratch::new("far").file("a.md", "old");
    let plan = Scratch::new("plan");
    std::os::unix::fs::symlink(far.root(), plan.root().join("docs")).unwrap();
    let left = save(plan.root(), &draft("old", "new")).unwrap_err();
    assert_eq!(left.why, "it lies outside of the folder that was read");
    assert_eq!(fs::read_to_string(far.root().join("a.md")).unwrap(), "old");
}
