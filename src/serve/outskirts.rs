//! Where lies what a site is made from beside its documents.

use std::fs::{self, Metadata};
use std::path::{self, Path, PathBuf};
use std::time::SystemTime;

use crate::config::Config;
use crate::pipeline::Request;

/// A file that is no document, and when it was written last.
pub type Stamp = (PathBuf, u64, Option<SystemTime>);

/// Where things lie that are no documents.
#[derive(Clone, Debug, Default)]
pub struct Outskirts {
    /// The folder in which the documents lie.
    pub root: Option<PathBuf>,
    /// What was asked for, as it was written: it may be a link to that folder.
    pub asked: Option<PathBuf>,
    /// The configuration that was named, wherever it lies.
    pub config: Option<PathBuf>,
    /// The folder of the theme.
    pub theme: Option<PathBuf>,
    /// The files of the look that the configuration names.
    pub look: Vec<PathBuf>,
    /// The folder in which git keeps what it knows.
    pub git: Option<PathBuf>,
}

impl Outskirts {
    /// Of what is asked for, with what is set; `git` is where git keeps what it knows.
    pub fn of(request: &Request, config: &Config, git: Option<PathBuf>) -> Self {
        Self {
            root: real(folder(&request.root)),
            asked: asked(&request.root),
            config: request.config.as_deref().and_then(real),
            theme: config.theme().as_deref().and_then(real),
            look: look(config),
            git,
        }
    }

    /// The folders in which something may happen to them.
    pub fn folders(&self) -> Vec<PathBuf> {
        // A folder that is taken away and comes again is seen from above only.
        let beside = [&self.root, &self.asked, &self.config]
            .map(|path| path.as_deref().and_then(Path::parent));
        let git = self.git.iter().flat_map(|git| {
            let own = [git.clone(), git.join("logs"), git.join("info")];
            // A commit is told to the log before its branch has it.
            own.into_iter().chain(below(&git.join("refs/heads")))
        });
        let theme = self.theme.iter().flat_map(|theme| below(theme));
        let beside = beside.into_iter().flatten().map(Path::to_path_buf);
        let look = self.look.iter().filter_map(|file| file.parent());
        let look = look.map(Path::to_path_buf);
        let all = beside.chain(git).chain(theme).chain(look);
        all.filter(|folder| folder.is_dir()).collect()
    }

    /// When the configuration and the files of the theme were written: nobody may have watched when that happened.
    pub fn stamps(&self) -> Vec<Stamp> {
        let entries = |folder: &PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
        let folders = self.theme.as_deref().map(below).unwrap_or_default();
        let files = folders.iter().flat_map(entries).map(|entry| entry.path());
        let named = self.config.iter().chain(&self.look).cloned();
        let files = named.chain(files);
        let stamps = files.filter_map(|path| {
            let data = fs::metadata(&path).ok().filter(Metadata::is_file)?;
            Some((path, data.len(), data.modified().ok()))
        });
        let mut stamps: Vec<Stamp> = stamps.collect();
        stamps.sort();
        stamps
    }
}

/// The files of a look, also those that are not there yet.
fn look(config: &Config) -> Vec<PathBuf> {
    let files = config.look.files().map(|file| config.home().join(file));
    let whole = files.filter_map(|file| Some(real(file.parent()?)?.join(file.file_name()?)));
    whole.collect()
}

/// A folder and all folders in it; links are not followed.
fn below(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![folder.to_path_buf()];
    let mut next = 0;
    while next < found.len() {
        let entries = fs::read_dir(&found[next]).into_iter().flatten().flatten();
        let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
        let folders: Vec<PathBuf> = folders.map(|entry| entry.path()).collect();
        found.extend(folders);
        next += 1;
    }
    found
}

/// The folder in which the paths of documents begin.
fn folder(root: &Path) -> &Path {
    let above = || root.parent().filter(|above| !above.as_os_str().is_empty());
    match root.is_file() {
        true => above().unwrap_or(Path::new(".")),
        false => root,
    }
}

/// What was asked for, as it was written, if it has a name.
fn asked(root: &Path) -> Option<PathBuf> {
    let (full, name) = (path::absolute(root).ok()?, root.file_name()?);
    Some(real(full.parent()?)?.join(name))
}

fn real(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}
