//! What stands in a folder: files of plansite's, and things of the user's.

use std::collections::BTreeSet;
use std::fs::{self, DirEntry, FileType};
use std::path::{Path, PathBuf};

use crate::emit::address::legal;
use crate::emit::compare::same_bytes;
use crate::emit::fault::EmitFault;
use crate::emit::manifest::{MANIFEST, Manifest, UNFINISHED};
use crate::emit::place::stands;
use crate::output::{Sheet, Site};

/// What stands in a folder.
#[derive(Debug, Default)]
pub struct Standing {
    /// The addresses of plansite's files that are still there.
    pub ours: BTreeSet<String>,
    /// What plansite did not write; a folder comes before what is in it.
    pub users: Vec<Belonging>,
}

/// Something that the user put into the folder.
#[derive(Debug)]
pub struct Belonging {
    /// Its path below the folder.
    pub path: PathBuf,
    /// What it is.
    pub kind: FileType,
}

impl Standing {
    /// What stands where a site for this audience shall go; refuses a folder that it cannot go to.
    pub fn open(folder: &Path, audience: &str) -> Result<Self, EmitFault> {
        let path = folder.to_path_buf();
        let Some(data) = stands(folder)? else {
            return Ok(Self::default());
        };
        if data.is_symlink() {
            return Err(EmitFault::Link(path));
        }
        if !data.is_dir() {
            return Err(EmitFault::NoFolder(path));
        }
        match Manifest::read(folder)? {
            Some(manifest) if manifest.audience == audience => Self::of(folder, &manifest),
            Some(manifest) => Err(EmitFault::Audience {
                path,
                theirs: manifest.audience,
                ours: audience.into(),
            }),
            None if is_empty(folder)? => Ok(Self::default()),
            None => Err(EmitFault::Foreign(path)),
        }
    }

    /// What stands in a folder that has a manifest.
    pub fn of(folder: &Path, manifest: &Manifest) -> Result<Self, EmitFault> {
        let own_folders = folders(manifest);
        let mut standing = Self::default();
        let mut open = vec![PathBuf::new()];
        while let Some(below) = open.pop() {
            let place = folder.join(&below);
            for entry in entries(&place)? {
                let path = below.join(entry.file_name());
                let kind = entry
                    .file_type()
                    .map_err(|fault| unreadable(&place, fault))?;
                if kind.is_dir() {
                    open.push(path.clone());
                }
                standing.sort(path, kind, manifest, &own_folders);
            }
        }
        Ok(standing)
    }

    /// Takes for plansite's what the user put there with the very bytes that the site has at this address: an empty
    /// `.nojekyll`, say.
    pub fn adopt(&mut self, site: &Site, folder: &Path) {
        let ours = &mut self.ours;
        self.users.retain(|thing| {
            let address = thing.kind.is_file().then(|| address(&thing.path)).flatten();
            let same = address.filter(|address| match site.get(address) {
                Some(Sheet::Bytes(bytes)) => same_bytes(&folder.join(&thing.path), bytes),
                _ => false,
            });
            let is_users = same.is_none();
            ours.extend(same);
            is_users
        });
    }

    fn sort(
        &mut self,
        path: PathBuf,
        kind: FileType,
        manifest: &Manifest,
        own_folders: &BTreeSet<&str>,
    ) {
        let Some(address) = address(&path) else {
            self.users.push(Belonging { path, kind });
            return;
        };
        if kind.is_dir() {
            if !own_folders.contains(&*address) {
                self.users.push(Belonging { path, kind });
            }
        } else if manifest.files.contains(&address) {
            // What has come to be something else at our address is replaced.
            self.ours.extend(kind.is_file().then_some(address));
        } else if ![MANIFEST, UNFINISHED].contains(&&*address) {
            self.users.push(Belonging { path, kind });
        }
    }
}

/// The folders that a manifest's files are in.
fn folders(manifest: &Manifest) -> BTreeSet<&str> {
    let mut folders = BTreeSet::new();
    for file in manifest.files.iter().filter(|file| legal(file).is_ok()) {
        for (end, _) in file.rmatch_indices('/') {
            if !folders.insert(&file[..end]) {
                break;
            }
        }
    }
    folders
}

/// The address of a path below the folder; nothing where it is no text.
fn address(path: &Path) -> Option<String> {
    let names: Option<Vec<&str>> = path.iter().map(|name| name.to_str()).collect();
    Some(names?.join("/"))
}

/// Whether a folder has nothing in it.
pub fn is_empty(folder: &Path) -> Result<bool, EmitFault> {
    Ok(entries(folder)?.is_empty())
}

/// What lies directly in a folder.
pub fn entries(folder: &Path) -> Result<Vec<DirEntry>, EmitFault> {
    fs::read_dir(folder)
        .and_then(Iterator::collect)
        .map_err(|fault| unreadable(folder, fault))
}

fn unreadable(folder: &Path, source: std::io::Error) -> EmitFault {
    EmitFault::Read {
        path: folder.to_path_buf(),
        source,
    }
}
