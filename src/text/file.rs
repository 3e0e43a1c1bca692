//! A document as it was read: its path, its text and where its lines begin.

use crate::text::span::Span;

/// One document.
#[derive(Debug)]
pub struct SourceFile {
    /// Relative to the folder that was read, with forward slashes.
    pub path: String,
    /// The text; bytes that are not UTF-8 are replaced, and then `damaged` says so.
    pub text: String,
    /// Whether bytes had to be replaced, so that spans do not fit the file on disk.
    pub damaged: bool,
    lines: Vec<u32>,
}

impl SourceFile {
    /// A document of these bytes.
    pub fn new(path: impl Into<String>, bytes: Vec<u8>) -> Self {
        let (text, damaged) = match String::from_utf8(bytes) {
            Ok(text) => (text, false),
            Err(fault) => (String::from_utf8_lossy(fault.as_bytes()).into_owned(), true),
        };
        let starts = text
            .bytes()
            .enumerate()
            .filter(|(_, byte)| *byte == b'\n')
            .map(|(at, _)| Span::new(at + 1..at + 1).start);
        let lines = std::iter::once(0).chain(starts).collect();
        Self {
            path: path.into(),
            text,
            damaged,
            lines,
        }
    }

    /// The 1-based line and column (in characters) of a byte offset.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let line = self.lines.partition_point(|start| *start <= offset);
        let start = self.lines[line - 1] as usize;
        let before = self.text.get(start..offset as usize).unwrap_or_default();
        (
            Span::new(0..line).end,
            Span::new(0..before.chars().count() + 1).end,
        )
    }

    /// The 1-based line of a byte offset.
    pub fn line(&self, offset: u32) -> u32 {
        Span::new(0..self.lines.partition_point(|start| *start <= offset)).end
    }

    /// How many lines the file has; a closing line break opens no further one.
    pub fn line_count(&self) -> usize {
        self.lines.len() - usize::from(self.text.ends_with('\n') || self.text.is_empty())
    }

    /// The span of a 1-based line, without its line break.
    pub fn line_span(&self, line: usize) -> Span {
        let start = self.lines[line - 1] as usize;
        let end = self
            .lines
            .get(line)
            .map_or(self.text.len(), |next| *next as usize);
        let kept = self.text[start..end].trim_end_matches(['\n', '\r']).len();
        Span::new(start..start + kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters() {
        let file = SourceFile::new("a.md", "één\r\ntwo\n".as_bytes().to_vec());
        assert_eq!(file.line_column(0), (1, 1));
        assert_eq!(file.line_column(4), (1, 4 - 1));
        assert_eq!(file.line_column(7), (2, 1));
        assert_eq!(file.line_count(), 2);
        assert_eq!(&file.text[file.line_span(1).range()], "één");
    }

    #[test]
    fn bad_bytes_are_replaced_and_said() {
        assert!(SourceFile::new("a.md", vec![b'a', 0xff]).damaged);
        assert_eq!(SourceFile::new("a.md", Vec::new()).line_count(), 0);
    }
}
