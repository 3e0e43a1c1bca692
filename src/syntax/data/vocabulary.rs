//! The words by which a plan is known in data: keys of its items, keys of their lists, states.

use crate::text::similar::fold;

/// Keys of a title.
pub const TITLES: [&str; 9] = [
    "title", "name", "summary", "subject", "content", "título", "titulo", "titel", "titre",
];

/// Keys of the title of one item: what has a name may be anything.
pub const NAMES: [&str; 5] = ["title", "título", "titulo", "titel", "titre"];

/// Keys of a state.
pub const STATES: [&str; 7] = [
    "status",
    "state",
    "stage",
    "estado",
    "statut",
    "situação",
    "상태",
];

/// Keys of an id.
pub const IDS: [&str; 6] = ["id", "key", "number", "iid", "task id", "story id"];

/// Keys under which items are listed.
pub const LISTS: [&str; 19] = [
    "tasks",
    "issues",
    "stories",
    "user stories",
    "epics",
    "features",
    "milestones",
    "phases",
    "sprints",
    "decisions",
    "backlog",
    "todos",
    "tickets",
    "items",
    "work items",
    "subtasks",
    "tareas",
    "aufgaben",
    "tâches",
];

/// Words for states, one of which most values of a map of states are.
const WORDS: [&str; 24] = [
    "backlog",
    "todo",
    "to do",
    "open",
    "new",
    "planned",
    "pending",
    "draft",
    "drafted",
    "ready",
    "ready for dev",
    "contexted",
    "in progress",
    "active",
    "doing",
    "started",
    "review",
    "in review",
    "blocked",
    "done",
    "completed",
    "complete",
    "closed",
    "cancelled",
];

/// Further keys that plans have.
pub const OTHERS: [&str; 8] = [
    "priority",
    "assignees",
    "assignee",
    "labels",
    "milestone",
    "dependencies",
    "depends on",
    "body",
];

/// Keys of one item, beside those.
const PLANNED: [&str; 14] = [
    "authors",
    "author",
    "owner",
    "owners",
    "owning sig",
    "estimate",
    "effort",
    "story points",
    "epic",
    "sprint",
    "parent",
    "acceptance criteria",
    "definition of done",
    "blocked by",
];

/// Whether only plans have this key.
pub fn is_planned(key: &str) -> bool {
    let key = worded(key);
    let is_one = |table: &[&str]| table.contains(&key.as_str());
    is_one(&OTHERS[..7]) || is_one(&PLANNED) || key.ends_with(" number") || key.starts_with("due")
}

/// Keys that only other programs' files have.
pub fn is_foreign(key: &str) -> bool {
    matches!(
        key,
        "apiVersion"
            | "openapi"
            | "swagger"
            | "jobs"
            | "services"
            | "scripts"
            | "lockfileVersion"
            | "asyncapi"
    )
}

/// Whether some words are those of a state, a remark behind them left out.
pub fn is_state(words: &str) -> bool {
    let words = words.split(" #").next().unwrap_or_default();
    let words = words.split('(').next().unwrap_or_default();
    WORDS.contains(&fold(words).as_str())
}

/// Whether a value is words, and neither a number nor true or false.
pub fn is_said(words: &str) -> bool {
    words.contains(char::is_alphabetic) && !matches!(words, "true" | "false") && words.len() < 200
}

/// A key as words: `closedAt`, `closed_at` and `closed-at` are "closed at".
pub fn worded(key: &str) -> String {
    let mut out = String::with_capacity(key.len());
    let mut before = ' ';
    for c in key.chars() {
        if c.is_uppercase() && before.is_lowercase() {
            out.push(' ');
        }
        before = c;
        out.extend(if matches!(c, '_' | '-') { ' ' } else { c }.to_lowercase());
    }
    out.trim().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_words() {
        let words = ["closedAt", "closed_at", "closed-at"].map(worded);
        assert!(words.iter().all(|word| word == "closed at"));
    }
}
