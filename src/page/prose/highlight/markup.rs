//! Languages of markup: tags with their attributes, and markdown.

use crate::page::prose::highlight::data::each_line;
use crate::page::prose::highlight::piece::{Pieces, Token};

/// HTML and XML.
pub(super) fn tags(pieces: &mut Pieces<'_>) {
    while !pieces.rest().is_empty() {
        let rest = pieces.rest();
        match rest.find('<') {
            Some(0) => tag(pieces),
            Some(at) => pieces.take(Token::Plain, at),
            None => pieces.take(Token::Plain, rest.len()),
        }
    }
}

fn tag(pieces: &mut Pieces<'_>) {
    let rest = pieces.rest();
    if rest.starts_with("<!--") {
        return pieces.take(Token::Comment, comment(rest));
    }
    let name = rest[1..].trim_start_matches(['/', '!', '?']);
    if !name.starts_with(char::is_alphabetic) {
        return pieces.pass();
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '>' | '=' | '<');
    let length = rest.len() - name.len() + name.find(ends).unwrap_or(name.len());
    let closes = rest[length..].starts_with('>');
    pieces.take(Token::Keyword, length + usize::from(closes));
    if !closes {
        attributes(pieces);
    }
}

/// Up to the end of the tag, or to where another begins.
fn attributes(pieces: &mut Pieces<'_>) {
    loop {
        let rest = pieces.rest();
        match rest.bytes().next() {
            None | Some(b'<') => return,
            Some(b'>') => return pieces.take(Token::Keyword, 1),
            Some(mark @ (b'"' | b'\'')) => {
                let end = rest[1..].find(char::from(mark));
                pieces.take(Token::Text, end.map_or(rest.len(), |at| at + 2));
            }
            Some(byte) if byte.is_ascii_alphabetic() => {
                let fits = |c: char| c.is_alphanumeric() || matches!(c, '-' | ':' | '_' | '.');
                let end = rest.find(|c| !fits(c)).unwrap_or(rest.len());
                pieces.take(Token::Name, end);
            }
            Some(_) => pieces.pass(),
        }
    }
}

fn comment(rest: &str) -> usize {
    rest.find("-->").map_or(rest.len(), |at| at + 3)
}

/// Markdown: headings, fenced and marked code, comments.
pub(super) fn markdown(pieces: &mut Pieces<'_>) {
    let is_code = std::cell::Cell::new(false);
    each_line(pieces, |pieces, line| {
        let words = line.trim_start();
        if words.starts_with("```") || words.starts_with("~~~") {
            is_code.set(!is_code.get());
            return pieces.take(Token::Text, line.len());
        }
        if is_code.get() {
            return pieces.take(Token::Text, line.len());
        }
        let head = words.trim_start_matches('#');
        if head.len() < words.len() && head.starts_with(' ') {
            return pieces.take(Token::Keyword, line.len());
        }
        let mut left = line;
        while let Some(at) = left.find(['`', '<']) {
            pieces.take(Token::Plain, at);
            left = &left[at..];
            let code = left[1..].find('`').filter(|_| left.starts_with('`'));
            let (token, length) = match code {
                Some(end) => (Token::Text, end + 2),
                None if left.starts_with("<!--") => (Token::Comment, comment(left)),
                // Without another mark in this line, none of them begins anything.
                None if left.starts_with('`') => return,
                None => (Token::Plain, 1),
            };
            pieces.take(token, length);
            left = &left[length..];
        }
    });
}
