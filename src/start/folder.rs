//! The folder in which a new document belongs: where the others of its sort lie.

use std::collections::BTreeSet;

use crate::model::key::{ItemId, slug};
use crate::model::kind::Kind;
use crate::read::place::week;
use crate::start::ground::{Ground, Neighbour, is_archive, most};
use crate::start::sort::Sort;
use crate::start::way;

/// Where documents of a sort lie: a folder, and whether each part of the plan has a folder of its own in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    /// The folder.
    pub base: String,
    /// What the folders in it are for.
    pub parts: Parts,
}

/// What the folders below a folder of documents are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// There are none.
    None,
    /// One for each document.
    Own,
    /// One for what the documents belong to.
    Parent,
    /// They hold the documents of what the others belong to as well.
    Beside,
}

/// Where documents of this sort lie, or would lie.
pub fn home(ground: &Ground<'_>, sort: Sort, neighbours: &[Neighbour<'_>]) -> Home {
    let bases = neighbours
        .iter()
        .map(|one| base(ground, sort, one.folder()));
    let Some(base) = most(bases) else {
        return Home {
            base: first(ground, sort),
            parts: Parts::None,
        };
    };
    if lie_beside(ground, neighbours) {
        return Home {
            base: unarchived(&common(neighbours)),
            parts: Parts::Beside,
        };
    }
    Home {
        base: unarchived(base),
        parts: parts(sort, base, neighbours),
    }
}

/// Whether most documents lie in the folder of the document that they belong to.
fn lie_beside(ground: &Ground<'_>, neighbours: &[Neighbour<'_>]) -> bool {
    let beside = neighbours.iter().filter(|one| {
        let parent = ground.plan.parent(one.number);
        let document = parent.and_then(|parent| ground.document(parent));
        document.is_some_and(|document| way::folder(&document.path) == one.folder())
    });
    let folders: BTreeSet<&str> = neighbours.iter().map(Neighbour::folder).collect();
    folders.len() > 1 && beside.count() * 2 > neighbours.len()
}

/// The folder in which all of them lie, however deep.
fn common(neighbours: &[Neighbour<'_>]) -> String {
    let mut common: Option<Vec<&str>> = None;
    for one in neighbours {
        let parts: Vec<&str> = one.folder().split('/').collect();
        common = Some(match common {
            None => parts,
            Some(before) => {
                let same = before
                    .iter()
                    .zip(&parts)
                    .take_while(|(a, b)| a == b)
                    .count();
                before[..same].to_vec()
            }
        });
    }
    common.unwrap_or_default().join("/")
}

/// The folder without the archive that it lies in: what is new belongs beside it.
fn unarchived(folder: &str) -> String {
    let living = folder.split('/').filter(|part| !is_archive(part));
    living.collect::<Vec<_>>().join("/")
}

/// The folder of a path that is named for the kind, with what stands above it; else the path.
fn base<'a>(ground: &Ground<'_>, sort: Sort, folder: &'a str) -> &'a str {
    let mut end = folder.len();
    while end > 0 {
        let here = &folder[..end];
        if ground.words.folder(way::name(here)) == Some(sort.kind) {
            return here;
        }
        end = here.rfind('/').unwrap_or(0);
    }
    folder
}

fn parts(sort: Sort, base: &str, neighbours: &[Neighbour<'_>]) -> Parts {
    let subs: Vec<&str> = neighbours
        .iter()
        .filter_map(|one| sub(base, one.folder()))
        .collect();
    let deep: BTreeSet<&&str> = subs.iter().filter(|sub| !sub.is_empty()).collect();
    let below = subs.iter().filter(|sub| !sub.is_empty()).count();
    match (below * 2 > subs.len(), deep.len() * 3 > below * 2) {
        (false, _) => Parts::None,
        (true, true) if sort.kind == Kind::Feature => Parts::Own,
        (true, _) => Parts::Parent,
    }
}

/// The folder below a base that a path lies in; empty for the base itself.
pub fn sub<'a>(base: &str, folder: &'a str) -> Option<&'a str> {
    let rest = folder.strip_prefix(base)?;
    if base.is_empty() || rest.is_empty() {
        return Some(rest);
    }
    rest.strip_prefix('/')
}

/// The folder for a document that is a part of `parent`; `own` is the name of a folder of its own.
pub fn folder(
    ground: &Ground<'_>,
    home: &Home,
    own: String,
    parent: Option<ItemId>,
    neighbours: &[Neighbour<'_>],
) -> String {
    let own = match (home.parts, parent) {
        (Parts::Own, _) => own,
        (Parts::Beside, Some(parent)) => {
            let document = ground.document(parent);
            return document.map_or_else(
                || home.base.clone(),
                |document| way::folder(&document.path).to_string(),
            );
        }
        (Parts::Parent, Some(parent)) => of_parent(ground, home, parent, neighbours),
        _ => String::new(),
    };
    match own.as_str() {
        "" => home.base.clone(),
        own => way::join(&home.base, own),
    }
}

/// The folder in which the other parts of the parent lie; else one named like the parent's own; else like its title.
fn of_parent(
    ground: &Ground<'_>,
    home: &Home,
    parent: ItemId,
    neighbours: &[Neighbour<'_>],
) -> String {
    let siblings = neighbours
        .iter()
        .filter(|one| ground.plan.parent(one.number) == Some(parent));
    let beside = most(siblings.filter_map(|one| sub(&home.base, one.folder())));
    let item = ground.plan.item(parent);
    let named = || {
        let folder = way::folder(&ground.document(parent)?.path);
        let name = way::name(folder);
        let is_its_own = !name.is_empty() && ground.words.folder(name).is_none();
        let in_place = folder
            .rsplit('/')
            .skip(1)
            .any(|above| ground.words.folder(above) == Some(item.kind));
        (is_its_own && in_place).then(|| name.to_string())
    };
    beside
        .map(str::to_string)
        .or_else(named)
        .unwrap_or_else(|| slug(&item.title))
}

/// The folder for the first document of its sort: as plansite.toml says, else the usual one beside the others.
fn first(ground: &Ground<'_>, sort: Sort) -> String {
    let set = ground
        .config
        .kinds
        .iter()
        .find(|(kind, _)| *kind == sort.kind);
    let set = set
        .and_then(|(_, words)| words.folders.first())
        .filter(|_| !sort.is_week);
    let name = set.map_or(sort.folder(), |name| name.trim_matches('/'));
    if let Some(there) = standing(ground, sort, name) {
        return there;
    }
    way::join(&top(ground), name)
}

/// A folder of this name, or of another one for the sort, in which some document lies already.
fn standing(ground: &Ground<'_>, sort: Sort, name: &str) -> Option<String> {
    let folders: BTreeSet<&str> = ground
        .files
        .iter()
        .map(|file| way::folder(&file.path))
        .collect();
    let is_named = |folder: &&&str| way::name(folder) == name;
    let is_known = |folder: &&&str| {
        let last = way::name(folder);
        let is_for_weeks = last.to_lowercase().starts_with("week");
        ground.words.folder(last) == Some(sort.kind)
            && (sort.kind != Kind::Sprint || is_for_weeks == sort.is_week)
    };
    let found = folders
        .iter()
        .find(is_named)
        .or_else(|| folders.iter().find(is_known));
    found.map(|folder| (*folder).to_string())
}

/// The folder below which most folders of kinds lie; else `docs`, if there are documents in it.
fn top(ground: &Ground<'_>) -> String {
    let of_kind = ground.files.iter().filter_map(|file| {
        let mut folder = way::folder(&file.path);
        let is_week = week(way::stem(&file.path)).is_some();
        while !folder.is_empty() {
            if ground.words.folder(way::name(folder)).is_some() || is_week {
                return Some(way::folder(folder));
            }
            folder = way::folder(folder);
        }
        None
    });
    most(of_kind).map_or_else(|| docs(ground).to_string(), str::to_string)
}

fn docs(ground: &Ground<'_>) -> &'static str {
    let is_there = ground
        .files
        .iter()
        .any(|file| file.path.starts_with("docs/"))
        || (ground.names)("").iter().any(|name| name == "docs");
    if is_there { "docs" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_come_apart() {
        assert_eq!(sub("docs/prd", "docs/prd/search"), Some("search"));
        assert_eq!(sub("docs/prd", "docs/prd"), Some(""));
        assert_eq!(sub("docs/prd", "docs/prds/x"), None);
        assert_eq!(sub("", "docs"), Some("docs"));
        assert_eq!(unarchived("work/archive/epics"), "work/epics");
        assert_eq!(unarchived("archived-epics"), "");
    }
}
