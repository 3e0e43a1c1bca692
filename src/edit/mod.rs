//! From what a fix means to the bytes that it changes, in the form in which they are written.

pub mod address;
pub mod destination;
pub mod figures;

use crate::diagnostic::{Change, Fix};
use crate::edit::address::address;
use crate::edit::destination::destination;
use crate::edit::figures::{Count, figures};
use crate::text::edit::Edit;
use crate::text::file::SourceFile;
use crate::text::span::{FileId, Span};

/// The file that a fix changes, and how. None where something else stands at its places than it expects: then there
/// is nothing that could be changed safely.
pub fn edits(fix: &Fix, files: &[&SourceFile]) -> Option<(FileId, Vec<Edit>)> {
    let id = fix.places.first()?.file;
    let file = files.get(id.0 as usize).filter(|file| !file.damaged)?;
    let mut out = Vec::new();
    for place in &fix.places {
        let words = file.text.get(place.span.range())?;
        let changed = match &fix.change {
            Change::Target { was, now } => link(words, was, now, &file.path)?,
            Change::Figures { was, now, of, kind } => {
                let (was, now, of) = (*was, *now, *of);
                figures(words, Count { was, now, of }, kind)?
            }
        };
        let start = place.span.start as usize;
        out.extend(changed.into_iter().map(|(range, text)| Edit {
            span: Span::new(start + range.start..start + range.end),
            text,
        }));
    }
    fix.places
        .iter()
        .all(|place| place.file == id)
        .then_some((id, out))
}

type Changed = Vec<(std::ops::Range<usize>, String)>;

/// The path in a link; what is behind it, an anchor or a title, stays.
fn link(words: &str, was: &str, now: &str, from: &str) -> Option<Changed> {
    let (range, manner) = destination(words, was)?;
    let length = was.find(['#', '?']).unwrap_or(was.len());
    let text = address(from, now, was, manner)?;
    Some(vec![(range.start..range.start + length, text)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Safety;
    use crate::text::edit::splice;
    use crate::text::span::Place;

    fn mended(text: &str, was: &str, now: &str) -> Option<String> {
        let file = SourceFile::new("docs/a.md", text.as_bytes().to_vec());
        let start = text.find('[')?;
        let end = text.rfind(')')? + 1;
        let place = Place {
            file: FileId(0),
            span: Span::new(start..end),
        };
        let fix = Fix {
            change: Change::Target {
                was: was.to_string(),
                now: now.to_string(),
            },
            places: vec![place],
            safety: Safety::Safe,
        };
        let (_, edits) = edits(&fix, &[&file])?;
        Some(splice(text, &edits)?.0)
    }

    #[test]
    fn words_anchor_and_title_of_a_link_stay() {
        let text = "\u{feff}| 🌱 [a \\| `b`](x.md#y?z 'T') |\r\n";
        let wanted = "\u{feff}| 🌱 [a \\| `b`](../z%20z.md#y?z 'T') |\r\n";
        assert_eq!(mended(text, "x.md#y?z", "z z.md").as_deref(), Some(wanted));
        assert_eq!(mended("[a](y.md)", "x.md", "z.md"), None);
    }
}
