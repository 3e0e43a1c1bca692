//! Which lists hold tasks: those below words that say so, and those in a document that is a list of tasks as a whole.

use crate::model::kind::Kind;
use crate::read::label;
use crate::read::mention::Mentions;
use crate::read::topic::Topic;
use crate::read::vocabulary::topics::{SUBLISTS, TASK_LISTS, TASK_VERBS};
use crate::read::words::Words;
use crate::syntax::outline::Outline;
use crate::text::similar::fold;

/// Whether tasks stand below the heading of a section, below those around it, or in the whole document.
pub fn holds_tasks(outline: &Outline, section: usize, words: &Words, mentions: &Mentions) -> bool {
    let mut at = Some(section);
    while let Some(here) = at {
        match mentions.topic(here) {
            Some(Topic::Items(Kind::Task)) => return true,
            Some(Topic::Aside | Topic::Criteria | Topic::Outside) => return false,
            _ => {}
        }
        if announces(&outline.sections[here].heading.value, words) {
            return true;
        }
        at = outline.sections[here].parent;
    }
    is_list(&outline.path)
}

/// "Tasks: Search", "TODO (week 2)", "Pre-launch tasks"; no "Story 3: Import tasks" and no "How to write tasks".
pub fn announces(heading: &str, words: &Words) -> bool {
    let head = heading
        .split([':', '：', '(', '（', '/', '—', '–', '|'])
        .next();
    let folded = fold(head.unwrap_or_default());
    let folded = folded.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    // Few headings go so far, and to take a title apart costs most.
    (TASK_LISTS.contains(&folded) || ends_in_list(folded, 4))
        && label::label(heading, words).kind.is_none()
}

/// Whether a heading says that below stand parts of what stands above: "Sub-issue list".
pub fn is_sublist(heading: &str) -> bool {
    let folded = fold(heading);
    SUBLISTS.iter().any(|word| folded.starts_with(word))
}

/// Whether the name of a file says that it is a list of tasks: `tasks`, `TODO`, `sprint-3-tasks`.
pub fn is_list(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let folded = fold(&stem.replace(['-', '_'], " "));
    let is_word = |word: &&str| !word.starts_with(|c: char| c.is_ascii_digit());
    let words: Vec<&str> = folded.split(' ').filter(is_word).collect();
    let name = words.join(" ");
    TASK_LISTS.contains(&name.as_str()) || ends_in_list(&name, 2) || leads_with_list(path)
}

/// `tasks-prd-search`, `todo-search`: the list of the tasks of something else.
pub fn leads_with_list(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let (first, _) = stem.split_once(['-', '_']).unwrap_or_default();
    let first = fold(first);
    (first.ends_with('s') || first == "todo") && TASK_LISTS.contains(&first.as_str())
}

/// Whether a few words end in one for a list of tasks.
fn ends_in_list(folded: &str, most: usize) -> bool {
    let mut words = folded.split(' ');
    let first = words.next().unwrap_or_default();
    let count = 1 + words.clone().count();
    let ends = |list: &&str| {
        folded
            .strip_suffix(*list)
            .is_some_and(|rest| rest.ends_with(' '))
    };
    (2..=most).contains(&count) && TASK_LISTS.iter().any(ends) && !TASK_VERBS.contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    #[test]
    fn headings_announce_tasks() {
        let words = Words::new(&Config::default());
        for heading in [
            "Tasks",
            "Tasks: Search",
            "✅ TODO (week 2)",
            "PRE-LAUNCH TASKS",
            "3. Remaining tasks",
            "할 일",
            "Offene Aufgaben / Ideen",
            "待办事项（本周）",
        ] {
            assert!(announces(heading, &words), "{heading}");
        }
        for heading in [
            "Story 3: Import tasks",
            "How to write tasks",
            "Import tasks",
            "Task 3",
            "What a planner does with all of the many tasks",
            "",
        ] {
            assert!(!announces(heading, &words), "{heading}");
        }
    }

    #[test]
    fn files_are_lists() {
        for path in [
            "a/tasks.md",
            "TODO",
            "sprint-3-tasks.md",
            "b/할일.md",
            "tasks/tasks-prd-boats.md",
        ] {
            assert!(is_list(path), "{path}");
        }
        for path in [
            "tasks/t-1.md",
            "task.md",
            "task-12.md",
            "us-1-see-my-tasks.md",
            "notes.md",
        ] {
            assert!(!is_list(path), "{path}");
        }
    }
}
