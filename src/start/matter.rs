//! What a new document has to say, however it is written.

use crate::model::date::{Date, Week};
use crate::start::number::Next;
use crate::start::parent::Parent;
use crate::start::sort::Sort;

/// What a new document has to say.
#[derive(Clone, Debug)]
pub struct Matter {
    /// What it is.
    pub sort: Sort,
    /// Its title.
    pub title: String,
    /// Whether somebody gave it that title; else it is made of the number.
    pub is_named: bool,
    /// What it is called by.
    pub next: Next,
    /// What it belongs to.
    pub parent: Option<Parent>,
    /// Of the sheet of a week: the week.
    pub week: Option<Week>,
    /// The day that counts as today.
    pub today: Date,
}
