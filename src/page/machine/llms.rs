//! llms.txt: what this site is and where its pages are, in plain words for programs that read.

use crate::edition::entry::Entry;
use crate::page::book::Book;
use crate::page::machine::address::{address, title};
use crate::page::machine::calendar::CALENDAR;
use crate::page::machine::feed::FEED;
use crate::page::machine::twin;
use crate::page::mark;
use crate::page::name;
use crate::page::page::Pages;
use crate::page::words::{capital, many, several};

/// Its address.
const LLMS: &str = "llms.txt";

/// So many of the top of the plan are named.
const MOST: usize = 30;

/// A page: its address, its title and what it is about.
type Told = (String, String, String);

/// Adds the file. It names the pages of the navigation, which are few.
pub fn add(book: &Book, pages: &mut Pages) {
    let views = book.views.plan.iter().chain(&book.views.checks);
    let told: Vec<Told> = views
        .filter_map(|view| {
            let leaf = pages
                .leaves
                .iter()
                .find(|leaf| leaf.address == view.address)?;
            let (label, about) = (view.label.clone(), leaf.description.clone());
            Some((view.address.clone(), label, about))
        })
        .collect();
    let has = |name: &str| pages.files.iter().any(|(address, _)| address == name);
    let files: Vec<(&'static str, &'static str)> = [
        ("plan.json", "the whole plan as data: every item with its status, dates, references and the lines that state them"),
        (FEED, "what was finished, decided, blocked, and what is due, newest first"),
        (CALENDAR, "every day of the plan as a calendar"),
    ]
    .into_iter()
    .filter(|(name, _)| has(name))
    .collect();
    let write = move |book: &Book| Ok(text(book, &told, &files).into_bytes());
    pages.files.push((LLMS.into(), Box::new(write)));
}

fn text(book: &Book, told: &[Told], files: &[(&str, &str)]) -> String {
    let edition = &book.edition;
    let mut out = format!(
        "# {}\n\n> A plan of {} as of {}, told from its documents by plansite.\n\n## Pages\n\n",
        line(title(book)),
        several(edition.items.len(), "item"),
        edition.as_of
    );
    let tops = book.tree.tops();
    for (to, label, about) in told {
        out.push_str(&entry(&address(book, to), label, about));
    }
    if !tops.is_empty() {
        let word = many(book.item(tops[0]).kind);
        out.push_str(&format!("\n## {}\n\n", capital(word)));
    }
    for at in tops.iter().take(MOST) {
        let item = book.item(*at);
        let to = address(book, book.routes.url(*at));
        out.push_str(&entry(&to, &name::short(item), &standing(item)));
    }
    out.push_str("\n## Data\n\n");
    for (name, about) in files {
        out.push_str(&entry(&address(book, name), name, about));
    }
    if let Some(words) = twin::told(book) {
        out.push_str(&format!("\n{words}\n"));
    }
    out
}

/// "In progress, 2 of 4 complete, due 2026-05-29, on track".
fn standing(item: &Entry) -> String {
    let (_, word) = mark::state(item);
    let tally = item.progress.as_ref().and_then(|progress| progress.tally);
    let tally = tally.map(|tally| format!("{} of {} complete", tally.done, tally.of));
    let due = item.due_day().map(|day| format!("due {day}"));
    let health = item.health.as_ref().map(|health| health.value);
    let health = health.filter(|health| !matches!(*health, "unknown" | "done"));
    let parts = [
        Some(word.to_string()),
        tally,
        due,
        health.map(str::to_string),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn entry(address: &str, label: &str, about: &str) -> String {
    format!("- [{}]({address}): {}\n", line(label), line(about))
}

/// Words of an author in one line, in which no bracket ends a link.
fn line(words: &str) -> String {
    let words = words.chars().map(|c| match c {
        '[' => '(',
        ']' => ')',
        c if c.is_control() => ' ',
        c => c,
    });
    words.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_in_their_line() {
        assert_eq!(entry("a.html", "b]c\nd", "e"), "- [b)c d](a.html): e\n");
    }
}
