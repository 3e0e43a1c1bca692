//! What other sites show of a page where somebody links to it: its title, what it is about, a picture.

use crate::page::book::Book;
use crate::page::page::Leaf;
use crate::page::words::clip;
use crate::theme::markup::escape;

/// A theme that has this file has a picture for such links.
const PICTURE: &str = "assets/social.png";

/// So many letters are shown.
const LONGEST: usize = 160;

/// Whether the theme has such a picture.
pub fn has_picture(book: &Book) -> bool {
    book.theme.assets().any(|(name, _)| name == PICTURE)
}

/// The elements for the head of a page, where it is known where on the web it stands.
pub fn social(book: &Book, leaf: &Leaf, has_picture: bool, out: &mut String) {
    let Some(own) = book.canonical(&leaf.address) else {
        return;
    };
    let picture = has_picture.then(|| book.canonical(PICTURE)).flatten();
    let card = match picture {
        Some(_) => "summary_large_image",
        None => "summary",
    };
    let mut put = |kind: &str, name: &str, value: &str| {
        out.push_str(&format!(
            "<meta {kind}=\"{name}\" content=\"{}\">\n",
            escape(value)
        ));
    };
    put("property", "og:type", "website");
    put("property", "og:title", &leaf.title);
    put(
        "property",
        "og:description",
        &clip(&leaf.description, LONGEST),
    );
    put("property", "og:url", &own);
    if let Some(title) = &book.edition.title {
        put("property", "og:site_name", title);
    }
    if let Some(picture) = &picture {
        put("property", "og:image", picture);
    }
    put("name", "twitter:card", card);
}
