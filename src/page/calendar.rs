//! Days, months and distances, as the language of the pages says them.

use crate::model::date::{Date, Week};
use crate::model::when::{Count, Precision, Unit, When};
use crate::theme::tongue::{Tongue, key};

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

const WEEKDAYS: [&str; 7] = [
    key("Monday"),
    key("Tuesday"),
    key("Wednesday"),
    key("Thursday"),
    key("Friday"),
    key("Saturday"),
    key("Sunday"),
];

/// A month from a list of their names.
fn month<'a>(tongue: &'a Tongue, names: &[&'static str; 12], date: Date) -> String {
    let place = date.month().saturating_sub(1) as usize;
    let name: &'a str = names.get(place).copied().unwrap_or_default();
    tongue.say(name).into_owned()
}

fn in_year(tongue: &Tongue, names: &[&'static str; 12], date: Date) -> String {
    tongue.tell(
        "{day} {month}",
        &[
            ("day", &date.day_of_month()),
            ("month", &month(tongue, names, date)),
        ],
    )
}

fn of_year(tongue: &Tongue, names: &[&'static str; 12], date: Date) -> String {
    tongue.tell(
        "{day} {month} {year}",
        &[
            ("day", &date.day_of_month()),
            ("month", &month(tongue, names, date)),
            ("year", &date.year()),
        ],
    )
}

/// A day as short as it is clear, "27 Jan": the year only where it is another one than today's.
pub fn day(tongue: &Tongue, date: Date, today: Date) -> String {
    match date.year() == today.year() {
        true => in_year(tongue, &SHORT, date),
        false => of_year(tongue, &SHORT, date),
    }
}

/// A short day with its year: "27 Jan 2026".
pub fn short(tongue: &Tongue, date: Date) -> String {
    of_year(tongue, &SHORT, date)
}

/// A day in a sentence: "27 January", with the year where it is another one than today's.
pub fn long_day(tongue: &Tongue, date: Date, today: Date) -> String {
    match date.year() == today.year() {
        true => in_year(tongue, &MONTHS, date),
        false => of_year(tongue, &MONTHS, date),
    }
}

/// The date in words: "27 January 2026".
pub fn full(tongue: &Tongue, date: Date) -> String {
    of_year(tongue, &MONTHS, date)
}

/// With the day of the week: "Tuesday 27 January 2026".
pub fn with_weekday(tongue: &Tongue, date: Date) -> String {
    let place = date.days_since(date.week().monday());
    let name = WEEKDAYS.get(usize::try_from(place).unwrap_or_default());
    let date = full(tongue, date);
    let weekday = tongue.say(name.copied().unwrap_or_default());
    tongue.tell(
        "{weekday} {date}",
        &[("weekday", &weekday), ("date", &date)],
    )
}

/// Month and year: "May 2026".
pub fn month_of_year(tongue: &Tongue, date: Date) -> String {
    tongue.tell(
        "{month} {year}",
        &[
            ("month", &month(tongue, &MONTHS, date)),
            ("year", &date.year()),
        ],
    )
}

/// A month as short as it is clear: "May".
pub fn short_month(tongue: &Tongue, date: Date) -> String {
    month(tongue, &SHORT, date)
}

/// Days in a sentence, the month once where it is the same: "16 to 22 November".
pub fn span(tongue: &Tongue, first: Date, last: Date) -> String {
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return tongue.tell(
            "{first} to {last} {month}",
            &[
                ("first", &first.day_of_month()),
                ("last", &last.day_of_month()),
                ("month", &month(tongue, &MONTHS, first)),
            ],
        );
    }
    tongue.tell(
        "{first} to {last}",
        &[
            ("first", &in_year(tongue, &MONTHS, first)),
            ("last", &in_year(tongue, &MONTHS, last)),
        ],
    )
}

/// How far away a day is: "in 7 days", "today", "3 days ago".
pub fn distance(tongue: &Tongue, date: Date, today: Date) -> String {
    let days = date.days_since(today);
    let number = usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
    match days {
        0 => tongue.say("today").into_owned(),
        1 => tongue.say("tomorrow").into_owned(),
        -1 => tongue.say("yesterday").into_owned(),
        days if days > 0 => tongue.count(number, "in {number} day", "in {number} days", &[]),
        _ => tongue.count(number, "{number} day ago", "{number} days ago", &[]),
    }
}

/// So many days: "1 day", "12 days".
pub fn days(tongue: &Tongue, number: usize) -> String {
    tongue.count(number, "{number} day", "{number} days", &[])
}

/// A week as short as it is clear: "W47".
pub fn short_week(tongue: &Tongue, week: Week) -> String {
    tongue.tell("W{week}", &[("week", &week.number())])
}

/// The longer time in words, "Q2 2026"; none of a day.
pub fn period(tongue: &Tongue, when: When) -> Option<String> {
    let day = when.day?;
    let (year, month) = (day.year(), day.month());
    Some(match when.precision {
        Precision::Day => return None,
        Precision::Week => tongue.tell(
            "week {week} of {year}",
            &[("week", &day.week().number()), ("year", &day.week().year())],
        ),
        Precision::Month => month_of_year(tongue, day),
        Precision::Quarter => tongue.tell(
            "Q{quarter} {year}",
            &[("quarter", &month.div_ceil(3)), ("year", &year)],
        ),
        Precision::Half => tongue.tell(
            "H{half} {year}",
            &[("half", &month.div_ceil(6)), ("year", &year)],
        ),
        Precision::Year => year.to_string(),
    })
}

/// A day or a longer time, as exactly as it is meant: "about 27 January 2026", "Q2 2026".
pub fn told(tongue: &Tongue, when: When) -> String {
    let date = period(tongue, when).or_else(|| when.day.map(|day| full(tongue, day)));
    match (date, when.approximate) {
        (Some(date), true) => tongue.tell("about {date}", &[("date", &date)]),
        (date, _) => date.unwrap_or_default(),
    }
}

/// A time counted from the beginning of the plan: "Week 3".
pub fn counted(tongue: &Tongue, count: Count) -> String {
    let sentence = match count.unit {
        Unit::Day => key("Day {which}"),
        Unit::Week => key("Week {which}"),
        Unit::Month => key("Month {which}"),
    };
    tongue.tell(sentence, &[("which", &count.number)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::iso(text).unwrap()
    }

    #[test]
    fn days_are_as_short_as_they_are_clear() {
        let (english, today) = (&Tongue::english(), date("2026-01-20"));
        let short = |text| day(english, date(text), today);
        assert_eq!(
            (short("2026-01-27"), short("2027-01-27")),
            ("27 Jan".into(), "27 Jan 2027".into())
        );
        assert_eq!(long_day(english, date("2026-05-02"), today), "2 May");
        let away = |day| distance(english, date(day), today);
        assert_eq!(
            (away("2026-01-27"), away("2026-01-18")),
            ("in 7 days".into(), "2 days ago".into())
        );
        let days = |first, last| span(english, date(first), date(last));
        assert_eq!(days("2026-11-16", "2026-11-22"), "16 to 22 November");
        assert_eq!(
            days("2026-11-30", "2026-12-06"),
            "30 November to 6 December"
        );
        assert_eq!(with_weekday(english, today), "Tuesday 20 January 2026");
    }
}
