//! Makes what is shown, from what was kept and what has changed.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::fs::{self, Metadata};
use std::mem;
use std::path::{self, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use crate::config::address::BaseUrl;
use crate::edition::Revision;
use crate::model::audience::Audience;
use crate::pipeline::{self, Beside, Checked, Memory, Request, Stop};
use crate::serve::batch::{Batch, Surroundings};
use crate::serve::scene::Scene;
use crate::serve::trouble::{Known, Trouble};
use crate::source::git;
use crate::text::file::SourceFile;

/// What the preview is asked for.
pub struct Order {
    /// What is read: asked anew for each change, for the day may be another one and a configuration may have come.
    pub request: Box<dyn Fn() -> Request + Send>,
    /// Where the site will stand, if that was typed.
    pub base_url: Option<BaseUrl>,
    /// The audience, if that was typed.
    pub audience: Option<String>,
    /// Whether git may be asked.
    pub asks_git: bool,
}

/// Makes what is shown.
pub struct Maker {
    order: Order,
    memory: Memory,
    /// Where git keeps what it knows; asked for once.
    git: OnceCell<Option<PathBuf>>,
    last: Option<Last>,
}

/// What the last look found.
struct Last {
    request: Request,
    files: Arc<Vec<Arc<SourceFile>>>,
    skipped: Vec<(String, String)>,
    revision: Option<Revision>,
    known: Known,
    scene: Scene,
    beside: Vec<Stamp>,
    sees_all: bool,
    is_stopped: bool,
}

/// A file that is no document, and when it was written last.
type Stamp = (PathBuf, u64, Option<SystemTime>);

/// What has become of a change.
#[derive(Debug)]
pub struct Change {
    /// What is shown now.
    pub scene: Scene,
    /// What it was made from.
    pub checked: Checked,
    /// The documents that were read again.
    pub read: Vec<String>,
    /// The documents that are new.
    pub added: Vec<String>,
    /// The documents that are gone.
    pub removed: Vec<String>,
    /// What is wrong and must not be told to those who look at the preview.
    pub unsaid: Vec<String>,
    /// What the theme holds in vain.
    pub remarks: Vec<String>,
    /// The folders in which something may happen.
    pub folders: BTreeSet<PathBuf>,
    /// Where lies what is no document.
    pub around: Surroundings,
    /// How long it took.
    pub took: Duration,
}

/// What is shown after a change.
#[derive(Debug)]
pub enum Made {
    /// Something else than before.
    Changed(Box<Change>),
    /// The same as before; in these folders something may happen.
    Same(BTreeSet<PathBuf>),
    /// The last good site, for now there can be no other; in these folders something may happen too.
    Stopped(Stop, Option<Scene>, Vec<PathBuf>),
}

impl Maker {
    /// A maker that has made nothing yet.
    pub fn new(order: Order) -> Self {
        Self {
            order,
            memory: Memory::default(),
            git: OnceCell::new(),
            last: None,
        }
    }

    /// Makes what is to be shown after these happenings.
    pub fn make(&mut self, batch: &Batch) -> Made {
        let started = Instant::now();
        let request = (self.order.request)();
        match self.change(&request, batch, started) {
            Ok(made) => made,
            Err(stop) => {
                let scene = self.last.as_mut().map(|last| {
                    last.is_stopped = true;
                    let trouble = Trouble::stop(&stop);
                    let trouble = if last.sees_all {
                        trouble
                    } else {
                        trouble.discreet()
                    };
                    last.scene.with(Some(trouble))
                });
                Made::Stopped(stop, scene, self.memory.folders().to_vec())
            }
        }
    }

    /// Whether another day has begun, though nothing was saved.
    pub fn is_new_day(&self) -> bool {
        let today = (self.order.request)().today;
        self.last
            .as_ref()
            .is_some_and(|last| last.request.today != today)
    }

    fn change(&mut self, request: &Request, batch: &Batch, started: Instant) -> Result<Made, Stop> {
        let (asks, memory) = (self.order.asks_git && batch.commit, &mut self.memory);
        let (checked, revision) = rayon::join(
            || pipeline::check_again(request, memory, &batch.touched),
            || asks.then(|| pipeline::revision(request)),
        );
        let mut checked = checked?;
        let around = self.around(request, &checked);
        let folders = checked.folders.iter().cloned();
        let folders: BTreeSet<PathBuf> = folders.chain(around.folders()).collect();
        let before = self.last.as_ref();
        let revision = revision.unwrap_or_else(|| before.and_then(|last| last.revision.clone()));
        let beside = stamps(request.config.as_deref(), around.theme.as_deref());
        let is_same = |last: &Last| {
            !batch.beside
                && !last.is_stopped
                && last.beside == beside
                && last.is_same(request, &checked, revision.as_ref())
        };
        if before.is_some_and(is_same) {
            return Ok(Made::Same(folders));
        }
        if let Some(base) = &self.order.base_url {
            checked.config.site.base_url = Some(base.clone());
        }
        let audience = checked.config.audience(self.order.audience.as_deref())?;
        let (site, remarks) = self.scene(request, &checked, &audience, revision.clone())?;
        let (known, trouble) = match self.last.as_mut().map(|last| mem::take(&mut last.known)) {
            Some(mut known) => {
                let trouble = known.trouble(&checked);
                (known, trouble)
            }
            None => (Known::of(&checked), None),
        };
        let sees_all = audience.sees_all();
        let unsaid = trouble.iter().filter(|_| !sees_all);
        let unsaid = unsaid.flat_map(|trouble| trouble.items.clone()).collect();
        let scene = site.with(match sees_all {
            true => trouble,
            false => trouble.map(Trouble::discreet),
        });
        let before: &[Arc<SourceFile>] = self.last.as_ref().map_or(&[], |last| &last.files);
        let (read, added, removed) = compared(before, &checked.files);
        self.last = Some(Last {
            request: request.clone(),
            files: checked.files.clone(),
            skipped: checked.skipped.clone(),
            revision,
            known,
            scene: scene.clone(),
            beside,
            sees_all,
            is_stopped: false,
        });
        Ok(Made::Changed(Box::new(Change {
            took: started.elapsed(),
            folders,
            scene,
            checked,
            read,
            added,
            removed,
            unsaid,
            remarks,
            around,
        })))
    }

    /// The site, and what its theme holds in vain.
    fn scene(
        &self,
        request: &Request,
        checked: &Checked,
        audience: &Audience,
        revision: Option<Revision>,
    ) -> Result<(Scene, Vec<String>), Stop> {
        let theme = pipeline::theme(&checked.config)?;
        let remarks = theme.remarks();
        let beside = Beside {
            pictures: pipeline::pictures(request, checked),
            revision,
        };
        let site = pipeline::site(checked, audience, &beside, theme);
        let base = checked.config.site.base_url.as_ref();
        let base = base.map_or_else(|| "/".to_string(), BaseUrl::path);
        Ok((Scene::new(Arc::new(site), base), remarks))
    }

    fn around(&self, request: &Request, checked: &Checked) -> Surroundings {
        let git = || {
            self.order
                .asks_git
                .then(|| git::keeps(&request.root))
                .flatten()
        };
        Surroundings {
            root: real(folder(&request.root)),
            asked: asked(&request.root),
            config: request.config.as_deref().and_then(real),
            theme: checked.config.theme().as_deref().and_then(real),
            git: self.git.get_or_init(git).clone(),
        }
    }
}

impl Last {
    fn is_same(&self, request: &Request, checked: &Checked, revision: Option<&Revision>) -> bool {
        let pairs = self.files.iter().zip(checked.files.iter());
        request.today == self.request.today
            && request.config == self.request.config
            && revision == self.revision.as_ref()
            && checked.skipped == self.skipped
            && checked.files.len() == self.files.len()
            && { pairs }.all(|(before, now)| is_same(before, now))
    }
}

impl Surroundings {
    /// The folders in which something may happen to them.
    fn folders(&self) -> Vec<PathBuf> {
        // A folder that is taken away and comes again is seen from above only.
        let beside = [&self.root, &self.asked, &self.config]
            .map(|path| path.as_deref().and_then(Path::parent));
        let git = self
            .git
            .iter()
            .flat_map(|git| [git.clone(), git.join("logs"), git.join("info")]);
        let theme = self.theme.iter().flat_map(|theme| below(theme));
        let beside = beside.into_iter().flatten().map(Path::to_path_buf);
        let all = beside.chain(git).chain(theme);
        all.filter(|folder| folder.is_dir()).collect()
    }
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

/// When the configuration and the files of the theme were written: nobody may have watched when that happened.
fn stamps(config: Option<&Path>, theme: Option<&Path>) -> Vec<Stamp> {
    let entries = |folder: &PathBuf| fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = theme.map(below).unwrap_or_default();
    let files = folders.iter().flat_map(entries).map(|entry| entry.path());
    let files = config.map(Path::to_path_buf).into_iter().chain(files);
    let stamps = files.filter_map(|path| {
        let data = fs::metadata(&path).ok().filter(Metadata::is_file)?;
        Some((path, data.len(), data.modified().ok()))
    });
    let mut stamps: Vec<Stamp> = stamps.collect();
    stamps.sort();
    stamps
}

fn real(path: &Path) -> Option<PathBuf> {
    fs::canonicalize(path).ok()
}

fn is_same(before: &Arc<SourceFile>, now: &Arc<SourceFile>) -> bool {
    let has_same_text = || before.path == now.path && before.text == now.text;
    Arc::ptr_eq(before, now) || has_same_text()
}

/// The paths that were read again, that are new and that are gone; both lists are sorted by path.
fn compared(
    before: &[Arc<SourceFile>],
    now: &[Arc<SourceFile>],
) -> (Vec<String>, Vec<String>, Vec<String>) {
    let (mut read, mut added, mut removed) = (Vec::new(), Vec::new(), Vec::new());
    let (mut old, mut new) = (before.iter().peekable(), now.iter().peekable());
    loop {
        match (old.peek(), new.peek()) {
            (Some(a), Some(b)) if a.path == b.path => {
                if !is_same(a, b) {
                    read.push(b.path.clone());
                }
                old.next();
                new.next();
            }
            (Some(a), b) if b.is_none_or(|b| a.path < b.path) => {
                removed.push(a.path.clone());
                old.next();
            }
            (_, Some(b)) => {
                added.push(b.path.clone());
                new.next();
            }
            _ => return (read, added, removed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(files: &[(&str, &str)]) -> Vec<Arc<SourceFile>> {
        let file = |(path, text): &(&str, &str)| SourceFile::new(*path, text.as_bytes().to_vec());
        files.iter().map(file).map(Arc::new).collect()
    }

    #[test]
    fn what_has_changed_is_told_apart() {
        let before = files(&[("a", "1"), ("b", "1"), ("d", "1"), ("e", "1")]);
        let now = files(&[("a", "1"), ("b", "2"), ("c", "1"), ("e", "1"), ("f", "1")]);
        let (read, added, removed) = compared(&before, &now);
        assert_eq!(
            (read, added),
            (vec!["b".into()], vec!["c".into(), "f".into()])
        );
        assert_eq!(removed, ["d"]);
        assert_eq!(compared(&now, &now), Default::default());
    }
}
