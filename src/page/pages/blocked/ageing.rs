//! How long things have been blocked, as bars.

use std::cmp::Reverse;

use crate::chart::ages::{Age, ages};
use crate::page::book::Book;
use crate::page::calendar;
use crate::page::filter;
use crate::page::pages::blocked::sentence::caption;
use crate::page::section::{Chart, Part, Section};
use crate::theme::markup::Markup;

/// More bars than this make no picture.
const BARS: usize = 20;

/// Something that is blocked.
pub(super) struct Wait {
    /// Which item, by position.
    pub(super) at: usize,
    /// For how many days, where that is known.
    pub(super) days: Option<i64>,
    /// How much waits for it.
    pub(super) held: usize,
}

/// The bars, the oldest first; nothing for one alone, or where no day has passed.
pub(super) fn ageing(book: &Book, mut waits: Vec<Wait>) -> Option<Section> {
    waits.sort_by_key(|wait| Reverse(wait.days));
    let (first, others) = waits.split_first()?;
    let oldest = first.days.filter(|days| *days > 0)?;
    if others.is_empty() {
        return None;
    }
    let is_heaviest = others.iter().all(|wait| wait.held < first.held);
    let undated = others.iter().filter(|wait| wait.days.is_none()).count();
    let bars = waits.iter().take(BARS).map(|wait| Age {
        name: filter::short(book.item(wait.at)),
        days: wait.days.and_then(|days| u32::try_from(days).ok()),
        words: match wait.days.and_then(|days| usize::try_from(days).ok()) {
            Some(days) => calendar::days(&book.tongue, days),
            None => book.tongue.say("unknown").into_owned(),
        },
    });
    let bars: Vec<Age> = bars.collect();
    let has_titles = waits.iter().any(|wait| book.item(wait.at).id.is_none());
    let class = if has_titles { " class=\"titled\"" } else { "" };
    let chart = Chart {
        caption: Some(caption(&book.tongue, oldest, is_heaviest, undated)),
        drawing: Markup::html(format!("<div{class}>{}</div>", ages(&bars))),
    };
    let part = Part {
        chart: Some(chart),
        ..Part::default()
    };
    let section = Section::new("ageing", "How long they have waited").with(part);
    Some(match waits.len() > BARS {
        true => section.note(&book.tongue.tell(
            "The {number} oldest of {all}; the table has all.",
            &[("number", &BARS), ("all", &waits.len())],
        )),
        false => section,
    })
}
