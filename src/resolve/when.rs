//! Dates as people write them: `2026-01-27`, `January 27, 2026`, `3 March 2026`, ranges of them.

use crate::model::date::{Date, When};

/// What words that stand for a date were taken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// The first day.
    pub first: When,
    /// The last day, of a range.
    pub last: Option<When>,
    /// Whether it is spelt like a date and there is no such day.
    pub impossible: bool,
}

/// Takes words for a date or a range of dates.
pub fn read(raw: &str) -> Dated {
    if let Some(day) = Date::iso(raw) {
        let first = When {
            day: Some(day),
            approximate: false,
        };
        return Dated {
            first,
            ..Dated::default()
        };
    }
    let approximate = is_approximate(raw);
    let words = split(raw);
    let mut days = Vec::new();
    let mut impossible = false;
    let mut at = 0;
    while at < words.len() && days.len() < 2 {
        match day(&words[at..]) {
            Some((Some(day), used)) => {
                days.push(day);
                at += used;
            }
            Some((None, used)) => {
                impossible = true;
                at += used;
            }
            None => at += 1,
        }
    }
    let when = |day: Date| When {
        day: Some(day),
        approximate,
    };
    let days = borrow_year(&words, days);
    Dated {
        first: days.first().copied().map_or(
            When {
                day: None,
                approximate,
            },
            when,
        ),
        last: days.get(1).copied().map(when),
        impossible: impossible && days.is_empty(),
    }
}

fn is_approximate(raw: &str) -> bool {
    let lower = raw.to_lowercase();
    raw.contains(['~', '≈'])
        || [
            "approx",
            "about ",
            "around ",
            "circa",
            "ca. ",
            "roughly",
            "tentative",
            "estimated",
        ]
        .iter()
        .any(|word| lower.contains(word))
}

/// Words and numbers; a date in ISO form stays one word.
fn split(raw: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for part in raw.split(|c: char| {
        c.is_whitespace() || matches!(c, ',' | '(' | ')' | '–' | '—' | '→' | ';' | '/' | '~')
    }) {
        let part = part.trim_matches(['.', ':', '*', '"', '\'']);
        let date = part.split(['T', 't']).next().unwrap_or_default();
        if date.matches('-').count() == 2 && date.starts_with(|c: char| c.is_ascii_digit()) {
            words.push(date.to_string());
        } else {
            words.extend(
                part.split('-')
                    .filter(|word| !word.is_empty())
                    .map(str::to_lowercase),
            );
        }
    }
    words
}

/// A day at the head of these words, and how many it took; no day where there is none of that number.
fn day(words: &[String]) -> Option<(Option<Date>, usize)> {
    let first = words.first()?;
    if first.matches('-').count() == 2 {
        let numbers: Vec<&str> = first.split('-').collect();
        let is_iso = numbers[0].len() == 4
            && numbers.iter().all(|number| {
                !number.is_empty()
                    && number.len() <= 4
                    && number.chars().all(|c| c.is_ascii_digit())
            });
        return is_iso.then(|| (Date::iso(first), 1));
    }
    let number = |word: Option<&String>| {
        word.and_then(|word| {
            word.trim_end_matches(|c: char| c.is_alphabetic())
                .parse::<u32>()
                .ok()
        })
    };
    let year = |word: Option<&String>| {
        word.filter(|word| word.len() == 4)
            .and_then(|word| word.parse::<i32>().ok())
    };
    // "January 27, 2026" and "3 March 2026", also "3 de marzo de 2026".
    if let (Some(month), Some(day), Some(year)) =
        (month(first), number(words.get(1)), year(words.get(2)))
    {
        return Some((Date::new(year, month, day), 3));
    }
    // "January 5-27, 2026": the last day of a range.
    let range = (
        month(first),
        number(words.get(1)),
        number(words.get(2)),
        year(words.get(3)),
    );
    if let (Some(month), Some(_), Some(day), Some(year)) = range {
        return Some((Date::new(year, month, day), 4));
    }
    let day = number(Some(first)).filter(|day| *day <= 99)?;
    let skip = |at: usize| {
        at + usize::from(
            words
                .get(at)
                .is_some_and(|word| matches!(word.as_str(), "de" | "of")),
        )
    };
    let at = skip(1);
    let month = month(words.get(at)?)?;
    let at = skip(at + 1);
    year(words.get(at)).map(|year| (Date::new(year, month, day), at + 1))
}

/// "Jan 5 – Jan 27, 2026" and "June 1-7, 2024": the first day has the year, and perhaps the month, of the last.
fn borrow_year(words: &[String], days: Vec<Date>) -> Vec<Date> {
    let [last] = days.as_slice() else { return days };
    let year = last.year();
    let number = |word: &String| {
        word.parse::<u32>()
            .ok()
            .filter(|day| (1..=31).contains(day))
    };
    let Some(at) = words.iter().position(|word| month(word).is_some()) else {
        return days;
    };
    let Some(month) = month(&words[at]) else {
        return days;
    };
    let number_at = |at: Option<usize>| at.and_then(|at| words.get(at)).and_then(number);
    let start = |month: u32, day: Option<u32>| day.and_then(|day| Date::new(year, month, day));
    let before = number_at(at.checked_sub(1));
    let months = words
        .iter()
        .filter(|word| self::month(word).is_some())
        .count();
    let first = match (before, months) {
        // "5–27 January 2026" and "5 January – 27 January 2026".
        (Some(_), 1) => start(month, number_at(at.checked_sub(2))),
        (Some(_), _) => start(month, before),
        // "January 5-27, 2026" and "January 5 – February 3, 2026".
        (None, _) => start(month, number_at(Some(at + 1))),
    };
    let second = number_at(Some(at + 2)).filter(|_| before.is_none() && months == 1);
    let last = match second {
        Some(day) => Date::new(year, month, day),
        None => Some(*last),
    };
    match (first, last) {
        (Some(first), Some(last)) if first < last => vec![first, last],
        _ => days,
    }
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &[
            "january", "jan", "enero", "januar", "janvier", "janeiro", "gennaio",
        ],
        &[
            "february",
            "feb",
            "febrero",
            "februar",
            "février",
            "fevrier",
            "fevereiro",
        ],
        &["march", "mar", "marzo", "märz", "maerz", "mars", "março"],
        &["april", "apr", "abril", "avril"],
        &["may", "mayo", "mai", "maio"],
        &["june", "jun", "junio", "juni", "juin", "junho"],
        &["july", "jul", "julio", "juli", "juillet", "julho"],
        &["august", "aug", "agosto", "août", "aout"],
        &[
            "september",
            "sep",
            "sept",
            "septiembre",
            "septembre",
            "setembro",
        ],
        &[
            "october", "oct", "octubre", "oktober", "okt", "octobre", "outubro",
        ],
        &["november", "nov", "noviembre", "novembre", "novembro"],
        &[
            "december",
            "dec",
            "diciembre",
            "dezember",
            "dez",
            "décembre",
            "dezembro",
        ],
    ];
    let at = MONTHS.iter().position(|names| names.contains(&word))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(raw: &str) -> String {
        let dated = read(raw);
        let one = |when: When| when.day.map_or("?".to_string(), |day| day.to_string());
        dated.last.map_or_else(
            || one(dated.first),
            |last| format!("{} {}", one(dated.first), one(last)),
        )
    }

    #[test]
    fn dates_in_words() {
        for raw in [
            "2026-01-27",
            "January 27, 2026",
            "27 January 2026",
            "Jan 27th 2026",
            "2026-01-27T10:00:00Z",
            "27 de enero de 2026",
            "Tuesday, January 27, 2026 (end of day)",
        ] {
            assert_eq!(days(raw), "2026-01-27", "{raw}");
        }
        assert_eq!(days("TBD"), "?");
        assert_eq!(days("Week 3"), "?");
    }

    #[test]
    fn ranges_with_every_dash() {
        for raw in [
            "2026-01-05 to 2026-01-27",
            "January 5, 2026 – January 27, 2026",
            "Jan 5 - Jan 27, 2026",
            "5 January – 27 January 2026",
            "2026-01-05 → 2026-01-27",
            "Jan 5-27, 2026",
            "5–27 January 2026",
        ] {
            assert_eq!(days(raw), "2026-01-05 2026-01-27", "{raw}");
        }
    }

    #[test]
    fn impossible_days_are_said() {
        assert!(read("2026-02-30").impossible);
        assert!(read("February 30, 2026").impossible);
        assert!(!read("soon").impossible);
        assert!(read("~2026-02-03").first.approximate);
    }
}
