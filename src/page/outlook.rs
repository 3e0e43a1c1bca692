//! The sentence over phases, milestones or features: how many there are, how they stand, and what is next.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::tally::Tally;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::{distance, long_day};
use crate::page::figure::{self, number};
use crate::page::name;
use crate::page::noun::{count, spelled};
use crate::page::stance::{SAID, Said};
use crate::page::words::capital;
use crate::theme::tongue::{Tongue, key};

/// What the sentence is made from: one of the list.
#[derive(Clone, Debug)]
struct Told {
    name: String,
    /// The style of its state.
    style: &'static str,
    due: Option<Date>,
    tally: Option<Tally>,
}

/// The whole list.
struct Outlook<'a> {
    tongue: &'a Tongue,
    kind: Kind,
    list: Vec<Told>,
    /// How many parts they have together, and of which kind, where that is known of all.
    leaves: Option<(u32, Kind)>,
    /// Whether all others wait for the only one that is under way.
    waits: bool,
    today: Date,
}

/// The sentence over a list of one kind.
pub fn outlook(book: &Book, kind: Kind, items: &[usize]) -> String {
    let told = items.iter().map(|at| told(book.item(*at))).collect();
    let outlook = Outlook {
        tongue: &book.tongue,
        kind,
        list: told,
        leaves: leaves(book, items),
        waits: false,
        today: book.edition.as_of,
    };
    let waits = outlook
        .only("doing")
        .is_some_and(|at| all_wait(book, kind, items, items[at]));
    Outlook { waits, ..outlook }.sentence()
}

fn told(item: &Entry) -> Told {
    let style = badge::style(item);
    let tally = item.progress.as_ref().and_then(|progress| progress.tally);
    let tally = tally.filter(|tally| tally.of > 0);
    let is_complete = tally.is_some_and(|tally| tally.done == tally.of);
    Told {
        name: name::title(item),
        // What says nothing of itself and has nothing left to do is complete.
        style: match style {
            "unknown" if is_complete => "done",
            style => style,
        },
        due: item.due_day(),
        tally,
    }
}

/// How many tasks, or stories, these have together; nothing where they hold one another.
pub fn leaves(book: &Book, items: &[usize]) -> Option<(u32, Kind)> {
    let mut sum = 0;
    let mut kind = None;
    for at in items {
        let item = book.item(*at);
        let progress = item.progress.as_ref()?;
        let tally = progress.tally.filter(|_| !progress.counts_hidden)?;
        let is_inner = item
            .parent_item()
            .is_some_and(|above| book.item(above).kind == item.kind);
        if is_inner || *kind.get_or_insert(progress.leaves?) != progress.leaves? {
            return None;
        }
        sum += tally.of;
    }
    kind.map(|kind| (sum, kind)).filter(|(sum, _)| *sum > 0)
}

/// Whether all of a list that are not `first` wait for it: themselves, or by what is below them.
fn all_wait(book: &Book, kind: Kind, items: &[usize], first: usize) -> bool {
    let mut behind: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (at, item) in book.edition.items.iter().enumerate() {
        for lead in &item.depends_on {
            let ends = (
                within(book, at, kind),
                lead.to.map(|to| within(book, to, kind)),
            );
            if let (Some(from), Some(Some(to))) = ends {
                behind.entry(to).or_default().insert(from);
            }
        }
    }
    let mut known = BTreeSet::from([first]);
    let mut open = vec![first];
    while let Some(at) = open.pop() {
        let next = behind.get(&at).into_iter().flatten();
        open.extend(next.filter(|next| known.insert(**next)));
    }
    items.iter().all(|at| known.contains(at))
}

/// The item of a kind that an item is, or is a part of.
fn within(book: &Book, at: usize, kind: Kind) -> Option<usize> {
    let mut here = at;
    for _ in 0..8 {
        if book.item(here).kind == kind {
            return Some(here);
        }
        here = book.item(here).parent_item()?;
    }
    None
}

impl Outlook<'_> {
    fn sentence(&self) -> String {
        let told = [Some(self.standing()), self.next()];
        told.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// "Three phases, 13 tasks".
    fn so_many(&self) -> String {
        let all = capital(&spelled(self.tongue, self.list.len(), self.kind));
        let leaves = self.leaves;
        let leaves = leaves.map(|(leaves, kind)| count(self.tongue, leaves as usize, kind));
        let told: Vec<String> = std::iter::once(all).chain(leaves).collect();
        self.tongue.row(&told)
    }

    /// The only one in a state.
    fn only(&self, style: &str) -> Option<usize> {
        let mut found = (0..self.list.len()).filter(|at| self.list[*at].style == style);
        found.next().filter(|_| found.next().is_none())
    }

    /// The one that is under way, where all others are planned and wait for it.
    fn is_waited_for(&self) -> Option<usize> {
        let is_open = |told: &Told| matches!(told.style, "doing" | "planned");
        let only = self.only("doing").filter(|_| self.waits);
        only.filter(|_| self.list.len() > 1 && self.list.iter().all(is_open))
    }

    fn standing(&self) -> String {
        let items = self.so_many();
        if let [one] = &self.list[..] {
            let said = SAID.iter().find(|said| said.style == one.style);
            let parts: [(&str, &dyn Display); 2] = [("items", &items), ("name", &one.name)];
            return said.map_or(items.clone(), |said| self.tongue.tell(said.named, &parts));
        }
        if let Some(at) = self.is_waited_for() {
            let words = match self.list.len() {
                2 => key("{items}: {name} is in progress, the other waits for it."),
                _ => key("{items}: {name} is in progress, the others wait for it."),
            };
            let parts: [(&str, &dyn Display); 2] =
                [("items", &items), ("name", &self.list[at].name)];
            return self.tongue.tell(words, &parts);
        }
        self.figures(&items).unwrap_or_else(|| self.counts(&items))
    }

    /// Where no status is written at all, figures speak, if there are any.
    fn figures(&self, items: &str) -> Option<String> {
        let is_written = |told: &Told| !matches!(told.style, "unknown" | "done");
        let open = || self.list.iter().filter(|told| told.style == "unknown");
        let silent = open().filter(|told| told.tally.is_none()).count();
        if self.list.iter().any(is_written) || open().count() == silent {
            return None;
        }
        let tongue = self.tongue;
        let done = self.list.len() - open().count();
        let parts: [(&str, &dyn Display); 3] = [
            ("items", &items),
            ("spelled", &number(tongue, done)),
            ("silent", &number(tongue, silent)),
        ];
        Some(match (done, silent) {
            (0, 0) => tongue.tell("{items}; none is complete.", &parts),
            (0, _) => tongue.tell(
                "{items}; none is complete, of {silent} nothing is known.",
                &parts,
            ),
            (done, 0) => tongue.count(
                done,
                "{items}; one is complete.",
                "{items}; {spelled} are complete.",
                &parts,
            ),
            (done, _) => tongue.count(
                done,
                "{items}; one is complete, of {silent} nothing is known.",
                "{items}; {spelled} are complete, of {silent} nothing is known.",
                &parts,
            ),
        })
    }

    /// "; six are complete, one is in progress".
    fn counts(&self, items: &str) -> String {
        let groups = SAID.iter().filter_map(|said| {
            let those = self.list.iter().filter(|told| told.style == said.style);
            Some((said, those.count())).filter(|(_, number)| *number > 0)
        });
        let groups: Vec<(&Said, usize)> = groups.collect();
        if let [(said, count)] = groups[..]
            && count == self.list.len()
        {
            return self.tongue.tell(said.all, &[("items", &items)]);
        }
        // The only one under way is named here, if not in the next sentence.
        let begun = self.only("doing").map(|at| &self.list[at]);
        let begun = begun.filter(|told| told.due.is_none());
        let words =
            groups.iter().map(
                |(said, count)| match begun.filter(|_| said.style == "doing") {
                    Some(told) => self.tongue.tell(said.one, &[("name", &told.name)]),
                    None => {
                        let spelled = number(self.tongue, *count);
                        let (one, many) = said.some;
                        self.tongue
                            .count(*count, one, many, &[("spelled", &spelled)])
                    }
                },
            );
        let parts = self.tongue.row(&words.collect::<Vec<_>>());
        let parts: [(&str, &dyn Display); 2] = [("head", &items), ("next", &parts)];
        self.tongue.tell("{head}; {next}.", &parts)
    }

    /// What is under way or due next, if more is known of it.
    fn next(&self) -> Option<String> {
        let open: Vec<&Told> = self
            .list
            .iter()
            .filter(|told| !matches!(told.style, "done" | "left"))
            .collect();
        let dated = || open.iter().filter_map(|told| Some((told.due?, *told)));
        let begun = self.only("doing").map(|at| &self.list[at]);
        let begun = begun.and_then(|told| Some((told.due?, told)));
        let is_known = |told: &Told| told.style != "unknown" || told.tally.is_some();
        let late = || {
            dated()
                .filter(|(_, told)| is_known(told))
                .min_by_key(|(due, _)| *due)
        };
        let coming = || {
            let coming = dated().filter(|(due, _)| *due >= self.today);
            coming.min_by_key(|(due, _)| *due)
        };
        let late = late().filter(|(due, _)| *due < self.today);
        match begun.or(late).or_else(coming) {
            Some((due, told)) if self.list.len() == 1 => Some(self.due(due, None, told.tally)),
            Some((due, told)) => Some(self.due(due, Some(&told.name), told.tally)),
            None => self.all_passed(&open),
        }
    }

    fn due(&self, due: Date, name: Option<&str>, tally: Option<Tally>) -> String {
        let tongue = self.tongue;
        let percent = tally.and_then(Tally::percent);
        let parts: [(&str, &dyn Display); 4] = [
            ("name", &name.unwrap_or_default()),
            ("date", &long_day(tongue, due, self.today)),
            ("distance", &distance(tongue, due, self.today)),
            (
                "percent",
                &figure::percent(tongue, percent.unwrap_or_default()),
            ),
        ];
        let words = match (percent, name, due.cmp(&self.today)) {
            (Some(_), None, Ordering::Less) => key("It was due {date} and is {percent} complete."),
            (Some(_), None, _) => key("It is due {date} and is {percent} complete."),
            (Some(_), Some(_), _) => key("{name}, due {date}, is {percent} complete."),
            (None, None, Ordering::Less) => key("It was due {date}."),
            (None, None, Ordering::Equal) => key("It is due today."),
            (None, None, _) => key("It is due {distance}, on {date}."),
            (None, Some(_), Ordering::Less) => key("{name} was due {date}."),
            (None, Some(_), Ordering::Equal) => key("{name} is due today."),
            (None, Some(_), _) => key("{name} is due {distance}, on {date}."),
        };
        tongue.tell(words, &parts)
    }

    /// Where nothing is known but dates, and these are over.
    fn all_passed(&self, open: &[&Told]) -> Option<String> {
        let tongue = self.tongue;
        let dates = open.iter().filter(|told| told.due.is_some()).count();
        let words = match (dates, open.len()) {
            (0, _) => return None,
            (1, 1) => key("Its due date has passed."),
            (1, _) => key("The only due date has passed."),
            (2, 2) => key("Both due dates have passed."),
            (dates, _) => {
                let spelled = number(tongue, dates);
                return Some(tongue.count(
                    dates,
                    "The only due date has passed.",
                    "All {spelled} due dates have passed.",
                    &[("spelled", &spelled)],
                ));
            }
        };
        Some(tongue.say(words).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::iso(text).unwrap()
    }

    fn one(name: &str, style: &'static str, due: Option<&str>, tally: Option<(u32, u32)>) -> Told {
        Told {
            name: name.into(),
            style,
            due: due.map(date),
            tally: tally.map(|(done, of)| Tally { done, of }),
        }
    }

    fn said(kind: Kind, list: Vec<Told>, waits: bool) -> String {
        let english = Tongue::english();
        let outlook = Outlook {
            tongue: &english,
            kind,
            list,
            leaves: None,
            waits,
            today: date("2026-04-10"),
        };
        outlook.sentence()
    }

    #[test]
    fn others_wait_only_where_they_do() {
        let list = || {
            vec![
                one("Foundation", "doing", None, Some((1, 5))),
                one("Core", "planned", None, Some((0, 4))),
                one("Production", "planned", None, Some((0, 4))),
            ]
        };
        assert_eq!(
            said(Kind::Phase, list(), true),
            "Three phases: Foundation is in progress, the others wait for it."
        );
        let mut dated = list();
        dated[0].due = Some(date("2026-04-30"));
        assert_eq!(
            said(Kind::Phase, dated, true),
            "Three phases: Foundation is in progress, the others wait for it. Foundation, due 30 April, is 20% complete."
        );
        assert_eq!(
            said(Kind::Phase, list(), false),
            "Three phases; Foundation is in progress, two are planned."
        );
    }

    #[test]
    fn figures_speak_where_no_status_is_written() {
        let list = vec![
            one("Keel", "done", Some("2025-07-04"), Some((48, 48))),
            one("Helm", "unknown", Some("2026-03-13"), Some((27, 54))),
            one("Anchor", "unknown", Some("2026-06-05"), Some((0, 50))),
        ];
        assert_eq!(
            said(Kind::Milestone, list, false),
            "Three milestones; one is complete. Helm, due 13 March, is 50% complete."
        );
    }

    #[test]
    fn what_is_not_known_is_said() {
        let list = |due: &'static str| {
            vec![
                one("The Engine", "unknown", Some("2026-03-01"), None),
                one("The Hull", "unknown", Some(due), None),
            ]
        };
        assert_eq!(
            said(Kind::Milestone, list("2026-04-17"), false),
            "Two milestones; no status is stated. The Hull is due in 7 days, on 17 April."
        );
        assert_eq!(
            said(Kind::Milestone, list("2026-03-17"), false),
            "Two milestones; no status is stated. Both due dates have passed."
        );
        let some = vec![
            one("A", "unknown", None, Some((1, 3))),
            one("B", "unknown", None, None),
        ];
        assert_eq!(
            said(Kind::Feature, some, false),
            "Two features; none is complete, of one nothing is known."
        );
        let mixed = vec![
            one("A", "done", None, None),
            one("B", "unknown", None, None),
            one("C", "left", None, None),
        ];
        assert_eq!(
            said(Kind::Feature, mixed, false),
            "Three features; one is complete, one has no status, one is dropped."
        );
    }

    #[test]
    fn one_is_named() {
        let list = vec![one("Foundation", "planned", Some("2026-04-01"), None)];
        assert_eq!(
            said(Kind::Phase, list, false),
            "One phase: Foundation is planned. It was due 1 April."
        );
        let list = vec![one("A", "done", None, None), one("B", "done", None, None)];
        assert_eq!(
            said(Kind::Phase, list, false),
            "Two phases; all are complete."
        );
    }
}
