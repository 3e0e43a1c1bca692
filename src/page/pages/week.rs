//! The sheet of a week: what entered, left, was blocked, done or carried over, and why.

use serde::Serialize;

use crate::edition::entry::{Entry, Move};
use crate::model::date::{Date, Week as Number};
use crate::page::book::Book;
use crate::page::mark;
use crate::page::moves::{LANES, of, summary};
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pages::item;
use crate::page::section::{Line, Rows, Sheet};
use crate::page::view::week_of;
use crate::theme::markup::{Markup, escape};

/// How many weeks on each side are in the strip.
const NEAR: usize = 3;

/// The sheet of a week.
pub struct Week;

impl Page for Week {
    fn name(&self) -> &'static str {
        "week"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let mut weeks: Vec<(Number, usize)> = Vec::new();
        let mut others = Vec::new();
        for (at, item) in book.edition.items.iter().enumerate() {
            match week_of(item) {
                _ if !item.week || !item.has_page => {}
                Some(week) => weeks.push((week, at)),
                None => others.push(at),
            }
        }
        weeks.sort_unstable();
        let weeks: Vec<usize> = weeks.into_iter().map(|(_, at)| at).collect();
        for (number, at) in weeks.iter().enumerate() {
            let start = number.saturating_sub(NEAR);
            let near = weeks[start..weeks.len().min(number + NEAR + 1)].to_vec();
            pages.leaves.push(leaf(book, *at, near));
        }
        let rest = others.into_iter().map(|at| leaf(book, at, Vec::new()));
        pages.leaves.extend(rest);
    }
}

fn leaf(book: &Book, at: usize, near: Vec<usize>) -> Leaf {
    let item = book.item(at);
    let title = title(item);
    Leaf {
        address: book.routes.url(at).to_string(),
        description: format!("What moved in {title}"),
        title,
        entry: Some("sprints.html".into()),
        branch: None,
        is_wide: false,
        crumbs: vec![
            ("Plan".into(), "index.html".into()),
            ("Sprints".into(), "sprints.html".into()),
        ],
        style: None,
        fill: Box::new(move |book| {
            let sheet = Weekly::new(book, at, &near);
            let main = book.render("week", &sheet)?;
            let mut inner = sheet.sheet.inner(main);
            let lanes = sheet.lanes.iter();
            let lanes = lanes.map(|lane| (lane.id.to_string(), lane.title.to_string()));
            inner.sections.splice(0..0, lanes);
            Ok(inner)
        }),
    }
}

/// "Week 47, 16 to 22 November".
fn title(item: &Entry) -> String {
    let Some(week) = week_of(item) else {
        return name::title(item);
    };
    let (monday, sunday) = (week.monday(), week.sunday());
    format!("Week {}, {}", week.number(), span(monday, sunday))
}

fn span(first: Date, last: Date) -> String {
    let (start, end) = (first.day_words(), last.day_words());
    let same_month = start.split_once(' ').zip(end.split_once(' '));
    match same_month {
        Some(((day, month), (_, other))) if month == other => format!("{day} to {end}"),
        _ => format!("{start} to {end}"),
    }
}

/// What the template is given.
#[derive(Serialize)]
struct Weekly {
    #[serde(flatten)]
    sheet: Sheet,
    strip: Vec<Near>,
    ledger: Vec<Figure>,
    lanes: Vec<Lane>,
}

/// A week of the strip.
#[derive(Serialize)]
struct Near {
    href: String,
    name: String,
    words: String,
    is_here: bool,
}

/// A figure of the balance.
#[derive(Serialize)]
struct Figure {
    value: usize,
    words: String,
    href: String,
}

/// A lane with its rows.
#[derive(Serialize)]
struct Lane {
    id: &'static str,
    title: &'static str,
    style: &'static str,
    icon: &'static str,
    rows: Rows,
    count: usize,
}

impl Weekly {
    fn new(book: &Book, at: usize, near: &[usize]) -> Self {
        let here = book.item(at);
        let from = book.routes.url(at);
        let mut sheet = item::sheet(book, at);
        sheet.head.title = Markup::text(&title(here));
        let lanes = LANES.iter().filter_map(|lane| {
            let items: Vec<Line> = of(here, lane.change)
                .map(|moved| line(book, from, moved))
                .collect();
            (!items.is_empty()).then(|| Lane {
                id: lane.id,
                title: lane.title,
                style: lane.style,
                icon: lane.icon,
                count: items.len(),
                rows: Rows { class: "", items },
            })
        });
        let lanes: Vec<Lane> = lanes.collect();
        let ledger = lanes.iter().map(|lane| Figure {
            value: lane.count,
            words: lane.title.to_lowercase(),
            href: format!("#{}", lane.id),
        });
        let strip = near.iter().map(|other| {
            let item = book.item(*other);
            Near {
                href: book.link(from, *other),
                name: week_of(item)
                    .map_or_else(|| name::title(item), |week| format!("W{}", week.number())),
                words: summary(item),
                is_here: *other == at,
            }
        });
        Self {
            ledger: ledger.collect(),
            strip: strip.filter(|_| near.len() > 1).collect(),
            sheet,
            lanes,
        }
    }
}

/// What moved, where it stands now, and why it moved.
fn line(book: &Book, from: &str, moved: &Move) -> Line {
    let why = moved.reason.as_deref().map(Markup::text);
    match moved.item.to {
        Some(to) => {
            let item = book.item(to);
            let id = item.id.as_deref().unwrap_or_default();
            Line {
                lead: Markup::html(format!("<span class=\"id\">{}</span>", escape(id))),
                title: mark::item(book, from, to),
                end: Some(mark::status(item)),
                why: why.into_iter().collect(),
                ..Line::default()
            }
        }
        None => Line {
            lead: Markup::html("<i class=\"i i-link\"></i>".into()),
            title: Markup::text(&moved.item.raw),
            why: why.into_iter().collect(),
            ..Line::default()
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_names_its_month_once() {
        let date = |text| Date::iso(text).unwrap();
        assert_eq!(
            span(date("2026-11-16"), date("2026-11-22")),
            "16 to 22 November"
        );
        assert_eq!(
            span(date("2026-11-30"), date("2026-12-06")),
            "30 November to 6 December"
        );
    }
}
