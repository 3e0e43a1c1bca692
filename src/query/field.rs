//! What can be asked of an item, and how each answer is compared.

use std::fmt;

use crate::text::similar::fold;
use crate::theme::tongue::key;

/// What can be asked of an item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// A field that plansite knows, by its place in the table.
    Known(Known),
    /// A field of the author's own, as the question writes it.
    Own(String),
}

/// How answers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// As words.
    Words,
    /// As one of these words.
    Choice(&'static [Choice]),
    /// As a day.
    Day,
    /// As a number.
    Number,
    /// As yes or no.
    Flag,
}

/// A word that may be asked for, and other words for it.
pub type Choice = (&'static str, &'static [&'static str]);

macro_rules! known {
    ($($variant:ident $name:literal $label:expr, $sort:expr, [$($other:literal),*];)*) => {
        /// A field that plansite knows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Known {
            $(#[doc = concat!("`", $name, "`.")] $variant,)*
        }

        /// Each field with its name, the heading of its column, how it is compared, and other names.
        const TABLE: &[Row] = &[$(Row {
            field: Known::$variant,
            name: $name,
            label: $label,
            sort: $sort,
            others: &[$($other),*],
        },)*];
    };
}

struct Row {
    field: Known,
    name: &'static str,
    label: &'static str,
    sort: Sort,
    others: &'static [&'static str],
}

/// The kinds.
const KINDS: &[Choice] = &[
    ("phase", &["phases"]),
    ("milestone", &["milestones"]),
    (
        "feature",
        &["features", "prd", "prds", "epic", "epics", "spec", "specs"],
    ),
    ("story", &["stories", "user story", "user stories"]),
    ("task", &["tasks", "issue", "issues", "ticket", "tickets"]),
    ("sprint", &["sprints", "week", "weeks", "cycle", "cycles"]),
    ("decision", &["decisions"]),
    ("blocker", &["blockers"]),
];

/// The statuses.
const STATUSES: &[Choice] = &[
    ("planned", &["todo", "to do", "not started"]),
    ("active", &["in progress", "doing", "started"]),
    ("blocked", &[]),
    ("done", &["complete", "completed"]),
    ("dropped", &["cancelled", "canceled"]),
    ("unknown", &[]),
];

/// How something stands.
const HEALTHS: &[Choice] = &[
    ("done", &["complete"]),
    ("on track", &[]),
    ("at risk", &[]),
    ("late", &[]),
    ("unknown", &[]),
];

known! {
    Id "id" key("ID"), Sort::Words, ["key"];
    Title "title" key("Title"), Sort::Words, ["name"];
    Kind "kind" key("Kind"), Sort::Choice(KINDS), ["type"];
    Status "status" key("Status"), Sort::Choice(STATUSES), ["state"];
    Health "health" key("Health"), Sort::Choice(HEALTHS), [];
    Priority "priority" key("Priority"), Sort::Words, [];
    Owner "owner" key("Owner"), Sort::Words, ["owners", "assignee", "assigned to"];
    Label "label" key("Labels"), Sort::Words, ["labels", "tag", "tags"];
    Phase "phase" key("Phase"), Sort::Words, [];
    Milestone "milestone" key("Milestone"), Sort::Words, [];
    Feature "feature" key("Feature"), Sort::Words, ["prd", "epic"];
    Story "story" key("Story"), Sort::Words, ["user story"];
    Parent "parent" key("Part of"), Sort::Words, ["part of"];
    Sprint "sprint" key("Sprint"), Sort::Words, ["week", "cycle"];
    Estimate "estimate" key("Estimate"), Sort::Words, [];
    Progress "progress" key("Progress"), Sort::Number, [];
    Start "start" key("Start"), Sort::Day, ["start date"];
    Due "due" key("Due"), Sort::Day, ["due date", "target date"];
    Done "done" key("Done"), Sort::Day, ["done date"];
    Since "since" key("Since"), Sort::Day, ["blocked since"];
    BlockedBy "blocked by" key("Blocked by"), Sort::Words, ["why"];
    WayOut "way out" key("Way out"), Sort::Words, [];
    DependsOn "depends on" key("Depends on"), Sort::Words, ["dependencies", "waits for"];
    Open "open" key("Open"), Sort::Flag, [];
    Ready "ready" key("Ready"), Sort::Flag, [];
    Blocked "blocked" key("Blocked"), Sort::Flag, [];
    Overdue "overdue" key("Overdue"), Sort::Flag, [];
    Discovered "discovered" key("Discovered"), Sort::Flag, [];
}

impl Known {
    fn row(self) -> &'static Row {
        // The table is made from the same list as the names; a test walks it.
        &TABLE[self as usize]
    }
}

impl Field {
    /// The field of this name.
    pub fn named(name: &str) -> Self {
        let plain = plain(name);
        let is = |row: &&Row| row.name == plain || row.others.contains(&plain.as_str());
        match TABLE.iter().find(is) {
            Some(row) => Self::Known(row.field),
            None => Self::Own(name.trim().to_string()),
        }
    }

    /// The names of the fields that plansite knows.
    pub fn names() -> impl Iterator<Item = &'static str> + Clone {
        TABLE.iter().map(|row| row.name)
    }

    /// The heading of its column.
    pub fn label(&self) -> &str {
        match self {
            Self::Known(known) => known.row().label,
            Self::Own(name) => name,
        }
    }

    /// How its answers are compared.
    pub fn sort(&self) -> Sort {
        match self {
            Self::Known(known) => known.row().sort,
            Self::Own(_) => Sort::Words,
        }
    }

    /// Whether it is a field of the author's own of this name.
    pub fn is_own(&self, name: &str) -> bool {
        matches!(self, Self::Own(mine) if plain(mine) == plain(name))
    }
}

impl fmt::Display for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Known(known) => known.row().name,
            Self::Own(name) => name,
        })
    }
}

/// A name without case, and with blanks between its words.
pub(super) fn plain(name: &str) -> String {
    let name = name.replace(['-', '_'], " ");
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// The word of a choice that these words stand for.
pub(super) fn chosen(choices: &[Choice], words: &str) -> Option<&'static str> {
    let wanted = fold(words);
    let is = |(name, others): &&Choice| fold(name) == wanted || others.contains(&wanted.as_str());
    choices.iter().find(is).map(|(name, _)| *name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_names() {
        for (at, row) in TABLE.iter().enumerate() {
            assert_eq!((row.field as usize, row.field.row().name), (at, row.name));
            assert_eq!(Field::named(row.name), Field::Known(row.field));
        }
    }

    #[test]
    fn a_field_has_several_names() {
        assert_eq!(Field::named("Depends-On"), Field::Known(Known::DependsOn));
        assert_eq!(Field::named("PRD"), Field::Known(Known::Feature));
        let own = Field::named(" Risk level ");
        assert!(own.is_own("risk_level") && !own.is_own("risk"));
        assert_eq!(own.label(), "Risk level");
    }

    #[test]
    fn a_choice_has_several_words() {
        assert_eq!(chosen(STATUSES, "In progress"), Some("active"));
        assert_eq!(chosen(HEALTHS, "at risk"), Some("at risk"));
        assert_eq!(chosen(KINDS, "thing"), None);
    }
}
