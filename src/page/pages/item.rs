//! The page of an item: what is stated of it, what is written of it, its parts, and what it hangs on.

mod advice;
mod around;
mod below;
mod built;
mod burnup;
mod choice;
mod dates;
mod features;
mod head;
mod lead;
mod more;
mod parts;
mod review;
mod risks;
mod said;
mod shelf;
mod telling;
mod ties;
mod trail;
mod written;

use rayon::prelude::*;

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::guide;
use crate::page::name;
use crate::page::noun;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::{list, list_page};
use crate::page::section::{Section, Sheet};
use shelf::{Shelf, Topic};
use telling::Telling;

/// The page of an item.
pub struct Item;

impl Page for Item {
    fn name(&self) -> &'static str {
        "item"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let items = book.edition.items.par_iter().enumerate();
        // Weeks and sprints have a page of their own making.
        let own = items.filter(|(_, item)| item.has_page && item.kind != Kind::Sprint);
        let leaves = own.map(|(at, _)| leaf(book, at));
        pages.leaves.par_extend(leaves);
    }
}

fn leaf(book: &Book, at: usize) -> Leaf {
    let item = book.item(at);
    let address = book.routes.url(at).to_string();
    Leaf {
        title: name::short(item),
        description: book.tongue.tell(
            "{name}: {words}",
            &[
                ("name", &name::above(&book.tongue, item)),
                ("words", &name::title(item)),
            ],
        ),
        entry: Some(list_page(list(item), 0)),
        branch: Some(at).filter(|_| item.kind.level().is_some()),
        is_wide: false,
        crumbs: crumbs(book, at),
        style: None,
        fill: Box::new(move |book| {
            let sheet = sheet(book, at);
            let main = book.render("item", &sheet)?;
            Ok(sheet.inner(&book.tongue, main))
        }),
        address,
    }
}

/// Everything that is told of an item.
pub fn sheet(book: &Book, at: usize) -> Sheet {
    let telling = Telling {
        book,
        at,
        item: book.item(at),
        from: book.routes.url(at),
    };
    telling.sheet()
}

/// The plan, then the items above; the list of its kind where there is none.
fn crumbs(book: &Book, at: usize) -> Vec<(String, String)> {
    let mut above = Vec::new();
    let mut next = book.item(at).parent_item();
    while let Some(at) = next.filter(|at| !above.contains(at) && above.len() < 6) {
        above.push(at);
        next = book.item(at).parent_item();
    }
    let tongue = &book.tongue;
    let mut crumbs = vec![(tongue.say("Plan").into_owned(), "index.html".to_string())];
    if above.is_empty() {
        let kind = book.item(at).kind;
        crumbs.push((
            noun::titles(tongue, kind),
            list_page(list(book.item(at)), 0),
        ));
    }
    let named = above.iter().rev().map(|at| {
        (
            name::short(book.item(*at)),
            book.routes.url(*at).to_string(),
        )
    });
    crumbs.extend(named);
    crumbs
}

impl Telling<'_> {
    /// The author's own words come first; what the page has a place for stands there, once.
    fn sheet(&self) -> Sheet {
        let told = guide::passages(self.book, self.from, self.item.body.as_ref());
        let (opening, told) = told.split();
        let own = opening.into_iter().chain(self.long_fields());
        let mut shelf = Shelf::new(own.chain(told));
        let placed = self.placed(&mut shelf);
        let mut sections: Vec<Section> = shelf.rest().collect();
        sections.extend(placed);
        Sheet {
            drawing: self.trail(),
            head: self.head(),
            sections,
            pager: self.beside(),
            write: self.advice(),
        }
    }

    fn placed(&self, shelf: &mut Shelf) -> Vec<Section> {
        if matches!(self.item.kind, Kind::Decision | Kind::Blocker) {
            // The order of a record is its author's.
            let taken = std::mem::take(shelf);
            let placed = self.placed_parts(&mut Shelf::default());
            *shelf = taken;
            return placed;
        }
        self.placed_parts(shelf)
    }

    fn placed_parts(&self, shelf: &mut Shelf) -> Vec<Section> {
        let mut sections = self.criteria();
        let mut parts = self.parts();
        let obstacles = parts.remove(&(Kind::Blocker, false));
        sections.extend(parts.into_values());
        sections.extend(self.members());
        let rest = [
            self.longest_path(),
            self.burnup(),
            self.dates(shelf),
            self.declared(),
            self.risks(shelf, obstacles),
            self.depends(shelf),
            shelf.place(Topic::Buffer, None),
            self.holds_up(),
            self.decisions(),
            self.review(shelf),
            self.inferred(),
            self.said(),
            self.referenced(),
        ];
        sections.extend(rest.into_iter().flatten());
        sections
    }
}
