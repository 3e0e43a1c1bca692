//! The pages about owners, put together.

use crate::chart::load::load;
use crate::page::book::{Book, relative};
use crate::page::mark;
use crate::page::name;
use crate::page::pager::{pager, range, rows};
use crate::page::pages::owners::plate::{
    ACTIVE, BLOCKED, DATED, DONE, OVERDUE, Part as Of, Plate, UNKNOWN,
};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Column, Head, Line, Part, Row, Section, Sheet, Table};
use crate::page::slices::{OWNERS, SHORT, Slice, UNOWNED};
use crate::page::subject::Subject;
use crate::page::words::{distance, list, long_day, several};
use crate::theme::markup::{Markup, escape};

/// The page of all owners.
pub(super) fn all(book: &Book) -> Sheet {
    let owners = &book.slices.owners;
    let plates: Vec<(&Slice, Plate)> = owners
        .iter()
        .map(|slice| (slice, Plate::new(book, &slice.items)))
        .collect();
    let together = Section::new("all", "All owners").count(owners.len());
    let mut sections = vec![together.with(Part::table(table(book, &plates)))];
    sections.extend(nobody(book));
    let inline = plates
        .iter()
        .filter(|(slice, _)| slice.address.contains('#'));
    sections.extend(inline.map(|(slice, plate)| section(book, slice, plate)));
    Sheet {
        head: Head {
            title: Markup::text("Owners"),
            lead: Some(Markup::text(&sentence(book, &plates))),
            ..Head::default()
        },
        sections,
        ..Sheet::default()
    }
}

/// "4 owners have 43 open items, @web most of them: 12. 3 open items have no owner."
fn sentence(book: &Book, plates: &[(&Slice, Plate)]) -> String {
    let most = plates.iter().map(|(_, plate)| plate.open).max();
    let most = most.unwrap_or_default();
    let busy = plates.iter().filter(|(_, plate)| plate.open == most);
    let busy: Vec<String> = busy.map(|(slice, _)| slice.name.clone()).collect();
    let open = several(most, "open item");
    let first = match (most, &busy[..]) {
        (0, _) => format!(
            "None of {} has an open item.",
            several(plates.len(), "owner")
        ),
        (_, [name]) if plates.len() == 1 => format!("{name} has {open}."),
        (_, [name]) => format!("Of {} owners, {name} has most to do: {open}.", plates.len()),
        (_, names) if names.len() == plates.len() => format!("Each owner has {open}."),
        (_, names) if names.len() < 4 => {
            format!("{} have most to do, {open} each.", list(names))
        }
        (_, names) => format!(
            "{} of {} owners have {open} each.",
            names.len(),
            plates.len()
        ),
    };
    match book.slices.unowned.len() {
        0 => first,
        1 => format!("{first} One open item has no owner."),
        more => format!("{first} {more} open items have no owner."),
    }
}

fn table(book: &Book, plates: &[(&Slice, Plate)]) -> Table {
    let most = plates.iter().map(|(_, plate)| plate.open).max();
    let most = most.unwrap_or_default();
    let rows = plates.iter().map(|(slice, plate)| {
        let figure = |of: Of| match plate.of(of).len() {
            0 => Markup::default(),
            many => figure(slice, plate, of, many),
        };
        let (open, here) = (plate.open, relative(OWNERS, &slice.address));
        let aria = format!(
            "{} of the {most} of whoever has most",
            several(open, "open item")
        );
        Row {
            id: None,
            cells: vec![
                mark::anchor(&here, &slice.name, "title"),
                match open {
                    0 => Markup::default(),
                    open => mark::anchor(&here, &open.to_string(), "quiet num"),
                },
                Markup::html(load(open, most, &aria)),
                figure(OVERDUE),
                figure(BLOCKED),
                figure(ACTIVE),
                plate
                    .next(book)
                    .map_or_else(Markup::default, |(at, _)| due(book, OWNERS, at)),
                figure(UNKNOWN),
                figure(DONE),
            ],
        }
    });
    let mut table = Table {
        caption: "What each owner has".into(),
        head: Column::all([
            ("Owner", "grow"),
            ("Open", "r"),
            ("Load", "load"),
            ("Overdue", "r"),
            ("Blocked", "r"),
            ("In progress", "r"),
            ("Due next", "wrap"),
            ("Without a status", "r"),
            ("Complete", "r"),
        ]),
        rows: rows.collect(),
    };
    table.drop_empty_columns();
    table
}

/// A figure, as the way to the rows that it counts.
fn figure(slice: &Slice, plate: &Plate, of: Of, number: usize) -> Markup {
    let first = plate.rows().iter().position(|(part, _)| *part == of);
    let href = match slice.address.strip_suffix(".html") {
        Some(stem) => {
            let page = first.unwrap_or_default() / ROWS;
            format!("{}#{}", list_page(stem, page), of.id)
        }
        None => format!("{}.{}", slice.address, of.id),
    };
    mark::anchor(&relative(OWNERS, &href), &number.to_string(), "quiet num")
}

/// A day, and what is due then.
fn due(book: &Book, from: &str, at: usize) -> Markup {
    let item = book.item(at);
    let when = item.due.as_ref();
    let when = when.map_or_else(Markup::default, |said| mark::when(said, book.edition.as_of));
    let link = mark::short_item(book, from, at);
    Markup::html(format!("{} {}", when.as_str(), link.as_str()))
}

/// What an owner has, on the page of all.
fn section(book: &Book, slice: &Slice, plate: &Plate) -> Section {
    let id = slice.address.split('#').nth(1).unwrap_or_default();
    let mut section = Section::new(id, &slice.name).lead(&in_words(book, plate));
    for (of, items) in &plate.parts {
        let id = format!("{id}.{}", of.id);
        section = section.with(part(book, OWNERS, &id, *of, items, items.len()));
    }
    section
}

/// "12 open items, 2 of them overdue. Next is T-7, due 24 November."
fn in_words(book: &Book, plate: &Plate) -> String {
    let (open, done) = (plate.open, plate.of(DONE).len());
    let silent = plate.of(UNKNOWN).len();
    let first = match (open, plate.of(OVERDUE).len(), silent, done) {
        (0, _, 0, 0) => "Nothing is open.".to_string(),
        (0, _, 0, done) => format!("Nothing is open, {} complete.", are(done)),
        (0, _, silent, _) => format!("{} without a status.", are(silent)),
        (open, 0, ..) => format!("{}.", several(open, "open item")),
        (1, ..) => "1 open item, overdue.".to_string(),
        (open, late, ..) if open == late => format!("{open} open items, all overdue."),
        (open, late, ..) => format!("{open} open items, {late} of them overdue."),
    };
    let Some((at, day)) = plate.next(book) else {
        return first;
    };
    let what = name::short(book.item(at));
    let today = book.edition.as_of;
    format!("{first} Next is {what}, due {}.", long_day(day, today))
}

fn are(number: usize) -> String {
    match number {
        1 => "1 item is".to_string(),
        many => format!("{many} items are"),
    }
}

/// A part of a plate with its heading; of all that it holds, perhaps only some stand here.
fn part(book: &Book, from: &str, id: &str, of: Of, items: &[usize], all: usize) -> Part {
    let lines = items.iter().map(|at| line(book, from, of, *at)).collect();
    let heading = format!(
        "<span id=\"{}\">{}</span> <small>{all}</small>",
        escape(id),
        escape(of.title)
    );
    Part::rows("", lines).under(Markup::html(heading))
}

fn line(book: &Book, from: &str, of: Of, at: usize) -> Line {
    let item = book.item(at);
    let today = book.edition.as_of;
    let above = Subject { book, at }.nearest();
    let above = above.map(|at| Markup::text(&name::short(book.item(at))));
    let title = mark::item(book, from, at);
    let id = item.id.as_ref().map_or(String::new(), |id| {
        format!(" <span class=\"id\">{}</span>", escape(id))
    });
    let said = if of == DONE { &item.done } else { &item.due };
    let end = said.as_ref().map(|said| {
        let when = mark::when(said, today);
        let late = said.value.day.filter(|_| of == OVERDUE);
        let late = late.map(|day| format!(", {}", distance(day, today)));
        Markup::html(format!("{}{}", when.as_str(), late.unwrap_or_default()))
    });
    Line {
        lead: icon(book, at),
        title: Markup::html(format!("{}{id}", title.as_str())),
        end,
        why: above.into_iter().collect(),
        ..Line::default()
    }
}

/// The shape of its state, with the word for those who do not see it.
fn icon(book: &Book, at: usize) -> Markup {
    let (style, word) = mark::state(book.item(at));
    Markup::html(format!(
        "<i class=\"i i-{style} st-{style}\" role=\"img\" aria-label=\"{word}\"></i>"
    ))
}

/// What nobody looks after, on the page of all.
fn nobody(book: &Book) -> Option<Section> {
    let items = &book.slices.unowned;
    let shown = &items[..items.len().min(SHORT)];
    let lines = shown.iter().map(|at| line(book, OWNERS, DATED, *at));
    let section = Section::new("nobody", "Without an owner").count(items.len());
    let section = section.with(Part::rows("", lines.collect()));
    let more = (items.len() > SHORT).then(|| {
        let href = relative(OWNERS, &list_page(UNOWNED, 0));
        mark::anchor(
            &href,
            &format!("All {} items without an owner", items.len()),
            "",
        )
    });
    (!items.is_empty()).then_some(Section {
        note: more,
        ..section
    })
}

/// A page of an owner.
pub(super) fn own(book: &Book, at: usize, page: usize) -> Sheet {
    let slice = &book.slices.owners[at];
    let stem = slice.address.trim_end_matches(".html");
    let from = list_page(stem, page);
    let plate = Plate::new(book, &slice.items);
    let all = plate.rows();
    let shown = &all[range(page, all.len())];
    let sections = shown.chunk_by(|one, next| one.0 == next.0).map(|places| {
        let of = places[0].0;
        let lines = places.iter().map(|(of, at)| line(book, &from, *of, *at));
        let section = Section::new(of.id, of.title).count(plate.of(of).len());
        section.with(Part::rows("", lines.collect()))
    });
    Sheet {
        head: Head {
            title: Markup::text(&slice.name),
            lead: Some(Markup::text(&in_words(book, &plate))),
            ..Head::default()
        },
        sections: sections.collect(),
        pager: pager(stem, page, all.len()),
        ..Sheet::default()
    }
}

/// A page of what nobody looks after.
pub(super) fn unowned(book: &Book, page: usize) -> Sheet {
    let items = &book.slices.unowned;
    let from = list_page(UNOWNED, page);
    let lines = rows(items, page)
        .iter()
        .map(|at| line(book, &from, DATED, *at));
    let lead = format!(
        "{} that nobody looks after.",
        several(items.len(), "open item")
    );
    Sheet {
        head: Head {
            title: Markup::text("Without an owner"),
            lead: Some(Markup::text(&lead)),
            ..Head::default()
        },
        sections: vec![
            Section {
                id: "list".into(),
                ..Section::default()
            }
            .with(Part::rows("", lines.collect())),
        ],
        pager: pager(UNOWNED, page, items.len()),
        ..Sheet::default()
    }
}
