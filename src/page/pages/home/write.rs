//! What to write next: the few lines that would tell most.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::name;
use crate::page::pages::home::course::Course;
use crate::page::section::Advice;
use crate::theme::tongue::key;

/// More advice than this is none.
const MOST: usize = 3;

/// What to write next in a plan that has items. Only those who know where things stand can write.
pub fn next(book: &Book, course: &Course) -> Vec<Advice> {
    if book.edition.read.is_none() {
        return Vec::new();
    }
    let all = [
        status(book, course),
        tasks(book, course),
        due(book, course),
        sprints(book),
    ];
    all.into_iter().flatten().take(MOST).collect()
}

fn open<'a>(book: &'a Book, course: &'a Course) -> impl Iterator<Item = &'a Entry> {
    let stops = course.stops.iter().map(|at| book.item(*at));
    stops.filter(|item| !matches!(item.state(), Status::Done | Status::Dropped))
}

fn place(item: &Entry) -> Option<String> {
    let source = item.sources.first()?;
    Some(format!("{}:{}", source.file, source.line))
}

fn status(book: &Book, course: &Course) -> Option<Advice> {
    let item = open(book, course).find(|item| item.status.is_none())?;
    Some(Advice {
        strong: book.tongue.say(standing(item.kind)).into_owned(),
        text: said(
            book,
            key(
                "One line below its heading; health and the first sentence of this page follow from it.",
            ),
        ),
        place: place(item)?,
        paste: "**Status:** In progress".into(),
    })
}

fn said(book: &Book, words: &'static str) -> String {
    book.tongue.say(words).into_owned()
}

fn standing(kind: Kind) -> &'static str {
    match kind {
        Kind::Phase => key("Say where each phase stands."),
        Kind::Milestone => key("Say where each milestone stands."),
        _ => key("Say where each feature stands."),
    }
}

fn dating(kind: Kind) -> &'static str {
    match kind {
        Kind::Phase => key("Date a phase."),
        Kind::Milestone => key("Date a milestone."),
        _ => key("Date a feature."),
    }
}

fn tasks(book: &Book, course: &Course) -> Option<Advice> {
    if book.of_kind(Kind::Task).next().is_some() {
        return None;
    }
    let item = open(book, course).find(|item| item.progress.is_none())?;
    Some(Advice {
        strong: book.tongue.tell(
            "List the tasks of {name}.",
            &[("name", &name::called(&book.tongue, item))],
        ),
        text: said(
            book,
            key("Boxes or a table below it give progress. They need no dates."),
        ),
        place: place(item)?,
        paste: "**Tasks:**\n- [x] …\n- [ ] …".into(),
    })
}

fn due(book: &Book, course: &Course) -> Option<Advice> {
    if course.stops.iter().any(|at| book.item(*at).due.is_some()) {
        return None;
    }
    let item = open(book, course).next()?;
    Some(Advice {
        strong: book.tongue.say(dating(item.kind)).into_owned(),
        text: said(
            book,
            key("A due date gives it a place on the roadmap and a health."),
        ),
        place: place(item)?,
        paste: format!("**Due:** {}", book.edition.as_of.plus_days(28)),
    })
}

/// A plan that counts sprints and has too few of them for a forecast.
fn sprints(book: &Book) -> Option<Advice> {
    let sprints = book.of_kind(Kind::Sprint).filter(|(_, item)| !item.week);
    let all: Vec<&Entry> = sprints.map(|(_, item)| item).collect();
    let finished = all
        .iter()
        .filter(|item| item.term.is_some_and(|term| term.is_finished))
        .count();
    let last = all.last().filter(|item| !item.has_page)?;
    (finished < 3).then_some(())?;
    Some(Advice {
        strong: said(book, key("Write down each sprint that ends.")),
        text: said(
            book,
            key("What was committed and what was completed; from three on, a trend can be seen."),
        ),
        place: place(last)?,
        paste: "| Sprint | Dates | Goal | Committed | Completed |".into(),
    })
}
