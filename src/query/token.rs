//! A question cut into words, quotations and signs.

use std::ops::Range;

use crate::query::fault::Fault;

/// Longer questions are no questions.
const LONGEST: usize = 4_000;

/// A piece of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) what: What,
    pub(super) range: Range<usize>,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// A word.
    Word(String),
    /// Words between quotation marks, as they are.
    Quoted(String),
    /// `(`, `)`, `,`, `=`, `!=`, `<`, `<=`, `>`, `>=`.
    Sign(&'static str),
}

/// The longer ones come first.
const SIGNS: [&str; 9] = ["!=", "<=", ">=", "<", ">", "=", "(", ")", ","];

/// Opening quotation marks with those that close them.
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')];

/// The pieces of a question.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, Fault> {
    if text.len() > LONGEST {
        let help = "ask for less, or make two views of it";
        return Err(Fault::new("this filter is too long", help, 0..text.len()));
    }
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let token = token(text, at, first)?;
        at = token.range.end;
        found.push(token);
    }
    Ok(found)
}

fn token(text: &str, at: usize, first: char) -> Result<Token, Fault> {
    if let Some(sign) = SIGNS.into_iter().find(|sign| text[at..].starts_with(sign)) {
        let range = at..at + sign.len();
        let what = What::Sign(sign);
        return Ok(Token { what, range });
    }
    if let Some((_, close)) = QUOTES.into_iter().find(|(open, _)| *open == first) {
        return quoted(text, at, first, close);
    }
    let ends = |c: char| c.is_whitespace() || "()<>=,".contains(c);
    let end = text[at..].find(ends).map_or(text.len(), |end| at + end);
    // `!=` without a blank before it.
    let end = match text[at..end].strip_suffix('!') {
        Some(word) if !word.is_empty() && text[end..].starts_with('=') => at + word.len(),
        _ => end,
    };
    let range = at..end;
    let what = What::Word(text[range.clone()].to_string());
    Ok(Token { what, range })
}

fn quoted(text: &str, at: usize, open: char, close: char) -> Result<Token, Fault> {
    let start = at + open.len_utf8();
    let Some(length) = text[start..].find(close) else {
        let help = format!("close it with `{close}`");
        return Err(Fault::new(
            "a quotation is not closed",
            help,
            at..text.len(),
        ));
    };
    let range = at..start + length + close.len_utf8();
    let what = What::Quoted(text[start..start + length].to_string());
    Ok(Token { what, range })
}

impl Token {
    /// Whether it is this word, whatever its case.
    pub(super) fn is_word(&self, word: &str) -> bool {
        matches!(&self.what, What::Word(mine) if mine.eq_ignore_ascii_case(word))
    }

    /// Whether it is this sign.
    pub(super) fn is_sign(&self, sign: &str) -> bool {
        matches!(self.what, What::Sign(mine) if mine == sign)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let found = tokens(text).unwrap();
        let told = found.into_iter().map(|token| match token.what {
            What::Word(word) => word,
            What::Quoted(words) => format!("\"{words}\""),
            What::Sign(sign) => format!("[{sign}]"),
        });
        told.collect()
    }

    #[test]
    fn words_quotations_and_signs_are_told_apart() {
        assert_eq!(
            told("owner is @api-team and (due<=today)"),
            [
                "owner",
                "is",
                "@api-team",
                "and",
                "[(]",
                "due",
                "[<=]",
                "today",
                "[)]"
            ]
        );
        assert_eq!(told("a!=“b c” , d"), ["a", "[!=]", "\"b c\"", "[,]", "d"]);
        assert_eq!(told("今日 !"), ["今日", "!"]);
        assert!(told(" \n").is_empty());
    }

    #[test]
    fn what_cannot_be_cut_is_told() {
        let fault = tokens("title is \"a b").unwrap_err();
        assert_eq!(fault.range, 9..13);
        assert!(tokens(&"a ".repeat(LONGEST)).is_err());
    }
}
