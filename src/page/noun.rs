//! The kinds of items as nouns: one of them, several, so many.

use crate::model::kind::Kind;
use crate::page::figure::number;
use crate::theme::tongue::{Tongue, key};

/// The words for a kind.
struct Noun {
    one: &'static str,
    many: &'static str,
    title: &'static str,
    titles: &'static str,
}

fn noun(kind: Kind) -> Noun {
    let noun = |one, many, title, titles| Noun {
        one,
        many,
        title,
        titles,
    };
    match kind {
        Kind::Phase => noun(key("phase"), key("phases"), key("Phase"), key("Phases")),
        Kind::Milestone => noun(
            key("milestone"),
            key("milestones"),
            key("Milestone"),
            key("Milestones"),
        ),
        Kind::Feature => noun(
            key("feature"),
            key("features"),
            key("Feature"),
            key("Features"),
        ),
        Kind::Story => noun(key("story"), key("stories"), key("Story"), key("Stories")),
        Kind::Task => noun(key("task"), key("tasks"), key("Task"), key("Tasks")),
        Kind::Sprint => noun(key("sprint"), key("sprints"), key("Sprint"), key("Sprints")),
        Kind::Decision => noun(
            key("decision"),
            key("decisions"),
            key("Decision"),
            key("Decisions"),
        ),
        Kind::Blocker => noun(
            key("blocker"),
            key("blockers"),
            key("Blocker"),
            key("Blockers"),
        ),
    }
}

/// The word for one of a kind.
pub fn one(tongue: &Tongue, kind: Kind) -> String {
    tongue.say(noun(kind).one).into_owned()
}

/// The word for several of a kind.
pub fn many(tongue: &Tongue, kind: Kind) -> String {
    tongue.say(noun(kind).many).into_owned()
}

/// The word for one of a kind, as a heading.
pub fn title(tongue: &Tongue, kind: Kind) -> String {
    tongue.say(noun(kind).title).into_owned()
}

/// The word for several of a kind, as a heading.
pub fn titles(tongue: &Tongue, kind: Kind) -> String {
    tongue.say(noun(kind).titles).into_owned()
}

/// "1 task", "5 tasks".
pub fn count(tongue: &Tongue, number: usize, kind: Kind) -> String {
    match kind {
        Kind::Phase => tongue.count(number, "{number} phase", "{number} phases", &[]),
        Kind::Milestone => tongue.count(number, "{number} milestone", "{number} milestones", &[]),
        Kind::Feature => tongue.count(number, "{number} feature", "{number} features", &[]),
        Kind::Story => tongue.count(number, "{number} story", "{number} stories", &[]),
        Kind::Task => tongue.count(number, "{number} task", "{number} tasks", &[]),
        Kind::Sprint => tongue.count(number, "{number} sprint", "{number} sprints", &[]),
        Kind::Decision => tongue.count(number, "{number} decision", "{number} decisions", &[]),
        Kind::Blocker => tongue.count(number, "{number} blocker", "{number} blockers", &[]),
    }
}

/// "one task", "five tasks".
pub fn spelled(tongue: &Tongue, several: usize, kind: Kind) -> String {
    let word = number(tongue, several);
    let parts: [(&str, &dyn std::fmt::Display); 1] = [("spelled", &word)];
    match kind {
        Kind::Phase => tongue.count(several, "one phase", "{spelled} phases", &parts),
        Kind::Milestone => tongue.count(several, "one milestone", "{spelled} milestones", &parts),
        Kind::Feature => tongue.count(several, "one feature", "{spelled} features", &parts),
        Kind::Story => tongue.count(several, "one story", "{spelled} stories", &parts),
        Kind::Task => tongue.count(several, "one task", "{spelled} tasks", &parts),
        Kind::Sprint => tongue.count(several, "one sprint", "{spelled} sprints", &parts),
        Kind::Decision => tongue.count(several, "one decision", "{spelled} decisions", &parts),
        Kind::Blocker => tongue.count(several, "one blocker", "{spelled} blockers", &parts),
    }
}

/// "1 document", "12 documents".
pub fn documents(tongue: &Tongue, number: usize) -> String {
    tongue.count(number, "{number} document", "{number} documents", &[])
}

/// "All 12 milestones".
pub fn all(tongue: &Tongue, number: usize, kind: Kind) -> String {
    match kind {
        Kind::Phase => tongue.count(number, "The only phase", "All {number} phases", &[]),
        Kind::Milestone => {
            tongue.count(number, "The only milestone", "All {number} milestones", &[])
        }
        Kind::Story => tongue.count(number, "The only story", "All {number} stories", &[]),
        Kind::Task => tongue.count(number, "The only task", "All {number} tasks", &[]),
        _ => tongue.count(number, "The only feature", "All {number} features", &[]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_counted_like_people_do() {
        let english = &Tongue::english();
        assert_eq!(count(english, 1, Kind::Story), "1 story");
        assert_eq!(count(english, 0, Kind::Story), "0 stories");
        assert_eq!(spelled(english, 1, Kind::Task), "one task");
        assert_eq!(spelled(english, 3, Kind::Phase), "three phases");
        for kind in Kind::all() {
            assert_eq!(one(english, kind), kind.name());
        }
    }
}
