//! Every place that states something of an item.

use crate::model::item::Item;
use crate::model::stated::Stated;
use crate::text::span::Place;

/// Every place that states something of an item.
pub(super) fn places(item: &Item, visit: &mut impl FnMut(Place)) {
    fn stated<T>(said: Option<&Stated<T>>, visit: &mut impl FnMut(Place)) {
        let said = said.iter().flat_map(|said| &said.said);
        said.for_each(|saying| visit(saying.place));
    }
    item.sources.iter().for_each(|source| visit(source.place));
    stated(item.status.as_ref(), visit);
    for said in [
        &item.priority,
        &item.rank,
        &item.owner,
        &item.estimate,
        &item.velocity,
        &item.audience,
    ] {
        stated(said.as_ref(), visit);
    }
    for said in [&item.start, &item.due, &item.done] {
        stated(said.as_ref(), visit);
    }
    for said in [&item.committed, &item.completed] {
        stated(said.as_ref(), visit);
    }
    stated(item.declared.as_ref(), visit);
    for (_, said) in &item.fields {
        stated(Some(said), visit);
    }
    item.references()
        .for_each(|reference| visit(reference.place));
    item.criteria
        .iter()
        .for_each(|criterion| visit(criterion.place));
}
