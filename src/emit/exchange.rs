//! Puts the new site where the old one is.

use std::fs;
use std::io;
use std::path::Path;

use crate::emit::draft::Draft;
use crate::emit::fault::EmitFault;
use crate::emit::leftover;
use crate::emit::place::{Place, stands};

/// Exchanges the old site for the complete draft, and removes the old one.
pub fn exchange(place: &Place, draft: &Draft<'_>) -> Result<(), EmitFault> {
    let refused = |source| EmitFault::Exchange {
        path: place.target.clone(),
        source,
    };
    let Some(data) = stands(&place.target)? else {
        fs::rename(&place.new, &place.target).map_err(refused)?;
        draft.release();
        return Ok(());
    };
    // Who may enter the folder has been settled by somebody.
    fs::set_permissions(&place.new, data.permissions()).map_err(refused)?;
    let at_once = at_once(&place.new, &place.target).map_err(refused)?;
    if !at_once {
        in_turn(place).map_err(refused)?;
    }
    draft.release();
    leftover::retire(if at_once { &place.new } else { &place.old }, place)
}

/// Exchanges two folders in one step; `false` where the system or the disk has no such step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn at_once(new: &Path, target: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;

    let unknown = [Errno::NOSYS, Errno::INVAL, Errno::NOTSUP, Errno::OPNOTSUPP];
    match renameat_with(CWD, new, CWD, target, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(fault) if unknown.contains(&fault) => Ok(false),
        Err(fault) => Err(fault.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn at_once(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Exchanges two folders in two steps; a run that is killed between them is mended by the next.
fn in_turn(place: &Place) -> io::Result<()> {
    fs::rename(&place.target, &place.old)?;
    fs::rename(&place.new, &place.target).or_else(|fault| {
        fs::rename(&place.old, &place.target)?;
        Err(fault)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn folders(name: &str) -> (PathBuf, Place) {
        let root = std::env::temp_dir().join(format!("plansite-{name}-{}", std::process::id()));
        let place = Place::of(&root.join("site")).unwrap();
        fs::create_dir_all(place.target.join("old")).unwrap();
        (root, place)
    }

    #[test]
    fn two_steps_come_to_the_same() {
        let (root, place) = folders("steps");
        fs::create_dir_all(place.new.join("new")).unwrap();
        in_turn(&place).unwrap();
        assert!(place.target.join("new").is_dir() && place.old.join("old").is_dir());
        assert!(!place.new.exists());
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_second_step_that_fails_takes_back_the_first() {
        let (root, place) = folders("back");
        assert!(in_turn(&place).is_err());
        assert!(place.target.join("old").is_dir() && !place.old.exists());
        fs::remove_dir_all(root).unwrap();
    }
}
