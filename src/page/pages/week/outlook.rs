//! What a planning meeting looks at beside the week: the milestone in work, what slipped, what enters next, how much fits.

use std::collections::BTreeSet;

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::movement::Change;
use crate::model::status::Status;
use crate::page::answer::archive::is_archived;
use crate::page::badge;
use crate::page::calendar;
use crate::page::figure::{amount, mean};
use crate::page::iteration::over;
use crate::page::mark;
use crate::page::moves::of;
use crate::page::name;
use crate::page::pages::home::course::Course;
use crate::page::pages::home::panel::Panel;
use crate::page::pages::week::telling::{Telling, called};
use crate::page::section::Line;
use crate::page::tale::Thing;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// So many rows has a panel.
const ROWS: usize = 5;

/// The panels, in two stacks; nothing for what is over.
pub(super) fn outlook(telling: &Telling<'_>) -> Vec<Vec<Panel>> {
    if telling.is_over() || telling.flow.is_none() {
        return Vec::new();
    }
    let slipped = slipped(telling);
    let capacity = capacity(telling);
    // The panel of what fits stands where there is room beside the other stack.
    let (here, there) = match slipped.is_none() {
        true => (capacity, None),
        false => (None, capacity),
    };
    let stand = [milestone(telling), slipped, here];
    let ahead = [next(telling), there, None];
    let stacks = [stand, ahead].map(|stack| stack.into_iter().flatten().collect::<Vec<_>>());
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
        lead: lead(item),
        title: mark::item(book, telling.from, at),
        end: health.map(|health| badge::health(tongue, health)),
        why: words.chain(bar).collect(),
        ..Line::default()
    };
    let title = match item.kind {
        Kind::Phase => key("Phase in work"),
        Kind::Feature => key("Feature in work"),
        _ => key("Milestone in work"),
    };
    Some(Panel::new("milestone", title).rows("", vec![line]))
}

/// What is open though it should be finished, the longest first.
fn slipped(telling: &Telling<'_>) -> Option<Panel> {
    let book = telling.book;
    let tongue = &book.tongue;
    let items = book.edition.items.iter().enumerate();
    let is_late = |item: &Entry| {
        let is_open = !matches!(item.state(), Status::Done | Status::Dropped);
        let health = item.health.as_ref();
        is_open && !item.discovered && health.is_some_and(|health| health.value == "late")
    };
    let late = items.filter(|(_, item)| is_late(item) && item.due_day().is_some());
    let mut late: Vec<usize> = late.map(|(at, _)| at).collect();
    late.sort_by_key(|at| (book.item(*at).due_day(), *at));
    let line = |at: &usize| {
        let due = book.item(*at).due_day();
        let words = due.map(|due| {
            let day = calendar::long_day(tongue, due, telling.today);
            Markup::text(&tongue.tell("was due {day}", &[("day", &day)]))
        });
        Line {
            lead: lead(book.item(*at)),
            title: mark::item(book, telling.from, *at),
            end: words,
            ..Line::default()
        }
    };
    let lines: Vec<Line> = late.iter().take(ROWS).map(line).collect();
    (!late.is_empty()).then(|| {
        Panel {
            count: Some(late.len().to_string()),
            note: (late.len() > ROWS).then(|| {
                Markup::text(&tongue.tell(
                    "The {number} that were due first are shown.",
                    &[("number", &ROWS)],
                ))
            }),
            ..Panel::new("slipped", key("Slipped"))
        }
        .rows("", lines)
    })
}

fn lead(item: &Entry) -> Markup {
    Markup::html(match &item.id {
        Some(id) => format!("<span class=\"id\">{}</span>", escape(id)),
        None => format!("<i class=\"i i-{}\"></i>", mark::icon(item.kind)),
    })
}

/// What comes in next: what the next sheet or list names, then what can be begun.
fn next(telling: &Telling<'_>) -> Option<Panel> {
    let book = telling.book;
    let tongue = &book.tongue;
    let items = &book.edition.items;
    let flow = telling.flow.as_ref()?;
    let here: BTreeSet<usize> = flow
        .here()
        .filter_map(|step| match step.thing {
            Thing::Item(at) => Some(at),
            Thing::Words(_) => None,
        })
        .collect();
    let is_open = |at: &usize| {
        let state = book.item(*at).state();
        !here.contains(at) && !matches!(state, Status::Done | Status::Dropped)
    };
    let after = book.rounds.after(items, telling.at);
    let planned = after.map_or_else(Vec::new, |after| {
        let moved = of(book.item(after), Change::Entered);
        let moved = moved.filter_map(|moved| moved.item.to);
        let members = book.rounds.members(after).iter().copied();
        moved.chain(members).filter(is_open).collect()
    });
    let mut known: BTreeSet<usize> = BTreeSet::new();
    let mut lines: Vec<Line> = Vec::new();
    let mut add = |at: usize, end: Markup| {
        if known.insert(at) && lines.len() < ROWS {
            lines.push(Line {
                lead: lead(book.item(at)),
                title: mark::item(book, telling.from, at),
                end: Some(end),
                ..Line::default()
            });
        }
    };
    for at in planned {
        let named = after.map(|after| {
            let words = called(tongue, book.item(after));
            mark::anchor(&book.link(telling.from, after), &words, "")
        });
        let named = named.map(|link| tongue.mark("in {week}", &[("week", &link)]));
        add(at, named.unwrap_or_default());
    }
    let ready = book.edition.ready.iter().copied();
    let ready: Vec<usize> = ready
        .filter(|at| is_open(at) && !is_archived(book.item(*at)))
        .collect();
    for at in ready {
        let priority = book.item(at).priority.as_ref();
        let priority = priority.map(|said| mark::priority(&said.raw));
        add(
            at,
            priority.unwrap_or_else(|| Markup::text(&tongue.say("ready"))),
        );
    }
    let all = known.len();
    let note = match all {
        0 => return None,
        all if all > lines.len() => {
            let parts: [(&str, &dyn std::fmt::Display); 2] =
                [("shown", &lines.len()), ("all", &all)];
            let words = key("The first {shown} of {all} that are planned next or can be begun.");
            tongue.tell(words, &parts)
        }
        _ => tongue
            .say("What the next plan names, and what can be begun.")
            .into_owned(),
    };
    Some(
        Panel {
            count: Some(all.to_string()),
            note: Some(Markup::text(&note)),
            ..Panel::new("next", key("Enters next"))
        }
        .rows("", lines),
    )
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
