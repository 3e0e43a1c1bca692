//! What stands in brackets or behind a state at the end of a title: days, terms, estimates.

use crate::read::almanac;
use crate::read::field::FieldName;
use crate::read::states::mark;
use crate::read::vocabulary::calendar::{SHORT, UNTIL};
use crate::read::words::Words;
use crate::text::similar::fold;

/// A state and when it was reached, both as written.
pub type Finished = (Option<String>, Option<(FieldName, String)>);

/// Splits a state with a day off the end: "(completed 2026-03-19)", "— ✅ COMPLETE (2026-02-01)", "(2026-02-01, done)".
pub fn finished<'a>(line: &'a str, words: &Words) -> (&'a str, Option<Finished>) {
    let Some((rest, inside)) = bracket(line) else {
        return dashed(line, words).unwrap_or((line, None));
    };
    let Some(day) = day(inside) else {
        return (line, None);
    };
    let said = inside.replacen(day, "", 1);
    let said = said
        .trim()
        .trim_end_matches([':', ',', ';'])
        .trim_start_matches([',', ';'])
        .trim();
    let said = ["on", "em", "el", "le", "am", "il", "op"]
        .iter()
        .find_map(|word| said.strip_suffix(*word)?.strip_suffix(' '))
        .unwrap_or(said);
    let done = (FieldName::Done, day.to_string());
    if words.status_alone(said).is_some() && !said.is_empty() {
        return (rest, Some((Some(inside.to_string()), Some(done))));
    }
    // The state before the bracket: its tail is the day.
    let before = rest.rsplit(['—', '–', '|']).next().unwrap_or_default();
    let is_state = |text: &str| words.status_alone(text).is_some();
    let marked = rest
        .char_indices()
        .rfind(|(_, c)| mark(*c).is_some())
        .map(|(at, _)| &rest[at..]);
    let state = said.is_empty() && (is_state(before) || marked.is_some_and(is_state));
    (
        if state { rest } else { line },
        state.then_some((None, Some(done))),
    )
}

/// The same behind a dash and without a bracket: "Dig — completed 2026-03-19", "Dig - Completed on 2026-03-19".
fn dashed<'a>(line: &'a str, words: &Words) -> Option<(&'a str, Option<Finished>)> {
    // Most lines have no dash, and are not searched for each.
    line.contains(['—', '–', '-']).then_some(())?;
    let (rest, tail) = [" — ", " – ", " - ", " -- "]
        .iter()
        .find_map(|gap| line.rsplit_once(gap))?;
    let day = day(tail)?;
    let said = tail.strip_suffix(day)?.trim_end();
    let said = said.trim_end_matches(" on").trim_end_matches([':', ' ']);
    let is_state = !said.is_empty() && words.status_alone(said).is_some();
    let done = (FieldName::Done, day.to_string());
    is_state.then(|| (rest.trim_end(), Some((Some(tail.to_string()), Some(done)))))
}

/// The words without the revision that was noted behind them: "Dig \[9f8e7d6]", "Dig (commit: ab12cd3)", "Dig 8172a50".
pub fn unrevised(line: &str) -> &str {
    let Some((before, last)) = line.trim_end().rsplit_once(' ') else {
        return line;
    };
    let hash = last.trim_matches(['(', ')', '[', ']', '`']);
    let is_hash = (7..=40).contains(&hash.len())
        && hash
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, 'a'..='f'))
        && hash.contains(|c: char| c.is_ascii_digit())
        && hash.contains(char::is_alphabetic);
    if !is_hash {
        return line;
    }
    let before = before.trim_end();
    let key = ["commit:", "commit", "checkpoint:"].iter().find_map(|key| {
        let before = before.strip_suffix(key)?;
        before.strip_suffix(['(', '['])
    });
    let rest = key.unwrap_or(before).trim_end();
    match rest.contains(char::is_alphabetic) {
        true => rest,
        false => line,
    }
}

/// "(3 pts)", "(2 SP)", "(2-3 weeks)" at the end.
pub fn estimate(line: &str) -> (&str, Option<String>) {
    let found = bracket(line).filter(|(_, inside)| {
        let folded = fold(inside);
        let unit = folded.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        unit.len() < folded.len() && AMOUNTS.contains(&unit)
    });
    found.map_or((line, None), |(rest, inside)| {
        (rest, Some(inside.to_string()))
    })
}

/// The title without a count of its parts in brackets at the end: "(2 plans, 12m 31s)", "(14 tasks)".
pub fn uncounted(line: &str) -> &str {
    let found = bracket(line).filter(|(_, inside)| {
        let mut parts = inside.split(',').map(fold);
        let is_count = |part: &String| {
            part.split_once(' ').is_some_and(|(number, what)| {
                number.bytes().all(|c| c.is_ascii_digit()) && PARTS.contains(&what)
            })
        };
        let is_time = |part: &String| {
            part.split(' ').all(|word| {
                let unit = word.trim_start_matches(|c: char| c.is_ascii_digit());
                unit.len() < word.len() && matches!(unit, "h" | "m" | "min" | "s" | "d")
            })
        };
        parts.next().as_ref().is_some_and(is_count)
            && parts.all(|part| is_count(&part) || is_time(&part))
    });
    found.map_or(line, |(rest, _)| rest)
}

/// What the parts of a phase or a milestone are called where they are counted.
const PARTS: [&str; 18] = [
    "phase", "phases", "plan", "plans", "task", "tasks", "story", "stories", "item", "items",
    "issue", "issues", "step", "steps", "ticket", "tickets", "subtask", "subtasks",
];

/// When it runs, counted from the beginning and in brackets at the end: "(Weeks 1–3)"; the words stay in the title.
pub fn span(line: &str) -> Option<(FieldName, String)> {
    let (_, inside) = bracket(line).filter(|(_, inside)| is_span(inside))?;
    Some((FieldName::Span, inside.to_string()))
}

/// Whether the words are days, or units that are counted, and nothing else.
fn is_span(inside: &str) -> bool {
    let days = inside
        .split([' ', '–', '—', '→', ','])
        .filter(|word| day(word) == Some(word))
        .count();
    let folded = fold(inside);
    let words: Vec<&str> = folded.split(' ').collect();
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let all = words
        .iter()
        .all(|word| is_number(word) || is_unit(word) || UNTIL.contains(word));
    let counts = words.iter().any(|word| is_unit(word));
    let numbers = words
        .iter()
        .any(|word| word.contains(|c: char| c.is_ascii_digit()));
    // "2주" is how long it takes, "2주차" which week it is.
    let is_ordinal = words[0].ends_with('차');
    all && numbers && (days == 2 || counts && !is_number(words[0]) || is_ordinal)
}

/// Whether a word is what runs and is counted: a week, a quarter, a month by name; its number may stand behind it.
fn is_unit(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_month = almanac::month(letters).is_some() && !SHORT.contains(&letters);
    almanac::is_calendar(letters) || is_month
}

/// What work is measured in.
const AMOUNTS: &[&str] = &[
    "pt",
    "pts",
    "sp",
    "point",
    "points",
    "story point",
    "story points",
    "week",
    "weeks",
    "day",
    "days",
    "hour",
    "hours",
    "h",
    "month",
    "months",
    "wochen",
    "tage",
    "semanas",
    "días",
    "semaines",
    "jours",
    "周",
    "주",
    "dias",
    "pontos",
    "puntos",
    "punkte",
    "ptos",
    "semaine",
    "jour",
    "semana",
    "woche",
    "tag",
    "sesiones",
    "sessions",
    "weken",
    "dagen",
    "settimane",
    "giorni",
    "天",
    "日",
    "일",
    "点",
    "點",
    "週間",
    "人日",
    "포인트",
];

/// The bracket at the end, and what stands before it.
fn bracket(line: &str) -> Option<(&str, &str)> {
    let inner = line.trim_end().strip_suffix([')', '）'])?;
    let at = inner.rfind(['(', '（'])?;
    let rest = inner[..at].trim_end();
    let inside = inner[at..].trim_start_matches(['(', '（']).trim();
    rest.contains(char::is_alphanumeric)
        .then_some((rest, inside))
}

/// A day in ISO form among the words.
fn day(text: &str) -> Option<&str> {
    text.split([' ', ',', ';', ':']).find(|word| {
        word.len() == 10
            && word.bytes().enumerate().all(|(at, c)| match at {
                4 | 7 => c == b'-',
                _ => c.is_ascii_digit(),
            })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn parts(text: &str) -> (&str, Option<String>, Option<String>) {
        let words = Words::new(&Config::default());
        let (rest, found) = finished(text, &words);
        let (state, day) = found.unwrap_or_default();
        (rest, state, day.map(|(_, day)| day))
    }

    #[test]
    fn states_with_days_behind_a_dash() {
        for line in [
            "Dig — completed 2026-03-19",
            "Dig - Completed on 2026-03-19",
        ] {
            assert_eq!(parts(line).0, "Dig", "{line}");
            assert_eq!(parts(line).2.as_deref(), Some("2026-03-19"));
        }
        assert_eq!(parts("Dig — seen 2026-03-19").0, "Dig — seen 2026-03-19");
    }

    #[test]
    fn revisions_are_no_part_of_a_title() {
        for line in ["Dig [9f8e7d6]", "Dig (commit: ab12cd3)", "Dig 8172a50"] {
            assert_eq!(unrevised(line), "Dig", "{line}");
        }
        for line in ["Dig deeper", "Dig 2026301", "Read [defaced]", "8172a50"] {
            assert_eq!(unrevised(line), line);
        }
    }

    #[test]
    fn states_with_days() {
        let day = || Some("2026-03-19".to_string());
        assert_eq!(
            parts("Dig (completed 2026-03-19)"),
            ("Dig", Some("completed 2026-03-19".into()), day())
        );
        assert_eq!(parts("Dig (Shipped: 2026-03-19)").0, "Dig");
        assert_eq!(parts("Dig (2026-03-19, done)").0, "Dig");
        assert_eq!(
            parts("Dig — ✅ COMPLETE (2026-03-19)"),
            ("Dig — ✅ COMPLETE", None, day())
        );
        assert_eq!(parts("Dig (2026-03-19)").2, None);
        assert_eq!(parts("Dig (deep)").2, None);
    }

    #[test]
    fn terms_and_estimates() {
        for inside in [
            "Weeks 1–3",
            "Q2 2026",
            "Aug 17 – Aug 23",
            "KW 12 bis KW 14",
            "2026-03-01 to 2026-03-14",
            "KW 10–12",
            "Semanas 1 a 3",
            "第1-2周",
            "3주차",
        ] {
            let line = format!("Dig ({inside})");
            let when = Some((FieldName::Span, inside.to_string()));
            assert_eq!(span(&line), when);
        }
        assert_eq!(span("Dig (2 weeks)"), None);
        assert_eq!(span("Dig (deep)"), None);
        assert_eq!(span("Dig (set 3)"), None);
        assert_eq!(span("파기 (2주)"), None);
        assert_eq!(estimate("Dig (3 pts)"), ("Dig", Some("3 pts".into())));
        assert_eq!(estimate("挖（2-3 周）"), ("挖", Some("2-3 周".into())));
        assert_eq!(estimate("Dig (3 holes)").1, None);
        assert_eq!(uncounted("Dig (2 plans, 12m 31s)"), "Dig");
        assert_eq!(uncounted("Dig (4 phases, 7 plans)"), "Dig");
        assert_eq!(uncounted("Dig (2/3 tasks)"), "Dig (2/3 tasks)");
        assert_eq!(uncounted("Dig (2 holes)"), "Dig (2 holes)");
    }
}
