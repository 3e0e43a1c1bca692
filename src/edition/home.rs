//! How far the words about an item reach: its whole document, its section or its row.

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
}

/// The homes in each document, the widest first where two begin together.
pub(super) struct Homes {
    by_file: Vec<Vec<Home>>,
    owners: Vec<Option<ItemId>>,
}

impl Homes {
    /// Where each item is at home: the most specific of its places.
    pub(super) fn new(plan: &Plan, files: &[SourceFile], documents: &[Document]) -> Self {
        let mut by_file: Vec<Vec<Home>> = files.iter().map(|_| Vec::new()).collect();
        for (id, item) in plan.items() {
            let Some(source) = item.sources.first() else {
                continue;
            };
            let at = source.place.file.0 as usize;
            by_file[at].push(home(
                id,
                source.role,
                source.place.span,
                &files[at],
                &documents[at],
            ));
        }
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
        for homes in &mut by_file {
            homes.sort_by_key(|home| (home.span.start, std::cmp::Reverse(home.span.end)));
        }
        Self { by_file, owners }
    }

    /// The homes in a document.
    pub(super) fn of(&self, file: usize) -> &[Home] {
        &self.by_file[file]
    }

    /// The item that is told of in this document as a whole.
    pub(super) fn document(&self, file: usize) -> Option<&Home> {
        self.by_file[file]
            .iter()
            .find(|home| home.role <= Role::Alias)
    }

    /// The item that this document is, or repeats.
    pub(super) fn owner(&self, file: usize) -> Option<ItemId> {
        self.owners[file]
    }

    /// The innermost home around a place.
    pub(super) fn around(&self, place: Place) -> Option<&Home> {
        let homes = &self.by_file[place.file.0 as usize];
        let until = homes.partition_point(|home| home.span.start <= place.span.start);
        // Homes lie within one another like sections do: the last one that begins before and holds it is the innermost.
        homes[..until]
            .iter()
            .rev()
            .take(1_000)
            .find(|home| home.span.holds(place.span))
            .or_else(|| self.document(place.file.0 as usize))
    }
}

fn home(item: ItemId, role: Role, span: Span, file: &SourceFile, document: &Document) -> Home {
    let section = (role == Role::Heading)
        .then(|| section(document, span))
        .flatten();
    let span = match (role, section) {
        (Role::Document | Role::Alias, _) => Span::new(0..file.text.len()),
        (Role::Heading, Some(at)) => document.sections[at].span,
        _ => span,
    };
    Home {
        item,
        span,
        role,
        section,
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
