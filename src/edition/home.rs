//! How far the words about an item reach: its whole document, its section or its row.

use std::sync::Arc;

use crate::model::document::Document;
use crate::model::item::Role;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::text::file::SourceFile;
use crate::text::span::{Place, Span};

/// The words about one item.
#[derive(Clone, Copy, Debug)]
pub(super) struct Home {
    /// The item.
    pub(super) item: ItemId,
    /// All of them.
    pub(super) span: Span,
    /// Whether it is a document, a section or a row.
    pub(super) role: Role,
    /// Its section, counted in the document.
    pub(super) section: Option<usize>,
    /// Whether it is the most specific place of the item; else it only speaks of it.
    pub(super) is_first: bool,
}

/// Everything in one document that speaks of items, and what each lies within.
#[derive(Default)]
struct Nest {
    places: Vec<Home>,
    around: Vec<Option<usize>>,
}

/// The homes in each document, the widest first where two begin together.
pub(super) struct Homes {
    by_file: Vec<Vec<Home>>,
    nests: Vec<Nest>,
    owners: Vec<Option<ItemId>>,
}

impl Homes {
    /// Where each item is at home: the most specific of its places.
    pub(super) fn new(plan: &Plan, files: &[Arc<SourceFile>], documents: &[Arc<Document>]) -> Self {
        let mut all: Vec<Vec<Home>> = files.iter().map(|_| Vec::new()).collect();
        for (id, item) in plan.items() {
            for (number, source) in item.sources.iter().enumerate() {
                let at = source.place.file.0 as usize;
                let span = source.place.span;
                let home = home(id, source.role, span, &files[at], &documents[at]);
                let is_first = number == 0;
                all[at].push(Home { is_first, ..home });
            }
        }
        let nests: Vec<Nest> = all.into_iter().map(Nest::new).collect();
        let homes = nests.iter().map(|nest| {
            let homes = nest.places.iter().filter(|home| home.is_first);
            homes.copied().collect()
        });
        let by_file: Vec<Vec<Home>> = homes.collect();
        let mut owners = vec![None; files.len()];
        for (id, item) in plan.items() {
            let whole = item
                .sources
                .iter()
                .filter(|source| source.role <= Role::Alias);
            for source in whole {
                owners[source.place.file.0 as usize].get_or_insert(id);
            }
        }
        Self {
            by_file,
            nests,
            owners,
        }
    }

    /// Everything in a document that speaks of an item, be it at home there or not.
    pub(super) fn all(&self, file: usize) -> &[Home] {
        &self.nests[file].places
    }

    /// The homes in a document.
    pub(super) fn of(&self, file: usize) -> &[Home] {
        &self.by_file[file]
    }

    /// The item that this document is, or repeats.
    pub(super) fn owner(&self, file: usize) -> Option<ItemId> {
        self.owners[file]
    }

    /// The innermost home around a place.
    pub(super) fn around(&self, place: Place) -> Option<&Home> {
        self.way(place).find(|home| home.is_first)
    }

    /// What speaks of an item around a place, from the innermost out.
    pub(super) fn way(&self, place: Place) -> impl Iterator<Item = &Home> {
        self.nests[place.file.0 as usize].way(place.span)
    }
}

impl Nest {
    /// They lie within one another like sections do.
    fn new(mut places: Vec<Home>) -> Self {
        places.sort_by_key(|home| {
            let end = std::cmp::Reverse(home.span.end);
            (home.span.start, end, home.is_first, home.role, home.item)
        });
        let mut open: Vec<usize> = Vec::new();
        let around = places.iter().enumerate().map(|(at, home)| {
            while open
                .last()
                .is_some_and(|last| places[*last].span.end <= home.span.start)
            {
                open.pop();
            }
            let around = open.last().copied();
            open.push(at);
            around
        });
        let around = around.collect();
        Self { places, around }
    }

    fn way(&self, span: Span) -> impl Iterator<Item = &Home> {
        let until = self
            .places
            .partition_point(|home| home.span.start <= span.start);
        let last = until.checked_sub(1);
        let way = std::iter::successors(last, |at| self.around[*at]);
        way.map(|at| &self.places[at])
            .filter(move |home| home.span.holds(span))
    }
}

fn home(item: ItemId, role: Role, span: Span, file: &SourceFile, document: &Document) -> Home {
    let section = (role == Role::Heading)
        .then(|| section(document, span))
        .flatten();
    let span = match (role, section) {
        (Role::Document | Role::Alias | Role::Part, _) => Span::new(0..file.text.len()),
        (Role::Heading, Some(at)) => document.sections[at].span,
        _ => span,
    };
    Home {
        item,
        span,
        role,
        section,
        is_first: false,
    }
}

/// The section whose heading holds these words.
fn section(document: &Document, span: Span) -> Option<usize> {
    let after = document
        .sections
        .partition_point(|section| section.span.start <= span.start);
    let at = after.checked_sub(1)?;
    (document.sections[at].heading.end >= span.start).then_some(at)
}
