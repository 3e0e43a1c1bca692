//! From text to outline; cannot fail.

pub mod allow;
pub mod bullet;
pub mod chapters;
pub mod cursor;
pub mod data;
pub mod drawing;
pub mod element;
pub mod entry;
pub mod field;
pub mod front_matter;
pub mod inline;
pub mod key;
pub mod line;
pub mod loose;
pub mod markdown;
pub mod misplaced;
pub mod node;
pub mod outline;
pub mod quoted;
pub mod raw;
pub mod scope;
pub mod sheet;
pub mod toml;
pub mod value;
pub mod yaml;

use std::ops::Range;

use crate::model::reason::Reason;
use crate::text::file::SourceFile;
use crate::text::span::Span;
use crate::theme::tongue::key;
use outline::{Fault, Outline};

/// The outline of a document: its front matter, its sections and what stands in them.
pub fn outline(file: &SourceFile) -> Outline {
    if data::is_data(&file.path) {
        return data::outline(file);
    }
    let mut outline = Outline {
        path: file.path.clone(),
        ..Outline::default()
    };
    let mut body = line::beginning(&file.text);
    if let Some(front) = front_matter::split(&file.text) {
        body = front.whole.end;
        (outline.front, outline.faults) = front_matter::fields(&file.text, &front);
        outline.front_span = Some(Span::new(front.whole));
        markdown::read(&file.text, body, &mut outline);
    } else if let Some((front, mishap)) = misplaced::find(&file.text, body) {
        (outline.front, outline.faults) = front_matter::fields(&file.text, &front);
        outline.faults.insert(0, mishap.fault(&front));
        outline.front_span = Some(Span::new(front.whole.clone()));
        markdown::read(&without(&file.text, front.whole), body, &mut outline);
    } else {
        markdown::read(&file.text, body, &mut outline);
    }
    outline
        .faults
        .extend(file.damaged.then(|| damaged(&file.text)));
    outline
}

/// The text with blanks in this range, so that all else stays where it is.
fn without(text: &str, range: Range<usize>) -> String {
    let blank = |c: char| match c {
        '\n' => "\n".to_string(),
        c => " ".repeat(c.len_utf8()),
    };
    let gap: String = text[range.clone()].chars().map(blank).collect();
    [&text[..range.start], &gap, &text[range.end..]].concat()
}

/// Bytes that are no UTF-8, and were replaced to read the rest.
fn damaged(text: &str) -> Fault {
    const REPLACED: char = '\u{fffd}';
    let at = text.find(REPLACED).unwrap_or(0);
    let count = text.matches(REPLACED).count();
    Fault {
        rule: "mojibake",
        message: Reason::count(
            count,
            "this document is not UTF-8: {number} character could not be read",
            "this document is not UTF-8: {number} characters could not be read",
        ),
        span: Span::new(at..(at + REPLACED.len_utf8()).min(text.len())),
        help: key(
            "save the document as UTF-8; until then the bytes are shown as replacement characters",
        ),
    }
}
