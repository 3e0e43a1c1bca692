//! What is under way: the sprint that runs, else the tasks of the current item, and the outcomes it promises.

use crate::edition::entry::Entry;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::iteration::goal;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::home::course::Course;
use crate::page::pages::home::panel::{FROM, Panel, side};
use crate::page::section::{Check, Line, Part};
use crate::page::words::{amount, capital, day, many, mean};
use crate::theme::markup::{Markup, escape};

/// How many tasks are shown of what is under way.
const TASKS: usize = 10;

fn status_line(book: &Book, at: usize) -> Line {
    let item = book.item(at);
    let estimate = item.estimate.as_ref();
    let estimate = estimate.map_or(String::new(), |said| {
        format!(" <span class=\"sub\">{}</span>", escape(&said.raw))
    });
    Line {
        lead: mark::status(item),
        title: Markup::html(format!("{}{estimate}", mark::item(book, FROM, at).as_str())),
        ..Line::default()
    }
}

/// The sprint that runs: its goal, its tasks, and whether it took on too much.
pub fn sprint(book: &Book) -> Option<Panel> {
    let at = book.views.sprint?;
    let item = book.item(at);
    let members = book.members(at);
    let today = book.edition.as_of;
    let start = item.start.as_ref().and_then(|said| said.value.day);
    let end = item.term.and_then(|term| term.end);
    let dates = start
        .zip(end)
        .map(|(start, end)| format!("{} to {} · ", day(start, today), day(end, today)));
    let all = mark::anchor("sprints.html", "all sprints", "quiet");
    let mut open: Vec<usize> = members.to_vec();
    open.sort_by_key(|at| order(book.item(*at)));
    let lines: Vec<Line> = open
        .iter()
        .take(TASKS)
        .map(|at| status_line(book, *at))
        .collect();
    let goal = goal(item).map(str::to_string);
    if lines.is_empty() && goal.is_none() {
        return None;
    }
    let link = mark::anchor(&book.link(FROM, at), &name::spoken(item), "quiet");
    let panel = Panel {
        title: link,
        side: Some(Markup::html(format!(
            "<span class=\"sub\">{}{}</span>",
            escape(&dates.unwrap_or_default()),
            all.as_str()
        ))),
        goal,
        note: over(item).or_else(|| rest(open.len(), &book.link(FROM, at))),
        count: (!members.is_empty()).then(|| {
            let done = members
                .iter()
                .filter(|at| book.item(**at).state() == Status::Done);
            format!("{} of {} complete", done.count(), members.len())
        }),
        ..Panel::new("sprint", "")
    };
    Some(if lines.is_empty() {
        panel
    } else {
        panel.rows("stcol", lines)
    })
}

/// What is in work first, what is done last.
fn order(item: &Entry) -> u8 {
    match item.state() {
        Status::Blocked => 0,
        Status::Active => 1,
        Status::Planned | Status::Unknown => 2,
        Status::Done => 3,
        Status::Dropped => 4,
    }
}

fn over(item: &Entry) -> Option<Markup> {
    let earlier = item.term?.over?;
    let committed = item.committed.as_ref()?.value;
    Some(Markup::html(format!(
        "<i class=\"i i-warn c-warn\"></i> <strong>Over capacity.</strong> {}; {} are committed.",
        pace(earlier.of, earlier.mean),
        amount(committed)
    )))
}

/// "The last 3 sprints completed 4.0 a sprint".
fn pace(of: usize, completed: f64) -> String {
    match of {
        1 => format!("The last sprint completed {}", amount(completed)),
        of => format!(
            "The last {of} sprints completed {} a sprint",
            mean(completed)
        ),
    }
}

fn rest(all: usize, href: &str) -> Option<Markup> {
    (all > TASKS).then(|| {
        let link = mark::anchor(href, &format!("all {all}"), "");
        Markup::html(format!("{TASKS} are shown; see {}.", link.as_str()))
    })
}

/// The tasks of what is under way, where no sprint runs.
pub fn tasks(book: &Book, course: &Course) -> Option<Panel> {
    let at = course.current_item()?;
    let parts = book.item(at).children.iter().copied();
    let tasks: Vec<usize> = parts
        .filter(|at| !book.item(*at).discovered && book.item(*at).kind.level().is_some())
        .collect();
    let kind = book.item(*tasks.first()?).kind;
    let shown: Vec<usize> = tasks
        .iter()
        .copied()
        .filter(|at| book.item(*at).kind == kind)
        .collect();
    let lines = shown
        .iter()
        .take(TASKS)
        .map(|at| status_line(book, *at))
        .collect();
    let href = book.link(FROM, at);
    let title = format!("{} of {}", capital(many(kind)), name::spoken(book.item(at)));
    Some(
        Panel {
            count: Some(shown.len().to_string()),
            side: side(&href, "All columns"),
            note: rest(shown.len(), &href),
            ..Panel::new("tasks", &title)
        }
        .rows("stcol", lines),
    )
}

/// Outcomes that are promised and of which nothing says whether they are met.
pub fn outcomes(book: &Book, course: &Course) -> Option<Panel> {
    let mut count = 0;
    let mut columns = Vec::new();
    for at in course.stops.iter().take(6) {
        let item = book.item(*at);
        let open: Vec<Check> = item
            .criteria
            .iter()
            .filter(|condition| condition.done.is_none())
            .map(|condition| Check {
                text: Markup::text(&condition.text),
                class: "",
                icon: "unknown",
                word: "State unknown",
            })
            .collect();
        count += open.len();
        if !open.is_empty() {
            let heading = mark::anchor(&book.link(FROM, *at), &name::short(item), "quiet");
            let part = Part {
                checks: Some(open),
                ..Part::default()
            };
            columns.push(part.under(heading));
        }
    }
    (columns.len() > 1).then(|| Panel {
        count: Some(count.to_string()),
        side: Some(Markup::html(
            "<span class=\"sub\">bullets, without boxes: not known whether met</span>".into(),
        )),
        columns,
        ..Panel::new("outcomes", "Outcomes promised")
    })
}
