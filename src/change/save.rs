//! Writes a document in the place of its old self, in one step, if it is still as it was read.

use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::change::draft::{Draft, Left};

/// Saves a document below the folder that was read.
pub fn save(folder: &Path, draft: &Draft) -> Result<(), Left> {
    let left = |why: String| Left {
        path: draft.old.path.clone(),
        why,
    };
    let place = folder.join(draft.old.path.split('/').collect::<PathBuf>());
    let data = fit(folder, &place).map_err(left)?;
    let refused = |fault: io::Error| left(format!("it cannot be written: {fault}"));
    let new = beside(&place);
    // What a run that was killed has left behind is nobody's document.
    let _ = fs::remove_file(&new);
    let outcome = write(&new, draft.new.text.as_bytes(), &data)
        .map_err(refused)
        .and_then(|()| same(&place, draft.old.text.as_bytes()).map_err(left))
        .and_then(|()| fs::rename(&new, &place).map_err(refused));
    if outcome.is_err() {
        // It may not even have been made.
        let _ = fs::remove_file(&new);
    }
    outcome
}

/// What is at a place that may be written to: a file of its own, below the folder without any link on the way.
fn fit(folder: &Path, place: &Path) -> Result<Metadata, String> {
    let data = fs::symlink_metadata(place).map_err(|_| "it is no longer there".to_string())?;
    if data.is_symlink() {
        return Err("it is a link to another file".to_string());
    }
    let (real, root) = (fs::canonicalize(place), fs::canonicalize(folder));
    let below = place.strip_prefix(folder).unwrap_or(place);
    let is_here = real.is_ok_and(|real| root.is_ok_and(|root| real == root.join(below)));
    if !data.is_file() || !is_here {
        return Err("it lies outside of the folder that was read".to_string());
    }
    if data.permissions().readonly() {
        return Err("it is read only".to_string());
    }
    match has_other_names(&data) {
        true => Err("it has a second name, and would lose it".to_string()),
        false => Ok(data),
    }
}

/// Whether the file still holds these bytes.
fn same(place: &Path, bytes: &[u8]) -> Result<(), String> {
    match fs::read(place) {
        Ok(found) if found == bytes => Ok(()),
        Ok(_) => Err("it has changed since it was read".to_string()),
        Err(_) => Err("it is no longer there".to_string()),
    }
}

/// A hidden neighbour on the same disk.
fn beside(place: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(place.file_name().unwrap_or_default());
    name.push(".plansite-new");
    place.with_file_name(name)
}

fn write(new: &Path, bytes: &[u8], old: &Metadata) -> io::Result<()> {
    let mut file = File::create_new(new)?;
    file.write_all(bytes)?;
    keep_owner(&file, old)?;
    file.set_permissions(old.permissions())?;
    file.sync_all()
}

#[cfg(unix)]
fn has_other_names(data: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    data.nlink() > 1
}

#[cfg(not(unix))]
fn has_other_names(_: &Metadata) -> bool {
    false
}

#[cfg(unix)]
fn keep_owner(file: &File, old: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let new = file.metadata()?;
    match (new.uid(), new.gid()) == (old.uid(), old.gid()) {
        true => Ok(()),
        false => fchown(file, Some(old.uid()), Some(old.gid())),
    }
}

#[cfg(not(unix))]
fn keep_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}
