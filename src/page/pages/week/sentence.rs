//! The sentence that a week or a sprint opens with: how much is in it, how it stands, and what moved.

use std::fmt::Display;

use crate::page::pages::week::balance::Count;
use crate::page::pages::week::telling::Telling;
use crate::page::words::capital;
use crate::theme::tongue::{Tongue, forms};

/// "5 tasks are in week 20; 1 is done, 2 are blocked. Of 8 tasks in week 19, 3 were done and 2 left; 2 entered."
pub(super) fn sentence(telling: &Telling<'_>) -> Option<String> {
    let flow = telling.flow.as_ref()?;
    let tongue = &telling.book.tongue;
    let count = Count::new(flow);
    let tense = match (telling.is_over(), telling.is_to_come()) {
        (true, _) => Tense::Past,
        (_, true) => Tense::Future,
        _ => Tense::Now,
    };
    let stands = stands(
        tongue,
        &count,
        &telling.size(count.is),
        &telling.called(),
        tense,
    );
    let moved = telling.before();
    let was = telling.size(count.was);
    Some(
        match moved.and_then(|before| moves(tongue, &count, &was, &before)) {
            Some(moved) => tongue.tell("{first} {next}", &[("first", &stands), ("next", &moved)]),
            None => stands,
        },
    )
}

/// When a week or a sprint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tense {
    Past,
    Now,
    Future,
}

fn stands(tongue: &Tongue, count: &Count, items: &str, week: &str, tense: Tense) -> String {
    let all = count.is;
    let how_many = |(one, many): (&str, &str)| {
        tongue.count(all, one, many, &[("items", &items), ("week", &week)])
    };
    let first = match tense {
        Tense::Past if all == 0 => tongue.tell("Nothing was in {week}", &[("week", &week)]),
        _ if all == 0 => tongue.tell("Nothing is in {week} yet", &[("week", &week)]),
        Tense::Past => how_many(forms("{items} was in {week}", "{items} were in {week}")),
        Tense::Now => how_many(forms("{items} is in {week}", "{items} are in {week}")),
        Tense::Future => how_many(forms(
            "{items} is planned for {week}",
            "{items} are planned for {week}",
        )),
    };
    let clauses = clauses(tongue, count, tense);
    match clauses.is_empty() {
        true => tongue.tell("{sentence}.", &[("sentence", &first)]),
        false => tongue.tell(
            "{sentence}; {clauses}.",
            &[("sentence", &first), ("clauses", &tongue.row(&clauses))],
        ),
    }
}

/// "1 is done", "2 are blocked".
fn clauses(tongue: &Tongue, count: &Count, tense: Tense) -> Vec<String> {
    let is_past = tense == Tense::Past;
    let done = match (count.done, is_past) {
        (0, false) if count.is > 0 && tense == Tense::Now => {
            Some(tongue.say("none is done").into_owned())
        }
        (0, _) => None,
        (all, true) if all > 1 && all == count.is => Some(tongue.say("all were done").into_owned()),
        (all, false) if all > 1 && all == count.is => Some(tongue.say("all are done").into_owned()),
        (some, true) => Some(tongue.count(some, "{number} was done", "{number} were done", &[])),
        (some, false) => Some(tongue.count(some, "{number} is done", "{number} are done", &[])),
    };
    let blocked = match (count.blocked, is_past) {
        (0, _) => None,
        (some, true) => {
            Some(tongue.count(some, "{number} was blocked", "{number} were blocked", &[]))
        }
        (some, false) => {
            Some(tongue.count(some, "{number} is blocked", "{number} are blocked", &[]))
        }
    };
    done.into_iter().chain(blocked).collect()
}

/// What became of what was in the one before, and what came in; nothing where nothing moved.
fn moves(tongue: &Tongue, count: &Count, was: &str, before: &str) -> Option<String> {
    let part = |number: usize, (one, many): (&str, &str)| {
        (number > 0).then(|| tongue.count(number, one, many, &[]))
    };
    let entered = [
        part(
            count.entered - count.passed,
            forms("{number} entered", "{number} entered"),
        ),
        part(
            count.unsaid,
            forms("{number} came in unlisted", "{number} came in unlisted"),
        ),
    ];
    let entered: Vec<String> = entered.into_iter().flatten().collect();
    let entered = (!entered.is_empty()).then(|| tongue.list(&entered));
    let fates = [
        part(
            count.finished,
            forms("{number} was done", "{number} were done"),
        ),
        part(
            count.left - count.passed,
            forms("{number} left", "{number} left"),
        ),
        part(
            count.carried,
            forms("{number} carried over", "{number} carried over"),
        ),
        part(
            count.silent,
            forms("of {number} nothing is said", "of {number} nothing is said"),
        ),
    ];
    let fates: Vec<String> = fates.into_iter().flatten().collect();
    let parts: [(&str, &dyn Display); 3] = [
        ("items", &was),
        ("week", &before),
        ("fates", &tongue.list(&fates)),
    ];
    let fates = (!fates.is_empty()).then(|| tongue.tell("of {items} in {week}, {fates}", &parts));
    let sentence = |words: String| tongue.tell("{sentence}.", &[("sentence", &capital(&words))]);
    match (fates, entered) {
        (Some(fates), Some(entered)) => Some(tongue.tell(
            "{head}; {next}.",
            &[("head", &capital(&fates)), ("next", &entered)],
        )),
        (fates, entered) => fates.or(entered).map(sentence),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_how_much_how_it_stands_and_what_moved() {
        let english = Tongue::english();
        let count = Count {
            is: 5,
            done: 1,
            blocked: 2,
            entered: 2,
            left: 2,
            was: 6,
            finished: 3,
            silent: 1,
            ..Count::default()
        };
        assert_eq!(
            stands(&english, &count, "5 tasks", "week 20", Tense::Now),
            "5 tasks are in week 20; 1 is done, 2 are blocked."
        );
        assert_eq!(
            moves(&english, &count, "6 tasks", "week 19").as_deref(),
            Some("Of 6 tasks in week 19, 3 were done, 2 left and of 1 nothing is said; 2 entered.")
        );
        assert_eq!(moves(&english, &Count::default(), "", "week 19"), None);
    }

    #[test]
    fn nothing_and_one_are_said_like_people_say_them() {
        let none = Count::default();
        let one = Count {
            is: 1,
            ..Count::default()
        };
        let english = Tongue::english();
        let said = |count: &Count, tense| {
            let items = format!("{} task", count.is);
            stands(&english, count, &items, "week 2", tense)
        };
        assert_eq!(said(&none, Tense::Past), "Nothing was in week 2.");
        assert_eq!(said(&none, Tense::Future), "Nothing is in week 2 yet.");
        assert_eq!(said(&one, Tense::Now), "1 task is in week 2; none is done.");
        assert_eq!(said(&one, Tense::Future), "1 task is planned for week 2.");
        let over = Count {
            is: 2,
            done: 2,
            ..Count::default()
        };
        assert_eq!(
            said(&over, Tense::Past),
            "2 task were in week 2; all were done."
        );
    }
}
