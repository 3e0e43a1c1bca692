//! The lines of a document under way: who read them, what was taken from them, what is in doubt.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::Message;
use crate::edition::line::{Doubt, Line, Taken};
use crate::model::document::Document;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::reason::{Part, Reason};
use crate::text::file::SourceFile;
use crate::text::span::{FileId, Place, Span};

/// The lines of a document, while it is told what each was taken for.
pub(super) struct Sheet<'a> {
    pub(super) plan: &'a Plan,
    files: &'a [Arc<SourceFile>],
    file: &'a SourceFile,
    pub(super) id: FileId,
    lines: Vec<Line>,
    /// What was said of which line already.
    doubts: BTreeSet<(u32, Option<&'static str>, String)>,
}

/// A name, what stands between it and what is said under it, that, and the item that is meant.
pub(super) type Words = (Message, &'static str, Message, Option<usize>);

impl<'a> Sheet<'a> {
    /// The lines of one document, of which nothing is known yet.
    pub(super) fn new(plan: &'a Plan, files: &'a [Arc<SourceFile>], at: usize) -> Self {
        let file = &*files[at];
        let lines = (1..=file.line_count()).map(|line| Line {
            text: file.text[file.line_span(line).range()].to_string(),
            ..Line::default()
        });
        Self {
            plan,
            files,
            file,
            id: FileId(Span::new(0..at).end),
            lines: lines.collect(),
            doubts: BTreeSet::new(),
        }
    }

    /// The lines, what was taken from each from left to right.
    pub(super) fn finished(mut self) -> Vec<Line> {
        for line in &mut self.lines {
            line.taken.sort_by_key(|taken| taken.range.start);
        }
        self.lines
    }

    /// Notes who read which lines, and what is in doubt.
    pub(super) fn read(&mut self, document: &Document) {
        for (span, reader) in document.taken() {
            for line in self.covered(span) {
                self.lines[line].reader.get_or_insert(reader);
            }
        }
        for comment in &document.comments {
            for line in self.covered(*comment) {
                self.lines[line].is_comment = true;
            }
        }
        for (span, note) in &document.notes {
            self.doubt(
                Place {
                    file: self.id,
                    span: *span,
                },
                None,
                Reason::new(note).into(),
            );
        }
    }

    fn covered(&self, span: Span) -> Range<usize> {
        let first = self.file.line(span.start) as usize - 1;
        let last = self.file.line(span.end.saturating_sub(1).max(span.start)) as usize;
        first..last.min(self.lines.len())
    }

    /// The line of a place, and where in it the place is.
    fn line(&mut self, place: Place) -> Option<(&mut Line, Range<usize>)> {
        let number = (place.file == self.id).then(|| self.file.line(place.span.start) as usize)?;
        let start = self
            .file
            .line_span(number.min(self.file.line_count().max(1)))
            .start;
        let line = self.lines.get_mut(number - 1)?;
        let within = |at: u32| (at.saturating_sub(start) as usize).min(line.text.len());
        let range = within(place.span.start)..within(place.span.end);
        Some((line, range))
    }

    /// Nothing is put into words that stands in another document.
    pub(super) fn put(
        &mut self,
        place: Place,
        item: Option<ItemId>,
        words: impl FnOnce() -> Words,
    ) {
        if let Some((line, range)) = self.line(place) {
            let (name, between, value, to) = words();
            line.taken.push(Taken {
                range,
                name,
                between,
                value,
                item: item.map(position),
                to,
            });
        }
    }

    /// Notes a doubt, once for a line.
    pub(super) fn doubt(&mut self, place: Place, rule: Option<&'static str>, message: Message) {
        let number = self.file.line(place.span.start);
        let doubt = || (number, rule, message.to_string());
        if place.file != self.id || !self.doubts.insert(doubt()) {
            return;
        }
        if let Some((line, range)) = self.line(place) {
            line.doubts.push(Doubt {
                range,
                rule,
                message,
            });
        }
    }

    /// Where a place stands, as seen from this document.
    pub(super) fn address(&self, place: Place) -> Reason {
        let file = &self.files[place.file.0 as usize];
        let line = file.line(place.span.start);
        if place.file == self.id {
            Reason::new("line {line}").with("line", Part::Number(line))
        } else {
            Reason::new("{place}").words("place", &format!("{}:{line}", file.path))
        }
    }
}

/// The position of an item.
pub(super) fn position(id: ItemId) -> usize {
    id.0 as usize
}
