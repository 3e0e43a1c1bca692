//! What is said of one sprint: its name, its days, its goal, its figures, and whether it takes on too much.

use crate::edition::entry::{Claim, Entry, Figure, Velocity};
use crate::model::date::Date;
use crate::model::kind::Kind;
use crate::model::when::When;
use crate::page::book::Book;
use crate::page::calendar::day;
use crate::page::figure::{amount, mean, number};
use crate::page::name;
use crate::page::term::{in_time, term};
use crate::page::words::many;
use crate::theme::tongue::Tongue;

/// Its days in words, else the words that stand in their place.
pub fn dates(tongue: &Tongue, item: &Entry, today: Date) -> Option<String> {
    let Some((start, end)) = term(item) else {
        return written(tongue, item);
    };
    let (first, last) = (day(tongue, start, today), day(tongue, end, today));
    Some(tongue.tell("{first} to {last}", &[("first", &first), ("last", &last)]))
}

fn written(tongue: &Tongue, item: &Entry) -> Option<String> {
    let raw = |said: &Option<Claim<When>>| said.as_ref().map(|said| said.raw.clone());
    match (raw(&item.start), raw(&item.due)) {
        (Some(start), Some(due)) if start != due => {
            Some(tongue.tell("{first} to {last}", &[("first", &start), ("last", &due)]))
        }
        (start, due) => start.or(due).or_else(|| {
            let mut fields = item.fields.iter();
            let dates = fields.find(|fact| is_dates(&fact.name))?;
            Some(dates.raw.clone())
        }),
    }
}

/// What it is for.
pub fn goal(item: &Entry) -> Option<&str> {
    let mut fields = item.fields.iter();
    let goal = fields.find(|fact| is_goal(&fact.name))?.raw.trim();
    (!goal.is_empty()).then_some(goal)
}

/// Whether a name is that of a goal: "Goal", "Sprint goal", "Focus".
pub fn is_goal(name: &str) -> bool {
    let name = name.to_lowercase();
    name.ends_with("goal") || name == "focus" || name == "objective"
}

/// Whether a name is that of the days of a sprint: "Dates", "Iteration dates".
pub fn is_dates(name: &str) -> bool {
    name.to_lowercase().ends_with("dates")
}

/// Whether a fact of the whole plan is one of a sprint.
pub fn is_of_sprint(name: &str) -> bool {
    let name = name.to_lowercase();
    ["sprint", "iteration", "cycle"]
        .iter()
        .any(|word| name.contains(word))
}

/// Sprints in the order of time, those without a day first; where that is the same, by number.
pub fn in_order(book: &Book, sprints: impl IntoIterator<Item = usize>) -> Vec<usize> {
    in_time(&book.edition.items, sprints)
}

/// What its figures count: tasks; nothing where a figure is stated without saying so.
pub fn counts(book: &Book, at: usize) -> Option<Kind> {
    let item = book.item(at);
    let members = book.members(at);
    let kind = book.item(*members.first()?).kind;
    let figures = [&item.committed, &item.completed];
    let is_of_them = |figure: &Figure| match &figure.stated {
        None => true,
        Some((raw, _)) => figure.value == members.len() as f64 || raw.contains(many(kind)),
    };
    let is_one_kind = members.iter().all(|at| book.item(*at).kind == kind);
    let is_counted = figures.into_iter().flatten().all(is_of_them);
    (is_one_kind && is_counted && kind != Kind::Sprint).then_some(kind)
}

/// A figure in a sentence: "none", and words up to twelve.
pub fn spoken(tongue: &Tongue, value: f64) -> String {
    match value {
        0.0 => tongue.say("none").into_owned(),
        whole if whole.fract() == 0.0 && (0.0..=12.0).contains(&whole) => {
            number(tongue, whole as usize)
        }
        other => amount(tongue, other),
    }
}

/// How much of what was committed was completed: "20%".
pub fn kept(tongue: &Tongue, item: &Entry) -> Option<String> {
    let committed = item.committed.as_ref()?.value;
    let completed = item.completed.as_ref()?.value;
    let percent = (completed * 100.0 / committed).floor();
    (committed > 0.0 && percent.is_finite())
        .then(|| tongue.tell("{percent}%", &[("percent", &percent)]))
}

/// Why a sprint takes on too much, with the numbers; nothing where it does not.
pub fn over(tongue: &Tongue, item: &Entry) -> Option<String> {
    let earlier = item.term?.over?;
    let committed = item.committed.as_ref()?.value;
    Some(too_much(
        tongue,
        &name::called(tongue, item),
        earlier,
        committed,
    ))
}

fn too_much(tongue: &Tongue, name: &str, earlier: Velocity, committed: f64) -> String {
    let completed = match earlier.of {
        1 => amount(tongue, earlier.mean),
        _ => mean(tongue, earlier.mean),
    };
    let before = tongue.count(
        earlier.of,
        "The last finished sprint completed {completed}; {sprint} commits {committed}.",
        "The last {number} sprints completed {completed} a sprint; {sprint} commits {committed}.",
        &[
            ("completed", &completed),
            ("sprint", &name),
            ("committed", &amount(tongue, committed)),
        ],
    );
    let rest = committed - earlier.mean;
    let spelled = spoken(tongue, rest.ceil());
    let parts: [(&str, &dyn std::fmt::Display); 1] = [("spelled", &spelled)];
    let number = if rest > 0.0 { rest.ceil() as usize } else { 0 };
    let carried = match rest.fract() == 0.0 {
        true => tongue.count(
            number,
            "At that pace one carries over.",
            "At that pace {spelled} carry over.",
            &parts,
        ),
        false => tongue.count(
            number,
            "At that pace about one will carry over.",
            "At that pace about {spelled} will carry over.",
            &parts,
        ),
    };
    format!("{before} {carried}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn too_much_is_told_with_its_numbers() {
        let told = |mean, of, committed| {
            too_much(
                &Tongue::english(),
                "Sprint 6",
                Velocity { mean, of },
                committed,
            )
        };
        assert_eq!(
            told(6.0, 1, 7.0),
            "The last finished sprint completed 6; Sprint 6 commits 7. At that pace one carries over."
        );
        assert_eq!(
            told(4.0, 3, 8.0),
            "The last 3 sprints completed 4.0 a sprint; Sprint 6 commits 8. At that pace four carry over."
        );
        assert!(told(7.0 / 3.0, 3, 5.0).ends_with("At that pace about three will carry over."));
    }

    #[test]
    fn figures_are_words_where_people_say_words() {
        let english = Tongue::english();
        assert_eq!(spoken(&english, 0.0), "none");
        assert_eq!(
            (
                spoken(&english, 4.0),
                spoken(&english, 13.0),
                spoken(&english, 0.5)
            ),
            ("four".into(), "13".into(), "0.5".into())
        );
    }

    #[test]
    fn names_of_goals_and_dates() {
        assert!(is_goal("Iteration goal") && is_goal("GOAL") && !is_goal("Goalkeeper"));
        assert!(is_of_sprint("Sprint goal") && !is_of_sprint("Project goal"));
        assert!(is_dates("Sprint dates") && !is_dates("Date"));
    }
}
