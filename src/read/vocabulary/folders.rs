//! Folders and prefixes of ids that tell a kind.

use crate::model::kind::Kind;

/// Folders whose documents are of one kind.
pub const FOLDERS: &[(Kind, &[&str])] = &[
    (Kind::Phase, &["phases", "roadmap phases"]),
    (
        Kind::Milestone,
        &["milestones", "hitos", "meilensteine", "jalons"],
    ),
    (
        Kind::Feature,
        &[
            "prd",
            "prds",
            "features",
            "epics",
            "proposals",
            "rfcs",
            "rfc",
            "keps",
            "specs",
            "initiatives",
        ],
    ),
    (
        Kind::Story,
        &["user stories", "stories", "userstories", "us", "historias"],
    ),
    (
        Kind::Task,
        &["tasks", "issues", "tickets", "tareas", "aufgaben", "todos"],
    ),
    (
        Kind::Sprint,
        &["sprints", "iterations", "cycles", "weeks", "weekly"],
    ),
    (
        Kind::Decision,
        &["decisions", "adr", "adrs", "decision records"],
    ),
];

/// Letters before the number of an id.
pub const PREFIXES: &[(Kind, &[&str])] = &[
    (Kind::Phase, &["phase", "ph"]),
    (Kind::Milestone, &["milestone", "ms", "m"]),
    (
        Kind::Feature,
        &["prd", "epic", "feat", "feature", "rfc", "kep", "e", "f"],
    ),
    (Kind::Story, &["us", "story", "st"]),
    (Kind::Task, &["task", "t", "issue", "tkt", "bug", "todo"]),
    (Kind::Sprint, &["sprint", "sp", "s"]),
    (Kind::Decision, &["adr", "dec", "decision", "d"]),
];
