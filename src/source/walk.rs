//! Finds the documents below a folder and reads them, in one order on every machine.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use ignore::overrides::{Override, OverrideBuilder};
use ignore::{DirEntry, WalkBuilder};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use thiserror::Error;

use crate::config::Config;
use crate::config::sources::Sources;
use crate::emit::manifest::MANIFEST;
use crate::text::file::SourceFile;

/// Endings of documents.
const ENDINGS: [&str; 2] = ["md", "markdown"];

/// A longer document is no planning document.
const LARGEST: u64 = 16 << 20;

/// Hidden folders that plans live in.
const HIDDEN: [&str; 12] = [
    ".agent-os",
    ".backlog",
    ".claude/epics",
    ".claude/prds",
    ".kiro",
    ".openspec",
    ".planning",
    ".plans",
    ".project",
    ".simone",
    ".specify/specs",
    ".taskmaster",
];

/// Folders of other programs' files.
const FOREIGN: [&str; 2] = ["node_modules", "target"];

/// What was found.
#[derive(Debug, Default)]
pub struct Walk {
    /// The documents, sorted by path.
    pub files: Vec<SourceFile>,
    /// Documents that were not read: the path, and why.
    pub skipped: Vec<(String, String)>,
}

/// Why nothing can be read.
#[derive(Debug, Error)]
pub enum WalkFault {
    /// There is nothing at this path.
    #[error("no such folder: `{}`", .0.display())]
    Missing(PathBuf),
    /// There are no documents.
    #[error("no documents in `{}`", .0.display())]
    Empty(PathBuf),
    /// Something is there and cannot be read.
    #[error("cannot read `{}`", path.display())]
    Unreadable {
        /// What cannot be read.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The configuration holds a pattern that is none.
    #[error("`{pattern}` is no pattern for paths: {why}")]
    Pattern {
        /// The pattern as written.
        pattern: String,
        /// What is wrong with it.
        why: String,
    },
}

impl WalkFault {
    /// What to do.
    pub fn help(&self) -> String {
        match self {
            Self::Missing(_) => "name a folder with planning documents, or one document".into(),
            Self::Empty(_) => format!(
                "looked for *.{} here and in all folders below, except hidden ones, {} and what \
                 .gitignore or plansite.toml leaves out",
                ENDINGS.join(", *."),
                FOREIGN.join(", ")
            ),
            Self::Unreadable { .. } => {
                "make it readable, or leave it out with `[sources] exclude`".into()
            }
            Self::Pattern { .. } => "patterns are written as in .gitignore".into(),
        }
    }
}

/// The documents at `root`: all of a folder, or one file.
pub fn walk(root: &Path, config: &Config) -> Result<Walk, WalkFault> {
    let kind = fs::metadata(root).map_err(|fault| refused(root, fault))?;
    let mut found = match root.file_name() {
        Some(name) if kind.is_file() => vec![(PathBuf::from(name), root.to_path_buf())],
        _ => find(root, config)?,
    };
    // Names that are no text may look alike below; their bytes decide.
    found.sort();
    let read = found
        .into_par_iter()
        .map(|(path, place)| read(&path, &place));
    let mut read: Vec<(String, Outcome)> = read.collect::<Result<_, _>>()?;
    read.sort_by(|(a, _), (b, _)| a.cmp(b));
    let mut walk = Walk::default();
    for (path, outcome) in read {
        match outcome {
            Outcome::Read(file) => walk.files.push(file),
            Outcome::Skipped(why) => walk.skipped.push((path, why)),
        }
    }
    let empty = walk.files.is_empty() && walk.skipped.is_empty();
    if empty {
        Err(WalkFault::Empty(root.to_path_buf()))
    } else {
        Ok(walk)
    }
}

fn refused(path: &Path, source: io::Error) -> WalkFault {
    let path = path.to_path_buf();
    match source.kind() {
        io::ErrorKind::NotFound => WalkFault::Missing(path),
        _ => WalkFault::Unreadable { path, source },
    }
}

enum Outcome {
    Read(SourceFile),
    Skipped(String),
}

fn read(path: &Path, place: &Path) -> Result<(String, Outcome), WalkFault> {
    let unreadable = |source| WalkFault::Unreadable {
        path: place.to_path_buf(),
        source,
    };
    let name = forward(path);
    let size = fs::metadata(place).map_err(unreadable)?.len();
    if size > LARGEST {
        let why = format!(
            "it has {} MiB, and documents of at most 16 MiB are read",
            size >> 20
        );
        return Ok((name, Outcome::Skipped(why)));
    }
    let bytes = fs::read(place).map_err(unreadable)?;
    Ok((name.clone(), Outcome::Read(SourceFile::new(name, bytes))))
}

/// The path with forward slashes; what is no text in it is replaced.
fn forward(path: &Path) -> String {
    let names = path.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}

/// Each document's path below the root, and its place.
fn find(root: &Path, config: &Config) -> Result<Vec<(PathBuf, PathBuf)>, WalkFault> {
    let real = fs::canonicalize(root).map_err(|fault| refused(root, fault))?;
    let home = config
        .home
        .as_ref()
        .and_then(|home| fs::canonicalize(home).ok());
    let home = home.unwrap_or_else(|| real.clone());
    let mut found = Vec::new();
    for entry in walker(&real, &home, &config.sources)? {
        let entry = entry.map_err(|fault| unreadable(root, fault))?;
        let path = entry.path().strip_prefix(&real).unwrap_or(entry.path());
        if entry.file_type().is_some_and(|kind| kind.is_file()) && is_document(path) {
            found.push((path.to_path_buf(), root.join(path)));
        }
    }
    Ok(found)
}

fn walker(root: &Path, home: &Path, sources: &Sources) -> Result<ignore::Walk, WalkFault> {
    let in_git = root.ancestors().any(|folder| folder.join(".git").exists());
    let doors = Doors {
        root: root.to_path_buf(),
        named: named(root, home, &sources.include),
    };
    Ok(WalkBuilder::new(root)
        .standard_filters(false)
        .git_ignore(true)
        // In a repository git's own rules hold, also those above the root; elsewhere the tree's.
        .require_git(in_git)
        .parents(in_git)
        .overrides(overrides(home, sources)?)
        .filter_entry(move |entry| entry.depth() == 0 || doors.open(entry))
        .build())
}

fn is_document(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Which folders below the root are entered.
struct Doors {
    root: PathBuf,
    /// Hidden paths that the configuration includes by name.
    named: Vec<PathBuf>,
}

impl Doors {
    fn open(&self, entry: &DirEntry) -> bool {
        let path = entry
            .path()
            .strip_prefix(&self.root)
            .unwrap_or(entry.path());
        let name = entry.file_name().to_string_lossy();
        let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
        let is_foreign = || FOREIGN.contains(&&*name) || entry.path().join(MANIFEST).is_file();
        !(is_folder && is_foreign()) && self.lets_through(path)
    }

    fn lets_through(&self, path: &Path) -> bool {
        let Some(at) = path.components().position(is_hidden) else {
            return true;
        };
        let hidden: PathBuf = path.components().skip(at).collect();
        HIDDEN
            .iter()
            .any(|door| on_the_way(&hidden, Path::new(door)))
            || self.named.iter().any(|door| on_the_way(path, door))
    }
}

fn is_hidden(part: Component<'_>) -> bool {
    part.as_os_str().as_encoded_bytes().starts_with(b".")
}

/// Whether one of the two leads to the other.
fn on_the_way(path: &Path, door: &Path) -> bool {
    path.starts_with(door) || door.starts_with(path)
}

/// The hidden folders that patterns name before their first wildcard, as paths below the root.
fn named(root: &Path, home: &Path, patterns: &[String]) -> Vec<PathBuf> {
    let plain = |pattern: &String| {
        let plain = pattern
            .split(['*', '?', '[', '{'])
            .next()
            .unwrap_or_default();
        home.join(plain.trim_matches('/'))
    };
    let below = |door: PathBuf| door.strip_prefix(root).ok().map(Path::to_path_buf);
    let hidden = |door: &PathBuf| door.components().any(is_hidden);
    patterns
        .iter()
        .map(plain)
        .filter_map(below)
        .filter(hidden)
        .collect()
}

fn overrides(home: &Path, sources: &Sources) -> Result<Override, WalkFault> {
    let mut builder = OverrideBuilder::new(home);
    let include = sources.include.iter().flat_map(|pattern| {
        // A folder stands for everything in it.
        let inside = format!("{}/**", pattern.trim_end_matches('/'));
        [(pattern, pattern.clone()), (pattern, inside)]
    });
    let exclude = sources
        .exclude
        .iter()
        .map(|pattern| (pattern, format!("!{pattern}")));
    for (pattern, glob) in include.chain(exclude) {
        builder.add(&glob).map_err(|fault| wrong(pattern, &fault))?;
    }
    builder.build().map_err(|fault| wrong("[sources]", &fault))
}

fn wrong(pattern: &str, fault: &ignore::Error) -> WalkFault {
    WalkFault::Pattern {
        pattern: pattern.to_string(),
        why: fault.to_string(),
    }
}

fn unreadable(root: &Path, fault: ignore::Error) -> WalkFault {
    let path = place(&fault).unwrap_or(root).to_path_buf();
    let text = fault.to_string();
    let source = fault
        .into_io_error()
        .unwrap_or_else(|| io::Error::other(text));
    WalkFault::Unreadable { path, source }
}

fn place(fault: &ignore::Error) -> Option<&Path> {
    match fault {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => place(err),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn doors(include: &str) -> Doors {
        let root = Path::new("/plan");
        Doors {
            root: root.to_path_buf(),
            named: named(root, root, &[include.to_string()]),
        }
    }

    #[test]
    fn hidden_folders_are_closed_but_for_those_of_plans() {
        let doors = doors("docs");
        let open = |path: &str| doors.lets_through(Path::new(path));
        assert!(open(".planning/ROADMAP.md") && open("app/.kiro/specs/a/tasks.md"));
        assert!(open(".claude") && open(".claude/epics/a.md"));
        assert!(!open(".claude/README.md") && !open(".git") && !open("docs/.drafts"));
    }

    #[test]
    fn a_hidden_folder_is_opened_by_its_name() {
        let doors = doors(".notes/plans/*.md");
        let open = |path: &str| doors.lets_through(Path::new(path));
        assert!(open(".notes") && open(".notes/plans/a.md"));
        assert!(!open(".notes/private"));
    }

    #[test]
    fn documents_are_known_by_their_ending() {
        assert!(is_document(Path::new("a/PLAN.MD")) && is_document(Path::new("a.markdown")));
        assert!(!is_document(Path::new("md")) && !is_document(Path::new("a.mdx")));
    }
}
