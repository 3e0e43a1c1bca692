//! Why a site cannot be written, and what to do.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::output::RenderFault;

/// Why a site cannot be written. The old one stands as it was.
#[derive(Debug, Error)]
pub enum EmitFault {
    /// The path has no name that another folder could take over.
    #[error("`{}` cannot be replaced by a new folder", .0.display())]
    Nameless(PathBuf),
    /// There is something else.
    #[error("`{}` is not a folder", .0.display())]
    NoFolder(PathBuf),
    /// There is a link, and exchanging it would leave its folder behind.
    #[error("`{}` is a symbolic link", .0.display())]
    Link(PathBuf),
    /// The folder holds other things.
    #[error("`{}` is not empty and was not written by plansite", .0.display())]
    Foreign(PathBuf),
    /// The folder holds the site for somebody else.
    #[error("`{}` holds the site for `{theirs}`, and this one is for `{ours}`", path.display())]
    Audience {
        /// The folder.
        path: PathBuf,
        /// For whom the site is that stands there.
        theirs: String,
        /// For whom the new one is.
        ours: String,
    },
    /// The folder's list of files is broken.
    #[error("cannot understand `{}`", path.display())]
    Manifest {
        /// The list.
        path: PathBuf,
        /// What is wrong with it.
        source: serde_json::Error,
    },
    /// Somebody else is at it.
    #[error("another run is writing to `{}`", .0.display())]
    Busy(PathBuf),
    /// No file can have this address.
    #[error("`{}` cannot be the address of a page: {why}", address.escape_debug())]
    Address {
        /// The address.
        address: String,
        /// What is wrong with it.
        why: String,
    },
    /// The site has a page where the user put something.
    #[error("`{}` was not written by plansite, and the site has a page there", .0.display())]
    Taken(PathBuf),
    /// A page cannot be made.
    #[error("cannot render `{}`", address.escape_debug())]
    Render {
        /// Its address.
        address: String,
        /// Why.
        source: RenderFault,
    },
    /// Something is there and cannot be read, or was to be copied and is not there.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// What cannot be read.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Something cannot be written.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// What cannot be written.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The new site is complete and cannot take the place of the old one.
    #[error("cannot exchange `{}` for the new site", path.display())]
    Exchange {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// Something that is no longer wanted cannot be removed.
    #[error("cannot remove `{}`", path.display())]
    Remove {
        /// What cannot be removed.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl EmitFault {
    /// What to do.
    pub fn help(&self) -> String {
        let help = match self {
            Self::Nameless(_) => "name a folder of its own, such as `site`",
            Self::NoFolder(_) | Self::Foreign(_) => {
                "choose another --out-dir: a new or an empty folder"
            }
            Self::Link(_) => "name the folder that it leads to",
            Self::Audience { .. } => "choose another --out-dir, or delete the folder",
            Self::Manifest { .. } => {
                "choose another --out-dir, or delete the folder if all in it was written by plansite"
            }
            Self::Busy(_) => "wait until it has ended",
            Self::Address { .. } => "give the document another name",
            Self::Taken(_) => "move it away, or give it another name",
            Self::Render { .. } => "the site that stood there is unchanged",
            Self::Read { .. } => "make it readable, and start again",
            Self::Write { .. } => {
                "the new site is prepared beside the old one: the folder above must be writable and \
                 the disk must have room"
            }
            Self::Exchange { .. } => {
                "a folder that is mounted, or that a program holds open, has to stay: name one inside it"
            }
            Self::Remove { .. } => "make it writable, and start again",
        };
        help.into()
    }
}
