//! What chapters on dependencies say of items that stand elsewhere.

use std::sync::Arc;

use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::reference::Reference;
use crate::read::mention::{Mentions, RawTie};
use crate::resolve::finder::Finder;
use crate::resolve::found::{Found, From};
use crate::text::span::{FileId, Place};

/// More ties in one document are no map of a plan; the rest are passed over.
const MOST: usize = 2_000;

/// More things that one line ties, or that one item waits for by such lines, are passed over.
const WIDEST: usize = 256;

/// Adds what such chapters say and the items themselves do not. A name that leads to nothing, or to several, is passed
/// over: a map may show what is no part of the plan.
pub fn add(all: &[Arc<Mentions>], finder: &Finder<'_>, items: &mut [Item]) {
    for (file, mentions) in all.iter().enumerate() {
        for tie in mentions.ties.iter().take(MOST) {
            let from = From::document(file, &mentions.path);
            let place = Place {
                file: FileId(u32::try_from(file).unwrap_or(u32::MAX)),
                span: tie.span,
            };
            let before: Vec<(&str, ItemId)> = found(&tie.before, finder, &from);
            let after = found(&tie.after, finder, &from);
            if before.len() * after.len() > WIDEST {
                continue;
            }
            for (_, after) in after {
                for (raw, to) in &before {
                    put(items, after, *to, raw, place, tie);
                }
            }
        }
    }
}

fn put(items: &mut [Item], after: ItemId, to: ItemId, raw: &str, place: Place, tie: &RawTie) {
    let waits = |one: ItemId, other: ItemId| {
        let mut named = items[one.0 as usize].depends_on.iter();
        named.any(|reference| reference.to == Some(other))
    };
    let lies_in = |one: ItemId, other: ItemId| {
        let parent = items[one.0 as usize].parent.as_ref();
        parent.is_some_and(|parent| parent.to == Some(other))
    };
    // An arrow may be meant the other way about; the items know better.
    let is_turned = tie.drawn && waits(to, after);
    let is_full = items[after.0 as usize].depends_on.len() >= WIDEST;
    if is_full
        || after == to
        || waits(after, to)
        || is_turned
        || lies_in(after, to)
        || lies_in(to, after)
    {
        return;
    }
    items[after.0 as usize].depends_on.push(Reference {
        raw: raw.to_string(),
        to: Some(to),
        inferred: tie.drawn,
        external: false,
        place,
    });
}

/// The items that names lead to, each with the words that do.
fn found<'a>(
    names: &'a [Vec<String>],
    finder: &Finder<'_>,
    from: &From<'_>,
) -> Vec<(&'a str, ItemId)> {
    let mut out = Vec::new();
    for spellings in names {
        let led = spellings
            .iter()
            .find_map(|name| match finder.find_one(name, None, from) {
                Found::Item(item, _) => Some((name.as_str(), vec![item])),
                Found::Several(items) => Some((name.as_str(), items)),
                _ => None,
            });
        if let Some((name, items)) = led {
            out.extend(items.into_iter().map(|item| (name, item)));
        }
    }
    out
}
