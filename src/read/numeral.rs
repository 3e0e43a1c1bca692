//! Kinds and numbers in scripts without blanks: `1단계: 준비`, `阶段一：准备`, `第2阶段 施工`, `フェーズ3: 工事`.

use crate::model::kind::Kind;
use crate::read::words::Words;

/// The kind and the number at the head of a line, and the rest of it.
pub fn headed<'a>(line: &'a str, words: &Words) -> Option<(Kind, String, &'a str)> {
    if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let bare = line.strip_prefix('第').unwrap_or(line);
    let (number, behind) = number(bare);
    if let Some(number) = number {
        let (kind, rest) = kind(behind.trim_start(), words)?;
        return ends(rest).then_some((kind, number, rest));
    }
    let (kind, rest) = kind(line, words)?;
    let (number, rest) = self::number(rest.trim_start());
    Some((kind, number?, rest)).filter(|(_, _, rest)| ends(rest))
}

/// Whether the words for the kind are over here.
fn ends(rest: &str) -> bool {
    rest.is_empty() || !rest.starts_with(char::is_alphanumeric)
}

/// A number at the head, in digits or in Chinese numerals up to ninety-nine.
fn number(text: &str) -> (Option<String>, &str) {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let ascii = &text[..text.len() - digits.len()];
    if !ascii.is_empty() {
        return (Some(ascii.to_string()), digits);
    }
    let rest = text.trim_start_matches(|c| value(c).is_some());
    (chinese(&text[..text.len() - rest.len()]), rest)
}

fn chinese(text: &str) -> Option<String> {
    let values: Vec<u32> = text.chars().filter_map(value).collect();
    let number = match values.as_slice() {
        [one] => *one,
        [10, one] => 10 + one,
        [tens, 10] => tens * 10,
        [tens, 10, one] => tens * 10 + one,
        _ => return None,
    };
    Some(number.to_string())
}

fn value(c: char) -> Option<u32> {
    let at = "零一二三四五六七八九十"
        .chars()
        .position(|other| other == c)?;
    u32::try_from(at).ok()
}

/// The longest word for a kind at the head, of a script without blanks.
fn kind<'a>(text: &'a str, words: &Words) -> Option<(Kind, &'a str)> {
    let is_wide = |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}');
    let ends = text
        .char_indices()
        .take_while(|(_, c)| is_wide(*c))
        .map(|(at, c)| at + c.len_utf8());
    let ends: Vec<usize> = ends.take(10).collect();
    ends.into_iter()
        .rev()
        .find_map(|end| Some((words.kind(&text[..end])?, &text[end..])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn kinds_stand_beside_their_numbers() {
        let words = Words::new(&Config::default());
        let told = |line| headed(line, &words);
        let phase = |number: &str, rest| Some((Kind::Phase, number.to_string(), rest));
        assert_eq!(told("1단계: 준비"), phase("1", ": 준비"));
        assert_eq!(told("阶段一：准备"), phase("1", "：准备"));
        assert_eq!(told("第十二阶段 施工"), phase("12", " 施工"));
        assert_eq!(told("フェーズ3: 工事"), phase("3", ": 工事"));
        for other in ["阶段性总结", "2026년 계획", "3 new screens", "작업 목록"] {
            assert_eq!(told(other), None, "{other}");
        }
    }
}
