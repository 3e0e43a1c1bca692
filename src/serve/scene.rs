//! What is shown at the moment: a site, where it stands, and what is wrong with it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::config::editor::Editor;
use crate::output::{RenderFault, Sheet, Site};
use crate::serve::name::{hash, named};
use crate::serve::trouble::Trouble;

/// The page for what is not there.
pub const LOST: &str = "404.html";

/// What is shown.
#[derive(Clone, Debug)]
pub struct Scene {
    /// The site.
    pub site: Arc<Site>,
    /// The folder of its first page on this host: `/`, or `/plan/`.
    pub base: String,
    /// What went wrong with the last change.
    pub trouble: Option<Arc<Trouble>>,
    /// The way into the editor, where one may be opened.
    pub editor: Option<Arc<Opens>>,
    /// What all pages have in common: style sheets and scripts.
    assets: u64,
}

/// How a line of a document is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opens {
    /// The editor.
    pub editor: Editor,
    /// The folder of the documents, from the root of the file system, with slashes.
    pub root: String,
}

impl Opens {
    /// With this editor, documents in this folder.
    pub fn new(editor: Editor, root: &Path) -> Self {
        let root = root.to_string_lossy().replace('\\', "/");
        let root = root.trim_start_matches("//?/").trim_end_matches('/');
        Self {
            editor,
            // Where the system begins its paths with a letter, addresses want a slash before it.
            root: match root.starts_with('/') || root.is_empty() {
                true => root.to_string(),
                false => format!("/{root}"),
            },
        }
    }
}

/// A sheet as it is served.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// Its bytes, as a build writes them.
    pub bytes: Vec<u8>,
    /// Names its bytes.
    pub version: String,
    /// Names everything that a browser shows of it, style sheets and pictures too.
    pub look: String,
}

impl Scene {
    /// A site at its place.
    pub fn new(site: Arc<Site>, base: String) -> Self {
        let mut hasher = DefaultHasher::new();
        for (address, sheet) in site.known() {
            if let Sheet::Bytes(bytes) = sheet {
                (address, bytes).hash(&mut hasher);
            }
        }
        Self {
            assets: hasher.finish(),
            site,
            base,
            editor: None,
            trouble: None,
        }
    }

    /// The same with this trouble, or without any.
    pub fn with(&self, trouble: Option<Trouble>) -> Self {
        Self {
            trouble: trouble.map(Arc::new),
            ..self.clone()
        }
    }

    /// Where a path below the first page leads, if anywhere: to the page itself, or without its ending.
    pub fn find(&self, path: &str) -> Option<String> {
        let ends = match path.is_empty() || path.ends_with('/') {
            true => [format!("{path}index.html"), String::new()],
            false => [path.to_string(), format!("{path}.html")],
        };
        ends.into_iter()
            .find(|address| self.site.get(address).is_some())
    }

    /// The sheet at an address; none where there is none.
    pub fn served(&self, address: &str) -> Option<Result<Served, RenderFault>> {
        let sheet = self.site.get(address)?;
        Some(bytes(sheet).map(|bytes| {
            let version = hash(&bytes);
            let look = (version, self.assets, self.pictures(&bytes));
            Served {
                version: named(version),
                look: named(hash(&look)),
                bytes,
            }
        }))
    }

    /// The page for what is not there.
    pub fn lost(&self) -> Option<Result<Served, RenderFault>> {
        self.served(LOST)
    }

    /// What the pictures of a page were last.
    fn pictures(&self, page: &[u8]) -> Vec<(u64, Option<SystemTime>)> {
        let text = String::from_utf8_lossy(page);
        if !text.contains("<img") {
            return Vec::new();
        }
        let pictures = self
            .site
            .known()
            .filter_map(|(address, sheet)| match sheet {
                Sheet::File(path) if text.contains(name(address)) => Some(path),
                _ => None,
            });
        let stamp = |path: &PathBuf| {
            let data = fs::metadata(path).ok()?;
            Some((data.len(), data.modified().ok()))
        };
        pictures.filter_map(stamp).collect()
    }
}

/// The last part of an address, as far as it is written the same everywhere.
fn name(address: &str) -> &str {
    let name = address.rsplit('/').next().unwrap_or(address);
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.".contains(c);
    name.rsplit(|c| !plain(c)).next().unwrap_or(name)
}

fn bytes(sheet: &Sheet) -> Result<Vec<u8>, RenderFault> {
    match sheet {
        Sheet::Bytes(bytes) => Ok(bytes.to_vec()),
        Sheet::Page(render) => render(),
        Sheet::File(path) => Ok(file(path)?),
    }
}

/// To open a pipe would be to wait for somebody to write to it.
fn file(path: &Path) -> io::Result<Vec<u8>> {
    match fs::metadata(path)?.is_file() {
        true => fs::read(path),
        false => Err(io::Error::other("it is not a file")),
    }
}
