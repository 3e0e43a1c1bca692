//! The panels of the overview, each only where it has something to show.

use serde::Serialize;

use crate::diagnostic::Severity;
use crate::edition::entry::{Entry, Lead};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::blockage::Blockage;
use crate::page::book::{Book, relative};
use crate::page::iteration::goal;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::health;
use crate::page::pages::home::headline::Course;
use crate::page::route::{list, list_page};
use crate::page::section::{Check, Line, Part};
use crate::page::words::{amount, capital, day, distance, many, mean};
use crate::theme::markup::{Markup, escape};

/// How many rows a panel has.
const ROWS: usize = 5;

/// How many tasks are shown of what is under way.
const TASKS: usize = 10;

/// The page that the panels stand on.
const FROM: &str = "index.html";

/// A panel.
#[derive(Default, Serialize)]
pub struct Panel {
    id: &'static str,
    title: Markup,
    count: Option<String>,
    side: Option<Markup>,
    goal: Option<String>,
    parts: Vec<Part>,
    columns: Vec<Part>,
    facts: Vec<(String, Markup)>,
    note: Option<Markup>,
}

impl Panel {
    fn new(id: &'static str, title: &str) -> Self {
        Self {
            id,
            title: Markup::text(title),
            ..Self::default()
        }
    }

    fn rows(mut self, class: &'static str, lines: Vec<Line>) -> Self {
        self.parts.push(Part::rows(class, lines));
        self
    }
}

fn side(address: &str, words: &str) -> Option<Markup> {
    Some(mark::anchor(address, words, "sub"))
}

fn status_line(book: &Book, at: usize) -> Line {
    let item = book.item(at);
    let estimate = item.estimate.as_ref();
    let estimate = estimate.map_or(String::new(), |said| {
        format!(" <span class=\"sub\">{}</span>", escape(&said.raw))
    });
    Line {
        lead: mark::status(item),
        title: Markup::html(format!("{}{estimate}", mark::item(book, FROM, at).as_str())),
        ..Line::default()
    }
}

/// The sprint that runs: its goal, its tasks, and whether it took on too much.
pub fn sprint(book: &Book) -> Option<Panel> {
    let at = book.views.sprint?;
    let item = book.item(at);
    let members = book.members(at);
    let today = book.edition.as_of;
    let start = item.start.as_ref().and_then(|said| said.value.day);
    let end = item.term.and_then(|term| term.end);
    let dates = start
        .zip(end)
        .map(|(start, end)| format!("{} to {} · ", day(start, today), day(end, today)));
    let all = mark::anchor("sprints.html", "all sprints", "quiet");
    let mut open: Vec<usize> = members.to_vec();
    open.sort_by_key(|at| order(book.item(*at)));
    let lines: Vec<Line> = open
        .iter()
        .take(TASKS)
        .map(|at| status_line(book, *at))
        .collect();
    let goal = goal(item).map(str::to_string);
    if lines.is_empty() && goal.is_none() {
        return None;
    }
    let link = mark::anchor(&book.link(FROM, at), &name::spoken(item), "quiet");
    let panel = Panel {
        title: link,
        side: Some(Markup::html(format!(
            "<span class=\"sub\">{}{}</span>",
            escape(&dates.unwrap_or_default()),
            all.as_str()
        ))),
        goal,
        note: over(item).or_else(|| rest(open.len(), &book.link(FROM, at))),
        count: (!members.is_empty()).then(|| {
            let done = members
                .iter()
                .filter(|at| book.item(**at).state() == Status::Done);
            format!("{} of {} complete", done.count(), members.len())
        }),
        ..Panel::new("sprint", "")
    };
    Some(if lines.is_empty() {
        panel
    } else {
        panel.rows("stcol", lines)
    })
}

/// What is in work first, what is done last.
fn order(item: &Entry) -> u8 {
    match item.state() {
        Status::Blocked => 0,
        Status::Active => 1,
        Status::Planned | Status::Unknown => 2,
        Status::Done => 3,
        Status::Dropped => 4,
    }
}

fn over(item: &Entry) -> Option<Markup> {
    let earlier = item.term?.over?;
    let committed = item.committed.as_ref()?.value;
    Some(Markup::html(format!(
        "<i class=\"i i-warn c-warn\"></i> <strong>Over capacity.</strong> {}; {} are committed.",
        pace(earlier.of, earlier.mean),
        amount(committed)
    )))
}

/// "The last 3 sprints completed 4.0 a sprint".
fn pace(of: usize, completed: f64) -> String {
    match of {
        1 => format!("The last sprint completed {}", amount(completed)),
        of => format!(
            "The last {of} sprints completed {} a sprint",
            mean(completed)
        ),
    }
}

fn rest(all: usize, href: &str) -> Option<Markup> {
    (all > TASKS).then(|| {
        let link = mark::anchor(href, &format!("all {all}"), "");
        Markup::html(format!("{TASKS} are shown; see {}.", link.as_str()))
    })
}

/// The tasks of what is under way, where no sprint runs.
pub fn tasks(book: &Book, course: &Course) -> Option<Panel> {
    let at = course.current_item()?;
    let parts = book.item(at).children.iter().copied();
    let tasks: Vec<usize> = parts
        .filter(|at| !book.item(*at).discovered && book.item(*at).kind.level().is_some())
        .collect();
    let kind = book.item(*tasks.first()?).kind;
    let shown: Vec<usize> = tasks
        .iter()
        .copied()
        .filter(|at| book.item(*at).kind == kind)
        .collect();
    let lines = shown
        .iter()
        .take(TASKS)
        .map(|at| status_line(book, *at))
        .collect();
    let href = book.link(FROM, at);
    let title = format!("{} of {}", capital(many(kind)), name::spoken(book.item(at)));
    Some(
        Panel {
            count: Some(shown.len().to_string()),
            side: side(&href, "All columns"),
            note: rest(shown.len(), &href),
            ..Panel::new("tasks", &title)
        }
        .rows("stcol", lines),
    )
}

/// Outcomes that are promised and of which nothing says whether they are met.
pub fn outcomes(book: &Book, course: &Course) -> Option<Panel> {
    let mut count = 0;
    let mut columns = Vec::new();
    for at in course.stops.iter().take(6) {
        let item = book.item(*at);
        let open: Vec<Check> = item
            .criteria
            .iter()
            .filter(|condition| condition.done.is_none())
            .map(|condition| Check {
                text: Markup::text(&condition.text),
                class: "",
                icon: "unknown",
                word: "State unknown",
            })
            .collect();
        count += open.len();
        if !open.is_empty() {
            let heading = mark::anchor(&book.link(FROM, *at), &name::short(item), "quiet");
            let part = Part {
                checks: Some(open),
                ..Part::default()
            };
            columns.push(part.under(heading));
        }
    }
    (columns.len() > 1).then(|| Panel {
        count: Some(count.to_string()),
        side: Some(Markup::html(
            "<span class=\"sub\">bullets, without boxes: not known whether met</span>".into(),
        )),
        columns,
        ..Panel::new("outcomes", "Outcomes promised")
    })
}

/// What is due next.
pub fn dates(book: &Book) -> Option<Panel> {
    let today = book.edition.as_of;
    let is_open =
        |item: &Entry| !matches!(item.state(), Status::Done | Status::Dropped) && !item.discovered;
    let items = book.edition.items.iter().enumerate();
    let mut found: Vec<(Date, usize)> = items
        .filter(|(_, item)| is_open(item) && !item.week)
        .filter_map(|(at, item)| {
            let end = item.term.and_then(|term| term.end);
            let due = item.due_day().or(end)?;
            (due >= today).then_some((due, at))
        })
        .collect();
    found.sort_unstable();
    let lines: Vec<Line> = found
        .iter()
        .take(ROWS + 2)
        .map(|(due, at)| {
            let item = book.item(*at);
            let ends = if item.kind == Kind::Sprint {
                " ends"
            } else {
                ""
            };
            let words = format!("{}{ends}", name::spoken(item));
            Line {
                lead: mark::day(*due, today),
                title: mark::anchor(&book.link(FROM, *at), &words, "title"),
                end: Some(Markup::text(&distance(*due, today))),
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| Panel::new("next", "Next dates").rows("dcol", lines))
}

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

/// What is known of sprints where none runs.
pub fn sprints(book: &Book) -> Option<Panel> {
    if book.views.sprint.is_some() {
        return None;
    }
    let sprints = book.of_kind(Kind::Sprint).filter(|(_, item)| !item.week);
    let all: Vec<&Entry> = sprints.map(|(_, item)| item).collect();
    let finished: Vec<&&Entry> = all
        .iter()
        .filter(|item| item.term.is_some_and(|term| term.is_finished))
        .collect();
    let mut facts = Vec::new();
    for item in finished.iter().rev().take(3) {
        let done = item.completed.as_ref().map(|figure| amount(figure.value));
        let of = item.committed.as_ref().map(|figure| amount(figure.value));
        let words = match (done, of) {
            (Some(done), Some(of)) => format!("{done} of {of} completed"),
            (Some(done), None) => format!("{done} completed"),
            _ => continue,
        };
        facts.push((
            format!("{}, finished", name::spoken(item)),
            Markup::text(&words),
        ));
    }
    let written = all.iter().rev().find_map(|item| item.velocity.as_ref());
    facts.extend(written.map(|said| ("Velocity, as written".into(), Markup::text(&said.raw))));
    if finished.len() < 3 && !all.is_empty() {
        let pips: String = (0..3)
            .map(|at| {
                if at < finished.len() {
                    "<i class=\"on\"></i>"
                } else {
                    "<i></i>"
                }
            })
            .collect();
        let count = finished.len();
        facts.push((
            "Forecast".into(),
            Markup::html(format!(
                "<span class=\"pips\" role=\"img\" aria-label=\"{count} of 3 finished sprints\">{pips}</span> not enough data ({count} of 3 sprints)"
            )),
        ));
    }
    (!facts.is_empty()).then(|| Panel {
        side: side("sprints.html", "History"),
        facts,
        ..Panel::new("sprints", "Sprints")
    })
}

/// Documents that are shown as they are.
pub fn documents(book: &Book) -> Option<Panel> {
    let papers = &book.edition.papers;
    let lines: Vec<Line> = papers
        .iter()
        .enumerate()
        .take(ROWS)
        .map(|(at, paper)| {
            let href = relative(FROM, book.routes.paper(at));
            let place = book.edition.read.as_ref().map(|_| {
                Markup::html(format!(
                    "<span class=\"mono\">{}</span>",
                    escape(&paper.body.from)
                ))
            });
            Line {
                lead: Markup::html("<i class=\"i i-prd\"></i>".into()),
                title: mark::anchor(&href, &paper.title, "title"),
                why: place.into_iter().collect(),
                ..Line::default()
            }
        })
        .collect();
    (!lines.is_empty()).then(|| {
        Panel {
            count: Some(papers.len().to_string()),
            side: side("docs.html", "All documents"),
            ..Panel::new("documents", "Documents")
        }
        .rows("", lines)
    })
}

/// How much was read, and what it became.
pub fn read(book: &Book) -> Option<Panel> {
    let read = book.edition.read.as_ref()?;
    let mut facts = Vec::new();
    let skipped = match read.skipped.len() {
        0 => "none skipped".to_string(),
        count => format!("{count} skipped"),
    };
    let words = format!("{}, {skipped}", read.documents);
    let documents = match book.edition.record.is_some() {
        true => mark::anchor("reading.html", &words, ""),
        false => Markup::text(&words),
    };
    facts.push(("Documents".to_string(), documents));
    for kind in Kind::all() {
        let items: Vec<&Entry> = book.of_kind(kind).map(|(_, item)| item).collect();
        let Some(first) = items.first() else { continue };
        let address = list_page(list(first), 0);
        let link = if kind == Kind::Blocker && !book.views.has(&address) {
            Markup::text(&items.len().to_string())
        } else {
            mark::anchor(&address, &items.len().to_string(), "")
        };
        facts.push((capital(many(kind)), link));
    }
    facts.extend(inferred(book));
    (facts.len() > 1).then(|| Panel {
        facts,
        ..Panel::new("read", "What was read")
    })
}

fn inferred(book: &Book) -> Option<(String, Markup)> {
    let leads = book.edition.items.iter().flat_map(|item| {
        let lists = item
            .depends_on
            .iter()
            .chain(&item.blocks)
            .chain(&item.became);
        lists.filter(|lead| lead.to.is_some())
    });
    let (mut all, mut near) = (0, 0);
    for lead in leads {
        all += 1;
        near += usize::from(lead.inferred);
    }
    (near > 0).then(|| {
        (
            "References inferred".to_string(),
            Markup::text(&format!("{near} of {all}")),
        )
    })
}
