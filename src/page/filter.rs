//! Filters of a long list, which work without script: a choice shows the rows of its class.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::name;
use crate::theme::tongue::key;

/// How many owners can be chosen.
const OWNERS: usize = 12;

/// How many milestones can be chosen; where there are more, none can.
const ABOVE: usize = 40;

/// The styles of the states, in the order in which they are offered; `site.css` has their rules.
const STATES: [(&str, &str); 7] = [
    ("blocked", key("Blocked")),
    ("doing", key("In progress")),
    ("review", key("In review")),
    ("planned", key("Planned")),
    ("unknown", key("Unknown")),
    ("done", key("Complete")),
    ("left", key("Dropped")),
];

/// What a list can be filtered by.
#[derive(Debug)]
pub struct Filter {
    /// The owners, the most frequent ones, each with its number.
    owners: BTreeMap<String, usize>,
    /// The milestones or phases above, by position, each with its number.
    above: BTreeMap<usize, usize>,
    /// The states that occur.
    states: Vec<(&'static str, &'static str)>,
}

/// One question of the filter.
#[derive(Debug, Serialize)]
pub struct Group {
    name: &'static str,
    /// The anchor of the choice that shows all rows.
    first: &'static str,
    label: String,
    all: String,
    is_folded: bool,
    choices: Vec<Choice>,
}

#[derive(Debug, Serialize)]
struct Choice {
    id: String,
    value: String,
    words: String,
    count: usize,
}

impl Filter {
    /// For these items.
    pub fn new(book: &Book, items: &[usize]) -> Self {
        let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
        let mut above: Vec<usize> = Vec::new();
        for at in items {
            for owner in owners_of(book, *at) {
                *owners.entry(owner).or_default() += 1;
            }
            above.extend(self::above(book, *at));
        }
        above.sort_unstable();
        above.dedup();
        let mut owners: Vec<(&str, usize)> = owners.into_iter().collect();
        owners.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        owners.truncate(OWNERS);
        owners.sort_unstable();
        let numbered = |(number, (owner, _)): (usize, (&str, usize))| (owner.to_string(), number);
        let fits = above.len() <= ABOVE;
        Self {
            owners: owners.into_iter().enumerate().map(numbered).collect(),
            above: above
                .into_iter()
                .filter(|_| fits)
                .enumerate()
                .map(|(number, at)| (at, number))
                .collect(),
            states: states(book, items),
        }
    }

    /// The rules of the filter, beside those that all sites share.
    pub fn rules(&self) -> String {
        let rule = |prefix: char, number: usize| {
            format!(".list:has(#l{prefix}\\.{number}:checked) tbody tr:not(.{prefix}{number})")
        };
        let owners = self.owners.values().map(|number| rule('o', *number));
        let above = self.above.values().map(|number| rule('m', *number));
        let rules: Vec<String> = owners.chain(above).collect();
        if rules.is_empty() {
            return String::new();
        }
        format!("{} {{ display: none; }}\n", rules.join(",\n"))
    }

    /// The classes of a row.
    pub fn classes(&self, book: &Book, at: usize) -> String {
        let item = book.item(at);
        let mut classes = format!("s-{}", badge::style(item));
        for number in owners_of(book, at).filter_map(|owner| self.owners.get(owner)) {
            classes.push_str(&format!(" o{number}"));
        }
        let above = above(book, at).and_then(|above| self.above.get(&above));
        if let Some(number) = above {
            classes.push_str(&format!(" m{number}"));
        }
        classes
    }

    /// The questions, with how many rows of this page each choice shows.
    pub fn groups(&self, book: &Book, items: &[usize]) -> Vec<Group> {
        let count = |tells: &dyn Fn(usize) -> bool| items.iter().filter(|at| tells(**at)).count();
        let states = self.states.iter().map(|(style, word)| Choice {
            id: format!("ls-{style}"),
            value: (*style).to_string(),
            words: book.tongue.say(word).into_owned(),
            count: count(&|at| badge::style(book.item(at)) == *style),
        });
        let mut owned: BTreeMap<&str, usize> = BTreeMap::new();
        let named = items.iter().flat_map(|at| owners_of(book, *at));
        named.for_each(|owner| *owned.entry(owner).or_default() += 1);
        let owners = self.owners.iter().map(|(owner, number)| Choice {
            id: format!("lo.{number}"),
            value: owner.clone(),
            words: owner.clone(),
            count: owned.get(&**owner).copied().unwrap_or_default(),
        });
        let above = self.above.iter().map(|(above, number)| Choice {
            id: format!("lm.{number}"),
            value: book.item(*above).key.clone(),
            words: short(book.item(*above)),
            count: count(&|at| self::above(book, at) == Some(*above)),
        });
        let say = |words| book.tongue.say(words).into_owned();
        let group = |name, first, label, all, is_folded, choices: Vec<Choice>| Group {
            name,
            first,
            label: say(label),
            all: say(all),
            is_folded,
            choices,
        };
        let groups = [
            group(
                "status",
                "ls.all",
                key("Status"),
                key("All"),
                false,
                states.collect(),
            ),
            group(
                "owner",
                "lo.all",
                key("Owner"),
                key("Anyone"),
                false,
                owners.collect(),
            ),
            group(
                "milestone",
                "lm.all",
                above_label(book, items),
                key("Any"),
                true,
                above.collect(),
            ),
        ];
        let groups = groups.into_iter();
        groups.filter(|group| group.choices.len() > 1).collect()
    }
}

/// Those who look after an item.
pub fn owners_of(book: &Book, at: usize) -> impl Iterator<Item = &str> {
    let said = book.item(at).owner.iter();
    said.flat_map(|said| book.slices.named(&said.raw))
}

/// What something is called where there is little room: by its id, if that says more than a number.
pub fn short(item: &Entry) -> String {
    let id = item.id.as_ref();
    let telling = id.filter(|id| id.contains(char::is_alphabetic));
    telling.cloned().unwrap_or_else(|| name::short(item))
}

/// The place of an item's state in the order in which states are offered.
pub fn rank(item: &Entry) -> usize {
    let style = badge::style(item);
    let place = STATES.iter().position(|(other, _)| *other == style);
    place.unwrap_or(STATES.len())
}

/// The words of the states that occur.
pub fn occurring(book: &Book, items: &[usize]) -> Vec<String> {
    let states = states(book, items).into_iter();
    let said = states.map(|(_, word)| book.tongue.say(word).to_lowercase());
    said.collect()
}

/// The styles and the words of the states that occur.
pub fn states(book: &Book, items: &[usize]) -> Vec<(&'static str, &'static str)> {
    let mut occurs = [false; STATES.len() + 1];
    items
        .iter()
        .for_each(|at| occurs[rank(book.item(*at))] = true);
    let states = STATES.iter().zip(occurs);
    states
        .filter(|(_, occurs)| *occurs)
        .map(|(state, _)| *state)
        .collect()
}

/// The nearest milestone above an item, else the phase.
pub fn above(book: &Book, at: usize) -> Option<usize> {
    let mut phase = None;
    let mut next = book.item(at).parent_item();
    for _ in 0..8 {
        let here = next?;
        match book.item(here).kind {
            Kind::Milestone => return Some(here),
            Kind::Phase => phase = Some(here),
            _ => {}
        }
        next = book.item(here).parent_item();
        if next.is_none() {
            break;
        }
    }
    phase
}

/// What stands above these items.
pub fn above_label(book: &Book, items: &[usize]) -> &'static str {
    let mut kinds = items
        .iter()
        .filter_map(|at| above(book, *at))
        .map(|above| book.item(above).kind);
    if kinds.all(|kind| kind == Kind::Phase) {
        key("Phase")
    } else {
        key("Milestone")
    }
}
