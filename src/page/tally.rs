//! How many items are in which state, as a sentence.

use crate::model::kind::Kind;
use crate::page::book::Book;
use crate::page::mark;
use crate::page::words::count;

/// The words for the states, in the order in which they are told.
const STATES: [(&str, &str); 7] = [
    ("done", "complete"),
    ("doing", "in progress"),
    ("review", "in review"),
    ("blocked", "blocked"),
    ("planned", "planned"),
    ("unknown", "without a status"),
    ("left", "dropped"),
];

/// "13 tasks: 1 complete, 1 in progress, 11 planned."
pub fn states(book: &Book, kind: Kind, items: &[usize]) -> String {
    let styles: Vec<&str> = items
        .iter()
        .map(|at| mark::state(book.item(*at)).0)
        .collect();
    told(&count(styles.len(), kind), &styles)
}

/// "13 tasks: 1 complete, 1 in progress, 11 planned", of so many things in these styles.
pub fn told(what: &str, styles: &[&str]) -> String {
    let all = styles.len();
    let counts = STATES.iter().filter_map(|(style, word)| {
        let number = styles.iter().filter(|other| *other == style).count();
        (number > 0).then_some((number, *word))
    });
    let mut counts: Vec<(usize, &str)> = counts.collect();
    // What is reviewed is under way too.
    if let Some(at) = counts.iter().position(|(_, word)| *word == "in review") {
        let is_begun = at > 0 && counts[at - 1].1 == "in progress";
        if is_begun {
            let (reviewed, _) = counts.remove(at);
            counts[at - 1] = (counts[at - 1].0 + reviewed, "in progress or review");
        }
    }
    match &counts[..] {
        [] => format!("{what}."),
        [(_, word)] if all == 1 => format!("{what}, {word}."),
        [(_, word)] => format!("{what}, all {word}."),
        counts => {
            let parts: Vec<String> = counts
                .iter()
                .map(|(number, word)| format!("{number} {word}"))
                .collect();
            format!("{what}: {}.", parts.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_states_that_occur_are_told() {
        assert_eq!(
            told(&count(3, Kind::Task), &["planned", "done", "planned"]),
            "3 tasks: 1 complete, 2 planned."
        );
        assert_eq!(
            told(&count(2, Kind::Story), &["unknown", "unknown"]),
            "2 stories, all without a status."
        );
        assert_eq!(
            told(&count(1, Kind::Phase), &["doing"]),
            "1 phase, in progress."
        );
        assert_eq!(
            told(
                &count(4, Kind::Task),
                &["doing", "review", "review", "left"]
            ),
            "4 tasks: 3 in progress or review, 1 dropped."
        );
        assert_eq!(
            told(&count(2, Kind::Task), &["review", "done"]),
            "2 tasks: 1 complete, 1 in review."
        );
    }
}
