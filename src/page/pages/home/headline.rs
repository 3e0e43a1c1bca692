//! The first sentence of the overview: where the plan stands, in words that are true.

use std::fmt::Display;

use crate::edition::entry::Entry;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::calendar::{distance, full, long_day};
use crate::page::figure::{self, number};
use crate::page::name;
use crate::page::noun;
use crate::page::pages::home::course::{Course, FEW};
use crate::page::words::capital;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, forms, key};

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
                words: Some(Markup::text(
                    &book.tongue.say("Nothing of this plan is open yet."),
                )),
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

/// Words that stay in one line.
fn together(words: &str) -> Markup {
    Markup::html(format!("<span class=\"nb\">{}</span>", escape(words)))
}

/// That all of a kind are complete.
fn all_complete(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Phase => forms(
            "The phase is complete.",
            "All {spelled} phases are complete.",
        ),
        Kind::Milestone => forms(
            "The milestone is complete.",
            "All {spelled} milestones are complete.",
        ),
        _ => forms(
            "The feature is complete.",
            "All {spelled} features are complete.",
        ),
    }
}

struct Teller<'a> {
    book: &'a Book,
    course: &'a Course,
}

impl<'a> Teller<'a> {
    fn stops(&self) -> impl Iterator<Item = &'a Entry> {
        let book = self.book;
        self.course.stops.iter().map(move |at| book.item(*at))
    }

    fn tongue(&self) -> &'a Tongue {
        &self.book.tongue
    }

    /// With its id where that has a letter: a title alone can read like a part of the sentence.
    fn called(&self, item: &Entry) -> Markup {
        let id = item.id.as_deref().unwrap_or_default();
        let name = match id.contains(char::is_alphabetic) {
            true => name::short(item),
            false => name::called(self.tongue(), item),
        };
        Markup::text(&self.tongue().part(&name))
    }

    fn today(&self) -> Date {
        self.book.edition.as_of
    }

    /// A dated milestone that is late or at risk: the current one first.
    fn troubled(&self) -> Option<Markup> {
        let item = self.in_trouble()?;
        let due = Markup::text(&long_day(self.tongue(), item.due_day()?, self.today()));
        let parts = [("title", &self.called(item)), ("date", &due)];
        Some(match health(item) {
            "late" => self
                .tongue()
                .mark("{title} is *late*: it was due {date}.", &parts),
            _ => self
                .tongue()
                .mark("{title} is *at risk* for {date}.", &parts),
        })
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
        let tongue = self.tongue();
        let share = together(&figure::share(
            tongue,
            done,
            &noun::count(tongue, all.count(), kind),
        ));
        let active = together(&tongue.tell("{active} are in progress", &[("active", &active)]));
        (!is_one).then(|| {
            tongue.mark_count(
                done,
                "{share} is complete, {active}.",
                "{share} are complete, {active}.",
                &[("share", &share), ("active", &active)],
            )
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
        let (one, many) = match item.state() {
            Status::Active => forms(
                "{title} is in progress: {share} is complete.",
                "{title} is in progress: {share} are complete.",
            ),
            Status::Blocked => forms(
                "{title} is blocked: {share} is complete.",
                "{title} is blocked: {share} are complete.",
            ),
            _ => forms(
                "{title} is under way: {share} is complete.",
                "{title} is under way: {share} are complete.",
            ),
        };
        let tongue = self.tongue();
        let all = noun::count(tongue, tally.of as usize, leaves);
        let share = together(&figure::share(tongue, tally.done, &all));
        let parts = [("title", &self.called(item)), ("share", &share)];
        Some(tongue.mark_count(tally.done as usize, one, many, &parts))
    }

    fn next(&self) -> Option<(Date, &'a Entry)> {
        let today = self.today();
        let open = self
            .stops()
            .filter(|item| !matches!(item.state(), Status::Done | Status::Dropped))
            .filter(|item| health(item) != "done");
        let dated =
            open.filter_map(|item| Some((item.due_day().filter(|due| *due >= today)?, item)));
        dated.min_by_key(|(due, _)| *due)
    }

    fn next_date(&self) -> Option<Markup> {
        let (due, item) = self.next()?;
        let today = self.today();
        let tongue = self.tongue();
        let distance = together(&distance(tongue, due, today));
        let date = together(&long_day(tongue, due, today));
        Some(tongue.mark(
            "{title} is due {distance}, on {date}.",
            &[
                ("title", &self.called(item)),
                ("distance", &distance),
                ("date", &date),
            ],
        ))
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
            let spelled = number(self.tongue(), dated.len());
            Markup::text(&self.tongue().count(
                dated.len(),
                "The due date has passed; no status is stated.",
                "All {spelled} due dates have passed; no status is stated.",
                &[("spelled", &spelled)],
            ))
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
            let (one, many) = all_complete(kind);
            let spelled = number(self.tongue(), count);
            let parts: [(&str, &dyn Display); 1] = [("spelled", &spelled)];
            Markup::text(&self.tongue().count(count, one, many, &parts))
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
        let tongue = self.tongue();
        let all = noun::count(tongue, states.len(), *kind);
        let share = figure::share(tongue, done, &all);
        Some(Markup::text(&tongue.count(
            done,
            "{share} is complete.",
            "{share} are complete.",
            &[("share", &share)],
        )))
    }

    fn nothing(&self) -> Option<Markup> {
        let is_empty = self.book.edition.items.is_empty();
        is_empty.then(|| Markup::text(&self.tongue().say("No plan item is written yet.")))
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
        Some(self.tongue().count(
            read.documents,
            "One document was read; it holds no item, so there is no progress, date or status to show.",
            "{number} documents were read; none of them holds an item, so there is no progress, date or status to show.",
            &[],
        ))
    }

    /// Why the headline says what it says, where it is about trouble.
    fn reason(&self) -> Option<String> {
        let health = self.in_trouble()?.health.as_ref()?;
        Some(badge::reason(self.tongue(), health))
    }

    /// What is being worked on below the current one, if that is one thing or two.
    fn working(&self) -> Option<String> {
        let current = self.course.current_item()?;
        let parts = self.book.item(current).children.iter();
        let active: Vec<String> = parts
            .map(|at| self.book.item(*at))
            .filter(|item| item.kind == Kind::Task && item.state() == Status::Active)
            .map(|item| name::called(self.tongue(), item))
            .collect();
        let names = self.tongue().list(&active);
        matches!(active.len(), 1 | 2).then(|| {
            self.tongue().count(
                active.len(),
                "{names} is being worked on.",
                "{names} are being worked on.",
                &[("names", &names)],
            )
        })
    }

    fn ahead(&self) -> Option<String> {
        // The headline says it already where nothing stands before it.
        if self.troubled().is_none() && self.under_way().is_none() {
            let rest = self.stops().filter(|item| item.due_day().is_some()).count();
            let last = self.stops().filter_map(Entry::due_day).max()?;
            let kind = self.stops().next()?.kind;
            let items = capital(&noun::spelled(self.tongue(), rest, kind));
            let parts: [(&str, &dyn Display); 2] =
                [("items", &items), ("date", &full(self.tongue(), last))];
            return (rest > 1 && self.next().is_some()).then(|| {
                self.tongue()
                    .tell("{items} follow each other until {date}.", &parts)
            });
        }
        let (due, item) = self.next()?;
        let today = self.today();
        let tongue = self.tongue();
        let words = match health(item) {
            "on track" => key("{title} is on track: it is due {distance}, on {date}."),
            _ => key("{title} is due {distance}, on {date}."),
        };
        Some(tongue.tell(
            words,
            &[
                ("title", &name::called(tongue, item)),
                ("distance", &distance(tongue, due, today)),
                ("date", &long_day(tongue, due, today)),
            ],
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
            let words = match has_tasks {
                true => key("No status is written yet, so progress and health are unknown."),
                false => {
                    key("No status and no task is written yet, so progress and health are unknown.")
                }
            };
            return Some(self.tongue().say(words).into_owned());
        }
        let is_dated = self.stops().any(|item| item.due.is_some());
        let current = self.course.current_item().map(|at| self.book.item(at));
        let is_open = |item: &&Entry| item.due.is_none() && health(item) == "unknown";
        let is_one = self.troubled().is_none() && self.many_under_way().is_none();
        match (is_dated, current.filter(is_open).filter(|_| is_one)) {
            (false, _) => Some(self.tongue().say("No due date is written.").into_owned()),
            (true, None) => None,
            (true, Some(item)) => Some(self.tongue().tell(
                "{title} has no due date, so whether it will hold is unknown.",
                &[("title", &name::called(self.tongue(), item))],
            )),
        }
    }

    fn stuck(&self) -> Option<String> {
        let blocked = &self.book.views.blocked;
        let tasks = blocked
            .iter()
            .filter(|at| self.book.item(**at).kind == Kind::Task)
            .count();
        let spelled = capital(&number(self.tongue(), tasks));
        (tasks > 0).then(|| {
            self.tongue().count(
                tasks,
                "One task is blocked.",
                "{spelled} tasks are blocked.",
                &[("spelled", &spelled)],
            )
        })
    }
}
