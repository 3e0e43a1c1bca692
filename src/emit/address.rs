//! The addresses of a site as names of files: which are refused, and which folders they need.

use std::collections::BTreeSet;
use std::path::{Component, Path};

use rustc_hash::FxHashMap;

use crate::emit::fault::EmitFault;
use crate::emit::manifest::{MANIFEST, UNFINISHED};
use crate::output::Site;

/// A name in a folder may have so many bytes.
const LONGEST_NAME: usize = 255;

/// A path may have so many; the folder of the site needs some too.
const LONGEST: usize = 1_000;

/// The names that a site takes.
#[derive(Debug)]
pub struct Wanted<'a> {
    /// Every folder; the one above comes first.
    pub folders: BTreeSet<&'a str>,
    /// Every name, as a disk sees it that does not know upper from lower case.
    names: FxHashMap<String, Name<'a>>,
}

#[derive(Debug)]
struct Name<'a> {
    exact: &'a str,
    is_folder: bool,
}

impl<'a> Wanted<'a> {
    /// The names of all sheets, or the first address that no file can have.
    pub fn of(site: &'a Site) -> Result<Self, EmitFault> {
        let mut wanted = Self {
            folders: BTreeSet::new(),
            names: FxHashMap::default(),
        };
        let own = [MANIFEST, UNFINISHED].into_iter();
        for address in own.chain(site.sheets().map(|(address, _)| address)) {
            wanted.add(address).map_err(|why| EmitFault::Address {
                address: address.into(),
                why,
            })?;
        }
        Ok(wanted)
    }

    fn add(&mut self, address: &'a str) -> Result<(), String> {
        legal(address)?;
        self.name(address, false)?;
        for (end, _) in address.rmatch_indices('/') {
            if !self.folders.insert(&address[..end]) {
                break;
            }
            self.name(&address[..end], true)?;
        }
        Ok(())
    }

    fn name(&mut self, exact: &'a str, is_folder: bool) -> Result<(), String> {
        let before = self.names.insert(fold(exact), Name { exact, is_folder });
        match before {
            None => Ok(()),
            Some(other) if other.is_folder != is_folder => {
                Err(format!("`{}` cannot be a file and a folder", other.exact))
            }
            Some(other) if other.exact == exact => Err("plansite needs it itself".into()),
            Some(other) => Err(format!("it differs only in case from `{}`", other.exact)),
        }
    }

    /// Whether something of the user's cannot stand beside the site.
    pub fn clashes(&self, path: &Path, is_folder: bool) -> bool {
        path.ancestors().any(|above| {
            let exact = forward(above);
            let name = self.names.get(&fold(&exact));
            let folders = is_folder || above != path;
            name.is_some_and(|name| !(folders && name.is_folder && name.exact == exact))
        })
    }
}

fn fold(name: &str) -> String {
    name.to_lowercase()
}

/// The path with forward slashes; what is no text in it is replaced.
fn forward(path: &Path) -> String {
    let names = path.iter().map(|name| name.to_string_lossy());
    names.collect::<Vec<_>>().join("/")
}

/// Why a file below the site cannot have this address.
pub fn legal(address: &str) -> Result<(), String> {
    if address.len() > LONGEST {
        return Err(format!("it is longer than {LONGEST} bytes"));
    }
    if address.contains(['\\', '\0']) {
        return Err("it has a character that paths are not made of".into());
    }
    address.split('/').try_for_each(legal_name)
}

fn legal_name(name: &str) -> Result<(), String> {
    if name.len() > LONGEST_NAME {
        return Err(format!("a name in it is longer than {LONGEST_NAME} bytes"));
    }
    // A dot, two, nothing, and what means a drive elsewhere.
    let mut parts = Path::new(name).components();
    match (parts.next(), parts.next()) {
        (Some(Component::Normal(part)), None) if part == name => Ok(()),
        _ => Err("it does not lead to a file below the site".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Sheet;
    use std::borrow::Cow;

    fn site(addresses: &[&str]) -> Site {
        let mut site = Site::default();
        for address in addresses {
            assert!(site.put(*address, Sheet::Bytes(Cow::Borrowed(b""))));
        }
        site
    }

    fn refused(addresses: &[&str]) -> String {
        let site = site(addresses);
        Wanted::of(&site).unwrap_err().to_string()
    }

    #[test]
    fn every_folder_comes_once_and_after_the_one_above() {
        let site = site(&["a-b/x", "a/b/x", "a/b/y", "a/x", "x"]);
        let wanted = Wanted::of(&site).unwrap();
        let folders: Vec<_> = wanted.folders.into_iter().collect();
        assert_eq!(folders, ["a", "a-b", "a/b"]);
    }

    #[test]
    fn addresses_stay_below_the_site() {
        for bad in ["", "/etc/x", "../x", "a/../x", "a//x", "a/", ".", "a/./x"] {
            assert!(refused(&[bad]).contains("below the site"), "{bad}");
        }
        for bad in ["a\\x", "a\0x"] {
            assert!(refused(&[bad]).contains("character"), "{bad:?}");
        }
    }

    #[test]
    fn long_names_are_named() {
        let long = format!("tasks/{}", "x".repeat(256));
        let said = refused(&[&long]);
        assert!(said.contains(&long) && said.contains("255"), "{said}");
        assert!(refused(&[&"a/".repeat(2_000)]).contains("1000"));
        assert!(Wanted::of(&site(&[&"x".repeat(255)])).is_ok());
    }

    #[test]
    fn names_that_one_disk_takes_for_the_same_are_refused() {
        assert!(refused(&["A.html", "a.html"]).contains("differs only in case from `A.html`"));
        assert!(refused(&["Tasks/a", "tasks/b"]).contains("only in case"));
        assert!(refused(&["a", "a/b"]).contains("a file and a folder"));
        assert!(refused(&["Plansite-Manifest.json"]).contains("only in case"));
        assert!(refused(&[MANIFEST]).contains("itself"));
    }

    #[test]
    fn things_of_the_user_stand_beside_the_site_or_clash() {
        let site = site(&["index.html", "tasks/a.html"]);
        let wanted = Wanted::of(&site).unwrap();
        let clashes = |path: &str, is_folder| wanted.clashes(Path::new(path), is_folder);
        assert!(!clashes("CNAME", false) && !clashes("tasks", true));
        assert!(!clashes("tasks/mine", false) && !clashes("mine/index.html", false));
        assert!(clashes("index.html", false) && clashes("Index.html", false));
        assert!(clashes("tasks", false) && clashes("index.html", true));
        assert!(clashes("index.html/mine", false) && clashes("Tasks/mine", false));
    }
}
