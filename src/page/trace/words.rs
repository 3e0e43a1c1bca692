//! What is said of coverage and of gaps: one whole phrase for each pair of levels, so that each can be translated.

use crate::model::kind::Kind::{self, Feature, Milestone, Phase, Story, Task};
use crate::page::trace::lack::Lack;

/// What a level has, what it lacks: the figure and the heading of its gaps.
struct Phrase {
    lack: Lack,
    has: &'static str,
    lacks: &'static str,
}

const fn phrase(lack: Lack, has: &'static str, lacks: &'static str) -> Phrase {
    Phrase { lack, has, lacks }
}

const PHRASES: [Phrase; 46] = [
    phrase(
        Lack::Above(Phase, Milestone),
        "Phases with a milestone",
        "Phases without a milestone",
    ),
    phrase(
        Lack::Above(Phase, Feature),
        "Phases with a feature",
        "Phases without a feature",
    ),
    phrase(
        Lack::Above(Phase, Story),
        "Phases with a story",
        "Phases without a story",
    ),
    phrase(
        Lack::Above(Phase, Task),
        "Phases with a task",
        "Phases without a task",
    ),
    phrase(
        Lack::Above(Milestone, Phase),
        "Milestones with a phase",
        "Milestones without a phase",
    ),
    phrase(
        Lack::Above(Milestone, Feature),
        "Milestones with a feature",
        "Milestones without a feature",
    ),
    phrase(
        Lack::Above(Milestone, Story),
        "Milestones with a story",
        "Milestones without a story",
    ),
    phrase(
        Lack::Above(Milestone, Task),
        "Milestones with a task",
        "Milestones without a task",
    ),
    phrase(
        Lack::Above(Feature, Phase),
        "Features with a phase",
        "Features without a phase",
    ),
    phrase(
        Lack::Above(Feature, Milestone),
        "Features with a milestone",
        "Features without a milestone",
    ),
    phrase(
        Lack::Above(Feature, Story),
        "Features with a story",
        "Features without a story",
    ),
    phrase(
        Lack::Above(Feature, Task),
        "Features with a task",
        "Features without a task",
    ),
    phrase(
        Lack::Above(Story, Phase),
        "Stories with a phase",
        "Stories without a phase",
    ),
    phrase(
        Lack::Above(Story, Milestone),
        "Stories with a milestone",
        "Stories without a milestone",
    ),
    phrase(
        Lack::Above(Story, Feature),
        "Stories with a feature",
        "Stories without a feature",
    ),
    phrase(
        Lack::Above(Story, Task),
        "Stories with a task",
        "Stories without a task",
    ),
    phrase(
        Lack::Above(Task, Phase),
        "Tasks with a phase",
        "Tasks without a phase",
    ),
    phrase(
        Lack::Above(Task, Milestone),
        "Tasks with a milestone",
        "Tasks without a milestone",
    ),
    phrase(
        Lack::Above(Task, Feature),
        "Tasks with a feature",
        "Tasks without a feature",
    ),
    phrase(
        Lack::Above(Task, Story),
        "Tasks with a story",
        "Tasks without a story",
    ),
    phrase(
        Lack::Below(Phase, Milestone),
        "Phases with milestones",
        "Phases without milestones",
    ),
    phrase(
        Lack::Below(Phase, Feature),
        "Phases with features",
        "Phases without features",
    ),
    phrase(
        Lack::Below(Phase, Story),
        "Phases with stories",
        "Phases without stories",
    ),
    phrase(
        Lack::Below(Phase, Task),
        "Phases with tasks",
        "Phases without tasks",
    ),
    phrase(
        Lack::Below(Milestone, Phase),
        "Milestones with phases",
        "Milestones without phases",
    ),
    phrase(
        Lack::Below(Milestone, Feature),
        "Milestones with features",
        "Milestones without features",
    ),
    phrase(
        Lack::Below(Milestone, Story),
        "Milestones with stories",
        "Milestones without stories",
    ),
    phrase(
        Lack::Below(Milestone, Task),
        "Milestones with tasks",
        "Milestones without tasks",
    ),
    phrase(
        Lack::Below(Feature, Phase),
        "Features with phases",
        "Features without phases",
    ),
    phrase(
        Lack::Below(Feature, Milestone),
        "Features with milestones",
        "Features without milestones",
    ),
    phrase(
        Lack::Below(Feature, Story),
        "Features with stories",
        "Features without stories",
    ),
    phrase(
        Lack::Below(Feature, Task),
        "Features with tasks",
        "Features without tasks",
    ),
    phrase(
        Lack::Below(Story, Phase),
        "Stories with phases",
        "Stories without phases",
    ),
    phrase(
        Lack::Below(Story, Milestone),
        "Stories with milestones",
        "Stories without milestones",
    ),
    phrase(
        Lack::Below(Story, Feature),
        "Stories with features",
        "Stories without features",
    ),
    phrase(
        Lack::Below(Story, Task),
        "Stories with tasks",
        "Stories without tasks",
    ),
    phrase(
        Lack::Below(Task, Phase),
        "Tasks with phases",
        "Tasks without phases",
    ),
    phrase(
        Lack::Below(Task, Milestone),
        "Tasks with milestones",
        "Tasks without milestones",
    ),
    phrase(
        Lack::Below(Task, Feature),
        "Tasks with features",
        "Tasks without features",
    ),
    phrase(
        Lack::Below(Task, Story),
        "Tasks with stories",
        "Tasks without stories",
    ),
    phrase(
        Lack::Criteria(Phase),
        "Phases with criteria",
        "Phases without criteria",
    ),
    phrase(
        Lack::Criteria(Milestone),
        "Milestones with criteria",
        "Milestones without criteria",
    ),
    phrase(
        Lack::Criteria(Feature),
        "Features with criteria",
        "Features without criteria",
    ),
    phrase(
        Lack::Criteria(Story),
        "Stories with criteria",
        "Stories without criteria",
    ),
    phrase(
        Lack::Criteria(Task),
        "Tasks with criteria",
        "Tasks without criteria",
    ),
    phrase(
        Lack::Document,
        "Features with a document",
        "Features without a document",
    ),
];

/// "Stories with a feature".
pub fn has(lack: Lack) -> &'static str {
    of(lack).map_or("Complete", |phrase| phrase.has)
}

/// "Stories without a feature".
pub fn lacks(lack: Lack) -> &'static str {
    of(lack).map_or("Incomplete", |phrase| phrase.lacks)
}

fn of(lack: Lack) -> Option<&'static Phrase> {
    PHRASES.iter().find(|phrase| phrase.lack == lack)
}

/// What to write where it is missing.
pub fn hint(lack: Lack) -> &'static str {
    match lack {
        Lack::Above(_, Story) => {
            "Name its story where it is written (`**Story:** …`), or list it there."
        }
        Lack::Above(_, Feature) => {
            "Name its feature where it is written (`**PRD:** …`), or list it there."
        }
        Lack::Above(_, Milestone) => {
            "Name its milestone where it is written (`**Milestone:** …`), or list it there."
        }
        Lack::Above(..) => {
            "Write it below the heading of what it is a part of, or name that (`**Parent:** …`)."
        }
        Lack::Below(_, Story) => "Write the first story of it, or drop it.",
        Lack::Below(_, Task) => "Write the first task of it, or drop it.",
        Lack::Below(_, Feature) => "Write its features as a list or a table, or drop it.",
        Lack::Below(..) => "Write the first part of it, or drop it.",
        Lack::Criteria(_) => {
            "Write how one will know that it is done: a section Acceptance Criteria with boxes."
        }
        Lack::Document => "Write its document and link it from its row.",
    }
}

/// "No stories", in the place where they would stand.
pub fn none_of(kind: Kind) -> &'static str {
    match kind {
        Phase => "No phases",
        Milestone => "No milestones",
        Feature => "No features",
        Story => "No stories",
        _ => "No tasks",
    }
}

/// "No story", in the place where it would stand.
pub fn no(kind: Kind) -> &'static str {
    match kind {
        Phase => "No phase",
        Milestone => "No milestone",
        Feature => "No feature",
        Story => "No story",
        _ => "No task",
    }
}

/// Where items stand that lead to nothing.
pub fn nobody(kind: Kind) -> &'static str {
    match kind {
        Phase => "In no phase",
        Milestone => "In no milestone",
        Feature => "In no feature",
        _ => "In no story",
    }
}

/// The word for a level.
pub fn one(kind: Kind) -> &'static str {
    match kind {
        Phase => "Phase",
        Milestone => "Milestone",
        Feature => "Feature",
        Story => "Story",
        _ => "Task",
    }
}

/// The word for several of a level.
pub fn many(kind: Kind) -> &'static str {
    match kind {
        Phase => "Phases",
        Milestone => "Milestones",
        Feature => "Features",
        Story => "Stories",
        _ => "Tasks",
    }
}

/// What the levels of a plan ask for.
pub fn rule(levels: &[Kind]) -> &'static str {
    match levels {
        [Phase, Milestone, Feature, Story, Task] => {
            "Every task should lead to a story, every story to a feature, every feature to a milestone, every milestone to a phase."
        }
        [Milestone, Feature, Story, Task] => {
            "Every task should lead to a story, every story to a feature, every feature to a milestone."
        }
        [Phase, Feature, Story, Task] => {
            "Every task should lead to a story, every story to a feature, every feature to a phase."
        }
        [Milestone, Feature, Task] => {
            "Every task should lead to a feature, every feature to a milestone."
        }
        [Phase, Milestone, Task] => {
            "Every task should lead to a milestone, every milestone to a phase."
        }
        [Phase, Feature, Task] => "Every task should lead to a feature, every feature to a phase.",
        [Milestone, Feature, Story] => {
            "Every story should lead to a feature, every feature to a milestone."
        }
        [Milestone, Story, Task] => {
            "Every task should lead to a story, every story to a milestone."
        }
        [Feature, Story, Task] => "Every task should lead to a story, every story to a feature.",
        [Feature, Milestone, Phase, Task] => {
            "Every task should lead to a phase, every phase to a milestone, every milestone to a feature."
        }
        [Phase, Task] => "Every task should lead to a phase.",
        [Milestone, Task] => "Every task should lead to a milestone.",
        [Feature, Task] => "Every task should lead to a feature.",
        [Story, Task] => "Every task should lead to a story.",
        [Feature, Story] => "Every story should lead to a feature.",
        [Milestone, Feature] => "Every feature should lead to a milestone.",
        [Phase, Milestone] => "Every milestone should lead to a phase.",
        _ => "Everything should lead to something above it.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_levels_has_its_phrase() {
        let levels: Vec<Kind> = Kind::all().filter(|kind| kind.level().is_some()).collect();
        for low in &levels {
            assert!(of(Lack::Criteria(*low)).is_some());
            for high in levels.iter().filter(|high| *high != low) {
                assert!(of(Lack::Above(*low, *high)).is_some());
                assert!(of(Lack::Below(*low, *high)).is_some());
            }
        }
        assert_eq!(has(Lack::Above(Story, Feature)), "Stories with a feature");
        assert_eq!(
            lacks(Lack::Below(Feature, Story)),
            "Features without stories"
        );
    }
}
