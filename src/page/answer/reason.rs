//! Why a piece of work can be begun, and why it comes where it comes, in words.

use serde::Serialize;

use crate::analyze::turn::{MOST_BEHIND, Queue, Turn};
use crate::edition::entry::{Entry, Lead};
use crate::model::key::ItemId;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::name;
use crate::page::words::{distance, list, long_day};

/// So many are named.
const NAMED: usize = 3;

/// Why it is ready, and why it comes where it comes.
#[derive(Clone, Debug, Serialize)]
pub struct Why {
    /// Why nothing stands in its way, and what nobody knows.
    pub ready: Vec<String>,
    /// What puts it where it stands in the list.
    pub first: Vec<String>,
}

impl Why {
    /// Of this turn.
    pub fn new(book: &Book, queue: &Queue, turn: &Turn) -> Self {
        let told = Telling {
            book,
            turn,
            item: book.item(position(turn.item)),
        };
        Self {
            ready: told.ready(queue.is_unstated),
            first: told.first(),
        }
    }
}

/// The position of an item in the edition.
pub fn position(id: ItemId) -> usize {
    id.0 as usize
}

/// Names of some items: "A, B and 3 more".
pub fn names(book: &Book, items: &[usize]) -> String {
    let named = items.iter().take(NAMED);
    let mut named: Vec<String> = named.map(|at| name::short(book.item(*at))).collect();
    if items.len() > NAMED {
        named.push(format!("{} more", items.len() - NAMED));
    }
    list(&named)
}

/// What an item is a part of, the nearest first.
pub fn above(book: &Book, at: usize) -> Vec<usize> {
    let mut path: Vec<usize> = Vec::new();
    let mut next = book.item(at).parent_item();
    while let Some(parent) =
        next.filter(|parent| *parent != at && !path.contains(parent) && path.len() < 32)
    {
        path.push(parent);
        next = book.item(parent).parent_item();
    }
    path
}

struct Telling<'a> {
    book: &'a Book,
    turn: &'a Turn,
    item: &'a Entry,
}

impl Telling<'_> {
    fn ready(&self, is_unstated: bool) -> Vec<String> {
        let silent = is_unstated
            .then(|| "no status is written in this plan: it counts as not begun".to_string());
        let parts = [
            self.done(),
            self.outside(),
            self.lost(),
            self.parts(),
            self.phase(),
            silent,
        ];
        parts.into_iter().flatten().collect()
    }

    fn leads(&self, fits: impl Fn(&Lead) -> bool) -> Vec<&Lead> {
        let leads = self.item.depends_on.iter();
        leads.filter(|lead| fits(lead)).collect()
    }

    fn done(&self) -> Option<String> {
        let mut done: Vec<usize> = self
            .item
            .depends_on
            .iter()
            .filter_map(|lead| lead.to)
            .collect();
        done.dedup();
        match done.len() {
            0 if self.item.depends_on.is_empty() => Some("it depends on nothing".into()),
            0 => None,
            1 => Some(format!(
                "what it depends on is complete: {}",
                names(self.book, &done)
            )),
            _ => Some(format!(
                "all it depends on is complete: {}",
                names(self.book, &done)
            )),
        }
    }

    fn outside(&self) -> Option<String> {
        let leads = self.leads(|lead| lead.external);
        let raw: Vec<String> = leads
            .iter()
            .take(NAMED)
            .map(|lead| lead.raw.clone())
            .collect();
        (!raw.is_empty()).then(|| {
            format!(
                "it needs {} from outside the plan, of which nothing is known here",
                list(&raw)
            )
        })
    }

    fn lost(&self) -> Option<String> {
        let leads = self.leads(|lead| lead.to.is_none() && !lead.external);
        let raw: Vec<String> = leads
            .iter()
            .take(NAMED)
            .map(|lead| format!("“{}”", lead.raw))
            .collect();
        (!raw.is_empty()).then(|| format!("it names {}, which the plan does not hold", list(&raw)))
    }

    /// Its parts are finished, and it is not.
    fn parts(&self) -> Option<String> {
        let parts = self.item.children.iter();
        let work = parts.filter(|at| self.book.item(**at).kind.level().is_some());
        let left = self.item.criteria.iter();
        let left = left.filter(|condition| condition.done == Some(false));
        match (work.count(), left.count()) {
            (0, _) => None,
            (_, 0) => Some("its parts are complete".into()),
            (_, left) => Some(format!(
                "its parts are complete, and {left} of its criteria are open"
            )),
        }
    }

    fn phase(&self) -> Option<String> {
        if !self.turn.early.is_empty() {
            let early: Vec<usize> = self.turn.early.iter().copied().map(position).collect();
            let are = if early.len() == 1 { "is" } else { "are" };
            return Some(format!(
                "it was begun before its turn: {} {are} not complete",
                names(self.book, &early)
            ));
        }
        let above = above(self.book, position(self.turn.item));
        let phase = above
            .iter()
            .find(|at| self.book.item(**at).kind == Kind::Phase)?;
        let phase = self.book.item(*phase);
        let called = match &phase.id {
            Some(id) => format!("phase {}", id.trim_start_matches("Phase ")),
            None => format!("phase “{}”", name::title(phase)),
        };
        Some(format!("{called} is open"))
    }

    fn first(&self) -> Vec<String> {
        let is_begun = self.item.state() == Status::Active;
        let begun = is_begun.then(|| "it is in progress".to_string());
        let now = self
            .turn
            .is_now
            .then(|| "the sprint or the week that runs has taken it up".to_string());
        let rank = self.item.rank.as_ref();
        let rank = rank.map(|said| format!("rank {}", said.raw));
        let parts = [
            begun,
            now,
            self.priority(),
            rank,
            self.due(),
            self.frees(),
            self.behind(),
            self.continues().filter(|_| !is_begun),
        ];
        let all: Vec<String> = parts.into_iter().flatten().collect();
        match all.is_empty() {
            true => vec!["the order of the plan".into()],
            false => all,
        }
    }

    /// Whose word it is, where it is not the item's own.
    fn of(&self, id: ItemId) -> String {
        match id == self.turn.item {
            true => String::new(),
            false => format!(" of {}", name::short(self.book.item(position(id)))),
        }
    }

    fn priority(&self) -> Option<String> {
        let id = self.turn.priority?;
        let said = self.book.item(position(id)).priority.as_ref()?;
        Some(format!("priority {}{}", said.raw, self.of(id)))
    }

    fn due(&self) -> Option<String> {
        let id = self.turn.due?;
        let day = self.book.item(position(id)).due_day()?;
        let today = self.book.edition.as_of;
        let words = format!("{}, {}", long_day(day, today), distance(day, today));
        Some(match id == self.turn.item {
            true => format!("due {words}"),
            false => format!(
                "{} is due {words}",
                name::short(self.book.item(position(id)))
            ),
        })
    }

    fn frees(&self) -> Option<String> {
        let frees: Vec<usize> = self.turn.frees.iter().copied().map(position).collect();
        (!frees.is_empty()).then(|| format!("it frees {}", names(self.book, &frees)))
    }

    fn continues(&self) -> Option<String> {
        let whole = self.book.item(position(self.turn.continues?));
        Some(format!("{} is under way", name::short(whole)))
    }

    fn behind(&self) -> Option<String> {
        match self.turn.behind {
            0 => None,
            count if count <= self.turn.frees.len() => None,
            count if count >= MOST_BEHIND => {
                Some(format!("{MOST_BEHIND} or more wait behind it in the end"))
            }
            1 => Some("one waits behind it in the end".into()),
            count => Some(format!("{count} wait behind it in the end")),
        }
    }
}
