//! From the edition to the site: which pages there are, and what stands on each.

pub mod answer;
pub mod around;
pub mod asked;
pub mod badge;
pub mod blockage;
pub mod book;
pub mod calendar;
pub mod column;
pub mod decision;
pub mod declared;
pub mod fence;
pub mod figure;
pub mod filter;
pub mod flow;
pub mod forge;
pub mod frame;
pub mod graph;
pub mod guide;
pub mod index;
pub mod iteration;
pub mod json;
pub mod kept;
pub mod levels;
pub mod lines;
pub mod machine;
pub mod mark;
pub mod moves;
pub mod name;
pub mod nav;
pub mod noun;
pub mod optional;
pub mod outlook;
pub mod owner;
#[expect(clippy::module_inception, reason = "the file is named by its noun")]
pub mod page;
pub mod pager;
pub mod pages;
pub mod panels;
pub mod percent;
pub mod prose;
pub mod register;
pub mod round;
pub mod route;
pub mod rows;
pub mod section;
pub mod sitemap;
pub mod slices;
pub mod spoken;
pub mod stance;
pub mod state_row;
pub mod stated;
pub mod subject;
pub mod table;
pub mod tale;
pub mod tally;
pub mod term;
pub mod told;
pub mod total;
pub mod trace;
pub mod tree;
pub mod view;
pub mod whom;
pub mod words;

use std::borrow::Cow;
use std::sync::Arc;

use crate::edition::Edition;
use crate::output::{Sheet, Site};
use crate::page::book::Book;
use crate::page::frame::Frames;
use crate::page::page::{Leaf, Pages};
use crate::theme::Theme;

/// Keeps hosts that would run Jekyll over the files from doing so; they ask only whether it is there.
const NO_JEKYLL: &str = ".nojekyll";

/// The site of an edition; no page of it is rendered yet.
pub fn site(edition: Edition, theme: Theme) -> Site {
    let book = Arc::new(Book::new(edition, theme));
    let mut pages = Pages::default();
    for page in pages::PAGES {
        page.add(&book, &mut pages);
    }
    sitemap::add(&book, &mut pages);
    machine::add(&book, &mut pages);
    let frames = Arc::new(Frames::new(&book, &pages));
    let mut site = Site::default();
    site.put(NO_JEKYLL, Sheet::Bytes(Cow::Borrowed(b"")));
    for leaf in pages.leaves {
        site.put(leaf.address.clone(), sheet(&book, &frames, leaf));
    }
    for (address, sheet) in pages.sheets {
        site.put(address, sheet);
    }
    for (address, write) in pages.files {
        let book = book.clone();
        site.put(address, Sheet::Page(Box::new(move || write(&book))));
    }
    if let Some((folder, make)) = pages.later {
        let book = book.clone();
        site.put_later(folder, Box::new(move || make(&book)));
    }
    for (address, bytes) in book.theme.assets() {
        site.put(address, Sheet::Bytes(bytes.clone()));
    }
    for (name, file) in book.edition.addresses.pictures() {
        site.put(route::picture(name), Sheet::File(file.place.clone()));
    }
    site
}

fn sheet(book: &Arc<Book>, frames: &Arc<Frames>, leaf: Leaf) -> Sheet {
    let (book, frames) = (book.clone(), frames.clone());
    Sheet::Page(Box::new(move || {
        let inner = (leaf.fill)(&book)?;
        frames.page(&book, &leaf, &inner)
    }))
}
