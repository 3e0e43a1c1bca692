//! The items that a view asks for, in its order and in its groups.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::filter;
use crate::page::name;
use crate::page::noun;
use crate::page::subject::Subject;
use crate::query::answer::Answers;
use crate::query::field::{Field, Known, Sort};
use crate::query::order::natural;
use crate::query::view::View;
use crate::theme::tongue::Tongue;

/// Items under a heading.
pub struct Group {
    /// What they have in common; nothing where they have nothing there.
    pub name: Option<String>,
    /// The item that they have in common.
    pub item: Option<usize>,
    /// The items.
    pub items: Vec<usize>,
}

/// The items that a view asks for, in its order. What was found during work has to be asked for by name.
pub fn items(book: &Book, view: &View) -> Vec<usize> {
    let today = book.edition.as_of;
    let with_discovered = view.filter.asks_for_discovered();
    let all = 0..book.edition.items.len();
    let asked = all.filter(|at| {
        let item = book.item(*at);
        let counts = with_discovered || !item.discovered;
        counts && view.filter.holds(&Subject { book, at: *at }, today)
    });
    let mut items: Vec<usize> = asked.collect();
    for (field, down) in view.sort.iter().rev() {
        sort(book, &mut items, field, *down);
    }
    items
}

/// Sorts by a field; what states nothing there comes last, whichever way it goes.
fn sort(book: &Book, items: &mut [usize], field: &Field, down: bool) {
    items.sort_by_cached_key(|at| Place {
        key: key(book, *at, field),
        down,
    });
}

/// What items are compared by.
#[derive(PartialEq)]
enum Key {
    Number(f64),
    Words(String),
}

#[derive(PartialEq)]
struct Place {
    key: Option<Key>,
    down: bool,
}

impl Eq for Place {}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let ordering = match (&self.key, &other.key) {
            (None, None) => return Ordering::Equal,
            (None, _) => return Ordering::Greater,
            (_, None) => return Ordering::Less,
            (Some(Key::Number(a)), Some(Key::Number(b))) => a.total_cmp(b),
            (Some(Key::Words(a)), Some(Key::Words(b))) => natural(a, b),
            (Some(Key::Number(_)), _) => Ordering::Less,
            (_, Some(Key::Number(_))) => Ordering::Greater,
        };
        if self.down {
            ordering.reverse()
        } else {
            ordering
        }
    }
}

fn key(book: &Book, at: usize, field: &Field) -> Option<Key> {
    let subject = Subject { book, at };
    let item = book.item(at);
    let place = |place: usize| Some(Key::Number(place as f64));
    match (field, field.sort()) {
        (Field::Known(Known::Status), _) => place(filter::rank(item)),
        (Field::Known(Known::Kind), _) => place(item.kind as usize),
        (Field::Known(Known::Health), _) => {
            let all = ["late", "at risk", "unknown", "on track", "done"];
            let health = item.health.as_ref()?.value;
            all.iter().position(|word| *word == health).and_then(place)
        }
        (Field::Known(Known::Priority), _) => {
            let raw = &item.priority.as_ref()?.raw;
            match urgency(raw) {
                Some(urgency) => place(urgency),
                None => Some(Key::Words(raw.clone())),
            }
        }
        (_, Sort::Flag) => place(usize::from(!subject.holds(field))),
        (_, Sort::Number) => subject.number(field).map(Key::Number),
        _ => match subject.day(field) {
            Some(day) => Some(Key::Number(day.number() as f64)),
            None if field.sort() == Sort::Day => None,
            None => subject.words(field).into_iter().next().map(Key::Words),
        },
    }
}

/// How urgent the usual words for a priority are, the most urgent first.
fn urgency(raw: &str) -> Option<usize> {
    const WORDS: [&[&str]; 5] = [
        &["critical", "urgent", "blocker", "highest", "p0"],
        &["high", "must", "p1"],
        &["medium", "should", "normal", "p2"],
        &["low", "could", "p3"],
        &["lowest", "won", "p4"],
    ];
    let raw = raw.to_lowercase();
    let first = raw
        .split(|c: char| !c.is_alphanumeric())
        .find(|word| !word.is_empty())?;
    WORDS.iter().position(|words| words.contains(&first))
}

/// The heading of those that state nothing in a field.
pub fn without(tongue: &Tongue, field: &Field) -> String {
    let label = match field {
        Field::Known(_) => tongue.say(field.label()).into_owned(),
        Field::Own(name) => name.clone(),
    };
    tongue.tell("Without: {field}", &[("field", &label)])
}

/// Items by what they state in a field; those with several words there stand in several groups.
pub fn groups(book: &Book, items: &[usize], field: &Field) -> Vec<Group> {
    let mut found: BTreeMap<Order, Group> = BTreeMap::new();
    for at in items {
        for (order, name, item) in places(book, *at, field) {
            let group = || Group {
                name,
                item,
                items: Vec::new(),
            };
            found.entry(order).or_insert_with(group).items.push(*at);
        }
    }
    found.into_values().collect()
}

/// Where a group stands among the others: by number, then by name; the one of nothing is the last.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Order(bool, usize, String);

fn places(book: &Book, at: usize, field: &Field) -> Vec<(Order, Option<String>, Option<usize>)> {
    let subject = Subject { book, at };
    let item = book.item(at);
    let named =
        |number: usize, name: String| (Order(false, number, name.to_lowercase()), Some(name), None);
    let of_item = |to: usize| {
        let name = name::short(book.item(to));
        (Order(false, to, String::new()), Some(name), Some(to))
    };
    let above = |kind| subject.above(kind).map(of_item);
    let nothing = || (Order(true, 0, String::new()), None, None);
    let one = match field {
        Field::Known(Known::Phase) => above(Kind::Phase),
        Field::Known(Known::Milestone) => above(Kind::Milestone),
        Field::Known(Known::Feature) => above(Kind::Feature),
        Field::Known(Known::Story) => above(Kind::Story),
        Field::Known(Known::Parent) => item.parent_item().map(of_item),
        Field::Known(Known::Sprint) => item
            .sprint
            .as_ref()
            .map(|lead| lead.to.map_or_else(|| named(0, lead.raw.clone()), of_item)),
        Field::Known(Known::Status) => {
            let word = badge::word(&book.tongue, item);
            Some(named(filter::rank(item), word))
        }
        Field::Known(Known::Kind) => {
            let many = noun::titles(&book.tongue, item.kind);
            Some(named(item.kind as usize, many))
        }
        field if field.sort() == Sort::Flag => {
            let holds = subject.holds(field);
            let label = book.tongue.say(field.label());
            let words = match holds {
                true => label.into_owned(),
                false => book.tongue.tell("Not: {field}", &[("field", &label)]),
            };
            Some(named(usize::from(!holds), words))
        }
        _ => {
            let mut all: Vec<_> = subject
                .words(field)
                .into_iter()
                .map(|name| named(0, name))
                .collect();
            if all.is_empty() {
                all.push(nothing());
            }
            return all;
        }
    };
    vec![one.unwrap_or_else(nothing)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_states_nothing_comes_last_both_ways() {
        for down in [false, true] {
            let place = |key| Place { key, down };
            let nothing = place(None);
            assert!(place(Some(Key::Number(1.0))) < nothing);
            assert!(place(Some(Key::Words("a".into()))) < nothing);
        }
        let place = |number| Place {
            key: Some(Key::Number(number)),
            down: true,
        };
        assert!(place(2.0) < place(1.0));
    }

    #[test]
    fn priorities_have_an_order() {
        assert_eq!(urgency("P0 (now)"), Some(0));
        assert!(urgency("Must have") < urgency("low"));
        assert_eq!(urgency("whenever"), None);
    }
}
