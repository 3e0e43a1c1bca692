//! What stands at an old address: the way to the page that has come in its place.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::edition::entry::Entry;
use crate::model::key::slug;
use crate::page::book::{Book, relative};
use crate::page::frame::POLICY;
use crate::page::name;
use crate::page::page::Pages;
use crate::theme::markup::Markup;

/// An old address may not be longer.
const LONGEST: usize = 200;

/// What the template is given.
#[derive(Serialize)]
struct Moved<'a> {
    language: &'a str,
    policy: &'static str,
    title: Markup,
    href: String,
    canonical: Option<String>,
}

/// Adds a page at each old address that is free; of two items that name one, the first has it.
pub fn add(book: &Book, pages: &mut Pages) {
    let items = book.edition.items.iter().enumerate();
    let mut aliased = items.filter(|(_, item)| !item.aliases.is_empty());
    let Some(first) = aliased.next() else { return };
    let mut taken: BTreeSet<String> = addresses(pages).map(str::to_lowercase).collect();
    let mut signs = Vec::new();
    for (at, item) in [first].into_iter().chain(aliased) {
        for alias in &item.aliases {
            let old = old(item, alias);
            signs.extend(
                old.filter(|old| taken.insert(old.to_lowercase()))
                    .map(|old| (old, at)),
            );
        }
    }
    for (old, at) in signs {
        let from = old.clone();
        let write = move |book: &Book| Ok(book.render("moved", &moved(book, &from, at))?.into());
        pages.files.push((old, Box::new(write)));
    }
}

fn addresses(pages: &Pages) -> impl Iterator<Item = &str> {
    let leaves = pages.leaves.iter().map(|leaf| leaf.address.as_str());
    let sheets = pages.sheets.iter().map(|(address, _)| address.as_str());
    let files = pages.files.iter().map(|(address, _)| address.as_str());
    leaves.chain(sheets).chain(files)
}

fn moved<'a>(book: &'a Book, from: &str, at: usize) -> Moved<'a> {
    let to = book.routes.url(at);
    let depth = from.matches('/').count();
    // Pages lie in the first folder or one below; an old address may lie deeper.
    let up = "../".repeat(depth);
    Moved {
        language: &book.edition.language,
        policy: POLICY,
        title: Markup::text(&name::short(book.item(at))),
        href: format!("{up}{}", relative(HOME_FOLDER, to)),
        canonical: book.canonical(to.split('#').next().unwrap_or(to)),
    }
}

/// A page of the first folder, from which addresses are as they are.
const HOME_FOLDER: &str = "";

/// The address that a former name stands for: itself where it is one, else that of a page of this name.
fn old(item: &Entry, alias: &str) -> Option<String> {
    let alias = alias.trim().trim_start_matches("./");
    let stem = alias.strip_suffix(".md").unwrap_or(alias);
    let address = match stem.strip_suffix(".html") {
        Some(_) => stem.to_string(),
        None if stem.contains('/') => format!("{stem}.html"),
        None => match slug(stem) {
            name if name.is_empty() => return None,
            name => format!("{}/{name}.html", item.kind.folder()),
        },
    };
    is_safe(&address).then_some(address)
}

/// Whether a file may lie there: below the first page, beside nothing of the site's own, under names that every disk
/// can have.
fn is_safe(address: &str) -> bool {
    let fits = |c: char| !c.is_control() && !"\\:*?\"<>|#%".contains(c);
    let mut names: Vec<&str> = address.split('/').collect();
    let file = names.pop().unwrap_or_default();
    let is_folder = |name: &&str| {
        !name.is_empty() && !name.contains('.') && !matches!(*name, "assets" | "files")
    };
    let is_file = file.ends_with(".html") && !file.starts_with('.') && file != ".html";
    is_file && names.iter().all(is_folder) && address.chars().all(fits) && address.len() <= LONGEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_site_are_safe() {
        assert!(is_safe("old/path.html") && is_safe("größe/a.b.html"));
        for address in [
            "/a.html",
            "../a.html",
            "a/../b.html",
            "a//b.html",
            "a.html/b.html",
            "assets/a.html",
            "files/a.html",
            "a\\b.html",
            "c:a.html",
            "a?b.html",
            ".html",
            "a/.html",
            "a",
            "a%2e.html",
        ] {
            assert!(!is_safe(address), "{address}");
        }
    }
}
