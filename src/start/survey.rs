//! What was understood of the documents that lie there.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::model::document::Document;
use crate::model::item::Item;
use crate::model::kind::Kind;
use crate::model::plan::Plan;
use crate::text::file::SourceFile;
use crate::text::path::Target;

/// Documents that repositories have without planning anything in them.
const ASIDE: [&str; 12] = [
    "authors",
    "changelog",
    "changes",
    "code_of_conduct",
    "code-of-conduct",
    "contributing",
    "copying",
    "history",
    "license",
    "notice",
    "security",
    "support",
];

/// A folder is worth naming if so many documents lie outside of it.
const MANY: usize = 50;

/// A plan as it was read.
#[derive(Clone, Copy)]
pub struct Material<'a> {
    /// The documents as they are.
    pub files: &'a [Arc<SourceFile>],
    /// The documents as they were read, in the same order.
    pub documents: &'a [Arc<Document>],
    /// The plan.
    pub plan: &'a Plan,
    /// What is wrong with it.
    pub findings: &'a [Diagnostic],
}

/// What was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Survey {
    /// How many documents were read.
    pub documents: usize,
    /// The folder that all of the plan lies in, with a slash at its end; nothing where it lies in several.
    pub folder: String,
    /// Whether documents lie outside of that folder.
    pub has_others: bool,
    /// Whether a document in that folder links to one outside of it.
    pub leads_out: bool,
    /// How many items there are of each kind, from the roadmap down.
    pub kinds: Vec<(Kind, usize)>,
    /// How many documents have no part in the plan.
    pub prose: usize,
    /// How many documents are templates.
    pub templates: usize,
    /// Tables that look like a plan and that nobody could read: the document and the line.
    pub unplaced: Vec<(String, u32)>,
    /// What the plan is called, and the document that says so.
    pub title: Option<(String, Option<String>)>,
    /// Whether there is a plan: items that are not all in a readme, a changelog and their like.
    pub is_plan: bool,
}

impl Survey {
    /// What was understood of this plan.
    pub fn of(material: &Material<'_>) -> Self {
        let Material {
            files,
            documents,
            plan,
            findings,
        } = *material;
        let holders = holders(plan);
        let others = (0..documents.len()).filter(|at| !holders.contains(at));
        let others: Vec<&Document> = others.map(|at| &*documents[at]).collect();
        let templates = others.iter().filter(|other| other.is_template()).count();
        let folder = common_folder(holders.iter().map(|at| files[*at].path.as_str()));
        Self {
            documents: files.len(),
            leads_out: leads_out(material, &folder),
            has_others: files.iter().any(|file| !file.path.starts_with(&folder)),
            folder,
            kinds: kinds(plan),
            prose: others.len() - templates,
            templates,
            unplaced: unplaced(files, findings),
            title: title(material),
            is_plan: plan.items().any(|(_, item)| is_planned(item, files)),
        }
    }

    /// The folder that is worth naming as the only one that is read.
    pub fn only_folder(&self) -> Option<&str> {
        let folder = self.folder.trim_end_matches('/');
        let helps = self.has_others && !self.leads_out && self.prose >= MANY;
        (helps && !folder.is_empty()).then_some(folder)
    }
}

/// Whether a document in the folder links to one outside of it, which would be missed.
fn leads_out(material: &Material<'_>, folder: &str) -> bool {
    let Material {
        files, documents, ..
    } = *material;
    let others = files.iter().map(|file| file.path.as_str());
    let others: BTreeSet<&str> = others.filter(|path| !path.starts_with(folder)).collect();
    let inside = files.iter().zip(documents);
    let mut inside = inside.filter(|(file, _)| file.path.starts_with(folder));
    inside.any(|(_, document)| {
        let mut links = document.links.iter();
        links.any(|link| match &link.to {
            Target::Path(path) => others.contains(path.as_str()),
            _ => false,
        })
    })
}

/// The documents that hold a part of the plan.
fn holders(plan: &Plan) -> BTreeSet<usize> {
    let sources = plan.items().flat_map(|(_, item)| &item.sources);
    sources.map(|source| source.place.file.0 as usize).collect()
}

fn kinds(plan: &Plan) -> Vec<(Kind, usize)> {
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    for (_, item) in plan.items() {
        *counts.entry(item.kind).or_default() += 1;
    }
    counts.into_iter().collect()
}

fn unplaced(files: &[Arc<SourceFile>], findings: &[Diagnostic]) -> Vec<(String, u32)> {
    let tables = findings
        .iter()
        .filter(|finding| finding.rule == "unclaimed-table");
    let tables = tables.map(|finding| {
        let file = &files[finding.place.file.0 as usize];
        (file.path.clone(), file.line(finding.place.span.start))
    });
    tables.collect()
}

/// The title and the document that gives it: by a line of its own, else by its heading.
fn title(material: &Material<'_>) -> Option<(String, Option<String>)> {
    let Material { files, plan, .. } = *material;
    let title = plan.title.clone()?;
    let facts = plan.facts.iter().filter(|fact| fact.value.value == title);
    let stated = facts.map(|fact| fact.value.place().file.0 as usize).next();
    let documents = material.documents.iter();
    let mut headed: Vec<usize> = documents
        .enumerate()
        .filter(|(_, document)| document.title.as_ref() == Some(&title))
        .map(|(at, _)| at)
        .collect();
    headed.sort_by_key(|at| files[*at].path.matches('/').count());
    let giver = stated.or(headed.first().copied());
    let path = giver.map(|at| files[at].path.clone());
    Some((title, path))
}

/// Whether an item tells of a plan. A box in a readme does not; a milestone in one does.
fn is_planned(item: &Item, files: &[Arc<SourceFile>]) -> bool {
    let is_large = item
        .kind
        .level()
        .is_some_and(|level| Some(level) < Kind::Task.level());
    item.sources.iter().any(|source| {
        let name = stem(&files[source.place.file.0 as usize].path);
        !ASIDE.contains(&name.as_str()) && (name != "readme" || is_large)
    })
}

/// The name of a document without folders and endings, in lower case.
fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let name = name.split('.').next().unwrap_or_default();
    name.to_lowercase()
}

/// The deepest folder that holds all of these, with a slash at its end.
fn common_folder<'a>(mut paths: impl Iterator<Item = &'a str>) -> String {
    let folder = |path: &'a str| &path[..path.rfind('/').map_or(0, |at| at + 1)];
    let first = paths.next().map_or("", folder);
    let common = paths.map(folder).fold(first, |common, path| {
        let same = common.split_inclusive('/').zip(path.split_inclusive('/'));
        let same = same.take_while(|(a, b)| a == b);
        &common[..same.map(|(name, _)| name.len()).sum()]
    });
    common.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_lie_in_the_deepest_folder_that_holds_them_all() {
        let common = |paths: &[&str]| common_folder(paths.iter().copied());
        assert_eq!(common(&["docs/a.md", "docs/prd/b.md"]), "docs/");
        assert_eq!(common(&["docs/prd/a.md", "docs/prd-2/b.md"]), "docs/");
        assert_eq!(common(&["docs/prd/a.md"]), "docs/prd/");
        assert_eq!(common(&["a.md", "docs/b.md"]), "");
        assert_eq!(common(&[]), "");
    }

    #[test]
    fn names_are_taken_without_folder_and_ending() {
        assert_eq!(stem("docs/README.de.md"), "readme");
        assert_eq!(stem("CHANGELOG.md"), "changelog");
    }

    #[test]
    fn a_folder_is_named_only_where_that_helps() {
        let survey = |folder: &str, prose| Survey {
            folder: folder.into(),
            has_others: true,
            prose,
            ..Survey::default()
        };
        assert_eq!(survey("docs/plan/", 80).only_folder(), Some("docs/plan"));
        let leads_out = Survey {
            leads_out: true,
            ..survey("docs/", 80)
        };
        assert_eq!(leads_out.only_folder(), None);
        assert_eq!(survey("docs/", 8).only_folder(), None);
        assert_eq!(survey("", 80).only_folder(), None);
    }
}
