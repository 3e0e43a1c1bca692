//! `[kinds]`: further words for the kinds of items.

use crate::config::entry::{Entry, Faults};
use crate::config::patterns::{self, Patterns};
use crate::config::reference::KINDS;
use crate::model::kind::Kind;

/// Further words for one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KindWords {
    /// Folders whose documents are of this kind.
    pub folders: Vec<String>,
    /// Documents that are of this kind, wherever they lie.
    pub paths: Patterns,
    /// Words in headings that say this kind.
    pub headings: Vec<String>,
    /// Headings of columns whose cells are titles of this kind.
    pub columns: Vec<String>,
    /// What ids of this kind begin with.
    pub prefix: Vec<String>,
}

/// Reads the table of the kinds.
pub(super) fn kinds(entry: &Entry<'_>, faults: &mut Faults) -> Vec<(Kind, KindWords)> {
    let mut kinds = Vec::new();
    for part in entry.parts(faults) {
        match kind(part.name) {
            Some(kind) => kinds.push((kind, words(&part, faults))),
            None => faults.unknown("kind", part.name, part.key, &names()),
        }
    }
    kinds
}

/// Names that teams have for a kind.
const OTHER_NAMES: [(&str, Kind); 10] = [
    ("prd", Kind::Feature),
    ("epic", Kind::Feature),
    ("spec", Kind::Feature),
    ("proposal", Kind::Feature),
    ("user-story", Kind::Story),
    ("issue", Kind::Task),
    ("ticket", Kind::Task),
    ("iteration", Kind::Sprint),
    ("cycle", Kind::Sprint),
    ("week", Kind::Sprint),
];

/// The kind of this name, or of one that teams have for it.
pub(super) fn kind(name: &str) -> Option<Kind> {
    let others = OTHER_NAMES.iter().find(|(other, _)| *other == name);
    let other = others.map(|(_, kind)| *kind);
    other.or_else(|| Kind::all().find(|kind| kind.name() == name))
}

/// Every name that a kind goes by.
pub(super) fn names() -> Vec<&'static str> {
    let others = OTHER_NAMES.iter().map(|(name, _)| *name);
    Kind::all().map(Kind::name).chain(others).collect()
}

fn words(entry: &Entry<'_>, faults: &mut Faults) -> KindWords {
    let mut words = KindWords::default();
    for part in entry.known(&KINDS.names(), faults) {
        match part.name {
            "folders" => words.folders = part.words(faults),
            "paths" => words.paths = patterns::patterns(&part, faults),
            "headings" => words.headings = part.words(faults),
            "columns" => words.columns = part.words(faults),
            "prefix" => words.prefix = part.words(faults),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use toml_edit::Document;

    use super::*;

    fn fault(text: &str) -> Option<String> {
        let document = Document::parse(text).unwrap();
        let mut faults = Faults::default();
        kinds(&Entry::root(&document), &mut faults);
        faults.told()
    }

    #[test]
    fn slips_of_the_hand_are_said_with_what_was_meant() {
        let wanted = "1: unknown kind `epics` (did you mean `epic`?)";
        assert_eq!(fault("[epics]").as_deref(), Some(wanted));
        let wanted = "8: unknown key `story.folder` (did you mean `folders`?)";
        assert_eq!(fault("[story]\nfolder = []").as_deref(), Some(wanted));
        assert_eq!(fault("[ticket]\nprefix = 'T-'"), None);
    }

    #[test]
    fn kinds_go_by_the_names_that_teams_have_for_them() {
        assert_eq!(kind("epic"), Some(Kind::Feature));
        assert_eq!(kind("cycle"), Some(Kind::Sprint));
        assert_eq!(kind("taks"), None);
        assert!(names().iter().all(|name| kind(name).is_some()));
        assert!(names().contains(&"epic") && names().contains(&"story"));
    }
}
