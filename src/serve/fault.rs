//! Why there can be no preview.

use std::io;
use std::net::SocketAddr;

use thiserror::Error;

use crate::pipeline::Stop;

/// Why there can be no preview.
#[derive(Debug, Error)]
pub enum ServeFault {
    /// There is nothing to show.
    #[error(transparent)]
    Stop(#[from] Stop),
    /// No port can be had.
    #[error("cannot listen at {address}")]
    Bind {
        /// The address that was wanted.
        address: SocketAddr,
        /// What the system says.
        source: io::Error,
    },
    /// Nothing can be watched.
    #[error("cannot watch folders")]
    Watch(#[from] notify::Error),
    /// Nothing can be answered.
    #[error("cannot answer browsers")]
    Serve(#[source] io::Error),
}

impl ServeFault {
    /// No port can be had at this address.
    pub fn bind(address: SocketAddr, source: io::Error) -> Self {
        Self::Bind { address, source }
    }

    /// What to do, where that can be said in a word.
    pub fn help(&self) -> Option<String> {
        match self {
            Self::Stop(stop) => stop.help(),
            Self::Bind { .. } => Some("choose another address with `--addr 127.0.0.1:5000`".into()),
            Self::Watch(_) | Self::Serve(_) => None,
        }
    }
}
