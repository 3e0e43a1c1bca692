//! The ways down as a table: what each goes through, and what stands at its end.

use serde::Serialize;

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::name;
use crate::page::pager;
use crate::page::trace::above::{above, nearest};
use crate::page::trace::lack::Lack;
use crate::page::trace::matrix::{Group, Row};
use crate::page::trace::words::{many, no, nobody, one};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// A table of ways, or of the parts of the plan.
#[derive(Default, Serialize)]
pub(super) struct Matrix {
    pub(super) title: &'static str,
    pub(super) caption: String,
    /// The headings of its columns, and how they behave.
    pub(super) head: Vec<(String, &'static str)>,
    pub(super) groups: Vec<Body>,
    /// Whether some rows have gaps, and some have none.
    pub(super) is_mixed: bool,
}

/// The rows of a part of the plan.
#[derive(Default, Serialize)]
pub(super) struct Body {
    pub(super) heading: Option<Markup>,
    pub(super) has_gap: bool,
    pub(super) rows: Vec<Line>,
}

/// A row.
#[derive(Default, Serialize)]
pub(super) struct Line {
    pub(super) class: &'static str,
    pub(super) cells: Vec<Cell>,
}

/// A cell; the first one that names the row is its heading.
#[derive(Default, Serialize)]
pub(super) struct Cell {
    pub(super) is_heading: bool,
    /// Whether its words alone do not say which column they stand in.
    pub(super) is_named: bool,
    pub(super) class: &'static str,
    pub(super) html: Markup,
}

/// The ways of these parts of the plan; of a long one, those of a page.
pub(super) fn matrix(book: &Book, from: &str, groups: &[Group], page: Option<usize>) -> Matrix {
    let ladder = &book.trace.ladder;
    let telling = Telling {
        book,
        from,
        judged: judged(book),
    };
    let mut head: Vec<(String, &'static str)> = telling
        .columns()
        .into_iter()
        .map(|kind| (one(kind).to_string(), ""))
        .collect();
    if telling.judged {
        head.push((key("Criteria met").into(), ""));
    }
    head.push((many(ladder.leaf()).into(), ""));
    head.push((key("Progress").into(), ""));
    let bodies: Vec<Body> = groups
        .iter()
        .map(|group| telling.body(group, page))
        .collect();
    let rows = || bodies.iter().flat_map(|body| &body.rows);
    let with = rows().filter(|row| !row.class.is_empty()).count();
    Matrix {
        title: key("Matrix"),
        caption: key("From the top of the plan to the bottom").into(),
        is_mixed: with > 0 && with < rows().count(),
        groups: bodies,
        head,
    }
}

/// Whether what names the rows is asked for criteria.
fn judged(book: &Book) -> bool {
    let ladder = &book.trace.ladder;
    let kind = ladder.middle().last().copied().unwrap_or(ladder.group());
    let mut asked = book.trace.coverage.iter();
    asked.any(|found| found.lack == Lack::Criteria(kind))
}

/// Tells the rows of a page.
pub(super) struct Telling<'a> {
    pub(super) book: &'a Book,
    pub(super) from: &'a str,
    judged: bool,
}

impl Telling<'_> {
    /// The levels that have a column: those between, or where there is none the groups themselves.
    pub(super) fn columns(&self) -> Vec<Kind> {
        let ladder = &self.book.trace.ladder;
        match ladder.middle() {
            [] => vec![ladder.group()],
            middle => middle.to_vec(),
        }
    }

    fn is_flat(&self) -> bool {
        self.book.trace.ladder.middle().is_empty()
    }

    fn body(&self, group: &Group, page: Option<usize>) -> Body {
        let range = page.map_or(0..group.rows.len(), |page| {
            pager::range(page, group.rows.len())
        });
        let mut before: &[Option<usize>] = &[];
        let mut rows = Vec::new();
        for row in &group.rows[range] {
            rows.push(self.row(group, row, before));
            before = &row.path;
        }
        Body {
            heading: (!self.is_flat()).then(|| self.heading(group)),
            has_gap: rows.iter().any(|row| !row.class.is_empty()),
            rows,
        }
    }

    fn heading(&self, group: &Group) -> Markup {
        let ladder = &self.book.trace.ladder;
        let Some(at) = group.at else {
            return Markup::text(&self.book.tongue.say(nobody(ladder.group())));
        };
        let item = self.book.item(at);
        let link = |at: usize| {
            let words = name::short(self.book.item(at));
            mark::anchor(&self.book.link(self.from, at), &words, "quiet")
                .as_str()
                .to_string()
        };
        if item.kind != ladder.group() {
            let note = self.book.tongue.say(no(ladder.group()));
            let note = escape(&note);
            return Markup::html(format!("{} <small>{note}</small>", link(at)));
        }
        let way = above(&self.book.edition, at);
        let upper = ladder
            .upper()
            .iter()
            .filter_map(|kind| nearest(&self.book.edition, &way, *kind));
        let upper: String = upper
            .map(|at| format!("<small>{}</small> ", link(at)))
            .collect();
        Markup::html(format!("{upper}{}", link(at)))
    }

    fn row(&self, group: &Group, row: &Row, before: &[Option<usize>]) -> Line {
        let columns = self.columns();
        let path = match self.is_flat() {
            true => vec![group.at],
            false if row.path.is_empty() => vec![None; columns.len()],
            false => row.path.clone(),
        };
        let named = path.iter().rposition(Option::is_some);
        let mut cells = Vec::new();
        for (place, kind) in columns.iter().enumerate() {
            let is_known = place + 1 < columns.len() && before.get(place) == Some(&path[place]);
            let mut cell = match path[place] {
                Some(at) => self.item(at, is_known),
                None => self.hole(group, &path, place, *kind, row),
            };
            cell.is_heading = Some(place) == named && place + 1 == columns.len();
            cells.push(cell);
        }
        let last = path.last().copied().flatten();
        if self.judged {
            cells.push(self.criteria(last));
        }
        cells.push(self.ends(last, &path, row));
        cells.push(Cell {
            class: "pg",
            html: self.progress(last, row),
            ..Cell::default()
        });
        let has_gap = self.book.trace.has_gap(row)
            || group
                .at
                .is_some_and(|at| self.is_flat() && self.book.trace.lacks(at).next().is_some())
            || cells.iter().any(|cell| cell.class.contains("gap"));
        Line {
            class: if has_gap { "hasgap" } else { "" },
            cells,
        }
    }
}
