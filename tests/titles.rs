//! Whatever a new document is called, it lies in its folder and is read back under that title.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::sync::Arc;

use plansite::config::Config;
use plansite::load::{self, Memo};
use plansite::model::date::Date;
use plansite::read::gap::is_placeholder;
use plansite::read::words::Words;
use plansite::start::escape;
use plansite::start::ground::Ground;
use plansite::start::proposal::{Proposal, Wish, propose};
use plansite::start::refusal::Refusal;
use plansite::start::sort::Sort;
use plansite::text::file::SourceFile;
use proptest::prelude::*;

const WORDS: [&str; 7] = [
    "story",
    "prd",
    "task",
    "milestone",
    "decision",
    "phase",
    "sprint",
];

/// Plans that differ in how their documents are written.
const PLANS: [&[(&str, &str)]; 4] = [
    &[],
    &[
        (
            "docs/prd/search/search-prd.md",
            "# PRD-3: Search\n\n**Status:** Draft\n",
        ),
        (
            "docs/user-stories/search/us-009-filter.md",
            "# US-009: Filter\n\n**PRD:** [Search](../../prd/search/search-prd.md)\n**Status:** To do\n",
        ),
        (
            "docs/milestones/milestone-1.md",
            "# Milestone 1: Pier\n\n- Status: planned\n",
        ),
        (
            "docs/sprints/sprint-1.md",
            "# Sprint 1\n\n**Goal:** Piles\n",
        ),
        (
            "docs/adr/0007-oak.md",
            "# Oak, not steel\n\n**Status:** Accepted\n",
        ),
    ],
    &[
        (
            "prd/a/spec.md",
            "---\nid: PRD-1\nstatus: draft\n---\n\n# A\n",
        ),
        (
            "prd/b/spec.md",
            "---\nid: PRD-2\nstatus: draft\n---\n\n# B\n",
        ),
        (
            "tasks/k-1.md",
            "---\r\nid: K-1\r\ntitle: Dig\r\nstatus: todo\r\nowner:\r\n---\r\n",
        ),
        (
            "decisions/D-0001.md",
            "---\nkind: decision\nid: D-0001\ntitle: Oak\nstatus: accepted\ndate: 2026-01-02\n---\n",
        ),
    ],
    &[
        (
            "tasks/one.md",
            "+++\nid = \"T-1\"\ntitle = \"Dig\"\nstatus = \"todo\"\n+++\n",
        ),
        (
            "stories/st_1_swim.md",
            "+++\nid = \"ST-1\"\nstatus = \"todo\"\n+++\n\n# Swim\n",
        ),
    ],
];

fn files(plan: &[(&str, &str)]) -> Vec<Arc<SourceFile>> {
    let file = |(path, text): &(&str, &str)| SourceFile::new(*path, text.as_bytes().to_vec());
    plan.iter().map(file).map(Arc::new).collect()
}

fn proposed(plan: &[(&str, &str)], word: &str, title: &str) -> Result<Proposal, Refusal> {
    let config = Config::default();
    let words = Words::new(&config);
    let files = files(plan);
    let loaded = load::load(&files, &config, &mut Memo::default());
    let ground = Ground {
        plan: &loaded.plan,
        files: &files,
        documents: &loaded.documents,
        config: &config,
        words: &words,
        today: Date::iso("2026-11-20").unwrap(),
        names: &|_| Vec::new(),
    };
    let wish = Wish {
        sort: Sort::named(word, &words).unwrap(),
        title: Some(title),
        parent: None,
        id: None,
        folder: None,
    };
    propose(&ground, &wish)
}

/// What the whole plan says of the new document.
fn read_back(plan: &[(&str, &str)], proposal: &Proposal) -> (String, Option<String>) {
    let draft = &proposal.draft;
    let with = [plan, &[(draft.path.as_str(), draft.text.as_str())]].concat();
    let files = files(&with);
    let loaded = load::load(&files, &Config::default(), &mut Memo::default());
    let is_new = |file: u32| files[file as usize].path == draft.path;
    let mut items = loaded.plan.items().map(|(_, item)| item);
    let item = items.find(|item| is_new(item.sources[0].place.file.0));
    let item = item.unwrap_or_else(|| panic!("no item in {}:\n{}", draft.path, draft.text));
    assert_eq!(item.kind, proposal.matter.sort.kind);
    (item.title.clone(), item.id.clone())
}

/// Titles of anything, with what is dear to markdown, YAML, plansite and file systems in them.
fn titles() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => "\\PC{0,12}",
        4 => "[ -~]{0,12}",
        1 => any::<String>(),
        4 => prop::sample::select(vec![
            "../", "/", "\\", "..", "\n", "---", "\"", "'", ": ", " #", "# ", "[x](y)", "[ ]", "**", "_", "`",
            "<b>", "&amp;", "|", "{{title}}", "{title}", "{id}", "(done)", "(P1)", " — done", "✅", "US-7", "T-1: ",
            "Milestone 3: ", "PRD: ", "Template", "README", "index", "Current ", "2026-W07", "- ", "1. ", "> ", "~~",
            "$x$", "[^1]", "[[", "]]", "!", "\u{feff}", "\u{200b}", "\u{202e}", "é", "検索", "🌱", "=", "+++", "...",
        ]).prop_map(str::to_string),
    ];
    prop::collection::vec(part, 0..6).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn titles_are_read_back(title in titles(), plan in 0..PLANS.len(), word in 0..WORDS.len()) {
        let wanted = escape::one_line(&title);
        match proposed(PLANS[plan], WORDS[word], &title) {
            Err(refusal) => {
                let is_known = wanted.is_empty() || is_placeholder(&wanted);
                prop_assert!(is_known, "{title:?}: {}", refusal.message);
            }
            Ok(proposal) => {
                let path = &proposal.draft.path;
                prop_assert!(path.split('/').all(|part| !part.is_empty() && part != ".." && part != "." && part.len() < 200), "{path:?}");
                prop_assert!(!path.contains(['\\', ':', '\n', '"', '<', '|', '?', '*']), "{path:?}");
                // Two of one name and no id share a path; the command refuses the second.
                prop_assume!(PLANS[plan].iter().all(|(taken, _)| taken != path));
                let (title, id) = read_back(PLANS[plan], &proposal);
                if !wanted.is_empty() {
                    prop_assert_eq!(title, wanted, "{}\n{}", path, proposal.draft.text);
                }
                prop_assert_eq!(id, proposal.matter.next.id.clone(), "{}\n{}", path, proposal.draft.text);
            }
        }
    }

    #[test]
    fn a_template_without_gaps_stays_as_it_is(text in "[a-zé検🌱A-MO-WY0-9 *_>.,;!?()'\"+\r\n-]{0,200}", title in titles()) {
        let plan = [("tasks/template.md", text.as_str())];
        if let Ok(proposal) = proposed(&plan, "task", &title) {
            prop_assert_eq!(proposal.draft.text, text);
        }
    }

    #[test]
    fn no_template_is_too_odd(lines in prop::collection::vec(prop_oneof![
        2 => "\\PC{0,30}",
        3 => prop::sample::select(vec![
            "---", "+++", "# [Title]", "# US-XXX: Title", "#", "# ", "# <Name>", "#[x", "Title\n===", "id:", "title: ''",
            "status: a | b", "date: YYYY-MM-DD", "**Status:** [A / B]", "**PRD:** [x](y.md)", "| Status | x |", "|--|--|",
            "{{title}} {{", "{{ id }}", "- Date: YYYY-MM-DD", "## Status", "created = 1", "id: \"", "id: 'it''s'", "id: [",
        ]).prop_map(str::to_string),
    ], 0..12), crlf in any::<bool>(), title in titles()) {
        let text = lines.join(if crlf { "\r\n" } else { "\n" });
        let plan = [("docs/templates/user-story.md", text.as_str())];
        if let Ok(proposal) = proposed(&plan, "story", &title) {
            prop_assert!(proposal.template.is_some());
        }
    }
}
