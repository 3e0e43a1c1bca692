//! The first sentence of the overview: where the plan stands, in words that are true.

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::home::course::{Course, FEW};
use crate::page::words::{capital, count, distance, list, long_day, many, number};
use crate::theme::markup::{Markup, escape};

/// What the overview begins with.
pub struct Headline {
    /// The sentence; none where no sentence is true of this plan.
    pub words: Option<Markup>,
    /// What else is known, and what cannot be known.
    pub lead: Option<String>,
}

impl Headline {
    /// Of this plan.
    pub fn new(book: &Book, course: &Course) -> Self {
        let edition = &book.edition;
        if edition.items.is_empty() && !edition.audience.sees_all() {
            return Self {
                words: Some(Markup::text("Nothing of this plan is open yet.")),
                lead: None,
            };
        }
        let told = Teller { book, course };
        let words = told
            .troubled()
            .or_else(|| told.many_under_way())
            .or_else(|| told.under_way())
            .or_else(|| told.next_date())
            .or_else(|| told.passed())
            .or_else(|| told.complete())
            .or_else(|| told.overall())
            .or_else(|| told.nothing());
        let lead = told.lead();
        Self {
            words,
            lead: (!lead.is_empty()).then(|| lead.join(" ")),
        }
    }
}

/// The word for how an item stands.
fn health(item: &Entry) -> &'static str {
    item.health
        .as_ref()
        .map_or("unknown", |health| health.value)
}

/// As many that are under way are told of together.
const SEVERAL: usize = 4;

struct Teller<'a> {
    book: &'a Book,
    course: &'a Course,
}

impl<'a> Teller<'a> {
    fn stops(&self) -> impl Iterator<Item = &'a Entry> {
        let book = self.book;
        self.course.stops.iter().map(move |at| book.item(*at))
    }

    fn today(&self) -> Date {
        self.book.edition.as_of
    }

    /// A dated milestone that is late or at risk: the current one first.
    fn troubled(&self) -> Option<Markup> {
        let item = self.in_trouble()?;
        let due = long_day(item.due_day()?, self.today());
        let title = escape(&name::spoken(item)).into_owned();
        Some(Markup::html(match health(item) {
            "late" => format!("{title} is <em>late</em>: it was due {due}."),
            _ => format!("{title} is <em>at risk</em> for {due}."),
        }))
    }

    fn in_trouble(&self) -> Option<&'a Entry> {
        let is_in = |item: &&Entry| {
            let is_dated = item.kind == Kind::Milestone && item.due_day().is_some();
            is_dated && matches!(health(item), "late" | "at risk")
        };
        let current = self.course.current_item().map(|at| self.book.item(at));
        let late = || {
            self.stops()
                .filter(is_in)
                .find(|item| health(item) == "late")
        };
        current
            .filter(is_in)
            .or_else(late)
            .or_else(|| self.stops().find(is_in))
    }

    /// Several are under way: no one of them tells where the plan stands.
    fn many_under_way(&self) -> Option<Markup> {
        let all = self.stops().filter(|item| item.state() != Status::Dropped);
        let kind = self.stops().next()?.kind;
        let of = |status| self.stops().filter(|item| item.state() == status).count();
        let (done, active) = (of(Status::Done), of(Status::Active));
        let current = self.book.item(self.course.current_item()?);
        let is_one = active < SEVERAL || current.due_day().is_some();
        let are = if done == 1 { "is" } else { "are" };
        (!is_one).then(|| {
            Markup::html(format!(
                "<span class=\"nb\">{done} of {}</span> {} {are} complete, <span class=\"nb\">{active} are</span> in progress.",
                all.count(),
                many(kind)
            ))
        })
    }

    /// What is under way, and how far it is.
    fn under_way(&self) -> Option<Markup> {
        let item = self.book.item(self.course.current_item()?);
        let progress = item.progress.as_ref()?;
        let (tally, leaves) = (progress.tally?, progress.leaves?);
        let is_begun = item.state() == Status::Active || tally.done > 0;
        if !is_begun || tally.of == 0 {
            return None;
        }
        let title = escape(&name::spoken(item)).into_owned();
        let how = match item.state() {
            Status::Active => "in progress",
            Status::Blocked => "blocked",
            _ => "under way",
        };
        let noun = if tally.of == 1 {
            leaves.name()
        } else {
            many(leaves)
        };
        let are = if tally.done == 1 { "is" } else { "are" };
        Some(Markup::html(format!(
            "{title} is {how}: <span class=\"nb\">{} of {}</span> {noun} {are} complete.",
            tally.done, tally.of
        )))
    }

    fn next(&self) -> Option<(Date, &'a Entry)> {
        let today = self.today();
        let open = self
            .stops()
            .filter(|item| !matches!(item.state(), Status::Done | Status::Dropped));
        let dated =
            open.filter_map(|item| Some((item.due_day().filter(|due| *due >= today)?, item)));
        dated.min_by_key(|(due, _)| *due)
    }

    fn next_date(&self) -> Option<Markup> {
        let (due, item) = self.next()?;
        let today = self.today();
        Some(Markup::html(format!(
            "{} is due <span class=\"nb\">{},</span> <span class=\"nb\">on {}.</span>",
            escape(&name::spoken(item)),
            distance(due, today),
            long_day(due, today)
        )))
    }

    /// Every date has passed, and nothing says what became of it.
    fn passed(&self) -> Option<Markup> {
        let dated: Vec<&Entry> = self
            .stops()
            .filter(|item| item.due_day().is_some())
            .collect();
        let today = self.today();
        let all = |tells: &dyn Fn(&Entry) -> bool| {
            !dated.is_empty() && dated.iter().all(|item| tells(item))
        };
        let is_past = all(&|item| item.due_day().is_some_and(|due| due < today));
        let is_unknown = all(&|item| item.state() == Status::Unknown);
        (is_past && is_unknown).then(|| {
            let what = match dated.len() {
                1 => "The due date has".to_string(),
                count => format!("All {} due dates have", number(count)),
            };
            Markup::text(&format!("{what} passed; no status is stated."))
        })
    }

    fn complete(&self) -> Option<Markup> {
        let kind = self.stops().next()?.kind;
        let count = self.stops().count();
        // Four milestones that are reached say little beside ninety features that are not part of them.
        let is_apart = self.stops().all(|item| item.children.is_empty());
        let work = [Kind::Task, Kind::Story, Kind::Feature];
        let others = work.into_iter().filter(|other| *other != kind);
        let others = others.flat_map(|kind| self.book.of_kind(kind));
        if is_apart && others.count() > count * FEW {
            return None;
        }
        let is_done = self.stops().all(|item| item.state() == Status::Done);
        is_done.then(|| {
            Markup::text(&match count {
                1 => format!("The {} is complete.", kind.name()),
                count => format!("All {} {} are complete.", number(count), many(kind)),
            })
        })
    }

    /// How much of all work is done, where nothing is known of milestones and phases.
    fn overall(&self) -> Option<Markup> {
        let kinds = [Kind::Task, Kind::Story, Kind::Feature];
        let counted = |kind: Kind| -> Vec<Status> {
            let states = self.book.of_kind(kind).map(|(_, item)| item.state());
            states.filter(|state| *state != Status::Dropped).collect()
        };
        let rows = kinds.map(|kind| (kind, counted(kind)));
        let known = |states: &[Status]| {
            let known = states.iter().filter(|state| **state != Status::Unknown);
            known.count()
        };
        // What most is known of tells most: eight stories say little beside seven hundred features.
        let told = rows.iter().filter(|(_, states)| known(states) > 0);
        let (kind, states) = told.rev().max_by_key(|(_, states)| known(states))?;
        let done = states
            .iter()
            .filter(|state| **state == Status::Done)
            .count();
        let are = if done == 1 { "is" } else { "are" };
        let noun = if states.len() == 1 {
            kind.name()
        } else {
            many(*kind)
        };
        let words = format!("{done} of {} {noun} {are} complete.", states.len());
        Some(Markup::text(&words))
    }

    fn nothing(&self) -> Option<Markup> {
        let is_empty = self.book.edition.items.is_empty();
        is_empty.then(|| Markup::text("No plan item is written yet."))
    }

    // What else is known.

    fn lead(&self) -> Vec<String> {
        if self.book.edition.items.is_empty() {
            return self.documents().into_iter().collect();
        }
        let parts = [
            self.reason(),
            self.working(),
            self.ahead(),
            self.unknown(),
            self.stuck(),
        ];
        parts.into_iter().flatten().take(3).collect()
    }

    fn documents(&self) -> Option<String> {
        let read = self.book.edition.read.as_ref()?;
        let were = if read.documents == 1 {
            "One document was"
        } else {
            ""
        };
        Some(match were {
            "" => format!(
                "{} documents were read; none of them holds an item, so there is no progress, date or status to show.",
                read.documents
            ),
            one => format!(
                "{one} read; it holds no item, so there is no progress, date or status to show."
            ),
        })
    }

    /// Why the headline says what it says, where it is about trouble.
    fn reason(&self) -> Option<String> {
        let health = self.in_trouble()?.health.as_ref()?;
        Some(mark::sentence(&health.why))
    }

    /// What is being worked on below the current one, if that is one thing or two.
    fn working(&self) -> Option<String> {
        let current = self.course.current_item()?;
        let parts = self.book.item(current).children.iter();
        let active: Vec<String> = parts
            .map(|at| self.book.item(*at))
            .filter(|item| item.kind == Kind::Task && item.state() == Status::Active)
            .map(name::spoken)
            .collect();
        match active.len() {
            1 => Some(format!("{} is being worked on.", active[0])),
            2 => Some(format!("{} are being worked on.", list(&active))),
            _ => None,
        }
    }

    fn ahead(&self) -> Option<String> {
        // The headline says it already where nothing stands before it.
        if self.troubled().is_none() && self.under_way().is_none() {
            let rest = self.stops().filter(|item| item.due_day().is_some()).count();
            let last = self.stops().filter_map(Entry::due_day).max()?;
            let kind = self.stops().next()?.kind;
            return (rest > 1 && self.next().is_some()).then(|| {
                format!(
                    "{} {} follow each other until {}.",
                    capital(&number(rest)),
                    many(kind),
                    last.words()
                )
            });
        }
        let (due, item) = self.next()?;
        let today = self.today();
        Some(format!(
            "{} is due {}, on {}.",
            name::spoken(item),
            distance(due, today),
            long_day(due, today)
        ))
    }

    fn unknown(&self) -> Option<String> {
        let has_status = self
            .book
            .edition
            .items
            .iter()
            .any(|item| item.status.is_some());
        let has_tasks = self.book.of_kind(Kind::Task).next().is_some();
        if !has_status {
            let what = if has_tasks {
                "No status is"
            } else {
                "No status and no task is"
            };
            return Some(format!(
                "{what} written yet, so progress and health are unknown."
            ));
        }
        let is_dated = self.stops().any(|item| item.due.is_some());
        (!is_dated).then(|| "No due date is written.".to_string())
    }

    fn stuck(&self) -> Option<String> {
        let blocked = &self.book.views.blocked;
        let tasks = blocked
            .iter()
            .filter(|at| self.book.item(**at).kind == Kind::Task)
            .count();
        match tasks {
            0 => None,
            1 => Some("One task is blocked.".into()),
            several => {
                let words = count(several, Kind::Task).replacen(
                    &several.to_string(),
                    &capital(&number(several)),
                    1,
                );
                Some(format!("{words} are blocked."))
            }
        }
    }
}
