//! One run at a time for one folder.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::emit::fault::EmitFault;
use crate::emit::place::Place;

/// The right to write to a folder. The system takes it back when a run is killed; the file alone locks nothing.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    file: Option<File>,
}

impl Lock {
    /// Takes the lock of a place; makes the folders above it.
    pub fn take(place: &Place) -> Result<Self, EmitFault> {
        let above = place.lock.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(above).map_err(|source| EmitFault::Write {
            path: above.to_path_buf(),
            source,
        })?;
        let path = place.lock.clone();
        match hold(&path) {
            Ok(Some(file)) => Ok(Self {
                path,
                file: Some(file),
            }),
            Ok(None) => Err(EmitFault::Busy(place.target.clone())),
            Err(source) => Err(EmitFault::Write { path, source }),
        }
    }
}

/// The file, if nobody else holds it.
#[cfg(unix)]
fn hold(path: &Path) -> io::Result<Option<File>> {
    use rustix::fs::{FlockOperation, flock};
    use rustix::io::Errno;

    loop {
        let file = fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path)?;
        match flock(&file, FlockOperation::NonBlockingLockExclusive) {
            // The one who held it before may have removed it; then this one locks nothing.
            Ok(()) if is_at(&file, path)? => return Ok(Some(file)),
            Ok(()) => {}
            Err(Errno::WOULDBLOCK) => return Ok(None),
            Err(fault) => return Err(fault.into()),
        }
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;

    let mine = file.metadata()?;
    match fs::metadata(path) {
        Ok(there) => Ok((there.dev(), there.ino()) == (mine.dev(), mine.ino())),
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(fault) => Err(fault),
    }
}

/// The file, if nobody else holds it: nobody can open a file that is shared with no one.
#[cfg(windows)]
fn hold(path: &Path) -> io::Result<Option<File>> {
    use std::os::windows::fs::OpenOptionsExt;

    const SHARING_VIOLATION: i32 = 32;
    let opened = fs::OpenOptions::new()
        .create(true)
        .truncate(false)
        .write(true)
        .share_mode(0)
        .open(path);
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(fault) if fault.raw_os_error() == Some(SHARING_VIOLATION) => Ok(None),
        Err(fault) => Err(fault),
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // There, a held file cannot be removed; here, one that is not held may be another's already.
        if cfg!(windows) {
            self.file.take();
        }
        // A file that stays does no harm.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_removed_locks_nothing() {
        let path = std::env::temp_dir().join(format!("plansite-lock-{}", std::process::id()));
        let first = hold(&path).unwrap().unwrap();
        assert!(is_at(&first, &path).unwrap() && hold(&path).unwrap().is_none());
        fs::remove_file(&path).unwrap();
        let second = hold(&path).unwrap().unwrap();
        assert!(!is_at(&first, &path).unwrap() && is_at(&second, &path).unwrap());
        fs::remove_file(&path).unwrap();
    }
}
