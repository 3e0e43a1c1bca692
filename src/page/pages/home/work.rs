//! What is under way: the sprint that runs, else the tasks of the current item, and the outcomes it promises.

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::day;
use crate::page::figure::{amount, mean};
use crate::page::iteration::goal;
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::pages::home::course::Course;
use crate::page::panels::panel::{FROM, Panel, side};
use crate::page::section::{Check, Line, Part};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// How many tasks are shown of what is under way.
const TASKS: usize = 10;

fn status_line(book: &Book, at: usize) -> Line {
    let item = book.item(at);
    let estimate = item.estimate.as_ref();
    let estimate = estimate.map_or(String::new(), |said| {
        format!(" <span class=\"sub\">{}</span>", escape(&said.raw))
    });
    // The status stays as it is written, also where a sheet or a blocker says that it cannot go on.
    let is_blocked = book.views.is_blocked(at) && item.state() != Status::Blocked;
    let blocked = match is_blocked {
        true => format!(
            " <span class=\"sub c-bad\">{}</span>",
            escape(&book.tongue.say("blocked"))
        ),
        false => String::new(),
    };
    let title = mark::item(book, FROM, at);
    Line {
        lead: badge::status(&book.tongue, item),
        title: Markup::html(format!("{}{estimate}{blocked}", title.as_str())),
        ..Line::default()
    }
}

/// The sprint that runs: its goal, its tasks, and whether it took on too much.
pub fn sprint(book: &Book) -> Option<Panel> {
    let at = book.views.sprint?;
    let item = book.item(at);
    let members = book.members(at);
    let (today, tongue) = (book.edition.as_of, &book.tongue);
    let start = item.start.as_ref().and_then(|said| said.value.day);
    let end = item.term.and_then(|term| term.end);
    let dates = start
        .zip(end)
        .map(|(start, end)| between(tongue, start, end, today) + " · ");
    let all = mark::anchor("sprints.html", &tongue.say("all sprints"), "quiet");
    let mut open: Vec<usize> = members.to_vec();
    open.sort_by_key(|at| (!book.views.is_blocked(*at), order(book.item(*at))));
    let lines: Vec<Line> = open
        .iter()
        .take(TASKS)
        .map(|at| status_line(book, *at))
        .collect();
    let goal = goal(item).map(str::to_string);
    if lines.is_empty() && goal.is_none() {
        return None;
    }
    let link = mark::anchor(&book.link(FROM, at), &name::called(tongue, item), "quiet");
    let panel = Panel {
        title: link,
        side: Some(Markup::html(format!(
            "<span class=\"sub\">{}{}</span>",
            escape(&dates.unwrap_or_default()),
            all.as_str()
        ))),
        goal,
        note: over(tongue, item).or_else(|| rest(tongue, open.len(), &book.link(FROM, at))),
        count: (!members.is_empty()).then(|| {
            let done = members
                .iter()
                .filter(|at| book.item(**at).state() == Status::Done);
            let parts: [(&str, &dyn std::fmt::Display); 2] =
                [("done", &done.count()), ("of", &members.len())];
            tongue.tell("{done} of {of} complete", &parts)
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

fn over(tongue: &Tongue, item: &Entry) -> Option<Markup> {
    let earlier = item.term?.over?;
    let committed = item.committed.as_ref()?.value;
    let committed = amount(tongue, committed);
    let completed = match earlier.of {
        1 => amount(tongue, earlier.mean),
        _ => mean(tongue, earlier.mean),
    };
    let pace = tongue.count(
        earlier.of,
        "The last sprint completed {completed}; {committed} are committed.",
        "The last {number} sprints completed {completed} a sprint; {committed} are committed.",
        &[("completed", &completed), ("committed", &committed)],
    );
    Some(Markup::html(format!(
        "<i class=\"i i-warn c-warn\"></i> <strong>{}</strong> {}",
        escape(&tongue.say("Over capacity.")),
        escape(&pace)
    )))
}

fn rest(tongue: &Tongue, all: usize, href: &str) -> Option<Markup> {
    (all > TASKS).then(|| {
        let words = tongue.count(all, "all {number}", "all {number}", &[]);
        let link = mark::anchor(href, &words, "");
        tongue.mark_count(
            TASKS,
            "{number} is shown; see {link}.",
            "{number} are shown; see {link}.",
            &[("link", &link)],
        )
    })
}

/// "13 Apr to 26 Apr".
fn between(tongue: &Tongue, start: Date, end: Date, today: Date) -> String {
    let (first, last) = (day(tongue, start, today), day(tongue, end, today));
    tongue.tell("{first} to {last}", &[("first", &first), ("last", &last)])
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
    let title = book.tongue.tell(
        "{items} of {name}",
        &[
            ("items", &noun::titles(&book.tongue, kind)),
            ("name", &name::called(&book.tongue, book.item(at))),
        ],
    );
    Some(
        Panel {
            count: Some(shown.len().to_string()),
            side: side(book, &href, key("All columns")),
            note: rest(&book.tongue, shown.len(), &href),
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
                word: key("State unknown"),
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
        side: Some(Markup::html(format!(
            "<span class=\"sub\">{}</span>",
            escape(
                &book
                    .tongue
                    .say("bullets, without boxes: not known whether met")
            )
        ))),
        columns,
        ..Panel::new("outcomes", "Outcomes promised")
    })
}
