//! The frameworks that plans are written in, recognised by how they name files. It changes nothing in how a document
//! is read.

use std::collections::{BTreeMap, BTreeSet};

/// How a framework names its files.
struct Shape {
    /// What it is called.
    framework: &'static str,
    /// What one unit is called: the file or folder of the first part with a wildcard.
    unit: &'static str,
    /// More than one.
    units: &'static str,
    /// The path from any folder on: `*` is anything, `#` a number, `**` any number of folders.
    path: &'static str,
}

/// A row of the table.
const fn shape(
    framework: &'static str,
    unit: &'static str,
    units: &'static str,
    path: &'static str,
) -> Shape {
    Shape {
        framework,
        unit,
        units,
        path,
    }
}

/// Every shape of a path; the first that fits counts.
#[rustfmt::skip]
const SHAPES: &[Shape] = &[
    shape("Backlog.md", "task file", "task files", "backlog/tasks/*-#* - *.md"),
    shape("Backlog.md", "task file", "task files", ".backlog/tasks/*-#* - *.md"),
    shape("Backlog.md", "finished task", "finished tasks", "backlog/completed/*-#* - *.md"),
    shape("Backlog.md", "archived task", "archived tasks", "backlog/archive/tasks/*-#* - *.md"),
    shape("Backlog.md", "draft", "drafts", "backlog/drafts/*-#* - *.md"),
    shape("Backlog.md", "archived draft", "archived drafts", "backlog/archive/drafts/*-#* - *.md"),
    shape("Backlog.md", "milestone", "milestones", "backlog/milestones/*-#* - *.md"),
    shape("Backlog.md", "decision", "decisions", "backlog/decisions/*-#* - *.md"),
    shape("Kiro", "spec", "specs", ".kiro/specs/*/requirements.md"),
    shape("Kiro", "spec", "specs", ".kiro/specs/*/design.md"),
    shape("Kiro", "spec", "specs", ".kiro/specs/*/tasks.md"),
    shape("OpenSpec", "archived change", "archived changes", "openspec/changes/archive/*/*.md"),
    shape("OpenSpec", "change", "changes", "openspec/changes/*/proposal.md"),
    shape("OpenSpec", "change", "changes", "openspec/changes/*/tasks.md"),
    shape("OpenSpec", "spec", "specs", "openspec/specs/*/spec.md"),
    shape("spec-kit", "feature", "features", "specs/#-*/spec.md"),
    shape("spec-kit", "feature", "features", "specs/#-*/plan.md"),
    shape("spec-kit", "feature", "features", "specs/#-*/tasks.md"),
    shape("BMAD", "story file", "story files", "stories/#.#.*.md"),
    shape("BMAD", "story file", "story files", "stories/#-#-*.md"),
    shape("BMAD", "story file", "story files", "implementation-artifacts/#-#-*.md"),
    shape("BMAD", "status file", "status files", "**/sprint-status.yaml"),
    shape("GSD", "phase", "phases", ".planning/phases/*/*.md"),
    shape("GSD", "roadmap", "roadmaps", ".planning/roadmap.md"),
    shape("GSD", "state file", "state files", ".planning/state.md"),
    shape("Simone", "task file", "task files", ".simone/**/t#*.md"),
    shape("Simone", "task file", "task files", ".simone/**/tx#*.md"),
    shape("Simone", "sprint", "sprints", ".simone/03_sprints/s#*/*.md"),
    shape("Simone", "milestone", "milestones", ".simone/02_requirements/m#*/*.md"),
    shape("task-master", "task list", "task lists", ".taskmaster/tasks/*.json"),
    shape("task-master", "document", "documents", ".taskmaster/docs/*.md"),
    shape("Agent OS", "spec", "specs", ".agent-os/specs/*/*.md"),
    shape("Claude Code PM", "epic", "epics", ".claude/epics/*/*.md"),
    shape("Claude Code PM", "PRD", "PRDs", ".claude/prds/*.md"),
    shape("KEP", "enhancement", "enhancements", "keps/**/#-*/readme.md"),
    shape("KEP", "enhancement", "enhancements", "keps/**/#-*/kep.yaml"),
    shape("RFC", "RFC", "RFCs", "rfcs/#-*.md"),
    shape("RFC", "RFC", "RFCs", "rfc/#-*.md"),
    shape("RFC", "RFC", "RFCs", "rfcs/text/#-*.md"),
    shape("ADR folder", "decision record", "decision records", "adr/*#*.md"),
    shape("ADR folder", "decision record", "decision records", "adrs/*#*.md"),
    shape("ADR folder", "decision record", "decision records", "decisions/#-*.md"),
    shape("ADR folder", "decision record", "decision records", "decisions/adr-#*.md"),
    shape("Numbered proposals", "proposal", "proposals", "proposals/#-*.md"),
];

/// What was recognised: documents of one sort in one folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// What the framework is called.
    pub name: &'static str,
    /// What these are called, in the singular or the plural.
    pub units: &'static str,
    /// How many there are.
    pub count: usize,
    /// The folder that they lie in.
    pub folder: String,
}

impl Framework {
    /// "Backlog.md: 159 task files in backlog/tasks".
    pub fn words(&self) -> String {
        let Self {
            name,
            units,
            count,
            folder,
        } = self;
        format!("{name}: {count} {units} in {folder}")
    }
}

/// The frameworks that these paths show, in the order of the table.
pub fn frameworks<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<Framework> {
    let mut found: BTreeMap<(usize, String), (usize, BTreeSet<String>)> = BTreeMap::new();
    for path in paths {
        let Some((at, folder, unit)) = SHAPES
            .iter()
            .enumerate()
            .filter(|(_, shape)| has_folders(shape.path, path))
            .find_map(|(at, shape)| fit(shape.path, path).map(|(folder, unit)| (at, folder, unit)))
        else {
            continue;
        };
        // Shapes of one framework for one sort are one line.
        let same = |other: &Shape| {
            (other.framework, other.units) == (SHAPES[at].framework, SHAPES[at].units)
        };
        let first = SHAPES.iter().position(same).unwrap_or(at);
        let entry = found
            .entry((first, folder))
            .or_insert((first, BTreeSet::new()));
        entry.1.insert(unit);
    }
    let told = found
        .into_iter()
        .map(|((_, folder), (at, units))| Framework {
            name: SHAPES[at].framework,
            units: if units.len() == 1 {
                SHAPES[at].unit
            } else {
                SHAPES[at].units
            },
            count: units.len(),
            folder,
        });
    told.collect()
}

/// Whether the folders that a pattern names are in a path: it tells at once what most paths are not.
fn has_folders(pattern: &str, path: &str) -> bool {
    let mut named = pattern.split('/').filter(|part| !part.contains(['*', '#']));
    named.all(|part| {
        path.split('/')
            .any(|other| other.eq_ignore_ascii_case(part))
    })
}

/// Where a path fits a pattern: the folder before the unit, and the unit.
fn fit(pattern: &str, path: &str) -> Option<(String, String)> {
    let parts: Vec<&str> = path.split('/').collect();
    let wanted: Vec<&str> = pattern.split('/').collect();
    (0..parts.len()).find_map(|from| {
        let unit = unit(&wanted, &parts[from..], 0)?;
        let around = parts[..from + unit].join("/");
        let folder = match around.is_empty() {
            true => ".".to_string(),
            false => around,
        };
        let folder = match wanted.iter().position(|part| *part == "**") {
            // Folders in between are of no account.
            Some(at) => parts[..from + at.max(usize::from(from + at == 0))].join("/"),
            None => folder,
        };
        Some((folder, parts[..=from + unit].join("/")))
    })
}

/// The place of the unit among the parts, if they all fit; `at` is the place of the first.
fn unit(wanted: &[&str], parts: &[&str], at: usize) -> Option<usize> {
    let (first, rest) = wanted.split_first()?;
    if *first == "**" {
        return (0..parts.len()).find_map(|count| unit(rest, &parts[count..], at + count));
    }
    let (part, others) = parts.split_first()?;
    let is_wild = first.contains(['*', '#']);
    if !likes(first, &part.to_lowercase()) || rest.is_empty() != others.is_empty() {
        return None;
    }
    match rest.is_empty() {
        true => Some(at),
        false => unit(rest, others, at + 1).map(|unit| if is_wild { at } else { unit }),
    }
}

/// Whether a name is as a pattern has it.
fn likes(pattern: &str, name: &str) -> bool {
    let Some(first) = pattern.chars().next() else {
        return name.is_empty();
    };
    let rest = &pattern[first.len_utf8()..];
    match first {
        '*' => name.char_indices().any(|(at, _)| likes(rest, &name[at..])) || likes(rest, ""),
        '#' => {
            let digits = name.bytes().take_while(u8::is_ascii_digit).count();
            (1..=digits).rev().any(|count| likes(rest, &name[count..]))
        }
        _ => name
            .strip_prefix(first)
            .is_some_and(|name| likes(rest, name)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(paths: &[&str]) -> Vec<String> {
        let found = frameworks(paths.iter().copied());
        found.iter().map(Framework::words).collect()
    }

    #[test]
    fn files_are_counted_by_folder() {
        let paths = [
            "app/backlog/tasks/task-1 - Caulk the seams.md",
            "app/backlog/tasks/task-12 - Tar.md",
            "app/backlog/tasks/notes.md",
            "app/backlog/completed/back-3 - Rope.md",
        ];
        assert_eq!(
            told(&paths),
            [
                "Backlog.md: 2 task files in app/backlog/tasks",
                "Backlog.md: 1 finished task in app/backlog/completed"
            ]
        );
    }

    #[test]
    fn several_files_may_be_one_unit() {
        let paths = [
            ".kiro/specs/tide-table/design.md",
            ".kiro/specs/tide-table/tasks.md",
            ".kiro/specs/locks/requirements.md",
            "keps/sig-sea/12-buoys/README.md",
            "keps/sig-sea/12-buoys/kep.yaml",
            "keps/sig-land/9-piers/README.md",
        ];
        assert_eq!(
            told(&paths),
            [
                "Kiro: 2 specs in .kiro/specs",
                "KEP: 2 enhancements in keps"
            ]
        );
    }

    #[test]
    fn other_names_are_no_framework() {
        let none: [&str; 0] = [];
        assert_eq!(
            told(&["docs/plan.md", "specs/tides/spec.md", "rfcs/README.md"]),
            none
        );
    }

    #[test]
    fn every_shape_names_a_unit() {
        for shape in SHAPES {
            assert!(shape.path.to_lowercase() == shape.path, "{}", shape.path);
            assert_ne!(shape.unit, shape.units);
        }
    }

    #[test]
    fn long_names_take_no_long_time() {
        let name = "1-".repeat(2_000);
        assert_eq!(told(&[&format!("adr/{name}")]), Vec::<String>::new());
    }
}
