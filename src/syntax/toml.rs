//! TOML to fields: the same shape as YAML gives.

use std::ops::Range;

use toml_edit::{Document, InlineTable, Item, Key, Table, TomlError, Value};

use crate::model::reason::Reason;
use crate::syntax::field;
use crate::syntax::node::{self, Node};
use crate::syntax::outline::{Fault, Field, Text};
use crate::text::span::Span;
use crate::theme::tongue::key;

/// The fields of the TOML in this range; a fault alone where it is not TOML.
pub fn fields(text: &str, range: Range<usize>) -> Result<(Vec<Field>, Vec<Fault>), Fault> {
    let inner = text.get(range.clone()).unwrap_or_default();
    let document = Document::parse(inner).map_err(|error| broken(&error, &range))?;
    let source = Source {
        text,
        base: range.start,
    };
    Ok(field::flatten(source.table(document.as_table())))
}

fn broken(error: &TomlError, range: &Range<usize>) -> Fault {
    let at = range.start + error.span().map_or(0, |span| span.start);
    Fault {
        rule: field::RULE,
        message: Reason::new("not valid TOML: {words}")
            .words("words", &error.message().to_lowercase()),
        span: Span::new(at.min(range.end)..at.min(range.end)),
        help: key("put the value in quotes"),
    }
}

/// The text and where in it the TOML begins.
struct Source<'a> {
    text: &'a str,
    base: usize,
}

impl Source<'_> {
    fn place(&self, span: Option<Range<usize>>) -> Range<usize> {
        let at = span.map(|span| span.start + self.base..span.end + self.base);
        at.filter(|at| self.text.get(at.clone()).is_some())
            .unwrap_or(self.base..self.base)
    }

    fn key(&self, name: &str, key: Option<&Key>) -> Text {
        node::text_of(name, self.place(key.and_then(Key::span)))
    }

    fn table(&self, table: &Table) -> Vec<(Text, Node)> {
        table
            .iter()
            .map(|(name, item)| (self.key(name, table.key(name)), self.item(item)))
            .collect()
    }

    fn inline(&self, table: &InlineTable) -> Vec<(Text, Node)> {
        table
            .iter()
            .map(|(name, value)| (self.key(name, table.key(name)), self.value(value)))
            .collect()
    }

    fn item(&self, item: &Item) -> Node {
        match item {
            Item::None => Node::Scalar(Text::default()),
            Item::Value(value) => self.value(value),
            Item::Table(table) => self.section(table),
            Item::ArrayOfTables(tables) => {
                let nodes: Vec<Node> = tables.iter().map(|table| self.section(table)).collect();
                let span = nodes
                    .iter()
                    .map(Node::span)
                    .reduce(Span::join)
                    .unwrap_or_default();
                Node::List(nodes, span)
            }
        }
    }

    /// A table from its heading (if it has one) to its last value.
    fn section(&self, table: &Table) -> Node {
        let pairs = self.table(table);
        let parts = pairs.iter().flat_map(|(key, node)| [key.span, node.span()]);
        let heading = table.span().map(|span| Span::new(self.place(Some(span))));
        let span = heading
            .into_iter()
            .chain(parts)
            .reduce(Span::join)
            .unwrap_or_default();
        Node::Map(pairs, span)
    }

    fn value(&self, value: &Value) -> Node {
        let at = self.place(value.span());
        match value {
            Value::String(string) => Node::Scalar(node::text_of(string.value(), at)),
            Value::Array(array) => Node::List(
                array.iter().map(|value| self.value(value)).collect(),
                Span::new(at),
            ),
            Value::InlineTable(table) => Node::Map(self.inline(table), Span::new(at)),
            _ => Node::Scalar(node::text_of(&self.text[at.clone()], at)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(String, String, String)> {
        let (fields, _) = fields(text, 0..text.len()).unwrap();
        let row = |field: Field| {
            (
                field.key.value,
                field.value.value,
                text[field.value.span.range()].to_string(),
            )
        };
        fields.into_iter().map(row).collect()
    }

    fn row(key: &str, value: &str, written: &str) -> (String, String, String) {
        (key.to_string(), value.to_string(), written.to_string())
    }

    #[test]
    fn values_are_seen_and_placed() {
        assert_eq!(
            read("\"größe\" = \"é\\n1\" # c\r\n"),
            [row("größe", "é\n1", "\"é\\n1\"")]
        );
        assert_eq!(
            read("d = 2024-02-12\n"),
            [row("d", "2024-02-12", "2024-02-12")]
        );
        assert_eq!(
            read("n = 1_000\nb = true"),
            [row("n", "1_000", "1_000"), row("b", "true", "true")]
        );
        assert_eq!(
            read("s = \"\"\"\na\nb\n\"\"\"\n"),
            [row("s", "a\nb", "\"\"\"\na\nb\n\"\"\"")]
        );
        assert_eq!(read("a = 'cafÃ©'"), [row("a", "café", "'cafÃ©'")]);
    }

    #[test]
    fn tables_are_flattened() {
        let rows = read(
            "t = ['a', [\"b\"]]\nx.y = 1\n[extra]\nz = 2\n[extra.w]\nv = 3\n[m]\nn = {o = 4}\n",
        );
        let keys: Vec<&str> = rows.iter().map(|(key, ..)| key.as_str()).collect();
        assert_eq!(keys, ["t", "x.y", "z", "w.v", "m.n.o"]);
        assert_eq!(rows[0], row("t", "a, b", "['a', [\"b\"]]"));
    }

    #[test]
    fn tables_in_lists_are_entries() {
        let text = "[[acs]]\nid = 1\ntitle = 'A'\n[[acs]]\ntitle = 'B'\n";
        let (fields, _) = fields(text, 0..text.len()).unwrap();
        assert_eq!(fields[0].value.value, "A, B");
        assert_eq!(
            &text[fields[0].entries[1].span.range()],
            "[[acs]]\ntitle = 'B'"
        );
    }

    #[test]
    fn faults_have_a_place() {
        let fault = fields("e = 'é'\nf = @x\n", 0..16).unwrap_err();
        assert!(
            fault.message.to_string().starts_with("not valid TOML: "),
            "{}",
            fault.message
        );
        assert_eq!(fault.span.start, 13);
        assert!(fields("a = 1\na = 2\n", 0..12).is_err());
    }

    #[test]
    fn depth_is_limited() {
        for open in ["[", "{a=", "a.", "[a]\n", "\"", "'''"] {
            let text = format!("a = {}", open.repeat(20_000));
            let _ = fields(&text, 0..text.len());
            let _ = fields(&text, 4..text.len());
        }
    }

    proptest! {
        #[test]
        fn garbage_is_read_in_place(text in "([ab]|é|1|[-:=.#,{}\"' \t\r\n\\[\\]]| = |\n){0,50}") {
            if let Ok((fields, _)) = fields(&text, 0..text.len()) {
                for span in fields.iter().flat_map(|field| [field.key.span, field.value.span]) {
                    prop_assert!(text.get(span.range()).is_some());
                }
            }
        }
    }
}
