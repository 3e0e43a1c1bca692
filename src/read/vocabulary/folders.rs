//! Folders and prefixes of ids that tell a kind.

use crate::model::kind::Kind;

/// Folders whose documents are of one kind.
pub const FOLDERS: &[(Kind, &[&str])] = &[
    (Kind::Phase, &["phases", "roadmap phases"]),
    (
        Kind::Milestone,
        &["milestones", "hitos", "meilensteine", "jalons", "marcos"],
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
            "proposal",
            "enhancements",
            "peps",
            "eips",
            "rfds",
            "teps",
            "jeps",
            "épicas",
            "epicas",
            "funcionalidades",
            "especificaciones",
            "propuestas",
            "propostas",
        ],
    ),
    (
        Kind::Story,
        &[
            "user stories",
            "stories",
            "userstories",
            "us",
            "historias",
            "historias de usuario",
            "historias de usuário",
        ],
    ),
    (
        Kind::Task,
        &[
            "tasks", "issues", "tickets", "tareas", "aufgaben", "todos", "tarefas", "tâches",
            "gaps", "bugs",
        ],
    ),
    (
        Kind::Sprint,
        &["sprints", "iterations", "cycles", "weeks", "weekly"],
    ),
    (
        Kind::Decision,
        &[
            "decisions",
            "adr",
            "adrs",
            "decision records",
            "decision record",
            "decision",
            "decision log",
            "decision logs",
            "architecture decisions",
            "architecture decision",
            "architectural decisions",
            "architecture decision records",
            "architectural decision records",
            "decisiones",
            "decisões",
            "décisions",
            "entscheidungen",
        ],
    ),
];

/// Folders of versions: what is dated in them is a milestone, the rest are notes on what has changed.
pub const RELEASES: &[&str] = &[
    "release",
    "releases",
    "versions",
    "versiones",
    "versões",
    "lanzamientos",
    "version",
    "릴리스",
    "版本",
];

/// Folders of plans and texts.
pub const PLANS: &[&str] = &[
    "plan",
    "plans",
    "planes",
    "planos",
    "pläne",
    "text",
    "designs",
    "design docs",
    "exec plans",
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
    (
        Kind::Task,
        &["task", "t", "issue", "tkt", "ticket", "bug", "todo"],
    ),
    (Kind::Sprint, &["sprint", "sp", "s"]),
    (Kind::Decision, &["adr", "dec", "decision", "d"]),
];
