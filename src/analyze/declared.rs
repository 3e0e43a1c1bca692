//! Where a document declares a progress that its own items do not bear out.

use crate::analyze::progress::Progress;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::plan::Plan;
use crate::model::tally::Tally;

/// A declared progress that differs from the computed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The item it is declared for.
    pub item: ItemId,
    /// What the document declares.
    pub declared: Tally,
    /// What its items come to.
    pub computed: Tally,
}

/// Every stale declaration, in the order of the plan; what is unknown contradicts nothing.
pub fn stale(plan: &Plan, progress: &[Progress]) -> Vec<Stale> {
    let pair = |(id, item): (ItemId, &Item)| {
        let progress = &progress[id.0 as usize];
        let (declared, computed) = (item.declared.as_ref()?.value, progress.tally?);
        (!is_borne_out(declared, computed, progress.without_status)).then_some(Stale {
            item: id,
            declared,
            computed,
        })
    };
    plan.items().filter_map(pair).collect()
}

/// Whether a declared tally may be what was counted: parts without a status may be done, all of few is all of many where
/// nothing is open, and of a hundred it may be a share, rounded as people do.
fn is_borne_out(declared: Tally, computed: Tally, unknown: u32) -> bool {
    let most = computed.done.saturating_add(unknown);
    let all_done = |tally: Tally| tally.of > 0 && tally.done == tally.of;
    let share = |done: u32| f64::from(done) * 100.0 / f64::from(computed.of.max(1));
    let (least, most_share, said) = (share(computed.done), share(most), f64::from(declared.done));
    declared.of == computed.of && (computed.done..=most).contains(&declared.done)
        || all_done(declared) && most == computed.of
        || declared.of == 100 && (least - 1.0..=most_share + 1.0).contains(&said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, id};
    use crate::model::kind::Kind;
    use crate::model::status::Status;

    fn of(declared: (u32, u32), task: Status) -> Vec<Stale> {
        let plan = Sample::default()
            .add(Kind::Phase, "1")
            .declares(declared.0, declared.1)
            .task(0, task)
            .plan();
        stale(&plan, &progress(&plan))
    }

    #[test]
    fn what_has_no_status_may_be_done() {
        let borne = |done, unknown| {
            let computed = Tally { done: 1, of: 4 };
            is_borne_out(Tally { done, of: 4 }, computed, unknown)
        };
        assert!(borne(3, 2) && !borne(3, 1) && !borne(0, 2));
    }

    #[test]
    fn differing_tallies_are_stale() {
        let (declared, computed) = (Tally { done: 0, of: 1 }, Tally { done: 1, of: 1 });
        assert_eq!(
            of((0, 1), Status::Done),
            [Stale {
                item: id(0),
                declared,
                computed
            }]
        );
        assert!(of((1, 1), Status::Done).is_empty());
        assert!(of((3, 3), Status::Done).is_empty());
        assert!(of((1, 1), Status::Unknown).is_empty());
    }
}
