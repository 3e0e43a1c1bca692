//! Who has what: each owner's open work, what is blocked and overdue, what is due next, and what nobody looks after.

mod plate;
mod sheets;

use crate::page::book::Book;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager::pages;
use crate::page::pages::owners::sheets::{all, own, unowned};
use crate::page::route::list_page;
use crate::page::slices::{OWNERS, SHORT, UNOWNED};

/// Who has what.
pub struct Owners;

impl Page for Owners {
    fn name(&self) -> &'static str {
        "owners"
    }

    fn add(&self, book: &Book, found: &mut Pages) {
        let slices = &book.slices;
        if slices.owners.is_empty() {
            return;
        }
        found.leaves.push(Leaf {
            entry: None,
            crumbs: vec![("Plan".into(), "index.html".into())],
            ..leaf(
                OWNERS.into(),
                "Owners".into(),
                "Who has what".into(),
                Box::new(|book| {
                    let sheet = all(book);
                    let main = book.render("owners", &sheet)?;
                    Ok(sheet.inner(main))
                }),
            )
        });
        for at in 0..slices.owners.len() {
            add_own(book, at, found);
        }
        if slices.unowned.len() > SHORT {
            (0..pages(slices.unowned.len())).for_each(|page| add_unowned(page, found));
        }
    }
}

/// The pages of an owner who has more than fits on that of all.
fn add_own(book: &Book, at: usize, found: &mut Pages) {
    let slice = &book.slices.owners[at];
    let Some(stem) = slice.address.strip_suffix(".html") else {
        return;
    };
    for page in 0..pages(plate::Plate::new(book, &slice.items).rows().len()) {
        let name = slice.name.clone();
        found.leaves.push(leaf(
            list_page(stem, page),
            numbered(name.clone(), page),
            format!("What {name} has"),
            Box::new(move |book| {
                let sheet = own(book, at, page);
                let main = book.render("owners", &sheet)?;
                Ok(sheet.inner(main))
            }),
        ));
    }
}

fn add_unowned(page: usize, found: &mut Pages) {
    found.leaves.push(leaf(
        list_page(UNOWNED, page),
        numbered("Without an owner".into(), page),
        "Open items that nobody looks after".into(),
        Box::new(move |book| {
            let sheet = unowned(book, page);
            let main = book.render("owners", &sheet)?;
            Ok(sheet.inner(main))
        }),
    ));
}

fn numbered(title: String, page: usize) -> String {
    match page {
        0 => title,
        page => format!("{title}, page {}", page + 1),
    }
}

fn leaf(
    address: String,
    title: String,
    description: String,
    fill: crate::page::page::Fill,
) -> Leaf {
    Leaf {
        address,
        title,
        description,
        entry: Some(OWNERS.into()),
        branch: None,
        is_wide: false,
        crumbs: vec![
            ("Plan".into(), "index.html".into()),
            ("Owners".into(), OWNERS.into()),
        ],
        style: None,
        fill,
    }
}
