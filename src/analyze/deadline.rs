//! The first and the last day that a date leaves.

use crate::model::date::Date;
use crate::model::when::{Precision, When};

/// The last day on which it is kept: a date that is called approximate leaves its whole week.
pub fn deadline(when: When) -> Option<Date> {
    let last = |day: Date| {
        if when.approximate {
            day.week().sunday()
        } else {
            day
        }
    };
    when.day.map(last)
}

/// The first day that it may mean: a month begins on its first day, a date that is called approximate with its week.
pub fn earliest(when: When) -> Option<Date> {
    let day = when.day?;
    let (year, month) = (day.year(), day.month());
    // The first month of a stretch of so many.
    let stretch = |months: u32| Date::new(year, month - (month - 1) % months, 1);
    match when.precision {
        Precision::Day if when.approximate => Some(day.week().monday()),
        Precision::Day => Some(day),
        Precision::Week => Some(day.week().monday()),
        Precision::Month => stretch(1),
        Precision::Quarter => stretch(3),
        Precision::Half => stretch(6),
        Precision::Year => stretch(12),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::date;

    #[test]
    fn approximate_dates_leave_their_week() {
        let on = |approximate| {
            deadline(When {
                day: Some(date("2026-01-27")),
                approximate,
                ..When::default()
            })
        };
        assert_eq!(
            (on(false), on(true)),
            (Some(date("2026-01-27")), Some(date("2026-02-01")))
        );
        assert_eq!(deadline(When::default()), None);
    }

    #[test]
    fn longer_times_begin_with_their_first_day() {
        let from = |precision| {
            let when = When {
                day: Some(date("2026-06-30")),
                precision,
                ..When::default()
            };
            earliest(when).map(|day| day.to_string())
        };
        let first = |precision, day: &str| assert_eq!(from(precision).as_deref(), Some(day));
        first(Precision::Day, "2026-06-30");
        first(Precision::Week, "2026-06-29");
        first(Precision::Month, "2026-06-01");
        first(Precision::Quarter, "2026-04-01");
        first(Precision::Half, "2026-01-01");
    }
}
