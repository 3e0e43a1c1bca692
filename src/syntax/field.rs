//! The fields of front matter: maps in maps under dotted keys, lists as one value with entries.

use std::collections::BTreeSet;

use crate::model::reason::Reason;
use crate::syntax::node::{Node, caption};
use crate::syntax::outline::{Fault, Field, Text};
use crate::text::slot::Form;
use crate::text::span::Span;
use crate::theme::tongue::key;

/// What is said of a key that is stated twice.
pub const TWICE: &str = key("`{key}` is stated twice");
/// The rule that all faults of YAML and TOML break.
pub const RULE: &str = "broken-front-matter";
/// How many fields are read; a document with more of them is no plan.
pub const MOST: usize = 4096;
/// How long a key may be that others are nested under, so that a few bytes cannot become many.
pub const LONGEST: usize = 1024;

/// A field of front matter.
pub fn field(key: Text, value: Text, entries: Vec<Text>) -> Field {
    Field {
        key,
        value,
        entries,
        form: Form::Scalar,
        marked: true,
    }
}

/// A field whose value is a list.
pub fn listed(key: Text, entries: Vec<Text>, span: Span) -> Field {
    let words: Vec<&str> = entries.iter().map(|entry| entry.value.as_str()).collect();
    let value = Text {
        value: words.join(", "),
        span,
        links: Vec::new(),
    };
    field(key, value, entries)
}

/// The fields of nested maps under dotted keys (those of `extra` under their own), and the keys that are stated twice.
pub fn flatten(pairs: Vec<(Text, Node)>) -> (Vec<Field>, Vec<Fault>) {
    let mut fields = Vec::new();
    spread(pairs, "", &mut fields);
    settle(fields)
}

/// Puts fields in their final form: what is stated twice or too much is said, and `extra.` is taken away.
pub fn settle(mut fields: Vec<Field>) -> (Vec<Field>, Vec<Fault>) {
    let mut faults = twice(&fields);
    if fields.len() >= MOST {
        let span = fields[MOST - 1].key.span;
        let message = Reason::new("there are too many keys: only the first {most} are read")
            .words("most", &MOST.to_string());
        faults.push(Fault {
            rule: RULE,
            message,
            span,
            help: key("split the file"),
        });
        fields.truncate(MOST);
    }
    for field in &mut fields {
        if field.key.value.starts_with("extra.") {
            field.key.value.drain(.."extra.".len());
        }
    }
    (fields, faults)
}

fn twice(fields: &[Field]) -> Vec<Fault> {
    let mut seen = BTreeSet::new();
    let again = fields
        .iter()
        .filter(|field| !seen.insert(field.key.value.as_str()));
    again
        .map(|field| Fault {
            rule: RULE,
            message: Reason::new(TWICE).words("key", &field.key.value),
            span: field.key.span,
            help: key("keep one of them"),
        })
        .collect()
}

fn spread(pairs: Vec<(Text, Node)>, prefix: &str, fields: &mut Vec<Field>) {
    for (mut key, node) in pairs {
        if fields.len() == MOST {
            return;
        }
        key.value.insert_str(0, prefix);
        match node {
            Node::Map(inner, _) if !inner.is_empty() && key.value.len() < LONGEST => {
                spread(inner, &format!("{}.", key.value), fields);
            }
            Node::Map(inner, span) => fields.push(field(key, caption(&inner, span), Vec::new())),
            Node::Scalar(value) => fields.push(field(key, value, Vec::new())),
            Node::List(nodes, span) => {
                let mut entries = Vec::new();
                collect(nodes, &mut entries);
                fields.push(listed(key, entries, span));
            }
        }
    }
}

/// Lists in lists become one: `[[US-013]]` without quotes names one story.
fn collect(nodes: Vec<Node>, entries: &mut Vec<Text>) {
    for node in nodes {
        match node {
            Node::Scalar(text) if text.is_empty() => {}
            Node::Scalar(text) => entries.push(text),
            Node::List(inner, _) => collect(inner, entries),
            Node::Map(pairs, span) => entries.push(caption(&pairs, span)),
        }
    }
}
