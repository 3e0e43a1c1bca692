//! Committed beside completed, sprint by sprint.

use crate::chart::bars::{Bars, Column, bars};
use crate::edition::entry::{Entry, Figure};
use crate::page::figure::{self, amount, mean, number};
use crate::page::iteration::spoken;
use crate::page::pages::sprints::lead::TREND;
use crate::page::pages::sprints::team::Team;
use crate::page::section::{Chart, Part, Section};
use crate::page::term::{is_finished, short};
use crate::page::words::capital;
use crate::theme::markup::Markup;
use crate::theme::tongue::{Tongue, key};

/// More pairs of columns than this make no picture.
const COLUMNS: usize = 60;

/// The chart; the places of the first three sprints are kept.
pub(super) fn velocity(team: &Team<'_>) -> Option<Section> {
    let tells = |item: &Entry| item.committed.is_some() || item.completed.is_some();
    let told: Vec<&Entry> = team
        .items()
        .map(|(_, item)| item)
        .filter(|item| tells(item))
        .collect();
    let shown = &told[told.len().saturating_sub(COLUMNS)..];
    if shown.is_empty() {
        return None;
    }
    let tongue = team.tongue();
    let mut columns: Vec<Column> = shown.iter().map(|item| pair(team, item)).collect();
    while columns.len() < TREND {
        columns.push(Column {
            name: tongue.tell("S{number}", &[("number", &(columns.len() + 1))]),
            note: tongue.say("not written").into_owned(),
            ..Column::default()
        });
    }
    let done = done(shown);
    let mut words = vec![caption(tongue, shown, &done)];
    if shown.len() < told.len() {
        words.push(tongue.tell(
            "The last {drawn} of {all} sprints are drawn.",
            &[("drawn", &shown.len()), ("all", &told.len())],
        ));
    }
    let drawn = Bars {
        columns,
        average: averages(&done),
    };
    let say = |words| tongue.say(words).into_owned();
    let chart = Chart {
        caption: Some(words.join(" ")),
        drawing: Markup::html(bars(&drawn, &say)),
    };
    let part = Part {
        chart: Some(chart),
        ..Part::default()
    };
    Some(Section::new("velocity", "Velocity").with(part))
}

/// What each finished sprint completed, by its place.
fn done(sprints: &[&Entry]) -> Vec<(usize, f64)> {
    let finished = sprints
        .iter()
        .enumerate()
        .filter(|(_, item)| is_finished(item));
    finished
        .filter_map(|(at, item)| Some((at, item.completed.as_ref()?.value)))
        .collect()
}

/// The mean of three finished sprints, at the last of them.
pub(super) fn averages(done: &[(usize, f64)]) -> Vec<(usize, f64)> {
    let threes = done.windows(TREND);
    threes
        .filter_map(|three| {
            let sum: f64 = three.iter().map(|(_, value)| value).sum();
            Some((three.last()?.0, sum / TREND as f64))
        })
        .collect()
}

fn pair(team: &Team<'_>, item: &Entry) -> Column {
    let tongue = team.tongue();
    let value = |figure: &Option<Figure>| figure.as_ref().map(|figure| figure.value);
    let committed = value(&item.committed);
    // Nothing is done in a sprint that has not begun.
    let completed = value(&item.completed).filter(|done| !team.is_to_come(item) || *done > 0.0);
    let note = match (committed, completed) {
        (Some(of), Some(done)) => figure::of(tongue, amount(tongue, done), amount(tongue, of)),
        (Some(of), None) => tongue.tell("{figure} committed", &[("figure", &amount(tongue, of))]),
        (None, Some(done)) => tongue.tell("{figure} done", &[("figure", &amount(tongue, done))]),
        (None, None) => String::new(),
    };
    Column {
        name: short(tongue, item),
        note,
        committed,
        completed,
        likely: None,
        running: !is_finished(item),
    }
}

fn caption(tongue: &Tongue, shown: &[&Entry], done: &[(usize, f64)]) -> String {
    let values: Vec<f64> = done.iter().map(|(_, value)| *value).collect();
    let missing = match TREND.saturating_sub(shown.len()) {
        0 => key("A trend needs three finished sprints."),
        1 => key("A trend needs three finished sprints; the empty place is kept for one."),
        _ => key("A trend needs three finished sprints; the empty places are kept for them."),
    };
    let first = done.first().and_then(|(at, completed)| {
        let committed = shown.get(*at)?.committed.as_ref()?.value;
        Some((committed, *completed))
    });
    match averages(done).last() {
        Some((_, average)) => trend(tongue, &values, *average),
        None => {
            let first = first
                .filter(|_| done.len() == 1)
                .map(|(of, done)| part(tongue, of, done));
            let told = first.into_iter().chain([tongue.say(missing).into_owned()]);
            told.collect::<Vec<_>>().join(" ")
        }
    }
}

/// "One of five committed was completed."
fn part(tongue: &Tongue, committed: f64, completed: f64) -> String {
    let (done, of) = (spoken(tongue, completed), spoken(tongue, committed));
    let number = if completed == 1.0 { 1 } else { 2 };
    tongue.count(
        number,
        "{done} of {of} committed was completed.",
        "{done} of {of} committed were completed.",
        &[("done", &capital(&done)), ("of", &of)],
    )
}

/// How long completed work has fallen or grown, and where the average stands.
fn trend(tongue: &Tongue, values: &[f64], average: f64) -> String {
    let run = |grows: bool| {
        let steps = values.windows(2).rev();
        let steps = steps.take_while(|step| match grows {
            true => step[1] > step[0],
            false => step[1] < step[0],
        });
        steps.count()
    };
    let last = values.last().copied().unwrap_or_default();
    let from = |steps: usize| {
        values
            .get(values.len() - 1 - steps)
            .copied()
            .unwrap_or_default()
    };
    let (grown, fallen) = (run(true), run(false));
    let steps = grown.max(fallen);
    let spelled = number(tongue, steps);
    let parts: [(&str, &dyn std::fmt::Display); 3] = [
        ("last", &amount(tongue, last)),
        ("earlier", &amount(tongue, from(steps))),
        ("spelled", &spelled),
    ];
    let told = match (grown, fallen) {
        (0, 0) => key("The last finished sprint completed {last}, as much as the one before."),
        (1, _) => {
            key("The last finished sprint completed {last}, more than the one before ({earlier}).")
        }
        (_, 1) => {
            key("The last finished sprint completed {last}, less than the one before ({earlier}).")
        }
        (0, _) => key("Completed work has fallen for {spelled} sprints, from {earlier} to {last}."),
        (_, _) => key("Completed work has grown for {spelled} sprints, from {earlier} to {last}."),
    };
    let line = match values.len() > TREND {
        true => key("The line is the average of the last three; it stands at {mean}."),
        false => key("The dot is the average of the last three; it stands at {mean}."),
    };
    let mean = mean(tongue, average);
    [
        tongue.tell(told, &parts),
        tongue.tell(line, &[("mean", &mean)]),
    ]
    .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn averages_begin_with_the_third_sprint() {
        let done = [(0, 5.0), (1, 6.0), (3, 4.0), (4, 2.0)];
        assert_eq!(averages(&done), [(3, 5.0), (4, 4.0)]);
        assert_eq!(averages(&done[..2]), []);
    }

    #[test]
    fn a_trend_is_told_by_its_length() {
        let trend = |values: &[f64], average| trend(&Tongue::english(), values, average);
        assert_eq!(
            trend(&[5.0, 6.0, 5.0, 4.0, 3.0], 4.0),
            "Completed work has fallen for three sprints, from 6 to 3. The line is the average of the last three; it stands at 4.0."
        );
        assert!(
            trend(&[1.0, 2.0, 4.0], 2.3)
                .starts_with("Completed work has grown for two sprints, from 1 to 4. The dot")
        );
        assert!(trend(&[1.0, 4.0, 2.0], 2.3).contains("2, less than the one before (4)."));
        assert!(trend(&[4.0, 1.0, 2.0], 2.3).contains("2, more than the one before (1)."));
        assert!(trend(&[4.0, 2.0, 2.0], 2.3).contains("2, as much as the one before."));
    }

    #[test]
    fn a_part_is_told_in_words() {
        assert_eq!(
            part(&Tongue::english(), 5.0, 1.0),
            "One of five committed was completed."
        );
        assert_eq!(
            part(&Tongue::english(), 5.0, 0.0),
            "None of five committed were completed."
        );
    }
}
