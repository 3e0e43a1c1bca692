//! Sentences about sprints: the one that runs, those that are over, the one to come.

use std::fmt::Display;

use crate::edition::entry::Velocity;
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::page::calendar::{distance, long_day};
use crate::page::figure::{amount, mean, number};
use crate::page::iteration::spoken;
use crate::page::noun::{count, spelled};
use crate::page::words::capital;
use crate::theme::tongue::{Tongue, key};

/// What is known of a sprint: committed, completed.
pub(super) type Figures = (Option<f64>, Option<f64>);

/// "Sprint 6 has three days left".
pub(super) fn days(tongue: &Tongue, name: &str, left: Option<i64>) -> String {
    let sprint: [(&str, &dyn Display); 1] = [("sprint", &name)];
    match left {
        None => tongue.tell("{sprint} runs", &sprint),
        Some(i64::MIN..=0) => tongue.tell("{sprint} ends today", &sprint),
        Some(left) => {
            let spelled = spoken(tongue, left as f64);
            tongue.count(
                usize::try_from(left).unwrap_or(usize::MAX),
                "{sprint} has one day left",
                "{sprint} has {spelled} days left",
                &[("sprint", &name), ("spelled", &spelled)],
            )
        }
    }
}

/// "Sprint 6 has three days left; four of eight tasks are complete."
pub(super) fn running(tongue: &Tongue, head: &str, figures: Figures, kind: Option<Kind>) -> String {
    let tail = match figures {
        (Some(of), Some(done)) => {
            let of = match kind.zip(whole(of)) {
                Some((kind, of)) => spelled(tongue, of, kind),
                None => spoken(tongue, of),
            };
            tongue.count(
                form(done),
                "{done} of {items} is complete",
                "{done} of {items} are complete",
                &[("done", &spoken(tongue, done)), ("items", &of)],
            )
        }
        (Some(of), None) => tongue.count(
            form(of),
            "{figure} is committed",
            "{figure} are committed",
            &[("figure", &amount(tongue, of))],
        ),
        (None, Some(done)) => tongue.count(
            form(done),
            "{figure} is completed so far",
            "{figure} are completed so far",
            &[("figure", &amount(tongue, done))],
        ),
        (None, None) => return tongue.tell("{words}.", &[("words", &head)]),
    };
    tongue.tell("{head}; {next}.", &[("head", &head), ("next", &tail)])
}

/// A figure as a number of things, where it is one.
fn whole(value: f64) -> Option<usize> {
    (value.fract() == 0.0 && (0.0..1e9).contains(&value)).then_some(value as usize)
}

/// The number that chooses the form of a word; a part of one has that of several.
fn form(value: f64) -> usize {
    whole(value).unwrap_or(2)
}

/// "One sprint is finished: 5 tasks were committed, 1 was completed."
pub(super) fn one(tongue: &Tongue, (committed, completed): Figures, kind: Option<Kind>) -> String {
    let figure = |value: f64, kind: Option<Kind>| match kind.zip(whole(value)) {
        Some((kind, number)) => count(tongue, number, kind),
        None => amount(tongue, value),
    };
    let mut told = Vec::new();
    if let Some(of) = committed.filter(|_| completed.is_some()) {
        told.push(tongue.count(
            form(of),
            "{figure} was committed",
            "{figure} were committed",
            &[("figure", &figure(of, kind))],
        ));
    }
    if let Some(done) = completed {
        let kind = kind.filter(|_| committed.is_none());
        told.push(tongue.count(
            form(done),
            "{figure} was completed",
            "{figure} were completed",
            &[("figure", &figure(done, kind))],
        ));
    }
    match told.is_empty() {
        true => tongue.say("One sprint is finished.").into_owned(),
        false => {
            let told = tongue.row(&told);
            tongue.tell("One sprint is finished: {parts}.", &[("parts", &told)])
        }
    }
}

/// "Five sprints are finished; the last three completed 4.0 a sprint."
pub(super) fn several(
    tongue: &Tongue,
    count: usize,
    velocity: Option<Velocity>,
    is_gapless: bool,
) -> String {
    let of = velocity.map_or(0, |velocity| velocity.of);
    let words = match of {
        0 => key("{sprints} are finished."),
        of if of == count => key("{sprints} are finished; they completed {mean} a sprint."),
        1 => key("{sprints} are finished; the last one that tells it completed {mean}."),
        _ if is_gapless => {
            key("{sprints} are finished; the last {spelled} completed {mean} a sprint.")
        }
        _ => key(
            "{sprints} are finished; the last {spelled} that tell it completed {mean} a sprint.",
        ),
    };
    let value = velocity.map_or(0.0, |velocity| velocity.mean);
    tongue.tell(
        words,
        &[
            ("sprints", &capital(&spelled(tongue, count, Kind::Sprint))),
            ("mean", &mean(tongue, value)),
            ("spelled", &number(tongue, of)),
        ],
    )
}

/// "S-2 begins in 9 days, on 30 November; no sprint is finished."
pub(super) fn begins(tongue: &Tongue, name: &str, start: Date, today: Date) -> String {
    tongue.tell(
        "{sprint} begins {distance}, on {date}; no sprint is finished.",
        &[
            ("sprint", &name),
            ("distance", &distance(tongue, start, today)),
            ("date", &long_day(tongue, start, today)),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::iso(text).unwrap()
    }

    #[test]
    fn a_sprint_that_runs_tells_its_days_and_figures() {
        let english = Tongue::english();
        let told = |end: &str, figures, noun| {
            let left = Date::iso(end).map(|end| end.days_since(date("2026-05-12")));
            running(&english, &days(&english, "Sprint 6", left), figures, noun)
        };
        let both = (Some(8.0), Some(4.0));
        assert_eq!(
            told("2026-05-15", both, Some(Kind::Task)),
            "Sprint 6 has three days left; four of eight tasks are complete."
        );
        assert_eq!(
            told("2026-05-13", both, None),
            "Sprint 6 has one day left; four of eight are complete."
        );
        assert_eq!(
            told("2026-05-12", both, None),
            "Sprint 6 ends today; four of eight are complete."
        );
        assert_eq!(told("", (None, None), None), "Sprint 6 runs.");
        assert_eq!(
            told("2026-05-14", (Some(5.0), None), None),
            "Sprint 6 has two days left; 5 are committed."
        );
        assert_eq!(
            told("2026-05-14", (None, Some(1.0)), None),
            "Sprint 6 has two days left; 1 is completed so far."
        );
    }

    #[test]
    fn one_finished_sprint_tells_what_is_known() {
        let english = Tongue::english();
        assert_eq!(
            one(&english, (Some(5.0), Some(1.0)), Some(Kind::Task)),
            "One sprint is finished: 5 tasks were committed, 1 was completed."
        );
        assert_eq!(
            one(&english, (None, Some(1.0)), Some(Kind::Story)),
            "One sprint is finished: 1 story was completed."
        );
        assert_eq!(one(&english, (None, None), None), "One sprint is finished.");
    }

    #[test]
    fn several_finished_sprints_tell_their_mean() {
        let english = Tongue::english();
        let told = |count, mean, of| several(&english, count, Some(Velocity { mean, of }), true);
        assert_eq!(
            told(5, 4.0, 3),
            "Five sprints are finished; the last three completed 4.0 a sprint."
        );
        assert_eq!(
            told(2, 4.5, 2),
            "Two sprints are finished; they completed 4.5 a sprint."
        );
        assert_eq!(
            told(2, 4.0, 1),
            "Two sprints are finished; the last one that tells it completed 4.0."
        );
        assert_eq!(
            several(&english, 2, None, true),
            "Two sprints are finished."
        );
    }

    #[test]
    fn what_is_to_come_is_told_by_its_distance() {
        assert_eq!(
            begins(
                &Tongue::english(),
                "S-2",
                date("2026-11-30"),
                date("2026-11-21")
            ),
            "S-2 begins in 9 days, on 30 November; no sprint is finished."
        );
    }
}
