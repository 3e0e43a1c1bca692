//! What somebody has to see to: blockers, decisions, warnings, work that was found.

use crate::diagnostic::Severity;
use crate::edition::entry::Lead;
use crate::page::blockage::Blockage;
use crate::page::book::{Book, relative};
use crate::page::calendar::day;
use crate::page::mark;
use crate::page::pages::health;
use crate::page::panels::panel::{FROM, Panel, ROWS, side};
use crate::page::section::Line;
use crate::page::spoken;
use crate::page::whom::Whom;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::key;

/// What is blocked, by what, since when.
pub fn blocked(book: &Book) -> Option<Panel> {
    let (today, tongue) = (book.edition.as_of, &book.tongue);
    let blocked = &book.views.blocked;
    let lines: Vec<Line> = blocked
        .iter()
        .take(ROWS)
        .map(|at| {
            let told = Blockage::new(book, FROM, *at);
            let age = told.since(tongue, today);
            let way = told
                .way_out
                .map(|way| Markup::text(&tongue.tell("Way out: {way}", &[("way", &way)])));
            let whom = Some(Markup::text(&whom(book, *at)));
            let why = match told.why.is_empty() {
                true => decisions_for(book, *at),
                false => told.why,
            };
            Line {
                lead: icon("blocked c-bad", &tongue.say("Blocked")),
                title: mark::named(book, FROM, *at),
                end: age.map(|age| Markup::text(&age)),
                why: why.into_iter().chain(way).chain(whom).collect(),
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Panel {
            count: Some(blocked.len().to_string()),
            side: side(book, "blocked.html", key("See what is held up")),
            ..Panel::new("blocked", "Blocked")
        }
        .rows("", lines)
    })
}

/// Who can free it; else who it belongs to, and that nobody is named.
fn whom(book: &Book, at: usize) -> String {
    let tongue = &book.tongue;
    let owner = book.item(at).owner.as_ref().map(|owner| &owner.raw);
    match (Whom::new(book, at).name(), owner) {
        (Some(name), _) => tongue.tell("{name} can unblock it.", &[("name", &name)]),
        (None, Some(owner)) => tongue.tell(
            "It belongs to {owner}; nobody is named who can unblock it.",
            &[("owner", owner)],
        ),
        (None, None) => tongue
            .say("Nobody is named who can unblock it.")
            .into_owned(),
    }
}

/// The open decisions that an item waits for.
fn decisions_for(book: &Book, at: usize) -> Vec<Markup> {
    let holds = |decision: &&usize| {
        let mut leads = book.item(**decision).blocks.iter();
        leads.any(|lead| lead.to == Some(at))
    };
    let open = book.views.open_decisions.iter().filter(holds);
    let needed = open.map(|decision| {
        let link = mark::named(book, FROM, *decision);
        book.tongue.mark("Waits for {reason}", &[("reason", &link)])
    });
    needed.collect()
}

/// Decisions that are still to be made.
pub fn decisions(book: &Book) -> Option<Panel> {
    let (today, tongue) = (book.edition.as_of, &book.tongue);
    let open = &book.views.open_decisions;
    let lines: Vec<Line> = open
        .iter()
        .take(ROWS)
        .map(|at| {
            let item = book.item(*at);
            let due = item
                .due_day()
                .map(|due| tongue.tell("by {date}", &[("date", &day(tongue, due, today))]));
            let holds = item.blocks.iter().chain(&item.depends_on);
            let holds: Vec<String> = holds.map(|lead| held(book, lead)).collect();
            let blocks = (!holds.is_empty()).then(|| {
                let items = Markup::html(tongue.row(&holds));
                tongue.mark("Blocks {items}", &[("items", &items)])
            });
            Line {
                lead: icon("box", &tongue.say("Open")),
                title: mark::item(book, FROM, *at),
                end: due.map(|due| Markup::text(&due)),
                why: blocks.into_iter().collect(),
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Panel {
            count: Some(open.len().to_string()),
            side: side(book, "decisions.html", key("All decisions")),
            ..Panel::new("decisions", "Decisions needed")
        }
        .rows("", lines)
    })
}

fn held(book: &Book, lead: &Lead) -> String {
    match lead.to {
        Some(to) => mark::short_item(book, FROM, to).as_str().to_string(),
        None => escape(&lead.raw).into_owned(),
    }
}

/// The findings that weigh most.
pub fn warnings(book: &Book) -> Option<Panel> {
    let findings = &book.edition.findings;
    let order = health::order(findings);
    let lines: Vec<Line> = order
        .into_iter()
        .take(ROWS - 1)
        .map(|at| {
            let finding = &findings[at];
            let (shape, word) = match finding.severity {
                Severity::Error => ("error c-bad", key("Error")),
                Severity::Warning => ("warn c-warn", key("Warning")),
                Severity::Note => ("info", key("Note")),
            };
            let place = format!("{}:{}", finding.source.file, finding.source.line);
            let href = relative(FROM, &format!("health.html#f{}", at + 1));
            Line {
                lead: icon(shape, &book.tongue.say(word)),
                title: spoken::sentence(&book.tongue, &finding.message),
                why: vec![mark::anchor(&href, &place, "quiet mono")],
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Panel {
            count: Some(findings.len().to_string()),
            side: side(book, "health.html", key("Plan health")),
            ..Panel::new("warnings", "Plan warnings")
        }
        .rows("", lines)
    })
}

/// An icon that stands alone, with its word.
fn icon(shape: &str, word: &str) -> Markup {
    Markup::html(format!(
        "<i class=\"i i-{shape}\" role=\"img\" aria-label=\"{}\"></i>",
        escape(word)
    ))
}

/// What was found during work and is not in the plan.
pub fn discovered(book: &Book) -> Option<Panel> {
    let items = book.edition.items.iter().enumerate();
    let found: Vec<usize> = items
        .filter(|(_, item)| item.discovered)
        .map(|(at, _)| at)
        .collect();
    let lines: Vec<Line> = found
        .iter()
        .take(ROWS)
        .map(|at| {
            let item = book.item(*at);
            let said = item.fields.first();
            let said = said.map(|fact| Markup::text(&format!("{}: {}", fact.name, fact.raw)));
            Line {
                lead: Markup::html("<i class=\"i i-box\"></i>".into()),
                title: mark::item(book, FROM, *at),
                end: item.priority.as_ref().map(|said| Markup::text(&said.raw)),
                why: said.into_iter().collect(),
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Panel {
            count: Some(found.len().to_string()),
            side: side(book, "discovered.html", key("counted in no figure")),
            ..Panel::new("discovered", "Discovered, not planned")
        }
        .rows("", lines)
    })
}
