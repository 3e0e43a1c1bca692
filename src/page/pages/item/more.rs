//! The other documents of an item whose folder tells of it alone: plans, designs, research.

use std::collections::BTreeSet;

use crate::edition::paper::{Address, Destination};
use crate::page::book::relative;
use crate::page::mark;
use crate::page::pages::item::telling::Telling;
use crate::page::section::Fact;
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

impl Telling<'_> {
    /// Links to the documents beside the one that leads, as far as they have a page.
    pub(super) fn more(&self) -> Option<Fact> {
        let mut sources = self.item.sources.iter().map(|source| &*source.file);
        let first = sources.next().filter(|_| self.item.has_document)?;
        let (folder, _) = first.rsplit_once('/')?;
        let beside: BTreeSet<&str> = sources
            .filter(|file| {
                file.rsplit_once('/')
                    .is_some_and(|(other, _)| other == folder)
            })
            .collect();
        let links: Vec<String> = beside
            .into_iter()
            .filter_map(|file| self.paper(file))
            .collect();
        (!links.is_empty()).then(|| Fact {
            name: key("More in").into(),
            value: Markup::html(links.join(", ")),
            note: None,
            is_bar: false,
        })
    }

    fn paper(&self, file: &str) -> Option<String> {
        let edition = &self.book.edition;
        let Destination::Within(Address::Paper(at), _) = edition.addresses.lead("", file) else {
            return None;
        };
        let href = relative(self.from, self.book.routes.paper(*at));
        Some(
            mark::anchor(&href, &edition.papers[*at].title, "")
                .as_str()
                .to_string(),
        )
    }
}
