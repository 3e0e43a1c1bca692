//! The page of an item for programs, beside it: `tasks/t-7.md` in markdown, `tasks/t-7.json` as in plan.json.

use std::collections::HashSet;

use crate::page::book::Book;
use crate::page::json;
use crate::page::machine::item;
use crate::page::page::Pages;
use crate::page::percent::encoded;
use crate::page::route::twin;
use crate::theme::markup::escape;
use crate::theme::tongue::key;

/// Adds the twins that are wanted.
pub fn add(book: &Book, pages: &mut Pages) {
    let wanted = &book.edition.machines;
    for (at, item) in book.edition.items.iter().enumerate() {
        if !item.has_page {
            continue;
        }
        let url = book.routes.url(at);
        if wanted.markdown {
            let write = move |book: &Book| Ok(item::told(book, at).into_bytes());
            pages.files.push((twin(url, "md"), Box::new(write)));
        }
        if wanted.json {
            let write = move |book: &Book| {
                let told = json::item(&book.edition, &book.routes, at);
                Ok(serde_json::to_vec(&told)?)
            };
            pages.files.push((twin(url, "json"), Box::new(write)));
        }
    }
}

/// The pages that have twins.
pub fn pages(book: &Book) -> HashSet<String> {
    let wanted = &book.edition.machines;
    let items = book.edition.items.iter().enumerate();
    let items = items.filter(|(_, item)| item.has_page && (wanted.markdown || wanted.json));
    let pages = items.map(|(at, _)| book.routes.url(at).to_string());
    pages.collect()
}

/// The elements that name the twins in the head of the page of an item.
pub fn links(book: &Book, page: &str, out: &mut String) {
    let wanted = &book.edition.machines;
    let kinds = [
        (wanted.markdown, "md", "text/markdown"),
        (wanted.json, "json", "application/json"),
    ];
    for (_, ending, media) in kinds.into_iter().filter(|(is_wanted, ..)| *is_wanted) {
        let name = page.rsplit('/').next().unwrap_or_default();
        out.push_str(&format!(
            "<link rel=\"alternate\" type=\"{media}\" href=\"{}\">\n",
            escape(&encoded(&twin(name, ending)))
        ));
    }
}

/// Where twins are, in a sentence; none where there are none.
pub fn told(book: &Book) -> Option<&'static str> {
    let wanted = &book.edition.machines;
    Some(match (wanted.markdown, wanted.json) {
        (true, true) => key(
            "Each page of an item has a twin in markdown and one in JSON: put `.md` or `.json` in place of `.html`.",
        ),
        (true, false) => {
            key("Each page of an item has a twin in markdown: put `.md` in place of `.html`.")
        }
        (false, true) => {
            key("Each page of an item has a twin in JSON: put `.json` in place of `.html`.")
        }
        (false, false) => return None,
    })
}
