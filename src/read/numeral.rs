//! Numbers of kinds that stand in no word of their own or in no digits: `1단계`, `第二阶段`, "First milestone: Piers".

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

/// The words for one to ten, in the languages that write them before the kind.
const ORDINALS: [(&str, &str); 10] = [
    (
        "1",
        "first erste erster erstes primera primer primero primeira primeiro première premier prima primo eerste",
    ),
    (
        "2",
        "second zweite zweiter zweites segunda segundo deuxième seconde seconda secondo tweede",
    ),
    (
        "3",
        "third dritte dritter drittes tercera tercer tercero terceira terceiro troisième terza terzo derde",
    ),
    (
        "4",
        "fourth vierte vierter viertes cuarta cuarto quarta quarto quatrième vierde",
    ),
    (
        "5",
        "fifth fünfte fünfter fünftes quinta quinto cinquième vijfde",
    ),
    (
        "6",
        "sixth sechste sechster sechstes sexta sexto sixième sesta sesto zesde",
    ),
    (
        "7",
        "seventh siebte siebter siebtes séptima séptimo sétima sétimo septième settima settimo zevende",
    ),
    (
        "8",
        "eighth achte achter achtes octava octavo oitava oitavo huitième ottava ottavo achtste",
    ),
    (
        "9",
        "ninth neunte neunter neuntes novena noveno nona nono neuvième negende",
    ),
    (
        "10",
        "tenth zehnte zehnter zehntes décima décimo dixième decima decimo tiende",
    ),
];

/// The longest of these words, in bytes.
const LONGEST_ORDINAL: usize = 11;

/// The number that the first word of a line spells, and what stands behind it.
pub fn ordinal(line: &str) -> Option<(&'static str, &str)> {
    let (first, rest) = line.trim_start().split_once(' ')?;
    // Most lines are told from these by a glance.
    let may_be = first.len() <= LONGEST_ORDINAL && first.chars().all(char::is_alphabetic);
    if !may_be || !rest.contains([':', '：', '–', '—', '-']) {
        return None;
    }
    let first = first.to_lowercase();
    let found = ORDINALS
        .iter()
        .find(|(_, names)| names.split(' ').any(|name| name == first))?;
    Some((found.0, rest.trim_start()))
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

    #[test]
    fn numbers_are_words_too() {
        assert_eq!(
            ordinal("First milestone: Piers"),
            Some(("1", "milestone: Piers"))
        );
        assert_eq!(ordinal("Zweite Phase: Stege"), Some(("2", "Phase: Stege")));
        assert_eq!(ordinal("Firstborn phase"), None);
    }
}
