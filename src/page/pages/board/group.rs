//! The board by milestone, by owner and by sprint: a row of columns for each.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::mark;
use crate::page::name;
use crate::page::pages::board::card::Sight;
use crate::page::pages::board::column::{Column, Room, columns};
use crate::page::pages::board::grouping::{Grouping, Of};
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

/// A group with its columns.
#[derive(Serialize)]
pub(super) struct Section {
    pub(super) id: String,
    title: Markup,
    /// What its columns are called, for those who do not see them.
    pub(super) label: String,
    side: Option<Markup>,
    pub(super) columns: Vec<Column>,
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
    let is_open = |at: &usize| {
        let state = sight.book.item(*at).state();
        !matches!(state, Status::Done | Status::Dropped)
    };
    groups.sort_by_cached_key(|(of, items)| {
        let is_over = !items.iter().any(is_open);
        (is_over, grouping.place(sight.book, current, of))
    });
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
        Of::Item(at) if grouping == Grouping::Sprint => name::called(&book.tongue, book.item(*at)),
        Of::Item(at) => name::short(book.item(*at)),
        Of::Words(words) => words.clone(),
        Of::Nothing => book.tongue.say(grouping.nothing()).into_owned(),
    };
    clip(&words, LONGEST).into_owned()
}

fn title(sight: &Sight<'_>, grouping: Grouping, of: &Of) -> Markup {
    let words = words(sight.book, grouping, of);
    match of {
        Of::Item(at) => mark::anchor(&sight.book.link(sight.from, *at), &words, "quiet"),
        // Who it is, is asked on their own page.
        Of::Words(raw) if grouping == Grouping::Owner => {
            let slices = &sight.book.slices;
            let names = slices.owners_in(raw, |to| relative(sight.from, to));
            Markup::html(format!("<span class=\"who\">{}</span>", names.as_str()))
        }
        _ => Markup::html(escape(&words).into_owned()),
    }
}

/// How the item of a group stands.
fn side(book: &Book, of: &Of) -> Option<Markup> {
    let Of::Item(at) = of else {
        return None;
    };
    let item = book.item(*at);
    let health = item
        .health
        .as_ref()
        .map(|health| badge::health(&book.tongue, health));
    let bar = item
        .progress
        .as_ref()
        .map(|progress| badge::bar(&book.tongue, progress));
    let bar = bar.map(|bar| Markup::html(format!("<span class=\"w-pb\">{}</span>", bar.as_str())));
    let parts = health.into_iter().chain(bar);
    let parts: Vec<String> = parts.map(|part| part.as_str().to_string()).collect();
    (!parts.is_empty())
        .then(|| Markup::html(format!("<span class=\"flexw\">{}</span>", parts.join(" "))))
}

fn other(sight: &Sight<'_>, grouping: Grouping, of: &Of, size: usize) -> Other {
    let href = match of {
        Of::Item(at) => sight.book.link(sight.from, *at),
        Of::Words(words) if grouping == Grouping::Owner => {
            let slice = sight.book.slices.owner(words);
            slice.map_or_else(String::new, |slice| relative(sight.from, &slice.address))
        }
        _ => String::new(),
    };
    (href, words(sight.book, grouping, of), size.to_string())
}
