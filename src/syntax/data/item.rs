//! A map that is one item: its title, its state and its fields.

use crate::syntax::data::vocabulary::{IDS, LISTS, NAMES, STATES, is_planned, is_said, worded};
use crate::syntax::field;
use crate::syntax::node::{self, Node};
use crate::syntax::outline::{Field, Text};
use crate::text::span::Span;

/// Whether a map is one item: a title and a state in words, and more that only plans say; a site has a title and a
/// state too.
pub fn is_item(pairs: &[(Text, Node)]) -> bool {
    let has = |keys: &[&str]| value(pairs, keys).is_some_and(is_said);
    let planned = pairs
        .iter()
        .filter(|(key, _)| is_planned(&key.value))
        .count();
    let has_id = value(pairs, &IDS).is_some();
    has(&NAMES) && (has(&STATES) && (has_id || planned > 0) || has_id && planned > 1)
}

/// The first scalar under one of these keys.
pub fn value<'a>(pairs: &'a [(Text, Node)], keys: &[&str]) -> Option<&'a str> {
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
pub fn fields(pairs: &[(Text, Node)]) -> Vec<Field> {
    let mut out = Vec::new();
    for (key, node) in pairs {
        let words = worded(&key.value);
        let key = named(key.clone());
        match node {
            Node::Scalar(text) if text.is_empty() => {}
            Node::Scalar(text) => out.push(field::field(key, text.clone(), Vec::new())),
            Node::Map(inner, span) => match called(inner, *span) {
                Some(text) => {
                    out.push(field::field(key, text, Vec::new()));
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
                out.push(field::listed(key, entries, *span));
            }
            Node::List(..) => {}
        }
    }
    out.truncate(field::MOST);
    out
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
    let short = above.len() < field::LONGEST;
    let (mut fields, _) = field::flatten(if short { pairs.to_vec() } else { Vec::new() });
    for field in &mut fields {
        field.key.value = format!("{above}.{}", named(field.key.clone()).value);
    }
    fields
}

fn entry(node: &Node) -> Option<Text> {
    match node {
        Node::Scalar(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        Node::Map(pairs, span) => {
            Some(called(pairs, *span).unwrap_or_else(|| node::caption(pairs, *span)))
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
