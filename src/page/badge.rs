//! What says how an item stands: status, health, progress. Each has a shape and a word.

use crate::chart::progress;
use crate::edition::entry::{Claim, Entry, Health, Progress};
use crate::model::date::Date;
use crate::model::status::Status;
use crate::model::when::When;
use crate::page::calendar;
use crate::page::figure::percent;
use crate::page::told::because;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// The style and the English word of a state.
pub fn shape(item: &Entry) -> (&'static str, &'static str) {
    let raw = item.status.as_ref().map_or("", |status| &status.raw);
    match item.state() {
        Status::Unknown => ("unknown", key("Unknown")),
        Status::Planned => ("planned", key("Planned")),
        Status::Active if raw.to_lowercase().contains("review") => ("review", key("In review")),
        Status::Active => ("doing", key("In progress")),
        Status::Blocked => ("blocked", key("Blocked")),
        Status::Done => ("done", key("Complete")),
        Status::Dropped => ("left", key("Dropped")),
    }
}

/// The style of a state, which is also its icon.
pub fn style(item: &Entry) -> &'static str {
    shape(item).0
}

/// The word for a state.
pub fn word(tongue: &Tongue, item: &Entry) -> String {
    tongue.say(shape(item).1).into_owned()
}

/// The status, with its shape and its word.
pub fn status(tongue: &Tongue, item: &Entry) -> Markup {
    let (style, word) = shape(item);
    Markup::html(format!(
        "<span class=\"st st-{style}\"><i class=\"i i-{style}\"></i>{}</span>",
        escape(&tongue.say(word))
    ))
}

/// The author's word for the status, where it says more than ours.
pub fn status_as_written<'a>(tongue: &Tongue, item: &'a Entry) -> Option<&'a str> {
    let raw = item.status.as_ref()?.raw.trim();
    let letters = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphabetic());
        letters.flat_map(char::to_lowercase).collect()
    };
    let plain = letters(raw);
    let (_, word) = shape(item);
    let usual = [
        "done",
        "completed",
        "todo",
        "open",
        "closed",
        "notstarted",
        "x",
        "",
        "wip",
        "doing",
        "active",
        "inprogress",
        "planned",
        "blocked",
        "dropped",
    ];
    let is_same = plain == letters(word)
        || plain == letters(&tongue.say(word))
        || usual.contains(&plain.as_str());
    (!is_same && raw.chars().count() <= 120).then_some(raw)
}

/// The status for a cell, below it the author's word.
pub fn status_cell(tongue: &Tongue, item: &Entry) -> Markup {
    let status = status(tongue, item);
    match status_as_written(tongue, item) {
        Some(raw) => Markup::html(format!(
            "{}<span class=\"sub\">{}</span>",
            status.as_str(),
            escape(raw)
        )),
        None => status,
    }
}

/// The style, the icon and the English word of a health.
fn look(value: &str) -> (&'static str, &'static str, &'static str) {
    match value {
        "done" => ("ok", "done", key("Complete")),
        "on track" => ("ok", "ok", key("On track")),
        "at risk" => ("warn", "warn", key("At risk")),
        "late" => ("bad", "late", key("Late")),
        _ => ("unknown", "unknown", key("Unknown")),
    }
}

/// The health, with its shape and its word.
pub fn health(tongue: &Tongue, health: &Health) -> Markup {
    let (style, icon, word) = look(health.value);
    Markup::html(format!(
        "<span class=\"chip hl-{style}\"><i class=\"i i-{icon}\"></i>{}</span>",
        escape(&tongue.say(word))
    ))
}

/// The word for a health, in a sentence.
pub fn health_word(tongue: &Tongue, health: &Health) -> String {
    let word = match health.value {
        "done" => key("complete"),
        "on track" => key("on track"),
        "at risk" => key("at risk"),
        "late" => key("late"),
        _ => key("unknown"),
    };
    tongue.say(word).into_owned()
}

/// The style, the icon and the first words of the note that tells how an item stands.
pub fn health_note(tongue: &Tongue, health: &Health) -> (&'static str, &'static str, String) {
    let (style, icon, word) = look(health.value);
    let word = tongue.tell("{words}.", &[("words", &tongue.say(word))]);
    (style, icon, word)
}

/// How an item stands, for the tables: nothing where it is not judged.
pub fn health_cell(tongue: &Tongue, item: &Entry) -> Markup {
    item.health.as_ref().map_or_else(Markup::default, |found| {
        Markup::html(format!(
            "{}<span class=\"sub\">{}</span>",
            health(tongue, found).as_str(),
            escape(&reason(tongue, found))
        ))
    })
}

/// Why an item stands as it does, as a sentence.
pub fn reason(tongue: &Tongue, health: &Health) -> String {
    sentence(tongue, &because(tongue, &health.reason))
}

/// A reason as a sentence: with a capital and a full stop.
pub fn sentence(tongue: &Tongue, reason: &str) -> String {
    let reason = crate::page::words::capital(reason);
    match reason.ends_with(['.', '!', '?', '؟', '。']) {
        true => reason,
        false => tongue.tell("{words}.", &[("words", &reason)]),
    }
}

/// How far something is, as a bar with its figure; unknown has a shape of its own.
pub fn bar(tongue: &Tongue, progress: &Progress) -> Markup {
    bar_to(tongue, progress, None)
}

/// The same, its figure a link to the rows that it counts.
pub fn bar_to(tongue: &Tongue, progress: &Progress, rows: Option<&str>) -> Markup {
    let declared = progress.declared.as_ref();
    let declared = declared.and_then(|declared| declared.value.percent());
    let Some(tally) = progress.tally.filter(|tally| tally.of > 0) else {
        return unknown_bar(tongue);
    };
    let share = |part: u32| f64::from(part.min(tally.of)) * 100.0 / f64::from(tally.of);
    let mut told = vec![tongue.tell(
        "{done} of {of} complete",
        &[("done", &tally.done), ("of", &tally.of)],
    )];
    for (part, sentence) in [
        (progress.active, key("{part} in progress")),
        (progress.blocked, key("{part} blocked")),
        (progress.without_status, key("{part} without status")),
    ] {
        if part > 0 {
            told.push(tongue.tell(sentence, &[("part", &part)]));
        }
    }
    if let Some(declared) = declared {
        let percent = percent(tongue, declared);
        told.push(tongue.tell("declared {percent}", &[("percent", &percent)]));
    }
    Markup::html(progress::progress(&progress::Progress {
        done: share(tally.done),
        doing: share(progress.active),
        blocked: share(progress.blocked),
        declared: declared.map(|percent| f64::from(percent.min(100))),
        aria: tongue.row(&told),
        figure: format!("{}/{}", tally.done, tally.of),
        href: rows.map(str::to_string),
    }))
}

/// The bar of something of which nothing is known.
pub fn unknown_bar(tongue: &Tongue) -> Markup {
    let (bar, word) = (tongue.say("Progress unknown"), tongue.say("unknown"));
    Markup::html(progress::unknown(&bar, &word))
}

/// A day, as machines and as people read it.
pub fn time(date: Date, words: &str) -> Markup {
    Markup::html(format!(
        "<time datetime=\"{date}\">{}</time>",
        escape(words)
    ))
}

/// A day as short as it is clear.
pub fn day(tongue: &Tongue, date: Date, today: Date) -> Markup {
    time(date, &calendar::day(tongue, date, today))
}

/// A date as a document gives it: the day, or the words where no day is in them.
pub fn when(tongue: &Tongue, said: &Claim<When>, today: Date) -> Markup {
    let Some(date) = said.value.day else {
        return Markup::text(&said.raw);
    };
    let time = match calendar::period(tongue, said.value) {
        Some(words) => time(date, &words),
        None => day(tongue, date, today),
    };
    match said.value.approximate {
        true => tongue.mark("about {date}", &[("date", &time)]),
        false => time,
    }
}
