//! What documents declare of progress, held against what the plan adds up to.

use crate::edition::entry::{Claim, Entry};
use crate::model::tally::Tally;
use crate::page::book::Book;
use crate::page::figure;
use crate::page::mark;
use crate::page::name;
use crate::page::section::{Column, Part, Row, Section, Table};
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// How many declared figures are held against the computed ones.
const DECLARED: usize = 100;

/// The figures that documents declare, beside what the plan adds up to.
pub fn declared(book: &Book) -> Option<Section> {
    let items = book.edition.items.iter().enumerate();
    let mut figures: Vec<Figures<'_>> = items.filter_map(|(at, item)| figures(at, item)).collect();
    if figures.len() > DECLARED {
        figures.sort_by_key(Figures::agree);
    }
    let left = figures.len().saturating_sub(DECLARED);
    let table = Table {
        caption: book
            .tongue
            .say("Declared and computed progress")
            .into_owned(),
        head: Column::all([
            ("Item", "grow"),
            ("Declared", "r"),
            ("Computed", "r"),
            ("Difference", "r"),
        ]),
        rows: figures
            .iter()
            .take(DECLARED)
            .map(|figures| figures.row(book))
            .collect(),
    };
    let section = Section::new("drift", "Declared and computed progress").with(Part::table(table));
    let section = match left {
        0 => section,
        _ => section.note(&book.tongue.count(
            left,
            "{number} more stands on the page of its item.",
            "{number} more stand on the pages of their items.",
            &[],
        )),
    };
    (!figures.is_empty()).then_some(section)
}

/// What is declared of an item, and what is computed.
struct Figures<'a> {
    at: usize,
    declared: &'a Claim<Tally>,
    computed: Option<Tally>,
}

fn figures(at: usize, item: &Entry) -> Option<Figures<'_>> {
    let progress = item.progress.as_ref()?;
    Some(Figures {
        at,
        declared: progress.declared.as_ref()?,
        computed: progress.tally,
    })
}

impl Figures<'_> {
    fn agree(&self) -> bool {
        self.computed == Some(self.declared.value)
    }

    fn row(&self, book: &Book) -> Row {
        let tongue = &book.tongue;
        let title = mark::anchor(
            &book.link("health.html", self.at),
            &name::short(book.item(self.at)),
            "title",
        );
        let source = self.declared.source.as_ref();
        let place = source.map_or(String::new(), |source| {
            let words = format!("{}:{}", source.file, source.line);
            format!("<span class=\"sub mono\">{}</span>", escape(&words))
        });
        let computed = match self.computed {
            Some(tally) => Markup::text(&told(tongue, tally)),
            None => Markup::text(&tongue.say("unknown")),
        };
        let difference = difference(tongue, self.declared.value, self.computed);
        let difference = match (self.agree(), difference) {
            (_, None) => Markup::default(),
            (true, Some(words)) => Markup::text(&words),
            (false, Some(words)) => Markup::html(format!(
                "<span class=\"gapw\"><i class=\"i i-warn\"></i>{}</span>",
                escape(&words)
            )),
        };
        Row {
            id: None,
            cells: vec![
                Markup::html(title.as_str().to_string() + &place),
                Markup::text(&told(tongue, self.declared.value)),
                computed,
                difference,
            ],
        }
    }
}

/// "13/20 (65%)"
fn told(tongue: &Tongue, tally: Tally) -> String {
    let percent = tally.percent();
    let percent = percent.map_or(String::new(), |percent| {
        format!(" ({})", figure::percent(tongue, percent))
    });
    format!("{}/{}{percent}", tally.done, tally.of)
}

/// "10 points over"; "0" where both say the same; nothing where one is not known.
fn difference(tongue: &Tongue, declared: Tally, computed: Option<Tally>) -> Option<String> {
    let computed = computed?;
    if declared == computed {
        return Some("0".into());
    }
    let points = declared.percent()?.abs_diff(computed.percent()?) as usize;
    Some(match declared.percent().cmp(&computed.percent()) {
        std::cmp::Ordering::Greater => {
            tongue.count(points, "{number} point over", "{number} points over", &[])
        }
        std::cmp::Ordering::Less => {
            tongue.count(points, "{number} point under", "{number} points under", &[])
        }
        std::cmp::Ordering::Equal => tongue.say("other rows").into_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn declared_and_computed_are_compared_in_points() {
        let tally = |done, of| Tally { done, of };
        let between = |a, b| difference(&Tongue::english(), a, Some(b)).unwrap();
        assert_eq!(between(tally(13, 20), tally(11, 20)), "10 points over");
        assert_eq!(between(tally(0, 5), tally(1, 5)), "20 points under");
        assert_eq!(between(tally(1, 2), tally(2, 4)), "other rows");
        assert_eq!(between(tally(1, 2), tally(1, 2)), "0");
        assert_eq!(difference(&Tongue::english(), tally(1, 2), None), None);
    }
}
