//! From mentions to the plan: which are one item, what is stated of it, what it refers to.

pub mod adopt;
pub mod anchor;
pub mod archive;
pub mod calendar;
pub mod choice;
pub mod cycle;
pub mod digits;
pub mod draft;
pub mod finder;
pub mod found;
pub mod group;
pub mod header;
pub mod identity;
pub mod index;
pub mod known;
pub mod likeness;
pub mod linker;
pub mod links;
pub mod meant;
pub mod names;
pub mod naming;
pub mod order;
pub mod parts;
pub mod passing;
pub mod phrase;
pub mod plan_facts;
pub mod renamed;
pub mod report;
pub mod series;
pub mod ties;
pub mod token;
pub mod values;
pub mod when;

use std::sync::Arc;

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::model::item::{Item, Role, Source};
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::read::mention::Mentions;
use crate::read::words::Words;
use crate::text::span::{FileId, Place};
use finder::{Finder, Rows};
use group::{Group, is_alike, number};
use identity::Groups;
use known::Known;
use linker::{Homes, Linker};
use links::Linked;
use naming::Name;
use plan_facts::Beside;
use values::Member;

/// The plan that the mentions of all documents make, and what is wrong with it.
pub fn resolve(all: &[Arc<Mentions>], words: &Words) -> (Plan, Vec<Diagnostic>) {
    let paths: Vec<String> = all.iter().map(|mentions| mentions.path.clone()).collect();
    let (beside, (mut items, findings)) =
        rayon::join(|| Beside::of(all), || items(all, &paths, words));
    header::join(&beside.facts, &mut items);
    anchor::place(&beside.facts, &mut items);
    (Plan::new(beside.title, beside.facts, items), findings)
}

/// The items in the order of the plan, with all that they say of each other.
fn items(all: &[Arc<Mentions>], paths: &[String], words: &Words) -> (Vec<Item>, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let mut groups = identity::group(all);
    passing::place(all, &mut groups, paths, words);
    order::sort(&mut groups, all, paths);
    report_duplicates(all, &groups, &mut findings);

    let keys = naming::keys(&names(all, &groups));
    let members: Vec<Vec<Member<'_>>> = groups
        .groups
        .iter()
        .map(|group| values::members(all, group))
        .collect();
    let drafts: Vec<(Item, Vec<Diagnostic>)> = (0..groups.groups.len())
        .into_par_iter()
        .map(|at| draft::item(&groups.groups[at], keys[at].clone(), &members[at], words))
        .collect();
    let (mut items, found): (Vec<Item>, Vec<Vec<Diagnostic>>) = drafts.into_iter().unzip();
    findings.extend(found.into_iter().flatten());

    let known: Vec<Known<'_>> = items
        .iter()
        .zip(&keys)
        .zip(groups.groups.iter().zip(&members))
        .map(|((item, key), (group, members))| known(item, &key.0, group, members))
        .collect();
    let homes: Homes = groups
        .of
        .iter()
        .map(|file| file.iter().map(|group| group.map(number)).collect())
        .collect();
    let finder = Finder::new(
        &known,
        passing::documents(&groups),
        paths,
        rows(all, &homes),
        words,
    );
    let stands: Vec<(Place, String, Kind)> = items
        .iter()
        .map(|item| (item.sources[0].place, item.title.clone(), item.kind))
        .collect();
    let linker = Linker {
        all,
        finder: &finder,
        homes: &homes,
        stands: &stands,
    };
    findings.extend(link(&linker, &members, &mut items));
    ties::add(all, &finder, &mut items);
    adopt::by_home(all, &passing::documents(&groups), &mut items);
    adopt::by_folder(all, &mut items);
    cycle::cut_loops(&mut items, &mut findings);
    (items, findings)
}

fn file_id(at: usize) -> FileId {
    FileId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// The items of each table or list, in the order of its rows, which need not be that of the plan.
fn rows(all: &[Arc<Mentions>], homes: &Homes) -> Rows {
    let mut rows = Rows::default();
    for (file, mentions) in all.iter().enumerate() {
        for (mention, home) in mentions.found.iter().zip(&homes[file]) {
            if let (Some(block), Some(item)) = (mention.block, home) {
                rows.entry((file, block)).or_default().push(*item);
            }
        }
    }
    rows
}

fn report_duplicates(all: &[Arc<Mentions>], groups: &Groups<'_>, findings: &mut Vec<Diagnostic>) {
    for ((file, at), first) in &groups.duplicates {
        let mention = &all[*file].found[*at];
        let Some(id) = &mention.id else {
            continue;
        };
        let (other_file, other_at) = groups.groups[*first].members[0];
        // An id may be given anew when its first item is laid away.
        let is_archived = |file: usize| archive::is_archived(&all[file].path);
        let is_same = is_alike(&mention.title.text, groups.groups[*first].title);
        if is_archived(*file) != is_archived(other_file) && !is_same {
            continue;
        }
        let other = all[other_file].found[other_at]
            .id
            .as_ref()
            .map_or(all[other_file].found[other_at].span, |id| id.slot.span);
        let place = Place {
            file: file_id(*file),
            span: id.slot.span,
        };
        findings.push(report::duplicate_id(
            place,
            &id.text,
            Place {
                file: file_id(other_file),
                span: other,
            },
            groups.groups[*first].title,
            is_same,
        ));
    }
}

fn names<'a>(all: &'a [Arc<Mentions>], groups: &Groups<'a>) -> Vec<Name<'a>> {
    groups
        .groups
        .iter()
        .map(|group| {
            let (file, at) = group.members[0];
            Name {
                kind: group.kind,
                id: group.id,
                title: &all[file].found[at].title.text,
                scope: scope(&all[file], at),
            }
        })
        .collect()
}

/// Where an id is unique: the folder of a document; the document of a heading or a row, or its folder for `tasks.md` and the like.
fn scope(mentions: &Mentions, at: usize) -> String {
    let (folders, file) = mentions
        .path
        .rsplit_once('/')
        .unwrap_or(("", &mentions.path));
    let folder = folders.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let is_named = folder.is_empty()
        || mentions.found[at].role > Role::Alias
            && !matches!(stem, "tasks" | "todo" | "plan" | "README" | "index");
    if is_named {
        stem.to_string()
    } else {
        folder.to_string()
    }
}

fn known<'a>(item: &Item, key: &'a str, group: &Group<'a>, members: &'a [Member<'a>]) -> Known<'a> {
    Known {
        kind: item.kind,
        key: (group.id != Some(key)).then_some(key),
        id: group.folded_id,
        aliases: item.aliases.clone(),
        members,
    }
}

/// Looks up every reference of every item; what items say of their parts comes last, for the parts' own words count more.
fn link(linker: &Linker<'_>, members: &[Vec<Member<'_>>], items: &mut [Item]) -> Vec<Diagnostic> {
    let linked: Vec<Linked> = members
        .par_iter()
        .enumerate()
        .map(|(at, members)| linker.link(number(at), members))
        .collect();
    let mut findings = Vec::new();
    let mut parts = Vec::new();
    for (item, linked) in items.iter_mut().zip(linked) {
        item.parent = linked.parent;
        item.depends_on = linked.depends_on;
        item.blocks = linked.blocks;
        item.became = linked.became;
        item.sprint = linked.sprint;
        item.sprints = linked.sprints;
        item.movements = linked.movements;
        item.fields.extend(linked.obstacles);
        parts.extend(linked.parts);
        findings.extend(linked.findings);
    }
    let stated: Vec<bool> = items.iter().map(|item| item.sprint.is_some()).collect();
    for (part, reference) in parts {
        let source = Source {
            place: reference.place,
            role: Role::Elsewhere,
        };
        let sources = &mut items[part.0 as usize].sources;
        if !sources.contains(&source) {
            sources.push(source);
        }
        adopt::take_in(items, part, reference, stated[part.0 as usize]);
    }
    findings
}
