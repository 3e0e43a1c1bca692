//! Dependencies: what waits for what, drawn, as the path that decides, and as a table.

mod around;
mod choice;
mod drawing;
mod lead;
mod parts;

use serde::Serialize;

use crate::page::book::Book;
use crate::page::graph::scene::Scene;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pager;
use crate::page::pages::graph::choice::{Choice, choices};
use crate::page::pages::graph::drawing::drawing;
use crate::page::pages::graph::lead::{extent, sentence};
use crate::page::pages::graph::parts::{areas, between, circles, path, table};
use crate::page::route::list_page;
use crate::page::section::{Head, Sheet};
use crate::theme::markup::Markup;

/// The graph of all.
const ADDRESS: &str = "graph.html";

/// Dependencies.
pub struct Graph;

impl Page for Graph {
    fn name(&self) -> &'static str {
        "graph"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        for (number, scene) in book.graph.scenes.iter().enumerate() {
            let all = 0..pager::pages(scene.rows.len());
            pages
                .leaves
                .extend(all.map(|page| leaf(book, number, scene, page)));
        }
    }
}

fn leaf(book: &Book, number: usize, scene: &Scene, page: usize) -> Leaf {
    let name = scene.of.map(|at| name::short(book.item(at)));
    let tongue = &book.tongue;
    let say = |words| tongue.say(words).into_owned();
    let title = match &name {
        Some(name) => tongue.tell("Dependencies of {name}", &[("name", name)]),
        None => say("Dependencies"),
    };
    let mut crumbs = vec![(say("Plan"), "index.html".into())];
    if name.is_some() {
        crumbs.push((say("Dependencies"), ADDRESS.into()));
    }
    Leaf {
        address: list_page(&scene.name, page),
        description: say("What waits for what"),
        title,
        entry: Some(ADDRESS.into()),
        branch: scene.of,
        is_wide: true,
        crumbs,
        style: None,
        fill: Box::new(move |book| {
            let whole = whole(book, number, page);
            let main = book.render("graph", &whole)?;
            Ok(whole.sheet.inner(main))
        }),
    }
}

/// What the template is given.
#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    sheet: Sheet,
    /// The graphs that there are.
    choices: Vec<Choice>,
    /// What the lines mean: a class and words.
    key: Vec<(&'static str, &'static str)>,
    /// What of it is drawn, where it is not all.
    extent: Option<String>,
}

fn whole(book: &Book, number: usize, page: usize) -> Whole {
    let scene = &book.graph.scenes[number];
    let from = list_page(&scene.name, page);
    let title = match scene.of {
        Some(at) => {
            let name = name::title(book.item(at));
            book.tongue
                .tell("Dependencies of {name}", &[("name", &name)])
        }
        None => book.tongue.say("Dependencies").into_owned(),
    };
    let is_first = page == 0;
    let drawn = drawing(book, &from, scene).filter(|_| is_first);
    let above = [
        path(book, &from, scene),
        circles(book, &from, scene),
        between(book, &from, scene),
    ];
    let above = above.into_iter().flatten().filter(|_| is_first);
    let below = areas(book, &from, scene).filter(|_| is_first);
    Whole {
        choices: choices(book, &from, number),
        key: drawn
            .as_ref()
            .map(|drawn| drawn.key.clone())
            .unwrap_or_default(),
        extent: drawn.as_ref().and_then(|_| extent(book, scene)),
        sheet: Sheet {
            head: Head {
                title: Markup::text(&title),
                lead: Some(Markup::text(&sentence(book, scene))),
                ..Head::default()
            },
            drawing: drawn.map(|drawn| Markup::html(drawn.html)),
            sections: above
                .chain(table(book, &from, scene, page))
                .chain(below)
                .collect(),
            pager: pager::links(&book.tongue, &scene.name, page, scene.rows.len()),
            ..Sheet::default()
        },
    }
}
