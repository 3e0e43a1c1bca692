//! The roadmap: what has a date, in time, and the same dates as a table.

use std::collections::BTreeMap;

use crate::chart::arrow::Link;
use crate::chart::calendar::Day;
use crate::chart::row::{Bar, Level, Mark, Row as Track, Sprint};
use crate::chart::timeline::{Timeline, timeline};
use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::section::{Column, Head, Part, Row, Section, Sheet, Table};
use crate::page::view::has_place_in_time;
use crate::page::words::{capital, count, distance, first_sentence, long_day, many, number};
use crate::theme::markup::{Markup, escape};

/// With more rows than this, features are left to their milestones.
const FEATURES: usize = 40;

/// More rows than this make no picture.
const MOST: usize = 200;

/// More rows than this make no table; the lists have them all.
const LISTED: usize = 500;

/// The roadmap.
pub struct Roadmap;

impl Page for Roadmap {
    fn name(&self) -> &'static str {
        "roadmap"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        if !book.views.has("roadmap.html") {
            return;
        }
        pages.leaves.push(Leaf {
            address: "roadmap.html".into(),
            title: "Roadmap".into(),
            description: "Phases and milestones in time".into(),
            entry: None,
            branch: None,
            is_wide: true,
            crumbs: vec![("Plan".into(), "index.html".into())],
            style: None,
            fill: Box::new(|book| {
                let sheet = sheet(book);
                let main = book.render("roadmap", &sheet)?;
                Ok(sheet.inner(main))
            }),
        });
    }
}

fn sheet(book: &Book) -> Sheet {
    let all = planned(book);
    let dated: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| has_place_in_time(book.item(*at)))
        .collect();
    let shown = &dated[..dated.len().min(MOST)];
    let sprints = finished_sprints(book);
    let mut sections = vec![dates(book, &all)];
    if sprints < 3 {
        let text = format!(
            "A forecast is made from finished sprints or weeks of history. This plan has too few: not enough data ({sprints} of 3 sprints)."
        );
        let prose = Part::prose(format!("<p>{}</p>", escape(&text)));
        sections.push(Section::new("forecast", "No forecast").with(prose));
    }
    Sheet {
        head: Head {
            title: Markup::text("Roadmap"),
            lead: sentence(book, &dated).map(|words| Markup::text(&words)),
            ..Head::default()
        },
        drawing: Some(Markup::html(drawing(book, shown))),
        sections,
        ..Sheet::default()
    }
}

fn finished_sprints(book: &Book) -> usize {
    let sprints = book.of_kind(Kind::Sprint);
    let over = sprints.filter(|(_, item)| {
        !item.is_week_sheet() && item.term.is_some_and(|term| term.is_finished)
    });
    over.count()
}

/// Phases and milestones in the order of the plan, each followed by its parts; features where there is room.
fn planned(book: &Book) -> Vec<usize> {
    let high = |item: &Entry| matches!(item.kind, Kind::Phase | Kind::Milestone);
    let items = || book.edition.items.iter().enumerate();
    let is_row = |item: &Entry, with_features: bool| {
        let is_dated_feature = item.kind == Kind::Feature && has_place_in_time(item);
        !item.discovered && (high(item) || with_features && is_dated_feature)
    };
    let dated = items().filter(|(_, item)| is_row(item, true) && has_place_in_time(item));
    let with_features = dated.count() <= FEATURES;
    let mut order = Vec::new();
    let mut placed = vec![false; book.edition.items.len()];
    for (at, item) in items() {
        let is_part = item
            .parent_item()
            .is_some_and(|parent| is_row(book.item(parent), with_features));
        if is_row(item, with_features) && !is_part {
            place(book, at, &mut placed, &mut order, &|item| {
                is_row(item, with_features)
            });
        }
    }
    order
}

fn place(
    book: &Book,
    at: usize,
    placed: &mut [bool],
    order: &mut Vec<usize>,
    is_row: &dyn Fn(&Entry) -> bool,
) {
    let mut open = vec![at];
    while let Some(at) = open.pop() {
        if std::mem::replace(&mut placed[at], true) {
            continue;
        }
        order.push(at);
        let parts = book.item(at).children.iter().rev().copied();
        open.extend(parts.filter(|part| is_row(book.item(*part))));
    }
}

// The drawing.

fn drawing(book: &Book, shown: &[usize]) -> String {
    let rows: BTreeMap<usize, usize> = shown
        .iter()
        .enumerate()
        .map(|(row, at)| (*at, row))
        .collect();
    let mut links = Vec::new();
    for (at, row) in &rows {
        let needs = book.item(*at).depends_on.iter().filter_map(|lead| lead.to);
        links.extend(needs.filter_map(|need| {
            Some(Link {
                from: *rows.get(&need)?,
                to: *row,
                critical: false,
            })
        }));
    }
    timeline(&Timeline {
        name: "Roadmap timeline".into(),
        today: day(book.edition.as_of),
        sprints_label: mark::anchor("sprints.html", "Sprints", "").as_str().into(),
        sprints: sprints(book),
        rows: shown.iter().map(|at| track(book, *at)).collect(),
        links,
        fit: shown.len() <= 12,
    })
}

fn day(date: Date) -> Day {
    Day(date.number())
}

fn sprints(book: &Book) -> Vec<Sprint> {
    let sprints = book.of_kind(Kind::Sprint);
    let sprints = sprints.filter(|(_, item)| !item.is_week_sheet());
    let drawn = sprints.filter_map(|(_, item)| {
        Some(Sprint {
            name: item.id.clone().unwrap_or_else(|| name::title(item)),
            start: day(start(item)?),
            end: day(item.term?.end?),
        })
    });
    drawn.take(MOST).collect()
}

fn start(item: &Entry) -> Option<Date> {
    item.start.as_ref().and_then(|said| said.value.day)
}

fn done(item: &Entry) -> Option<Date> {
    item.done.as_ref().and_then(|said| said.value.day)
}

fn track(book: &Book, at: usize) -> Track {
    let item = book.item(at);
    let href = book.link("roadmap.html", at);
    let today = book.edition.as_of;
    let level = if item.kind == Kind::Feature {
        Level::Part
    } else {
        Level::Top
    };
    let mut label = mark::anchor(&href, &name::short(item), "")
        .as_str()
        .to_string();
    if let Some(health) = item.health.as_ref().filter(|_| level == Level::Top) {
        label.push_str(mark::health(health).as_str());
    }
    Track {
        label,
        href: Some(href),
        bar: bar(item),
        due: item.due_day().or(done(item)).map(|due| Mark {
            day: day(due),
            label: crate::page::words::day(due, today),
            note: note(item, due, today),
            done: item.state() == Status::Done,
        }),
        level,
        slim: true,
    }
}

fn note(item: &Entry, due: Date, today: Date) -> String {
    match item.state() {
        Status::Done | Status::Dropped => String::new(),
        _ => distance(due, today),
    }
}

fn bar(item: &Entry) -> Option<Bar> {
    let start = start(item)?;
    let end = done(item).or(item.due_day())?;
    let progress = item.progress.as_ref();
    let tally = progress
        .and_then(|progress| progress.tally)
        .filter(|tally| tally.of > 0);
    let share =
        |part: u32| tally.map_or(0.0, |tally| f64::from(part) * 100.0 / f64::from(tally.of));
    let words = tally.map(|tally| format!(", {} of {} complete", tally.done, tally.of));
    Some(Bar {
        start: day(start),
        end: day(end),
        done_percent: share(tally.map_or(0, |tally| tally.done)),
        doing_percent: share(progress.map_or(0, |progress| progress.active)),
        text: tally
            .and_then(|tally| tally.percent())
            .map_or(String::new(), |percent| format!("{percent}%")),
        aria: format!(
            "{}: {} to {}{}",
            name::short(item),
            start.short_words(),
            end.short_words(),
            words.unwrap_or_default()
        ),
    })
}

// The words.

/// What the roadmap shows, in one sentence.
fn sentence(book: &Book, dated: &[usize]) -> Option<String> {
    let today = book.edition.as_of;
    let tops = |kind: Kind| {
        dated
            .iter()
            .filter(|at| book.item(**at).kind == kind)
            .count()
    };
    let kind = [Kind::Milestone, Kind::Phase, Kind::Feature]
        .into_iter()
        .find(|kind| tops(*kind) > 0)?;
    let rows: Vec<&Entry> = dated
        .iter()
        .map(|at| book.item(*at))
        .filter(|item| item.kind == kind)
        .collect();
    let mut days: Vec<Date> = rows
        .iter()
        .flat_map(|item| [start(item), item.due_day(), done(item)])
        .flatten()
        .collect();
    days.sort_unstable();
    let (first, last) = (days.first()?, days.last()?);
    let what = match rows.len() {
        1 => format!("One {}", kind.name()),
        count => format!("{} {}", capital(&number(count)), many(kind)),
    };
    let when = if first == last {
        format!("on {}", last.words())
    } else {
        format!("from {} to {}", long_day(*first, *last), last.words())
    };
    let mut told = format!("{what} {when}");
    let open = |item: &&&Entry| !matches!(item.state(), Status::Done | Status::Dropped);
    let next = rows
        .iter()
        .filter(open)
        .filter_map(|item| {
            Some((
                item.due_day().filter(|due| *due >= today)?,
                name::spoken(item),
            ))
        })
        .min();
    let done = rows
        .iter()
        .filter(|item| item.state() == Status::Done)
        .count();
    if done == rows.len() {
        told.push_str("; all are complete");
    } else if done > 0 {
        told.push_str(&format!("; {} {} complete", number(done), is(done)));
    }
    if let Some((due, name)) = next {
        told.push_str(&format!(
            "; the next, {name}, is due {}",
            distance(due, today)
        ));
    } else if done < rows.len() && *last < today {
        told.push_str("; all dates have passed");
    }
    Some(format!("{told}."))
}

fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn dates(book: &Book, all: &[usize]) -> Section {
    let today = book.edition.as_of;
    let from = "roadmap.html";
    let (mut with, without): (Vec<usize>, Vec<usize>) = all
        .iter()
        .copied()
        .partition(|at| has_place_in_time(book.item(*at)));
    with.extend(without);
    let rows = with.iter().take(LISTED).map(|at| {
        let item = book.item(*at);
        let said = item.fields.iter().find(|fact| {
            ["goal", "description", "outcome"]
                .iter()
                .any(|name| fact.name.eq_ignore_ascii_case(name))
        });
        let sub = said.and_then(|fact| first_sentence(&fact.raw));
        let sub = sub.map_or(String::new(), |sub| {
            format!("<span class=\"sub\">{}</span>", escape(sub))
        });
        let title = mark::anchor(&book.link(from, *at), &name::short(item), "title");
        let written = item.due.as_ref().map(|due| due.raw.as_str());
        let away = item.due_day().map(|due| note(item, due, today));
        Row {
            id: None,
            cells: vec![
                Markup::html(format!("{}{sub}", title.as_str())),
                start(item).map_or_else(Markup::default, |start| mark::day(start, today)),
                item.due_day().map_or_else(
                    || Markup::html("<span class=\"sub\">without a date</span>".into()),
                    |due| mark::day(due, today),
                ),
                Markup::text(written.unwrap_or_default()),
                Markup::text(&away.unwrap_or_default()),
                mark::status(item),
                mark::health_cell(item),
                item.progress
                    .as_ref()
                    .map_or_else(mark::unknown_bar, mark::bar),
            ],
        }
    });
    let mut table = Table {
        caption: "The same dates as a table".into(),
        head: Column::all([
            ("Title", "grow"),
            ("Start", ""),
            ("Due", ""),
            ("As written", ""),
            ("Distance", ""),
            ("Status", ""),
            ("Health", "wrap"),
            ("Progress", ""),
        ]),
        rows: rows.collect(),
    };
    table.drop_empty_columns();
    let section = Section::new("dates", "The same dates as a table").with(Part::table(table));
    if with.len() > LISTED {
        let more = count(with.len() - LISTED, Kind::Milestone);
        section.note(&format!("And {more} more: see the lists."))
    } else {
        section
    }
}
