//! Items that belong somewhere because another item, or their folder, says so.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::item::{Item, Role};
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::reference::Reference;
use crate::read::mention::Mentions;
use crate::read::place::Place;
use crate::resolve::group::number;

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
        part.sprints.push(reference.clone());
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

/// What stands in the folder of an item, and names no other parent, belongs to that item: the tasks of `tasks.md` to
/// what `spec.md` tells of, the document `epics/desk/12.md` to the epic that `epics/desk/epic.md` tells of.
pub fn by_home(all: &[Arc<Mentions>], documents: &BTreeMap<&str, ItemId>, items: &mut [Item]) {
    let homes = homes(all, items);
    for at in 0..items.len() {
        let item = &items[at];
        let Some(source) = item.sources.first().filter(|_| item.parent.is_none()) else {
            continue;
        };
        let leader = all[source.place.file.0 as usize].leader.as_deref();
        let leader = leader.and_then(|path| documents.get(path));
        let home = || {
            let folders = Place::of(path(all, item)?).folders;
            match homes.get(&folders.join("/"))?.as_slice() {
                [one] => Some((*one, folders.last().copied().unwrap_or_default())),
                _ => None,
            }
        };
        let fits = |(whole, _): &(ItemId, &str)| {
            *whole != number(at) && items[whole.0 as usize].kind.holds(item.kind)
        };
        let found = leader.map(|whole| (*whole, "")).filter(fits);
        if let Some((whole, raw)) = found.or_else(|| home().filter(fits)) {
            items[at].parent = Some(inferred(item, whole, raw.to_string()));
        }
    }
}

/// The items of the main documents of each folder.
fn homes(all: &[Arc<Mentions>], items: &[Item]) -> BTreeMap<String, Vec<ItemId>> {
    let mut homes: BTreeMap<String, Vec<ItemId>> = BTreeMap::new();
    for (at, item) in items.iter().enumerate() {
        if let Some(place) = path(all, item).map(Place::of).filter(Place::is_main) {
            homes
                .entry(place.folders.join("/"))
                .or_default()
                .push(number(at));
        }
    }
    homes
}

/// The path of the document that an item is.
fn path<'a>(all: &'a [Arc<Mentions>], item: &Item) -> Option<&'a str> {
    let source = item
        .sources
        .first()
        .filter(|source| source.role == Role::Document)?;
    Some(all[source.place.file.0 as usize].path.as_str())
}

/// A parent that the item does not name itself; `raw` is what says so.
fn inferred(item: &Item, whole: ItemId, raw: String) -> Reference {
    Reference {
        raw,
        to: Some(whole),
        inferred: true,
        external: false,
        place: item.sources[0].place,
    }
}

/// A story in `user-stories/search/` that names no PRD belongs to the one PRD in a folder `search/`.
pub fn by_folder(all: &[Arc<Mentions>], items: &mut [Item]) {
    let folder = |item: &Item| {
        let mut folders: Vec<&str> = path(all, item)?.split('/').collect();
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
            item.parent = Some(inferred(item, *one, folder));
        }
    }
}
