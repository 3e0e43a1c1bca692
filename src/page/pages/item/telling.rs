//! What is told of one item.

use crate::edition::entry::Entry;
use crate::page::book::Book;

/// More that speak of an item or wait for it are counted, not named.
pub(super) const SPEAKERS: usize = 100;

/// Own words from this length on are a section, not a line.
pub(super) const LONG: usize = 120;

/// One item, and the page that tells of it.
pub(super) struct Telling<'a> {
    pub(super) book: &'a Book,
    pub(super) at: usize,
    pub(super) item: &'a Entry,
    pub(super) from: &'a str,
}
