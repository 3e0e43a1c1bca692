//! The one document that a link to nowhere can have meant.

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::diagnostic::{Change, Fix, Safety};
use crate::model::document::Link;
use crate::resolve::names::{Names, split};
use crate::text::similar::{fold, nearest};
use crate::text::span::Place;

/// In shorter names one letter makes another word.
const SHORTEST: usize = 5;

/// The documents by name, to look up what is meant.
#[derive(Debug)]
pub struct Meant<'a> {
    names: Names<'a>,
    /// How many folders have each name.
    folders: HashMap<&'a str, usize>,
}

impl<'a> Meant<'a> {
    /// Among these documents.
    pub fn of(paths: &'a [String]) -> Self {
        let known: HashSet<&str> = paths.iter().map(|path| split(path).0).collect();
        let mut folders: HashMap<&str, usize> = HashMap::default();
        known
            .into_iter()
            .for_each(|folder| *folders.entry(split(folder).1).or_default() += 1);
        Self {
            names: Names::of(paths),
            folders,
        }
    }

    /// The fix that leads a link to the document that is meant; `path` is where it leads to nothing.
    pub fn fix(&self, from: &str, link: &Link, path: &str, places: Vec<Place>) -> Option<Fix> {
        let (now, safety) = self.document(from, link, path)?;
        let change = Change::Target {
            was: link.target.clone(),
            now: now.to_string(),
        };
        Some(Fix {
            change,
            places,
            safety,
        })
    }

    /// The document that was likely meant, where none is certain enough to lead a link there.
    pub fn likely(&self, path: &str) -> Option<&'a str> {
        self.names.likely(path)
    }

    fn document(&self, from: &str, link: &Link, path: &str) -> Option<(&'a str, Safety)> {
        let alike = self.names.alike(path).iter().copied();
        let lower = path.to_lowercase();
        let spelt: Vec<&str> = alike
            .clone()
            .filter(|other| other.to_lowercase() == lower)
            .collect();
        if let [one] = spelt[..] {
            return Some((one, Safety::Safe));
        }
        let same: Vec<&str> = alike
            .filter(|other| split(other).1 == split(path).1)
            .collect();
        let [one] = same[..] else {
            return None;
        };
        let sure = is_telling(split(one).1)
            && (has_wrong_depth(from, &link.target, one) || self.is_same_folder(path, one));
        let safety = if sure { Safety::Safe } else { Safety::Unsafe };
        (one != from).then_some((one, safety))
    }

    /// Whether the folder that the link names is the folder that the document lies in, and the only one so called.
    fn is_same_folder(&self, path: &str, found: &str) -> bool {
        let (wanted, found) = (split(split(path).0).1, split(split(found).0).1);
        let has_digits = |name: &str| name.contains(|c: char| c.is_ascii_digit());
        let is_word = |name: &str| name.len() >= SHORTEST && !has_digits(name);
        let is_misspelt =
            || is_word(wanted) && is_word(found) && nearest(wanted, [found]).is_some();
        let is_only = self.folders.get(found) == Some(&1);
        !wanted.is_empty() && is_only && (wanted == found || is_misspelt())
    }
}

/// Whether only the way up is wrong: from another folder above the document the link leads where it should.
fn has_wrong_depth(from: &str, written: &str, found: &str) -> bool {
    let written = written.split(['#', '?']).next().unwrap_or_default();
    let tail = written.trim_start_matches(['.', '/']);
    let Some(above) = found.strip_suffix(tail) else {
        return false;
    };
    (above.is_empty() || above.ends_with('/')) && from.starts_with(above)
}

/// Whether a name says which document it is: `plan.md` lies in many a folder.
fn is_telling(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    fold(stem).contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::path::Target;
    use crate::text::span::Span;

    const PATHS: [&str; 8] = [
        "docs/coding-rules.md",
        "docs/guide/start.md",
        "docs/prd/search/search-prd.md",
        "docs/stories/us-1/us-1-find.md",
        "lib/one/notes/to-do.md",
        "lib/two/notes/next-up.md",
        "docs/prd/current/README.md",
        "docs/milestones/m-1-pier.md",
    ];

    fn meant(from: &str, written: &str) -> Option<(String, Safety)> {
        let paths = PATHS.map(str::to_string);
        let link = Link::new(from, written, Span::default());
        let Target::Path(path) = &link.to else {
            return None;
        };
        let found = Meant::of(&paths).document(from, &link, path)?;
        Some((found.0.to_string(), found.1))
    }

    fn is_safe(from: &str, written: &str) -> Option<bool> {
        meant(from, written).map(|(_, safety)| safety == Safety::Safe)
    }

    #[test]
    fn one_document_is_meant_for_sure() {
        let from = "docs/milestones/m-1-pier.md";
        for (written, wanted) in [
            ("../prd/Search/search-PRD.md", PATHS[2]),
            ("../../../coding-rules.md", ""),
            ("coding-rules.md#b", PATHS[0]),
            ("../search/search-prd.md", PATHS[2]),
            ("../prd/serach/search-prd.md", PATHS[2]),
            ("../GUIDE/start.md", PATHS[1]),
        ] {
            let wanted = (!wanted.is_empty()).then(|| (wanted.to_string(), Safety::Safe));
            assert_eq!(meant(from, written), wanted, "{written}");
        }
    }

    #[test]
    fn what_may_be_another_document_is_only_shown() {
        let from = "docs/milestones/m-1-pier.md";
        assert_eq!(is_safe(from, "../../lib/three/notes/to-do.md"), Some(false));
        assert_eq!(is_safe(from, "start.md"), Some(false));
        assert_eq!(is_safe(from, "../README.md"), Some(false));
        assert_eq!(is_safe(from, "../stories/us-2/us-1-find.md"), Some(false));
    }

    #[test]
    fn what_is_not_there_is_not_guessed() {
        let from = "docs/milestones/m-1-pier.md";
        assert_eq!(is_safe(from, "../stories/us-1/us-2-find.md"), None);
        assert_eq!(is_safe(from, "../m-1-pier.md"), None);
        assert_eq!(is_safe("docs/prd/x/y.md", "z/README.txt"), None);
    }
}
