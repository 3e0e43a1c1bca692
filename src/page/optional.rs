//! The columns of a long list that are there only where they say something.

use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::filter;
use crate::page::mark;
use crate::page::name;
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

/// How many columns there may be beside id, title and status.
const COLUMNS: usize = 5;

/// A column that is there where it says something.
pub struct Optional {
    /// Its heading.
    pub label: &'static str,
    /// How its cells behave.
    pub class: &'static str,
    /// Where not all fit, those with small numbers stay.
    weight: u8,
    tells: fn(&Book, usize) -> bool,
    /// What stands in it for an item.
    pub cell: fn(&Book, &str, usize) -> Markup,
}

/// In the order in which they stand.
static OPTIONAL: [Optional; 6] = [
    Optional {
        label: key("Milestone"),
        class: "wrap",
        weight: 0,
        tells: |book, at| filter::above(book, at).is_some(),
        cell: |book, _, at| {
            let above = filter::above(book, at).map(|above| name::short(book.item(above)));
            Markup::text(&above.unwrap_or_default())
        },
    },
    Optional {
        label: key("Owner"),
        class: "wrap who",
        weight: 1,
        tells: |book, at| book.item(at).owner.is_some(),
        cell: |book, from, at| {
            let raw = book.item(at).owner.as_ref().map_or("", |said| &said.raw);
            book.slices.owners_in(raw, |to| relative(from, to))
        },
    },
    Optional {
        label: key("Sprint"),
        class: "",
        weight: 3,
        tells: |book, at| book.item(at).sprint.is_some(),
        cell: sprint,
    },
    Optional {
        label: key("Priority"),
        class: "",
        weight: 4,
        tells: |book, at| book.item(at).priority.is_some(),
        cell: |book, _, at| {
            let said = &book.item(at).priority;
            said.as_ref()
                .map_or_else(Markup::default, |said| mark::priority(&said.raw))
        },
    },
    Optional {
        label: key("Estimate"),
        class: "",
        weight: 5,
        tells: |book, at| book.item(at).estimate.is_some(),
        cell: |book, _, at| raw(book.item(at).estimate.as_ref().map(|said| &said.raw)),
    },
    Optional {
        label: key("Progress"),
        class: "",
        weight: 2,
        tells: |book, at| book.item(at).progress.is_some(),
        cell: |book, _, at| {
            let progress = &book.item(at).progress;
            progress.as_ref().map_or_else(Markup::default, |progress| {
                badge::bar(&book.tongue, progress)
            })
        },
    },
];

fn raw(words: Option<&String>) -> Markup {
    words.map_or_else(Markup::default, |words| Markup::text(words))
}

fn sprint(book: &Book, _: &str, at: usize) -> Markup {
    let lead = book.item(at).sprint.as_ref();
    lead.map_or_else(Markup::default, |lead| match lead.to {
        Some(to) => Markup::text(&name::called(&book.tongue, book.item(to))),
        None => Markup::text(&lead.raw),
    })
}

/// The columns that say something, as many as there is room for.
pub fn columns(book: &Book, items: &[usize]) -> Vec<&'static Optional> {
    let told = OPTIONAL
        .iter()
        .filter(|column| items.iter().any(|at| (column.tells)(book, *at)));
    let mut told: Vec<&Optional> = told.collect();
    while told.len() > COLUMNS {
        let least = told.iter().map(|column| column.weight).max();
        told.retain(|column| Some(column.weight) != least);
    }
    told
}
