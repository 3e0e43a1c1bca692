//! What stands at the end of a title: a mark, a state, a priority, a time.

use crate::model::kind::Kind;
use crate::read::almanac;
use crate::read::field::FieldName;
use crate::read::gap::is_placeholder;
use crate::read::prefix::bare;
use crate::read::states;
use crate::read::vocabulary::calendar::{BEFORE_DAYS, UNTIL};
use crate::read::words::Words;

/// Splits a mark off the end, with the word behind it: "✅", "✅ COMPLETE".
pub fn mark<'a>(line: &'a str, words: &Words) -> (&'a str, Option<String>) {
    let mut marks = line
        .char_indices()
        .filter(|(at, c)| *at > 0 && states::mark(*c).is_some());
    let Some((at, _)) = marks.next_back() else {
        return (line, None);
    };
    let (rest, tail) = line.split_at(at);
    // Behind a mark one word is a state, though it may be the subject elsewhere: "⏳ NEXT".
    let is_state = |tail: &str| {
        let word = tail.trim_start_matches(|c: char| !c.is_alphanumeric());
        let is_one = !word.trim().contains(' ') && words.status(word, Kind::Task).is_some();
        is_one || words.status_alone(tail).is_some()
    };
    // "✅ COMPLETE (v0.2.0)": in which version, or by whom.
    let is_noted = |tail: &str| {
        let head = tail.strip_suffix(')').and_then(|rest| rest.split_once('('));
        head.is_some_and(|(head, _)| head.contains(char::is_alphanumeric) && is_state(head))
    };
    let says = |tail: &str| {
        !tail.contains(char::is_alphanumeric) || is_state(tail) || is_noted(tail.trim_end())
    };
    let rest = rest
        .trim_end()
        .trim_end_matches(['—', '–', '-', '|', ':'])
        .trim_end();
    if says(tail) && rest.contains(char::is_alphanumeric) {
        (rest, Some(tail.trim().to_string()))
    } else {
        (line, None)
    }
}

/// What brackets behind a title say of a chapter that need not be there: no state of what it tells.
const REMARKS: [&str; 2] = ["optional", "recommended"];

/// Splits a status off the end: "— ✅ COMPLETE", "(done)", "[In progress]".
pub fn status<'a>(line: &'a str, words: &Words) -> (&'a str, Option<String>) {
    let end = line.trim_end();
    for (open, close) in [('(', ')'), ('[', ']'), ('（', '）')] {
        let inside = end
            .strip_suffix(close)
            .and_then(|rest| rest.rsplit_once(open));
        if let Some((rest, tail)) = inside
            .filter(|(rest, tail)| !rest.trim().is_empty() && words.status_alone(tail).is_some())
        {
            let tail = tail.trim();
            let is_remark = REMARKS.iter().any(|word| tail.eq_ignore_ascii_case(word));
            return (bare(rest), (!is_remark).then(|| tail.to_string()));
        }
        if let Some((rest, said)) =
            inside.and_then(|(rest, tail)| Some((rest, keyed(tail, words)?)))
        {
            return (bare(rest), Some(said.to_string()));
        }
    }
    // Most lines have no dash and no bar, and are not searched for each.
    let is_parted = end.contains(['—', '–', '-', '|']);
    let separators: &[&str] = &[" — ", " – ", " -- ", " - ", " | "];
    for separator in separators.iter().filter(|_| is_parted) {
        if let Some((rest, tail)) = end
            .rsplit_once(*separator)
            .filter(|(_, tail)| words.status_alone(tail).is_some())
        {
            return (bare(rest), Some(tail.trim().to_string()));
        }
    }
    (line, None)
}

/// The state behind the word for it: "status: done, in use".
fn keyed<'a>(tail: &'a str, words: &Words) -> Option<&'a str> {
    let (key, said) = tail.split_once([':', '：'])?;
    let said = said.trim();
    let is_known = words.field(key) == Some(FieldName::Status);
    (is_known && words.status(said, Kind::Task).is_some()).then_some(said)
}

/// Splits a priority off the end: "(P1)", "(Priority: P1)", "(Prioridade: alta)", "\[P0]".
pub fn priority<'a>(line: &'a str, words: &Words) -> (&'a str, Option<String>) {
    if let Some((rest, word)) = keyed_priority(line, words) {
        return (rest.trim_end(), Some(word.to_string()));
    }
    let end = line.trim_end();
    for (open, close) in [('(', ')'), ('[', ']'), ('（', '）')] {
        let Some((rest, word)) = end
            .strip_suffix(close)
            .and_then(|rest| rest.rsplit_once(open))
        else {
            continue;
        };
        let word = word.trim();
        let short = word.len() == 2
            && word.starts_with('P')
            && word.ends_with(|c: char| c.is_ascii_digit());
        let word = Some(word).filter(|_| short).or(beside_key(word, words));
        if let Some(word) = word.filter(|_| !rest.trim().is_empty() && !is_placeholder(rest)) {
            return (rest.trim_end(), Some(word.to_string()));
        }
    }
    (line, None)
}

/// One word beside that for the priority: "high priority", "hohe Priorität", "prioridad alta".
fn beside_key<'a>(inside: &'a str, words: &Words) -> Option<&'a str> {
    let (first, second) = inside.split_once(' ')?;
    let is_key = |word: &str| words.field(word) == Some(FieldName::Priority);
    let is_word = |word: &str| !word.contains(' ') && word.chars().all(char::is_alphanumeric);
    match (is_key(first), is_key(second)) {
        (true, false) => Some(second).filter(|word| is_word(word)),
        (false, true) => Some(first).filter(|word| is_word(word)),
        _ => None,
    }
}

/// Splits off a mark at the end with a word behind it that is a priority: "Lending desk 🔴 CRITICAL".
pub fn marked_priority(line: &str) -> Option<(&str, &str)> {
    const WORDS: [&str; 9] = [
        "critical", "urgent", "high", "medium", "low", "p0", "p1", "p2", "p3",
    ];
    let (rest, word) = line.trim_end().rsplit_once(' ')?;
    let is_mark = |c: char| !c.is_alphanumeric() && !c.is_ascii() && !matches!(c, '—' | '–');
    let title = rest.trim_end_matches(is_mark).trim_end();
    let is_known = WORDS.iter().any(|known| word.eq_ignore_ascii_case(known));
    let is_marked =
        title.len() < rest.len() && rest.ends_with(is_mark) && rest[title.len()..].starts_with(' ');
    (is_known && is_marked && title.contains(char::is_alphanumeric)).then_some((title, word))
}

/// What stands before a bracket with a key for the priority, and its value; marks may follow: "(Priority: P1) 🎯 MVP".
fn keyed_priority<'a>(line: &'a str, words: &Words) -> Option<(&'a str, &'a str)> {
    let (rest, inside) = line.rsplit_once(['(', '（', '['])?;
    let (key, value) = inside.split_once([':', '：'])?;
    let (value, _) = value.split_once([')', '）', ']'])?;
    let is_priority = words.field(key) == Some(FieldName::Priority);
    (is_priority && !rest.trim().is_empty() && !value.trim().is_empty() && !is_placeholder(rest))
        .then(|| (rest, value.trim()))
}

/// The title without the time at its end, and that time.
pub fn time(title: &str) -> Option<(&str, &str)> {
    let end = title.trim_end();
    let inside = [('(', ')'), ('（', '）'), ('[', ']')]
        .iter()
        .find_map(|(open, close)| end.strip_suffix(*close)?.rsplit_once(*open));
    let behind = || {
        let marks = [" -- ", " — ", " – ", " - ", ": ", " | ", "：", ", "];
        marks.iter().find_map(|mark| {
            let (title, time) = end.split_once(mark)?;
            is_time(time).then_some((title, time))
        })
    };
    let (title, time) = inside.filter(|(_, time)| is_time(time)).or_else(behind)?;
    let title = title
        .trim()
        .trim_end_matches(['-', '–', '—', ':', '|', ','])
        .trim();
    title
        .contains(char::is_alphanumeric)
        .then_some((title, time.trim()))
}

/// Whether the words are a time and nothing else: a month or a year is among them.
pub fn is_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    let (mut is_dated, mut count) = (false, 0);
    for word in spaced(&lower) {
        let digits = word.trim_end_matches(char::is_alphabetic);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
        let is_month = almanac::month(word).is_some();
        count += 1;
        let is_unit = IDEOGRAPHS.contains(&word);
        is_dated |= is_year || is_month || is_unit;
        let is_known = is_number && word.len() <= 6 || is_month || is_unit || is_calendar(word);
        if !is_known || count > 12 {
            return false;
        }
    }
    is_dated && lower.contains(|c: char| c.is_ascii_digit())
}

/// What counts the year, the month and the day behind their numbers.
const IDEOGRAPHS: [&str; 8] = ["年", "月", "日", "号", "號", "년", "월", "일"];

/// The words; letters that need no blanks stand apart from numbers.
fn spaced(text: &str) -> Vec<&str> {
    let is_apart = |c: char| !c.is_alphanumeric();
    let mut out = Vec::new();
    for word in text.split(is_apart).filter(|word| !word.is_empty()) {
        let mut rest = word;
        while let Some(first) = rest.chars().next() {
            let same = |c: char| (first < '\u{2e80}') == (c < '\u{2e80}');
            let end = rest.find(|c| !same(c)).unwrap_or(rest.len());
            out.push(&rest[..end]);
            rest = &rest[end..];
        }
    }
    out
}

fn is_calendar(word: &str) -> bool {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    almanac::is_calendar(letters) || UNTIL.contains(&word) || BEFORE_DAYS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_behind_a_mark_is_a_state() {
        let words = Words::new(&crate::config::Config::default());
        let parts = |line: &'static str| mark(line, &words);
        assert_eq!(parts("Dig ⏳ NEXT"), ("Dig", Some("⏳ NEXT".into())));
        let tail = Some("✅ COMPLETE (Sprints 1-5)".to_string());
        assert_eq!(parts("Dig ✅ COMPLETE (Sprints 1-5)"), ("Dig", tail));
        assert_eq!(parts("Dig ✅ holes (deep)").1, None);
        assert_eq!(parts("Dig ✅ holes").1, None);
    }

    #[test]
    fn times_stand_last() {
        assert_eq!(
            time("Set up (2026-03-01 to 2026-03-14)"),
            Some(("Set up", "2026-03-01 to 2026-03-14"))
        );
        assert_eq!(
            time("Open (March 16–20, 2026)"),
            Some(("Open", "March 16–20, 2026"))
        );
        assert_eq!(time("Obra (1 février)"), Some(("Obra", "1 février")));
        assert_eq!(
            time("Iteration 5 -- 2026-03-16 to 2026-03-27"),
            Some(("Iteration 5", "2026-03-16 to 2026-03-27"))
        );
        assert_eq!(
            time("Word of mouth (Aug 17 – Aug 23)"),
            Some(("Word of mouth", "Aug 17 – Aug 23"))
        );
        assert_eq!(time("Ground: Q2 2026"), Some(("Ground", "Q2 2026")));
        assert_eq!(
            time("地基（2026年3月1日 - 3月14日）"),
            Some(("地基", "2026年3月1日 - 3月14日"))
        );
        assert_eq!(time("터 (2026년 6월 1일)"), Some(("터", "2026년 6월 1일")));
    }

    #[test]
    fn a_word_stands_beside_its_key() {
        let words = Words::new(&crate::config::Config::default());
        let told = |line| priority(line, &words);
        assert_eq!(told("Desk (high priority)"), ("Desk", Some("high".into())));
        assert_eq!(told("Mesa (prioridad alta)"), ("Mesa", Some("alta".into())));
        assert_eq!(told("Desk (priority of the lamp)").1, None);
    }

    #[test]
    fn a_mark_leads_to_a_priority() {
        assert_eq!(
            marked_priority("Desk 🔴 CRITICAL"),
            Some(("Desk", "CRITICAL"))
        );
        assert_eq!(marked_priority("Desk ⬆️ High"), Some(("Desk", "High")));
        for title in ["Keep it low", "Desk — high", "🔴 High", "Desk 🔴 open"] {
            assert_eq!(marked_priority(title), None, "{title}");
        }
    }

    #[test]
    fn a_state_may_stand_behind_its_name() {
        let words = Words::new(&crate::config::Config::default());
        let told = |line| status(line, &words).1;
        assert_eq!(
            told("GROUND (status: DONE, upkeep)").as_deref(),
            Some("DONE, upkeep")
        );
        assert_eq!(told("Byt tegel -- READY").as_deref(), Some("READY"));
        assert_eq!(told("GROUND (wall: done)"), None);
    }

    #[test]
    fn other_tails_stay() {
        for title in [
            "Week one (Days 1-7)",
            "Room (50)",
            "The year 2026",
            "Port 8080 (TLS)",
            "Walk (may be long)",
            "2026-03-01",
            "Beta (v2.1)",
        ] {
            assert_eq!(time(title), None, "{title}");
        }
    }
}
