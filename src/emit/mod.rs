//! Writes a site to a folder, all or nothing.

use std::path::Path;

use crate::emit::address::Wanted;
use crate::emit::draft::Draft;
use crate::emit::fault::EmitFault;
use crate::emit::lock::Lock;
use crate::emit::manifest::{MANIFEST, Manifest, Owner};
use crate::emit::place::Place;
use crate::emit::press::{Press, Pressed};
use crate::emit::standing::Standing;
use crate::output::Site;

pub mod address;
pub mod compare;
pub mod draft;
pub mod exchange;
pub mod fault;
pub mod leftover;
pub mod lock;
pub mod manifest;
pub mod place;
pub mod press;
pub mod standing;

/// What was done. Where nothing was written and nothing removed, nothing was touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Written {
    /// Files of the site, its manifest too.
    pub files: usize,
    /// Those of them that are new or changed.
    pub written: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// Size of the whole site.
    pub bytes: u64,
}

/// Writes the site to a folder. Whenever this is stopped, and whatever fails, the old site stands or the new one.
pub fn emit(site: &Site, target: &Path, owner: &Owner<'_>) -> Result<Written, EmitFault> {
    let wanted = Wanted::of(site)?;
    let place = Place::of(target)?;
    let _lock = Lock::take(&place)?;
    leftover::mend(&place)?;
    let mut old = Standing::open(&place.target, owner.audience)?;
    old.adopt(site, &place.target);
    refuse_clashes(&old, &wanted, &place)?;
    publish(
        site,
        &wanted,
        &old,
        &place,
        &Manifest::of(site, owner).text(),
    )
}

/// What the user put there is neither overwritten nor left out.
fn refuse_clashes(old: &Standing, wanted: &Wanted<'_>, place: &Place) -> Result<(), EmitFault> {
    let mut users = old.users.iter();
    match users.find(|thing| wanted.clashes(&thing.path, thing.kind.is_dir())) {
        Some(thing) => Err(EmitFault::Taken(place.target.join(&thing.path))),
        None => Ok(()),
    }
}

fn publish(
    site: &Site,
    wanted: &Wanted<'_>,
    old: &Standing,
    place: &Place,
    manifest: &[u8],
) -> Result<Written, EmitFault> {
    let draft = Draft::new(place, wanted);
    let same_manifest = compare::same_bytes(&place.target.join(MANIFEST), manifest);
    if !same_manifest {
        draft.begin()?;
    }
    let pressed = Press::new(place, old, &draft).run(site)?;
    if draft.has_begun() {
        finish(&draft, old, &pressed, (!same_manifest).then_some(manifest))?;
        exchange::exchange(place, &draft)?;
    }
    Ok(Written {
        files: site.len() + 1,
        written: site.len() - pressed.kept.len() + usize::from(!same_manifest),
        removed: old
            .ours
            .iter()
            .filter(|file| site.get(file).is_none())
            .count(),
        bytes: pressed.bytes + manifest.len() as u64,
    })
}

/// What the old site and the new one share, and what is the user's; the manifest comes last.
fn finish(
    draft: &Draft<'_>,
    old: &Standing,
    pressed: &Pressed<'_>,
    manifest: Option<&[u8]>,
) -> Result<(), EmitFault> {
    draft.keep(&pressed.kept)?;
    draft.carry(&old.users)?;
    draft.seal(manifest)
}
