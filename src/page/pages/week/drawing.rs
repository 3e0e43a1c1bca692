//! The drawing of what went from one week or sprint into the next. Where there is much of it, alike things share a box.

use crate::chart::flow::{self, Course, Stream};
use crate::page::flow::{Step, Way};
use crate::page::name;
use crate::page::pages::week::balance::{Count, silent};
use crate::page::pages::week::lane::anchor_of;
use crate::page::pages::week::telling::{self, Telling};
use crate::page::section::{Chart, Part, Section};
use crate::page::tale::Thing;
use crate::theme::markup::Markup;
use crate::theme::tongue::key;

/// With more boxes than this in both columns, alike ones are drawn as one.
const BOXES: usize = 25;

/// So many of a kind are still drawn one by one.
const FEW: usize = 3;

/// Nothing is hidden behind a number as long as only so many are blocked.
const BLOCKED: usize = 8;

/// The drawing; only where there is a week or a sprint before, and something in both of them together.
pub(super) fn drawing(telling: &Telling<'_>) -> Option<Section> {
    let flow = telling.flow.as_ref()?;
    let before = telling.before()?;
    let drawn: Vec<&Step> = flow
        .steps
        .iter()
        .filter(|step| step.way != Way::Passed)
        .collect();
    let count = Count::new(flow);
    let tongue = &telling.book.tongue;
    let heading = |at: usize| telling::heading(tongue, telling.book.item(at));
    let streams = streams(telling, &drawn);
    let is_grouped = streams.len() < drawn.len();
    let drawing = flow::flow(&flow::Flow {
        label: tongue.tell(
            "Flow from {before} to {week}",
            &[("before", &before), ("week", &telling.called())],
        ),
        region: tongue.say("What was carried over, what came in and what went. The lanes below say the same in words.").into_owned(),
        from: (heading(flow.before?), telling.size(count.was)),
        to: (heading(telling.at), telling.size(count.is)),
        streams,
    });
    let chart = Chart {
        caption: None,
        drawing: Markup::html(drawing),
    };
    let section = own(
        "flow",
        &tongue.tell("Compared with {week}", &[("week", &before)]),
    )
    .with(Part {
        chart: Some(chart),
        ..Part::default()
    });
    (!drawn.is_empty()).then(|| match is_grouped {
        true => {
            section.note("What went the same way is drawn together; the lanes below name each.")
        }
        false => section,
    })
}

fn streams(telling: &Telling<'_>, steps: &[&Step]) -> Vec<Stream> {
    let mut groups: Vec<(Course, Vec<&Step>)> = Vec::new();
    for step in steps {
        let course = course(step);
        match groups.iter_mut().find(|(other, _)| *other == course) {
            Some((_, group)) => group.push(step),
            None => groups.push((course, vec![step])),
        }
    }
    let is_long = steps.len() > BOXES;
    let mut found = Vec::new();
    for (course, group) in groups {
        let most = match course {
            Course::Blocked | Course::Stuck => BLOCKED,
            _ => FEW,
        };
        match is_long && group.len() > most {
            true => found.push(together(telling, course, &group)),
            false => found.extend(group.iter().map(|step| single(telling, course, step))),
        }
    }
    found
}

fn course(step: &Step) -> Course {
    match step.way {
        Way::Done => Course::Done,
        Way::Left | Way::Passed => Course::Left,
        Way::Silent => Course::Lost,
        Way::Carried if step.is_blocked => Course::Blocked,
        Way::Carried => Course::Carried,
        Way::Entered | Way::Unsaid if step.is_blocked => Course::Stuck,
        Way::Entered | Way::Unsaid => Course::Entered,
    }
}

fn word(telling: &Telling<'_>, course: Course) -> String {
    let word = match course {
        Course::Done => key("done"),
        Course::Carried => key("carried over"),
        Course::Blocked | Course::Stuck => key("blocked"),
        Course::Left => key("left"),
        Course::Lost => silent(telling),
        Course::Entered => key("entered"),
    };
    telling.book.tongue.say(word).into_owned()
}

fn single(telling: &Telling<'_>, course: Course, step: &Step) -> Stream {
    let book = telling.book;
    let tongue = &book.tongue;
    let word = match (course, step.way) {
        (Course::Entered, Way::Unsaid) => tongue.say("not said how").into_owned(),
        (Course::Carried, _) if step.is_done => tongue.say("carried over, done").into_owned(),
        (Course::Entered, _) if step.is_done => tongue.say("entered, done").into_owned(),
        _ => word(telling, course),
    };
    match &step.thing {
        Thing::Item(at) => Stream {
            course,
            word,
            href: Some(book.link(telling.from, *at)),
            id: book.item(*at).id.clone().unwrap_or_default(),
            title: name::title(book.item(*at)),
        },
        Thing::Words(words) => Stream {
            course,
            word,
            href: None,
            id: String::new(),
            title: words.clone(),
        },
    }
}

/// Many that went the same way, in one box that leads to their lane.
fn together(telling: &Telling<'_>, course: Course, group: &[&Step]) -> Stream {
    let size = group.len();
    Stream {
        course,
        word: word(telling, course),
        href: Some(format!("#{}", anchor_of(group[0]))),
        id: String::new(),
        title: telling.size(size),
    }
}

/// A section whose heading is said already.
fn own(id: &str, title: &str) -> Section {
    Section {
        is_ours: false,
        ..Section::new(id, title)
    }
}
