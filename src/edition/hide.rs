//! The plan as one audience may know it: hidden items and words are not in it, so no number can carry them.

use crate::edition::home::Homes;
use crate::edition::sight::Sight;
use crate::model::audience::Audience;
use crate::model::criterion::Criterion;
use crate::model::item::{Item, Role};
use crate::model::key::{ItemId, Key, slug};
use crate::model::kind::Kind;
use crate::model::movement::Movement;
use crate::model::plan::Plan;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::model::tally::Tally;
use crate::text::file::SourceFile;
use crate::text::similar::fold;
use crate::text::span::{Place, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A plan without what is hidden, and which item of the whole plan each of its items is.
pub(super) struct Cut {
    /// The plan.
    pub(super) plan: Plan,
    /// The number in the whole plan, by the number in this one.
    pub(super) from: Vec<ItemId>,
}

/// Leaves out what the audience does not see.
pub(super) fn hide(
    plan: &Plan,
    files: &[Arc<SourceFile>],
    homes: &Homes,
    sight: &Sight<'_>,
    audience: &Audience,
) -> Cut {
    let from: Vec<ItemId> = plan
        .items()
        .map(|(id, _)| id)
        .filter(|id| sight.item(*id))
        .collect();
    let mut to = vec![None; plan.len()];
    for (at, old) in from.iter().enumerate() {
        to[old.0 as usize] = Some(ItemId(u32::try_from(at).unwrap_or(u32::MAX)));
    }
    let veil = Veil {
        files,
        homes,
        sight,
        audience,
        names: names(plan, sight),
        to,
    };
    let mut keys = Keys::default();
    let items = from
        .iter()
        .map(|id| veil.item(*id, plan.item(*id), &mut keys))
        .collect();
    // The title and the facts of a plan stand in documents that are nobody's item.
    Cut {
        plan: Plan::new(None, Vec::new(), items),
        from,
    }
}

/// What hidden items are called, folded.
fn names(plan: &Plan, sight: &Sight<'_>) -> BTreeSet<String> {
    let hidden = plan.items().filter(|(id, _)| !sight.item(*id));
    let names = hidden.flat_map(|(_, item)| {
        let names = item.aliases.iter().chain(&item.id);
        names
            .chain([&item.title, &item.key.0])
            .map(|name| fold(name))
    });
    names.filter(|name| !name.is_empty()).collect()
}

struct Veil<'a> {
    files: &'a [Arc<SourceFile>],
    homes: &'a Homes,
    sight: &'a Sight<'a>,
    audience: &'a Audience,
    /// What hidden items are called.
    names: BTreeSet<String>,
    to: Vec<Option<ItemId>>,
}

impl Veil<'_> {
    /// A criterion; what is written beside it is a field like others.
    fn criterion(&self, criterion: &Criterion) -> Criterion {
        let mut shown = criterion.clone();
        if !self.audience.opens_field("evidence") {
            shown.notes.clear();
        }
        shown
    }

    fn item(&self, number: ItemId, item: &Item, keys: &mut Keys) -> Item {
        let open = |field: &str| self.audience.opens_field(field);
        let id = item.id.clone().filter(|id| self.tells(number, item, id));
        let title = Some(&item.title).filter(|title| self.tells(number, item, title));
        let title = title.cloned().unwrap_or_default();
        let mut labels = item.labels.clone();
        labels.retain(|label| open("labels") && self.tells(number, item, label));
        let criteria: Vec<_> = item
            .criteria
            .iter()
            .filter(|criterion| self.sight.place(criterion.place))
            .map(|criterion| self.criterion(criterion))
            .collect();
        Item {
            key: keys.key(item.kind, id.as_deref(), &title),
            id,
            kind: item.kind,
            title,
            aliases: Vec::new(),
            status: self.stated(item.status.as_ref()),
            priority: self.stated(item.priority.as_ref()),
            rank: self.stated(item.rank.as_ref()),
            start: self.stated(item.start.as_ref()),
            due: self.stated(item.due.as_ref()),
            done: self.stated(item.done.as_ref()),
            owner: self.stated(item.owner.as_ref()).filter(|_| open("owner")),
            estimate: self.stated(item.estimate.as_ref()),
            sprint: item
                .sprint
                .as_ref()
                .and_then(|reference| self.reference(reference)),
            sprints: self.references(&item.sprints),
            labels,
            parent: item
                .parent
                .as_ref()
                .and_then(|reference| self.parent(reference)),
            depends_on: self.references(&item.depends_on),
            blocks: self.references(&item.blocks),
            became: self.references(&item.became),
            // Whom else it is for is nobody's business.
            audience: None,
            declared: self.stated(item.declared.as_ref()),
            committed: self.stated(item.committed.as_ref()),
            completed: self.stated(item.completed.as_ref()),
            velocity: self.stated(item.velocity.as_ref()),
            fields: item
                .fields
                .iter()
                .filter(|(name, _)| open(name))
                .filter_map(|(name, stated)| Some((name.clone(), self.stated(Some(stated))?)))
                .collect(),
            checks: checks(&criteria),
            criteria,
            movements: item
                .movements
                .iter()
                .filter_map(|movement| self.movement(movement))
                .collect(),
            discovered: item.discovered,
            sources: item
                .sources
                .iter()
                .filter(|source| self.sight.place(source.place))
                .copied()
                .collect(),
        }
    }

    /// Whether the places of an item that may be read say these words of it; no place is remembered for them.
    fn tells(&self, number: ItemId, item: &Item, words: &str) -> bool {
        let is_plain = item
            .sources
            .iter()
            .all(|source| self.sight.place(source.place) && self.sight.is_plain(source.place.file));
        let mut sources = item.sources.iter();
        is_plain || sources.any(|source| self.says(number, source.place, words))
    }

    /// Whether the words about an item around a place say this; the name of a document says something, too.
    fn says(&self, number: ItemId, place: Place, words: &str) -> bool {
        let mut way = self.homes.way(place);
        let home = way.find(|home| home.item == number);
        let Some(home) = home.filter(|_| self.sight.place(place)) else {
            return false;
        };
        let file = &self.files[place.file.0 as usize];
        let wanted = letters(words);
        let is_named = home.role <= Role::Alias && letters(&file.path).contains(&wanted);
        is_named || letters(&self.read(place, home.span)).contains(&wanted)
    }

    /// The lines of a span that may be read.
    fn read(&self, place: Place, span: Span) -> String {
        let file = &self.files[place.file.0 as usize];
        let text = file.text.get(span.range()).unwrap_or_default();
        let mut start = span.start as usize;
        let lines = text.split_inclusive('\n').filter(|line| {
            let span = Span::new(start..start + line.len()).trimmed(&file.text);
            start += line.len();
            self.sight.place(Place { span, ..place })
        });
        lines.collect()
    }

    /// A value whose winning words may be read; what another place says of it goes.
    fn stated<T: Clone>(&self, stated: Option<&Stated<T>>) -> Option<Stated<T>> {
        let stated = stated?;
        let first = stated.said.first()?;
        self.sight.place(first.place).then(|| Stated {
            value: stated.value.clone(),
            said: vec![first.clone()],
        })
    }

    /// Where an item hangs is known where the item above is seen, even if a hidden place says so.
    fn parent(&self, reference: &Reference) -> Option<Reference> {
        let to = reference.to.and_then(|to| self.to[to.0 as usize])?;
        let is_read = self.sight.place(reference.place) && self.is_open(&reference.raw);
        Some(Reference {
            raw: Some(&reference.raw)
                .filter(|_| is_read)
                .cloned()
                .unwrap_or_default(),
            to: Some(to),
            inferred: reference.inferred && is_read,
            ..reference.clone()
        })
    }

    fn references(&self, references: &[Reference]) -> Vec<Reference> {
        references
            .iter()
            .filter_map(|reference| self.reference(reference))
            .collect()
    }

    /// What leads to a hidden item goes with its words, for they are what that item is called.
    fn reference(&self, reference: &Reference) -> Option<Reference> {
        let to = match reference.to {
            Some(to) => Some(self.to[to.0 as usize]?),
            None => None,
        };
        let is_open = self.is_open(&reference.raw);
        let tells = to.is_some() || is_open && !reference.raw.is_empty();
        (self.sight.place(reference.place) && tells).then(|| Reference {
            to,
            raw: Some(&reference.raw)
                .filter(|_| is_open)
                .cloned()
                .unwrap_or_default(),
            inferred: reference.inferred && is_open,
            ..reference.clone()
        })
    }

    /// Whether words of a reference may be told: no path, and not what a hidden item is called.
    fn is_open(&self, raw: &str) -> bool {
        (self.audience.sources || !is_path(raw)) && !self.names.contains(&fold(raw))
    }

    fn movement(&self, movement: &Movement) -> Option<Movement> {
        Some(Movement {
            change: movement.change,
            item: self.reference(&movement.item)?,
            reason: movement.reason.clone(),
        })
    }
}

/// Boxes are counted again from those that may be seen.
fn checks(criteria: &[Criterion]) -> Option<Tally> {
    let mut tally = Tally::default();
    for done in criteria.iter().filter_map(|criterion| criterion.done) {
        tally.count(done);
    }
    (tally.of > 0).then_some(tally)
}

/// Whether words of a reference are the path of a document.
fn is_path(raw: &str) -> bool {
    let path = raw.split(['#', '?']).next().unwrap_or(raw).trim();
    let is_document = [".md", ".markdown", ".yaml", ".yml"];
    let is_document = is_document
        .iter()
        .any(|ending| path.to_lowercase().ends_with(ending));
    let is_folder = path.contains('/') && !path.contains(char::is_whitespace);
    !raw.contains("://") && (is_document || is_folder || path.starts_with('.'))
}

/// Letters and digits alone, so that markup between them does not count.
fn letters(words: &str) -> String {
    let letters = words.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Keys made anew: those of the plan name folders, and count items that are hidden.
#[derive(Default)]
struct Keys {
    /// How many there are of each, by slug.
    taken: BTreeMap<String, usize>,
}

impl Keys {
    fn key(&mut self, kind: Kind, id: Option<&str>, title: &str) -> Key {
        let kind = kind.name();
        let is_number =
            |id: &str| id.starts_with(|c: char| c.is_ascii_digit()) && !id.contains('-');
        let plain = match id {
            Some(id) if is_number(id) => format!("{kind}-{id}"),
            Some(id) => id.chars().filter(|c| !c.is_control()).collect(),
            None if slug(title).is_empty() => kind.to_string(),
            None => format!("{kind}-{}", slug(title)),
        };
        let base = slug(&plain);
        let stem = if base.len() > 100 {
            base.clone()
        } else {
            plain
        };
        let mut number = self.taken.get(&base).copied().unwrap_or_default() + 1;
        let named = |number: usize, stem: &str| match number {
            1 => stem.to_string(),
            _ => format!("{stem}-{number}"),
        };
        while number > 1 && self.taken.contains_key(&named(number, &base)) {
            number += 1;
        }
        self.taken.insert(named(number, &base), 1);
        self.taken.insert(base, number);
        Key(named(number, &stem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_count_only_what_is_seen() {
        let mut keys = Keys::default();
        let mut key = |id, title| keys.key(Kind::Task, id, title).0;
        assert_eq!(key(None, "Sow peas"), "task-sow-peas");
        assert_eq!(key(None, "Sow peas!"), "task-sow-peas-2");
        assert_eq!(key(None, "Sow peas 3"), "task-sow-peas-3");
        assert_eq!(key(None, "sow peas"), "task-sow-peas-4");
        assert_eq!(key(Some("T-1"), "a"), "T-1");
        assert_eq!(key(Some("1"), "a"), "task-1");
        assert_eq!(key(None, "???"), "task");
    }

    #[test]
    fn paths_are_told_from_words() {
        for path in ["../a.md", "a b/c d.md#e", "docs/prd", "./x", "A.MD"] {
            assert!(is_path(path), "{path}");
        }
        for words in [
            "US-1",
            "Design / review",
            "https://example.org/a.md",
            "Sow peas.",
        ] {
            assert!(!is_path(words), "{words}");
        }
    }
}
