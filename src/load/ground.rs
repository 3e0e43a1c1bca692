//! What links can lead to: documents by their paths, what lies beside them as far as anybody knows, and headings.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::load::headings::Headings;
use crate::model::document::Document;
use crate::resolve::names::is_document;
use crate::text::file::SourceFile;

/// Whether something lies at a path below the root, or below that of the repository where it begins with a slash; none
/// where nobody can look.
pub type Lies<'a> = dyn Fn(&str) -> Option<bool> + Sync + 'a;

/// The documents, and who knows of other files.
pub struct Ground<'a> {
    files: &'a [Arc<SourceFile>],
    documents: &'a [Arc<Document>],
    lies: &'a Lies<'a>,
    /// The documents by their paths.
    paths: BTreeMap<&'a str, usize>,
    headings: Vec<OnceLock<Headings>>,
}

impl<'a> Ground<'a> {
    /// Of these documents.
    pub fn new(
        files: &'a [Arc<SourceFile>],
        documents: &'a [Arc<Document>],
        lies: &'a Lies<'a>,
    ) -> Self {
        let paths = files.iter().enumerate();
        Self {
            files,
            documents,
            lies,
            paths: paths.map(|(at, file)| (file.path.as_str(), at)).collect(),
            headings: files.iter().map(|_| OnceLock::new()).collect(),
        }
    }

    /// The document at this path.
    pub fn document(&self, path: &str) -> Option<usize> {
        self.paths.get(path).copied()
    }

    /// The path of a document.
    pub fn path(&self, at: usize) -> &'a str {
        &self.files[at].path
    }

    /// The headings of a document that can have some.
    pub fn headings(&self, at: usize) -> Option<&Headings> {
        let file = &self.files[at];
        let headings = || Headings::of(&file.text, &self.documents[at].sections);
        is_document(&file.path).then(|| self.headings[at].get_or_init(headings))
    }

    /// What a link that leads to no document means and what is not there; none where it is, or where nobody knows.
    pub fn missing(&self, path: &str, written: &str) -> Option<&'static str> {
        let path = without_line(path);
        let written = written.split(['#', '?']).next().unwrap_or_default();
        let what = match (is_document(path), written.ends_with('/')) {
            (true, _) => "document",
            (_, true) => "folder",
            _ if is_file(path) => "file",
            _ => return None,
        };
        if is_pattern(written) || self.is_page(path) {
            return None;
        }
        let place = match written.starts_with('/') {
            true => format!("/{path}"),
            false => path.to_string(),
        };
        let is_alone = self.files.len() < 2;
        let is_hidden = path.split('/').any(|part| part.starts_with('.'));
        let unknown = is_alone || is_hidden || what == "file";
        let lies = (self.lies)(&place).unwrap_or(unknown);
        (!lies).then_some(what)
    }

    /// Whether a document makes the page of this path: a folder with documents, or `guide.html` beside `guide.md`.
    fn is_page(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        let below = self.paths.range(folder.as_str()..).next();
        let stem = path.strip_suffix(".html").unwrap_or(path);
        below.is_some_and(|(path, _)| path.starts_with(&folder))
            || self.paths.contains_key(format!("{stem}.md").as_str())
    }

    /// The way from a document to a path, as a link has it.
    pub fn way(&self, from: usize, to: &str) -> String {
        let from: Vec<&str> = parent(self.path(from)).split('/').collect();
        let from: &[&str] = if from == [""] { &[] } else { &from };
        let to: Vec<&str> = to.split('/').collect();
        let pairs = from.iter().zip(&to[..to.len() - 1]);
        let same = pairs.take_while(|(a, b)| a == b).count();
        let up = std::iter::repeat_n("..", from.len() - same);
        let way: Vec<&str> = up.chain(to[same..].iter().copied()).collect();
        way.join("/").replace(' ', "%20")
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// `src/main.rs:42` without the line.
fn without_line(path: &str) -> &str {
    let numbers = |c: char| c.is_ascii_digit() || matches!(c, ':' | '-');
    let bare = path.trim_end_matches(numbers);
    match path[bare.len()..].starts_with(':') {
        true => bare,
        false => path,
    }
}

/// Whether the last name has the ending of a file.
fn is_file(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        let is_word = ending.chars().all(|c| c.is_ascii_alphanumeric());
        let has_letter = ending.starts_with(|c: char| c.is_ascii_alphabetic());
        !stem.is_empty() && is_word && has_letter && ending.len() <= 5
    })
}

/// Whether a link stands for many, or is to be filled in.
fn is_pattern(written: &str) -> bool {
    written.contains(['{', '}', '<', '>', '*', '$', '|', '…', '(', '\\']) || written.contains("...")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_gaps_are_no_files() {
        assert_eq!(without_line("src/main.rs:42-50"), "src/main.rs");
        assert_eq!(without_line("v1.2"), "v1.2");
        assert!(is_file("a/b.rs") && !is_file("LICENSE") && !is_file("v1.2") && !is_file(".env"));
        assert!(is_pattern("prd/{feature}/prd.md") && !is_pattern("prd/a b.md"));
    }
}
