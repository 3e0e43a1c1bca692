//! The JSON Schema of `plansite.toml`, made from the table that errors and the guide share.

use serde_json::{Map, Value as Json, json};
use toml_edit::{Document, Item, Value as Toml};

use crate::config::key::{Key, Table, Value};
use crate::config::kind;
use crate::config::reference::{KINDS, LATER, TABLES};
use crate::model::audience::INTERNAL;

/// The schema; these are the rules whose levels can be set, each with what it is about. Editors for TOML know the
/// seventh draft.
pub fn schema(rules: &[(&str, &str)]) -> Json {
    let mut tables: Map<String, Json> = TABLES.iter().map(|of| named(of, rules)).collect();
    let later = "Accepted, and without effect yet.";
    tables.extend(LATER.map(|name| (name.to_string(), json!({ "description": later }))));
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:plansite:schema:config:1",
        "title": "plansite.toml",
        "description": "What differs from the defaults of plansite.",
        "type": "object",
        "properties": tables,
        "additionalProperties": false,
        "definitions": { "kind": table(&KINDS, rules) },
    })
}

/// A table under its name; one whose name has a second part is a table of tables.
fn named(table: &Table, rules: &[(&str, &str)]) -> (String, Json) {
    let inner = self::table(table, rules);
    let schema = match table.name.split_once('.') {
        None if table.is_list() => json!({ "type": "array", "items": inner }),
        None => inner,
        Some((_, "KIND")) => of_kinds(table),
        Some(_) => of_names(table, &inner),
    };
    (table.head().to_string(), schema)
}

fn table(table: &Table, rules: &[(&str, &str)]) -> Json {
    let mut keys = Map::new();
    let mut others = Json::from(false);
    for key in table.keys {
        match key.name {
            "WORD" => others = self::key(key),
            "RULE" => keys.extend(rules.iter().map(|rule| level(key, rule))),
            name => _ = keys.insert(name.to_string(), self::key(key)),
        }
    }
    json!({
        "description": plain(table.about),
        "type": "object",
        "properties": keys,
        "additionalProperties": others,
    })
}

fn level(key: &Key, (rule, about): &(&str, &str)) -> (String, Json) {
    let mut schema = value(key.value);
    put(&mut schema, "description", plain(about).into());
    ((*rule).to_string(), schema)
}

/// One schema for all kinds: it stands among the definitions.
fn of_kinds(table: &Table) -> Json {
    let one = json!({ "$ref": "#/definitions/kind" });
    let names = kind::names().into_iter();
    let kinds: Map<String, Json> = names.map(|name| (name.to_string(), one.clone())).collect();
    json!({
        "description": plain(table.about),
        "type": "object",
        "properties": kinds,
        "additionalProperties": false,
    })
}

/// Names of the reader's own: plain words without capitals, and not the one that cannot be described.
fn of_names(table: &Table, inner: &Json) -> Json {
    json!({
        "description": plain(table.about),
        "type": "object",
        "propertyNames": { "pattern": "^[^\\sA-Z_./]+$", "not": { "const": INTERNAL } },
        "additionalProperties": inner,
    })
}

fn key(key: &Key) -> Json {
    let mut schema = value(key.value);
    put(&mut schema, "description", plain(key.meaning).into());
    if let Some(default) = key.default.strip_prefix('`') {
        let default = default.split('`').next().unwrap_or_default();
        if let Some(default) = read(&format!("key = {default}")) {
            put(&mut schema, "default", default);
        }
    }
    if let Some(example) = read(key.example) {
        put(&mut schema, "examples", json!([example]));
    }
    schema
}

fn put(schema: &mut Json, name: &str, value: Json) {
    if let Some(schema) = schema.as_object_mut() {
        schema.insert(name.to_string(), value);
    }
}

fn value(value: Value) -> Json {
    match value {
        Value::Text | Value::Folder | Value::Path => json!({ "type": "string" }),
        Value::Colour => json!({ "type": "string", "pattern": "^\\s*(#|rgb|hsl|RGB|HSL)" }),
        Value::Address => json!({ "type": "string", "pattern": "^(https?://|/)" }),
        Value::Audience => json!({ "type": "string", "pattern": "^[^\\sA-Z_./]+$" }),
        Value::Texts => one_or_several(&json!({ "type": "string" })),
        Value::Kinds => one_or_several(&json!({ "enum": kind::names() })),
        Value::Flag => json!({ "type": "boolean" }),
        Value::Days => json!({ "type": "integer", "minimum": 1 }),
        Value::Amount => json!({ "type": "number", "minimum": 0 }),
        Value::Words(words) => one_or_several(&json!({ "enum": words })),
        Value::Choice(words) => json!({ "enum": words }),
    }
}

fn one_or_several(one: &Json) -> Json {
    json!({ "anyOf": [one, { "type": "array", "items": one }] })
}

/// The value of the first key in a line of TOML.
fn read(line: &str) -> Option<Json> {
    let document = Document::parse(line).ok()?;
    let (_, item) = document.as_table().iter().next()?;
    match item {
        Item::Value(value) => json(value),
        _ => None,
    }
}

fn json(value: &Toml) -> Option<Json> {
    Some(match value {
        Toml::String(text) => text.value().as_str().into(),
        Toml::Integer(number) => (*number.value()).into(),
        Toml::Float(number) => (*number.value()).into(),
        Toml::Boolean(flag) => (*flag.value()).into(),
        Toml::Array(list) => list.iter().map(json).collect::<Option<Vec<Json>>>()?.into(),
        Toml::Datetime(_) | Toml::InlineTable(_) => return None,
    })
}

/// Words without the backticks of markdown, which most editors would show.
fn plain(words: &str) -> String {
    words.replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(pointer: &str) -> Json {
        let schema = schema(&[("stale-tally", "A `figure`."), ("warnings", "All.")]);
        let found = schema.pointer(&format!("/properties/{pointer}"));
        found.cloned().unwrap_or_default()
    }

    #[test]
    fn keys_say_what_the_reference_says() {
        let pages = part("sources/properties/pages");
        assert_eq!(pages["enum"], json!(["linked", "all", "items"]));
        assert_eq!(
            (&pages["default"], &pages["examples"]),
            (&json!("linked"), &json!(["all"]))
        );
        assert_eq!(part("sources/properties/include/default"), json!([]));
        assert_eq!(part("site/properties/title/default"), Json::Null);
        assert_eq!(part("sprints/properties/length/examples"), json!([14]));
    }

    #[test]
    fn words_rules_kinds_and_names_have_their_places() {
        let rule = part("lint/properties/stale-tally");
        assert_eq!(
            (&rule["description"], &rule["enum"][0]),
            (&json!("A figure."), &json!("deny"))
        );
        assert_eq!(part("status/additionalProperties/enum/0"), json!("planned"));
        assert_eq!(
            part("kinds/properties/epic/$ref"),
            json!("#/definitions/kind")
        );
        let open = part("audiences/additionalProperties/properties/sources");
        assert_eq!(open["type"], json!("boolean"));
    }
}
