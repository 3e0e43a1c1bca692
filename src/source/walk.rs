//! Finds the documents below a folder, in one order on every machine.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use ignore::overrides::{Override, OverrideBuilder};
use ignore::{DirEntry, WalkBuilder};
use thiserror::Error;

use crate::config::Config;
use crate::config::sources::Sources;
use crate::emit::manifest::MANIFEST;
use crate::source::folder::folder;
use crate::syntax::data;

/// Endings of documents.
const ENDINGS: [&str; 2] = ["md", "markdown"];

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
pub(super) const FOREIGN: [&str; 2] = ["node_modules", "target"];

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
                "looked for *.{} and for plans in *.yaml and *.json here and in all folders below, \
                 except hidden ones, {} and what .gitignore or plansite.toml leaves out",
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

/// What a folder holds.
#[derive(Debug, Default)]
pub(super) struct Finds {
    /// Each document's path below the root, in the order of its bytes: names that are no text may look alike.
    pub(super) documents: Vec<PathBuf>,
    /// Links to documents and folders, which are not followed.
    pub(super) links: Vec<PathBuf>,
    /// The folders that were entered, from the root of the file system.
    pub(super) folders: Vec<PathBuf>,
}

/// What lies at a path: all documents of a folder, or one.
pub(super) fn find(root: &Path, config: &Config) -> Result<Finds, WalkFault> {
    let kind = fs::metadata(root).map_err(|fault| refused(root, fault))?;
    let real = fs::canonicalize(folder(root)).map_err(|fault| refused(root, fault))?;
    if let (Some(name), true) = (root.file_name(), kind.is_file()) {
        return Ok(Finds {
            documents: vec![name.into()],
            links: Vec::new(),
            folders: vec![real],
        });
    }
    let home = home(&real, config);
    let mut finds = Finds::default();
    for entry in walker(&real, &home, &config.sources)? {
        match entry {
            Ok(entry) => finds.add(&real, &entry),
            // It was there a moment ago.
            Err(fault) if fault.depth() > Some(0) && is_gone(&fault) => {}
            Err(fault) => return Err(unreadable(root, fault)),
        }
    }
    finds.documents.sort();
    finds.links.sort();
    Ok(finds)
}

/// The folder that patterns begin in: that of the configuration, else the root.
pub(super) fn home(root: &Path, config: &Config) -> PathBuf {
    let home = config.home.as_ref();
    let home = home.and_then(|home| fs::canonicalize(home).ok());
    home.unwrap_or_else(|| root.to_path_buf())
}

impl Finds {
    fn add(&mut self, root: &Path, entry: &DirEntry) {
        let Some(kind) = entry.file_type() else {
            return;
        };
        let path = entry.path().strip_prefix(root).unwrap_or(entry.path());
        if kind.is_dir() {
            self.folders.push(entry.path().to_path_buf());
        } else if kind.is_file() && (is_document(path) || is_data(path)) {
            self.documents.push(path.to_path_buf());
        } else if kind.is_symlink() && (is_document(path) || entry.path().is_dir()) {
            self.links.push(path.to_path_buf());
        }
    }
}

fn is_gone(fault: &ignore::Error) -> bool {
    let kind = fault.io_error().map(io::Error::kind);
    kind == Some(io::ErrorKind::NotFound)
}

/// Why a path cannot be read at all.
pub(super) fn refused(path: &Path, source: io::Error) -> WalkFault {
    let path = path.to_path_buf();
    match source.kind() {
        io::ErrorKind::NotFound => WalkFault::Missing(path),
        _ => WalkFault::Unreadable { path, source },
    }
}

fn walker(root: &Path, home: &Path, sources: &Sources) -> Result<ignore::Walk, WalkFault> {
    let in_git = root.ancestors().any(|folder| folder.join(".git").exists());
    let doors = Doors::new(root, home, sources);
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

/// The folder of the documents as seen from that of the configuration: empty, or with a slash at its end.
pub fn below(root: &Path, home: Option<&Path>) -> String {
    let full = |path: &Path| fs::canonicalize(path).ok();
    let home = home.and_then(full);
    let both = home.zip(full(folder(root)));
    let below = both.and_then(|(home, root)| Some(root.strip_prefix(home).ok()?.to_path_buf()));
    let names = below.iter().flat_map(|below| below.components());
    let names = names.map(|name| format!("{}/", name.as_os_str().to_string_lossy()));
    names.collect()
}

/// Whether a file is a document, by its ending.
pub fn is_document(path: &Path) -> bool {
    let ending = path
        .extension()
        .map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Whether a file may be one of data that holds a plan, by its name.
pub fn is_data(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    data::is_data(&name) && !data::is_lock(&name) && !name.starts_with('.')
}

/// Which folders below the root are entered.
pub(super) struct Doors {
    root: PathBuf,
    /// Hidden paths that the configuration includes by name.
    named: Vec<PathBuf>,
}

impl Doors {
    /// Those of this folder.
    pub(super) fn new(root: &Path, home: &Path, sources: &Sources) -> Self {
        Self {
            root: root.to_path_buf(),
            named: named(root, home, &sources.include),
        }
    }

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

    /// Whether no hidden folder lies on the way, but for those of plans.
    pub(super) fn lets_through(&self, path: &Path) -> bool {
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

/// What the configuration includes and excludes.
pub(super) fn overrides(home: &Path, sources: &Sources) -> Result<Override, WalkFault> {
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
        assert!(is_data(Path::new("a/tasks.json")) && is_data(Path::new("plan.YML")));
        assert!(!is_data(Path::new("package-lock.json")) && !is_data(Path::new("pnpm-lock.yaml")));
    }
}
