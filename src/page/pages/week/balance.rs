//! The balance of a week or a sprint: how much was in the one before, what went, what came, and how much is in this one.

use serde::Serialize;

use crate::page::flow::{Flow, Step, Way};
use crate::page::pages::week::telling::Telling;
use crate::theme::tongue::key;

/// A figure of the balance.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Figure {
    value: String,
    words: String,
    href: Option<String>,
}

/// How many went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Count {
    /// What was in the one before.
    pub(super) was: usize,
    /// What was finished there.
    pub(super) finished: usize,
    /// What was taken out.
    pub(super) left: usize,
    /// What is in neither list and of which nothing is said.
    pub(super) silent: usize,
    /// What came in.
    pub(super) entered: usize,
    /// What came in and went out again, told in both.
    pub(super) passed: usize,
    /// What is in it, and nothing says how it came.
    pub(super) unsaid: usize,
    /// What went on.
    pub(super) carried: usize,
    /// What is in this one.
    pub(super) is: usize,
    /// What of that is done.
    pub(super) done: usize,
    /// What of that cannot go on.
    pub(super) blocked: usize,
}

impl Count {
    pub(super) fn new(flow: &Flow) -> Self {
        let of = |way: Way| flow.count(|step| step.way == way);
        let here = |is: fn(&Step) -> bool| flow.here().filter(|step| is(step)).count();
        let passed = of(Way::Passed);
        Self {
            was: flow.count(|step| step.way.was_there()),
            finished: of(Way::Done),
            left: of(Way::Left) + passed,
            silent: of(Way::Silent),
            entered: of(Way::Entered) + passed,
            passed,
            unsaid: of(Way::Unsaid),
            carried: of(Way::Carried),
            is: here(|_| true),
            done: here(|step| step.is_done),
            blocked: here(|step| step.is_blocked),
        }
    }
}

/// The figures, those that are nothing left out.
pub(super) fn balance(telling: &Telling<'_>) -> Vec<Figure> {
    let Some(flow) = &telling.flow else {
        return Vec::new();
    };
    let tongue = &telling.book.tongue;
    let within = |week: &str| tongue.tell("in {week}", &[("week", &week)]);
    let count = Count::new(flow);
    let figure = |sign: &str, number: usize, words: String, href: Option<String>| Figure {
        value: format!("{sign}{number}"),
        words,
        href,
    };
    let some = |sign, number: usize, words: &str, lane: &str| {
        let link = Some(format!("#{lane}"));
        (number > 0).then(|| figure(sign, number, tongue.say(words).into_owned(), link))
    };
    let before = flow.before.zip(telling.before()).map(|(at, before)| {
        let link = telling.book.link(telling.from, at);
        figure("", count.was, within(&before), Some(link))
    });
    // Where nothing went before, what is in it did not come from anywhere.
    let comes = flow.before.is_some() || count.entered > 0;
    let finished = telling.before().filter(|_| count.finished > 0);
    let finished = finished.map(|before| {
        let words = tongue.tell("done in {week}", &[("week", &before)]);
        figure("−", count.finished, words, Some("#done".into()))
    });
    let gone = [
        finished,
        some("−", count.left, key("left"), "left"),
        some("−", count.silent, silent(telling), "silent"),
    ];
    let unsaid = (comes && count.unsaid > 0).then(|| {
        figure(
            "+",
            count.unsaid,
            tongue.say("came in unlisted").into_owned(),
            None,
        )
    });
    let come = [some("+", count.entered, key("entered"), "entered"), unsaid];
    // What left without a week before came in first.
    let moved: Vec<Option<Figure>> = match flow.before {
        Some(_) => gone.into_iter().chain(come).collect(),
        None => come.into_iter().chain(gone).collect(),
    };
    let all = figure("", count.is, within(&telling.called()), None);
    let stands = [
        Some(all),
        some("", count.done, key("of them done"), "done"),
        some("", count.blocked, key("of them blocked"), "blocked"),
    ];
    let parts = [before].into_iter().chain(moved).chain(stands);
    parts.flatten().collect()
}

/// What is said of those of which nothing is said; `say` is given it.
pub(super) fn silent(telling: &Telling<'_>) -> &'static str {
    match (telling.item.is_week_sheet(), telling.is_over()) {
        (true, true) => key("not named again"),
        (true, false) => key("not named yet"),
        (false, _) => key("not in this one"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::tale::Thing;

    #[test]
    fn the_figures_add_up() {
        let ways = [
            Way::Done,
            Way::Carried,
            Way::Left,
            Way::Silent,
            Way::Entered,
            Way::Unsaid,
            Way::Passed,
        ];
        let step = |(at, way): (usize, &Way)| Step {
            thing: Thing::Item(at),
            way: *way,
            is_blocked: false,
            is_done: false,
        };
        let steps = ways.iter().enumerate().map(step).collect();
        let before = Some(0);
        let count = Count::new(&Flow { before, steps });
        let gone = count.finished + count.left + count.silent;
        let came = count.entered + count.unsaid;
        assert_eq!(count.was + came - gone, count.is);
        assert_eq!((count.was, count.is), (4, 3));
    }
}
