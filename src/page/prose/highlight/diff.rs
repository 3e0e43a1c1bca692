//! What a change takes away and what it brings.

use crate::page::prose::highlight::data::each_line;
use crate::page::prose::highlight::piece::{Pieces, Token};

/// Reads a diff.
pub(super) fn diff(pieces: &mut Pieces<'_>) {
    each_line(pieces, |pieces, line| {
        let is_head = ["+++ ", "--- ", "diff ", "index "];
        let token = match line.as_bytes() {
            _ if is_head.iter().any(|head| line.starts_with(head)) => Token::Comment,
            [b'@', b'@', ..] => Token::Keyword,
            [b'+', ..] => Token::New,
            [b'-', ..] => Token::Gone,
            _ => Token::Plain,
        };
        pieces.take(token, line.len());
    });
}
