//! The sheet of a week: what entered, left, was blocked, done or carried over, and why.

use serde::Serialize;

use crate::edition::entry::{Entry, Move};
use crate::model::date::{Date, Week as Number};
use crate::model::movement::Change;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::moves::{LANES, of};
use crate::page::name;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pages::item;
use crate::page::section::{Line, Rows, Sheet};
use crate::page::view::week_of;
use crate::page::words::span;
use crate::theme::markup::{Markup, escape};

/// How many weeks on each side are in the strip.
const NEAR: usize = 3;

/// A lead is no longer than this.
const LEAD: usize = 280;

/// The sheet of a week.
pub struct Week;

impl Page for Week {
    fn name(&self) -> &'static str {
        "week"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let mut weeks: Vec<(Number, usize)> = Vec::new();
        let mut others = Vec::new();
        for (at, item) in book.edition.items.iter().enumerate() {
            match week_of(item) {
                _ if !item.week || !item.has_page => {}
                Some(week) => weeks.push((week, at)),
                None => others.push(at),
            }
        }
        weeks.sort_unstable();
        let weeks: Vec<usize> = weeks.into_iter().map(|(_, at)| at).collect();
        for (number, at) in weeks.iter().enumerate() {
            let start = number.saturating_sub(NEAR);
            let near = weeks[start..weeks.len().min(number + NEAR + 1)].to_vec();
            pages.leaves.push(leaf(book, *at, near));
        }
        let rest = others.into_iter().map(|at| leaf(book, at, Vec::new()));
        pages.leaves.extend(rest);
    }
}

fn leaf(book: &Book, at: usize, near: Vec<usize>) -> Leaf {
    let item = book.item(at);
    let title = title(item, book.edition.as_of);
    Leaf {
        address: book.routes.url(at).to_string(),
        description: format!("What moved in {title}"),
        title,
        entry: Some("sprints.html".into()),
        branch: None,
        is_wide: false,
        crumbs: vec![
            ("Plan".into(), "index.html".into()),
            ("Sprints".into(), "sprints.html".into()),
        ],
        style: None,
        fill: Box::new(move |book| {
            let sheet = Weekly::new(book, at, &near);
            let main = book.render("week", &sheet)?;
            let mut inner = sheet.sheet.inner(main);
            let lanes = sheet.lanes.iter();
            let lanes = lanes.map(|lane| (lane.id.to_string(), lane.title.to_string()));
            inner.sections.splice(0..0, lanes);
            Ok(inner)
        }),
    }
}

/// "Week 47, 16 to 22 November"; with the year where it is another one than today's.
fn title(item: &Entry, today: Date) -> String {
    let Some(week) = week_of(item) else {
        return name::title(item);
    };
    let days = span(week.monday(), week.sunday());
    match week.sunday().year() {
        year if year == today.year() => format!("Week {}, {days}", week.number()),
        year => format!("Week {}, {days} {year}", week.number()),
    }
}

/// What the template is given.
#[derive(Serialize)]
struct Weekly {
    #[serde(flatten)]
    sheet: Sheet,
    strip: Vec<Near>,
    ledger: Vec<Figure>,
    lanes: Vec<Lane>,
}

/// A week of the strip.
#[derive(Serialize)]
struct Near {
    href: String,
    name: String,
    /// What moved, a line each.
    lines: Vec<String>,
    is_here: bool,
}

/// A figure of the balance.
#[derive(Serialize)]
struct Figure {
    value: String,
    words: String,
    href: String,
}

/// A lane with its rows.
#[derive(Serialize)]
struct Lane {
    #[serde(skip)]
    change: Change,
    id: &'static str,
    title: &'static str,
    style: &'static str,
    icon: &'static str,
    rows: Rows,
    count: usize,
}

impl Weekly {
    fn new(book: &Book, at: usize, near: &[usize]) -> Self {
        let here = book.item(at);
        let from = book.routes.url(at);
        let mut sheet = item::sheet(book, at);
        sheet.head.title = Markup::text(&title(here, book.edition.as_of));
        // The title and the balance tell these.
        let told = ["Start", "End", "Committed", "Completed"];
        sheet
            .head
            .facts
            .retain(|fact| !told.contains(&fact.name.as_str()));
        if sheet.head.lead.is_none() {
            sheet.head.lead = opening(&mut sheet);
        }
        let lanes = LANES.iter().filter_map(|lane| {
            let items: Vec<Line> = of(here, lane.change)
                .map(|moved| line(book, from, moved))
                .collect();
            (!items.is_empty()).then_some(Lane {
                change: lane.change,
                id: lane.id,
                title: lane.title,
                style: lane.style,
                icon: lane.icon,
                count: items.len(),
                rows: Rows { class: "", items },
            })
        });
        let lanes: Vec<Lane> = lanes.collect();
        let ledger = lanes.iter().map(|lane| Figure {
            value: signed(lane.change, lane.count),
            words: lane.title.to_lowercase(),
            href: format!("#{}", lane.id),
        });
        let strip = near.iter().map(|other| {
            let item = book.item(*other);
            Near {
                href: book.link(from, *other),
                name: week_of(item)
                    .map_or_else(|| name::title(item), |week| format!("W{}", week.number())),
                lines: lines(item),
                is_here: *other == at,
            }
        });
        Self {
            ledger: ledger.collect(),
            strip: strip.filter(|_| near.len() > 1).collect(),
            sheet,
            lanes,
        }
    }
}

/// The first paragraph of the sheet as its lead, where it opens with a short one and nothing else.
fn opening(sheet: &mut Sheet) -> Option<Markup> {
    let first = sheet
        .sections
        .first()
        .filter(|section| section.words.is_empty())?;
    let [part] = &first.parts[..] else {
        return None;
    };
    let words = paragraph(part.prose.as_ref()?.as_str())?.to_string();
    sheet.sections.remove(0);
    Some(Markup::html(words))
}

/// The inside of a text that is one short paragraph.
fn paragraph(html: &str) -> Option<&str> {
    let inner = html.trim().strip_prefix("<p>")?.strip_suffix("</p>")?;
    let is_one = !inner.contains("<p") && !inner.contains("</p>") && !inner.contains("<br");
    (is_one && length(inner) <= LEAD).then_some(inner)
}

/// How many characters are read, tags not counted.
fn length(html: &str) -> usize {
    let parts = html.split('<').enumerate();
    let read = parts.map(|(at, part)| match (at, part.split_once('>')) {
        (0, _) => part.chars().count(),
        (_, Some((_, text))) => text.chars().count(),
        (_, None) => 0,
    });
    read.sum()
}

/// "+2" for what entered, "−1" for what left.
fn signed(change: Change, count: usize) -> String {
    match change {
        Change::Entered => format!("+{count}"),
        Change::Left => format!("−{count}"),
        _ => count.to_string(),
    }
}

/// "+2 in, −1 out", "3 done"; what did not move is not told, unless nothing did.
fn lines(item: &Entry) -> Vec<String> {
    let count = |change| of(item, change).count();
    let (entered, left) = (count(Change::Entered), count(Change::Left));
    let (done, blocked) = (count(Change::Done), count(Change::Blocked));
    balance(entered, left, done, blocked)
}

fn balance(entered: usize, left: usize, done: usize, blocked: usize) -> Vec<String> {
    let moved = (entered + left > 0).then(|| format!("+{entered} in, −{left} out"));
    let done = (done > 0).then(|| format!("{done} done"));
    let blocked = (blocked > 0 && done.is_none()).then(|| format!("{blocked} blocked"));
    let lines: Vec<String> = [moved, done, blocked].into_iter().flatten().collect();
    match lines.is_empty() {
        true => vec!["nothing moved".into()],
        false => lines,
    }
}

/// What moved, where it stands now, and why it moved.
fn line(book: &Book, from: &str, moved: &Move) -> Line {
    let why = moved.reason.as_deref().map(Markup::text);
    let Some(to) = moved.item.to else {
        return Line {
            lead: Markup::html("<i class=\"i i-link\"></i>".into()),
            title: Markup::text(&moved.item.raw),
            end: moved
                .item
                .external
                .then(|| Markup::text("outside the plan")),
            why: why.into_iter().collect(),
            ..Line::default()
        };
    };
    let item = book.item(to);
    let lead = match &item.id {
        Some(id) => format!("<span class=\"id\">{}</span>", escape(id)),
        None => format!("<i class=\"i i-{}\"></i>", mark::icon(item.kind)),
    };
    let inferred = moved.item.inferred.then(|| {
        Markup::html(format!(
            "Written as “{}” <span class=\"inf\"><i class=\"i i-near\"></i>inferred</span>",
            escape(&moved.item.raw)
        ))
    });
    Line {
        lead: Markup::html(lead),
        title: mark::item(book, from, to),
        end: Some(mark::status(item)),
        why: why.into_iter().chain(inferred).collect(),
        ..Line::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_short_paragraph_is_a_lead() {
        let link = "With <a href=\"s.html\">sprint 1</a>.";
        assert_eq!(paragraph(&format!("<p>{link}</p>\n")), Some(link));
        assert_eq!(paragraph("<p>One.</p><p>Two.</p>"), None);
        assert_eq!(paragraph("<ul><li>One</li></ul>"), None);
        assert_eq!(paragraph(&format!("<p>{}</p>", "long ".repeat(60))), None);
        assert_eq!(length(link), "With sprint 1.".len());
    }

    #[test]
    fn a_week_tells_only_what_moved() {
        assert_eq!(balance(2, 1, 3, 1), ["+2 in, −1 out", "3 done"]);
        assert_eq!(balance(0, 0, 0, 1), ["1 blocked"]);
        assert_eq!(balance(0, 0, 0, 0), ["nothing moved"]);
        assert_eq!(signed(Change::Left, 2), "−2");
    }
}
