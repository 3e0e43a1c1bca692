//! The last day that a date leaves.

use crate::model::date::Date;
use crate::model::when::When;

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
}
