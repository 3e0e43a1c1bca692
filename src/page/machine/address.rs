//! How programs name what stands on a site: by an address that holds from anywhere, and by a name that never changes.

use std::borrow::Cow;

use crate::page::book::Book;
use crate::page::percent::encoded;

/// An address of the site as programs are told it: whole where it is known where the site stands, else relative to
/// the first page.
pub fn address(book: &Book, to: &str) -> String {
    let (page, fragment) = to.split_once('#').unwrap_or((to, ""));
    let page = book
        .canonical(page)
        .unwrap_or_else(|| encoded(page).into_owned());
    match fragment {
        "" => page,
        fragment => format!("{page}#{}", encoded(fragment)),
    }
}

/// The host and the path of the site, where they are known.
pub fn host(book: &Book) -> Option<(&str, &str)> {
    let whole = book.edition.base_url.as_ref()?.whole()?;
    let (_, rest) = whole.split_once("://")?;
    Some(rest.split_at(rest.find('/').unwrap_or(rest.len())))
}

/// What a plan is called.
pub fn title(book: &Book) -> Cow<'_, str> {
    match &book.edition.title {
        Some(title) => title.into(),
        None => book.tongue.say("Plan"),
    }
}

/// What a plan is called in names for programs, which are the same in every language.
pub fn name(book: &Book) -> &str {
    book.edition.title.as_deref().unwrap_or("Plan")
}

/// A number that stands for these words, in the form in which programs name things for good. It is worked out from
/// the words alone, so each build gives the same.
pub fn uuid(words: &str) -> String {
    let mut number: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    for byte in words.bytes() {
        number ^= u128::from(byte);
        number = number.wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
    }
    // The form keeps six bits to say that the rest is of one's own making.
    number = number & !(0xf << 76) | 0x8 << 76;
    number = number & !(0x3 << 62) | 0x2 << 62;
    let digits = format!("{number:032x}");
    let (a, rest) = digits.split_at(8);
    let (b, rest) = rest.split_at(4);
    let (c, rest) = rest.split_at(4);
    let (d, e) = rest.split_at(4);
    format!("{a}-{b}-{c}-{d}-{e}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_one_number() {
        let one = uuid("T-1");
        assert_eq!((one.len(), uuid("T-1") == one), (36, true));
        assert_ne!(uuid("T-2"), one);
        assert_eq!(one.as_bytes()[14], b'8');
        assert!(b"89ab".contains(&one.as_bytes()[19]), "{one}");
    }
}
