//! The page of an item: what is stated of it, what is written of it, its parts, and what it hangs on.

mod head;
mod more;
mod parts;
mod said;
mod telling;
mod ties;
mod written;

use rayon::prelude::*;

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::guide;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::{list, list_page};
use crate::page::section::Sheet;
use crate::page::words::{capital, many};
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
        description: format!("{}: {}", name::kicker(item), name::title(item)),
        entry: Some(list_page(list(item), 0)),
        branch: Some(at).filter(|_| item.kind.level().is_some()),
        is_wide: false,
        crumbs: crumbs(book, at),
        style: None,
        fill: Box::new(move |book| {
            let sheet = sheet(book, at);
            let main = book.render("item", &sheet)?;
            Ok(sheet.inner(main))
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
    let mut crumbs = vec![("Plan".to_string(), "index.html".to_string())];
    if above.is_empty() {
        let kind = book.item(at).kind;
        crumbs.push((capital(many(kind)), list_page(list(book.item(at)), 0)));
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
    fn sheet(&self) -> Sheet {
        let mut sections = Vec::new();
        sections.extend(self.long_fields());
        let told = guide::passages(self.book, self.from, self.item.body.as_ref());
        let (opening, told) = told.split();
        sections.splice(0..0, opening);
        sections.extend(told);
        sections.extend(self.criteria());
        sections.extend(self.parts());
        sections.extend(self.members());
        sections.extend(self.longest_path());
        sections.extend(self.declared());
        sections.extend(self.depends());
        sections.extend(self.holds_up());
        sections.extend(self.inferred());
        sections.extend(self.said());
        sections.extend(self.referenced());
        Sheet {
            drawing: None,
            head: self.head(),
            sections,
            write: Vec::new(),
            ..Sheet::default()
        }
    }
}
