//! From byte ranges to lines.

use std::sync::Arc;

use crate::edition::entry::Source;
use crate::text::file::SourceFile;
use crate::text::span::Place;

/// The documents and what they are called.
pub(super) struct Places<'a> {
    files: &'a [Arc<SourceFile>],
    paths: Vec<Arc<str>>,
}

impl<'a> Places<'a> {
    /// Of these documents.
    pub(super) fn new(files: &'a [Arc<SourceFile>]) -> Self {
        Self {
            files,
            paths: files.iter().map(|file| file.path.as_str().into()).collect(),
        }
    }

    /// The line and the column of a place.
    pub(super) fn source(&self, place: Place) -> Source {
        let at = place.file.0 as usize;
        let (line, column) = self.files[at].line_column(place.span.start);
        Source {
            file: self.paths[at].clone(),
            line,
            column,
        }
    }

    /// The path of a document.
    pub(super) fn path(&self, file: usize) -> Arc<str> {
        self.paths[file].clone()
    }
}
