//! The ways down as a table: what each goes through, and what stands at its end.

use serde::Serialize;

use crate::edition::entry::Progress;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::name;
use crate::page::pager;
use crate::page::trace::above::{above, counts, nearest};
use crate::page::trace::lack::Lack;
use crate::page::trace::matrix::{Group, Row};
use crate::page::trace::words::{many, no, nobody, none_of, one};
use crate::page::words::clip;
use crate::theme::markup::{Markup, escape};

/// So many ends of a way are told in its row.
const CHIPS: usize = 60;

/// The words of an end are no longer than this.
const CHIP: usize = 26;

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
        head.push(("Criteria met".into(), ""));
    }
    head.push((many(ladder.leaf()).into(), ""));
    head.push(("Progress".into(), ""));
    let bodies: Vec<Body> = groups
        .iter()
        .map(|group| telling.body(group, page))
        .collect();
    let rows = || bodies.iter().flat_map(|body| &body.rows);
    let with = rows().filter(|row| !row.class.is_empty()).count();
    Matrix {
        title: "Matrix",
        caption: "From the top of the plan to the bottom".into(),
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

struct Telling<'a> {
    book: &'a Book,
    from: &'a str,
    judged: bool,
}

impl Telling<'_> {
    /// The levels that have a column: those between, or where there is none the groups themselves.
    fn columns(&self) -> Vec<Kind> {
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
            return Markup::text(nobody(ladder.group()));
        };
        let item = self.book.item(at);
        let link = |at: usize| {
            let words = name::short(self.book.item(at));
            mark::anchor(&self.book.link(self.from, at), &words, "quiet")
                .as_str()
                .to_string()
        };
        if item.kind != ladder.group() {
            let note = escape(no(ladder.group()));
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

    /// What a way goes through; where the row above has told it, its name alone.
    fn item(&self, at: usize, is_known: bool) -> Cell {
        let item = self.book.item(at);
        let id = item.id.as_deref().unwrap_or_default();
        let id = format!("<span class=\"id\">{}</span>", escape(id));
        let html = match (is_known, item.id.is_some()) {
            (true, true) => id,
            (true, false) => format!("<span class=\"sub\">{}</span>", escape(&name::title(item))),
            (false, true) => format!("{} {id}", mark::item(self.book, self.from, at).as_str()),
            (false, false) => mark::item(self.book, self.from, at).as_str().to_string(),
        };
        let dropped = match item.state() {
            Status::Dropped => " <small>dropped</small>",
            _ => "",
        };
        let lacks_above = self.lacks(at, |lack| matches!(lack, Lack::Above(..)));
        let written = self.lacks(at, |lack| lack == Lack::Document) && !is_known;
        let note = match written {
            true => gap_word("Document to be written"),
            false => String::new(),
        };
        Cell {
            class: if lacks_above && self.columns().len() == 1 {
                "story gap"
            } else {
                "story"
            },
            html: Markup::html(format!("{html}{dropped}{note}")),
            ..Cell::default()
        }
    }

    fn lacks(&self, at: usize, wanted: impl Fn(Lack) -> bool) -> bool {
        let mut lacks = self.book.trace.lacks(at);
        lacks.any(|found| wanted(found.lack))
    }

    /// A level that a way leaves out: a gap where it is missed, else nothing of note.
    fn hole(
        &self,
        group: &Group,
        path: &[Option<usize>],
        place: usize,
        kind: Kind,
        row: &Row,
    ) -> Cell {
        let below = path[place + 1..].iter().flatten().next().copied();
        let above = path[..place].iter().flatten().next_back().copied();
        let above = above.or(group
            .at
            .filter(|_| row.leaves.is_empty() && below.is_none()));
        let mut leaves = row.leaves.iter().copied();
        let is_missed_above = |at: usize| {
            self.lacks(
                at,
                |lack| matches!(lack, Lack::Above(_, upper) if upper == kind),
            )
        };
        let is_missed_below = |at: usize| self.lacks(at, |lack| matches!(lack, Lack::Below(..)));
        let (words, is_gap) = match (below, above) {
            (Some(below), _) => (no(kind), is_missed_above(below)),
            (None, Some(above)) if row.leaves.is_empty() => {
                let is_first = path[..place].iter().all(Option::is_some);
                (
                    if is_first { none_of(kind) } else { "" },
                    is_first && is_missed_below(above),
                )
            }
            _ => (no(kind), leaves.any(is_missed_above)),
        };
        Cell {
            class: if is_gap { "gap" } else { "" },
            html: Markup::html(match is_gap {
                true => gap_word(words),
                false => format!("<span class=\"sub\">{}</span>", escape(words)),
            }),
            ..Cell::default()
        }
    }

    fn criteria(&self, at: Option<usize>) -> Cell {
        let Some(at) = at else {
            return Cell::default();
        };
        let item = self.book.item(at);
        let lacks = self.lacks(at, |lack| matches!(lack, Lack::Criteria(_)));
        let boxes = item
            .criteria
            .iter()
            .filter(|criterion| criterion.done.is_some())
            .count();
        let met = item
            .criteria
            .iter()
            .filter(|criterion| criterion.done == Some(true))
            .count();
        let words = match (lacks, item.criteria.len()) {
            (true, _) => gap_word("No criteria"),
            (_, 0) => String::new(),
            (_, all) if boxes == 0 => format!("{all} written"),
            (_, all) => format!("{met} of {all}"),
        };
        Cell {
            class: if lacks { "cr gap" } else { "cr" },
            html: Markup::html(words),
            ..Cell::default()
        }
    }

    /// What stands at the end of a way, each with its status.
    fn ends(&self, last: Option<usize>, path: &[Option<usize>], row: &Row) -> Cell {
        let leaf = self.book.trace.ladder.leaf();
        if row.leaves.is_empty() {
            let lacks =
                last.is_some_and(|at| self.lacks(at, |lack| matches!(lack, Lack::Below(..))));
            return match lacks {
                true => Cell {
                    class: "gap",
                    html: Markup::html(gap_word(none_of(leaf))),
                    ..Cell::default()
                },
                false => Cell::default(),
            };
        }
        let shown = row.leaves.iter().take(CHIPS).map(|at| self.chip(*at));
        let shown: String = shown.collect();
        let rest = row.leaves.len().saturating_sub(CHIPS);
        let whole = path.iter().flatten().next_back();
        let more = match (rest, whole) {
            (0, _) => String::new(),
            (rest, Some(at)) => mark::anchor(
                &self.book.link(self.from, *at),
                &format!("and {rest} more"),
                "more",
            )
            .as_str()
            .to_string(),
            (rest, None) => format!("<span class=\"sub\">and {rest} more</span>"),
        };
        Cell {
            html: Markup::html(format!("<span class=\"tasks\">{shown}{more}</span>")),
            ..Cell::default()
        }
    }

    fn chip(&self, at: usize) -> String {
        let item = self.book.item(at);
        let (style, word) = mark::state(item);
        let title = name::title(item);
        let (words, class) = match &item.id {
            Some(id) => (clip(id, CHIP), ""),
            None => (clip(&title, CHIP), " w"),
        };
        format!(
            "<a class=\"st-{style}{class}\" href=\"{}\" title=\"{}\"><i class=\"i i-{style}\" role=\"img\" aria-label=\"{word}\"></i>{}</a>",
            escape(&self.book.link(self.from, at)),
            escape(&title),
            escape(&words)
        )
    }

    fn progress(&self, last: Option<usize>, row: &Row) -> Markup {
        match last.and_then(|at| self.book.item(at).progress.as_ref()) {
            Some(progress) => mark::bar(progress),
            None if row.leaves.is_empty() => Markup::default(),
            None => mark::bar(&self.sum(&row.leaves)),
        }
    }

    /// How far the ends of a way are that leads through no one thing.
    fn sum(&self, leaves: &[usize]) -> Progress {
        let items = leaves.iter().map(|at| self.book.item(*at));
        let items: Vec<_> = items.filter(|item| counts(item)).collect();
        let count = |state: Status| {
            let alike = items.iter().filter(|item| item.state() == state);
            u32::try_from(alike.count()).unwrap_or(u32::MAX)
        };
        let mut tally = Tally::default();
        items
            .iter()
            .for_each(|item| tally.count(item.state() == Status::Done));
        let without_status = count(Status::Unknown);
        Progress {
            tally: (without_status < tally.of).then_some(tally),
            leaves: Some(self.book.trace.ladder.leaf()),
            without_status,
            active: count(Status::Active),
            blocked: count(Status::Blocked),
            uncounted: Vec::new(),
            counts_hidden: false,
            declared: None,
        }
    }
}

fn gap_word(words: &str) -> String {
    format!(
        " <span class=\"gapw\"><i class=\"i i-warn\"></i>{}</span>",
        escape(words)
    )
}
