//! Dates as documents give them: a day, a longer time, or a week of the plan.

use crate::model::date::Date;

/// How exact a date is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A day.
    #[default]
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Six months.
    Half,
    /// A year.
    Year,
}

impl Precision {
    /// Its name: quarter.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Half => "half",
            Self::Year => "year",
        }
    }
}

/// What the time of a plan is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// Days.
    Day,
    /// Weeks.
    Week,
    /// Months.
    Month,
}

/// A time counted from the beginning of the plan: "Week 3".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count {
    /// What is counted.
    pub unit: Unit,
    /// Which one, from 1.
    pub number: u32,
}

impl Count {
    /// In words: Week 3.
    pub fn words(self) -> String {
        let unit = match self.unit {
            Unit::Day => "Day",
            Unit::Week => "Week",
            Unit::Month => "Month",
        };
        format!("{unit} {}", self.number)
    }

    /// Its first and last day, counted in days from 0; a month has 30 of them.
    pub fn days(self) -> (u64, u64) {
        let length = match self.unit {
            Unit::Day => 1,
            Unit::Week => 7,
            Unit::Month => 30,
        };
        let first = u64::from(self.number.saturating_sub(1)) * length;
        (first, first + length - 1)
    }
}

/// A date as a document gives it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct When {
    /// The day, where one is stated; of a longer time the first day where something begins, the last where it is due.
    pub day: Option<Date>,
    /// Whether the document calls it approximate.
    pub approximate: bool,
    /// How exact it is.
    pub precision: Precision,
    /// The time of the plan, where the document counts from its beginning.
    pub count: Option<Count>,
    /// Whether the year, or the day itself, was taken from elsewhere.
    pub derived: bool,
}

impl When {
    /// The longer time in words, *Q2 2026*; none of a day.
    pub fn period(self) -> Option<String> {
        let day = self.day?;
        let (year, month) = (day.year(), day.month());
        Some(match self.precision {
            Precision::Day => return None,
            Precision::Week => format!("week {} of {}", day.week().number(), day.week().year()),
            Precision::Month => day.month_words(),
            Precision::Quarter => format!("Q{} {year}", month.div_ceil(3)),
            Precision::Half => format!("H{} {year}", month.div_ceil(6)),
            Precision::Year => year.to_string(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_times_have_words() {
        let words = |precision| {
            When {
                day: Date::iso("2026-06-30"),
                precision,
                ..When::default()
            }
            .period()
        };
        let all = [
            Precision::Month,
            Precision::Quarter,
            Precision::Half,
            Precision::Year,
        ];
        let told: Vec<String> = all.into_iter().filter_map(words).collect();
        assert_eq!(told, ["June 2026", "Q2 2026", "H1 2026", "2026"]);
        assert_eq!(words(Precision::Day), None);
    }

    #[test]
    fn weeks_are_counted_from_the_beginning() {
        let week = Count {
            unit: Unit::Week,
            number: 3,
        };
        assert_eq!((week.words(), week.days()), ("Week 3".into(), (14, 20)));
    }
}
