//! Ids among words: "#73 (audit trail) — complete; #74", "T1–T4", "US-1 to US-3", "Phases 1-3".

use crate::read::words::looks_like_id;

/// A longer range is no list of references.
const LONGEST: u32 = 64;

/// The ids that the parts of these words begin with, explanations left out; none where they do not begin with one, or
/// where all the words belong to it.
pub fn heads(text: &str) -> Option<Vec<&str>> {
    let is_told = text.contains(['(', '—', '–', '+', '/']) || text.contains(" - ");
    if !is_told || !text.starts_with(|c: char| c == '#' || c.is_alphabetic()) {
        return None;
    }
    let parts: Vec<&str> = parts(text);
    let heads: Vec<&str> = parts.iter().filter_map(|part| head(part)).collect();
    let first = head(parts.first()?)?;
    let same = heads.len() == 1 && first.len() == text.len();
    (!same).then_some(heads)
}

/// The parts of a list, the words in parentheses belonging to the part before.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut depth, mut start) = (0_u32, 0);
    // `epic/E-23` is one name, "T-1/T-2" are two.
    let is_apart =
        |at: usize| text[..at].ends_with(|c: char| c.is_ascii_digit() || " )".contains(c));
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' | ';' | '\n' | '+' | '&' | '/' if depth == 0 && (c != '/' || is_apart(at)) => {
                parts.push(text[start..at].trim());
                start = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts
        .into_iter()
        .flat_map(|part| part.split(" and "))
        .collect()
}

/// The id or the range of ids at the head of a part, where nothing but an explanation follows it.
fn head(part: &str) -> Option<&str> {
    let part = part.trim().trim_start_matches("and ");
    let end = part
        .find(['(', '—', ':'])
        .into_iter()
        .chain(part.find(" - "))
        .chain(part.find(" – "))
        .min()
        .unwrap_or(part.len());
    let id = part[..end].trim().trim_end_matches('.');
    let is_named = id.starts_with('#') || id.starts_with(char::is_alphabetic);
    let first = id.split(' ').next().unwrap_or(id);
    let is_id = is_named && (looks_like_id(first) || range(id).is_some());
    is_id.then_some(id)
}

/// A range of ids, one by one: "T1–T3" is T1, T2, T3. The words before a plain number stay before each.
pub fn range(text: &str) -> Option<Vec<String>> {
    let (first, last) = [
        "–",
        "—",
        "…",
        "..",
        " to ",
        " bis ",
        " through ",
        " - ",
        "-",
        " a ",
    ]
    .iter()
    .find_map(|dash| {
        let (first, last) = text.split_once(dash)?;
        let ends = numbered(first)?.2 < numbered(last)?.2;
        ends.then(|| (first.trim(), last.trim()))
    })?;
    let (before, digits, from) = numbered(first)?;
    let (prefix, _, to) = numbered(last)?;
    let is_same = prefix.is_empty() || prefix == before;
    let is_short = to - from < LONGEST && !before.is_empty() && before.len() <= 24;
    (is_same && is_short).then(|| {
        let width = digits.len();
        (from..=to)
            .map(|number| format!("{before}{number:0width$}"))
            .collect()
    })
}

/// The number at the end of an id, its digits, and what stands before them.
fn numbered(text: &str) -> Option<(&str, &str, u32)> {
    let text = text.trim();
    let before = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &text[before.len()..];
    let is_plain = before.chars().filter(|c| *c == ' ').count() <= 1;
    let number = digits.parse().ok().filter(|_| digits.len() <= 6)?;
    is_plain.then_some((before, digits, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn explanations_are_left_out() {
        let told = |text| heads(text).unwrap_or_default();
        assert_eq!(told("#73 (audit trail) — complete ✅"), ["#73"]);
        assert_eq!(told("#7 (link, unlink) — done; #8 — open"), ["#7", "#8"]);
        assert_eq!(told("T-1 / T-2 — both"), ["T-1", "T-2"]);
        assert_eq!(told("T-1 (on epic/E-2)"), ["T-1"]);
        assert_eq!(
            told("T-1 merged into epic/E-2 (x)"),
            ["T-1 merged into epic/E-2"]
        );
        assert_eq!(told("#7 + #9–#11"), ["#7", "#9–#11"]);
        assert_eq!(told("T-1 + T-2 complete (both)"), ["T-1", "T-2 complete"]);
        for plain in [
            "T-1",
            "T-1, T-2",
            "E-25 epic spec",
            "Path/to (x)",
            "Data models",
        ] {
            assert_eq!(heads(plain), None, "{plain}");
        }
    }

    #[test]
    fn ranges_are_counted_out() {
        let all = |text| range(text).unwrap_or_default().join(" ");
        assert_eq!(all("T1–T4"), "T1 T2 T3 T4");
        assert_eq!(all("US-1 to US-3"), "US-1 US-2 US-3");
        assert_eq!(all("T008-T010"), "T008 T009 T010");
        assert_eq!(all("Phases 1-3"), "Phases 1 Phases 2 Phases 3");
        for other in ["US-101", "2026-01-27", "T4–T1", "T1–T900", "A-1–B-2", "1-3"] {
            assert_eq!(all(other), "", "{other}");
        }
    }
}
