//! The parts of a long plan, a row each: how much is in each, what is missing, and the way to its page.

use std::collections::BTreeSet;

use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::mark;
use crate::page::name;
use crate::page::pager;
use crate::page::pages::trace::rows::{Body, Cell, Line, Matrix};
use crate::page::route::list_page;
use crate::page::trace::matrix::Group;
use crate::page::trace::words::{many, nobody, one};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// The parts on this page of the list.
pub(super) fn overview(book: &Book, from: &str, page: usize) -> Matrix {
    let ladder = &book.trace.ladder;
    let range = pager::range(page, book.trace.groups.len());
    let rows: Vec<Line> = book.trace.groups[range]
        .iter()
        .map(|group| line(book, from, group))
        .collect();
    let mut head = vec![(one(ladder.group()).to_string(), "")];
    head.extend(
        ladder
            .middle()
            .iter()
            .map(|kind| (many(*kind).to_string(), "r")),
    );
    head.push((many(ladder.leaf()).into(), "r"));
    head.push((key("Gaps").into(), "r"));
    head.push((key("Progress").into(), ""));
    let with = rows.iter().filter(|row| !row.class.is_empty()).count();
    Matrix {
        title: many(ladder.group()),
        caption: key("The parts of the plan, each with its gaps").into(),
        head,
        is_mixed: with > 0 && with < rows.len(),
        groups: vec![Body {
            heading: None,
            has_gap: with > 0,
            rows,
        }],
    }
}

fn line(book: &Book, from: &str, group: &Group) -> Line {
    let ladder = &book.trace.ladder;
    let words = match group.at {
        Some(at) => name::short(book.item(at)),
        None => book.tongue.say(nobody(ladder.group())).into_owned(),
    };
    let href = relative(from, &list_page(&group.name, 0));
    let note = match group.at.filter(|at| book.item(*at).kind != ladder.group()) {
        Some(_) => format!(
            " <small>{}</small>",
            escape(&book.tongue.say(nobody(ladder.group())))
        ),
        None => String::new(),
    };
    let title = Markup::html(format!(
        "{}{note}",
        mark::anchor(&href, &words, "title").as_str()
    ));
    let mut cells = vec![Cell {
        is_heading: true,
        is_named: false,
        class: "story",
        html: title,
    }];
    for (place, _) in ladder.middle().iter().enumerate() {
        let parts = group.rows.iter().filter_map(|row| *row.path.get(place)?);
        cells.push(figure(parts.collect::<BTreeSet<usize>>().len()));
    }
    cells.push(figure(group.rows.iter().map(|row| row.leaves.len()).sum()));
    let own = group.at.map_or(0, |at| book.trace.lacks(at).count());
    let gaps = book.trace.gaps_of(&group.rows) + own;
    cells.push(figure(gaps));
    let is_group = |at: &usize| book.item(*at).kind == ladder.group();
    let progress = group
        .at
        .filter(is_group)
        .and_then(|at| book.item(at).progress.as_ref());
    cells.push(Cell {
        class: "pg",
        html: progress.map_or_else(Markup::default, |progress| {
            badge::bar(&book.tongue, progress)
        }),
        ..Cell::default()
    });
    Line {
        class: if gaps > 0 { "hasgap" } else { "" },
        cells,
    }
}

fn figure(number: usize) -> Cell {
    Cell {
        class: "r",
        is_named: true,
        html: Markup::text(&number.to_string()),
        ..Cell::default()
    }
}
