//! What somebody has to see to: blockers, decisions, warnings, work that was found.

use crate::diagnostic::Severity;
use crate::edition::entry::Lead;
use crate::page::blockage::Blockage;
use crate::page::book::{Book, relative};
use crate::page::mark;
use crate::page::pages::health;
use crate::page::pages::home::panel::{FROM, Panel, ROWS, side};
use crate::page::section::Line;
use crate::page::words::day;
use crate::theme::markup::{Markup, escape};

/// What is blocked, by what, since when.
pub fn blocked(book: &Book) -> Option<Panel> {
    let today = book.edition.as_of;
    let blocked = &book.views.blocked;
    let lines: Vec<Line> = blocked
        .iter()
        .take(ROWS)
        .map(|at| {
            let told = Blockage::new(book, FROM, *at);
            let age = told.age(today);
            let way = told
                .way_out
                .map(|way| Markup::text(&format!("Way out: {way}")));
            Line {
                lead: Markup::html(
                    "<i class=\"i i-blocked c-bad\" role=\"img\" aria-label=\"Blocked\"></i>"
                        .into(),
                ),
                title: mark::item(book, FROM, *at),
                end: age.map(|age| Markup::text(&age)),
                why: told.why.into_iter().chain(way).collect(),
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Panel {
            count: Some(blocked.len().to_string()),
            side: side("blocked.html", "See what they hold up"),
            ..Panel::new("blocked", "Blocked")
        }
        .rows("", lines)
    })
}

/// Decisions that are still to be made.
pub fn decisions(book: &Book) -> Option<Panel> {
    let today = book.edition.as_of;
    let open = &book.views.open_decisions;
    let lines: Vec<Line> = open
        .iter()
        .take(ROWS)
        .map(|at| {
            let item = book.item(*at);
            let due = item.due_day().map(|due| format!("by {}", day(due, today)));
            let holds = item.blocks.iter().chain(&item.depends_on);
            let holds: Vec<String> = holds.map(|lead| held(book, lead)).collect();
            let blocks =
                (!holds.is_empty()).then(|| Markup::html(format!("Blocks {}", holds.join(", "))));
            Line {
                lead: Markup::html(
                    "<i class=\"i i-box\" role=\"img\" aria-label=\"Open\"></i>".into(),
                ),
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
            side: side("decisions.html", "All decisions"),
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
            let (icon, colour, word) = match finding.severity {
                Severity::Error => ("error", " c-bad", "Error"),
                Severity::Warning => ("warn", " c-warn", "Warning"),
                Severity::Note => ("info", "", "Note"),
            };
            let place = format!("{}:{}", finding.source.file, finding.source.line);
            let href = relative(FROM, &format!("health.html#f{}", at + 1));
            Line {
                lead: Markup::html(format!(
                    "<i class=\"i i-{icon}{colour}\" role=\"img\" aria-label=\"{word}\"></i>"
                )),
                title: mark::told(&mark::sentence(&finding.message)),
                why: vec![mark::anchor(&href, &place, "quiet mono")],
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Panel {
            count: Some(findings.len().to_string()),
            side: side("health.html", "Plan health"),
            ..Panel::new("warnings", "Plan warnings")
        }
        .rows("", lines)
    })
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
            side: side("discovered.html", "counted in no figure"),
            ..Panel::new("discovered", "Discovered, not planned")
        }
        .rows("", lines)
    })
}
