//! Removes old sites and drafts, also those of a run that was killed.

use std::fs;
use std::io;
use std::path::Path;

use crate::emit::fault::EmitFault;
use crate::emit::manifest::{MANIFEST, Manifest, UNFINISHED};
use crate::emit::place::{Place, stands};
use crate::emit::standing::{Standing, entries, is_empty};

/// Brings in order what a killed run left behind.
pub fn mend(place: &Place) -> Result<(), EmitFault> {
    for leftover in [&place.old, &place.new] {
        if stands(leftover)?.is_none() {
            continue;
        }
        if !is_ours(leftover)? {
            return Err(EmitFault::Foreign(leftover.clone()));
        }
        if leftover == &place.old && stands(&place.target)?.is_none() {
            put_back(place)?;
        } else {
            retire(leftover, place)?;
        }
    }
    Ok(())
}

/// The run was killed between its two steps.
fn put_back(place: &Place) -> Result<(), EmitFault> {
    fs::rename(&place.old, &place.target).map_err(|source| EmitFault::Exchange {
        path: place.target.clone(),
        source,
    })
}

fn is_ours(folder: &Path) -> Result<bool, EmitFault> {
    let is_folder = stands(folder)?.is_some_and(|data| data.is_dir());
    Ok(is_folder
        && (stands(&folder.join(MANIFEST))?.is_some()
            || stands(&folder.join(UNFINISHED))?.is_some()
            || is_empty(folder)?))
}

/// Removes a site that stood in the target, or a draft that never will.
pub fn retire(folder: &Path, place: &Place) -> Result<(), EmitFault> {
    // In a draft, the user's things are only further names for those in the target.
    let stood = stands(&folder.join(UNFINISHED))?.is_none();
    if stood && stands(&place.target)?.is_some() {
        rescue(folder, &place.target)?;
    }
    remove(folder)
}

/// Hands on what the user put into the old site after the new one was begun.
fn rescue(folder: &Path, target: &Path) -> Result<(), EmitFault> {
    let Some(manifest) = Manifest::read(folder)? else {
        return Ok(());
    };
    let standing = Standing::of(folder, &manifest)?;
    for thing in standing.users.iter().filter(|thing| !thing.kind.is_dir()) {
        let path = target.join(&thing.path);
        if stands(&path)?.is_none() {
            let home = path.parent().unwrap_or(target);
            fs::create_dir_all(home)
                .and_then(|()| fs::rename(folder.join(&thing.path), &path))
                .map_err(|source| EmitFault::Write { path, source })?;
        }
    }
    Ok(())
}

/// Removes a folder; its marks go last, so that it is known as ours until it is gone.
pub fn remove(folder: &Path) -> Result<(), EmitFault> {
    for entry in entries(folder)? {
        let name = entry.file_name();
        if ![MANIFEST, UNFINISHED].iter().any(|mark| name == *mark) {
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let gone = if is_folder {
                fs::remove_dir_all
            } else {
                fs::remove_file
            };
            removed(&entry.path(), gone(entry.path()))?;
        }
    }
    for mark in [MANIFEST, UNFINISHED] {
        let path = folder.join(mark);
        removed(&path, fs::remove_file(&path))?;
    }
    removed(folder, fs::remove_dir(folder))
}

fn removed(path: &Path, outcome: io::Result<()>) -> Result<(), EmitFault> {
    match outcome {
        Err(source) if source.kind() != io::ErrorKind::NotFound => Err(EmitFault::Remove {
            path: path.to_path_buf(),
            source,
        }),
        _ => Ok(()),
    }
}
