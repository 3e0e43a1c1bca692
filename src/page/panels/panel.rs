//! A panel: a few rows under a title.

use serde::Serialize;

use crate::page::book::Book;
use crate::page::mark;
use crate::page::section::{Line, Part};
use crate::theme::markup::{Markup, escape};

/// How many rows a panel has.
pub const ROWS: usize = 5;

/// The page that the panels stand on.
pub const FROM: &str = "index.html";

/// A panel.
#[derive(Default, Serialize)]
pub struct Panel {
    /// Its name in the page.
    pub id: &'static str,
    /// What it is called.
    pub title: Markup,
    /// How many there are.
    pub count: Option<String>,
    /// What stands at the right of its title.
    pub side: Option<Markup>,
    /// What it is for.
    pub goal: Option<String>,
    /// What stands in it, one below the other.
    pub parts: Vec<Part>,
    /// What stands in it side by side.
    pub columns: Vec<Part>,
    /// Names and what is said of them.
    pub facts: Vec<(String, Markup)>,
    /// What is said below it.
    pub note: Option<Markup>,
}

impl Panel {
    /// One with nothing in it.
    pub fn new(id: &'static str, title: &str) -> Self {
        Self {
            id,
            title: Markup::text(title),
            ..Self::default()
        }
    }

    /// With rows of this class below what it has.
    pub fn rows(mut self, class: &'static str, lines: Vec<Line>) -> Self {
        self.parts.push(Part::rows(class, lines));
        self
    }
}

/// A row about an item: its id, or the icon of its kind, and its title.
pub fn line(book: &Book, from: &str, at: usize) -> Line {
    let item = book.item(at);
    let lead = match &item.id {
        Some(id) => format!("<span class=\"id\">{}</span>", escape(id)),
        None => format!("<i class=\"i i-{}\"></i>", mark::icon(item.kind)),
    };
    Line {
        lead: Markup::html(lead),
        title: mark::item(book, from, at),
        ..Line::default()
    }
}

/// A link to all of it.
pub fn side(book: &Book, address: &str, words: &'static str) -> Option<Markup> {
    Some(mark::anchor(address, &book.tongue.say(words), "sub"))
}
