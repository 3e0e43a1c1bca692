//! What the marks of a chart mean.

use crate::chart::escape::escape;
use crate::chart::say::Say;

/// An entry: the class of its mark, its words, and whether the mark occurs.
pub(crate) type Entry = (&'static str, &'static str, bool);

/// The list of the marks that occur; empty where none does.
pub(crate) fn key(say: Say<'_>, class: &str, entries: &[Entry]) -> String {
    let occurring = entries.iter().filter(|(_, _, occurs)| *occurs);
    let entries: String = occurring
        .map(|(mark, words, _)| {
            let words = say(words);
            format!("<li><i class=\"{mark}\"></i>{}</li>\n", escape(&words))
        })
        .collect();
    match entries.is_empty() {
        true => entries,
        false => format!("<ul class=\"{class}\">{entries}</ul>"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::say::english;

    #[test]
    fn only_what_occurs_is_explained() {
        let entries = [("a", "One", false), ("b", "Two", true)];
        let wanted = "<ul class=\"key\"><li><i class=\"b\"></i>Two</li>\n</ul>";
        assert_eq!(key(&english, "key", &entries), wanted);
        assert_eq!(key(&english, "key", &entries[..1]), "");
    }
}
