//! What an item states under a name of the author's own, where several names mean the same.

use crate::edition::entry::{Entry, Fact};
use crate::model::date::Date;
use crate::page::badge;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// Longer words stand on the page of their item.
const LONG: usize = 240;

/// The first of its fields that has one of these names.
pub fn field<'a>(item: &'a Entry, names: &[&str]) -> Option<&'a Fact> {
    let has = |fact: &&Fact, name: &str| fact.name.trim().eq_ignore_ascii_case(name);
    names.iter().find_map(|name| {
        let mut fields = item.fields.iter();
        fields.find(|fact| has(fact, name) && !fact.raw.trim().is_empty())
    })
}

/// The day that a field states.
pub fn day(fact: &Fact) -> Option<Date> {
    Date::iso(fact.raw.trim())
}

/// A field as a date, or as its words where no day is in them.
pub fn date(tongue: &Tongue, fact: &Fact, today: Date) -> Markup {
    match day(fact) {
        Some(date) => badge::day(tongue, date, today),
        None => Markup::text(&fact.raw),
    }
}

/// What else an item states, a line each, for places that are the only ones to tell of it.
pub fn rest(item: &Entry, told: &[&[&str]]) -> String {
    let is_told = |fact: &Fact| {
        let mut names = told.iter().flat_map(|names| names.iter());
        names.any(|name| fact.name.trim().eq_ignore_ascii_case(name))
    };
    let is_short = |fact: &Fact| {
        let length = fact.raw.trim().chars().count();
        length > 0 && length <= LONG
    };
    let rest = item.fields.iter();
    let rest = rest.filter(|fact| !is_told(fact) && is_short(fact));
    rest.map(|fact| {
        let (name, words) = (escape(&fact.name), escape(&fact.raw));
        format!("<span class=\"sub\">{name}: {words}</span>")
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_only_what_is_one() {
        let fact = |raw: &str| Fact {
            name: "Since".into(),
            raw: raw.into(),
            source: None,
        };
        assert_eq!(day(&fact(" 2026-04-02 ")), Date::iso("2026-04-02"));
        assert_eq!(day(&fact("April")), None);
        let today = Date::iso("2026-05-02").unwrap();
        assert_eq!(
            date(&Tongue::english(), &fact("<soon>"), today).as_str(),
            "&lt;soon&gt;"
        );
    }
}
