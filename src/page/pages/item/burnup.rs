//! How much of a milestone or phase was complete on which day, as far as its documents state the days.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::chart::burnup::{Burnup, Mark, burnup};
use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::calendar::{day, days, long_day};
use crate::page::noun::{count, titles};
use crate::page::pages::item::risks::is_open;
use crate::page::pages::item::telling::Telling;
use crate::page::section::{Chart, Part, Section};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// Fewer days make no picture.
const FEWEST: usize = 3;

/// How many days are named below the plot.
const NAMED: i64 = 4;

/// A due day or today farther away than this many times the days of work is not drawn.
const FARTHEST: i64 = 3;

/// What is known of the days on which work was completed.
struct Course {
    leaves: Kind,
    /// All that is to be completed.
    all: usize,
    /// The days, in order, one for each that is complete.
    days: Vec<Date>,
}

impl Telling<'_> {
    /// The burn-up; nothing where a day is missing, for a line through half of the truth would be a wrong one.
    pub(super) fn burnup(&self) -> Option<Section> {
        let is_above = matches!(self.item.kind, Kind::Phase | Kind::Milestone);
        let course = self.course().filter(|_| is_above)?;
        let table = self.numbers(&course);
        let chart = Chart {
            caption: Some(self.burnup_caption(&course)),
            drawing: Markup::html(burnup(&self.drawn(&course))),
        };
        let part = Part {
            chart: Some(chart),
            ..Part::default()
        };
        let section = Section::new("burnup", "Burn-up").with(part);
        let scope = key(
            "The line for all of it is what is in the plan today: what was in it on earlier days is not known.",
        );
        Some(
            section
                .with(Part::markup(table))
                .note(&self.book.tongue.say(scope)),
        )
    }

    fn course(&self) -> Option<Course> {
        let leaves = self.item.progress.as_ref()?.leaves?;
        let below = self.leaves(leaves);
        let done = below.iter().filter(|item| item.state() == Status::Done);
        let days: Option<Vec<Date>> = done
            .map(|item| item.done.as_ref().and_then(|said| said.value.day))
            .collect();
        let mut days = days?;
        days.sort_unstable();
        let different: BTreeSet<&Date> = days.iter().collect();
        (different.len() >= FEWEST).then(|| Course {
            leaves,
            all: below.len(),
            days: days.clone(),
        })
    }

    /// What progress counts below the item.
    fn leaves(&self, kind: Kind) -> Vec<&Entry> {
        let mut known = BTreeSet::from([self.at]);
        let mut open = vec![self.at];
        let mut found = Vec::new();
        while let Some(at) = open.pop() {
            for part in &self.book.item(at).children {
                let item = self.book.item(*part);
                if item.discovered || item.state() == Status::Dropped || !known.insert(*part) {
                    continue;
                }
                if item.kind == kind {
                    found.push(item);
                }
                open.push(*part);
            }
        }
        found
    }

    fn burnup_caption(&self, course: &Course) -> String {
        let (today, tongue) = (self.book.edition.as_of, &self.book.tongue);
        let last = course.days.last().copied().unwrap_or(today);
        let items = count(tongue, course.all, course.leaves);
        let since = long_day(tongue, last, today);
        let done = course.days.len();
        let is_all = done == course.all;
        let late = self.item.due_day().map(|due| last.days_since(due));
        let late = late.filter(|late| is_all && *late > 0);
        let far = days(tongue, late.map_or(0, i64::unsigned_abs) as usize);
        let parts: [(&str, &dyn Display); 4] = [
            ("items", &items),
            ("done", &done),
            ("date", &since),
            ("days", &far),
        ];
        match (is_all, late) {
            (true, Some(_)) => tongue.tell(
                "{items}: all are complete, the last since {date}, {days} after the due date.",
                &parts,
            ),
            (true, None) => {
                tongue.tell("{items}: all are complete, the last since {date}.", &parts)
            }
            (false, _) => tongue.tell("{items}: {done} complete, the last since {date}.", &parts),
        }
    }

    fn drawn(&self, course: &Course) -> Burnup {
        let (today, tongue) = (self.book.edition.as_of, &self.book.tongue);
        let (Some(first), Some(last)) = (course.days.first(), course.days.last()) else {
            return Burnup::default();
        };
        let start = self.item.start.as_ref().and_then(|said| said.value.day);
        let start = start.filter(|start| start <= first).unwrap_or(*first);
        let reach = last.days_since(start).max(7) * FARTHEST;
        let is_near = |day: &Date| *day > start && day.days_since(start) <= reach;
        let due = self.item.due_day().filter(is_near);
        let now = Some(today).filter(|_| is_open(self.item)).filter(is_near);
        let ends = [Some(*last), due, now].into_iter().flatten();
        let end = ends.max().unwrap_or(*last);
        // Room for the words at the last mark.
        let end = end.plus_days(u64::try_from(end.days_since(start) / 12).unwrap_or_default());
        let whole = end.days_since(start).max(1) as f64;
        let place = |day: Date| day.days_since(start) as f64 * 100.0 / whole;
        let mut steps: Vec<(f64, u32)> = Vec::new();
        for (number, done) in course.days.iter().enumerate() {
            let complete = u32::try_from(number + 1).unwrap_or(u32::MAX);
            match steps.last_mut() {
                Some((at, last)) if *at == place(*done) => *last = complete,
                _ => steps.push((place(*done), complete)),
            }
        }
        let span = end.days_since(start);
        let named = (0..=NAMED).map(|part| {
            let days = u64::try_from(span * part / NAMED).unwrap_or_default();
            start.plus_days(days)
        });
        let marked = |date: Option<Date>, label: String, is_due| {
            let at = date.map(place);
            at.map(|at| Mark { at, label, is_due })
        };
        let due_words =
            due.map(|due| tongue.tell("Due {date}", &[("date", &day(tongue, due, today))]));
        let marks = [
            marked(now, tongue.say("Today").into_owned(), false),
            marked(due, due_words.unwrap_or_default(), true),
        ];
        Burnup {
            scope: u32::try_from(course.all).unwrap_or(u32::MAX),
            until: place(now.unwrap_or(*last)),
            days: named
                .map(|date| (place(date), day(tongue, date, today)))
                .collect(),
            marks: marks.into_iter().flatten().collect(),
            complete: tongue.tell("{done} complete", &[("done", &course.days.len())]),
            all: count(tongue, course.all, course.leaves),
            steps,
        }
    }

    /// The same numbers as a table, folded.
    fn numbers(&self, course: &Course) -> String {
        let (today, tongue) = (self.book.edition.as_of, &self.book.tongue);
        let titles = titles(tongue, course.leaves);
        let caption = tongue.tell("{items} complete by day", &[("items", &titles)]);
        let mut rows = String::new();
        for (number, done) in course.days.iter().enumerate() {
            if course.days.get(number + 1) != Some(done) {
                rows.push_str(&format!(
                    "<tr><td>{}</td><td class=\"r\">{}</td></tr>\n",
                    badge::day(tongue, *done, today).as_str(),
                    number + 1
                ));
            }
        }
        let caption = escape(&caption);
        let [numbers, day, complete] =
            [key("Show the numbers"), key("Day"), key("Complete")].map(|words| tongue.say(words));
        format!(
            "<details class=\"more\"><summary>{numbers}</summary><div class=\"tw-x\" tabindex=\"0\" role=\"region\" aria-label=\"{caption}\"><table><caption class=\"vh\">{caption}</caption><thead><tr><th scope=\"col\">{day}</th><th scope=\"col\" class=\"r\">{complete}</th></tr></thead><tbody>{rows}</tbody></table></div></details>"
        )
    }
}
