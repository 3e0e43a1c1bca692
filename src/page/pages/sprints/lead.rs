//! Where the sprints stand, said first: the sentence, the note, the figures, and the sprint that runs.

use serde::Serialize;

use crate::edition::entry::{Entry, Figure, Velocity};
use crate::model::date::Date;
use crate::page::iteration::{dates, goal, kept, noun, over, spoken};
use crate::page::mark;
use crate::page::moves::summary;
use crate::page::name;
use crate::page::pages::sprints::team::Team;
use crate::page::route::ROWS;
use crate::page::section::{Note, Part, Section};
use crate::page::table::table;
use crate::page::term::{end, is_finished, start};
use crate::page::view::week_of;
use crate::page::words::{amount, capital, distance, long_day, mean, number};
use crate::theme::markup::{Markup, escape};

/// A forecast needs so many finished sprints.
pub(super) const TREND: usize = 3;

/// Where the sprint that runs is, else what finished ones did, else what is to come.
pub(super) fn sentence(team: &Team<'_>) -> Option<String> {
    let running = team.running().map(|(at, item)| {
        let noun = noun(team.book, at);
        let name = name::spoken(item);
        running(&name, end(item), team.today(), figures(item), noun)
    });
    let finished: Vec<(usize, &Entry)> = team.finished().collect();
    let done = || match &finished[..] {
        [] => None,
        [(at, item)] => Some(one(figures(item), noun(team.book, *at))),
        many => {
            let tell = |item: &Entry| item.completed.is_some();
            let of = team.book.edition.velocity.map_or(0, |velocity| velocity.of);
            let last = many.iter().rev().take(of);
            let is_gapless = last.clone().all(|(_, item)| tell(item));
            Some(several(many.len(), team.book.edition.velocity, is_gapless))
        }
    };
    let to_come = || {
        let (_, item) = team.to_come().next()?;
        let name = name::spoken(item);
        start(item).map(|start| begins(&name, start, team.today()))
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

/// "Sprint 6 has three days left and four of eight tasks complete."
fn running(
    name: &str,
    end: Option<Date>,
    today: Date,
    figures: Figures,
    noun: Option<&str>,
) -> String {
    let days = match end.map(|end| end.days_since(today)) {
        None => "runs".to_string(),
        Some(i64::MIN..=0) => "ends today".into(),
        Some(1) => "has one day left".into(),
        Some(left) => format!("has {} days left", spoken(left as f64)),
    };
    let noun = noun.map_or(String::new(), |noun| format!(" {noun}"));
    let joint = if days.starts_with("has") {
        " and"
    } else {
        " with"
    };
    match figures {
        (Some(of), Some(done)) => {
            let (done, of) = (spoken(done), spoken(of));
            format!("{name} {days}{joint} {done} of {of}{noun} complete.")
        }
        (Some(of), None) => format!("{name} {days}; {} committed.", are(of, "")),
        (None, Some(done)) => format!("{name} {days}; {} completed so far.", are(done, "")),
        (None, None) => format!("{name} {days}."),
    }
}

/// "One sprint is finished: 5 tasks were committed, 1 was completed."
fn one((committed, completed): Figures, noun: Option<&str>) -> String {
    let was = |value: f64, noun: Option<&str>| {
        let noun = noun.map_or(String::new(), |noun| format!(" {}", singular(noun, value)));
        let was = if value == 1.0 { "was" } else { "were" };
        format!("{}{noun} {was}", amount(value))
    };
    match (committed, completed) {
        (Some(committed), Some(completed)) => format!(
            "One sprint is finished: {} committed, {} completed.",
            was(committed, noun),
            was(completed, None)
        ),
        (None, Some(completed)) => {
            format!(
                "One sprint is finished: {} completed.",
                was(completed, noun)
            )
        }
        _ => "One sprint is finished.".into(),
    }
}

fn singular(noun: &str, value: f64) -> String {
    match noun.strip_suffix('s') {
        Some(one) if value == 1.0 && !noun.ends_with("ies") => one.to_string(),
        Some(stem) if value == 1.0 => format!("{}y", &stem[..stem.len() - 2]),
        _ => noun.to_string(),
    }
}

fn are(value: f64, noun: &str) -> String {
    let are = if value == 1.0 { "is" } else { "are" };
    format!("{}{noun} {are}", amount(value))
}

/// "Five sprints are finished; the last three completed 4.0 a sprint."
fn several(count: usize, velocity: Option<Velocity>, is_gapless: bool) -> String {
    let told = velocity.map(|Velocity { mean: value, of }| {
        let mean = mean(value);
        match of {
            of if of == count => format!("; they completed {mean} a sprint"),
            1 => format!("; the last one that tells it completed {mean}"),
            of if is_gapless => format!("; the last {} completed {mean} a sprint", number(of)),
            of => format!(
                "; the last {} that tell it completed {mean} a sprint",
                number(of)
            ),
        }
    });
    let all = capital(&number(count));
    format!("{all} sprints are finished{}.", told.unwrap_or_default())
}

fn begins(name: &str, start: Date, today: Date) -> String {
    let (away, day) = (distance(start, today), long_day(start, today));
    format!("{name} begins {away}, on {day}; no sprint is finished.")
}

/// Where there are no sprints but weeks: "One week is written: 2 entered, 3 left."
fn weeks(team: &Team<'_>) -> Option<String> {
    let item = |at: &usize| team.book.item(*at);
    match &team.weeks[..] {
        _ if !team.sprints.is_empty() => None,
        [] => None,
        [only] => Some(match summary(item(only)) {
            moved if moved.is_empty() => "One week is written.".into(),
            moved => format!("One week is written: {moved}."),
        }),
        [.., last] => {
            let last = week_of(item(last)).map_or(String::new(), |week| {
                format!("; the last is week {} of {}", week.number(), week.year())
            });
            let all = capital(&number(team.weeks.len()));
            Some(format!("{all} weeks are written{last}."))
        }
    }
}

/// What takes on too much, or why there is no forecast.
pub(super) fn note(team: &Team<'_>) -> Option<Note> {
    if let Some(words) = team.overcommitted().and_then(over) {
        return Some(Note {
            style: "warn",
            icon: "warn",
            strong: "Committed above capacity.".into(),
            text: Markup::html(format!("{}{}", escape(&words), decide(team))),
        });
    }
    let finished = team.finished().count();
    (finished < TREND && !team.sprints.is_empty()).then(|| Note {
        style: "unknown",
        icon: "unknown",
        strong: "No forecast.".into(),
        text: Markup::text(&format!(
            "Not enough data ({finished} of {TREND} sprints): a forecast needs three finished sprints."
        )),
    })
}

/// A link to the sheet of this week.
fn decide(team: &Team<'_>) -> String {
    let is_this = |at: &usize| week_of(team.book.item(*at)) == Some(team.today().week());
    let week = team.book.views.week.filter(is_this);
    week.map_or(String::new(), |at| {
        let href = team.book.link(team.from, at);
        let link = mark::anchor(&href, "Decide in this week’s planning", "");
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
    words: &'static str,
    href: Option<String>,
}

/// The figures of the sprint that runs, else of the last one that is over.
pub(super) fn ledger(team: &Team<'_>) -> Option<Sum> {
    let (at, item) = team.running().or_else(|| team.finished().next_back())?;
    let is_over = is_finished(item);
    let number = |value: String, words, href| Number { value, words, href };
    let figure = |figure: &Option<Figure>, words| {
        let figure = figure.as_ref()?;
        let href = rows(team, at, figure);
        Some(number(amount(figure.value), words, href))
    };
    let so_far = if is_over {
        "completed"
    } else {
        "completed so far"
    };
    let share = if is_over { "kept" } else { "of it complete" };
    let left = end(item).filter(|_| !is_over);
    let left = left.map(|end| end.days_since(team.today()).max(0));
    let figures = [
        figure(&item.committed, "committed"),
        figure(&item.completed, so_far),
        kept(item).map(|kept| number(kept, share, None)),
        left.map(|left| {
            let words = if left == 1 { "day left" } else { "days left" };
            number(left.to_string(), words, None)
        }),
        item.velocity
            .as_ref()
            .filter(|_| is_over)
            .map(|said| number(said.raw.clone(), "velocity, as written", None)),
    ];
    let figures: Vec<Number> = figures.into_iter().flatten().collect();
    (figures.len() > 1).then(|| Sum {
        label: format!("{} in figures", name::spoken(item)),
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
    let days = dates(item, team.today()).map_or(String::new(), |dates| format!(", {dates}"));
    let title = format!("{}{days}", name::spoken(item));
    let goal =
        goal(item).map(|goal| Part::prose(format!("<p class=\"goal\">{}</p>", escape(goal))));
    let members = book.members(at);
    let shown = &members[..members.len().min(ROWS)];
    let caption = format!("In {}", name::spoken(item));
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
    let all_of = format!("All {all}");
    let words = match has_page {
        true => mark::anchor(
            &format!("{}#tasks", team.book.link(team.from, at)),
            &all_of,
            "",
        ),
        false => Markup::text(&format!("And {} more.", all.saturating_sub(ROWS))),
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
        let told = |end: &str, figures, noun| {
            running(
                "Sprint 6",
                Date::iso(end),
                date("2026-05-12"),
                figures,
                noun,
            )
        };
        let both = (Some(8.0), Some(4.0));
        assert_eq!(
            told("2026-05-15", both, Some("tasks")),
            "Sprint 6 has three days left and four of eight tasks complete."
        );
        assert_eq!(
            told("2026-05-13", both, None),
            "Sprint 6 has one day left and four of eight complete."
        );
        assert_eq!(
            told("2026-05-12", both, None),
            "Sprint 6 ends today with four of eight complete."
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
        assert_eq!(
            one((Some(5.0), Some(1.0)), Some("tasks")),
            "One sprint is finished: 5 tasks were committed, 1 was completed."
        );
        assert_eq!(
            one((None, Some(1.0)), Some("stories")),
            "One sprint is finished: 1 story was completed."
        );
        assert_eq!(one((None, None), None), "One sprint is finished.");
    }

    #[test]
    fn several_finished_sprints_tell_their_mean() {
        let told = |count, mean, of| several(count, Some(Velocity { mean, of }), true);
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
        assert_eq!(several(2, None, true), "Two sprints are finished.");
    }

    #[test]
    fn what_is_to_come_is_told_by_its_distance() {
        assert_eq!(
            begins("S-2", date("2026-11-30"), date("2026-11-21")),
            "S-2 begins in 9 days, on 30 November; no sprint is finished."
        );
    }
}
