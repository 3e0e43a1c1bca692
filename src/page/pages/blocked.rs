//! What is blocked: why, since when, what it holds up, and the way out.

use crate::chart::ages::{Age, ages};
use crate::model::kind::Kind;
use crate::page::blockage::Blockage;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Chart, Column, Head, Part, Row, Section, Sheet, Table};
use crate::page::table::{anchor, table};
use crate::page::words::{capital, number, several};
use crate::theme::markup::{Markup, escape};

/// More rows than this are told by the list of tasks.
const MOST: usize = 500;

/// More bars than this make no picture.
const BARS: usize = 24;

/// What is blocked.
pub struct Blocked;

impl Page for Blocked {
    fn name(&self) -> &'static str {
        "blocked"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let obstacles = book.of_kind(Kind::Blocker).count();
        let has_rows = |page: usize| !book.routes.rows(&list_page("blocked", page)).is_empty();
        let count = obstacles.div_ceil(ROWS).max(1);
        for page in 0..count {
            let is_first = page == 0 && (!book.views.blocked.is_empty() || obstacles > 0);
            if !is_first && !has_rows(page) {
                continue;
            }
            pages.leaves.push(Leaf {
                address: list_page("blocked", page),
                title: match page {
                    0 => "Blocked".to_string(),
                    page => format!("Blocked, page {}", page + 1),
                },
                description: "What is blocked, why and since when".into(),
                entry: Some("blocked.html".into()),
                branch: None,
                is_wide: true,
                crumbs: vec![("Plan".into(), "index.html".into())],
                style: None,
                fill: Box::new(move |book| {
                    let sheet = sheet(book, page);
                    let main = book.render("blocked", &sheet)?;
                    Ok(sheet.inner(main))
                }),
            });
        }
    }
}

fn sheet(book: &Book, page: usize) -> Sheet {
    let from = list_page("blocked", page);
    let blocked = match page {
        0 => &book.views.blocked[..],
        _ => &[],
    };
    let mut sections = Vec::new();
    if !blocked.is_empty() {
        sections.push(now(book, &from, blocked));
        sections.extend(ageing(book, &from, blocked));
    }
    let rows = book.routes.rows(&from);
    if !rows.is_empty() {
        let caption = "Obstacles".to_string();
        let part = Part::table(table(book, &from, rows, caption));
        sections.push(
            Section::new("blockers", "Obstacles")
                .count(rows.len())
                .with(part),
        );
    }
    Sheet {
        head: Head {
            title: Markup::text("Blocked"),
            lead: Some(Markup::text(&sentence(blocked.len()))),
            ..Head::default()
        },
        sections,
        ..Sheet::default()
    }
}

fn sentence(blocked: usize) -> String {
    match blocked {
        0 => "Nothing is blocked now.".into(),
        1 => "One item is blocked.".into(),
        count => format!("{} items are blocked.", capital(&number(count))),
    }
}

fn now(book: &Book, from: &str, blocked: &[usize]) -> Section {
    let rows = blocked.iter().take(MOST).map(|at| row(book, from, *at));
    let mut table = Table {
        caption: "Blocked now".into(),
        head: Column::all([
            ("Item", "grow"),
            ("Status", ""),
            ("Why", "wrap"),
            ("Since", ""),
            ("Holds up", ""),
            ("Way out", "grow"),
        ]),
        rows: rows.collect(),
    };
    table.drop_empty_columns();
    Section::new("now", "Blocked now")
        .count(blocked.len())
        .with(Part::table(table))
}

fn row(book: &Book, from: &str, at: usize) -> Row {
    let item = book.item(at);
    let today = book.edition.as_of;
    let told = Blockage::new(book, from, at);
    let since = match told.since {
        Some(since) => {
            let age = told.age(today).unwrap_or_default();
            let day = mark::day(since, today);
            Markup::html(format!(
                "{}<span class=\"sub\">{}</span>",
                day.as_str(),
                escape(&age)
            ))
        }
        None => Markup::text(told.since_written.as_deref().unwrap_or_default()),
    };
    let why: Vec<&str> = told.why.iter().map(Markup::as_str).collect();
    let own = anchor(book, from, at);
    let title = match own {
        Some(_) => Markup::html(format!(
            "<span class=\"title\">{}</span>",
            escape(&name::title(item))
        )),
        None => mark::item(book, from, at),
    };
    let id = item.id.as_deref().map_or(String::new(), |id| {
        format!(" <span class=\"id\">{}</span>", escape(id))
    });
    let holds = match item.waiting.len() {
        0 => Markup::default(),
        count => {
            let words = several(count, "item");
            let href = book.link(from, at);
            match href.contains('#') {
                true => Markup::text(&words),
                false => mark::anchor(&format!("{href}#holds-up"), &words, ""),
            }
        }
    };
    Row {
        // The obstacles below have the anchors of rows that stand here.
        id: None,
        cells: vec![
            Markup::html(format!("{}{id}", title.as_str())),
            mark::status(item),
            Markup::html(why.join("<br>")),
            since,
            holds,
            Markup::text(told.way_out.as_deref().unwrap_or_default()),
        ],
    }
}

/// How long each has waited, where days are known.
fn ageing(book: &Book, from: &str, blocked: &[usize]) -> Option<Section> {
    let today = book.edition.as_of;
    let mut old: Vec<(i64, usize)> = blocked
        .iter()
        .filter_map(|at| {
            let since = Blockage::new(book, from, *at).since?;
            Some((today.days_since(since), *at))
        })
        .filter(|(days, _)| *days >= 0)
        .collect();
    old.sort_by_key(|(days, at)| (std::cmp::Reverse(*days), *at));
    let (oldest, _) = old.first().filter(|(days, _)| *days > 0)?;
    let caption = match oldest {
        1 => "The oldest block is one day old.".to_string(),
        days => format!("The oldest block is {days} days old."),
    };
    let bars: Vec<Age> = old
        .iter()
        .take(BARS)
        .map(|(days, at)| Age {
            name: book
                .item(*at)
                .id
                .clone()
                .unwrap_or_else(|| name::title(book.item(*at))),
            days: u32::try_from(*days).ok(),
        })
        .collect();
    let chart = Chart {
        caption: Some(caption),
        drawing: Markup::html(ages(&bars)),
    };
    let part = Part {
        chart: Some(chart),
        ..Part::default()
    };
    Some(Section::new("ageing", "How long they have waited").with(part))
}
