//! The documents by their names, and the one that a path to nowhere was likely meant for.

use std::collections::BTreeMap;

use crate::text::similar::nearest;

/// In a larger plan, names are not compared letter by letter.
const COMPARED: usize = 2_000;

/// The documents by their names.
#[derive(Debug, Default)]
pub struct Names<'a> {
    /// The paths of each name in lower case.
    by_name: BTreeMap<String, Vec<&'a str>>,
}

impl<'a> Names<'a> {
    /// Of these documents.
    pub fn of(paths: &'a [String]) -> Self {
        let mut names = Self::default();
        for path in paths {
            let name = split(path).1.to_lowercase();
            names.by_name.entry(name).or_default().push(path);
        }
        names
    }

    /// The documents of the name of this path, in whatever letters.
    pub fn alike(&self, path: &str) -> &[&'a str] {
        let name = split(path).1.to_lowercase();
        self.by_name.get(&name).map_or(&[], Vec::as_slice)
    }

    /// The one document that was likely meant: of the same name elsewhere, of a longer name that begins like it, or of
    /// a name that is spelt nearly the same.
    pub fn likely(&self, path: &str) -> Option<&'a str> {
        if !is_document(path) {
            return None;
        }
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let name = name.to_lowercase();
        let names = &self.by_name;
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
    split(path).0
}

fn digits(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(char::is_ascii_digit)
}

/// The folder, which is empty at the root, and the name in it.
pub fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Whether a path is that of a document.
pub fn is_document(path: &str) -> bool {
    let lower = path.to_lowercase();
    lower.ends_with(".md") || lower.ends_with(".markdown")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likely(paths: &[&str], wanted: &str) -> Option<String> {
        let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
        Names::of(&paths).likely(wanted).map(ToString::to_string)
    }

    #[test]
    fn what_was_likely_meant() {
        let one = |path, wanted| likely(&["prd/a.md", path], wanted);
        let is = |way: &str| Some(way.to_string());
        assert_eq!(one("old/search.md", "prd/search.md"), is("old/search.md"));
        assert_eq!(
            one("prd/M-1-walls.md", "prd/M-1.md"),
            is("prd/M-1-walls.md")
        );
        assert_eq!(
            one("prd/customer imports.md", "prd/customer-import.md"),
            is("prd/customer imports.md")
        );
        assert_eq!(one("prd/M-12.md", "prd/M-21.md"), None);
        assert_eq!(one("web/README.md", "prd/x/README.md"), None);
        assert_eq!(
            one("web/x/README.md", "prd/x/README.md"),
            is("web/x/README.md")
        );
        assert_eq!(one("prd/mcp-modeling.md", "prd/retry-modeling.md"), None);
        assert_eq!(likely(&["a.md", "b/x.md", "c/x.md"], "x.md"), None);
    }
}
