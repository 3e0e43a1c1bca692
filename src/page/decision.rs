//! What is stated of one decision: its state in its own words, when it was made or is needed, and by whom.

use crate::edition::entry::{Entry, Fact};
use crate::model::date::Date;
use crate::model::status::Status;
use crate::page::badge;
use crate::page::stated;
use crate::page::words::capital;
use crate::theme::markup::{Markup, escape};
use crate::theme::tongue::{Tongue, key};

/// Names under which documents say when something was asked.
pub const ASKED: [&str; 4] = ["asked", "raised", "since", "opened"];

/// Names under which they say by when it must be decided.
pub const BY: [&str; 5] = ["by", "needed by", "decide by", "decision by", "deadline"];

/// Names under which they say when it was decided.
pub const DATE: [&str; 4] = ["date", "decided", "decided on", "accepted"];

/// Names under which they say who decides.
pub const WHO: [&str; 5] = ["deciders", "decider", "decided by", "decision maker", "who"];

/// Names under which they say between what is decided.
pub const OPTIONS: [&str; 5] = [
    "options",
    "alternatives",
    "considered options",
    "options considered",
    "choices",
];

/// Names under which they say what was decided.
pub const RESULT: [&str; 7] = [
    "result",
    "outcome",
    "decision",
    "resolution",
    "answer",
    "chosen",
    "decision outcome",
];

/// The facts of a decision, with the names under which they are written.
pub const FACTS: [(&str, &[&str]); 4] = [
    (key("Asked"), &ASKED),
    (key("Needed by"), &BY),
    (key("Date"), &DATE),
    (key("Decided by"), &WHO),
];

/// Whether a field is one of the facts of a decision.
pub fn is_fact(fact: &Fact) -> bool {
    let name = fact.name.trim();
    let mut names = FACTS.iter().flat_map(|(_, names)| names.iter());
    names.any(|other| name.eq_ignore_ascii_case(other)) && fact.raw.chars().count() <= 100
}

/// The day by which it is needed.
pub fn due(item: &Entry) -> Option<Date> {
    item.due_day()
        .or_else(|| stated::day(stated::field(item, &BY)?))
}

/// The day on which it was made.
pub fn date(item: &Entry) -> Option<Date> {
    let done = item.done.as_ref().and_then(|said| said.value.day);
    done.or_else(|| stated::day(stated::field(item, &DATE)?))
}

/// The state as its document has it, or what a box means here.
pub fn word(tongue: &Tongue, item: &Entry) -> String {
    let raw = item.status.as_ref().map_or("", |status| status.raw.trim());
    let is_word = raw.starts_with(char::is_alphabetic) && raw.chars().count() <= 60;
    match item.state() {
        _ if is_word => capital(raw),
        Status::Done => tongue.say("Decided").into_owned(),
        _ => badge::word(tongue, item),
    }
}

/// The state by its shape, with the word as written, and all of it where that is long.
pub fn status(tongue: &Tongue, item: &Entry) -> Markup {
    let style = badge::style(item);
    let raw = item.status.as_ref().map_or("", |status| status.raw.trim());
    let more = match raw.chars().count() > 60 {
        true => format!("<span class=\"sub\">“{}”</span>", escape(raw)),
        false => String::new(),
    };
    Markup::html(format!(
        "<span class=\"st st-{style}\"><i class=\"i i-{style}\"></i>{}</span>{more}",
        escape(&word(tongue, item))
    ))
}

/// Who decides.
pub fn owner(item: &Entry) -> Markup {
    let own = item.owner.as_ref().map(|owner| &owner.raw);
    let words = own.or_else(|| stated::field(item, &WHO).map(|field| &field.raw));
    words.map_or_else(Markup::default, |words| {
        Markup::html(format!("<span class=\"who\">{}</span>", escape(words)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_short() {
        let fact = |name: &str, raw: &str| Fact {
            name: name.into(),
            raw: raw.into(),
            source: None,
        };
        assert!(is_fact(&fact("Deciders", "@core")));
        assert!(!is_fact(&fact("Deciders", &"long ".repeat(40))));
        assert!(!is_fact(&fact("Context", "@core")));
    }
}
