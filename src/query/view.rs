//! A view: a filter with a name, columns, an order and groups.

use std::ops::Range;

use crate::query::condition::Filter;
use crate::query::fault::Fault;
use crate::query::field::{Field, Known, Sort};
use crate::query::parser;

/// More columns fit on no page.
const COLUMNS: usize = 12;

/// The keys of a view that stands in a document.
const KEYS: [&str; 4] = ["filter", "columns", "sort", "group"];

/// What is asked for, and how it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// Which items.
    pub filter: Filter,
    /// The filter as written.
    pub written: String,
    /// What is told of each; nothing where the view leaves that open.
    pub columns: Vec<Field>,
    /// By what they are sorted, and whether downwards.
    pub sort: Vec<(Field, bool)>,
    /// By what they are grouped.
    pub group: Option<Field>,
}

/// A view that has a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Named {
    /// What it is called.
    pub name: String,
    /// What it is for.
    pub description: Option<String>,
    /// The audiences that see it, beside those who see all.
    pub audiences: Vec<String>,
    /// What is asked for.
    pub view: View,
}

impl View {
    /// All fields that it names.
    pub fn fields(&self) -> Vec<&Field> {
        let sorted = self.sort.iter().map(|(field, _)| field);
        let shown = self.columns.iter().chain(sorted).chain(&self.group);
        self.filter.fields().into_iter().chain(shown).collect()
    }

    /// Each field that it names, that plansite does not know and that is none of these; the place is not told.
    pub fn faults(&self, own: &[String]) -> Vec<Fault> {
        let mut known: Vec<&str> = own.iter().map(String::as_str).collect();
        Field::names().for_each(|name| known.push(name));
        let strange = |field: &&Field| match field {
            Field::Own(_) => !own.iter().any(|other| field.is_own(other)),
            Field::Known(_) => false,
        };
        let strange = self.fields().into_iter().filter(strange);
        let told = strange.map(|field| {
            let name = field.to_string();
            let fault = Fault::unknown("field", &name, known.iter().copied(), 0..0);
            let help = match fault.is_slip {
                true => fault.help,
                false => stated(own),
            };
            let message = format!("no item states `{name}`");
            Fault {
                message,
                help,
                ..fault
            }
            .of(name)
        });
        told.collect()
    }

    /// The view that a block in a document says: `key: value`, one a line.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let mut view = Self::default();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let range = start..start + line.trim_end().len();
            start += line.len();
            let words = line.trim();
            if !words.is_empty() && !words.starts_with('#') {
                view.line(text, range)?;
            }
        }
        Ok(view)
    }

    fn line(&mut self, text: &str, range: Range<usize>) -> Result<(), Fault> {
        let line = &text[range.clone()];
        let Some((key, value)) = line.split_once(':') else {
            let help = "each line is a key and a value: `filter: status is blocked`";
            let message = format!("`{}` is no line of a view", line.trim());
            return Err(Fault::new(message, help, trimmed(text, range)));
        };
        let at = range.end - value.len();
        let value = value.trim_end();
        let known = key.trim().to_lowercase();
        let told = match known.as_str() {
            "filter" => self.set_filter(value),
            "columns" => columns(value).map(|found| self.columns = found),
            "sort" => sort(value).map(|found| self.sort = found),
            "group" => {
                let name = value.trim();
                self.group = (!name.is_empty()).then(|| Field::named(name));
                Ok(())
            }
            _ => {
                let key = trimmed(text, range.start..at - 1);
                return Err(Fault::unknown("key", &text[key.clone()], KEYS, key));
            }
        };
        told.map_err(|fault| fault.within(at))
    }

    /// Takes these words as the filter.
    pub fn set_filter(&mut self, text: &str) -> Result<(), Fault> {
        self.filter = parser::filter(text)?;
        self.written = text.split_whitespace().collect::<Vec<_>>().join(" ");
        Ok(())
    }
}

/// So many fields of the author's own are named.
const NAMED: usize = 6;

fn stated(own: &[String]) -> String {
    let names: Vec<&str> = own.iter().take(NAMED).map(String::as_str).collect();
    match names.is_empty() {
        true => "items state no fields of their own".to_string(),
        false => format!("fields of your own are `{}`", names.join("`, `")),
    }
}

/// The fields of a list: `id, title, due`.
pub fn columns(text: &str) -> Result<Vec<Field>, Fault> {
    let found: Vec<Field> = parts(text).map(|(words, _)| Field::named(words)).collect();
    match found.len() > COLUMNS {
        true => Err(Fault::new(
            format!("{} columns fit on no page", found.len()),
            format!("name at most {COLUMNS}"),
            0..text.len(),
        )),
        false => Ok(found),
    }
}

/// An order: `priority, due descending`.
pub fn sort(text: &str) -> Result<Vec<(Field, bool)>, Fault> {
    let one = |(words, range): (&str, Range<usize>)| {
        let (name, way) = words.rsplit_once(' ').unwrap_or((words, ""));
        let down = match way.to_lowercase().as_str() {
            "descending" | "desc" | "down" => true,
            "ascending" | "asc" | "up" => false,
            _ => return plain(words, range).map(|field| (field, false)),
        };
        plain(name.trim(), range).map(|field| (field, down))
    };
    parts(text).map(one).collect()
}

fn plain(name: &str, range: Range<usize>) -> Result<Field, Fault> {
    let field = Field::named(name);
    let is_list = matches!(
        field,
        Field::Known(Known::DependsOn | Known::BlockedBy | Known::WayOut)
    );
    match is_list && field.sort() == Sort::Words {
        true => Err(Fault::new(
            format!("nothing can be sorted by `{name}`"),
            "sort by a date, a number, a status or a name",
            range,
        )),
        false => Ok(field),
    }
}

fn parts(text: &str) -> impl Iterator<Item = (&str, Range<usize>)> {
    let mut start = 0;
    let parts = text.split(',').map(move |part| {
        let range = start..start + part.len();
        start += part.len() + 1;
        (part, range)
    });
    parts
        .map(|(part, range)| (part.trim(), trimmed(text, range)))
        .filter(|(part, _)| !part.is_empty())
}

/// A range of a text without the blanks at its ends.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    let start = range.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        match View::read(text) {
            Ok(view) => format!("{view:?}"),
            Err(fault) => format!(
                "[{}] {} ({})",
                &text[fault.range.clone()],
                fault.message,
                fault.help
            ),
        }
    }

    #[test]
    fn a_block_is_lines_of_keys() {
        let view = View::read(
            "# what waits\nFilter: status is  blocked\n\ncolumns: id, title, Risk\nsort: due descending, id\ngroup: owner\n",
        )
        .unwrap();
        assert_eq!(view.written, "status is blocked");
        assert_eq!(view.columns[2], Field::Own("Risk".into()));
        let downwards: Vec<bool> = view.sort.iter().map(|(_, down)| *down).collect();
        assert_eq!(downwards, [true, false]);
        assert_eq!(view.group, Some(Field::Known(Known::Owner)));
        assert_eq!(view.fields().len(), 7);
        assert_eq!(View::read(""), Ok(View::default()));
    }

    #[test]
    fn a_fault_stands_where_it_is() {
        let told = |text| told(text);
        assert_eq!(
            told("columns: id\nfiltre: open"),
            "[filtre] unknown key `filtre` (did you mean `filter`?)"
        );
        assert!(told("filter: open and kind is taks").starts_with("[taks]"));
        assert!(told("open").starts_with("[open] `open` is no line of a view"));
        assert!(told("sort: due, way out").starts_with("[way out] nothing can be sorted"));
        assert!(told(&format!("columns: {}", "a,".repeat(13))).contains("13 columns"));
    }
}
