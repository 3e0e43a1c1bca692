//! Which mentions are one item: the same document, the same id, the same number, the same title.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap as HashMap;

use crate::model::item::Role;
use crate::read::mention::{Folded, Mention, Mentions};
use crate::resolve::digits;
use crate::resolve::group::{At, Group, Standing, is_alike, is_number, names_itself};
use crate::text::path::{Target, target};

/// All groups, and in which of them each mention is.
#[derive(Debug, Default)]
pub struct Groups<'a> {
    /// The groups, in the order in which they were made.
    pub groups: Vec<Group<'a>>,
    /// For each file, the group of each mention; none for one that names nothing certain.
    pub of: Vec<Vec<Option<usize>>>,
    /// Ids that two documents claim: the second mention and the group of the first.
    pub duplicates: Vec<(At, usize)>,
    /// Documents by path.
    pub documents: HashMap<&'a str, usize>,
    /// Documents by the name of the file without its ending.
    stems: HashMap<&'a str, Vec<usize>>,
    ids: HashMap<&'a str, Vec<usize>>,
    titles: HashMap<&'a str, Vec<usize>>,
}

/// Puts the mentions of all documents into groups. Mentions that only name a thing in passing are left out: they
/// are looked up as references later.
pub fn group(all: &[Arc<Mentions>]) -> Groups<'_> {
    let mut groups = Groups {
        of: all
            .iter()
            .map(|mentions| vec![None; mentions.found.len()])
            .collect(),
        ..Groups::default()
    };
    let mut by_role: BTreeMap<Role, Vec<At>> = BTreeMap::new();
    for (file, mentions) in all.iter().enumerate() {
        for (at, mention) in mentions.found.iter().enumerate() {
            if !passing(mention) {
                by_role.entry(mention.role).or_default().push((file, at));
            }
        }
    }
    for (file, at) in by_role.into_values().flatten() {
        groups.place((file, at), &all[file].found[at], &all[file]);
    }
    groups
}

/// Whether a mention names an item without saying what it is.
pub fn passing(mention: &Mention) -> bool {
    mention.role == Role::Elsewhere && !mention.sure
}

impl<'a> Groups<'a> {
    /// Puts a mention into the group that it belongs to, or into a new one.
    pub fn place(&mut self, at: At, mention: &'a Mention, document: &'a Mentions) {
        let path = document.path.as_str();
        let found = match mention.role {
            Role::Part => self.led(document),
            _ => self.find(at, mention, path),
        };
        let group = match found {
            Some(group) => self.join(group, at, mention),
            None => self.open(at, mention),
        };
        self.of[at.0][at.1] = Some(group);
        if matches!(mention.role, Role::Document | Role::Alias) {
            self.documents.insert(path, group);
            let name = path.rsplit('/').next().unwrap_or(path);
            let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
            self.stems.entry(stem).or_default().push(group);
        }
    }

    /// Joins a mention in passing to the group that it leads to.
    pub fn join_passing(&mut self, group: usize, at: At, mention: &Mention) {
        self.groups[group].members.push(at);
        self.groups[group].places.push(Standing::of(at.0, mention));
        self.of[at.0][at.1] = Some(group);
    }

    /// Brings the groups into this order.
    pub fn reorder(&mut self, order: &[usize]) {
        let mut place = vec![0; order.len()];
        order
            .iter()
            .enumerate()
            .for_each(|(to, from)| place[*from] = to);
        let mut groups: Vec<Option<Group<'_>>> = std::mem::take(&mut self.groups)
            .into_iter()
            .map(Some)
            .collect();
        self.groups = order
            .iter()
            .filter_map(|from| groups[*from].take())
            .collect();
        self.of
            .iter_mut()
            .flatten()
            .flatten()
            .for_each(|group| *group = place[*group]);
        self.documents = std::mem::take(&mut self.documents)
            .into_iter()
            .map(|(path, group)| (path, place[group]))
            .collect();
        self.duplicates
            .iter_mut()
            .for_each(|(_, first)| *first = place[*first]);
    }

    /// The item of the document that leads the folder.
    fn led(&self, document: &Mentions) -> Option<usize> {
        let leader = document.leader.as_deref()?;
        self.documents.get(leader).copied()
    }

    fn find(&mut self, at: At, mention: &Mention, path: &str) -> Option<usize> {
        match mention.role {
            Role::Document => {
                self.note_duplicate(at, mention);
                None
            }
            Role::Alias => self.repeated(mention),
            _ => self
                .by_target(mention, path)
                .or_else(|| self.by_id(at, mention))
                .or_else(|| self.by_title(at, mention)),
        }
    }

    /// A document is always an item of its own; that its id is taken is only remembered.
    fn note_duplicate(&mut self, at: At, mention: &Mention) {
        let id = mention
            .id
            .as_ref()
            .filter(|id| !is_number(&id.text))
            .and(mention.folded.id.as_deref());
        let taken = id.and_then(|id| self.ids.get(id)).into_iter().flatten();
        let first = taken
            .copied()
            .find(|group| self.groups[*group].kind == mention.kind);
        self.duplicates.extend(first.map(|first| (at, first)));
    }

    /// The document that an alias repeats: the same kind, and the same id or title.
    fn repeated(&self, mention: &Mention) -> Option<usize> {
        let Folded { id, title, .. } = &mention.folded;
        let id = id
            .as_deref()
            .and_then(|id| self.ids.get(id))
            .into_iter()
            .flatten();
        let title = self.titles.get(title.as_str()).into_iter().flatten();
        id.chain(title)
            .find(|group| {
                self.groups[**group].kind == mention.kind && self.groups[**group].document.is_some()
            })
            .copied()
    }

    /// The document that a row or an entry links to, where both are of one kind and no two ids speak against it.
    fn by_target(&self, mention: &Mention, path: &str) -> Option<usize> {
        let Target::Path(path) = target(path, mention.target.as_ref()?) else {
            return None;
        };
        let named = path.rsplit('/').next().unwrap_or_default();
        let group =
            self.documents
                .get(path.as_str())
                .or_else(|| match self.stems.get(named)?.as_slice() {
                    [one] => Some(one),
                    _ => None,
                });
        let group = *group?;
        let same_kind = self.groups[group].kind == mention.kind || !mention.sure;
        (same_kind && self.agree(group, mention)).then_some(group)
    }

    /// Whether the ids of a group and a mention do not contradict each other.
    fn agree(&self, group: usize, mention: &Mention) -> bool {
        match (self.groups[group].folded_id, &mention.folded.id) {
            (Some(mine), Some(theirs)) => mine == theirs || digits::is_same(mine, theirs),
            _ => true,
        }
    }

    fn by_id(&self, at: At, mention: &Mention) -> Option<usize> {
        let Folded { id, others, .. } = &mention.folded;
        let own = mention.id.iter().zip(id).map(|(raw, id)| (&raw.text, id));
        let others = others.iter().map(|(raw, id)| (raw, id));
        own.chain(others)
            .find_map(|(id, folded)| self.by_one_id(at, mention, id, folded))
    }

    fn by_one_id(&self, at: At, mention: &Mention, id: &str, folded: &str) -> Option<usize> {
        let same_kind = |group: &&usize| {
            let other = &self.groups[**group];
            other.kind == mention.kind || !mention.sure || !other.sure
        };
        let candidates: Vec<usize> = near(self.ids.get(folded)?)
            .filter(same_kind)
            .copied()
            .collect();
        let same = |group: &usize| {
            let other = &self.groups[*group];
            other.meets(at.0, mention) && other.agrees_by_id(mention, id)
        };
        let here = candidates.iter().copied().find(same);
        here.or_else(|| {
            candidates.iter().copied().find(|group| {
                self.is_same_elsewhere(*group, at, mention, id, candidates.len() == 1)
            })
        })
    }

    /// Whether the same id in another document means the same item: one that is made to be unique does, others need a title that fits.
    fn is_same_elsewhere(
        &self,
        group: usize,
        at: At,
        mention: &Mention,
        id: &str,
        is_only: bool,
    ) -> bool {
        let other = &self.groups[group];
        let elsewhere = other.places.iter().all(|place| place.file != at.0);
        let says_no_more = names_itself(&mention.title.text, id) || names_itself(other.title, id);
        let is_unique = id.contains('-') && !is_number(id);
        let fits = if says_no_more {
            is_only && self.may_share_owner(group, at, mention)
        } else {
            let is_alike = is_alike(other.title, &mention.title.text);
            is_alike && !self.has_other_owner(group, at, mention) || is_only && is_tracked(id)
        };
        elsewhere && (is_unique || fits)
    }

    /// Whether a mention and a group stand in different items of one kind: the third phase of one milestone is not that
    /// of another, whatever both are called.
    fn has_other_owner(&self, group: usize, at: At, mention: &Mention) -> bool {
        let owner = |file: usize, nest: Option<usize>| self.of[file][nest?];
        let Some(mine) = owner(at.0, mention.nest) else {
            return false;
        };
        let places = self.groups[group].places.iter().take(256);
        let theirs: Vec<usize> = places
            .filter_map(|place| owner(place.file, place.nest))
            .collect();
        let is_rival = |theirs: &usize| self.groups[*theirs].kind == self.groups[mine].kind;
        !theirs.contains(&mine) && theirs.iter().any(is_rival)
    }

    /// Whether no two items around them speak against a mention being this item: the first story of one feature is
    /// not that of another.
    fn may_share_owner(&self, group: usize, at: At, mention: &Mention) -> bool {
        let owner = |file: usize, nest: Option<usize>| self.of[file][nest?];
        let Some(mine) = owner(at.0, mention.nest) else {
            return true;
        };
        let places = self.groups[group].places.iter().take(256);
        let mut theirs = places.filter_map(|place| owner(place.file, place.nest));
        theirs.next().is_none_or(|theirs| theirs == mine)
    }

    fn by_title(&self, at: At, mention: &Mention) -> Option<usize> {
        let fits = |group: &&usize| {
            let other = &self.groups[**group];
            (other.kind == mention.kind || !mention.sure) && self.agree(**group, mention)
        };
        let titled = self.titles.get(mention.folded.title.as_str())?;
        let candidates: Vec<usize> = near(titled).filter(fits).copied().collect();
        let here = candidates
            .iter()
            .copied()
            .find(|group| self.groups[*group].meets(at.0, mention));
        let only = |found: Vec<usize>| match found.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        let elsewhere = |group: &usize| {
            self.groups[*group]
                .places
                .iter()
                .all(|place| place.file != at.0)
        };
        here.or_else(|| {
            only(
                candidates
                    .iter()
                    .copied()
                    .filter(|group| self.groups[*group].document.is_some())
                    .collect(),
            )
        })
        .or_else(|| {
            only(candidates.iter().copied().filter(elsewhere).collect())
                .filter(|_| mention.role == Role::Elsewhere)
        })
    }

    fn join(&mut self, group: usize, at: At, mention: &'a Mention) -> usize {
        let other = &mut self.groups[group];
        other.members.push(at);
        other.places.push(Standing::of(at.0, mention));
        if !other.sure && mention.sure {
            other.kind = mention.kind;
            other.sure = true;
        }
        let Folded { id, title, others } = &mention.folded;
        if let Some(id) = id.as_deref().filter(|_| other.id.is_none()) {
            other.id = mention.id.as_ref().map(|id| id.text.as_str());
            other.folded_id = Some(id);
            self.ids.entry(id).or_default().push(group);
        }
        if title != other.folded {
            self.titles.entry(title).or_default().push(group);
        }
        for (_, id) in others {
            self.ids.entry(id).or_default().push(group);
        }
        group
    }

    fn open(&mut self, at: At, mention: &'a Mention) -> usize {
        let number = self.groups.len();
        let Folded { id, title, others } = &mention.folded;
        if let Some(id) = id {
            self.ids.entry(id).or_default().push(number);
        }
        for (_, id) in others {
            self.ids.entry(id).or_default().push(number);
        }
        self.titles.entry(title).or_default().push(number);
        let document = matches!(mention.role, Role::Document | Role::Alias).then_some(at.0);
        self.groups.push(Group {
            kind: mention.kind,
            id: mention.id.as_ref().map(|id| id.text.as_str()),
            folded_id: id.as_deref(),
            title: &mention.title.text,
            members: vec![at],
            folded: title,
            document,
            sure: mention.sure,
            places: vec![Standing::of(at.0, mention)],
        });
        number
    }
}

/// Whether a number is one that a tracker gives: each only once.
fn is_tracked(id: &str) -> bool {
    let id = id.trim_start_matches('#');
    id.len() > 2 && !id.starts_with('0') && id.bytes().all(|byte| byte.is_ascii_digit())
}

/// The first and the last groups of one name: a name that hundreds of items have tells nothing apart, and comparing
/// each with all others would take for ever.
fn near(groups: &[usize]) -> impl Iterator<Item = &usize> {
    const FEW: usize = 64;
    let first = groups.len().min(FEW);
    let last = groups.len().saturating_sub(FEW).max(first);
    groups[..first].iter().chain(&groups[last..])
}
