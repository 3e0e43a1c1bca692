//! The words of a text, each in the plain form in which it is looked for.

use crate::page::index::letter::{Letter, fold};

/// No more of a word is looked at.
pub(super) const LONGEST: usize = 30;

/// Parts that are joined to one word are not longer.
const JOINED: usize = 24;

/// A text as it is cut into words.
#[derive(Default)]
struct Cut {
    /// The word under way, and how many letters it has.
    word: String,
    letters: usize,
    /// What was joined so far by hyphens and full stops, of how many parts, and whether a digit is in it.
    joined: String,
    parts: usize,
    has_digit: bool,
    /// The last letter of a script without gaps.
    last: Option<char>,
}

/// Tells the words of a text. Of `T-029` they are `t`, `029` and `t029`; where a script leaves no gaps, each two
/// letters that stand together are a word, and the last one.
pub(super) fn words(text: &str, tell: &mut impl FnMut(&str)) {
    let mut cut = Cut::default();
    for c in text.chars() {
        cut.sign(c, tell);
    }
    cut.end(tell);
}

/// All letters and digits of a text as one word.
pub(super) fn joined(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        fold(c, &mut out);
    }
    out.chars().take(LONGEST).collect()
}

impl Cut {
    fn sign(&mut self, c: char, tell: &mut impl FnMut(&str)) {
        let start = self.word.len();
        match fold(c, &mut self.word) {
            Letter::Word => {
                self.end_run(tell);
                self.letter(start);
            }
            Letter::Nothing => {}
            Letter::Joint => {
                self.end_run(tell);
                self.end_word(tell);
            }
            Letter::Gap => self.end(tell),
            Letter::Gapless => {
                self.word.truncate(start);
                self.end_parts(tell);
                self.pair(c, tell);
            }
        }
    }

    fn letter(&mut self, start: usize) {
        if self.letters >= LONGEST {
            self.word.truncate(start);
            return;
        }
        self.has_digit |= self.word[start..].starts_with(char::is_numeric);
        self.letters += self.word[start..].chars().count();
    }

    fn end_word(&mut self, tell: &mut impl FnMut(&str)) {
        if self.word.is_empty() {
            return;
        }
        tell(&self.word);
        self.joined.push_str(&self.word);
        self.parts += 1;
        self.word.clear();
        self.letters = 0;
    }

    fn end_parts(&mut self, tell: &mut impl FnMut(&str)) {
        self.end_word(tell);
        if self.parts > 1 && self.has_digit && self.joined.chars().count() <= JOINED {
            tell(&self.joined);
        }
        self.joined.clear();
        self.parts = 0;
        self.has_digit = false;
    }

    fn pair(&mut self, c: char, tell: &mut impl FnMut(&str)) {
        if let Some(last) = self.last {
            let mut pair = [0; 8];
            let first = last.encode_utf8(&mut pair).len();
            let second = c.encode_utf8(&mut pair[first..]).len();
            tell(str::from_utf8(&pair[..first + second]).unwrap_or_default());
        }
        self.last = Some(c);
    }

    fn end_run(&mut self, tell: &mut impl FnMut(&str)) {
        if let Some(last) = self.last.take() {
            tell(last.encode_utf8(&mut [0; 4]));
        }
    }

    fn end(&mut self, tell: &mut impl FnMut(&str)) {
        self.end_parts(tell);
        self.end_run(tell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        let mut told = Vec::new();
        words(text, &mut |word| told.push(word.to_string()));
        told.join(" ")
    }

    #[test]
    fn words_are_plain() {
        assert_eq!(
            told("Import last year’s Größe!"),
            "import last years grosse"
        );
        assert_eq!(told("sign-in, e-mail."), "sign in e mail");
        assert_eq!(told(" -- … "), "");
    }

    #[test]
    fn ids_are_also_one_word() {
        assert_eq!(told("T-029: M0.5"), "t 029 t029 m0 5 m05");
        assert_eq!(told("2026-11-21."), "2026 11 21 20261121");
        assert_eq!(joined("US-101/a"), "us101a");
    }

    #[test]
    fn other_scripts_have_words() {
        assert_eq!(told("検索機能 v2"), "検索 索機 機能 能 v2");
        assert_eq!(told("東x"), "東 x");
        assert_eq!(told("ค้นหา"), "คน นห หา า");
        assert_eq!(told("검색 기능"), "검색 기능");
        assert_eq!(told("Поиск, поездки"), "поиск поездки");
        assert_eq!(told("हिन्दी"), "हिन्दी");
    }

    #[test]
    fn endless_words_end() {
        let long = "ab".repeat(400);
        assert_eq!(told(&long).len(), LONGEST);
        assert_eq!(told(&"1.".repeat(300)).len(), 600 - 1);
    }
}
