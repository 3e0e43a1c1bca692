//! The team's own template for a sort of documents: by the words of its file and folder names, the nearest first.

use crate::config::Config;
use crate::model::kind::Kind;
use crate::read::words::Words;
use crate::start::ground::Ground;
use crate::start::sort::Sort;
use crate::start::way;
use crate::text::file::SourceFile;
use crate::text::similar::fold;

/// The template for this sort that lies nearest to `folder`.
pub fn own_template<'a>(ground: &Ground<'a>, sort: Sort, folder: &str) -> Option<&'a SourceFile> {
    let fitting = ground
        .templates()
        .filter(|file| !file.damaged && fits(&file.path, sort, ground.config, ground.words));
    fitting.min_by_key(|file| way::steps(folder, way::folder(&file.path)))
}

/// Whether a template is for this sort: its own name says so, or the folder that it lies in.
fn fits(path: &str, sort: Sort, config: &Config, words: &Words) -> bool {
    let (folder, stem) = (way::folder(path), way::stem(path));
    let lower = path.to_lowercase();
    let named = &config.sources.templates;
    let is_set = named
        .iter()
        .any(|name| lower.contains(&name.to_lowercase()));
    let is_one = is_set || is_marked(stem) || folder.split('/').any(is_box);
    if !is_one || is_no_document(stem) {
        return false;
    }
    let beside = way::name(folder);
    match told(stem, words) {
        Some(told) => told == sort,
        // `proposal-templates/0000-swift-template.md`
        None if !says_nothing(stem) => is_box(beside) && told_by(beside, words) == Some(sort),
        None => {
            let mut named = folder.rsplit('/').filter(|folder| !is_word(folder));
            let nearest = named.next().filter(|folder| !folder.is_empty());
            nearest.and_then(|folder| told_by(folder, words)) == Some(sort)
        }
    }
}

/// A list of what there was, or a page about the templates.
fn is_no_document(stem: &str) -> bool {
    const OTHER: [&str; 8] = [
        "guide", "history", "index", "list", "log", "readme", "register", "tracker",
    ];
    fold(stem).split(' ').any(|part| OTHER.contains(&part))
}

/// Whether a name begins or ends with the word for a template.
fn is_marked(name: &str) -> bool {
    let folded = fold(name);
    let mut parts = folded.split(' ');
    let first = parts.next().unwrap_or_default();
    let last = parts.next_back().unwrap_or(first);
    is_word(first) || is_word(last) || folded.contains("nnnn")
}

/// Whether a folder is one for templates, as its last word says.
fn is_box(folder: &str) -> bool {
    fold(folder).split(' ').next_back().is_some_and(is_word)
}

fn is_word(part: &str) -> bool {
    matches!(fold(part).as_str(), "template" | "templates")
}

/// The sort that the name of a folder tells.
fn told_by(folder: &str, words: &Words) -> Option<Sort> {
    of_folder(folder, words).or_else(|| told(folder, words))
}

/// The sort that a name tells by the longest run of its words; of two as long, by the first.
fn told(stem: &str, words: &Words) -> Option<Sort> {
    let folded = fold(stem);
    let parts: Vec<&str> = folded.split(' ').filter(|part| !is_word(part)).collect();
    let runs = (1..=parts.len().min(3))
        .rev()
        .flat_map(|length| parts.windows(length));
    let mut named = runs.filter_map(|run| {
        let word = run.join(" ");
        let kind = words.kind(&word).filter(|kind| *kind != Kind::Blocker)?;
        Sort::named(&word, words)
            .ok()
            .filter(|sort| sort.kind == kind)
    });
    let weekly = || {
        let is_week = |part: &&str| part.starts_with("week");
        parts.iter().any(is_week).then_some(Sort {
            kind: Kind::Sprint,
            is_week: true,
        })
    };
    named.next().or_else(weekly)
}

/// Whether a name tells no more than that it is a template: `template`, `0000-template`, `_template`.
fn says_nothing(stem: &str) -> bool {
    fold(stem)
        .split(' ')
        .all(|part| is_word(part) || part.chars().all(|c| c.is_ascii_digit() || c == 'n'))
}

fn of_folder(folder: &str, words: &Words) -> Option<Sort> {
    let kind = words.folder(folder)?;
    let is_week = kind == Kind::Sprint && folder.to_lowercase().starts_with("week");
    Some(Sort { kind, is_week })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(path: &str, word: &str) -> bool {
        let config = Config::default();
        let words = Words::new(&config);
        super::fits(path, Sort::named(word, &words).unwrap(), &config, &words)
    }

    #[test]
    fn templates_are_known_by_their_names() {
        assert!(fits("docs/templates/milestone-overview.md", "milestone"));
        assert!(fits("docs/prd/template.md", "prd"));
        assert!(fits("user-stories/template.md", "story"));
        assert!(fits("docs/templates/user-story.md", "story"));
        assert!(fits("docs/adr/ADR-000-template.md", "decision"));
        assert!(fits("docs/adr/0000-template.md", "decision"));
        assert!(fits("templates/weekly.md", "week"));
        assert!(fits("templates/sprint.md", "sprint"));
        assert!(fits("prd/templates/template.md", "prd"));
        assert!(fits(
            "proposal-templates/0000-swift-template.md",
            "proposal"
        ));
    }

    #[test]
    fn templates_for_something_else_are_left() {
        assert!(!fits("templates/sprint.md", "week"));
        assert!(!fits("templates/progress-template.md", "task"));
        assert!(!fits("prd/template-email.md", "prd"));
        assert!(!fits("templates/README.md", "story"));
        assert!(!fits("template.md", "story"));
        assert!(!fits("templates/SPRINT_LOG.md", "sprint"));
        assert!(!fits("template-artifact-pipeline/spec.md", "prd"));
    }
}
