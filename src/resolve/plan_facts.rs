//! What the documents say of the plan as a whole: its title, its facts, the links between its documents.

use std::sync::Arc;

use rustc_hash::FxHashSet as HashSet;

use crate::model::plan::Fact;
use crate::model::stated::Stated;
use crate::read::mention::Mentions;
use crate::read::place;
use crate::resolve::values::saying;
use crate::text::similar::fold;
use crate::text::span::FileId;

/// What the documents say beside their items.
pub struct Beside {
    /// What the plan is called.
    pub title: Option<String>,
    /// The facts.
    pub facts: Vec<Fact>,
}

impl Beside {
    /// What these documents say.
    pub fn of(all: &[Arc<Mentions>]) -> Self {
        Self {
            title: title(all),
            facts: facts(all),
        }
    }
}

/// The documents, those nearest to the root first.
fn by_depth(all: &[Arc<Mentions>]) -> Vec<(FileId, &Mentions)> {
    let all = all.iter().map(Arc::as_ref);
    let mut documents: Vec<(FileId, &Mentions)> = (0..).map(FileId).zip(all).collect();
    documents.sort_by_cached_key(|(file, mentions)| (mentions.path.matches('/').count(), *file));
    documents
}

/// What the plan is called: a fact of that name, else the heading of the first document that holds items, else that of
/// the document that welcomes. A document that lies deeper tells of a part, unless it is called a plan or is the only
/// one that holds items.
fn title(all: &[Arc<Mentions>]) -> Option<String> {
    let documents = by_depth(all);
    let depth = |mentions: &Mentions| mentions.path.matches('/').count();
    let top = documents.first().map_or(0, |(_, first)| depth(first));
    let is_near = |mentions: &Mentions| depth(mentions) == top || is_plan(&mentions.path);
    let near = || documents.iter().filter(|(_, one)| is_near(one));
    let named = near()
        .flat_map(|(_, mentions)| &mentions.facts)
        .find(|(name, _)| names_plan(name));
    // Of several plans the one that holds the highest level tells what all are about.
    let level = |mentions: &Mentions| {
        let kinds = mentions.found.iter();
        kinds.filter_map(|mention| mention.kind.level()).min()
    };
    let headed = near()
        // What tells of a part of one item is not called like the plan.
        .filter(|(_, mentions)| mentions.leader.is_none())
        .filter(|(_, mentions)| mentions.title.is_some() && level(mentions).is_some())
        .min_by_key(|(file, mentions)| (depth(mentions), level(mentions), *file))
        // Where it names nothing, the next one only names a part.
        .filter(|(_, mentions)| is_named(mentions));
    let welcome = || near().find(|(_, one)| is_welcome(&one.path) && is_named(one));
    let alone = || {
        let mut holders = documents.iter().filter(|(_, one)| !one.found.is_empty());
        holders
            .next()
            .filter(|(_, one)| holders.next().is_none() && is_named(one))
    };
    let titled = headed.or_else(welcome).or_else(alone);
    let titled = titled.and_then(|(_, mentions)| mentions.title.as_ref());
    let titled = titled.and_then(|raw| name(&raw.text));
    named
        .map(|(_, raw)| raw.text.as_str())
        .filter(|title| !title.is_empty())
        .or(titled)
        .map(str::to_string)
}

/// Whether the title of a document names something.
fn is_named(mentions: &Mentions) -> bool {
    let title = mentions.title.as_ref();
    title.is_some_and(|raw| name(&raw.text).is_some())
}

/// What a title names: "Larder" of "Roadmap: Larder", "Larder - Implementation Plan" and "Larder"; nothing of "Roadmap".
fn name(title: &str) -> Option<&str> {
    let title = title.trim();
    for separator in [": ", " — ", " – ", " -- ", " - ", " | "] {
        if let Some((first, second)) = title.split_once(separator) {
            match (is_generic(first), is_generic(second)) {
                (true, true) => return None,
                (true, false) => return Some(second.trim()),
                (false, true) => return Some(first.trim()),
                (false, false) => {}
            }
        }
    }
    (!is_generic(title)).then_some(title)
}

/// Whether words only say what a document is for.
fn is_generic(title: &str) -> bool {
    let folded = fold(title);
    let mut words = folded.split(' ');
    let is_known = |word: &str| place::is_generic(word) || GENERIC.contains(&word);
    words.all(|word| is_known(word) || word.bytes().all(|c| c.is_ascii_digit()))
}

/// Words in the titles of plans that say nothing of what is planned.
const GENERIC: [&str; 39] = [
    "and",
    "archive",
    "backlog",
    "current",
    "de",
    "dependencies",
    "delivery",
    "development",
    "documentation",
    "docs",
    "epics",
    "execution",
    "features",
    "feuille",
    "hoja",
    "implementation",
    "master",
    "milestone",
    "milestones",
    "order",
    "phase",
    "phases",
    "plans",
    "planning",
    "product",
    "projekt",
    "projektplan",
    "release",
    "releases",
    "roadmaps",
    "route",
    "ruta",
    "sprint",
    "sprints",
    "stories",
    "the",
    "timeline",
    "todo",
    "work",
];

/// Whether a fact of this name says what the plan is called.
fn names_plan(name: &str) -> bool {
    matches!(
        fold(name).as_str(),
        "project"
            | "product"
            | "project name"
            | "plan"
            | "proyecto"
            | "projekt"
            | "projet"
            | "projeto"
    )
}

/// Whether a document is called a plan, by its name alone.
fn is_plan(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = fold(name.rsplit_once('.').map_or(name, |(stem, _)| stem));
    matches!(
        stem.as_str(),
        "roadmap"
            | "plan"
            | "project plan"
            | "master plan"
            | "project"
            | "milestones"
            | "hoja de ruta"
            | "projektplan"
    )
}

/// The facts; of two of one name the one nearest to the root.
fn facts(all: &[Arc<Mentions>]) -> Vec<Fact> {
    let mut out: Vec<Fact> = Vec::new();
    let mut taken = HashSet::default();
    for (file, mentions) in by_depth(all) {
        for (name, raw) in &mentions.facts {
            if taken.insert(fold(name)) {
                out.push(Fact {
                    name: name.clone(),
                    value: Stated {
                        value: raw.text.clone(),
                        said: vec![saying(file, raw)],
                    },
                });
            }
        }
    }
    out
}

/// `README.md` or `index.md`.
fn is_welcome(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_lowercase();
    name.starts_with("readme.") || name.starts_with("index.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_the_plan_or_nothing() {
        for title in ["Larder", "Roadmap: Larder", "Larder - Implementation Plan"] {
            assert_eq!(name(title), Some("Larder"), "{title}");
        }
        assert_eq!(name("Milestones -- larder 2"), Some("larder 2"));
        assert_eq!(name("Larder: a shed"), Some("Larder: a shed"));
        for title in ["Roadmap", "Project Plan 2026", "Roadmap - Milestones", ""] {
            assert_eq!(name(title), None, "{title}");
        }
    }
}
