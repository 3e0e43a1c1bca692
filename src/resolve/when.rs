//! Dates as people write them: `2026-01-27`, `January 27, 2026`, `31.12.2026`, `Q2 2026`, `Week 3`, and ranges of them.

use crate::model::date::Date;
use crate::model::when::When;
use crate::resolve::calendar::{Piece, pieces};
use crate::resolve::token::tokens;

/// What words that stand for a date were taken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dated {
    /// The first day.
    pub first: When,
    /// The last day, of a range or of a longer time.
    pub last: Option<When>,
    /// Whether it is spelt like a date and there is no such day.
    pub impossible: bool,
    /// Whether its month may as well be its day.
    pub is_unclear: bool,
    /// Whether no year is written; it is that of the document, if there is one.
    pub is_yearless: bool,
}

/// Takes words for a date or a range of dates; without a year they are of the year of their document.
pub fn read(raw: &str, year: Option<i32>) -> Dated {
    told(raw, year, None)
}

/// The same in a document in which the day is known to stand first or second.
pub fn told(raw: &str, year: Option<i32>, day_first: Option<bool>) -> Dated {
    if let Some(day) = Date::iso(raw) {
        let first = When {
            day: Some(day),
            ..When::default()
        };
        return Dated {
            first,
            ..Dated::default()
        };
    }
    let found = found(raw, day_first);
    let is_unclear = found
        .iter()
        .any(|piece| matches!(piece, Piece::Unclear(..)));
    let exact: Vec<Piece> = found
        .iter()
        .copied()
        .filter(|piece| is_exact(*piece))
        .collect();
    let shown: Vec<Piece> = exact.into_iter().take(2).collect();
    if shown.is_empty() {
        return Dated {
            is_unclear,
            ..counted(raw, &found)
        };
    }
    let is_yearless = shown.iter().all(|piece| piece.year().is_none());
    let dated = in_years(&shown, year);
    let all: Vec<(Piece, (Date, Date))> = dated
        .iter()
        .filter_map(|piece| Some((*piece, piece.days()?)))
        .collect();
    let when = |piece: Piece, day: Date| When {
        day: Some(day),
        approximate: is_approximate(raw),
        precision: piece.precision(),
        derived: is_yearless,
        ..When::default()
    };
    let first = all.first().map(|(piece, (first, _))| when(*piece, *first));
    let last = all
        .last()
        .filter(|(piece, (first, last))| all.len() > 1 || first != last && piece.year().is_some());
    Dated {
        first: first.unwrap_or(When {
            approximate: is_approximate(raw),
            ..When::default()
        }),
        last: last.map(|(piece, (_, last))| when(*piece, *last)),
        impossible: all.is_empty() && dated.iter().all(|piece| piece.year().is_some()),
        is_unclear,
        is_yearless,
    }
}

fn is_exact(piece: Piece) -> bool {
    matches!(piece, Piece::Day(..) | Piece::Period(..))
}

/// Every piece of time in the words.
fn found(raw: &str, day_first: Option<bool>) -> Vec<Piece> {
    let all = tokens(raw);
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        match pieces(&all, at) {
            Some((pieces, used)) => {
                found.extend(pieces);
                at += used.max(1);
            }
            None => at += 1,
        }
    }
    let usual = is_day_first(raw).then_some(true).or(day_first);
    Piece::settle(&mut found, usual);
    found
}

/// Whether the words between the numbers are of a language in which the day stands first.
fn is_day_first(raw: &str) -> bool {
    const WORDS: [&str; 10] = [
        "a", "al", "del", "hasta", "até", "au", "du", "bis", "vom", "do",
    ];
    raw.split_whitespace()
        .any(|word| WORDS.contains(&word.to_lowercase().as_str()))
}

/// Weeks and days that are counted from the beginning of the plan.
fn counted(raw: &str, found: &[Piece]) -> Dated {
    let counts = found.iter().filter_map(|piece| match piece {
        Piece::Counted(count) => Some(*count),
        _ => None,
    });
    let when = |count| When {
        count: Some(count),
        approximate: is_approximate(raw),
        ..When::default()
    };
    let counts: Vec<When> = counts.map(when).collect();
    let silent = When {
        approximate: is_approximate(raw),
        ..When::default()
    };
    Dated {
        first: counts.first().copied().unwrap_or(silent),
        last: counts.last().copied(),
        ..Dated::default()
    }
}

/// The pieces with the year of their neighbour, or else of the document: "Dec 28 – Jan 3, 2026" begins in 2025.
fn in_years(shown: &[Piece], year: Option<i32>) -> Vec<Piece> {
    let fill = |piece: Piece, year: Option<i32>| year.map_or(piece, |year| piece.or_in(year));
    let [first, second] = shown else {
        return shown.iter().map(|piece| fill(*piece, year)).collect();
    };
    let known = first.year().or(second.year()).or(year);
    let (one, two) = (fill(*first, known), fill(*second, known));
    let is_reversed = one
        .days()
        .zip(two.days())
        .is_some_and(|(one, two)| two.1 < one.0);
    let moved = |piece: Piece, by: i32| fill(piece, known.map(|year| year + by));
    match (first.year(), second.year()) {
        (None, Some(_)) if is_reversed => vec![moved(*first, -1), two],
        (_, None) if is_reversed => vec![one, moved(*second, 1)],
        _ => vec![one, two],
    }
}

fn is_approximate(raw: &str) -> bool {
    const WORDS: [&str; 22] = [
        "approx",
        "about",
        "around",
        "circa",
        "ca.",
        "roughly",
        "tentative",
        "estimated",
        "early",
        "mid",
        "late",
        "anfang",
        "mitte",
        "ende",
        "début",
        "mi-",
        "fin",
        "principios",
        "mediados",
        "finales",
        "ungefähr",
        "etwa",
    ];
    let lower = raw.to_lowercase();
    let begins = |word: &&str| {
        lower.match_indices(*word).any(|(at, _)| {
            let behind = &lower[at + word.len()..];
            let is_apart = !lower[..at].ends_with(char::is_alphanumeric);
            is_apart && (word.len() > 5 || !behind.starts_with(char::is_alphabetic))
        })
    };
    raw.contains('≈') || raw.trim_start().starts_with('~') || WORDS.iter().any(begins)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::when::Precision;

    fn days(raw: &str) -> String {
        days_in(raw, None)
    }

    fn days_in(raw: &str, year: Option<i32>) -> String {
        let dated = read(raw, year);
        let one = |when: When| when.day.map_or("?".to_string(), |day| day.to_string());
        dated.last.filter(|last| last.day.is_some()).map_or_else(
            || one(dated.first),
            |last| format!("{} {}", one(dated.first), one(last)),
        )
    }

    #[test]
    fn a_month_and_a_day_in_numbers() {
        assert_eq!(days_in("05-18", Some(2026)), "2026-05-18");
        assert_eq!(days_in("5/18", Some(2026)), "2026-05-18");
        assert_eq!(
            days_in("05-11 – 05-18", Some(2026)),
            "2026-05-11 2026-05-18"
        );
        for raw in ["5-18", "5/6", "05-18 days", "05-18-03"] {
            assert_eq!(days_in(raw, Some(2026)), "?", "{raw}");
        }
    }

    #[test]
    fn dates_in_words() {
        for raw in [
            "2026-01-27",
            "January 27, 2026",
            "27 January 2026",
            "Jan 27th 2026",
            "2026-01-27T10:00:00Z",
            "2026-01-27 10:30",
            "27 de enero de 2026",
            "27. Januar 2026",
            "27 janv. 2026",
            "27 stycznia 2026",
            "2026年1月27日",
            "2026년 1월 27일",
            "27.01.2026",
            "27/01/2026",
            "27.01.26",
            "27.1.26",
            "27 ene 2026",
            "27 января 2026 г.",
            "27 січня 2026",
            "27 Ocak 2026",
            "27 Januari 2026",
            "ngày 27 tháng 1 năm 2026",
            "2026년 1월 27일(화)",
            "2026. 1. 27.",
            "2026年1月27号",
            "Mardi 27 janvier 2026",
            "1/27/2026",
            "2026/01/27",
            "2026-1-27",
            "Tuesday, January 27, 2026 (end of day)",
        ] {
            assert_eq!(days(raw), "2026-01-27", "{raw}");
        }
        for raw in [
            "TBD",
            "Week 3",
            "v1.24",
            "Sprint 3",
            "1/5 tasks",
            "1.2.26",
            "3/5",
            "2 weeks",
            "10.0.0.1",
        ] {
            assert_eq!(days(raw), "?", "{raw}");
        }
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
            "5. bis 27. Januar 2026",
            "du 5 au 27 janvier 2026",
            "del 5 al 27 de enero de 2026",
            "05.01.2026 - 27.01.2026",
            "2026-01-05 ~ 2026-01-27",
            "05/01/2026 a 27/01/2026",
        ] {
            assert_eq!(days(raw), "2026-01-05 2026-01-27", "{raw}");
        }
        assert_eq!(days("Dec 28 – Jan 3, 2026"), "2025-12-28 2026-01-03");
        assert_eq!(days("Phase 2 – 5 June 2026"), "2026-06-05");
    }

    #[test]
    fn longer_times_have_two_ends() {
        for (raw, both, precision) in [
            ("Q2 2026", "2026-04-01 2026-06-30", Precision::Quarter),
            ("2026Q2", "2026-04-01 2026-06-30", Precision::Quarter),
            ("H1 2026", "2026-01-01 2026-06-30", Precision::Half),
            ("2026H1", "2026-01-01 2026-06-30", Precision::Half),
            ("2026-05", "2026-05-01 2026-05-31", Precision::Month),
            ("May 2026", "2026-05-01 2026-05-31", Precision::Month),
            ("Mai 2026", "2026-05-01 2026-05-31", Precision::Month),
            ("2026-W20", "2026-05-11 2026-05-17", Precision::Week),
            ("2026", "2026-01-01 2026-12-31", Precision::Year),
            ("Q1–Q2 2026", "2026-01-01 2026-06-30", Precision::Quarter),
            (
                "2026年第二季度",
                "2026-04-01 2026-06-30",
                Precision::Quarter,
            ),
            ("2026년 2분기", "2026-04-01 2026-06-30", Precision::Quarter),
            ("2026년 상반기", "2026-01-01 2026-06-30", Precision::Half),
            ("2026年上半年", "2026-01-01 2026-06-30", Precision::Half),
            (
                "1er semestre 2026",
                "2026-01-01 2026-06-30",
                Precision::Half,
            ),
            (
                "2. Quartal 2026",
                "2026-04-01 2026-06-30",
                Precision::Quarter,
            ),
            ("T2 2026", "2026-04-01 2026-06-30", Precision::Quarter),
            ("mayo de 2026", "2026-05-01 2026-05-31", Precision::Month),
            ("maio/2026", "2026-05-01 2026-05-31", Precision::Month),
            ("2026年5月", "2026-05-01 2026-05-31", Precision::Month),
            ("2026년 5월", "2026-05-01 2026-05-31", Precision::Month),
        ] {
            assert_eq!(days(raw), both, "{raw}");
            assert_eq!(read(raw, None).first.precision, precision, "{raw}");
        }
    }

    #[test]
    fn weeks_of_the_plan_are_counted() {
        let words = |raw| {
            let dated = read(raw, None);
            let all = [Some(dated.first), dated.last].into_iter().flatten();
            let counts = all
                .filter_map(|when| when.count)
                .map(crate::model::when::Count::words);
            counts.collect::<Vec<_>>().join(", ")
        };
        assert_eq!(words("Week 3"), "Week 3, Week 3");
        assert_eq!(words("Weeks 1-2"), "Week 1, Week 2");
        assert_eq!(words("Days 1–7 of launch"), "Day 1, Day 7");
        assert_eq!(words("3주차"), "Week 3, Week 3");
        assert_eq!(words("2 weeks"), "");
    }

    #[test]
    fn a_missing_year_is_that_of_the_document() {
        assert_eq!(days("Oct 23 - Nov 8"), "?");
        assert_eq!(
            days_in("Oct 23 - Nov 8", Some(2025)),
            "2025-10-23 2025-11-08"
        );
        assert_eq!(
            days_in("Dec 20 – Jan 5", Some(2025)),
            "2025-12-20 2026-01-05"
        );
        assert_eq!(days_in("15/03", Some(2026)), "2026-03-15");
        assert_eq!(days_in("15.03.", Some(2026)), "2026-03-15");
        assert_eq!(
            days_in("del 2/3 al 13/3", Some(2026)),
            "2026-03-02 2026-03-13"
        );
        assert_eq!(days_in("3월 15일", Some(2026)), "2026-03-15");
        assert_eq!(days_in("3月15日", Some(2026)), "2026-03-15");
        assert_eq!(days("02/03 a 06/03/2026"), "2026-03-02 2026-03-06");
        let first = |raw| told(raw, None, Some(true)).first.day;
        assert_eq!(first("10/04/2026"), Date::new(2026, 4, 10));
        assert_eq!(days_in("2/3", Some(2026)), "?");
        assert!(read("March 5", Some(2026)).first.derived);
        assert!(read("March 5", None).is_yearless);
    }

    #[test]
    fn impossible_days_are_said() {
        for raw in ["2026-02-30", "February 30, 2026", "2023-14-05"] {
            assert!(read(raw, None).impossible, "{raw}");
        }
        assert_eq!(days_in("we may slip", Some(2026)), "?");
        assert!(!read("soon", None).impossible);
        assert!(!read("March 5", None).impossible);
        assert!(read("03/04/2026", None).is_unclear);
        assert!(read("~2026-02-03", None).first.approximate);
        assert!(read("mid May 2026", None).first.approximate);
        assert!(!read("January 5, 2026 - finishing", None).first.approximate);
    }
}
