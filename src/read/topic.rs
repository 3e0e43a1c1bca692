//! What a heading says of what stands below it.

use crate::model::kind::Kind;
use crate::model::movement::Change;

/// What stands below a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Acceptance or success criteria, outcomes.
    Criteria,
    /// Items of one kind ("Tasks", "User stories").
    Items(Kind),
    /// Tasks found during work.
    Discovered,
    /// What is blocked, and by what.
    Blocked,
    /// Decisions that are needed or were made.
    Decisions,
    /// The sprints that were.
    Sprints,
    /// What belongs to a sprint.
    Members,
    /// What a week did with items.
    Movement(Change),
    /// What comes from outside.
    Outside,
    /// What stands beside a plan and is no part of it: risks, examples, results of tests.
    Aside,
}
