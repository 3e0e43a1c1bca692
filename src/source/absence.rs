//! Why a path is no document of the plan.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::config::Config;
use crate::config::sources::Sources;
use crate::source::walk::{Doors, FOREIGN, home, is_data, is_document, overrides};

/// Why a path is no document of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Absence {
    /// There is nothing at it.
    Missing,
    /// It is a folder.
    Folder,
    /// It lies outside of the documents.
    Outside,
    /// It has not the ending of a document.
    NoDocument,
    /// It lies in a folder that is not entered: hidden, or of another program.
    Closed(String),
    /// It is a file of data in which no plan is found.
    NoPlan,
    /// `[sources] include` does not name it.
    NotIncluded,
    /// `[sources] exclude` leaves it out.
    Excluded,
    /// A link leads to it, and links are not followed.
    Linked,
    /// `.gitignore` leaves it out.
    Ignored,
}

/// Why a path that was not found among the documents below `root` is none of them.
pub fn absence(root: &Path, path: &Path, config: &Config) -> Absence {
    let Ok(place) = fs::canonicalize(path) else {
        return Absence::Missing;
    };
    let Ok(root) = fs::canonicalize(root) else {
        return Absence::Outside;
    };
    if place.is_dir() {
        return Absence::Folder;
    }
    let Ok(below) = place.strip_prefix(&root) else {
        return Absence::Outside;
    };
    let is_data = is_data(below);
    if !is_document(below) && !is_data {
        return Absence::NoDocument;
    }
    let home = home(&root, config);
    closed(&root, below, &home, &config.sources)
        .or_else(|| left_out(&place, &root, &home, &config.sources))
        .or_else(|| is_linked(path).then_some(Absence::Linked))
        .or_else(|| is_data.then_some(Absence::NoPlan))
        .unwrap_or(Absence::Ignored)
}

fn closed(root: &Path, below: &Path, home: &Path, sources: &Sources) -> Option<Absence> {
    let doors = Doors::new(root, home, sources);
    let is_foreign = |part: &Component<'_>| FOREIGN.iter().any(|name| part.as_os_str() == *name);
    let folders = below.parent()?;
    let foreign = folders.components().find(is_foreign);
    let hidden = || {
        let mut parts = below.components();
        let is_hidden =
            |part: &Component<'_>| part.as_os_str().as_encoded_bytes().starts_with(b".");
        parts.find(is_hidden).filter(|_| !doors.lets_through(below))
    };
    let part = foreign.or_else(hidden)?;
    Some(Absence::Closed(part.as_os_str().to_string_lossy().into()))
}

fn left_out(place: &Path, root: &Path, home: &Path, sources: &Sources) -> Option<Absence> {
    let only_excluded = Sources {
        include: Vec::new(),
        ..sources.clone()
    };
    let fits = |sources: &Sources| {
        let patterns = overrides(home, sources).ok()?;
        let mut above = place.ancestors().take_while(|above| *above != root);
        let is_left = |above: &Path| {
            let matched = patterns.matched(above, above.is_dir());
            matched.is_ignore() && (above == place || sources.include.is_empty())
        };
        above.any(is_left).then_some(())
    };
    if fits(&only_excluded).is_some() {
        return Some(Absence::Excluded);
    }
    fits(sources).map(|()| Absence::NotIncluded)
}

fn is_linked(path: &Path) -> bool {
    let mut whole = PathBuf::new();
    path.components().any(|part| {
        whole.push(part);
        whole.is_symlink()
    })
}
