//! What to write next: the few lines that would tell most.

use crate::edition::entry::Entry;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::page::book::Book;
use crate::page::name;
use crate::page::pages::home::course::Course;
use crate::page::section::Advice;

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
        strong: format!("Say where each {} stands.", item.kind.name()),
        text:
            "One line below its heading; health and the first sentence of this page follow from it."
                .into(),
        place: place(item)?,
        paste: "**Status:** In progress".into(),
    })
}

fn tasks(book: &Book, course: &Course) -> Option<Advice> {
    if book.of_kind(Kind::Task).next().is_some() {
        return None;
    }
    let item = open(book, course).find(|item| item.progress.is_none())?;
    Some(Advice {
        strong: format!("List the tasks of {}.", name::spoken(item)),
        text: "Boxes or a table below it give progress. They need no dates.".into(),
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
        strong: format!("Date a {}.", item.kind.name()),
        text: "A due date gives it a place on the roadmap and a health.".into(),
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
        strong: "Write down each sprint that ends.".into(),
        text: "What was committed and what was completed; from three on, a trend can be seen."
            .into(),
        place: place(last)?,
        paste: "| Sprint | Dates | Goal | Committed | Completed |".into(),
    })
}
