//! Headings of a list of what is to be done that have a text below them and nothing else: each is a task.

use crate::read::words::Words;
use crate::syntax::outline::{Block, Outline, Shape};
use crate::text::similar::fold;

/// Names of documents that list what is to be done and are hardly about anything else.
const LISTS: [&str; 9] = [
    "backlog",
    "todo",
    "todos",
    "to do",
    "todo list",
    "product backlog",
    "pendientes",
    "待办",
    "할 일",
];

/// Headings over what is said of the list.
const ABOUT: [&str; 16] = [
    "about",
    "background",
    "context",
    "conventions",
    "format",
    "how this works",
    "how to use",
    "how to use this file",
    "introduction",
    "legend",
    "links",
    "notes",
    "overview",
    "purpose",
    "rules",
    "usage",
];

/// A longer document is a book.
const MANY: usize = 200;

/// Whether a document is named as a list of what is to be done.
pub fn is_list(path: &str) -> bool {
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    LISTS.contains(&fold(stem).as_str())
}

/// Whether a heading names a task: right below the title of such a list, a text begins below it and below each of
/// its siblings, and nowhere is a box or a table.
pub fn is_wish(outline: &Outline, section: usize, words: &Words) -> bool {
    if !is_list(&outline.path)
        || outline.sections.len() > MANY
        || outline.blocks.iter().any(is_work)
    {
        return false;
    }
    let beside = |at: &usize| {
        outline.sections[*at].level == 2 && !is_about(&outline.sections[*at].heading.value)
    };
    let siblings: Vec<usize> = (0..outline.sections.len()).filter(beside).collect();
    siblings.len() > 1
        && siblings.contains(&section)
        && siblings.iter().all(|at| is_told(outline, *at, words))
}

/// Whether a block holds work of its own.
fn is_work(block: &Block) -> bool {
    match &block.shape {
        Shape::Table(_) => true,
        Shape::List(list) => list.entries.iter().any(|entry| entry.checkbox.is_some()),
        _ => false,
    }
}

fn is_about(heading: &str) -> bool {
    ABOUT.contains(&fold(heading).as_str())
}

/// Whether a text begins below a heading that is no name of a state, a field or a kind of things.
fn is_told(outline: &Outline, section: usize, words: &Words) -> bool {
    let heading = &outline.sections[section].heading.value;
    let is_name = words.topic(heading).is_none()
        && words.field(heading).is_none()
        && words.status_alone(heading).is_none()
        && !heading.trim_end().ends_with('?');
    let first = outline.blocks_of(section).next();
    let begins = first.is_some_and(|(_, block)| matches!(block.shape, Shape::Prose(_)));
    is_name && begins && outline.below(section).next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::syntax::outline;
    use crate::text::file::SourceFile;

    fn wished(path: &str, text: &str) -> usize {
        let outline = outline(&SourceFile::new(path, text.as_bytes().to_vec()));
        let words = Words::new(&Config::default());
        let sections = 0..outline.sections.len();
        sections.filter(|at| is_wish(&outline, *at, &words)).count()
    }

    #[test]
    fn texts_below_headings_are_tasks() {
        let text = "# Backlog\n\n## Notes\n\nNew ones last.\n\n## An oven\n\nOf clay.\n\n## A door\n\nOf oak.\n";
        assert_eq!(wished("docs/BACKLOG.md", text), 2);
        assert_eq!(wished("docs/tasks.md", text), 0);
        assert_eq!(wished("TODO.md", &format!("{text}\n- [ ] nails\n")), 0);
    }
}
