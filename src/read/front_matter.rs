//! The JSON Schema of front matter: the keys that are understood, with every other word for each.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::config::Config;
use crate::model::kind::Kind;
use crate::model::status::Status;
use crate::read::field::FieldName;
use crate::read::vocabulary::fields::FIELDS;
use crate::read::vocabulary::foreign_fields::FOREIGN_FIELDS;
use crate::read::vocabulary::references::REFERENCES;
use crate::read::vocabulary::statuses::STATUSES;
use crate::read::words::Words;

/// What may stand behind a key.
#[derive(Clone, Copy)]
enum Shape {
    /// Words or a number.
    Word,
    /// One or several.
    Words,
    /// A word for a kind.
    Kind,
    /// A word for a state.
    Status,
    /// A day or a time.
    Day,
}

/// Each field with the key that is suggested for it, what may stand there, and what it is for.
const KEYS: [(FieldName, &str, Shape, &str); 29] = [
    (
        FieldName::Id,
        "id",
        Shape::Word,
        "What it is called by: US-101.",
    ),
    (FieldName::Kind, "kind", Shape::Kind, "What it is."),
    (
        FieldName::Title,
        "title",
        Shape::Word,
        "Its title; without one, the first heading.",
    ),
    (
        FieldName::Status,
        "status",
        Shape::Status,
        "Where it stands. The word is shown as written.",
    ),
    (
        FieldName::Priority,
        "priority",
        Shape::Word,
        "How much it matters.",
    ),
    (
        FieldName::Rank,
        "rank",
        Shape::Word,
        "Its place in the order of its list.",
    ),
    (FieldName::Start, "start", Shape::Day, "When it begins."),
    (
        FieldName::Due,
        "due",
        Shape::Day,
        "When it is to be finished.",
    ),
    (
        FieldName::Span,
        "dates",
        Shape::Day,
        "From when to when it runs.",
    ),
    (FieldName::Done, "done", Shape::Day, "When it was finished."),
    (
        FieldName::Owner,
        "owner",
        Shape::Words,
        "Who looks after it.",
    ),
    (
        FieldName::Estimate,
        "estimate",
        Shape::Word,
        "How much work it is: 3h, 5 points.",
    ),
    (
        FieldName::Sprint,
        "sprint",
        Shape::Words,
        "The sprint it is in.",
    ),
    (FieldName::Labels, "labels", Shape::Words, "Its labels."),
    (
        FieldName::Parent(None),
        "parent",
        Shape::Words,
        "What it is part of: a key, an id, a title, a path.",
    ),
    (
        FieldName::Parent(Some(Kind::Phase)),
        "phase",
        Shape::Words,
        "The phase it is part of.",
    ),
    (
        FieldName::Parent(Some(Kind::Milestone)),
        "milestone",
        Shape::Words,
        "The milestone it is part of.",
    ),
    (
        FieldName::Parent(Some(Kind::Feature)),
        "prd",
        Shape::Words,
        "The feature, PRD or epic it is part of.",
    ),
    (
        FieldName::Parent(Some(Kind::Story)),
        "story",
        Shape::Words,
        "The story it is part of.",
    ),
    (
        FieldName::DependsOn,
        "depends-on",
        Shape::Words,
        "What must be finished first.",
    ),
    (
        FieldName::BlockedBy,
        "blocked-by",
        Shape::Words,
        "What keeps it from going on: items, or an obstacle in words.",
    ),
    (
        FieldName::Blocks,
        "blocks",
        Shape::Words,
        "What waits for it.",
    ),
    (
        FieldName::Became,
        "became",
        Shape::Words,
        "What it was split into or replaced by.",
    ),
    (
        FieldName::Audience,
        "audience",
        Shape::Word,
        "The audience it is open to: public, or one of your own.",
    ),
    (
        FieldName::Aliases,
        "aliases",
        Shape::Words,
        "Further names, such as former ids.",
    ),
    (
        FieldName::Progress,
        "progress",
        Shape::Word,
        "The progress that is declared; it is shown beside the computed one.",
    ),
    (
        FieldName::Committed,
        "committed",
        Shape::Word,
        "Of a sprint: how much was committed.",
    ),
    (
        FieldName::Completed,
        "completed",
        Shape::Word,
        "Of a sprint: how much was completed.",
    ),
    (
        FieldName::Velocity,
        "velocity",
        Shape::Word,
        "Of a sprint: its velocity.",
    ),
];

/// Words for kinds that are suggested.
const KINDS: [&str; 14] = [
    "phase",
    "milestone",
    "feature",
    "prd",
    "epic",
    "spec",
    "proposal",
    "story",
    "task",
    "issue",
    "ticket",
    "sprint",
    "decision",
    "blocker",
];

/// The schema. Editors for YAML know the seventh draft. Keys that are not understood are kept as fields of the
/// author's own, so none is refused.
pub fn schema() -> Value {
    let others = others();
    let mut keys = Map::new();
    let mut synonyms = Map::new();
    for (field, key, shape, about) in KEYS {
        let mut schema = self::shape(shape);
        synonyms.extend(
            others
                .get(&field)
                .map(|words| (pattern(words), schema.clone())),
        );
        schema["description"] = about.into();
        keys.insert(key.to_string(), schema);
    }
    let allow = "Rules whose findings are allowed in this document, each with the reason.";
    keys.insert("plansite-allow".into(), json!({ "description": allow }));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:plansite:schema:front-matter:1",
        "title": "Front matter of a planning document",
        "description": "What plansite understands. Any other key is kept and shown as a field of your own.",
        "type": "object",
        "properties": keys,
        "patternProperties": synonyms,
    })
}

fn shape(shape: Shape) -> Value {
    let word = || json!({ "type": ["string", "number", "null"] });
    let text = || json!({ "type": ["string", "null"] });
    match shape {
        Shape::Word => word(),
        Shape::Words => json!({ "anyOf": [word(), { "type": "array", "items": word() }] }),
        Shape::Kind => json!({ "anyOf": [{ "enum": KINDS }, text()] }),
        Shape::Status => json!({ "anyOf": [{ "enum": states() }, text()] }),
        Shape::Day => {
            json!({ "type": ["string", "number", "null"], "examples": ["2026-01-27", "Q1 2026"] })
        }
    }
}

/// The words for states, with the names of the states first.
fn states() -> Vec<&'static str> {
    let names = STATUSES.iter().map(|(status, _)| Status::name(*status));
    let words = STATUSES.iter().flat_map(|(_, words)| words.iter().copied());
    let mut seen = BTreeSet::new();
    names
        .chain(words)
        .filter(|word| seen.insert(*word))
        .collect()
}

/// Every word for each field, as the readers understand it.
fn others() -> BTreeMap<FieldName, BTreeSet<&'static str>> {
    let words = Words::new(&Config::default());
    let known = FIELDS.iter().chain(REFERENCES);
    let known = known.flat_map(|(_, words)| words.iter().copied());
    let foreign = FOREIGN_FIELDS
        .iter()
        .flat_map(|(_, words)| words.split(", "));
    let mut others: BTreeMap<FieldName, BTreeSet<&str>> = BTreeMap::new();
    for word in known.chain(foreign) {
        let field = words
            .field(word)
            .map(|field| others.entry(field).or_default());
        field.map(|words| words.insert(word));
    }
    others
}

/// The pattern of these words as keys: `due date` is also `due-date`, `due_date`, `Due Date` and `dueDate`.
fn pattern(words: &BTreeSet<&str>) -> String {
    let words: Vec<String> = words.iter().map(|word| spellings(word)).collect();
    format!("^(?:{})$", words.join("|"))
}

fn spellings(word: &str) -> String {
    let mut parts = word.split(' ').filter(|part| !part.is_empty());
    let first = parts.next().map(either).unwrap_or_default();
    let rest = parts.map(|part| format!("(?:[ _-]{}|{})", either(part), upper(part)));
    first + &rest.collect::<String>()
}

/// A word with its first letter large or small; a short one may be large as a whole: `ID`, `PRD`.
fn either(word: &str) -> String {
    let short = word.chars().count() <= 3;
    let letters = word.chars().enumerate();
    let letter = |(at, c): (usize, char)| {
        let large: String = c.to_uppercase().collect();
        match large.chars().next() {
            Some(large) if large != c && (at == 0 || short) => format!("[{large}{c}]"),
            _ => literal(c),
        }
    };
    letters.map(letter).collect()
}

/// A word with its first letter large, as it follows another without a blank.
fn upper(word: &str) -> String {
    let mut letters = word.chars();
    let first: String = letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .collect();
    first + &letters.map(literal).collect::<String>()
}

fn literal(c: char) -> String {
    match c.is_alphanumeric() {
        true => c.to_string(),
        false => format!("\\{c}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_that_has_words_has_its_key() {
        let words = Words::new(&Config::default());
        for (field, key, ..) in KEYS {
            assert_eq!(words.field(key), Some(field), "{key}");
        }
        let left: Vec<FieldName> = others().into_keys().collect();
        let left = left
            .into_iter()
            .filter(|field| !KEYS.iter().any(|(of, ..)| of == field));
        // A goal and a link to a document are no matter of front matter.
        let left: Vec<FieldName> = left.collect();
        assert_eq!(left, [FieldName::Goal, FieldName::Document]);
    }

    #[test]
    fn suggested_kinds_and_states_are_understood() {
        let words = Words::new(&Config::default());
        assert!(KINDS.iter().all(|kind| words.kind(kind).is_some()));
        for state in states() {
            assert!(words.status(state, Kind::Task).is_some(), "{state}");
        }
        assert_eq!(states()[..3], ["planned", "active", "blocked"]);
    }

    #[test]
    fn words_are_spelt_in_many_ways() {
        assert_eq!(spellings("due date"), "[Dd][Uu][Ee](?:[ _-][Dd]ate|Date)");
        assert_eq!(spellings("Größe"), "Größe");
        assert_eq!(spellings("owner"), "[Oo]wner");
        assert_eq!(literal('.'), "\\.");
    }
}
