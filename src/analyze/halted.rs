//! What the sheet of the running week says cannot go on, whatever its own status is.

use std::collections::BTreeMap;

use crate::analyze::completion::Completion;
use crate::analyze::sprint::week;
use crate::model::date::{Date, Week};
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::movement::Change;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// Every item that the sheet of the week of today calls blocked, as far as it is open and the sheet does not say as
/// well that it is done or that it left.
pub fn halted(plan: &Plan, completion: &[Completion], today: Date) -> BTreeMap<ItemId, Week> {
    let now = today.week();
    let sheets = plan.items().filter(|(_, item)| week(item) == Some(now));
    let open = |id: &ItemId| {
        completion[id.0 as usize] != Completion::Finished
            && plan.item(*id).status() != Status::Dropped
    };
    sheets
        .flat_map(|(_, sheet)| blocked(sheet))
        .filter(open)
        .map(|id| (id, now))
        .collect()
}

fn blocked(sheet: &Item) -> Vec<ItemId> {
    let of = |changes: &[Change]| -> Vec<ItemId> {
        let moves = sheet.movements.iter();
        let moves = moves.filter(|moved| changes.contains(&moved.change));
        moves.filter_map(|moved| moved.item.to).collect()
    };
    let over = of(&[Change::Done, Change::Left]);
    let mut found = of(&[Change::Blocked]);
    found.retain(|id| !over.contains(id));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, date, id};
    use crate::model::kind::Kind;

    fn on(sample: Sample, today: &str) -> Vec<ItemId> {
        let plan = sample.plan();
        let completion = completion(&plan, &progress(&plan));
        halted(&plan, &completion, date(today))
            .into_keys()
            .collect()
    }

    fn sheet() -> Sample {
        Sample::default()
            .add(Kind::Sprint, "2026-W07")
            .moves(Change::Blocked, 1)
    }

    #[test]
    fn the_sheet_of_this_week_holds_open_work() {
        let with = |status| sheet().add(Kind::Task, "T").is(status);
        assert_eq!(on(with(Status::Planned), "2026-02-12"), [id(1)]);
        assert_eq!(on(with(Status::Done), "2026-02-12"), []);
        assert_eq!(on(with(Status::Dropped), "2026-02-12"), []);
        assert_eq!(on(with(Status::Planned), "2026-02-16"), []);
    }

    #[test]
    fn what_left_again_is_not_held() {
        let left = sheet().moves(Change::Left, 1);
        let left = left.add(Kind::Task, "T").is(Status::Planned);
        assert_eq!(on(left, "2026-02-12"), []);
    }
}
