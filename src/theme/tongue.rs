//! The language of the pages: how each fixed word and sentence is said to their readers.
//!
//! What the program says stands in it in English, and that is the key by which a catalog says it otherwise. English
//! without a catalog costs nothing.

pub mod catalog;
pub mod direction;
pub mod plural;
pub mod sentence;

use std::borrow::Cow;
use std::fmt::{Display, Write};

use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::catalog::{Catalog, Phrase};
use crate::theme::tongue::direction::Direction;
use crate::theme::tongue::plural::{Form, Rule};
use crate::theme::tongue::sentence::{Piece, pieces};

/// The hole that takes the number which chooses the form.
pub const NUMBER: &str = "number";

/// Begins and ends words that may run the other way than those around them.
const ISOLATE: (char, char) = ('\u{2068}', '\u{2069}');

/// Words that are said at another place; there `say` is given them.
pub const fn key(words: &'static str) -> &'static str {
    words
}

/// A sentence for one and for many that is said at another place; there `count` is given both.
pub const fn forms(one: &'static str, many: &'static str) -> (&'static str, &'static str) {
    (one, many)
}

/// The language of the pages.
#[derive(Clone, Debug)]
pub struct Tongue {
    tag: String,
    direction: Direction,
    rule: Rule,
    catalog: Catalog,
    is_known: bool,
}

impl Tongue {
    /// English, as it stands in the program.
    pub fn english() -> Self {
        Self::new("en", Catalog::default(), true)
    }

    /// A language with these words; it is not known where it has none and is not English.
    pub(crate) fn new(tag: &str, catalog: Catalog, is_known: bool) -> Self {
        Self {
            tag: tag.to_string(),
            direction: Direction::of(tag),
            rule: plural::rule(if is_known { tag } else { "en" }),
            catalog,
            is_known,
        }
    }

    /// Its tag, as it is set.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Which way its lines run.
    pub fn direction(&self) -> Direction {
        self.direction
    }

    /// Whether its words are known; if not, those of the program are English.
    pub fn is_known(&self) -> bool {
        self.is_known
    }

    /// How words are said; in English where nobody says them otherwise.
    pub fn say<'a>(&'a self, words: &'a str) -> Cow<'a, str> {
        Cow::Borrowed(
            self.found(words)
                .map_or(words, |said| said.with(Form::Other)),
        )
    }

    /// A sentence with its holes filled: `tell("{done} of {of}", &[("done", &1), ("of", &5)])`.
    pub fn tell(&self, sentence: &str, parts: &[(&str, &dyn Display)]) -> String {
        self.fill(&self.say(sentence), parts)
    }

    /// A sentence with a number, which stands in the hole `{number}`; English gives its form for one and for many.
    pub fn count(
        &self,
        number: usize,
        one: &str,
        many: &str,
        parts: &[(&str, &dyn Display)],
    ) -> String {
        let sentence = match self.found(many) {
            Some(phrase) => phrase.with((self.rule)(number)),
            None if number == 1 => one,
            None => many,
        };
        let is_given = parts.iter().any(|(name, _)| *name == NUMBER);
        if is_given {
            return self.fill(sentence, parts);
        }
        let number: (&str, &dyn Display) = (NUMBER, &number);
        self.fill(sentence, &[&[number], parts].concat())
    }

    /// A sentence whose holes are filled with finished HTML; what stands between asterisks is stressed.
    pub fn mark(&self, sentence: &str, parts: &[(&str, &Markup)]) -> Markup {
        marked(&self.say(sentence), parts)
    }

    /// A sentence with a number, whose holes are filled with finished HTML; the number stands in `{number}`.
    pub fn mark_count(
        &self,
        number: usize,
        one: &str,
        many: &str,
        parts: &[(&str, &Markup)],
    ) -> Markup {
        let sentence = match self.found(many) {
            Some(phrase) => phrase.with((self.rule)(number)),
            None if number == 1 => one,
            None => many,
        };
        let number = Markup::text(&number.to_string());
        marked(sentence, &[parts, &[(NUMBER, &number)]].concat())
    }

    /// Words as a part of a sentence, kept apart from it where they run the other way.
    pub fn part<'a>(&self, words: &'a str) -> Cow<'a, str> {
        match self.is_apart(words) {
            true => Cow::Owned(format!("{}{words}{}", ISOLATE.0, ISOLATE.1)),
            false => Cow::Borrowed(words),
        }
    }

    /// "a", "a and b", "a, b and c".
    pub fn list(&self, words: &[impl AsRef<str>]) -> String {
        let Some((last, before)) = words.split_last() else {
            return String::new();
        };
        if before.is_empty() {
            return last.as_ref().to_string();
        }
        let (first, last) = (self.row(before), last.as_ref());
        self.tell("{first} and {last}", &[("first", &first), ("last", &last)])
    }

    /// "a, b, c": one after the other.
    pub fn row(&self, words: &[impl AsRef<str>]) -> String {
        let mut words = words.iter().map(AsRef::as_ref);
        let first = words.next().unwrap_or_default().to_string();
        words.fold(first, |first, next| {
            self.tell("{first}, {next}", &[("first", &first), ("next", &next)])
        })
    }

    fn found(&self, words: &str) -> Option<&Phrase> {
        if self.catalog.is_empty() {
            return None;
        }
        self.catalog.find(words)
    }

    fn fill(&self, sentence: &str, parts: &[(&str, &dyn Display)]) -> String {
        let mut out = String::with_capacity(sentence.len() + 16 * parts.len());
        for piece in pieces(sentence) {
            match piece {
                Piece::Words(words) => out.push_str(words),
                Piece::Hole(name) => match parts.iter().find(|(known, _)| *known == name) {
                    Some((_, value)) => self.put(*value, &mut out),
                    None => open(name, &mut out),
                },
            }
        }
        out
    }

    /// Whether words run the other way and are not kept apart yet.
    fn is_apart(&self, words: &str) -> bool {
        self.direction.is_crossed_by(words) && !words.contains(ISOLATE.0)
    }

    /// Puts a value into a hole.
    fn put(&self, value: &dyn Display, out: &mut String) {
        let start = out.len();
        // Writing to a text cannot fail.
        let _ = write!(out, "{value}");
        if self.is_apart(&out[start..]) {
            out.insert(start, ISOLATE.0);
            out.push(ISOLATE.1);
        }
    }
}

/// A hole that nothing fills stays to be seen.
fn open(name: &str, out: &mut String) {
    out.push('{');
    out.push_str(name);
    out.push('}');
}

fn marked(sentence: &str, parts: &[(&str, &Markup)]) -> Markup {
    let mut out = String::with_capacity(sentence.len() + 32 * parts.len());
    let mut is_stressed = false;
    for piece in pieces(sentence) {
        match piece {
            Piece::Words(words) => {
                for (at, words) in words.split('*').enumerate() {
                    if at > 0 {
                        out.push_str(if is_stressed { "</em>" } else { "<em>" });
                        is_stressed = !is_stressed;
                    }
                    out.push_str(&escape(words));
                }
            }
            Piece::Hole(name) => match parts.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => out.push_str(value.as_str()),
                None => open(name, &mut out),
            },
        }
    }
    if is_stressed {
        out.push_str("</em>");
    }
    Markup::html(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tongue(tag: &str, words: &str) -> Tongue {
        Tongue::new(tag, Catalog::parse(words).unwrap(), true)
    }

    #[test]
    fn english_is_said_as_it_stands() {
        let english = Tongue::english();
        assert!(matches!(english.say("Overview"), Cow::Borrowed("Overview")));
        let of = |number| english.count(number, "{number} task", "{number} tasks", &[]);
        assert_eq!((of(1), of(0)), ("1 task".into(), "0 tasks".into()));
        assert_eq!(english.tell("{a} of {b}", &[("a", &1)]), "1 of {b}");
        let list = |words: &[&str]| english.list(words);
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!((list(&["a"]), list(&[])), ("a".into(), String::new()));
    }

    #[test]
    fn a_catalog_says_it_otherwise() {
        let german = tongue(
            "de",
            "Overview = 'Übersicht'\n'{first} and {last}' = '{first} und {last}'\n\
             '{number} tasks' = { one = '{number} Aufgabe', other = '{number} Aufgaben' }",
        );
        assert_eq!(
            (german.say("Overview"), german.say("Other")),
            ("Übersicht".into(), "Other".into())
        );
        let of = |number| german.count(number, "{number} task", "{number} tasks", &[]);
        assert_eq!((of(1), of(5)), ("1 Aufgabe".into(), "5 Aufgaben".into()));
        assert_eq!(german.list(&["a", "b"]), "a und b");
    }

    #[test]
    fn marks_are_finished_and_words_are_escaped() {
        let link = Markup::html("<a>x & y</a>".into());
        let said = Tongue::english().mark("{title} is *late* & {so}", &[("title", &link)]);
        assert_eq!(said.as_str(), "<a>x & y</a> is <em>late</em> &amp; {so}");
        let said = Tongue::english().mark_count(2, "{number} *a", "{number} *b", &[]);
        assert_eq!(said.as_str(), "2 <em>b</em>");
    }

    #[test]
    fn words_that_run_the_other_way_are_kept_apart() {
        let arabic = tongue("ar", "");
        let said = arabic.tell("{title}: {number}", &[("title", &"Engine"), ("number", &3)]);
        assert_eq!(said, "\u{2068}Engine\u{2069}: 3");
        assert_eq!(Tongue::english().part("مهمة"), "\u{2068}مهمة\u{2069}");
        assert_eq!(Tongue::english().part("Größe"), "Größe");
    }
}
