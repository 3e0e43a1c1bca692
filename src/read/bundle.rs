//! One item in many files: which document of a folder leads it, and which tell of the same item.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::kind::Kind;
use crate::read::words::Words;
use crate::syntax::data;
use crate::syntax::outline::Standing;

/// Names of documents that say what is to be built, the one that leads first.
const LEADS: [&str; 6] = ["spec", "proposal", "requirements", "prd", "feature", "epic"];

/// Names of documents that say more of what another one of their folder tells.
const FOLLOWS: [&str; 20] = [
    "plan",
    "tasks",
    "todo",
    "todos",
    "research",
    "data-model",
    "datamodel",
    "quickstart",
    "design",
    "requirements",
    "implementation-plan",
    "technical-design",
    "tech-design",
    "tech-spec",
    "technical-spec",
    "spec-lite",
    "architecture",
    "acceptance",
    "evidence",
    "analysis",
];

/// Names of documents that stand for their folder.
const DOORS: [&str; 3] = ["readme", "index", "overview"];

/// Names of the parts of one long document that was cut.
const SHARDS: [&str; 16] = [
    "goals",
    "goals-and-background-context",
    "background",
    "introduction",
    "intro",
    "requirements",
    "functional-requirements",
    "non-functional-requirements",
    "epic-list",
    "epics-overview",
    "user-interface-design-goals",
    "technical-assumptions",
    "checklist-results-report",
    "next-steps",
    "out-of-scope",
    "success-metrics",
];

/// Folders that hold the documents of a whole project: a plan and a design in them need not be of one thing.
const SHARED: [&str; 14] = [
    "docs",
    "doc",
    "documentation",
    "planning",
    ".planning",
    "plans",
    "plan",
    "project",
    "design",
    "notes",
    "src",
    "requirements",
    "memory-bank",
    "product",
];

/// How each document stands to those beside it, in the order of the paths.
pub fn standings(paths: &[&str], words: &Words) -> Vec<Standing> {
    let mut folders: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut entered: BTreeSet<&str> = BTreeSet::new();
    for (at, path) in paths.iter().enumerate() {
        let folder = folder(path);
        folders.entry(folder).or_default().push(at);
        entered.extend(folder.rsplit_once('/').map(|(above, _)| above));
    }
    let mut standings = vec![Standing::Alone; paths.len()];
    let mut leaders: BTreeMap<&str, &str> = BTreeMap::new();
    for (folder, files) in &folders {
        let inside = Inside {
            folder,
            is_parted: entered.contains(folder),
            stems: files.iter().map(|at| stem(paths[*at])).collect(),
            words,
        };
        let Some(leader) = inside.leader(&files.iter().map(|at| paths[*at]).collect::<Vec<_>>())
        else {
            continue;
        };
        leaders.insert(folder, paths[files[leader]]);
        for (at, file) in files.iter().enumerate() {
            standings[*file] = match at == leader {
                true => Standing::Leads,
                false => inside.standing(at, paths[*file], paths[files[leader]]),
            };
        }
    }
    for (at, path) in paths.iter().enumerate() {
        if let Some(leader) = above(path, &leaders) {
            standings[at] = Standing::Beneath(leader.to_string());
        }
    }
    standings
}

/// Folders in the folder of one item whose documents say more of it.
const BELOW: [&str; 4] = ["/sub-specs/", "/contracts/", "/checklists/", "/updates/"];

/// The document that a deeper one tells of: the proposal whose changes to a specification it holds
/// (`x/specs/login/spec.md` below `x/proposal.md`), or the item whose contracts and the like it holds.
fn above<'a>(path: &str, leaders: &BTreeMap<&str, &'a str>) -> Option<&'a str> {
    let changed = || {
        let (before, _) = path.rsplit_once("/specs/")?;
        let leader = leaders.get(before)?;
        (stem(leader) == "proposal").then_some(*leader)
    };
    let more = || {
        BELOW.iter().find_map(|folder| {
            let (before, _) = path.rsplit_once(folder)?;
            leaders.get(before).copied()
        })
    };
    changed().or_else(more)
}

/// A folder, and what its documents are called.
struct Inside<'a> {
    folder: &'a str,
    /// Whether there are folders with documents in it.
    is_parted: bool,
    stems: Vec<String>,
    words: &'a Words,
}

impl Inside<'_> {
    /// The document that leads the folder.
    fn leader(&self, paths: &[&str]) -> Option<usize> {
        let name = self
            .folder
            .rsplit('/')
            .next()
            .filter(|name| !name.is_empty())?;
        if self.is_cut() {
            return self.stems.iter().position(|stem| stem == "index");
        }
        let collects = self.words.folder(name).is_some() || self.words.kind(name).is_some();
        if collects || SHARED.contains(&name.to_lowercase().as_str()) {
            return None;
        }
        let door = || DOORS.iter().find_map(|door| self.position(door));
        if let Some(door) = door().filter(|_| self.has_record(paths)) {
            return Some(door);
        }
        let lead = LEADS.iter().find_map(|lead| self.position(lead));
        if let Some(lead) = lead.filter(|at| self.is_led(*at)) {
            return Some(lead);
        }
        door().filter(|_| !self.is_parted && self.collection().is_some())
    }

    fn is_led(&self, lead: usize) -> bool {
        let follows = |(at, stem): (usize, &String)| at != lead && FOLLOWS.contains(&stem.as_str());
        self.stems[lead] == "proposal"
            || self.stems.iter().enumerate().any(follows)
            || self.collection().is_some()
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.stems.iter().position(|stem| stem == name)
    }

    /// The kind whose folders lie in the folder above.
    fn collection(&self) -> Option<Kind> {
        let (above, _) = self.folder.rsplit_once('/')?;
        self.words.folder(above.rsplit('/').next()?)
    }

    /// Whether one file of data beside the documents tells of one thing: `kep.yaml`, `meta.json`.
    fn has_record(&self, paths: &[&str]) -> bool {
        let records = paths.iter().filter(|path| self.is_record(path));
        records.count() == 1
    }

    fn is_record(&self, path: &str) -> bool {
        let stem = stem(path);
        let is_one = !stem.ends_with('s') && self.words.kind(&stem).is_some();
        data::is_data(path) && (is_one || matches!(stem.as_str(), "meta" | "metadata" | "info"))
    }

    /// Whether the folder is one long document, cut at its headings.
    fn is_cut(&self) -> bool {
        let shards = self
            .stems
            .iter()
            .filter(|stem| SHARDS.contains(&stem.as_str()));
        self.position("index").is_some() && shards.take(2).count() == 2
    }

    fn standing(&self, at: usize, path: &str, leader: &str) -> Standing {
        let stem = self.stems[at].as_str();
        let is_epic = || {
            let first = stem.split(['-', '_']).next().unwrap_or_default();
            stem.contains(|c: char| c.is_ascii_digit()) && self.words.kind(first).is_some()
        };
        let follows = FOLLOWS.contains(&stem)
            || LEADS.contains(&stem)
            || DOORS.contains(&stem)
            || self.is_record(path)
            || self.is_cut() && !is_epic();
        match follows {
            true => Standing::Follows(leader.to_string()),
            false => Standing::Beside(leader.to_string()),
        }
    }
}

/// Whether a document of this name says what is to be built.
pub fn is_lead(stem: &str) -> bool {
    LEADS.contains(&stem.to_lowercase().as_str())
}

/// The name of a folder without the day before it: `2026-01-05-add-login` was moved, and is what it was.
pub fn undated(folder: &str) -> &str {
    let is_day = |text: &str| text.chars().all(|c| c.is_ascii_digit() || c == '-');
    match (folder.get(..11), folder.get(11..)) {
        (Some(day), Some(rest)) if is_day(day) && day.ends_with('-') && !rest.is_empty() => rest,
        _ => folder,
    }
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The name of a document without its ending, in small letters.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.to_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    /// One letter for each path: leads, follows, beside, below, alone.
    fn told(paths: &[&str]) -> String {
        let letter = |standing: Standing| match standing {
            Standing::Leads => 'L',
            Standing::Follows(_) => 'f',
            Standing::Beside(_) => 'b',
            Standing::Beneath(_) => 'u',
            Standing::Alone => '-',
        };
        let standings = standings(paths, &Words::new(&Config::default()));
        standings.into_iter().map(letter).collect()
    }

    #[test]
    fn a_folder_of_one_thing_is_led() {
        assert_eq!(
            told(&[
                "specs/1-a/plan.md",
                "specs/1-a/spec.md",
                "specs/1-a/tasks.md"
            ]),
            "fLf"
        );
        assert_eq!(
            told(&["x/add-a/proposal.md", "x/add-a/specs/b/spec.md"]),
            "Lu"
        );
        assert_eq!(
            told(&["specs/a/spec.md", "specs/a/sub-specs/technical-spec.md"]),
            "Lu"
        );
        assert_eq!(
            told(&["keps/net/7-a/README.md", "keps/net/7-a/kep.yaml"]),
            "Lf"
        );
        assert_eq!(
            told(&["milestones/one/overview.md", "milestones/one/paint-plan.md"]),
            "Lb"
        );
        let cut = [
            "prd/epic-1-a.md",
            "prd/epic-list.md",
            "prd/goals.md",
            "prd/index.md",
        ];
        assert_eq!(told(&cut), "bffL");
    }

    #[test]
    fn a_folder_of_many_things_is_not() {
        assert_eq!(
            told(&["docs/plan.md", "docs/spec.md", "docs/tasks.md"]),
            "---"
        );
        assert_eq!(told(&["README.md", "tasks.md", "spec.md"]), "---");
        assert_eq!(
            told(&["keps/README.md", "keps/net/README.md", "keps/net/7-a/x.md"]),
            "---"
        );
        assert_eq!(told(&["app/README.md", "app/tasks.json"]), "--");
    }
}
