//! From text to outline; cannot fail.

pub mod front_matter;
pub mod inline;
pub mod markdown;
pub mod outline;
pub mod toml;
pub mod yaml;

use crate::text::file::SourceFile;
use outline::Outline;

/// The outline of a document: its front matter, its sections and what stands in them.
pub fn outline(file: &SourceFile) -> Outline {
    let mut outline = Outline {
        path: file.path.clone(),
        ..Outline::default()
    };
    let mut body = usize::from(file.text.starts_with('\u{feff}')) * '\u{feff}'.len_utf8();
    if let Some(front) = front_matter::split(&file.text) {
        body = front.whole.end;
        (outline.front, outline.faults) = front_matter::fields(&file.text, &front);
        outline.front_span = Some(crate::text::span::Span::new(front.whole));
    }
    markdown::read(&file.text, body, &mut outline);
    outline
}
