//! Items as a table: only the columns that say something of at least one of them.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::figure;
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::route::ROWS;
use crate::page::rows;
use crate::page::section::{Column, Row, Table};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// How many columns of the author's own are shown.
const OWN: usize = 4;

/// Longer words of the author's stand on the page of their item, not in a cell.
const LONG: usize = 240;

/// What a column shows of an item.
type Cell = Box<dyn Fn(&Sight<'_>, usize) -> Markup>;

/// Where a table stands.
struct Sight<'a> {
    book: &'a Book,
    from: &'a str,
    /// Whether each row leads to its line: in a very long table that is most of the page.
    has_lines: bool,
}

/// The items at these positions as a table of a page; rows that stand here have their anchors.
pub fn table(book: &Book, from: &str, items: &[usize], caption: String) -> Table {
    let mut columns = columns(book, items);
    columns.add_own();
    told(book, from, items, caption, columns.found)
}

/// The same without the columns of the authors' own, for items that are told of on another page.
pub fn brief(book: &Book, from: &str, items: &[usize], caption: String) -> Table {
    told(book, from, items, caption, columns(book, items).found)
}

fn told(
    book: &Book,
    from: &str,
    items: &[usize],
    caption: String,
    columns: Vec<(Column, Cell)>,
) -> Table {
    let sight = Sight {
        book,
        from,
        has_lines: items.len() <= ROWS,
    };
    let rows = items.iter().map(|at| Row {
        id: anchor(book, from, *at),
        cells: columns.iter().map(|(_, cell)| cell(&sight, *at)).collect(),
    });
    Table {
        caption,
        rows: rows.collect(),
        head: columns.into_iter().map(|(column, _)| column).collect(),
    }
}

/// The anchor of an item that is a row of this page.
pub fn anchor(book: &Book, from: &str, at: usize) -> Option<String> {
    let (page, anchor) = book.routes.url(at).split_once('#')?;
    (page == from).then(|| anchor.to_string())
}

fn columns<'a>(book: &'a Book, items: &[usize]) -> Columns<'a> {
    let mut columns = Columns {
        items: items.iter().map(|at| book.item(*at)).collect(),
        found: Vec::new(),
    };
    let kind = items.first().map_or(Kind::Task, |at| book.item(*at).kind);
    columns.add(key("ID"), "", |item| item.id.is_some(), id);
    columns.add(&noun::title(&book.tongue, kind), "grow", |_| true, title);
    columns.add(
        key("Status"),
        "",
        |item| item.status.is_some(),
        |sight, at| badge::status_cell(&sight.book.tongue, sight.book.item(at)),
    );
    columns.add(
        key("Priority"),
        "",
        |item| item.priority.is_some(),
        |sight, at| {
            let said = &sight.book.item(at).priority;
            said.as_ref()
                .map_or_else(Markup::default, |said| mark::priority(&said.raw))
        },
    );
    columns.add(
        key("Estimate"),
        "",
        |item| item.estimate.is_some(),
        |sight, at| {
            let said = &sight.book.item(at).estimate;
            said.as_ref()
                .map_or_else(Markup::default, |said| Markup::text(&said.raw))
        },
    );
    columns.add(key("Owner"), "", |item| item.owner.is_some(), owner);
    columns.add(
        key("Depends on"),
        "wrap",
        |item| !item.depends_on.is_empty(),
        depends,
    );
    columns.add(key("Sprint"), "", |item| item.sprint.is_some(), sprint);
    columns.add(
        key("Due"),
        "",
        |item| item.due.is_some(),
        |sight, at| {
            let said = &sight.book.item(at).due;
            let today = sight.book.edition.as_of;
            said.as_ref().map_or_else(Markup::default, |said| {
                badge::when(&sight.book.tongue, said, today)
            })
        },
    );
    columns.add(
        key("Criteria met"),
        "",
        |item| item.checks.is_some(),
        |sight, at| {
            let checks = sight.book.item(at).checks;
            match checks {
                Some(checks) => {
                    let words = figure::of(&sight.book.tongue, checks.done, checks.of);
                    rows::criteria(sight.book, sight.from, at, &words)
                }
                None => missing(sight.book.item(at)),
            }
        },
    );
    columns.add(
        key("Progress"),
        "",
        |item| item.progress.is_some(),
        |sight, at| rows::bar(sight.book, sight.from, at),
    );
    columns.add(
        key("Declared"),
        "",
        |item| declared(item).is_some(),
        |sight, at| {
            let words = declared(sight.book.item(at));
            words.map_or_else(Markup::default, |words| Markup::text(&words))
        },
    );
    let is_judged =
        |item: &Entry| item.health.is_some() && matches!(item.kind, Kind::Phase | Kind::Milestone);
    columns.add(key("Health"), "wrap", is_judged, |sight, at| {
        badge::health_cell(&sight.book.tongue, sight.book.item(at))
    });
    columns
}

struct Columns<'a> {
    items: Vec<&'a Entry>,
    found: Vec<(Column, Cell)>,
}

impl Columns<'_> {
    fn add(
        &mut self,
        label: &str,
        class: &'static str,
        tells: impl Fn(&Entry) -> bool,
        cell: impl Fn(&Sight<'_>, usize) -> Markup + 'static,
    ) {
        if self.items.iter().any(|item| tells(item)) {
            let label = label.to_string();
            self.found.push((Column { label, class }, Box::new(cell)));
        }
    }

    fn add_own(&mut self) {
        let mut names: Vec<String> = Vec::new();
        for (name, raw) in self.items.iter().flat_map(|item| own(item)) {
            let is_new = names.len() < OWN && !names.iter().any(|other| other == name);
            if is_new && raw.chars().count() <= LONG {
                names.push(name.to_string());
            }
        }
        for name in names {
            let label = name.clone();
            self.add(
                &label,
                "wrap",
                |_| true,
                move |sight, at| {
                    let words = own(sight.book.item(at)).find(|(other, _)| *other == name);
                    words.map_or_else(Markup::default, |(_, raw)| Markup::text(raw))
                },
            );
        }
    }
}

/// What a document declares: "1/5".
fn declared(item: &Entry) -> Option<String> {
    let progress = item.progress.as_ref()?;
    let declared = progress.declared.as_ref()?.value;
    Some(format!("{}/{}", declared.done, declared.of))
}

fn own(item: &Entry) -> impl Iterator<Item = (&str, &str)> {
    item.fields
        .iter()
        .filter(|fact| !fact.raw.trim().is_empty())
        .map(|fact| (fact.name.as_str(), fact.raw.as_str()))
}

fn id(sight: &Sight<'_>, at: usize) -> Markup {
    let id = sight.book.item(at).id.as_deref().unwrap_or_default();
    mark::id(id)
}

fn title(sight: &Sight<'_>, at: usize) -> Markup {
    let item = sight.book.item(at);
    let words = name::title(item);
    let mut out = if anchor(sight.book, sight.from, at).is_some() {
        let line = match sight.has_lines {
            true => mark::line(sight.book, at),
            false => String::new(),
        };
        format!("<span class=\"title\">{}</span>{line}", escape(&words))
    } else {
        let href = sight.book.link(sight.from, at);
        mark::anchor(&href, &words, "title").as_str().to_string()
    };
    out.push_str(&obstacles(sight.book, at));
    Markup::html(out)
}

/// What blocks a row stands below its title, whatever its own status says.
pub fn obstacles(book: &Book, at: usize) -> String {
    let obstacles = book.obstacles(at);
    let told = obstacles.iter().map(|(obstacle, lead)| {
        let words = escape(&book.item(*obstacle).title).into_owned();
        let inferred = match lead.inferred {
            true => format!(" {}", mark::is_inferred(&book.tongue).as_str()),
            false => String::new(),
        };
        format!("<span class=\"sub c-bad\"><i class=\"i i-blocked\"></i> {words}{inferred}</span>")
    });
    told.collect()
}

/// A story without criteria, among others that have some: nothing says when it is finished.
fn missing(item: &Entry) -> Markup {
    let is_open = !matches!(item.state(), Status::Done | Status::Dropped);
    match item.kind == Kind::Story && item.criteria.is_empty() && is_open {
        true => Markup::html("<span class=\"gapw\"><i class=\"i i-warn\"></i>none</span>".into()),
        false => Markup::default(),
    }
}

fn owner(sight: &Sight<'_>, at: usize) -> Markup {
    let said = &sight.book.item(at).owner;
    said.as_ref().map_or_else(Markup::default, |said| {
        let link = |to: &str| relative(sight.from, to);
        let owners = sight.book.slices.owners_in(&said.raw, link);
        Markup::html(format!("<span class=\"who\">{}</span>", owners.as_str()))
    })
}

fn depends(sight: &Sight<'_>, at: usize) -> Markup {
    let leads = &sight.book.item(at).depends_on;
    let told: Vec<String> = leads
        .iter()
        .map(|lead| {
            mark::lead(sight.book, sight.from, lead)
                .as_str()
                .to_string()
        })
        .collect();
    let has_lines = leads.iter().any(|lead| lead.inferred);
    Markup::html(told.join(if has_lines { "" } else { ", " }))
}

fn sprint(sight: &Sight<'_>, at: usize) -> Markup {
    let Some(lead) = &sight.book.item(at).sprint else {
        return Markup::default();
    };
    match lead.to {
        Some(to) => {
            let words = name::called(&sight.book.tongue, sight.book.item(to));
            mark::anchor(&sight.book.link(sight.from, to), &words, "")
        }
        None => Markup::text(&lead.raw),
    }
}
