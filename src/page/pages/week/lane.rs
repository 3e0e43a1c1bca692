//! The lanes of a week or a sprint: what entered, left, was blocked, done or carried over, each with its reason.

use serde::Serialize;

use crate::edition::entry::{Entry, Move};
use crate::model::movement::Change;
use crate::model::status::Status;
use crate::page::answer::stuck::{reasons, since_sheets, waiting};
use crate::page::badge;
use crate::page::blockage::Blockage;
use crate::page::calendar;
use crate::page::flow::{Step, Way};
use crate::page::mark;
use crate::page::moves::LANES;
use crate::page::name;
use crate::page::pages::week::balance::silent;
use crate::page::pages::week::telling::{Telling, is_of};
use crate::page::round::called;
use crate::page::section::{Line, Rows};
use crate::page::tale::Thing;
use crate::page::words::capital;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// So many rows of a lane are open.
const OPEN: usize = 8;

/// So many rows has a lane of what a sheet says, and so many one of what stands in the table below too.
const MOST: usize = 200;
const REPEATED: usize = 24;

/// How many that wait for something are named.
const NAMED: usize = 3;

/// Something that stays longer is not counted on.
const LONGEST: usize = 12;

/// A lane with its rows.
#[derive(Serialize)]
pub(super) struct Lane {
    id: &'static str,
    title: String,
    style: &'static str,
    icon: &'static str,
    count: usize,
    rows: Rows,
    /// Those that are folded, and the words for that.
    more: Option<(String, Rows)>,
    note: Option<String>,
}

/// The lanes in which there is something.
pub(super) fn lanes(telling: &Telling<'_>) -> Vec<Lane> {
    let tongue = &telling.book.tongue;
    let most = match telling.item.movements.is_empty() {
        true => REPEATED,
        false => MOST,
    };
    let written = LANES.iter().map(|lane| {
        let things = things(telling, lane.change);
        let line = |thing: &Thing| telling.line(thing, lane.change);
        let look = (lane.id, lane.style, lane.icon);
        Lane::new(tongue, look, lane.title, (&things, most), line)
    });
    let silent_things: Vec<Thing> = steps(telling, |step| step.way == Way::Silent);
    let line = |thing: &Thing| Line {
        end: telling.state(thing),
        ..telling.plain(thing)
    };
    let title = capital(&tongue.say(silent(telling)));
    let look = ("silent", "hl-idle", "unknown");
    let silent = Lane::new(tongue, look, &title, (&silent_things, most), line);
    let lanes = written.chain([silent]);
    lanes.filter(|lane| lane.count > 0).collect()
}

/// The lane in which a thing is found.
pub(super) fn anchor_of(step: &Step) -> &'static str {
    match step.way {
        _ if step.is_blocked => "blocked",
        Way::Done => "done",
        Way::Carried => "carried",
        Way::Left | Way::Passed => "left",
        Way::Silent => "silent",
        Way::Entered | Way::Unsaid => "entered",
    }
}

fn steps(telling: &Telling<'_>, is: impl Fn(&Step) -> bool) -> Vec<Thing> {
    let all = telling.flow.iter().flat_map(|flow| &flow.steps);
    all.filter(|step| is(step))
        .map(|step| step.thing.clone())
        .collect()
}

/// What belongs in a lane: what the sheet says, and what follows from its lists; each once.
fn things(telling: &Telling<'_>, change: Change) -> Vec<Thing> {
    let said = telling.item.movements.iter();
    let said = said.filter(|moved| moved.change == change);
    let mut found: Vec<Thing> = said
        .map(|moved| match moved.item.to {
            Some(to) => Thing::Item(to),
            None => Thing::Words(moved.item.raw.clone()),
        })
        .collect();
    found.extend(steps(telling, |step| match change {
        Change::Entered => matches!(step.way, Way::Entered),
        Change::Left => step.way == Way::Left,
        Change::Blocked => step.is_blocked,
        Change::Done => step.is_done || step.way == Way::Done,
        Change::Carried => step.way == Way::Carried && !step.is_blocked && !step.is_done,
    }));
    let mut known = std::collections::BTreeSet::new();
    found.retain(|thing| known.insert(thing.clone()));
    found
}

impl Lane {
    fn new(
        tongue: &Tongue,
        (id, style, icon): (&'static str, &'static str, &'static str),
        title: &str,
        (things, most): (&[Thing], usize),
        line: impl Fn(&Thing) -> Line,
    ) -> Self {
        let rows = |things: &[Thing]| Rows {
            class: "",
            items: things.iter().map(&line).collect(),
        };
        let shown = &things[..things.len().min(most)];
        // One or two more are not worth a fold.
        let open = match shown.len() > OPEN + 2 {
            true => OPEN,
            false => shown.len(),
        };
        let rest = &shown[open..];
        let out = things.len() - shown.len();
        Self {
            id,
            title: tongue.say(title).into_owned(),
            style,
            icon,
            count: things.len(),
            rows: rows(&shown[..open]),
            more: (!rest.is_empty()).then(|| {
                (
                    tongue.count(rest.len(), "Show {number} more", "Show {number} more", &[]),
                    rows(rest),
                )
            }),
            note: (out > 0).then(|| {
                tongue.count(
                    out,
                    "{number} more is not shown here.",
                    "{number} more are not shown here.",
                    &[],
                )
            }),
        }
    }
}

impl Telling<'_> {
    /// What it is, without anything that is said of it here.
    fn plain(&self, thing: &Thing) -> Line {
        let Thing::Item(at) = thing else {
            let Thing::Words(words) = thing else {
                return Line::default();
            };
            return Line {
                lead: Markup::html("<i class=\"i i-link\"></i>".into()),
                title: Markup::text(words),
                ..Line::default()
            };
        };
        let item = self.book.item(*at);
        let lead = match &item.id {
            Some(id) => format!("<span class=\"id\">{}</span>", escape(id)),
            None => format!("<i class=\"i i-{}\"></i>", mark::icon(item.kind)),
        };
        Line {
            lead: Markup::html(lead),
            title: mark::item(self.book, self.from, *at),
            why: self.who(*at).into_iter().collect(),
            ..Line::default()
        }
    }

    fn who(&self, at: usize) -> Option<Markup> {
        let owner = self.book.item(at).owner.as_ref()?;
        Some(Markup::html(format!(
            "<span class=\"who\">{}</span>",
            escape(&owner.raw)
        )))
    }

    fn state(&self, thing: &Thing) -> Option<Markup> {
        match thing {
            Thing::Item(at) => Some(badge::status(&self.book.tongue, self.book.item(*at))),
            Thing::Words(_) => None,
        }
    }

    /// What moved, why, and what is known of it.
    fn line(&self, thing: &Thing, change: Change) -> Line {
        let moved = self.said(|moved| moved.change == change, thing);
        let plain = self.plain(thing);
        let reason = moved.and_then(|moved| moved.reason.as_deref());
        let reason = reason.map(|words| Markup::text(&badge::sentence(&self.book.tongue, words)));
        let Thing::Item(at) = thing else {
            let is_outside = moved.is_some_and(|moved| moved.item.external);
            return Line {
                end: is_outside.then(|| self.say("outside the plan")),
                why: reason.into_iter().collect(),
                ..plain
            };
        };
        let mut said: Vec<Markup> = reason.into_iter().collect();
        let mut below: Vec<Markup> = Vec::new();
        let end = match change {
            Change::Entered => self.state(thing),
            Change::Left => self.went(*at, thing, &mut said),
            Change::Blocked => self.stuck(*at, &mut said, &mut below),
            Change::Done => self.finished(*at),
            Change::Carried => self.stayed(thing).or_else(|| self.state(thing)),
        };
        below.extend(self.place(thing, change));
        let inferred = moved
            .filter(|moved| moved.item.inferred)
            .map(|moved| self.inferred(moved));
        let mut why = vec![together(&said, &plain.why)];
        why.extend(below);
        why.extend(inferred);
        why.retain(|words| !words.is_empty());
        Line { end, why, ..plain }
    }

    /// In which of the two the balance counts it, where that is not the one that the lane is of.
    fn place(&self, thing: &Thing, change: Change) -> Option<Markup> {
        let flow = self.flow.as_ref()?;
        let before = self.before()?;
        let way = flow.steps.iter().find(|step| step.thing == *thing);
        match (change, way.map(|step| step.way)) {
            (Change::Done, Some(Way::Done)) => {
                Some(self.tell("Counted in {week}.", "week", &before))
            }
            (Change::Left, None) => Some(self.tell("It was not in {week}.", "week", &before)),
            _ => None,
        }
    }

    /// Where something went: to another sprint, into other items, or back to the backlog.
    fn went(&self, at: usize, thing: &Thing, said: &mut Vec<Markup>) -> Option<Markup> {
        let item = self.book.item(at);
        let became: Vec<String> = item
            .became
            .iter()
            .map(|lead| mark::lead(self.book, self.from, lead).as_str().to_string())
            .collect();
        if said.is_empty() && !became.is_empty() {
            let became = Markup::html(self.book.tongue.list(&became));
            said.push(
                self.book
                    .tongue
                    .mark("Became {items}.", &[("items", &became)]),
            );
        }
        let sprint = item.sprint.as_ref().and_then(|sprint| sprint.to);
        match (item.state(), sprint) {
            (Status::Dropped | Status::Done, _) => self.state(thing),
            (_, Some(to)) if to != self.at && !self.item.is_week_sheet() => {
                let name = name::called(&self.book.tongue, self.book.item(to));
                let link = mark::anchor(&self.book.link(self.from, to), &name, "");
                Some(
                    self.book
                        .tongue
                        .mark("now in {sprint}", &[("sprint", &link)]),
                )
            }
            _ => self.state(thing),
        }
    }

    /// Since when something cannot go on, why, what waits for it, and the way out.
    fn stuck(&self, at: usize, said: &mut Vec<Markup>, below: &mut Vec<Markup>) -> Option<Markup> {
        let told = Blockage::new(self.book, self.from, at);
        let is_told = !said.is_empty();
        // What stands in the way is often called by the same words as the reason.
        let is_new = |why: &&Markup| !said.iter().any(|said| says_the_same(said, why));
        for why in told.why.iter().filter(is_new) {
            let parts = [("reason", why)];
            below.push(self.book.tongue.mark("Blocked by: {reason}", &parts));
        }
        if told.why.is_empty() && !is_told {
            let reasons = reasons(self.book, at).into_iter();
            said.extend(
                reasons
                    .map(|reason| Markup::text(&badge::sentence(&self.book.tongue, &reason.words))),
            );
        }
        if !is_told && said.is_empty() && below.is_empty() {
            said.push(self.say("No reason is written."));
        }
        below.extend(self.held_up(at));
        let tongue = &self.book.tongue;
        let age = told.since(tongue, self.today);
        let way = told.way_out;
        below.extend(way.map(|way| self.tell("Way out: {way}", "way", &way)));
        match (told.since, age) {
            (Some(since), Some(age)) => {
                let since = calendar::day(tongue, since, self.today);
                let parts: [(&str, &dyn std::fmt::Display); 2] = [("day", &since), ("age", &age)];
                Some(Markup::text(&tongue.tell("since {day}, {age}", &parts)))
            }
            (_, Some(age)) => Some(Markup::text(&age)),
            _ => since_sheets(self.book, at)
                .map(|week| self.tell("since week {which}", "which", &week.number().to_string())),
        }
    }

    fn held_up(&self, at: usize) -> Option<Markup> {
        let waiting = waiting(self.book, at);
        let named = waiting.iter().take(NAMED);
        let mut named: Vec<String> = named
            .map(|at| {
                mark::short_item(self.book, self.from, *at)
                    .as_str()
                    .to_string()
            })
            .collect();
        if waiting.len() > NAMED {
            let rest = waiting.len() - NAMED;
            let tongue = &self.book.tongue;
            named.push(tongue.count(rest, "{number} more", "{number} more", &[]));
        }
        let items = Markup::html(self.book.tongue.list(&named));
        (!waiting.is_empty()).then(|| {
            let tongue = &self.book.tongue;
            tongue.mark("Holds up {items}", &[("items", &items)])
        })
    }

    fn finished(&self, at: usize) -> Option<Markup> {
        let item = self.book.item(at);
        let done = item.done.as_ref().and_then(|done| done.value.day);
        match (item.state(), done) {
            (Status::Done, Some(done)) => {
                let tongue = &self.book.tongue;
                let day = calendar::day(tongue, done, self.today);
                let words = tongue.tell("done {day}", &[("day", &day)]);
                Some(mark::time(done, &words))
            }
            (Status::Done, None) => None,
            // The sheet says that it is done, and the item says something else.
            _ => Some(badge::status(&self.book.tongue, item)),
        }
    }

    fn say(&self, words: &str) -> Markup {
        Markup::text(&self.book.tongue.say(words))
    }

    fn tell(&self, sentence: &str, hole: &str, words: &str) -> Markup {
        Markup::text(&self.book.tongue.tell(sentence, &[(hole, &words)]))
    }

    fn inferred(&self, moved: &Move) -> Markup {
        let written = Markup::text(&moved.item.raw);
        let inferred = mark::is_inferred(&self.book.tongue);
        let parts = [("written", &written), ("inferred", &inferred)];
        self.book
            .tongue
            .mark("Written as “{written}” {inferred}", &parts)
    }

    /// For how many weeks or sprints something has been carried on.
    fn stayed(&self, thing: &Thing) -> Option<Markup> {
        let rounds = &self.book.rounds;
        let items = &self.book.edition.items;
        let names = |at: &usize| {
            let is_member =
                matches!(thing, Thing::Item(item) if rounds.members(*at).contains(item));
            let mut moves = items[*at].movements.iter();
            is_member || moves.any(|moved| moved.change != Change::Left && is_of(moved, thing))
        };
        let earlier = std::iter::successors(Some(self.at), |at| rounds.before(items, *at));
        let first = earlier.take(LONGEST).take_while(names).last()?;
        let first_one = called(&self.book.tongue, self.book.item(first));
        (first != self.at).then(|| self.tell("since {week}", "week", &first_one))
    }
}

/// The reasons and who looks after it, in one line.
fn together(said: &[Markup], who: &[Markup]) -> Markup {
    let parts = said.iter().chain(who).map(Markup::as_str);
    Markup::html(parts.collect::<Vec<_>>().join(" "))
}

/// Whether two texts have the same letters, whatever marks and links there are.
fn says_the_same(one: &Markup, other: &Markup) -> bool {
    let letters = |markup: &Markup| -> String {
        let words = markup.words();
        let letters = words.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    letters(one) == letters(other)
}

/// The heading above the lanes; `say` is given it.
pub(super) fn title(item: &Entry) -> &'static str {
    match item.is_week_sheet() {
        true => key("What moved, and why"),
        false => key("What moved"),
    }
}
