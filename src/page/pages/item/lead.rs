//! The sentence under the title of an item: what its author says that it is for, else what its figures say.

use crate::edition::entry::{Entry, Fact as Stated, Readiness};
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::model::tally::Tally;
use crate::page::decision;
use crate::page::name;
use crate::page::pages::item::risks::is_open;
use crate::page::pages::item::telling::Telling;
use crate::page::term::term;
use crate::page::words::{amount, count, distance, first_sentence, list, long_day, many, several};

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
        let day = long_day(decision::date(self.item)?, today);
        let word = decision::word(self.item);
        let is_word = !word.contains(char::is_whitespace) && !is_open(self.item);
        is_word.then(|| format!("{word} on {day}."))
    }

    /// What of it is being worked on or blocked.
    fn under_way(&self) -> Option<String> {
        let progress = self.item.progress.as_ref()?;
        let leaves = progress.leaves.filter(|_| progress.tally.is_some())?;
        let is_or_are = |number: u32| if number == 1 { "is" } else { "are" };
        let count = |number: u32| count(number as usize, leaves);
        let (active, blocked) = (progress.active, progress.blocked);
        match (active, blocked) {
            (0, 0) => None,
            (0, some) => Some(format!("{} {} blocked.", count(some), is_or_are(some))),
            (some, 0) => Some(format!("{} {} in progress.", count(some), is_or_are(some))),
            (some, more) => Some(format!(
                "{} {} in progress, {more} {} blocked.",
                count(some),
                is_or_are(some),
                is_or_are(more)
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
        is_held.then(|| match held.len() {
            1 | 2 => format!("It holds up {}.", list(&titles.collect::<Vec<_>>())),
            more => format!("It holds up {more} items."),
        })
    }

    fn figures_said(&self) -> Option<String> {
        let progress = self.item.progress.as_ref();
        let declared = progress.and_then(|progress| progress.declared.as_ref());
        let counted = progress.and_then(|progress| progress.tally.zip(progress.leaves));
        if let Some((tally, leaves)) = counted.filter(|(tally, _)| tally.of > 0) {
            return Some(complete(tally, leaves));
        }
        if let Some(declared) = declared.map(|declared| declared.value) {
            let Tally { done, of } = declared;
            return Some(format!("Its document declares {done} of {of} complete."));
        }
        if self.item.kind == Kind::Sprint {
            let committed = self.item.committed.as_ref()?.value;
            let completed = self.item.completed.as_ref()?.value;
            let (done, of) = (amount(completed), amount(committed));
            return Some(format!("{done} of {of} that were committed are complete."));
        }
        met(self.item.checks.filter(|checks| checks.of > 0)?)
    }

    fn days_said(&self) -> Option<String> {
        let today = self.book.edition.as_of;
        if let Some((start, end)) = term(self.item).filter(|_| self.item.kind == Kind::Sprint) {
            let (first, last) = (long_day(start, today), long_day(end, today));
            return Some(match end < today {
                true => format!("It ran from {first} to {last}."),
                false => format!("It runs from {first} to {last}."),
            });
        }
        let done = self.item.done.as_ref().and_then(|said| said.value.day);
        if let Some(done) = done.filter(|_| self.item.state() == Status::Done) {
            return Some(finished(self.item, &long_day(done, today)));
        }
        // The note below tells the days of what has one.
        let is_told = self.item.health.is_some();
        let due = self
            .item
            .due_day()
            .filter(|_| is_open(self.item) && !is_told)?;
        let (when, day) = (distance(due, today), long_day(due, today));
        Some(match (due < today, self.item.kind) {
            (true, _) => format!("It was due {when}, on {day}."),
            (false, Kind::Decision) => format!("It is needed {when}, on {day}."),
            (false, _) => format!("It is due {when}, on {day}."),
        })
    }

    fn waits(&self) -> Option<String> {
        let Some(Readiness::Waiting(needs)) = &self.item.readiness else {
            return None;
        };
        let titles = needs.iter().map(|at| name::title(self.book.item(*at)));
        Some(match needs.len() {
            0 => return None,
            1 | 2 => format!("It waits for {}.", list(&titles.collect::<Vec<_>>())),
            more => format!("It waits for {more} others."),
        })
    }

    fn awaited(&self) -> Option<String> {
        let waiting = self.item.waiting.iter();
        let waiting = waiting.filter(|at| is_open(self.book.item(**at))).count();
        let is_awaited = is_open(self.item) && self.item.kind.level().is_some();
        (is_awaited && waiting > 0).then(|| match waiting {
            1 => "One open item waits for it.".to_string(),
            more => format!("{more} open items wait for it."),
        })
    }

    fn planned_for(&self) -> Option<String> {
        let sprint = self.item.sprint.as_ref()?.to?;
        let sprint = name::spoken(self.book.item(sprint));
        Some(match self.item.state() {
            Status::Done => format!("It was done in {sprint}."),
            Status::Dropped => return None,
            _ => format!("It is planned for {sprint}."),
        })
    }
}

/// "4 of 10 tasks are complete."
fn complete(tally: Tally, leaves: Kind) -> String {
    match (tally.done, tally.of) {
        (1, 1) => format!("Its one {} is complete.", leaves.name()),
        (0, 1) => format!("Its one {} is not complete yet.", leaves.name()),
        (2, 2) => format!("Both {} are complete.", many(leaves)),
        (done, of) if done == of => format!("All {of} {} are complete.", many(leaves)),
        (0, of) => format!("None of its {of} {} is complete yet.", many(leaves)),
        (1, of) => format!("1 of {of} {} is complete.", many(leaves)),
        (done, of) => format!("{done} of {of} {} are complete.", many(leaves)),
    }
}

/// "3 of 4 criteria are met."
fn met(checks: Tally) -> Option<String> {
    Some(match (checks.done, checks.of) {
        (_, 0) => return None,
        (1, 1) => "Its one criterion is met.".into(),
        (0, 1) => "Its one criterion is not met yet.".into(),
        (done, of) if done == of => format!("All {of} criteria are met."),
        (0, of) => format!("None of its {of} criteria is met yet."),
        (1, of) => format!("1 of {of} criteria is met."),
        (done, of) => format!("{done} of {of} criteria are met."),
    })
}

/// "It was finished on 8 April, 12 days after its due date."
fn finished(item: &Entry, day: &str) -> String {
    let done = item.done.as_ref().and_then(|said| said.value.day);
    let far = done.zip(item.due_day());
    let far = far.map(|(done, due)| done.days_since(due));
    let days = |far: i64| several(usize::try_from(far.abs()).unwrap_or_default(), "day");
    match far {
        Some(0) => format!("It was finished on {day}, its due date."),
        Some(far) if far > 0 => {
            format!(
                "It was finished on {day}, {} after its due date.",
                days(far)
            )
        }
        Some(far) => format!(
            "It was finished on {day}, {} before its due date.",
            days(far)
        ),
        None => format!("It was finished on {day}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_said_as_one_says_them() {
        let said = |done, of| complete(Tally { done, of }, Kind::Task);
        assert_eq!(said(4, 10), "4 of 10 tasks are complete.");
        assert_eq!(said(1, 10), "1 of 10 tasks is complete.");
        assert_eq!(said(0, 2), "None of its 2 tasks is complete yet.");
        assert_eq!(said(2, 2), "Both tasks are complete.");
        assert_eq!(said(3, 3), "All 3 tasks are complete.");
        assert_eq!(said(1, 1), "Its one task is complete.");
        let met = |done, of| met(Tally { done, of });
        assert_eq!(met(3, 4).as_deref(), Some("3 of 4 criteria are met."));
        assert_eq!(met(0, 0), None);
    }
}
