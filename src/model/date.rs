//! Civil dates and ISO weeks. The only file that names the date crate.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A civil date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The date of these numbers, if there is such a day; years run from 1900 to 2199.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        (1900..2200)
            .contains(&year)
            .then(|| NaiveDate::from_ymd_opt(year, month, day))
            .flatten()
            .map(Self)
    }

    /// The date of `2026-01-27`, exactly so written.
    pub fn iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, wanted: usize| {
            part.len() == wanted && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// The date so many seconds after the beginning of 1970, in UTC.
    pub fn from_unix(seconds: i64) -> Option<Self> {
        let date = NaiveDate::from_ymd_opt(1970, 1, 1)?;
        let days = seconds.div_euclid(86_400);
        let moved = if days < 0 {
            date.checked_sub_days(Days::new(days.unsigned_abs()))
        } else {
            date.checked_add_days(Days::new(days.unsigned_abs()))
        };
        moved.and_then(|date| Self::new(date.year(), date.month(), date.day()))
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day_of_month(self) -> u32 {
        self.0.day()
    }

    /// The last day of a month, if there is such a month.
    pub fn last_of(year: i32, month: u32) -> Option<Self> {
        (28..=31).rev().find_map(|day| Self::new(year, month, day))
    }

    /// Month and year: May 2026.
    pub fn month_words(self) -> String {
        self.0.format("%B %Y").to_string()
    }

    /// The date so many days later; the last date there is where that is too far.
    pub fn plus_days(self, days: u64) -> Self {
        Self(self.0.checked_add_days(Days::new(days)).unwrap_or(self.0))
    }

    /// The date so many days earlier; the first date there is where that is too far.
    pub fn minus_days(self, days: u64) -> Self {
        Self(self.0.checked_sub_days(Days::new(days)).unwrap_or(self.0))
    }

    /// How many days from `earlier` to this date.
    pub fn days_since(self, earlier: Self) -> i64 {
        self.0.signed_duration_since(earlier.0).num_days()
    }

    /// The ISO week it lies in.
    pub fn week(self) -> Week {
        let week = self.0.iso_week();
        Week {
            year: week.year(),
            number: week.week(),
        }
    }

    /// The day on the calendar, counted from the first day of 1970.
    pub fn number(self) -> i64 {
        self.0
            .signed_duration_since(NaiveDate::default())
            .num_days()
    }

    /// Day and month, shortened: 27 Jan.
    pub fn short_words(self) -> String {
        self.0.format("%-d %b").to_string()
    }

    /// With the day of the week: Tuesday 27 January 2026.
    pub fn weekday_words(self) -> String {
        self.0.format("%A %-d %B %Y").to_string()
    }

    /// Day and month: 27 January.
    pub fn day_words(self) -> String {
        self.0.format("%-d %B").to_string()
    }

    /// The date in words: 27 January 2026.
    pub fn words(self) -> String {
        self.0.format("%-d %B %Y").to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", self.0.format("%Y-%m-%d"))
    }
}

/// An ISO week, from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    year: i32,
    number: u32,
}

impl Week {
    /// The week of this number, if that year has it.
    pub fn new(year: i32, number: u32) -> Option<Self> {
        NaiveDate::from_isoywd_opt(year, number, Weekday::Mon).map(|_| Self { year, number })
    }

    /// Its Monday.
    pub fn monday(self) -> Date {
        Date(NaiveDate::from_isoywd_opt(self.year, self.number, Weekday::Mon).unwrap_or_default())
    }

    /// Its Sunday.
    pub fn sunday(self) -> Date {
        self.monday().plus_days(6)
    }
}

impl Week {
    /// Its number in its year.
    pub fn number(self) -> u32 {
        self.number
    }

    /// Its year; the first days of January may belong to the year before.
    pub fn year(self) -> i32 {
        self.year
    }
}

impl fmt::Display for Week {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-W{:02}", self.year, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_are_exact() {
        assert_eq!(
            Date::iso("2026-01-27").map(|date| date.to_string()),
            Some("2026-01-27".into())
        );
        for bad in [
            "2026-02-30",
            "2026-1-27",
            "2026-01-27T10:00",
            "20260127",
            "0001-01-01",
        ] {
            assert_eq!(Date::iso(bad), None, "{bad}");
        }
        assert_eq!(
            Date::from_unix(1_763_683_200).map(Date::words),
            Some("21 November 2025".into())
        );
    }

    #[test]
    fn weeks_begin_on_monday() {
        let week = Week::new(2026, 20).unwrap();
        assert_eq!(
            (week.monday().to_string(), week.sunday().to_string()),
            ("2026-05-11".into(), "2026-05-17".into())
        );
        assert_eq!(week.sunday().week().to_string(), "2026-W20");
        assert_eq!(Week::new(2025, 53), None);
    }
}
