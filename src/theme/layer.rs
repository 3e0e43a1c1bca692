//! The files of one theme: those embedded when plansite was compiled, or those of a folder.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, DirEntry, File, FileType};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rust_embed::Embed;
use thiserror::Error;

use crate::theme::about;

/// The folder of the templates.
pub(super) const TEMPLATES: &str = "templates/";
/// The folder of the files that are copied as they are.
pub(super) const ASSETS: &str = "assets/";
/// The folder of the catalogs, one for each language.
pub(super) const WORDS: &str = "words/";

/// A theme is made by hand; what is larger is here by mistake, and would be held in memory.
const MOST_BYTES_OF_A_FILE: u64 = 4 << 20;
const MOST_BYTES: u64 = 64 << 20;

/// Why a folder is no theme.
#[derive(Debug, Error)]
pub enum LayerFault {
    /// It cannot be read.
    #[error("cannot read the theme at `{}`", path.display())]
    Unreadable {
        /// What cannot be read.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file that the configuration names cannot be read.
    #[error("cannot read `{}`, which `[theme]` names", path.display())]
    Part {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file in it is not what it must be.
    #[error("`{}` {message}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        message: String,
    },
}

/// Whose files they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Origin {
    /// plansite's own.
    #[default]
    BuiltIn,
    /// The user's.
    Folder {
        /// The name that the theme gives itself.
        name: String,
        /// Where it lies.
        path: PathBuf,
    },
}

impl fmt::Display for Origin {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BuiltIn => out.write_str("the built-in theme"),
            Self::Folder { name, path } => {
                write!(out, "the theme `{name}` in `{}`", path.display())
            }
        }
    }
}

/// The built-in theme, as it lay in the repository.
#[derive(Embed)]
#[folder = "themes/default"]
struct Embedded;

/// The files of one theme, by their paths with `/`.
#[derive(Debug, Default)]
pub(super) struct Layer {
    /// Whose files these are.
    pub(super) origin: Origin,
    /// `templates/item.html` and its bytes.
    pub(super) files: BTreeMap<String, Cow<'static, [u8]>>,
    /// What lies there and is left out, each with the reason.
    pub(super) remarks: Vec<String>,
}

impl Layer {
    /// The built-in theme.
    pub(super) fn built_in() -> Self {
        let file = |path: Cow<'static, str>| Some((path.to_string(), Embedded::get(&path)?.data));
        Self {
            files: Embedded::iter().filter_map(file).collect(),
            ..Self::default()
        }
    }

    /// The theme in a folder. Only regular files below it are read, links are not followed, and names that begin
    /// with a dot are passed over.
    pub(super) fn folder(path: &Path) -> Result<Self, LayerFault> {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let mut layer = Self {
            origin: Origin::Folder {
                name: name.to_string_lossy().into_owned(),
                path: path.to_path_buf(),
            },
            ..Self::default()
        };
        let mut bytes_left = MOST_BYTES;
        let mut folders = vec![(path.to_path_buf(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            for entry in entries(&folder)? {
                layer.take(&entry, &prefix, &mut folders, &mut bytes_left)?;
            }
        }
        layer.remarks.sort();
        layer.name_itself()?;
        Ok(layer)
    }

    /// Reads a file, keeps a folder for later, or says why neither.
    fn take(
        &mut self,
        entry: &DirEntry,
        prefix: &str,
        folders: &mut Vec<(PathBuf, String)>,
        bytes_left: &mut u64,
    ) -> Result<(), LayerFault> {
        let path = entry.path();
        let kind = entry.file_type().map_err(|source| unread(&path, source))?;
        let name = entry.file_name();
        let address = format!("{prefix}{}", name.to_string_lossy());
        if name.to_string_lossy().starts_with('.') || is_for_people(&address) {
            return Ok(());
        }
        if let Some(why) = unfit(name.to_str(), &address, kind) {
            self.remarks
                .push(format!("`{}` {why}", address.escape_debug()));
        } else if kind.is_dir() {
            folders.push((path, address + "/"));
        } else {
            self.files.insert(address, read(&path, bytes_left)?.into());
        }
        Ok(())
    }

    fn name_itself(&mut self) -> Result<(), LayerFault> {
        let Origin::Folder { name, path } = &mut self.origin else {
            return Ok(());
        };
        let Some(bytes) = self.files.get(about::FILE_NAME) else {
            return Ok(());
        };
        let path = path.join(about::FILE_NAME);
        let fault = |message| LayerFault::Wrong { path, message };
        let said = match str::from_utf8(bytes) {
            Ok(text) => about::name(text),
            Err(_) => Err("is no text in UTF-8".into()),
        };
        *name = said.map_err(fault)?.unwrap_or_else(|| name.clone());
        Ok(())
    }
}

/// What lies beside the theme for those who read it.
fn is_for_people(address: &str) -> bool {
    let upper = address.to_ascii_uppercase();
    upper.starts_with("README") || upper.starts_with("LICENSE")
}

/// Why something is left out.
fn unfit(name: Option<&str>, address: &str, kind: FileType) -> Option<String> {
    let known = |folder: &str| address.starts_with(folder);
    let Some(name) = name else {
        return Some("is left out: its name is not Unicode".into());
    };
    if name.chars().any(|c| c.is_control() || c == '\\') {
        Some("is left out: no address can hold its name".into())
    } else if kind.is_symlink() {
        Some("is left out: it is a link, and links are not followed".into())
    } else if !kind.is_dir() && !kind.is_file() {
        Some("is left out: it is neither file nor folder".into())
    } else if kind.is_dir() && known(TEMPLATES) && address.ends_with(".html") {
        Some("is left out: it is a folder with the name of a template".into())
    } else if kind.is_file() && known(TEMPLATES) && !address.ends_with(".html") {
        Some("is left out: the names of templates end with `.html`".into())
    } else if kind.is_file() && known(WORDS) && !address.ends_with(".toml") {
        Some("is left out: the words of a language are in a file like `words/de.toml`".into())
    } else if known(TEMPLATES) || known(ASSETS) || known(WORDS) {
        None
    } else {
        at_the_root(name, kind)
    }
}

fn at_the_root(name: &str, kind: FileType) -> Option<String> {
    let folders = [TEMPLATES, ASSETS, WORDS].map(|folder| folder.trim_end_matches('/'));
    let known = match kind.is_dir() {
        true => folders.contains(&name),
        false => name == about::FILE_NAME,
    };
    let why = "is left out: a theme has `theme.toml`, `templates`, `assets` and `words`";
    (!known).then(|| why.to_string())
}

fn entries(folder: &Path) -> Result<Vec<DirEntry>, LayerFault> {
    let listed = fs::read_dir(folder).and_then(Iterator::collect);
    let mut listed: Vec<DirEntry> = listed.map_err(|source| unread(folder, source))?;
    // Which file is one too many must not depend on the disk.
    listed.sort_by_key(DirEntry::file_name);
    Ok(listed)
}

fn read(path: &Path, bytes_left: &mut u64) -> Result<Vec<u8>, LayerFault> {
    let mut bytes = Vec::new();
    File::open(path)
        .and_then(|file| file.take(MOST_BYTES_OF_A_FILE + 1).read_to_end(&mut bytes))
        .map_err(|source| unread(path, source))?;
    let length = bytes.len() as u64;
    let fault = |what: &str, most: u64| LayerFault::Wrong {
        path: path.to_path_buf(),
        message: format!("{what} more than {} MiB", most >> 20),
    };
    if length > MOST_BYTES_OF_A_FILE {
        return Err(fault("has", MOST_BYTES_OF_A_FILE));
    }
    let left = bytes_left.checked_sub(length);
    *bytes_left = left.ok_or_else(|| fault("makes the theme", MOST_BYTES))?;
    Ok(bytes)
}

fn unread(path: &Path, source: io::Error) -> LayerFault {
    LayerFault::Unreadable {
        path: path.to_path_buf(),
        source,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::theme::sample::Folder;

    fn fault(path: &Path) -> String {
        Layer::folder(path).unwrap_err().to_string()
    }

    fn paths(layer: &Layer) -> Vec<&str> {
        layer.files.keys().map(String::as_str).collect()
    }

    /// The compiler does not notice a file that was added; touching this one makes it look again.
    #[test]
    fn what_is_embedded_is_what_lies_there() {
        let themes = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default");
        let there = Layer::folder(&themes).unwrap();
        assert_eq!(there.files, Layer::built_in().files);
        assert!(there.remarks.is_empty());
    }

    #[test]
    fn a_folder_that_is_not_there_is_named() {
        let folder = Folder::new("absent").file("theme", "");
        let absent = folder.path().join("nope");
        let said = format!("cannot read the theme at `{}`", absent.display());
        assert_eq!(fault(&absent), said);
        assert!(fault(&folder.path().join("theme")).ends_with("theme`"));
    }

    #[test]
    fn what_is_no_part_of_a_theme_is_said() {
        let folder = Folder::new("parts")
            .file("README.md", "")
            .file(".git/config", "")
            .file("template/item.html", "")
            .file("templates/item.html~", "")
            .file("templates/list.html/row.html", "")
            .file("templates/parts/row.html", "")
            .file("words/de.txt", "")
            .file("assets/anything", "");
        let layer = Layer::folder(folder.path()).unwrap();
        assert_eq!(
            paths(&layer),
            ["assets/anything", "templates/parts/row.html"]
        );
        assert_eq!(
            layer.remarks,
            [
                "`template` is left out: a theme has `theme.toml`, `templates`, `assets` and `words`",
                "`templates/item.html~` is left out: the names of templates end with `.html`",
                "`templates/list.html` is left out: it is a folder with the name of a template",
                "`words/de.txt` is left out: the words of a language are in a file like `words/de.toml`",
            ]
        );
    }

    #[test]
    fn its_own_words_are_read() {
        let folder = Folder::new("name").file("theme.toml", "name = 'sea'");
        let layer = Layer::folder(folder.path()).unwrap();
        let name = "sea".into();
        let path = folder.path().to_path_buf();
        assert_eq!(layer.origin, Origin::Folder { name, path });
        let folder = folder.file("theme.toml", "\ncolour = 1");
        assert!(
            fault(folder.path()).ends_with("line 2: unknown key `colour`; the only key is `name`")
        );
        let folder = folder.file("theme.toml", b"\xff");
        assert!(fault(folder.path()).ends_with("is no text in UTF-8"));
    }

    #[test]
    fn large_files_are_refused() {
        let most = vec![b'x'; MOST_BYTES_OF_A_FILE as usize];
        let folder = Folder::new("large").file("assets/a.bin", &most);
        assert!(Layer::folder(folder.path()).is_ok());
        let folder = folder.file("assets/a.bin", [&most[..], b"x"].concat());
        assert!(fault(folder.path()).ends_with("a.bin` has more than 4 MiB"));
        let many = (0..17).fold(Folder::new("many"), |folder, at| {
            folder.file(&format!("assets/{at:02}"), &most)
        });
        assert!(fault(many.path()).ends_with("16` makes the theme more than 64 MiB"));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn nothing_outside_is_read() {
        use std::ffi::OsStr;
        use std::os::unix::ffi::OsStrExt;
        use std::os::unix::fs::symlink;

        let secret = Folder::new("secret").file("assets/key", "secret");
        let folder = Folder::new("hostile").file("assets/site.css", "");
        let assets = folder.path().join("assets");
        symlink(secret.path().join("assets/key"), assets.join("key")).unwrap();
        symlink(
            secret.path().join("assets"),
            folder.path().join("templates"),
        )
        .unwrap();
        symlink(folder.path(), assets.join("again")).unwrap();
        fs::write(assets.join(OsStr::from_bytes(b"\xff.css")), "").unwrap();
        let folder = folder.file("assets/a\\b\n.css", "");
        let layer = Layer::folder(folder.path()).unwrap();
        assert_eq!(paths(&layer), ["assets/site.css"]);
        let link = "is left out: it is a link, and links are not followed";
        assert_eq!(
            layer.remarks,
            [
                "`assets/a\\\\b\\n.css` is left out: no address can hold its name",
                &format!("`assets/again` {link}"),
                &format!("`assets/key` {link}"),
                "`assets/\u{fffd}.css` is left out: its name is not Unicode",
                &format!("`templates` {link}"),
            ]
        );
    }
}
