//! The civil calendar as arithmetic: days to years, months and ISO weeks.

use crate::chart::say::{Say, key};

const MONTHS: [&str; 12] = [
    key("January"),
    key("February"),
    key("March"),
    key("April"),
    key("May"),
    key("June"),
    key("July"),
    key("August"),
    key("September"),
    key("October"),
    key("November"),
    key("December"),
];

const SHORT: [&str; 12] = [
    key("Jan"),
    key("Feb"),
    key("Mar"),
    key("Apr"),
    key("May"),
    key("Jun"),
    key("Jul"),
    key("Aug"),
    key("Sep"),
    key("Oct"),
    key("Nov"),
    key("Dec"),
];

/// A day, as a count of days since 1 January 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

impl Day {
    /// The first day of year 0.
    const FIRST: i64 = -719_528;
    /// The last day of year 9999.
    const LAST: i64 = 2_932_896;

    /// The day, or the nearest one of the years 0 to 9999.
    pub(crate) fn tamed(self) -> Self {
        Self(self.0.clamp(Self::FIRST, Self::LAST))
    }

    /// The first day of a month; months are counted on from January of year 0.
    pub(crate) fn of_month(month: i64) -> Self {
        // Years begin in March here, so that the leap day is the last one of its year.
        let (year, month) = ((month - 2).div_euclid(12), (month - 2).rem_euclid(12));
        let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Self(365 * year + leaps + (153 * month + 2) / 5 - 719_468)
    }

    /// The month that it lies in, and which day of it this is.
    fn month_and_day(self) -> (i64, i64) {
        let days = self.0 + 719_468;
        let (cycle, rest) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        // The last century of four and the last year of four are a day longer than the others.
        let century = (rest / 36_524).min(3);
        let rest = rest - 36_524 * century;
        let (four, rest) = (rest / 1_461, rest % 1_461);
        let year = (rest / 365).min(3);
        let rest = rest - 365 * year;
        let month = (5 * rest + 2) / 153;
        let years = 400 * cycle + 100 * century + 4 * four + year;
        (12 * years + month + 2, rest - (153 * month + 2) / 5 + 1)
    }

    /// The month that it lies in, counted on from January of year 0.
    pub(crate) fn month(self) -> i64 {
        self.month_and_day().0
    }

    /// Its year.
    pub(crate) fn year(self) -> i64 {
        self.month().div_euclid(12)
    }

    /// Its quarter: Q1.
    pub(crate) fn quarter(self, say: Say<'_>) -> String {
        let number = self.month().rem_euclid(12) / 3 + 1;
        say("Q{quarter}").replace("{quarter}", &number.to_string())
    }

    /// Which day of the month it is.
    pub(crate) fn number(self) -> i64 {
        self.month_and_day().1
    }

    /// The name of its month.
    pub(crate) fn month_name(self, say: Say<'_>) -> String {
        say(MONTHS[self.month().rem_euclid(12) as usize])
    }

    /// The short name of its month.
    pub(crate) fn short_month(self, say: Say<'_>) -> String {
        say(SHORT[self.month().rem_euclid(12) as usize])
    }

    /// The day and its month: 27 Jan.
    pub fn short(self, say: Say<'_>) -> String {
        say("{day} {month}")
            .replace("{day}", &self.number().to_string())
            .replace("{month}", &self.short_month(say))
    }

    /// The Monday of its week.
    pub(crate) fn monday(self) -> Self {
        Self(self.0 - (self.0 + 3).rem_euclid(7))
    }

    /// The number of its ISO week: a week belongs to the year of its Thursday.
    pub(crate) fn week(self) -> i64 {
        let thursday = Self(self.monday().0 + 3);
        (thursday.0 - Self::of_month(12 * thursday.year()).0) / 7 + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::say::english;

    fn parts(day: i64) -> (i64, i64, i64) {
        let (month, number) = Day(day).month_and_day();
        (month.div_euclid(12), month.rem_euclid(12) + 1, number)
    }

    #[test]
    fn days_have_dates() {
        assert_eq!(parts(0), (1970, 1, 1));
        assert_eq!(parts(11_016), (2000, 2, 29));
        assert_eq!(parts(20_585), (2026, 5, 12));
        assert_eq!(parts(Day::FIRST), (0, 1, 1));
        assert_eq!(parts(Day::LAST), (9999, 12, 31));
    }

    #[test]
    fn every_day_is_in_its_month() {
        for day in -146_097..146_097 {
            let (month, number) = Day(day).month_and_day();
            assert_eq!(Day::of_month(month).0 + number - 1, day);
            assert!((1..=31).contains(&number));
        }
    }

    #[test]
    fn weeks_begin_on_monday_and_follow_their_thursday() {
        // 12 May 2026, 1 January 2027 (a Friday), 29 December 2025 (a Monday).
        let week = |day: i64| (Day(day).monday().short(&english), Day(day).week());
        assert_eq!(week(20_585), ("11 May".into(), 20));
        assert_eq!(week(20_819), ("28 Dec".into(), 53));
        assert_eq!(week(20_451), ("29 Dec".into(), 1));
    }

    #[test]
    fn days_have_names() {
        let day = Day(20_585);
        assert_eq!(
            (
                day.short(&english),
                day.quarter(&english),
                day.month_name(&english)
            ),
            ("12 May".into(), "Q2".into(), "May".into())
        );
    }
}
