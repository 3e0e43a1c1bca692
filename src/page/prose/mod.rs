//! The markdown of a body as HTML.

pub mod guide;
pub mod ids;
pub mod passage;
mod raw;
mod writer;

use pulldown_cmark::{Event, Options, Parser, Tag};

use guide::Guide;
use ids::Ids;
use passage::{Prose, words};
use writer::Writer;

/// A body as HTML. The same options as reading has: both see the same document.
pub fn prose(markdown: &str, ids: &mut Ids, guide: &dyn Guide) -> Prose {
    let events = events(markdown);
    let raw = raw::Raw::new(markdown, &events, guide);
    let mut writer = Writer::new(&events, ids, guide, &raw);
    writer.run();
    writer.finish()
}

/// The anchors of all headings of a body with their words, as [`prose`] gives them away.
pub fn anchors(markdown: &str, ids: &mut Ids) -> Vec<(String, String)> {
    let events = events(markdown);
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for (at, event) in events.iter().enumerate() {
        match event {
            Event::Start(tag) if writer::is_container(tag) => depth += 1,
            Event::End(end) if writer::is_container_end(*end) => depth = depth.saturating_sub(1),
            Event::Start(Tag::Heading { .. }) if depth == 0 => {
                let words = words(&events[at + 1..]);
                let id = ids.take(&words);
                found.push((words, id));
            }
            _ => {}
        }
    }
    found
}

fn events(markdown: &str) -> Vec<Event<'_>> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_TASKLISTS;
    Parser::new_ext(markdown, options).collect()
}
