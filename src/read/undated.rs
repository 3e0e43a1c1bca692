//! Words before a day or a share at their end: "done on 2026-03-12", "En cours (60 %)", "已完成 2026年3月12日".

use crate::read::vocabulary::calendar::{BEFORE_DAYS, MONTHS, PERIODS};

/// A longer text is a tale of the work.
const LONGEST: usize = 80;

/// Letters behind the numbers of a date.
const UNITS: &str = "年月日号號년월일";

/// The words without the date or the share at their end; none where there is none.
pub fn undated(text: &str) -> Option<&str> {
    split(text).map(|(before, _)| before)
}

/// The words, and the date or the share behind them.
pub fn split(text: &str) -> Option<(&str, &str)> {
    if text.len() > LONGEST || !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let parts = parts(text);
    let is_time = |part: &&&str| is_number(part) || is_calendar(part);
    let behind: Vec<&&str> = parts.iter().rev().take_while(is_time).collect();
    let numbers = behind.iter().filter(|part| is_number(part)).count();
    let named = behind.iter().any(|part| is_month(part));
    let share = numbers == 1 && text.contains('%');
    if !(share || numbers > 1 || numbers == 1 && named) {
        return None;
    }
    let first = parts.get(parts.len() - behind.len())?;
    let end = first.as_ptr() as usize - text.as_ptr() as usize;
    let before = text[..end].trim_end_matches(|c: char| !c.is_alphanumeric());
    let behind = text[end..].trim_end_matches([')', '）', ']', ' ']);
    (!before.is_empty()).then_some((before, behind))
}

/// The words and numbers of a text; a number beside letters of a script without blanks stands alone.
fn parts(text: &str) -> Vec<&str> {
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let mut parts = Vec::new();
    for word in words {
        let mut rest = word;
        while !rest.is_empty() {
            let end = apart(rest);
            parts.push(&rest[..end]);
            rest = &rest[end..];
        }
    }
    parts
}

/// Where the first number or the first word of a text ends.
fn apart(text: &str) -> usize {
    let mut letters = text.char_indices();
    let Some((_, first)) = letters.next() else {
        return 0;
    };
    let is_digit = first.is_ascii_digit();
    letters
        .find(|(_, c)| c.is_ascii_digit() != is_digit)
        .map_or(text.len(), |(at, _)| at)
}

fn is_number(part: &str) -> bool {
    part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_month(part: &str) -> bool {
    let lower = part.to_lowercase();
    MONTHS
        .iter()
        .any(|names| names.split(' ').any(|name| name == lower))
}

fn is_calendar(part: &str) -> bool {
    let lower = part.to_lowercase();
    let is = |names: &str| names.split(' ').any(|name| name == lower);
    BEFORE_DAYS.contains(&lower.as_str())
        || is_month(part)
        || UNITS.contains(part)
        || PERIODS.iter().any(|(_, names)| is(names))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_shares_stand_last() {
        for (text, before) in [
            ("Concluída em 12/03/2026", "Concluída"),
            ("✅ Terminée le 1 mars", "✅ Terminée"),
            ("En cours (60 %)", "En cours"),
            ("已完成2026年3月12日", "已完成"),
            ("완료 (2026. 3. 12.)", "완료"),
            ("erledigt am 12.03.", "erledigt"),
            ("done 2026-03-12", "done"),
        ] {
            assert_eq!(undated(text), Some(before), "{text}");
        }
    }

    #[test]
    fn other_words_stay() {
        for text in ["Draft 2", "done", "2026-03-12", "Phase 2 done", "v1.2 beta"] {
            assert_eq!(undated(text), None, "{text}");
        }
    }
}
