//! Mentions in passing, such as a line in a week: they join the item that they lead to.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::key::ItemId;
use crate::read::mention::{Mentions, Raw};
use crate::read::words::Words;
use crate::resolve::finder::{Finder, Found, From, Known, Rows};
use crate::resolve::identity::{self, Group, Groups};

/// Mentions in passing join the item that they lead to; where there is none, they are an item themselves.
pub fn place(all: &[Arc<Mentions>], groups: &mut Groups, paths: &[String], words: &Words) {
    let wanted: Vec<(usize, usize)> = all
        .iter()
        .enumerate()
        .flat_map(|(file, mentions)| {
            (0..mentions.found.len())
                .filter(|at| identity::passing(&mentions.found[*at]))
                .map(move |at| (file, at))
        })
        .collect();
    if wanted.is_empty() {
        return;
    }
    let known: Vec<Known> = groups
        .groups
        .iter()
        .map(|group| known(all, group))
        .collect();
    let finder = Finder::new(&known, documents(groups), paths, Rows::default(), words);
    let found: Vec<Option<usize>> = wanted
        .iter()
        .map(|(file, at)| lead(&finder, &all[*file], *file, *at))
        .collect();
    for (at, group) in wanted.into_iter().zip(found) {
        let mention = &all[at.0].found[at.1];
        match group {
            Some(group) => groups.join_passing(group, at, mention),
            None => groups.place(at, mention, &paths[at.0]),
        }
    }
}

/// The group that a mention in passing leads to.
fn lead(finder: &Finder<'_>, mentions: &Mentions, file: usize, at: usize) -> Option<usize> {
    let mention = &mentions.found[at];
    let from = From {
        item: None,
        file,
        path: &mentions.path,
        block: None,
        kind: None,
        loose: mention.id.is_none(),
    };
    let text = mention.id.as_ref().unwrap_or(&mention.title);
    let raw = Raw {
        text: text.text.clone(),
        slot: text.slot,
        links: mention.target.iter().cloned().collect(),
    };
    match finder.find_one(&raw.text, raw.links.first().map(String::as_str), &from) {
        Found::Item(item, _) => Some(item.0 as usize),
        _ => None,
    }
}

fn known(all: &[Arc<Mentions>], group: &Group) -> Known {
    let titles = group
        .members
        .iter()
        .map(|(file, at)| all[*file].found[*at].title.text.clone())
        .collect();
    let places = group
        .members
        .iter()
        .map(|(file, at)| (*file, all[*file].found[*at].block))
        .collect();
    Known {
        kind: group.kind,
        key: group.id.clone().unwrap_or_default(),
        id: group.id.clone(),
        titles,
        aliases: Vec::new(),
        places,
    }
}

/// Which item each document tells of.
pub fn documents(groups: &Groups) -> BTreeMap<&str, ItemId> {
    groups
        .documents
        .iter()
        .map(|(path, group)| (path.as_str(), identity::number(*group)))
        .collect()
}
