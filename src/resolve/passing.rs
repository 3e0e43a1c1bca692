//! Mentions in passing, such as a line in a week: they join the item that they lead to.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::key::ItemId;
use crate::read::mention::{Mentions, Raw};
use crate::read::words::Words;
use crate::resolve::finder::{Finder, Rows};
use crate::resolve::found::{Found, From};
use crate::resolve::group::{Group, number};
use crate::resolve::identity::{self, Groups};
use crate::resolve::known::Known;
use crate::resolve::values::{Member, members};

/// Mentions in passing join the item that they lead to; where there is none, they are an item themselves.
pub fn place<'a>(
    all: &'a [Arc<Mentions>],
    groups: &mut Groups<'a>,
    paths: &[String],
    words: &Words,
) {
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
    let all_members: Vec<Vec<Member<'_>>> = groups
        .groups
        .iter()
        .map(|group| members(all, group))
        .collect();
    let known: Vec<Known<'_>> = groups
        .groups
        .iter()
        .zip(&all_members)
        .map(|(group, members)| known(group, members))
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
            None => groups.place(at, mention, &all[at.0]),
        }
    }
}

/// The group that a mention in passing leads to.
fn lead(finder: &Finder<'_>, mentions: &Mentions, file: usize, at: usize) -> Option<usize> {
    let mention = &mentions.found[at];
    let from = From {
        loose: mention.id.is_none(),
        ..From::document(file, &mentions.path)
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

fn known<'a>(group: &Group<'a>, members: &'a [Member<'a>]) -> Known<'a> {
    Known {
        kind: group.kind,
        // All that have no id share the empty name, so words without a letter mean none of them.
        key: group.id.is_none().then_some(""),
        id: group.folded_id,
        aliases: Vec::new(),
        members,
    }
}

/// Which item each document tells of.
pub fn documents<'a>(groups: &Groups<'a>) -> BTreeMap<&'a str, ItemId> {
    groups
        .documents
        .iter()
        .map(|(path, group)| (*path, number(*group)))
        .collect()
}
