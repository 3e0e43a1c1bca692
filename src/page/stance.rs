//! What is said of the states of several items.

use crate::theme::tongue::{forms, key};

/// What is said of a state: of the only one, of all, of a named one, and of so many.
pub struct Said {
    /// The state.
    pub style: &'static str,
    /// Of the only one, after how many there are.
    pub named: &'static str,
    /// Of all of several.
    pub all: &'static str,
    /// Of a named one among others.
    pub one: &'static str,
    /// Of so many among others.
    pub some: (&'static str, &'static str),
}

/// The states, in the order in which they are told.
pub const SAID: [Said; 7] = [
    Said {
        style: "done",
        named: key("{items}: {name} is complete."),
        all: key("{items}; all are complete."),
        one: key("{name} is complete"),
        some: forms("one is complete", "{spelled} are complete"),
    },
    Said {
        style: "doing",
        named: key("{items}: {name} is in progress."),
        all: key("{items}; all are in progress."),
        one: key("{name} is in progress"),
        some: forms("one is in progress", "{spelled} are in progress"),
    },
    Said {
        style: "review",
        named: key("{items}: {name} is in review."),
        all: key("{items}; all are in review."),
        one: key("{name} is in review"),
        some: forms("one is in review", "{spelled} are in review"),
    },
    Said {
        style: "blocked",
        named: key("{items}: {name} is blocked."),
        all: key("{items}; all are blocked."),
        one: key("{name} is blocked"),
        some: forms("one is blocked", "{spelled} are blocked"),
    },
    Said {
        style: "planned",
        named: key("{items}: {name} is planned."),
        all: key("{items}; all are planned."),
        one: key("{name} is planned"),
        some: forms("one is planned", "{spelled} are planned"),
    },
    Said {
        style: "unknown",
        named: key("{items}: {name} has no status."),
        all: key("{items}; no status is stated."),
        one: key("{name} has no status"),
        some: forms("one has no status", "{spelled} have no status"),
    },
    Said {
        style: "left",
        named: key("{items}: {name} is dropped."),
        all: key("{items}; all are dropped."),
        one: key("{name} is dropped"),
        some: forms("one is dropped", "{spelled} are dropped"),
    },
];
