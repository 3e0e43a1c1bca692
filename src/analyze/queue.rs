//! What can be begun: the open work, what each piece waits for, what it would free, and what comes first.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::analyze::below;
use crate::analyze::completion::Completion;
use crate::analyze::priority;
use crate::analyze::progress::{Progress, is_counted};
use crate::analyze::readiness::Needs;
use crate::analyze::schedule::Schedule;
use crate::analyze::sprint::Sprint;
use crate::analyze::turn::{MOST_BEHIND, Queue, Turn};
use crate::model::date::Date;
use crate::model::item::Item;
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::movement::Change;
use crate::model::plan::Plan;
use crate::model::status::Status;

/// What a queue is made from.
pub struct Grounds<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The day that counts as today.
    pub today: Date,
    /// What must come before what.
    pub schedule: &'a Schedule,
    /// What is finished.
    pub completion: &'a [Completion],
    /// How far each item is.
    pub progress: &'a [Progress],
    /// The sprints.
    pub sprints: &'a [Option<Sprint>],
    /// For each phase the earlier ones that are not finished.
    pub unfinished: &'a BTreeMap<ItemId, Vec<ItemId>>,
}

impl Grounds<'_> {
    /// The queue of this plan.
    pub fn queue(&self) -> Queue {
        let work: Vec<ItemId> = self.work();
        let states = |id: &ItemId| self.plan.item(*id).status() != Status::Unknown;
        let all = self.plan.items().map(|(id, _)| id);
        let is_unstated = !all.filter(|id| self.is_work(*id)).any(|id| states(&id));
        let (aside, work): (Vec<ItemId>, Vec<ItemId>) =
            work.into_iter().partition(|id| self.is_over(*id));
        let (work, silent): (Vec<ItemId>, Vec<ItemId>) =
            work.into_iter().partition(|id| is_unstated || states(id));
        let mut queue = Queue {
            aside,
            silent,
            is_unstated,
            ..Queue::default()
        };
        let needs = Needs::new(self.plan, self.schedule, self.completion);
        let now = self.now();
        for id in work {
            let turn = self.turn(id, needs.of(id), &now);
            self.lane(&mut queue, &turn).push(turn);
        }
        self.free(&mut queue);
        queue.begun.sort_by_cached_key(|turn| self.place(turn));
        queue.ready.sort_by_cached_key(|turn| self.place(turn));
        queue
    }

    /// Open pieces of work, in the order of the plan.
    fn work(&self) -> Vec<ItemId> {
        let open = |id: &ItemId| self.completion[id.0 as usize] != Completion::Finished;
        let is_part = |part: &ItemId| {
            let item = self.plan.item(*part);
            open(part) && item.kind.level().is_some() && is_counted(item)
        };
        let ids = self.plan.items().map(|(id, _)| id);
        ids.filter(|id| self.is_work(*id) && open(id))
            .filter(|id| !self.plan.children(*id).iter().any(is_part))
            .collect()
    }

    fn is_work(&self, id: ItemId) -> bool {
        let item = self.plan.item(id);
        matches!(item.kind, Kind::Task | Kind::Story | Kind::Feature) && is_counted(item)
    }

    /// Whether it is a part of something that is complete or dropped by its own word.
    fn is_over(&self, id: ItemId) -> bool {
        let above = below::above(self.plan, id).into_iter();
        let mut states = above.map(|whole| self.plan.item(whole).status());
        states.any(|status| matches!(status, Status::Done | Status::Dropped))
    }

    fn turn(&self, id: ItemId, needs: Vec<ItemId>, now: &BTreeSet<ItemId>) -> Turn {
        let above = below::above(self.plan, id);
        let nearest = |states: &dyn Fn(&Item) -> bool| {
            let mut all = std::iter::once(id).chain(above.iter().copied());
            all.find(|id| states(self.plan.item(*id)))
        };
        let phase = above.iter().find_map(|id| self.unfinished.get(id));
        Turn {
            item: id,
            needs,
            early: phase.cloned().unwrap_or_default(),
            frees: Vec::new(),
            behind: 0,
            is_now: now.contains(&id) || above.iter().any(|id| now.contains(id)),
            continues: above.first().copied().filter(|whole| self.is_begun(*whole)),
            priority: nearest(&|item| item.priority.is_some()),
            due: nearest(&|item| item.due.as_ref().is_some_and(|due| due.value.day.is_some())),
        }
    }

    fn lane<'q>(&self, queue: &'q mut Queue, turn: &Turn) -> &'q mut Vec<Turn> {
        let status = self.plan.item(turn.item).status();
        let is_stopped = |id: &ItemId| self.plan.item(*id).kind == Kind::Blocker;
        if status == Status::Blocked || turn.needs.iter().any(is_stopped) {
            &mut queue.blocked
        } else if !turn.needs.is_empty() {
            &mut queue.waiting
        } else if status == Status::Active {
            &mut queue.begun
        } else if !turn.early.is_empty() {
            &mut queue.early
        } else {
            &mut queue.ready
        }
    }

    /// Gives what can be begun what it would free.
    fn free(&self, queue: &mut Queue) {
        let mut freed: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
        for turn in &queue.waiting {
            if let ([need], true) = (&turn.needs[..], turn.early.is_empty()) {
                freed.entry(*need).or_default().push(turn.item);
            }
        }
        let waits = |turns: &[Turn]| turns.iter().map(|turn| turn.item).collect::<Vec<_>>();
        let open = [&queue.waiting, &queue.blocked, &queue.early];
        let open: FxHashSet<ItemId> = open.into_iter().flat_map(|turns| waits(turns)).collect();
        let waiting = self.waiting();
        let turns = queue.begun.par_iter_mut().chain(&mut queue.ready);
        turns.for_each(|turn| {
            turn.frees = freed.get(&turn.item).cloned().unwrap_or_default();
            turn.behind = self.behind(turn.item, &waiting, &open);
        });
    }

    /// What waits for each item, by its number.
    fn waiting(&self) -> Vec<Vec<ItemId>> {
        let mut waiting = vec![Vec::new(); self.plan.len()];
        for (id, _) in self.plan.items() {
            for need in self.schedule.needs(id) {
                waiting[need.0 as usize].push(id);
            }
        }
        waiting
    }

    /// How much open work waits for an item: what waits for it, for what it is a part of, and for that in turn.
    fn behind(&self, id: ItemId, waiting: &[Vec<ItemId>], open: &FxHashSet<ItemId>) -> usize {
        let mut known = FxHashSet::from_iter([id]);
        let mut next = VecDeque::from([id]);
        let mut count = 0;
        while let Some(at) = next.pop_front().filter(|_| known.len() < MOST_BEHIND) {
            count += usize::from(open.contains(&at));
            let own = waiting[at.0 as usize].iter().copied();
            let of_wholes = below::above(self.plan, at).into_iter();
            let of_wholes = of_wholes.flat_map(|whole| waiting[whole.0 as usize].iter().copied());
            let parts = self.plan.children(at).iter().copied();
            let parts = parts.filter(|_| at != id);
            for other in own.chain(of_wholes).chain(parts) {
                if known.insert(other) {
                    next.push_back(other);
                }
            }
        }
        count
    }

    /// Whether some of an item is done, or its own word says that it is in progress.
    fn is_begun(&self, id: ItemId) -> bool {
        let tally = self.progress[id.0 as usize].tally;
        self.plan.item(id).status() == Status::Active || tally.is_some_and(|tally| tally.done > 0)
    }

    /// What the sprint and the week that run have taken up.
    fn now(&self) -> BTreeSet<ItemId> {
        let runs = |id: &ItemId| self.runs(*id);
        let members = self.plan.items().filter_map(|(id, item)| {
            let sprint = item.sprint.as_ref().and_then(|sprint| sprint.to)?;
            runs(&sprint).then_some(id)
        });
        let sheets = self.plan.of_kind(Kind::Sprint).filter(|(id, _)| runs(id));
        let moved = sheets.flat_map(|(_, sheet)| &sheet.movements);
        let moved = moved.filter(|moved| matches!(moved.change, Change::Entered | Change::Carried));
        members
            .chain(moved.filter_map(|moved| moved.item.to))
            .collect()
    }

    fn runs(&self, id: ItemId) -> bool {
        let item = self.plan.item(id);
        let start = item.start.as_ref().and_then(|start| start.value.day);
        let Some(sprint) = &self.sprints[id.0 as usize] else {
            return false;
        };
        // A week's sheet often states no first day: it is that of its week.
        let start = start.or_else(|| {
            sprint
                .end
                .filter(|_| sprint.is_week)
                .map(|end| end.week().monday())
        });
        match (start, sprint.end) {
            _ if sprint.finished => false,
            (Some(start), Some(end)) => start <= self.today && self.today <= end,
            _ => item.status() == Status::Active,
        }
    }

    /// What decides which comes first: its turn, the sprint that runs, priority, rank, date, what waits behind it, and
    /// whether it goes on with something.
    fn place(&self, turn: &Turn) -> impl Ord + use<> {
        let plan = self.plan;
        let priority = turn.priority.and_then(|id| {
            let said = plan.item(id).priority.as_ref()?;
            priority::level(&said.value)
        });
        let due = turn
            .due
            .and_then(|id| plan.item(id).due.as_ref()?.value.day);
        let rank = plan.item(turn.item).rank.as_ref();
        let rank = rank.and_then(|said| rank_number(&said.value));
        (
            !turn.early.is_empty(),
            !turn.is_now,
            priority.unwrap_or(priority::UNSTATED),
            (rank.is_none(), rank),
            (due.is_none(), due),
            Reverse(turn.behind),
            turn.continues.is_none(),
            turn.item,
        )
    }
}

/// The number of a rank: `3`, `#3`, `3.`.
fn rank_number(raw: &str) -> Option<u64> {
    let digits = raw.trim().trim_start_matches('#').trim_end_matches('.');
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::completion::completion;
    use crate::analyze::phases::unfinished_before;
    use crate::analyze::progress::progress;
    use crate::analyze::sample::{Sample, date, id};
    use crate::analyze::sprint::sprints;

    fn of(sample: Sample) -> Queue {
        let plan = sample.plan();
        let today = date("2026-01-29");
        let progress = progress(&plan);
        let completion = completion(&plan, &progress);
        let grounds = Grounds {
            plan: &plan,
            today,
            schedule: &Schedule::new(&plan),
            completion: &completion,
            progress: &progress,
            sprints: &sprints(&plan, today),
            unfinished: &unfinished_before(&plan, &completion),
        };
        grounds.queue()
    }

    fn items(turns: &[Turn]) -> Vec<ItemId> {
        turns.iter().map(|turn| turn.item).collect()
    }

    fn phase(number: &str) -> Sample {
        Sample::default().add(Kind::Phase, number)
    }

    #[test]
    fn work_stands_where_its_needs_put_it() {
        let queue = of(phase("1")
            .task(0, Status::Active)
            .task(0, Status::Planned)
            .needs(1)
            .task(0, Status::Planned)
            .task(0, Status::Blocked)
            .task(0, Status::Done)
            .task(0, Status::Unknown));
        assert_eq!(items(&queue.begun), [id(1)]);
        assert_eq!(items(&queue.waiting), [id(2)]);
        assert_eq!(items(&queue.ready), [id(3)]);
        assert_eq!(items(&queue.blocked), [id(4)]);
        assert_eq!((queue.silent, queue.is_unstated), (vec![id(6)], false));
        assert_eq!(
            (&queue.begun[0].frees, queue.begun[0].behind),
            (&vec![id(2)], 1)
        );
    }

    #[test]
    fn a_later_phase_waits_for_its_turn() {
        let queue = of(phase("1")
            .task(0, Status::Planned)
            .add(Kind::Phase, "2")
            .task(2, Status::Planned)
            .task(2, Status::Active));
        assert_eq!(
            (items(&queue.ready), items(&queue.early)),
            (vec![id(1)], vec![id(3)])
        );
        assert_eq!(
            (items(&queue.begun), &queue.begun[0].early),
            (vec![id(4)], &vec![id(0)])
        );
    }

    #[test]
    fn what_frees_more_comes_first() {
        let queue = of(phase("1")
            .task(0, Status::Planned)
            .task(0, Status::Planned)
            .task(0, Status::Planned)
            .needs(2));
        assert_eq!(items(&queue.ready), [id(2), id(1)]);
    }

    #[test]
    fn what_goes_on_comes_before_what_is_new() {
        let story = |plan: Sample| plan.add(Kind::Story, "S");
        let plan = story(story(Sample::default()).task(0, Status::Planned))
            .task(2, Status::Done)
            .task(2, Status::Planned);
        assert_eq!(items(&of(plan).ready), [id(4), id(1)]);
    }

    #[test]
    fn what_is_over_holds_no_work() {
        let mut queue = of(phase("1").is(Status::Done).task(0, Status::Planned));
        assert_eq!((items(&queue.ready), &queue.aside), (vec![], &vec![id(1)]));
        queue = of(phase("1").task(0, Status::Active));
        queue.set_aside(|at| at == id(1));
        assert_eq!((items(&queue.begun), queue.aside), (vec![], vec![id(1)]));
    }

    #[test]
    fn stories_without_tasks_are_work_and_silence_is_not_begun() {
        let queue = of(Sample::default()
            .add(Kind::Feature, "F")
            .add(Kind::Story, "S")
            .under(0));
        assert_eq!(
            (items(&queue.ready), queue.is_unstated),
            (vec![id(1)], true)
        );
    }
}
