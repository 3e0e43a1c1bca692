//! Plants words in everything that is hidden, and looks for them in every byte of the site.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    missing_docs
)]

mod printed;
mod scratch;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

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

/// The site of an audience with the plan as JSON beside it.
fn told(plan: &Printed, audience: &str) -> Sheets {
    let mut sheets = plan.sheets(audience);
    sheets.insert("(plan as json)".into(), plan.json(audience).into_bytes());
    sheets
}

/// Everything that is hidden is planted; `_` is the plant.
const DOCUMENTS: &[(&str, &str)] = &[
    // A public milestone, with all that may be hidden in it.
    (
        "milestones/_folder/_file.md",
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

Public words. See [the plan](../../prd/_prd/_hidden.md) and [words][defined] and [more][definedhidden], and
[nothing](../_broken.md), and [above](../../../_above.md). Open **shop**. <!-- _inline comment -->

<!-- _block comment

with _blank lines
-->

<div>
<!-- _rawcomment begins

and _rawcomment ends -->
</div>

<p>Public raw words <a href=\"../../prd/_raw/_link.md\">there</a> <img src=\"_rawpicture.png\" alt=\"drawn\"></p>

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

## Boxes

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
    ("milestones/m-2.md", "---\nid: M2\naudience: public\nstatus: planned\n---\n\n# Second harvest\n\n[back](_folder/_file.md) [hidden](_gone/_hidden.md#_fragment)\n"),
    // Hidden wholly.
    ("prd/_prd/_hidden.md", "---\nid: _hid\nstatus: done\nowner: _hiddenowner\n---\n\n# _Hidden feature\n\n_words, [to public](../../milestones/m-2.md)\n\n![_p](_p.png)\n\n- [ ] _criterion\n"),
    ("user-stories/us-9.md", "---\nid: US-9\nstatus: done\n---\n\n# _Story nine\n"),
    ("tasks/t-9.md", "---\nid: T-9\naudience: internal\nparent: M1\nblocks: [M2]\nbecame: [M2]\n---\n\n# _Task nine\n"),
    // The id of a public item stands in a hidden place only.
    ("tasks/open.md", "---\nkind: task\naudience: public\nstatus: done\n---\n\n# Order seeds\n"),
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
    ("decisions/d-1.md", "---\nid: D-1\nstatus: accepted\n---\n\n# _Decision one\n\nWe _decided for [M1](../milestones/_folder/_file.md).\n"),
    ("sprints/_sprint.md", "---\nid: _hiddensprint\n---\n\n# _Sprint\n"),
    // Nobody's item.
    ("notes/_paper.md", "# _Paper\n\n_paper words about [M1](../milestones/_folder/_file.md)\n"),
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

const CONFIGS: [&str; 6] = [
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
