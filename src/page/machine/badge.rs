//! badges/….svg: how far the plan and its milestones are, as small pictures for other pages.

use std::fmt::Display;

use crate::edition::entry::{Entry, Health, Progress};
use crate::model::kind::Kind;
use crate::model::tally::Tally;
use crate::page::book::Book;
use crate::page::machine::address::title;
use crate::page::name;
use crate::page::page::Pages;
use crate::page::route::twin;
use crate::page::words::{capital, clip};
use crate::theme::markup::escape;
use crate::theme::tongue::Tongue;

/// How many letters the name on a badge may have.
const LONGEST: usize = 40;

/// Adds the badges, where they are wanted: one for the plan, and one for each milestone with a page.
pub fn add(book: &Book, pages: &mut Pages) {
    if !book.edition.machines.badges {
        return;
    }
    let whole = |book: &Book| Ok(of_plan(book).into_bytes());
    pages
        .files
        .push(("badges/progress.svg".into(), Box::new(whole)));
    for (at, item) in book.of_kind(Kind::Milestone) {
        if item.has_page {
            let page = twin(book.routes.url(at), "svg");
            let name = page.rsplit('/').next().unwrap_or(&page);
            let address = format!("badges/{name}");
            let write = move |book: &Book| Ok(of_item(&book.tongue, book.item(at)).into_bytes());
            pages.files.push((address, Box::new(write)));
        }
    }
}

/// The progress of all that is on top of the plan.
fn of_plan(book: &Book) -> String {
    let tops = book.edition.items.iter();
    let tops = tops.filter(|item| item.kind.level().is_some() && !item.discovered);
    let tops = tops.filter(|item| item.parent_item().is_none());
    let tallies = tops.filter_map(|item| item.progress.as_ref()?.tally);
    let whole = tallies.fold(Tally { done: 0, of: 0 }, |all, one| Tally {
        done: all.done + one.done,
        of: all.of + one.of,
    });
    let tongue = &book.tongue;
    let words = (whole.of > 0).then(|| share(tongue, whole));
    badge(
        &title(book),
        &words.unwrap_or_else(|| tongue.say("unknown").into_owned()),
        style("unknown", whole),
    )
}

fn of_item(tongue: &Tongue, item: &Entry) -> String {
    let health = item.health.as_ref().map_or("unknown", value);
    let tally = item.progress.as_ref().and_then(tally);
    let words = match tally {
        Some(tally) => share(tongue, tally),
        None => tongue.say(health).into_owned(),
    };
    let words = match health {
        "unknown" | "done" => words,
        health if tally.is_some() => tongue.row(&[&*words, &tongue.say(health)]),
        _ => words,
    };
    let none = Tally { done: 0, of: 0 };
    badge(
        &name::short(item),
        &words,
        style(health, tally.unwrap_or(none)),
    )
}

fn value(health: &Health) -> &'static str {
    health.value
}

fn tally(progress: &Progress) -> Option<Tally> {
    progress.tally.filter(|tally| tally.of > 0)
}

fn share(tongue: &Tongue, tally: Tally) -> String {
    let parts: [(&str, &dyn Display); 2] = [("done", &tally.done), ("of", &tally.of)];
    tongue.tell("{done} of {of} complete", &parts)
}

/// The colour behind the words: white on each of them is read well.
fn style(health: &str, tally: Tally) -> &'static str {
    match health {
        "done" => "#156c3c",
        "on track" => "#156c3c",
        "at risk" => "#855000",
        "late" => "#b3261e",
        _ if tally.of > 0 && tally.done == tally.of => "#156c3c",
        _ if tally.of > 0 => "#1f4fd0",
        _ => "#5f626a",
    }
}

/// A badge: a name, and beside it what is said of it. The words are fitted to their room, whatever font shows them.
fn badge(label: &str, words: &str, colour: &str) -> String {
    let label = clip(label, LONGEST);
    let words = capital(words);
    let (left, right) = (width(&label), width(&words));
    let (whole, middle) = (left + right + 24, left + 12);
    let (label, words) = (escape(&label), escape(&words));
    let text = |x: u32, length: u32, words: &str| {
        format!(
            "<text x=\"{x}\" y=\"14\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\">{words}</text>"
        )
    };
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{whole}\" height=\"20\" role=\"img\" \
         aria-label=\"{label}: {words}\"><title>{label}: {words}</title>\
         <path fill=\"#44464d\" d=\"M4 0h{left}v20H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z\"/>\
         <path fill=\"#44464d\" d=\"M{left} 0h12v20H{left}z\"/>\
         <path fill=\"{colour}\" d=\"M{middle} 0h{}a4 4 0 0 1 4 4v12a4 4 0 0 1-4 4H{middle}z\"/>\
         <g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\">{}{}</g></svg>\n",
        right + 8,
        text(6, left, &label),
        text(middle + 6, right, &words),
    )
}

/// How wide words are, by their letters: narrow ones, usual ones, and the square ones of the East.
fn width(words: &str) -> u32 {
    let tenths = words.chars().map(|c| match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '|' | '\'' | '!' | ' ' => 38,
        'f' | 't' | 'r' | 'I' | '(' | ')' | '-' | '/' => 46,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 98,
        c if c.is_ascii_uppercase() => 76,
        c if u32::from(c) >= 0x1100 => 112,
        _ => 66,
    });
    tenths.sum::<u32>().div_ceil(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped_and_clipped() {
        let svg = badge(&format!("<b>{}", "x".repeat(60)), "3 of 4", "#156c3c");
        assert!(svg.contains("&lt;b&gt;") && !svg.contains("<b>"), "{svg}");
        assert!(svg.len() < 1_200, "{}", svg.len());
    }

    #[test]
    fn the_room_grows_with_the_words() {
        assert!(width("ill") < width("now") && width("ab") < width("検索"));
        assert_eq!(width(""), 0);
    }
}
