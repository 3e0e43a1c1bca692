//! Findings as sentences of a page.

use crate::diagnostic::Message;
use crate::page::badge;
use crate::page::mark;
use crate::page::told::message as said;
use crate::theme::markup::Markup;
use crate::theme::tongue::Tongue;

/// What a finding says as a sentence; where only English is known, it is marked as that.
pub fn sentence(tongue: &Tongue, message: &Message) -> Markup {
    let words = mark::told(&badge::sentence(tongue, &said(tongue, message)));
    match message.reason() {
        Some(_) => words,
        None => english(tongue, words),
    }
}

/// Words that are English on pages in any language.
pub fn english(tongue: &Tongue, words: Markup) -> Markup {
    match tongue.tag().starts_with("en") || words.is_empty() {
        true => words,
        false => Markup::html(format!(
            "<span lang=\"en\" dir=\"ltr\">{}</span>",
            words.as_str()
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::reason::Reason;
    use crate::theme::tongue::catalog::Catalog;

    #[test]
    fn what_only_english_says_is_marked_as_english() {
        let german = Catalog::parse("'no `{item}`' = 'kein `{item}`'").unwrap();
        let german = Tongue::new("de", german, true);
        let said = |message: Message| sentence(&german, &message).as_str().to_string();
        let known = Reason::new("no `{item}`").words("item", "<a>");
        assert_eq!(said(known.into()), "Kein <code>&lt;a&gt;</code>.");
        assert_eq!(
            said("no `a`".into()),
            "<span lang=\"en\" dir=\"ltr\">No <code>a</code>.</span>"
        );
    }
}
