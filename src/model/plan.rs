//! The plan: its items in one order, and the ways up, down and across.

use rustc_hash::{FxBuildHasher, FxHashMap as HashMap};

use crate::model::allow::Allowed;
use crate::model::item::Item;
use crate::model::key::{ItemId, Key};
use crate::model::kind::Kind;
use crate::model::stated::Stated;

/// A fact of the plan itself: "Current phase", "Last updated".
#[derive(Clone, Debug)]
pub struct Fact {
    /// The name as written.
    pub name: String,
    /// The value as written.
    pub value: Stated<String>,
}

/// All items and the facts of the plan.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// What the plan is called, where a document says it.
    pub title: Option<String>,
    /// Facts of the plan, in the order of the documents.
    pub facts: Vec<Fact>,
    /// What its authors want to hear no more of, in the order of the documents.
    pub allowed: Vec<Allowed>,
    /// The path of each document, by the number of its file; nothing where nobody may know.
    pub paths: Vec<String>,
    items: Vec<Item>,
    children: Vec<Vec<ItemId>>,
    keys: HashMap<Key, ItemId>,
}

impl Plan {
    /// A plan of these items; the ways down are worked out from the parents.
    pub fn new(title: Option<String>, facts: Vec<Fact>, items: Vec<Item>) -> Self {
        let mut children = vec![Vec::new(); items.len()];
        let mut keys = HashMap::with_capacity_and_hasher(items.len(), FxBuildHasher);
        for (at, item) in items.iter().enumerate() {
            let id = number(at);
            keys.insert(item.key.clone(), id);
            if let Some(parent) = item.parent.as_ref().and_then(|parent| parent.to) {
                children[parent.0 as usize].push(id);
            }
        }
        Self {
            title,
            facts,
            allowed: Vec::new(),
            paths: Vec::new(),
            items,
            children,
            keys,
        }
    }

    /// Every item, in the order of the plan.
    pub fn items(&self) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items
            .iter()
            .enumerate()
            .map(|(at, item)| (number(at), item))
    }

    /// How many items there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is no item.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The item of this number.
    pub fn item(&self, id: ItemId) -> &Item {
        &self.items[id.0 as usize]
    }

    /// The item of this key.
    pub fn find(&self, key: &str) -> Option<ItemId> {
        self.keys.get(&Key(key.to_string())).copied()
    }

    /// The items of one kind.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (ItemId, &Item)> {
        self.items().filter(move |(_, item)| item.kind == kind)
    }

    /// What it is a part of.
    pub fn parent(&self, id: ItemId) -> Option<ItemId> {
        self.item(id).parent.as_ref().and_then(|parent| parent.to)
    }

    /// Its parts, in the order of the plan.
    pub fn children(&self, id: ItemId) -> &[ItemId] {
        &self.children[id.0 as usize]
    }
}

fn number(at: usize) -> ItemId {
    ItemId(u32::try_from(at).unwrap_or(u32::MAX))
}
