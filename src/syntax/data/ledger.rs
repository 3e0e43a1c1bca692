//! A ledger: the states of items by name.

use crate::syntax::data::vocabulary::is_state;
use crate::syntax::node::Node;
use crate::syntax::outline::{Block, Outline, Shape, Text};
use crate::text::span::Span;

/// A map of which most values are states, each under the name of an item; it may stand under one key.
pub fn states(pairs: &[(Text, Node)], outline: &mut Outline) -> bool {
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
