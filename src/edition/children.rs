//! The parts of an item in the order in which it names them itself.

use crate::model::item::{Item, Role, Source};
use crate::model::key::ItemId;
use crate::model::plan::Plan;

/// The parts of an item.
pub(super) struct Children {
    /// Those that its own documents name, in their order there; then the others, in the order of the plan.
    pub(super) in_order: Vec<ItemId>,
    /// How many its own documents name.
    pub(super) named: usize,
}

impl Children {
    /// Of this item.
    pub(super) fn new(plan: &Plan, of: ItemId) -> Self {
        let whole = plan.item(of);
        let parts = plan.children(of).iter();
        let mut rows: Vec<(Option<Row>, ItemId)> = parts
            .map(|part| (row(whole, plan.item(*part)), *part))
            .collect();
        rows.sort_by_key(|(row, _)| (row.is_none(), *row));
        Self {
            named: rows.iter().filter(|(row, _)| row.is_some()).count(),
            in_order: rows.into_iter().map(|(_, part)| part).collect(),
        }
    }
}

/// Which of the documents of an item has the row of a part, and where.
type Row = (usize, u32);

/// Where a document of the whole has a row or a heading for the part.
fn row(whole: &Item, part: &Item) -> Option<Row> {
    let rows = part.sources.iter();
    let rows = rows.filter(|source| matches!(source.role, Role::Heading | Role::Row));
    let home = |row: &Source| {
        let mut homes = whole.sources.iter().filter(|home| home.role < Role::Row);
        let home = homes.position(|home| home.place.file == row.place.file)?;
        Some((home, row.place.span.start))
    };
    rows.filter_map(home).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;

    #[test]
    fn parts_stand_as_their_whole_names_them() {
        let plan = Sample::default()
            .add(Kind::Milestone, "M")
            .stands(&[(9, 0, Role::Document)])
            .add(Kind::Feature, "unnamed")
            .under(0)
            .stands(&[(1, 0, Role::Document)])
            .add(Kind::Feature, "second")
            .under(0)
            .stands(&[(2, 0, Role::Document), (9, 70, Role::Row)])
            .add(Kind::Feature, "first")
            .under(0)
            .stands(&[(3, 0, Role::Document), (9, 50, Role::Row)])
            .add(Kind::Feature, "mentioned")
            .under(0)
            .stands(&[(4, 0, Role::Document), (9, 10, Role::Elsewhere)])
            .plan();
        let children = Children::new(&plan, id(0));
        assert_eq!(children.in_order, [3, 2, 1, 4].map(id));
        assert_eq!(children.named, 2);
    }
}
