//! Finds a file of a theme by its path: in the user's folder first, then in the theme that is built in.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rust_embed::RustEmbed;
use thiserror::Error;

/// Templates and assets lie in these folders of a theme.
const FOLDERS: [&str; 2] = ["assets", "templates"];

/// What else may lie in a theme.
const BESIDE: [&str; 3] = ["theme.toml", "README.md", "LICENSE"];

/// A larger file is none of a theme.
const LARGEST: u64 = 8 << 20;

/// How many folders deep assets may lie.
const DEEPEST: usize = 8;

#[derive(RustEmbed)]
#[folder = "themes/default"]
struct Embedded;

/// Why a folder is no theme.
#[derive(Debug, Error)]
pub enum LayerFault {
    /// It cannot be read.
    #[error("cannot read the theme `{}`", path.display())]
    Unreadable {
        /// What cannot be read.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file in it is too large.
    #[error("`{}` has more than 8 MiB, which is too much for a theme", .0.display())]
    Large(PathBuf),
    /// A template in it is no text.
    #[error("`{}` is not written in UTF-8", .0.display())]
    NoText(PathBuf),
}

/// The files of a theme, by path: `templates/item.html`.
#[derive(Debug, Default)]
pub(super) struct Layers {
    files: BTreeMap<String, Cow<'static, [u8]>>,
    users: BTreeSet<String>,
    /// Files of the user's that replace nothing.
    strays: Vec<String>,
}

impl Layers {
    /// The built-in theme, and over it that of a folder.
    pub(super) fn new(folder: Option<&Path>) -> Result<Self, LayerFault> {
        let mut layers = Self::default();
        for name in Embedded::iter() {
            if let Some(file) = Embedded::get(&name) {
                layers.files.insert(name.to_string(), file.data);
            }
        }
        if let Some(folder) = folder {
            layers.lay_over(folder)?;
        }
        Ok(layers)
    }

    /// The templates with their texts, and whether each is the user's.
    pub(super) fn templates(&self) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
        self.files.iter().filter_map(|(path, bytes)| {
            let name = path.strip_prefix("templates/")?;
            Some((name, String::from_utf8_lossy(bytes)))
        })
    }

    /// The assets, by address.
    pub(super) fn assets(&self) -> impl Iterator<Item = (&str, &Cow<'static, [u8]>)> {
        let files = self.files.iter();
        files
            .filter(|(path, _)| path.starts_with("assets/"))
            .map(|(path, bytes)| (path.as_str(), bytes))
    }

    /// Whether a template is the user's own.
    pub(super) fn is_users(&self, template: &str) -> bool {
        self.users.contains(&format!("templates/{template}"))
    }

    /// Files of the user's theme that nothing asks for. A template of the user's own counts where another one names it.
    pub(super) fn strays(&self) -> Vec<String> {
        let users = || self.users.iter().filter_map(|name| self.files.get(name));
        let is_named = |stray: &str| {
            let name = stray.trim_start_matches("templates/").as_bytes();
            users().any(|text| text.windows(name.len()).any(|part| part == name))
        };
        let strays = self.strays.iter().filter(|stray| !is_named(stray));
        strays.cloned().collect()
    }

    fn lay_over(&mut self, folder: &Path) -> Result<(), LayerFault> {
        let mut found = Vec::new();
        collect(folder, "", 0, &mut found)?;
        for (name, path) in found {
            self.take(name, &path)?;
        }
        Ok(())
    }

    fn take(&mut self, name: String, path: &Path) -> Result<(), LayerFault> {
        let top = name.split('/').next().unwrap_or_default();
        if BESIDE.contains(&name.as_str()) {
            return Ok(());
        }
        let is_template = top == "templates";
        if !FOLDERS.contains(&top) {
            self.strays.push(name);
            return Ok(());
        }
        if is_template && !self.files.contains_key(&name) {
            self.strays.push(name.clone());
        }
        let unreadable = |source| LayerFault::Unreadable {
            path: path.to_path_buf(),
            source,
        };
        if fs::metadata(path).map_err(unreadable)?.len() > LARGEST {
            return Err(LayerFault::Large(path.to_path_buf()));
        }
        let bytes = fs::read(path).map_err(unreadable)?;
        if is_template && std::str::from_utf8(&bytes).is_err() {
            return Err(LayerFault::NoText(path.to_path_buf()));
        }
        self.users.insert(name.clone());
        self.files.insert(name, Cow::Owned(bytes));
        Ok(())
    }
}

/// The files below a folder, in order. Links are not followed, hidden files and names that are no text are left out.
fn collect(
    folder: &Path,
    prefix: &str,
    depth: usize,
    found: &mut Vec<(String, PathBuf)>,
) -> Result<(), LayerFault> {
    let unreadable = |source| LayerFault::Unreadable {
        path: folder.to_path_buf(),
        source,
    };
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?);
    }
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let Some(name) = entry.file_name().to_str().map(str::to_string) else {
            continue;
        };
        let kind = entry.file_type().map_err(unreadable)?;
        if name.starts_with('.') {
            continue;
        }
        let name = format!("{prefix}{name}");
        if kind.is_file() {
            found.push((name, entry.path()));
        } else if kind.is_dir() && depth < DEEPEST {
            collect(&entry.path(), &format!("{name}/"), depth + 1, found)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_theme_has_templates_and_assets() {
        let layers = Layers::new(None).unwrap();
        assert!(layers.templates().any(|(name, _)| name == "frame.html"));
        assert!(layers.assets().any(|(name, _)| name == "assets/site.css"));
        assert!(!layers.is_users("frame.html") && layers.strays().is_empty());
    }

    #[test]
    fn a_missing_folder_is_named() {
        let fault = Layers::new(Some(Path::new("/nowhere/theme"))).unwrap_err();
        assert_eq!(fault.to_string(), "cannot read the theme `/nowhere/theme`");
    }
}
