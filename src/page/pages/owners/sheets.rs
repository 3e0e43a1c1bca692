//! The pages about owners, put together.

use crate::chart::load::load;
use crate::page::badge;
use crate::page::book::{Book, relative};
use crate::page::calendar::{distance, long_day};
use crate::page::mark;
use crate::page::name;
use crate::page::pager::{links, range, rows};
use crate::page::pages::owners::plate::{
    ACTIVE, BLOCKED, DATED, DONE, OVERDUE, Part as Of, Plate, UNKNOWN,
};
use crate::page::route::{ROWS, list_page};
use crate::page::section::{Column, Head, Line, Part, Row, Section, Sheet, Table};
use crate::page::slices::{OWNERS, SHORT, Slice, UNOWNED};
use crate::page::subject::Subject;
use crate::theme::markup::{Markup, escape};

/// The page of all owners.
pub(super) fn all(book: &Book) -> Sheet {
    let owners = &book.slices.owners;
    let plates: Vec<(&Slice, Plate)> = owners
        .iter()
        .map(|slice| (slice, Plate::new(book, &slice.items)))
        .collect();
    let together = Section::new("all", &book.tongue.say("All owners")).count(owners.len());
    let mut sections = vec![together.with(Part::table(table(book, &plates)))];
    sections.extend(nobody(book));
    let inline = plates
        .iter()
        .filter(|(slice, _)| slice.address.contains('#'));
    sections.extend(inline.map(|(slice, plate)| section(book, slice, plate)));
    Sheet {
        head: Head {
            title: Markup::text(&book.tongue.say("Owners")),
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
    let (tongue, all) = (&book.tongue, plates.len());
    let first = match (most, &busy[..]) {
        (0, _) => tongue.say("No owner has an open item.").into_owned(),
        (_, [name]) if all == 1 => tongue.count(
            most,
            "{owner} has one open item.",
            "{owner} has {number} open items.",
            &[("owner", name)],
        ),
        (_, [name]) => tongue.count(
            most,
            "Of {all} owners, {owner} alone has an open item.",
            "Of {all} owners, {owner} has most to do: {number} open items.",
            &[("owner", name), ("all", &all)],
        ),
        (_, names) if names.len() == all => tongue.count(
            most,
            "Each of {all} owners has one open item.",
            "Each of {all} owners has {number} open items.",
            &[("all", &all)],
        ),
        (_, names) if names.len() < 4 => tongue.count(
            most,
            "{owners} have one open item each.",
            "{owners} have most to do, {number} open items each.",
            &[("owners", &tongue.list(names))],
        ),
        (_, names) => tongue.count(
            most,
            "{some} of {all} owners have one open item each.",
            "{some} of {all} owners have {number} open items each.",
            &[("some", &names.len()), ("all", &all)],
        ),
    };
    let unowned = book.slices.unowned.len();
    if unowned == 0 {
        return first;
    }
    let second = tongue.count(
        unowned,
        "One open item has no owner.",
        "{number} open items have no owner.",
        &[],
    );
    format!("{first} {second}")
}

fn table(book: &Book, plates: &[(&Slice, Plate)]) -> Table {
    let tongue = &book.tongue;
    let most = plates.iter().map(|(_, plate)| plate.open).max();
    let most = most.unwrap_or_default();
    let rows = plates.iter().map(|(slice, plate)| {
        let figure = |of: Of| match plate.of(of).len() {
            0 => Markup::default(),
            many => figure(slice, plate, of, many),
        };
        let (open, here) = (plate.open, relative(OWNERS, &slice.address));
        let aria = tongue.count(
            open,
            "One open item; who has most has {most}",
            "{number} open items; who has most has {most}",
            &[("most", &most)],
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
        caption: tongue.say("What each owner has").into_owned(),
        head: Column::all([
            (&*tongue.say("Owner"), "grow"),
            (&*tongue.say("Open"), "r"),
            (&*tongue.say("Load"), "load"),
            (&*tongue.say("Overdue"), "r"),
            (&*tongue.say("Blocked"), "r"),
            (&*tongue.say("In progress"), "r"),
            (&*tongue.say("Due next"), "wrap"),
            (&*tongue.say("Without a status"), "r"),
            (&*tongue.say("Complete"), "r"),
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
    let when = when.map_or_else(Markup::default, |said| {
        badge::when(&book.tongue, said, book.edition.as_of)
    });
    let link = mark::short_item(book, from, at);
    Markup::html(format!("{} {}", when.as_str(), link.as_str()))
}

/// What an owner has, on the page of all.
fn section(book: &Book, slice: &Slice, plate: &Plate) -> Section {
    let id = slice.address.split('#').nth(1).unwrap_or_default();
    let mut section = Section::new(id, &slice.name).lead(&in_words(book, plate));
    section.is_ours = false;
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
    let tongue = &book.tongue;
    let first = match (open, plate.of(OVERDUE).len(), silent, done) {
        (0, _, 0, 0) => tongue.say("Nothing is open.").into_owned(),
        (0, _, 0, done) => tongue.count(
            done,
            "Nothing is open, one item is complete.",
            "Nothing is open, {number} items are complete.",
            &[],
        ),
        (0, _, silent, _) => tongue.count(
            silent,
            "One item is without a status.",
            "{number} items are without a status.",
            &[],
        ),
        (open, 0, ..) => tongue.count(open, "One open item.", "{number} open items.", &[]),
        (open, late, ..) if open == late => tongue.count(
            open,
            "One open item, and it is overdue.",
            "{number} open items, all overdue.",
            &[],
        ),
        (open, late, ..) => tongue.count(
            late,
            "{open} open items, one of them overdue.",
            "{open} open items, {number} of them overdue.",
            &[("open", &open)],
        ),
    };
    let Some((at, day)) = plate.next(book) else {
        return first;
    };
    let what = name::short(book.item(at));
    let day = long_day(tongue, day, book.edition.as_of);
    let second = tongue.tell(
        "Next is {item}, due {day}.",
        &[("item", &tongue.part(&what)), ("day", &day)],
    );
    format!("{first} {second}")
}

/// A part of a plate with its heading; of all that it holds, perhaps only some stand here.
fn part(book: &Book, from: &str, id: &str, of: Of, items: &[usize], all: usize) -> Part {
    let lines = items.iter().map(|at| line(book, from, of, *at)).collect();
    let heading = format!(
        "<span id=\"{}\">{}</span> <small>{all}</small>",
        escape(id),
        escape(&book.tongue.say(of.title))
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
        let when = badge::when(&book.tongue, said, today);
        let late = said.value.day.filter(|_| of == OVERDUE);
        let late = late.map(|day| format!(", {}", distance(&book.tongue, day, today)));
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
    let (style, word) = (
        badge::style(book.item(at)),
        badge::word(&book.tongue, book.item(at)),
    );
    let word = escape(&word);
    Markup::html(format!(
        "<i class=\"i i-{style} st-{style}\" role=\"img\" aria-label=\"{word}\"></i>"
    ))
}

/// What nobody looks after, on the page of all.
fn nobody(book: &Book) -> Option<Section> {
    let items = &book.slices.unowned;
    let shown = &items[..items.len().min(SHORT)];
    let lines = shown.iter().map(|at| line(book, OWNERS, DATED, *at));
    let section = Section::new("nobody", &book.tongue.say("Without an owner")).count(items.len());
    let section = section.with(Part::rows("", lines.collect()));
    let more = (items.len() > SHORT).then(|| {
        let href = relative(OWNERS, &list_page(UNOWNED, 0));
        mark::anchor(
            &href,
            &book.tongue.tell(
                "All {number} items without an owner",
                &[("number", &items.len())],
            ),
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
        let section = Section::new(of.id, &book.tongue.say(of.title)).count(plate.of(of).len());
        section.with(Part::rows("", lines.collect()))
    });
    Sheet {
        head: Head {
            title: Markup::text(&slice.name),
            lead: Some(Markup::text(&in_words(book, &plate))),
            ..Head::default()
        },
        sections: sections.collect(),
        pager: links(&book.tongue, stem, page, all.len()),
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
    let lead = book.tongue.count(
        items.len(),
        "One open item that nobody looks after.",
        "{number} open items that nobody looks after.",
        &[],
    );
    Sheet {
        head: Head {
            title: Markup::text(&book.tongue.say("Without an owner")),
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
        pager: links(&book.tongue, UNOWNED, page, items.len()),
        ..Sheet::default()
    }
}
