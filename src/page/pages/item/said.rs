//! What else is said of an item, and who speaks of it.

use crate::edition::entry::{Backlink, Speaker};
use crate::page::book::relative;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::item::telling::{LONG, SPEAKERS, Telling};
use crate::page::pages::item::ties::more;
use crate::page::section::{Line, Part, Section};
use crate::page::told;
use crate::page::words::{capital, clip};
use crate::theme::markup::{Markup, escape};

impl Telling<'_> {
    pub(super) fn said(&self) -> Option<Section> {
        let short = self.item.fields.iter().filter(|fact| {
            let length = fact.raw.trim().chars().count();
            length > 0 && length <= LONG && !self.is_told(fact)
        });
        let lines: Vec<Line> = short
            .map(|fact| Line {
                lead: Markup::html("<i class=\"i i-list\"></i>".into()),
                title: Markup::html(format!("{}: “{}”", escape(&fact.name), escape(&fact.raw))),
                end: fact
                    .source
                    .as_ref()
                    .map(|source| mark::near_place(self.book, source)),
                ..Line::default()
            })
            .collect();
        let lines: Vec<Line> = lines.into_iter().chain(self.otherwise()).collect();
        (!lines.is_empty())
            .then(|| Section::new("said", "Also said of it").with(Part::rows("", lines)))
    }

    /// What other places say of it than the one that counts.
    fn otherwise(&self) -> Vec<Line> {
        let record = self.book.edition.record.as_ref();
        let found = record.map_or_else(Vec::new, |record| record.otherwise(self.at));
        let lines = found.iter().take(SPEAKERS).map(|said| Line {
            lead: Markup::html("<i class=\"i i-warn\"></i>".into()),
            title: Markup::text(&self.book.tongue.tell(
                "{field}: “{words}”",
                &[
                    (
                        "field",
                        &capital(&told::message(&self.book.tongue, &said.field)),
                    ),
                    ("words", &clip(&said.said, LONG)),
                ],
            )),
            end: Some(mark::near_place(self.book, &said.source)),
            why: vec![Markup::text(
                &self
                    .book
                    .tongue
                    .tell("“{words}” counts.", &[("words", &clip(&said.won, LONG))]),
            )],
            ..Line::default()
        });
        lines.collect()
    }

    /// Whether an item only says that it is in this sprint, which the list of these tells.
    pub(super) fn is_member(&self, said: &Backlink) -> bool {
        matches!(said.from, Speaker::Item(at) if self.book.members(self.at).contains(&at))
    }

    pub(super) fn referenced(&self) -> Option<Section> {
        let found: Vec<&Backlink> = self
            .item
            .backlinks
            .iter()
            .filter(|said| !self.is_member(said))
            .collect();
        let lines: Vec<Line> = found
            .iter()
            .take(SPEAKERS)
            .map(|backlink| {
                let (icon, title) = match backlink.from {
                    Speaker::Item(at) => (
                        mark::icon(self.book.item(at).kind),
                        mark::anchor(
                            &self.book.link(self.from, at),
                            &name::short(self.book.item(at)),
                            "title",
                        ),
                    ),
                    Speaker::Paper(at) => {
                        let href = relative(self.from, self.book.routes.paper(at));
                        (
                            "file",
                            mark::anchor(&href, &self.book.edition.papers[at].title, "title"),
                        )
                    }
                };
                Line {
                    lead: Markup::html(format!("<i class=\"i i-{icon}\"></i>")),
                    title,
                    end: backlink
                        .source
                        .as_ref()
                        .map(|source| mark::near_place(self.book, source)),
                    ..Line::default()
                }
            })
            .collect();
        (!found.is_empty()).then(|| {
            let section = Section::new("referenced", "Referenced by").with(Part::rows("", lines));
            more(&self.book.tongue, section, found.len())
        })
    }
}
