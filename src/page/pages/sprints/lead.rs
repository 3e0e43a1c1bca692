//! Where the sprints stand, said first: the sentence, the note, the figures, and the sprint that runs.

use serde::Serialize;

use crate::edition::entry::{Entry, Figure};
use crate::page::figure::{amount, number};
use crate::page::iteration::{counts, dates, goal, kept, over};
use crate::page::mark;
use crate::page::moves::summary;
use crate::page::name;
use crate::page::pages::sprints::sentence::{Figures, begins, days, one, running, several};
use crate::page::pages::sprints::team::Team;
use crate::page::route::ROWS;
use crate::page::section::{Note, Part, Section};
use crate::page::table::table;
use crate::page::term::{end, is_finished, start};
use crate::page::view::week_of;
use crate::page::words::capital;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// A forecast needs so many finished sprints.
pub(super) const TREND: usize = 3;

/// Where the sprint that runs is, else what finished ones did, else what is to come.
pub(super) fn sentence(team: &Team<'_>) -> Option<String> {
    let tongue = team.tongue();
    let running = team.running().map(|(at, item)| {
        let left = end(item).map(|end| end.days_since(team.today()));
        let head = days(tongue, &name::called(tongue, item), left);
        running(tongue, &head, figures(item), counts(team.book, at))
    });
    let finished: Vec<(usize, &Entry)> = team.finished().collect();
    let done = || match &finished[..] {
        [] => None,
        [(at, item)] => Some(one(tongue, figures(item), counts(team.book, *at))),
        many => {
            let tell = |item: &Entry| item.completed.is_some();
            let of = team.book.edition.velocity.map_or(0, |velocity| velocity.of);
            let last = many.iter().rev().take(of);
            let is_gapless = last.clone().all(|(_, item)| tell(item));
            let velocity = team.book.edition.velocity;
            Some(several(tongue, many.len(), velocity, is_gapless))
        }
    };
    let to_come = || {
        let (_, item) = team.to_come().next()?;
        let name = name::called(tongue, item);
        start(item).map(|start| begins(tongue, &name, start, team.today()))
    };
    running
        .or_else(done)
        .or_else(to_come)
        .or_else(|| weeks(team))
}

fn figures(item: &Entry) -> Figures {
    let value = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.value);
    (value(&item.committed), value(&item.completed))
}

/// Where there are no sprints but weeks: "One week is written: 2 entered, 3 left."
fn weeks(team: &Team<'_>) -> Option<String> {
    let (tongue, item) = (team.tongue(), |at: &usize| team.book.item(*at));
    match &team.weeks[..] {
        _ if !team.sprints.is_empty() => None,
        [] => None,
        [only] => Some(match summary(tongue, item(only)) {
            moved if moved.is_empty() => tongue.say("One week is written.").into_owned(),
            moved => tongue.tell("One week is written: {moved}.", &[("moved", &moved)]),
        }),
        [.., last] => {
            let all = capital(&number(tongue, team.weeks.len()));
            Some(match week_of(item(last)) {
                Some(week) => tongue.tell(
                    "{spelled} weeks are written; the last is week {week} of {year}.",
                    &[
                        ("spelled", &all),
                        ("week", &week.number()),
                        ("year", &week.year()),
                    ],
                ),
                None => tongue.tell("{spelled} weeks are written.", &[("spelled", &all)]),
            })
        }
    }
}

/// What takes on too much, or why there is no forecast.
pub(super) fn note(team: &Team<'_>) -> Option<Note> {
    if let Some(words) = team
        .overcommitted()
        .and_then(|item| over(team.tongue(), item))
    {
        return Some(Note {
            style: "warn",
            icon: "warn",
            strong: team.tongue().say("Committed above capacity.").into_owned(),
            text: Markup::html(format!("{}{}", escape(&words), decide(team))),
        });
    }
    let finished = team.finished().count();
    (finished < TREND && !team.sprints.is_empty()).then(|| Note {
        style: "unknown",
        icon: "unknown",
        strong: team.tongue().say("No forecast.").into_owned(),
        text: team.tongue().mark(
            "Not enough data ({finished} of {of} sprints): a forecast needs three finished sprints.",
            &[
                ("finished", &Markup::text(&finished.to_string())),
                ("of", &Markup::text(&TREND.to_string())),
            ],
        ),
    })
}

/// A link to the sheet of this week.
fn decide(team: &Team<'_>) -> String {
    let is_this = |at: &usize| week_of(team.book.item(*at)) == Some(team.today().week());
    let week = team.book.views.week.filter(is_this);
    week.map_or(String::new(), |at| {
        let href = team.book.link(team.from, at);
        let link = mark::anchor(
            &href,
            &team.tongue().say("Decide in this week’s planning"),
            "",
        );
        format!(" {}.", link.as_str())
    })
}

/// The figures of one sprint.
#[derive(Serialize)]
pub(super) struct Sum {
    label: String,
    figures: Vec<Number>,
}

/// A figure, and where the rows are that it counts.
#[derive(Serialize)]
struct Number {
    value: String,
    words: String,
    href: Option<String>,
}

/// The figures of the sprint that runs, else of the last one that is over.
pub(super) fn ledger(team: &Team<'_>) -> Option<Sum> {
    let (at, item) = team.running().or_else(|| team.finished().next_back())?;
    let is_over = is_finished(item);
    let tongue = team.tongue();
    let number = |value: String, words: &'static str, href| Number {
        value,
        words: tongue.say(words).into_owned(),
        href,
    };
    let figure = |figure: &Option<Figure>, words| {
        let figure = figure.as_ref()?;
        let href = rows(team, at, figure);
        Some(number(amount(tongue, figure.value), words, href))
    };
    let so_far = if is_over {
        key("completed")
    } else {
        key("completed so far")
    };
    let share = match is_over {
        true => key("kept"),
        false => key("of it complete"),
    };
    let left = end(item).filter(|_| !is_over);
    let left = left.map(|end| end.days_since(team.today()).max(0));
    let figures = [
        figure(&item.committed, key("committed")),
        figure(&item.completed, so_far),
        kept(tongue, item).map(|kept| number(kept, share, None)),
        left.map(|left| {
            let days = usize::try_from(left).unwrap_or_default();
            Number {
                value: left.to_string(),
                words: tongue.count(days, "day left", "days left", &[]),
                href: None,
            }
        }),
        item.velocity
            .as_ref()
            .filter(|_| is_over)
            .map(|said| number(said.raw.clone(), key("velocity, as written"), None)),
    ];
    let figures: Vec<Number> = figures.into_iter().flatten().collect();
    (figures.len() > 1).then(|| Sum {
        label: tongue.tell(
            "{sprint} in figures",
            &[("sprint", &name::called(tongue, item))],
        ),
        figures,
    })
}

/// Where the items are that a figure counts.
pub(super) fn rows(team: &Team<'_>, at: usize, figure: &Figure) -> Option<String> {
    let is_running = team.book.views.sprint == Some(at);
    let has_rows = figure.stated.is_none() && !team.book.members(at).is_empty();
    match has_rows {
        true if is_running && team.from == "sprints.html" => Some("#current".into()),
        true if team.book.item(at).has_page => {
            Some(format!("{}#tasks", team.book.link(team.from, at)))
        }
        _ => None,
    }
}

/// The sprint that runs, with what is in it.
pub(super) fn current(team: &Team<'_>) -> Option<Section> {
    let (at, item) = team.running()?;
    let book = team.book;
    let tongue = team.tongue();
    let name = name::called(tongue, item);
    let dates = dates(tongue, item, team.today());
    let title = tongue.row(&[name.clone()].into_iter().chain(dates).collect::<Vec<_>>());
    let goal =
        goal(item).map(|goal| Part::prose(format!("<p class=\"goal\">{}</p>", escape(goal))));
    let members = book.members(at);
    let shown = &members[..members.len().min(ROWS)];
    let caption = tongue.tell("In {sprint}", &[("sprint", &name)]);
    let tasks = (!shown.is_empty())
        .then(|| Part::table(table(book, team.from, shown, caption).without("Sprint")));
    let section = Section {
        parts: goal.into_iter().chain(tasks).collect(),
        note: more(team, at, members.len()),
        ..Section::new("current", &title)
    };
    (!section.parts.is_empty()).then_some(section)
}

fn more(team: &Team<'_>, at: usize, all: usize) -> Option<Markup> {
    let has_page = team.book.item(at).has_page;
    let tongue = team.tongue();
    let all_of = tongue.count(all, "All {number}", "All {number}", &[]);
    let words = match has_page {
        true => mark::anchor(
            &format!("{}#tasks", team.book.link(team.from, at)),
            &all_of,
            "",
        ),
        false => Markup::text(&tongue.count(
            all.saturating_sub(ROWS),
            "And {number} more.",
            "And {number} more.",
            &[],
        )),
    };
    (all > ROWS).then_some(words)
}
