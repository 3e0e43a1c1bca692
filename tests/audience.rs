//! Plants words in everything that is hidden, and looks for them in every byte of the site.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod harness;
mod printed;
mod scratch;

use std::collections::BTreeSet;
use std::env;
use std::fs;

use harness::run::plansite;
use harness::tree::files;
use printed::{Printed, Sheets};
use proptest::prelude::*;
use scratch::Scratch;
use serde_json::Value;

/// Every planted word begins like this; what follows tells where it was planted.
const PLANT: &str = "vorpalix";

/// The same in letters that addresses write by their numbers.
const FOREIGN: &str = "ворпаликс";

const TODAY: &str = "2026-03-11";

/// Planted words in these bytes, however they are written.
fn plants(bytes: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(bytes);
    let mut found = BTreeSet::new();
    let forms = [
        text.to_lowercase(),
        unescaped(&text, "%", 2, ""),
        unescaped(&text, "&#x", 0, ";"),
        unescaped(&text, "\\u", 4, ""),
    ];
    for form in forms {
        for plant in [PLANT, FOREIGN] {
            for (at, _) in form.match_indices(plant) {
                let word = form[at..].chars().take_while(|c| c.is_alphanumeric());
                found.insert(word.collect());
            }
        }
    }
    found
}

/// The text with its numbered letters put back, in lower case.
fn unescaped(text: &str, before: &str, digits: usize, behind: &str) -> String {
    let mut out = Vec::new();
    let mut parts = text.split(before);
    out.extend_from_slice(parts.next().unwrap_or_default().as_bytes());
    for part in parts {
        let end = match digits {
            0 => part.find(behind).unwrap_or(0),
            digits => digits,
        };
        match part.get(..end).map(|code| u32::from_str_radix(code, 16)) {
            Some(Ok(code)) if before == "%" => out.push(u8::try_from(code).unwrap()),
            Some(Ok(code)) => {
                let letter = char::from_u32(code).unwrap_or(' ').to_string();
                out.extend_from_slice(letter.as_bytes());
            }
            _ => {
                out.extend_from_slice(before.as_bytes());
                out.extend_from_slice(part.as_bytes());
                continue;
            }
        }
        out.extend_from_slice(&part.as_bytes()[end + behind.len()..]);
    }
    String::from_utf8_lossy(&out).to_lowercase()
}

/// Where planted words are in a site, one line a word: `tasks/t-1.html: vorpalixowner`.
fn leaks(sheets: &Sheets) -> Vec<String> {
    let mut found = Vec::new();
    for (address, bytes) in sheets {
        for word in plants(address.as_bytes()) {
            found.push(format!("{address}: the address holds {word}"));
        }
        for word in plants(bytes) {
            found.push(format!("{address}: {word}"));
        }
    }
    found
}

/// The site of an audience, with the plan as JSON and the answers about it beside it.
fn told(plan: &Printed, audience: &str) -> Sheets {
    let mut sheets = plan.sheets(audience);
    sheets.insert("(plan as json)".into(), plan.json(audience).into_bytes());
    sheets.insert("(answers)".into(), plan.answers(audience).into_bytes());
    sheets
}

/// Everything that is hidden is planted; `_` is the plant.
const DOCUMENTS: &[(&str, &str)] = &[
    // A public milestone, with all that may be hidden in it.
    (
        "milestones/a/_folder/_file.md",
        "---
id: M1
audience: public
owner: _owner
status: In progress
reviewer: _front
labels: [launch, _label]
aliases: [_alias]
depends-on: [_hid, M2, ../_folder/_dependency.md]
sprint: _hiddensprint
due: 2026-04-01
---

# First harvest

Public words. See [the plan](../../../prd/_prd/_hidden.md) and [words][defined] and [more][definedhidden], and
[nothing](../_broken.md), and [a form](_forms/_form.pdf), [a script](_scripts/_count.sh), and [above](../../../../_above.md). Open **shop**. <!-- _inline comment -->

<!-- _block comment

with _blank lines
-->

<div>
<!-- _rawcomment begins

and _rawcomment ends -->
</div>

<p>Public raw words <a href=\"../../../prd/_raw/_link.md\">there</a> <img src=\"_rawpicture.png\" alt=\"drawn\"></p>

![a chart](_pictures/_chart.png) ![no chart](_missing.png)

**Owner:** _lineowner
**Cost centre:** _field

- **Owner:** _listowner\n- **Due:** 2026-04-02

| Field | Value |
|-------|-------|
| Owner | _tableowner |
| Budget | _tablefield |

## Tasks

| ID | Task | Owner | Status | Audience | Depends on | Notes |
|----|------|-------|--------|----------|------------|-------|
| T-1 | Sow peas | _rowowner | Done | public | _hid | _rownote |
| T-2 | _row title | a | Done | | | _hiddenrownote |
| T-3 | Water peas | b | Planned | public | T-2 | |
| T-3 | _twin | b | Planned | internal | T-1 | |
| T-5 | _narrow | b | Planned | Internal only | | |

### Tasks

- [ ] _box task
- [x] _box done
  _box words

## Success criteria

- [ ] Peas are eaten

## Notes for us
<!-- audience: internal -->

_section words, [^1] and ![_alt](_section.png) and [_link](prd/x.md)

### _Subheading

- [ ] _section box

| A | B |
|---|---|
| _cell | 2 |

[definedhidden]: https://example.org/_definition \"_title\"

[^1]: _footnote

## Half of it

Public half.

<!-- audience: internal -->

_lower half

## Wrongly marked

<!-- Audience = internal -->

_wrong mark

## In other markup

<div><!-- audience: internal --></div>

_mark in markup

## US-9: _aside title

_aside words

| Task | Status | Audience |
|------|--------|----------|
| _aside task | Done | |

## US-4: Weed the beds

**Audience:** public
**Owner:** _nestedowner

Public weeds. <!-- _nestcomment -->

### Task T-55: _nesttask

_nestwords

## Risks

Public risks[^2].

[^2]: A public note.

[defined]: https://example.org/public
",
    ),
    ("milestones/m-2.md", "---\nid: M2\naudience: public\nstatus: planned\n---\n\n# Second harvest\n\n[back](a/_folder/_file.md) [hidden](_gone/_hidden.md#_fragment)\n"),
    // Hidden wholly.
    ("prd/_prd/_hidden.md", "---\nid: _hid\nstatus: done\nowner: _hiddenowner\n---\n\n# _Hidden feature\n\n_words, [to public](../../milestones/m-2.md) [_sheet](_sheet.pdf)\n\n![_p](_p.png)\n\n- [ ] _criterion\n"),
    ("user-stories/us-9.md", "---\nid: US-9\nstatus: done\n---\n\n# _Story nine\n"),
    ("tasks/t-9.md", "---\nid: T-9\naudience: internal\nparent: M1\nblocks: [M2]\nbecame: [M2]\n---\n\n# _Task nine\n"),
    // The id of a public item stands in a hidden place only.
    ("tasks/open.md", "---\nkind: task\naudience: public\nstatus: done\ndue: 2026-03-09\ndone: 2026-03-08\n---\n\n# Order seeds\n"),
    ("user-stories/list.md", "---\nid: US-10\n---\n\n# _List\n\n| ID | Task | Owner | Labels |\n|---|---|---|---|\n| _ID-77 | [Order seeds](../tasks/open.md) | _elsewhereowner | _elsewherelabel |\n"),
    // Its heading is marked.
    ("tasks/t-12.md", "---\nid: T-12\naudience: public\n---\n\n# _Marked title\n<!-- audience: internal -->\n\n_marked words\n"),
    // The rest of the plan: facts, sprints, weeks, decisions, blockers, discovered work.
    ("PROJECT_PLAN.md", "# _Plan title

**Current phase:** _fact
**Sprint goal:** _goal

## Phase 1: _Phase

- [ ] _phase task

## Decisions needed

| Decision | Options | Owner |
|----------|---------|-------|
| _decision | _option | _decider |

## Blocked tasks

| Task | Blocked by | Since |
|------|------------|-------|
| Water peas | _obstacle | 2026-02-01 |
| T-2 | _obstacle2 | 2026-02-01 |

## Discovered tasks

- [ ] _discovered

## Sprint history

| Sprint | Committed | Completed | Notes |
|--------|-----------|-----------|-------|
| 1 | 10 | 8 | _sprintnote |
| 2 | 12 | 9 | _sprintnote2 |
"),
    ("weeks/2026-W10.md", "---\naudience: public\n---\n\n# Week 10\n\n## Entered\n\n- T-1 Sow peas\n- T-2 _row title (because _reason)\n\n## Left\n\n- _hid _Hidden feature\n"),
    ("weeks/2026-W11.md", "# Week 11 _week\n\n## Entered\n\n- T-1 Sow peas (_weekreason)\n"),
    ("decisions/d-1.md", "---\nid: D-1\nstatus: accepted\n---\n\n# _Decision one\n\nWe _decided for [M1](../milestones/a/_folder/_file.md).\n"),
    ("sprints/_sprint.md", "---\nid: _hiddensprint\n---\n\n# _Sprint\n"),
    // Nobody's item.
    ("notes/_paper.md", "# _Paper\n\n_paper words about [M1](../milestones/a/_folder/_file.md)\n"),
    ("ворпаликс/ворпаликс.md", "---\nid: T-20\n---\n\n# ворпаликс\n"),
    ("templates/_template.md", "---\nkind: task\n---\n\n# _Template\n"),
];

fn planted(text: &str, plant: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let begins = letter == '_' && !before.is_alphanumeric();
        if begins && letters.peek().is_some_and(|next| next.is_alphabetic()) {
            out.push_str(plant);
        } else {
            out.push(letter);
        }
        before = letter;
    }
    out
}

fn documents(plant: &str) -> Vec<(String, String)> {
    let planted = |(path, text): &(&str, &str)| (planted(path, plant), planted(text, plant));
    DOCUMENTS.iter().map(planted).collect()
}

/// Every file for programs that there can be, with addresses that name the host.
const MACHINES: &str = "[site]\nbase-url = 'https://a.example/plan'\nrepository = 'https://b.example/plan'\n\
                        twins = ['md', 'json']\nbadges = true\n";

const CONFIGS: [&str; 7] = [
    MACHINES,
    "",
    "[audiences.public]\nfields = ['status', 'due']\nprogress = 'visible'\n",
    "[audiences.public]\nprogress = 'all'\n",
    "[audiences.public]\nlabels = ['launch']\n",
    "[audiences.public]\nkinds = ['milestone']\n",
    "[audiences.public]\nkinds = ['milestone']\nlabels = ['other']\nfields = ['labels-of-ours']\n",
];

#[test]
fn no_byte_holds_what_is_hidden() {
    let documents = documents(PLANT);
    for config in CONFIGS {
        let plan = Printed::new(&documents, config, TODAY);
        let found = leaks(&told(&plan, "public"));
        assert!(found.is_empty(), "with {config:?}:\n{}", found.join("\n"));
    }
}

#[test]
fn what_is_hidden_is_found_by_those_who_may() {
    let plan = Printed::new(&documents(PLANT), "", TODAY);
    let shelves = |audience: &str| {
        let sheets = plan.sheets(audience).into_iter();
        let shelves = sheets.filter(|(address, _)| address.starts_with("search/"));
        shelves.map(|(_, bytes)| bytes).collect::<Vec<_>>().concat()
    };
    let (all, public) = (shelves("internal"), shelves("public"));
    let words = [
        "vorpalixrowowner",
        "vorpalixsection",
        "vorpalixnestwords",
        FOREIGN,
    ];
    for word in words {
        assert!(plants(&all).contains(word), "{word}");
    }
    let told = String::from_utf8_lossy(&public);
    assert!(plants(&public).is_empty() && told.contains("harvest") && told.contains("peas"));
}

#[test]
fn other_secrets_make_the_same_bytes() {
    // The other word is shorter, and begins with a letter that sorts everything anew.
    let site = |plant| told(&Printed::new(&documents(plant), MACHINES, TODAY), "public");
    let (one, other) = (site(PLANT), site("a"));
    for file in [
        "feed.xml",
        "plan.ics",
        "llms.txt",
        "sitemap.xml",
        ".md",
        ".json",
        ".svg",
    ] {
        let is_there = one.keys().any(|name| name.ends_with(file));
        assert!(is_there, "no {file}");
    }
    let names = |sheets: &Sheets| sheets.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&one), names(&other));
    let differ = one.iter().filter(|(name, bytes)| other[*name] != **bytes);
    let differ: Vec<&String> = differ.map(|(name, _)| name).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn who_sees_all_sees_it() {
    let plan = Printed::new(&documents(PLANT), "", TODAY);
    let mut found = BTreeSet::new();
    for (address, bytes) in told(&plan, "internal") {
        found.extend(plants(address.as_bytes()));
        found.extend(plants(&bytes));
    }
    let planted = documents(PLANT).into_iter();
    let planted = planted.flat_map(|(path, text)| plants(format!("{path} {text}").as_bytes()));
    let planted: BTreeSet<String> = planted.collect();
    let missing: Vec<&String> = planted.difference(&found).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
fn owned(documents: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = documents.iter();
    owned
        .map(|(path, text)| (planted(path, PLANT), planted(text, PLANT)))
        .collect()
}

#[test]
fn open_sources_are_those_of_open_items() {
    let documents = owned(&[
        (
            "milestones/m1.md",
            "---\nid: M1\naudience: public\n---\n\n# First harvest\n\n[paper](../open.md) [gone](../_paper.md) [hidden](../_prd/_hidden.md) [own](../own.md) [task](../tasks/_t.md)\n\n![p](p.png)\n",
        ),
        (
            "_prd/_hidden.md",
            "---\nkind: feature\nid: _ID\n---\n\n# _Hidden\n\n[linked](../_linked.md)\n\n![_p](_p.png)\n",
        ),
        ("tasks/_t.md", "# _Task\n\n**Status:** done\n"),
        (
            "open.md",
            "# Open paper\n\nWords <!-- _comment -->\n\n## Ours\n\n<!-- audience: internal -->\n\n_words ![_a](_b.png)\n",
        ),
        (
            "_paper.md",
            "---\naudience: internal\n---\n\n# _Paper\n\n_words\n",
        ),
        (
            "own.md",
            "# _Own\n\n<!-- audience: internal -->\n\n_words\n",
        ),
        (
            "rows.md",
            "# Rows\n\n[x](_paper.md)\n\n| ID | Task | Status |\n|---|---|---|\n| T-1 | _row | Done |\n",
        ),
    ]);
    let mut seen = BTreeSet::new();
    for pages in ["linked", "all", "items"] {
        let config = format!("[sources]\npages = '{pages}'\n[audiences.public]\nsources = true\n");
        let plan = Printed::new(&documents, &config, TODAY);
        let sheets = told(&plan, "public");
        let found = leaks(&sheets);
        assert!(found.is_empty(), "{pages}:\n{}", found.join("\n"));
        seen.extend(sheets.into_keys());
    }
    assert!(
        seen.contains("docs/open.html") && seen.contains("files/milestones/p.png"),
        "{seen:?}"
    );
}

#[test]
fn numbers_count_what_is_seen() {
    let rows = "| ID | Task | Status | Audience |\n|---|---|---|---|\n| T-1 | a | Done | public |\n| T-2 | b | Planned | public |\n| T-3 | c | Done | |\n| T-4 | d | Done | internal |\n";
    let milestone =
        format!("---\nid: M1\naudience: public\n---\n\n# First harvest\n\n## Tasks\n\n{rows}");
    let documents = owned(&[
        ("milestones/m1.md", &milestone),
        (
            "sprints/s1.md",
            "---\nid: S1\ncommitted: 977\ncompleted: 971\nend: 2026-01-01\n---\n\n# Sprint 1\n",
        ),
    ]);
    let progress = |config: &str, audience: &str| {
        let json: Value =
            serde_json::from_str(&Printed::new(&documents, config, TODAY).json(audience)).unwrap();
        let items = json["items"].as_array().unwrap();
        let milestone = items.iter().find(|item| item["key"] == "M1").unwrap();
        let progress = &milestone["progress"];
        (
            progress["done"].as_u64().unwrap(),
            progress["of"].as_u64().unwrap(),
            json["plan"]["velocity"].clone(),
        )
    };
    let (done, of, velocity) = progress("", "public");
    assert_eq!((done, of, velocity), (1, 2, Value::Null));
    let (done, of, velocity) = progress("", "internal");
    assert_eq!((done, of, velocity["of"].as_u64()), (3, 4, Some(1)));
    let all = "[audiences.public]\nprogress = 'all'\n";
    assert_eq!(progress(all, "public"), (3, 4, Value::Null));
    let sheets = Printed::new(&documents, all, TODAY).sheets("public");
    let page = String::from_utf8(sheets["milestones/m1.html"].clone()).unwrap();
    assert!(
        page.contains("counts work that is not shown here"),
        "{page}"
    );
}

#[test]
fn hidden_documents_change_nothing() {
    // Wholly hidden ones: what they say of public items is hidden with them.
    let mut all = documents(PLANT);
    // What an open item says of a sprint that is nowhere is its own word.
    let sprint = format!("sprint: {PLANT}hiddensprint\n");
    all.iter_mut()
        .for_each(|(_, text)| *text = text.replace(&sprint, ""));
    let is_open = |text: &str| text.contains("audience: public");
    let (open, hidden): (Vec<_>, Vec<_>) = all.iter().cloned().partition(|(_, text)| is_open(text));
    assert!(hidden.len() > 8 && open.len() > 3);
    let (with, without) = (
        Printed::new(&all, "", TODAY),
        Printed::new(&open, "", TODAY),
    );
    let (with, without) = (told(&with, "public"), told(&without, "public"));
    let names = |sheets: &Sheets| sheets.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&with), names(&without));
    let differ = with
        .iter()
        .filter(|(name, bytes)| without[*name] != **bytes);
    let differ: Vec<&String> = differ.map(|(name, _)| name).collect();
    assert!(differ.is_empty(), "{differ:?}");
}

#[test]
fn what_is_hidden_later_is_gone_from_the_folder() {
    let task = "---\nid: _T\naudience: public\n---\n\n# _Task\n\n![_p](_p.png)\n";
    let plan = Scratch::new("audience")
        .file(&planted("plan/tasks/_t.md", PLANT), planted(task, PLANT))
        .file(
            "plan/tasks/open.md",
            "---\nid: T-2\naudience: public\n---\n\n# Open\n",
        );
    let plan = plan.file(&planted("plan/tasks/_p.png", PLANT), "png");
    let build = "build plan --audience public --out-dir site --no-git";
    let built = |plan: &Scratch| {
        let said = plansite(plan.root(), build);
        assert_eq!(said.code, 0, "{}", said.err);
        let found = files(&plan.root().join("site"));
        assert!(
            found.keys().any(|path| path.ends_with("t-2.html")),
            "{found:?}"
        );
        leaks(&found)
    };
    assert!(!built(&plan).is_empty());
    let hidden = task.replace("public", "internal");
    let path = planted("plan/tasks/_t.md", PLANT);
    let plan = plan.file(&path, planted(&hidden, PLANT));
    assert_eq!(built(&plan), [""; 0]);
}

#[test]
fn with_nothing_public_it_is_said_how_to_make_something() {
    let plan = Scratch::new("closed").file(
        "plan/tasks/t.md",
        planted("# _Task\n\n**Status:** done\n", PLANT),
    );
    let said = plansite(
        plan.root(),
        "build plan --audience public --out-dir site --no-git",
    );
    assert_eq!(said.code, 0, "{}", said.err);
    let found = files(&plan.root().join("site"));
    assert_eq!(leaks(&found), [""; 0]);
    let home = fs::read_to_string(plan.root().join("site/index.html")).unwrap();
    assert!(home.contains("audience: public"), "{home}");
}

/// What a document holds beside its title.
#[derive(Clone, Debug)]
enum Piece {
    Words,
    Owner,
    Field,
    Comment(u8),
    Picture,
    Link(usize),
    Depends(usize),
    Broken,
    Table(Vec<bool>),
    Heading(bool),
    Private(u8),
    Movement(usize),
}

/// A document, open or hidden.
#[derive(Clone, Debug)]
struct Page {
    is_open: bool,
    kind: usize,
    pieces: Vec<Piece>,
}

/// The folders and what lies in them.
const KINDS: [(&str, &str); 6] = [
    ("milestones", "milestone"),
    ("prd", "feature"),
    ("user-stories", "story"),
    ("tasks", "task"),
    ("weeks", "sprint"),
    ("decisions", "decision"),
];

fn piece() -> impl Strategy<Value = Piece> {
    prop_oneof![
        Just(Piece::Words),
        Just(Piece::Owner),
        Just(Piece::Field),
        (0..4_u8).prop_map(Piece::Comment),
        Just(Piece::Picture),
        (0..6_usize).prop_map(Piece::Link),
        (0..6_usize).prop_map(Piece::Depends),
        Just(Piece::Broken),
        prop::collection::vec(any::<bool>(), 1..4).prop_map(Piece::Table),
        any::<bool>().prop_map(Piece::Heading),
        (0..3_u8).prop_map(Piece::Private),
        (0..6_usize).prop_map(Piece::Movement),
    ]
}

fn page() -> impl Strategy<Value = Page> {
    let pieces = prop::collection::vec(piece(), 0..9);
    (any::<bool>(), 0..KINDS.len(), pieces).prop_map(|(is_open, kind, pieces)| Page {
        is_open,
        kind,
        pieces,
    })
}

/// Writes pages as documents.
struct Scribe<'a> {
    pages: &'a [Page],
    plant: &'a str,
    next: usize,
    /// Whether a heading stands below that of the item: fields are not looked for there.
    is_deep: bool,
    /// Whether it may have tasks: a heading of one is an item then, with fields of its own.
    has_tasks: bool,
    /// Whether it is the sheet of a week, which moves items.
    is_week: bool,
    out: String,
}

impl Scribe<'_> {
    /// A word that nobody else has: planted, or open to all.
    fn word(&mut self, is_open: bool, name: &str) -> String {
        self.next += 1;
        let plant = if is_open { "open" } else { self.plant };
        format!("{plant}{name}{}", self.next)
    }

    fn id(&self, at: usize) -> String {
        let at = at % self.pages.len();
        match self.pages[at].is_open {
            true => format!("OPEN-{at}"),
            false => format!("{}-{at}", self.plant),
        }
    }

    /// The folder of a hidden document is hidden, and so is the name of every one.
    fn path(&self, at: usize) -> String {
        let at = at % self.pages.len();
        let (folder, _) = KINDS[self.pages[at].kind];
        let (number, plant) = (10 + at, self.plant);
        match self.pages[at].is_open {
            true => format!("{folder}/{number}/{plant}file.md"),
            false => format!("{folder}/{plant}folder{number}/file.md"),
        }
    }

    fn put(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push_str("\n\n");
    }

    fn page(&mut self, at: usize) -> String {
        let page = self.pages[at].clone();
        let is_open = page.is_open;
        let audience = if is_open { "public" } else { "internal" };
        let (id, title) = (self.id(at), self.word(is_open, "title"));
        let (owner, field) = (self.word(false, "owner"), self.word(false, "field"));
        self.out.clear();
        self.is_deep = false;
        let (folder, kind) = KINDS[page.kind];
        self.is_week = folder == "weeks";
        self.has_tasks = page.kind < 3;
        self.put(&format!(
            "---\nid: {id}\nkind: {kind}\naudience: {audience}\nowner: {owner}\ncost centre: {field}\n---\n\n# {title}"
        ));
        let mut is_open = is_open;
        for piece in &page.pieces {
            is_open = self.piece(piece, is_open);
        }
        std::mem::take(&mut self.out)
    }

    /// Writes a piece, and answers whether what follows is open.
    fn piece(&mut self, piece: &Piece, is_open: bool) -> bool {
        let word = self.word(is_open, "words");
        let hidden = self.word(false, "hidden");
        match piece {
            Piece::Movement(_) if !self.is_week => {}
            Piece::Heading(true) if !self.has_tasks => {}
            Piece::Heading(false) if !self.has_tasks => self.is_deep = true,
            Piece::Owner | Piece::Field | Piece::Depends(_) if self.is_deep => {}
            Piece::Words => self.put(&format!("{word} {word}. More of {word}.")),
            Piece::Owner => self.put(&format!("**Owner:** {hidden}")),
            Piece::Field => self.put(&format!("**Budget:** {hidden}")),
            Piece::Comment(0) => self.put(&format!("{word} <!-- {hidden} --> {word}")),
            Piece::Comment(1) => self.put(&format!("<!--\n{hidden}\n\n- [ ] {hidden}\n-->")),
            Piece::Comment(2) => {
                self.put(&format!("<div>{word}\n<!-- {hidden}\n\n{hidden} --></div>"));
            }
            Piece::Comment(_) => self.put(&format!("[//]: # ({hidden})")),
            Piece::Picture => self.put(&format!("![{word}]({hidden}/{hidden}.png)")),
            Piece::Link(to) => {
                let (path, fragment) = (self.path(*to), hidden);
                self.put(&format!(
                    "[{word}](/{path}#{fragment}) <a href='/{path}'>{word}</a>"
                ));
            }
            Piece::Depends(on) => {
                let (id, path) = (self.id(*on), self.path(on + 1));
                self.put(&format!("**Depends on:** {id}, [{word}](/{path})"));
            }
            Piece::Broken => self.put(&format!(
                "[{word}](missing/{hidden}.md) ![{word}](missing/{hidden}.png)"
            )),
            Piece::Table(rows) => self.table(rows),
            Piece::Heading(is_open) => {
                let audience = if *is_open { "public" } else { "internal" };
                let (title, number) = (self.word(*is_open, "heading"), self.next);
                let id = if *is_open {
                    "H".into()
                } else {
                    format!("{}H", self.plant)
                };
                self.put(&format!(
                    "## Task {id}-{number}: {title}\n\n**Audience:** {audience}"
                ));
                (self.is_deep, self.is_week) = (false, false);
                return *is_open;
            }
            Piece::Private(how) => self.private(*how, is_open, &word),
            Piece::Movement(of) => {
                let id = self.id(*of);
                let reason = self.word(
                    is_open && self.pages[of % self.pages.len()].is_open,
                    "reason",
                );
                self.put(&format!("### Entered\n\n- {id} ({reason})"));
            }
        }
        self.is_deep |= matches!(piece, Piece::Private(_) | Piece::Movement(_));
        is_open
    }

    fn table(&mut self, rows: &[bool]) {
        let mut table =
            "| ID | Task | Owner | Status | Audience | Notes |\n|---|---|---|---|---|---|"
                .to_string();
        for is_open in rows {
            let (title, number) = (self.word(*is_open, "row"), self.next);
            let (owner, note) = (self.word(false, "owner"), self.word(false, "note"));
            let audience = if *is_open { "public" } else { "" };
            let id = if *is_open {
                "R".into()
            } else {
                format!("{}R", self.plant)
            };
            table +=
                &format!("\n| {id}-{number} | {title} | {owner} | Done | {audience} | {note} |");
        }
        self.put(&table);
    }

    /// A private section, up to the next heading of its level.
    fn private(&mut self, how: u8, is_open: bool, word: &str) {
        let plant = self.plant;
        let words = format!(
            "{plant} [{plant}](/{}) ![{plant}]({plant}.png)\n\n- [ ] {plant}\n\n[{plant}]: {plant}.md",
            self.path(0)
        );
        let heading = self.word(is_open && how > 0, "section");
        let open = if how == 1 {
            format!("{word}\n\n")
        } else {
            String::new()
        };
        let heading = if how == 2 {
            format!("{plant}{heading}")
        } else {
            heading
        };
        self.put(&format!("### {heading}\n\n{open}<!-- audience: internal -->\n\n{words}\n\n#### {plant}\n\n{plant}\n\n### After"));
    }
}

/// The pages as documents.
fn written(pages: &[Page], plant: &str) -> Vec<(String, String)> {
    let mut scribe = Scribe {
        pages,
        plant,
        next: 0,
        is_deep: false,
        has_tasks: false,
        is_week: false,
        out: String::new(),
    };
    let documents = (0..pages.len()).map(|at| (scribe.path(at), scribe.page(at)));
    documents.collect()
}

/// Few plans, so that it takes a moment only; `PROPTEST_CASES=5000` tries harder.
fn bounds() -> ProptestConfig {
    let few = env::var_os("PROPTEST_CASES").is_none();
    let given = ProptestConfig::default();
    ProptestConfig {
        cases: if few { 48 } else { given.cases },
        failure_persistence: None,
        ..given
    }
}

proptest! {
    #![proptest_config(bounds())]

    #[test]
    fn no_plan_leaks(pages in prop::collection::vec(page(), 1..7), config in 0..3_usize) {
        let plan = Printed::new(&written(&pages, PLANT), CONFIGS[config], TODAY);
        let sheets = told(&plan, "public");
        let found = leaks(&sheets);
        prop_assert!(found.is_empty(), "{}\n{:#?}", found.join("\n"), written(&pages, PLANT));
        let other = told(&Printed::new(&written(&pages, "a"), CONFIGS[config], TODAY), "public");
        let differ: Vec<&String> = sheets.iter().filter(|(name, bytes)| other.get(*name) != Some(bytes)).map(|(name, _)| name).collect();
        prop_assert!(differ.is_empty() && other.len() == sheets.len(), "{differ:?}");
        prop_assert!(!leaks(&told(&plan, "internal")).is_empty());
    }
}
