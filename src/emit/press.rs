//! Makes every sheet, on all cores, and hands on only those that differ from the old ones.

use std::fs::{self, File};
use std::io::{self, Read, Seek};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::iter::{IntoParallelIterator, ParallelIterator};

use crate::emit::compare;
use crate::emit::draft::Draft;
use crate::emit::fault::EmitFault;
use crate::emit::place::Place;
use crate::emit::standing::Standing;
use crate::output::{Sheet, Site};

/// Makes the sheets of one site.
#[derive(Debug)]
pub struct Press<'a> {
    place: &'a Place,
    old: &'a Standing,
    draft: &'a Draft<'a>,
    kept: Mutex<Vec<&'a str>>,
    bytes: AtomicU64,
}

/// What became of the sheets.
#[derive(Debug)]
pub struct Pressed<'a> {
    /// The addresses whose old files are equal.
    pub kept: Vec<&'a str>,
    /// The size of all sheets.
    pub bytes: u64,
}

impl<'a> Press<'a> {
    /// A press that compares with what stands and writes to the draft.
    pub fn new(place: &'a Place, old: &'a Standing, draft: &'a Draft<'a>) -> Self {
        Self {
            place,
            old,
            draft,
            kept: Mutex::default(),
            bytes: AtomicU64::default(),
        }
    }

    /// Makes all sheets. No page lives longer than its own turn; of several faults, the first in the site is told.
    pub fn run(self, site: &'a Site) -> Result<Pressed<'a>, EmitFault> {
        let sheets: Vec<(&str, &Sheet)> = site.sheets().collect();
        let fault = sheets
            .into_par_iter()
            .find_map_first(|(address, sheet)| self.sheet(address, sheet).err());
        match fault {
            Some(fault) => Err(fault),
            None => Ok(Pressed {
                kept: self
                    .kept
                    .into_inner()
                    .unwrap_or_else(PoisonError::into_inner),
                bytes: self.bytes.into_inner(),
            }),
        }
    }

    fn sheet(&self, address: &'a str, sheet: &Sheet) -> Result<(), EmitFault> {
        match sheet {
            Sheet::Bytes(bytes) => self.bytes(address, bytes),
            Sheet::Page(render) => match render() {
                Ok(bytes) => self.bytes(address, &bytes),
                Err(source) => Err(EmitFault::Render {
                    address: address.into(),
                    source,
                }),
            },
            Sheet::File(path) => self.file(address, path),
        }
    }

    fn bytes(&self, address: &'a str, bytes: &[u8]) -> Result<(), EmitFault> {
        self.count(bytes.len() as u64);
        let old = self.place.target.join(address);
        if self.old.ours.contains(address) && compare::same_bytes(&old, bytes) {
            self.keep(address);
            Ok(())
        } else {
            self.draft.write(address, bytes)
        }
    }

    fn file(&self, address: &'a str, path: &Path) -> Result<(), EmitFault> {
        let unreadable = |source| EmitFault::Read {
            path: path.to_path_buf(),
            source,
        };
        let (mut file, length) = open(path).map_err(unreadable)?;
        self.count(length);
        if self.old.ours.contains(address) {
            let old = self.place.target.join(address);
            if compare::same(&old, file.by_ref(), length).map_err(unreadable)? {
                self.keep(address);
                return Ok(());
            }
            file.rewind().map_err(unreadable)?;
        }
        self.draft.copy(address, &mut file)
    }

    fn count(&self, bytes: u64) {
        self.bytes.fetch_add(bytes, Ordering::Relaxed);
    }

    fn keep(&self, address: &'a str) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push(address);
    }
}

/// The file and its size. To open a pipe would be to wait for somebody to write to it.
fn open(path: &Path) -> io::Result<(File, u64)> {
    let data = fs::metadata(path)?;
    if data.is_file() {
        Ok((File::open(path)?, data.len()))
    } else {
        Err(io::Error::other("it is not a file"))
    }
}
