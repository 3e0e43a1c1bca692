//! The files that `init` writes, each with its folder; what exists already stays.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::fault::Fault;
use crate::cli::ground::shown;
use crate::cli::plain::plain;
use crate::cli::put::{is_taken, place, put};
use crate::cli::standing::text_of;
use crate::start::draft::Draft;

/// One file.
#[derive(Debug)]
pub struct Piece {
    folder: PathBuf,
    draft: Draft,
    /// Whether something stands in its place.
    pub stands: bool,
    /// What that says otherwise, sentence by sentence.
    pub against: Vec<String>,
}

impl Piece {
    /// A file below this folder; a path that leads through a link is refused.
    pub fn new(folder: &Path, draft: Draft) -> Result<Self, Fault> {
        refuse_links(folder, &draft)?;
        Ok(Self {
            folder: folder.to_path_buf(),
            stands: is_taken(folder, &draft),
            draft,
            against: Vec::new(),
        })
    }

    /// Its path, as one would type it here.
    pub fn name(&self) -> String {
        plain(&shown(&place(&self.folder, &self.draft)))
    }

    /// The text that stands in its place already.
    pub fn standing(&self) -> Option<String> {
        text_of(&place(&self.folder, &self.draft))
    }

    /// The text that is to be written.
    pub fn text(&self) -> &str {
        &self.draft.text
    }

    /// Shows it whole.
    pub fn show(&self, out: &mut dyn Write) -> io::Result<()> {
        let stands = match self.stands {
            true => " (there already, and stays: this is what would be written)",
            false => "",
        };
        writeln!(out, "==> {} <=={stands}\n{}", self.name(), self.draft.text)
    }

    /// Writes it; answers whether it was written.
    pub fn write(&self) -> Result<bool, Fault> {
        Ok(!self.stands && put(&self.folder, &self.draft)?)
    }

    /// Says that it stays, and what it says otherwise.
    pub fn tell(&self, out: &mut dyn Write) -> io::Result<()> {
        if !self.stands {
            return Ok(());
        }
        writeln!(out, "{} is there already and stays as it is", self.name())?;
        for sentence in &self.against {
            writeln!(out, "  {}", plain(sentence))?;
        }
        Ok(())
    }
}

/// A folder on the way that is a link may lead out of the plan.
fn refuse_links(folder: &Path, draft: &Draft) -> Result<(), Fault> {
    let mut way = folder.to_path_buf();
    let (above, _) = draft.path.rsplit_once('/').unwrap_or_default();
    for name in above.split('/').filter(|name| !name.is_empty()) {
        way.push(name);
        if fs::symlink_metadata(&way).is_ok_and(|found| found.is_symlink()) {
            return Err(Fault::Typed {
                message: format!("`{}` is a symbolic link", plain(&shown(&way))),
                help: "it may lead anywhere, so nothing is written through it".into(),
            });
        }
    }
    Ok(())
}
