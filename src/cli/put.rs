//! Puts new files where nothing is yet.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::cli::fault::Fault;
use crate::start::draft::Draft;

/// Where a draft goes in this folder.
pub fn place(folder: &Path, draft: &Draft) -> PathBuf {
    folder.join(draft.path.split('/').collect::<PathBuf>())
}

/// Whether something stands where a draft would go, be it a link that leads nowhere.
pub fn is_taken(folder: &Path, draft: &Draft) -> bool {
    fs::symlink_metadata(place(folder, draft)).is_ok()
}

/// Writes a draft, with the folders it needs; answers whether it was written. What stands there already is left as
/// it is.
pub fn put(folder: &Path, draft: &Draft) -> Result<bool, Fault> {
    let path = place(folder, draft);
    let refused = |source| Fault::Put {
        path: path.clone(),
        source,
    };
    if let Some(above) = path.parent() {
        fs::create_dir_all(above).map_err(refused)?;
    }
    match write(&path, &draft.text) {
        Ok(()) => Ok(true),
        Err(fault) if fault.kind() == ErrorKind::AlreadyExists => Ok(false),
        Err(fault) => Err(refused(fault)),
    }
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(text.as_bytes())
}
