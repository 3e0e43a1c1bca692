//! 404.html: the page that hosts show where there is none.

use crate::page::book::{Book, relative};
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::LOST;
use crate::page::section::{Action, Head, Sheet};
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

/// The page for what is not there.
pub struct Lost;

impl Page for Lost {
    fn name(&self) -> &'static str {
        "lost"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        pages.leaves.push(Leaf {
            address: LOST.into(),
            title: book.tongue.say("Page not found").into_owned(),
            description: book.tongue.say("This page is not in the plan").into_owned(),
            entry: None,
            branch: None,
            is_wide: true,
            crumbs: Vec::new(),
            style: None,
            fill: Box::new(|book| {
                let sheet = sheet(book);
                let main = book.render("lost", &sheet)?;
                Ok(sheet.inner(main))
            }),
        });
    }
}

fn sheet(book: &Book) -> Sheet {
    let from = book.place(LOST);
    let action = |to: &str, icon, words| Action {
        href: relative(&from, to),
        icon,
        words,
    };
    let findings = &book.edition.findings;
    let is_broken = findings.iter().any(|finding| finding.rule == "broken-link");
    let broken =
        is_broken.then(|| action("health.html", "pulse", key("Broken links in this build")));
    let lead = book.tongue.say(
        "The document was renamed or removed, or the link was mistyped. Pages keep their address as long as their ID stays the same.",
    );
    Sheet {
        head: Head {
            kicker: Some(Markup::text("404")),
            title: Markup::text(&book.tongue.say("This page is not in the plan")),
            lead: Some(Markup::text(&lead)),
            actions: [action("index.html", "home", key("Overview"))]
                .into_iter()
                .chain(broken)
                .collect(),
            ..Head::default()
        },
        ..Sheet::default()
    }
}
