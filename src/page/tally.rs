//! How many items are in which state, as a sentence.

use crate::model::kind::Kind;
use crate::page::badge;
use crate::page::book::Book;
use crate::page::noun::count;
use crate::theme::tongue::{Tongue, key};

/// The words for a state: all of several, the only one, and some of many.
type Words = (&'static str, &'static str, &'static str);

/// The states, in the order in which they are told.
const STATES: [(&str, Words); 7] = [
    (
        "done",
        (
            key("{items}, all complete."),
            key("{items}, complete."),
            key("{number} complete"),
        ),
    ),
    (
        "doing",
        (
            key("{items}, all in progress."),
            key("{items}, in progress."),
            key("{number} in progress"),
        ),
    ),
    (
        "review",
        (
            key("{items}, all in review."),
            key("{items}, in review."),
            key("{number} in review"),
        ),
    ),
    (
        "blocked",
        (
            key("{items}, all blocked."),
            key("{items}, blocked."),
            key("{number} blocked"),
        ),
    ),
    (
        "planned",
        (
            key("{items}, all planned."),
            key("{items}, planned."),
            key("{number} planned"),
        ),
    ),
    (
        "unknown",
        (
            key("{items}, all without a status."),
            key("{items}, without a status."),
            key("{number} without a status"),
        ),
    ),
    (
        "left",
        (
            key("{items}, all dropped."),
            key("{items}, dropped."),
            key("{number} dropped"),
        ),
    ),
];

/// What is reviewed is under way too.
const BEGUN: Words = (
    key("{items}, all in progress or review."),
    key("{items}, in progress or review."),
    key("{number} in progress or review"),
);

/// "13 tasks: 1 complete, 1 in progress, 11 planned."
pub fn states(book: &Book, kind: Kind, items: &[usize]) -> String {
    let styles: Vec<&str> = items
        .iter()
        .map(|at| badge::style(book.item(*at)))
        .collect();
    let items = count(&book.tongue, styles.len(), kind);
    told(&book.tongue, &items, &styles)
}

/// "13 tasks: 1 complete, 1 in progress, 11 planned", of so many things in these styles.
pub fn told(tongue: &Tongue, items: &str, styles: &[&str]) -> String {
    let all = styles.len();
    let counts = STATES.iter().filter_map(|(style, words)| {
        let number = styles.iter().filter(|other| *other == style).count();
        (number > 0).then_some((*style, number, *words))
    });
    let mut counts: Vec<(&str, usize, Words)> = counts.collect();
    if let Some(at) = counts.iter().position(|(style, ..)| *style == "review") {
        let is_begun = at > 0 && counts[at - 1].0 == "doing";
        if is_begun {
            let (_, reviewed, _) = counts.remove(at);
            counts[at - 1] = ("doing", counts[at - 1].1 + reviewed, BEGUN);
        }
    }
    match &counts[..] {
        [] => tongue.tell("{words}.", &[("words", &items)]),
        [(_, _, (_, one, _))] if all == 1 => tongue.tell(one, &[("items", &items)]),
        [(_, _, (every, _, _))] => tongue.tell(every, &[("items", &items)]),
        counts => {
            let parts = counts
                .iter()
                .map(|(_, number, (_, _, some))| tongue.count(*number, some, some, &[]));
            let parts = tongue.row(&parts.collect::<Vec<_>>());
            tongue.tell("{items}: {parts}.", &[("items", &items), ("parts", &parts)])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: Kind, styles: &[&str]) -> String {
        let tongue = Tongue::english();
        super::told(&tongue, &count(&tongue, styles.len(), kind), styles)
    }

    #[test]
    fn only_states_that_occur_are_told() {
        assert_eq!(
            told(Kind::Task, &["planned", "done", "planned"]),
            "3 tasks: 1 complete, 2 planned."
        );
        assert_eq!(
            told(Kind::Story, &["unknown", "unknown"]),
            "2 stories, all without a status."
        );
        assert_eq!(told(Kind::Phase, &["doing"]), "1 phase, in progress.");
        assert_eq!(
            told(Kind::Task, &["doing", "review", "review", "left"]),
            "4 tasks: 3 in progress or review, 1 dropped."
        );
        assert_eq!(
            told(Kind::Task, &["review", "done"]),
            "2 tasks: 1 complete, 1 in review."
        );
    }
}
