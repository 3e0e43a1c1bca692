//! The words that the reasons of this room are made of.

use crate::analyze::progress::Progress;
use crate::analyze::sequence::number;
use crate::model::date::Date;
use crate::model::item::Item;
use crate::model::kind::Kind;
use crate::model::reason::{Part, Reason};
use crate::model::status::Status;
use crate::model::when::When;
use crate::text::slot::Form;
use crate::theme::tongue::key;

/// Its date: "due 27 January 2026".
pub fn due_words(due: When) -> Option<Reason> {
    let reason = match due.approximate {
        true => Reason::new("due about {date}"),
        false => Reason::new("due {date}"),
    };
    due.day.map(|day| reason.with("date", Part::Day(day)))
}

/// A date or a longer time: "27 January 2026", "about 27 January 2026", "Q2 2026".
pub fn date_words(when: When) -> Option<String> {
    let about = if when.approximate { "about " } else { "" };
    let words = when.period().or_else(|| when.day.map(Date::words));
    words.map(|words| format!("{about}{words}"))
}

/// The status in the author's words.
pub fn status_words(item: &Item) -> Reason {
    let said = item.status.as_ref().and_then(|stated| stated.said.first());
    let status = Part::Word(status_word(item.status()));
    match said {
        Some(said) if said.form == Form::Checkbox && item.status() == Status::Done => {
            Reason::new("its box is ticked")
        }
        Some(said) if said.form == Form::Checkbox => {
            Reason::new("its box says {status}").with("status", status)
        }
        Some(said) => Reason::new("its status is \"{status}\"")
            .with("status", Part::Words(said.raw.to_string())),
        None => Reason::new("its status is {status}").with("status", status),
    }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Planned => key("planned"),
        Status::Active => key("active"),
        Status::Blocked => key("blocked"),
        Status::Done => key("done"),
        Status::Dropped => key("dropped"),
        Status::Unknown => key("unknown"),
    }
}

/// The progress: "2 of 9 tasks done, 3 without status".
pub fn work_words(progress: &Progress) -> Option<Reason> {
    let (tally, leaves) = (progress.tally?, progress.leaves?);
    let reason = match progress.without_status {
        0 => work(leaves),
        silent => work_and_silent(leaves).with("silent", Part::Number(silent)),
    };
    let reason = reason.with("done", Part::Number(tally.done));
    Some(reason.with("of", Part::Number(tally.of)))
}

/// Progress counts these four only.
fn work(leaves: Kind) -> Reason {
    match leaves {
        Kind::Milestone => Reason::new("{done} of {of} milestones done"),
        Kind::Feature => Reason::new("{done} of {of} features done"),
        Kind::Story => Reason::new("{done} of {of} stories done"),
        _ => Reason::new("{done} of {of} tasks done"),
    }
}

fn work_and_silent(leaves: Kind) -> Reason {
    match leaves {
        Kind::Milestone => Reason::new("{done} of {of} milestones done, {silent} without status"),
        Kind::Feature => Reason::new("{done} of {of} features done, {silent} without status"),
        Kind::Story => Reason::new("{done} of {of} stories done, {silent} without status"),
        _ => Reason::new("{done} of {of} tasks done, {silent} without status"),
    }
}

/// What the author would call the item: its id, "phase 1" where that is a bare number, else its title.
pub fn name(item: &Item) -> String {
    match &item.id {
        Some(id) if number(id).is_some() => format!("{} {id}", item.kind.name()),
        Some(id) => id.clone(),
        None => format!("\"{}\"", item.title),
    }
}

/// The same as a part of a reason.
pub fn named(item: &Item) -> Part {
    match &item.id {
        Some(id) if number(id).is_some() => Part::Reason(
            Reason::new("{kind} {id}")
                .with("kind", Part::Word(item.kind.name()))
                .with("id", Part::Words(id.to_string())),
        ),
        Some(id) => Part::Words(id.clone()),
        None => Part::Reason(Reason::new("\"{title}\"").words("title", &item.title)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze::sample::Sample;
    use crate::model::tally::Tally;
    use crate::model::when::Precision;

    #[test]
    fn items_have_the_author_s_names() {
        let plan = Sample::default()
            .add(Kind::Phase, "2")
            .add(Kind::Story, "US-1")
            .plan();
        let names: Vec<String> = plan.items().map(|(_, item)| name(item)).collect();
        assert_eq!(names, ["phase 2", "US-1"]);
    }

    #[test]
    fn leaves_without_a_status_are_told() {
        let tally = Some(Tally { done: 2, of: 9 });
        let progress = Progress {
            leaves: Some(Kind::Story),
            tally,
            without_status: 3,
            ..Progress::default()
        };
        assert_eq!(
            work_words(&progress).map(|reason| reason.to_string()),
            Some("2 of 9 stories done, 3 without status".into())
        );
    }

    #[test]
    fn dates_are_as_exact_as_they_are() {
        let words = |precision, approximate| {
            let day = Date::iso("2026-06-30");
            let when = When {
                day,
                precision,
                approximate,
                ..When::default()
            };
            date_words(when).unwrap_or_default()
        };
        assert_eq!(words(Precision::Day, true), "about 30 June 2026");
        assert_eq!(words(Precision::Quarter, false), "Q2 2026");
    }
}
