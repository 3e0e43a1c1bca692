//! The roadmap: what has a date, in time, and the same dates as a table.

mod dates;
mod drawing;
mod lead;
mod rows;
mod weeks;

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::figure::number;
use crate::page::page::{Leaf, Page, Pages};
use crate::page::pages::roadmap::dates::{dates, waits};
use crate::page::pages::roadmap::drawing::drawing;
use crate::page::pages::roadmap::lead::{Dated, sentence};
use crate::page::pages::roadmap::rows::Rows;
use crate::page::pages::roadmap::weeks::weeks;
use crate::page::section::{Head, Part, Section, Sheet};
use crate::page::term::is_finished;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// The address of the page.
const ADDRESS: &str = "roadmap.html";

/// A forecast needs so many finished sprints.
const TREND: usize = 3;

/// The roadmap.
pub struct Roadmap;

impl Page for Roadmap {
    fn name(&self) -> &'static str {
        "roadmap"
    }

    fn add(&self, book: &Book, pages: &mut Pages) {
        if !book.views.has(ADDRESS) {
            return;
        }
        pages.leaves.push(Leaf {
            address: ADDRESS.into(),
            title: book.tongue.say("Roadmap").into_owned(),
            description: book
                .tongue
                .say("Phases and milestones in time")
                .into_owned(),
            entry: None,
            branch: None,
            is_wide: true,
            crumbs: vec![(book.tongue.say("Plan").into_owned(), "index.html".into())],
            style: None,
            fill: Box::new(|book| {
                let sheet = sheet(book);
                let main = book.render("roadmap", &sheet)?;
                Ok(sheet.inner(&book.tongue, main))
            }),
        });
    }
}

fn sheet(book: &Book) -> Sheet {
    let tongue = &*book.tongue;
    let rows = Rows::new(book);
    let told: Vec<Dated> = rows
        .dated
        .iter()
        .map(|at| Dated::new(tongue, book.item(*at)))
        .collect();
    let left_out = (rows.left_out > 0).then(|| {
        let drawn = rows.drawn.len();
        Markup::text(&tongue.count(
            drawn,
            "The first row is drawn; the table below has more.",
            "The first {number} rows are drawn; the table below has more.",
            &[],
        ))
    });
    let (dates, weeks) = (dates(book, ADDRESS, &rows), weeks(book, ADDRESS, &rows));
    // Where nothing has a day, the weeks of the plan are its picture.
    let sections = match rows.drawn.is_empty() {
        true => [weeks, Some(dates)],
        false => [Some(dates), weeks],
    };
    Sheet {
        head: Head {
            title: Markup::text(&tongue.say("Roadmap")),
            lead: sentence(tongue, &told, book.edition.as_of).map(|words| Markup::text(&words)),
            sub: left_out,
            ..Head::default()
        },
        drawing: Some(Markup::html(drawing(book, ADDRESS, &rows))),
        sections: sections
            .into_iter()
            .flatten()
            .chain(waits(book, ADDRESS, &rows))
            .chain(forecast(tongue, finished(book)))
            .collect(),
        ..Sheet::default()
    }
}

fn finished(book: &Book) -> usize {
    let sprints = book.of_kind(Kind::Sprint);
    let over = sprints.filter(|(_, item)| !item.is_week_sheet() && is_finished(item));
    over.count()
}

/// Why no dates are forecast; nothing where that is not the reason.
fn forecast(tongue: &Tongue, finished: usize) -> Option<Section> {
    (finished < TREND).then(|| {
        let words = match finished {
            0 => key("A forecast is made from finished sprints or weeks of history. This plan has none: not enough data ({finished} of {of} sprints)."),
            _ => key("A forecast is made from finished sprints or weeks of history. This plan has {spelled}: not enough data ({finished} of {of} sprints)."),
        };
        let spelled = number(tongue, finished);
        let words = tongue.tell(
            words,
            &[("spelled", &spelled), ("finished", &finished), ("of", &TREND)],
        );
        let prose = Part::prose(format!("<p>{}</p>", escape(&words)));
        Section::new("forecast", "No forecast").with(prose)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_for_no_forecast_counts_sprints() {
        let words = |finished| {
            let section = forecast(&Tongue::english(), finished)?;
            let part = section.parts.into_iter().next()?;
            Some(part.prose?.as_str().to_string())
        };
        assert!(words(0).unwrap().contains("This plan has none: not enough"));
        assert!(
            words(1)
                .unwrap()
                .contains("has one: not enough data (1 of 3")
        );
        assert_eq!(words(3), None);
    }
}
