//! A kind of page, and what a page needs beside its own content.

use std::sync::Arc;

use crate::output::{RenderFault, Sheet};
use crate::page::book::Book;

/// A kind of page.
pub trait Page: Sync {
    /// Also the name of its template: `roadmap` is `templates/roadmap.html`.
    fn name(&self) -> &'static str;

    /// Adds the pages of this kind; none where there is nothing to show.
    fn add(&self, book: &Book, pages: &mut Pages);
}

/// What stands in the middle of a page.
#[derive(Debug)]
pub struct Inner {
    /// The finished content of `main`.
    pub main: String,
    /// Its sections, by anchor and words.
    pub sections: Vec<(String, String)>,
}

/// Makes the middle of a page.
pub type Fill = Box<dyn Fn(&Book) -> Result<Inner, RenderFault> + Send + Sync>;

/// Makes a file that is no page.
pub type Write = Box<dyn Fn(&Book) -> Result<Vec<u8>, RenderFault> + Send + Sync>;

/// Makes the files of a folder of which nobody knows what is in it until somebody asks.
pub type Later = Box<dyn Fn(&Arc<Book>) -> Vec<(String, Sheet)> + Send + Sync>;

/// One page that is to be rendered when it is asked for.
pub struct Leaf {
    /// Its address, relative to the first page.
    pub address: String,
    /// Its title, without that of the plan.
    pub title: String,
    /// What it is about, for search engines and previews.
    pub description: String,
    /// The entry of the navigation that it belongs to, by address, where it is none itself.
    pub entry: Option<String>,
    /// The item whose branch of the plan is open.
    pub branch: Option<usize>,
    /// Whether it has the whole width, without the list of its sections.
    pub is_wide: bool,
    /// The way to it, from the top: words and address.
    pub crumbs: Vec<(String, String)>,
    /// A style sheet that it has for itself.
    pub style: Option<String>,
    /// Makes its middle.
    pub fill: Fill,
}

/// The pages of a site, as they are collected.
#[derive(Default)]
pub struct Pages {
    /// Pages that are rendered.
    pub leaves: Vec<Leaf>,
    /// Everything else, by address.
    pub sheets: Vec<(String, Sheet)>,
    /// Files that are made from the book when they are asked for, by address.
    pub files: Vec<(String, Write)>,
    /// A folder that is made when it is asked for.
    pub later: Option<(&'static str, Later)>,
}
