//! `[audiences]`: to whom what is open.

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::config::choice::COUNTED;
use crate::config::entry::{Entry, Faults, suggestion};
use crate::config::kind;
use crate::config::reference::AUDIENCES;
use crate::model::audience::{Audience, INTERNAL, PUBLIC, folded};
use crate::model::key::slug;
use crate::model::kind::Kind;

/// An audience was asked for that nobody described.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[error("no such audience: `{name}`")]
pub struct UnknownAudience {
    /// Its name.
    pub name: String,
    /// What to do.
    pub help: String,
}

/// Reads the table of the audiences.
pub(super) fn audiences(entry: &Entry<'_>, faults: &mut Faults) -> BTreeMap<String, Audience> {
    let parts = entry.parts(faults);
    let named = parts.iter().filter(|part| is_name(part, faults));
    let named: Vec<&Entry<'_>> = named.collect();
    let audiences = named.iter().map(|part| audience(part, faults));
    audiences.map(|one| (one.name.clone(), one)).collect()
}

/// The names that can be asked for.
pub(super) fn names(audiences: &BTreeMap<String, Audience>) -> Vec<&str> {
    let configured = audiences.keys().map(String::as_str);
    let all: BTreeSet<&str> = configured.chain([INTERNAL, PUBLIC]).collect();
    all.into_iter().collect()
}

/// The audience of this name.
pub(super) fn find(
    name: &str,
    audiences: &BTreeMap<String, Audience>,
) -> Result<Audience, UnknownAudience> {
    match (name, audiences.get(name)) {
        (INTERNAL, _) => Ok(Audience::internal()),
        (_, Some(audience)) => Ok(audience.clone()),
        (PUBLIC, None) => Ok(Audience::closed(PUBLIC)),
        _ => Err(UnknownAudience {
            name: name.to_string(),
            help: suggestion(name, &names(audiences)),
        }),
    }
}

/// Whether the key can be the name of an audience. Documents, commands and folders name it, so it is a plain word.
fn is_name(entry: &Entry<'_>, faults: &mut Faults) -> bool {
    let plain = slug(entry.name);
    let (message, help) = match &*plain {
        INTERNAL => (
            format!("the audience `{}` cannot be configured", entry.name),
            "it sees all; open things to `public`, or to an audience of your own".to_string(),
        ),
        "" => (
            format!("`{}` is no name for an audience", entry.name),
            "write it in letters, digits and hyphens".to_string(),
        ),
        _ if plain != entry.name => (
            format!("`{}` is no name for an audience", entry.name),
            format!("write it as `{plain}`"),
        ),
        _ => return true,
    };
    faults.key(entry, message, help);
    false
}

fn audience(entry: &Entry<'_>, faults: &mut Faults) -> Audience {
    let mut audience = Audience::closed(entry.name);
    for part in entry.known(&AUDIENCES.names(), faults) {
        match part.name {
            "kinds" => audience.kinds = kinds(&part, faults),
            "labels" => audience.labels = folded_words(&part, faults),
            "fields" => audience.fields = folded_words(&part, faults),
            "sources" => audience.sources = part.flag(faults).unwrap_or_default(),
            "progress" => {
                let chosen = part.choice("progress", COUNTED, faults);
                audience.hidden_progress = chosen == Some("all");
            }
            _ => {}
        }
    }
    audience
}

fn kinds(entry: &Entry<'_>, faults: &mut Faults) -> BTreeSet<Kind> {
    let mut kinds = BTreeSet::new();
    for (word, span) in entry.texts(faults) {
        match kind::kind(word) {
            Some(kind) => drop(kinds.insert(kind)),
            None => faults.unknown("kind", word, span, &kind::names()),
        }
    }
    kinds
}

fn folded_words(entry: &Entry<'_>, faults: &mut Faults) -> BTreeSet<String> {
    let words = entry
        .texts(faults)
        .into_iter()
        .map(|(word, _)| folded(word));
    // An empty word would open what has an empty label.
    words.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use toml_edit::Document;

    use super::*;

    fn read(text: &str) -> Result<BTreeMap<String, Audience>, String> {
        let document = Document::parse(text).unwrap();
        let mut faults = Faults::default();
        let found = audiences(&Entry::root(&document), &mut faults);
        faults.told().map_or(Ok(found), Err)
    }

    #[test]
    fn an_audience_has_what_is_opened_to_it() {
        let found = read(
            "[partners]\nkinds = ['milestone', 'epic']\nlabels = ['Launch', '']\n\
             fields = 'Due date'\nsources = true\nprogress = 'all'\n[public]",
        );
        let found = found.unwrap();
        let partners = find("partners", &found).unwrap();
        assert!(partners.opens_kind(Kind::Feature) && !partners.opens_kind(Kind::Task));
        assert!(partners.opens_label("launch") && !partners.opens_label(""));
        assert!(partners.opens_field("due-date") && !partners.opens_field("owner"));
        assert!(partners.sources && partners.hidden_progress);
        assert_eq!(find("public", &found), Ok(Audience::closed("public")));
    }

    #[test]
    fn public_and_internal_are_always_there() {
        let none = BTreeMap::new();
        assert_eq!(find("public", &none), Ok(Audience::closed("public")));
        assert_eq!(find("internal", &none), Ok(Audience::internal()));
        let fault = find("pubic", &none).unwrap_err();
        assert_eq!(fault.to_string(), "no such audience: `pubic`");
        assert_eq!(fault.help, "did you mean `public`?");
        let fault = find("", &read("partners = {}").unwrap()).unwrap_err();
        assert_eq!(fault.help, "known are `internal`, `partners`, `public`");
    }

    #[test]
    fn names_are_plain_words() {
        assert_eq!(
            read("[Internal]\nsources = false").unwrap_err(),
            "1: the audience `Internal` cannot be configured (it sees all; open things to \
             `public`, or to an audience of your own)"
        );
        assert_eq!(
            read("[\"Our Partners\"]").unwrap_err(),
            "1: `Our Partners` is no name for an audience (write it as `our-partners`)"
        );
        assert!(read("'../' = {}").unwrap_err().contains("letters, digits"));
    }

    #[test]
    fn wrong_values_open_nothing_and_are_said() {
        assert_eq!(
            read("[public]\nkinds = ['story', 'taks']").unwrap_err(),
            "27: unknown kind `taks` (did you mean `task`?)"
        );
        assert_eq!(
            read("[public]\nsources = 'true'").unwrap_err(),
            "19: `public.sources` must be `true` or `false` (write it without quotes)"
        );
        assert_eq!(
            read("[public]\nprogress = 'al'").unwrap_err(),
            "20: unknown progress `al` (did you mean `all`?)"
        );
        assert_eq!(
            read("[public]\nkind = []").unwrap_err(),
            "9: unknown key `public.kind` (did you mean `kinds`?)"
        );
    }
}
