//! What is stated under names of the author's own, as one object.

use std::collections::BTreeSet;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::edition::entry::Fact;
use crate::page::json::part::FactJson;

/// What is stated under names of the author's own, as one object in the order of the documents.
pub(super) struct Facts<'a>(pub(super) &'a [Fact]);

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let mut taken = BTreeSet::new();
        for fact in self.0 {
            map.serialize_entry(&free(&mut taken, &fact.name), &FactJson::of(fact))?;
        }
        map.end()
    }
}

/// A name that is stated twice keeps both values.
fn free(taken: &mut BTreeSet<String>, name: &str) -> String {
    let mut candidate = name.to_string();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = format!("{name} ({number})");
        number += 1;
    }
    candidate
}
