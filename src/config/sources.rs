//! `[sources]`: which documents are read, and which become pages.

use crate::config::choice::PAGES;
use crate::config::entry::{Entry, Faults};
use crate::config::patterns::{self, Patterns};
use crate::config::reference::SOURCES;

/// Which documents are read, and which become pages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Only these; empty is all.
    pub include: Vec<String>,
    /// Not these.
    pub exclude: Vec<String>,
    /// Templates, from which nothing is taken.
    pub templates: Vec<String>,
    /// Documents from which nothing is taken.
    pub aside: Patterns,
    /// Documents that are read whatever they look like.
    pub plans: Patterns,
    /// Which documents that are no items have pages.
    pub pages: Pages,
}

/// Which documents that are no items have pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pages {
    /// Those that an item leads to.
    #[default]
    Linked,
    /// All.
    All,
    /// None.
    Items,
}

/// Reads the table of the sources.
pub(super) fn sources(entry: &Entry<'_>, faults: &mut Faults) -> Sources {
    let mut sources = Sources::default();
    for part in entry.known(&SOURCES.names(), faults) {
        match part.name {
            "include" => sources.include = part.words(faults),
            "exclude" => sources.exclude = part.words(faults),
            "templates" => sources.templates = part.words(faults),
            "aside" => sources.aside = patterns::patterns(&part, faults),
            "plans" => sources.plans = patterns::patterns(&part, faults),
            "pages" => sources.pages = pages(&part, faults),
            _ => {}
        }
    }
    sources
}

fn pages(entry: &Entry<'_>, faults: &mut Faults) -> Pages {
    match entry.choice("choice of pages", PAGES, faults) {
        Some("all") => Pages::All,
        Some("items") => Pages::Items,
        _ => Pages::Linked,
    }
}

#[cfg(test)]
mod tests {
    use toml_edit::Document;

    use super::*;

    fn read(text: &str) -> Result<Sources, String> {
        let document = Document::parse(text).unwrap();
        let mut faults = Faults::default();
        let sources = sources(&Entry::root(&document), &mut faults);
        faults.told().map_or(Ok(sources), Err)
    }

    #[test]
    fn linked_documents_have_pages_unless_it_is_said_otherwise() {
        assert_eq!(read("exclude = 'old'").unwrap().pages, Pages::Linked);
        assert_eq!(read("pages = 'all'").unwrap().pages, Pages::All);
        assert_eq!(read("pages = 'items'").unwrap().pages, Pages::Items);
        let fault = read("pages = 'item'").unwrap_err();
        let wanted = "8: unknown choice of pages `item` (did you mean `items`?)";
        assert_eq!(fault, wanted);
    }
}
