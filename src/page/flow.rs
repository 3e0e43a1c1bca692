//! What became of the work of one week or sprint in the next: what was carried over, done, left, and what came in.

use std::collections::BTreeSet;

use crate::model::movement::Change;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::tale::{Fact, Tale, Thing, fact};

/// How something went from one to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Way {
    /// It was in the one before and was finished.
    Done,
    /// It was in the one before and is in this one.
    Carried,
    /// It was in the one before and was taken out.
    Left,
    /// It was in the one before, and nothing tells what became of it.
    Silent,
    /// It came in, and the sheet says so or the list shows it.
    Entered,
    /// It is in this one, and nothing tells how it came.
    Unsaid,
    /// It came in and went out again.
    Passed,
}

/// One thing on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub thing: Thing,
    /// How it went.
    pub way: Way,
    /// Whether it is in this one and cannot go on.
    pub is_blocked: bool,
    /// Whether it is in this one and was finished there.
    pub is_done: bool,
}

/// What went from one week or sprint into the next.
#[derive(Debug)]
pub struct Flow {
    /// The one before.
    pub before: Option<usize>,
    /// Everything that was in either, in the order in which it is named.
    pub steps: Vec<Step>,
}

impl Way {
    /// Whether it is in this week or sprint.
    pub fn is_here(self) -> bool {
        matches!(self, Self::Carried | Self::Entered | Self::Unsaid)
    }

    /// Whether it was in the one before.
    pub fn was_there(self) -> bool {
        matches!(self, Self::Done | Self::Carried | Self::Left | Self::Silent)
    }
}

impl Flow {
    /// Of the week or the sprint at this position; nothing where nothing is known of what is in it.
    pub fn new(book: &Book, at: usize) -> Option<Self> {
        let items = &book.edition.items;
        if !book.rounds.is_told(items, at) {
            return None;
        }
        let before = book.rounds.before(items, at);
        let earlier = before.and_then(|before| book.rounds.before(items, before));
        let round = |at| Tale::new(book, at);
        let rounds = [earlier.map(round), before.map(round)];
        let facts = |item| Fact::new(book, item);
        let here = round(at);
        let mut steps = steps(&rounds, &here, &facts);
        if let Some(after) = book.rounds.after(items, at).map(round) {
            finished_there(&mut steps, &here, &after, &facts);
        }
        Some(Self { before, steps })
    }

    /// How many went this way.
    pub fn count(&self, is: impl Fn(&Step) -> bool) -> usize {
        self.steps.iter().filter(|step| is(step)).count()
    }

    /// What is in this week or sprint.
    pub fn here(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.way.is_here())
    }
}

/// A sheet is often the first to tell that something was done in the week before it.
fn finished_there(steps: &mut [Step], here: &Tale, after: &Tale, facts: &dyn Fn(usize) -> Fact) {
    for step in steps.iter_mut().filter(|step| step.way.is_here()) {
        let fact = fact(&step.thing, facts);
        let goes_on = after.holds(&step.thing, Some(here), fact);
        if after.says(&step.thing, Change::Done) && !goes_on {
            (step.is_done, step.is_blocked) = (true, false);
        }
    }
}

/// What became of something that was in the one before and is not in this one.
fn fate(here: &Tale, before: &Tale, thing: &Thing, fact: Fact) -> Way {
    let is_later = fact
        .done
        .zip(here.end)
        .is_some_and(|(done, end)| done > end);
    let moved = fact.sprint.filter(|at| *at != before.at && *at != here.at);
    if here.says(thing, Change::Left) {
        Way::Left
    } else if here.says(thing, Change::Done)
        || before.says(thing, Change::Done)
        || fact.state == Status::Done && !is_later
    {
        Way::Done
    } else if fact.state == Status::Dropped || moved.is_some() && !here.is_week {
        Way::Left
    } else {
        Way::Silent
    }
}

/// Everything that was in the one before or is in this one; the first of the two is the one before that.
fn steps(
    [earlier, before]: &[Option<Tale>; 2],
    here: &Tale,
    facts: &dyn Fn(usize) -> Fact,
) -> Vec<Step> {
    let was = before
        .as_ref()
        .map(|before| before.contents(earlier.as_ref(), facts));
    let was: BTreeSet<&Thing> = was.into_iter().flatten().collect();
    let is: BTreeSet<&Thing> = here.contents(before.as_ref(), facts).into_iter().collect();
    let mut order: Vec<&Thing> = before.iter().flat_map(|before| &before.order).collect();
    let new = here.order.iter().filter(|thing| !was.contains(thing));
    order.retain(|thing| was.contains(thing));
    order.extend(new);
    let way = |thing: &Thing| match (was.contains(thing), is.contains(thing)) {
        (true, true) => Some(Way::Carried),
        (true, false) => {
            let before = before.as_ref()?;
            Some(fate(here, before, thing, fact(thing, facts)))
        }
        (false, true) if here.says(thing, Change::Entered) => Some(Way::Entered),
        // A list shows what came in beside the list before it; without that it shows nothing.
        (false, true) if !here.said.contains_key(thing) && before.is_some() => Some(Way::Entered),
        (false, true) => Some(Way::Unsaid),
        (false, false) => here.says(thing, Change::Entered).then_some(Way::Passed),
    };
    let step = |thing: &Thing| {
        let (way, fact) = (way(thing)?, fact(thing, facts));
        Some(Step {
            thing: thing.clone(),
            way,
            is_blocked: way.is_here() && here.is_blocked(thing, fact),
            is_done: way.is_here() && here.is_done(thing, fact),
        })
    };
    order.into_iter().filter_map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::date::Date;
    use Change::{Blocked, Carried, Done, Entered, Left};

    fn week(number: u32, said: &[(usize, Change)]) -> Tale {
        let monday = Date::new(2026, 5, number * 7 - 3);
        let mut round = Tale {
            at: 100 + number as usize,
            start: monday,
            end: monday.map(|day| day.plus_days(6)),
            is_over: true,
            is_week: true,
            ..Tale::default()
        };
        for (item, change) in said {
            round.say(Thing::Item(*item), *change);
        }
        round
    }

    fn sprint(number: u32, members: &[usize]) -> Tale {
        let mut round = Tale {
            is_week: false,
            ..week(number, &[])
        };
        members.iter().for_each(|member| round.list(*member));
        round
    }

    fn told(before: Tale, here: &Tale, facts: &dyn Fn(usize) -> Fact) -> Vec<(usize, Way)> {
        let steps = steps(&[None, Some(before)], here, facts).into_iter();
        let told = steps.map(|step| match step.thing {
            Thing::Item(at) => (at, step.way),
            Thing::Words(_) => (usize::MAX, step.way),
        });
        told.collect()
    }

    fn nothing(_: usize) -> Fact {
        Fact::default()
    }

    fn done_on(day: u32) -> Fact {
        Fact {
            state: Status::Done,
            done: Date::new(2026, 5, day),
            ..Fact::default()
        }
    }

    #[test]
    fn sheets_say_what_became_of_the_week_before() {
        let before = week(
            1,
            &[
                (1, Entered),
                (2, Entered),
                (3, Carried),
                (4, Blocked),
                (5, Entered),
            ],
        );
        let here = week(
            2,
            &[
                (1, Done),
                (2, Left),
                (3, Carried),
                (4, Blocked),
                (6, Entered),
            ],
        );
        let wanted = [
            (1, Way::Done),
            (2, Way::Left),
            (3, Way::Carried),
            (4, Way::Carried),
            (5, Way::Silent),
            (6, Way::Entered),
        ];
        assert_eq!(told(before, &here, &nothing), wanted);
    }

    #[test]
    fn what_was_done_on_a_day_was_done_in_its_week() {
        let here = || week(2, &[(1, Done)]);
        let before = || week(1, &[(1, Entered)]);
        let told = |day| told(before(), &here(), &move |_| done_on(day));
        assert_eq!(told(9), [(1, Way::Done)]);
        assert_eq!(told(12), [(1, Way::Carried)]);
    }

    #[test]
    fn the_balance_adds_up_where_a_sheet_tells_half() {
        let before = week(1, &[(1, Entered), (2, Entered), (2, Done)]);
        let here = week(
            2,
            &[
                (3, Carried),
                (4, Blocked),
                (5, Entered),
                (5, Left),
                (6, Left),
            ],
        );
        let told = told(before, &here, &nothing);
        let wanted = [
            (1, Way::Silent),
            (2, Way::Done),
            (3, Way::Unsaid),
            (4, Way::Unsaid),
            (5, Way::Passed),
        ];
        assert_eq!(told, wanted);
    }

    #[test]
    fn lists_of_sprints_tell_it_too() {
        let facts = |at| match at {
            1 => done_on(8),
            3 => Fact {
                sprint: Some(109),
                ..Fact::default()
            },
            4 => Fact {
                state: Status::Dropped,
                ..Fact::default()
            },
            _ => Fact::default(),
        };
        let wanted = [
            (1, Way::Done),
            (2, Way::Carried),
            (3, Way::Left),
            (4, Way::Left),
            (5, Way::Silent),
            (6, Way::Entered),
        ];
        let before = sprint(1, &[1, 2, 3, 5]);
        let mut before_with_dropped = before;
        before_with_dropped.say(Thing::Item(4), Entered);
        let mut told = told(before_with_dropped, &sprint(2, &[2, 6]), &facts);
        told.sort_unstable();
        assert_eq!(told, wanted);
        let alone = steps(&[None, None], &sprint(2, &[2]), &nothing);
        assert_eq!(alone[0].way, Way::Unsaid);
    }

    #[test]
    fn what_the_next_sheet_calls_done_was_done_here() {
        let here = week(1, &[(1, Blocked), (2, Entered)]);
        let mut told = steps(&[None, None], &here, &nothing);
        finished_there(
            &mut told,
            &here,
            &week(2, &[(1, Done), (2, Carried)]),
            &nothing,
        );
        let done = |at: usize| (told[at].is_done, told[at].is_blocked);
        assert_eq!((done(0), done(1)), ((true, false), (false, false)));
    }

    #[test]
    fn what_is_blocked_is_open_and_said_or_seen() {
        let stuck = |_| Fact {
            is_stuck: true,
            ..Fact::default()
        };
        let blocked = |here: &Tale, facts: &dyn Fn(usize) -> Fact| {
            let steps = steps(&[None, None], here, facts);
            steps.iter().filter(|step| step.is_blocked).count()
        };
        let mut now = week(2, &[(1, Entered)]);
        assert_eq!(blocked(&now, &stuck), 0);
        now.is_over = false;
        assert_eq!(blocked(&now, &stuck), 1);
        let said = week(2, &[(1, Blocked)]);
        assert_eq!(blocked(&said, &nothing), 1);
        assert_eq!(blocked(&week(2, &[(1, Blocked), (1, Done)]), &nothing), 0);
    }
}
