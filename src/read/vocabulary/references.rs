//! Words for what leads from one item to another: keys, columns and one-word headings.

use crate::model::kind::Kind;
use crate::read::field::FieldName;

/// Which other item a key, a column or a one-word heading leads to.
pub const REFERENCES: &[(FieldName, &[&str])] = &[
    (
        FieldName::Parent(None),
        &[
            "parent",
            "part of",
            "belongs to",
            "parent task",
            "parent task id",
            "parent id",
            "parent issue",
        ],
    ),
    (
        FieldName::Parent(Some(Kind::Phase)),
        &["phase", "roadmap phase", "fase"],
    ),
    (
        FieldName::Parent(Some(Kind::Milestone)),
        &[
            "milestone",
            "milestone id",
            "hito",
            "meilenstein",
            "jalon",
            "release",
            "target milestone",
            "target release",
        ],
    ),
    (
        FieldName::Parent(Some(Kind::Feature)),
        &[
            "prd",
            "epic",
            "epics",
            "feature",
            "spec",
            "related prd",
            "epic id",
            "epica",
            "épica",
            "prd id",
            "sub epic",
            "prd reference",
        ],
    ),
    (
        FieldName::Parent(Some(Kind::Story)),
        &[
            "story",
            "user story",
            "related story",
            "historia",
            "story id ref",
        ],
    ),
    (
        FieldName::DependsOn,
        &[
            "depends",
            "depends on",
            "dependencies",
            "dependency",
            "requires",
            "needs",
            "prerequisites",
            "prerequisite",
            "after",
            "predecessors",
            "predecessor",
            "depends upon",
            "dependencias",
            "abhängig von",
            "abhängigkeiten",
            "dépend de",
            "dépendances",
            "dependências",
            "depende de",
            "의존성",
            "依赖",
        ],
    ),
    (
        FieldName::BlockedBy,
        &[
            "blocked by",
            "blocker",
            "blockers",
            "waiting for",
            "waiting on",
            "waits for",
            "obstacle",
            "impediment",
            "held up by",
            "bloqueado por",
            "bloqué par",
            "blockiert durch",
            "blocked on",
        ],
    ),
    (
        FieldName::Blocks,
        &["blocks", "blocking", "unblocks", "holds up", "required by"],
    ),
    (
        FieldName::Became,
        &[
            "became",
            "split into",
            "replaced by",
            "superseded by",
            "moved to",
            "turned into",
        ],
    ),
];
