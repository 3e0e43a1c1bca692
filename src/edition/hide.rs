//! The plan as one audience may know it: hidden items and words are not in it, so no number can carry them.

use crate::edition::sight::Sight;
use crate::model::audience::Audience;
use crate::model::item::Item;
use crate::model::key::{ItemId, Key, slug};
use crate::model::kind::Kind;
use crate::model::movement::Movement;
use crate::model::plan::Plan;
use crate::model::reference::Reference;
use crate::model::stated::Stated;
use crate::model::tally::Tally;
use std::collections::BTreeSet;

/// A plan without what is hidden, and which item of the whole plan each of its items is.
pub(super) struct Cut {
    /// The plan.
    pub(super) plan: Plan,
    /// The number in the whole plan, by the number in this one.
    pub(super) from: Vec<ItemId>,
}

/// Leaves out what the audience does not see.
pub(super) fn hide(plan: &Plan, sight: &Sight<'_>, audience: &Audience) -> Cut {
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
        sight,
        audience,
        to,
    };
    let mut keys = BTreeSet::new();
    let items = from
        .iter()
        .map(|id| veil.item(plan.item(*id), &mut keys))
        .collect();
    // The title and the facts of a plan stand in documents that are nobody's item.
    Cut {
        plan: Plan::new(None, Vec::new(), items),
        from,
    }
}

struct Veil<'a> {
    sight: &'a Sight<'a>,
    audience: &'a Audience,
    to: Vec<Option<ItemId>>,
}

impl Veil<'_> {
    fn item(&self, item: &Item, keys: &mut BTreeSet<String>) -> Item {
        let open = |field: &str| self.audience.opens_field(field);
        let criteria: Vec<_> = item
            .criteria
            .iter()
            .filter(|criterion| self.sight.place(criterion.place))
            .cloned()
            .collect();
        Item {
            key: key(item, keys),
            id: item.id.clone(),
            kind: item.kind,
            title: item.title.clone(),
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
            labels: if open("labels") {
                item.labels.clone()
            } else {
                Vec::new()
            },
            parent: item
                .parent
                .as_ref()
                .and_then(|reference| self.parent(reference)),
            depends_on: self.references(&item.depends_on),
            blocks: self.references(&item.blocks),
            became: self.references(&item.became),
            audience: self.stated(item.audience.as_ref()),
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
        let raw = if self.sight.place(reference.place) {
            reference.raw.clone()
        } else {
            String::new()
        };
        Some(Reference {
            raw,
            to: Some(to),
            ..reference.clone()
        })
    }

    fn references(&self, references: &[Reference]) -> Vec<Reference> {
        references
            .iter()
            .filter_map(|reference| self.reference(reference))
            .collect()
    }

    /// The words stay where they may be read; what they lead to goes if it is hidden.
    fn reference(&self, reference: &Reference) -> Option<Reference> {
        let to = reference.to.and_then(|to| self.to[to.0 as usize]);
        let tells = to.is_some() || !reference.raw.is_empty();
        (self.sight.place(reference.place) && tells).then(|| Reference {
            to,
            inferred: reference.inferred && to.is_some(),
            ..reference.clone()
        })
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
fn checks(criteria: &[crate::model::criterion::Criterion]) -> Option<Tally> {
    let mut tally = Tally::default();
    for done in criteria.iter().filter_map(|criterion| criterion.done) {
        tally.count(done);
    }
    (tally.of > 0).then_some(tally)
}

/// The key; one that names a folder or a document is made anew, for these are nobody's business.
fn key(item: &Item, taken: &mut BTreeSet<String>) -> Key {
    let plain = match (&item.id, item.key.0.contains('/')) {
        (_, false) => item.key.0.clone(),
        (Some(id), true) if item.kind != Kind::Phase => id.clone(),
        _ => format!("{}-{}", item.kind.name(), slug(&item.title)),
    };
    let mut free = plain.clone();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        free = format!("{plain}-{number}");
        number += 1;
    }
    Key(free)
}
