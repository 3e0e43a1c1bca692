//! Times as one types them: `2026-12-01`, `today + 14 days`, `next week`, `2026-Q4`.

use crate::model::date::{Date, Week};

/// No step leads further than this many days.
const FURTHEST: u32 = 40_000;

/// A time of one or several days, seen from a day that counts as today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    base: Base,
    /// Days to step forward or back.
    days: i64,
    /// Months to step forward or back.
    months: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    /// From one day to another, wherever today is.
    Fixed(Date, Date),
    Today,
    /// So many weeks from this one.
    Week(i64),
    /// So many months from this one, so many of them together.
    Months(i32, i32),
}

impl Time {
    /// The time that these words say.
    pub fn read(words: &str) -> Option<Self> {
        let words = plain_time(words);
        let words: Vec<&str> = words.split(' ').collect();
        let step = words.iter().position(|word| matches!(*word, "+" | "-"));
        let (base, step) = words.split_at(step.unwrap_or(words.len()));
        let mut time = Self {
            base: base_of(&base.join(" "))?,
            days: 0,
            months: 0,
        };
        match step {
            [] => {}
            [sign, number, unit] => {
                let number: u32 = number.parse().ok().filter(|n| *n <= FURTHEST)?;
                time.step(*sign == "-", number, unit)?;
            }
            _ => return None,
        }
        Some(time)
    }

    fn step(&mut self, back: bool, number: u32, unit: &str) -> Option<()> {
        let sign = if back { -1 } else { 1 };
        match unit.strip_suffix('s').unwrap_or(unit) {
            "day" => self.days = sign * i64::from(number),
            "week" => self.days = sign * 7 * i64::from(number),
            "month" => self.months = i32::try_from(sign * i64::from(number)).ok()?,
            "year" => self.months = i32::try_from(sign * 12 * i64::from(number)).ok()?,
            _ => return None,
        }
        Some(())
    }

    /// Its first and last day.
    pub fn days(self, today: Date) -> (Date, Date) {
        let (first, last) = match self.base {
            Base::Fixed(first, last) => (first, last),
            Base::Today => (today, today),
            Base::Week(ahead) => {
                let monday = stepped(today.week().monday(), 7 * ahead);
                (monday, stepped(monday, 6))
            }
            Base::Months(ahead, length) => {
                // A quarter and a year begin with their first month.
                let begins = (today.month() as i32 - 1) % length;
                let first = month(today, ahead * length - begins, 1);
                let last = month(today, (ahead + 1) * length - 1 - begins, 31);
                (first, last)
            }
        };
        let moved = |day: Date| stepped(months_on(day, self.months), self.days);
        (moved(first), moved(last))
    }
}

/// In small letters, with one blank between words.
fn plain_time(words: &str) -> String {
    let words: Vec<&str> = words.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn base_of(words: &str) -> Option<Base> {
    if matches!(words, "today" | "now") {
        return Some(Base::Today);
    }
    if let Some(day) = Date::iso(words) {
        return Some(Base::Fixed(day, day));
    }
    let (which, unit) = words.split_once(' ').unwrap_or(("", ""));
    let ahead = match which {
        "last" => Some(-1),
        "this" => Some(0),
        "next" => Some(1),
        _ => None,
    };
    match (ahead, unit) {
        (Some(ahead), "week") => Some(Base::Week(ahead)),
        (Some(ahead), "month") => Some(Base::Months(ahead as i32, 1)),
        (Some(ahead), "quarter") => Some(Base::Months(ahead as i32, 3)),
        (Some(ahead), "year") => Some(Base::Months(ahead as i32, 12)),
        _ => period(words),
    }
}

/// `2026-W47`, `2026-12`, `2026-Q4` and `Q4 2026`, `2026`.
fn period(words: &str) -> Option<Base> {
    let (one, other) = words.split_once(['-', ' ']).unwrap_or((words, ""));
    let (year, part) = match one.starts_with('q') {
        true => (other, one),
        false => (one, other),
    };
    let year: i32 = year.parse().ok().filter(|_| year.len() == 4)?;
    let months = |first: u32, last: u32| {
        Some(Base::Fixed(
            Date::new(year, first, 1)?,
            Date::last_of(year, last)?,
        ))
    };
    if let Some(quarter) = part.strip_prefix('q') {
        let quarter: u32 = quarter.parse().ok().filter(|q| (1..=4).contains(q))?;
        return months(3 * quarter - 2, 3 * quarter);
    }
    if let Some(number) = part.strip_prefix('w') {
        let week = Week::new(year, number.parse().ok()?)?;
        return Some(Base::Fixed(week.monday(), week.sunday()));
    }
    match part {
        "" => months(1, 12),
        month if month.len() == 2 => months(month.parse().ok()?, month.parse().ok()?),
        _ => None,
    }
}

fn stepped(day: Date, days: i64) -> Date {
    match days < 0 {
        true => day.minus_days(days.unsigned_abs()),
        false => day.plus_days(days.unsigned_abs()),
    }
}

/// The day of a month so many months from that of another day; its last one where it has fewer days.
fn month(from: Date, ahead: i32, day: u32) -> Date {
    let months = from.year() * 12 + from.month() as i32 - 1 + ahead;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
    let found = Date::new(year, month, day).or_else(|| Date::last_of(year, month));
    found.unwrap_or(from)
}

fn months_on(day: Date, months: i32) -> Date {
    match months {
        0 => day,
        months => month(day, months, day_of(day)),
    }
}

fn day_of(day: Date) -> u32 {
    let first = Date::new(day.year(), day.month(), 1).unwrap_or(day);
    u32::try_from(day.days_since(first)).unwrap_or_default() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(words: &str) -> String {
        // A Friday.
        let today = Date::iso("2026-11-20").unwrap();
        let Some(time) = Time::read(words) else {
            return "none".into();
        };
        match time.days(today) {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first} to {last}"),
        }
    }

    #[test]
    fn days_and_steps_are_read() {
        assert_eq!(days("2026-12-01"), "2026-12-01");
        assert_eq!(days("Today"), "2026-11-20");
        assert_eq!(days("today + 14 days"), "2026-12-04");
        assert_eq!(days("today  - 1 week"), "2026-11-13");
        assert_eq!(days("2026-01-31 + 1 month"), "2026-02-28");
        assert_eq!(days("today - 1 year"), "2025-11-20");
    }

    #[test]
    fn longer_times_have_two_ends() {
        assert_eq!(days("this week"), "2026-11-16 to 2026-11-22");
        assert_eq!(days("next week"), "2026-11-23 to 2026-11-29");
        assert_eq!(days("last month"), "2026-10-01 to 2026-10-31");
        assert_eq!(days("this quarter"), "2026-10-01 to 2026-12-31");
        assert_eq!(days("next year"), "2027-01-01 to 2027-12-31");
        assert_eq!(days("this week + 1 week"), "2026-11-23 to 2026-11-29");
        assert_eq!(days("2026-W47"), "2026-11-16 to 2026-11-22");
        assert_eq!(days("2026-02"), "2026-02-01 to 2026-02-28");
        assert_eq!(days("2026-Q4"), "2026-10-01 to 2026-12-31");
        assert_eq!(days("Q1 2027"), "2027-01-01 to 2027-03-31");
        assert_eq!(days("2026"), "2026-01-01 to 2026-12-31");
    }

    #[test]
    fn what_is_no_time_is_none() {
        for words in [
            "",
            "soon",
            "2026-13",
            "2026-Q5",
            "today +",
            "today + x days",
            "today + 9999999 days",
            "today + 4294967295 months",
            "next sprint",
            "26",
        ] {
            assert_eq!(days(words), "none", "{words}");
        }
        assert_eq!(days("today + 40000 months"), "2026-11-20");
    }
}
