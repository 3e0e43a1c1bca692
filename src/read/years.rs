//! How the dates of a document are meant: their year, where it is not written, and whether the day stands first.

use std::collections::BTreeSet;

use crate::read::field::FieldName;
use crate::read::mention::Mentions;
use crate::read::words::Words;
use crate::syntax::outline::{Outline, Shape};

/// Tells each mention of a document its year: that of the title, else the only one it names. The day stands first if
/// it does so in any date of the document that has no other reading, or if its columns are called so elsewhere.
pub fn add(outline: &Outline, words: &Words, mentions: &mut Mentions) {
    let title = outline
        .title_section()
        .map(|at| outline.sections[at].heading.value.as_str());
    let year = only(title.into_iter())
        .or_else(|| only(dates(mentions)))
        .or_else(|| only(mentions.facts.iter().map(|(_, raw)| raw.text.as_str())));
    let day_first = order(dates(mentions)).or_else(|| usual(outline, words));
    for mention in &mut mentions.found {
        (mention.year, mention.day_first) = (year, day_first);
    }
}

/// Whether the day stands first, as a number above twelve tells; nothing where that is told both ways.
fn order<'a>(texts: impl Iterator<Item = &'a str>) -> Option<bool> {
    let (mut day, mut month) = (false, false);
    for text in texts.take(256).filter(|text| text.contains('/')) {
        for date in text.split(|c: char| !c.is_ascii_digit() && c != '/') {
            let mut numbers = date.split('/');
            let mut next = || numbers.next().filter(|part| matches!(part.len(), 1 | 2));
            let both = next().zip(next());
            let above = |part: &str| part.parse::<u8>().is_ok_and(|number| number > 12);
            day |= both.is_some_and(|(first, _)| above(first));
            month |= both.is_some_and(|(_, second)| above(second));
        }
    }
    (day != month).then_some(day)
}

/// So many words tell a language.
const FEW: usize = 2;

/// The order that is usual in the language of the keys and columns.
fn usual(outline: &Outline, words: &Words) -> Option<bool> {
    let heads = outline.blocks.iter().flat_map(|block| match &block.shape {
        Shape::Table(table) => table.head.iter().collect::<Vec<_>>(),
        Shape::Fields(fields) => fields.iter().map(|field| &field.key).collect(),
        _ => Vec::new(),
    });
    let keys = outline.front.iter().map(|field| &field.key);
    let foreign = keys.chain(heads).filter(|key| words.is_foreign(&key.value));
    let foreign: Vec<&str> = foreign.map(|key| key.value.as_str()).take(FEW).collect();
    // One word may have been borrowed.
    let is_told = foreign.len() == FEW || foreign.iter().any(|key| !key.is_ascii());
    // In East Asia the month stands before the day.
    is_told.then(|| {
        !foreign
            .iter()
            .any(|key| key.contains(|c: char| c >= '\u{3040}'))
    })
}

fn dates(mentions: &Mentions) -> impl Iterator<Item = &str> {
    let values = mentions.found.iter().flat_map(|mention| &mention.values);
    let is_date = |name: FieldName| {
        use FieldName as Name;
        matches!(name, Name::Start | Name::Due | Name::Span | Name::Done)
    };
    values
        .filter(move |(name, _)| is_date(*name))
        .map(|(_, raw)| raw.text.as_str())
}

/// The one year among these words; none where there are several.
fn only<'a>(texts: impl Iterator<Item = &'a str>) -> Option<i32> {
    let years: BTreeSet<i32> = texts.flat_map(years).take(256).collect();
    match years.len() {
        1 => years.into_iter().next(),
        _ => None,
    }
}

/// The years of our time among some words.
fn years(text: &str) -> impl Iterator<Item = i32> + '_ {
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1990..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_above_twelve_tells_the_order() {
        let order = |texts: &[&str]| order(texts.iter().copied());
        assert_eq!(order(&["10/04/2026", "15/04/2026"]), Some(true));
        assert_eq!(order(&["04/10/2026", "4/15"]), Some(false));
        assert_eq!(order(&["15/04/2026", "4/15/2026"]), None);
        assert_eq!(order(&["2026/04/15", "10/04/2026"]), None);
    }

    #[test]
    fn one_year_is_the_year() {
        let year = |texts: &[&str]| only(texts.iter().copied());
        assert_eq!(year(&["Roadmap 2026", "Q2 2026"]), Some(2026));
        assert_eq!(year(&["2025-12-01", "2026-01-01"]), None);
        assert_eq!(year(&["v1.24", "port 8080"]), None);
    }
}
