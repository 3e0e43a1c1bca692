//! Files of data and of commands, read line by line.

use crate::page::prose::highlight::grammar::{COMMAND, Grammar, JSON, VALUE};
use crate::page::prose::highlight::piece::{Pieces, Token};
use crate::page::prose::highlight::scan::{scan, scan_line};

/// JSON: a text before a colon is a name.
pub(super) fn json(pieces: &mut Pieces<'_>) {
    scan(pieces, &JSON);
}

/// YAML: what stands before a colon at the head of a line is a name.
pub(super) fn yaml(pieces: &mut Pieces<'_>) {
    each_line(pieces, |pieces, line| {
        let entry = line.trim_start_matches(['-', ' ', '\t']);
        let head = line.len() - entry.len();
        pieces.take(Token::Plain, head);
        let ends = |at: usize| matches!(entry.as_bytes().get(at + 1), None | Some(b' '));
        let colon = entry.find(':').filter(|at| ends(*at));
        let is_name = !entry.starts_with(['#', '"', '\'', '[', '{', '&', '*']);
        if let Some(colon) = colon.filter(|_| is_name) {
            pieces.take(Token::Name, colon);
        }
        scan_line(pieces, &VALUE);
    });
}

/// Sections in brackets, names before an equals sign.
pub(super) fn sections(pieces: &mut Pieces<'_>, grammar: &Grammar) {
    each_line(pieces, |pieces, line| {
        let words = line.trim();
        pieces.take(Token::Plain, line.len() - line.trim_start().len());
        if words.starts_with('[') && words.ends_with(']') {
            pieces.take(Token::Keyword, words.len());
        } else if let Some(equals) = line.trim_start().find('=')
            && !words.starts_with(['#', ';', '"', '\''])
        {
            let name = line.trim_start()[..equals].trim_end().len();
            pieces.take(Token::Name, name);
        }
        scan_line(pieces, grammar);
    });
}

/// A word in capitals at the head of a line, and what it is to do.
pub(super) fn commands(pieces: &mut Pieces<'_>) {
    each_line(pieces, |pieces, line| {
        let word = line.find(' ').map_or(line, |end| &line[..end]);
        if word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            pieces.take(Token::Keyword, word.len());
        }
        scan_line(pieces, &COMMAND);
    });
}

/// What is typed behind a prompt; the answers are plain.
pub(super) fn session(pieces: &mut Pieces<'_>) {
    each_line(pieces, |pieces, line| match line.starts_with("$ ") {
        true => {
            pieces.take(Token::Comment, 1);
            scan_line(pieces, &COMMAND);
        }
        false => pieces.take(Token::Plain, line.len()),
    });
}

/// Reads line after line; what is left of one is plain.
pub(super) fn each_line<'a>(pieces: &mut Pieces<'a>, read: impl Fn(&mut Pieces<'a>, &'a str)) {
    while !pieces.rest().is_empty() {
        read(pieces, pieces.line());
        let left = pieces.line().len();
        pieces.take(Token::Plain, left);
        pieces.pass();
    }
}
