//! The search: a page that finds with a script and leads to everything without one, and the index that both use.

use std::sync::Arc;

use serde::Serialize;

use crate::model::kind::Kind;
use crate::page::book::{Book, relative};
use crate::page::index::target;
use crate::page::index::writer;
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::{HOME, SEARCH, list, list_page};
use crate::page::section::{Part, Section, Sheet};
use crate::theme::markup::escape;
use crate::theme::tongue::Tongue;

/// A plan with no more is listed whole.
const WHOLE: usize = 500;

/// Of a larger one, kinds with no more are.
const FEW: usize = 60;

/// The search.
pub struct Search;

/// The pages that stand for no item, by title and address.
type Views = Arc<Vec<(String, String)>>;

impl Page for Search {
    fn name(&self) -> &'static str {
        "search"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let views: Views = Arc::new(target::pages(book, &pages.leaves));
        pages.leaves.push(leaf(&book.tongue, views.clone()));
        let make = move |book: &Arc<Book>| writer::scripts(book, &views);
        pages.later = Some((writer::FOLDER, Box::new(make)));
    }
}

fn leaf(tongue: &Tongue, views: Views) -> Leaf {
    Leaf {
        address: SEARCH.into(),
        title: tongue.say("Search").into_owned(),
        description: tongue.say("Everything in the plan").into_owned(),
        entry: None,
        branch: None,
        is_wide: false,
        crumbs: vec![(tongue.say("Plan").into_owned(), HOME.into())],
        style: None,
        fill: Box::new(move |book| {
            let found = Found::new(book, &views);
            let main = book.render("search", &found)?;
            Ok(found.sheet.inner(&book.tongue, main))
        }),
    }
}

/// What the template is given.
#[derive(Serialize)]
struct Found {
    #[serde(flatten)]
    sheet: Sheet,
    action: &'static str,
    lead: String,
    is_whole: bool,
}

impl Found {
    fn new(book: &Book, views: &[(String, String)]) -> Self {
        let items = book.edition.items.len();
        let papers = book.edition.papers.len();
        let is_whole = items + papers <= WHOLE;
        let most = if is_whole { WHOLE } else { FEW };
        let sections = [section("views", &book.tongue.say("Views"), &links(views))]
            .into_iter()
            .chain(Kind::all().filter_map(|kind| of_kind(book, kind, views, most)))
            .chain(documents(book, most));
        Self {
            sheet: Sheet {
                sections: sections.collect(),
                ..Sheet::default()
            },
            action: SEARCH,
            lead: lead(&book.tongue, items, papers),
            is_whole,
        }
    }
}

/// "The plan has 27 items and 2 documents."
fn lead(tongue: &Tongue, items: usize, papers: usize) -> String {
    let of_items = || tongue.count(items, "{number} item", "{number} items", &[]);
    let of_papers = || tongue.count(papers, "{number} document", "{number} documents", &[]);
    match (items, papers) {
        (_, 0) => tongue.tell("The plan has {items}.", &[("items", &of_items())]),
        (0, _) => tongue.tell("The plan has {documents}.", &[("documents", &of_papers())]),
        _ => tongue.tell(
            "The plan has {items} and {documents}.",
            &[("items", &of_items()), ("documents", &of_papers())],
        ),
    }
}

fn section(id: &str, title: &str, links: &[String]) -> Section {
    let lines: Vec<String> = links
        .iter()
        .map(|link| format!("<li>{link}</li>"))
        .collect();
    let list = format!("<ul>{}</ul>", lines.join("\n"));
    Section::new(&format!("s-{id}"), title).with(Part::prose(list))
}

/// Links to the pages; those in folders are led to by one that is not.
fn links(pages: &[(String, String)]) -> Vec<String> {
    let link = |(title, to): &(String, String)| anchor(&relative(SEARCH, to), title);
    let pages = pages.iter().filter(|(_, to)| !to.contains('/'));
    pages.map(link).collect()
}

fn anchor(href: &str, words: &str) -> String {
    mark::anchor(href, words, "title").as_str().to_string()
}

/// The items of a kind, or the way to their list where they are many.
fn of_kind(book: &Book, kind: Kind, views: &[(String, String)], most: usize) -> Option<Section> {
    let all = book.edition.items.iter().enumerate();
    let items: Vec<usize> = all
        .filter(|(_, item)| item.kind == kind)
        .map(|(at, _)| at)
        .collect();
    let first = *items.first()?;
    let address = list_page(list(book.item(first)), 0);
    let has_list = views.iter().any(|(_, to)| *to == address);
    let links = if items.len() <= most || !has_list {
        items.iter().map(|at| item(book, *at)).collect()
    } else {
        let words = noun::all(&book.tongue, items.len(), kind);
        vec![anchor(&relative(SEARCH, &address), &words)]
    };
    let title = noun::titles(&book.tongue, kind);
    Some(section(list(book.item(first)), &title, &links))
}

fn item(book: &Book, at: usize) -> String {
    let item = book.item(at);
    let title = name::title(item);
    let link = anchor(&book.link(SEARCH, at), &title);
    match item.id.as_deref().filter(|id| *id != title) {
        Some(id) => format!("{link} <span class=\"id\"><bdi>{}</bdi></span>", escape(id)),
        None => link,
    }
}

fn documents(book: &Book, most: usize) -> Option<Section> {
    let papers = &book.edition.papers;
    let links: Vec<String> = match papers.len() {
        0 => return None,
        count if count > most => {
            let words =
                book.tongue
                    .count(count, "{number} document", "All {number} documents", &[]);
            vec![anchor("docs.html", &words)]
        }
        _ => {
            let papers = papers.iter().enumerate();
            let link = |at| relative(SEARCH, book.routes.paper(at));
            papers
                .map(|(at, paper)| anchor(&link(at), &paper.title))
                .collect()
        }
    };
    Some(section("documents", &book.tongue.say("Documents"), &links))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lead_counts() {
        let lead = |items, papers| lead(&Tongue::english(), items, papers);
        assert_eq!(lead(27, 2), "The plan has 27 items and 2 documents.");
        assert_eq!(lead(0, 1), "The plan has 1 document.");
        assert_eq!(lead(1, 0), "The plan has 1 item.");
    }

    #[test]
    fn a_link_is_escaped() {
        let views = [("<b>", "a b.html"), ("c", "labels/c.html")];
        let views = views.map(|(title, to)| (title.to_string(), to.to_string()));
        assert_eq!(
            links(&views),
            ["<a class=\"title\" href=\"a%20b.html\">&lt;b&gt;</a>"]
        );
    }
}
