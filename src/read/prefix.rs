//! What stands before a title: an id, a number, a day, a state.

use crate::model::kind::Kind;
use crate::read::states::mark;
use crate::read::words::{Words, looks_like_id};

/// What stands between an id and a title, or between a title and its tail.
const SEPARATORS: [char; 10] = [':', '：', '、', '-', '–', '—', '|', '·', '.', ')'];

/// Without marks and blanks at its ends.
pub fn bare(text: &str) -> &str {
    let is_mark = |c: char| {
        !c.is_alphanumeric()
            && !c.is_ascii()
            && !matches!(c, '“' | '”' | '«' | '»' | '‘' | '’' | '…' | '）' | '（')
    };
    text.trim()
        .trim_matches(|c: char| is_mark(c) || c.is_whitespace())
}

/// The title behind a separator.
pub fn separated(text: &str) -> Option<&str> {
    let rest = text.trim_start();
    let behind = rest.trim_start_matches(SEPARATORS);
    (behind.len() < rest.len()).then(|| behind.trim())
}

/// A state before the title: "\[DONE] Fill", "✅ Phase 1: Pier", "\[x] Track: Pier".
pub fn status<'a>(line: &'a str, words: &Words) -> (&'a str, Option<String>) {
    let line = line.trim();
    let inside = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    if let Some((state, rest)) = inside.filter(|(state, rest)| {
        !looks_like_id(state)
            && state.chars().count() > 1
            && rest.contains(char::is_alphanumeric)
            && words.status_alone(state).is_some()
    }) {
        return (rest.trim(), Some(state.to_string()));
    }
    if let Some((state, rest)) = inside.filter(|(state, rest)| {
        matches!(*state, " " | "x" | "X" | "~" | "-" | "/") && rest.contains(char::is_alphanumeric)
    }) {
        return (rest.trim(), Some(format!("[{state}]")));
    }
    let front = line.chars().next().filter(|c| mark(*c).is_some());
    (line, front.filter(|c| is_state(*c)).map(String::from))
}

/// A mark that before a title still is a state, and no ornament.
fn is_state(c: char) -> bool {
    matches!(c, '✅' | '✓' | '✔' | '☑' | '🚧' | '🔄' | '⏳' | '⬜' | '🔲')
}

/// A number, or an id with a number in it, at the head.
pub fn number(text: &str) -> Option<(&str, &str)> {
    let text = text.strip_prefix('#').unwrap_or(text);
    let end = text
        .find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '_') && !is_hyphen(c))
        .unwrap_or(text.len());
    let id = text[..end].trim_end_matches(|c| matches!(c, '.' | '_') || is_hyphen(c));
    let letters = id.chars().take_while(|c| c.is_alphabetic()).count();
    (looks_like_id(id) && (letters <= 5 || id.contains(is_hyphen))).then(|| (id, &text[id.len()..]))
}

/// A letter or a Roman number that counts, at the head: "A — Ground", "II: Walls". N and X stand for any.
pub fn counting(text: &str) -> Option<(&str, &str)> {
    let end = text
        .find(|c: char| !c.is_ascii_uppercase())
        .unwrap_or(text.len());
    let (id, rest) = text.split_at(end);
    let behind = rest.trim_start();
    let is_apart = behind.is_empty() || behind.starts_with('(') || separated(rest).is_some();
    let goes_on = rest.starts_with('.') && !rest.starts_with(". ");
    (is_counting(id) && is_apart && !goes_on).then_some((id, rest))
}

/// Whether a word is a letter or a Roman number that counts.
pub fn is_counting(id: &str) -> bool {
    let is_roman = id.len() <= 4 && id.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let is_letter = id.len() == 1 && id.starts_with(|c: char| c.is_ascii_uppercase());
    !id.is_empty() && (is_roman || is_letter) && !matches!(id, "N" | "X" | "Y" | "Z" | "XX" | "XXX")
}

/// An id that is a number, at the head of a line: "1.2 Plant", "#3 Fill", "4. Two desks", "01-02: Dig"; no dates.
pub fn numbered(text: &str) -> Option<(&str, &str)> {
    let bare = text.strip_prefix('#').unwrap_or(text);
    let end = bare
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-'))
        .unwrap_or(bare.len());
    let id = bare[..end].trim_end_matches(['.', '-']);
    let is_year = |group: &str| group.len() > 2 && !group.contains('.');
    let is_dated = id.split_once('-').is_some_and(|(group, _)| is_year(group));
    if id.matches('-').count() > 1 || id.starts_with('-') || is_dated {
        return None;
    }
    let rest = bare[end..].trim_start_matches([':', ')', '.']);
    let is_marked =
        text.starts_with('#') || bare[..end].contains('.') || bare[end..].starts_with([':', ')']);
    let is_apart = rest.starts_with(char::is_whitespace) && rest.contains(char::is_alphanumeric);
    let rest = rest.trim();
    let title = ["- ", "– ", "— "]
        .iter()
        .find_map(|gap| rest.strip_prefix(gap))
        .map_or(rest, str::trim);
    (is_marked && is_apart && !id.is_empty()).then_some((id, title))
}

/// The number of the document that an entry begins with: "01-02-PLAN.md — Dig", "41.md - Dig"; no dates.
pub fn filed(text: &str) -> Option<(&str, &str)> {
    let (file, rest) = text.split_once(' ')?;
    let stem = file.trim_end_matches(':').strip_suffix(".md")?;
    let is_number = |group: &&str| group.starts_with(|c: char| c.is_ascii_digit());
    let groups = stem.split('-').take_while(is_number);
    let end = groups.map(|group| group.len() + 1).sum::<usize>();
    let id = stem.get(..end.checked_sub(1)?)?;
    let is_dated = id.len() > 9 && dated(&format!("{id} x")).is_some();
    let title = separated(rest).unwrap_or(rest.trim());
    let is_short = id.split(['-', '.']).all(|group| group.len() < 6);
    (is_short && !is_dated && !title.is_empty()).then_some((id, title))
}

/// A letter and a number before a title: "D3 Keep the boats", "AD-2: Nets".
pub fn lettered(text: &str) -> Option<(&str, &str)> {
    let (id, rest) = number(text)?;
    let is_upper = id.starts_with(|c: char| c.is_ascii_uppercase()) && is_regular(id);
    let title = separated(rest).unwrap_or(rest.trim());
    (is_upper && !title.is_empty()).then_some((id, title))
}

/// A day before a title: "2026-05-04: Lock the gate", "[2026-05-04] Lock the gate".
pub fn dated(text: &str) -> Option<(&str, &str)> {
    let text = text.trim().trim_start_matches('[');
    let day = text.get(..10)?;
    let is_day = day.bytes().enumerate().all(|(at, c)| match at {
        4 | 7 => matches!(c, b'-' | b'/' | b'.'),
        _ => c.is_ascii_digit(),
    });
    let rest = text[10..].trim_start_matches(']');
    let title = separated(rest).unwrap_or(rest.trim());
    (is_day && rest.len() > title.len() && !title.is_empty()).then_some((day, title))
}

/// The number of an issue at the head of a line, and the title behind it: "#12 — Paint the hull", "✅ #12".
pub fn issue(text: &str) -> Option<(&str, &str)> {
    let text = bare(text);
    let digits = text.strip_prefix('#')?;
    let end = digits
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(digits.len());
    let (id, rest) = text.split_at(end + 1);
    let apart =
        rest.is_empty() || rest.starts_with(char::is_whitespace) || separated(rest).is_some();
    (end > 0 && apart).then(|| (id, separated(rest).unwrap_or(rest.trim())))
}

/// The kind that the letters of an id stand for; single letters that stand for much else must have a hyphen.
pub fn kind(id: &str, words: &Words) -> Option<Kind> {
    if let Some((whole, part)) = id
        .split_once(is_hyphen)
        .filter(|(whole, _)| is_short(whole))
    {
        return part_kind(whole, part, words);
    }
    let lead: String = id
        .chars()
        .take_while(|c| c.is_alphabetic() || is_hyphen(*c))
        .collect();
    let letters = lead
        .split(is_hyphen)
        .rfind(|group| !group.is_empty())
        .unwrap_or_default();
    // "US-D-13" is the thirteenth story of the area D, "WEB-M-3" the third milestone of the web.
    let first = lead.split(is_hyphen).next().unwrap_or_default();
    let led = Some(first).filter(|first| first.len() > 1 && letters.len() == 1);
    if let Some(kind) = led.and_then(|first| words.prefix(first)) {
        return Some(kind);
    }
    let is_bare = letters.len() == 1 && !id.contains(is_hyphen) && !matches!(letters, "M" | "T");
    if is_bare { None } else { words.prefix(letters) }
}

/// "S4", "EP12": what stands before the number of a part.
fn is_short(whole: &str) -> bool {
    let letters = whole.chars().take_while(char::is_ascii_uppercase).count();
    let digits = &whole[letters..];
    (1..=2).contains(&letters) && !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit())
}

/// "S4-1" is something in the sprint 4; "M1-T2" is a task, "E1-S2" a story.
fn part_kind(whole: &str, part: &str, words: &Words) -> Option<Kind> {
    let letters: String = part.chars().take_while(|c| c.is_alphabetic()).collect();
    if letters.is_empty() {
        let number = |c: char| c.is_ascii_digit() || c == '.';
        return words
            .prefix(whole.trim_end_matches(number))
            .filter(|kind| !matches!(kind, Kind::Sprint | Kind::Phase));
    }
    match words.prefix(&letters)? {
        Kind::Sprint => Some(Kind::Story),
        kind => Some(kind),
    }
}

/// What looks like an id and is none.
const STANDARDS: [&str; 26] = [
    "AES", "AMD", "COVID", "CVE", "CWE", "DIN", "ECMA", "EN", "GPT", "HTTP", "IEC", "IEEE", "IP",
    "ISO", "LTS", "MD", "MP", "PEP", "RSA", "SHA", "TLS", "USB", "UTC", "UTF", "WCAG", "X86",
];

/// Names of norms and machines that look like ids: `UTF-8`, `x86-64`.
pub fn is_standard(id: &str) -> bool {
    let is_named = |letters: &str| {
        STANDARDS
            .iter()
            .any(|name| name.eq_ignore_ascii_case(letters))
    };
    id.split_once('-')
        .is_some_and(|(letters, _)| is_named(letters))
}

/// An id as trackers make them, `KIT-12`.
pub fn is_tracked(id: &str) -> bool {
    let Some((letters, number)) = id.split_once('-') else {
        return false;
    };
    let is_upper = letters.len() > 1 && letters.chars().all(|c| c.is_ascii_uppercase());
    is_upper && number.chars().all(|c| c.is_ascii_digit())
}

/// Letters, then a number: `US-101`, `M0`, `T-4b`, `WEB-M-03`; not `E2E`.
pub fn is_regular(id: &str) -> bool {
    let groups = id.split(is_hyphen);
    let letters: usize = groups
        .take_while(|group| group.chars().all(|c| c.is_ascii_uppercase()))
        .map(|group| group.len() + 1)
        .sum();
    let rest: String = id
        .chars()
        .skip(letters)
        .skip_while(|c| c.is_alphabetic())
        .collect();
    let number = rest
        .strip_suffix(|c: char| c.is_lowercase())
        .unwrap_or(&rest);
    number
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '_' | '.') || is_hyphen(c))
}

/// The hyphen, and the one at which no line breaks.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_first() {
        assert_eq!(numbered("1.2 Plant"), Some(("1.2", "Plant")));
        assert_eq!(numbered("#3 - Fill"), Some(("3", "Fill")));
        assert_eq!(numbered("#3 Fill"), Some(("3", "Fill")));
        assert_eq!(numbered("03.1-01: Dig"), Some(("03.1-01", "Dig")));
        assert_eq!(numbered("3 new screens"), None);
        assert_eq!(numbered("2026-03-01 Open"), None);
        assert_eq!(filed("01-02-PLAN.md — Dig"), Some(("01-02", "Dig")));
        assert_eq!(filed("41.md - Dig"), Some(("41", "Dig")));
        assert_eq!(filed("03-05b-PLAN.md: Dig"), Some(("03-05b", "Dig")));
        assert_eq!(filed("2026-03-01-open.md - Dig"), None);
        assert_eq!(filed("open.md - Dig"), None);
        assert_eq!(issue("#12 — Paint"), Some(("#12", "Paint")));
        assert_eq!(issue("#12a Paint"), None);
    }

    #[test]
    fn letters_and_days_stand_first() {
        assert_eq!(lettered("AD-2: Nets"), Some(("AD-2", "Nets")));
        assert_eq!(lettered("E2E Nets"), None);
        assert_eq!(dated("2026-05-04: Lock"), Some(("2026-05-04", "Lock")));
        assert_eq!(dated("[2026-05-04] Lock"), Some(("2026-05-04", "Lock")));
        assert_eq!(dated("2026-05-04Lock"), None);
    }

    #[test]
    fn letters_count() {
        assert_eq!(counting("A — Ground"), Some(("A", " — Ground")));
        assert_eq!(counting("IV: Walls"), Some(("IV", ": Walls")));
        assert_eq!(counting("I trial"), None);
        assert_eq!(counting("N: Any"), None);
        assert_eq!(counting("AB: Any"), None);
    }

    #[test]
    fn a_part_of_a_sprint_is_no_sprint() {
        let words = Words::new(&crate::config::Config::default());
        assert_eq!(kind("S4-1", &words), None);
        assert_eq!(kind("M1-T2", &words), Some(Kind::Task));
        assert_eq!(kind("E1-S2", &words), Some(Kind::Story));
        assert_eq!(kind("S-4", &words), Some(Kind::Sprint));
    }

    #[test]
    fn standards_are_no_ids() {
        assert!(is_tracked("KIT-12"));
        assert!(is_standard("UTF-8") && is_standard("x86-64") && !is_standard("KIT-12"));
    }
}
