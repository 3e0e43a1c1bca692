//! The sentence that a week or a sprint opens with: how much is in it, how it stands, and what moved.

use crate::page::pages::week::balance::Count;
use crate::page::pages::week::telling::Telling;
use crate::page::words::{capital, list};

/// "5 tasks are in week 20; 1 is done, 2 are blocked. Since week 19, 2 entered, 2 left and 3 were done."
pub(super) fn sentence(telling: &Telling<'_>) -> Option<String> {
    let flow = telling.flow.as_ref()?;
    let count = Count::new(flow);
    let tense = match (telling.is_over(), telling.is_to_come()) {
        (true, _) => Tense::Past,
        (_, true) => Tense::Future,
        _ => Tense::Now,
    };
    let noun = telling.noun(count.is);
    let stands = stands(&count, noun, &telling.called(), tense);
    let moved = telling.before().map(|before| moved(&count, &before));
    Some(format!("{stands}{}", moved.unwrap_or_default()))
}

/// When a week or a sprint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Past,
    Now,
    Future,
}

fn stands(count: &Count, noun: &str, called: &str, tense: Tense) -> String {
    let all = count.is;
    let first = match (all, tense) {
        (0, Tense::Past) => format!("Nothing was in {called}"),
        (0, _) => format!("Nothing is in {called} yet"),
        (1, Tense::Past) => format!("1 {noun} was in {called}"),
        (_, Tense::Past) => format!("{all} {noun} were in {called}"),
        (1, Tense::Now) => format!("1 {noun} is in {called}"),
        (_, Tense::Now) => format!("{all} {noun} are in {called}"),
        (1, Tense::Future) => format!("1 {noun} is planned for {called}"),
        (_, Tense::Future) => format!("{all} {noun} are planned for {called}"),
    };
    let (one, several) = match tense {
        Tense::Past => ("was", "were"),
        _ => ("is", "are"),
    };
    let clause = |number: usize, word: &str| match number {
        0 => None,
        1 => Some(format!("1 {one} {word}")),
        _ => Some(format!("{number} {several} {word}")),
    };
    let none = (count.done == 0 && all > 0 && tense == Tense::Now).then(|| "none is done".into());
    let clauses = [
        clause(count.done, "done").or(none),
        clause(count.blocked, "blocked"),
    ];
    let clauses: Vec<String> = clauses.into_iter().flatten().collect();
    match clauses.is_empty() {
        true => format!("{}.", capital(&first)),
        false => format!("{}; {}.", capital(&first), clauses.join(", ")),
    }
}

/// What became of the week before; nothing where nothing moved.
fn moved(count: &Count, before: &str) -> String {
    let part = |number: usize, words: &str| (number > 0).then(|| format!("{number} {words}"));
    let done = match count.finished {
        1 => "was done",
        _ => "were done",
    };
    let parts = [
        part(count.entered, "entered"),
        part(count.left, "left"),
        part(count.finished, done),
        part(count.carried, "carried over"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.is_empty() {
        true => String::new(),
        false => format!(" Since {before}, {}.", list(&parts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_how_much_how_it_stands_and_what_moved() {
        let count = Count {
            is: 5,
            done: 1,
            blocked: 2,
            entered: 2,
            left: 2,
            finished: 3,
            ..Count::default()
        };
        assert_eq!(
            stands(&count, "tasks", "week 20", Tense::Now),
            "5 tasks are in week 20; 1 is done, 2 are blocked."
        );
        assert_eq!(
            moved(&count, "week 19"),
            " Since week 19, 2 entered, 2 left and 3 were done."
        );
        assert_eq!(moved(&Count::default(), "week 19"), "");
    }

    #[test]
    fn nothing_and_one_are_said_like_people_say_them() {
        let none = Count::default();
        let one = Count {
            is: 1,
            ..Count::default()
        };
        let said = |count, tense| stands(count, "task", "week 2", tense);
        assert_eq!(said(&none, Tense::Past), "Nothing was in week 2.");
        assert_eq!(said(&none, Tense::Future), "Nothing is in week 2 yet.");
        assert_eq!(said(&one, Tense::Now), "1 task is in week 2; none is done.");
        assert_eq!(said(&one, Tense::Future), "1 task is planned for week 2.");
    }
}
