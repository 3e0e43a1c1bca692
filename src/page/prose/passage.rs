//! What a body is cut into.

use pulldown_cmark::{Event, TagEnd};

/// A body as HTML, cut at its top headings.
#[derive(Debug, Default)]
pub struct Prose {
    /// Its passages, in order; what stands before the first heading is one without a heading.
    pub passages: Vec<Passage>,
    /// Its footnotes, as the entries of a list.
    pub footnotes: Option<String>,
}

/// What stands below one of the top headings.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// Its anchor; empty where there is no heading.
    pub id: String,
    /// The words of its heading as HTML.
    pub heading: Option<String>,
    /// The words of its heading.
    pub title: String,
    /// Everything below.
    pub html: String,
}

/// The words of a heading that has just begun.
pub(super) fn words(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::End(TagEnd::Heading(_)) => break,
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words.trim().to_string()
}
