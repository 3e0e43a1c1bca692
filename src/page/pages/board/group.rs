//! The board by milestone, by owner and by sprint: a row of columns for each.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::filter;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::board::card::Sight;
use crate::page::pages::board::column::{Column, Room, columns};
use crate::page::pages::home::course::Course;
use crate::page::words::clip;
use crate::theme::markup::{Markup, escape};

/// How many cards the page has in all, and how many of what is over in one column of a group.
const CARDS: usize = 500;
const OVER: usize = 8;

/// So many groups have columns; the others are links.
const GROUPS: usize = 40;

/// How many names of groups are listed where there are more.
const LISTED: usize = 60;

/// A name of a group is no longer.
const LONGEST: usize = 80;

/// What a board is grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grouping {
    /// By milestone, or by phase where there are no milestones.
    Milestone,
    /// By owner.
    Owner,
    /// By sprint.
    Sprint,
}

/// What a group is of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Item(usize),
    Words(String),
    Nothing,
}

/// A group with its columns.
#[derive(Serialize)]
pub(super) struct Section {
    id: String,
    title: Markup,
    /// What its columns are called, for those who do not see them.
    label: String,
    side: Option<Markup>,
    pub(super) columns: Vec<Column>,
}

impl Grouping {
    /// The groupings by which these items can be told apart.
    pub(super) fn all(book: &Book, items: &[usize]) -> Vec<Self> {
        let all = [Self::Milestone, Self::Owner, Self::Sprint];
        let is_useful = |grouping: &Self| {
            let mut kinds = items.iter().map(|at| grouping.of(book, *at));
            let first = kinds.find(|of| *of != Of::Nothing);
            first.is_some_and(|first| kinds.any(|of| of != Of::Nothing && of != first))
        };
        all.into_iter().filter(is_useful).collect()
    }

    /// The title of the page.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Milestone => "Board by milestone",
            Self::Owner => "Board by owner",
            Self::Sprint => "Board by sprint",
        }
    }

    /// The words for the way there.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Milestone => "By milestone",
            Self::Owner => "By owner",
            Self::Sprint => "By sprint",
        }
    }

    /// Where it stands.
    pub(super) fn address(self) -> &'static str {
        match self {
            Self::Milestone => "board-by-milestone.html",
            Self::Owner => "board-by-owner.html",
            Self::Sprint => "board-by-sprint.html",
        }
    }

    /// What is said of those that belong to no group.
    fn nothing(self) -> &'static str {
        match self {
            Self::Milestone => "In no milestone",
            Self::Owner => "Without an owner",
            Self::Sprint => "In no sprint",
        }
    }

    fn of(self, book: &Book, at: usize) -> Of {
        let item = book.item(at);
        match self {
            Self::Milestone => filter::above(book, at).map_or(Of::Nothing, Of::Item),
            Self::Owner => item
                .owner
                .as_ref()
                .map_or(Of::Nothing, |said| Of::Words(said.raw.clone())),
            Self::Sprint => item
                .sprint
                .as_ref()
                .map_or(Of::Nothing, |lead| match lead.to {
                    Some(to) => Of::Item(to),
                    None => Of::Words(lead.raw.clone()),
                }),
        }
    }

    /// What counts now.
    fn current(self, book: &Book) -> Option<usize> {
        match self {
            Self::Milestone => Course::new(book).current_item(),
            Self::Sprint => book.views.sprint,
            Self::Owner => None,
        }
    }

    /// What counts now first, then in the order of the plan; sprints to come before those that are over.
    fn place(self, book: &Book, current: Option<usize>, of: &Of) -> impl Ord + use<> {
        let is_over = |at: usize| match self {
            Self::Sprint => crate::page::term::is_finished(book.item(at)),
            _ => matches!(book.item(at).state(), Status::Done | Status::Dropped),
        };
        match of {
            Of::Item(at) => (Some(*at) != current, is_over(*at), 0, *at, String::new()),
            Of::Words(words) => (true, false, 1, 0, words.clone()),
            Of::Nothing => (true, true, 2, 0, String::new()),
        }
    }
}

/// A group without room: where it leads, its name, and how much is in it.
type Other = (String, String, String);

/// The groups, and those for which there is no room.
pub(super) fn sections(
    sight: &Sight<'_>,
    styles: &[(&'static str, &'static str)],
    grouping: Grouping,
    items: &[usize],
) -> (Vec<Section>, Vec<Other>) {
    let mut groups: BTreeMap<Of, Vec<usize>> = BTreeMap::new();
    for at in items {
        let of = grouping.of(sight.book, *at);
        groups.entry(of).or_default().push(*at);
    }
    let mut groups: Vec<(Of, Vec<usize>)> = groups.into_iter().collect();
    let current = grouping.current(sight.book);
    groups.sort_by_cached_key(|(of, _)| grouping.place(sight.book, current, of));
    let mut left = CARDS;
    let (mut sections, mut others) = (Vec::new(), Vec::new());
    for (of, items) in groups {
        if sections.len() >= GROUPS || left < OVER {
            others.push(other(sight, grouping, &of, items.len()));
            continue;
        }
        let room = Room {
            open: left.saturating_sub(2 * OVER),
            over: OVER.min(left / 2),
        };
        let columns = columns(sight, styles, &items, room);
        left -= columns.iter().map(Column::shown).sum::<usize>().min(left);
        sections.push(Section {
            id: format!("g.{}", sections.len() + 1),
            title: title(sight, grouping, &of),
            label: words(sight.book, grouping, &of),
            side: side(sight.book, &of),
            columns,
        });
    }
    others.truncate(LISTED);
    (sections, others)
}

fn words(book: &Book, grouping: Grouping, of: &Of) -> String {
    let words = match of {
        Of::Item(at) if grouping == Grouping::Sprint => name::spoken(book.item(*at)),
        Of::Item(at) => name::short(book.item(*at)),
        Of::Words(words) => words.clone(),
        Of::Nothing => grouping.nothing().to_string(),
    };
    clip(&words, LONGEST).into_owned()
}

fn title(sight: &Sight<'_>, grouping: Grouping, of: &Of) -> Markup {
    let words = words(sight.book, grouping, of);
    match of {
        Of::Item(at) => mark::anchor(&sight.book.link(sight.from, *at), &words, "quiet"),
        _ => Markup::html(escape(&words).into_owned()),
    }
}

/// How the item of a group stands.
fn side(book: &Book, of: &Of) -> Option<Markup> {
    let Of::Item(at) = of else {
        return None;
    };
    let item = book.item(*at);
    let health = item.health.as_ref().map(mark::health);
    let bar = item.progress.as_ref().map(mark::bar);
    let bar = bar.map(|bar| Markup::html(format!("<span class=\"w-pb\">{}</span>", bar.as_str())));
    let parts = health.into_iter().chain(bar);
    let parts: Vec<String> = parts.map(|part| part.as_str().to_string()).collect();
    (!parts.is_empty())
        .then(|| Markup::html(format!("<span class=\"flexw\">{}</span>", parts.join(" "))))
}

fn other(sight: &Sight<'_>, grouping: Grouping, of: &Of, size: usize) -> Other {
    let href = match of {
        Of::Item(at) => sight.book.link(sight.from, *at),
        _ => String::new(),
    };
    (href, words(sight.book, grouping, of), size.to_string())
}
