//! The sprints: what was committed, what was completed, and the one that runs.

use std::cmp::Ordering;

use crate::chart::bars::{Bars, Column as Pair, bars};
use crate::edition::entry::{Claim, Entry, Figure};
use crate::model::date::When;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::moves;
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Chart, Column, Head, Note, Part, Row, Section, Sheet, Table};
use crate::page::table::{anchor, table};
use crate::page::words::{amount, capital, day, number, several};
use crate::theme::markup::{Markup, escape};

/// A forecast needs so many finished sprints; the chart keeps their places.
const TREND: usize = 3;

/// More pairs of columns than this make no picture.
const COLUMNS: usize = 60;

/// The sprints.
pub struct Sprints;

impl Page for Sprints {
    fn name(&self) -> &'static str {
        "sprints"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let all = book.of_kind(Kind::Sprint).count();
        for page in 0..all.div_ceil(ROWS) {
            let title = match page {
                0 => "Sprints".to_string(),
                page => format!("Sprints, page {}", page + 1),
            };
            pages.leaves.push(Leaf {
                address: list_page("sprints", page),
                title,
                description: "What was committed and what was completed".into(),
                entry: Some("sprints.html".into()),
                branch: None,
                is_wide: false,
                crumbs: vec![("Plan".into(), "index.html".into())],
                style: None,
                fill: Box::new(move |book| {
                    let sheet = Team::new(book, page).sheet();
                    let main = book.render("sprints", &sheet)?;
                    Ok(sheet.inner(main))
                }),
            });
        }
    }
}

/// The sprints and the sheets of weeks of one page of the list.
struct Team<'a> {
    book: &'a Book,
    page: usize,
    from: String,
    sprints: Vec<usize>,
    weeks: Vec<usize>,
}

impl<'a> Team<'a> {
    fn new(book: &'a Book, page: usize) -> Self {
        let all = book.of_kind(Kind::Sprint).map(|(at, _)| at);
        let here: Vec<usize> = all.skip(page * ROWS).take(ROWS).collect();
        let (weeks, sprints) = here
            .into_iter()
            .partition(|at| book.item(*at).is_week_sheet());
        Self {
            book,
            page,
            from: list_page("sprints", page),
            sprints,
            weeks,
        }
    }

    fn sheet(&self) -> Sheet {
        let mut sections = Vec::new();
        if self.page == 0 {
            sections.extend(self.current());
            sections.extend(self.velocity());
        }
        sections.extend(self.history());
        sections.extend(self.weeks());
        if self.page == 0 {
            sections.extend(self.goal());
        }
        let first = self.page == 0;
        Sheet {
            head: Head {
                title: Markup::text("Sprints"),
                lead: self
                    .sentence()
                    .filter(|_| first)
                    .map(|words| Markup::text(&words)),
                note: self.note().filter(|_| first),
                ..Head::default()
            },
            sections,
            ..Sheet::default()
        }
    }

    fn finished(&self) -> impl Iterator<Item = (usize, &Entry)> {
        let sprints = self.sprints.iter().map(|at| (*at, self.book.item(*at)));
        sprints.filter(|(_, item)| item.term.is_some_and(|term| term.is_finished))
    }

    /// Where the running sprint is, else what the finished ones did.
    fn sentence(&self) -> Option<String> {
        if let Some(words) = self.book.views.sprint.and_then(|at| self.running(at)) {
            return Some(words);
        }
        let finished: Vec<&Entry> = self.finished().map(|(_, item)| item).collect();
        let (first, rest) = finished.split_first()?;
        if !rest.is_empty() {
            let velocity = self.book.edition.velocity;
            let mean = velocity.map(|velocity| match velocity.of {
                1 => format!("; the last one completed {}", amount(velocity.mean)),
                of => format!(
                    "; the last {} completed {} a sprint",
                    number(of),
                    amount(velocity.mean)
                ),
            });
            let all = capital(&number(finished.len()));
            return Some(format!(
                "{all} sprints are finished{}.",
                mean.unwrap_or_default()
            ));
        }
        Some(match (&first.committed, &first.completed) {
            (Some(committed), Some(completed)) => format!(
                "One sprint is finished: {} committed, {} completed.",
                was(committed),
                was(completed)
            ),
            _ => "One sprint is finished.".into(),
        })
    }

    fn running(&self, at: usize) -> Option<String> {
        let item = self.book.item(at);
        let name = name::spoken(item);
        let today = self.book.edition.as_of;
        let left = item.term?.end?.days_since(today);
        let members = self.book.members(at);
        let done = members
            .iter()
            .filter(|at| is_done(self.book.item(**at)))
            .count();
        let days = match left {
            0 => "ends today".to_string(),
            1 => "has one day left".to_string(),
            left => format!("has {} days left", number(usize::try_from(left).ok()?)),
        };
        Some(match members.len() {
            0 => format!("{name} {days}."),
            of => format!(
                "{name} {days} and {} of {} complete.",
                number(done),
                several(of, "task").replacen(&of.to_string(), &number(of), 1)
            ),
        })
    }

    fn note(&self) -> Option<Note> {
        let over = self.book.views.sprint.and_then(|at| {
            let item = self.book.item(at);
            Some((item.term?.over?, item.committed.as_ref()?.value))
        });
        if let Some((earlier, committed)) = over {
            let words = format!(
                "The last {} completed {} a sprint; {} are committed.",
                several(earlier.of, "sprint"),
                amount(earlier.mean),
                amount(committed)
            );
            return Some(Note {
                style: "warn",
                icon: "warn",
                strong: "Committed above capacity.".into(),
                text: Markup::text(&words),
            });
        }
        let finished = self.finished().count();
        (finished < TREND && !self.sprints.is_empty()).then(|| Note {
            style: "unknown",
            icon: "unknown",
            strong: "No forecast.".into(),
            text: Markup::text(&format!(
                "Not enough data ({finished} of {TREND} sprints). Dates are forecast from the third finished sprint on."
            )),
        })
    }

    fn current(&self) -> Option<Section> {
        let at = self.book.views.sprint?;
        let item = self.book.item(at);
        let members = self.book.members(at);
        let dates = self
            .dates(item)
            .map_or(String::new(), |dates| format!(", {dates}"));
        let section = Section::new("current", &format!("{}{dates}", name::spoken(item)));
        let goal = goal(item).map(Part::said);
        let caption = format!("In {}", name::spoken(item));
        let tasks = (!members.is_empty())
            .then(|| table(self.book, &self.from, members, caption).without("Sprint"));
        let tasks = tasks.map(Part::table);
        let parts: Vec<Part> = goal.into_iter().chain(tasks).collect();
        (!parts.is_empty()).then_some(Section { parts, ..section })
    }

    fn dates(&self, item: &Entry) -> Option<String> {
        let today = self.book.edition.as_of;
        let start = item.start.as_ref()?.value.day?;
        let end = item.term?.end?;
        Some(format!("{} to {}", day(start, today), day(end, today)))
    }

    /// Committed beside completed, sprint by sprint; the places of the first three are kept.
    fn velocity(&self) -> Option<Section> {
        let told: Vec<(usize, &Entry)> = self
            .sprints
            .iter()
            .map(|at| (*at, self.book.item(*at)))
            .filter(|(_, item)| item.committed.is_some() || item.completed.is_some())
            .collect();
        if told.is_empty() {
            return None;
        }
        let skipped = told.len().saturating_sub(COLUMNS);
        let shown = &told[skipped..];
        let mut columns: Vec<Pair> = shown.iter().map(|(_, item)| pair(item)).collect();
        let is_over = |item: &Entry| item.term.is_some_and(|term| term.is_finished);
        while columns.len() < TREND {
            columns.push(Pair {
                name: format!("S{}", columns.len() + 1),
                note: "not written".into(),
                ..Pair::default()
            });
        }
        let done: Vec<(usize, f64)> = shown
            .iter()
            .enumerate()
            .filter(|(_, (_, item))| is_over(item))
            .filter_map(|(column, (_, item))| Some((column, item.completed.as_ref()?.value)))
            .collect();
        let average = done.windows(TREND).filter_map(|three| {
            let sum: f64 = three.iter().map(|(_, value)| value).sum();
            Some((three.last()?.0, sum / 3.0))
        });
        let drawing = bars(&Bars {
            columns,
            average: average.collect(),
        });
        let chart = Chart {
            caption: Some(self.caption(&done)),
            drawing: Markup::html(drawing),
        };
        let part = Part {
            chart: Some(chart),
            ..Part::default()
        };
        Some(Section::new("velocity", "Velocity").with(part))
    }

    fn caption(&self, done: &[(usize, f64)]) -> String {
        match done {
            _ if done.len() < TREND => {
                "A trend needs three finished sprints; the empty places are kept for them.".into()
            }
            [.., (_, before), (_, last)] => {
                let change = match last.total_cmp(before) {
                    Ordering::Less => "less than",
                    Ordering::Equal => "as much as",
                    Ordering::Greater => "more than",
                };
                let mean = self
                    .book
                    .edition
                    .velocity
                    .map(|velocity| amount(velocity.mean));
                let mean = mean.map_or(String::new(), |mean| {
                    format!(" The average of the last three is {mean}.")
                });
                format!(
                    "The last finished sprint completed {}, {change} the one before.{mean}",
                    amount(*last)
                )
            }
            _ => String::new(),
        }
    }

    fn history(&self) -> Option<Section> {
        if self.sprints.is_empty() {
            return None;
        }
        let rows = self.sprints.iter().rev().map(|at| self.row(*at));
        let mut table = Table {
            caption: "Sprint history".into(),
            head: Column::all([
                ("Sprint", ""),
                ("Dates", "wrap"),
                ("Goal", "grow"),
                ("Status", ""),
                ("Committed", "r"),
                ("Completed", "r"),
                ("Kept", "r"),
                ("Velocity, as written", "r"),
            ]),
            rows: rows.collect(),
        };
        table.drop_empty_columns();
        Some(
            Section::new("history", "History")
                .count(self.sprints.len())
                .with(Part::table(table)),
        )
    }

    fn row(&self, at: usize) -> Row {
        let item = self.book.item(at);
        let anchor = anchor(self.book, &self.from, at);
        let words = name::short(item);
        let sprint = match &anchor {
            Some(_) => format!("<strong>{}</strong>", escape(&words)),
            None => mark::anchor(&self.book.link(&self.from, at), &words, "title")
                .as_str()
                .into(),
        };
        let figure = |figure: &Option<Figure>| {
            let words = figure.as_ref().map(|figure| amount(figure.value));
            Markup::text(&words.unwrap_or_default())
        };
        Row {
            id: anchor,
            cells: vec![
                Markup::html(sprint),
                Markup::text(&self.dates(item).or(written(item)).unwrap_or_default()),
                Markup::text(goal(item).unwrap_or_default()),
                item.status
                    .as_ref()
                    .map_or_else(Markup::default, |_| mark::status(item)),
                figure(&item.committed),
                figure(&item.completed),
                Markup::text(&kept(item).unwrap_or_default()),
                Markup::text(item.velocity.as_ref().map_or("", |said| &said.raw)),
            ],
        }
    }

    /// The sheets of weeks, the newest first.
    fn weeks(&self) -> Option<Section> {
        if self.weeks.is_empty() {
            return None;
        }
        let rows = self.weeks.iter().rev().map(|at| {
            let item = self.book.item(*at);
            let anchor = anchor(self.book, &self.from, *at);
            let words = name::title(item);
            let title = match &anchor {
                Some(_) => Markup::text(&words),
                None => mark::anchor(&self.book.link(&self.from, *at), &words, "title"),
            };
            let moved = moves::summary(item);
            Row {
                id: anchor,
                cells: vec![
                    title,
                    Markup::text(&self.dates(item).unwrap_or_default()),
                    Markup::text(&moved),
                ],
            }
        });
        let mut table = Table {
            caption: "Weeks".into(),
            head: Column::all([("Week", "grow"), ("Dates", ""), ("What moved", "wrap")]),
            rows: rows.collect(),
        };
        table.drop_empty_columns();
        let section = Section::new("weeks", "Weeks").count(self.weeks.len());
        Some(section.with(Part::table(table)))
    }

    /// A goal in the header of the plan that belongs to no sprint.
    fn goal(&self) -> Option<Section> {
        let mut facts = self.book.edition.facts.iter();
        let fact = facts.find(|fact| fact.name.eq_ignore_ascii_case("sprint goal"))?;
        let is_joined = self
            .sprints
            .iter()
            .any(|at| goal(self.book.item(*at)) == Some(&fact.raw));
        if is_joined {
            return None;
        }
        let place = fact
            .source
            .as_ref()
            .map(|source| mark::place(self.book, source));
        let place = place.map_or(String::new(), |place| format!("{} ", place.as_str()));
        Some(Section {
            note: Some(Markup::html(format!(
                "{place}It joins a sprint by number or by equal dates."
            ))),
            ..Section::new("goal", "Sprint goal in the header").with(Part::said(&fact.raw))
        })
    }
}

fn is_done(item: &Entry) -> bool {
    item.state() == Status::Done
}

fn was(figure: &Figure) -> String {
    let value = amount(figure.value);
    match value.as_str() {
        "1" => "1 was".into(),
        _ => format!("{value} were"),
    }
}

/// What a sprint is for.
pub fn goal(item: &Entry) -> Option<&str> {
    let mut fields = item.fields.iter();
    let goal = fields.find(|fact| {
        ["goal", "sprint goal", "focus", "objective"]
            .iter()
            .any(|name| fact.name.eq_ignore_ascii_case(name))
    });
    goal.map(|fact| fact.raw.trim())
        .filter(|goal| !goal.is_empty())
}

/// Dates that were written and are no days.
fn written(item: &Entry) -> Option<String> {
    let raw = |said: &Option<Claim<When>>| said.as_ref().map(|said| said.raw.clone());
    let start = raw(&item.start);
    let due = raw(&item.due);
    match (start, due) {
        (Some(start), Some(due)) if start != due => Some(format!("{start} to {due}")),
        (start, due) => start.or(due).or_else(|| {
            let mut fields = item.fields.iter();
            fields
                .find(|fact| fact.name.eq_ignore_ascii_case("dates"))
                .map(|fact| fact.raw.clone())
        }),
    }
}

fn kept(item: &Entry) -> Option<String> {
    let committed = item.committed.as_ref()?.value;
    let completed = item.completed.as_ref()?.value;
    (committed > 0.0).then(|| format!("{}%", (completed * 100.0 / committed).floor()))
}

fn pair(item: &Entry) -> Pair {
    let name = match &item.id {
        Some(id) if id.chars().all(|c| c.is_ascii_digit()) => format!("S{id}"),
        Some(id) => id.clone(),
        None => item.title.clone(),
    };
    let committed = item.committed.as_ref().map(|figure| figure.value);
    let completed = item.completed.as_ref().map(|figure| figure.value);
    let note = match (committed, completed) {
        (Some(committed), Some(completed)) => {
            format!("{} of {}", amount(completed), amount(committed))
        }
        (Some(committed), None) => format!("{} committed", amount(committed)),
        (None, Some(completed)) => format!("{} done", amount(completed)),
        (None, None) => String::new(),
    };
    Pair {
        name,
        note,
        committed,
        completed,
        likely: None,
        running: item.term.is_none_or(|term| !term.is_finished),
    }
}
