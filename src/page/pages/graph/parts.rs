//! What stands below the drawing: the path as a list, the circles, and every need in a table.

use std::collections::BTreeMap;

use crate::edition::entry::Lead;
use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::calendar::long_day;
use crate::page::filter;
use crate::page::graph::link::Link;
use crate::page::graph::scene::Scene;
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::pager;
use crate::page::pages::graph::lead::decisive;
use crate::page::route::list_page;
use crate::page::section::{Column, Line, Part, Row, Section, Step, Table};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// So many steps of a path are told.
const STEPS: usize = 40;

/// The path that decides, as a list.
pub(super) fn path(book: &Book, from: &str, scene: &Scene) -> Option<Section> {
    let path = decisive(book, scene);
    if path.len() < 2 {
        return None;
    }
    let steps = path.iter().take(STEPS).map(|at| {
        let item = book.item(*at);
        let id = item
            .id
            .as_deref()
            .filter(|id| id.contains(char::is_alphabetic));
        let id = id.unwrap_or_default();
        let title = mark::item(book, from, *at);
        Step {
            title: Markup::html(format!(
                "<span class=\"id\">{}</span>{}",
                escape(id),
                title.as_str()
            )),
            status: badge::status(&book.tongue, item),
            estimate: item.estimate.as_ref().map(|said| said.raw.clone()),
        }
    });
    let part = Part {
        steps: Some(steps.collect()),
        ..Part::default()
    };
    let due = scene.of.and_then(|at| book.item(at).due_day());
    let tongue = &book.tongue;
    let title = match due {
        Some(due) => {
            let date = long_day(tongue, due, book.edition.as_of);
            tongue.tell("Critical path to {date}", &[("date", &date)])
        }
        None => tongue.say("Critical path").into_owned(),
    };
    let section = Section {
        is_ours: false,
        ..Section::new("critical", &title)
    };
    let section = section.count(path.len()).with(part);
    Some(match path.len() > STEPS {
        true => section.note(&tongue.tell(
            "The first {number} steps are listed.",
            &[("number", &STEPS)],
        )),
        false => section,
    })
}

/// Items that wait for one another, each by its shortest way round.
pub(super) fn circles(book: &Book, from: &str, scene: &Scene) -> Option<Section> {
    let waits = format!(" {} ", escape(&book.tongue.say("waits for")));
    let line = |circle: &Vec<usize>| {
        let round = circle.iter().chain(circle.first());
        let links: Vec<String> = round
            .map(|at| mark::item(book, from, *at).as_str().to_string())
            .collect();
        Line {
            lead: Markup::html("<i class=\"i i-warn\"></i>".into()),
            title: Markup::html(links.join(&waits)),
            ..Line::default()
        }
    };
    let lines: Vec<Line> = scene.circles.iter().map(line).collect();
    (!lines.is_empty()).then(|| {
        Section::new("circles", "Circles")
            .count(lines.len())
            .lead(&book.tongue.say("These wait for one another, each by the shortest way round. Take one need out of a circle, and the others can begin."))
            .with(Part::rows("hl-bad", lines))
    })
}

/// What waits for what among milestones that stand for their items.
pub(super) fn between(book: &Book, from: &str, scene: &Scene) -> Option<Section> {
    let mut needs: BTreeMap<usize, Vec<&Link>> = BTreeMap::new();
    let is_area = |at: usize| book.graph.of(at).is_some();
    for link in scene
        .between
        .iter()
        .filter(|link| is_area(link.from) || is_area(link.to))
    {
        needs.entry(link.to).or_default().push(link);
    }
    let rows = needs.iter().map(|(at, links)| Row {
        id: None,
        cells: vec![
            mark::item(book, from, *at),
            badge::status(&book.tongue, book.item(*at)),
            Markup::html(
                links
                    .iter()
                    .map(|link| bundle(book, from, link))
                    .collect::<Vec<_>>()
                    .join(", "),
            ),
        ],
    });
    let table = Table {
        caption: key("What waits for what between milestones").into(),
        head: Column::all([("Waits", "grow"), ("Status", ""), ("For", "wrap")]),
        rows: rows.collect(),
    };
    let count = table.rows.len();
    (count > 0).then(|| {
        Section::new("between", "Between milestones")
            .count(count)
            .lead(&book.tongue.say(
                "Each line stands for the needs of the items below; the figure says how many.",
            ))
            .with(Part::table(table))
    })
}

fn bundle(book: &Book, from: &str, link: &Link) -> String {
    let item = mark::short_item(book, from, link.from);
    let (tongue, item) = (&book.tongue, Markup::html(item.as_str().to_string()));
    let [count, open] = [link.count, link.open].map(|number| Markup::text(&number.to_string()));
    let parts = [("item", &item), ("count", &count), ("open", &open)];
    let sentence = match link.open {
        0 => key("{item} ({count}, complete)"),
        open if open == link.count => key("{item} ({count})"),
        _ => key("{item} ({count}, {open} of them open)"),
    };
    tongue.mark(sentence, &parts).as_str().to_string()
}

/// Every need, one row for each item that waits.
pub(super) fn table(book: &Book, from: &str, scene: &Scene, page: usize) -> Option<Section> {
    let shown = pager::rows(&scene.rows, page);
    let above = filter::above_label(book, shown);
    let rows = shown.iter().map(|at| Row {
        id: book
            .graph
            .anchor(*at)
            .filter(|_| page > 0 || !scene.picture.has(*at))
            .map(ToString::to_string),
        cells: cells(book, from, *at),
    });
    let mut table = Table {
        caption: key("Items and what they wait for").into(),
        head: Column::all([
            ("Item", "grow"),
            ("Status", ""),
            ("Waits for", "wrap"),
            (above, ""),
        ]),
        rows: rows.collect(),
    };
    table.drop_empty_columns();
    if scene.of.is_some() {
        table = table.without(above);
    }
    let open = scene
        .rows
        .iter()
        .filter(|at| !book.item(**at).finished)
        .count();
    (!shown.is_empty()).then(|| {
        let tongue = &book.tongue;
        let lead = match (open, scene.rows.len() - open) {
            (_, 0) => tongue.say("All of these are open.").into_owned(),
            (0, _) => tongue.say("All of these are complete.").into_owned(),
            (open, done) => tongue.tell(
                "Open ones come first: {open} are open, {done} are complete.",
                &[("open", &open), ("done", &done)],
            ),
        };
        Section::new("list", "What waits for what")
            .count(scene.rows.len())
            .lead(&lead)
            .with(Part::table(table))
    })
}

fn cells(book: &Book, from: &str, at: usize) -> Vec<Markup> {
    let item = book.item(at);
    let id = item.id.as_deref().unwrap_or_default();
    let title = mark::item(book, from, at);
    let leads = book.graph.needs.of(at);
    let has_lines = leads.iter().any(|lead| lead.inferred);
    let needs: Vec<String> = leads.iter().map(|lead| need(book, from, lead)).collect();
    let needs = match has_lines {
        true => needs
            .iter()
            .map(|need| format!("<div>{need}</div>"))
            .collect(),
        false => needs.join(", "),
    };
    let above = filter::above(book, at).map(|above| {
        mark::anchor(
            &book.link(from, above),
            &filter::short(book.item(above)),
            "quiet",
        )
    });
    vec![
        Markup::html(format!(
            "{} <span class=\"id\">{}</span>",
            title.as_str(),
            escape(id)
        )),
        badge::status(&book.tongue, item),
        Markup::html(needs),
        above.unwrap_or_default(),
    ]
}

/// What an item waits for: as it is called, or as it is written where it was found by likeness.
fn need(book: &Book, from: &str, lead: &Lead) -> String {
    let Some(to) = lead.to else {
        let words = Markup::text(&lead.raw);
        let told = match lead.external {
            true => book
                .tongue
                .mark("{what} (outside the plan)", &[("what", &words)]),
            false => words,
        };
        return told.as_str().to_string();
    };
    let mut words = mark::short_item(book, from, to);
    if book.item(to).finished {
        words = book.tongue.mark("{what} (complete)", &[("what", &words)]);
    }
    let mut words = words.as_str().to_string();
    if lead.inferred {
        let why = mark::inferred(book, lead, to);
        words = format!(
            "{}<span class=\"sub\">{words} <span class=\"inf\" title=\"{}\"><i class=\"i i-near\"></i>{}</span></span>",
            escape(&lead.raw),
            escape(&why),
            escape(&book.tongue.say("inferred"))
        );
    }
    words
}

/// The graphs of milestones as a table.
pub(super) fn areas(book: &Book, from: &str, scene: &Scene) -> Option<Section> {
    let areas = book
        .graph
        .scenes
        .iter()
        .filter_map(|area| Some((area.of?, area)));
    let mut kinds: Vec<Kind> = Vec::new();
    let mut rows = Vec::new();
    for (at, area) in areas.filter(|_| scene.of.is_none()) {
        let item = book.item(at);
        kinds.push(item.kind);
        let open = area
            .rows
            .iter()
            .filter(|at| !book.item(**at).finished)
            .count();
        let href = relative(from, &list_page(&area.name, 0));
        let steps = decisive(book, area).len();
        rows.push(Row {
            id: None,
            cells: vec![
                mark::anchor(&href, &name::short(item), "title"),
                badge::status(&book.tongue, item),
                Markup::text(&area.rows.len().to_string()),
                Markup::text(&open.to_string()),
                Markup::text(&if steps > 1 {
                    steps.to_string()
                } else {
                    String::new()
                }),
            ],
        });
    }
    let label = match kinds.as_slice() {
        [first, rest @ ..] if rest.iter().all(|kind| kind == first) => {
            noun::title(&book.tongue, *first)
        }
        _ => book.tongue.say("Part of the plan").into_owned(),
    };
    let mut head = Column::all([
        ("", "grow"),
        ("Status", ""),
        ("Items that wait", "r"),
        ("Open", "r"),
        ("Steps of the critical path", "r"),
    ]);
    head[0].label = label;
    let count = rows.len();
    let table = Table {
        caption: key("Graphs of parts of the plan").into(),
        head,
        rows,
    };
    (count > 0).then(|| {
        Section::new("graphs", "Each on its own")
            .count(count)
            .with(Part::table(table))
    })
}
