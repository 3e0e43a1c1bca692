//! A value as YAML and TOML nest them, and what one is called.

use std::ops::Range;

use crate::syntax::outline::Text;
use crate::text::mojibake::repair;
use crate::text::span::Span;

/// How deep maps and lists are followed; what lies deeper is taken as written.
pub const DEEPEST: usize = 16;
/// The keys that tell what a map is called, the best one first.
const CAPTIONS: [&str; 5] = ["title", "name", "text", "description", "id"];

/// A value, as YAML and TOML nest them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// One value; empty if it is null.
    Scalar(Text),
    /// A list and where it stands.
    List(Vec<Self>, Span),
    /// Keys with their values, in order, and where they stand.
    Map(Vec<(Text, Self)>, Span),
}

impl Node {
    /// Where it stands.
    pub fn span(&self) -> Span {
        match self {
            Self::Scalar(text) => text.span,
            Self::List(_, span) | Self::Map(_, span) => *span,
        }
    }
}

/// A value without the blanks round it, its double encoding repaired.
pub fn text_of(value: &str, at: Range<usize>) -> Text {
    Text {
        value: repair(value.trim()).into_owned(),
        span: Span::new(at),
        links: Vec::new(),
    }
}

/// Whether a plain scalar stands for nothing.
pub fn is_null(value: &str) -> bool {
    matches!(value, "" | "~" | "null" | "Null" | "NULL")
}

/// What a map in a list is called: its title, else all that it says; `- US-101: Login` is one pair and stays together.
pub fn caption(pairs: &[(Text, Node)], span: Span) -> Text {
    let named = CAPTIONS.iter().find_map(|wanted| {
        pairs.iter().find_map(|(key, node)| match node {
            Node::Scalar(text) if key.value == *wanted && !text.is_empty() => {
                Some(text.value.clone())
            }
            _ => None,
        })
    });
    let value = named.unwrap_or_else(|| match pairs {
        [(key, Node::Scalar(text))] => format!("{}: {}", key.value, text.value)
            .trim_end()
            .to_string(),
        _ => {
            let mut words = Vec::new();
            pairs.iter().for_each(|(_, node)| said(node, &mut words));
            words.join(" ")
        }
    });
    Text {
        value,
        span,
        links: Vec::new(),
    }
}

fn said<'a>(node: &'a Node, words: &mut Vec<&'a str>) {
    match node {
        Node::Scalar(text) if text.is_empty() => {}
        Node::Scalar(text) => words.push(&text.value),
        Node::List(nodes, _) => nodes.iter().for_each(|node| said(node, words)),
        Node::Map(pairs, _) => pairs.iter().for_each(|(_, node)| said(node, words)),
    }
}
