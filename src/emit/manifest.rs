//! The list of files by which plansite knows its own folder.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::emit::fault::EmitFault;
use crate::output::Site;

/// A folder that holds a file of this name was written by plansite.
pub const MANIFEST: &str = "plansite-manifest.json";

/// A folder that holds this too is not complete.
pub const UNFINISHED: &str = ".plansite-unfinished";

/// Whose folder it is.
#[derive(Clone, Copy, Debug)]
pub struct Owner<'a> {
    /// The program that writes it.
    pub generator: &'a str,
    /// For whom the site is.
    pub audience: &'a str,
}

/// What a folder says about itself.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Manifest {
    /// The program that wrote it.
    pub generator: String,
    /// For whom the site is.
    pub audience: String,
    /// The addresses of all files but this one.
    pub files: BTreeSet<String>,
}

impl Manifest {
    /// What the folder of a site says.
    pub fn of(site: &Site, owner: &Owner<'_>) -> Self {
        Self {
            generator: owner.generator.into(),
            audience: owner.audience.into(),
            files: site.sheets().map(|(address, _)| address.into()).collect(),
        }
    }

    /// The manifest in a folder, if there is one.
    pub fn read(folder: &Path) -> Result<Option<Self>, EmitFault> {
        let path = folder.join(MANIFEST);
        let text = match fs::read(&path) {
            Ok(text) => text,
            Err(fault) if fault.kind() == ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(EmitFault::Read { path, source }),
        };
        match serde_json::from_slice(&text) {
            Ok(manifest) => Ok(Some(manifest)),
            Err(source) => Err(EmitFault::Manifest { path, source }),
        }
    }

    /// The manifest as it stands in its file: one line for each address.
    pub fn text(&self) -> Vec<u8> {
        let mut text = serde_json::to_vec_pretty(self).expect("texts and lists of texts are JSON");
        text.push(b'\n');
        text
    }
}
