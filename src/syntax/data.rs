//! Files of data, YAML or JSON, that hold a plan: one item, lists of items, or the states of items by name.

use std::ops::Range;

use crate::syntax::front_matter::{self, Format, Front};
use crate::syntax::outline::{Block, Fault, Field, Outline, Record, Section, Shape, Text};
use crate::syntax::yaml::{self, Node};
use crate::text::file::SourceFile;
use crate::text::similar::fold;
use crate::text::span::Span;

/// Endings of files of data.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

/// Keys of a title.
const TITLES: [&str; 9] = [
    "title", "name", "summary", "subject", "content", "título", "titulo", "titel", "titre",
];

/// Keys of a state.
const STATES: [&str; 7] = [
    "status",
    "state",
    "stage",
    "estado",
    "statut",
    "situação",
    "상태",
];

/// Keys of an id.
const IDS: [&str; 6] = ["id", "key", "number", "iid", "task id", "story id"];

/// Keys under which items are listed.
const LISTS: [&str; 19] = [
    "tasks",
    "issues",
    "stories",
    "user stories",
    "epics",
    "features",
    "milestones",
    "phases",
    "sprints",
    "decisions",
    "backlog",
    "todos",
    "tickets",
    "items",
    "work items",
    "subtasks",
    "tareas",
    "aufgaben",
    "tâches",
];

/// Words for states, one of which most values of a map of states are.
const WORDS: [&str; 24] = [
    "backlog",
    "todo",
    "to do",
    "open",
    "new",
    "planned",
    "pending",
    "draft",
    "drafted",
    "ready",
    "ready for dev",
    "contexted",
    "in progress",
    "active",
    "doing",
    "started",
    "review",
    "in review",
    "blocked",
    "done",
    "completed",
    "complete",
    "closed",
    "cancelled",
];

/// Further keys that plans have.
const OTHERS: [&str; 8] = [
    "priority",
    "assignees",
    "assignee",
    "labels",
    "milestone",
    "dependencies",
    "depends on",
    "body",
];

/// Keys of one item, beside those.
const PLANNED: [&str; 14] = [
    "authors",
    "author",
    "owner",
    "owners",
    "owning sig",
    "estimate",
    "effort",
    "story points",
    "epic",
    "sprint",
    "parent",
    "acceptance criteria",
    "definition of done",
    "blocked by",
];

/// Keys of the title of one item: what has a name may be anything.
const NAMES: [&str; 5] = ["title", "título", "titulo", "titel", "titre"];

/// Lists and maps that are looked into; a file with more of them is no plan.
const MOST: usize = 20_000;

/// Whether a file is one of data, by its ending.
pub fn is_data(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| ENDINGS.contains(&ending.to_ascii_lowercase().as_str()))
}

/// Whether a file of this name is never opened: what pins the versions of packages is long and no plan.
pub fn is_lock(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let mut words = name.split(|c: char| !c.is_alphanumeric());
    words.any(|word| matches!(word, "lock" | "lockfile" | "shrinkwrap"))
}

/// Whether the first bytes of a file of data speak of titles and states, so that the whole is worth reading.
pub fn promises(head: &str) -> bool {
    let mut keys: Vec<String> = keys(head).map(worded).collect();
    keys.sort();
    keys.dedup();
    let known = |key: &&String| {
        [&TITLES[..], &STATES, &IDS, &LISTS, &OTHERS]
            .iter()
            .any(|table| table.contains(&key.as_str()))
    };
    let states = || {
        let values = head.lines().filter_map(|line| line.split_once(": "));
        values.filter(|(_, value)| is_state(value)).take(2).count()
    };
    keys.iter().filter(known).take(2).count() == 2 || states() == 2
}

/// The words that stand before a colon: `- id: 1`, `"id": 1`.
fn keys(head: &str) -> impl Iterator<Item = &str> {
    head.match_indices(':').filter_map(|(at, _)| {
        let before = head[..at].trim_end();
        let quoted = before.strip_suffix(['"', '\'']).unwrap_or(before);
        // A key is short; a sentence before a colon is none.
        let mut from = quoted.len().saturating_sub(24);
        while !quoted.is_char_boundary(from) {
            from += 1;
        }
        let start = quoted[from..].rfind(['"', '\'', '\n', '{', ',']);
        let key = quoted[start.map_or(from, |start| from + start + 1)..].trim();
        Some(key.strip_prefix("- ").unwrap_or(key)).filter(|key| !key.is_empty())
    })
}

/// Whether a file of data holds a plan.
pub fn is_plan(text: &str) -> bool {
    let mut outline = Outline::default();
    read(text, &mut outline)
}

/// The outline of a file of data; empty where it holds no plan.
pub fn outline(file: &SourceFile) -> Outline {
    let mut outline = Outline {
        path: file.path.clone(),
        ..Outline::default()
    };
    read(&file.text, &mut outline);
    outline.sections.push(Section {
        level: 0,
        is_bold: false,
        heading: Text::default(),
        span: Span::new(0..file.text.len()),
        parent: None,
        blocks: 0..outline.blocks.len(),
    });
    outline
}

fn read(text: &str, outline: &mut Outline) -> bool {
    let start = usize::from(text.starts_with('\u{feff}')) * '\u{feff}'.len_utf8();
    match yaml::node(text, start..text.len()) {
        Ok(Some(node)) => plan(&node, outline),
        Ok(None) => false,
        Err(_) => broken(text, start..text.len(), outline),
    }
}

/// One item that is not YAML to the letter is read line by line, as front matter is.
fn broken(text: &str, inner: Range<usize>, outline: &mut Outline) -> bool {
    if text[inner.clone()].trim_start().starts_with(['{', '[']) {
        return false;
    }
    let front = Front {
        format: Format::Yaml,
        inner: inner.clone(),
        whole: inner.clone(),
    };
    let (fields, faults) = front_matter::fields(text, &front);
    let has = |keys: &[&str]| {
        let stated = |field: &&Field| {
            keys.contains(&worded(&field.key.value).as_str()) && is_said(&field.value.value)
        };
        fields.iter().any(|field| stated(&field))
    };
    let is_more = |field: &Field| {
        is_planned(&field.key.value) || IDS.contains(&worded(&field.key.value).as_str())
    };
    let is_item = has(&NAMES)
        && has(&STATES)
        && fields.iter().any(is_more)
        && !fields.iter().any(|field| is_foreign(&field.key.value));
    if is_item {
        outline.front = fields;
        outline.front_span = Some(Span::new(inner));
        outline.faults = faults.into_iter().map(of_file).collect();
    }
    is_item
}

/// There is no front matter in a file that is YAML as a whole.
fn of_file(mut fault: Fault) -> Fault {
    fault.message = fault.message.replace("the front matter", "this file");
    fault
}

/// The key as written; of `closedAt` its words, for names in it would be none.
fn named(key: Text) -> Text {
    let is_humped = key
        .value
        .as_bytes()
        .windows(2)
        .any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    let value = if is_humped {
        worded(&key.value)
    } else {
        key.value
    };
    Text { value, ..key }
}

/// What a file of data lists or states; whether that is a plan.
fn plan(node: &Node, outline: &mut Outline) -> bool {
    match node {
        Node::List(nodes, span) => listed("", nodes, *span, None, outline),
        Node::Map(pairs, span) => {
            if pairs.iter().any(|(key, _)| is_foreign(&key.value)) {
                return false;
            }
            let is_item = is_item(pairs);
            if is_item {
                outline.front = fields(pairs);
                outline.front_span = Some(*span);
            }
            lists(pairs, 0, outline) || states(pairs, outline) || is_item
        }
        Node::Scalar(_) => false,
    }
}

/// Keys that only other programs' files have.
fn is_foreign(key: &str) -> bool {
    matches!(
        key,
        "apiVersion"
            | "openapi"
            | "swagger"
            | "jobs"
            | "services"
            | "scripts"
            | "lockfileVersion"
            | "asyncapi"
    )
}

/// The lists of items in a map, or in the maps in it: a tag may stand above them.
fn lists(pairs: &[(Text, Node)], depth: usize, outline: &mut Outline) -> bool {
    let mut found = false;
    for (key, node) in pairs {
        match node {
            Node::List(nodes, span) if LISTS.contains(&worded(&key.value).as_str()) => {
                found |= listed(&key.value, nodes, *span, None, outline);
            }
            Node::Map(inner, _) if depth == 0 => found |= lists(inner, depth + 1, outline),
            _ => {}
        }
    }
    found
}

/// Adds the items of a list, if most entries are items. A list without a name must state what all are at.
fn listed(
    name: &str,
    nodes: &[Node],
    span: Span,
    within: Option<usize>,
    outline: &mut Outline,
) -> bool {
    let name = worded(name);
    let is_vague = matches!(name.as_str(), "" | "items" | "features");
    let maps = || {
        nodes.iter().filter_map(|node| match node {
            Node::Map(pairs, span) => Some((pairs, *span)),
            _ => None,
        })
    };
    let fits = |pairs: &[(Text, Node)]| {
        value(pairs, &TITLES).is_some()
            && (value(pairs, &STATES).is_some_and(is_said)
                || !is_vague && value(pairs, &IDS).is_some())
    };
    let count = maps().filter(|(pairs, _)| fits(pairs)).count();
    if count == 0 || count * 5 < nodes.len() * 4 || outline.records.len() + count > MOST {
        return false;
    }
    let block = match within {
        Some(above) => outline.records[above].block,
        None => {
            outline.blocks.push(Block {
                span,
                section: 0,
                shape: Shape::Other,
            });
            outline.blocks.len() - 1
        }
    };
    for (pairs, span) in maps().filter(|(pairs, _)| fits(pairs)) {
        record(&name, pairs, span, within, block, outline);
    }
    true
}

fn record(
    name: &str,
    pairs: &[(Text, Node)],
    span: Span,
    within: Option<usize>,
    block: usize,
    outline: &mut Outline,
) {
    let number = outline.records.len();
    outline.records.push(Record {
        fields: fields(pairs),
        span,
        within,
        block,
        list: name.to_string(),
    });
    for (key, node) in pairs {
        if let Node::List(nodes, span) = node
            && LISTS.contains(&worded(&key.value).as_str())
        {
            listed(&key.value, nodes, *span, Some(number), outline);
        }
    }
}

/// Whether a map is one item: a title and a state in words, and more that only plans say; a site has a title and a
/// state too.
fn is_item(pairs: &[(Text, Node)]) -> bool {
    let has = |keys: &[&str]| value(pairs, keys).is_some_and(is_said);
    let planned = pairs
        .iter()
        .filter(|(key, _)| is_planned(&key.value))
        .count();
    let has_id = value(pairs, &IDS).is_some();
    has(&NAMES) && (has(&STATES) && (has_id || planned > 0) || has_id && planned > 1)
}

/// Whether only plans have this key.
fn is_planned(key: &str) -> bool {
    let key = worded(key);
    let is_one = |table: &[&str]| table.contains(&key.as_str());
    is_one(&OTHERS[..7]) || is_one(&PLANNED) || key.ends_with(" number") || key.starts_with("due")
}

/// A map of which most values are states, each under the name of an item; it may stand under one key.
fn states(pairs: &[(Text, Node)], outline: &mut Outline) -> bool {
    let found = ledger(pairs).or_else(|| {
        pairs.iter().find_map(|(_, node)| match node {
            Node::Map(inner, span) => ledger(inner).map(|found| (found.0, *span)),
            _ => None,
        })
    });
    let Some((states, span)) = found else {
        return false;
    };
    outline.states = states;
    outline.blocks.push(Block {
        span,
        section: 0,
        shape: Shape::Other,
    });
    true
}

type Ledger = (Vec<(Text, Text)>, Span);

fn ledger(pairs: &[(Text, Node)]) -> Option<Ledger> {
    let stated: Vec<(Text, Text)> = pairs
        .iter()
        .filter_map(|(key, node)| match node {
            Node::Scalar(text) => Some((key.clone(), text.clone())),
            _ => None,
        })
        .collect();
    let known = stated
        .iter()
        .filter(|(_, text)| is_state(&text.value))
        .count();
    let is_name =
        |key: &str| key.contains(['-', '_', '.']) && key.contains(|c: char| c.is_ascii_digit());
    let named = stated.iter().filter(|(key, _)| is_name(&key.value)).count();
    let span = stated
        .iter()
        .map(|(key, text)| key.span.join(text.span))
        .reduce(Span::join)?;
    (known >= 2 && known * 10 >= pairs.len() * 7 && named * 2 >= pairs.len())
        .then_some((stated, span))
}

/// Whether some words are those of a state, a remark behind them left out.
fn is_state(words: &str) -> bool {
    let words = words.split(" #").next().unwrap_or_default();
    let words = words.split('(').next().unwrap_or_default();
    WORDS.contains(&fold(words).as_str())
}

/// Whether a value is words, and neither a number nor true or false.
fn is_said(words: &str) -> bool {
    words.contains(char::is_alphabetic) && !matches!(words, "true" | "false") && words.len() < 200
}

/// The first scalar under one of these keys.
fn value<'a>(pairs: &'a [(Text, Node)], keys: &[&str]) -> Option<&'a str> {
    keys.iter().find_map(|wanted| {
        pairs.iter().find_map(|(key, node)| match node {
            Node::Scalar(text) if !text.is_empty() && worded(&key.value) == *wanted => {
                Some(text.value.as_str())
            }
            _ => None,
        })
    })
}

/// The fields of an item. What a map is called stands for it; one without a name is spread.
fn fields(pairs: &[(Text, Node)]) -> Vec<Field> {
    let mut out = Vec::new();
    for (key, node) in pairs {
        let words = worded(&key.value);
        let key = named(key.clone());
        match node {
            Node::Scalar(text) if text.is_empty() => {}
            Node::Scalar(text) => out.push(yaml::field(key, text.clone(), Vec::new())),
            Node::Map(inner, span) => match called(inner, *span) {
                Some(text) => {
                    out.push(yaml::field(key, text, Vec::new()));
                    out.extend(
                        spread(&words, inner)
                            .into_iter()
                            .filter(|field| is_due(&field.key.value)),
                    );
                }
                None => out.extend(spread(&words, inner)),
            },
            Node::List(nodes, span) if !(LISTS.contains(&words.as_str()) && holds_maps(nodes)) => {
                let entries = nodes.iter().filter_map(entry).collect();
                out.push(yaml::listed(key, entries, *span));
            }
            Node::List(..) => {}
        }
    }
    out.truncate(yaml::MOST);
    out
}

/// Of a milestone that an issue names, its day is worth keeping.
fn is_due(key: &str) -> bool {
    key.rsplit('.')
        .next()
        .is_some_and(|key| worded(key).starts_with("due"))
}

fn holds_maps(nodes: &[Node]) -> bool {
    nodes.iter().any(|node| matches!(node, Node::Map(..)))
}

fn spread(above: &str, pairs: &[(Text, Node)]) -> Vec<Field> {
    let short = above.len() < yaml::LONGEST;
    let (mut fields, _) = yaml::flatten(if short { pairs.to_vec() } else { Vec::new() });
    for field in &mut fields {
        field.key.value = format!("{above}.{}", named(field.key.clone()).value);
    }
    fields
}

fn entry(node: &Node) -> Option<Text> {
    match node {
        Node::Scalar(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Node::Map(pairs, span) => {
            Some(called(pairs, *span).unwrap_or_else(|| yaml::caption(pairs, *span)))
        }
        Node::List(..) => None,
    }
}

/// What a map is called: a title, or the name that somebody signs with.
fn called(pairs: &[(Text, Node)], span: Span) -> Option<Text> {
    let value = value(pairs, &["title", "login", "username", "name"])?.to_string();
    Some(Text {
        value,
        span,
        links: Vec::new(),
    })
}

/// A key as words: `closedAt`, `closed_at` and `closed-at` are "closed at".
pub fn worded(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    let mut before = ' ';
    for c in key.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            out.push(' ');
        }
        before = c;
        out.extend(if matches!(c, '_' | '-') { ' ' } else { c }.to_lowercase());
    }
    out.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn json_is_read_with_its_tabs_and_escapes() {
        let text = "[\n\t{\"id\": \"T-1\", \"title\": \"\\ud83d\\udea2 a\\/b\",\n\t\t\"status\": \"open\", \"status\": \"done\"}\n]\n";
        let mut outline = Outline::default();
        assert!(read(text, &mut outline));
        let titles = outline.records[0]
            .fields
            .iter()
            .filter(|field| field.key.value == "title");
        let titles: Vec<&str> = titles.map(|field| field.value.value.as_str()).collect();
        assert_eq!(titles, ["🚢 a/b"]);
        assert!(!read(
            "[{\"title\": \"a\", \"status\": ",
            &mut Outline::default()
        ));
    }

    #[test]
    fn what_is_no_plan_yields_nothing() {
        for text in [
            "title: Pots\nstatus: active\nfeatures: {search: true}\n",
            "openapi: 3.0.0\ninfo: {title: a, status: b}\n",
            "name: build\non: push\njobs:\n  a: {steps: [{name: x, id: y}]}\n",
            "services:\n  web: {image: x}\n",
            "{\"title\": \"Not found\", \"status\": 404, \"id\": 1}",
            "{\"name\": \"x\", \"version\": \"1\", \"scripts\": {}}",
            "search-1: enabled\nsearch-2: disabled\n",
            "kep-number: 7\nbeta: {approver: '@a'}\n",
            "[1, 2]",
            "",
            "{{ x }}",
        ] {
            assert!(!is_plan(text), "{text}");
        }
    }

    #[test]
    fn plans_promise_to_be_plans() {
        for text in [
            "title: A\nkep-number: 7\nauthors: ['@a']\nstatus: provisional\n",
            "{\"tasks\": [{\"id\": 1, \"title\": \"A\"}]}",
            "[{\"number\":1,\"state\":\"OPEN\",\"title\":\"A\"}]",
            "states:\n  epic-1: done\n  1-2-a: in-progress\n",
            "id: T-1\ntitle: A: b\nstatus: done\n",
        ] {
            assert!(promises(text) && is_plan(text), "{text}");
        }
    }

    #[test]
    fn keys_are_words() {
        let words = ["closedAt", "closed_at", "closed-at"].map(worded);
        assert!(words.iter().all(|word| word == "closed at"));
        assert!(
            is_lock("a/package-lock.json") && is_lock("yarn.lock.yml") && !is_lock("block.json")
        );
    }

    #[test]
    fn depth_is_no_danger() {
        for text in [
            "{\"tasks\":".repeat(20_000),
            format!("{{\"tasks\":{}{}}}", "[".repeat(50_000), "]".repeat(50_000)),
            ":".repeat(100_000),
            "a: \n".repeat(20_000),
        ] {
            let _ = (promises(&text), is_plan(&text));
        }
    }

    proptest! {
        #[test]
        fn garbage_is_read_in_place(text in "(\"title\": |\"id\": |tasks:|title: a|status: done|[\\[\\]{},\"é\n -]|1){0,40}") {
            let file = SourceFile::new("a.json", text.clone().into_bytes());
            let _ = promises(&text);
            for record in outline(&file).records {
                prop_assert!(text.get(record.span.range()).is_some());
            }
        }
    }
}
