//! What an audience may see: which items, and which places of the documents.

use std::sync::Arc;

use crate::edition::body::{apart, long_comments};
use crate::edition::home::Homes;
use crate::model::audience::Audience;
use crate::model::document::Document;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::text::file::SourceFile;
use crate::text::span::{FileId, Place, Span};

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
        files: &[Arc<SourceFile>],
        documents: &[Arc<Document>],
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

    /// Whether it may read the words at this place: those about an item that it sees, but for private sections. What
    /// the place of another item says in passing of a hidden one is hidden, too.
    pub(super) fn place(&self, place: Place) -> bool {
        if self.audience.sees_all() {
            return true;
        }
        let mut way = self.homes.way(place);
        let first = way.find(|home| home.is_first || !self.item(home.item));
        !self.is_hidden(place) && first.is_some_and(|home| self.item(home.item))
    }

    /// Whether it may read these words of a document that it sees: those about what it sees, and those about no item.
    pub(super) fn reads(&self, file: usize, span: Span) -> bool {
        let place = place(file, span);
        let is_nobodys = || !self.is_hidden(place) && self.homes.way(place).next().is_none();
        self.place(place) || is_nobodys()
    }

    /// Tables of a document that nobody read though they say of each row whom it is for: none of it is shown.
    pub(super) fn tables(&self, text: &str, document: &Document) -> Vec<Span> {
        match self.audience.sees_all() {
            true => Vec::new(),
            false => tables(text, document),
        }
    }

    /// Whether nothing in a document is marked for others.
    pub(super) fn is_plain(&self, file: FileId) -> bool {
        self.hidden[file.0 as usize].is_empty()
    }

    /// What a document says of hidden items, where it is not their home.
    pub(super) fn asides(&self, file: usize) -> Vec<Span> {
        let all = self.homes.all(file).iter();
        let hidden = all.filter(|home| !home.is_first && !self.item(home.item));
        hidden.map(|home| home.span).collect()
    }

    /// Whether the document as a whole may be shown: it speaks of no hidden item, and is not marked for others.
    pub(super) fn document(&self, file: usize, text: &str, document: &Document) -> bool {
        let mut all = self.homes.all(file).iter();
        let title = document.sections.iter().find(|section| section.level == 1);
        self.audience.sees_all()
            || all.all(|home| self.item(home.item))
                && title.is_none_or(|title| !self.is_hidden(place(file, title.heading)))
                && marked_in_front(text, document).is_none_or(|name| names(name, self.audience))
    }

    /// The words of a document that are hidden, whatever they are about.
    pub(super) fn hidden(&self, file: usize) -> &[Span] {
        &self.hidden[file]
    }

    fn is_hidden(&self, place: Place) -> bool {
        let hidden = &self.hidden[place.file.0 as usize];
        let end = place.span.end.max(place.span.start + 1);
        let until = hidden.partition_point(|span| span.start < end);
        until > 0 && hidden[until - 1].end > place.span.start
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

fn place(file: usize, span: Span) -> Place {
    Place {
        file: FileId(Span::new(file..file).start),
        span,
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
    let lines = lines(text).filter(|(span, line)| {
        let is_for = line_for(line).filter(|_| !is_read(document, *span));
        is_for.is_some_and(|name| !names(name, audience))
    });
    let marks = marked.copied().chain(lines.map(|(span, _)| span));
    let sections = marks.map(|mark| section(text, document, mark));
    apart(
        sections
            .chain(long_comments(text, &document.comments))
            .collect(),
    )
}

fn lines(text: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let span = Span::new(start..start + line.len());
        start += line.len();
        (span, line)
    })
}

/// `**Audience:** internal` in a section that is no item is a mark for it, too.
fn line_for(line: &str) -> Option<&str> {
    let marks = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '-' | '+' | '>' | ':');
    let line = line.trim_start_matches(marks);
    let (key, name) = line.split_at_checked("audience".len())?;
    let is_key = key.eq_ignore_ascii_case("audience")
        && name.trim_start_matches(['*', '_', ' ']).starts_with(':');
    is_key.then(|| name.trim_matches(marks))
}

/// `<!-- audience: internal -->` is marked for `internal`. A mark that is not written well is one for nobody here.
fn marked_for(comment: &str) -> Option<&str> {
    let inside = comment.trim().strip_prefix("<!--")?.trim_start();
    let (key, name) = inside.split_at_checked("audience".len())?;
    let is_mark =
        key.eq_ignore_ascii_case("audience") && !name.starts_with(|c: char| c.is_alphanumeric());
    let name = name.trim_end().strip_suffix("-->").unwrap_or(name);
    is_mark.then(|| name.trim_start().strip_prefix(':').unwrap_or("").trim())
}

/// From the heading row up to the line that belongs to no table any more.
fn tables(text: &str, document: &Document) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (span, line) in lines(text) {
        let mut cells = line.split('|').map(str::trim);
        let says = |cell: &str| ["audience", "visibility"].contains(&cell.to_lowercase().as_str());
        match found.last_mut() {
            Some(last) if last.end == span.start && line.contains('|') => last.end = span.end,
            _ if line.contains('|') && cells.any(says) && !is_read(document, span) => {
                found.push(span);
            }
            _ => {}
        }
    }
    found
}

/// Whether a reader took these words.
pub(super) fn is_read(document: &Document, line: Span) -> bool {
    let claims = &document.claims;
    let until = claims.partition_point(|(span, _)| span.start < line.end);
    until > 0 && claims[until - 1].0.end > line.start
}

/// Whom the front matter of a document that is no item says it is for.
fn marked_in_front<'a>(text: &'a str, document: &Document) -> Option<&'a str> {
    let front = text.get(document.front?.range())?;
    let mut lines = front.lines().filter_map(|line| line.split_once([':', '=']));
    let (_, name) = lines.find(|(key, _)| key.trim().eq_ignore_ascii_case("audience"))?;
    let quotes = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    Some(name.trim_matches(quotes))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_seen_however_it_is_written() {
        assert_eq!(marked_for("<!-- audience: internal -->"), Some("internal"));
        assert_eq!(marked_for("<!--Audience:a, public-->"), Some("a, public"));
        assert_eq!(marked_for("<!-- audience = internal -->"), Some(""));
        assert_eq!(marked_for("<!-- audience internal"), Some(""));
        assert_eq!(marked_for("<!-- audiences: internal -->"), None);
        assert_eq!(marked_for("<!-- an audience: internal -->"), None);
        for line in [
            "**Audience:** internal",
            "- audience : internal",
            "> __Audience__: internal",
        ] {
            assert_eq!(line_for(line), Some("internal"), "{line}");
        }
        assert_eq!(line_for("The audience: internal"), None);
        assert_eq!(line_for("Audience of ours: internal"), None);
    }
}
