//! Elements of markup that have a name, `<task id="4"><name>Paint</name>`, in a block of HTML.

use crate::syntax::outline::{Element, Field, Text};
use crate::text::slot::Form;
use crate::text::span::Span;

/// The elements in a block of HTML that begins at byte `start` of the document.
pub fn within(html: &str, start: usize) -> Vec<Element> {
    let mut found = Vec::new();
    let mut open: Option<(String, Vec<Field>)> = None;
    let mut at = 0;
    while let Some(from) = html[at..].find('<').map(|found| at + found) {
        if html[from..].starts_with("<!--") {
            // A comment that ends in another block hides the rest of this one.
            at = html[from..]
                .find("-->")
                .map_or(html.len(), |end| from + end);
            continue;
        }
        let Some(end) = html[from..].find('>').map(|found| from + found) else {
            break;
        };
        let inside = &html[from + 1..end];
        at = end + 1;
        let tag = inside.split_whitespace().next().unwrap_or_default();
        if tag.eq_ignore_ascii_case("name") || tag.eq_ignore_ascii_case("title") {
            let Some(length) = html[at..].find("</") else {
                break;
            };
            let name = text(&html[at..at + length], start + at);
            at += length;
            if let Some((tag, fields)) = open.take().filter(|_| !name.is_empty()) {
                found.push(Element { tag, name, fields });
            }
        } else if tag.starts_with(char::is_alphabetic) {
            let fields = attributes(&inside[tag.len()..], start + from + 1 + tag.len());
            open = Some((tag.to_ascii_lowercase(), fields));
        }
    }
    found
}

/// `id="4" status="done"`, in words that begin at this byte.
fn attributes(words: &str, start: usize) -> Vec<Field> {
    let mut fields = Vec::new();
    let mut at = 0;
    while let Some(equals) = words[at..].find('=').map(|found| at + found) {
        let key = words[at..equals].trim_start();
        let quote = words[equals + 1..].chars().next();
        let value = quote
            .filter(|quote| matches!(quote, '"' | '\''))
            .and_then(|quote| words[equals + 2..].split_once(quote));
        let Some((value, _)) = value else { break };
        let from = equals + 2;
        fields.push(Field {
            key: text(key, start + equals - key.len()),
            value: text(value, start + from),
            entries: Vec::new(),
            form: Form::Line,
            marked: false,
        });
        at = from + value.len() + 1;
    }
    fields
}

fn text(words: &str, start: usize) -> Text {
    let from = start + words.len() - words.trim_start().len();
    let value = words.trim().to_string();
    Text {
        span: Span::new(from..from + value.len()),
        value,
        links: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(html: &str) -> Vec<(String, String, Vec<String>)> {
        let found = within(html, 0).into_iter();
        found
            .map(|element| {
                assert_eq!(&html[element.name.span.range()], element.name.value);
                let fields = element.fields.iter();
                let fields = fields.map(|field| {
                    assert_eq!(&html[field.key.span.range()], field.key.value);
                    format!("{}={}", field.key.value, &html[field.value.span.range()])
                });
                (element.tag, element.name.value, fields.collect())
            })
            .collect()
    }

    #[test]
    fn a_name_belongs_to_the_element_around_it() {
        let html =
            "<task id=\"4\" kind='x y'>\n  <name> Paint é </name>\n</task>\n<task><name>b</name>";
        let first = (
            "task".into(),
            "Paint é".into(),
            vec!["id=4".into(), "kind=x y".into()],
        );
        assert_eq!(told(html), [first, ("task".into(), "b".into(), vec![])]);
    }

    #[test]
    fn no_element_without_a_name_and_none_in_comments() {
        assert_eq!(told("<task>\n<files>a</files>\n"), []);
        assert_eq!(told("<!-- <task><name>a</name> --><task><name></name>"), []);
        for html in [
            "<name>a",
            "<task a=><name>",
            "<<<",
            "<task a=\"",
            "<task a=\"ü",
        ] {
            assert_eq!(told(html), []);
        }
    }
}
