//! How answers name an item: its key, its title, its status, and the line where it stands.

use serde::Serialize;

use crate::edition::entry::{Entry, Lead, Source};
use crate::page::book::Book;
use crate::page::name;

/// The line where something stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The document, relative to the folder that was read.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

impl Place {
    /// Of this source.
    pub fn of(source: &Source) -> Self {
        Self {
            file: source.file.to_string(),
            line: source.line,
        }
    }

    /// "docs/plan.md:12".
    pub fn words(&self) -> String {
        format!("{}:{}", self.file, self.line)
    }
}

/// A status: what it was taken for, and the words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct State {
    /// What it was taken for.
    pub value: &'static str,
    /// The words as written.
    pub raw: String,
}

/// An item by its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its unique name.
    pub key: String,
    /// Its id as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// What it is.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// Its status, where one is stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<State>,
    /// Where it stands, where the audience may know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Place>,
    /// Its id and its title, for people.
    #[serde(skip)]
    pub words: String,
}

impl Named {
    /// Of this item.
    pub fn of(item: &Entry) -> Self {
        Self {
            key: item.key.clone(),
            id: item.id.clone(),
            kind: item.kind.name(),
            title: item.title.clone(),
            status: item.status.as_ref().map(|said| State {
                value: said.value.name(),
                raw: said.raw.clone(),
            }),
            source: item.sources.first().map(Place::of),
            words: name::short(item),
        }
    }

    /// Of the item at this position.
    pub fn at(book: &Book, at: usize) -> Self {
        Self::of(book.item(at))
    }

    /// Where it stands: "docs/plan.md:12"; nothing where the audience may not know.
    pub fn place(&self) -> String {
        self.source.as_ref().map(Place::words).unwrap_or_default()
    }
}

/// What somebody calls an item, and which one it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Called {
    /// The words as written; empty where the place alone says it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub raw: String,
    /// Which item it is, where that was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Named>,
    /// Whether it was found by likeness of words.
    pub inferred: bool,
    /// Whether it names something outside the plan.
    pub external: bool,
}

impl Called {
    /// What this reference says.
    pub fn of(book: &Book, lead: &Lead) -> Self {
        Self {
            raw: lead.raw.clone(),
            item: lead.to.map(|to| Named::at(book, to)),
            inferred: lead.inferred,
            external: lead.external,
        }
    }

    /// For people: the item, else the words and what is known of them.
    pub fn words(&self) -> String {
        match &self.item {
            Some(item) => item.words.clone(),
            None if self.external => format!("{} (outside the plan)", self.raw),
            None => format!("“{}” (not found in the plan)", self.raw),
        }
    }
}

/// Some of a list, and how many there are in all.
#[derive(Clone, Debug, Serialize)]
pub struct Listed<T> {
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub items: Vec<T>,
}

impl<T> Listed<T> {
    /// The first `most` of these.
    pub fn first<S>(all: &[S], most: usize, tell: impl FnMut(&S) -> T) -> Self {
        Self {
            count: all.len(),
            items: all.iter().take(most).map(tell).collect(),
        }
    }
}
