//! Items that belong somewhere because another item, or their folder, says so.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::item::{Item, Role};
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::reference::Reference;
use crate::read::mention::Mentions;
use crate::read::place::Place;
use crate::resolve::identity::number;

/// An item that another names as its part; what it says itself counts more. Sprints come in order, so of several that
/// list an item without a sprint of its own the last one is where it is now.
pub fn take_in(items: &mut [Item], part: ItemId, reference: Reference, has_sprint: bool) {
    let Some(to) = reference.to else {
        return;
    };
    let whole = items[to.0 as usize].kind;
    // A milestone that stands in a phase is a part of it, and holds none.
    let is_outermost = whole == Kind::Milestone && items[to.0 as usize].parent.is_none();
    let part = &mut items[part.0 as usize];
    if whole == Kind::Sprint {
        if !has_sprint {
            part.sprint = Some(reference);
        }
    } else if part
        .parent
        .as_ref()
        .is_none_or(|parent| parent.to.is_none())
        && (whole.holds(part.kind) || is_outermost && part.kind == Kind::Phase)
    {
        part.parent = Some(reference);
    }
}

/// A document in the folder of another belongs to that one: `epics/desk/12.md` to the epic that `epics/desk/epic.md` tells of.
pub fn by_home(all: &[Arc<Mentions>], items: &mut [Item]) {
    let path = |item: &Item| {
        let source = item
            .sources
            .first()
            .filter(|source| source.role == Role::Document)?;
        Some(all[source.place.file.0 as usize].path.as_str())
    };
    let mut homes: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if let Some(path) = path(item).filter(|path| Place::of(path).is_main()) {
            let folders = Place::of(path).folders.join("/");
            homes.entry(folders).or_default().push(number(at));
        }
    }
    let mut found = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let Some(path) = path(item).filter(|_| item.parent.is_none()) else {
            continue;
        };
        let place = Place::of(path);
        let home = homes.get(&place.folders.join("/")).map(Vec::as_slice);
        if let Some([one]) = home
            && one.0 as usize != at
            && items[one.0 as usize].kind.holds(item.kind)
        {
            let raw = place.folders.last().map(|folder| (*folder).to_string());
            found.push((at, raw.unwrap_or_default(), *one));
        }
    }
    for (at, raw, one) in found {
        items[at].parent = Some(Reference {
            raw,
            to: Some(one),
            inferred: true,
            external: false,
            place: items[at].sources[0].place,
        });
    }
}

/// What stands in the folder of an item, and names no other parent, belongs to that item: the tasks of `tasks.md` to
/// what `spec.md` tells of.
pub fn by_leader(all: &[Arc<Mentions>], documents: &BTreeMap<&str, ItemId>, items: &mut [Item]) {
    for at in 0..items.len() {
        let item = &items[at];
        let leader = item
            .sources
            .first()
            .filter(|_| item.parent.is_none())
            .and_then(|source| all[source.place.file.0 as usize].leader.as_deref())
            .and_then(|path| documents.get(path))
            .filter(|leader| **leader != number(at));
        let Some(leader) = leader else { continue };
        if items[leader.0 as usize].kind.holds(item.kind) {
            items[at].parent = Some(Reference {
                raw: String::new(),
                to: Some(*leader),
                inferred: true,
                external: false,
                place: item.sources[0].place,
            });
        }
    }
}

/// A story in `user-stories/search/` that names no PRD belongs to the one PRD in a folder `search/`.
pub fn by_folder(all: &[Arc<Mentions>], items: &mut [Item]) {
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
