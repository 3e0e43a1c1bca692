//! The kinds of items, and the one table that describes them.

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A stretch of the roadmap.
    Phase,
    /// A named target, with an outcome or a date.
    Milestone,
    /// A PRD, epic, spec or proposal.
    Feature,
    /// A user story.
    Story,
    /// A task, an issue, a ticket.
    Task,
    /// An iteration, a cycle, a week.
    Sprint,
    /// A decision that is recorded or needed.
    Decision,
    /// An obstacle that blocks items.
    Blocker,
}

/// One row of the table of kinds.
struct Row {
    kind: Kind,
    name: &'static str,
    folder: &'static str,
    /// How far below the roadmap it stands; kinds that lie across the levels have none.
    level: Option<u8>,
}

const TABLE: [Row; 8] = [
    Row {
        kind: Kind::Phase,
        name: "phase",
        folder: "phases",
        level: Some(0),
    },
    Row {
        kind: Kind::Milestone,
        name: "milestone",
        folder: "milestones",
        level: Some(1),
    },
    Row {
        kind: Kind::Feature,
        name: "feature",
        folder: "prd",
        level: Some(2),
    },
    Row {
        kind: Kind::Story,
        name: "story",
        folder: "stories",
        level: Some(3),
    },
    Row {
        kind: Kind::Task,
        name: "task",
        folder: "tasks",
        level: Some(4),
    },
    Row {
        kind: Kind::Sprint,
        name: "sprint",
        folder: "sprints",
        level: None,
    },
    Row {
        kind: Kind::Decision,
        name: "decision",
        folder: "decisions",
        level: None,
    },
    Row {
        kind: Kind::Blocker,
        name: "blocker",
        folder: "blockers",
        level: None,
    },
];

impl Kind {
    /// Every kind, from the roadmap down, then those that lie across.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|row| row.kind)
    }

    fn row(self) -> &'static Row {
        // The table is written in the order of the enum; a test walks it.
        &TABLE[self as usize]
    }

    /// The word for one of it, as plan.json has it.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The folder of its pages.
    pub fn folder(self) -> &'static str {
        self.row().folder
    }

    /// Its level below the roadmap; none for kinds that lie across the levels.
    pub fn level(self) -> Option<u8> {
        self.row().level
    }

    /// Whether this kind stands above another one in the usual order.
    pub fn is_above(self, other: Self) -> bool {
        matches!((self.level(), other.level()), (Some(mine), Some(theirs)) if mine < theirs)
    }

    /// Whether an item of this kind may hold one of `child` as a part. Where teams cut epics into milestones, a
    /// feature holds milestones too.
    pub fn holds(self, child: Self) -> bool {
        let lies_across =
            self.level().is_some() && child.level().is_none() && child != Self::Sprint;
        self.is_above(child) || lies_across || (self, child) == (Self::Feature, Self::Milestone)
    }

    /// Whether one of `child` that stands in a chapter about this kind belongs to it: what it holds, and the phases of
    /// a milestone or a sprint, the sprints of a phase, the features of a PRD, the work of a sprint.
    pub fn nests(self, child: Self) -> bool {
        use Kind as K;
        self.holds(child)
            || matches!(
                (self, child),
                (K::Phase | K::Milestone | K::Sprint, K::Phase)
                    | (K::Phase | K::Milestone, K::Sprint)
                    | (K::Feature, K::Feature)
                    | (
                        K::Sprint,
                        K::Feature | K::Story | K::Task | K::Blocker | K::Decision
                    )
            )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for (at, kind) in Kind::all().enumerate() {
            assert_eq!(kind as usize, at, "{}", kind.name());
        }
    }

    #[test]
    fn parts_lie_below() {
        assert!(Kind::Phase.holds(Kind::Task));
        assert!(!Kind::Task.holds(Kind::Story));
        assert!(!Kind::Task.holds(Kind::Task));
        assert!(!Kind::Sprint.holds(Kind::Task));
        assert!(Kind::Sprint.nests(Kind::Phase));
        assert!(!Kind::Task.nests(Kind::Phase));
    }
}
