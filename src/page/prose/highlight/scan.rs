//! Code read from left to right by what its language looks like. Every letter is looked at a bounded number of times.

use crate::page::prose::highlight::grammar::{Grammar, Quote};
use crate::page::prose::highlight::piece::{Pieces, Token};

/// Reads the rest of the code.
pub(super) fn scan(pieces: &mut Pieces<'_>, grammar: &Grammar) {
    while !pieces.rest().is_empty() {
        step(pieces, grammar);
    }
}

/// Reads what is left of the line, and no further than a text reaches that goes on.
pub(super) fn scan_line(pieces: &mut Pieces<'_>, grammar: &Grammar) {
    while !matches!(pieces.rest().as_bytes(), [] | [b'\n', ..]) {
        step(pieces, grammar);
    }
}

fn step(pieces: &mut Pieces<'_>, grammar: &Grammar) {
    let rest = pieces.rest();
    let Some(first) = rest.chars().next() else {
        return;
    };
    if first.is_whitespace() {
        return pieces.pass();
    }
    if first.is_alphabetic() || matches!(first, '_' | '@') {
        return word(pieces, grammar);
    }
    if first.is_ascii_digit() {
        return number(pieces);
    }
    if let Some(length) = comment(pieces, grammar) {
        return pieces.take(Token::Comment, length);
    }
    match quoted(rest, first, grammar) {
        Some(length) => {
            let is_name = grammar.has_names && is_before_colon(&rest[length..]);
            let token = if is_name { Token::Name } else { Token::Text };
            pieces.take(token, length);
        }
        None => pieces.pass(),
    }
}

/// How long the comment is that begins here.
fn comment(pieces: &Pieces<'_>, grammar: &Grammar) -> Option<usize> {
    let rest = pieces.rest();
    let block = grammar
        .blocks
        .iter()
        .find(|(begin, _)| rest.starts_with(begin));
    if let Some((begin, end)) = block {
        let inside = &rest[begin.len()..];
        return Some(
            inside
                .find(end)
                .map_or(rest.len(), |at| begin.len() + at + end.len()),
        );
    }
    let is_apart = || pieces.before().is_none_or(char::is_whitespace);
    let begins = grammar.lines.iter().any(|begin| rest.starts_with(begin));
    let begins = begins && (!grammar.stands_apart || is_apart());
    begins.then(|| pieces.line().len())
}

/// How long the text is that begins here. One without an end takes its line.
fn quoted(rest: &str, first: char, grammar: &Grammar) -> Option<usize> {
    if first == '\'' && grammar.has_letters {
        return letter(rest);
    }
    let quote = grammar
        .quotes
        .iter()
        .find(|quote| rest.starts_with(quote.mark))?;
    Some(quote.mark.len() + inside(&rest[quote.mark.len()..], *quote))
}

/// How long a text is behind its first mark.
fn inside(text: &str, quote: Quote) -> usize {
    let mark = quote.mark.as_bytes();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote.escapes => at += 1,
            b'\n' if !quote.is_long => return at,
            _ if bytes[at..].starts_with(mark) => return at + mark.len(),
            _ => {}
        }
        at += 1;
    }
    text.len()
}

/// `'a'` and `'\n'` are letters; `'a` alone is something else.
fn letter(rest: &str) -> Option<usize> {
    let mut letters = rest.char_indices().skip(1);
    let (_, first) = letters.next()?;
    let most = if first == '\\' { 10 } else { 1 };
    let end = letters
        .take(most)
        .find(|(at, letter)| *letter == '\'' && *at > 1)?;
    (first != '\'' && first != '\n').then_some(end.0 + 1)
}

fn number(pieces: &mut Pieces<'_>) {
    let rest = pieces.rest().as_bytes();
    let is_part = |at: usize| match rest[at] {
        b'.' => rest.get(at + 1).is_some_and(u8::is_ascii_digit),
        byte => byte.is_ascii_alphanumeric() || byte == b'_',
    };
    let length = (0..rest.len()).find(|at| !is_part(*at));
    pieces.take(Token::Number, length.unwrap_or(rest.len()));
}

fn word(pieces: &mut Pieces<'_>, grammar: &Grammar) {
    let rest = pieces.rest();
    let hyphens = grammar.has_names;
    let fits = |c: char| c.is_alphanumeric() || c == '_' || hyphens && c == '-';
    let end = rest.char_indices().skip(1).find(|(_, c)| !fits(*c));
    let length = end.map_or(rest.len(), |(at, _)| at);
    if let Some(raw) = raw(rest, length).filter(|_| grammar.has_letters) {
        return pieces.take(Token::Text, raw);
    }
    let word = &rest[..length];
    let is_one = |list: &str| {
        let mut all = list.split_ascii_whitespace();
        all.any(|known| known == word || grammar.is_loud && known.eq_ignore_ascii_case(word))
    };
    let token = match length {
        0..=16 if is_one(grammar.keywords) => Token::Keyword,
        0..=16 if is_one(grammar.values) => Token::Number,
        _ if grammar.has_names && is_before_colon(&rest[length..]) => Token::Name,
        _ => Token::Plain,
    };
    pieces.take(token, length);
}

/// How long a raw text is that begins with this word: `r"a"`, `r#"a"#`.
fn raw(rest: &str, length: usize) -> Option<usize> {
    if !matches!(&rest[..length], "r" | "br") {
        return None;
    }
    let behind = &rest[length..];
    let marks = behind.len() - behind.trim_start_matches('#').len();
    let inside = behind[marks..].strip_prefix('"').filter(|_| marks < 16)?;
    let end = format!("\"{}", "#".repeat(marks));
    let begin = rest.len() - inside.len();
    Some(
        inside
            .find(&end)
            .map_or(rest.len(), |at| begin + at + end.len()),
    )
}

fn is_before_colon(rest: &str) -> bool {
    // Further away, it is no longer one.
    let mut near = rest.bytes().take(20);
    near.find(|byte| *byte != b' ') == Some(b':')
}
