//! A site as a value: an ordered map from address to sheet; nothing is rendered until somebody asks.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::error::Error;
use std::fmt;
use std::path::PathBuf;

/// Why a sheet cannot be rendered.
pub type RenderFault = Box<dyn Error + Send + Sync>;

/// Renders one sheet; pure, and independent of all others.
pub type Render = Box<dyn Fn() -> Result<Vec<u8>, RenderFault> + Send + Sync>;

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

    /// The sheet at an address.
    pub fn get(&self, address: &str) -> Option<&Sheet> {
        self.sheets.get(address)
    }

    /// Every sheet with its address, in order.
    pub fn sheets(&self) -> impl Iterator<Item = (&str, &Sheet)> {
        self.sheets
            .iter()
            .map(|(address, sheet)| (address.as_str(), sheet))
    }

    /// How many sheets there are.
    pub fn len(&self) -> usize {
        self.sheets.len()
    }

    /// Whether there is no sheet.
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty()
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
}
