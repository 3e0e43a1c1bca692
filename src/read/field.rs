//! The names of what can be stated of an item.

use crate::model::kind::Kind;

/// What a key, a column or a section heading says about an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldName {
    /// Its id.
    Id,
    /// Its kind.
    Kind,
    /// Its title.
    Title,
    /// Its state.
    Status,
    /// Its priority.
    Priority,
    /// Its place in the order of its list.
    Rank,
    /// When it begins.
    Start,
    /// When it is to be finished.
    Due,
    /// From when to when it runs.
    Span,
    /// When it was finished.
    Done,
    /// Who looks after it.
    Owner,
    /// How much work it is.
    Estimate,
    /// The sprint it is in.
    Sprint,
    /// Its labels.
    Labels,
    /// What it is a part of; the kind where the key names one ("Milestone", "PRD").
    Parent(Option<Kind>),
    /// What must be finished first.
    DependsOn,
    /// What must come first from outside the plan.
    DependsOutside,
    /// What keeps it from going on: items, or an obstacle in words.
    BlockedBy,
    /// What waits for it.
    Blocks,
    /// What it was split into or replaced by.
    Became,
    /// The audience it is open to.
    Audience,
    /// Further names.
    Aliases,
    /// The progress that is declared for it.
    Progress,
    /// Of a sprint: how much was committed.
    Committed,
    /// Of a sprint: how much was completed.
    Completed,
    /// Of a sprint: its velocity.
    Velocity,
    /// Its goal.
    Goal,
    /// The document that tells of it.
    Document,
}

impl FieldName {
    /// The field that the configuration calls so; none for a field of the author's own.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "id" => Self::Id,
            "title" => Self::Title,
            "kind" => Self::Kind,
            "status" => Self::Status,
            "priority" => Self::Priority,
            "rank" => Self::Rank,
            "start" => Self::Start,
            "due" => Self::Due,
            "span" => Self::Span,
            "done" => Self::Done,
            "owner" => Self::Owner,
            "estimate" => Self::Estimate,
            "sprint" => Self::Sprint,
            "labels" => Self::Labels,
            "part-of" => Self::Parent(None),
            "depends-on" => Self::DependsOn,
            "blocked-by" => Self::BlockedBy,
            "blocks" => Self::Blocks,
            "became" => Self::Became,
            "audience" => Self::Audience,
            "progress" => Self::Progress,
            "goal" => Self::Goal,
            "document" => Self::Document,
            _ => Self::Parent(Some(Kind::all().find(|kind| kind.name() == name)?)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::choice::FIELD_NAMES;

    #[test]
    fn every_name_in_the_configuration_is_a_field_of_its_own() {
        let fields: Vec<Option<FieldName>> = FIELD_NAMES
            .iter()
            .map(|name| FieldName::named(name))
            .collect();
        let unknown = fields.iter().filter(|field| field.is_none()).count();
        assert_eq!((unknown, FieldName::named("own")), (1, None));
        let distinct: std::collections::BTreeSet<_> = fields.iter().collect();
        assert_eq!(distinct.len(), fields.len());
    }
}
