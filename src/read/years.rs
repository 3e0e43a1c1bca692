//! The year of a document, for dates that are written without one: that of its title, else the only one it names.

use std::collections::BTreeSet;

use crate::read::field::FieldName;
use crate::read::mention::Mentions;
use crate::syntax::outline::Outline;

/// Tells each mention of a document its year.
pub fn add(outline: &Outline, mentions: &mut Mentions) {
    let title = outline
        .title_section()
        .map(|at| outline.sections[at].heading.value.as_str());
    let year = only(title.into_iter())
        .or_else(|| only(dates(mentions)))
        .or_else(|| only(mentions.facts.iter().map(|(_, raw)| raw.text.as_str())));
    for mention in &mut mentions.found {
        mention.year = year;
    }
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
    fn one_year_is_the_year() {
        let year = |texts: &[&str]| only(texts.iter().copied());
        assert_eq!(year(&["Roadmap 2026", "Q2 2026"]), Some(2026));
        assert_eq!(year(&["2025-12-01", "2026-01-01"]), None);
        assert_eq!(year(&["v1.24", "port 8080"]), None);
    }
}
