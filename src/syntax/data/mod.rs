//! Files of data, YAML or JSON, that hold a plan: one item, lists of items, or the states of items by name.

pub mod item;
pub mod ledger;
pub mod list;
pub mod promise;
pub mod vocabulary;

use std::ops::Range;

use crate::syntax::front_matter::{self, Front};
use crate::syntax::key::Format;
use crate::syntax::line::beginning;
use crate::syntax::loose;
use crate::syntax::node::Node;
use crate::syntax::outline::{Fault, Field, Outline, Section, Text};
use crate::syntax::yaml;
use crate::text::file::SourceFile;
use crate::text::span::Span;
use crate::theme::tongue::key;
use item::{fields, is_item};
use ledger::states;
use list::{listed, lists};
use vocabulary::{IDS, NAMES, STATES, is_foreign, is_planned, is_said, worded};

/// Endings of files of data.
const ENDINGS: [&str; 3] = ["yaml", "yml", "json"];

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
    let start = beginning(text);
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
    if fault.message.sentence == loose::BROKEN {
        fault.message.sentence = key("this file is {fault}");
    }
    fault
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

#[cfg(test)]
mod tests {
    use super::promise::promises;
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
    fn locks_are_known_by_their_names() {
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
