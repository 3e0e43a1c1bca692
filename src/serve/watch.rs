//! Watches folders, one by one: what lies beside the documents may be a hundred times as much.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

/// Watches folders.
pub struct Watch {
    watcher: RecommendedWatcher,
    tell: Tell,
    folders: BTreeSet<PathBuf>,
}

/// Whom to tell.
type Tell = Arc<dyn Fn(Happening) + Send + Sync>;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Happening {
    /// Something at this path was made, written, renamed or taken away.
    At(PathBuf),
    /// There are folders that nobody watched until now.
    Folders,
    /// More happened than the system could tell.
    Anything,
}

impl Watch {
    /// A watch that tells of each happening as it comes.
    pub fn new(tell: impl Fn(Happening) + Send + Sync + 'static) -> notify::Result<Self> {
        let tell: Tell = Arc::new(tell);
        let teller = tell.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            for happening in event.map_or_else(|_| vec![Happening::Anything], happenings) {
                teller(happening);
            }
        })?;
        Ok(Self {
            watcher,
            tell,
            folders: BTreeSet::new(),
        })
    }

    /// Watches these folders and no others; answers why one could not be watched, if so. In a folder that is new
    /// something may have happened before it was watched, so it counts as touched.
    pub fn follow(&mut self, wanted: &BTreeSet<PathBuf>) -> Option<notify::Error> {
        let mut fault = None;
        let mut is_new = false;
        let mut paths = self.watcher.paths_mut();
        for folder in self.folders.difference(wanted) {
            // It may be gone already.
            let _ = paths.remove(folder);
        }
        let mut folders: BTreeSet<PathBuf> = self.folders.intersection(wanted).cloned().collect();
        for folder in wanted {
            if folders.contains(folder) {
                continue;
            }
            match paths.add(folder, RecursiveMode::NonRecursive) {
                Ok(()) => is_new |= folders.insert(folder.clone()),
                Err(_) if !folder.is_dir() => {}
                Err(refused) => fault = Some(refused),
            }
        }
        fault = paths.commit().err().or(fault);
        self.folders = folders;
        if is_new {
            (self.tell)(Happening::Folders);
        }
        fault
    }

    /// Whether this is a folder that is watched.
    pub fn watches(&self, path: &Path) -> bool {
        self.folders.contains(path)
    }

    /// Lets go of a folder that was taken away or replaced, and of those below it: another one in its place is watched
    /// anew.
    pub fn forget(&mut self, path: &Path) {
        let mut paths = self.watcher.paths_mut();
        self.folders.retain(|folder| {
            let stays = !folder.starts_with(path);
            if !stays {
                let _ = paths.remove(folder);
            }
            stays
        });
        let _ = paths.commit();
    }
}

fn happenings(event: Event) -> Vec<Happening> {
    if event.need_rescan() {
        return vec![Happening::Anything];
    }
    // To read a file is no change, or reading it would be one.
    let is_change = !matches!(event.kind, EventKind::Access(_));
    let paths = event.paths.into_iter().filter(|_| is_change);
    paths.map(Happening::At).collect()
}
