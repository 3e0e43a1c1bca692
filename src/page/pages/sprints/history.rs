//! Every sprint as a row, the latest first; a sprint without a page of its own has its anchor and all its words here.

use std::collections::BTreeMap;

use crate::edition::entry::{Entry, Fact, Figure};
use crate::page::badge;
use crate::page::figure::{amount, mean, number};
use crate::page::iteration::{dates, goal, is_dates, is_goal, kept};
use crate::page::mark;
use crate::page::name;
use crate::page::pages::sprints::lead::rows;
use crate::page::pages::sprints::team::Team;
use crate::page::pages::sprints::velocity::averages;
use crate::page::section::Part;
use crate::page::section::{Column, Row, Section, Table};
use crate::page::table::anchor;
use crate::page::term::{end, is_finished};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// How many columns of the author's own are shown.
const OWN: usize = 4;

/// Words up to this length need not wrap.
const SHORT: usize = 26;

/// The sprints of this page; averages are of all sprints.
pub(super) fn history(here: &Team<'_>, all: &Team<'_>) -> Option<Section> {
    if here.sprints.is_empty() {
        return None;
    }
    let means = means(all);
    let own = own_names(here);
    let has_status = here
        .items()
        .any(|(at, item)| item.status.is_some() && is_hosted(here, at));
    let mut head = Column::all([
        ("Sprint", ""),
        ("Dates", ""),
        ("Goal", "grow"),
        ("Status", ""),
        ("Committed", "r"),
        ("Completed", "r"),
        ("Kept", "r"),
        ("Velocity, as written", "r"),
        ("Average of 3", "r"),
    ]);
    head.extend(own.iter().map(|name| Column {
        label: (*name).to_string(),
        class: "",
    }));
    let told = here.items().rev().map(|(at, item)| Row {
        id: anchor(here.book, here.from, at),
        cells: cells(here, at, item, means.get(&at), &own, has_status),
    });
    let mut table = Table {
        caption: here.tongue().say("Sprint history").into_owned(),
        head,
        rows: told.collect(),
    };
    table.drop_empty_columns();
    wrap_long(&mut table);
    let section = Section::new("history", "History")
        .count(all.sprints.len())
        .with(Part::table(table));
    Some(match foot(all) {
        Some(words) => section.note(&words),
        None => section,
    })
}

/// Lets columns with long words wrap, so that short ones need no room for it.
fn wrap_long(table: &mut Table) {
    for (at, column) in table.head.iter_mut().enumerate() {
        let mut cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        let is_long = cells.any(|cell| cell.as_str().chars().count() > SHORT);
        if is_long && column.class.is_empty() && at > 0 {
            column.class = "wrap";
        }
    }
}

fn is_hosted(team: &Team<'_>, at: usize) -> bool {
    anchor(team.book, team.from, at).is_some()
}

/// The average of three at each sprint that has one.
fn means(team: &Team<'_>) -> BTreeMap<usize, f64> {
    let done = team.finished();
    let done = done.filter_map(|(at, item)| Some((at, item.completed.as_ref()?.value)));
    averages(&done.collect::<Vec<_>>()).into_iter().collect()
}

/// Columns of the author's own, of sprints that are told of only here.
fn own_names<'a>(team: &Team<'a>) -> Vec<&'a str> {
    let mut names: Vec<&str> = Vec::new();
    for (_, item) in team.items().filter(|(at, _)| is_hosted(team, *at)) {
        for fact in item.fields.iter().filter(|fact| is_own(fact)) {
            if names.len() < OWN && !names.contains(&fact.name.as_str()) {
                names.push(&fact.name);
            }
        }
    }
    names
}

fn is_own(fact: &Fact) -> bool {
    !fact.raw.trim().is_empty() && !is_goal(&fact.name) && !is_dates(&fact.name)
}

fn cells(
    team: &Team<'_>,
    at: usize,
    item: &Entry,
    average: Option<&f64>,
    own: &[&str],
    has_status: bool,
) -> Vec<Markup> {
    let status = item.status.as_ref().filter(|_| has_status);
    let tongue = team.tongue();
    let dates = dates(tongue, item, team.today());
    let is_to_come = team.is_to_come(item);
    let share = kept(tongue, item).filter(|_| !is_to_come);
    let completed = item.completed.as_ref();
    let completed = completed.filter(|done| !is_to_come || done.value > 0.0);
    let is_open = !is_finished(item);
    let mut cells = vec![
        title(team, at, item),
        Markup::text(&dates.unwrap_or_default()),
        purpose(item),
        status.map_or_else(Markup::default, |_| badge::status(tongue, item)),
        figure(team, at, item.committed.as_ref(), false),
        figure(team, at, completed, is_open),
        Markup::text(&share.unwrap_or_default()),
        Markup::text(item.velocity.as_ref().map_or("", |said| &said.raw)),
        average.map_or_else(Markup::default, |average| {
            Markup::text(&mean(tongue, *average))
        }),
    ];
    cells.extend(own.iter().map(|name| {
        let mut fields = item.fields.iter();
        let fact = fields.find(|fact| fact.name == *name);
        fact.map_or_else(Markup::default, |fact| Markup::text(&fact.raw))
    }));
    cells
}

fn title(team: &Team<'_>, at: usize, item: &Entry) -> Markup {
    let words = item.id.clone().unwrap_or_else(|| name::title(item));
    match is_hosted(team, at) {
        true => Markup::html(format!("<strong>{}</strong>", escape(&words))),
        false => mark::anchor(&team.book.link(team.from, at), &words, "title"),
    }
}

/// Its goal, and its title where that says more than the number.
fn purpose(item: &Entry) -> Markup {
    let goal = goal(item).unwrap_or_default();
    let title = item.title.trim();
    let is_number = item.id.as_deref().is_none_or(|id| is_numbered(title, id));
    match (title, goal) {
        (title, goal) if is_number || title == goal => Markup::text(goal),
        (title, "") => Markup::text(title),
        (title, goal) => Markup::html(format!(
            "{}<span class=\"sub\">{}</span>",
            escape(title),
            escape(goal)
        )),
    }
}

/// Whether a title is a word and the id: "Iteration 4".
fn is_numbered(title: &str, id: &str) -> bool {
    let rest = title.strip_suffix(id).map(str::trim);
    title.is_empty() || rest.is_some_and(|rest| !rest.contains(char::is_whitespace))
}

fn figure(team: &Team<'_>, at: usize, figure: Option<&Figure>, is_open: bool) -> Markup {
    let Some(figure) = figure else {
        return Markup::default();
    };
    let words = amount(team.tongue(), figure.value);
    let words = match is_open {
        true => team.tongue().tell("{figure} so far", &[("figure", &words)]),
        false => words,
    };
    match rows(team, at, figure) {
        Some(href) => mark::anchor(&href, &words, "quiet"),
        None => Markup::text(&words),
    }
}

/// What the figures mean, as far as the table does not say it.
fn foot(team: &Team<'_>) -> Option<String> {
    let finished: Vec<&Entry> = team.finished().map(|(_, item)| item).collect();
    let tongue = team.tongue();
    let say = |words: &'static str| tongue.say(words).into_owned();
    let mut told = Vec::new();
    match &finished[..] {
        [only] if end(only).is_none() => {
            told.push(say("Finished, because its completed figure is stated."));
        }
        many if many.iter().any(|item| end(item).is_none()) => {
            told.push(say(
                "Finished where the last day has passed or the completed figure is stated.",
            ));
        }
        _ => {}
    }
    let is_written = team.items().any(|(_, item)| item.velocity.is_some());
    let velocity = team.book.edition.velocity.filter(|_| !finished.is_empty());
    match velocity.map(|velocity| computed(tongue, velocity.mean, velocity.of)) {
        Some(mean) if is_written => told.push(tongue.tell(
            "Velocity is shown in the unit in which it is written; computed, it is {mean}.",
            &[("mean", &mean)],
        )),
        Some(mean) => told.push(tongue.tell("Computed velocity: {mean}.", &[("mean", &mean)])),
        None if is_written => {
            told.push(say("Velocity is shown in the unit in which it is written."));
        }
        None => {}
    }
    if let [only] = &finished[..] {
        let committed = only.committed.as_ref();
        told.extend(committed.map(|figure| {
            tongue.tell(
                "Whether {committed} were too many is not judged: there is no earlier sprint.",
                &[("committed", &amount(tongue, figure.value))],
            )
        }));
    }
    (!told.is_empty()).then(|| told.join(" "))
}

fn computed(tongue: &Tongue, value: f64, of: usize) -> String {
    tongue.count(
        of,
        "{mean} a sprint (of one finished sprint)",
        "{mean} a sprint (of {spelled} finished sprints)",
        &[
            ("mean", &mean(tongue, value)),
            ("spelled", &number(tongue, of)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_that_only_numbers_says_nothing() {
        assert!(is_numbered("Iteration 4", "4") && is_numbered("Sprint S-1", "S-1"));
        assert!(is_numbered("", "4") && is_numbered("4", "4"));
        assert!(!is_numbered("The road to 4", "4") && !is_numbered("Pencils", "1"));
    }

    #[test]
    fn a_mean_says_of_how_many() {
        let computed = |value, of| computed(&Tongue::english(), value, of);
        assert_eq!(computed(1.0, 1), "1.0 a sprint (of one finished sprint)");
        assert_eq!(
            computed(7.0 / 3.0, 3),
            "2.3 a sprint (of three finished sprints)"
        );
    }
}
