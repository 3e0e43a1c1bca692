//! A list under way, with the lists in it.

use crate::syntax::bullet::{self, Begun};
use crate::syntax::inline::Inline;
use crate::syntax::outline::{Entry, Shape};
use crate::text::span::Span;

/// A list under way; the lists in it add their entries to it.
#[derive(Default)]
pub struct Lists<'a> {
    entries: Vec<Begun<'a>>,
    /// The entries that are open, innermost last.
    open: Vec<usize>,
    /// The next number of each open list.
    numbers: Vec<Option<u64>>,
    start: u32,
    /// Tables in the entries; they follow the list.
    inner: Vec<(Span, Shape)>,
}

/// A list, and what was kept in it.
pub struct Finished {
    /// Where it begins.
    pub start: u32,
    /// Its entries, with those of the lists in it.
    pub entries: Vec<Entry>,
    /// Tables in its entries.
    pub inner: Vec<(Span, Shape)>,
}

impl<'a> Lists<'a> {
    /// Whether words stand in no entry.
    pub fn is_outside(&self) -> bool {
        self.open.is_empty()
    }

    /// The innermost open entry.
    pub fn entry(&mut self) -> Option<&mut Begun<'a>> {
        self.open.last().map(|at| &mut self.entries[*at])
    }

    /// Begins a list, with its first number.
    pub fn start(&mut self, first: Option<u64>, span: Span) {
        if self.numbers.is_empty() {
            self.start = span.start;
        }
        self.numbers.push(first);
    }

    /// Begins an entry of the innermost list.
    pub fn start_entry(&mut self, span: Span) {
        let depth = self.numbers.len().saturating_sub(1);
        let number = self.numbers.last().copied().flatten();
        if let Some(Some(next)) = self.numbers.last_mut() {
            *next += 1;
        }
        self.open.push(self.entries.len());
        self.entries.push(Begun {
            depth,
            number,
            span,
            inline: Inline::default(),
            struck: 0,
        });
    }

    /// Ends the innermost entry.
    pub fn end_entry(&mut self) {
        self.open.pop();
    }

    /// Keeps what stands in an entry until the list is ended.
    pub fn keep(&mut self, span: Span, shape: Shape) {
        self.inner.push((span, shape));
    }

    /// Ends the innermost list; the outermost is finished by that.
    pub fn end(&mut self, source: &str) -> Option<Finished> {
        self.numbers.pop();
        if !self.numbers.is_empty() {
            return None;
        }
        let begun = self.entries.drain(..);
        let entries = begun.map(|begun| bullet::entry(begun, source)).collect();
        Some(Finished {
            start: self.start,
            entries,
            inner: std::mem::take(&mut self.inner),
        })
    }
}
