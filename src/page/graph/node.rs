//! An item as a node of a drawing: its mark, its id, its status in a word, and its title.

use crate::chart::graph::node::Node;
use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::graph::picture::is_blocked;
use crate::page::name;
use crate::page::words::clip;
use crate::theme::tongue::{Tongue, key};

/// The name of a node is no longer than this.
pub const NAME: usize = 18;

/// The node of an item that leads there, without an anchor.
pub fn node(book: &Book, at: usize, href: String) -> Node {
    let item = book.item(at);
    let is_blocked = is_blocked(&book.edition, at) && !item.finished;
    let (style, word) = match item.kind {
        _ if item.finished && badge::style(item) != "left" => ("done", key("Complete")),
        Kind::Blocker if !item.finished => ("blocked", key("Obstacle")),
        Kind::Decision if !item.finished => ("unknown", key("To decide")),
        _ if is_blocked => ("blocked", key("Blocked")),
        _ => badge::shape(item),
    };
    let mut class = format!("st-{style}");
    for (holds, name) in [(item.finished, " done"), (is_blocked, " blocked")] {
        class.push_str(if holds { name } else { "" });
    }
    Node {
        id: String::new(),
        href: Some(href),
        class,
        icon: style.into(),
        name: short_id(&book.tongue, item),
        word: book.tongue.say(word).into_owned(),
        title: name::title(item),
    }
}

/// The id, where it says more than a number; else with its kind.
pub fn short_id(tongue: &Tongue, item: &Entry) -> String {
    let name = item
        .id
        .as_ref()
        .map(|id| match id.contains(char::is_alphabetic) {
            true => id.clone(),
            false => name::above(tongue, item),
        });
    clip(&name.unwrap_or_default(), NAME).into_owned()
}
