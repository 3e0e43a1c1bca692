//! What is said of coverage and of gaps: one whole phrase for each pair of levels that plans have, so that each can be
//! translated.

use crate::model::kind::Kind::{self, Feature, Milestone, Phase, Story, Task};
use crate::page::trace::lack::Lack;
use crate::theme::tongue::key;

/// What a level has, what it lacks: the figure and the heading of its gaps.
struct Phrase {
    lack: Lack,
    has: &'static str,
    lacks: &'static str,
}

const fn phrase(lack: Lack, has: &'static str, lacks: &'static str) -> Phrase {
    Phrase { lack, has, lacks }
}

const PHRASES: [Phrase; 32] = [
    phrase(
        Lack::Above(Phase, Milestone),
        key("Phases with a milestone"),
        key("Phases without a milestone"),
    ),
    phrase(
        Lack::Above(Phase, Feature),
        key("Phases with a feature"),
        key("Phases without a feature"),
    ),
    phrase(
        Lack::Above(Milestone, Phase),
        key("Milestones with a phase"),
        key("Milestones without a phase"),
    ),
    phrase(
        Lack::Above(Milestone, Feature),
        key("Milestones with a feature"),
        key("Milestones without a feature"),
    ),
    phrase(
        Lack::Above(Feature, Phase),
        key("Features with a phase"),
        key("Features without a phase"),
    ),
    phrase(
        Lack::Above(Feature, Milestone),
        key("Features with a milestone"),
        key("Features without a milestone"),
    ),
    phrase(
        Lack::Above(Story, Phase),
        key("Stories with a phase"),
        key("Stories without a phase"),
    ),
    phrase(
        Lack::Above(Story, Milestone),
        key("Stories with a milestone"),
        key("Stories without a milestone"),
    ),
    phrase(
        Lack::Above(Story, Feature),
        key("Stories with a feature"),
        key("Stories without a feature"),
    ),
    phrase(
        Lack::Above(Task, Phase),
        key("Tasks with a phase"),
        key("Tasks without a phase"),
    ),
    phrase(
        Lack::Above(Task, Milestone),
        key("Tasks with a milestone"),
        key("Tasks without a milestone"),
    ),
    phrase(
        Lack::Above(Task, Feature),
        key("Tasks with a feature"),
        key("Tasks without a feature"),
    ),
    phrase(
        Lack::Above(Task, Story),
        key("Tasks with a story"),
        key("Tasks without a story"),
    ),
    phrase(
        Lack::Below(Phase, Milestone),
        key("Phases with milestones"),
        key("Phases without milestones"),
    ),
    phrase(
        Lack::Below(Phase, Feature),
        key("Phases with features"),
        key("Phases without features"),
    ),
    phrase(
        Lack::Below(Phase, Story),
        key("Phases with stories"),
        key("Phases without stories"),
    ),
    phrase(
        Lack::Below(Phase, Task),
        key("Phases with tasks"),
        key("Phases without tasks"),
    ),
    phrase(
        Lack::Below(Milestone, Phase),
        key("Milestones with phases"),
        key("Milestones without phases"),
    ),
    phrase(
        Lack::Below(Milestone, Feature),
        key("Milestones with features"),
        key("Milestones without features"),
    ),
    phrase(
        Lack::Below(Milestone, Story),
        key("Milestones with stories"),
        key("Milestones without stories"),
    ),
    phrase(
        Lack::Below(Milestone, Task),
        key("Milestones with tasks"),
        key("Milestones without tasks"),
    ),
    phrase(
        Lack::Below(Feature, Phase),
        key("Features with phases"),
        key("Features without phases"),
    ),
    phrase(
        Lack::Below(Feature, Milestone),
        key("Features with milestones"),
        key("Features without milestones"),
    ),
    phrase(
        Lack::Below(Feature, Story),
        key("Features with stories"),
        key("Features without stories"),
    ),
    phrase(
        Lack::Below(Feature, Task),
        key("Features with tasks"),
        key("Features without tasks"),
    ),
    phrase(
        Lack::Below(Story, Task),
        key("Stories with tasks"),
        key("Stories without tasks"),
    ),
    phrase(
        Lack::Criteria(Phase),
        key("Phases with criteria"),
        key("Phases without criteria"),
    ),
    phrase(
        Lack::Criteria(Milestone),
        key("Milestones with criteria"),
        key("Milestones without criteria"),
    ),
    phrase(
        Lack::Criteria(Feature),
        key("Features with criteria"),
        key("Features without criteria"),
    ),
    phrase(
        Lack::Criteria(Story),
        key("Stories with criteria"),
        key("Stories without criteria"),
    ),
    phrase(
        Lack::Criteria(Task),
        key("Tasks with criteria"),
        key("Tasks without criteria"),
    ),
    phrase(
        Lack::Document,
        key("Features with a document"),
        key("Features without a document"),
    ),
];

/// "Stories with a feature".
pub fn has(lack: Lack) -> &'static str {
    of(lack).map_or(key("With what is asked of them"), |phrase| phrase.has)
}

/// "Stories without a feature".
pub fn lacks(lack: Lack) -> &'static str {
    of(lack).map_or(key("Without what is asked of them"), |phrase| phrase.lacks)
}

fn of(lack: Lack) -> Option<&'static Phrase> {
    PHRASES.iter().find(|phrase| phrase.lack == lack)
}

/// What to write where it is missing.
pub fn hint(lack: Lack) -> &'static str {
    match lack {
        Lack::Above(_, Story) => {
            key("Name its story where it is written (`**Story:** …`), or list it there.")
        }
        Lack::Above(_, Feature) => {
            key("Name its feature where it is written (`**PRD:** …`), or list it there.")
        }
        Lack::Above(_, Milestone) => {
            key("Name its milestone where it is written (`**Milestone:** …`), or list it there.")
        }
        Lack::Above(..) => key(
            "Write it below the heading of what it is a part of, or name that (`**Parent:** …`).",
        ),
        Lack::Below(_, Story) => key("Write the first story of it, or drop it."),
        Lack::Below(_, Task) => key("Write the first task of it, or drop it."),
        Lack::Below(_, Feature) => key("Write its features as a list or a table, or drop it."),
        Lack::Below(..) => key("Write the first part of it, or drop it."),
        Lack::Criteria(_) => key(
            "Write how one will know that it is done: a section Acceptance Criteria with boxes.",
        ),
        Lack::Document => key("Write its document and link it from its row."),
    }
}

/// "No stories", in the place where they would stand.
pub fn none_of(kind: Kind) -> &'static str {
    match kind {
        Phase => key("No phases"),
        Milestone => key("No milestones"),
        Feature => key("No features"),
        Story => key("No stories"),
        _ => key("No tasks"),
    }
}

/// "No story", in the place where it would stand.
pub fn no(kind: Kind) -> &'static str {
    match kind {
        Phase => key("No phase"),
        Milestone => key("No milestone"),
        Feature => key("No feature"),
        Story => key("No story"),
        _ => key("No task"),
    }
}

/// Where items stand that lead to nothing.
pub fn nobody(kind: Kind) -> &'static str {
    match kind {
        Phase => key("In no phase"),
        Milestone => key("In no milestone"),
        Feature => key("In no feature"),
        _ => key("In no story"),
    }
}

/// The word for a level.
pub fn one(kind: Kind) -> &'static str {
    match kind {
        Phase => key("Phase"),
        Milestone => key("Milestone"),
        Feature => key("Feature"),
        Story => key("Story"),
        _ => key("Task"),
    }
}

/// The word for several of a level.
pub fn many(kind: Kind) -> &'static str {
    match kind {
        Phase => key("Phases"),
        Milestone => key("Milestones"),
        Feature => key("Features"),
        Story => key("Stories"),
        _ => key("Tasks"),
    }
}

/// What the levels of a plan ask for.
pub fn rule(levels: &[Kind]) -> &'static str {
    match levels {
        [Phase, Milestone, Feature, Story, Task] => key(
            "Every task should lead to a story, every story to a feature, every feature to a milestone, every milestone to a phase.",
        ),
        [Milestone, Feature, Story, Task] => key(
            "Every task should lead to a story, every story to a feature, every feature to a milestone.",
        ),
        [Phase, Feature, Story, Task] => key(
            "Every task should lead to a story, every story to a feature, every feature to a phase.",
        ),
        [Milestone, Feature, Task] => {
            key("Every task should lead to a feature, every feature to a milestone.")
        }
        [Phase, Milestone, Task] => {
            key("Every task should lead to a milestone, every milestone to a phase.")
        }
        [Phase, Feature, Task] => {
            key("Every task should lead to a feature, every feature to a phase.")
        }
        [Milestone, Feature, Story] => {
            key("Every story should lead to a feature, every feature to a milestone.")
        }
        [Milestone, Story, Task] => {
            key("Every task should lead to a story, every story to a milestone.")
        }
        [Feature, Story, Task] => {
            key("Every task should lead to a story, every story to a feature.")
        }
        [Feature, Milestone, Phase, Task] => key(
            "Every task should lead to a phase, every phase to a milestone, every milestone to a feature.",
        ),
        [Phase, Task] => key("Every task should lead to a phase."),
        [Milestone, Task] => key("Every task should lead to a milestone."),
        [Feature, Task] => key("Every task should lead to a feature."),
        [Story, Task] => key("Every task should lead to a story."),
        [Feature, Story] => key("Every story should lead to a feature."),
        [Milestone, Feature] => key("Every feature should lead to a milestone."),
        [Phase, Milestone] => key("Every milestone should lead to a phase."),
        _ => key("Everything should lead to something above it."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_levels_has_its_phrase() {
        let levels: Vec<Kind> = Kind::all().filter(|kind| kind.level().is_some()).collect();
        for (at, high) in levels.iter().enumerate() {
            assert!(of(Lack::Criteria(*high)).is_some());
            for low in &levels[at + 1..] {
                assert!(of(Lack::Above(*low, *high)).is_some());
                assert!(of(Lack::Below(*high, *low)).is_some());
            }
        }
        assert_eq!(has(Lack::Above(Story, Feature)), "Stories with a feature");
        assert_eq!(
            lacks(Lack::Below(Feature, Story)),
            "Features without stories"
        );
        assert!(lacks(Lack::Below(Task, Phase)).starts_with("Without"));
    }
}
