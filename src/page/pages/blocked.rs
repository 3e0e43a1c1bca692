//! What cannot proceed: why, whom it waits for, since when, what it holds up and what would free it.

mod ageing;
mod held;
mod obstacles;
mod row;
mod sentence;
mod ward;

use std::sync::Arc;

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pages::blocked::ward::{Ward, in_order};
use crate::page::route::{ROWS, list_page};
use crate::theme::tongue::Tongue;

/// What cannot proceed.
pub struct Blocked;

impl Page for Blocked {
    fn name(&self) -> &'static str {
        "blocked"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let obstacles = book.of_kind(Kind::Blocker).count();
        let all = Arc::new(in_order(book));
        for page in 0..obstacles.max(all.len()).div_ceil(ROWS) {
            pages.leaves.push(leaf(&book.tongue, page, all.clone()));
        }
    }
}

fn leaf(tongue: &Tongue, page: usize, all: Arc<Vec<usize>>) -> Leaf {
    Leaf {
        address: list_page("blocked", page),
        title: match page {
            0 => tongue.say("Blocked").into_owned(),
            page => tongue.tell(
                "{title}, page {page}",
                &[("title", &tongue.say("Blocked")), ("page", &(page + 1))],
            ),
        },
        description: tongue
            .say("What cannot proceed, and what would free it")
            .into_owned(),
        entry: Some("blocked.html".into()),
        branch: None,
        is_wide: true,
        crumbs: vec![(tongue.say("Plan").into_owned(), "index.html".into())],
        style: None,
        fill: Box::new(move |book| {
            let sheet = Ward::new(book, &all, page).sheet();
            let main = book.render("blocked", &sheet)?;
            Ok(sheet.inner(&book.tongue, main))
        }),
    }
}
