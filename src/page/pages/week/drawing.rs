//! The drawing of what went from one week or sprint into the next. Where there is much of it, alike things share a box.

use crate::chart::flow::{self, Course, Stream};
use crate::page::flow::{Step, Way};
use crate::page::name;
use crate::page::pages::week::balance::{Count, silent};
use crate::page::pages::week::lane::anchor_of;
use crate::page::pages::week::telling::Telling;
use crate::page::section::{Chart, Part, Section};
use crate::page::tale::Thing;
use crate::page::words::capital;
use crate::theme::markup::Markup;

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
    let size = |number: usize| format!("{number} {}", telling.noun(number));
    let streams = streams(telling, &drawn);
    let is_grouped = streams.len() < drawn.len();
    let drawing = flow::flow(&flow::Flow {
        label: format!("Flow from {before} to {}", telling.called()),
        region: "What was carried over, what came in and what went. The lanes below say the same in words.".into(),
        from: (capital(&before), size(count.was)),
        to: (capital(&telling.called()), size(count.is)),
        streams,
    });
    let part = Part {
        chart: None,
        prose: None,
        ..Part::default()
    };
    let chart = Chart {
        caption: None,
        drawing: Markup::html(drawing),
    };
    let section = Section::new("flow", &format!("Compared with {before}")).with(Part {
        chart: Some(chart),
        ..part
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
        Course::Done => "done",
        Course::Carried => "carried over",
        Course::Blocked | Course::Stuck => "blocked",
        Course::Left => "left",
        Course::Lost => silent(telling),
        Course::Entered => "entered",
    };
    word.to_string()
}

fn single(telling: &Telling<'_>, course: Course, step: &Step) -> Stream {
    let book = telling.book;
    let word = match (course, step.way) {
        (Course::Entered, Way::Unsaid) => "not said how".into(),
        (Course::Carried, _) if step.is_done => "carried over, done".into(),
        (Course::Entered, _) if step.is_done => "entered, done".into(),
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
        title: format!("{size} {}", telling.noun(size)),
    }
}
