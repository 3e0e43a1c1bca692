//! What enters next: what the next week or sprint names, then what can be begun; or why that is nothing.

use std::collections::BTreeSet;

use crate::edition::entry::Readiness;
use crate::model::movement::Change;
use crate::model::status::Status;
use crate::page::answer::archive::is_archived;
use crate::page::book::Book;
use crate::page::flow::Flow;
use crate::page::mark;
use crate::page::moves::of;
use crate::page::noun;
use crate::page::panels::panel::{Panel, ROWS, line};
use crate::page::round::called;
use crate::page::section::Line;
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

/// What comes in after a week or a sprint.
struct Ahead<'a> {
    book: &'a Book,
    from: &'a str,
    round: Option<usize>,
    /// The one that is written after it.
    after: Option<usize>,
    /// What is in it already.
    here: BTreeSet<usize>,
}

/// The panel on the page at `from`, beside this week or sprint. Nothing for a plan without work.
pub fn ahead(book: &Book, from: &str, round: Option<usize>) -> Option<Panel> {
    let after = round.and_then(|at| book.rounds.after(&book.edition.items, at));
    let ahead = Ahead {
        book,
        from,
        round,
        after,
        here: here(book, round),
    };
    let planned = ahead.planned();
    let ready: Vec<usize> = ahead.ready().filter(|at| !planned.contains(at)).collect();
    let all = planned.len() + ready.len();
    let panel = Panel::new("ahead", key("Enters next"));
    if all == 0 {
        let held: Vec<usize> = ahead.waiting().collect();
        let note = Some(Markup::text(&ahead.nothing(held.len())?));
        let waiting = held.iter().take(ROWS);
        let waiting: Vec<Line> = waiting.map(|at| ahead.holding(*at)).collect();
        return Some(match waiting.is_empty() {
            true => Panel { note, ..panel },
            false => Panel { note, ..panel }.rows("", waiting),
        });
    }
    let lines = planned.iter().map(|at| ahead.coming(*at));
    let lines = lines.chain(ready.iter().map(|at| ahead.beginning(*at)));
    Some(
        Panel {
            count: Some(all.to_string()),
            note: Some(ahead.note(planned.len(), all)),
            ..panel
        }
        .rows("", lines.take(ROWS).collect()),
    )
}

fn here(book: &Book, round: Option<usize>) -> BTreeSet<usize> {
    let flow = round.and_then(|at| Flow::new(book, at));
    let steps = flow.iter().flat_map(Flow::here);
    steps.filter_map(|step| step.thing.item()).collect()
}

impl Ahead<'_> {
    fn is_open(&self, at: usize) -> bool {
        let state = self.book.item(at).state();
        !self.here.contains(&at) && !matches!(state, Status::Done | Status::Dropped)
    }

    /// What the next one names, in its order.
    fn planned(&self) -> Vec<usize> {
        let Some(after) = self.after else {
            return Vec::new();
        };
        let moved = of(self.book.item(after), Change::Entered);
        let moved = moved.filter_map(|moved| moved.item.to);
        let all = moved.chain(self.book.rounds.members(after).iter().copied());
        let mut known = BTreeSet::new();
        all.filter(|at| self.is_open(*at) && known.insert(*at))
            .collect()
    }

    /// What can be begun, the most pressing first.
    fn ready(&self) -> impl Iterator<Item = usize> {
        let ready = self.book.edition.ready.iter().copied();
        ready.filter(|at| self.is_open(*at) && !is_archived(self.book.item(*at)))
    }

    fn coming(&self, at: usize) -> Line {
        let link = self.after.map(|after| {
            let words = called(&self.book.tongue, self.book.item(after));
            mark::anchor(&self.book.link(self.from, after), &words, "")
        });
        let end = link.map(|link| self.book.tongue.mark("in {week}", &[("week", &link)]));
        Line {
            end,
            ..line(self.book, self.from, at)
        }
    }

    fn beginning(&self, at: usize) -> Line {
        let priority = self.book.item(at).priority.as_ref();
        let priority = priority.map(|said| mark::priority(&said.raw));
        let ready = || Markup::text(&self.book.tongue.say("ready"));
        Line {
            end: Some(priority.unwrap_or_else(ready)),
            ..line(self.book, self.from, at)
        }
    }

    /// Work that is not taken up and cannot be begun.
    fn waiting(&self) -> impl Iterator<Item = usize> {
        let book = self.book;
        let work = book.views.board.into_iter();
        let work = work.flat_map(|kind| book.of_kind(kind));
        let held = work.filter(|(_, item)| {
            let is_held = matches!(
                item.readiness,
                Some(Readiness::Waiting(_) | Readiness::Blocked(_))
            );
            is_held && item.state() != Status::Active && !is_archived(item)
        });
        held.map(|(at, _)| at).filter(|at| self.is_open(*at))
    }

    fn holding(&self, at: usize) -> Line {
        let words = match self.book.views.is_blocked(at) {
            true => key("blocked"),
            false => key("waits"),
        };
        Line {
            end: Some(Markup::text(&self.book.tongue.say(words))),
            ..line(self.book, self.from, at)
        }
    }

    /// What the rows are, and how many there are in truth.
    fn note(&self, planned: usize, all: usize) -> Markup {
        let tongue = &self.book.tongue;
        let words = match (planned, self.round) {
            (0, Some(_)) => key("Nothing is planned for next yet; what is ready is shown."),
            (0, None) => key("What is ready to begin."),
            (some, _) if some == all => key("What the next plan names."),
            _ => key("What the next plan names, then what can be begun."),
        };
        let shown: [(&str, &dyn std::fmt::Display); 2] = [("shown", &ROWS), ("all", &all)];
        let some = (all > ROWS).then(|| tongue.tell("{shown} of {all} are shown.", &shown));
        let words = [Some(tongue.say(words).into_owned()), some];
        let words: Vec<String> = words.into_iter().flatten().collect();
        Markup::text(&words.join(" "))
    }

    /// Why nothing can be begun; nothing where no work is written.
    fn nothing(&self, held: usize) -> Option<String> {
        let (book, tongue) = (self.book, &self.book.tongue);
        let kind = book.views.board?;
        let work = || book.of_kind(kind).map(|(_, item)| item.state());
        let is_silent = work().all(|state| matches!(state, Status::Unknown | Status::Dropped));
        let is_done = work().all(|state| matches!(state, Status::Done | Status::Dropped));
        let words = match held {
            0 if is_silent => {
                key("Not known: no status is stated, so nothing tells what can be begun.")
            }
            0 if is_done => key("Nothing: all work is done."),
            0 => key("Nothing: all work that is written is done or taken up already."),
            _ => {
                let items = noun::count(tongue, held, kind);
                return Some(tongue.count(
                    held,
                    "Nothing is ready: {items} beside those taken up waits or is blocked.",
                    "Nothing is ready: {items} beside those taken up wait or are blocked.",
                    &[("items", &items)],
                ));
            }
        };
        Some(tongue.say(words).into_owned())
    }
}
