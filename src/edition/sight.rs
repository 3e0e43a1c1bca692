//! What an audience may see: which items, and which places of the documents.

use crate::edition::home::Homes;
use crate::model::audience::Audience;
use crate::model::document::Document;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::text::file::SourceFile;
use crate::text::span::{Place, Span};

/// What one audience sees.
pub(super) struct Sight<'a> {
    audience: &'a Audience,
    homes: &'a Homes,
    items: Vec<bool>,
    hidden: Vec<Vec<Span>>,
}

impl<'a> Sight<'a> {
    /// Of this audience.
    pub(super) fn new(
        plan: &Plan,
        files: &[SourceFile],
        documents: &[Document],
        homes: &'a Homes,
        audience: &'a Audience,
    ) -> Self {
        let hidden = files
            .iter()
            .zip(documents)
            .map(|(file, document)| hidden(&file.text, document, audience));
        let mut sight = Self {
            audience,
            homes,
            items: Vec::new(),
            hidden: hidden.collect(),
        };
        sight.items = plan.items().map(|(_, item)| sight.opens(item)).collect();
        sight
    }

    /// Whether the audience sees this item.
    pub(super) fn item(&self, id: ItemId) -> bool {
        self.items[id.0 as usize]
    }

    /// Whether it may read the words at this place: those about an item that it sees, but for private sections.
    pub(super) fn place(&self, place: Place) -> bool {
        self.audience.sees_all()
            || !self.is_hidden(place)
                && self
                    .homes
                    .around(place)
                    .is_some_and(|home| self.item(home.item))
    }

    /// The words of a document that are hidden, whatever they are about.
    pub(super) fn hidden(&self, file: usize) -> &[Span] {
        &self.hidden[file]
    }

    fn is_hidden(&self, place: Place) -> bool {
        let hidden = &self.hidden[place.file.0 as usize];
        hidden.iter().any(|span| {
            span.start < place.span.end.max(place.span.start + 1) && place.span.start < span.end
        })
    }

    /// Where several places speak, the narrowest wins; where none does, the configuration may open it.
    fn opens(&self, item: &Item) -> bool {
        if self.audience.sees_all() {
            return true;
        }
        let is_open = match &item.audience {
            Some(stated) => stated.said.iter().all(|said| self.is_meant(&said.raw)),
            None => {
                self.audience.opens_kind(item.kind)
                    || item
                        .labels
                        .iter()
                        .any(|label| self.audience.opens_label(label))
            }
        };
        let source = item.sources.first();
        is_open && source.is_some_and(|source| !self.is_hidden(source.place))
    }

    fn is_meant(&self, words: &str) -> bool {
        names(words, self.audience)
    }
}

/// Whether these words name the audience, or everybody.
fn names(words: &str, audience: &Audience) -> bool {
    let mut names = words.split([',', ';', '/', '|']).map(str::trim);
    names.any(|name| {
        name.eq_ignore_ascii_case("public") || name.eq_ignore_ascii_case(&audience.name)
    })
}

/// The sections that are marked for somebody else, up to the next heading of their level.
fn hidden(text: &str, document: &Document, audience: &Audience) -> Vec<Span> {
    if audience.sees_all() {
        return Vec::new();
    }
    let marked = document.comments.iter().filter(|comment| {
        let words = text.get(comment.range()).unwrap_or_default();
        marked_for(words).is_some_and(|name| !names(name, audience))
    });
    marked
        .map(|comment| section(text, document, *comment))
        .collect()
}

/// `<!-- audience: internal -->` is marked for `internal`.
fn marked_for(comment: &str) -> Option<&str> {
    let inside = comment.trim().strip_prefix("<!--")?;
    let inside = inside.strip_suffix("-->").unwrap_or(inside);
    let (key, name) = inside.split_once(':')?;
    key.trim()
        .eq_ignore_ascii_case("audience")
        .then_some(name.trim())
}

/// What a mark hides: its section from the mark on; with the heading, if nothing stands between the two.
fn section(text: &str, document: &Document, mark: Span) -> Span {
    let after = document
        .sections
        .partition_point(|section| section.span.start <= mark.start);
    let Some(section) = after.checked_sub(1).map(|at| &document.sections[at]) else {
        return Span::new(0..text.len());
    };
    let between = text.get(section.heading.end as usize..mark.start as usize);
    let is_first = between.is_none_or(|words| {
        words
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '#' | '=' | '-'))
    });
    Span {
        start: if is_first {
            section.span.start
        } else {
            mark.start
        },
        end: section.span.end,
    }
}
