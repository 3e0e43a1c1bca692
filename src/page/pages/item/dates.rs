//! How the dates of an item moved, as far as its documents state it.

use crate::edition::entry::{Entry, Fact as Stated};
use crate::model::date::Date;
use crate::page::badge;
use crate::page::mark;
use crate::page::pages::item::shelf::{Shelf, Topic};
use crate::page::pages::item::telling::Telling;
use crate::page::section::{Column, Part, Row, Section, Table};
use crate::page::stated;
use crate::theme::markup::Markup;
use crate::theme::tongue::Tongue;

/// Names under which a date is written that held before, or was the first.
const EARLIER: [&str; 16] = [
    "original due",
    "original due date",
    "original date",
    "original target",
    "original deadline",
    "originally due",
    "originally planned",
    "first planned",
    "first plan",
    "initial target",
    "initial date",
    "baseline",
    "previous due",
    "previous due date",
    "moved from",
    "was due",
];

/// Whether a field names an earlier date.
fn is_earlier(fact: &Stated) -> bool {
    let name = fact.name.trim().to_lowercase();
    EARLIER.contains(&&*name)
}

/// Whether a field is told in the history of dates.
pub(super) fn is_date(fact: &Stated) -> bool {
    is_earlier(fact) && stated::day(fact).is_some()
}

/// An earlier date of an item: its field, and the day in it.
fn earlier(item: &Entry) -> impl Iterator<Item = (&Stated, Date)> {
    let fields = item.fields.iter().filter(|fact| is_earlier(fact));
    fields.filter_map(|fact| Some((fact, stated::day(fact)?)))
}

impl Telling<'_> {
    /// Each date that held, and how far the next one lies from it; then what the author says of them.
    pub(super) fn dates(&self, shelf: &mut Shelf) -> Option<Section> {
        let mut steps: Vec<(String, Date, Option<Markup>)> = earlier(self.item)
            .map(|(fact, day)| {
                let place = fact.source.as_ref();
                let place = place.map(|source| mark::near_place(self.book, source));
                (fact.name.clone(), day, place)
            })
            .collect();
        steps.sort_by_key(|(_, day, _)| *day);
        if steps.is_empty() {
            return shelf.place(Topic::Dates, None);
        }
        let place = |source: Option<&_>| source.map(|source| mark::near_place(self.book, source));
        let tongue = &self.book.tongue;
        for (label, said) in [
            (tongue.say("Due"), &self.item.due),
            (tongue.say("Done"), &self.item.done),
        ] {
            let claim = said.as_ref();
            let day = claim.and_then(|claim| claim.value.day);
            let source = claim.and_then(|claim| claim.source.as_ref());
            steps.extend(day.map(|day| (label.to_string(), day, place(source))));
        }
        let section = Section::new("dates", "Date history").with(self.moved(steps));
        shelf.place(Topic::Dates, Some(section))
    }

    fn moved(&self, steps: Vec<(String, Date, Option<Markup>)>) -> Part {
        let today = self.book.edition.as_of;
        let mut before: Option<Date> = None;
        let rows = steps.into_iter().map(|(name, day, place)| {
            let change = before.map(|before| change(&self.book.tongue, day.days_since(before)));
            before = Some(day);
            Row {
                id: None,
                cells: vec![
                    Markup::text(&name),
                    badge::day(&self.book.tongue, day, today),
                    Markup::text(&change.unwrap_or_default()),
                    place.unwrap_or_default(),
                ],
            }
        });
        let mut table = Table {
            caption: "Date history".into(),
            rows: rows.collect(),
            head: Column::all([
                ("Date", ""),
                ("Day", ""),
                ("Against the one before", "grow"),
                ("Stated in", ""),
            ]),
        };
        table.drop_empty_columns();
        Part::table(table)
    }
}

/// "14 days later".
fn change(tongue: &Tongue, days: i64) -> String {
    let far = usize::try_from(days.abs()).unwrap_or_default();
    match days {
        0 => tongue.say("the same day").into_owned(),
        days if days > 0 => tongue.count(far, "1 day later", "{number} days later", &[]),
        _ => tongue.count(far, "1 day earlier", "{number} days earlier", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_told_in_days() {
        let change = |days| change(&Tongue::english(), days);
        assert_eq!(change(14), "14 days later");
        assert_eq!(change(-1), "1 day earlier");
        assert_eq!(change(0), "the same day");
    }

    #[test]
    fn an_earlier_date_is_known_by_its_name() {
        let fact = |name: &str| Stated {
            name: name.into(),
            raw: "2026-05-29".into(),
            source: None,
        };
        assert!(is_earlier(&fact("Original due")) && is_earlier(&fact(" Moved from")));
        assert!(!is_earlier(&fact("Due")));
    }
}
