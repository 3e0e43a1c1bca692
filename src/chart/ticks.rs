//! The two lines of dates above a timeline, for each of its zooms, and the grid below them.

use crate::chart::calendar::Day;
use crate::chart::escape::escape;
use crate::chart::number::number;
use crate::chart::say::{Say, key};
use crate::chart::scale::Scale;

/// Up to so many days there is room for every week without zooming.
const SHORT: i64 = 100;
/// Up to so many days, few marks need no zooming.
const FITTING: i64 = 400;
/// Up to so many days (three years) there are ticks for weeks.
const WITH_WEEKS: i64 = 1100;
/// Up to so many days (thirty years) there are ticks for months.
const WITH_MONTHS: i64 = 10_960;

/// How many pixels a unit has at least, without zoom and in each of the zooms, as the stylesheet says.
const FIT: f64 = 1.9;
const QUARTER: f64 = 2.6;
const MONTH: f64 = 8.0;
const WEEK: f64 = 24.0;
/// How many pixels a canvas has at least on a wide screen.
const NARROWEST: f64 = 700.0;

/// How a range is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Division {
    /// Months and weeks, no zoom.
    Weeks,
    /// Quarters and months, no zoom.
    Months,
    /// Quarters, months and weeks, in three zooms.
    Zoomed,
    /// Years, quarters and months, in two zooms.
    Long,
    /// Years, or so many years at a time, no zoom.
    Years(i64),
}

/// A zoom: its id, its value in the address, its name.
type Zoom = (&'static str, &'static str, &'static str);

const ZOOMS: [Zoom; 3] = [
    ("z-q", "quarter", key("Quarter")),
    ("z-m", "month", key("Month")),
    ("z-w", "week", key("Week")),
];

/// A stretch of time that a tick stands for.
#[derive(Clone, Copy)]
enum Every {
    Week,
    Months(i64),
}

impl Division {
    /// The division for a range; `fit` asks for none of the zooms, as far as that can be read.
    pub(crate) fn of(scale: &Scale, fit: bool) -> Self {
        match scale.days() {
            days if days <= SHORT => Self::Weeks,
            days if days <= FITTING && fit => Self::Months,
            days if days <= WITH_WEEKS => Self::Zoomed,
            days if days <= WITH_MONTHS => Self::Long,
            days => Self::Years(years_at_a_time(days)),
        }
    }

    /// The zooms to choose from; none where everything is seen at once.
    pub(crate) fn zooms(self) -> &'static [Zoom] {
        match self {
            Self::Zoomed => &ZOOMS,
            Self::Long => &ZOOMS[..2],
            Self::Weeks | Self::Months | Self::Years(_) => &[],
        }
    }

    /// The ticks of all zooms.
    pub(crate) fn ticks(self, scale: &Scale, say: Say<'_>) -> String {
        let quarter = |day: Day| day.quarter(say);
        let month = |day: Day| day.short_month(say);
        let quarter_and_year = |day: Day| of_year(say, &day.quarter(say), day);
        let month_and_year = |day: Day| of_year(say, &day.short_month(say), day);
        let number_and_date = |day: Day| number_and_date(say, day);
        let line = |class, pixels, every, name: &dyn Fn(Day) -> String| {
            line(
                scale,
                &Line {
                    class,
                    pixels,
                    every,
                },
                name,
            )
        };
        let (week, months) = (Every::Week, Every::Months);
        match self {
            Self::Weeks => [
                line("t1", FIT, months(1), &|day| whole_month(scale, say, day)),
                line("t2", FIT, week, &date),
            ]
            .concat(),
            Self::Months => [
                line("t1", FIT, months(3), &quarter_and_year),
                line("t2", FIT, months(1), &month),
            ]
            .concat(),
            Self::Zoomed => [
                line("t1 tq", QUARTER, months(3), &quarter_and_year),
                line("t2 tq", QUARTER, months(1), &month),
                line("t1 tm1", MONTH, months(1), &month_and_year),
                line("t2 tm2", MONTH, week, &date),
                line("t2 tw2", WEEK, week, &number_and_date),
            ]
            .concat(),
            Self::Long => [
                line("t1 tq", QUARTER, months(12), &year),
                line("t2 tq", QUARTER, months(3), &quarter),
                line("t1 tm1", MONTH, months(3), &quarter_and_year),
                line("t2 tm2", MONTH, months(1), &month),
            ]
            .concat(),
            Self::Years(years) => line("t1", FIT, months(12 * years), &year),
        }
    }

    /// The lines behind the rows.
    pub(crate) fn grid(self, scale: &Scale) -> String {
        let every = match self {
            Self::Weeks => Every::Week,
            Self::Months | Self::Zoomed => Every::Months(1),
            Self::Long => Every::Months(3),
            Self::Years(years) => Every::Months(12 * years),
        };
        starts(scale, every)
            .into_iter()
            .filter(|day| *day > scale.first())
            .map(|day| {
                format!(
                    "<div class=\"g\" style=\"--s:{}\"></div>\n",
                    number(scale.at(day))
                )
            })
            .collect()
    }
}

/// A round number of years, so that there are at most eighty ticks.
fn years_at_a_time(days: i64) -> i64 {
    let wanted = days / 365 / 80;
    let steps = [1, 2, 5, 10, 20, 50, 100];
    steps.into_iter().find(|step| *step > wanted).unwrap_or(200)
}

fn year(day: Day) -> String {
    day.year().to_string()
}

/// "May 2026", "Q2 2026".
fn of_year(say: Say<'_>, part: &str, day: Day) -> String {
    say("{month} {year}")
        .replace("{month}", part)
        .replace("{year}", &day.year().to_string())
}

fn date(day: Day) -> String {
    day.number().to_string()
}

fn number_and_date(say: Say<'_>, day: Day) -> String {
    let week = say("W{week}").replace("{week}", &day.week().to_string());
    format!("{week} · {}", day.short(say))
}

/// The name of a month, with its year where the range has more than one.
fn whole_month(scale: &Scale, say: Say<'_>, day: Day) -> String {
    let last = Day(scale.end().0 - 1);
    if scale.first().year() == last.year() {
        day.month_name(say)
    } else {
        of_year(say, &day.month_name(say), day)
    }
}

/// Where the stretches begin that have a day in the range.
fn starts(scale: &Scale, every: Every) -> Vec<Day> {
    let (first, end) = (scale.first(), scale.end());
    match every {
        Every::Week => (first.monday().0..end.0).step_by(7).map(Day).collect(),
        Every::Months(step) => {
            let month = first.month().div_euclid(step);
            (month..)
                .map(|at| Day::of_month(at * step))
                .take_while(|day| *day < end)
                .collect()
        }
    }
}

/// A line of ticks: its class, how many pixels a unit has at least, and how long its stretches are.
struct Line {
    class: &'static str,
    pixels: f64,
    every: Every,
}

fn line(scale: &Scale, line: &Line, name: &dyn Fn(Day) -> String) -> String {
    let starts = starts(scale, line.every);
    let ends = starts.iter().skip(1).copied().chain([scale.end()]);
    let pixels = line.pixels.max(NARROWEST / scale.total());
    let tick = |(start, end): (&Day, Day)| {
        let (from, width) = (scale.at(*start), scale.at(end) - scale.at(*start));
        format!(
            "<span class=\"{}\" style=\"--s:{};--n:{}\">{}</span>",
            line.class,
            number(from),
            number(width),
            escape(&fitting(name(*start), width * pixels))
        )
    };
    starts.iter().zip(ends).map(tick).collect()
}

/// The name of a tick if there is room for it: six pixels before it, and seven for each letter.
fn fitting(name: String, room: f64) -> String {
    match 6.0 + 7.0 * name.chars().count() as f64 <= room {
        true => name,
        false => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::say::english;

    fn scale(first: i64, last: i64) -> Scale {
        Scale::around([Day(first), Day(last)].into_iter(), Day(first)).unwrap()
    }

    #[test]
    fn three_zooms_share_one_canvas() {
        let scale = scale(20_507, 20_756);
        let division = Division::of(&scale, false);
        let ticks = division.ticks(&scale, &english);
        for tick in [
            "<span class=\"t1 tq\" style=\"--s:44;--n:91\">Q2 2026</span>",
            "<span class=\"t2 tq\" style=\"--s:0;--n:13\">Feb</span>",
            "<span class=\"t1 tm1\" style=\"--s:288;--n:13\">Dec 2026</span>",
            "<span class=\"t2 tm2\" style=\"--s:14;--n:7\">2</span>",
            "<span class=\"t2 tw2\" style=\"--s:84;--n:7\">W20 · 11 May</span>",
        ] {
            assert!(ticks.contains(tick), "{tick}");
        }
        assert_eq!(division.zooms().len(), 3);
        assert_eq!(division.grid(&scale).lines().count(), 10);
    }

    #[test]
    fn a_short_range_has_weeks_and_a_year_only_where_two_meet() {
        let near = scale(20_473, 20_511);
        let ticks = Division::of(&near, false).ticks(&near, &english);
        assert!(ticks.starts_with("<span class=\"t1\" style=\"--s:0;--n:20\">January</span>"));
        let over = scale(20_430, 20_460);
        let ticks = Division::of(&over, false).ticks(&over, &english);
        assert!(ticks.contains(">December 2025<") && ticks.contains(">January 2026<"));
    }

    #[test]
    fn a_name_without_room_is_left_out() {
        let scale = scale(20_480, 20_777);
        let ticks = Division::of(&scale, true).ticks(&scale, &english);
        assert!(ticks.contains(">Q4 2026</span>"));
        assert!(
            ticks.ends_with("<span class=\"t2\" style=\"--s:347;--n:10\"></span>"),
            "{ticks}"
        );
    }

    #[test]
    fn the_longer_the_range_the_coarser_the_ticks() {
        let of = |years: i64, fit| Division::of(&scale(20_000, 20_000 + 365 * years), fit);
        assert_eq!(of(1, false), Division::Zoomed);
        assert_eq!(of(2, true), Division::Zoomed);
        assert_eq!(of(5, true), Division::Long);
        assert_eq!(of(100, false), Division::Years(2));
        for years in [1, 3, 20, 25, 26, 60, 173, 1000, 7900] {
            let scale = scale(20_000, 20_000 + 365 * years);
            let ticks = Division::of(&scale, false).ticks(&scale, &english);
            assert!(ticks.len() < 40_000, "{years} years: {}", ticks.len());
        }
    }
}
