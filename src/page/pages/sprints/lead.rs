//! Where the sprints stand, said first: the sentence, the note, the figures, and the sprint that runs.

use std::fmt::Display;

use serde::Serialize;

use crate::edition::entry::{Entry, Figure, Velocity};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::page::calendar::{distance, long_day};
use crate::page::figure::{amount, mean, number};
use crate::page::iteration::{counts, dates, goal, kept, over, spoken};
use crate::page::mark;
use crate::page::moves::summary;
use crate::page::name;
use crate::page::noun::{count, spelled};
use crate::page::pages::sprints::team::Team;
use crate::page::route::ROWS;
use crate::page::section::{Note, Part, Section};
use crate::page::table::table;
use crate::page::term::{end, is_finished, start};
use crate::page::view::week_of;
use crate::page::words::capital;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

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

/// What is known of a sprint: committed, completed.
type Figures = (Option<f64>, Option<f64>);

fn figures(item: &Entry) -> Figures {
    let value = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.value);
    (value(&item.committed), value(&item.completed))
}

/// "Sprint 6 has three days left".
fn days(tongue: &Tongue, name: &str, left: Option<i64>) -> String {
    let sprint: [(&str, &dyn Display); 1] = [("sprint", &name)];
    match left {
        None => tongue.tell("{sprint} runs", &sprint),
        Some(i64::MIN..=0) => tongue.tell("{sprint} ends today", &sprint),
        Some(left) => {
            let spelled = spoken(tongue, left as f64);
            tongue.count(
                usize::try_from(left).unwrap_or(usize::MAX),
                "{sprint} has one day left",
                "{sprint} has {spelled} days left",
                &[("sprint", &name), ("spelled", &spelled)],
            )
        }
    }
}

/// "Sprint 6 has three days left; four of eight tasks are complete."
fn running(tongue: &Tongue, head: &str, figures: Figures, kind: Option<Kind>) -> String {
    let tail = match figures {
        (Some(of), Some(done)) => {
            let of = match kind.zip(whole(of)) {
                Some((kind, of)) => spelled(tongue, of, kind),
                None => spoken(tongue, of),
            };
            tongue.count(
                form(done),
                "{done} of {of} is complete",
                "{done} of {of} are complete",
                &[("done", &spoken(tongue, done)), ("of", &of)],
            )
        }
        (Some(of), None) => tongue.count(
            form(of),
            "{figure} is committed",
            "{figure} are committed",
            &[("figure", &amount(tongue, of))],
        ),
        (None, Some(done)) => tongue.count(
            form(done),
            "{figure} is completed so far",
            "{figure} are completed so far",
            &[("figure", &amount(tongue, done))],
        ),
        (None, None) => return tongue.tell("{words}.", &[("words", &head)]),
    };
    tongue.tell("{head}; {next}.", &[("head", &head), ("next", &tail)])
}

/// A figure as a number of things, where it is one.
fn whole(value: f64) -> Option<usize> {
    (value.fract() == 0.0 && (0.0..1e9).contains(&value)).then_some(value as usize)
}

/// The number that chooses the form of a word; a part of one has that of several.
fn form(value: f64) -> usize {
    whole(value).unwrap_or(2)
}

/// "One sprint is finished: 5 tasks were committed, 1 was completed."
fn one(tongue: &Tongue, (committed, completed): Figures, kind: Option<Kind>) -> String {
    let figure = |value: f64, kind: Option<Kind>| match kind.zip(whole(value)) {
        Some((kind, number)) => count(tongue, number, kind),
        None => amount(tongue, value),
    };
    let mut told = Vec::new();
    if let Some(of) = committed.filter(|_| completed.is_some()) {
        told.push(tongue.count(
            form(of),
            "{figure} was committed",
            "{figure} were committed",
            &[("figure", &figure(of, kind))],
        ));
    }
    if let Some(done) = completed {
        let kind = kind.filter(|_| committed.is_none());
        told.push(tongue.count(
            form(done),
            "{figure} was completed",
            "{figure} were completed",
            &[("figure", &figure(done, kind))],
        ));
    }
    match told.is_empty() {
        true => tongue.say("One sprint is finished.").into_owned(),
        false => {
            let told = tongue.row(&told);
            tongue.tell("One sprint is finished: {parts}.", &[("parts", &told)])
        }
    }
}

/// "Five sprints are finished; the last three completed 4.0 a sprint."
fn several(tongue: &Tongue, count: usize, velocity: Option<Velocity>, is_gapless: bool) -> String {
    let of = velocity.map_or(0, |velocity| velocity.of);
    let words = match of {
        0 => key("{sprints} are finished."),
        of if of == count => key("{sprints} are finished; they completed {mean} a sprint."),
        1 => key("{sprints} are finished; the last one that tells it completed {mean}."),
        _ if is_gapless => {
            key("{sprints} are finished; the last {spelled} completed {mean} a sprint.")
        }
        _ => key(
            "{sprints} are finished; the last {spelled} that tell it completed {mean} a sprint.",
        ),
    };
    let value = velocity.map_or(0.0, |velocity| velocity.mean);
    tongue.tell(
        words,
        &[
            ("sprints", &capital(&spelled(tongue, count, Kind::Sprint))),
            ("mean", &mean(tongue, value)),
            ("spelled", &number(tongue, of)),
        ],
    )
}

fn begins(tongue: &Tongue, name: &str, start: Date, today: Date) -> String {
    tongue.tell(
        "{sprint} begins {distance}, on {date}; no sprint is finished.",
        &[
            ("sprint", &name),
            ("distance", &distance(tongue, start, today)),
            ("date", &long_day(tongue, start, today)),
        ],
    )
}

/// Where there are no sprints but weeks: "One week is written: 2 entered, 3 left."
fn weeks(team: &Team<'_>) -> Option<String> {
    let (tongue, item) = (team.tongue(), |at: &usize| team.book.item(*at));
    match &team.weeks[..] {
        _ if !team.sprints.is_empty() => None,
        [] => None,
        [only] => Some(match summary(item(only)) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::iso(text).unwrap()
    }

    #[test]
    fn a_sprint_that_runs_tells_its_days_and_figures() {
        let english = Tongue::english();
        let told = |end: &str, figures, noun| {
            let left = Date::iso(end).map(|end| end.days_since(date("2026-05-12")));
            running(&english, &days(&english, "Sprint 6", left), figures, noun)
        };
        let both = (Some(8.0), Some(4.0));
        assert_eq!(
            told("2026-05-15", both, Some(Kind::Task)),
            "Sprint 6 has three days left; four of eight tasks are complete."
        );
        assert_eq!(
            told("2026-05-13", both, None),
            "Sprint 6 has one day left; four of eight are complete."
        );
        assert_eq!(
            told("2026-05-12", both, None),
            "Sprint 6 ends today; four of eight are complete."
        );
        assert_eq!(told("", (None, None), None), "Sprint 6 runs.");
        assert_eq!(
            told("2026-05-14", (Some(5.0), None), None),
            "Sprint 6 has two days left; 5 are committed."
        );
        assert_eq!(
            told("2026-05-14", (None, Some(1.0)), None),
            "Sprint 6 has two days left; 1 is completed so far."
        );
    }

    #[test]
    fn one_finished_sprint_tells_what_is_known() {
        let english = Tongue::english();
        assert_eq!(
            one(&english, (Some(5.0), Some(1.0)), Some(Kind::Task)),
            "One sprint is finished: 5 tasks were committed, 1 was completed."
        );
        assert_eq!(
            one(&english, (None, Some(1.0)), Some(Kind::Story)),
            "One sprint is finished: 1 story was completed."
        );
        assert_eq!(one(&english, (None, None), None), "One sprint is finished.");
    }

    #[test]
    fn several_finished_sprints_tell_their_mean() {
        let english = Tongue::english();
        let told = |count, mean, of| several(&english, count, Some(Velocity { mean, of }), true);
        assert_eq!(
            told(5, 4.0, 3),
            "Five sprints are finished; the last three completed 4.0 a sprint."
        );
        assert_eq!(
            told(2, 4.5, 2),
            "Two sprints are finished; they completed 4.5 a sprint."
        );
        assert_eq!(
            told(2, 4.0, 1),
            "Two sprints are finished; the last one that tells it completed 4.0."
        );
        assert_eq!(
            several(&english, 2, None, true),
            "Two sprints are finished."
        );
    }

    #[test]
    fn what_is_to_come_is_told_by_its_distance() {
        assert_eq!(
            begins(
                &Tongue::english(),
                "S-2",
                date("2026-11-30"),
                date("2026-11-21")
            ),
            "S-2 begins in 9 days, on 30 November; no sprint is finished."
        );
    }
}
