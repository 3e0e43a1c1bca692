//! What is counted in weeks or days from the beginning of the plan: in lanes of its own, and as a table.

use crate::chart::lanes::{self, Lane};
use crate::edition::entry::{Claim, Entry};
use crate::model::when::{Count, Unit, When};
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::counted as counted_time;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::roadmap::rows::Rows;
use crate::page::route::ROWS;
use crate::page::section::{Chart, Column, Part, Row, Section, Table};
use crate::theme::markup::Markup;

/// A drawing of more lanes is no picture; the table has all.
const DRAWN: usize = 40;

/// One lane alone shows no order.
const LEAST: usize = 2;

/// So many columns are told apart.
const COLUMNS: u64 = 26;

/// So many columns have room for whole words.
const NAMED: u64 = 6;

/// A row and its place among the weeks of the plan.
struct Place {
    at: usize,
    first: Option<Count>,
    last: Option<Count>,
}

/// The rows that have no day and a place among the weeks of the plan.
pub(super) fn weeks(book: &Book, from: &str, rows: &Rows) -> Option<Section> {
    let all = rows.dated.iter().chain(&rows.undated).copied();
    let mut places: Vec<Place> = all.filter_map(|at| Place::new(book, at)).collect();
    places.sort_by_key(Place::days);
    (!places.is_empty()).then(|| {
        let section = Section::new("weeks", "Counted from the beginning").count(places.len());
        let parts = drawing(book, from, &places).into_iter();
        Section {
            parts: parts.chain([table(book, from, &places)]).collect(),
            ..section
        }
    })
}

impl Place {
    fn new(book: &Book, at: usize) -> Option<Self> {
        let (first, last) = ends(book.item(at));
        first.or(last).is_some().then_some(Self { at, first, last })
    }

    /// Its first and its last day, from 0.
    fn days(&self) -> (u64, u64) {
        let days = |count: Option<Count>| count.map(Count::days);
        let (first, last) = (days(self.first), days(self.last));
        let start = first.or(last).map_or(0, |(start, _)| start);
        let end = last.or(first).map_or(start, |(_, end)| end);
        (start, end.max(start))
    }
}

/// The lanes, with the sentence that says how far they reach.
fn drawing(book: &Book, from: &str, places: &[Place]) -> Option<Part> {
    let places = &places[..places.len().min(DRAWN)];
    let end = places.iter().map(|place| place.days().1).max()? + 1;
    let (unit, length) = unit(places, end);
    let count = end.div_ceil(length);
    if places.len() < LEAST || count < 2 {
        return None;
    }
    let tongue = &book.tongue;
    let named = |number: u64| Count {
        unit,
        number: u32::try_from(number).unwrap_or(u32::MAX),
    };
    let columns = (1..=count).map(|number| match count <= NAMED {
        true => counted_time(tongue, named(number)),
        false => number.to_string(),
    });
    let columns: Vec<String> = columns.collect();
    let drawn: Vec<Lane> = places
        .iter()
        .map(|place| lane(book, from, place, length))
        .collect();
    let end = counted_time(tongue, named(count));
    let label = tongue.say("Counted from the beginning").into_owned();
    let chart = Chart {
        caption: Some(tongue.tell(
            "Without dates: counted from the beginning, the plan reaches to {end}.",
            &[("end", &end)],
        )),
        drawing: Markup::html(lanes::lanes(&columns, &drawn, &label)),
    };
    Some(Part {
        chart: Some(chart),
        ..Part::default()
    })
}

/// What a column is, and how many days it has: what the plan counts, as long as that fits.
fn unit(places: &[Place], end: u64) -> (Unit, u64) {
    let counts = || places.iter().flat_map(|place| [place.first, place.last]);
    let says = |unit: Unit| counts().flatten().any(|count| count.unit == unit);
    match () {
        () if says(Unit::Day) && end <= COLUMNS => (Unit::Day, 1),
        () if (says(Unit::Week) || says(Unit::Day)) && end <= COLUMNS * 7 => (Unit::Week, 7),
        () => (Unit::Month, 30),
    }
}

fn lane(book: &Book, from: &str, place: &Place, length: u64) -> Lane {
    let item = book.item(place.at);
    let (start, end) = place.days();
    let columns = |days: u64| days as f64 / length as f64;
    Lane {
        name: name::short(item),
        href: book.link(from, place.at),
        style: badge::style(item).into(),
        word: badge::word(&book.tongue, item),
        start: columns(start),
        length: columns(end + 1 - start),
    }
}

fn table(book: &Book, from: &str, places: &[Place]) -> Part {
    let words = |count: &Option<Count>| {
        let words = count.map(|count| counted_time(&book.tongue, count));
        Markup::text(&words.unwrap_or_default())
    };
    let lines = places.iter().take(ROWS).map(|place| Row {
        id: None,
        cells: vec![
            mark::item(book, from, place.at),
            words(&place.first),
            words(&place.last),
            badge::status(&book.tongue, book.item(place.at)),
        ],
    });
    let mut table = Table {
        caption: book.tongue.say("The same weeks as a table").into_owned(),
        head: Column::all([("Title", "grow"), ("From", ""), ("To", ""), ("Status", "")]),
        rows: lines.collect(),
    };
    table.drop_empty_columns();
    Part::table(table)
}

/// Where an item stands among the weeks of the plan; nothing where its days are stated.
fn ends(item: &Entry) -> (Option<Count>, Option<Count>) {
    let count = |said: &Option<Claim<When>>| {
        said.as_ref()
            .filter(|said| said.value.day.is_none() || said.value.derived)
            .and_then(|said| said.value.count)
    };
    (count(&item.start), count(&item.due))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(unit: Unit, first: u32, last: u32) -> Place {
        let count = |number| Some(Count { unit, number });
        Place {
            at: 0,
            first: count(first),
            last: count(last),
        }
    }

    #[test]
    fn columns_are_what_the_plan_counts_as_long_as_they_fit() {
        let weeks = [place(Unit::Week, 3, 4)];
        assert_eq!(weeks[0].days(), (14, 27));
        assert_eq!(unit(&weeks, 28), (Unit::Week, 7));
        assert_eq!(unit(&weeks, 400), (Unit::Month, 30));
        assert_eq!(unit(&[place(Unit::Day, 1, 9)], 9), (Unit::Day, 1));
        assert_eq!(unit(&[place(Unit::Day, 1, 90)], 90), (Unit::Week, 7));
        let end = Place {
            first: None,
            ..place(Unit::Week, 0, 2)
        };
        assert_eq!(end.days(), (7, 13));
    }
}
