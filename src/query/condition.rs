//! Which items a question asks for.

use std::collections::BTreeSet;

use crate::model::date::Date;
use crate::query::answer::{Answers, number_at};
use crate::query::field::{Field, Known, Sort};
use crate::query::time::Time;
use crate::text::similar::fold;

/// Which items are asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    /// Those for which all of these hold.
    All(Vec<Filter>),
    /// Those for which one of these holds.
    Any(Vec<Filter>),
    /// Those for which this does not hold.
    Not(Box<Filter>),
    /// Those of which this is told.
    Test(Test),
}

/// Something that is told of an item, or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    /// What is asked.
    pub field: Field,
    /// How the answer is compared.
    pub sign: Sign,
    /// With what; one of these is enough.
    pub values: Vec<Value>,
}

/// How an answer is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// It is this.
    Is,
    /// It has these words in it.
    Contains,
    /// It is before it, or less.
    Below,
    /// It is not after it, or not more.
    UpTo,
    /// It is after it, or more.
    Above,
    /// It is not before it, or not less.
    From,
}

/// What an answer is compared with.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Nothing at all.
    Empty,
    /// These words, folded.
    Words(String),
    /// A time, and its words: `2026-W47` may be the name of a sprint.
    Time(Time, String),
    /// A number, and its words.
    Number(f64, String),
    /// Whether it holds.
    Flag(bool),
}

impl Default for Filter {
    fn default() -> Self {
        Self::All(Vec::new())
    }
}

impl Filter {
    /// Whether it asks for this item.
    pub fn holds(&self, item: &impl Answers, today: Date) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(item, today)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(item, today)),
            Self::Not(part) => !part.holds(item, today),
            Self::Test(test) => test.holds(item, today),
        }
    }

    /// The fields that it asks for.
    pub fn fields(&self) -> BTreeSet<&Field> {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().flat_map(Self::fields).collect(),
            Self::Not(part) => part.fields(),
            Self::Test(test) => BTreeSet::from([&test.field]),
        }
    }

    /// Whether it asks for what was found during work: nobody else means that.
    pub fn asks_for_discovered(&self) -> bool {
        self.fields().contains(&Field::Known(Known::Discovered))
    }
}

impl Test {
    fn holds(&self, item: &impl Answers, today: Date) -> bool {
        let mut values = self.values.iter();
        if self.field.sort() == Sort::Flag {
            let told = item.holds(&self.field);
            return values.any(|value| *value == Value::Flag(told));
        }
        let words = item.words(&self.field);
        let day = item.day(&self.field);
        values.any(|value| match value {
            Value::Empty => words.is_empty() && day.is_none(),
            Value::Words(wanted) => self.says(&words, wanted),
            Value::Time(time, wanted) => {
                let is_in = |day: Date| self.is_in(day, time.days(today));
                day.is_some_and(is_in) || self.says(&words, wanted)
            }
            Value::Number(number, wanted) => {
                let told = item.number(&self.field);
                let told = told.or_else(|| words.iter().find_map(|words| number_at(words)));
                told.is_some_and(|told| self.compares(told, *number)) || self.says(&words, wanted)
            }
            Value::Flag(_) => false,
        })
    }

    fn says(&self, words: &[String], wanted: &str) -> bool {
        words.iter().any(|words| match self.sign {
            Sign::Contains => fold(words).contains(wanted),
            Sign::Is => fold(words) == wanted,
            _ => false,
        })
    }

    fn is_in(&self, day: Date, (first, last): (Date, Date)) -> bool {
        match self.sign {
            Sign::Is | Sign::Contains => first <= day && day <= last,
            Sign::Below => day < first,
            Sign::UpTo => day <= last,
            Sign::Above => day > last,
            Sign::From => day >= first,
        }
    }

    fn compares(&self, told: f64, number: f64) -> bool {
        match self.sign {
            Sign::Is | Sign::Contains => (told - number).abs() < f64::EPSILON,
            Sign::Below => told < number,
            Sign::UpTo => told <= number,
            Sign::Above => told > number,
            Sign::From => told >= number,
        }
    }
}
