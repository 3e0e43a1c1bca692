//! A piece of open work with what decides its turn, and the lanes in which open work stands.

use crate::model::key::ItemId;

/// More that wait behind one piece of work are not counted.
pub const MOST_BEHIND: usize = 500;

/// A piece of open work: a task, or a story or a feature that has no open parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The item.
    pub item: ItemId,
    /// What must be finished first, obstacles included; what holds for the whole holds for its parts.
    pub needs: Vec<ItemId>,
    /// Earlier phases that are not finished.
    pub early: Vec<ItemId>,
    /// What could be begun as soon as this is finished.
    pub frees: Vec<ItemId>,
    /// How many pieces of open work wait for it in the end.
    pub behind: usize,
    /// Whether it is taken up in the sprint or the week that runs.
    pub is_now: bool,
    /// What it is a part of, where work on that is under way.
    pub continues: Option<ItemId>,
    /// The item whose priority counts: itself, or the nearest above that states one.
    pub priority: Option<ItemId>,
    /// The item whose date counts: itself, or the nearest above that states one.
    pub due: Option<ItemId>,
}

/// The open work of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Queue {
    /// What is under way and can go on, what comes first at first.
    pub begun: Vec<Turn>,
    /// What can be begun, what comes first at first.
    pub ready: Vec<Turn>,
    /// What waits for other items to be finished.
    pub waiting: Vec<Turn>,
    /// What an obstacle or its own status blocks.
    pub blocked: Vec<Turn>,
    /// What stands in a phase whose turn has not come.
    pub early: Vec<Turn>,
    /// What is open in words only: a part of something that is complete or dropped, or kept in an archive.
    pub aside: Vec<ItemId>,
    /// What states no status beside others that do: nobody knows whether it is open.
    pub silent: Vec<ItemId>,
    /// Whether no piece of work states a status, so that what says nothing counts as not begun.
    pub is_unstated: bool,
}

impl Queue {
    /// Sets aside what `is_aside` names.
    pub fn set_aside(&mut self, is_aside: impl Fn(ItemId) -> bool) {
        let lanes = [
            &mut self.begun,
            &mut self.ready,
            &mut self.waiting,
            &mut self.blocked,
            &mut self.early,
        ];
        for lane in lanes {
            let gone = lane.iter().map(|turn| turn.item);
            self.aside.extend(gone.filter(|id| is_aside(*id)));
            lane.retain(|turn| !is_aside(turn.item));
        }
        let gone = self.silent.iter().copied();
        self.aside.extend(gone.filter(|id| is_aside(*id)));
        self.silent.retain(|id| !is_aside(*id));
    }
}
