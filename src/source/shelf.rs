//! Reads the documents of a folder, and keeps them, so that only what has changed is read again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, Metadata};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use rayon::prelude::*;

use crate::config::Config;
use crate::source::folder::folder;
use crate::source::walk::{Finds, WalkFault, find, is_data, refused};
use crate::syntax;
use crate::text::file::SourceFile;

/// A longer document is no planning document.
const LARGEST: u64 = 16 << 20;

/// A longer file of data is no plan.
const LARGEST_DATA: u64 = 8 << 20;

/// How much of a file of data is read to see whether it may be a plan.
const HEAD: u64 = 8 << 10;

/// What was found.
#[derive(Debug, Default)]
pub struct Found {
    /// The documents, sorted by path.
    pub files: Vec<Arc<SourceFile>>,
    /// Documents that were not read: the path, and why.
    pub skipped: Vec<(String, String)>,
    /// Links to documents and folders, which are not followed: the path, and where each leads.
    pub links: Vec<(String, String)>,
    /// The folders that were looked into, from the root of the file system.
    pub folders: Vec<PathBuf>,
}

/// What is known to have changed since the last look.
#[derive(Clone, Debug, Default)]
pub struct Touched {
    /// Paths from the root of the file system at which something happened.
    pub paths: BTreeSet<PathBuf>,
    /// Whether more may have happened than these say.
    pub more: bool,
}

/// Documents that are kept between two looks at their folder.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The folder, from the root of the file system.
    root: PathBuf,
    folders: Vec<PathBuf>,
    links: Vec<(String, String)>,
    /// By path below the root.
    kept: BTreeMap<PathBuf, Kept>,
}

#[derive(Debug)]
struct Kept {
    stamp: Stamp,
    outcome: Outcome,
}

/// What differs where a file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    written: Option<SystemTime>,
    identity: u64,
}

#[derive(Clone, Debug)]
enum Outcome {
    Read(Arc<SourceFile>),
    Skipped(String, String),
    /// A file of data that holds no plan: nobody is told of it.
    Foreign,
}

impl Touched {
    /// Nothing is known of what has changed.
    pub fn anything() -> Self {
        Self {
            more: true,
            ..Self::default()
        }
    }
}

impl Shelf {
    /// Looks at the folder again. A document that is named as touched is read; any other only if its file was written.
    /// Where nothing but known documents was touched, nothing else is looked at.
    pub fn look(
        &mut self,
        root: &Path,
        config: &Config,
        touched: &Touched,
    ) -> Result<Found, WalkFault> {
        if touched.more || !self.read_known(touched) {
            self.read_all(root, config, touched)?;
        }
        let found = self.found();
        match found.files.is_empty() && found.skipped.is_empty() {
            true => Err(WalkFault::Empty(root.to_path_buf())),
            false => Ok(found),
        }
    }

    /// The folders that were looked into last, also where there was no document.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// Reads the touched documents, if all that was touched is known and still there.
    fn read_known(&mut self, touched: &Touched) -> bool {
        let mut read = Vec::new();
        for path in &touched.paths {
            let Ok(below) = path.strip_prefix(&self.root) else {
                return false;
            };
            // A link or a folder that has come in its place is for the walk to judge.
            let is_file = || fs::symlink_metadata(path).is_ok_and(|data| data.is_file());
            if !self.kept.contains_key(below) || !is_file() {
                return false;
            }
            match keep(below, path) {
                Ok(Some(kept)) => read.push((below.to_path_buf(), kept)),
                _ => return false,
            }
        }
        self.kept.extend(read);
        !touched.paths.is_empty()
    }

    fn read_all(
        &mut self,
        root: &Path,
        config: &Config,
        touched: &Touched,
    ) -> Result<(), WalkFault> {
        let Finds {
            documents,
            links,
            folders,
        } = find(root, config)?;
        let real = fs::canonicalize(folder(root)).map_err(|fault| refused(root, fault))?;
        let kept = documents.into_par_iter().filter_map(|path| {
            let place = real.join(&path);
            let known = self.kept.get(&path);
            let is_same = |known: &Kept| {
                let stamp = fs::metadata(&place).map(|data| Stamp::of(&data));
                !touched.paths.contains(&place) && stamp.is_ok_and(|stamp| stamp == known.stamp)
            };
            if let Some(known) = known.filter(|known| is_same(known)) {
                let Kept { stamp, outcome } = known;
                let (stamp, outcome) = (*stamp, outcome.clone());
                return Some(Ok((path, Kept { stamp, outcome })));
            }
            let unreadable = |source| WalkFault::Unreadable {
                path: folder(root).join(&path),
                source,
            };
            let kept = keep(&path, &place).map_err(unreadable).transpose()?;
            Some(kept.map(|kept| (path, kept)))
        });
        let kept = kept.collect::<Result<Vec<_>, _>>()?;
        let links = links
            .iter()
            .map(|path| (forward(path), leads(&real.join(path))));
        *self = Self {
            links: links.collect(),
            root: real,
            folders,
            kept: kept.into_iter().collect(),
        };
        Ok(())
    }

    fn found(&self) -> Found {
        let mut found = Found {
            folders: self.folders.clone(),
            links: self.links.clone(),
            ..Found::default()
        };
        for kept in self.kept.values() {
            match &kept.outcome {
                Outcome::Read(file) => found.files.push(file.clone()),
                Outcome::Skipped(path, why) => found.skipped.push((path.clone(), why.clone())),
                Outcome::Foreign => {}
            }
        }
        // Paths are compared by their parts, names as a whole.
        found.files.sort_by(|a, b| a.path.cmp(&b.path));
        found.skipped.sort();
        found
    }
}

impl Stamp {
    fn of(data: &Metadata) -> Self {
        Self {
            length: data.len(),
            written: data.modified().ok(),
            identity: identity(data),
        }
    }
}

/// A file that was put in the place of another is another file.
#[cfg(unix)]
fn identity(data: &Metadata) -> u64 {
    use std::os::unix::fs::MetadataExt;
    data.ino()
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> u64 {
    0
}

/// Reads a document; none where it has just been taken away.
fn keep(path: &Path, place: &Path) -> io::Result<Option<Kept>> {
    match read_one(path, place) {
        Ok(kept) => Ok(Some(kept)),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(fault) => Err(fault),
    }
}

fn read_one(path: &Path, place: &Path) -> io::Result<Kept> {
    let name = forward(path);
    let data = fs::metadata(place)?;
    // To read a pipe would be to wait for somebody to write to it.
    if !data.is_file() {
        return Err(io::ErrorKind::NotFound.into());
    }
    let stamp = Stamp::of(&data);
    let outcome = if is_data(path) {
        of_data(name, place, stamp.length)?
    } else if stamp.length > LARGEST {
        let size = stamp.length >> 20;
        let why = format!("it has {size} MiB, and documents of at most 16 MiB are read");
        Outcome::Skipped(name, why)
    } else {
        Outcome::Read(Arc::new(SourceFile::new(name, fs::read(place)?)))
    };
    Ok(Kept { stamp, outcome })
}

/// A file of data is a document if it holds a plan. Most hold none, and of those only the first bytes are read.
fn of_data(name: String, place: &Path, length: u64) -> io::Result<Outcome> {
    if length > LARGEST_DATA {
        return Ok(Outcome::Foreign);
    }
    let mut file = fs::File::open(place)?;
    let mut bytes = Vec::new();
    file.by_ref().take(HEAD).read_to_end(&mut bytes)?;
    if !syntax::data::promise::promises(&String::from_utf8_lossy(&bytes)) {
        return Ok(Outcome::Foreign);
    }
    file.take(LARGEST_DATA).read_to_end(&mut bytes)?;
    let file = SourceFile::new(name, bytes);
    Ok(match syntax::data::is_plan(&file.text) {
        true => Outcome::Read(Arc::new(file)),
        false => Outcome::Foreign,
    })
}

/// Why a link is not followed.
fn leads(link: &Path) -> String {
    let target = fs::read_link(link).map(|target| target.to_string_lossy().replace('\\', "/"));
    let target = target.unwrap_or_default();
    format!("it is a link to `{target}`, and links are not followed")
}

/// The path with forward slashes; what is no text in it is replaced.
fn forward(path: &Path) -> String {
    let names = path.components().filter_map(|component| match component {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.collect::<Vec<_>>().join("/")
}
