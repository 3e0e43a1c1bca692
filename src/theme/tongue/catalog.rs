//! The words of one language: what stands in English in the program, and how it is said there.

use std::collections::BTreeMap;

use toml_edit::{Document, Item, TableLike};

use crate::theme::tongue::plural::{FORMS, Form};

/// How something is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Phrase {
    /// In one way.
    Plain(String),
    /// Differently for different numbers, in the order of the forms.
    Forms([Option<String>; 6]),
}

impl Phrase {
    /// As it is said with a number that asks for this form.
    pub(crate) fn with(&self, form: Form) -> &str {
        match self {
            Self::Plain(words) => words,
            Self::Forms(forms) => forms[form as usize]
                .as_deref()
                .or(forms[Form::Other as usize].as_deref())
                .unwrap_or_default(),
        }
    }

    /// Everything that may be said.
    pub(crate) fn all(&self) -> Vec<&str> {
        match self {
            Self::Plain(words) => vec![words],
            Self::Forms(forms) => forms.iter().flatten().map(String::as_str).collect(),
        }
    }
}

/// The words of one language, by what they are in English.
#[derive(Clone, Debug, Default)]
pub(crate) struct Catalog {
    phrases: BTreeMap<String, Phrase>,
}

impl Catalog {
    /// Reads `"English" = "words"` and `"{number} tasks" = { one = "words", other = "words" }`.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let document = Document::parse(text).map_err(|fault| {
            let at = fault.span().map_or(0, |span| span.start);
            let words = fault.message().split_whitespace().collect::<Vec<_>>();
            format!("line {}: {}", line(text, at), words.join(" "))
        })?;
        let mut phrases = BTreeMap::new();
        for (key, item) in document.iter() {
            let at = document.key(key).and_then(toml_edit::Key::span);
            let at = line(text, at.map_or(0, |at| at.start));
            let phrase = phrase(item).map_err(|what| format!("line {at}: `{key}` {what}"))?;
            phrases.insert(key.to_string(), phrase);
        }
        Ok(Self { phrases })
    }

    /// How something is said.
    pub(crate) fn find(&self, words: &str) -> Option<&Phrase> {
        self.phrases.get(words)
    }

    /// Whether nothing is said otherwise than in English.
    pub(crate) fn is_empty(&self) -> bool {
        self.phrases.is_empty()
    }

    /// Everything that is said, in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Phrase)> {
        let phrases = self.phrases.iter();
        phrases.map(|(words, phrase)| (words.as_str(), phrase))
    }

    /// Takes the words of another over its own.
    pub(crate) fn take(&mut self, other: Self) {
        self.phrases.extend(other.phrases);
    }
}

fn phrase(item: &Item) -> Result<Phrase, String> {
    if let Some(words) = item.as_str() {
        return Ok(Phrase::Plain(words.to_string()));
    }
    let table = item.as_table_like();
    let table = table.ok_or("is neither text nor a table of forms")?;
    forms(table).map(Phrase::Forms)
}

fn forms(table: &dyn TableLike) -> Result<[Option<String>; 6], String> {
    let mut forms = [const { None }; 6];
    for (name, item) in table.iter() {
        let place = FORMS.iter().position(|(known, _)| *known == name);
        let names = FORMS.map(|(name, _)| name).join(", ");
        let place = place.ok_or_else(|| format!("has no form `{name}`; there are {names}"))?;
        let words = item.as_str();
        forms[place] = Some(
            words
                .ok_or(format!("has a form `{name}` that is no text"))?
                .into(),
        );
    }
    match forms[Form::Other as usize] {
        Some(_) => Ok(forms),
        None => Err("needs the form `other`".into()),
    }
}

fn line(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_forms_are_read() {
        let text = "\"Plan\" = \"Projekt\"\n\"{number} tasks\" = { one = \"1\", other = \"2\" }";
        let catalog = Catalog::parse(text).unwrap();
        let said = |words, form| catalog.find(words).map(|phrase| phrase.with(form));
        assert_eq!(said("Plan", Form::One), Some("Projekt"));
        assert_eq!(said("{number} tasks", Form::One), Some("1"));
        assert_eq!(said("{number} tasks", Form::Few), Some("2"));
        assert_eq!(said("Nothing", Form::One), None);
        assert_eq!(catalog.iter().count(), 2);
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let fault = |text| Catalog::parse(text).unwrap_err();
        assert_eq!(
            fault("\na = 1"),
            "line 2: `a` is neither text nor a table of forms"
        );
        assert_eq!(
            fault("a = { one = 'x' }"),
            "line 1: `a` needs the form `other`"
        );
        assert!(fault("a = { on = 'x' }").contains("`a` has no form `on`; there are zero, one,"));
        assert_eq!(
            fault("a = { other = 1 }"),
            "line 1: `a` has a form `other` that is no text"
        );
        assert!(fault("\n\na = ").starts_with("line 3: "));
    }
}
