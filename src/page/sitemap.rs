//! sitemap.xml: the pages that a reader may look for, for search engines.

use crate::page::book::Book;
use crate::page::page::{Pages, Write};
use crate::theme::markup::escape;

/// Its address.
const SITEMAP: &str = "sitemap.xml";

/// Nobody reads more pages of one file. At the length that names of files may have, these stay below the size that
/// is read, too.
const LONGEST: usize = 50_000;

/// How documents were read line by line is nothing that one looks for.
const READING: &str = "reading/";

/// Adds the map of these pages, where it is known where on the web they will stand.
pub fn add(book: &Book, pages: &mut Pages) {
    let leaves = pages.leaves.iter();
    let addresses = leaves
        .map(|leaf| leaf.address.as_str())
        .filter(|address| !address.starts_with(READING) && book.canonical(address).is_some());
    let mut addresses: Vec<String> = addresses.map(str::to_string).collect();
    addresses.sort_unstable();
    pages.files.extend(files(&addresses, LONGEST));
}

/// One file, or a list of files where there are more pages than one may have.
fn files(addresses: &[String], longest: usize) -> Vec<(String, Write)> {
    let parts: Vec<Vec<String>> = addresses.chunks(longest).map(<[String]>::to_vec).collect();
    let name = |part: usize| format!("sitemap-{}.xml", part + 1);
    if parts.len() < 2 {
        let only = parts
            .into_iter()
            .map(|part| (SITEMAP.into(), list(URLS, part)));
        return only.collect();
    }
    let whole = list(MAPS, (0..parts.len()).map(name).collect());
    let parts = parts.into_iter().enumerate();
    let parts = parts.map(|(at, part)| (name(at), list(URLS, part)));
    parts.chain([(SITEMAP.into(), whole)]).collect()
}

/// The names of a list and of what is in it.
type Names = (&'static str, &'static str);

const URLS: Names = ("urlset", "url");
const MAPS: Names = ("sitemapindex", "sitemap");

fn list((around, each): Names, addresses: Vec<String>) -> Write {
    Box::new(move |book| {
        let space = "http://www.sitemaps.org/schemas/sitemap/0.9";
        let mut out =
            format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{around} xmlns=\"{space}\">\n");
        for url in addresses.iter().filter_map(|to| book.canonical(to)) {
            out.push_str(&format!("<{each}><loc>{}</loc></{each}>\n", escape(&url)));
        }
        out.push_str(&format!("</{around}>\n"));
        Ok(out.into_bytes())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(count: usize) -> Vec<String> {
        let addresses: Vec<String> = (0..count).map(|at| format!("{at}.html")).collect();
        let files = files(&addresses, 2);
        files.into_iter().map(|(address, _)| address).collect()
    }

    #[test]
    fn more_pages_than_one_file_may_have_are_in_several() {
        assert_eq!(names(0), Vec::<String>::new());
        assert_eq!(names(2), ["sitemap.xml"]);
        assert_eq!(
            names(5),
            [
                "sitemap-1.xml",
                "sitemap-2.xml",
                "sitemap-3.xml",
                "sitemap.xml"
            ]
        );
    }
}
