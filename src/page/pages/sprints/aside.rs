//! What stands beside the sprints: weeks, goals that no sprint has, discovered tasks.

use crate::edition::entry::{Entry, Fact};
use crate::page::calendar::span;
use crate::page::iteration::{goal, is_dates, is_goal, is_of_sprint};
use crate::page::mark;
use crate::page::moves::{LANES, of};
use crate::page::name;
use crate::page::pages::sprints::team::Team;
use crate::page::section::{Column, Part, Row, Section, Table};
use crate::page::table::{anchor, table};
use crate::page::view::week_of;
use crate::theme::markup::{Markup, escape};

/// More discovered tasks than this are left to their own page.
const SOME: usize = 8;

/// The sheets of weeks, the newest first.
pub(super) fn weeks(team: &Team<'_>) -> Option<Section> {
    let rows = team.weeks.iter().rev().map(|at| {
        let item = team.book.item(*at);
        let mut cells = vec![week(team, *at, item)];
        cells.extend(LANES.iter().map(|lane| {
            let count = of(item, lane.change).count();
            let page = (count > 0).then(|| team.book.link(team.from, *at));
            let page = page.filter(|_| item.has_page);
            match page {
                Some(page) => {
                    let href = format!("{page}#{}", lane.id);
                    mark::anchor(&href, &count.to_string(), "quiet")
                }
                None if count > 0 => Markup::text(&count.to_string()),
                None => Markup::default(),
            }
        }));
        Row {
            id: anchor(team.book, team.from, *at),
            cells,
        }
    });
    let mut head = Column::all([("Week", "grow")]);
    head.extend(LANES.iter().map(|lane| Column {
        label: team.tongue().say(lane.title).into_owned(),
        class: "r",
    }));
    let mut table = Table {
        caption: team.tongue().say("Weeks").into_owned(),
        head,
        rows: rows.collect(),
    };
    table.drop_empty_columns();
    (!team.weeks.is_empty()).then(|| {
        Section::new("weeks", "Weeks")
            .count(team.weeks.len())
            .with(Part::table(table))
    })
}

/// A week by its number and its days; what moved in it stands here where it has no page.
fn week(team: &Team<'_>, at: usize, item: &Entry) -> Markup {
    let words = week_of(item).map_or_else(
        || name::title(item),
        |week| {
            let days = span(team.tongue(), week.monday(), week.sunday());
            team.tongue().tell(
                "Week {which}, {days} {year}",
                &[
                    ("which", &week.number()),
                    ("days", &days),
                    ("year", &week.sunday().year()),
                ],
            )
        },
    );
    if anchor(team.book, team.from, at).is_none() {
        return mark::anchor(&team.book.link(team.from, at), &words, "title");
    }
    let moved = LANES.iter().filter_map(|lane| {
        let names: Vec<&str> = of(item, lane.change)
            .map(|moved| moved.item.raw.as_str())
            .collect();
        let tongue = team.tongue();
        (!names.is_empty()).then(|| {
            let (lane, names) = (tongue.say(lane.title), tongue.row(&names));
            tongue.tell("{lane}: {names}.", &[("lane", &lane), ("names", &names)])
        })
    });
    let moved: Vec<String> = moved.collect();
    let moved = match moved.is_empty() {
        true => String::new(),
        false => format!("<span class=\"sub\">{}</span>", escape(&moved.join(" "))),
    };
    Markup::html(format!(
        "<span class=\"title\">{}</span>{moved}",
        escape(&words)
    ))
}

/// Goals in the header of the plan that belong to no sprint.
pub(super) fn goals(team: &Team<'_>) -> Option<Section> {
    let facts = &team.book.edition.facts;
    let is_joined = |fact: &Fact| {
        let goals = team.items().filter_map(|(_, item)| goal(item));
        goals.into_iter().any(|goal| goal == fact.raw.trim())
    };
    let of_sprint = facts.iter().filter(|fact| is_of_sprint(&fact.name));
    let loose: Vec<&Fact> = of_sprint
        .clone()
        .filter(|fact| is_goal(&fact.name) && !is_joined(fact))
        .collect();
    let dates = of_sprint.clone().find(|fact| is_dates(&fact.name));
    let place = |fact: &Fact| {
        let place = fact
            .source
            .as_ref()
            .map(|source| mark::place(team.book, source));
        place.map(|place| place.as_str().to_string())
    };
    let places: Vec<String> = loose.iter().filter_map(|fact| place(fact)).collect();
    let tongue = team.tongue();
    let note = match dates {
        Some(dates) => tongue.mark(
            "It joins a sprint by number or by equal dates; the dates beside it are “{dates}”.",
            &[("dates", &Markup::text(&dates.raw))],
        ),
        None => tongue.mark("It joins a sprint by number or by equal dates.", &[]),
    };
    let note = [tongue.row(&places), note.as_str().to_string()].join(" ");
    (!loose.is_empty()).then(|| Section {
        parts: loose.iter().map(|fact| Part::said(&fact.raw)).collect(),
        note: Some(Markup::html(note.trim_start().to_string())),
        ..Section::new("goal", "Sprint goal in the header")
    })
}

/// The first discovered tasks, and the way to all of them.
pub(super) fn discovered(team: &Team<'_>) -> Option<Section> {
    let book = team.book;
    let items = book.edition.items.iter().enumerate();
    let found: Vec<usize> = items
        .filter(|(_, item)| item.discovered)
        .map(|(at, _)| at)
        .collect();
    if found.is_empty() || !book.views.has("discovered.html") {
        return None;
    }
    let shown = &found[..found.len().min(SOME)];
    let rows = table(
        book,
        team.from,
        shown,
        book.tongue.say("Discovered tasks").into_owned(),
    );
    let all = book.tongue.count(
        found.len(),
        "The only discovered one",
        "All {number} discovered",
        &[],
    );
    Some(Section {
        note: (found.len() > SOME).then(|| mark::anchor("discovered.html", &all, "")),
        count: Some(mark::anchor("discovered.html", &found.len().to_string(), "quiet")),
        ..Section::new("discovered", "Discovered tasks")
            .lead(&book.tongue.say("Found while working, not in the plan and not counted in any figure until promoted."))
            .with(Part::table(rows))
    })
}
