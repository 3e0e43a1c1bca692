//! From mentions to the plan: which are one item, what is stated of it, what it refers to.

pub mod draft;
pub mod finder;
pub mod header;
pub mod identity;
pub mod links;
pub mod naming;
pub mod path;
pub mod plan_facts;
pub mod report;
pub mod values;
pub mod when;

use std::collections::BTreeMap;

use crate::diagnostic::Diagnostic;
use crate::model::item::{Item, Role};
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::read::field::FieldName;
use crate::read::mention::{Mentions, Raw};
use crate::read::words::Words;
use crate::text::span::{FileId, Place};
use finder::{Finder, Found, From, Known};
use identity::{Group, Groups};
use links::{Homes, Linker};
use naming::Name;
use values::Member;

/// The plan that the mentions of all documents make, and what is wrong with it.
pub fn resolve(all: &[Mentions], words: &Words) -> (Plan, Vec<Diagnostic>) {
    let mut findings = Vec::new();
    let paths: Vec<String> = all.iter().map(|mentions| mentions.path.clone()).collect();
    let mut groups = identity::group(all);
    place_passing(all, &mut groups, &paths, words);
    sort(&mut groups, all, &paths);
    report_duplicates(all, &groups, &mut findings);

    let keys = naming::keys(&names(all, &groups));
    let members: Vec<Vec<Member<'_>>> = groups
        .groups
        .iter()
        .map(|group| members(all, group))
        .collect();
    let mut items: Vec<Item> = Vec::with_capacity(keys.len());
    for ((group, members), key) in groups.groups.iter().zip(&members).zip(keys) {
        items.push(draft::item(group, key, members, words, &mut findings));
    }

    let known: Vec<Known> = items
        .iter()
        .zip(&members)
        .map(|(item, members)| known(item, members))
        .collect();
    let finder = Finder::new(&known, documents(&groups), &paths, words);
    let homes: Homes = groups
        .of
        .iter()
        .map(|file| file.iter().map(|group| group.map(number)).collect())
        .collect();
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
    link(&linker, &members, &mut items, &mut findings);
    adopt_by_folder(all, &mut items);
    links::cut_loops(&mut items, &mut findings);
    findings.extend(plan_facts::broken_links(all, &paths));

    let facts = plan_facts::facts(all);
    header::join(&facts, &mut items);
    (Plan::new(plan_facts::title(all), facts, items), findings)
}

fn number(at: usize) -> ItemId {
    ItemId(u32::try_from(at).unwrap_or(u32::MAX))
}

fn file_id(at: usize) -> FileId {
    FileId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// Mentions in passing join the item that they lead to; where there is none, they are an item themselves.
fn place_passing(all: &[Mentions], groups: &mut Groups, paths: &[String], words: &Words) {
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
        .map(|group| passing_known(all, group))
        .collect();
    let finder = Finder::new(&known, documents(groups), paths, words);
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

fn passing_known(all: &[Mentions], group: &Group) -> Known {
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

/// Brings the groups into the order of the plan: by path, numbers in it by value, then by place.
fn sort(groups: &mut Groups, all: &[Mentions], paths: &[String]) {
    let mut by_path: Vec<usize> = (0..paths.len()).collect();
    by_path.sort_by_cached_key(|file| natural(&paths[*file]));
    let mut rank = vec![0; paths.len()];
    by_path
        .iter()
        .enumerate()
        .for_each(|(at, file)| rank[*file] = at);
    let mut order: Vec<usize> = (0..groups.groups.len()).collect();
    order.sort_by_key(|group| {
        groups.groups[*group]
            .members
            .first()
            .map(|(file, at)| (rank[*file], all[*file].found[*at].span.start))
    });
    groups.reorder(&order);
}

/// A path with its numbers filled up, so that `milestone-10` comes behind `milestone-2`.
fn natural(path: &str) -> String {
    let mut out = String::new();
    let mut digits = String::new();
    for c in path.chars().chain(std::iter::once('\0')) {
        if c.is_ascii_digit() {
            digits.push(c);
            continue;
        }
        if !digits.is_empty() {
            out.push_str(&format!("{:0>12}", digits.trim_start_matches('0')));
            digits.clear();
        }
        out.push(c);
    }
    out
}

fn report_duplicates(all: &[Mentions], groups: &Groups, findings: &mut Vec<Diagnostic>) {
    for ((file, at), first) in &groups.duplicates {
        let Some(id) = &all[*file].found[*at].id else {
            continue;
        };
        let (other_file, other_at) = groups.groups[*first].members[0];
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
        ));
    }
}

fn names<'a>(all: &'a [Mentions], groups: &'a Groups) -> Vec<Name<'a>> {
    groups
        .groups
        .iter()
        .map(|group| {
            let (file, at) = group.members[0];
            Name {
                kind: group.kind,
                id: group.id.as_deref(),
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

fn members<'a>(all: &'a [Mentions], group: &Group) -> Vec<Member<'a>> {
    group
        .members
        .iter()
        .map(|(file, at)| Member {
            file: file_id(*file),
            mention: &all[*file].found[*at],
        })
        .collect()
}

fn known(item: &Item, members: &[Member<'_>]) -> Known {
    let mut titles: Vec<String> = members
        .iter()
        .map(|member| member.mention.title.text.clone())
        .collect();
    titles.dedup();
    let places = members
        .iter()
        .map(|member| (member.file.0 as usize, member.mention.block))
        .collect();
    Known {
        kind: item.kind,
        key: item.key.0.clone(),
        id: item.id.clone(),
        titles,
        aliases: item.aliases.clone(),
        places,
    }
}

fn documents(groups: &Groups) -> BTreeMap<&str, ItemId> {
    groups
        .documents
        .iter()
        .map(|(path, group)| (path.as_str(), number(*group)))
        .collect()
}

fn link(
    linker: &Linker<'_>,
    members: &[Vec<Member<'_>>],
    items: &mut [Item],
    findings: &mut Vec<Diagnostic>,
) {
    let mut parts: Vec<(ItemId, Reference)> = Vec::new();
    for (at, item) in items.iter_mut().enumerate() {
        let (id, members) = (number(at), &members[at]);
        item.parent = linker.parent(id, members, findings);
        item.depends_on = linker.list(id, members, FieldName::DependsOn, findings);
        let (references, words) = linker.blocked_by(id, members);
        item.depends_on.extend(references);
        let obstacles = words.iter().map(|(file, raw)| values::saying(*file, raw));
        item.fields.extend(obstacles.map(|saying| {
            (
                "Blocked by".to_string(),
                Stated {
                    value: saying.raw.clone(),
                    said: vec![saying],
                },
            )
        }));
        item.depends_on.extend(linker.outside(members));
        item.blocks = linker.list(id, members, FieldName::Blocks, findings);
        item.became = linker.list(id, members, FieldName::Became, findings);
        item.sprint = linker.sprint(id, members, findings);
        item.movements = linker.movements(members);
        parts.extend(linker.parts(id, members, findings));
    }
    for (part, reference) in parts {
        take_in(items, part, reference);
    }
}

/// An item that another names as its part; what it says itself counts more.
fn take_in(items: &mut [Item], part: ItemId, reference: Reference) {
    let Some(whole) = reference.to.map(|to| items[to.0 as usize].kind) else {
        return;
    };
    let part = &mut items[part.0 as usize];
    if whole == Kind::Sprint {
        // Sprints come in order: the last one that lists an item is where it is now.
        let is_listed = part
            .sprint
            .as_ref()
            .is_none_or(|sprint| sprint.to.is_none() || sprint.raw == reference.raw);
        if is_listed {
            part.sprint = Some(reference);
        }
    } else if part
        .parent
        .as_ref()
        .is_none_or(|parent| parent.to.is_none())
        && whole.holds(part.kind)
    {
        part.parent = Some(reference);
    }
}

/// A story in `user-stories/search/` that names no PRD belongs to the one PRD in a folder `search/`.
fn adopt_by_folder(all: &[Mentions], items: &mut [Item]) {
    let folder = |item: &Item| {
        let source = item
            .sources
            .first()
            .filter(|source| source.role == Role::Document)?;
        let mut folders: Vec<&str> = all[source.place.file.0 as usize].path.split('/').collect();
        folders.pop();
        (folders.len() > 1)
            .then(|| folders.pop().map(str::to_string))
            .flatten()
    };
    let mut features: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
    for (at, item) in items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.kind == Kind::Feature)
    {
        if let Some(folder) = folder(item) {
            features.entry(folder).or_default().push(number(at));
        }
    }
    for item in items
        .iter_mut()
        .filter(|item| item.kind == Kind::Story && item.parent.is_none())
    {
        let Some(folder) = folder(item) else { continue };
        if let Some([one]) = features.get(&folder).map(Vec::as_slice) {
            item.parent = Some(Reference {
                raw: folder,
                to: Some(*one),
                inferred: true,
                external: false,
                place: item.sources[0].place,
            });
        }
    }
}
