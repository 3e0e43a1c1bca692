//! The sentence under the title of an item: what its author says that it is for, else what its figures say.

use std::fmt::Display;

use crate::edition::entry::{Entry, Fact as Stated, Readiness};
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::page::calendar::{days, distance, long_day};
use crate::page::decision;
use crate::page::figure::{self, amount};
use crate::page::name;
use crate::page::noun::count;
use crate::page::pages::item::risks::is_open;
use crate::page::pages::item::telling::Telling;
use crate::page::term::term;
use crate::page::words::first_sentence;
use crate::theme::tongue::{Tongue, forms, key};

/// A lead is no longer than this.
const LEAD: usize = 280;

/// More sentences are no lead.
const SENTENCES: usize = 2;

/// Names under which an author says what something is for.
const GOALS: [&str; 7] = [
    "goal",
    "sprint goal",
    "objective",
    "theme",
    "summary",
    "user story",
    "story",
];

impl Telling<'_> {
    /// The words of a goal, or the first sentence of a description; else a sentence made from what is known.
    pub(super) fn lead(&self) -> Option<String> {
        if let Some(goal) = self.goal() {
            return Some(goal.raw.clone());
        }
        let described = self.item.fields.iter();
        let mut described = described.filter(|fact| fact.name.eq_ignore_ascii_case("description"));
        let description = described.next().and_then(|fact| first_sentence(&fact.raw));
        let description = description.map(str::to_string);
        // The sheet of a week has a sentence of its own.
        description.or_else(|| self.known().filter(|_| !self.item.is_week_sheet()))
    }

    pub(super) fn goal(&self) -> Option<&Stated> {
        GOALS.iter().find_map(|name| {
            let mut fields = self.item.fields.iter();
            fields.find(|fact| {
                let is_short = fact.raw.chars().count() <= LEAD;
                fact.name.eq_ignore_ascii_case(name) && is_short
            })
        })
    }

    fn known(&self) -> Option<String> {
        let told = [
            self.decided(),
            self.holding(),
            self.figures_said(),
            self.under_way(),
            self.days_said(),
            self.waits(),
            self.awaited(),
            self.planned_for(),
        ];
        let told: Vec<String> = told.into_iter().flatten().take(SENTENCES).collect();
        (!told.is_empty()).then(|| told.join(" "))
    }

    /// When a decision was made.
    fn decided(&self) -> Option<String> {
        if self.item.kind != Kind::Decision {
            return None;
        }
        let today = self.book.edition.as_of;
        let tongue = &self.book.tongue;
        let day = long_day(tongue, decision::date(self.item)?, today);
        let word = decision::word(tongue, self.item);
        let is_word = !word.contains(char::is_whitespace) && !is_open(self.item);
        is_word.then(|| tongue.tell("{word} on {day}.", &[("word", &word), ("day", &day)]))
    }

    /// What of it is being worked on or blocked.
    fn under_way(&self) -> Option<String> {
        let progress = self.item.progress.as_ref()?;
        let leaves = progress.leaves.filter(|_| progress.tally.is_some())?;
        let tongue = &self.book.tongue;
        let (active, blocked) = (progress.active as usize, progress.blocked as usize);
        let count = |number: usize| count(tongue, number, leaves);
        let (working, stopped) = (count(active), count(blocked));
        let stopped_too = figure::number(tongue, blocked);
        match (active, blocked) {
            (0, 0) => None,
            (0, some) => Some(tongue.count(
                some,
                "{items} is blocked.",
                "{items} are blocked.",
                &[("items", &stopped)],
            )),
            (some, 0) => Some(tongue.count(
                some,
                "{items} is in progress.",
                "{items} are in progress.",
                &[("items", &working)],
            )),
            (some, _) => Some(tongue.count(
                some,
                "{items} is in progress, {others} blocked.",
                "{items} are in progress, {others} blocked.",
                &[("items", &working), ("others", &stopped_too)],
            )),
        }
    }

    /// What an obstacle or an open decision holds up.
    fn holding(&self) -> Option<String> {
        let is_one = matches!(self.item.kind, Kind::Blocker | Kind::Decision);
        let held = self.item.blocks.iter().filter_map(|lead| lead.to);
        let mut held: Vec<usize> = held.filter(|at| is_open(self.book.item(*at))).collect();
        held.dedup();
        let titles = held.iter().map(|at| name::title(self.book.item(*at)));
        let is_held = is_one && is_open(self.item) && !held.is_empty();
        let tongue = &self.book.tongue;
        is_held.then(|| match held.len() {
            1 | 2 => {
                let items = tongue.list(&titles.collect::<Vec<_>>());
                tongue.tell("It holds up {items}.", &[("items", &items)])
            }
            more => tongue.count(
                more,
                "It holds up one item.",
                "It holds up {number} items.",
                &[],
            ),
        })
    }

    fn figures_said(&self) -> Option<String> {
        let progress = self.item.progress.as_ref();
        let declared = progress.and_then(|progress| progress.declared.as_ref());
        let counted = progress.and_then(|progress| progress.tally.zip(progress.leaves));
        if let Some((tally, leaves)) = counted.filter(|(tally, _)| tally.of > 0) {
            return Some(complete(&self.book.tongue, tally, leaves));
        }
        if let Some(declared) = declared.map(|declared| declared.value) {
            let parts: [(&str, &dyn Display); 2] = [("done", &declared.done), ("of", &declared.of)];
            let sentence = key("Its document declares {done} of {of} complete.");
            return Some(self.book.tongue.tell(sentence, &parts));
        }
        if self.item.kind == Kind::Sprint {
            let committed = self.item.committed.as_ref()?.value;
            let completed = self.item.completed.as_ref()?.value;
            let tongue = &self.book.tongue;
            let (done, of) = (amount(tongue, completed), amount(tongue, committed));
            let sentence = key("{done} of {of} that were committed are complete.");
            return Some(tongue.tell(sentence, &[("done", &done), ("of", &of)]));
        }
        met(
            &self.book.tongue,
            self.item.checks.filter(|checks| checks.of > 0)?,
        )
    }

    fn days_said(&self) -> Option<String> {
        let (today, tongue) = (self.book.edition.as_of, &self.book.tongue);
        if let Some((start, end)) = term(self.item).filter(|_| self.item.kind == Kind::Sprint) {
            let first = long_day(tongue, start, today);
            let last = long_day(tongue, end, today);
            let parts: [(&str, &dyn Display); 2] = [("first", &first), ("last", &last)];
            return Some(match end < today {
                true => tongue.tell("It ran from {first} to {last}.", &parts),
                false => tongue.tell("It runs from {first} to {last}.", &parts),
            });
        }
        let done = self.item.done.as_ref().and_then(|said| said.value.day);
        if let Some(done) = done.filter(|_| self.item.state() == Status::Done) {
            return Some(finished(tongue, self.item, &long_day(tongue, done, today)));
        }
        // The note below tells the days of what has one.
        let is_told = self.item.health.is_some();
        let due = self
            .item
            .due_day()
            .filter(|_| is_open(self.item) && !is_told)?;
        let when = distance(tongue, due, today);
        let day = long_day(tongue, due, today);
        let parts: [(&str, &dyn Display); 2] = [("distance", &when), ("date", &day)];
        Some(match (due < today, self.item.kind) {
            (true, _) => tongue.tell("It was due {distance}, on {date}.", &parts),
            (false, Kind::Decision) => tongue.tell("It is needed {distance}, on {date}.", &parts),
            (false, _) => tongue.tell("It is due {distance}, on {date}.", &parts),
        })
    }

    fn waits(&self) -> Option<String> {
        let Some(Readiness::Waiting(needs)) = &self.item.readiness else {
            return None;
        };
        let titles = needs.iter().map(|at| name::title(self.book.item(*at)));
        let tongue = &self.book.tongue;
        Some(match needs.len() {
            0 => return None,
            1 | 2 => {
                let items = tongue.list(&titles.collect::<Vec<_>>());
                tongue.tell("It waits for {items}.", &[("items", &items)])
            }
            more => tongue.count(
                more,
                "It waits for one other.",
                "It waits for {number} others.",
                &[],
            ),
        })
    }

    fn awaited(&self) -> Option<String> {
        let waiting = self.item.waiting.iter();
        let waiting = waiting.filter(|at| is_open(self.book.item(**at))).count();
        let is_awaited = is_open(self.item) && self.item.kind.level().is_some();
        (is_awaited && waiting > 0).then(|| {
            let (one, many) = forms(
                "One open item waits for it.",
                "{number} open items wait for it.",
            );
            self.book.tongue.count(waiting, one, many, &[])
        })
    }

    fn planned_for(&self) -> Option<String> {
        let sprint = self.item.sprint.as_ref()?.to?;
        let tongue = &self.book.tongue;
        let sprint = name::called(tongue, self.book.item(sprint));
        Some(match self.item.state() {
            Status::Done => tongue.tell("It was done in {sprint}.", &[("sprint", &sprint)]),
            Status::Dropped => return None,
            _ => tongue.tell("It is planned for {sprint}.", &[("sprint", &sprint)]),
        })
    }
}

/// "4 of 10 tasks are complete."
fn complete(tongue: &Tongue, tally: Tally, leaves: Kind) -> String {
    let items = count(tongue, tally.of as usize, leaves);
    let is_one = tally.done == 1 || tally.of == 1;
    tongue.count(
        if is_one { 1 } else { tally.done as usize },
        "{done} of {items} is complete.",
        "{done} of {items} are complete.",
        &[("done", &tally.done), ("items", &items)],
    )
}

/// "3 of 4 criteria are met."
fn met(tongue: &Tongue, checks: Tally) -> Option<String> {
    let parts: [(&str, &dyn Display); 2] = [("met", &checks.done), ("of", &checks.of)];
    Some(match (checks.done, checks.of) {
        (_, 0) => return None,
        (1, 1) => tongue.say("Its one criterion is met.").into_owned(),
        (0, 1) => tongue.say("Its one criterion is not met yet.").into_owned(),
        (done, of) if done == of => tongue.tell("All {of} criteria are met.", &parts),
        (0, _) => tongue.tell("None of its {of} criteria is met yet.", &parts),
        (done, _) => tongue.count(
            done as usize,
            "{met} of {of} criteria is met.",
            "{met} of {of} criteria are met.",
            &parts,
        ),
    })
}

/// "It was finished on 8 April, 12 days after its due date."
fn finished(tongue: &Tongue, item: &Entry, day: &str) -> String {
    let done = item.done.as_ref().and_then(|said| said.value.day);
    let far = done.zip(item.due_day());
    let far = far.map(|(done, due)| done.days_since(due));
    let far_days = days(tongue, far.map_or(0, i64::unsigned_abs) as usize);
    let parts: [(&str, &dyn Display); 2] = [("day", &day), ("days", &far_days)];
    match far {
        Some(0) => tongue.tell("It was finished on {day}, its due date.", &parts),
        Some(far) if far > 0 => tongue.tell(
            "It was finished on {day}, {days} after its due date.",
            &parts,
        ),
        Some(_) => tongue.tell(
            "It was finished on {day}, {days} before its due date.",
            &parts,
        ),
        None => tongue.tell("It was finished on {day}.", &parts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_said_as_one_says_them() {
        let tongue = Tongue::english();
        let said = |done, of| complete(&tongue, Tally { done, of }, Kind::Task);
        assert_eq!(said(4, 10), "4 of 10 tasks are complete.");
        assert_eq!(said(1, 10), "1 of 10 tasks is complete.");
        assert_eq!(said(0, 2), "0 of 2 tasks are complete.");
        assert_eq!(said(0, 1), "0 of 1 task is complete.");
        let met = |done, of| met(&tongue, Tally { done, of });
        assert_eq!(met(3, 4).as_deref(), Some("3 of 4 criteria are met."));
        assert_eq!(
            met(0, 2).as_deref(),
            Some("None of its 2 criteria is met yet.")
        );
        assert_eq!(met(0, 0), None);
    }
}
