//! What dates are made of: numbers, words, and the signs that join them or lie between two of them.

use std::borrow::Cow;

use crate::read::almanac::{is_calendar, month};
use crate::read::vocabulary::calendar::UNTIL;

/// A part of a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A number, and how many digits it has.
    Number(u32, usize),
    /// A word, in lower case.
    Word(String),
    /// A sign between two numbers or words that touch it.
    Join(char),
    /// What lies between the two ends of a time.
    Dash,
}

/// A longer text is a tale; its end is not looked through for dates.
const LONGEST: usize = 64;

/// The parts of some words, the time of the day left out.
pub fn tokens(raw: &str) -> Vec<Token> {
    let mut all = Vec::new();
    let plain = plain(raw);
    let mut rest: &str = &plain;
    let mut before = None;
    while let Some(c) = rest.chars().next().filter(|_| all.len() < LONGEST) {
        let same = |other: char| {
            if c.is_ascii_digit() {
                other.is_ascii_digit()
            } else {
                c.is_alphabetic() && other.is_alphabetic()
            }
        };
        let end = rest[c.len_utf8()..]
            .find(|other| !same(other))
            .map_or(rest.len(), |end| end + c.len_utf8());
        let end = if c.is_alphanumeric() {
            end
        } else {
            c.len_utf8()
        };
        let (part, behind) = rest.split_at(end);
        let touches =
            before.is_some_and(char::is_alphanumeric) && behind.starts_with(char::is_alphanumeric);
        all.extend(token(part, before, touches));
        before = part.chars().next_back();
        rest = behind;
    }
    until(&without_time(&all))
}

/// "2026年第二季度", "2026년 상반기" with the part of the year as it is written elsewhere.
fn plain(raw: &str) -> Cow<'_, str> {
    let is_part = raw.contains(['季', '半']) || raw.contains("반기");
    if !is_part || raw.len() > LONGEST {
        return Cow::Borrowed(raw);
    }
    let mut plain = raw.to_string();
    for (part, name) in PARTS {
        plain = plain.replace(part, name);
    }
    Cow::Owned(plain)
}

/// Parts of a year in scripts without blanks; the longer ones first.
const PARTS: [(&str, &str); 14] = [
    ("第一季度", " Q1 "),
    ("第二季度", " Q2 "),
    ("第三季度", " Q3 "),
    ("第四季度", " Q4 "),
    ("一季度", " Q1 "),
    ("二季度", " Q2 "),
    ("三季度", " Q3 "),
    ("四季度", " Q4 "),
    ("上半年", " H1 "),
    ("下半年", " H2 "),
    ("上半期", " H1 "),
    ("下半期", " H2 "),
    ("상반기", " H1 "),
    ("하반기", " H2 "),
];

fn token(part: &str, before: Option<char>, touches: bool) -> Option<Token> {
    const ORDINALS: [&str; 8] = ["st", "nd", "rd", "th", "er", "º", "ª", "e"];
    let c = part.chars().next()?;
    if c.is_ascii_digit() {
        let number = part.parse().ok().filter(|_| part.len() <= 8);
        return Some(number.map_or_else(
            || Token::Word(part.to_string()),
            |number| Token::Number(number, part.len()),
        ));
    }
    if c.is_alphabetic() {
        let word = part.to_lowercase();
        let is_ordinal = before.is_some_and(|c| c.is_ascii_digit());
        return (!(is_ordinal && ORDINALS.contains(&word.as_str()))).then_some(Token::Word(word));
    }
    match c {
        '–' | '—' | '→' | '…' | '〜' | '～' => Some(Token::Dash),
        '~' if before.is_some() && before != Some('(') => Some(Token::Dash),
        '-' if !touches => Some(Token::Dash),
        '-' | '/' | '.' | ':' if touches => Some(Token::Join(c)),
        _ => None,
    }
}

/// "2026-01-27T10:00:00Z" and "10:30" without what is behind the day.
fn without_time(all: &[Token]) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let mut is_time = false;
    for (at, token) in all.iter().enumerate() {
        let begins = matches!(
            (token, all.get(at + 1)),
            (Token::Number(..), Some(Token::Join(':')))
        );
        if begins && !is_time && out.last() == Some(&Token::Word("t".into())) {
            out.pop();
        }
        is_time = begins || is_time && matches!(token, Token::Number(..) | Token::Join(':'));
        if !is_time {
            out.push(token.clone());
        }
    }
    out
}

/// "5 January to 27 January": a word between two dates is a dash.
fn until(all: &[Token]) -> Vec<Token> {
    let is_date = |token: Option<&Token>| match token {
        Some(Token::Number(..)) => true,
        Some(Token::Word(word)) => month(word).is_some() || is_calendar(word),
        _ => false,
    };
    let between = |at: usize| {
        is_date(at.checked_sub(1).and_then(|at| all.get(at))) && is_date(all.get(at + 1))
    };
    let replaced = all.iter().enumerate().map(|(at, token)| match token {
        Token::Word(word) if UNTIL.contains(&word.as_str()) && between(at) => Token::Dash,
        other => other.clone(),
    });
    replaced.collect()
}
