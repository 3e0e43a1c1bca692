//! llms.txt: what this site is and where its pages are, in plain words for programs that read.

use std::fmt::Display;

use crate::edition::entry::Entry;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::machine::address::{address, title};
use crate::page::machine::calendar::CALENDAR;
use crate::page::machine::feed::FEED;
use crate::page::machine::twin;
use crate::page::name;
use crate::page::noun;
use crate::page::page::Pages;
use crate::theme::tongue::{Tongue, key};

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
        ("plan.json", key("the whole plan as data: every item with its status, dates, references and the lines that state them")),
        (FEED, key("what was finished, decided, blocked, and what is due, newest first")),
        (CALENDAR, key("every day of the plan as a calendar")),
    ]
    .into_iter()
    .filter(|(name, _)| has(name))
    .collect();
    let write = move |book: &Book| Ok(text(book, &told, &files).into_bytes());
    pages.files.push((LLMS.into(), Box::new(write)));
}

fn text(book: &Book, told: &[Told], files: &[(&'static str, &'static str)]) -> String {
    let (edition, tongue) = (&book.edition, &book.tongue);
    let about = tongue.count(
        edition.items.len(),
        "A plan of {number} item as of {date}, told from its documents by plansite.",
        "A plan of {number} items as of {date}, told from its documents by plansite.",
        &[("date", &edition.as_of)],
    );
    let (name, pages) = (line(&title(book)), tongue.say("Pages"));
    let mut out = format!("# {name}\n\n> {about}\n\n## {pages}\n\n");
    let tops = book.tree.tops();
    for (to, label, about) in told {
        out.push_str(&entry(&address(book, to), label, about));
    }
    if !tops.is_empty() {
        let word = noun::titles(tongue, book.item(tops[0]).kind);
        out.push_str(&format!("\n## {word}\n\n"));
    }
    for at in tops.iter().take(MOST) {
        let item = book.item(*at);
        let to = address(book, book.routes.url(*at));
        out.push_str(&entry(&to, &name::short(item), &standing(tongue, item)));
    }
    out.push_str(&format!("\n## {}\n\n", tongue.say("Data")));
    for (name, about) in files {
        out.push_str(&entry(&address(book, name), name, &tongue.say(about)));
    }
    if let Some(words) = twin::told(book) {
        out.push_str(&format!("\n{}\n", tongue.say(words)));
    }
    out
}

/// "In progress, 2 of 4 complete, due 2026-05-29, on track".
fn standing(tongue: &Tongue, item: &Entry) -> String {
    let (_, word) = badge::shape(item);
    let tally = item.progress.as_ref().and_then(|progress| progress.tally);
    let tally = tally.map(|tally| {
        let parts: [(&str, &dyn Display); 2] = [("done", &tally.done), ("of", &tally.of)];
        tongue.tell("{done} of {of} complete", &parts)
    });
    let due = item
        .due_day()
        .map(|day| tongue.tell("due {date}", &[("date", &day)]));
    let health = item.health.as_ref().map(|health| health.value);
    let health = health.filter(|health| !matches!(*health, "unknown" | "done"));
    let parts = [
        Some(tongue.say(word).into_owned()),
        tally,
        due,
        health.map(|word| tongue.say(word).into_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    tongue.row(&parts)
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
