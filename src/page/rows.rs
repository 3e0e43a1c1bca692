//! From a figure to the rows that it counts.

use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::mark;
use crate::page::words::many;
use crate::theme::markup::Markup;

/// The section of these parts of an item is called as several of their kind are.
pub fn section_id((kind, discovered): (Kind, bool)) -> &'static str {
    match discovered {
        true => "discovered",
        false => many(kind),
    }
}

/// The section of the page of an item in which what its progress counts stands: the leaves themselves where all of them
/// are its own parts, else the parts that they hang on.
pub fn section_of(book: &Book, at: usize) -> Option<&'static str> {
    let item = book.item(at);
    let progress = item.progress.as_ref()?;
    let (tally, leaves) = progress.tally.zip(progress.leaves)?;
    let parts = || item.children.iter().map(|part| book.item(*part));
    let own = parts().filter(|part| part.kind == leaves && !part.discovered);
    if own.clone().count() >= tally.of as usize {
        return own.map(|part| section_id((part.kind, false))).next();
    }
    let mut kinds = parts()
        .filter(|part| part.kind.level().is_some() && !part.discovered)
        .map(|part| part.kind);
    let first = kinds.next()?;
    let highest = kinds.fold(first, Kind::min);
    Some(section_id((highest, false)))
}

/// The address of the rows that the progress of an item counts; none where it has no page.
pub fn address(book: &Book, from: &str, at: usize) -> Option<String> {
    let section = section_of(book, at).filter(|_| book.item(at).has_page)?;
    Some(relative(
        from,
        &format!("{}#{section}", book.routes.url(at)),
    ))
}

/// How far an item is, its figure a link to what it counts.
pub fn bar(book: &Book, from: &str, at: usize) -> Markup {
    let progress = book.item(at).progress.as_ref();
    progress.map_or_else(Markup::default, |progress| {
        badge::bar_to(&book.tongue, progress, address(book, from, at).as_deref())
    })
}

/// How many criteria are met, in these words, a link to them.
pub fn criteria(book: &Book, from: &str, at: usize, words: &str) -> Markup {
    let item = book.item(at);
    if !item.has_page || item.criteria.is_empty() {
        return Markup::text(words);
    }
    let to = format!("{}#criteria", book.routes.url(at));
    mark::anchor(&relative(from, &to), words, "num")
}
