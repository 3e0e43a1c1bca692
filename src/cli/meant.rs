//! Which item somebody means, and what to type where that is not clear.

use crate::cli::ask::Asked;
use crate::cli::fault::Fault;
use crate::cli::plain::{plain, short};
use crate::edition::find::{Found, find};
use crate::page::answer::named::Named;

/// So many are named where words fit several.
const NAMED: usize = 12;

/// The position of the item that somebody means.
pub fn meant(asked: &Asked, typed: &str) -> Result<usize, Fault> {
    let named = |at: &usize| {
        let item = Named::at(&asked.book, *at);
        let place = item.place();
        let place = if place.is_empty() {
            place
        } else {
            format!("  {place}")
        };
        format!("\n  {}  {}{place}", quoted(&item.key), short(&item.title))
    };
    let all = |items: &[usize]| items.iter().take(NAMED).map(named).collect::<String>();
    match find(&asked.book.edition.items, typed) {
        Found::One(at) => Ok(at),
        Found::Several(found) => Err(Fault::Typed {
            message: format!("`{}` fits {} items", plain(typed), found.len()),
            help: {
                let more = match found.len() > NAMED {
                    true => format!("\n  and {} more", found.len() - NAMED),
                    false => String::new(),
                };
                format!("name one by its key:{}{more}", all(&found))
            },
        }),
        Found::Near(near) => Err(Fault::Typed {
            message: format!("no such item: `{}`", plain(typed)),
            help: match near.is_empty() {
                true => {
                    "`plansite status` and `plansite next` name items, `plansite export` has all"
                        .into()
                }
                false => format!("did you mean one of these?{}", all(&near)),
            },
        }),
    }
}

/// A key as a shell takes it for one word.
pub fn quoted(key: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./:@".contains(c);
    match key.chars().all(is_plain) {
        true => key.to_string(),
        false => format!("'{}'", key.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_one_word_for_a_shell() {
        assert_eq!(quoted("web/T-1"), "web/T-1");
        assert_eq!(quoted("a b's"), "'a b'\\''s'");
    }
}
