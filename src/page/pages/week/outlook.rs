//! What a planning meeting looks at beside the week: the milestone in work, what slipped, what enters next, how much fits.

use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::calendar;
use crate::page::figure::{amount, mean};
use crate::page::iteration::over;
use crate::page::name;
use crate::page::pages::home::course::Course;
use crate::page::pages::week::telling::Telling;
use crate::page::panels::ahead::ahead;
use crate::page::panels::panel::{Panel, line};
use crate::page::panels::slipped::slipped;
use crate::page::section::Line;
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

/// The panels, in two stacks; nothing for what is over.
pub(super) fn outlook(telling: &Telling<'_>) -> Vec<Vec<Panel>> {
    if telling.is_over() || telling.flow.is_none() {
        return Vec::new();
    }
    let (book, from, round) = (telling.book, telling.from, Some(telling.at));
    let stand = [milestone(telling), capacity(telling)];
    let moves = [slipped(book, from, round), ahead(book, from, round)];
    let stacks = [stand, moves].map(|stack| stack.into_iter().flatten().collect::<Vec<_>>());
    stacks
        .into_iter()
        .filter(|stack| !stack.is_empty())
        .collect()
}

/// What all the work is for: the milestone that is under way, when it is due, and whether it will hold.
fn milestone(telling: &Telling<'_>) -> Option<Panel> {
    let book = telling.book;
    let tongue = &book.tongue;
    let course = Course::new(book);
    let at = course.current_item()?;
    let item = book.item(at);
    let due = item.due_day().map(|due| {
        let day = calendar::long_day(tongue, due, telling.today);
        let distance = calendar::distance(tongue, due, telling.today);
        let parts: [(&str, &dyn std::fmt::Display); 2] = [("day", &day), ("distance", &distance)];
        tongue.tell("Due {day}, {distance}.", &parts)
    });
    let health = item.health.as_ref();
    let why = health.map(|health| badge::reason(tongue, health));
    // The reason often begins with the day.
    let is_told = health.is_some_and(|health| health.why.starts_with("due "));
    let due = due.filter(|_| !is_told);
    let words = due.into_iter().chain(why).map(|words| Markup::text(&words));
    let bar = item
        .progress
        .as_ref()
        .map(|progress| badge::bar(tongue, progress));
    let line = Line {
        end: health.map(|health| badge::health(tongue, health)),
        why: words.chain(bar).collect(),
        ..line(book, telling.from, at)
    };
    let title = match item.kind {
        Kind::Phase => key("Phase in work"),
        Kind::Feature => key("Feature in work"),
        _ => key("Milestone in work"),
    };
    Some(Panel::new("milestone", title).rows("", vec![line]))
}

/// How much is taken on, and how much earlier sprints completed.
fn capacity(telling: &Telling<'_>) -> Option<Panel> {
    let book = telling.book;
    let tongue = &book.tongue;
    let velocity = book.edition.velocity.map(|velocity| {
        let words = match velocity.of {
            1 => tongue.tell(
                "{mean}, what the one finished sprint completed",
                &[("mean", &amount(tongue, velocity.mean))],
            ),
            of => tongue.count(
                of,
                "{mean} a sprint, the mean of the last {number}",
                "{mean} a sprint, the mean of the last {number}",
                &[("mean", &mean(tongue, velocity.mean))],
            ),
        };
        (tongue.say("Velocity").into_owned(), Markup::text(&words))
    });
    let sprint = match telling.item.is_week_sheet() {
        true => book.views.sprint,
        false => Some(telling.at),
    };
    let running = sprint.and_then(|at| {
        let item = book.item(at);
        let done = item.completed.as_ref().map_or(0.0, |figure| figure.value);
        let committed = item.committed.as_ref()?.value;
        let (done, committed) = (amount(tongue, done), amount(tongue, committed));
        let parts: [(&str, &dyn std::fmt::Display); 2] = [("done", &done), ("of", &committed)];
        let words = tongue.tell("{done} of {of} complete", &parts);
        Some((name::called(tongue, item), Markup::text(&words)))
    });
    let note = sprint.and_then(|at| over(&book.tongue, book.item(at)));
    let facts: Vec<(String, Markup)> = running.into_iter().chain(velocity).collect();
    (!facts.is_empty()).then(|| Panel {
        facts,
        note: note.map(|words| Markup::text(&words)),
        ..Panel::new("capacity", key("Capacity"))
    })
}
