//! Lists of items in data, and the lists in their items.

use crate::syntax::data::item::{fields, value};
use crate::syntax::data::vocabulary::{IDS, LISTS, STATES, TITLES, is_said, worded};
use crate::syntax::node::Node;
use crate::syntax::outline::{Block, Outline, Record, Shape, Text};
use crate::text::span::Span;

/// Lists and maps that are looked into; a file with more of them is no plan.
const MOST: usize = 20_000;

/// The lists of items in a map, or in the maps in it: a tag may stand above them.
pub fn lists(pairs: &[(Text, Node)], depth: usize, outline: &mut Outline) -> bool {
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
pub fn listed(
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
