//! What a site holds for programs: a feed, a calendar, badges, twins of its pages, and signs at old addresses.

pub mod address;
pub mod badge;
pub mod calendar;
pub mod feed;
pub mod fold;
pub mod item;
pub mod llms;
pub mod moved;
pub mod occasion;

pub mod social;
pub mod table;
pub mod twin;

use crate::page::book::Book;
use crate::page::page::Pages;

/// Adds the files for programs. What stands at an old address comes last, for it must know every other.
pub fn add(book: &Book, pages: &mut Pages) {
    feed::add(book, pages);
    calendar::add(book, pages);
    llms::add(book, pages);
    twin::add(book, pages);
    badge::add(book, pages);
    moved::add(book, pages);
}
