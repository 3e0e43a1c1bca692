//! What is shown of a target where it is found.

use serde_json::{Value, json};

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::index::target::Target;
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::percent::encoded;
use crate::page::words::clip;
use crate::theme::tongue::{Tongue, key};

/// A title is not longer.
const TITLE: usize = 120;

/// Nor is the title of what it is a part of.
const PARENT: usize = 60;

/// About how many bytes a record has beside its title and its address.
const REST: usize = 50;

/// The kinds of targets that are no items, by icon and word.
const OTHERS: [(&str, &str); 4] = [
    ("date", key("Week")),
    ("file", key("Document")),
    ("file", key("Section")),
    ("eye", key("Page")),
];

/// The states, by style and word, in the order of their numbers.
const STATES: [(&str, &str); 6] = [
    ("planned", key("Planned")),
    ("doing", key("In progress")),
    ("review", key("In review")),
    ("blocked", key("Blocked")),
    ("done", key("Complete")),
    ("left", key("Dropped")),
];

/// The icon and the word of each kind of target, in the order of their numbers.
pub(super) fn kinds(tongue: &Tongue) -> Vec<(&'static str, String)> {
    let kinds = Kind::all().map(|kind| (mark::icon(kind), noun::title(tongue, kind)));
    let others = OTHERS.iter();
    let others = others.map(|(icon, word)| (*icon, tongue.say(word).into_owned()));
    kinds.chain(others).collect()
}

/// The style and the word of each state, in the order of their numbers.
pub(super) fn states(tongue: &Tongue) -> Vec<(&'static str, String)> {
    let states = STATES.iter();
    states
        .map(|(style, word)| (*style, tongue.say(word).into_owned()))
        .collect()
}

/// Kind, title, address; then, as far as there are any, id, what it is a part of, state.
pub(super) fn record(book: &Book, target: &Target) -> Value {
    let items = Kind::all().count();
    match target {
        Target::Item(at) => item(book, *at, items),
        Target::Paper(at) => {
            let title = &book.edition.papers[*at].title;
            json!([
                items + 1,
                clip(title, TITLE),
                encoded(book.routes.paper(*at))
            ])
        }
        Target::Heading(at, words, id) => {
            let paper = &book.edition.papers[*at].title;
            let address = address(&format!("{}#{id}", book.routes.paper(*at)));
            json!([
                items + 2,
                clip(words, TITLE),
                address,
                "",
                clip(paper, PARENT)
            ])
        }
        Target::Page(title, to) => json!([items + 3, clip(title, TITLE), address(to)]),
    }
}

fn item(book: &Book, at: usize, items: usize) -> Value {
    let item = book.item(at);
    let kind = Kind::all().position(|kind| kind == item.kind);
    let kind = if item.week {
        items
    } else {
        kind.unwrap_or(items)
    };
    let title = name::title(item);
    let id = item.id.as_deref().filter(|id| **id != *title);
    let parent = item
        .parent_item()
        .map(|parent| name::short(book.item(parent)));
    let mut record = vec![
        json!(kind),
        json!(clip(&title, TITLE)),
        json!(address(book.routes.url(at))),
        json!(id.unwrap_or_default()),
        json!(clip(&parent.unwrap_or_default(), PARENT)),
    ];
    record.extend(state(item).map(|state| json!(state)));
    while record.last() == Some(&json!("")) {
        record.pop();
    }
    Value::Array(record)
}

fn state(item: &Entry) -> Option<usize> {
    let style = badge::style(item);
    let known = (item.state() != Status::Unknown).then_some(style)?;
    STATES.iter().position(|(other, _)| *other == known)
}

/// An address as links write it.
fn address(to: &str) -> String {
    relative("", to)
}

/// About how many bytes the record of a target takes.
pub(super) fn weight(book: &Book, target: &Target) -> usize {
    let told = match target {
        Target::Item(at) => {
            let item = book.item(*at);
            let parent = item.parent_item().map_or(0, |at| book.item(at).title.len());
            item.title.len().min(TITLE) + book.routes.url(*at).len() + parent.min(PARENT)
        }
        Target::Paper(at) => book.routes.paper(*at).len() + book.edition.papers[*at].title.len(),
        Target::Heading(at, words, id) => book.routes.paper(*at).len() + 2 * words.len() + id.len(),
        Target::Page(title, address) => title.len() + address.len(),
    };
    REST + told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_number() {
        let styles: Vec<&str> = STATES.iter().map(|(style, _)| *style).collect();
        assert_eq!(
            styles,
            ["planned", "doing", "review", "blocked", "done", "left"]
        );
        assert_eq!(kinds(&Tongue::english()).len(), 12);
    }
}
