//! Who has what: each owner's open work, what is blocked and overdue, what is due next, and what nobody looks after.

mod plate;
mod sheets;

use crate::page::book::Book;
use crate::page::page::{Fill, Leaf, Page, Pages};
use crate::page::pager::pages;
use crate::page::pages::owners::sheets::{all, own, unowned};
use crate::page::route::list_page;
use crate::page::slices::{OWNERS, SHORT, UNOWNED};
use crate::theme::tongue::Tongue;

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
        let say = |words| book.tongue.say(words).into_owned();
        found.leaves.push(Leaf {
            entry: None,
            crumbs: vec![(say("Plan"), "index.html".into())],
            ..leaf(
                book,
                OWNERS.into(),
                say("Owners"),
                say("Who has what"),
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
            (0..pages(slices.unowned.len())).for_each(|page| add_unowned(book, page, found));
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
        let name = &slice.name;
        found.leaves.push(leaf(
            book,
            list_page(stem, page),
            numbered(&book.tongue, name, page),
            book.tongue.tell("What {owner} has", &[("owner", name)]),
            Box::new(move |book| {
                let sheet = own(book, at, page);
                let main = book.render("owners", &sheet)?;
                Ok(sheet.inner(main))
            }),
        ));
    }
}

fn add_unowned(book: &Book, page: usize, found: &mut Pages) {
    found.leaves.push(leaf(
        book,
        list_page(UNOWNED, page),
        numbered(&book.tongue, &book.tongue.say("Without an owner"), page),
        book.tongue
            .say("Open items that nobody looks after")
            .into_owned(),
        Box::new(move |book| {
            let sheet = unowned(book, page);
            let main = book.render("owners", &sheet)?;
            Ok(sheet.inner(main))
        }),
    ));
}

fn numbered(tongue: &Tongue, title: &str, page: usize) -> String {
    match page {
        0 => title.to_string(),
        page => tongue.tell(
            "{title}, page {page}",
            &[("title", &title), ("page", &(page + 1))],
        ),
    }
}

fn leaf(book: &Book, address: String, title: String, description: String, fill: Fill) -> Leaf {
    Leaf {
        address,
        title,
        description,
        entry: Some(OWNERS.into()),
        branch: None,
        is_wide: false,
        crumbs: vec![
            (book.tongue.say("Plan").into(), "index.html".into()),
            (book.tongue.say("Owners").into(), OWNERS.into()),
        ],
        style: None,
        fill,
    }
}
