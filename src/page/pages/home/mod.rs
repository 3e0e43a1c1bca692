//! The overview: where the plan stands, in one sentence and a few panels; only what there is to show.

pub mod attention;
pub mod course;
pub mod headline;
pub mod reading;
pub mod term;
pub mod track;
pub mod work;
pub mod write;

use serde::Serialize;

use std::collections::HashSet;
use std::fmt::Display;

use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::calendar::{full, with_weekday};
use crate::page::name;
use crate::page::page::{Inner, Leaf, Page, Pages};
use crate::page::panels::ahead::ahead;
use crate::page::panels::panel::{FROM, Panel};
use crate::page::panels::slipped::slipped;
use crate::page::section::{Action, Advice};
use crate::page::view::week_of;
use crate::theme::markup::Markup;
use crate::theme::tongue::key;
use course::Course;
use headline::Headline;
use track::Track;

/// The overview.
pub struct Home;

impl Page for Home {
    fn name(&self) -> &'static str {
        "home"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        pages.leaves.push(Leaf {
            address: "index.html".into(),
            title: book.tongue.say("Overview").into_owned(),
            description: described(book),
            entry: None,
            branch: None,
            is_wide: true,
            crumbs: Vec::new(),
            style: None,
            fill: Box::new(|book| {
                let main = book.render("home", &Overview::new(book))?;
                Ok(Inner {
                    main,
                    sections: Vec::new(),
                })
            }),
        });
    }
}

/// What the page is about, for search engines and previews.
fn described(book: &Book) -> String {
    let (tongue, date) = (&book.tongue, full(&book.tongue, book.edition.as_of));
    match &book.edition.title {
        Some(title) => tongue.tell(
            "Where {title} stands on {date}",
            &[("title", title), ("date", &date)],
        ),
        None => tongue.tell("Where the plan stands on {date}", &[("date", &date)]),
    }
}

/// What the template is given.
#[derive(Serialize)]
struct Overview {
    eyebrow: String,
    headline: Markup,
    lead: Option<String>,
    button: Option<Action>,
    track: Option<Track>,
    grids: Vec<Grid>,
    /// Where to begin in a plan that has no item yet.
    begins: bool,
    /// Who is shown nothing, because nothing is open to them.
    closed_to: Option<String>,
    write: Vec<Advice>,
}

/// Panels side by side; several in one place stand one above the other.
#[derive(Serialize)]
struct Grid {
    class: &'static str,
    cells: Vec<Vec<Panel>>,
}

impl Overview {
    fn new(book: &Book) -> Self {
        let course = Course::new(book);
        let headline = Headline::new(book, &course);
        let edition = &book.edition;
        let is_empty = edition.items.is_empty();
        let is_closed = is_empty && !edition.audience.sees_all();
        let unnamed = book.tongue.say("The plan");
        let title = edition.title.as_deref().unwrap_or(&unnamed);
        Self {
            eyebrow: eyebrow(book, &course),
            headline: match headline.words {
                Some(words) => words,
                None => Markup::text(title),
            },
            lead: headline.lead,
            button: button(book),
            track: Track::new(book, &course),
            grids: grids(book, &course),
            begins: is_empty && !is_closed,
            closed_to: is_closed.then(|| edition.audience.name.clone()),
            write: if is_empty {
                Vec::new()
            } else {
                write::next(book, &course)
            },
        }
    }
}

/// Whether these phases follow one another: those of several roadmaps are numbered anew.
fn is_one_row(book: &Book, phases: &[usize]) -> bool {
    let ids = phases.iter().filter_map(|at| book.item(*at).id.as_deref());
    let mut known = HashSet::new();
    ids.into_iter().all(|id| known.insert(id))
}

/// The day, the week, and where in the phases and in the sprint that is.
pub fn eyebrow(book: &Book, course: &Course) -> String {
    let (today, tongue) = (book.edition.as_of, &book.tongue);
    let mut parts = vec![
        with_weekday(tongue, today),
        tongue.tell("Week {which}", &[("which", &today.week().number())]),
    ];
    let phases: Vec<usize> = book.of_kind(Kind::Phase).map(|(at, _)| at).collect();
    let is_current = |at: &usize| book.item(*at).state() == Status::Active;
    let current = course.current_item().filter(|at| phases.contains(at));
    let place = phases.iter().position(is_current);
    let place = current
        .and_then(|current| phases.iter().position(|at| *at == current))
        .or(place);
    if let Some(place) = place.filter(|_| phases.len() > 1 && is_one_row(book, &phases)) {
        let place: [(&str, &dyn Display); 2] = [("which", &(place + 1)), ("of", &phases.len())];
        parts.push(tongue.tell("Phase {which} of {of}", &place));
    }
    parts.extend(book.views.sprint.and_then(|at| {
        let item = book.item(at);
        let start = item.start.as_ref()?.value.day?;
        let end = item.term?.end?;
        Some(tongue.tell(
            "{sprint}, day {day} of {days}",
            &[
                ("sprint", &name::called(tongue, item)),
                ("day", &(today.days_since(start) + 1)),
                ("days", &(end.days_since(start) + 1)),
            ],
        ))
    }));
    parts.join(" · ")
}

/// The way to what is looked at next: this week, this sprint, or the roadmap.
fn button(book: &Book) -> Option<Action> {
    if let Some(at) = round(book) {
        return Some(Action {
            href: book.link("index.html", at),
            icon: "date",
            words: match book.item(at).is_week_sheet() {
                true => key("What moved this week"),
                false => key("What moved this sprint"),
            },
        });
    }
    book.views.has("roadmap.html").then(|| Action {
        href: "roadmap.html".into(),
        icon: "road",
        words: key("Roadmap"),
    })
}

fn grids(book: &Book, course: &Course) -> Vec<Grid> {
    let wide = work::sprint(book)
        .or_else(|| work::tasks(book, course))
        .or_else(|| work::outcomes(book, course));
    let narrow: Vec<Panel> = [term::dates(book), term::sprints(book)]
        .into_iter()
        .flatten()
        .collect();
    let round = round(book);
    let answers = [
        attention::blocked(book),
        slipped(book, FROM, round),
        ahead(book, FROM, round),
    ];
    let mut grids = Vec::new();
    side_by_side(&mut grids, answers.into_iter().flatten().collect());
    let mut rest: Vec<Panel> = Vec::new();
    match (wide, narrow.is_empty()) {
        (Some(wide), false) => grids.push(Grid {
            class: "dash",
            cells: vec![vec![wide], narrow],
        }),
        (Some(wide), true) => grids.push(Grid {
            class: "dash1",
            cells: vec![vec![wide]],
        }),
        (None, _) => rest.extend(narrow),
    }
    let others = [
        attention::decisions(book),
        attention::warnings(book),
        attention::discovered(book),
        reading::documents(book),
        reading::read(book),
    ];
    rest.extend(others.into_iter().flatten());
    side_by_side(&mut grids, rest);
    grids
}

/// The week that runs, else the sprint: what it takes up is not what enters next.
fn round(book: &Book) -> Option<usize> {
    let this_week = book.edition.as_of.week();
    let week = book.views.week;
    let week = week.filter(|at| week_of(book.item(*at)) == Some(this_week));
    week.or(book.views.sprint)
}

fn side_by_side(grids: &mut Vec<Grid>, mut rest: Vec<Panel>) {
    while !rest.is_empty() {
        // Four stand two by two: a single one below three looks lost.
        let take = match rest.len() {
            2 | 4 => 2,
            count => count.min(3),
        };
        let row: Vec<Vec<Panel>> = rest.drain(..take).map(|panel| vec![panel]).collect();
        grids.push(Grid {
            class: ["dash1", "dash2", "dash3"][take - 1],
            cells: row,
        });
    }
}
