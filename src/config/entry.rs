//! One key of `plansite.toml` with its value, and what is wrong with it.

use std::fmt::Display;
use std::ops::Range;

use toml_edit::{Document, Item, TableLike, TomlError, Value};

use crate::diagnostic::{Diagnostic, Severity};
use crate::query::fault::Fault;
use crate::text::similar::nearest;
use crate::text::span::{FileId, Place, Span};

/// One key with its value.
pub(super) struct Entry<'a> {
    /// The key, as written.
    pub(super) name: &'a str,
    /// Where the key stands.
    pub(super) key: Span,
    /// The keys down to this one, with dots between.
    path: String,
    item: &'a Item,
}

/// What is wrong with the file, each at its place.
#[derive(Default)]
pub(super) struct Faults {
    /// The faults, in the order of the file.
    pub(super) found: Vec<Diagnostic>,
}

impl<'a> Entry<'a> {
    /// The whole file.
    pub(super) fn root<S>(document: &'a Document<S>) -> Self {
        Self {
            name: "",
            key: Span::default(),
            path: String::new(),
            item: document.as_item(),
        }
    }

    /// The keys of a table.
    pub(super) fn parts(&self, faults: &mut Faults) -> Vec<Self> {
        let Some(table) = self.item.as_table_like() else {
            faults.wrong(self, "a table", &format!("write it as `[{}]`", self.path));
            return Vec::new();
        };
        self.keys(table)
    }

    fn keys(&self, table: &'a dyn TableLike) -> Vec<Self> {
        let dot = if self.path.is_empty() { "" } else { "." };
        let keys = table.iter().map(|(name, item)| Self {
            name,
            key: span(table.key(name).and_then(toml_edit::Key::span)),
            path: format!("{}{dot}{name}", self.path),
            item,
        });
        keys.collect()
    }

    /// The keys of a table that is known to have just these; any other is a fault.
    pub(super) fn known(&self, names: &[&str], faults: &mut Faults) -> Vec<Self> {
        known_of(self.parts(faults), names, faults)
    }

    /// The keys of each table of a list; any that is not among these is a fault.
    pub(super) fn tables(&self, names: &[&str], faults: &mut Faults) -> Vec<Vec<Self>> {
        let written = self.item.as_array_of_tables().map(|tables| {
            let tables = tables.iter();
            tables.map(|table| self.keys(table)).collect()
        });
        let within_line = || {
            let tables = self.item.as_array()?.iter();
            let keys = |value: &'a Value| Some(self.keys(value.as_inline_table()?));
            tables.map(keys).collect::<Option<Vec<_>>>()
        };
        let Some(tables) = written.or_else(within_line) else {
            let help = format!("write each as `[[{}]]`", self.path);
            faults.wrong(self, "a list of tables", &help);
            return Vec::new();
        };
        let tables = tables.into_iter();
        tables.map(|parts| known_of(parts, names, faults)).collect()
    }

    /// A text.
    pub(super) fn text(&self, faults: &mut Faults) -> Option<&'a str> {
        let text = self.item.as_str();
        if text.is_none() {
            faults.wrong(self, "a text", "write it in quotes");
        }
        text
    }

    /// A text that stands for something, where it is sound; else `parse` says why not.
    pub(super) fn sound<T, F: Display>(
        &self,
        wanted: &str,
        help: &str,
        parse: impl FnOnce(&str) -> Result<T, F>,
        faults: &mut Faults,
    ) -> Option<T> {
        let text = self.text(faults)?;
        let refused = |fault: F| {
            let message = format!("`{}` must be {wanted}", self.path);
            faults.add(self.place(), message, &fault.to_string(), help.to_string());
        };
        parse(text).map_err(refused).ok()
    }

    /// A text that is one of these.
    pub(super) fn choice<'k>(
        &self,
        what: &str,
        known: &[&'k str],
        faults: &mut Faults,
    ) -> Option<&'k str> {
        let text = self.text(faults)?;
        let chosen = known.iter().find(|word| **word == text).copied();
        if chosen.is_none() {
            faults.unknown(what, text, self.place(), known);
        }
        chosen
    }

    /// The keys of a table, and the name that each stands for.
    pub(super) fn named(
        &self,
        what: &str,
        known: &[&'static str],
        faults: &mut Faults,
    ) -> Vec<(String, &'static str)> {
        let mut words = Vec::new();
        for part in self.parts(faults) {
            let name = part.choice(what, known, faults);
            words.extend(name.map(|name| (part.name.to_string(), name)));
        }
        words
    }

    /// Yes or no.
    pub(super) fn flag(&self, faults: &mut Faults) -> Option<bool> {
        let flag = self.item.as_bool();
        if flag.is_none() {
            faults.wrong(self, "`true` or `false`", "write it without quotes");
        }
        flag
    }

    /// A list of texts; one text alone is a list of one.
    pub(super) fn words(&self, faults: &mut Faults) -> Vec<String> {
        let texts = self.texts(faults).into_iter();
        texts.map(|(text, _)| text.to_string()).collect()
    }

    /// The same, each text with its place.
    pub(super) fn texts(&self, faults: &mut Faults) -> Vec<(&'a str, Span)> {
        let text = |value: &'a Value| value.as_str().map(|text| (text, span(value.span())));
        let texts: Option<Vec<(&str, Span)>> = match self.item.as_array() {
            Some(list) => list.iter().map(text).collect(),
            None => self.item.as_value().and_then(text).map(|text| vec![text]),
        };
        if texts.is_none() {
            faults.wrong(self, "a list of texts", "write it as `[\"one\", \"two\"]`");
        }
        texts.unwrap_or_default()
    }

    /// A number of days.
    pub(super) fn days(&self, faults: &mut Faults) -> Option<u32> {
        let days = self
            .item
            .as_integer()
            .and_then(|days| u32::try_from(days).ok());
        let days = days.filter(|days| *days > 0);
        if days.is_none() {
            faults.wrong(self, "a number of days", "a sprint of two weeks is `14`");
        }
        days
    }

    /// An amount of work.
    pub(super) fn amount(&self, faults: &mut Faults) -> Option<f64> {
        let value = self.item.as_value();
        // Capacities are small; digits beyond what a float holds are a slip of the hand.
        let whole = |value: &Value| value.as_integer().and_then(|n| i32::try_from(n).ok());
        let amount = value.and_then(|value| value.as_float().or(whole(value).map(f64::from)));
        let amount = amount.filter(|amount| amount.is_finite() && *amount >= 0.0);
        if amount.is_none() {
            faults.wrong(
                self,
                "a number that is not negative",
                "write it without a unit",
            );
        }
        amount
    }

    /// Where these bytes of its text stand; all of the value where the file writes them in another way.
    pub(super) fn place_in(&self, text: &str, part: Range<usize>, file: &str) -> Span {
        let whole = self.place();
        let written = file.get(whole.range()).unwrap_or_default();
        match written.find(text).filter(|_| !text.is_empty()) {
            Some(at) => {
                let start = whole.start as usize + at;
                Span::new(start + part.start..start + part.end)
            }
            None => whole,
        }
    }

    /// Where the value stands.
    pub(super) fn value(&self) -> Span {
        self.place()
    }

    /// Where the value stands; where it has no place of its own, the key.
    fn place(&self) -> Span {
        self.item.span().map_or(self.key, |range| span(Some(range)))
    }
}

fn known_of<'a>(mut parts: Vec<Entry<'a>>, names: &[&str], faults: &mut Faults) -> Vec<Entry<'a>> {
    parts.retain(|part| {
        let is_known = names.contains(&part.name);
        if !is_known {
            faults.unknown_key(part, names);
        }
        is_known
    });
    parts
}

impl Faults {
    /// A key that does not exist.
    pub(super) fn unknown_key(&mut self, entry: &Entry<'_>, known: &[&str]) {
        let help = suggestion(entry.name, known);
        self.add(
            entry.key,
            format!("unknown key `{}`", entry.path),
            "not known",
            help,
        );
    }

    /// A word in a place where only these are known.
    pub(super) fn unknown(&mut self, what: &str, word: &str, span: Span, known: &[&str]) {
        self.add(
            span,
            format!("unknown {what} `{word}`"),
            "not known",
            suggestion(word, known),
        );
    }

    /// A key that may not stand there.
    pub(super) fn key(&mut self, entry: &Entry<'_>, message: String, help: String) {
        self.add(entry.key, message, "", help);
    }

    /// A question that cannot be understood.
    pub(super) fn question(&mut self, fault: Fault, place: Span) {
        self.add(place, fault.message, "not understood", fault.help);
    }

    /// One of several values that is not what is wanted.
    pub(super) fn refused(
        &mut self,
        entry: &Entry<'_>,
        wanted: &str,
        place: Span,
        why: &str,
        help: &str,
    ) {
        let message = format!("`{}` must be {wanted}", entry.path);
        self.add(place, message, why, help.to_string());
    }

    /// A pattern that is none.
    pub(super) fn pattern(&mut self, pattern: &str, place: Span, why: &str) {
        let message = format!("`{pattern}` is no pattern for paths");
        let help = "patterns are written as in .gitignore".to_string();
        self.add(place, message, why, help);
    }

    /// A file that is no TOML.
    pub(super) fn syntax(&mut self, fault: &TomlError) {
        let message = fault.message().lines().collect::<Vec<_>>().join(", ");
        self.add(
            span(fault.span()),
            message,
            "",
            "the file is written in TOML".to_string(),
        );
    }

    /// The first fault with its offset and help, for tests.
    #[cfg(test)]
    pub(super) fn told(&self) -> Option<String> {
        self.found.first().map(|fault| {
            let help = fault.help.as_deref().unwrap_or_default();
            format!("{}: {} ({help})", fault.place.span.start, fault.message)
        })
    }

    fn wrong(&mut self, entry: &Entry<'_>, wanted: &str, help: &str) {
        let label = format!("this is {}", article(entry.item.type_name()));
        let message = format!("`{}` must be {wanted}", entry.path);
        self.add(entry.place(), message, &label, help.to_string());
    }

    fn add(&mut self, span: Span, message: String, label: &str, help: String) {
        self.found.push(Diagnostic {
            rule: "config",
            severity: Severity::Error,
            message: message.into(),
            place: Place {
                file: FileId(0),
                span,
            },
            label: label.to_string(),
            others: Vec::new(),
            help: Some(help.into()),
            fix: None,
        });
    }
}

/// The known word that was likely meant, or all of them.
pub(super) fn suggestion(word: &str, known: &[&str]) -> String {
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("known are `{}`", known.join("`, `")),
    }
}

fn article(name: &str) -> String {
    let vowel = name.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {name}", if vowel { "an" } else { "a" })
}

fn span(range: Option<Range<usize>>) -> Span {
    Span::new(range.unwrap_or_default())
}
