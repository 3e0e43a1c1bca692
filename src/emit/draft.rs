//! The new site, beside the old one until it is complete.

use std::fs::{self, File, FileType};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::emit::address::Wanted;
use crate::emit::fault::EmitFault;
use crate::emit::leftover;
use crate::emit::manifest::{MANIFEST, UNFINISHED};
use crate::emit::place::Place;
use crate::emit::standing::Belonging;

/// The new site. Its folder is made when the first file needs it, and removed with the value.
#[derive(Debug)]
pub struct Draft<'a> {
    place: &'a Place,
    wanted: &'a Wanted<'a>,
    begun: Mutex<bool>,
}

impl<'a> Draft<'a> {
    /// A draft of which nothing is on the disk.
    pub fn new(place: &'a Place, wanted: &'a Wanted<'a>) -> Self {
        Self {
            place,
            wanted,
            begun: Mutex::new(false),
        }
    }

    /// Whether there is a folder.
    pub fn has_begun(&self) -> bool {
        *self.begun()
    }

    fn begun(&self) -> MutexGuard<'_, bool> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes the folder with all that are in it, once.
    pub fn begin(&self) -> Result<(), EmitFault> {
        let mut begun = self.begun();
        if !*begun {
            make(self.place.new.clone(), |path| fs::create_dir(path))?;
            *begun = true;
            self.fresh(UNFINISHED, |_| Ok(()))?;
            for folder in &self.wanted.folders {
                make(self.place.new.join(folder), |path| fs::create_dir(path))?;
            }
        }
        Ok(())
    }

    /// Writes a file.
    pub fn write(&self, address: &str, bytes: &[u8]) -> Result<(), EmitFault> {
        self.begin()?;
        self.fresh(address, |file| file.write_all(bytes))
    }

    /// Writes a file as another one is.
    pub fn copy(&self, address: &str, from: &mut File) -> Result<(), EmitFault> {
        self.begin()?;
        self.fresh(address, |file| io::copy(from, file).map(drop))
    }

    fn fresh(
        &self,
        address: &str,
        fill: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> Result<(), EmitFault> {
        make(self.place.new.join(address), |path| {
            File::create_new(path).and_then(|mut file| fill(&mut file))
        })
    }

    /// Takes over files of the old site.
    pub fn keep(&self, addresses: &[&str]) -> Result<(), EmitFault> {
        addresses.par_iter().try_for_each(|address| {
            let old = self.place.target.join(address);
            make(self.place.new.join(address), |path| link(&old, path, None))
        })
    }

    /// Takes over what is the user's.
    pub fn carry(&self, users: &[Belonging]) -> Result<(), EmitFault> {
        for thing in users {
            let old = self.place.target.join(&thing.path);
            let new = self.place.new.join(&thing.path);
            if thing.kind.is_dir() {
                make(new, |path| fs::create_dir_all(path))?;
            } else {
                self.home(&thing.path)?;
                make(new, |path| link(&old, path, Some(thing.kind)))?;
            }
        }
        self.protect(users)
    }

    /// The folder of something may have been one of the old site's.
    fn home(&self, path: &Path) -> Result<(), EmitFault> {
        let above = path.parent().unwrap_or(Path::new(""));
        make(self.place.new.join(above), |path| fs::create_dir_all(path))
    }

    /// Who may enter a folder of the user's is the user's matter; from the innermost, for one may be read only.
    fn protect(&self, users: &[Belonging]) -> Result<(), EmitFault> {
        for thing in users.iter().rev().filter(|thing| thing.kind.is_dir()) {
            let old = self.place.target.join(&thing.path);
            make(self.place.new.join(&thing.path), |path| {
                fs::set_permissions(path, fs::metadata(old)?.permissions())
            })?;
        }
        Ok(())
    }

    /// Writes the manifest, or takes over the old one; from now on the site is complete.
    pub fn seal(&self, manifest: Option<&[u8]>) -> Result<(), EmitFault> {
        match manifest {
            // Should the power fail, other files come out of the next run, but without a manifest it refuses.
            Some(text) => self.fresh(MANIFEST, |file| {
                file.write_all(text).and_then(|()| file.sync_all())
            }),
            None => self.keep(&[MANIFEST]),
        }?;
        make(self.place.new.join(UNFINISHED), |path| {
            fs::remove_file(path)
        })
    }

    /// Lets go of the folder, which is no longer the draft's.
    pub fn release(&self) {
        *self.begun() = false;
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        if self.has_begun() {
            // What stays is removed by the next run.
            let _ = leftover::remove(&self.place.new);
        }
    }
}

fn make(path: PathBuf, how: impl FnOnce(&Path) -> io::Result<()>) -> Result<(), EmitFault> {
    how(&path).map_err(|source| EmitFault::Write { path, source })
}

/// One more name for a file, or a copy where the disk knows no such thing; `None` is a plain file.
fn link(old: &Path, new: &Path, kind: Option<FileType>) -> io::Result<()> {
    fs::hard_link(old, new).or_else(|_| copy(old, new, kind))
}

fn copy(old: &Path, new: &Path, kind: Option<FileType>) -> io::Result<()> {
    match kind {
        Some(kind) if kind.is_symlink() => symlink(&fs::read_link(old)?, new),
        Some(kind) if !kind.is_file() => Err(io::Error::other("it is neither a file nor a folder")),
        _ => duplicate(old, new),
    }
}

fn duplicate(old: &Path, new: &Path) -> io::Result<()> {
    let mut source = File::open(old)?;
    let data = source.metadata()?;
    let mut copy = File::create_new(new)?;
    io::copy(&mut source, &mut copy)?;
    copy.set_modified(data.modified()?)?;
    copy.set_permissions(data.permissions())
}

#[cfg(unix)]
fn symlink(to: &Path, at: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(to, at)
}

#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> io::Result<()> {
    Err(io::Error::other(
        "symbolic links cannot be carried over here",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, SystemTime};

    fn folder(name: &str) -> PathBuf {
        let name = format!("plansite-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_copy_is_as_old_and_takes_no_ones_place() {
        let folder = folder("copy");
        let (old, new) = (folder.join("old"), folder.join("new"));
        fs::write(&old, "text").unwrap();
        let then = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
        let file = File::options().write(true).open(&old).unwrap();
        file.set_modified(then).unwrap();
        copy(&old, &new, None).unwrap();
        assert_eq!(fs::read(&new).unwrap(), b"text");
        assert_eq!(fs::metadata(&new).unwrap().modified().unwrap(), then);
        assert!(copy(&old, &new, None).is_err());
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_copy_of_a_link_is_a_link() {
        let folder = folder("copied-link");
        let (old, new) = (folder.join("old"), folder.join("new"));
        symlink(Path::new("nowhere"), &old).unwrap();
        let kind = fs::symlink_metadata(&old).unwrap().file_type();
        copy(&old, &new, Some(kind)).unwrap();
        assert_eq!(fs::read_link(&new).unwrap(), Path::new("nowhere"));
        fs::remove_dir_all(folder).unwrap();
    }
}
