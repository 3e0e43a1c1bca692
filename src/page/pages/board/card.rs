//! A card of the board, and which cards come first.

use std::cmp::Reverse;

use serde::Serialize;

use crate::model::date::Date;
use crate::model::status::Status;
use crate::page::answer::stuck::reasons;
use crate::page::book::Book;
use crate::page::filter;
use crate::page::mark;
use crate::page::name;
use crate::page::pages::board::choice::Choices;
use crate::page::pages::board::grouping::Grouping;
use crate::page::pages::home::course::Course;
use crate::page::words::clip;
use crate::theme::markup::Markup;

/// A reason is no longer than this on a card.
const REASON: usize = 140;

/// A title is no longer than this on a card.
const TITLE: usize = 160;

/// What stands above an item is called by no more letters.
const ABOVE: usize = 18;

/// A board that is being made, and the page it stands on.
pub(super) struct Sight<'a> {
    pub(super) book: &'a Book,
    pub(super) from: &'a str,
    pub(super) choices: &'a Choices,
    /// By what it is grouped: cards do not say it again.
    pub(super) grouping: Option<Grouping>,
    /// The states, each with the way to all of it in the list.
    pub(super) ways: &'a [(&'static str, String)],
}

/// A card.
#[derive(Serialize)]
pub(super) struct Card {
    class: String,
    id: Option<String>,
    above: Option<String>,
    href: String,
    title: String,
    why: Option<String>,
    owner: Option<String>,
    priority: Option<Markup>,
    sprint: Option<String>,
}

/// A card of the item at this position; `folds` says whether it is among the first ones.
pub(super) fn card(sight: &Sight<'_>, at: usize, folds: &str) -> Card {
    let book = sight.book;
    let item = book.item(at);
    let above = filter::above(book, at).map(|above| filter::short(book.item(above)));
    let sprint = item.sprint.as_ref().map(|lead| match lead.to {
        Some(to) => name::called(&book.tongue, book.item(to)),
        None => lead.raw.clone(),
    });
    let tells = |grouping: &[Grouping]| {
        let own = sight.grouping;
        own.is_none_or(|own| !grouping.contains(&own))
    };
    let above = above.filter(|_| tells(&[Grouping::Milestone, Grouping::Phase]));
    let owner = item.owner.as_ref().map(|said| said.raw.clone());
    Card {
        class: format!("card{}{folds}", sight.choices.classes(book, at)),
        id: item.id.clone(),
        above: above.map(|words| clip(&words, ABOVE).into_owned()),
        href: book.link(sight.from, at),
        title: clip(&name::title(item), TITLE).into_owned(),
        why: why(book, at),
        owner: owner.filter(|_| tells(&[Grouping::Owner])),
        priority: item.priority.as_ref().map(|said| mark::priority(&said.raw)),
        sprint: sprint
            .filter(|_| tells(&[Grouping::Sprint]))
            .map(|words| clip(&words, ABOVE).into_owned()),
    }
}

/// Why something is blocked, whatever its own status says.
fn why(book: &Book, at: usize) -> Option<String> {
    let is_stuck = book.views.is_blocked(at);
    let is_open = !matches!(book.item(at).state(), Status::Done | Status::Dropped);
    if !is_stuck || !is_open {
        return None;
    }
    let reasons = reasons(book, at);
    let words = reasons.first().map(|reason| reason.words.as_str());
    let words = words.map_or_else(|| book.tongue.say("No reason is written."), Into::into);
    Some(clip(&words, REASON).into_owned())
}

/// Open work in the order of the plan, that of the current milestone first; of what is over the latest first.
pub(super) fn in_order(book: &Book, mut items: Vec<usize>) -> Vec<usize> {
    let current = Course::new(book).current_item();
    let place = |at: &usize| {
        let item = book.item(*at);
        let is_over = matches!(item.state(), Status::Done | Status::Dropped);
        let done: Option<Date> = item.done.as_ref().and_then(|done| done.value.day);
        let is_apart = current.is_none() || filter::above(book, *at) != current;
        match is_over {
            true => (true, Reverse(done), false, usize::MAX - at),
            false => (false, Reverse(None), is_apart, *at),
        }
    };
    items.sort_by_cached_key(place);
    items
}
