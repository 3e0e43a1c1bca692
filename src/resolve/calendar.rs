//! The pieces of time that words name: days, longer times of a year, weeks of the plan.

use crate::model::date::{Date, Week};
use crate::model::when::{Count, Precision, Unit};
use crate::read::almanac::{is_calendar, month, precision, unit};
use crate::read::vocabulary::calendar::{BEFORE_DAYS, SHORT};
use crate::resolve::token::Token::{self, Dash, Join, Number, Word};

/// A piece of time as words name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A day.
    Day(Option<i32>, u32, u32),
    /// A longer time of a year, by its number in the year.
    Period(Option<i32>, Precision, u32),
    /// A time that is counted from the beginning of the plan.
    Counted(Count),
    /// A day whose month may as well be its day: the year, the first and the second number.
    Unclear(Option<i32>, u32, u32),
}

impl Piece {
    /// Two numbers that may both be the month are told apart by any of their neighbours, else by what is usual there.
    pub fn settle(all: &mut [Self], usual: Option<bool>) {
        let days = |at: fn(u32, u32) -> bool| move |piece: &Self| matches!(piece, Self::Unclear(_, one, two) if at(*one, *two));
        let day_first = all.iter().any(days(|one, _| one > 12));
        let month_first = all.iter().any(days(|_, two| two > 12));
        let is_open = !day_first && !month_first;
        let (day_first, month_first) = match usual.filter(|_| is_open) {
            Some(usual) => (usual, !usual),
            None => (day_first, month_first),
        };
        for piece in all {
            if let Self::Unclear(year, one, two) = *piece {
                if day_first && !month_first {
                    *piece = Self::Day(year, two, one);
                } else if month_first || one == two {
                    *piece = Self::Day(year, one, two);
                }
            }
        }
    }

    /// The year that is written.
    pub fn year(self) -> Option<i32> {
        match self {
            Self::Day(year, ..) | Self::Period(year, ..) => year,
            _ => None,
        }
    }

    /// The same in a year, where none is written.
    pub fn or_in(self, year: i32) -> Self {
        match self {
            Self::Day(None, month, day) => Self::Day(Some(year), month, day),
            Self::Period(None, precision, number) => Self::Period(Some(year), precision, number),
            other => other,
        }
    }

    /// Its first and its last day; none where there is no such time.
    pub fn days(self) -> Option<(Date, Date)> {
        let months = |year: i32, number: u32, length: u32| {
            let last = number.checked_mul(length)?;
            let first = Date::new(year, (last + 1).checked_sub(length)?, 1)?;
            Some((first, Date::last_of(year, last)?))
        };
        match self {
            Self::Day(year, month, day) => Date::new(year?, month, day).map(|day| (day, day)),
            Self::Period(year, precision, number) => match precision {
                Precision::Year => months(year?, 1, 12),
                Precision::Half => months(year?, number, 6),
                Precision::Quarter => months(year?, number, 3),
                Precision::Month => months(year?, number, 1),
                Precision::Week => {
                    Week::new(year?, number).map(|week| (week.monday(), week.sunday()))
                }
                Precision::Day => None,
            },
            Self::Counted(_) | Self::Unclear(..) => None,
        }
    }

    /// How exact it is.
    pub fn precision(self) -> Precision {
        match self {
            Self::Period(_, precision, _) => precision,
            _ => Precision::Day,
        }
    }
}

/// The pieces at this place, and how many tokens they took.
pub fn pieces(all: &[Token], at: usize) -> Option<(Vec<Piece>, usize)> {
    let here = &all[at..];
    let before = at.checked_sub(1).map(|at| &all[at]);
    let is_alone = all.iter().all(is_of_time);
    joined(here, is_alone)
        .or_else(|| dashed(all, at))
        .or_else(|| ideographs(here))
        .or_else(|| numbered_month(here))
        .or_else(|| days_of_month(here, before))
        .or_else(|| month_and_days(here))
        .or_else(|| period(here, is_alone))
        .or_else(|| month_of_year(here, is_alone))
        .or_else(|| counted(here))
        .or_else(|| year_alone(all, at))
}

/// Whether a token is a part of a time: in prose, "may" is no month.
fn is_of_time(token: &Token) -> bool {
    const BESIDE: [&str; 9] = [
        "early", "mid", "late", "end", "of", "by", "de", "ende", "mitte",
    ];
    match token {
        Word(word) => {
            let word = word.as_str();
            month(word).is_some()
                || is_calendar(word)
                || BESIDE.contains(&word)
                || BEFORE_DAYS.contains(&word)
        }
        _ => true,
    }
}

fn year(token: Option<&Token>) -> Option<i32> {
    match token {
        Some(Number(number, 4)) => i32::try_from(*number)
            .ok()
            .filter(|year| (1900..2200).contains(year)),
        _ => None,
    }
}

fn number(token: Option<&Token>) -> Option<u32> {
    match token {
        Some(Number(number, 1 | 2)) => Some(*number),
        _ => None,
    }
}

fn word(token: Option<&Token>) -> Option<&str> {
    match token {
        Some(Word(word)) => Some(word),
        _ => None,
    }
}

/// `2026-01-27`, `31.12.2026`, `31.12.26`, `1/27/2026`, `2026-05`, `2026-W14`; `31/12` where nothing else is said.
fn joined(all: &[Token], is_alone: bool) -> Option<(Vec<Piece>, usize)> {
    let (first, Join(sign)) = (all.first(), all.get(1)?) else {
        return None;
    };
    let again = all.get(3) == Some(&Join(*sign));
    if let Some(year) = year(first) {
        let week = word(all.get(2))
            .filter(|word| *word == "w")
            .and(number(all.get(3)));
        if let Some(week) = week {
            return Some((vec![Piece::Period(Some(year), Precision::Week, week)], 4));
        }
        let month = number(all.get(2))?;
        return match number(all.get(4)).filter(|_| again) {
            Some(day) => Some((vec![Piece::Day(Some(year), month, day)], 5)),
            None if again || *sign == '.' || !(1..=12).contains(&month) => None,
            None => Some((vec![Piece::Period(Some(year), Precision::Month, month)], 3)),
        };
    }
    let (one, two) = (number(first)?, number(all.get(2)));
    let Some(two) = two.filter(|_| again) else {
        if let Some(day) = two.and_then(|two| yearless(*sign, one, two)) {
            let is_whole = is_alone && all.get(3).is_none_or(|next| !matches!(next, Join(_)));
            return is_whole.then(|| (vec![day], 3));
        }
        let year = year(all.get(2)).filter(|_| *sign != '.' && (1..=12).contains(&one))?;
        return Some((vec![Piece::Period(Some(year), Precision::Month, one)], 3));
    };
    // "1.2.26" is a version.
    let is_padded = matches!(
        (first, all.get(2)),
        (Some(Number(_, 2)), _) | (_, Some(Number(_, 2)))
    );
    let year = year(all.get(4)).or_else(|| {
        let short =
            number(all.get(4)).filter(|_| *sign != '-' && all.get(5) != Some(&Join(*sign)))?;
        let is_year = *sign == '/' || is_padded && (1..=12).contains(&two) && short > 9;
        is_year.then_some(2000 + i32::try_from(short).ok()?)
    })?;
    let piece = match sign {
        '.' => Piece::Day(Some(year), two, one),
        _ => Piece::Unclear(Some(year), one, two),
    };
    Some((vec![piece], 5))
}

/// `05-18`: a month and a day in numbers, where nothing else is said.
fn dashed(all: &[Token], at: usize) -> Option<(Vec<Piece>, usize)> {
    let (Number(one, wide), Join(sign), Number(two, also)) =
        (all.get(at)?, all.get(at + 1)?, all.get(at + 2)?)
    else {
        return None;
    };
    let is_joined = |at: Option<usize>| matches!(at.and_then(|at| all.get(at)), Some(Join(_)));
    let is_alone = !all.iter().any(|token| matches!(token, Word(_)))
        && !is_joined(at.checked_sub(1))
        && !is_joined(Some(at + 3));
    let is_padded = *sign == '-' && *wide == 2 && *also == 2;
    let (month, day) = (*one, *two);
    let is_day = (1..=12).contains(&month) && (1..=31).contains(&day);
    (is_padded && is_alone && is_day).then(|| (vec![Piece::Day(None, month, day)], 3))
}

/// A day and a month without a year: `31/12`, `12/31`, `31.12`.
fn yearless(sign: char, one: u32, two: u32) -> Option<Piece> {
    let is_day = |number: u32| (1..=31).contains(&number);
    let is_month = |number: u32| (1..=12).contains(&number);
    match sign {
        '/' if is_day(one) && is_day(two) && (is_month(one) || is_month(two)) => {
            Some(Piece::Unclear(None, one, two))
        }
        '.' if is_day(one) && is_month(two) && one > 12 => Some(Piece::Day(None, two, one)),
        _ => None,
    }
}

/// `2026年1月27日`, `1월 27일`, `2026年5月`.
fn ideographs(all: &[Token]) -> Option<(Vec<Piece>, usize)> {
    let is =
        |at: usize, names: &[&str]| word(all.get(at)).is_some_and(|word| names.contains(&word));
    // "2026. 1. 27."
    if let (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) =
        (year(all.first()), number(all.get(1)), number(all.get(2)))
    {
        return Some((vec![Piece::Day(Some(year), month, day)], 3));
    }
    let year = year(all.first()).filter(|_| is(1, &["年", "년"]));
    let at = if year.is_some() { 2 } else { 0 };
    let month = number(all.get(at)).filter(|_| is(at + 1, &["月", "월"]));
    match (
        month,
        number(all.get(at + 2)).filter(|_| is(at + 3, &["日", "일", "号"])),
    ) {
        (Some(month), Some(day)) => Some((vec![Piece::Day(year, month, day)], at + 4)),
        (Some(month), None) if year.is_some() => {
            Some((vec![Piece::Period(year, Precision::Month, month)], at + 2))
        }
        _ => None,
    }
}

/// `27 tháng 1 năm 2026`: the month has a number behind its word.
fn numbered_month(all: &[Token]) -> Option<(Vec<Piece>, usize)> {
    let day = number(all.first()).filter(|_| word(all.get(1)) == Some("tháng"))?;
    let month = number(all.get(2))?;
    let at = 3 + usize::from(
        word(all.get(3)) == Some("năm") || matches!(all.get(3), Some(Join('/' | '-'))),
    );
    let year = year(all.get(at));
    let used = if year.is_some() { at + 1 } else { 3 };
    Some((vec![Piece::Day(year, month, day)], used))
}

/// `27 January 2026`, `3 de marzo de 2026`, `5–27 January 2026`. What a word before the first number counts is no day.
fn days_of_month(all: &[Token], before: Option<&Token>) -> Option<(Vec<Piece>, usize)> {
    let first = number(all.first())?;
    let skip = |at: usize| {
        at + usize::from(matches!(
            word(all.get(at)),
            Some("de" | "of" | "di" | "del")
        ))
    };
    let is_free =
        word(before).is_none_or(|word| BEFORE_DAYS.contains(&word) || month(word).is_some());
    let range = matches!(all.get(1), Some(Dash | Join('-')))
        .then(|| number(all.get(2)))
        .flatten();
    let at = if range.is_some() { skip(3) } else { skip(1) };
    let month = month(word(all.get(at))?)?;
    let behind = skip(at + 1);
    let year = year(all.get(behind));
    let used = if year.is_some() { behind + 1 } else { at + 1 };
    let day = |day| Piece::Day(year, month, day);
    match range {
        Some(last) => is_free.then(|| (vec![day(first), day(last)], used)),
        None => Some((vec![day(first)], used)),
    }
}

/// `January 27, 2026`, `January 5-27, 2026`, `June 1`.
fn month_and_days(all: &[Token]) -> Option<(Vec<Piece>, usize)> {
    let name = word(all.first()).filter(|name| !SHORT.contains(name))?;
    let month = month(name)?;
    let first = number(all.get(1)).filter(|day| (1..=99).contains(day))?;
    let is_range = matches!(all.get(2), Some(Dash | Join('-')));
    let after = |at: usize| {
        word(all.get(at))
            .and_then(crate::read::almanac::month)
            .is_none()
    };
    let last = number(all.get(3)).filter(|last| is_range && after(4) && *last > first);
    let at = if last.is_some() { 4 } else { 2 };
    let year = year(all.get(at));
    let used = at + usize::from(year.is_some());
    let day = |day| Piece::Day(year, month, day);
    let days = std::iter::once(first).chain(last).map(day);
    Some((days.collect(), used))
}

/// `Q2 2026`, `2026Q2`, `2026 H1`, `2nd quarter 2026`, `KW 14 2026`.
fn period(all: &[Token], is_alone: bool) -> Option<(Vec<Piece>, usize)> {
    let precision = |token: Option<&Token>| word(token).and_then(part_of_year);
    let most = |precision| match precision {
        Precision::Quarter => 4,
        Precision::Half => 2,
        _ => 53,
    };
    let found = |year, precision, number: u32, used| {
        (1..=most(precision))
            .contains(&number)
            .then(|| (vec![Piece::Period(year, precision, number)], used))
    };
    if let Some(year) = year(all.first()) {
        let is_apart = matches!(all.get(1), Some(Join(_)))
            || matches!(word(all.get(1)), Some("年" | "년" | "年度" | "년도"));
        let at = 1 + usize::from(is_apart);
        return match precision(all.get(at)) {
            Some(name) => found(Some(year), name, number(all.get(at + 1))?, at + 2),
            None => {
                let name = precision(all.get(at + 1)).filter(|_| is_apart)?;
                found(Some(year), name, number(all.get(at))?, at + 2)
            }
        };
    }
    let (name, count, used) = match (precision(all.first()), precision(all.get(1))) {
        (Some(name), _) => (name, number(all.get(1))?, 2),
        (None, Some(name)) => (name, number(all.first())?, 2),
        _ => return None,
    };
    let at = used
        + usize::from(
            matches!(all.get(used), Some(Join(_)))
                || matches!(word(all.get(used)), Some("of" | "de" | "du")),
        );
    // "T2 2026" is a quarter, "T2" alone a task.
    let is_short = word(all.first()) == Some("t");
    match year(all.get(at)) {
        Some(year) => found(Some(year), name, count, at + 1),
        None if name == Precision::Week => {
            let week = Count {
                unit: Unit::Week,
                number: count,
            };
            is_alone.then(|| (vec![Piece::Counted(week)], used))
        }
        None => found(None, name, count, used).filter(|_| is_alone && !is_short),
    }
}

/// The part of a year that a word counts; *trimestre* is also written with one letter.
fn part_of_year(word: &str) -> Option<Precision> {
    precision(word).or_else(|| (word == "t").then_some(Precision::Quarter))
}

/// `May 2026`; `May` where nearly nothing else is said.
fn month_of_year(all: &[Token], is_alone: bool) -> Option<(Vec<Piece>, usize)> {
    let name = word(all.first()).filter(|name| !SHORT.contains(name))?;
    let month = month(name)?;
    let is_apart = matches!(word(all.get(1)), Some("de" | "of"))
        || matches!(all.get(1), Some(Join('/' | '-')));
    let at = 1 + usize::from(is_apart);
    match year(all.get(at)) {
        Some(year) => Some((
            vec![Piece::Period(Some(year), Precision::Month, month)],
            at + 1,
        )),
        None => is_alone.then(|| (vec![Piece::Period(None, Precision::Month, month)], 1)),
    }
}

/// `Week 3`, `Weeks 1-2`, `Day 8`, `第3周`, `3주차`.
fn counted(all: &[Token]) -> Option<(Vec<Piece>, usize)> {
    let of = |unit, number: u32| Piece::Counted(Count { unit, number });
    if let Some(first) = number(all.first()) {
        let unit = word(all.get(1))
            .filter(|name| matches!(*name, "주차" | "일차" | "개월차"))
            .and_then(unit)?;
        return Some((vec![of(unit, first)], 2));
    }
    let unit = unit(word(all.first())?)?;
    let first = number(all.get(1)).filter(|number| *number > 0)?;
    let is_range = matches!(all.get(2), Some(Dash | Join('-')));
    let again = usize::from(word(all.get(3)).is_some_and(is_calendar));
    let last = number(all.get(3 + again)).filter(|last| is_range && *last > first);
    let pieces = std::iter::once(first)
        .chain(last)
        .map(|number| of(unit, number));
    Some((pieces.collect(), if last.is_some() { 4 + again } else { 2 }))
}

/// A year that is all that is said.
fn year_alone(all: &[Token], at: usize) -> Option<(Vec<Piece>, usize)> {
    let year = year(all.get(at)).filter(|_| all.len() == 1)?;
    Some((vec![Piece::Period(Some(year), Precision::Year, 1)], 1))
}
