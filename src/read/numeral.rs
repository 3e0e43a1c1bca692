//! A kind and its number written as one word: `1단계`, `第二阶段`, `フェーズ3`.

use crate::model::kind::Kind;
use crate::read::words::Words;

/// The longest word for a kind that is looked for.
const LONGEST: usize = 9;

/// The kind, the number in digits, and what is left of the line.
pub fn glued<'a>(line: &'a str, words: &Words) -> Option<(Kind, String, &'a str)> {
    let found = counted_first(line, words).or_else(|| named_first(line, words));
    found.filter(|(_, _, rest)| !rest.starts_with(char::is_alphanumeric))
}

/// `1단계`, `第二阶段`.
fn counted_first<'a>(line: &'a str, words: &Words) -> Option<(Kind, String, &'a str)> {
    let line = line.strip_prefix(['第', '제']).unwrap_or(line);
    let (number, behind) = number(line)?;
    let (kind, rest) = word(behind, words)?;
    Some((kind, number, rest))
}

/// `フェーズ3`, `阶段一`.
fn named_first<'a>(line: &'a str, words: &Words) -> Option<(Kind, String, &'a str)> {
    let (kind, behind) = word(line, words)?;
    let (number, rest) = number(behind.trim_start())?;
    Some((kind, number, rest))
}

/// A word for a kind in a script without blanks, the longest that is known.
fn word<'a>(text: &'a str, words: &Words) -> Option<(Kind, &'a str)> {
    let is_plain = |c: char| c.is_alphabetic() && !c.is_ascii();
    let ends = text
        .char_indices()
        .take(LONGEST)
        .take_while(|(_, c)| is_plain(*c))
        .map(|(at, c)| at + c.len_utf8());
    let ends: Vec<usize> = ends.collect();
    ends.into_iter()
        .rev()
        .find_map(|end| Some((words.kind(&text[..end])?, &text[end..])))
}

/// A number at the head, in digits or in Chinese numerals up to ninety-nine.
fn number(text: &str) -> Option<(String, &str)> {
    let digits = text
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(text.len());
    let plain = text[..digits].trim_end_matches('.');
    if plain.starts_with(|c: char| c.is_ascii_digit()) {
        return Some((plain.to_string(), &text[plain.len()..]));
    }
    let end = text
        .find(|c| c != '十' && numeral(c).is_none())
        .unwrap_or(text.len());
    let (tens, ones) = match text[..end].split_once('十') {
        Some(("", ones)) => (1, ones),
        Some((tens, ones)) => (single(tens)?, ones),
        None => (0, &text[..end]),
    };
    let ones = if ones.is_empty() && tens > 0 {
        0
    } else {
        single(ones)?
    };
    Some(((tens * 10 + ones).to_string(), &text[end..]))
}

/// One numeral and no more.
fn single(text: &str) -> Option<usize> {
    let mut letters = text.chars();
    let value = numeral(letters.next()?);
    value.filter(|_| letters.next().is_none())
}

fn numeral(c: char) -> Option<usize> {
    "零一二三四五六七八九".chars().position(|other| other == c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn parts(line: &str) -> Option<(Kind, String, String)> {
        let words = Words::new(&Config::default());
        glued(line, &words).map(|(kind, id, rest)| (kind, id, rest.to_string()))
    }

    fn phase(id: &str, rest: &str) -> Option<(Kind, String, String)> {
        Some((Kind::Phase, id.into(), rest.into()))
    }

    #[test]
    fn the_number_stands_before_or_behind() {
        assert_eq!(parts("1단계: 준비"), phase("1", ": 준비"));
        assert_eq!(parts("第二阶段：施工"), phase("2", "：施工"));
        assert_eq!(parts("阶段十二"), phase("12", ""));
        assert_eq!(parts("フェーズ2.1 準備"), phase("2.1", " 準備"));
        assert_eq!(parts("第二十章"), None);
    }

    #[test]
    fn other_words_stay_whole() {
        for line in [
            "阶段总结",
            "一二三",
            "단계별 정리",
            "2つのタスク",
            "1. ROADMAP 목적",
            "Phase 1",
            "",
        ] {
            assert_eq!(parts(line), None, "{line}");
        }
    }
}
