//! The columns that a view names, as a table.

use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::blockage::Blockage;
use crate::page::book::{Book, relative};
use crate::page::mark;
use crate::page::name;
use crate::page::noun;
use crate::page::section::{Column, Row, Table};
use crate::page::subject::Subject;
use crate::page::words::clip;
use crate::query::answer::Answers;
use crate::query::field::{Field, Known};
use crate::query::view::View;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::Tongue;

/// What is shown where a view names no columns.
const USUAL: [Known; 5] = [
    Known::Id,
    Known::Title,
    Known::Status,
    Known::Owner,
    Known::Due,
];

/// Longer words of the author's stand on the page of their item, not in a cell.
const LONG: usize = 240;

/// The columns of a view.
pub fn columns(view: &View) -> Vec<Field> {
    match view.columns.is_empty() {
        true => USUAL.into_iter().map(Field::Known).collect(),
        false => view.columns.clone(),
    }
}

/// These items in these columns, on the page at `from`.
pub fn table(book: &Book, from: &str, items: &[usize], columns: &[Field], caption: &str) -> Table {
    let rows = items.iter().map(|at| Row {
        id: None,
        cells: columns
            .iter()
            .map(|field| cell(book, from, *at, field))
            .collect(),
    });
    Table {
        caption: caption.to_string(),
        head: columns
            .iter()
            .map(|field| head(&book.tongue, field))
            .collect(),
        rows: rows.collect(),
    }
}

fn head(tongue: &Tongue, field: &Field) -> Column {
    let class = match field {
        Field::Known(Known::Title) => "grow",
        Field::Own(_) => "wrap",
        Field::Known(
            Known::Phase
            | Known::Milestone
            | Known::Feature
            | Known::Story
            | Known::Parent
            | Known::Label
            | Known::BlockedBy
            | Known::WayOut
            | Known::DependsOn
            | Known::Health,
        ) => "wrap",
        Field::Known(_) => "",
    };
    Column {
        label: match field {
            Field::Known(_) => tongue.say(field.label()).into_owned(),
            Field::Own(name) => name.clone(),
        },
        class,
    }
}

/// What stands in a column for an item.
fn cell(book: &Book, from: &str, at: usize, field: &Field) -> Markup {
    let item = book.item(at);
    let subject = Subject { book, at };
    let today = book.edition.as_of;
    let above = |at: Option<usize>| {
        at.map_or_else(Markup::default, |at| {
            let words = name::short(book.item(at));
            mark::anchor(&book.link(from, at), &words, "")
        })
    };
    let said = |words: Option<&str>| words.map_or_else(Markup::default, clipped);
    let when = |said: &Option<_>| {
        let said = said.as_ref();
        said.map_or_else(Markup::default, |said| {
            badge::when(&book.tongue, said, today)
        })
    };
    let Field::Known(known) = field else {
        let words = subject.words(field).join(", ");
        return clipped(&words);
    };
    match known {
        Known::Id => item.id.as_ref().map_or_else(Markup::default, |id| {
            let href = escape(&book.link(from, at)).into_owned();
            Markup::html(format!(
                "<a class=\"id\" href=\"{href}\">{}</a>",
                escape(id)
            ))
        }),
        Known::Title => mark::item(book, from, at),
        Known::Kind => Markup::text(&noun::title(&book.tongue, item.kind)),
        Known::Status => badge::status_cell(&book.tongue, item),
        Known::Health => item
            .health
            .as_ref()
            .map_or_else(Markup::default, |found| badge::health(&book.tongue, found)),
        Known::Priority => item
            .priority
            .as_ref()
            .map_or_else(Markup::default, |said| mark::priority(&said.raw)),
        Known::Owner => {
            let raw = item.owner.as_ref().map_or("", |said| &said.raw);
            let owners = book.slices.owners_in(raw, |to| relative(from, to));
            Markup::html(format!("<span class=\"who\">{}</span>", owners.as_str()))
        }
        Known::Label => book.slices.labels_in(&item.labels, |to| relative(from, to)),
        Known::Phase => above(subject.above(Kind::Phase)),
        Known::Milestone => above(subject.above(Kind::Milestone)),
        Known::Feature => above(subject.above(Kind::Feature)),
        Known::Story => above(subject.above(Kind::Story)),
        Known::Parent => above(item.parent_item()),
        Known::Sprint => match item.sprint.as_ref() {
            Some(lead) => match lead.to {
                Some(to) => {
                    let words = name::called(&book.tongue, book.item(to));
                    mark::anchor(&book.link(from, to), &words, "")
                }
                None => Markup::text(&lead.raw),
            },
            None => Markup::default(),
        },
        Known::Estimate => said(item.estimate.as_ref().map(|said| said.raw.as_str())),
        Known::Progress => item
            .progress
            .as_ref()
            .map_or_else(Markup::default, |progress| {
                badge::bar(&book.tongue, progress)
            }),
        Known::Start => when(&item.start),
        Known::Due => when(&item.due),
        Known::Done => when(&item.done),
        Known::Since => {
            let told = Blockage::new(book, from, at);
            match told.since {
                Some(day) => badge::day(&book.tongue, day, today),
                None => said(told.since_written.as_deref()),
            }
        }
        Known::BlockedBy => {
            let why = Blockage::new(book, from, at).why;
            let why: Vec<&str> = why.iter().map(Markup::as_str).collect();
            Markup::html(why.join("<br>"))
        }
        Known::WayOut => said(Blockage::new(book, from, at).way_out.as_deref()),
        Known::DependsOn => {
            let leads = item.depends_on.iter();
            let told: Vec<String> = leads
                .map(|lead| mark::lead(book, from, lead).as_str().to_string())
                .collect();
            Markup::html(told.join(", "))
        }
        Known::Open | Known::Ready | Known::Blocked | Known::Overdue | Known::Discovered => {
            match subject.holds(field) {
                true => Markup::text(&book.tongue.say("yes")),
                false => Markup::default(),
            }
        }
    }
}

fn clipped(words: &str) -> Markup {
    Markup::text(&clip(words, LONG))
}
