//! feed.xml: what has happened in the plan, for those who subscribe to it, in Atom.

use crate::page::book::Book;
use crate::page::machine::address::{self, address, host, title, uuid};
use crate::page::machine::occasion::{Occasion, occasions};
use crate::page::page::Pages;
use crate::page::route::HOME;
use crate::theme::markup::escape;

/// Its address.
pub const FEED: &str = "feed.xml";

/// So much is told; what is older has been read.
const NEWEST: usize = 50;

/// Adds the feed, where anything is known to have happened.
pub fn add(book: &Book, pages: &mut Pages) {
    let mut told = occasions(book);
    told.truncate(NEWEST);
    if !told.is_empty() {
        let write = move |book: &Book| Ok(feed(book, &told).into_bytes());
        pages.files.push((FEED.into(), Box::new(write)));
    }
}

fn feed(book: &Book, told: &[Occasion]) -> String {
    let updated = told.iter().map(|occasion| occasion.day).max();
    let updated = updated.unwrap_or(book.edition.as_of);
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
         <title>{}</title>\n<id>{}</id>\n<updated>{updated}T00:00:00Z</updated>\n\
         <author><name>{}</name></author>\n<link href=\"{}\"/>\n",
        escape(&book.edition.language),
        escape(&title(book)),
        escape(&id(book, None)),
        escape(&title(book)),
        escape(&address(book, HOME)),
    );
    if let Some(own) = book.canonical(FEED) {
        out.push_str(&format!("<link rel=\"self\" href=\"{}\"/>\n", escape(&own)));
    }
    told.iter()
        .for_each(|occasion| out.push_str(&entry(book, occasion)));
    out + "</feed>\n"
}

fn entry(book: &Book, occasion: &Occasion) -> String {
    let item = book.item(occasion.at);
    let summary = match occasion.summary.as_str() {
        "" => String::new(),
        words => format!("<summary>{}</summary>\n", escape(words)),
    };
    format!(
        "<entry>\n<title>{}</title>\n<id>{}</id>\n<updated>{}T00:00:00Z</updated>\n\
         <link href=\"{}\"/>\n<category term=\"{}\"/>\n{summary}</entry>\n",
        escape(&occasion.title),
        escape(&id(book, Some(occasion))),
        occasion.day,
        escape(&address(book, book.routes.url(occasion.at))),
        item.kind.name(),
    )
}

/// A name that nothing else has, and that stays when words and places change: of the feed itself, or of an occasion.
fn id(book: &Book, occasion: Option<&Occasion>) -> String {
    let name = occasion.map(|told| {
        let item = book.item(told.at);
        format!("{}/{}/{}", item.kind.name(), item.key, told.what)
    });
    let name = name.unwrap_or_default();
    match host(book) {
        // What was told is told on the day on which it happened; the feed began with its host.
        Some((host, path)) => {
            let day = occasion.map_or("2026".to_string(), |told| told.day.to_string());
            let host = host.split(':').next().unwrap_or(host);
            format!("tag:{host},{day}:{path}/{}", plain(&name))
        }
        None => format!(
            "urn:uuid:{}",
            uuid(&format!("{}\n{name}", address::name(book)))
        ),
    }
}

/// Only what may stand in such a name as it is; anything else by its number.
fn plain(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.bytes() {
        match byte {
            b if b.is_ascii_alphanumeric() || b"-_./".contains(&b) => out.push(char::from(b)),
            b => out.push_str(&format!("%{b:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_hold_only_what_they_may() {
        assert_eq!(plain("task/T-1/due"), "task/T-1/due");
        assert_eq!(plain("ü <x>"), "%C3%BC%20%3Cx%3E");
    }
}
