//! The timeline: rows of bars and due dates on one canvas, the paths between them, and today.

use crate::chart::arrow::{Field, Link};
use crate::chart::calendar::Day;
use crate::chart::escape::escape;
use crate::chart::key;
use crate::chart::number::number;
use crate::chart::row::{self, Row, Sprint};
use crate::chart::say::{self, Say};
use crate::chart::scale::Scale;
use crate::chart::ticks::Division;

/// A timeline. A page has one at most: its controls have fixed ids.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// What it is called: Roadmap timeline.
    pub name: String,
    /// Today; left out where it is years away from every other day.
    pub today: Day,
    /// The label of the row of sprints: finished markup.
    pub sprints_label: String,
    /// The sprints, drawn in one row above all others; a row only where there are any.
    pub sprints: Vec<Sprint>,
    /// The rows, from top to bottom.
    pub rows: Vec<Row>,
    /// Which rows wait for which.
    pub links: Vec<Link>,
    /// Whether there is so little in it that nobody needs a zoom; a long range has one all the same.
    pub fit: bool,
}

/// Draws the timeline, with its key and its zooms; empty where no day is known.
pub fn timeline(timeline: &Timeline, say: Say<'_>) -> String {
    let Some(scale) = Scale::around(timeline.days(), timeline.today) else {
        return String::new();
    };
    let division = Division::of(&scale, timeline.fit);
    let top = timeline.sprints.first().map_or(0, |_| row::SPRINTS);
    let field = Field::new(&timeline.rows, top, &scale);
    format!(
        "<div class=\"rm\"><div class=\"tools\">{}{}</div>\n{}{}{}{}</div></div></div>",
        key(timeline, say, &scale, &field),
        zoom(division, say),
        canvas(timeline, say, &scale, division),
        head(&scale, say, division),
        over(timeline, &scale, division, &field),
        rows(timeline, &scale)
    )
}

impl Timeline {
    fn days(&self) -> impl Iterator<Item = Day> + Clone + '_ {
        let sprints = self.sprints.iter().filter(|sprint| sprint.is_drawn());
        let sprints = sprints.flat_map(|sprint| [sprint.start, sprint.end]);
        sprints.chain(self.rows.iter().flat_map(Row::days))
    }
}

/// What the marks mean; only those that occur.
fn key(timeline: &Timeline, say: Say<'_>, scale: &Scale, field: &Field<'_>) -> String {
    let bars = || timeline.rows.iter().filter_map(Row::drawn_bar);
    let dues = || timeline.rows.iter().filter_map(Row::drawn_due);
    let link = |critical: bool| {
        let mut links = timeline.links.iter();
        links.any(|link| link.critical == critical && field.has(link))
    };
    let done = bars().any(|bar| bar.done_percent > 0.0) || dues().any(|due| due.done);
    let doing = bars().any(|bar| bar.doing_percent > 0.0);
    let entries = [
        ("k-done", say::key("Complete"), done),
        ("k-doing", say::key("In progress"), doing),
        ("k-dia", say::key("Due"), dues().next().is_some()),
        (
            "k-late",
            say::key("Overdue"),
            dues().any(|due| due.late && !due.done),
        ),
        ("k-dep", say::key("Depends on"), link(false)),
        ("k-crit", say::key("Critical path"), link(true)),
        ("k-today", say::key("Today"), scale.today().is_some()),
    ];
    key::key(say, "key rm-key", &entries)
}

/// The choice of zooms, the first one chosen; they work without a script.
fn zoom(division: Division, say: Say<'_>) -> String {
    let choice = |(at, (id, value, name)): (usize, &(&str, &str, &'static str))| {
        let chosen = if at == 0 { " data-default checked" } else { "" };
        format!(
            "<input type=\"radio\" name=\"zoom\" id=\"{id}\" value=\"{value}\" data-url=\"zoom\"{chosen}><label for=\"{id}\">{}</label>",
            escape(&say(name))
        )
    };
    let choices: String = division.zooms().iter().enumerate().map(choice).collect();
    match choices.is_empty() {
        true => choices,
        false => format!(
            "<fieldset class=\"seg\"><legend class=\"vh\">{}</legend>{choices}</fieldset>",
            escape(&say("Zoom"))
        ),
    }
}

fn canvas(timeline: &Timeline, say: Say<'_>, scale: &Scale, division: Division) -> String {
    let (class, hint) = match division.zooms().is_empty() {
        true => (
            "rm-canvas fit",
            say("{name}. The same dates are in the table below."),
        ),
        false => (
            "rm-canvas",
            say("{name}, scrolls sideways. The same dates are in the table below."),
        ),
    };
    format!(
        "<div class=\"rm-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\"><div class=\"{class}\" style=\"--total:{}\">",
        escape(&hint.replace("{name}", &timeline.name)),
        number(scale.total())
    )
}

fn head(scale: &Scale, say: Say<'_>, division: Division) -> String {
    let today = today(scale, |at| {
        let words = say("Today");
        format!(
            "<span class=\"rm-today-l\" style=\"--s:{at}\">{}</span>",
            escape(&words)
        )
    });
    format!(
        "<div class=\"rm-head\" aria-hidden=\"true\"><div class=\"rm-label\"></div>\n<div class=\"rm-ticks\">{}{today}</div></div>\n",
        division.ticks(scale, say)
    )
}

/// What lies over all rows: the grid, the paths, and today.
fn over(timeline: &Timeline, scale: &Scale, division: Division, field: &Field<'_>) -> String {
    let today = today(scale, |at| {
        format!("<div class=\"rm-today\" id=\"today\" style=\"--s:{at}\"></div>")
    });
    format!(
        "<div class=\"rm-over\" aria-hidden=\"true\">{}{}{today}</div>\n",
        division.grid(scale),
        field.draw(&timeline.links)
    )
}

fn today(scale: &Scale, draw: impl Fn(String) -> String) -> String {
    let at = scale.today().map(|day| number(scale.at(day)));
    at.map(draw).unwrap_or_default()
}

fn rows(timeline: &Timeline, scale: &Scale) -> String {
    let sprints = match timeline.sprints.is_empty() {
        true => String::new(),
        false => row::sprints(
            &timeline.sprints_label,
            &timeline.sprints,
            scale,
            timeline.today,
        ),
    };
    let links = !timeline.links.is_empty();
    let rows = timeline.rows.iter().map(|row| row.draw(scale, links));
    format!(
        "<ul class=\"rm-rows\">{}</ul>",
        std::iter::once(sprints).chain(rows).collect::<String>()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::row::{Bar, Level, Mark};

    fn due(label: &str, day: i64, words: &str, note: &str) -> Row {
        Row {
            label: label.into(),
            href: None,
            bar: None,
            due: Some(Mark {
                day: Day(day),
                label: words.into(),
                note: note.into(),
                done: false,
                late: false,
            }),
            level: Level::Top,
            slim: true,
        }
    }

    fn part(start: i64, end: i64) -> Row {
        Row {
            label: "<a href=\"feature-0123456789.html\">A feature with a title of some length</a>"
                .into(),
            href: None,
            bar: Some(Bar {
                start: Day(start),
                end: Day(end),
                done_percent: 50.0,
                doing_percent: 0.0,
                text: String::new(),
                aria: "23 Feb to 20 Mar, 7 of 7 tasks complete".into(),
            }),
            due: None,
            level: Level::Part,
            slim: false,
        }
    }

    fn of(rows: Vec<Row>) -> Timeline {
        Timeline {
            name: "Roadmap timeline".into(),
            today: Day(20_473),
            sprints_label: "Sprints".into(),
            sprints: Vec::new(),
            rows,
            links: Vec::new(),
            fit: true,
        }
    }

    #[test]
    fn a_short_plan_fits_and_its_key_names_only_what_occurs() {
        let rows = vec![
            due("One", 20_480, "27 Jan", "in 7 days"),
            due("Two", 20_511, "27 Feb", "in 38 days"),
        ];
        let drawn = timeline(&of(rows), &say::english);
        let begin = "<div class=\"rm\"><div class=\"tools\"><ul class=\"key rm-key\"><li><i class=\"k-dia\"></i>Due</li>\n\
            <li><i class=\"k-today\"></i>Today</li>\n</ul></div>\n\
            <div class=\"rm-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Roadmap timeline. The same dates are in the table below.\">\
            <div class=\"rm-canvas fit\" style=\"--total:84\"><div class=\"rm-head\" aria-hidden=\"true\"><div class=\"rm-label\"></div>\n\
            <div class=\"rm-ticks\"><span class=\"t1\" style=\"--s:0;--n:20\">January</span>";
        assert!(drawn.starts_with(begin), "{drawn}");
        let over = "<div class=\"g\" style=\"--s:77\"></div>\n<div class=\"rm-today\" id=\"today\" style=\"--s:8\"></div></div>\n\
            <ul class=\"rm-rows\"><li class=\"rm-row ms slim\"><div class=\"rm-label\">One</div>\n\
            <div class=\"rm-track\"><span class=\"pt dia\" style=\"--s:15\"></span>\
            <span class=\"pt lbl\" style=\"--s:15\">27 Jan <span class=\"sub\">in 7 days</span></span></div></li>\n";
        assert!(drawn.contains(over), "{drawn}");
        assert!(!drawn.contains("fieldset") && !drawn.contains("<svg"));
    }

    #[test]
    fn two_years_of_fifty_rows_stay_small() {
        let rows = (0..50).map(|at| part(20_473 + 14 * at, 20_500 + 14 * at));
        let mut plan = of(rows.collect());
        plan.links = (1..50)
            .map(|to| Link {
                from: to - 1,
                to,
                critical: to % 2 == 0,
            })
            .collect();
        let drawn = timeline(&plan, &say::english);
        assert!(drawn.len() < 60_000, "{}", drawn.len());
        assert_eq!(drawn.matches("<path").count(), 49);
        assert!(drawn.contains("Critical path") && drawn.contains("id=\"z-w\""));
    }

    #[test]
    fn a_day_in_another_age_does_not_blow_it_up() {
        for day in [Day(i64::MAX), Day(i64::MIN), Day(2_932_896)] {
            let rows = vec![due("One", 20_480, "", ""), due("Two", day.0, "", "")];
            let drawn = timeline(&of(rows), &say::english);
            assert!(drawn.len() < 20_000, "{}", drawn.len());
        }
        assert_eq!(timeline(&of(Vec::new()), &say::english), "");
    }
}
