//! The words that the reasons of this room are made of.

use crate::analyze::progress::Progress;
use crate::analyze::sequence::number;
use crate::model::date::Date;
use crate::model::item::Item;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::model::when::When;
use crate::text::slot::Form;

/// Its date: "due 27 January 2026".
pub fn due_words(due: When) -> Option<String> {
    let about = if due.approximate { "about " } else { "" };
    due.day.map(|day| format!("due {about}{}", day.words()))
}

/// A date or a longer time: "27 January 2026", "about 27 January 2026", "Q2 2026".
pub fn date_words(when: When) -> Option<String> {
    let about = if when.approximate { "about " } else { "" };
    let words = when.period().or_else(|| when.day.map(Date::words));
    words.map(|words| format!("{about}{words}"))
}

/// The status in the author's words.
pub fn status_words(item: &Item) -> String {
    let said = item.status.as_ref().and_then(|stated| stated.said.first());
    match said {
        Some(said) if said.form == Form::Checkbox && item.status() == Status::Done => {
            "its box is ticked".into()
        }
        Some(said) if said.form == Form::Checkbox => {
            format!("its box says {}", item.status().name())
        }
        Some(said) => format!("its status is \"{}\"", said.raw),
        None => format!("its status is {}", item.status().name()),
    }
}

/// The progress: "2 of 9 tasks done, 3 without status".
pub fn work_words(progress: &Progress) -> Option<String> {
    let (tally, leaves) = (progress.tally?, plural(progress.leaves?));
    let without = match progress.without_status {
        0 => String::new(),
        count => format!(", {count} without status"),
    };
    Some(format!(
        "{} of {} {leaves} done{without}",
        tally.done, tally.of
    ))
}

/// Progress counts these four only; their plurals are words of their own, not the folders of their pages.
fn plural(leaves: Kind) -> &'static str {
    match leaves {
        Kind::Milestone => "milestones",
        Kind::Feature => "features",
        Kind::Story => "stories",
        _ => "tasks",
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
            work_words(&progress),
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
