//! The page of a week or a sprint: what was carried over, entered, left, was blocked and done, and why.

mod balance;
mod drawing;
mod lane;
mod outlook;
mod sentence;
mod strip;
mod telling;

use serde::Serialize;

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::calendar;
use crate::page::name;
use crate::page::page::{Inner, Leaf, Page, Pages};
use crate::page::pages::item;
use crate::page::panels::panel::Panel;
use crate::page::section::{Section, Sheet};
use crate::page::view::week_of;
use crate::theme::markup::Markup;
use crate::theme::tongue::{Tongue, key};
use balance::Figure;
use lane::Lane;
use strip::{Stop, Way};
use telling::Telling;

/// An opening is no longer than this.
const OPENING: usize = 480;

/// The sheet of a week, and the page of a sprint.
pub struct Week;

impl Page for Week {
    fn name(&self) -> &'static str {
        "week"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        let sprints = book.edition.items.iter().enumerate();
        let sprints = sprints.filter(|(_, item)| item.kind == Kind::Sprint && item.has_page);
        pages.leaves.extend(sprints.map(|(at, _)| leaf(book, at)));
    }
}

fn leaf(book: &Book, at: usize) -> Leaf {
    let item = book.item(at);
    let title = title(book, item);
    Leaf {
        address: book.routes.url(at).to_string(),
        description: book
            .tongue
            .tell("What moved in {week}", &[("week", &title)]),
        title,
        entry: Some("sprints.html".into()),
        branch: None,
        is_wide: false,
        crumbs: vec![
            (book.tongue.say("Plan").into_owned(), "index.html".into()),
            (
                book.tongue.say("Sprints").into_owned(),
                "sprints.html".into(),
            ),
        ],
        style: None,
        fill: Box::new(move |book| {
            let sheet = Weekly::new(book, at);
            let main = book.render("week", &sheet)?;
            Ok(sheet.inner(&book.tongue, main))
        }),
    }
}

/// "Week 47, 16 to 22 November"; with the year where it is another one than today's.
fn title(book: &Book, item: &Entry) -> String {
    let Some(week) = week_of(item) else {
        return name::short(item);
    };
    let (tongue, year) = (&book.tongue, week.sunday().year());
    let days = calendar::span(tongue, week.monday(), week.sunday());
    let parts: [(&str, &dyn std::fmt::Display); 3] =
        [("which", &week.number()), ("days", &days), ("year", &year)];
    match year == book.edition.as_of.year() {
        true => tongue.tell("Week {which}, {days}", &parts),
        false => tongue.tell("Week {which}, {days} {year}", &parts),
    }
}

/// What the template is given.
#[derive(Serialize)]
struct Weekly {
    #[serde(flatten)]
    sheet: Sheet,
    /// The first words of the author's.
    opening: Option<Markup>,
    strip_label: &'static str,
    strip: Vec<Stop>,
    ledger: Vec<Figure>,
    stacks: Vec<Vec<Panel>>,
    flow: Option<Section>,
    lanes_title: &'static str,
    lanes: Vec<Lane>,
    ways: [Option<Way>; 2],
}

impl Weekly {
    fn new(book: &Book, at: usize) -> Self {
        let telling = Telling::new(book, at);
        let (item, from) = (telling.item, telling.from);
        let mut sheet = item::sheet(book, at);
        if week_of(item).is_some() {
            sheet.head.title = Markup::text(&title(book, item));
            // The title and the balance tell these.
            let told = ["Start", "End", "Committed", "Completed"];
            let facts = &mut sheet.head.facts;
            facts.retain(|fact| !told.contains(&fact.name.as_str()));
        }
        let opening = match sheet.head.lead {
            Some(_) => None,
            None => opening(&mut sheet),
        };
        let opening = match sentence::sentence(&telling) {
            // What an author says it is for stands below what came of it.
            Some(words) => {
                sheet.head.sub = sheet.head.lead.replace(Markup::text(&words));
                opening
            }
            None => {
                sheet.head.lead = sheet.head.lead.take().or(opening);
                None
            }
        };
        Self {
            opening,
            strip_label: if item.is_week_sheet() {
                key("Weeks")
            } else {
                key("Sprints")
            },
            strip: strip::strip(book, from, at),
            ledger: balance::balance(&telling),
            stacks: outlook::outlook(&telling),
            flow: drawing::drawing(&telling),
            lanes_title: lane::title(item),
            lanes: lane::lanes(&telling),
            ways: strip::ways(book, from, at),
            sheet,
        }
    }

    fn inner(&self, tongue: &Tongue, main: String) -> Inner {
        let mut inner = self.sheet.inner(tongue, main);
        let section = |is_there: bool, id: &str, words: &str| {
            is_there.then(|| (id.to_string(), tongue.say(words).into_owned()))
        };
        let flow = self.flow.as_ref();
        let flow = flow.map(|flow| (flow.id.clone(), flow.words.clone()));
        let own = [
            section(!self.ledger.is_empty(), "balance", key("Balance")),
            flow,
            section(!self.lanes.is_empty(), "lanes", self.lanes_title),
        ];
        inner.sections.splice(0..0, own.into_iter().flatten());
        inner
    }
}

/// The first paragraph of the sheet, where it opens with a short one and nothing else.
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
    (is_one && length(inner) <= OPENING).then_some(inner)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_short_paragraph_is_an_opening() {
        let link = "With <a href=\"s.html\">sprint 1</a>.";
        assert_eq!(paragraph(&format!("<p>{link}</p>\n")), Some(link));
        assert_eq!(paragraph("<p>One.</p><p>Two.</p>"), None);
        assert_eq!(paragraph("<ul><li>One</li></ul>"), None);
        assert_eq!(paragraph(&format!("<p>{}</p>", "long ".repeat(100))), None);
        assert_eq!(length(link), "With sprint 1.".len());
    }
}
