//! From where a reference is looked up, and what is found.

use crate::model::key::ItemId;
use crate::model::kind::Kind;

/// From where a reference is looked up.
#[derive(Clone, Copy, Debug)]
pub struct From<'a> {
    /// The item that it stands in; never its own answer.
    pub item: Option<ItemId>,
    /// The file.
    pub file: usize,
    /// Its path.
    pub path: &'a str,
    /// The table or list.
    pub block: Option<usize>,
    /// The kind that is meant, where the key or the column says so.
    pub kind: Option<Kind>,
    /// Whether likeness of words is enough.
    pub loose: bool,
}

impl<'a> From<'a> {
    /// From a document as a whole, for words that name something exactly.
    pub fn document(file: usize, path: &'a str) -> Self {
        Self {
            item: None,
            file,
            path,
            block: None,
            kind: None,
            loose: false,
        }
    }
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// One item; whether by likeness.
    Item(ItemId, bool),
    /// Several that are meant together: a folder, "all above".
    Several(Vec<ItemId>),
    /// One of several: nobody can tell.
    Ambiguous(Vec<ItemId>),
    /// Something outside the plan.
    Outside,
    /// A document without an item.
    Document,
    /// So many are meant together that they are not followed.
    TooMany(usize),
    /// The item that the words stand in.
    Itself,
    /// Words for nothing.
    Nothing,
    /// No item.
    Missing,
}
