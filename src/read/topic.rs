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

impl Topic {
    /// What the configuration calls so; none where a heading says nothing.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "criteria" => Self::Criteria,
            "phases" => Self::Items(Kind::Phase),
            "milestones" => Self::Items(Kind::Milestone),
            "features" => Self::Items(Kind::Feature),
            "stories" => Self::Items(Kind::Story),
            "tasks" => Self::Items(Kind::Task),
            "sprints" => Self::Sprints,
            "decisions" => Self::Decisions,
            "blocked" => Self::Blocked,
            "discovered" => Self::Discovered,
            "outside" => Self::Outside,
            "aside" => Self::Aside,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::choice::TOPIC_NAMES;

    #[test]
    fn every_name_in_the_configuration_is_a_topic_of_its_own() {
        let topics: Vec<Option<Topic>> =
            TOPIC_NAMES.iter().map(|name| Topic::named(name)).collect();
        let unknown = topics.iter().filter(|topic| topic.is_none()).count();
        assert_eq!((unknown, Topic::named("none")), (1, None));
        let distinct: std::collections::HashSet<_> = topics.iter().collect();
        assert_eq!(distinct.len(), topics.len());
    }
}
