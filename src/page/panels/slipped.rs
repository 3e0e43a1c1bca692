//! What slipped: open work whose date has passed, and what the running week or sprint took over from the one before.

use crate::edition::entry::Entry;
use crate::model::movement::Change;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::calendar;
use crate::page::flow::{Flow, Way};
use crate::page::panels::panel::{Panel, ROWS, line};
use crate::page::round::called;
use crate::page::section::Line;
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

/// What was found, and what could have been.
struct Slips {
    late: Vec<usize>,
    /// Whether open work has dates that could have passed.
    is_dated: bool,
    /// How much open work has a date that has passed, and nothing tells whether it is done.
    silent: usize,
    carried: Vec<usize>,
    before: Option<usize>,
}

/// The panel on the page at `from`, beside this week or sprint; also where nothing slipped, and where that cannot be
/// known. Nothing for a plan without either.
pub fn slipped(book: &Book, from: &str, round: Option<usize>) -> Option<Panel> {
    let slips = Slips::new(book, round);
    let all = slips.late.len() + slips.carried.len();
    let panel = Panel::new("slipped", key("Slipped"));
    if all == 0 {
        let words = slips.none(book)?;
        return Some(Panel {
            note: Some(Markup::text(&words)),
            ..panel
        });
    }
    let late = slips.late.iter().map(|at| late(book, from, *at));
    let carried = slips.carried.iter();
    let carried = carried.map(|at| carried_over(book, from, *at, round));
    Some(
        Panel {
            count: Some(all.to_string()),
            note: (all > ROWS).then(|| {
                Markup::text(&book.tongue.tell(
                    "{shown} of {all} are shown, what was due first before what was carried over.",
                    &[("shown", &ROWS), ("all", &all)],
                ))
            }),
            ..panel
        }
        .rows("", late.chain(carried).take(ROWS).collect()),
    )
}

impl Slips {
    fn new(book: &Book, round: Option<usize>) -> Self {
        let is_open = |item: &Entry| {
            let is_over = matches!(item.state(), Status::Done | Status::Dropped);
            let is_work = item.kind.level().is_some() && !item.discovered;
            !is_over && is_work && item.due_day().is_some()
        };
        let dated = book.edition.items.iter().enumerate();
        let dated: Vec<(usize, &Entry)> = dated.filter(|(_, item)| is_open(item)).collect();
        let health = |item: &Entry| item.health.as_ref().map_or("", |health| health.value);
        let late = dated.iter().filter(|(_, item)| health(item) == "late");
        let mut late: Vec<usize> = late.map(|(at, _)| *at).collect();
        late.sort_by_key(|at| (book.item(*at).due_day(), *at));
        let is_past = |item: &Entry| {
            let due = item.due_day();
            due.is_some_and(|due| due < book.edition.as_of) && item.state() == Status::Unknown
        };
        let silent = dated.iter().filter(|(_, item)| is_past(item));
        let silent = silent.filter(|(_, item)| health(item) == "unknown").count();
        let is_known = |item: &Entry| item.state() != Status::Unknown;
        let flow = round.and_then(|at| Flow::new(book, at));
        let carried = flow.iter().flat_map(|flow| &flow.steps);
        let carried = carried.filter(|step| step.way == Way::Carried && !step.is_done);
        let carried = carried.filter_map(|step| step.thing.item());
        Self {
            carried: carried.filter(|at| !late.contains(at)).collect(),
            before: flow.and_then(|flow| flow.before),
            is_dated: dated.iter().any(|(_, item)| is_known(item)),
            silent,
            late,
        }
    }

    /// Why there is no row; nothing where neither dates nor weeks are written.
    fn none(&self, book: &Book) -> Option<String> {
        let tongue = &book.tongue;
        if self.silent > 0 {
            return Some(tongue.count(
                self.silent,
                "Not known: one due date has passed, and no status is stated.",
                "Not known: {number} due dates have passed, and no status is stated.",
                &[],
            ));
        }
        let before = self.before.map(|at| called(tongue, book.item(at)));
        Some(match (self.is_dated, before) {
            (true, Some(before)) => tongue.tell(
                "Nothing: no due date of open work has passed, and nothing was carried over from {before}.",
                &[("before", &before)],
            ),
            (true, None) => tongue
                .say("Nothing: no due date of open work has passed.")
                .into_owned(),
            (false, Some(before)) => tongue.tell(
                "Nothing was carried over from {before}. No open work has a due date.",
                &[("before", &before)],
            ),
            (false, None) if book.views.sprint.or(book.views.week).is_some() => tongue
                .say("Not known: no open work has a due date, and nothing was planned before.")
                .into_owned(),
            (false, None) => return None,
        })
    }
}

fn late(book: &Book, from: &str, at: usize) -> Line {
    let (tongue, today) = (&book.tongue, book.edition.as_of);
    let due = book.item(at).due_day().map(|due| {
        let day = calendar::long_day(tongue, due, today);
        Markup::text(&tongue.tell("was due {day}", &[("day", &day)]))
    });
    Line {
        end: due,
        ..line(book, from, at)
    }
}

/// With the reason that the sheet gives for it.
fn carried_over(book: &Book, from: &str, at: usize, round: Option<usize>) -> Line {
    let moves = round
        .into_iter()
        .flat_map(|round| &book.item(round).movements);
    let mut moves = moves.filter(|moved| moved.item.to == Some(at));
    let carried = moves.find(|moved| moved.change == Change::Carried);
    let why = carried.and_then(|moved| moved.reason.as_deref());
    Line {
        end: Some(Markup::text(&book.tongue.say(key("carried over")))),
        why: why.map(Markup::text).into_iter().collect(),
        ..line(book, from, at)
    }
}
