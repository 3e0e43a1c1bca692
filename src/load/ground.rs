//! What links can lead to: documents by their paths, what lies beside them as far as anybody knows, and headings.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use crate::load::headings::Headings;
use crate::model::document::Document;
use crate::text::file::SourceFile;
use crate::text::similar::nearest;

/// Whether something lies at a path below the root, or below that of the repository where it begins with a slash; none
/// where nobody can look.
pub type Lies<'a> = dyn Fn(&str) -> Option<bool> + Sync + 'a;

/// In a larger plan, names are not compared letter by letter.
const COMPARED: usize = 2_000;

/// The documents, and who knows of other files.
pub struct Ground<'a> {
    files: &'a [Arc<SourceFile>],
    documents: &'a [Arc<Document>],
    lies: &'a Lies<'a>,
    /// The documents by their paths.
    paths: BTreeMap<&'a str, usize>,
    /// The paths by the names of the files, in lower case.
    names: OnceLock<BTreeMap<String, Vec<&'a str>>>,
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
            names: OnceLock::new(),
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

    /// The one document that was likely meant: of the same name elsewhere, of a longer name that begins like it, or of
    /// a name that is spelt nearly the same.
    pub fn likely(&self, path: &str) -> Option<&'a str> {
        if !is_document(path) {
            return None;
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let name = name.to_lowercase();
        let names = self.names.get_or_init(|| self.by_name());
        if let Some(same) = names.get(&name) {
            return nearest_place(same, folder, &name);
        }
        let stem = name
            .rsplit_once('.')
            .map_or(name.as_str(), |(stem, _)| stem);
        let longer = names.range(stem.to_string()..);
        let longer = longer.take_while(|(name, _)| name.starts_with(stem));
        let goes_on = |name: &&String| name[stem.len()..].starts_with(['-', '_', ' ']);
        let longer = longer.filter(|(name, _)| goes_on(name)).take(64);
        let longer: Vec<&str> = longer.flat_map(|(_, paths)| paths).copied().collect();
        let here = longer.iter().copied();
        let here: Vec<&str> = here.filter(|path| parent(path) == folder).collect();
        only(&here).or_else(|| only(&longer)).or_else(|| {
            let all = names.keys().map(String::as_str).take(COMPARED);
            // Another number is another thing.
            let all = all.filter(|other| digits(other).eq(digits(&name)));
            let near = nearest(&name, all).filter(|near| is_near(near, stem))?;
            only(names.get(near)?)
        })
    }

    fn by_name(&self) -> BTreeMap<String, Vec<&'a str>> {
        let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for path in self.paths.keys() {
            let name = path.rsplit('/').next().unwrap_or(path);
            names.entry(name.to_lowercase()).or_default().push(path);
        }
        names
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

/// Of several documents of one name the one in a folder of the same name; what is called like every other needs that.
fn nearest_place<'a>(same: &[&'a str], folder: &str, name: &str) -> Option<&'a str> {
    let last = |folder: &str| folder.rsplit('/').next().unwrap_or_default().to_lowercase();
    let wanted = last(folder);
    let near = same.iter().copied();
    let near: Vec<&str> = near.filter(|path| last(parent(path)) == wanted).collect();
    let is_common = [
        "readme.",
        "index.",
        "spec.",
        "template.",
        "tasks.",
        "claude.",
    ];
    let is_common = is_common.iter().any(|head| name.starts_with(head));
    only(&near).or_else(|| only(same).filter(|_| !is_common))
}

/// Whether a name has the other one in it, or begins like it: words in common are no spelling.
fn is_near(name: &str, other: &str) -> bool {
    const SAME: usize = 4;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let same = stem.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    stem.contains(other) || other.contains(stem) || same.count() >= SAME.min(other.len())
}

fn only<'a>(paths: &[&'a str]) -> Option<&'a str> {
    match paths {
        [one] => Some(*one),
        _ => None,
    }
}

fn parent(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

fn digits(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(char::is_ascii_digit)
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

fn is_document(path: &str) -> bool {
    let lower = path.to_lowercase();
    lower.ends_with(".md") || lower.ends_with(".markdown")
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

    fn likely(paths: &[&str], wanted: &str) -> Option<String> {
        let file = |path: &&str| Arc::new(SourceFile::new(*path, Vec::new()));
        let files: Vec<_> = paths.iter().map(file).collect();
        let documents = vec![Arc::default(); files.len()];
        let ground = Ground::new(&files, &documents, &|_| None);
        let found = ground.likely(wanted)?;
        Some(ground.way(0, found))
    }

    #[test]
    fn what_was_likely_meant() {
        let one = |path, wanted| likely(&["prd/a.md", path], wanted);
        let is = |way: &str| Some(way.to_string());
        assert_eq!(
            one("old/search.md", "prd/search.md"),
            is("../old/search.md")
        );
        assert_eq!(one("prd/M-1-walls.md", "prd/M-1.md"), is("M-1-walls.md"));
        assert_eq!(
            one("prd/customer imports.md", "prd/customer-import.md"),
            is("customer%20imports.md")
        );
        assert_eq!(one("prd/M-12.md", "prd/M-21.md"), None);
        assert_eq!(one("web/README.md", "prd/x/README.md"), None);
        assert_eq!(
            one("web/x/README.md", "prd/x/README.md"),
            is("../web/x/README.md")
        );
        assert_eq!(one("prd/mcp-modeling.md", "prd/retry-modeling.md"), None);
        assert_eq!(likely(&["a.md", "b/x.md", "c/x.md"], "x.md"), None);
    }

    #[test]
    fn lines_and_gaps_are_no_files() {
        assert_eq!(without_line("src/main.rs:42-50"), "src/main.rs");
        assert_eq!(without_line("v1.2"), "v1.2");
        assert!(is_file("a/b.rs") && !is_file("LICENSE") && !is_file("v1.2") && !is_file(".env"));
        assert!(is_pattern("prd/{feature}/prd.md") && !is_pattern("prd/a b.md"));
    }
}
