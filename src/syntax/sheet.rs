//! A table that is a sheet: each row a key and its value.

use crate::syntax::outline::{Field, Row, Table, Text};
use crate::text::slot::Form;
use crate::text::span::Span;

/// The fields of a table that is a sheet of keys and values; a list of things is given back.
pub fn fields(table: Table, span: Span) -> Result<Vec<Field>, Table> {
    if is_metadata(&table.head) || is_sheet(&table) {
        return Ok(row_fields(table.rows));
    }
    if !is_headless(&table) {
        return Err(table);
    }
    let cells = table.head;
    let first = Row { span, cells };
    Ok(row_fields(std::iter::once(first).chain(table.rows)))
}

/// Headings over the keys of a sheet.
const KEYS: [&str; 20] = [
    "",
    "field",
    "key",
    "property",
    "attribute",
    "metadata",
    "meta",
    "metadatos",
    "metadados",
    "métadonnées",
    "metadaten",
    "campo",
    "champ",
    "feld",
    "메타데이터",
    "항목",
    "元数据",
    "字段",
    "項目",
    "项目",
];

/// Headings over the values of a sheet.
const VALUES: [&str; 14] = [
    "",
    "value",
    "details",
    "detail",
    "content",
    "description",
    "valor",
    "valeur",
    "wert",
    "값",
    "내용",
    "值",
    "内容",
    "値",
];

/// Whether these headings say that each row is a key and its value.
fn is_metadata(head: &[Text]) -> bool {
    let [key, value] = head else { return false };
    let is = |text: &Text, words: &[&str]| {
        words
            .iter()
            .any(|word| text.value.eq_ignore_ascii_case(word))
    };
    is(key, &KEYS) && is(value, &VALUES)
}

/// Keys that stand in a sheet of a document's own data, and hardly as the first words of the rows of a list.
const OWN_KEYS: [&str; 40] = [
    "status",
    "state",
    "title",
    "author",
    "authors",
    "owner",
    "created",
    "updated",
    "date",
    "version",
    "priority",
    "type",
    "id",
    "rfc",
    "pep",
    "adr",
    "epic",
    "milestone",
    "sprint",
    "due",
    "due date",
    "assignee",
    "estimate",
    "effort",
    "depends on",
    "last updated",
    "estado",
    "título",
    "autor",
    "fecha",
    "prioridad",
    "data",
    "statut",
    "auteur",
    "titre",
    "verantwortlich",
    "priorität",
    "상태",
    "状态",
    "优先级",
];

/// The key in a cell, if it is one of those.
fn own_key(cell: Option<&Text>) -> Option<&'static str> {
    let words = cell?
        .value
        .trim_end_matches([':', '：'])
        .trim()
        .to_lowercase();
    OWN_KEYS.iter().find(|key| **key == words).copied()
}

/// Whether two columns say by their rows that they are keys and values, "Item" and "Detail": a state among others.
fn is_sheet(table: &Table) -> bool {
    const STATES: [&str; 5] = ["status", "state", "estado", "statut", "状态"];
    let keys = || {
        table
            .rows
            .iter()
            .filter_map(|row| own_key(row.cells.first()))
    };
    let said = keys().count();
    table.head.len() == 2
        && said > 1
        && said * 2 >= table.rows.len()
        && keys().filter(|key| STATES.contains(key)).count() == 1
}

/// Whether a table of two columns has keys in its first one, that of the heading row too.
fn is_headless(table: &Table) -> bool {
    let is_key = |cell: Option<&Text>| own_key(cell).is_some();
    let keys = table.rows.iter().filter(|row| is_key(row.cells.first()));
    table.head.len() == 2
        && !table.rows.is_empty()
        && is_key(table.head.first())
        && keys.count() * 2 >= table.rows.len()
}

/// A field for each row: its first cell the key, its second the value.
fn row_fields(rows: impl IntoIterator<Item = Row>) -> Vec<Field> {
    let mut fields = Vec::new();
    for row in rows {
        let mut cells = row.cells.into_iter();
        if let (Some(mut key), Some(value)) = (cells.next(), cells.next()) {
            key.value
                .truncate(key.value.trim_end_matches([':', '：']).len());
            fields.push(Field {
                key,
                value,
                entries: Vec::new(),
                form: Form::Cell,
                marked: true,
            });
        }
    }
    fields
}
