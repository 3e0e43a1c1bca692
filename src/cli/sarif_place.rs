//! Places as SARIF tells them: addresses in the repository, columns as UTF-16 counts them.

use serde::Serialize;

use crate::cli::uri::encoded;
use crate::text::edit::Edit;
use crate::text::file::SourceFile;
use crate::text::span::Span;

/// What relative addresses are relative to: the root of the repository.
pub const ROOT: &str = "%SRCROOT%";

/// Words, as SARIF wraps them.
#[derive(Serialize)]
pub struct Message {
    text: String,
}

/// A place, perhaps with a number and a word on it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    physical_location: Physical,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Physical {
    artifact_location: Artifact,
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<Region>,
}

#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Artifact {
    uri: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
}

#[derive(Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: u32,
    start_column: usize,
    end_line: u32,
    end_column: usize,
}

impl Message {
    /// A message of these words. What SARIF would take for a link leads to a place of the log, and the words of a
    /// document know none.
    pub fn new(words: &str) -> Self {
        Self {
            text: words.replace("](", "] ("),
        }
    }
}

impl Location {
    /// These words of a document; `folder` is where the documents lie in the repository, with a slash at its end.
    pub fn new(folder: &str, file: &SourceFile, span: Span) -> Self {
        Self {
            id: None,
            physical_location: Physical {
                artifact_location: artifact(&format!("{folder}{}", file.path)),
                region: Some(region(file, span)),
            },
            message: None,
        }
    }

    /// A document as a whole.
    pub fn document(path: &str) -> Self {
        Self {
            id: None,
            physical_location: Physical {
                artifact_location: artifact(path),
                region: None,
            },
            message: None,
        }
    }

    /// The same place under a number, with what stands there.
    pub fn labelled(self, id: usize, label: &str) -> Self {
        Self {
            id: Some(id),
            message: (!label.is_empty()).then(|| Message::new(label)),
            ..self
        }
    }
}

/// Other words in the place of some of a document.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    artifact_location: Artifact,
    replacements: Vec<Replacement>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Message,
}

impl Change {
    /// These edits of a document; none where one of them goes over the end of a line.
    pub fn new(folder: &str, file: &SourceFile, edits: Vec<Edit>) -> Option<Self> {
        let is_in_line = |edit: &Edit| file.line(edit.span.start) == file.line(edit.span.end);
        let replacement = |edit: Edit| Replacement {
            deleted_region: region(file, edit.span),
            inserted_content: Message { text: edit.text },
        };
        edits.iter().all(is_in_line).then(|| Self {
            artifact_location: artifact(&format!("{folder}{}", file.path)),
            replacements: edits.into_iter().map(replacement).collect(),
        })
    }
}

/// The address of a document: relative to the repository where it is known, else that of this machine.
fn artifact(path: &str) -> Artifact {
    let encoded = encoded(path);
    match path.starts_with('/') {
        true => Artifact {
            uri: format!("file://{encoded}"),
            uri_base_id: None,
        },
        false => Artifact {
            uri: encoded,
            uri_base_id: Some(ROOT),
        },
    }
}

/// The part of a place on its first line: a mark beside a whole document helps nobody.
fn region(file: &SourceFile, span: Span) -> Region {
    let line = file.line(span.start);
    let words = file.line_span(line as usize).range();
    let column = |at: u32| units(&file.text, words.start, (at as usize).min(words.end)) + 1;
    let start = column(span.start);
    Region {
        start_line: line,
        start_column: start,
        end_line: line,
        end_column: column(span.end).max(start),
    }
}

/// How many units of UTF-16 lie between two bytes; of a character that is cut in two, none.
fn units(text: &str, start: usize, end: usize) -> usize {
    let mut ends = (0..4).map(|back| end.saturating_sub(back));
    let words = ends.find_map(|end| text.get(start..end));
    words.unwrap_or_default().encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(text: &str, start: usize, end: usize) -> (u32, usize, usize) {
        let file = SourceFile::new("a.md", text.as_bytes().to_vec());
        let region = region(&file, Span::new(start..end));
        assert_eq!(region.start_line, region.end_line);
        (region.start_line, region.start_column, region.end_column)
    }

    #[test]
    fn columns_are_counted_in_utf_16() {
        assert_eq!(columns("one two", 4, 7), (1, 5, 8));
        assert_eq!(columns("größe: x", 9, 10), (1, 8, 9));
        // A rocket is two units, four bytes and one character.
        assert_eq!(columns("a\n🚀 x", 7, 8), (2, 4, 5));
    }

    #[test]
    fn a_place_ends_with_its_first_line() {
        assert_eq!(columns("one\r\ntwo\r\n", 0, 10), (1, 1, 4));
        assert_eq!(columns("one\n", 3, 3), (1, 4, 4));
        assert_eq!(columns("", 0, 0), (1, 1, 1));
        assert_eq!(columns("é", 1, 1), (1, 1, 1));
        assert_eq!(columns("a\nb", 90, 99), (2, 2, 2));
    }

    #[test]
    fn changes_stay_in_their_lines() {
        let file = SourceFile::new("a.md", "🚀 1\n2\n".as_bytes().to_vec());
        let change = |span| {
            let text = "3".to_string();
            Change::new("docs/", &file, vec![Edit { span, text }])
        };
        let json = serde_json::to_value(change(Span::new(5..6)).unwrap()).unwrap();
        let one = &json["replacements"][0];
        assert_eq!(one["deletedRegion"]["startColumn"], 4);
        assert_eq!(one["insertedContent"]["text"], "3");
        assert!(change(Span::new(5..8)).is_none());
    }

    #[test]
    fn addresses_are_encoded_and_relative_to_the_repository() {
        let found = artifact("docs/a b/größe #1.md");
        assert_eq!(found.uri, "docs/a%20b/gr%C3%B6%C3%9Fe%20%231.md");
        assert_eq!(found.uri_base_id, Some("%SRCROOT%"));
        assert_eq!(artifact("c:x.md").uri, "c%3Ax.md");
        let found = artifact("/tmp/a.md");
        assert_eq!((&*found.uri, found.uri_base_id), ("file:///tmp/a.md", None));
    }

    #[test]
    fn no_words_become_a_link() {
        assert_eq!(Message::new("[a](0) [b]").text, "[a] (0) [b]");
    }
}
