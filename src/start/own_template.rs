//! The team's own template for a sort of documents: by the words of its file and folder names, the nearest first.

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
        .filter(|file| !file.damaged && fits(&file.path, sort, ground.words));
    fitting.min_by_key(|file| way::steps(folder, way::folder(&file.path)))
}

/// Whether a template is for this sort: its own name says so, or the folder that it lies in.
fn fits(path: &str, sort: Sort, words: &Words) -> bool {
    let stem = way::stem(path);
    if matches!(stem.to_lowercase().as_str(), "readme" | "index") {
        return false;
    }
    match told(stem, words) {
        Some(told) => told == sort,
        None if !says_nothing(stem) => false,
        None => {
            let folders = way::folder(path).rsplit('/');
            let mut named = folders.filter(|folder| !is_for_templates(folder));
            named.next().and_then(|folder| of_folder(folder, words)) == Some(sort)
        }
    }
}

/// The sort that a name tells by the longest run of its words; of two as long, by the first.
fn told(stem: &str, words: &Words) -> Option<Sort> {
    let folded = fold(stem);
    let parts: Vec<&str> = folded
        .split(' ')
        .filter(|part| !is_for_templates(part))
        .collect();
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
        .all(|part| is_for_templates(part) || part.chars().all(|c| c.is_ascii_digit() || c == 'n'))
}

fn of_folder(folder: &str, words: &Words) -> Option<Sort> {
    let kind = words.folder(folder)?;
    let is_week = kind == Kind::Sprint && folder.to_lowercase().starts_with("week");
    Some(Sort { kind, is_week })
}

fn is_for_templates(part: &str) -> bool {
    let part = part.to_lowercase();
    part.trim_matches(|c: char| !c.is_alphanumeric())
        .starts_with("template")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn fits(path: &str, word: &str) -> bool {
        let words = Words::new(&Config::default());
        super::fits(path, Sort::named(word, &words).unwrap(), &words)
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
    }

    #[test]
    fn templates_for_something_else_are_left() {
        assert!(!fits("templates/sprint.md", "week"));
        assert!(!fits("templates/progress-template.md", "task"));
        assert!(!fits("prd/template-email.md", "prd"));
        assert!(!fits("templates/README.md", "story"));
        assert!(!fits("template.md", "story"));
    }
}
