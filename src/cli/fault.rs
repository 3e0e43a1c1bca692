//! Why a command could not run.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::config::audience::UnknownAudience;
use crate::emit::fault::EmitFault;
use crate::pipeline::Stop;
use crate::serve::fault::ServeFault;

/// Why a command could not run.
#[derive(Debug, Error)]
pub enum Fault {
    /// The plan cannot be read.
    #[error(transparent)]
    Stop(#[from] Stop),
    /// The site cannot be written.
    #[error(transparent)]
    Emit(#[from] EmitFault),
    /// There can be no preview.
    #[error(transparent)]
    Serve(ServeFault),
    /// A new file cannot be written.
    #[error("cannot write `{}`", path.display())]
    Put {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The answer cannot be written.
    #[error("cannot write the answer")]
    Write(#[from] io::Error),
    /// What was typed cannot be meant.
    #[error("{message}")]
    Typed {
        /// What is wrong.
        message: String,
        /// What to do.
        help: String,
    },
}

impl Fault {
    /// Whether whoever read the answer has had enough of it.
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Write(fault) if fault.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl From<UnknownAudience> for Fault {
    fn from(fault: UnknownAudience) -> Self {
        Self::Stop(fault.into())
    }
}

impl From<ServeFault> for Fault {
    fn from(fault: ServeFault) -> Self {
        match fault {
            ServeFault::Stop(stop) => Self::Stop(stop),
            fault => Self::Serve(fault),
        }
    }
}
