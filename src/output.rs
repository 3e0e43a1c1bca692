//! A site as a value: an ordered map from address to sheet; nothing is rendered until somebody asks.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::error::Error;
use std::fmt;
use std::ops::Bound;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Why a sheet cannot be rendered.
pub type RenderFault = Box<dyn Error + Send + Sync>;

/// Renders one sheet; pure, and independent of all others.
pub type Render = Box<dyn Fn() -> Result<Vec<u8>, RenderFault> + Send + Sync>;

/// Makes the sheets of a folder.
pub type Make = Box<dyn Fn() -> Vec<(String, Sheet)> + Send + Sync>;

/// What stands at one address.
pub enum Sheet {
    /// Bytes that are there already.
    Bytes(Cow<'static, [u8]>),
    /// A page that is rendered when it is asked for.
    Page(Render),
    /// A file that is copied as it is.
    File(PathBuf),
}

impl fmt::Debug for Sheet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bytes(bytes) => write!(out, "Bytes({})", bytes.len()),
            Self::Page(_) => out.write_str("Page"),
            Self::File(path) => write!(out, "File({})", path.display()),
        }
    }
}

/// All sheets of a site, in the order of their addresses. An address is relative to the first page, with forward
/// slashes: `tasks/t-7.html`.
#[derive(Debug, Default)]
pub struct Site {
    sheets: BTreeMap<String, Sheet>,
    later: Option<Later>,
}

/// A folder of which nobody knows what is in it until somebody asks.
struct Later {
    folder: &'static str,
    make: Make,
    sheets: OnceLock<BTreeMap<String, Sheet>>,
}

impl fmt::Debug for Later {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Later({})", self.folder)
    }
}

impl Later {
    fn sheets(&self) -> &BTreeMap<String, Sheet> {
        self.sheets.get_or_init(|| {
            let made = (self.make)().into_iter();
            made.filter(|(address, _)| address.starts_with(self.folder))
                .collect()
        })
    }
}

impl Site {
    /// Puts a sheet at an address; the first one there stays, and the answer says whether this one is it.
    pub fn put(&mut self, address: impl Into<String>, sheet: Sheet) -> bool {
        match self.sheets.entry(address.into()) {
            Entry::Vacant(free) => {
                free.insert(sheet);
                true
            }
            Entry::Occupied(_) => false,
        }
    }

    /// Has the sheets of a folder made when one of them, or all, are asked for: to know which there are takes longer
    /// than to show a page. Nothing else is in this folder, whose name ends with a slash.
    pub fn put_later(&mut self, folder: &'static str, make: Make) {
        let sheets = OnceLock::new();
        self.later = Some(Later {
            folder,
            make,
            sheets,
        });
    }

    /// The sheet at an address.
    pub fn get(&self, address: &str) -> Option<&Sheet> {
        match &self.later {
            Some(later) if address.starts_with(later.folder) => later.sheets().get(address),
            _ => self.sheets.get(address),
        }
    }

    /// Every sheet with its address, in order.
    pub fn sheets(&self) -> impl Iterator<Item = (&str, &Sheet)> {
        let folder = self.later.as_ref().map_or("", |later| later.folder);
        let later = self.later.iter().flat_map(Later::sheets);
        let before = (Bound::Unbounded, Bound::Excluded(folder));
        let behind = (Bound::Included(folder), Bound::Unbounded);
        let (before, behind) = (
            self.sheets.range::<str, _>(before),
            self.sheets.range::<str, _>(behind),
        );
        let all = before.chain(later).chain(behind);
        all.map(|(address, sheet)| (address.as_str(), sheet))
    }

    /// The sheets that are known without asking for any, in order.
    pub fn known(&self) -> impl Iterator<Item = (&str, &Sheet)> {
        let sheets = self.sheets.iter();
        sheets.map(|(address, sheet)| (address.as_str(), sheet))
    }

    /// How many sheets there are.
    pub fn len(&self) -> usize {
        let later = self.later.as_ref();
        self.sheets.len() + later.map_or(0, |later| later.sheets().len())
    }

    /// Whether there is no sheet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_sheet_at_an_address_stays() {
        let mut site = Site::default();
        assert!(site.put("b.html", Sheet::Bytes(Cow::Borrowed(b"one"))));
        assert!(!site.put("b.html", Sheet::Bytes(Cow::Borrowed(b"two"))));
        assert!(site.put("a.css", Sheet::Bytes(Cow::Borrowed(b""))));
        let order: Vec<&str> = site.sheets().map(|(address, _)| address).collect();
        assert_eq!(order, ["a.css", "b.html"]);
    }

    #[test]
    fn what_comes_later_stands_in_its_place() {
        let mut site = Site::default();
        let bytes = || Sheet::Bytes(Cow::Borrowed(b""));
        for address in ["search.html", "a.html", "z.html"] {
            site.put(address, bytes());
        }
        let sheets = move || {
            vec![
                ("search/b.js".to_string(), bytes()),
                ("x/c.js".into(), bytes()),
            ]
        };
        site.put_later("search/", Box::new(sheets));
        assert_eq!(site.known().count(), 3);
        assert!(site.get("search/b.js").is_some() && site.get("x/c.js").is_none());
        let order: Vec<&str> = site.sheets().map(|(address, _)| address).collect();
        assert_eq!(order, ["a.html", "search.html", "search/b.js", "z.html"]);
        assert_eq!(site.len(), 4);
    }
}
