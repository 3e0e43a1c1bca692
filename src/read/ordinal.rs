//! Kinds with the number before or without a blank, as Chinese, Japanese and Korean write them: "第一阶段：地基".

use crate::read::label::{Label, separated};
use crate::read::words::Words;

/// "第一阶段：地基", "1단계: 기초", "阶段二 — 墙".
pub fn counted(line: &str, words: &Words) -> Option<Label> {
    let line = line.trim();
    let bare = line.strip_prefix('第').unwrap_or(line);
    let end = bare
        .find([':', '：', ' ', '(', '（', '—', '–', '-'])
        .unwrap_or(bare.len());
    let (head, rest) = bare.split_at(end);
    if head.is_ascii() {
        return None;
    }
    let digits = |c: char| c.is_ascii_digit() || numeral(c).is_some();
    let (number, name) = match head.find(|c| !digits(c)) {
        Some(0) => {
            let at = head.find(digits)?;
            (&head[at..], &head[..at])
        }
        Some(at) => (&head[..at], &head[at..]),
        None => return None,
    };
    let id = value(number)?;
    let kind = words.kind(name)?;
    let title = separated(rest).or_else(|| rest.trim().is_empty().then_some(""))?;
    Some(Label {
        kind: Some(kind),
        id: Some(id),
        title: title.to_string(),
        ..Label::default()
    })
}

/// The number in digits; up to ninety-nine in words.
fn value(number: &str) -> Option<String> {
    if !number.is_empty() && number.chars().all(|c| c.is_ascii_digit()) {
        return Some(number.to_string());
    }
    let all: Option<Vec<u32>> = number.chars().map(numeral).collect();
    let value = match all?.as_slice() {
        [one] => *one,
        [10, one] => 10 + one,
        [ten, 10] => ten * 10,
        [ten, 10, one] => ten * 10 + one,
        _ => return None,
    };
    Some(value.to_string())
}

fn numeral(c: char) -> Option<u32> {
    let at = "一二三四五六七八九十"
        .chars()
        .position(|numeral| numeral == c)?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::model::kind::Kind;

    fn parts(text: &str) -> Option<(Kind, String, String)> {
        let label = counted(text, &Words::new(&Config::default()))?;
        Some((label.kind?, label.id?, label.title))
    }

    #[test]
    fn numbers_stand_before_or_behind() {
        let phase = |id: &str, title: &str| Some((Kind::Phase, id.to_string(), title.to_string()));
        assert_eq!(parts("第一阶段：地基"), phase("1", "地基"));
        assert_eq!(parts("第12阶段: 墙"), phase("12", "墙"));
        assert_eq!(parts("1단계: 기초"), phase("1", "기초"));
        assert_eq!(parts("阶段二 — 墙"), phase("2", "墙"));
        assert_eq!(parts("第二十一阶段"), phase("21", ""));
        assert_eq!(parts("一般说明"), None);
        assert_eq!(parts("Phase 2: Walls"), None);
    }
}
