//! The board: who is on what, by status; the same by milestone, by owner and by sprint.

mod card;
mod choice;
mod column;
mod group;
mod grouping;

use std::sync::Arc;

use serde::Serialize;

use crate::model::kind::Kind;
use crate::output;
use crate::page::book::{Book, relative};
use crate::page::noun;
use crate::page::page::{Inner, Leaf, Page, Pages};
use crate::page::route::{list, list_page};
use crate::page::state_row::way_to;
use crate::page::tally::states;
use crate::theme::tongue::key;
use card::Sight;
use choice::{Choices, Question};
use column::{Column, columns};
use group::Section;
use grouping::Grouping;

/// Where the board stands.
pub const ADDRESS: &str = "board.html";

/// The rules of its filters.
const STYLE: &str = "board.css";

/// The board.
pub struct Board;

impl Page for Board {
    fn name(&self) -> &'static str {
        "board"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let Some(kind) = book.views.board else {
            return;
        };
        let wall = Arc::new(Wall::new(book, kind));
        let rules = wall.choices.rules();
        let style = (!rules.is_empty()).then(|| STYLE.to_string());
        if style.is_some() {
            let rules = output::Sheet::Bytes(rules.into_bytes().into());
            pages.sheets.push((STYLE.into(), rules));
        }
        for grouping in std::iter::once(None).chain(wall.groupings.iter().copied().map(Some)) {
            let wall = wall.clone();
            let title = grouping.map_or(key("Board"), Grouping::title);
            let title = book.tongue.say(title).into_owned();
            pages.leaves.push(Leaf {
                address: address(grouping).to_string(),
                description: book.tongue.tell(
                    "The {items} of the plan by status",
                    &[("items", &noun::many(&book.tongue, kind))],
                ),
                title,
                entry: Some(ADDRESS.into()),
                branch: None,
                is_wide: true,
                crumbs: vec![(book.tongue.say("Plan").into_owned(), "index.html".into())],
                style: style.clone(),
                fill: Box::new(move |book| {
                    Ok(Inner {
                        main: book.render("board", &wall.sheet(book, grouping))?,
                        sections: Vec::new(),
                    })
                }),
            });
        }
    }
}

/// Fewer groups are found by scrolling.
const JUMPED: usize = 4;

fn jumps(sections: &[Section]) -> Vec<Link> {
    let jump = |section: &Section| Link {
        href: format!("#{}", section.id),
        words: section.label.clone(),
        note: None,
        is_here: false,
    };
    match sections.len() < JUMPED {
        true => Vec::new(),
        false => sections.iter().map(jump).collect(),
    }
}

fn address(grouping: Option<Grouping>) -> &'static str {
    grouping.map_or(ADDRESS, Grouping::address)
}

/// The work of a plan, and how it can be looked at.
struct Wall {
    kind: Kind,
    /// All of it, what counts now first.
    items: Vec<usize>,
    choices: Choices,
    groupings: Vec<Grouping>,
    /// The states, each with the way to all of it in the list.
    ways: Vec<(&'static str, String)>,
}

/// What the template is given.
#[derive(Serialize)]
struct Sheet {
    title: &'static str,
    lead: String,
    sub: Option<String>,
    views: Vec<Link>,
    questions: Vec<Question>,
    /// The columns of the board as a whole.
    columns_whole: Vec<Column>,
    /// How many columns there are.
    number: usize,
    /// Ways to the groups, where there are many.
    jumps: Vec<Link>,
    sections: Vec<Section>,
    /// Groups for which there is no room.
    others: Vec<Link>,
    list: Link,
}

/// A link to another page.
#[derive(Serialize)]
struct Link {
    href: String,
    words: String,
    note: Option<String>,
    is_here: bool,
}

impl Wall {
    fn new(book: &Book, kind: Kind) -> Self {
        let planned: Vec<usize> = book.of_kind(kind).map(|(at, _)| at).collect();
        let name = planned.first().map_or("", |at| list(book.item(*at)));
        let is_long = matches!(kind, Kind::Story | Kind::Task);
        let way = |(style, _): (&'static str, _)| match is_long {
            true => (style, way_to(book, name, &planned, style)),
            false => (style, list_page(name, 0)),
        };
        let ways = column::styles(book, &planned)
            .into_iter()
            .map(way)
            .collect();
        let items = card::in_order(book, planned);
        Self {
            ways,
            kind,
            choices: Choices::new(book, &items),
            groupings: Grouping::all(book, &items),
            items,
        }
    }

    fn sheet(&self, book: &Book, grouping: Option<Grouping>) -> Sheet {
        let from = address(grouping);
        let sight = Sight {
            book,
            from,
            choices: &self.choices,
            grouping,
            ways: &self.ways,
        };
        let styles = column::styles(book, &self.items);
        let (columns, sections, others) = match grouping {
            None => (
                columns(&sight, &styles, &self.items, column::WHOLE),
                Vec::new(),
                Vec::new(),
            ),
            Some(grouping) => {
                let (sections, others) = group::sections(&sight, &styles, grouping, &self.items);
                (Vec::new(), sections, others)
            }
        };
        let inner = sections.iter().flat_map(|section| &section.columns);
        let shown: usize = columns.iter().chain(inner).map(Column::shown).sum();
        Sheet {
            title: grouping.map_or(key("Board"), Grouping::title),
            lead: states(book, self.kind, &self.items),
            sub: (shown < self.items.len()).then(|| {
                book.tongue.tell(
                    "{shown} of {all} are on this page: open work first, and the latest of what is complete.",
                    &[("shown", &shown), ("all", &self.items.len())],
                )
            }),
            views: self.views(book, from),
            questions: self.choices.questions(book, grouping),
            number: styles.len(),
            columns_whole: columns,
            jumps: jumps(&sections),
            sections,
            others: others
                .into_iter()
                .map(|(href, words, note)| Link {
                    href,
                    words,
                    note: Some(note),
                    is_here: false,
                })
                .collect(),
            list: self.list(book, from),
        }
    }

    fn views(&self, book: &Book, from: &str) -> Vec<Link> {
        let link = |to: Option<Grouping>| Link {
            href: relative(from, address(to)),
            words: book
                .tongue
                .say(to.map_or(key("By status"), Grouping::label))
                .into_owned(),
            note: None,
            is_here: address(to) == from,
        };
        match self.groupings.is_empty() {
            true => Vec::new(),
            false => {
                let all = self.groupings.iter().copied().map(Some);
                std::iter::once(None).chain(all).map(link).collect()
            }
        }
    }

    fn list(&self, book: &Book, from: &str) -> Link {
        let first = self.items.first().copied().unwrap_or_default();
        let address = list_page(list(book.item(first)), 0);
        Link {
            href: relative(from, &address),
            words: noun::all(&book.tongue, self.items.len(), self.kind),
            note: None,
            is_here: false,
        }
    }
}
